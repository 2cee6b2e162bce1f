"""What stands at the bottom of each place, drawn on a square of LARGE pixels.

Each function takes a PIL drawing, lit(r, g, b) -> the colour in the light of the hour, and the
time of day.
"""
import math

import vocabulary

LARGE = 512


def _band(draw, level, wave, rate, phase, colour):
    """Everything below a gently waving line."""
    line = [(x, level + wave * math.sin(x * rate + phase)) for x in range(0, LARGE + 8, 8)]
    draw.polygon([*line, (LARGE, LARGE), (0, LARGE)], fill=colour)


def _beach(draw, lit, _):
    draw.rectangle((0, 256, 512, 512), fill=lit(34, 118, 196))
    for y in (284, 316):
        draw.line((40 + y % 90, y, 150 + y % 90, y), fill=lit(120, 184, 232), width=5)
        draw.line((300 - y % 50, y, 420 - y % 50, y), fill=lit(120, 184, 232), width=5)
    _band(draw, 350, 9, 0.035, 1.0, lit(226, 242, 248))
    _band(draw, 364, 9, 0.035, 1.0, lit(240, 214, 156))


def _sea(draw, lit, _):
    draw.rectangle((0, 256, 512, 512), fill=lit(24, 98, 178))
    for i in range(9):
        x, y = (i * 197) % 440, 280 + i * 26
        draw.line((x, y, x + 72, y), fill=lit(110, 172, 226), width=6)


def _forest(draw, lit, _):
    for base, colour, step, height in ((300, (46, 108, 64), 58, 170), (330, (28, 82, 48), 74, 140)):
        for i in range(-1, 10):
            x, h = i * step + base % 50, height * (0.8 + 0.35 * ((i * 7) % 5) / 4)
            draw.polygon([(x, base), (x + step * 1.1, base), (x + step * 0.55, base - h)],
                         fill=lit(*colour))
    draw.rectangle((0, 322, 512, 512), fill=lit(76, 142, 66))


def _desert(draw, lit, _):
    _band(draw, 296, 26, 0.013, 0.4, lit(226, 176, 104))
    _band(draw, 350, 22, 0.011, 2.6, lit(240, 196, 124))


def _mountains(draw, lit, _):
    for x, top, half in ((110, 120, 170), (400, 96, 190), (256, 176, 150)):
        draw.polygon([(x - half, 340), (x, top), (x + half, 340)], fill=lit(112, 122, 148))
        draw.polygon([(x - half * 0.27, top + 60), (x, top), (x + half * 0.27, top + 60),
                      (x + half * 0.1, top + 44), (x - half * 0.06, top + 66)],
                     fill=lit(244, 247, 252))
    _band(draw, 332, 10, 0.012, 0.0, lit(110, 166, 84))


def _snow(draw, lit, _):
    _band(draw, 264, 22, 0.014, 1.2, lit(206, 220, 240))
    _band(draw, 330, 16, 0.012, 3.4, lit(244, 248, 254))


def _city(draw, lit, time):
    heights = (190, 250, 150, 280, 210, 170, 260, 200)
    glow = (255, 222, 120) if time in ("night", "sunset") else lit(206, 222, 238)
    for i, height in enumerate(heights):
        x, top, shade = i * 64, 340 - height, (-14, 10, 0, 18)[i % 4]
        draw.rectangle((x, top, x + 60, 340), fill=lit(128 + shade, 132 + shade, 150 + shade))
        for wx in (x + 10, x + 36):
            for wy in range(top + 14, 316, 32):
                draw.rectangle((wx, wy, wx + 13, wy + 15), fill=glow)
    draw.rectangle((0, 340, 512, 512), fill=lit(84, 86, 94))
    for x in range(0, 512, 128):
        draw.rectangle((x + 24, 420, x + 96, 428), fill=lit(240, 220, 120))


def _meadow(draw, lit, _):
    _band(draw, 286, 20, 0.012, 0.6, lit(132, 194, 92))
    _band(draw, 340, 16, 0.013, 3.0, lit(96, 172, 72))
    for i in range(12):
        x, y = (i * 151 + 30) % 500, 372 + (i * 67) % 120
        colour = ((250, 240, 120), (250, 250, 250), (240, 140, 170))[i % 3]
        draw.ellipse((x, y, x + 14, y + 14), fill=lit(*colour))


def _space(_draw, _lit, _time):
    """Nothing stands in space."""


GROUNDS = {"beach": _beach, "sea": _sea, "forest": _forest, "desert": _desert,
           "mountains": _mountains, "snow": _snow, "city": _city, "meadow": _meadow,
           "space": _space}
assert set(GROUNDS) == set(vocabulary.PLACES)
