"""Random scenes and captions as people type them.

A caption is a list of parts (text, field, meaning): field names what the text decides, None for
words that decide nothing. A field of a thing is (kind, which thing).
"""
import vocabulary
from half_typed import cut, understood
from scenes import Scene, Thing

UNKNOWN = ["zebra", "wooden", "shiny", "quickly", "seven", "music", "umbr", "very", "old", "glass",
           "quiet", "running", "sleeping", "asdf", "please", "hello", "maybe", "wild", "fancy"]


def random_scene(rng):
    """A scene of zero to two things; most name a place."""
    count = rng.choices((0, 1, 2), (10, 72, 18))[0]
    things = tuple(_random_thing(rng) for _ in range(count))
    relation = rng.choices(list(vocabulary.RELATIONS), (5, 2, 3, 3))[0] if count == 2 else None
    place = rng.choice(list(vocabulary.PLACES)) if rng.random() < 0.7 else None
    if place is None and count and rng.random() < 0.3:
        return Scene(things, relation, paper=rng.choice(list(vocabulary.COLOURS)))
    time = rng.choices((None, *vocabulary.TIMES), (40, 8, 16, 17, 19))[0]
    weather = rng.choice(list(vocabulary.WEATHERS)) if rng.random() < 0.28 else None
    if time is not None and time != "night" and weather in ("stars", "moon"):
        weather = None
    if time == "night" and weather == "sun":
        weather = "moon"
    return Scene(things, relation, place, time, weather)


def _random_thing(rng):
    colour = rng.choice(list(vocabulary.COLOURS)) if rng.random() < 0.5 else None
    size = rng.choice(("small", "big")) if rng.random() < 0.18 else None
    often = rng.random() < 0.65
    names = vocabulary.FAVOURITES if often else list(vocabulary.THINGS)
    return Thing(rng.choice(names), colour, size)


def parts(scene, rng):
    """A caption of the scene; its parts joined are the text."""
    said = _things(scene, rng)
    around = [(kind, getattr(scene, kind)) for kind in ("place", "time", "weather")]
    around = [(kind, meaning) for kind, meaning in around if meaning is not None]
    if rng.random() < 0.3:
        rng.shuffle(around)
    bare = not said and rng.random() < 0.5 or rng.random() < 0.06
    phrases = [_setting(kind, meaning, bare, rng) for kind, meaning in around]
    if scene.paper:
        phrases.append(_paper(scene.paper, rng))
    leading = phrases and said and rng.random() < 0.12
    groups = [*phrases, said] if leading else [said, *phrases]
    opening = [(rng.choice(vocabulary.OPENINGS), None, None)] if rng.random() < 0.05 else []
    joint = ", " if leading or rng.random() < 0.08 else " "
    return opening + _joined([group for group in groups if group], joint)


def _joined(groups, joint):
    joined = []
    for group in groups:
        joined += ([(joint, None, None)] if joined else []) + group
    return joined


def _things(scene, rng):
    said = []
    for which, thing in enumerate(scene.things):
        if which == 1:
            word = rng.choice(vocabulary.RELATIONS[scene.relation])
            field = "maybe relation" if word in vocabulary.MAYBE_RELATIONS else "relation"
            said.append((word, field, scene.relation))
        said += _noun(thing, which, rng)
    return said


def _noun(thing, which, rng):
    adjectives = []
    if thing.size:
        adjectives.append((rng.choice(vocabulary.SIZES[thing.size]), ("size", which), thing.size))
    if thing.colour:
        adjectives.append((rng.choice(vocabulary.COLOURS[thing.colour]), ("colour", which),
                           thing.colour))
    if rng.random() < 0.15:
        adjectives.reverse()
    if rng.random() < 0.05:
        adjectives.insert(0, (rng.choice(vocabulary.FILLERS + UNKNOWN), None, None))
    words = vocabulary.THINGS[thing.name][2]
    name = words[0] if rng.random() < 0.75 else rng.choice(words)
    first = (adjectives[0][0] if adjectives else name)[0]
    article = rng.choices(("an " if first in "aeiou" else "a ", "the ", ""), (78, 8, 14))[0]
    said = [(article, None, None)] if article else []
    for adjective in adjectives:
        said += [adjective, (" ", None, None)]
    return said + [(name, ("thing", which), thing.name)]


def _setting(kind, meaning, bare, rng):
    table = {"place": vocabulary.PLACES, "time": vocabulary.TIMES,
             "weather": vocabulary.WEATHERS}[kind]
    lead, word = table[meaning][0] if rng.random() < 0.6 else rng.choice(table[meaning])
    return ([] if bare else [(lead, None, None)]) + [(word, kind, meaning)]


def _paper(colour, rng):
    lead = rng.choice(("on a ", "on ", "in front of a ", "with a "))
    after = rng.choice((" background", " paper")) if lead != "in front of a " else " wall"
    return [(lead, None, None), (colour + after, "paper", colour)]


def example(rng):
    """(caption, scene) for training: half of the captions are cut, some are empty."""
    scene = random_scene(rng)
    caption = parts(scene, rng)
    text = "".join(text for text, _, _ in caption)
    fate = rng.random()
    if fate < 0.06 or not text:
        return "", scene
    if fate < 0.5:
        # The later of two cuts: a caption cut early says little that could be learned.
        length = max(rng.randint(1, len(text)), rng.randint(1, len(text)))
        known = cut(caption, length)
        text = text[:length]
    else:
        known = cut(caption, len(text))
    return _styled(text, rng), understood(known)


def _styled(text, rng):
    """A little of what else people type; it changes nothing."""
    fate = rng.random()
    if fate < 0.05:
        return text.capitalize()
    return text + rng.choice((".", "!", " ", ",")) if fate < 0.1 else text
