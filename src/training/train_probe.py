"""Trains the probe on drawn scenes and measures its own error on unseen ones."""
import argparse
import os
import random
import time

import torch
from torch.nn import functional

import captions
import judge
import scenes
import sight
import targets
from data import images
from model import save_part
from probe import Probe, crop
from scenes import CELL
from variant import Variant

BATCH = 32
RATE = 2e-3


class Scenes:
    """Endless scenes and their pictures; kept: of complete captions that are kept from training."""

    def __init__(self, seed, kept=False):
        self.random, self.kept = random.Random(seed), kept
        self.generator = torch.Generator().manual_seed(seed)

    def batch(self, count):
        """(pictures, scenes, variants)."""
        drawn = [captions.whole(self.random, True)[2] if self.kept
                 else captions.example(self.random)[1] for _ in range(count)]
        chosen = [Variant(*(self.random.random() for _ in range(4))) for _ in range(count)]
        return images([scenes.picture(*one) for one in zip(drawn, chosen)]), drawn, chosen

    def worn(self, pictures):
        """As if painted by a model: a little blurred, a little noisy, about one in two."""
        blurred = functional.avg_pool2d(functional.pad(pictures, (1, 1, 1, 1), "replicate"), 3, 1)
        rand = torch.rand(2, len(pictures), 1, 1, 1, generator=self.generator)
        noise = torch.randn(pictures.shape, generator=self.generator) * 0.12
        soft, loud = (rand - 0.5).clamp(min=0)
        return pictures + soft * (blurred - pictures) + loud * noise

    def crops(self, pictures, drawn, chosen):
        """(crops, thing classes, colour classes): every box, and as many where none stands."""
        cut, things, colours = [], [], []
        for picture, scene, variant in zip(pictures, drawn, chosen):
            for thing, side, left, top in scenes.placed(scene, variant):
                cut += [crop(picture, side, left, top), crop(picture, *self._beside(side, left, top))]
                things += [targets.THINGS.index(thing.name), 0]
                colours += [targets.TINTS.index(thing.colour), -1]
        return torch.stack(cut), torch.tensor(things), torch.tensor(colours)

    def _beside(self, side, left, top):
        """The box moved by at least a cell, inside the picture."""
        limit = (128 - side) // CELL
        while True:
            x, y = (max(0, min(limit, at // CELL + self.random.randint(-2, 2)))
                    for at in (left, top))
            if (x * CELL, y * CELL) != (left, top):
                return side, x * CELL, y * CELL


def loss(probe, stream):
    pictures, drawn, chosen = stream.batch(BATCH)
    pictures = stream.worn(pictures)
    said = targets.stacked([targets.targets(*one) for one in zip(drawn, chosen)])
    total = sum(functional.cross_entropy(scores.float(), torch.tensor(said[name]))
                for name, scores in probe.scene(pictures).items())
    crops, things, colours = stream.crops(pictures, drawn, chosen)
    scores = probe.thing(crops)
    return total + functional.cross_entropy(scores["thing"].float(), things) \
        + functional.cross_entropy(scores["colour"].float(), colours, ignore_index=-1)


def train(probe, stream, folder, steps):
    optimizer = torch.optim.AdamW(probe.parameters(), lr=RATE, weight_decay=0.01)
    started, running = time.time(), 0.0
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, step / 100, max(0.01, 1.6 * (1 - step / steps)))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            error = loss(probe, stream)
        optimizer.zero_grad(set_to_none=True)
        error.backward()
        optimizer.step()
        running += (error.item() - running) * max(0.02, 1 / step)
        if step % 100 == 0:
            print(f"step {step}  {(time.time() - started) / step:.3f} s  loss {running:.4f}",
                  flush=True)
        if step % 500 == 0:
            save_part(probe, os.path.join(folder, "probe.pt"))
    save_part(probe, os.path.join(folder, "probe.pt"))


def own_error(probe, batches=40, seed=78):
    """{attribute: (per cent right, number asked)} on drawn scenes: the probe's own error."""
    stream, tally = Scenes(seed, kept=True), judge.Tally()
    for _ in range(batches):
        pictures, drawn, _ = stream.batch(50)
        for scene, seen in zip(drawn, sight.look(probe, pictures, drawn)):
            tally.add(judge.verdicts(scene, seen))
    return tally.shares()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where probe.pt goes")
    parser.add_argument("--steps", type=int, default=4000, help="0: only the report")
    parser.add_argument("--resume", action="store_true", help="go on from probe.pt")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(9)
    probe = Probe()
    if args.resume:
        probe.load_state_dict(torch.load(os.path.join(args.folder, "probe.pt")))
    if args.steps:
        train(probe, Scenes(41), args.folder, args.steps)
    print(own_error(probe.eval()), flush=True)


if __name__ == "__main__":
    main()
