"""Latents -> image: the linear reconstruction plus what a small network adds to it."""
import torch
from torch import nn

from patches import CHANNELS, PatchCodec


class Block(nn.Module):
    """Residual pair of 3 x 3 convolutions."""

    def __init__(self, width):
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        nn.init.zeros_(self.second.bias)

    def forward(self, x):
        return x + self.second(nn.functional.silu(self.first(nn.functional.silu(x))))


class Grow(nn.Module):
    """Twice the height and width by pixel shuffle."""

    def __init__(self, before, after):
        super().__init__()
        self.widen = nn.Conv2d(before, 4 * after, 1)

    def forward(self, x):
        return nn.functional.pixel_shuffle(self.widen(x), 2)


class PatchDecoder(nn.Module):
    """[batch, CHANNELS, 16, 16] -> [batch, 3, 128, 128] in [-1, 1].

    The network works at 16, 32 and 64 pixels and never at 128, where it would be slow.
    """

    def __init__(self):
        super().__init__()
        self.linear = PatchCodec()
        self.learned = nn.Sequential(
            nn.Conv2d(CHANNELS, 96, 3, padding=1), Block(96), Block(96),
            Grow(96, 64), Block(64), Block(64),
            Grow(64, 32), Block(32), nn.SiLU(),
            nn.Conv2d(32, 12, 3, padding=1), nn.PixelShuffle(2))
        nn.init.zeros_(self.learned[-2].weight)
        nn.init.zeros_(self.learned[-2].bias)

    def forward(self, latents):
        return (self.linear(latents) + self.learned(latents)).clamp(-1, 1)

    def unclamped(self, latents):
        """As forward, without the clamp, whose flat ends would stop the gradient in training."""
        return self.linear(latents) + self.learned(latents)
