"""The free choices of a picture, read from the noise it is painted from.

A caption leaves some things open: which way the mountains stand, where exactly the cat sits.
In training each scene takes these choices from its own noise, so that noise and caption together
say everything. The denoiser then need not average over choices, one step already gives a sharp
picture, and the same seed makes the same choices for every caption.
"""
import math
from dataclasses import dataclass

CHOICES = 4


def uniforms(noise):
    """noise [batch, channels, 16, 16] -> [batch, CHOICES] in (0, 1), uniform and independent.

    The mean of a channel of unit normal noise is normal with deviation 1 / 16. The last channels
    are taken because pictures have hardly any mean there that could hide the noise's.
    """
    means = noise[:, -CHOICES:].mean((2, 3)) * math.sqrt(noise[0, 0].numel())
    return 0.5 * (1 + (means / math.sqrt(2)).erf())


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
