"""What the teachers share: blurs, smooth noise, edges. Pictures are float32 [side, side, 3] in 0..1."""
import math
from functools import lru_cache

import cv2
import numpy as np

F = np.float32
# The smooth random fields that a painting's global choices come from; the network is given them.
MOODS = 3
MOOD_CELLS = 4


def blur(x, sigma):
    """Gaussian."""
    if sigma < 0.2:
        return x
    return cv2.GaussianBlur(x, (0, 0), float(sigma), borderType=cv2.BORDER_REPLICATE)


@lru_cache(maxsize=None)
def spline(cells, count):
    """[count, cells + 3]: cubic B-spline values at the middles of `count` equal intervals."""
    at = (np.arange(count) + 0.5) / count * cells
    d = np.abs(at[:, None] - (np.arange(cells + 3)[None] - 1))
    w = np.where(d < 1, 2 / 3 - d * d + d ** 3 / 2, np.where(d < 2, (2 - d) ** 3 / 6, 0))
    return w.astype(F)


def control_points(g):
    """The random numbers of a mood: standard normal [MOODS, cells + 3, cells + 3]."""
    return g.standard_normal((MOODS, MOOD_CELLS + 3, MOOD_CELLS + 3), dtype=F)


def mood(points, side):
    """Smooth fields of about unit deviation, [MOODS, side, side]."""
    w = spline(MOOD_CELLS, side)
    return (w @ points @ w.T * F(2)).astype(F)


def noise(g, cells, side, cells_across=None):
    """Smooth noise of about unit deviation, [side, side]."""
    a, b = spline(cells, side), spline(cells_across or cells, side)
    return a @ g.standard_normal((a.shape[1], b.shape[1]), dtype=F) @ b.T * F(2)


def white(g, side, sigma):
    """White noise, blurred, of unit deviation."""
    x = blur(g.standard_normal((side, side), dtype=F), sigma)
    return x / F(max(x.std(), 1e-6))


def luma(x):
    return cv2.transform(x, np.array([[0.3, 0.59, 0.11]], F))


def saturated(x, amount):
    y = luma(x)[..., None]
    return np.clip(y + F(amount) * (x - y), 0, 1)


def smooth(x, low, high):
    t = np.clip((x - F(low)) * F(1 / (high - low)), 0, 1)
    return t * t * (3 - 2 * t)


def edges(x, sigma=1.0, wider=1.7):
    """Difference of Gaussians, the largest of the channels: about the contrast of an outline."""
    return np.abs(blur(x, sigma) - blur(x, sigma * wider)).max(2)


@lru_cache(maxsize=None)
def grid(side):
    y, x = np.mgrid[0:side, 0:side].astype(F)
    return y, x


def shifted(img, dy, dx):
    """Bilinear look-up at y + dy, x + dx."""
    y, x = grid(img.shape[0])
    return cv2.remap(img, x + F(1) * dx, y + F(1) * dy, cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)


def kuwahara(x, r):
    """Each pixel takes the mean of the calmest of four neighbouring squares: flat, crisp areas."""
    size = r + 1
    y = luma(x)
    mean, square = cv2.blur(x, (size, size)), cv2.blur(y * y, (size, size))
    variance = square - luma(mean) ** 2
    best, out, d = None, None, (r + 1) // 2
    for dy in (-d, d):
        for dx in (-d, d):
            v, c = rolled(variance, dy, dx), rolled(mean, dy, dx)
            if best is None:
                best, out = v, c
            else:
                calm = v < best
                best = np.where(calm, v, best)
                out = np.where(calm[..., None], c, out)
    return out


def rolled(x, dy, dx):
    """x at y + dy, x + dx, whole pixels, edges repeated."""
    h, w = x.shape[:2]
    d = max(abs(dy), abs(dx))
    padded = cv2.copyMakeBorder(x, d, d, d, d, cv2.BORDER_REPLICATE)
    return padded[d + dy:d + dy + h, d + dx:d + dx + w]


def stroke_angles(y, flow, spread, free):
    """Angle along edges; where there are none, the flow."""
    gx, gy = cv2.Sobel(y, cv2.CV_32F, 1, 0), cv2.Sobel(y, cv2.CV_32F, 0, 1)
    c, s = blur(gx * gx - gy * gy, spread), blur(2 * gx * gy, spread)
    c, s = c - F(free) * np.cos(2 * flow), s - F(free) * np.sin(2 * flow)
    return F(0.5) * np.arctan2(s, c) + F(0.5 * math.pi)
