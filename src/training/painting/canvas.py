"""A picture in layers: antialiased shapes painted one over the other.

Colours are float32 in 0..1, coordinates are fractions of the side, x to the right and y down.
`layer` holds for each pixel the number of the layer that shows, larger is nearer; the paper
cut-out needs it.
"""
import cv2
import numpy as np

F = np.float32
SHIFT = 4


def ramp(x, low, high):
    """Smooth step from 0 at low to 1 at high."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


class Canvas:
    """One picture. Not thread-safe."""

    def __init__(self, side=256):
        self.side = side
        self.rgb = np.zeros((side, side, 3), F)
        self.layer = np.zeros((side, side), np.int16)
        self.top = 0
        middle = (np.arange(side, dtype=F) + F(0.5)) / side
        self.x, self.y = middle[None, :], middle[:, None]

    def next_layer(self):
        self.top += 1
        return self.top

    def gradient(self, top, bottom, start=0.0, end=1.0):
        """A vertical gradient over the whole picture."""
        t = np.clip((self.y - start) / (end - start), 0, 1)[..., None]
        self.rgb[:] = np.asarray(top, F) * (1 - t) + np.asarray(bottom, F) * t

    def below(self, profile, top, bottom=None, depth=0.25, layered=True):
        """Everything below the line y = profile[x]; the colour goes from top to bottom."""
        distance = self.y - profile[None, :].astype(F)
        opacity = np.clip(distance * self.side + 0.5, 0, 1)
        top = np.asarray(top, F)
        bottom = top if bottom is None else np.asarray(bottom, F)
        t = np.clip(distance / depth, 0, 1)[..., None]
        self._over(slice(None), slice(None), opacity, top * (1 - t) + bottom * t, layered)

    def polygon(self, points, colour, opacity=1.0, layered=True):
        """points: [count, 2] of x, y."""
        points = np.asarray(points, F) * self.side
        self._shape(points[:, 0].min(), points[:, 1].min(), points[:, 0].max(), points[:, 1].max(),
                    lambda mask, shift: cv2.fillPoly(mask, [fixed(points - shift)], 255,
                                                     cv2.LINE_AA, SHIFT), colour, opacity, layered)

    def rectangle(self, left, top, right, bottom, colour, opacity=1.0, layered=True):
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour, opacity,
                     layered)

    def ellipse(self, x, y, rx, ry, colour, opacity=1.0, layered=True, soft=0.0):
        """soft: the part of the radius over which the edge fades."""
        s = self.side
        y0, y1 = clipped((y - ry) * s - 2, s), clipped((y + ry) * s + 3, s)
        x0, x1 = clipped((x - rx) * s - 2, s), clipped((x + rx) * s + 3, s)
        if y0 >= y1 or x0 >= x1:
            return
        dx, dy = (self.x[:, x0:x1] - F(x)) / F(rx), (self.y[y0:y1] - F(y)) / F(ry)
        distance = np.sqrt(dx * dx + dy * dy)
        edge = max(soft, 1.0 / (min(rx, ry) * s))
        mask = np.clip((1 - distance) / F(edge) + (0.5 if soft == 0 else 0), 0, 1)
        self._over(slice(y0, y1), slice(x0, x1), mask * F(opacity), np.asarray(colour, F), layered)

    def line(self, points, width, colour, opacity=1.0, layered=False):
        points = np.asarray(points, F) * self.side
        pixels = max(1, round(width * self.side))
        pad = pixels + 1
        self._shape(points[:, 0].min() - pad, points[:, 1].min() - pad, points[:, 0].max() + pad,
                    points[:, 1].max() + pad,
                    lambda mask, shift: cv2.polylines(mask, [fixed(points - shift)], False, 255,
                                                      pixels, cv2.LINE_AA, SHIFT),
                    colour, opacity, layered)

    def glow(self, x, y, radius, colour, strength=1.0):
        """Light added around a point."""
        distance = ((self.x - F(x)) ** 2 + (self.y - F(y)) ** 2) / F(radius * radius)
        light = np.exp(-distance)[..., None] * F(strength)
        self.rgb += light * np.asarray(colour, F) * (1 - self.rgb * F(0.8))

    def tint(self, opacity, colour):
        """A colour laid over everything; opacity may be a field."""
        opacity = np.asarray(opacity, F)
        opacity = opacity[..., None] if opacity.ndim else opacity
        self.rgb += (np.asarray(colour, F) - self.rgb) * opacity

    def stamp(self, colour, opacity, left, top, layered=True):
        """A drawing [h, w, 3] with opacity [h, w], at whole pixels, cut at the picture's edges."""
        height, width = opacity.shape
        y0, x0 = max(0, top), max(0, left)
        y1, x1 = min(self.side, top + height), min(self.side, left + width)
        if y0 >= y1 or x0 >= x1:
            return
        part = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
        self._over(slice(y0, y1), slice(x0, x1), opacity[part], colour[part], layered)

    def _shape(self, x0, y0, x1, y1, draw, colour, opacity, layered):
        s = self.side
        x0, y0, x1, y1 = (clipped(v, s) for v in (x0 - 1, y0 - 1, x1 + 2, y1 + 2))
        if y0 >= y1 or x0 >= x1:
            return
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        draw(mask, np.array((x0, y0), F))
        self._over(slice(y0, y1), slice(x0, x1), mask.astype(F) * F(opacity / 255), colour, layered)

    def _over(self, rows, columns, opacity, colour, layered):
        view = self.rgb[rows, columns]
        view += (np.asarray(colour, F) - view) * opacity[..., None]
        if layered:
            number = self.next_layer()
            self.layer[rows, columns][opacity > 0.5] = number


def clipped(value, side):
    return int(min(max(value, 0), side))


def fixed(points):
    """Pixels with SHIFT bits of fraction, as OpenCV takes them; its pixel centres are whole."""
    return np.round((points - 0.5) * (1 << SHIFT)).astype(np.int32)
