"""Trains the probe on drawn scenes and measures its own error on unseen ones."""
import argparse
import os
import random
import time

import numpy as np
import torch
from torch.nn import functional

import captions
import judge
import scenes
import sprites
import targets
from data import images
from model import save_part
from probe import OF_PICTURE, Probe, picture_classes, things_seen
from scenes import CELL, MOST
from variant import Variant

BATCH = 32
RATE = 2e-3
COVERED = 0.3


class Scenes:
    """Endless batches of pictures and their classes."""

    def __init__(self, seed, whole=False):
        self.random, self.whole = random.Random(seed), whole
        self.generator = torch.Generator().manual_seed(seed)

    def draw(self):
        """A scene and a variant; whole: only scenes of complete captions, kept from training."""
        scene = captions.whole(self.random, kept=True)[2] if self.whole \
            else captions.example(self.random)[1]
        return scene, Variant(*(self.random.random() for _ in range(4)))

    def batch(self, count):
        """(images, {name: classes}, scenes)."""
        drawn = [self.draw() for _ in range(count)]
        classes = [labels(*one) for one in drawn]
        pictures = images([scenes.picture(*one) for one in drawn])
        return pictures, {name: torch.from_numpy(np.stack([one[name] for one in classes]))
                          for name in classes[0]}, [scene for scene, _ in drawn]

    def worn(self, pictures):
        """As if painted by a model: a little blurred, a little noisy, in one picture of two."""
        blurred = functional.avg_pool2d(functional.pad(pictures, (1, 1, 1, 1), "replicate"), 3, 1)
        rand = torch.rand(3, len(pictures), 1, 1, 1, generator=self.generator)
        soft = (rand[0] - 0.4).clamp(min=0)
        noise = torch.randn(pictures.shape, generator=self.generator) * 0.12
        return pictures + soft * (blurred - pictures) + (rand[1] - 0.5).clamp(min=0) * noise


def labels(scene, variant):
    """{name: int or [16, 16] of int} of a picture."""
    said = targets.targets(scene, variant)
    made = {name: np.int64(said[name]) for name in targets.OF_SCENE}
    boxes = scenes.placed(scene, variant)
    made["count"] = np.int64(min(MOST, len(boxes)))
    made["thing"] = np.zeros((16, 16), np.int64)
    made["colour"] = np.full((16, 16), -1, np.int64)
    for thing, side, left, top in boxes:
        covered = _covered(thing.name, side)
        rows, columns = (slice(start // CELL, (start + side) // CELL) for start in (top, left))
        made["thing"][rows, columns][covered] = targets.THINGS.index(thing.name)
        made["colour"][rows, columns][covered] = targets.TINTS.index(thing.colour)
    return made


def _covered(name, side):
    """[side / 8, side / 8] of bool: which cells of its box the thing fills."""
    opacity = sprites.sprite(name, None, side, (1.0, 1.0, 1.0))[1][..., 0]
    cells = side // CELL
    return opacity.reshape(cells, CELL, cells, CELL).mean((1, 3)) > COVERED


def loss(scores, classes):
    total = sum(functional.cross_entropy(scores[name].float(), classes[name])
                for name in OF_PICTURE)
    for name in ("thing", "colour"):
        total = total + 3 * functional.cross_entropy(scores[name].float(), classes[name],
                                                     ignore_index=-1)
    return total


def train(probe, stream, folder, steps):
    optimizer = torch.optim.AdamW(probe.parameters(), lr=RATE, weight_decay=0.01)
    started, running = time.time(), 0.0
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, step / 100, max(0.01, 2 * (1 - step / steps)))
        pictures, classes, _ = stream.batch(BATCH)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            error = loss(probe(stream.worn(pictures)), classes)
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


@torch.no_grad()
def report(probe, count=40):
    """The shares in which the probe is right on unseen renders."""
    probe.eval()
    stream, tally = Scenes(77, whole=True), judge.Tally()
    for _ in range(count):
        pictures, _, drawn = stream.batch(25)
        scores = probe(pictures)
        judge.add(tally, drawn, picture_classes(scores), things_seen(scores))
    print(tally.shares(), flush=True)


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
    report(probe)


if __name__ == "__main__":
    main()
