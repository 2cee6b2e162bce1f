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


def _lake(draw, lit, _):
    for x, top, half in ((60, 190, 120), (250, 170, 150), (450, 200, 130)):
        draw.polygon([(x - half, 300), (x, top), (x + half, 300)], fill=lit(96, 140, 122))
    _band(draw, 284, 6, 0.03, 0.0, lit(84, 150, 84))
    draw.ellipse((-60, 300, 572, 500), fill=lit(66, 150, 206))
    for i in range(5):
        x, y = 90 + (i * 173) % 300, 330 + i * 28
        draw.line((x, y, x + 70, y), fill=lit(150, 206, 238), width=6)


def _garden(draw, lit, _):
    draw.rectangle((0, 290, 512, 512), fill=lit(112, 184, 84))
    for x in range(-10, 520, 44):
        draw.polygon([(x, 330), (x, 236), (x + 16, 216), (x + 32, 236), (x + 32, 330)],
                     fill=lit(250, 246, 236))
    draw.rectangle((0, 262, 512, 276), fill=lit(232, 226, 212))
    for i in range(15):
        x, y = (i * 137 + 20) % 490, 336 + (i * 71) % 150
        colour = ((236, 70, 90), (252, 206, 70), (240, 130, 200), (150, 90, 210))[i % 4]
        for dx, dy in ((-7, 0), (7, 0), (0, -7), (0, 7)):
            draw.ellipse((x + dx - 6, y + dy - 6, x + dx + 6, y + dy + 6), fill=lit(*colour))
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=lit(255, 240, 170))


def _village(draw, lit, time):
    _band(draw, 300, 14, 0.012, 1.4, lit(150, 196, 100))
    glow = (255, 222, 120) if time in ("night", "sunset") else lit(120, 160, 190)
    for x, y, wall, roof in ((20, 214, (246, 232, 206), (190, 82, 62)),
                             (190, 196, (232, 214, 184), (150, 74, 58)),
                             (366, 218, (250, 238, 218), (204, 106, 70))):
        draw.rectangle((x, y, x + 124, y + 112), fill=lit(*wall))
        draw.polygon([(x - 16, y), (x + 62, y - 70), (x + 140, y)], fill=lit(*roof))
        for wx in (x + 18, x + 76):
            draw.rectangle((wx, y + 26, wx + 30, y + 58), fill=glow)
    _band(draw, 330, 8, 0.014, 3.0, lit(124, 180, 84))
    draw.polygon([(210, 512), (250, 338), (276, 338), (340, 512)], fill=lit(222, 196, 148))


def _underwater(draw, lit, _):
    for i in range(4):
        x = 40 + i * 140
        draw.polygon([(x, 0), (x + 46, 0), (x - 30, 400), (x - 110, 400)], fill=lit(64, 168, 206))
    _band(draw, 430, 12, 0.02, 0.7, lit(226, 206, 150))
    for i, x in enumerate((30, 120, 400, 470)):
        for k in range(9):
            y, sway = 440 - k * 18, 10 * math.sin(k * 0.9 + i)
            draw.ellipse((x + sway - 9, y - 14, x + sway + 9, y + 14), fill=lit(46, 150, 96))
    for x, y, colour in ((70, 452, (238, 104, 112)), (440, 456, (250, 150, 80)),
                         (350, 470, (206, 100, 180))):
        for dx, dy in ((-18, 0), (0, -22), (18, 0)):
            draw.ellipse((x + dx - 14, y + dy - 20, x + dx + 14, y + dy + 20), fill=lit(*colour))
    for i in range(12):
        x, y, r = (i * 151 + 40) % 500, (i * 83 + 20) % 380, 5 + 3 * (i % 3)
        draw.ellipse((x - r, y - r, x + r, y + r), outline=lit(206, 238, 250), width=4)


def _volcano(draw, lit, _):
    for x, y, r in ((256, 78, 34), (292, 46, 40), (330, 22, 44)):
        draw.ellipse((x - r, y - r, x + r, y + r), fill=lit(134, 128, 134))
    draw.polygon([(40, 350), (206, 116), (306, 116), (472, 350)], fill=lit(92, 74, 76))
    draw.polygon([(206, 116), (306, 116), (318, 134), (290, 190), (276, 146), (262, 250),
                  (240, 160), (226, 200), (196, 132)], fill=(250, 104, 40))
    draw.polygon([(222, 116), (290, 116), (282, 132), (262, 190), (250, 140), (230, 128)],
                 fill=(255, 198, 70))
    _band(draw, 336, 10, 0.018, 0.4, lit(122, 104, 88))
    _band(draw, 372, 8, 0.02, 2.0, lit(98, 84, 76))


def _space(_draw, _lit, _time):
    """Nothing stands in space."""


GROUNDS = {"beach": _beach, "sea": _sea, "forest": _forest, "desert": _desert,
           "mountains": _mountains, "snow": _snow, "city": _city, "meadow": _meadow,
           "space": _space, "lake": _lake, "garden": _garden, "village": _village,
           "underwater": _underwater, "volcano": _volcano}
assert set(GROUNDS) == set(vocabulary.PLACES)
