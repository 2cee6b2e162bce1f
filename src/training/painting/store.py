"""Training examples on the device: latents of all, pixels of some; filled while training runs."""
import threading
import time
from functools import lru_cache

import numpy as np
import torch

from net import CHANNELS, MOOD
from texture import MOOD_CELLS, spline

LATENT = 32


def pictures(array, device):
    """uint8 [n, h, w, 3] -> [n, 3, h, w] in [-1, 1]."""
    x = torch.from_numpy(np.ascontiguousarray(array)).to(device, non_blocking=True)
    return x.movedim(3, 1).float() / 127.5 - 1


@lru_cache(maxsize=None)
def weights(side, device):
    return torch.from_numpy(spline(MOOD_CELLS, side)).to(device)


def moods(points, side=LATENT):
    """Control points [n, MOOD, k, k] -> fields [n, MOOD, side, side], as texture.mood makes them."""
    w = weights(side, points.device)
    return torch.einsum("ai,ncij,bj->ncab", w, points, w) * 2


class Reader(threading.Thread):
    """Reads and deletes the chunks that workers write, and hands them to `take`."""

    def __init__(self, folder, take, log):
        super().__init__(daemon=True)
        self.folder, self.take, self.log, self.stopped = folder, take, log, False

    def run(self):
        while not self.stopped:
            found = sorted(self.folder.glob("chunk-*.npz"), key=lambda p: p.name[-9:])
            for path in found:
                if self.stopped:
                    return
                try:
                    with np.load(path) as file:
                        self.take({k: file[k] for k in file.files})
                except Exception as failure:
                    self.log(f"chunk {path.name}: {failure!r}")
                finally:
                    path.unlink(missing_ok=True)
            if not found:
                time.sleep(0.2)


class Store:
    """At most `capacity` examples, of which `seen` are there. One thread reads, any may add.

    Adding uses its own stream, so that it does not wait for the training that is queued.
    """

    def __init__(self, codec, device, capacity, pixels):
        half = dict(device=device, dtype=torch.float16)
        shape = capacity, CHANNELS, LATENT, LATENT
        self.codec, self.device, self.capacity, self.pixels = codec, device, capacity, pixels
        self.sketch, self.painting = torch.empty(shape, **half), torch.empty(shape, **half)
        self.style = torch.zeros(capacity, dtype=torch.long, device=device)
        self.points = torch.zeros(capacity, MOOD, MOOD_CELLS + 3, MOOD_CELLS + 3, device=device)
        self.thing = torch.zeros(capacity, LATENT, LATENT, device=device)
        self.pixel = torch.zeros(pixels, 256, 256, 3, dtype=torch.uint8, device=device)
        self.seen, self.lock = 0, threading.Lock()
        self.stream = None
        if self.device.type == "cuda":
            torch.cuda.synchronize()
            self.stream = torch.cuda.Stream()

    @property
    def full(self):
        return self.seen >= self.capacity

    def add(self, chunk):
        with self.lock, torch.no_grad():
            n = min(len(chunk["style"]), self.capacity - self.seen)
            if n == 0:
                return
            chunk = {k: v[:n] for k, v in chunk.items()}
            if self.stream is None:
                self._add(chunk, n)
            else:
                with torch.cuda.stream(self.stream):
                    self._add(chunk, n)
                self.stream.synchronize()
            self.seen += n

    def _add(self, chunk, n):
        at = slice(self.seen, self.seen + n)
        painting = pictures(chunk["painting"], self.device)
        self.sketch[at] = self.codec.encode(pictures(chunk["sketch"], self.device)).half()
        self.painting[at] = self.codec.encode(painting).half()
        self.style[at] = torch.from_numpy(chunk["style"]).to(self.device)
        self.points[at] = torch.from_numpy(chunk["points"]).to(self.device)
        self.thing[at] = torch.from_numpy(chunk["thing"]).to(self.device)
        room = min(n, self.pixels - self.seen)
        if room > 0:
            pixels = torch.from_numpy(chunk["painting"][:room]).to(self.device)
            self.pixel[self.seen:self.seen + room] = pixels

    def batch(self, size):
        """(sketch, painting, style index, mood, thing), float32."""
        i = torch.randint(0, self.seen, (size,), device=self.device)
        return (self.sketch[i].float(), self.painting[i].float(), self.style[i],
                moods(self.points[i]), self.thing[i])

    def crops(self, size, side=128):
        """Paintings [size, 3, side, side] in [-1, 1], cut at whole patches."""
        i = torch.randint(0, min(self.seen, self.pixels), (size,), device=self.device)
        y, x = (int(v) * 8 for v in torch.randint(0, (256 - side) // 8 + 1, (2,)))
        cut = self.pixel[i, y:y + side, x:x + side]
        return cut.movedim(3, 1).float() / 127.5 - 1
