"""The UNet: noisy latents, timestep and words -> flow velocity (noise - clean latents)."""
import math

import torch
from torch import nn

import variant
from layers import GroupNorm, ResidualBlock, WordAttention
from patches import CHANNELS
from text_encoder import WIDTH, padding_bias

SIDE = 16
WIDTHS = (96, 192, 224)
EMBEDDING = 256
HEADS = 4
CANVAS = 12
# Normal quantiles at which choices among two, four and five differ.
CUTS = (-0.842, -0.674, -0.253, 0.0, 0.253, 0.674, 0.842)


class Preconditioning(nn.Module):
    """Lets the network say only what the noisy latents do not already say.

    The clean latents are predicted as skip * sample + out * network: skip is the best linear
    guess for latents of the known deviation, out the deviation of what that guess leaves open.
    """

    def __init__(self):
        super().__init__()
        self.register_buffer("deviation", torch.ones(CHANNELS))

    def forward(self, sigma):
        """sigma [batch, 1, 1, 1] -> (scale of the input, skip, out), [batch, CHANNELS, 1, 1]."""
        variance = self.deviation.square()[None, :, None, None]
        signal = 1 - sigma
        total = signal * signal * variance + sigma * sigma
        return total.rsqrt(), signal * variance / total, (variance / total).sqrt() * sigma


class Embedding(nn.Module):
    """One vector from the noise level, the caption and the noise's free choices (variant.py)."""

    def __init__(self):
        super().__init__()
        self.level = nn.Linear(64, EMBEDDING)
        self.caption = nn.Linear(WIDTH, EMBEDDING)
        self.choices = nn.Linear(variant.CHOICES * len(CUTS), EMBEDDING)
        self.mix = nn.Sequential(nn.SiLU(), nn.Linear(EMBEDDING, EMBEDDING), nn.SiLU())
        steps = torch.arange(32) / 32
        self.register_buffer("rates", torch.exp(steps * math.log(60.0)))
        self.register_buffer("cuts", torch.tensor(CUTS))

    def forward(self, sample, sigma, caption):
        angles = sigma[:, None] * 3 * self.rates[None]
        level = torch.cat([angles.sin(), angles.cos()], 1)
        choices = self.choices(self.chosen(sample, sigma[:, None]))
        return self.mix(self.level(level) + self.caption(caption) + choices)

    def chosen(self, sample, sigma):
        """On which side of each cut the noise's channel means lie, [batch, choices * cuts].

        Small convolutions would find so faint a signal only with difficulty. The picture itself
        blurs the means the more, the less noise is left.
        """
        means = sample[:, -variant.CHOICES:].mean((2, 3)) * SIDE
        means = means * (sigma * sigma + (1 - sigma) * (1 - sigma)).rsqrt()
        return ((means[:, :, None] - self.cuts) * 6).tanh().flatten(1)


class Canvas(nn.Module):
    """A coarse picture straight from the embedding, [batch, width, 16, 16].

    One dense layer learns far sooner than the convolutions what each word looks like and where.
    """

    def __init__(self, width):
        super().__init__()
        self.picture = nn.Linear(EMBEDDING, CANVAS * SIDE * SIDE)
        self.spread = nn.Conv2d(CANVAS, width, 1)

    def forward(self, embedding):
        return self.spread(self.picture(embedding).reshape(-1, CANVAS, SIDE, SIDE))


class Level(nn.Module):
    """One residual block and a look at the words, at one resolution."""

    def __init__(self, before, width, look_around):
        super().__init__()
        self.block = ResidualBlock(before, width, EMBEDDING)
        self.words = WordAttention(width, WIDTH, look_around, HEADS)

    def forward(self, x, embedding, words, bias):
        return self.words(self.block(x, embedding), words, bias)


class UNet(nn.Module):
    """sample [batch, CHANNELS, 16, 16], timestep [batch] = 1000 sigma, words [batch, 32, WIDTH]."""

    def __init__(self):
        super().__init__()
        fine, middle, coarse = WIDTHS
        self.scaling = Preconditioning()
        self.embedding = Embedding()
        self.enter = nn.Conv2d(CHANNELS, fine, 3, padding=1)
        self.canvas = Canvas(fine)
        self.place16 = nn.Parameter(torch.randn(1, fine, SIDE, SIDE) * 0.1)
        self.place8 = nn.Parameter(torch.randn(1, middle, SIDE // 2, SIDE // 2) * 0.1)
        self.down16 = ResidualBlock(fine, fine, EMBEDDING)
        self.shrink8 = nn.Conv2d(fine, middle, 3, stride=2, padding=1)
        self.down8a = Level(middle, middle, True)
        self.down8b = Level(middle, middle, True)
        self.shrink4 = nn.Conv2d(middle, coarse, 3, stride=2, padding=1)
        self.middle4a = Level(coarse, coarse, True)
        self.middle4b = Level(coarse, coarse, True)
        self.grow8 = nn.Conv2d(coarse, middle * 4, 1)
        self.up8a = Level(2 * middle, middle, True)
        self.up8b = Level(2 * middle, middle, True)
        self.grow16 = nn.Conv2d(middle, fine * 4, 1)
        self.up16a = Level(2 * fine, fine, False)
        self.up16b = ResidualBlock(2 * fine, fine, EMBEDDING)
        self.leave = nn.Sequential(GroupNorm(16, fine), nn.SiLU(),
                                   nn.Conv2d(fine, CHANNELS, 3, padding=1))

    def forward(self, sample, timestep, words):
        sigma = timestep / 1000
        scale, skip, out = self.scaling(sigma[:, None, None, None])
        clean = skip * sample + out * self.network(sample, scale, sigma, words).float()
        return (sample - clean) / sigma[:, None, None, None].clamp(min=1e-3)

    def network(self, sample, scale, sigma, words):
        bias = padding_bias(words.abs().amax(2) == 0)
        about = self.embedding(sample, sigma, words[:, 0]), words, bias
        entered = self.enter(sample * scale) + self.place16 + self.canvas(about[0])
        fine = self.down16(entered, about[0])
        middle_a = self.down8a(self.shrink8(fine) + self.place8, *about)
        middle_b = self.down8b(middle_a, *about)
        x = self.middle4a(self.shrink4(middle_b), *about)
        x = self.middle4b(x, *about)
        x = nn.functional.pixel_shuffle(self.grow8(x), 2)
        x = self.up8a(torch.cat([x, middle_b], 1), *about)
        x = self.up8b(torch.cat([x, middle_a], 1), *about)
        x = nn.functional.pixel_shuffle(self.grow16(x), 2)
        x = self.up16a(torch.cat([x, fine], 1), *about)
        x = self.up16b(torch.cat([x, entered], 1), about[0])
        return self.leave(x)
