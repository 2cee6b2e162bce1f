"""What the probe sees in pictures, given where the captions' things may stand."""
from dataclasses import dataclass
from itertools import product

import torch

import scenes
import targets
from probe import crop
from variant import Variant

# Every way in which the noise may place things: sideways, and up or down.
VARIANTS = [Variant(0.9, across, up) for across, up in product((0.1, 0.5, 0.9), (0.1, 0.9))]


@dataclass(frozen=True)
class Seen:
    """scene: {name: class}; things: (thing class, colour class) of each box that is looked at."""
    scene: dict
    things: tuple


def boxes(scene):
    """The different placements of a scene's things: lists of (side, left, top)."""
    placements = {tuple((side, left, top) for _, side, left, top in scenes.placed(scene, chosen))
                  for chosen in VARIANTS}
    return sorted(placements)


@torch.no_grad()
def look(probe, pictures, said):
    """One Seen a picture.

    Of the placements that the scene allows, the one where the probe is surest that something
    stands whole in every box; which thing that is plays no part in the choice.
    """
    whole = {name: scores.argmax(1) for name, scores in probe.scene(pictures).items()}
    return [Seen({name: classes[i].item() for name, classes in whole.items()},
                 _things(probe.thing, picture, scene))
            for i, (picture, scene) in enumerate(zip(pictures, said))]


def _things(probe, picture, scene):
    if not scene.things:
        return ()
    placements = boxes(scene)
    scores = probe(torch.stack([crop(picture, *box) for boxes in placements for box in boxes]))
    count = len(placements[0])
    sure = scores["thing"].softmax(1)[:, 1:].amax(1).view(-1, count).log().sum(1)
    best = sure.argmax().item() * count
    things = scores["thing"][best:best + count].argmax(1).tolist()
    colours = scores["colour"][best:best + count, 1:].argmax(1).tolist()
    return tuple((thing, colour + 1) for thing, colour in zip(things, colours))


def names(seen):
    return [targets.THINGS[thing] for thing, _ in seen.things]


def tints(seen):
    return [targets.TINTS[colour] for _, colour in seen.things]
