"""A scene as the numbers that the model reads from a caption and its noise."""
import sprites
import vocabulary
from scenes import CELL, MOST, placed
from things import NAMES

GROUNDS = ("paper", "sky", *vocabulary.PLACES)
HOURS = tuple(vocabulary.TIMES)
SKIES = (None, *vocabulary.WEATHERS)
TINTS = (None, *vocabulary.COLOURS)
THINGS = (None, *NAMES)
# A thing's box along one axis: its size and the cell where it begins.
STARTS = 12
SPANS = len(sprites.SIZES) * STARTS

# What the whole scene has, and what each of its MOST things has, with the number of classes.
OF_SCENE = {"ground": len(GROUNDS), "hour": len(HOURS), "weather": len(SKIES), "paper": len(TINTS)}
OF_THING = {"thing": len(THINGS), "colour": len(TINTS)}
OF_BOX = {"across": SPANS, "down": SPANS}


def span(size, start):
    """The class of a box's extent, of pixels."""
    return sprites.SIZES.index(size) * STARTS + start // CELL


def targets(scene, variant):
    """{name: class}, for things a list of MOST classes; -1 where nothing is to be read."""
    boxes = placed(scene, variant)
    none = [-1] * (MOST - len(boxes))
    return {
        "ground": GROUNDS.index(scene.ground), "hour": HOURS.index(scene.hour),
        "weather": SKIES.index(scene.sky), "paper": TINTS.index(scene.paper),
        "thing": [THINGS.index(box[0].name) for box in boxes] + [0] * len(none),
        "colour": [TINTS.index(box[0].colour) for box in boxes] + none,
        "across": [span(size, left) for _, size, left, _ in boxes] + none,
        "down": [span(size, top) for _, size, _, top in boxes] + none,
    }


def stacked(listed):
    """A list of targets -> {name: nested list over the batch}."""
    return {name: [one[name] for one in listed] for name in listed[0]}
