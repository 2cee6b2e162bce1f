"""The drawings of things, decoded once and shared between processes as a memory map."""
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

SKY = ("sky-weather", "transport-air", "animal-bird")
NEVER = ("flag", "heart-exclamation")


class Pool:
    """folder: pool.bin and pool.json as build_pool.py writes them. Drawings decode when asked for."""

    def __init__(self, folder):
        folder = Path(folder)
        self.entries = json.loads((folder / "pool.json").read_text())
        self.data = np.memmap(folder / "pool.bin", np.uint8, "r")
        self.by_name = {}
        for k, entry in enumerate(self.entries):
            self.by_name.setdefault(entry["name"], []).append(k)
        self.names = [n for n in self.by_name
                      if self.entries[self.by_name[n][0]]["sub"] not in NEVER]
        self.cache = {}

    def drawing(self, k):
        """[h, w, 4] uint8: red, green, blue, opacity; the longer side is 184 pixels."""
        if k not in self.cache:
            entry = self.entries[k]
            coded = self.data[entry["at"]:entry["at"] + entry["size"]]
            image = Image.open(io.BytesIO(coded.tobytes())).convert("RGBA")
            self.cache[k] = np.asarray(image)
        return self.cache[k]

    def flies(self, name):
        return self.entries[self.by_name[name][0]]["sub"] in SKY
