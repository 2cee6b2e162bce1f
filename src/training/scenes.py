"""A scene in words' meanings, and its picture."""
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

import drawing
import sprites
import vocabulary
from variant import Variant

CELL = 8
# The sides of a thing's box in pixels, alone and in a pair. All are whole patches of the encoder,
# as are all positions: a thing then has the same latents wherever it stands.
ALONE = {"small": 32, None: 64, "big": 96}
PAIRED = {"small": 32, None: 48, "big": 64}
FLOOR = 120
THING_WEIGHT = 3.0
SKY_TOP = {32: 32, 48: 16, 64: 8, 96: 0}
BY_NIGHT = ("stars", "moon")


@dataclass(frozen=True)
class Thing:
    name: str
    colour: str = None
    size: str = None


@dataclass(frozen=True)
class Scene:
    """What a picture shows; None is what nobody said.

    paper: the colour of a plain background. expecting: a relation was said, but not yet to what.
    """
    things: tuple = ()
    relation: str = None
    place: str = None
    time: str = None
    weather: str = None
    paper: str = None
    expecting: bool = False

    @property
    def hour(self):
        return self.time or ("night" if self.weather in BY_NIGHT else "day")


def picture(scene, variant=Variant()):
    """[128, 128, 3] uint8, a pure function of the scene and the variant."""
    image = _background(scene, variant).copy()
    light = _light(scene)
    for thing, size, left, top in placed(scene, variant):
        _put(image, sprites.sprite(thing.name, thing.colour, size, light), left, top)
    fallen = _falling(scene.weather)
    if fallen is not None:
        image = (image + (fallen[0] - image) * fallen[1]).round().astype(np.uint8)
    return image


def _background(scene, variant):
    plain = scene.place is None and scene.time is None and scene.weather is None
    paper = _paper(scene.paper, variant) if plain or scene.paper else None
    image = _drawn(scene.place, scene.hour, scene.weather, paper)
    return image[:, ::-1] if variant.mirrored else image


@lru_cache(maxsize=None)
def _drawn(place, time, weather, paper):
    return drawing.background(place, time, weather, paper)


_falling = lru_cache(maxsize=None)(drawing.falling)


def _paper(colour, variant):
    if colour is None:
        return drawing.PAPERS[int(variant.paper * len(drawing.PAPERS))]
    soft = 0.0 if colour in ("black", "white") else 0.25
    return tuple(int(c + (255 - c) * soft) for c in vocabulary.COLOUR_RGB[colour])


def _light(scene):
    if scene.place == "space":
        return (1.0, 1.0, 1.0)
    # Things stay a little brighter than the ground, so that one still sees their colour.
    return tuple(float(c) for c in 0.3 + 0.7 * drawing.light(scene.hour))


def attention_map(scene, variant):
    """[16, 16] float: how much each cell matters in training; things are small but the point."""
    cells = np.ones((drawing.SIDE // CELL, drawing.SIDE // CELL), np.float32)
    for _, size, left, top in placed(scene, variant):
        rows, columns = (slice(max(0, start) // CELL, (start + size) // CELL)
                         for start in (top, left))
        cells[rows, columns] = THING_WEIGHT
    return cells


def placed(scene, variant):
    """(thing, size, left, top) of each thing, furthest first, in pixels."""
    if len(scene.things) == 1 and not scene.expecting:
        return [_alone(scene.things[0], variant)]
    upright = scene.relation in ("above", "below")
    spots = [0, 1] if scene.relation in ("beside", "above") else [1, 0]
    return [_in_pair(thing, spot, upright, variant) for thing, spot in zip(scene.things, spots)]


def _alone(thing, variant):
    size = ALONE[thing.size]
    left = (drawing.SIDE - size) // 2 + CELL * variant.sideways
    if vocabulary.THINGS[thing.name][1] == "sky":
        return thing, size, left, SKY_TOP[size] + (CELL if variant.up < 0.5 else 0)
    return thing, size, left, FLOOR - size


def _in_pair(thing, spot, upright, variant):
    """spot 0: the left or upper half, 1: the right or lower one."""
    size = PAIRED[thing.size]
    if upright:
        shift = CELL * variant.sideways
        top = 64 - CELL - size + (CELL if size == 64 else 0) if spot == 0 else FLOOR - size
        return thing, size, (drawing.SIDE - size) // 2 + shift, top
    in_sky = vocabulary.THINGS[thing.name][1] == "sky"
    return thing, size, 64 * spot + (64 - size) // 2, SKY_TOP[size] if in_sky else FLOOR - size


def _put(image, drawn, left, top):
    colour, opacity = drawn
    size = len(colour)
    from_x, from_y = max(0, -left), max(0, -top)
    to_x, to_y = min(size, drawing.SIDE - left), min(size, drawing.SIDE - top)
    view = image[top + from_y:top + to_y, left + from_x:left + to_x]
    left_over = view * (1 - opacity[from_y:to_y, from_x:to_x])
    view[:] = (left_over + colour[from_y:to_y, from_x:to_x]).round()
