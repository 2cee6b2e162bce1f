"""Trains the drawing of single things and of backgrounds, each for itself, on what scenes use."""
import argparse
import os
import random
import time

import numpy as np
import torch

import drawing
import scenes
import sprites
import targets
import vocabulary
from backdrop import Backdrop
from model import save_part
from reading import choice_features
from stamps import Stamps

THINGS_AT_ONCE, COLOURS_EACH = 14, 3
GROUNDS_AT_ONCE = 24
RATE = 3e-3


def one_hot(classes, count):
    return torch.nn.functional.one_hot(torch.tensor(classes), count).float()


class SpriteBatches:
    """Random things, each in several colours and lights."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def batch(self):
        """(thing, colour, hour as one-hot rows, truth [n, 4, FULL, FULL] with opacity last)."""
        names = self.random.sample(targets.THINGS[1:], THINGS_AT_ONCE)
        said = [(name, self.random.choice(targets.TINTS) if k else None,
                 self.random.choice(targets.HOURS)) for name in names
                for k in range(COLOURS_EACH)]
        truth = [self._drawn(*one) for one in said]
        return (one_hot([targets.THINGS.index(name) for name in names], len(targets.THINGS)),
                one_hot([targets.TINTS.index(tint) for _, tint, _ in said], len(targets.TINTS)),
                one_hot([targets.HOURS.index(hour) for _, _, hour in said], len(targets.HOURS)),
                torch.from_numpy(np.stack(truth)))

    @staticmethod
    def _drawn(name, tint, hour):
        rgb, alpha = sprites.full(name, tint)
        lit = rgb * np.array(scenes.sprite_light(hour), np.float32)
        return np.concatenate([lit, alpha], 2).transpose(2, 0, 1)


def stamp_loss(stamps, batch):
    thing, colour, hour, truth = batch
    maps = stamps.maps(thing).repeat_interleave(COLOURS_EACH, 0)
    mix = stamps.mix(colour).view(-1, 3, 8) * stamps.light(hour)[:, :, None]
    drawn = (mix @ maps[:, :8].flatten(2)).view(-1, 3, sprites.FULL, sprites.FULL)
    return (torch.cat([drawn, maps[:, 8:]], 1).float() - truth).square().mean()


class GroundBatches:
    """Random backgrounds; every one is drawn once and kept."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(seed)
        self.all = [(ground, hour, weather, None) for ground in targets.GROUNDS[1:]
                    for hour in targets.HOURS for weather in targets.SKIES
                    if hour == "day" or ground != "space"]
        self.papers = [("paper", "day", None, tint) for tint in targets.TINTS]

    def batch(self):
        """({name: one-hot rows}, features of the choices, truth in [-1, 1])."""
        count = GROUNDS_AT_ONCE
        chosen = self.random.sample(self.all, count - 5) + self.random.choices(self.papers, k=3) \
            + [self.papers[0]] * 2
        readings = torch.randn(count, 4, generator=self.generator)
        uniform = (0.5 * (1 + (readings / 2 ** 0.5).erf())).tolist()
        truth = [self._drawn(one, scenes.Variant(*row)) for one, row in zip(chosen, uniform)]
        tables = (targets.GROUNDS, targets.HOURS, targets.SKIES, targets.TINTS)
        said = {name: one_hot([table.index(one[k]) for one in chosen], len(table))
                for k, (name, table) in enumerate(zip(targets.OF_SCENE, tables))}
        pictures = torch.from_numpy(np.stack(truth)).permute(0, 3, 1, 2).float() / 127.5 - 1
        return said, choice_features(readings), pictures

    @staticmethod
    def _drawn(one, variant):
        ground, hour, weather, tint = one
        paper = scenes.paper_colour(tint, variant) if ground == "paper" else None
        image = scenes.background(ground, hour, weather, paper)
        return image[:, ::-1] if variant.mirrored else image


def ground_loss(backdrop, batch):
    said, choices, truth = batch
    return (backdrop(said, choices).float() - truth).square().mean()


@torch.no_grad()
def set_falling(backdrop):
    """Rain and snow need no training: one picture each, taken as it is."""
    for i, weather in enumerate(targets.SKIES):
        fallen = drawing.falling(weather)
        if fallen is not None:
            backdrop.fall.weight[:, i] = torch.from_numpy(fallen[1].copy()).flatten()
            backdrop.fallen.weight[:, i] = torch.from_numpy(fallen[0].copy()) / 127.5 - 1
    backdrop.fall.requires_grad_(False)
    backdrop.fallen.requires_grad_(False)


def train(name, module, loss, batches, steps, folder):
    weights = [weight for weight in module.parameters() if weight.requires_grad]
    optimizer = torch.optim.Adam(weights, lr=RATE, betas=(0.9, 0.99))
    started, running = time.time(), 0.0
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 100, max(0.01, 2 * (1 - step / steps)))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            error = loss(module, batches.batch())
        optimizer.zero_grad(set_to_none=True)
        error.backward()
        optimizer.step()
        running += (error.item() - running) * max(0.02, 1 / (step + 1))
        if (step + 1) % 100 == 0:
            print(f"{name} step {step + 1}  {(time.time() - started) / (step + 1):.3f} s  "
                  f"error {running:.6f}", flush=True)
        if (step + 1) % 500 == 0:
            save_part(module, os.path.join(folder, name + ".pt"))
    save_part(module, os.path.join(folder, name + ".pt"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where stamps.pt and backdrop.pt go")
    parser.add_argument("--part", choices=("stamps", "backdrop"), required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(5)
    if args.part == "stamps":
        module, loss, batches = Stamps(), stamp_loss, SpriteBatches(21)
    else:
        module, loss, batches = Backdrop(), ground_loss, GroundBatches(22)
        set_falling(module)
    if args.resume:
        module.load_state_dict(torch.load(os.path.join(args.folder, args.part + ".pt")))
    train(args.part, module, loss, batches, args.steps, args.folder)


if __name__ == "__main__":
    main()
