"""Places under a roof, and plain papers."""
import numpy as np

from canvas import F
from places import floor_boards, picture, room, shelf, sky, vary, window


def plain_room(c, r, light):
    return room(c, r, light)


def bedroom(c, r, light):
    horizon = room(c, r, light)
    x, cloth = r.choice((0.0, 0.5)), vary(r, r.choice(((0.4, 0.55, 0.8), (0.85, 0.5, 0.5),
                                                       (0.5, 0.68, 0.5))))
    c.rectangle(x + 0.02, horizon - 0.2, x + 0.06, horizon + 0.12, (0.45, 0.3, 0.2))
    c.rectangle(x + 0.05, horizon - 0.04, x + 0.48, horizon + 0.1, cloth)
    c.rectangle(x + 0.05, horizon - 0.04, x + 0.48, horizon - 0.01, (0.96, 0.95, 0.93))
    c.ellipse(x + 0.12, horizon - 0.06, 0.07, 0.035, (0.98, 0.97, 0.95))
    return horizon + 0.1


def living_room(c, r, light):
    horizon = room(c, r, light)
    x, cloth = r.uniform(0.1, 0.4), np.array(vary(r, r.choice(((0.7, 0.35, 0.3), (0.35, 0.5, 0.55),
                                                              (0.75, 0.62, 0.4)))), F)
    c.rectangle(x, horizon - 0.16, x + 0.46, horizon + 0.02, cloth)
    c.rectangle(x - 0.04, horizon - 0.07, x + 0.5, horizon + 0.06, np.clip(cloth * 1.08, 0, 1))
    for k in (x - 0.05, x + 0.44):
        c.rectangle(k, horizon - 0.1, k + 0.07, horizon + 0.07, cloth * 0.88)
    c.ellipse(0.5, 0.93, 0.42, 0.09, vary(r, (0.75, 0.45, 0.4), 0.15))
    c.ellipse(0.5, 0.93, 0.34, 0.065, vary(r, (0.9, 0.82, 0.68), 0.05), 1, False)
    return horizon + 0.08


def kitchen(c, r, light):
    horizon = room(c, r, light, False)
    step = 0.052
    for j in range(5):
        for k in range(20):
            if (j + k) % 2:
                c.rectangle(k * step, horizon - 0.3 + j * step, (k + 1) * step,
                            horizon - 0.3 + (j + 1) * step, (0.97, 0.97, 0.95), 0.5, False)
    wood = np.array(vary(r, r.choice(((0.86, 0.86, 0.82), (0.6, 0.42, 0.28), (0.5, 0.62, 0.64)))), F)
    c.rectangle(0, 0.04, 1, horizon - 0.36, wood)
    c.rectangle(0, horizon - 0.12, 1, horizon + 0.12, wood * 0.95)
    c.rectangle(0, horizon - 0.145, 1, horizon - 0.115, (0.88, 0.85, 0.8))
    for k in range(1, 5):
        c.line([(k * 0.2, 0.05), (k * 0.2, horizon - 0.37)], 0.005, wood * 0.7)
        c.line([(k * 0.2, horizon - 0.11), (k * 0.2, horizon + 0.12)], 0.005, wood * 0.7)
    return horizon + 0.13


def library(c, r, light):
    horizon = room(c, r, light, False)
    for k in range(3):
        shelf(c, r, 0.02 + k * 0.33, 0.06, 0.31, 5, (horizon - 0.1) / 5)
    return horizon + 0.03


def classroom(c, r, light):
    horizon = room(c, r, light, False)
    c.rectangle(0.14, 0.14, 0.86, 0.5, (0.55, 0.4, 0.26))
    c.rectangle(0.16, 0.16, 0.84, 0.48, (0.16, 0.32, 0.26))
    for k in range(5):
        y = 0.21 + 0.05 * k
        c.line([(0.2, y), (0.2 + r.uniform(0.15, 0.5), y)], 0.006, (0.9, 0.92, 0.9), 0.7)
    return horizon + 0.04


def shop(c, r, light):
    horizon = room(c, r, light, False)
    for x in (0.02, 0.52):
        shelf(c, r, x, 0.16, 0.46, 3, 0.14)
    for k in range(10):
        c.rectangle(k / 10, 0.0, k / 10 + 0.05, 0.1, (0.86, 0.3, 0.28))
        c.rectangle(k / 10 + 0.05, 0.0, k / 10 + 0.1, 0.1, (0.97, 0.95, 0.92))
    return horizon + 0.04


def stage(c, r, light):
    red = np.array(vary(r, (0.62, 0.1, 0.14)), F)
    c.gradient(red * 0.55, red * 0.8)
    x = np.arange(c.side) / c.side
    fold = (0.5 + 0.5 * np.sin(x * 2 * np.pi * r.randint(11, 16))).astype(F)
    c.tint(0.35 * fold[None] * np.ones_like(c.y), red * 0.35)
    floor_boards(c, r, 0.7, (0.6, 0.42, 0.27))
    for x in (0.3, 0.7):
        c.polygon([(x - 0.03, 0), (x + 0.03, 0), (x + 0.2, 0.9), (x - 0.2, 0.9)], (1, 0.95, 0.75), 0.2,
                  False)
    for k in range(4):
        c.ellipse(0.125 + k * 0.25, 0.0, 0.14, 0.1, red * 0.9)
    return 0.73


def table_top(c, r, light):
    wall = np.array(vary(r, (0.84, 0.78, 0.72), 0.1), F)
    c.gradient(wall, wall * 0.85)
    c.glow(r.random(), 0.2, 0.4, (1, 0.95, 0.8), 0.25)
    wood = np.array(vary(r, r.choice(((0.62, 0.42, 0.26), (0.8, 0.66, 0.48), (0.42, 0.3, 0.24)))), F)
    horizon = r.uniform(0.48, 0.58)
    c.below(np.full(c.side, horizon, F), wood * 0.92, wood, 1 - horizon)
    for _ in range(16):
        y = horizon + (1 - horizon) * r.random() ** 0.8
        x = np.linspace(0, 1, 12)
        line = np.stack([x, y + 0.006 * np.sin(x * r.uniform(4, 9) + r.random() * 6)], 1)
        c.line(line, 0.004, wood * 0.8, 0.5)
    return horizon + 0.04


def cave(c, r, light):
    rock = np.array(vary(r, (0.34, 0.3, 0.3)), F)
    sky(c, r, light)
    from places import waves
    for scale, shade in ((1.0, 0.7), (1.25, 0.5), (1.5, 0.35)):
        angle = np.arctan2(c.y - 0.5, c.x - 0.5)
        edge = 0.3 * scale + 0.03 * np.sin(angle * 5 + r.random() * 6) + 0.02 * np.sin(
            angle * 11 + r.random() * 6)
        distance = np.sqrt((c.x - 0.5) ** 2 + (c.y - 0.48) ** 2)
        opacity = np.clip((distance - edge) * c.side + 0.5, 0, 1).astype(F)
        c._over(slice(None), slice(None), opacity, rock * shade * 1.6, True)
    c.below(0.72 + waves(r, c.side, 1.5, 0.02), rock * 1.25, rock * 0.8)
    return 0.74


def paper(c, r, light):
    colour = np.array(vary(r, r.choice(((0.96, 0.93, 0.87), (0.86, 0.91, 0.96), (0.88, 0.95, 0.88),
                                        (0.94, 0.88, 0.95), (0.97, 0.88, 0.82), (0.35, 0.5, 0.72),
                                        (0.85, 0.4, 0.38), (0.95, 0.8, 0.35), (0.2, 0.24, 0.34))),
                           0.03), F)
    c.gradient(np.clip(colour * 1.03, 0, 1), colour * 0.93)
    return 0.55 if r.random() < 0.6 else None
