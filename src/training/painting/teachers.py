"""Procedural paintings of a sketch: the teachers that the network learns from.

Each is a function (sketch, mood [3, side, side], g) -> picture. Outlines stay where they are (they
move by at most 0.3 pixels) and global choices come from the mood, so that what is left to chance is
texture, which a diffusion model can learn. g: numpy's Generator.
"""
import math

import cv2
import numpy as np

from strokes import blank, lay
from texture import (F, blur, edges, grid, kuwahara, luma, noise, rolled, saturated, shifted, smooth,
                     stroke_angles, white)


# ---------------------------------------------------------------- oil
def oil(sketch, mood, g):
    """Four layers of strokes, large to small, repainted where they miss; lit from above."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    vivid = saturated(rgb, 1.18)
    y, flow = luma(vivid), F(0.6) + F(0.75) * mood[0]
    canvas, view = blank(side, np.array((0.50, 0.41, 0.33), F))
    angle = stroke_angles(blur(y, 3), flow, 6, 0.03)
    lay(canvas, blur(vivid, 3.5), angle, g, 13, 46, 9, value=0.09, hue=0.02)
    reference = blur(vivid, 2.0)
    missed = np.abs(reference - view[..., :3]).sum(2)
    angle = stroke_angles(blur(y, 1.5), flow, 4, 0.01)
    lay(canvas, reference, angle, g, 7.5, 26, 6, smooth(missed, 0.08, 0.28) * 0.92 + 0.08,
        value=0.06, hue=0.016)
    reference = blur(vivid, 0.8)
    angle = stroke_angles(y, flow, 2.0, 0.004)
    missed = blur(np.abs(reference - view[..., :3]).sum(2), 1.0)
    lay(canvas, reference, angle, g, 4.2, 13, 3.4, smooth(missed, 0.08, 0.3), value=0.035, hue=0.01)
    missed = blur(np.abs(vivid - view[..., :3]).sum(2), 0.6)
    lay(canvas, vivid, angle, g, 2.2, 7, 1.7, smooth(missed, 0.06, 0.2), value=0.015, hue=0.006)
    relief = blur(view[..., 3], 0.7)
    light = cv2.Sobel(relief, cv2.CV_32F, 0, 1) * F(0.5) + cv2.Sobel(relief, cv2.CV_32F, 1, 0) * F(0.35)
    light = np.clip(light, -1.4, 1.4)[..., None]
    return np.clip(view[..., :3] * (1 + F(0.13) * light) + F(0.025) * np.maximum(light, 0), 0, 1)


# ---------------------------------------------------------------- gouache, as in picture books
def gouache(sketch, mood, g):
    """Opaque dry strokes over flat colours on grainy paper; details stay crisp."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    flat = saturated(kuwahara(rgb, 3), 1.12)
    detail = smooth(blur(edges(rgb, 0.8, 1.8), 1.0), 0.012, 0.05)
    canvas, view = blank(side, F(0))
    view[..., :3] = flat
    angle = stroke_angles(blur(luma(flat), 2), F(0.5) + F(0.7) * mood[0], 5, 0.02)
    lay(canvas, flat, angle, g, 16, 50, 9, value=0.06, hue=0.016, turn=0.22)
    lay(canvas, flat, angle, g, 9, 28, 8, 1 - detail * F(0.7), value=0.06, hue=0.016, turn=0.22)
    # strokes end where the colour does
    missed = np.abs(view[..., :3] - flat).sum(2)
    fits = np.exp(-(missed / F(0.22)) ** 2)[..., None]
    keep = smooth(detail, 0.2, 0.8)[..., None]
    crisp = saturated(rgb, 1.12)
    out = flat + (view[..., :3] - flat) * fits
    out += (crisp - out) * keep * F(0.9)
    grain = white(g, side, 1.0)
    rough = F(0.022) * grain + F(0.016) * white(g, side, 2.2)
    dry = smooth(grain + F(0.4) * mood[1], 1.9, 2.8)[..., None] * (1 - keep) * F(0.3)
    out = out * (1 + rough[..., None]) + (np.array((0.97, 0.94, 0.88), F) - out) * dry
    # a soft darker rim where one colour ends and another begins
    edge = blur(np.abs(flat - blur(flat, 2)).sum(2), 0.7)
    return np.clip(out * (1 - F(0.5) * np.clip(edge, 0, 0.35))[..., None], 0, 1)


# ---------------------------------------------------------------- watercolour
PAPER = np.array((0.98, 0.97, 0.945), F)


def watercolour(sketch, mood, g):
    """Wet washes with tide lines and grain, white paper around, a fine drawing in pencil."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    flat = kuwahara(rgb, 4)
    outline = smooth(blur(edges(rgb, 1.0, 1.8), 1.6), 0.015, 0.06)
    flat = flat + F(0.75) * outline[..., None] * (rgb - flat)
    wet = (smooth(mood[2], 0.0, 1.4) * (1 - F(0.85) * outline))[..., None]
    flat = flat + F(0.7) * wet * (blur(flat, 5.0) - flat)
    a = F(0.10) + F(0.9) * saturated(flat, 1.3) ** F(0.78)
    density = 1 + F(0.22) * mood[1] + F(0.13) * noise(g, 9, side)
    border = np.abs(a - blur(a, 2.4)).sum(2)
    darker = luma(blur(a, 2.8)) > luma(a) - F(0.01)
    density += F(1.3) * np.clip(border, 0, 0.4) * darker
    tide = mood[1] + F(0.12) * noise(g, 26, side)
    for level in (0.5, -0.7):
        t = tide - F(level)
        density += F(0.30) * np.exp(-(t / F(0.05)) ** 2) + F(0.2) * np.exp(
            -np.clip(t, 0, 9) / F(0.3)) * (t > 0)
    fibre = white(g, side, 1.4)
    density += F(0.07) * white(g, side, 0.8) + F(0.08) * fibre * (F(0.5) + luma(a))
    out = a - (a - a * a) * (np.clip(density, 0.1, 3)[..., None] - 1)
    yy, xx = grid(side)
    inside = np.minimum(np.minimum(xx, side - 1 - xx), np.minimum(yy, side - 1 - yy)) - F(6.5)
    inside = inside + F(2.0) * noise(g, 14, side) + F(0.9) * noise(g, 48, side)
    painted = smooth(inside, -0.6, 1.2)
    rim = np.exp(-((inside - 2.4) / F(1.6)) ** 2)
    gaps = smooth(fibre + F(0.9) * mood[2], 2.6, 3.3) * F(0.4) * (1 - outline)
    painted = painted * (1 - gaps)
    out = out * (1 - F(0.2) * rim * painted)[..., None]
    sheet = PAPER - F(0.016) * fibre[..., None]
    out = sheet + painted[..., None] * (out - sheet)
    press = np.clip(F(0.6) + F(0.3) * noise(g, 10, side) + F(0.14) * fibre, 0, 1)
    line = smooth(edges(rgb, 0.8, 1.7), 0.03, 0.12) * press * painted
    return np.clip(out * (1 - F(0.62) * line[..., None]), 0, 1)


# ---------------------------------------------------------------- coloured pencil
def hatching(g, side, angle, pitch):
    """Hand-drawn parallel lines, 0..1; where it is low, light pressure leaves the paper."""
    yy, xx = grid(side)
    u = xx * F(math.cos(angle)) + yy * F(math.sin(angle))
    v = -xx * F(math.sin(angle)) + yy * F(math.cos(angle))
    v = v + F(1.3) * noise(g, 5, side) + F(0.4) * noise(g, 18, side)
    table = g.random((256, 24), dtype=F)
    row = v / F(pitch)
    i = np.floor(row).astype(np.int32)
    line = 1 - np.abs(row - i - F(0.5)) * 2
    column = (u / 44 + 7 * table[i % 256, 0]) % F(22.9)
    j = column.astype(np.int32)
    part = column - j
    weight = table[i % 256, j] * (1 - part) + table[i % 256, j + 1] * part
    return np.clip(F(0.8) * line + F(0.3) * weight, 0, 1)


def pencil(sketch, mood, g):
    """Three directions of hatching, denser where it is darker, and firm outlines."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    y = luma(rgb)
    most, least = rgb.max(2), rgb.min(2)
    tone = np.clip(F(0.16) + F(0.75) * (1 - y) + F(0.45) * (most - least), 0, 1)
    tone = tone * (1 + F(0.14) * mood[1])
    # a pencil's colour: the pixel's hue at full strength, never black
    c = np.clip(y[..., None] + F(1.5) * (rgb - y[..., None]), 0, 1)
    c = c / np.maximum(c.max(2, keepdims=True), F(0.25)) * (F(0.30) + F(0.62) * most[..., None])
    c = np.clip(c, 0.03, 0.95)
    tooth = white(g, side, 0.9)
    out = np.ones_like(rgb) * np.array((0.985, 0.975, 0.955), F)
    for angle, low, weight, pitch in ((0.75, 0.05, 0.85, 4.6), (1.65, 0.32, 0.5, 5.0),
                                      (2.55, 0.6, 0.6, 4.4)):
        t = smooth(tone, low, low + 0.6)
        h = hatching(g, side, angle, pitch) + F(0.11) * tooth
        cover = np.clip((h - F(0.95) + F(1.1) * t) / F(0.5), 0, 1)
        cover = cover * cover * (3 - 2 * cover) * F(weight)
        out = out * (1 - cover[..., None] * (1 - np.clip(c * F(1 + 0.04 * g.standard_normal()), 0, 1)))
    soft = np.clip(tone - F(0.08), 0, 1) * F(0.4) * (1 + F(0.12) * tooth)
    out = out * (1 - soft[..., None] * (1 - c))
    ink = c * F(0.4)
    e = edges(rgb, 1.0, 1.7)
    press = np.clip(F(0.72) + F(0.22) * noise(g, 14, side) + F(0.15) * tooth, 0, 1.1)
    for strength, shift in ((0.9, 0.0), (0.4, 0.3)):
        wander = F(0.2) * noise(g, 10, side) + F(shift)
        line = smooth(shifted(e, wander, wander), 0.03, 0.12) * press * F(strength)
        out = out * (1 - np.clip(line, 0, 1)[..., None] * (1 - ink))
    return np.clip(out, 0, 1)


# ---------------------------------------------------------------- pixel art
BAYER = (np.array(((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5)), F) + F(0.5)) / 16 \
    - F(0.5)
CELL = 4
STEPS = np.array((7, 7, 6), F)


def pixel(sketch, mood, g):
    """64 cells across, a palette of even steps, ordered dither in plain areas, dark rims."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    n = side // CELL
    small = cv2.resize(rgb, (n, n), interpolation=cv2.INTER_AREA)
    sharp = small + F(0.6) * (small - cv2.blur(small, (3, 3)))
    sharp = np.clip(F(0.5) + F(1.15) * (saturated(np.clip(sharp, 0, 1), 1.35) - F(0.5)), 0, 1)
    pattern = np.tile(BAYER, (n // 4 + 1, n // 4 + 1))[:n, :n, None]
    plain = 1 - smooth(blur(edges(small, 0.7, 1.8), 0.7), 0.01, 0.05)[..., None]
    strength = F(0.15) + F(0.4) * plain
    # the paint box is a little warmer here and cooler there, and some dots are missing
    tone = cv2.resize(mood[0], (n, n), interpolation=cv2.INTER_AREA)[..., None]
    sharp = sharp + F(0.02) * tone * np.array((1.0, 0.3, -1.0), F)
    strength = strength + F(0.12) * plain * g.standard_normal((n, n, 1), dtype=F)
    out = np.clip(np.round(sharp * STEPS + pattern * strength), 0, STEPS) / STEPS
    dark = (edges(small, 0.6, 2.0) > 0.09) & (luma(small) < luma(blur(small, 1.2)))
    out = np.where(dark[..., None], out * F(0.6), out)
    return cv2.resize(out.astype(F), (side, side), interpolation=cv2.INTER_NEAREST)


# ---------------------------------------------------------------- paper cut-out
def paper(sketch, mood, g):
    """Every layer of the composition is a sheet: fibre, a light rim, a shadow on what is below."""
    rgb, layer = sketch.rgb, sketch.layer
    side = rgb.shape[0]
    flat = cv2.bilateralFilter(kuwahara(rgb, 4), 7, 0.08, 3)
    step = F(7)
    level = luma(flat) * step
    near = np.floor(level) + smooth(level - np.floor(level), 0.42, 0.58)
    flat = np.clip(flat + ((near / step) - luma(flat))[..., None] * F(0.8), 0, 1)
    detail = smooth(blur(edges(rgb, 0.9, 1.8), 0.8), 0.02, 0.06)[..., None]
    flat = saturated(flat + (rgb - flat) * detail * F(0.7), 1.25)
    fibre = F(0.6) * white(g, side, 0.8) + F(0.5) * white(g, side, 2.0)
    long = F(0.5) * (noise(g, 110, side, 26) + noise(g, 26, side, 110))
    out = flat * (1 + F(0.022) * (fibre + long))[..., None]
    height = depth_of(layer, luma(flat), step)
    shade = np.zeros((side, side), F)
    for d, strength in ((1, 0.34), (2, 0.32), (3, 0.28), (4, 0.24), (5, 0.18), (6, 0.12), (7, 0.06)):
        above = rolled(height, -d, -max(1, round(d * 0.7))) > height + F(0.5)
        shade = np.maximum(shade, above * F(strength))
    out = out * (1 - blur(shade, 1.0))[..., None]
    rim = (rolled(height, -1, -1) < height - F(0.5)).astype(F)
    return np.clip(out + F(0.16) * blur(rim, 0.5)[..., None] * (F(1.1) - out), 0, 1)


def depth_of(layer, y, step):
    """How high the sheets lie: by layer, and within one by its tone."""
    tone = cv2.medianBlur(np.round(y * step).astype(np.uint8), 5).astype(F)
    number = cv2.medianBlur(layer.astype(np.uint16), 3).astype(F)
    return number * F(20) + tone


# ---------------------------------------------------------------- neon
def neon(sketch, mood, g):
    """Glowing outlines in the sketch's hues on a dark plastered wall."""
    rgb = sketch.rgb
    side = rgb.shape[0]
    even = np.sqrt(blur(rgb, 0.7))
    e = edges(even, 1.2, 1.8)
    line = smooth(e, 0.014, 0.05)
    line = line / (1 + F(2.2) * blur(line, 12))
    most = rgb.max(2, keepdims=True)
    c = cv2.dilate(np.clip(luma(rgb)[..., None] + F(2.6) * (rgb - luma(rgb)[..., None]), 0, 1),
                   np.ones((5, 5), np.uint8))
    c = blur(c / np.maximum(c.max(2, keepdims=True), F(0.2)), 1.0)
    colourful = (c.max(2) - c.min(2))[..., None]
    hue = smooth(mood[0], -0.8, 0.8)[..., None]
    tint = np.array((1.0, 0.2, 0.65), F) * hue + np.array((0.15, 0.8, 1.0), F) * (1 - hue)
    c = F(0.85) * (c * colourful + tint * (1 - colourful)) + F(0.15) * tint
    tube = c * line[..., None]
    glow = F(0.6) * blur(tube, 2.2) + F(0.9) * blur(tube, 6) + F(1.2) * blur(tube, 16)
    rough = 1 + F(0.10) * white(g, side, 1.0) + F(0.04) * white(g, side, 3.0) + F(0.1) * mood[1]
    night = np.array((0.05, 0.035, 0.09), F) + F(0.34) * rgb * most * np.array((0.8, 0.65, 1.0), F)
    out = rough[..., None] * (night + F(0.7) * glow) + F(0.35) * glow
    out = out + tube * F(0.9) + smooth(line, 0.45, 0.85)[..., None] * F(0.45)
    return np.clip(1 - np.exp(F(-1.4) * out), 0, 1)


TEACHERS = {f.__name__: f for f in (gouache, oil, watercolour, pencil, paper, pixel, neon)}
STYLES = tuple(TEACHERS)
