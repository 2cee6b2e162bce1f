"""Pairs of sketch and painting, generated from numbers: the same number gives the same pair.

    python3 pairs.py --pool pool --out DIR --worker K --workers N     endless, until DIR/STOP exists
"""
import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from pool import Pool
from sketch import compose, random_scene
from teachers import STYLES, TEACHERS
from texture import control_points, mood

SIDE = 256
CELL = 8
# One sketch is painted in this many styles, as composing takes time too.
PER_SKETCH = 2
# Training scenes are numbered from here; tests use smaller numbers.
FIRST = 1_000_000
CHUNK = 32
WAITING = 20
# How often a style is drawn: those with more chance in them need more pairs.
SHARES = {"gouache": 1.2, "oil": 1.1, "watercolour": 1.1, "pencil": 1.1, "paper": 0.9, "pixel": 0.7,
          "neon": 0.9}


@dataclass
class Example:
    """sketch, painting: [256, 256, 3] uint8; points: the mood's control points; thing: [32, 32]."""
    sketch: np.ndarray
    painting: np.ndarray
    style: int
    points: np.ndarray
    thing: np.ndarray


def paint(drawn, style, g):
    """(painting in 0..1, control points of its mood)."""
    points = control_points(g)
    return TEACHERS[style](drawn, mood(points, drawn.rgb.shape[0]), g), points


def examples(number, pool, scene=None, styles=None):
    """The examples of one sketch, as a list."""
    g = np.random.default_rng(number)
    drawn = compose(scene or random_scene(number, pool), pool)
    if styles is None:
        chance = np.array([SHARES[s] for s in STYLES])
        styles = g.choice(len(STYLES), PER_SKETCH, False, chance / chance.sum())
    thing = cv2.resize(drawn.thing.astype(np.float32), (SIDE // CELL, SIDE // CELL),
                       interpolation=cv2.INTER_AREA)
    made = []
    for style in styles:
        painting, points = paint(drawn, STYLES[style], g)
        made.append(Example(byte(drawn.rgb), byte(painting), int(style), points, thing))
    return made


def byte(x):
    return (np.clip(x, 0, 1) * 255 + 0.5).astype(np.uint8)


def packed(made):
    return dict(sketch=np.stack([e.sketch for e in made]),
                painting=np.stack([e.painting for e in made]),
                style=np.array([e.style for e in made], np.int64),
                points=np.stack([e.points for e in made]),
                thing=np.stack([e.thing for e in made]))


def work(pool, out, worker, workers):
    """Writes chunks DIR/chunk-WORKER-NUMBER.npz; waits while many of its chunks are unread."""
    number, count, chunk = FIRST + worker, 0, []
    while not (out / "STOP").exists():
        try:
            chunk += examples(number, pool)
        except Exception as failure:
            print("scene", number, "failed:", repr(failure), flush=True)
        number += workers
        if len(chunk) >= CHUNK:
            target = out / f"chunk-{worker:02d}-{count:05d}.npz"
            with open(target.with_suffix(".part"), "wb") as file:
                np.savez(file, **packed(chunk))
            os.replace(target.with_suffix(".part"), target)
            chunk, count = [], count + 1
            while len(list(out.glob(f"chunk-{worker:02d}-*.npz"))) > WAITING:
                time.sleep(0.5)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pool", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--worker", type=int, default=0)
    options.add_argument("--workers", type=int, default=1)
    options = options.parse_args()
    cv2.setNumThreads(1)
    work(Pool(options.pool), options.out, options.worker, options.workers)


if __name__ == "__main__":
    main()
