"""The composition of a sketch: a place, its hour, and drawings of things that stand in it.

A pure function of a Scene, whose seed makes all choices that nobody said. Near things are larger,
lower and in front; each has a soft shadow where it stands, and takes the light of the hour.
"""
import random
from dataclasses import dataclass

import cv2
import numpy as np

import indoors
import outdoors
from canvas import F, Canvas, ramp
from places import HOURS, Light

PLACES = {f.__name__: f for f in (
    outdoors.meadow, outdoors.hills, outdoors.mountains, outdoors.forest, outdoors.jungle,
    outdoors.desert, outdoors.beach, outdoors.sea, outdoors.lake, outdoors.river,
    outdoors.waterfall, outdoors.snow, outdoors.skyline, outdoors.road, outdoors.street,
    outdoors.village, outdoors.farm, outdoors.garden, outdoors.park, outdoors.harbour,
    outdoors.valley, outdoors.ruins, outdoors.volcano, outdoors.playground, outdoors.court,
    outdoors.underwater, outdoors.space, outdoors.planet, outdoors.open_sky, indoors.plain_room,
    indoors.bedroom, indoors.living_room, indoors.kitchen, indoors.library, indoors.classroom,
    indoors.shop, indoors.stage, indoors.table_top, indoors.cave, indoors.paper)}
INDOORS = ("plain_room", "bedroom", "living_room", "kitchen", "library", "classroom", "shop",
           "stage", "table_top", "paper")
NO_LIGHT = ("space", "planet", "stage", "paper")
# the height of a thing as a fraction of the side, by how many there are: (least, most)
SIZES = {0: (0.0, 0.0), 1: (0.46, 0.74), 2: (0.36, 0.5), 3: (0.3, 0.42), 4: (0.26, 0.36)}
MANY = (0.15, 0.26)
COLOURS = {"red": (0.86, 0.16, 0.15), "orange": (0.96, 0.55, 0.12), "yellow": (0.98, 0.84, 0.2),
           "green": (0.25, 0.65, 0.28), "blue": (0.18, 0.42, 0.85), "purple": (0.55, 0.28, 0.75),
           "pink": (0.97, 0.55, 0.72), "brown": (0.5, 0.32, 0.2), "black": (0.14, 0.14, 0.17),
           "white": (0.95, 0.95, 0.95), "grey": (0.55, 0.55, 0.58)}


@dataclass(frozen=True)
class Thing:
    name: str
    count: int = 1
    size: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Scene:
    place: str
    hour: str = "day"
    things: tuple = ()
    relation: str = ""
    seed: int = 0


@dataclass
class Sketch:
    """rgb [side, side, 3] float32 in 0..1; layer and thing [side, side]: see Canvas, and 0/1."""
    rgb: np.ndarray
    layer: np.ndarray
    thing: np.ndarray


def compose(scene, pool, side=256):
    r = random.Random(scene.seed)
    light = Light("day" if scene.place in NO_LIGHT else scene.hour)
    canvas = Canvas(side)
    horizon = PLACES[scene.place](canvas, r, light)
    if r.random() < 0.5 and scene.place != "cave":
        mirror(canvas)
    np.clip(canvas.rgb, 0, 1, out=canvas.rgb)
    before = canvas.top
    tint = F(0.25) + F(0.75) * (np.ones(3, F) if scene.place in INDOORS else light.tint)
    from_left = r.random() < 0.5
    for spot in arranged(scene, pool, horizon, r, side):
        put(canvas, pool, spot, tint, from_left)
    thing = (canvas.layer > before) & (canvas.layer > 0)
    return Sketch(np.clip(canvas.rgb, 0, 1), canvas.layer, thing)


def mirror(canvas):
    canvas.rgb = np.ascontiguousarray(canvas.rgb[:, ::-1])
    canvas.layer = np.ascontiguousarray(canvas.layer[:, ::-1])


@dataclass
class Spot:
    """Where a thing stands: its middle and its foot, and its longer side, as fractions."""
    drawing: int
    x: float
    foot: float
    size: float
    flies: bool
    colour: str
    flipped: bool


def arranged(scene, pool, horizon, r, side):
    """The spots of all things, far ones first."""
    things = [t for t in scene.things for _ in range(t.count)]
    total = len(things)
    low, high = SIZES.get(total, MANY)
    chosen = {t: r.choice(pool.by_name[t.name]) for t in scene.things}
    flipped = {t: r.random() < 0.5 for t in scene.things}
    base, spots = r.uniform(low, high), []
    for k, thing in enumerate(things):
        flies = pool.flies(thing.name) or horizon is None
        size = base * {"small": 0.6, "big": 1.35}.get(thing.size, 1.0) * r.uniform(0.92, 1.08)
        best = None
        for _ in range(14):
            spot = tried(r, size, flies, horizon, total)
            spot.drawing, spot.colour, spot.flipped = chosen[thing], thing.colour, flipped[thing]
            if scene.relation and total == 2:
                related(spot, scene.relation, k)
            cost = sum(overlap(spot, other) for other in spots) + r.random() * 0.02
            if best is None or cost < best[0]:
                best = cost, spot
        spots.append(best[1])
    return sorted(spots, key=lambda s: s.foot - (1 if s.flies else 0))


def tried(r, size, flies, horizon, total):
    if flies:
        size = min(size, 0.8)
        foot = size + r.uniform(0.03, max(0.05, 0.62 - size * 0.6))
        if horizon is None:
            foot = r.uniform(size + 0.02, max(size + 0.03, 0.97))
        depth = 0.6
    else:
        depth = r.random() ** (0.6 if total > 1 else 0.4)
        foot = horizon + 0.06 + (0.965 - horizon - 0.06) * depth
        size = min(size * (0.62 + 0.38 * depth), foot * 0.95)
    spread = 0.5 - size * 0.42
    x = 0.5 + (r.uniform(-0.18, 0.18) if total == 1 else r.uniform(-1, 1) * max(0.05, spread))
    return Spot(0, x, foot, size, flies, "", False)


def related(spot, relation, k):
    first = (k == 0) == (relation in ("left", "above"))
    if relation in ("left", "right"):
        spot.x = 0.27 if first else 0.73
    else:
        spot.x, spot.flies = 0.5, first
        spot.size = min(spot.size, 0.44)
        spot.foot = 0.06 + spot.size if first else 0.95


def overlap(a, b):
    wide = min(a.x + a.size * 0.45, b.x + b.size * 0.45) - max(a.x - a.size * 0.45,
                                                               b.x - b.size * 0.45)
    tall = min(a.foot, b.foot) - max(a.foot - a.size, b.foot - b.size)
    return max(0, wide) * max(0, tall) / (min(a.size, b.size) ** 2)


def put(canvas, pool, spot, tint, from_left):
    """Shadow, then the drawing with the hour's light on it."""
    side = canvas.side
    drawing = pool.drawing(spot.drawing).astype(F) / F(255)
    rgb, alpha = drawing[..., :3], drawing[..., 3:]
    if spot.colour:
        rgb = recoloured(rgb, alpha[..., 0], COLOURS[spot.colour])
    if spot.flipped:
        rgb, alpha = rgb[:, ::-1], alpha[:, ::-1]
    height, width = alpha.shape[:2]
    ratio = spot.size * side / max(height, width)
    size = max(2, round(width * ratio)), max(2, round(height * ratio))
    how = cv2.INTER_AREA if ratio < 1 else cv2.INTER_CUBIC
    small = cv2.resize(np.concatenate([rgb * alpha, alpha], 2), size, interpolation=how)
    opacity = np.clip(small[..., 3], 0, 1)
    colour = small[..., :3] / np.maximum(opacity, F(0.02))[..., None]
    # a little more light on the side that the light comes from
    across = np.linspace(1.05, 0.93, size[0], dtype=F)
    across = across if from_left else across[::-1]
    colour = np.clip(colour * tint * across[None, :, None], 0, 1)
    left, top = round(spot.x * side - size[0] / 2), round(spot.foot * side) - size[1]
    if not spot.flies:
        shadow(canvas, opacity, left, top, from_left)
    canvas.stamp(colour, opacity, left, top)


def shadow(canvas, opacity, left, top, from_left):
    """A soft dark ellipse under the columns on which the thing stands."""
    height, width = opacity.shape
    foot = opacity[-max(2, height // 8):].max(0) > 0.5
    columns = np.nonzero(foot)[0]
    if not len(columns):
        return
    side = canvas.side
    middle, half = (columns[0] + columns[-1]) / 2, (columns[-1] - columns[0]) / 2 + 3
    shift = (0.25 if from_left else -0.25) * half
    y = (top + height - 1) / side
    for scale, strength, move in ((1.3, 0.25, shift), (1.02, 0.35, 0)):
        canvas.ellipse((left + middle + move) / side, y, half * scale / side,
                       max(0.012, half * 0.2 * scale / side), (0.06, 0.05, 0.12), strength, False,
                       0.8)


def recoloured(rgb, alpha, target):
    """The same shading in another colour: dark stays dark, bright stays bright."""
    grey = rgb @ np.array((0.3, 0.55, 0.15), F)
    middle = F(np.clip(np.median(grey[alpha > 0.5]), 0.35, 0.75))
    target = np.array(target, F)
    dark = (grey / middle)[..., None] * target
    bright = target + ((grey - middle) / (1 - middle))[..., None] * (1 - target) * F(0.75)
    return np.where(grey[..., None] < middle, dark, bright).clip(0, 1)


def random_scene(seed, pool, names=None):
    """A scene such as prompts ask for: mostly one to three things, sometimes many, rarely none."""
    r = random.Random(seed)
    names = names or pool.names
    kinds = r.choices((0, 1, 2, 3, 4, 5), (6, 40, 28, 14, 8, 4))[0]
    things = []
    for k in range(kinds):
        count = r.choices((1, 2, 3, 4, 5, 7, 10, 12), (70, 10, 7, 4, 3, 2, 2, 2))[0] if k == 0 else 1
        colour = r.choice(tuple(COLOURS)) if r.random() < 0.15 else ""
        size = r.choices(("", "small", "big"), (8, 1, 1))[0]
        things.append(Thing(r.choice(names), count, size, colour))
    relation = r.choice(("", "", "left", "right", "above", "below"))
    hour = r.choices(tuple(HOURS), (5, 1, 2, 2, 1))[0]
    return Scene(r.choice(tuple(PLACES)), hour, tuple(things), relation, r.getrandbits(40))
