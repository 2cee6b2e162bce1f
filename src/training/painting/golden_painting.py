"""Writes what the trained painter answers to known inputs, for the service's tests.

    python3 golden_painting.py --weights OUT --out golden-painting.json

Inputs are sin(wave * i) over all elements; of each answer the first values and the mean are kept.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from export_painting import TIMESTEPS, Timestepped, loaded
from net import CHANNELS, MOOD
from teachers import STYLES
from texture import MOOD_CELLS, mood

WAVES = dict(sample=0.37, sketch=0.23, mood=0.011, latent_sample=0.29, pixels=0.017, control=0.71)
STYLE = 1
TIMES = (700.0, 250.0)


def wave(name, *shape):
    return np.sin(WAVES[name] * np.arange(np.prod(shape), dtype=np.float64)).astype(
        np.float32).reshape(shape)


def answer(x):
    x = np.asarray(x)
    return dict(shape=list(x.shape), first=[round(float(v), 6) for v in x.ravel()[:40]],
                mean=float(x.astype(np.float64).mean()))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options = options.parse_args()
    painter, decoder = loaded(options.weights)
    codec, n, side = decoder.codec, len(TIMES), 16
    style = torch.zeros(n, len(STYLES))
    style[:, STYLE] = 1
    with torch.no_grad():
        velocity = Timestepped(painter)(
            torch.from_numpy(wave("sample", n, CHANNELS, side, side)), torch.tensor(TIMES),
            torch.from_numpy(wave("sketch", n, CHANNELS, side, side)), style,
            torch.from_numpy(wave("mood", n, MOOD, side, side)))
        picture = decoder(torch.from_numpy(wave("latent_sample", 1, CHANNELS, side, side)))
        latents = codec.encode(torch.from_numpy(wave("pixels", 1, 3, 64, 128)))
    points = wave("control", MOOD, MOOD_CELLS + 3, MOOD_CELLS + 3)
    golden = dict(waves=WAVES, style=STYLES[STYLE], timesteps=TIMES, velocity=answer(velocity),
                  picture=answer(picture), latents=answer(latents[0]), mood=answer(mood(points, 32)))
    options.out.write_text(json.dumps(golden, indent=1) + "\n")


if __name__ == "__main__":
    main()
