"""Scenes, their free choices, the linear encoder and the schedule."""
import json
import os
import random
import unittest

import numpy as np
import torch

import captions
import data
import flow
import patches
import scenes
import variant

HERE = os.path.dirname(os.path.abspath(__file__))


class ScenesTest(unittest.TestCase):

    def test_same_seed_draws_the_same_scenes(self):
        first, second = (captions.example(random.Random(4)) for _ in range(2))
        self.assertEqual(first, second)
        np.testing.assert_array_equal(scenes.picture(first[1]), scenes.picture(second[1]))

    def test_place_changes_only_what_the_thing_does_not_cover(self):
        balloon = (scenes.Thing("balloon", "red"),)
        plain, beach = (scenes.picture(scenes.Scene(balloon, place=p)) for p in (None, "beach"))
        np.testing.assert_array_equal(plain[30, 64], beach[30, 64])

    def test_boxes_stand_on_the_grid_and_inside_the_picture(self):
        rng = random.Random(6)
        for _ in range(500):
            scene = captions.random_scene(rng)
            chosen = variant.Variant(*(rng.random() for _ in range(4)))
            for _, side, left, top in scenes.placed(scene, chosen):
                self.assertEqual(0, left % scenes.CELL + top % scenes.CELL)
                self.assertTrue(0 <= left and 0 <= top and left + side <= 128 and top + side <= 128)

    def test_count_puts_as_many_things_side_by_side(self):
        three = scenes.Scene((scenes.Thing("cat", count=3),))
        self.assertEqual([0, 5, 10], [left // 8 for _, _, left, _ in
                                      scenes.placed(three, variant.Variant())])

    def test_promised_thing_has_its_place_kept_free(self):
        cat = scenes.Scene((scenes.Thing("cat"),), relation="beside", expecting=True)
        (_, side, left, _), = scenes.placed(cat, variant.Variant())
        self.assertLessEqual(left + side, 64)


class VariantTest(unittest.TestCase):

    def test_free_choices_are_uniform(self):
        drawn = variant.uniforms(torch.randn(4000, patches.CHANNELS, 16, 16))
        self.assertLess((drawn.mean(0) - 0.5).abs().max().item(), 0.03)
        self.assertLess((drawn.std(0) - 12 ** -0.5).abs().max().item(), 0.02)


class PatchesTest(unittest.TestCase):

    def test_images_come_back(self):
        rng = random.Random(1)
        images = data.images([scenes.picture(captions.example(rng)[1]) for _ in range(60)])
        codec = patches.PatchCodec()
        codec.fit(images)
        latents = codec.encode(images)
        self.assertLess((codec(latents) - images).square().mean().item(), 0.01)
        self.assertAlmostEqual(1.0, latents.square().mean().item(), delta=0.1)


class FlowTest(unittest.TestCase):

    def test_schedule_equals_the_reference(self):
        with open(os.path.join(HERE, "golden-schedule.json"), encoding="utf-8") as golden:
            for case in json.load(golden):
                sigmas = flow.schedule(case["steps"], case["shift"])
                np.testing.assert_allclose(sigmas, case["sigmas"], atol=1e-6)

    def test_sampler_finds_the_picture_a_perfect_network_knows(self):
        truth, noise = torch.randn(2, 4, 16, 16), torch.randn(2, 4, 16, 16)

        def perfect(sample, timestep, words):
            return (sample - truth) / (timestep / 1000)[:, None, None, None]
        painted = flow.sample(perfect, None, noise, 4)
        torch.testing.assert_close(painted, truth, atol=1e-4, rtol=1e-4)


if __name__ == "__main__":
    unittest.main()
