"""Token ids -> one vector a token; position 0 stands for the whole caption."""
import torch
from torch import nn

import tokenizer
from layers import Attention, LayerNorm

WIDTH = 192
HEADS = 6
LAYERS = 3


def padding_bias(padded):
    """[batch, keys] of bool -> what attention adds to its scores, [batch, 1, 1, keys]."""
    return padded[:, None, None, :].float() * -1e4


class Layer(nn.Module):
    """Pre-norm transformer layer."""

    def __init__(self):
        super().__init__()
        self.norm1 = LayerNorm(WIDTH)
        self.attention = Attention(WIDTH, WIDTH, HEADS)
        self.norm2 = LayerNorm(WIDTH)
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(),
                                 nn.Linear(4 * WIDTH, WIDTH))

    def forward(self, x, bias):
        y = self.norm1(x)
        x = x + self.attention(y, y, bias)
        return x + self.mlp(self.norm2(x))


class TextEncoder(nn.Module):
    """ids [batch, 32] -> [batch, 32, WIDTH], zero where the token is padding."""

    def __init__(self, vocabulary_size):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary_size, WIDTH)
        self.positions = nn.Parameter(torch.randn(tokenizer.LENGTH, WIDTH) * 0.1)
        nn.init.normal_(self.tokens.weight, std=0.5)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm = LayerNorm(WIDTH)
        self.bag = nn.Linear(WIDTH, WIDTH)
        self.register_buffer("first", torch.eye(tokenizer.LENGTH)[0][None, :, None].clone())

    def forward(self, ids):
        padded = ids == tokenizer.PAD
        spoken = (~padded)[:, :, None].float()
        bias = padding_bias(padded)
        tokens = self.tokens(ids)
        x = tokens + self.positions
        for layer in self.layers:
            x = layer(x, bias)
        # The plain sum of the tokens tells which words there are long before attention does.
        bag = self.bag((tokens * spoken).sum(1, keepdim=True))
        return self.norm(x) * spoken + self.first * bag
