"""Things: emoji glyphs, coloured, sized and lit, as they are put into a picture."""
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import vocabulary

FONT = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
GLYPH_SIZE = 109
FILL = 0.94


@lru_cache(maxsize=None)
def glyph(thing):
    """The emoji cropped to what is drawn, float [height, width, 4] in 0..1."""
    font = ImageFont.truetype(FONT, GLYPH_SIZE)
    image = Image.new("RGBA", (160, 160))
    emoji = vocabulary.THINGS[thing][0]
    ImageDraw.Draw(image).text((12, 12), emoji, font=font, embedded_color=True)
    return np.asarray(image.crop(image.getbbox()), np.float32) / 255


def coloured(pixels, thing, colour):
    """The same shading in another colour: dark stays dark, bright stays bright."""
    rgb, alpha = pixels[..., :3], pixels[..., 3:]
    grey = rgb @ np.array((0.3, 0.55, 0.15), np.float32)
    middle = float(np.clip(np.median(grey[alpha[..., 0] > 0.5]), 0.35, 0.75))
    target = np.array(vocabulary.COLOUR_RGB[colour], np.float32) / 255
    dark = (grey / middle)[..., None] * target
    bright = target + ((grey - middle) / (1 - middle))[..., None] * (1 - target) * 0.75
    painted = np.where(grey[..., None] < middle, dark, bright)
    if thing in vocabulary.KEEP_GREEN:
        green = (rgb[..., 1] > rgb[..., 0] * 1.05) & (rgb[..., 1] > rgb[..., 2] * 1.05)
        painted = np.where(green[..., None], rgb, painted)
    return np.concatenate([painted, alpha], 2)


@lru_cache(maxsize=None)
def sprite(thing, colour, size, light):
    """(premultiplied colour, opacity) in a box of size x size pixels, standing on its floor.

    light: what the time of day leaves of each channel; colour values are 0..255.
    """
    pixels = glyph(thing)
    if colour is not None:
        pixels = coloured(pixels, thing, colour)
    pixels = np.concatenate([pixels[..., :3] * pixels[..., 3:], pixels[..., 3:]], 2)
    height, width = pixels.shape[:2]
    ratio = FILL * size / max(height, width)
    shape = max(1, round(width * ratio)), max(1, round(height * ratio))
    resized = np.stack([np.asarray(Image.fromarray(pixels[..., c]).resize(shape, Image.BOX
                        if ratio < 0.5 else Image.BICUBIC)) for c in range(4)], 2).clip(0, 1)
    box = np.zeros((size, size, 4), np.float32)
    left, top = (size - shape[0]) // 2, size - shape[1] - round(size * (1 - FILL) / 2)
    box[top:top + shape[1], left:left + shape[0]] = resized
    return box[..., :3] * np.array(light, np.float32) * 255, box[..., 3:]
