"""Backgrounds: skies, weather and the ground below, drawn large and box-filtered to 128 pixels."""
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from grounds import GROUNDS, LARGE

SIDE = 128

# time of day: (top of the sky, bottom of the sky, light on what stands below it)
SKIES = {
    "day": ((84, 164, 236), (196, 228, 250), (1.0, 1.0, 1.0)),
    "sunrise": ((126, 146, 214), (255, 206, 160), (1.0, 0.9, 0.86)),
    "sunset": ((86, 48, 122), (252, 128, 74), (0.9, 0.66, 0.6)),
    "night": ((8, 10, 38), (32, 44, 92), (0.42, 0.46, 0.7)),
}
SPACE = ((10, 6, 26), (28, 14, 52))
WATER = ((52, 150, 200), (14, 74, 132))
WET = ("rain", "snowfall", "storm", "fog")
# Soft papers for a picture without a place.
PAPERS = ((246, 240, 226), (222, 234, 246), (226, 242, 226), (240, 228, 244))


def light(time):
    """How much of each colour channel the time of day leaves, float [3]."""
    return np.array(SKIES[time][2], np.float32)


def background(ground, time, weather, paper):
    """[128, 128, 3] uint8. ground: a place, "sky", or "paper" of the colour (r, g, b)."""
    if ground == "paper":
        top = tuple(min(255, int(c * 1.04) + 6) for c in paper)
        large = _gradient(top, tuple(int(c * 0.93) for c in paper))
    else:
        large = _gradient(*_sky(ground, time, weather))
        _sky_objects(large, ground, time, weather)
        if ground != "sky":
            _ground(large, ground, time)
        if weather == "fog":
            large = _fogged(large, time)
    return np.asarray(large.resize((SIDE, SIDE), Image.BOX))


def _sky(ground, time, weather):
    """(top, bottom) of what is behind everything."""
    if ground == "space":
        return SPACE
    if ground == "underwater":
        return tuple(tuple(int(c * t) for c, t in zip(colour, light(time))) for colour in WATER)
    return _dimmed(SKIES[time][:2], weather)


def _fogged(image, time):
    """White air, thickest above the ground."""
    rows = np.arange(LARGE) / LARGE
    thick = (0.78 * np.exp(-((rows - 0.55) / 0.3) ** 2) + 0.12)[:, None, None]
    white = np.array((226, 230, 236)) * (0.4 + 0.6 * light(time))
    pixels = np.asarray(image, np.float32)
    return Image.fromarray((pixels + (white - pixels) * thick).astype(np.uint8))


def _gradient(top, bottom):
    ramp = np.linspace(0, 1, LARGE)[:, None, None]
    rows = np.array(top) * (1 - ramp) + np.array(bottom) * ramp
    return Image.fromarray(np.broadcast_to(rows, (LARGE, LARGE, 3)).astype(np.uint8))


def _dimmed(sky, weather):
    """Bad weather turns the sky grey."""
    if weather not in WET:
        return sky
    own, grey = (0.22, 0.22) if weather == "storm" else (0.45, 0.3)
    return tuple(tuple(int(own * c + grey * sum(colour) / 3) for c in colour) for colour in sky)


def _sky_objects(image, place, time, weather):
    draw = ImageDraw.Draw(image)
    if place == "space":
        _stars(draw, 70, 1.0)
        draw.ellipse((372, 40, 468, 136), fill=(222, 148, 92))
        draw.arc((340, 64, 500, 112), 0, 360, fill=(244, 214, 166), width=7)
    elif time == "night" and place != "underwater" and weather not in WET:
        _stars(draw, 90 if weather == "stars" else 14, 0.6)
    if time in ("sunrise", "sunset") and place not in ("space", "underwater"):
        colour = (255, 236, 170) if time == "sunrise" else (255, 196, 92)
        draw.ellipse((88, 216, 168, 296), fill=colour)
    if weather == "sun":
        draw.ellipse((392, 24, 488, 120), fill=(255, 226, 84))
    elif weather == "moon":
        draw.ellipse((28, 24, 116, 112), fill=(252, 246, 214))
        for box in ((48, 44, 68, 64), (76, 68, 92, 84)):
            draw.ellipse(box, fill=(232, 222, 180))
    elif weather == "rainbow":
        bands = ((228, 60, 60), (245, 150, 50), (250, 222, 80), (90, 190, 90), (70, 120, 225),
                 (140, 80, 200))
        for i, colour in enumerate(bands):
            draw.arc((20 + 13 * i, 60 + 13 * i, 492 - 13 * i, 560), 180, 360, colour, 14)
    elif weather == "clouds":
        tint = tuple(int(255 * c) for c in np.clip(light(time) * 1.15, 0, 1))
        for x, y, r in ((90, 84, 34), (270, 56, 30), (420, 110, 36)):
            _cloud(draw, x, y, r, tint)
    elif weather == "storm":
        tint = tuple(int(c * t) for c, t in zip((74, 78, 92), np.sqrt(light(time))))
        for x, y, r in ((70, 50, 44), (220, 30, 48), (370, 46, 46), (480, 30, 40)):
            _cloud(draw, x, y, r, tint)
        draw.polygon([(396, 84), (344, 172), (382, 172), (350, 250), (436, 148), (396, 148),
                      (428, 84)], fill=(255, 238, 130))


def _stars(draw, count, size):
    spread = random.Random(5)
    for _ in range(count):
        x, y, r = spread.uniform(0, 512), spread.uniform(0, 500), size * spread.choice((4, 5, 7))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(255, 252, 226))


def _cloud(draw, x, y, r, colour):
    for dx, dy, scale in ((-1.2, 0.25, 0.75), (0, 0, 1.0), (1.2, 0.25, 0.8)):
        q = r * scale
        draw.ellipse((x + dx * r - q, y + dy * r - q, x + dx * r + q, y + dy * r + q), fill=colour)


def _ground(image, place, time):
    tints = np.array((1.0, 1.0, 1.0)) if place == "space" else light(time)

    def lit(*colour):
        return tuple(int(c * t) for c, t in zip(colour, tints))
    GROUNDS[place](ImageDraw.Draw(image), lit, time)


def falling(weather):
    """What falls before everything else: (colour [128, 128, 3], opacity [128, 128, 1]) or None."""
    if weather not in ("rain", "snowfall", "storm"):
        return None
    large = Image.new("L", (LARGE, LARGE))
    draw = ImageDraw.Draw(large)
    spread = random.Random(9)
    for i in range(64):
        x, y = (i % 8) * 64 + spread.uniform(0, 40), (i // 8) * 64 + spread.uniform(0, 40)
        if weather != "snowfall":
            draw.line((x, y, x - 14, y + 46), fill=150, width=6)
        else:
            r = spread.choice((6, 8, 10))
            draw.ellipse((x - r, y - r, x + r, y + r), fill=235)
    soft = large.filter(ImageFilter.GaussianBlur(1)).resize((SIDE, SIDE), Image.BOX)
    colour = (200, 214, 235) if weather != "snowfall" else (255, 255, 255)
    return np.array(colour, np.float32), np.asarray(soft, np.float32)[:, :, None] / 255
