"""Latents of pictures: a linear encoder of 8 x 8 pixel patches, and a decoder with a learned part.

The encoder is a matrix [64, 192] and a bias, so that the service can apply it without a graph. A
pixel's place in the vector is that of torch's pixel_unshuffle: channel, row, column.
"""
import torch
from torch import nn
from torch.nn import functional as F

PATCH = 8
CHANNELS = 64
# How much the strength of a component is evened out. 1: all components have the same variance.
POWER = 0.7


class PatchCodec(nn.Module):
    """The first principal components of patches. Pictures are [batch, 3, h, w] in [-1, 1]."""

    def __init__(self):
        super().__init__()
        size = 3 * PATCH * PATCH
        self.register_buffer("into", torch.zeros(CHANNELS, size))
        self.register_buffer("back", torch.zeros(size, CHANNELS))
        self.register_buffer("mean", torch.zeros(size))

    @torch.no_grad()
    def fit(self, pictures):
        rows = F.pixel_unshuffle(pictures, PATCH).movedim(1, -1).reshape(-1, len(self.mean))
        rows = rows.double()
        mean = rows.mean(0)
        rows = rows - mean
        values, vectors = torch.linalg.eigh((rows.T @ rows / len(rows)).cpu())
        order = values.argsort(descending=True)[:CHANNELS]
        deviation, basis = values[order].clamp(min=1e-12).sqrt(), vectors[:, order].T
        scale = deviation ** -POWER
        scale = scale / (deviation * scale).square().mean().sqrt()
        self.into.copy_((basis * scale[:, None]).float())
        self.back.copy_((basis / scale[:, None]).T.float())
        self.mean.copy_(mean.float())
        return self

    def encode(self, pictures):
        bias = -(self.into @ self.mean)
        return F.conv2d(F.pixel_unshuffle(pictures, PATCH), self.into[:, :, None, None], bias)

    def decode(self, latents):
        return F.pixel_shuffle(F.conv2d(latents, self.back[:, :, None, None], self.mean), PATCH)


class Pair(nn.Module):
    """Residual pair of 3 x 3 convolutions."""

    def __init__(self, width):
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        nn.init.zeros_(self.second.bias)

    def forward(self, x):
        return x + self.second(F.silu(self.first(F.silu(x))))


class Decoder(nn.Module):
    """Latents -> picture in [-1, 1]: the linear picture plus what a small network adds.

    The network works at an eighth and a quarter of the picture's side, where it is cheap.
    """

    def __init__(self, wide=96, narrow=64):
        super().__init__()
        self.codec = PatchCodec()
        self.learned = nn.Sequential(
            nn.Conv2d(CHANNELS, wide, 3, padding=1), Pair(wide), Pair(wide),
            nn.Conv2d(wide, 4 * narrow, 1), nn.PixelShuffle(2), Pair(narrow), nn.SiLU(),
            nn.Conv2d(narrow, 48, 3, padding=1), nn.PixelShuffle(4))
        nn.init.zeros_(self.learned[-2].weight)
        nn.init.zeros_(self.learned[-2].bias)

    def unclamped(self, latents):
        return self.codec.decode(latents) + self.learned(latents)

    def forward(self, latents):
        return self.unclamped(latents).clamp(-1, 1)
