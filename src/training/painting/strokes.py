"""Brush strokes laid on a canvas one after the other, compiled with numba where it can be had."""
import math
from functools import lru_cache

import numpy as np

from texture import F, smooth

ANGLES = 24
VARIANTS = 4
PAD = 64


@lru_cache(maxsize=None)
def brushes(width, length):
    """(radius, opacity [n, d, d], relief [n, d, d]): bristly, ragged strokes in all directions."""
    r = int(math.ceil(length / 2 + width / 2 + 1))
    yy, xx = np.mgrid[-r:r + 1, -r:r + 1].astype(F)
    g = np.random.default_rng(int(width * 100 + length))
    masks, reliefs = [], []
    for a in range(ANGLES):
        t = math.pi * a / ANGLES
        for _ in range(VARIANTS):
            u = xx * math.cos(t) + yy * math.sin(t)
            v = -xx * math.sin(t) + yy * math.cos(t)
            v = v + g.uniform(-0.12, 0.12) * width * (2 * u / length) ** 2
            n = max(2, int(width * 0.7))
            bristle = g.standard_normal(n + 2)
            at = np.clip((v / width + 0.5) * n, 0, n)
            i = at.astype(int)
            streak = bristle[i] * (1 - at + i) + bristle[i + 1] * (at - i)
            ragged = np.maximum(0.12 * length * streak * np.sign(u), 0)
            side = smooth((width / 2 + 0.5 - np.abs(v)).astype(F), 0, 1.2)
            ends = smooth((length / 2 - np.abs(u) - ragged).astype(F), -0.8, 0.8)
            dry = np.clip(1 - 0.3 * np.maximum(streak, 0) * (0.5 + u / length), 0.3, 1)
            masks.append((side * ends * dry).astype(F))
            reliefs.append((0.5 + 0.30 * streak + 0.3 * (np.abs(v) * 2 / width) ** 4
                            + 0.2 * u / length).astype(F))
    return r, np.stack(masks), np.stack(reliefs)


def _lay_compiled(canvas, masks, reliefs, which, top, left, colours):
    d = masks.shape[1]
    for j in range(len(which)):
        mask, relief = masks[which[j]], reliefs[which[j]]
        red, green, blue = colours[j, 0], colours[j, 1], colours[j, 2]
        for y in range(d):
            for x in range(d):
                m = mask[y, x]
                if m > 0.004:
                    p = canvas[top[j] + y, left[j] + x]
                    p[0] += (red - p[0]) * m
                    p[1] += (green - p[1]) * m
                    p[2] += (blue - p[2]) * m
                    p[3] += (relief[y, x] - p[3]) * m


def _lay_plain(canvas, masks, reliefs, which, top, left, colours):
    """The same in numpy, about twenty times slower."""
    d = masks.shape[1]
    for j in range(len(which)):
        mask, view = masks[which[j]], canvas[top[j]:top[j] + d, left[j]:left[j] + d]
        view[..., :3] += (colours[j] - view[..., :3]) * mask[..., None]
        view[..., 3] += (reliefs[which[j]] - view[..., 3]) * mask


try:
    import numba
    _lay = numba.njit(cache=True, fastmath=True)(_lay_compiled)
except ImportError:
    _lay = _lay_plain


def lay(canvas, reference, angle, g, width, length, step, where=None, value=0.05, hue=0.03,
        turn=0.11):
    """One layer of strokes in the reference's colours.

    canvas: [side + 2 PAD, side + 2 PAD, 4], red, green, blue, relief. step: pixels between strokes.
    where: [side, side] probability of a stroke. value, hue: how much colours vary.
    """
    side = reference.shape[0]
    r, masks, reliefs = brushes(width, length)
    n = int(side / step) + 2
    y, x = (np.mgrid[0:n, 0:n].reshape(2, -1) + g.uniform(-0.6, 0.6, (2, n * n))) * step
    iy, ix = (np.clip(v, 0, side - 1).astype(np.int64) for v in (y, x))
    if where is not None:
        kept = where[iy, ix] > g.random(len(iy))
        y, x, iy, ix = y[kept], x[kept], iy[kept], ix[kept]
    order = g.permutation(len(y))
    y, x, iy, ix = y[order], x[order], iy[order], ix[order]
    count = len(y)
    colours = reference[iy, ix] * (1 + value * g.standard_normal((count, 1))) \
        + 0.3 * value * g.standard_normal((count, 1)) + hue * g.standard_normal((count, 3))
    a = angle[iy, ix] + turn * g.standard_normal(count)
    which = (np.floor(a / math.pi * ANGLES + 0.5).astype(np.int64) % ANGLES) * VARIANTS \
        + g.integers(0, VARIANTS, count)
    top, left = (np.clip(v, -r, side + r).astype(np.int64) - r + PAD for v in (y, x))
    _lay(canvas, masks, reliefs, which, top, left, np.clip(colours, 0, 1).astype(F))


def blank(side, colour, relief=0.3):
    """(canvas, view of its middle)."""
    canvas = np.empty((side + 2 * PAD, side + 2 * PAD, 4), F)
    canvas[..., :3], canvas[..., 3] = colour, relief
    return canvas, canvas[PAD:PAD + side, PAD:PAD + side]
