"""Scenes that nobody trained on, painted by the teachers, for sheets and figures.

    python3 evaluation_set.py --pool pool --kind held|fifty --out FILE.npz

held: random scenes, two renderings in every style. fifty: the scenes of fifty_scenes.tsv.
The file holds sketch [n, 256, 256, 3] and painting [renderings, n, styles, 256, 256, 3], uint8.
"""
import argparse
import os
from pathlib import Path

import cv2
import numpy as np

from pairs import examples
from pool import Pool
from sketch import COLOURS, Scene, Thing, random_scene
from teachers import STYLES

HERE = Path(__file__).parent


def written_scenes(pool):
    """[(prompt, Scene)] of fifty_scenes.tsv."""
    lines = (HERE / "fifty_scenes.tsv").read_text(encoding="utf-8").splitlines()
    return [written(line, 7000 + k, pool) for k, line in enumerate(lines)]


def written(line, seed, pool):
    prompt, place, hour, relation, things = line.split("\t")
    things = tuple(thing(t.strip(), pool) for t in things.split(";") if t.strip())
    return prompt, Scene(place, hour, things, relation, seed)


def thing(text, pool):
    """ "3 big red apple" -> Thing; a concept's own name may begin with a colour."""
    count, size, colour = 1, "", ""
    while text not in pool.by_name:
        word, _, text = text.partition(" ")
        if word.isdigit():
            count = int(word)
        elif word in ("big", "small"):
            size = word
        elif word in COLOURS:
            colour = word
        else:
            raise ValueError(f"thing: {word} {text} (expected: a concept of concepts.tsv)")
    return Thing(text, count, size, colour)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pool", type=Path, required=True)
    options.add_argument("--kind", choices=("held", "fifty"), required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--count", type=int, default=50)
    options = options.parse_args()
    cv2.setNumThreads(1)
    pool = Pool(options.pool)
    if options.kind == "held":
        scenes = [random_scene(500 + k, pool) for k in range(options.count)]
    else:
        scenes = [scene for _, scene in written_scenes(pool)][:options.count]
    every, sketches, painted = range(len(STYLES)), [], []
    for k, scene in enumerate(scenes):
        made = [examples(500 + k + 100 * n, pool, scene, every)
                for n in range(2 if options.kind == "held" else 1)]
        sketches.append(made[0][0].sketch)
        painted.append([[e.painting for e in one] for one in made])
    part = options.out.with_suffix(".part")
    with open(part, "wb") as file:
        np.savez(file, sketch=np.stack(sketches), painting=np.stack(painted).swapaxes(0, 1))
    os.replace(part, options.out)


if __name__ == "__main__":
    main()
