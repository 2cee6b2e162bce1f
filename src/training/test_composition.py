"""Reading, composing and what the denoiser makes of it."""
import random
import unittest

import numpy as np
import torch

import captions
import reading
import scenes
import sprites
import targets
import variant
from denoiser import UNet
from stamps import Placing


class TargetsTest(unittest.TestCase):

    def test_every_scene_can_be_said_in_numbers(self):
        rng = random.Random(8)
        for _ in range(300):
            scene = captions.example(rng)[1]
            said = targets.targets(scene, variant.Variant())
            self.assertEqual({*targets.OF_SCENE, *targets.OF_THING, *targets.OF_BOX}, set(said))
            self.assertEqual(scenes.MOST, len(said["thing"]))


class PlacingTest(unittest.TestCase):

    def test_moves_and_shrinks_as_the_scenes_do(self):
        colour, opacity = sprites.full("cat", None)
        picture = torch.from_numpy(np.concatenate([colour, opacity], 2)).permute(2, 0, 1)[None]
        classes = torch.tensor([targets.span(48, 40)]), torch.tensor([targets.span(48, 72)])
        across, down = (torch.nn.functional.one_hot(c, targets.SPANS).float() for c in classes)
        placed = Placing()(picture, across, down)[0, :3].permute(1, 2, 0).numpy()
        drawn = sprites.sprite("cat", None, 48, (1.0, 1.0, 1.0))[0] / 255
        np.testing.assert_allclose(placed[72:120, 40:88], drawn, atol=1e-5)
        self.assertEqual(0, abs(placed[:72]).sum())


class ReadingTest(unittest.TestCase):

    def test_choices_survive_a_picture_that_has_appeared(self):
        torch.manual_seed(2)
        noise = torch.randn(50, 32, 16, 16)
        picture = torch.zeros_like(noise) + torch.randn(50, 32, 1, 1)
        early = UNet.choices(noise, torch.ones(50))
        late = UNet.choices(0.5 * picture + 0.5 * noise, torch.full((50,), 0.5))
        torch.testing.assert_close(early, late, atol=1e-3, rtol=1e-3)

    def test_certain_answers_are_one_hot(self):
        said = reading.one_hot({"hour": torch.tensor([2]), "colour": torch.tensor([[1, -1, -1]])})
        self.assertEqual([0, 0, 1, 0], said["hour"][0].tolist())
        self.assertEqual(1, said["colour"][0, 1].sum())


class DenoiserTest(unittest.TestCase):

    @torch.no_grad()
    def test_untrained_refinement_paints_the_composition_in_one_step(self):
        torch.manual_seed(4)
        unet = UNet().eval()
        noise, words = torch.randn(1, 32, 16, 16), torch.randn(1, 4, 128)
        said = reading.probabilities(unet.reading(words, unet.choices(noise, torch.ones(1))))
        base = unet.base(said, unet.choices(noise, torch.ones(1)))
        velocity = unet(noise, torch.tensor([1000.0]), words)
        torch.testing.assert_close(noise - velocity, base, atol=1e-4, rtol=1e-4)


if __name__ == "__main__":
    unittest.main()
