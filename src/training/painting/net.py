"""The denoiser: a convolutional flow-matching network that paints a sketch in a style.

All shapes are [batch, channels, height / 8, width / 8]. Nothing in it knows a position, so weights
trained on 256 x 256 pixels paint other sizes too.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

CHANNELS = 64
MOOD = 3
WIDTHS = (128, 256, 320)
EMBEDDING = 192


class Norm(nn.GroupNorm):
    """Group normalisation, computed in float32 under autocast."""

    def __init__(self, width):
        super().__init__(16, width)

    def forward(self, x):
        return super().forward(x.float()).to(x.dtype)


class Block(nn.Module):
    """Residual pair of 3 x 3 convolutions, modulated by noise level and style."""

    def __init__(self, width):
        super().__init__()
        self.norm1, self.conv1 = Norm(width), nn.Conv2d(width, width, 3, padding=1)
        self.norm2, self.conv2 = Norm(width), nn.Conv2d(width, width, 3, padding=1)
        self.modulation = nn.Linear(EMBEDDING, 2 * width)
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)

    def forward(self, x, embedded):
        h = self.conv1(F.silu(self.norm1(x)))
        scale, shift = self.modulation(embedded)[:, :, None, None].to(h.dtype).chunk(2, 1)
        return x + self.conv2(F.silu(self.norm2(h) * (1 + scale) + shift))


class Painter(nn.Module):
    """forward(noisy, sigma [batch], sketch, style [batch, styles] one-hot, mood) -> velocity n - x.

    The network corrects a guess: for each style a linear map from sketch to painting (`fit_guess`),
    and from the noisy latents what a Gaussian around that guess would leave of them.
    """

    def __init__(self, styles, widths=WIDTHS):
        super().__init__()
        fine, middle, coarse = widths
        self.styles = styles
        self.register_buffer("rates", torch.exp(torch.arange(32) / 32 * math.log(60.0)))
        self.register_buffer("guess", torch.zeros(styles, CHANNELS, CHANNELS))
        self.register_buffer("guess_bias", torch.zeros(styles, CHANNELS))
        self.register_buffer("deviation", torch.ones(styles, CHANNELS))
        self.level = nn.Sequential(nn.Linear(64, EMBEDDING), nn.SiLU(),
                                   nn.Linear(EMBEDDING, EMBEDDING))
        self.style = nn.Linear(styles, EMBEDDING, bias=False)
        self.enter = nn.Conv2d(3 * CHANNELS + MOOD, fine, 3, padding=1)
        self.down1 = Block(fine)
        self.shrink1 = nn.Conv2d(fine, middle, 3, stride=2, padding=1)
        self.down2 = Block(middle)
        self.shrink2 = nn.Conv2d(middle, coarse, 3, stride=2, padding=1)
        self.lowest = nn.ModuleList([Block(coarse), Block(coarse)])
        self.grow2 = nn.Conv2d(coarse, 4 * middle, 1)
        self.up2 = Block(middle)
        self.grow1 = nn.Conv2d(middle, 4 * fine, 1)
        self.up1 = nn.ModuleList([Block(fine), Block(fine)])
        self.leave = nn.Sequential(Norm(fine), nn.SiLU(), nn.Conv2d(fine, CHANNELS, 3, padding=1))
        nn.init.normal_(self.style.weight)
        nn.init.zeros_(self.leave[-1].weight)
        nn.init.zeros_(self.leave[-1].bias)

    def embed(self, sigma, style):
        angles = sigma[:, None] * 3 * self.rates[None]
        return F.silu(self.level(torch.cat([angles.sin(), angles.cos()], 1)) + self.style(style))

    def core(self, x, embedded):
        entered = self.enter(x.contiguous(memory_format=torch.channels_last))
        fine = self.down1(entered, embedded)
        middle = self.down2(self.shrink1(fine), embedded)
        x = self.shrink2(middle)
        for block in self.lowest:
            x = block(x, embedded)
        x = self.up2(F.pixel_shuffle(self.grow2(x), 2) + middle, embedded)
        x = F.pixel_shuffle(self.grow1(x), 2) + fine
        for block in self.up1:
            x = block(x, embedded)
        return self.leave(x + entered)

    def guessed(self, sketch, style):
        matrix = torch.einsum("bs,sij->bij", style, self.guess)
        bias = style @ self.guess_bias
        return (torch.bmm(matrix, sketch.flatten(2)) + bias[:, :, None]).view_as(sketch)

    def forward(self, noisy, sigma, sketch, style, mood):
        guess = self.guessed(sketch, style)
        level = sigma[:, None, None, None]
        variance = (style @ self.deviation).square()[:, :, None, None]
        rest = noisy - (1 - level) * guess
        total = (1 - level).square() * variance + level.square()
        x = torch.cat([rest * total.rsqrt(), guess, sketch, mood], 1)
        correction = self.core(x, self.embed(sigma, style)).float()
        linear = rest * (level - (1 - level) * variance) / total
        return linear - guess - (variance / total).sqrt() * correction

    @torch.no_grad()
    def fit_guess(self, sketch, painting, style):
        """Least squares from sketch latents to painting latents [count, 64, h, w], by style index."""
        for s in range(self.styles):
            chosen = style == s
            x = sketch[chosen].float().movedim(1, -1).reshape(-1, CHANNELS)
            y = painting[chosen].float().movedim(1, -1).reshape(-1, CHANNELS)
            if len(x) < 64 * CHANNELS:
                raise ValueError(f"pairs of style {s}: {int(chosen.sum())} (expected: more)")
            mean_x, mean_y = x.mean(0), y.mean(0)
            x, y = x - mean_x, y - mean_y
            ridge = 1e-3 * torch.eye(CHANNELS, device=x.device)
            a = torch.linalg.solve(x.T @ x / len(x) + ridge, x.T @ y / len(x)).T
            self.guess[s] = a
            self.guess_bias[s] = mean_y - a @ mean_x
            self.deviation[s] = (y - x @ a.T).square().mean(0).sqrt().clamp(min=0.03)


def levels(steps, shift=1.0):
    """Noise levels of the sampler, ending with 0."""
    even = [1 - i / steps for i in range(steps)]
    return [shift * s / (1 + (shift - 1) * s) for s in even] + [0.0]


@torch.no_grad()
def sample(net, sketch, style, mood, noise, steps, shift=1.0):
    """Latents painted from the given noise by Euler steps."""
    z, schedule = noise, levels(steps, shift)
    for sigma, following in zip(schedule, schedule[1:]):
        now = torch.full((len(z),), sigma, device=z.device)
        z = z + (following - sigma) * net(z, now, sketch, style, mood).float()
    return z
