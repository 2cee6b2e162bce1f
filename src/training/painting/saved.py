"""Weights in two files of float16, each below 16 MiB; what is no parameter stays float32."""
import os

import numpy as np

NAMES = ("weights_a.npz", "weights_b.npz")


def save(folder, painter, decoder):
    """Writes both state dictionaries; replaces earlier files only when new ones are complete."""
    items = [(f"{prefix}.{key}", array(value, key)) for prefix, state in
             (("painter", painter), ("decoder", decoder)) for key, value in state.items()]
    total, at, parts = sum(v.nbytes for _, v in items), 0, ({}, {})
    for key, value in items:
        parts[at * 2 > total][key] = value
        at += value.nbytes
    for name, part in zip(NAMES, parts):
        with open(folder / (name + ".part"), "wb") as file:
            np.savez(file, **part)
        os.replace(folder / (name + ".part"), folder / name)


def array(value, key):
    value = value.detach().float().cpu().numpy()
    small = key.endswith(("weight", "bias")) and "guess" not in key
    return value.astype(np.float16) if small else value


def load(folder, which):
    """The state dictionary of "painter" or "decoder"."""
    import torch
    state = {}
    for name in NAMES:
        with np.load(folder / name) as file:
            for key in file.files:
                prefix, _, rest = key.partition(".")
                if prefix == which:
                    state[rest] = torch.from_numpy(file[key].astype(np.float32))
    return state
