"""A scene in words' meanings, where its things stand, and its picture."""
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

import drawing
import sprites
import vocabulary
from variant import Variant

CELL = 8
# The most things that a picture shows.
MOST = 3
# The sides of a thing's box in pixels, by how many share the picture. All are whole patches of
# the encoder, as are all positions: a thing then has the same latents wherever it stands.
SIDES = {1: {"small": 32, None: 64, "big": 96}, 2: {"small": 32, None: 48, "big": 64},
         3: {"small": 32, None: 40, "big": 48}}
FLOOR = 120
THING_WEIGHT = 3.0
SKY_TOP = {32: 32, 40: 24, 48: 16, 64: 8, 96: 0}
BY_NIGHT = ("stars", "moon")


@dataclass(frozen=True)
class Thing:
    name: str
    colour: str = None
    size: str = None
    count: int = 1


@dataclass(frozen=True)
class Scene:
    """What a picture shows; None is what the caption leaves open.

    paper: the colour of a plain background. expecting: another thing was promised ("a cat and"),
    but not yet which.
    """
    things: tuple = ()
    relation: str = None
    place: str = None
    time: str = None
    weather: str = None
    paper: str = None
    expecting: bool = False

    @property
    def ground(self):
        """A place, "paper" or "sky": what the background is."""
        if self.paper or not (self.place or self.time or self.weather):
            return "paper"
        return self.place or "sky"

    @property
    def hour(self):
        """The time of day one sees; space has none."""
        if self.place == "space" or self.ground == "paper":
            return "day"
        return self.time or ("night" if self.weather in BY_NIGHT else "day")

    @property
    def sky(self):
        """The weather one sees."""
        return None if self.ground == "paper" else self.weather


def picture(scene, variant=Variant()):
    """[128, 128, 3] uint8, a pure function of the scene and the variant."""
    image = background(scene.ground, scene.hour, scene.sky, paper_colour(scene.paper, variant))
    image = (image[:, ::-1] if variant.mirrored else image).astype(np.float32)
    light = sprite_light(scene.hour)
    for thing, size, left, top in placed(scene, variant):
        _put(image, sprites.sprite(thing.name, thing.colour, size, light), left, top)
    fallen = falling(scene.sky)
    if fallen is not None:
        image += (fallen[0] - image) * fallen[1]
    return image.round().clip(0, 255).astype(np.uint8)


@lru_cache(maxsize=None)
def background(ground, hour, weather, paper):
    """[128, 128, 3] uint8. paper: (r, g, b), used where the ground is paper."""
    return drawing.background(ground, hour, weather, paper)


falling = lru_cache(maxsize=None)(drawing.falling)


def paper_colour(colour, variant):
    if colour is None:
        return drawing.PAPERS[int(variant.paper * len(drawing.PAPERS))]
    soft = 0.0 if colour in ("black", "white") else 0.25
    return tuple(int(c + (255 - c) * soft) for c in vocabulary.COLOUR_RGB[colour])


@lru_cache(maxsize=None)
def sprite_light(hour):
    """Things stay a little brighter than the ground, so that one still sees their colour."""
    return tuple(float(c) for c in 0.3 + 0.7 * drawing.light(hour))


def attention_map(scene, variant):
    """[16, 16] float: how much each cell matters in training; things are small but the point."""
    cells = np.ones((drawing.SIDE // CELL, drawing.SIDE // CELL), np.float32)
    for _, size, left, top in placed(scene, variant):
        rows, columns = (slice(max(0, start) // CELL, (start + size) // CELL)
                         for start in (top, left))
        cells[rows, columns] = THING_WEIGHT
    return cells


def placed(scene, variant):
    """(thing, size, left, top) of each thing in the order they were said, in pixels."""
    things = [thing for thing in scene.things for _ in range(thing.count)][:MOST]
    count = min(MOST, len(things) + (1 if scene.expecting else 0))
    sides = [SIDES[max(1, count)][thing.size] for thing in things]
    if count == 1:
        return [_alone(thing, side, variant) for thing, side in zip(things, sides)]
    if count == 2 and scene.relation in ("above", "below"):
        spots = (0, 1) if scene.relation == "above" else (1, 0)
        return [_stacked(thing, side, spot, variant)
                for thing, side, spot in zip(things, sides, spots)]
    spots = (1, 0) if count == 2 and scene.relation == "right" else range(count)
    return [(thing, side, _column(side, spot, count, variant), _top(thing, side))
            for thing, side, spot in zip(things, sides, spots)]


def _top(thing, side):
    return SKY_TOP[side] if vocabulary.is_sky(thing.name) else FLOOR - side


def _alone(thing, side, variant):
    left = (drawing.SIDE - side) // 2 + CELL * variant.sideways
    lower = CELL if vocabulary.is_sky(thing.name) and variant.up < 0.5 else 0
    return thing, side, left, _top(thing, side) + lower


def _stacked(thing, side, spot, variant):
    """spot 0: the upper half, 1: the lower one."""
    left = (drawing.SIDE - side) // 2 + CELL * variant.sideways
    upper = 64 - CELL - side + (CELL if side == 64 else 0)
    return thing, side, left, upper if spot == 0 else FLOOR - side


def _column(side, spot, count, variant):
    """The left edge in one of two halves or three thirds."""
    if count == 2:
        return 64 * spot + (64 - side) // 2
    spare = 48 - side
    return 40 * spot + (spare // 2 if spare != CELL else CELL * (variant.sideways > 0))


def _put(image, drawn, left, top):
    colour, opacity = drawn
    side = len(colour)
    view = image[top:top + side, left:left + side]
    view += colour - view * opacity
