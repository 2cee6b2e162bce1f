"""Things: emoji glyphs, coloured, sized and lit, as they are put into a picture.

Every sprite is drawn once, large, and is a linear mix of a few maps of its thing: its own
colours, its shading where it is darker and brighter than its middle, and what keeps its colour.
"""
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import things
import vocabulary

FONT = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
GLYPH_SIZE = 109
FULL = 96
SIZES = (32, 40, 48, 64, 96)
FILL = 0.94
SHADOW = 0.28


@lru_cache(maxsize=None)
def glyph(thing):
    """The emoji standing in a box, premultiplied float [FULL, FULL, 4] in 0..1."""
    font = ImageFont.truetype(FONT, GLYPH_SIZE)
    image = Image.new("RGBA", (160, 160))
    emoji = things.THINGS[thing][0]
    ImageDraw.Draw(image).text((12, 12), emoji, font=font, embedded_color=True)
    image = image.crop(image.getbbox())
    ratio = FILL * FULL / max(image.size)
    width, height = (max(1, round(side * ratio)) for side in image.size)
    image = image.convert("RGBa").resize((width, height), Image.BICUBIC)
    box = np.zeros((FULL, FULL, 4), np.float32)
    top = FULL - height - round(FULL * (1 - FILL) / 2)
    left = (FULL - width) // 2
    box[top:top + height, left:left + width] = np.asarray(image, np.float32) / 255
    return box


def shadow(thing):
    """The opacity of a soft shadow where something stands, [FULL, FULL]."""
    image = Image.new("L", (FULL, FULL))
    if not vocabulary.is_sky(thing):
        columns = np.nonzero(glyph(thing)[-12:, :, 3].max(0) > 0.5)[0]
        left, right = (columns.min(), columns.max()) if len(columns) else (32, 64)
        ImageDraw.Draw(image).ellipse((left - 1, FULL - 8, right + 1, FULL - 1),
                                      fill=round(255 * SHADOW))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(1.5)), np.float32) / 255


@lru_cache(maxsize=None)
def full(thing, colour):
    """(premultiplied colour 0..1, opacity) in daylight, [FULL, FULL, 3] and [FULL, FULL, 1]."""
    pixels = glyph(thing)
    rgb, alpha = pixels[..., :3], pixels[..., 3:]
    if colour is not None:
        rgb = coloured(rgb / alpha.clip(1e-3), alpha, thing, colour) * alpha
    return rgb, alpha + (1 - alpha) * shadow(thing)[..., None]


def coloured(rgb, alpha, thing, colour):
    """The same shading in another colour: dark stays dark, bright stays bright."""
    grey = rgb @ np.array((0.3, 0.55, 0.15), np.float32)
    middle = float(np.clip(np.median(grey[alpha[..., 0] > 0.5]), 0.35, 0.75))
    target = np.array(vocabulary.COLOUR_RGB[colour], np.float32) / 255
    dark = (grey / middle)[..., None] * target
    bright = target + ((grey - middle) / (1 - middle))[..., None] * (1 - target) * 0.75
    painted = np.where(grey[..., None] < middle, dark, bright)
    if thing in things.KEEP_GREEN:
        green = (rgb[..., 1] > rgb[..., 0] * 1.05) & (rgb[..., 1] > rgb[..., 2] * 1.05)
        painted = np.where(green[..., None], rgb, painted)
    return painted.clip(0, 1)


@lru_cache(maxsize=None)
def shrink(size):
    """[size, FULL]: averages over the area that each pixel of the smaller picture covers."""
    edges = np.arange(size + 1) * FULL / size
    pixels = np.arange(FULL)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return (covered.clip(0) * size / FULL).astype(np.float32)


@lru_cache(maxsize=None)
def _sized(thing, colour, size):
    narrow = shrink(size)
    rows = np.tensordot(narrow, np.concatenate(full(thing, colour), 2), 1)
    both = np.ascontiguousarray(np.matmul(narrow, rows))
    return both[..., :3], both[..., 3:]


def sprite(thing, colour, size, light):
    """(premultiplied colour, opacity) in a box of size x size pixels, standing on its floor.

    light: what the time of day leaves of each channel; colour values are 0..255.
    """
    colours, opacity = _sized(thing, colour, size)
    return colours * (np.array(light, np.float32) * 255), opacity
