"""The captions of the evaluation: never trained on, the same for the same seed."""
import random
from dataclasses import dataclass, replace

import captions
import english
import indonesian
import vocabulary
from half_typed import cut, understood
from scenes import Scene, Thing
from things import NAMES

COUNT = 500
PAIRS = 200
CHANGEABLE = ("colour", "thing", "place", "time", "weather")


@dataclass(frozen=True)
class Caption:
    """text says scene; sure is the part of it that whole words say.

    changed: what differs between this caption and the one before it, in a pair.
    """
    name: str
    seed: int
    text: str
    scene: Scene
    sure: Scene
    changed: str = None


def wholes(language, seed):
    """COUNT complete captions."""
    rng, made = random.Random(seed), []
    for i in range(COUNT):
        _, text, scene = captions.whole(rng, kept=True, language=language)
        made.append(Caption(f"{language.NAME}-{i:03}", rng.getrandbits(31), text, scene, scene))
    return made


def cuts(seed):
    """COUNT captions of both languages that end in the middle of a word."""
    rng, made = random.Random(seed), []
    while len(made) < COUNT:
        parts, text, _ = captions.whole(rng, kept=True)
        inside = [i for i in range(len(text) // 3, len(text))
                  if text[i - 1].isalpha() and text[i].isalpha()]
        if not inside:
            continue
        length = rng.choice(inside)
        finished = text.rfind(" ", 0, length)
        scene = understood(cut(parts, length))
        sure = understood(cut(parts, max(finished, 0)))
        made.append(Caption(f"cut-{len(made):03}", rng.getrandbits(31), text[:length], scene, sure))
    return made


def pairs(seed):
    """PAIRS pairs of captions that differ in one attribute, each pair with one seed."""
    rng, made = random.Random(seed), []
    for i in range(PAIRS):
        language = rng.choice((english, indonesian))
        scene = Scene((Thing(rng.choice(NAMES), rng.choice(vocabulary.COLOURS)),), None,
                      rng.choice([p for p in vocabulary.PLACES if p not in captions.SHELTERED]),
                      rng.choice(("sunrise", "sunset", "day")),
                      rng.choice(("rain", "clouds", "rainbow", "fog")))
        changed = CHANGEABLE[i % len(CHANGEABLE)]
        phrasing, noise = rng.getrandbits(31), rng.getrandbits(31)
        for k, said in enumerate((scene, _changed(scene, changed, rng))):
            parts = captions.parts(said, random.Random(phrasing), language)
            text = "".join(text for text, _, _ in parts)
            made.append(Caption(f"pair-{i:03}-{k}", noise, text, said, said, changed))
    return made


def _changed(scene, what, rng):
    """The scene with another value of one attribute."""
    thing = scene.things[0]
    if what == "colour":
        other = rng.choice([c for c in vocabulary.COLOURS if c != thing.colour])
        return replace(scene, things=(replace(thing, colour=other),))
    if what == "thing":
        alike = [name for name in NAMES if vocabulary.is_sky(name) == vocabulary.is_sky(thing.name)]
        other = rng.choice([name for name in alike if name != thing.name])
        return replace(scene, things=(replace(thing, name=other),))
    values = {"place": [p for p in vocabulary.PLACES if p not in captions.SHELTERED],
              "time": ["day", "sunrise", "sunset"],
              "weather": ["rain", "clouds", "rainbow", "fog"]}[what]
    other = rng.choice([value for value in values if value != getattr(scene, what)])
    return replace(scene, **{what: other})


def for_sheet(seed, count=64):
    """Texts of complete captions of both languages, chosen by the seed alone."""
    rng = random.Random(seed)
    return [captions.whole(rng, kept=True)[1] for _ in range(count)]


def all_captions():
    return [*wholes(english, 501), *wholes(indonesian, 502), *cuts(503), *pairs(504)]
