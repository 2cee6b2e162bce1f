"""The denoiser: noisy latents, timestep and what the caption says -> flow velocity.

A composition says what caption and noise ask for; a UNet looks at it and at the noisy latents and
says what is still missing.
"""
import math

import torch
from torch import nn

import variant
from composition import Composition
from layers import GroupNorm, ResidualBlock
from patches import CHANNELS, PatchCodec
from reading import Reading, choice_features, probabilities

SIDE = 16
WIDTHS = (64, 128, 160)
EMBEDDING = 128


class Preconditioning(nn.Module):
    """Lets the network say only what composition and noisy latents do not already say.

    The clean latents are predicted as base + skip * rest + out * network. rest is what the noisy
    latents hold beside the base: the base's error, of known deviation, and noise. skip is the best
    linear guess of that error, out the deviation of what the guess leaves open.
    """

    def __init__(self):
        super().__init__()
        self.register_buffer("deviation", torch.ones(CHANNELS))

    def forward(self, sigma):
        """sigma [batch, 1, 1, 1] -> (scale of the rest, skip, out), [batch, CHANNELS, 1, 1]."""
        variance = self.deviation.square()[None, :, None, None]
        signal = 1 - sigma
        total = signal * signal * variance + sigma * sigma
        return total.rsqrt(), signal * variance / total, (variance / total).sqrt() * sigma


class Level(nn.Module):
    """The noise level as a vector, from sigma [batch]."""

    def __init__(self):
        super().__init__()
        self.mix = nn.Sequential(nn.Linear(64, EMBEDDING), nn.SiLU(),
                                 nn.Linear(EMBEDDING, EMBEDDING), nn.SiLU())
        steps = torch.arange(32) / 32
        self.register_buffer("rates", torch.exp(steps * math.log(60.0)))

    def forward(self, sigma):
        angles = sigma[:, None] * 3 * self.rates[None]
        return self.mix(torch.cat([angles.sin(), angles.cos()], 1))


class Refinement(nn.Module):
    """[batch, 2 * CHANNELS, 16, 16] -> [batch, CHANNELS, 16, 16]: a small UNet."""

    def __init__(self):
        super().__init__()
        fine, middle, coarse = WIDTHS
        self.level = Level()
        self.enter = nn.Conv2d(2 * CHANNELS, fine, 3, padding=1)
        self.down16 = ResidualBlock(fine, fine, EMBEDDING)
        self.shrink8 = nn.Conv2d(fine, middle, 3, stride=2, padding=1)
        self.down8 = ResidualBlock(middle, middle, EMBEDDING)
        self.shrink4 = nn.Conv2d(middle, coarse, 3, stride=2, padding=1)
        self.middle4 = ResidualBlock(coarse, coarse, EMBEDDING)
        self.grow8 = nn.Conv2d(coarse, middle * 4, 1)
        self.up8 = ResidualBlock(2 * middle, middle, EMBEDDING)
        self.grow16 = nn.Conv2d(middle, fine * 4, 1)
        self.up16a = ResidualBlock(2 * fine, fine, EMBEDDING)
        self.up16b = ResidualBlock(2 * fine, fine, EMBEDDING)
        self.leave = nn.Sequential(GroupNorm(16, fine), nn.SiLU(),
                                   nn.Conv2d(fine, CHANNELS, 3, padding=1))
        nn.init.zeros_(self.leave[-1].weight)
        nn.init.zeros_(self.leave[-1].bias)

    def forward(self, x, sigma):
        level = self.level(sigma)
        entered = self.enter(x)
        fine = self.down16(entered, level)
        middle = self.down8(self.shrink8(fine), level)
        x = self.middle4(self.shrink4(middle), level)
        x = nn.functional.pixel_shuffle(self.grow8(x), 2)
        x = self.up8(torch.cat([x, middle], 1), level)
        x = nn.functional.pixel_shuffle(self.grow16(x), 2)
        x = self.up16a(torch.cat([x, fine], 1), level)
        return self.leave(self.up16b(torch.cat([x, entered], 1), level))


class UNet(nn.Module):
    """sample [batch, CHANNELS, 16, 16], timestep [batch] = 1000 sigma, words [batch, ROWS, WIDTH]."""

    def __init__(self):
        super().__init__()
        self.reading = Reading()
        self.composition = Composition()
        self.codec = PatchCodec()
        self.scaling = Preconditioning()
        self.refinement = Refinement()

    def forward(self, sample, timestep, words):
        sigma = timestep / 1000
        choices = self.choices(sample, sigma)
        said = probabilities(self.reading(words, choices))
        return self.velocity(sample, sigma, self.base(said, choices))

    @staticmethod
    def choices(sample, sigma):
        """What the noise chose, as far as it can still be seen under the picture."""
        return choice_features(variant.readings(sample) / sigma[:, None].clamp(min=0.1))

    def base(self, said, choices):
        """The latents that the caption asks for."""
        return self.codec.encode(self.composition(said, choices))

    def velocity(self, sample, sigma, base):
        """Noise minus clean latents, given the base."""
        level = sigma[:, None, None, None]
        scale, skip, out = self.scaling(level)
        rest = sample - (1 - level) * base
        network = self.refinement(torch.cat([rest * scale, base], 1), sigma).float()
        clean = base + skip * rest + out * network
        return (sample - clean) / level.clamp(min=1e-3)
