"""Training batches, drawn as they are needed: no scene is ever seen twice."""
import random

import numpy as np
import torch

import captions
import patches
import reading
import scenes
import targets
import variant

# How often the caption is read with some doubt, which the denoiser learns to see through.
DOUBTED, DOUBT = 0.05, 0.4


def images(pictures):
    """uint8 pictures -> [batch, 3, 128, 128] in [-1, 1]."""
    stacked = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2)
    return stacked.float() / 127.5 - 1


class Stream:
    """Endless batches, the same for the same seed. Each scene's free choices are its noise's."""

    def __init__(self, codec, seed, doubted=DOUBTED):
        self.codec, self.doubted = codec, doubted
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(seed)

    def noise(self, count):
        return torch.randn(count, patches.CHANNELS, 16, 16, generator=self.generator)

    def scenes(self, count):
        """(scenes, variants, noise)."""
        noise = self.noise(count)
        drawn = [captions.example(self.random)[1] for _ in range(count)]
        return drawn, [variant.Variant(*row) for row in variant.uniforms(noise).tolist()], noise

    def batch(self, count):
        """(what is said, clean latents, noise, weights [count, 1, 16, 16] of the loss)."""
        drawn, choices, noise = self.scenes(count)
        pictures = images([scenes.picture(*one) for one in zip(drawn, choices)])
        weights = np.stack([scenes.attention_map(*one) for one in zip(drawn, choices)])[:, None]
        said = targets.stacked([targets.targets(*one) for one in zip(drawn, choices)])
        said = reading.one_hot({name: torch.tensor(listed) for name, listed in said.items()})
        return (self._doubtful(said), self.codec.encode(pictures), noise,
                torch.from_numpy(weights))

    def _doubtful(self, said):
        """Now and then some probability goes to what another scene of the batch says."""
        for name, rows in said.items():
            doubt = DOUBT * torch.rand(len(rows), generator=self.generator)
            doubt *= torch.rand(len(rows), generator=self.generator) < self.doubted
            doubt = doubt.view(-1, *[1] * (rows.dim() - 1))
            said[name] = rows + doubt * (rows.roll(1, 0) - rows)
        return said

    def pictures(self, count):
        """Images alone, [count, 3, 128, 128]."""
        drawn, choices, _ = self.scenes(count)
        return images([scenes.picture(*one) for one in zip(drawn, choices)])
