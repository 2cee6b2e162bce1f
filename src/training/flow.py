"""Flow matching: z = (1 - sigma) x + sigma n, the network says n - x."""

import torch


SHIFT = 3.0
PURE_NOISE = 0.25


def draw_sigmas(count, generator=None):
    """[count] noise levels to train at: logit-normal towards noise, and some pure noise.

    A sampler of few steps starts at pure noise and spends most of them near it.
    """
    sigma = torch.sigmoid(torch.randn(count, generator=generator) * 1.2 + 1.6)
    pure = torch.rand(count, generator=generator) < PURE_NOISE
    return torch.where(pure, torch.ones(()), sigma)


def mixed(latents, noise, sigma):
    """The sample at the noise level sigma [batch]."""
    level = sigma[:, None, None, None]
    return (1 - level) * latents + level * noise


def loss(velocity, latents, noise, weights):
    """Mean squared error of the velocity, weighted by place."""
    error = (velocity.float() - (noise - latents)).square()
    return (error * weights).mean() / weights.mean()


def schedule(steps, shift=SHIFT):
    """Noise levels of the sampler, ending with 0.

    The levels 1, 1 - 1/n, ..., 1/n, shifted, as the service and diffusers' pipelines of flow models
    pass them. The scheduler's own spacing would spend its last step on next to no noise.
    """
    even = [1 - i / steps for i in range(steps)]
    return [shift * sigma / (1 + (shift - 1) * sigma) for sigma in even] + [0.0]


@torch.no_grad()
def sample(unet, words, noise, steps):
    """Latents [batch, CHANNELS, 16, 16] painted from the given noise."""
    z, sigmas = noise, schedule(steps)
    for sigma, following in zip(sigmas, sigmas[1:]):
        timestep = torch.full((len(z),), sigma * 1000)
        z = z + (following - sigma) * unet(z, timestep, words)
    return z
