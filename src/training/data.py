"""Training batches, drawn as they are needed: no scene is ever seen twice."""
import random

import numpy as np
import torch

import captions
import patches
import scenes
import variant


def images(pictures):
    """uint8 pictures -> [batch, 3, 128, 128] in [-1, 1]."""
    stacked = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2)
    return stacked.float() / 127.5 - 1


class Stream:
    """Endless batches, the same for the same seed."""

    def __init__(self, model, seed):
        self.model = model
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(seed)

    def noise(self, count):
        return torch.randn(count, patches.CHANNELS, 16, 16, generator=self.generator)

    def batch(self, count):
        """(token ids, clean latents, noise, weights [count, 1, 16, 16] of the loss).

        Each scene's free choices are its noise's.
        """
        noise = self.noise(count)
        said = [captions.example(self.random) for _ in range(count)]
        choices = [variant.Variant(*row) for row in variant.uniforms(noise).tolist()]
        drawn = [scenes.picture(scene, chosen) for (_, scene), chosen in zip(said, choices)]
        latents = self.model.codec.encode(images(drawn))
        weights = np.stack([scenes.attention_map(scene, chosen)
                            for (_, scene), chosen in zip(said, choices)])[:, None]
        ids = self.model.ids([caption for caption, _ in said])
        return ids, latents, noise, torch.from_numpy(weights)

    def pictures(self, count):
        """Images alone, [count, 3, 128, 128]."""
        drawn = []
        for row in variant.uniforms(self.noise(count)).tolist():
            drawn.append(scenes.picture(captions.example(self.random)[1], variant.Variant(*row)))
        return images(drawn)
