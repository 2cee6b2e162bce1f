"""Places under the sky."""
import math

import numpy as np

from canvas import F
from places import (buildings, far_hills, grass, mountain_range, sky, tree, trees, tufts, vary,
                    water, waves, peaks)


def meadow(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.5, 0.64)
    if r.random() < 0.6:
        far_hills(c, r, light, horizon + 0.02, count=r.randint(1, 2))
    if r.random() < 0.4:
        trees(c, r, light, horizon + 0.01, 0.12, r.randint(4, 9), "round", 0.3)
    grass(c, r, light, horizon)
    return horizon


def hills(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.52, 0.62)
    far_hills(c, r, light, horizon, count=3)
    grass(c, r, light, horizon, (0.42, 0.66, 0.3))
    return horizon


def mountains(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.56, 0.66)
    mountain_range(c, r, light, horizon, r.uniform(0.3, 0.42), True, 0.4, r.randint(2, 4))
    if r.random() < 0.6:
        mountain_range(c, r, light, horizon, 0.2, False, 0.2, r.randint(3, 5))
    if r.random() < 0.4:
        trees(c, r, light, horizon + 0.02, 0.14, r.randint(8, 14), "fir", 0.15)
    grass(c, r, light, horizon, (0.38, 0.58, 0.32))
    return horizon


def forest(c, r, light):
    sky(c, r, light, False)
    horizon = r.uniform(0.6, 0.7)
    kind = r.choice(("fir", "round"))
    for k, distance in enumerate((0.5, 0.25, 0.0)):
        trees(c, r, light, horizon + 0.01 + 0.02 * k, 0.32 + 0.1 * k, 9 - 2 * k, kind, distance)
    grass(c, r, light, horizon + 0.02, (0.28, 0.48, 0.22))
    return horizon + 0.04


def jungle(c, r, light):
    sky(c, r, light, False)
    horizon = r.uniform(0.62, 0.7)
    for k, distance in enumerate((0.4, 0.1)):
        trees(c, r, light, horizon + 0.02 * k, 0.4 + 0.12 * k, 6, r.choice(("palm", "round")),
              distance)
    grass(c, r, light, horizon, (0.22, 0.5, 0.24))
    for _ in range(14):
        x, y, size = r.random(), r.uniform(horizon + 0.02, 1.0), r.uniform(0.05, 0.1)
        for a in (-0.9, -0.4, 0.1, 0.6, 1.0):
            c.line([(x, y), (x + math.sin(a) * size * 0.6, y - size * 0.7),
                    (x + math.sin(a) * size, y - size * 0.6)], 0.01, light.lit(0.16, 0.42, 0.2))
    return horizon + 0.05


def desert(c, r, light):
    sky(c, r, light, r.random() < 0.3)
    horizon = r.uniform(0.5, 0.62)
    sand = vary(r, (0.90, 0.74, 0.48), 0.04)
    for k in (2, 1, 0):
        line = horizon + 0.05 - 0.06 * k + waves(r, c.side, 0.9 + 0.4 * k, 0.035)
        shade = light.far(light.lit(*sand), 0.16 * k)
        c.below(line, shade, shade * 0.84, 0.3)
    for _ in range(r.randint(6, 16)):
        x, y = r.random(), r.uniform(horizon + 0.14, 0.98)
        c.line([(x, y), (x + 0.06, y - 0.006), (x + 0.13, y)], 0.004,
               light.lit(*(0.8 * v for v in sand)), 0.6)
    return horizon + 0.09


def beach(c, r, light):
    sky(c, r, light)
    sea_line = r.uniform(0.42, 0.5)
    horizon = sea_line + r.uniform(0.1, 0.18)
    water(c, r, light, sea_line, (0.14, 0.55, 0.72), horizon + 0.05)
    shore = horizon + waves(r, c.side, 0.8, 0.02)
    c.below(shore - 0.012, light.lit(0.95, 0.97, 0.97))
    sand = light.lit(*vary(r, (0.94, 0.84, 0.62), 0.03))
    c.below(shore, sand * 0.9, sand, 0.12)
    for _ in range(26):
        x, y = r.random(), r.uniform(horizon + 0.06, 1.0)
        c.ellipse(x, y, 0.004, 0.003, sand * r.choice((0.8, 0.86, 1.05)), 0.8, False)
    if r.random() < 0.5:
        tree(c, r, light, r.choice((0.08, 0.92)), horizon + 0.12, 0.5, "palm")
    return horizon + 0.04


def sea(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.4, 0.55)
    water(c, r, light, horizon)
    return horizon + 0.05


def lake(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.46, 0.54)
    if r.random() < 0.6:
        mountain_range(c, r, light, horizon, 0.24, r.random() < 0.5, 0.45, 3)
    else:
        far_hills(c, r, light, horizon)
    trees(c, r, light, horizon + 0.01, 0.09, 12, r.choice(("fir", "round")), 0.2)
    water(c, r, light, horizon, (0.22, 0.5, 0.66), 0.86)
    c.below(0.8 + waves(r, c.side, 0.9, 0.03), light.lit(0.36, 0.56, 0.28),
            light.lit(0.28, 0.46, 0.22), 0.2)
    tufts(c, r, light.lit(0.26, 0.46, 0.2), 0.84)
    return 0.82


def river(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.5, 0.6)
    far_hills(c, r, light, horizon)
    grass(c, r, light, horizon)
    at = r.uniform(0.35, 0.65)
    y = np.linspace(0, 1, 24)
    middle = at + 0.1 * np.sin(y * r.uniform(3, 6) + r.random() * 6) * y
    half = 0.015 + 0.19 * y ** 1.5
    depth = horizon + (1.02 - horizon) * y
    left, right = np.stack([middle - half, depth], 1), np.stack([middle + half, depth], 1)
    blue = light.lit(0.3, 0.58, 0.76)
    c.polygon(np.concatenate([left, right[::-1]]), blue * 0.6 + light.sky_bottom * 0.4)
    for _ in range(14):
        k = r.randrange(4, 23)
        x = middle[k] + half[k] * r.uniform(-0.8, 0.5)
        c.line([(x, depth[k]), (x + half[k] * 0.35, depth[k] - 0.004)], 0.005,
               np.clip(blue * 1.3, 0, 1), 0.7)
    return horizon + 0.03


def waterfall(c, r, light):
    sky(c, r, light)
    x, wide, top = r.uniform(0.3, 0.6), r.uniform(0.12, 0.2), r.uniform(0.2, 0.3)
    stone = vary(r, (0.42, 0.42, 0.44))
    c.below(top + waves(r, c.side, 2, 0.03), light.lit(*stone), light.lit(*stone) * 0.7, 0.5)
    for _ in range(30):
        px, py = r.random(), r.uniform(top + 0.08, 0.66)
        c.polygon([(px, py), (px + 0.07, py + 0.02), (px + 0.05, py + 0.07), (px - 0.02, py + 0.05)],
                  light.lit(*stone) * r.uniform(0.75, 1.1), 0.7, False)
    white = light.lit(0.9, 0.96, 1.0)
    c.rectangle(x, top + 0.01, x + wide, 0.74, white * 0.92)
    for _ in range(14):
        px = x + wide * r.random()
        c.line([(px, top + 0.02), (px + r.uniform(-0.01, 0.01), 0.7)], 0.008,
               light.lit(0.62, 0.8, 0.92), 0.7)
    water(c, r, light, 0.7, (0.2, 0.52, 0.62), 0.9)
    for _ in range(12):
        c.ellipse(x + wide * r.uniform(-0.15, 1.15), 0.71 + r.uniform(-0.015, 0.02), 0.05, 0.025,
                  white, 0.8, False, 0.7)
    c.below(0.86 + waves(r, c.side, 1, 0.02), light.lit(0.3, 0.5, 0.26), light.lit(0.22, 0.4, 0.2))
    return 0.86


def snow(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.54, 0.64)
    if r.random() < 0.6:
        mountain_range(c, r, light, horizon, 0.28, True, 0.4)
    trees(c, r, light, horizon + 0.02, 0.2, r.randint(4, 10), "fir", 0.3)
    for k in (1, 0):
        white = light.lit(0.95, 0.97, 1.0)
        c.below(horizon + 0.04 - 0.04 * k + waves(r, c.side, 0.9 + k, 0.025), white * (1 - 0.05 * k),
                white * 0.88, 0.3)
    if r.random() < 0.5:
        for _ in range(60):
            size = r.choice((0.004, 0.006, 0.009))
            c.ellipse(r.random(), r.random(), size, size, (1, 1, 1), 0.9, False)
    return horizon + 0.06


def skyline(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.68, 0.76)
    buildings(c, r, light, horizon, r.uniform(0.45, 0.6), r.randint(7, 11), 0.45)
    buildings(c, r, light, horizon, r.uniform(0.3, 0.42), r.randint(5, 8), 0.1)
    grey = light.lit(0.5, 0.5, 0.52)
    c.below(np.full(c.side, horizon, F), grey * 0.9, grey, 0.3)
    c.rectangle(0, horizon + 0.03, 1, horizon + 0.045, np.clip(grey * 1.2, 0, 1))
    return horizon + 0.04


def road(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.5, 0.6)
    if r.random() < 0.5:
        far_hills(c, r, light, horizon + 0.01)
    else:
        buildings(c, r, light, horizon + 0.01, 0.25, 9, 0.4)
    grass(c, r, light, horizon, (0.42, 0.58, 0.3), False)
    at, grey = r.uniform(0.4, 0.6), light.lit(0.36, 0.36, 0.39)
    c.polygon([(at - 0.02, horizon), (at + 0.02, horizon), (at + 0.5, 1.01), (at - 0.5, 1.01)], grey)
    for k in range(7):
        t0, t1 = (k / 7) ** 1.6, ((k + 0.5) / 7) ** 1.6
        y0, y1 = horizon + (1 - horizon) * t0, horizon + (1 - horizon) * t1
        w0, w1 = 0.003 + 0.016 * t0, 0.003 + 0.016 * t1
        c.polygon([(at - w0, y0), (at + w0, y0), (at + w1, y1), (at - w1, y1)],
                  light.lit(0.98, 0.94, 0.8), 1, False)
    return horizon + 0.06


def street(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.66, 0.74)
    at = -0.02
    while at < 1:
        wide, tall = r.uniform(0.2, 0.3), r.uniform(0.28, 0.44)
        house(c, r, light, at, horizon, wide, tall)
        at += wide + 0.004
    c.below(np.full(c.side, horizon, F), light.lit(0.68, 0.66, 0.64))
    c.below(np.full(c.side, horizon + 0.07, F), light.lit(0.38, 0.38, 0.41), light.lit(0.3, 0.3, 0.33))
    for k in range(5):
        x = k * 0.25 + r.random() * 0.01
        c.rectangle(x, horizon + 0.16, x + 0.12, horizon + 0.175, light.lit(0.95, 0.92, 0.8), 1, False)
    return horizon + 0.03


def house(c, r, light, x, foot, wide, tall):
    wall = r.choice(((0.86, 0.66, 0.5), (0.9, 0.82, 0.66), (0.7, 0.76, 0.8), (0.82, 0.58, 0.52),
                     (0.76, 0.8, 0.66)))
    c.rectangle(x, foot - tall, x + wide, foot, light.lit(*vary(r, wall)))
    roof = light.lit(*vary(r, (0.56, 0.28, 0.22)))
    c.polygon([(x - 0.015, foot - tall), (x + wide / 2, foot - tall - wide * 0.42),
               (x + wide + 0.015, foot - tall)], roof)
    glass = np.array((1, 0.85, 0.5), F) if light.hour == "night" else light.lit(0.5, 0.66, 0.78)
    for row in range(max(1, int(tall / 0.15))):
        for k in range(2):
            wx, wy = x + wide * (0.17 + 0.4 * k), foot - tall + 0.03 + 0.13 * row
            if wy < foot - 0.13:
                c.rectangle(wx - 0.006, wy - 0.006, wx + wide * 0.26 + 0.006, wy + 0.076,
                            light.lit(0.95, 0.93, 0.88), 1, False)
                c.rectangle(wx, wy, wx + wide * 0.26, wy + 0.07, glass, 1, False)
    c.rectangle(x + wide * 0.38, foot - 0.11, x + wide * 0.62, foot,
                light.lit(*vary(r, (0.4, 0.28, 0.2), 0.1)), 1, False)


def village(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.56, 0.64)
    far_hills(c, r, light, horizon)
    for k in range(r.randint(3, 5)):
        house(c, r, light, 0.03 + k * 0.22 + r.uniform(-0.02, 0.02), horizon + 0.03, 0.15, 0.12)
    grass(c, r, light, horizon + 0.02)
    return horizon + 0.06


def farm(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.52, 0.6)
    far_hills(c, r, light, horizon)
    field = light.lit(*vary(r, (0.66, 0.62, 0.3), 0.07))
    c.below(np.full(c.side, horizon, F), field * 0.95, field * 0.8, 0.4)
    at = r.uniform(0.3, 0.7)
    for k in range(-12, 13):
        c.line([(at + k * 0.05, horizon), (at + k * 0.3, 1.0)], 0.008, field * 0.7, 0.6)
    if r.random() < 0.6:
        house(c, r, light, r.choice((0.08, 0.68)), horizon + 0.03, 0.2, 0.16)
    return horizon + 0.05


def garden(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.54, 0.62)
    trees(c, r, light, horizon + 0.02, 0.24, r.randint(3, 6), "round", 0.1)
    if r.random() < 0.7:
        for k in range(21):
            x = k / 20
            c.polygon([(x - 0.016, horizon + 0.06), (x - 0.016, horizon - 0.07), (x, horizon - 0.09),
                       (x + 0.016, horizon - 0.07), (x + 0.016, horizon + 0.06)],
                      light.lit(0.95, 0.94, 0.9))
        c.rectangle(0, horizon - 0.03, 1, horizon - 0.012, light.lit(0.88, 0.87, 0.83))
    grass(c, r, light, horizon + 0.04, (0.4, 0.68, 0.3))
    return horizon + 0.07


def park(c, r, light):
    horizon = garden(c, r, light) - 0.02
    c.below(0.8 + waves(r, c.side, 0.7, 0.03), light.lit(0.82, 0.74, 0.58), light.lit(0.74, 0.66, 0.5))
    return horizon


def harbour(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.48, 0.54)
    buildings(c, r, light, horizon + 0.01, 0.16, 9, 0.4)
    water(c, r, light, horizon, (0.2, 0.44, 0.56), 0.84)
    wood = light.lit(*vary(r, (0.55, 0.4, 0.27)))
    c.below(np.full(c.side, 0.82, F), wood, wood * 0.85)
    for k in range(9):
        c.line([(k / 8 + 0.02, 0.82), (k / 8 + (k / 8 - 0.5) * 0.2, 1)], 0.004, wood * 0.65)
    for x in (0.06, 0.92):
        c.rectangle(x, 0.74, x + 0.035, 0.86, wood * 0.7)
    return 0.84


def valley(c, r, light):
    sky(c, r, light)
    horizon = 0.58
    for k, (distance, height) in enumerate(((0.5, 0.3), (0.3, 0.24), (0.12, 0.18))):
        x = np.arange(c.side, dtype=F) / c.side
        line = horizon + 0.06 * k - height * np.abs(x - 0.5) * 2 + waves(r, c.side, 2, 0.03)
        green = light.far(light.lit(*vary(r, (0.34, 0.54, 0.32))), distance)
        c.below(line, green, green * 0.85)
    grass(c, r, light, 0.72)
    return 0.74


def ruins(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.6, 0.66)
    far_hills(c, r, light, horizon, (0.6, 0.6, 0.42), 1)
    stone = vary(r, (0.84, 0.78, 0.66), 0.03)
    c.below(np.full(c.side, horizon, F), light.lit(*(v * 0.86 for v in stone)),
            light.lit(*(v * 0.7 for v in stone)), 0.4)
    for k in range(r.randint(4, 6)):
        x, tall, wide = 0.04 + k * 0.19, r.choice((0.42, 0.42, 0.24, 0.34)), 0.07
        c.rectangle(x, horizon - tall, x + wide, horizon + 0.03, light.lit(*stone))
        for j in range(3):
            c.rectangle(x + wide * (0.15 + 0.3 * j), horizon - tall, x + wide * (0.25 + 0.3 * j),
                        horizon, light.lit(*(v * 0.86 for v in stone)), 1, False)
        for y in (horizon - tall - 0.02, horizon + 0.01):
            c.rectangle(x - 0.015, y, x + wide + 0.015, y + 0.03, light.lit(*(min(1, v * 1.06)
                                                                             for v in stone)))
    return horizon + 0.06


def volcano(c, r, light):
    sky(c, r, light, False)
    horizon, at, top = r.uniform(0.62, 0.68), r.uniform(0.35, 0.65), r.uniform(0.2, 0.3)
    rock = light.lit(*vary(r, (0.36, 0.28, 0.28)))
    for k in range(5):
        c.ellipse(at + r.uniform(-0.06, 0.1), top - 0.02 - 0.05 * k, 0.06 + 0.02 * k, 0.05,
                  light.lit(0.6, 0.57, 0.58), 0.85)
    c.polygon([(at - 0.07, top), (at + 0.07, top), (at + 0.5, horizon + 0.02),
               (at - 0.5, horizon + 0.02)], rock)
    for dx in (-0.03, 0.01, 0.04):
        long = r.uniform(0.12, 0.3)
        c.polygon([(at + dx - 0.015, top), (at + dx + 0.02, top), (at + dx * 3, top + long)],
                  (1.0, 0.5, 0.15), 1, False)
    c.ellipse(at, top + 0.005, 0.07, 0.015, (1.0, 0.75, 0.3))
    c.glow(at, top, 0.12, (1, 0.4, 0.1), 0.5)
    c.below(horizon + waves(r, c.side, 1.4, 0.015), rock * 0.85, rock * 0.65)
    return horizon + 0.03


def playground(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.58, 0.64)
    trees(c, r, light, horizon + 0.01, 0.2, 5, "round", 0.25)
    grass(c, r, light, horizon, flowers=False)
    c.ellipse(0.5, 0.9, 0.6, 0.2, light.lit(0.9, 0.8, 0.58))
    x = r.uniform(0.05, 0.15)
    red, blue = light.lit(0.86, 0.26, 0.24), light.lit(0.2, 0.45, 0.8)
    c.line([(x, 0.78), (x + 0.08, 0.4), (x + 0.36, 0.4), (x + 0.44, 0.78)], 0.016, red, 1, True)
    for k in (0.14, 0.26):
        c.line([(x + k, 0.4), (x + k, 0.66)], 0.004, light.lit(0.3, 0.3, 0.3))
        c.rectangle(x + k - 0.03, 0.66, x + k + 0.03, 0.675, blue)
    c.line([(x + 0.55, 0.8), (x + 0.75, 0.44), (x + 0.78, 0.44), (x + 0.78, 0.8)], 0.02, blue, 1, True)
    return horizon + 0.08


def court(c, r, light):
    sky(c, r, light)
    horizon = r.uniform(0.56, 0.62)
    trees(c, r, light, horizon, 0.14, 9, "round", 0.3)
    ground = light.lit(*r.choice(((0.76, 0.42, 0.3), (0.3, 0.5, 0.68), (0.34, 0.58, 0.32))))
    c.below(np.full(c.side, horizon, F), ground * 0.92, ground)
    white = light.lit(0.97, 0.97, 0.95)
    c.line([(0.25, horizon + 0.06), (0.75, horizon + 0.06), (1.05, 0.98), (-0.05, 0.98),
            (0.25, horizon + 0.06)], 0.01, white)
    c.line([(0.5, horizon + 0.06), (0.5, 0.98)], 0.008, white)
    return horizon + 0.06


def underwater(c, r, light):
    top, bottom = vary(r, (0.22, 0.62, 0.78)), vary(r, (0.05, 0.2, 0.42))
    c.gradient(light.lit(*top), light.lit(*bottom))
    for _ in range(r.randint(3, 6)):
        x, wide = r.uniform(-0.1, 0.9), r.uniform(0.04, 0.12)
        c.polygon([(x, 0), (x + wide, 0), (x + wide * 2 + 0.2, 0.85), (x + 0.2, 0.85)],
                  light.lit(0.5, 0.85, 0.95), 0.16, False)
    horizon = r.uniform(0.72, 0.8)
    sand = light.lit(0.78, 0.74, 0.56)
    c.below(horizon + waves(r, c.side, 1, 0.025), sand * 0.85, sand * 0.7)
    for _ in range(r.randint(3, 8)):
        x, tall = r.random(), r.uniform(0.12, 0.3)
        y = np.linspace(0, 1, 9)
        line = np.stack([x + 0.02 * np.sin(y * 7 + r.random() * 6), horizon + 0.05 - tall * y], 1)
        c.line(line, 0.016, light.lit(*vary(r, (0.14, 0.5, 0.34))), 1, True)
    for _ in range(r.randint(2, 6)):
        x, colour = r.random(), r.choice(((0.95, 0.45, 0.4), (0.8, 0.4, 0.7), (1, 0.62, 0.35)))
        for k in range(4):
            c.ellipse(x + 0.018 * k, horizon + 0.05 - 0.012 * (k % 2), 0.018, 0.032,
                      light.lit(*colour))
    for _ in range(r.randint(5, 16)):
        x, y, size = r.random(), r.random() * 0.8, r.uniform(0.005, 0.014)
        c.ellipse(x, y, size, size, (0.85, 0.95, 1), 0.55, False)
    return horizon + 0.03


def space(c, r, light):
    c.gradient(vary(r, (0.05, 0.03, 0.12)), vary(r, (0.10, 0.05, 0.2)))
    for _ in range(r.randint(2, 4)):
        c.glow(r.random(), r.random(), r.uniform(0.15, 0.35),
               r.choice(((0.4, 0.15, 0.5), (0.1, 0.25, 0.5), (0.45, 0.2, 0.3))), 0.5)
    for _ in range(r.randint(50, 110)):
        size = r.choice((0.002, 0.003, 0.004, 0.006))
        c.ellipse(r.random(), r.random(), size, size, (1, 0.98, 0.9), r.uniform(0.5, 1), False)
    if r.random() < 0.6:
        x, y, size = r.uniform(0.15, 0.85), r.uniform(0.12, 0.4), r.uniform(0.06, 0.14)
        colour = np.array(r.choice(((0.85, 0.55, 0.35), (0.4, 0.6, 0.85), (0.75, 0.7, 0.55))), F)
        c.ellipse(x, y, size, size, colour)
        c.ellipse(x - size * 0.25, y - size * 0.25, size * 0.6, size * 0.6,
                  np.clip(colour * 1.25, 0, 1), 0.6, False, 1.0)
    return None


def planet(c, r, light):
    space(c, r, light)
    horizon = r.uniform(0.6, 0.68)
    ground = np.array(vary(r, r.choice(((0.66, 0.66, 0.68), (0.76, 0.42, 0.28),
                                        (0.5, 0.46, 0.6)))), F)
    c.below(horizon - 0.03 + peaks(r, c.side, 5, 0.1, 0.7), ground * 0.7, ground * 0.6)
    c.below(horizon + waves(r, c.side, 0.7, 0.02), ground, ground * 0.75, 0.4)
    for _ in range(r.randint(5, 11)):
        t = r.random()
        x, y, size = r.random(), horizon + 0.04 + 0.3 * t, 0.02 + 0.05 * t
        c.ellipse(x, y, size, size * 0.4, ground * 0.72, 1, False)
        c.ellipse(x + size * 0.08, y + size * 0.08, size * 0.85, size * 0.28, ground * 0.86, 1,
                  False)
    return horizon + 0.05


def open_sky(c, r, light):
    sky(c, r, light)
    return None
