"""Building blocks of the text encoder and the denoiser."""
import math

import torch
from torch import nn


class GroupNorm(nn.GroupNorm):
    """Group norm in float32, also under bf16 autocast."""

    def forward(self, x):
        return super().forward(x.float())


class LayerNorm(nn.LayerNorm):
    """Layer norm in float32, also under bf16 autocast."""

    def forward(self, x):
        return super().forward(x.float())


class Attention(nn.Module):
    """Multi-head attention of rows [batch, queries, width] to a context [batch, keys, source]."""

    def __init__(self, width, source, heads):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(source, width, bias=False)
        self.value = nn.Linear(source, width, bias=False)
        self.out = nn.Linear(width, width)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, x, context, bias=None):
        """bias: added to the scores, [batch, 1, 1, keys], very negative where a key is padding."""
        query, key, value = (self._split(p) for p in
                             (self.query(x), self.key(context), self.value(context)))
        scores = (query @ key.transpose(2, 3)).float() / math.sqrt(self.size)
        if bias is not None:
            scores = scores + bias
        mixed = scores.softmax(-1).to(value.dtype) @ value
        return self.out(mixed.transpose(1, 2).flatten(2))

    def _split(self, x):
        return x.reshape(x.shape[0], -1, self.heads, self.size).transpose(1, 2)


class ResidualBlock(nn.Module):
    """Two 3 x 3 convolutions; the time embedding scales and shifts between them."""

    def __init__(self, before, after, embedding):
        super().__init__()
        self.norm1 = GroupNorm(16, before)
        self.conv1 = nn.Conv2d(before, after, 3, padding=1)
        self.time = nn.Linear(embedding, 2 * after)
        self.norm2 = GroupNorm(16, after)
        self.conv2 = nn.Conv2d(after, after, 3, padding=1)
        self.skip = nn.Conv2d(before, after, 1) if before != after else nn.Identity()
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)

    def forward(self, x, embedding):
        h = self.conv1(nn.functional.silu(self.norm1(x)))
        scale, shift = self.time(embedding)[:, :, None, None].chunk(2, dim=1)
        h = self.norm2(h) * (1 + scale) + shift
        return self.skip(x) + self.conv2(nn.functional.silu(h))
