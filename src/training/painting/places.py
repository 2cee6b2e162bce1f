"""Places: layered backgrounds that vary by seed.

Each place is a function (canvas, random, light) that paints the canvas and returns the horizon:
the y at which its ground begins, as a fraction of the side, or None where nothing can stand.
"""
import math

import numpy as np

from canvas import F, ramp

# hour: (top of the sky, bottom of the sky, light on what stands below it)
HOURS = {
    "day": ((0.30, 0.60, 0.92), (0.78, 0.90, 0.98), (1.0, 1.0, 1.0)),
    "dawn": ((0.50, 0.58, 0.86), (1.0, 0.82, 0.66), (1.0, 0.92, 0.88)),
    "sunset": ((0.36, 0.24, 0.54), (1.0, 0.56, 0.32), (0.96, 0.74, 0.66)),
    "night": ((0.03, 0.05, 0.17), (0.14, 0.20, 0.40), (0.42, 0.48, 0.72)),
    "overcast": ((0.58, 0.63, 0.70), (0.82, 0.85, 0.87), (0.88, 0.90, 0.93)),
}


class Light:
    """The hour of a scene. lit() tells how a colour looks in it."""

    def __init__(self, hour):
        self.hour = hour
        self.sky_top, self.sky_bottom, self.tint = (np.array(c, F) for c in HOURS[hour])

    def lit(self, *colour):
        return np.array(colour, F) * self.tint

    def far(self, colour, distance):
        """A lit colour as seen through air, which takes on the sky's colour."""
        return colour + (self.sky_bottom - colour) * F(distance)


def waves(random, side, count, height, roughness=0.5):
    """A smooth random line [side]: a sum of sines of growing frequency."""
    x = np.arange(side, dtype=F) / side
    line = np.zeros(side, F)
    for k in range(4):
        phase, strength = random.uniform(0, 2 * math.pi), random.uniform(0.6, 1.0)
        line += np.sin(2 * math.pi * count * (1.7 ** k) * x + phase) * strength * roughness ** k
    return line * F(height / 1.6)


def peaks(random, side, count, height, sharp=1.0):
    """A mountain line [side]; 0 is its foot and -height its highest top."""
    x = np.arange(side, dtype=F) / side
    line = np.full(side, 0.0, F)
    for k in range(count):
        at = (k + random.uniform(0.1, 0.9)) / count
        tall = height * random.uniform(0.5, 1.0)
        wide = tall * random.uniform(0.8, 1.4) / sharp
        line = np.minimum(line, -tall + np.abs(x - at) / wide * tall)
    return line + waves(random, side, 9, height * 0.04, 0.8)


def vary(random, colour, amount=0.05):
    return tuple(min(1, max(0, c + random.uniform(-amount, amount))) for c in colour)


# ------------------------------------------------------------------ parts that places share
def sky(c, r, light, clouds=True):
    c.gradient(light.sky_top, light.sky_bottom, 0, r.uniform(0.6, 0.9))
    x, y = r.uniform(0.12, 0.88), r.uniform(0.1, 0.26)
    if light.hour == "night":
        for _ in range(r.randint(15, 60)):
            size = r.choice((0.003, 0.004, 0.006))
            c.ellipse(r.random(), r.random() * 0.7, size, size, (1, 0.98, 0.88), r.uniform(0.5, 1),
                      False)
        if r.random() < 0.7:
            c.glow(x, y, 0.16, (0.5, 0.55, 0.7), 0.6)
            c.ellipse(x, y, 0.06, 0.06, (0.98, 0.96, 0.84))
            if r.random() < 0.5:
                c.ellipse(x + 0.025, y - 0.01, 0.05, 0.05, light.sky_top * 0.9 + 0.04, 1, False)
    elif light.hour in ("sunset", "dawn"):
        y = r.uniform(0.3, 0.5)
        c.glow(x, y, 0.35, (1, 0.75, 0.4), 0.6)
        c.ellipse(x, y, 0.07, 0.07, (1, 0.88, 0.6))
    elif light.hour == "day" and r.random() < 0.5:
        c.glow(x, y, 0.2, (1, 0.95, 0.7), 0.5)
        c.ellipse(x, y, 0.06, 0.06, (1, 0.92, 0.5))
    if clouds and r.random() < 0.7:
        white = light.sky_bottom * 0.35 + light.lit(0.68, 0.68, 0.68)
        for _ in range(r.randint(1, 4)):
            cloud(c, r, r.random(), r.uniform(0.06, 0.35), r.uniform(0.04, 0.1), white)


def cloud(c, r, x, y, size, colour):
    for shade, lower in ((0.93, 0.12), (1.0, 0.0)):
        for k in range(5):
            part = size * (1.0 - 0.3 * abs(k - 2)) * 0.9
            c.ellipse(x + (k - 2) * size * 0.75, y + lower * size - part * 0.25, part * 1.1,
                      part * 0.75, np.clip(colour * shade, 0, 1), 0.95, k == 2 and lower == 0)


def grass(c, r, light, horizon, colour=(0.36, 0.64, 0.26), flowers=True):
    line = horizon + waves(r, c.side, 1, 0.012)
    near = vary(r, tuple(0.72 * v for v in colour), 0.03)
    c.below(line, light.lit(*vary(r, colour)), light.lit(*near), 1 - horizon)
    tufts(c, r, light.lit(*(0.8 * v for v in colour)), horizon)
    if flowers and r.random() < 0.5:
        for _ in range(r.randint(8, 30)):
            y = horizon + (1 - horizon) * r.random() ** 0.7 * 0.95 + 0.02
            size = 0.004 + 0.008 * (y - horizon) / (1 - horizon)
            c.ellipse(r.random(), y, size, size * 0.8, light.lit(*r.choice(BLOSSOMS)), 1, False)


BLOSSOMS = ((0.98, 0.35, 0.4), (1, 0.85, 0.3), (0.98, 0.98, 0.95), (0.75, 0.5, 0.95), (1, 0.6, 0.8))


def tufts(c, r, colour, horizon, count=24):
    for _ in range(count):
        y = horizon + (1 - horizon) * (0.08 + 0.9 * r.random())
        x, size = r.random(), 0.012 + 0.03 * (y - horizon) / (1 - horizon)
        for lean in (-0.5, 0.0, 0.5):
            c.line([(x + lean * size * 0.3, y), (x + lean * size, y - size)], 0.004, colour, 0.8)


def water(c, r, light, horizon, colour=(0.16, 0.46, 0.70), end=1.0):
    """A sheet of water down to `end`, lighter towards the horizon, with short waves."""
    base = light.lit(*vary(r, colour))
    far = base + (light.sky_bottom - base) * F(0.45)
    c.below(np.full(c.side, horizon, F), far, base * 0.85, end - horizon)
    for _ in range(r.randint(20, 45)):
        t = r.random()
        y, long = horizon + (end - horizon) * (0.02 + 0.96 * t), 0.02 + 0.09 * t
        x = r.random()
        light_line = base + (light.sky_bottom - base) * F(r.uniform(0.3, 0.7))
        c.line([(x, y), (x + long * 0.5, y - 0.003), (x + long, y)], 0.003 + 0.003 * t, light_line,
               0.8)


def tree(c, r, light, x, foot, size, kind="round", distance=0.0):
    trunk = light.far(light.lit(0.42, 0.28, 0.18), distance)
    green = vary(r, (0.2, 0.48, 0.22) if kind == "round" else (0.12, 0.36, 0.24), 0.05)
    leaf = light.far(light.lit(*green), distance)
    c.rectangle(x - size * 0.05, foot - size * 0.4, x + size * 0.05, foot, trunk)
    if kind == "round":
        for dx, dy, part in ((-0.2, -0.5, 0.25), (0.2, -0.5, 0.25), (0, -0.7, 0.3)):
            c.ellipse(x + dx * size, foot + dy * size, part * size, part * size * 0.95, leaf)
        c.ellipse(x - 0.06 * size, foot - 0.76 * size, 0.16 * size, 0.14 * size,
                  np.clip(leaf * 1.18, 0, 1), 0.7, False, 0.6)
    elif kind == "palm":
        c.line([(x, foot), (x + 0.06 * size, foot - 0.45 * size), (x, foot - 0.85 * size)],
               0.05 * size, trunk, 1, True)
        for k in range(7):
            a = math.pi * (0.02 + 0.16 * k)
            dx, dy = math.cos(a) * 0.42 * size, -math.sin(a) * 0.2 * size
            top = foot - 0.85 * size
            c.polygon([(x, top), (x + dx * 0.5, top + dy - 0.06 * size), (x + dx, top + dy * 0.4
                       + 0.1 * size), (x + dx * 0.5, top + dy + 0.02 * size)], leaf)
    else:
        for k in range(3):
            y, wide = foot - size * (0.22 + 0.22 * k), size * (0.32 - 0.07 * k)
            c.polygon([(x - wide, y), (x + wide, y), (x, y - size * 0.38)],
                      np.clip(leaf * (1 + 0.06 * k), 0, 1))


def trees(c, r, light, foot, size, count, kind, distance=0.0):
    for k in sorted(range(count), key=lambda _: r.random()):
        x = (k + r.uniform(0.1, 0.9)) / count
        tree(c, r, light, x, foot + r.uniform(-0.01, 0.01), size * r.uniform(0.75, 1.15), kind,
             distance)


def far_hills(c, r, light, horizon, colour=(0.38, 0.58, 0.36), count=2):
    for k in range(count, 0, -1):
        line = horizon - 0.03 - 0.06 * k + waves(r, c.side, 0.8 + 0.5 * k, 0.04)
        shade = light.far(light.lit(*vary(r, colour)), 0.2 + 0.2 * k)
        c.below(line, shade, shade * 0.9)


def mountain_range(c, r, light, horizon, height, snow=True, distance=0.3, count=3):
    line = horizon + peaks(r, c.side, count, height, r.uniform(0.8, 1.2))
    stone = light.far(light.lit(*vary(r, (0.44, 0.46, 0.55))), distance)
    c.below(line, stone * 1.05, stone * 0.8, height)
    if snow:
        x = np.arange(c.side)
        edge = horizon - height * 0.62 + 0.03 * np.abs((x / 9.0) % 2 - 1) \
            + waves(r, c.side, 5, 0.02)
        mask = (c.y > line[None]) & (c.y < edge[None].astype(F))
        soft = np.clip((c.y - line[None]) * c.side + 0.5, 0, 1) \
            * np.clip((edge[None] - c.y) * c.side + 0.5, 0, 1)
        white = light.far(light.lit(0.97, 0.98, 1.0), distance * 0.5)
        if mask.any():
            c.tint(soft.astype(F), white)
    shade = np.gradient(line) > 0
    slope = np.clip((c.y - line[None]) * c.side + 0.5, 0, 1) * shade[None] \
        * ramp(horizon - c.y, 0, height * 0.4)
    c.tint(slope.astype(F) * F(0.16), light.lit(0.1, 0.1, 0.25))


def buildings(c, r, light, foot, tallest, count, distance):
    edges = sorted(r.random() for _ in range(count - 1))
    for left, right in zip([0.0] + edges, edges + [1.0]):
        top = foot - tallest * r.uniform(0.35, 1.0)
        wall = r.choice(((0.56, 0.58, 0.66), (0.66, 0.58, 0.54), (0.48, 0.54, 0.62),
                         (0.72, 0.68, 0.6)))
        wall = light.far(light.lit(*vary(r, wall)), distance)
        c.polygon([(left, top), (right, top), (right, foot), (left, foot)], wall)
        c.rectangle(right - (right - left) * 0.16, top, right, foot, wall * 0.86, 1, False)
        step = r.choice((0.028, 0.034))
        bright = light.hour in ("night", "sunset")
        glass = np.array((1, 0.86, 0.5) if bright else light.far(light.lit(0.34, 0.44, 0.56),
                                                                 distance), F)
        columns = int((right - left) / step) - 1
        for i in range(max(0, columns)):
            for j in range(min(14, int((foot - top) / (step * 1.3)) - 1)):
                if r.random() < 0.8:
                    x, y = left + step * (i + 0.7), top + step * 1.3 * (j + 0.6)
                    c.rectangle(x, y, x + step * 0.5, y + step * 0.7, glass,
                                r.uniform(0.5, 1.0), False)


def floor_boards(c, r, horizon, colour):
    c.below(np.full(c.side, horizon, F), np.array(colour, F) * 0.82, colour, 1 - horizon)
    dark = np.array(colour, F) * F(0.7)
    kind = r.choice(("boards", "tiles", "plain"))
    if kind == "plain":
        return
    for k in range(-14, 15):
        c.line([(0.5 + k * 0.07, horizon), (0.5 + k * 0.26, 1.0)], 0.004, dark, 0.6)
    if kind == "tiles":
        for k in range(1, 7):
            y = horizon + (1 - horizon) * (k / 6.5) ** 1.7
            c.line([(0, y), (1, y)], 0.004, dark, 0.6)


WALLS = ((0.93, 0.88, 0.78), (0.76, 0.86, 0.88), (0.88, 0.80, 0.82), (0.80, 0.87, 0.74),
         (0.95, 0.94, 0.91), (0.72, 0.74, 0.86), (0.94, 0.78, 0.62))
FLOORS = ((0.70, 0.48, 0.30), (0.58, 0.40, 0.28), (0.82, 0.68, 0.5), (0.62, 0.62, 0.64),
          (0.78, 0.74, 0.7))


def room(c, r, light, extras=True):
    """Wall, floor, skirting and perhaps a window; the light comes from one side."""
    night = light.hour == "night"
    tint = np.array((0.78, 0.7, 0.62), F) if night else np.ones(3, F)
    wall = np.array(vary(r, r.choice(WALLS), 0.03), F) * tint
    horizon = r.uniform(0.60, 0.72)
    c.gradient(wall * 1.02, wall * 0.92, 0, horizon)
    side = r.choice((-1, 1))
    c.tint(0.16 * np.clip((c.x - 0.5) * side + 0.3, 0, 1) * np.ones_like(c.y), (0.25, 0.2, 0.3))
    floor_boards(c, r, horizon, np.array(vary(r, r.choice(FLOORS)), F) * tint)
    c.rectangle(0, horizon - 0.018, 1, horizon, np.clip(wall * 1.1, 0, 1))
    if extras and r.random() < 0.7:
        window(c, r, light, r.choice((0.1, 0.62)), 0.12, 0.26, 0.3)
    if extras and r.random() < 0.4:
        x = r.choice((0.15, 0.42, 0.7))
        picture(c, r, x, 0.16)
    return horizon


def window(c, r, light, x, y, wide, tall):
    c.rectangle(x - 0.015, y - 0.015, x + wide + 0.015, y + tall + 0.02, (0.96, 0.95, 0.92))
    c.rectangle(x, y, x + wide, y + tall, light.sky_bottom)
    c.rectangle(x, y, x + wide, y + tall * 0.55, light.sky_top * 0.5 + light.sky_bottom * 0.5, 1,
                False)
    c.ellipse(x + wide * 0.5, y + tall, wide * 0.4, tall * 0.28, light.lit(0.4, 0.6, 0.36), 1,
              False)
    c.rectangle(x, y + tall, x + wide, y + tall + 0.02, (0.96, 0.95, 0.92), 1, False)
    for k in (0, 1):
        points = ((x + wide / 2, y), (x + wide / 2, y + tall)) if k else \
            ((x, y + tall / 2), (x + wide, y + tall / 2))
        c.line(points, 0.012, (0.96, 0.95, 0.92))


def picture(c, r, x, y):
    c.rectangle(x, y, x + 0.16, y + 0.13, (0.5, 0.36, 0.22))
    c.rectangle(x + 0.012, y + 0.012, x + 0.148, y + 0.118, vary(r, (0.8, 0.84, 0.8), 0.15), 1,
                False)
    c.polygon([(x + 0.02, y + 0.11), (x + 0.07, y + 0.05), (x + 0.13, y + 0.11)],
              vary(r, (0.4, 0.5, 0.45), 0.2), 1, False)


def shelf(c, r, x, y, wide, rows, tall=0.11):
    c.rectangle(x, y, x + wide, y + rows * tall + 0.02, (0.46, 0.3, 0.2))
    for k in range(rows):
        top = y + 0.012 + k * tall
        c.rectangle(x + 0.012, top, x + wide - 0.012, top + tall - 0.014, (0.3, 0.2, 0.14), 1,
                    False)
        at = x + 0.018
        while at < x + wide - 0.035:
            thick, high = r.uniform(0.012, 0.026), tall * r.uniform(0.6, 0.8)
            colour = r.choice(((0.7, 0.25, 0.25), (0.25, 0.4, 0.6), (0.85, 0.7, 0.35),
                               (0.3, 0.5, 0.35), (0.85, 0.82, 0.74), (0.5, 0.3, 0.5)))
            c.rectangle(at, top + tall - 0.014 - high, at + thick, top + tall - 0.014, colour, 1,
                        False)
            at += thick + 0.003
