"""The free choices of a picture, read from the noise it is painted from.

A caption leaves some things open: which way the mountains stand, where exactly the cat sits.
In training each scene takes these choices from its own noise, so that noise and caption together
say everything. The denoiser then need not average over choices, one step already gives a sharp
picture, and the same seed makes the same choices for every caption.
"""
import math
from dataclasses import dataclass

import torch

# The latent channels, one for each choice, whose noise decides: the difference between even and
# odd cells of their top row. Pictures hold next to nothing there (0.04 to 0.1 where noise has 1),
# so that the noise can be read even when the picture has appeared.
CHANNELS = (1, 2, 15, 27)
CHOICES = len(CHANNELS)


def readings(sample):
    """sample [batch, channels, 16, 16] -> [batch, CHOICES], each unit normal for unit noise."""
    row = torch.stack([sample[:, channel, 0] for channel in CHANNELS], 1)
    return (row[:, :, 0::2] - row[:, :, 1::2]).sum(2) / math.sqrt(sample.shape[3])


def uniforms(noise):
    """noise [batch, channels, 16, 16] -> [batch, CHOICES] in (0, 1), uniform and independent."""
    return 0.5 * (1 + (readings(noise) / math.sqrt(2)).erf())


@dataclass(frozen=True)
class Variant:
    """Choices as numbers in [0, 1)."""
    mirror: float = 0.9
    across: float = 0.5
    up: float = 0.9
    paper: float = 0.0

    @property
    def mirrored(self):
        return self.mirror < 0.5

    @property
    def sideways(self):
        """-1, 0 or 1 cells."""
        return int(self.across * 5) // 4 - (self.across < 0.2)
