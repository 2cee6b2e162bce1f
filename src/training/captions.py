"""Random scenes and captions as people type them, in English and Indonesian.

A caption is a list of parts (text, field, meaning): field names what the text decides, None for
words that decide nothing. A field of a thing is (kind, which thing).
"""
from zlib import crc32

import english
import indonesian
import things
import vocabulary
from half_typed import cut, understood
from noun_phrases import UNKNOWN, noun_phrase, unknown_thing
from scenes import MOST, Scene, Thing

# In these the time of day cannot be seen, or weather makes little sense: rarely said.
SHELTERED = ("space", "underwater")


def random_scene(rng):
    """A scene of zero to three things; most name a place."""
    kinds = rng.choices((0, 1, 2, 3), (10, 64, 20, 6))[0]
    said = tuple(_random_thing(rng, 1) for _ in range(kinds))
    if kinds == 1 and rng.random() < 0.22:
        said = (_random_thing(rng, rng.choice((2, 3))),)
    if kinds == 2 and rng.random() < 0.08:
        said = (_random_thing(rng, 2), said[1])
    relation = None
    if kinds > 1:
        several = kinds == 3 or said[0].count > 1
        relation = "beside" if several else rng.choices(vocabulary.RELATIONS, (5, 2, 3, 3))[0]
    place = rng.choice(vocabulary.PLACES) if rng.random() < 0.7 else None
    if place is None and kinds and rng.random() < 0.3:
        return Scene(said, relation, paper=rng.choice(vocabulary.COLOURS))
    return Scene(said, relation, place, *_sky(place, rng))


def _sky(place, rng):
    """Time and weather that go together; None is not said."""
    time = rng.choices((None, *vocabulary.TIMES), (40, 10, 15, 16, 19))[0]
    weather = rng.choice(vocabulary.WEATHERS) if rng.random() < 0.32 else None
    if place in SHELTERED and rng.random() < 0.85:
        return time if place != "space" and rng.random() < 0.7 else None, None
    if time is not None and time != "night" and weather in ("stars", "moon"):
        weather = None
    if time == "night" and weather == "sun":
        weather = "moon"
    return time, weather


def _random_thing(rng, count):
    colour = rng.choice(vocabulary.COLOURS) if rng.random() < 0.5 else None
    size = rng.choice(("small", "big")) if rng.random() < 0.18 else None
    names = things.FAVOURITES if rng.random() < 0.25 else things.NAMES
    return Thing(rng.choice(names), colour, size, count)


def parts(scene, rng, language):
    """A caption of the scene; its parts joined are the text."""
    said = _things(scene, rng, language)
    if not said and rng.random() < 0.15:
        said = unknown_thing(language, rng)
    around = [(kind, getattr(scene, kind)) for kind in ("place", "time", "weather")]
    around = [(kind, meaning) for kind, meaning in around if meaning is not None]
    if rng.random() < 0.3:
        rng.shuffle(around)
    bare = not said and rng.random() < 0.5 or rng.random() < 0.1
    phrases = [_setting(kind, meaning, bare, rng, language) for kind, meaning in around]
    if scene.paper:
        phrases.append(_paper(scene.paper, rng, language))
    leading = phrases and said and rng.random() < 0.15
    groups = [*phrases, said] if leading else [said, *phrases]
    if rng.random() < 0.03:
        groups.insert(rng.randint(0, len(groups)),
                      [(rng.choice(UNKNOWN[language.NAME]), None, None)])
    opening = [(rng.choice(language.OPENINGS), None, None)] if rng.random() < 0.05 else []
    joint = ", " if rng.random() < (0.5 if leading else 0.08) else " "
    return opening + _joined([group for group in groups if group], joint)


def _joined(groups, joint):
    joined = []
    for group in groups:
        joined += ([(joint, None, None)] if joined else []) + group
    return joined


def _things(scene, rng, language):
    said = []
    for which, thing in enumerate(scene.things):
        if which == 1:
            said.append(_joint(scene, rng, language))
        elif which == 2:
            said.append((language.AND, "third relation", "beside"))
        said += noun_phrase(language, thing, which, rng)
    return said


def _joint(scene, rng, language):
    """What stands between the first two things."""
    word = rng.choice(language.RELATIONS[scene.relation])
    if len(scene.things) == MOST:
        word = rng.choice((", ", ", ", language.AND))
    field = "maybe relation" if word in language.MAYBE_RELATIONS else "relation"
    return word, field, scene.relation


def _setting(kind, meaning, bare, rng, language):
    table = {"place": language.PLACES, "time": language.TIMES,
             "weather": language.WEATHERS}[kind]
    lead, word = table[meaning][0] if rng.random() < 0.5 else rng.choice(table[meaning])
    return ([] if bare or not lead else [(lead, None, None)]) + [(word, kind, meaning)]


def _paper(colour, rng, language):
    lead, after = rng.choice(language.PAPERS)
    return [(lead, None, None), (language.COLOURS[colour][0] + after, "paper", colour)]


def held_out(text):
    """One caption in fifty is kept for the evaluation: never trained on, whole or cut."""
    return crc32(text.lower().encode()) % 50 == 0


def whole(rng, kept=False, language=None):
    """(parts of a caption, its text, scene), for training or from what is kept for evaluation."""
    while True:
        scene = random_scene(rng)
        said = language or rng.choice((english, english, indonesian))
        caption = parts(scene, rng, said)
        text = "".join(text for text, _, _ in caption)
        if text and held_out(text) == kept:
            return caption, text, scene


def example(rng):
    """(caption, scene) for training: nearly half of the captions are cut, some are empty."""
    caption, text, _ = whole(rng)
    fate = rng.random()
    if fate < 0.03:
        return "", Scene()
    if fate < 0.45:
        # The later of two cuts: a caption cut early says little that could be learned.
        length = max(rng.randint(1, len(text)), rng.randint(1, len(text)))
        return _styled(text[:length], rng), understood(cut(caption, length))
    return _styled(text, rng), understood(cut(caption, len(text)))


def _styled(text, rng):
    """A little of what else people type; it changes nothing."""
    return text + rng.choice((".", "!", " ", ",")) if rng.random() < 0.06 else text
