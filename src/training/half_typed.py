"""What a caption cut at any character still says; captions.py describes the parts of a caption."""
from functools import lru_cache

import vocabulary
from scenes import Scene, Thing


@lru_cache(maxsize=None)
def _candidates(noun):
    if noun:
        return [(kind, meaning, word) for kind, meaning, word in vocabulary.nouns()]
    return [(kind, meaning, word) for kind, meaning, _, word in vocabulary.settings()]


def anticipated(prefix, noun):
    """(kind, meaning) that a half-typed word must mean, or None while it may mean several."""
    meant = {(kind, meaning) for kind, meaning, word in _candidates(noun) if word == prefix}
    if not meant and len(prefix) > 1:
        meant = {(kind, meaning) for kind, meaning, word in _candidates(noun)
                 if word.startswith(prefix)}
    return meant.pop() if len(meant) == 1 else None


def cut(caption, length):
    """What the first characters of a caption say: a list of (field, meaning)."""
    known, position = [], 0
    for text, field, meaning in caption:
        rest = length - position
        position += len(text)
        if rest >= len(text):
            known += [(field, meaning)] if field else []
            continue
        typed = text[:max(rest, 0)].strip()
        known += _half(typed, field, meaning)
        break
    return known


def _half(typed, field, meaning):
    """What a half-typed part says."""
    if not typed or field is None or str(field).endswith("relation"):
        return []
    if field == "paper":
        return [(field, meaning)] if typed.startswith(meaning) else []
    noun = isinstance(field, tuple)
    guess = anticipated(typed, noun)
    if guess is None:
        return []
    return [((guess[0], field[1]) if noun else guess[0], guess[1])]


def understood(known):
    """The scene that a list of (field, meaning) describes."""
    said = dict(known)
    names = [said.get(("thing", which)) for which in (0, 1)]
    things = tuple(Thing(name, said.get(("colour", which)), said.get(("size", which)))
                   for which, name in enumerate(names) if name)
    place, time, weather = (said.get(kind) for kind in ("place", "time", "weather"))
    paper = said.get("paper")
    if paper is None and not things and not (place or time or weather):
        paper = said.get(("colour", 0))
    if len(things) == 2:
        return Scene(things, said.get("relation") or said.get("maybe relation"), place, time,
                     weather, paper)
    relation = said.get("relation") if things else None
    return Scene(things, relation, place, time, weather, paper, expecting=relation is not None)
