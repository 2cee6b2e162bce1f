"""What a caption cut at any character still says; captions.py describes the parts of a caption."""
from functools import lru_cache

import vocabulary
from scenes import MOST, Scene, Thing


@lru_cache(maxsize=None)
def _candidates(noun):
    """Of both languages: a person who has typed "pan" may be writing either."""
    if noun:
        return [c for language in vocabulary.LANGUAGES for c in vocabulary.nouns(language)]
    return [(kind, meaning, word) for language in vocabulary.LANGUAGES
            for kind, meaning, _, word in vocabulary.phrases(language)]


@lru_cache(maxsize=None)
def anticipated(prefix, noun):
    """(kind, meaning) that a half-typed word must mean, or None while it may mean several."""
    meant = {(kind, meaning) for kind, meaning, word in _candidates(noun) if word == prefix}
    if not meant and len(prefix) > 1:
        meant = {(kind, meaning) for kind, meaning, word in _candidates(noun)
                 if word.startswith(prefix)}
    if len(meant) == 2 and {kind for kind, _ in meant} == {"thing", "things"}:
        meant = {("thing", meaning) for _, meaning in meant}
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
        known += _half(typed, text, field, meaning)
        break
    return known


def _half(typed, text, field, meaning):
    """What a half-typed part says."""
    if not typed or field is None or str(field).endswith("relation"):
        return []
    if field == "paper":
        colour = next(word for language in vocabulary.LANGUAGES
                      for word in language.COLOURS[meaning] if word in text)
        return [(field, meaning)] if colour in typed else []
    noun = isinstance(field, tuple)
    guess = anticipated(typed, noun)
    if guess is None:
        return []
    return [((guess[0], field[1]) if noun else guess[0], guess[1])]


def understood(known):
    """The scene that a list of (field, meaning) describes."""
    said = dict(known)
    things = tuple(thing for which in range(MOST) for thing in _thing(said, which))
    place, time, weather = (said.get(kind) for kind in ("place", "time", "weather"))
    paper = said.get("paper")
    if paper is None and not things and not (place or time or weather):
        paper = said.get(("colour", 0))
    relation = said.get("relation") if things else None
    if len(things) > 1:
        relation = relation or said.get("maybe relation")
    expecting = len(things) == 1 and relation is not None \
        or len(things) == 2 and "third relation" in said
    return Scene(things, relation, place, time, weather, paper, expecting)


def _thing(said, which):
    """The thing of that number, if it has a name yet."""
    name = said.get(("thing", which)) or said.get(("things", which))
    if name is None:
        return ()
    count = said.get(("count", which)) or (2 if ("things", which) in said else 1)
    return (Thing(name, said.get(("colour", which)), said.get(("size", which)), count),)
