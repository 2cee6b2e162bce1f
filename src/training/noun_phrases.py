"""A thing as people name it, in English and Indonesian: lists of (text, field, meaning)."""
import english
import indonesian
from things import ANIMALS

SPACE = (" ", None, None)
UNKNOWN = {
    "en": ["wooden", "shiny", "quickly", "seven", "umbr", "old", "glass", "quiet", "running",
           "sleeping", "asdf", "please", "hello", "maybe", "wild", "fancy", "plastic", "new"],
    "id": ["kayu", "tua", "baru", "cepat", "tolong", "halo", "tidur", "berlari", "kaca", "qwerty",
           "banyak", "panjang", "lama"],
}
UNKNOWN_THINGS = {"en": ["table", "window", "pencil", "bottle", "dress", "zzz", "spoon", "teacher",
                         "wizard", "music", "sofa", "knight"],
                  "id": ["meja", "jendela", "pensil", "botol", "baju", "sendok", "guru", "dokter",
                         "musik", "xyz", "lemari"]}


def noun_phrase(language, thing, which, rng):
    build = _english if language is english else _indonesian
    return build(thing, which, rng)


def _word(words, rng):
    """The usual word three times in four."""
    return words[0] if rng.random() < 0.6 else rng.choice(words)


def _described(language, thing, which, rng):
    """Size, colour and perhaps a word that says nothing, each a part."""
    said = []
    if thing.size:
        said.append((_word(language.SIZES[thing.size], rng), ("size", which), thing.size))
    if thing.colour:
        said.append((_word(language.COLOURS[thing.colour], rng), ("colour", which), thing.colour))
    if rng.random() < 0.2:
        said.reverse()
    if rng.random() < 0.08:
        word = rng.choice(language.FILLERS + UNKNOWN[language.NAME])
        said.insert(rng.randint(0, len(said)), (word, None, None))
    return said


def _english(thing, which, rng):
    adjectives = _described(english, thing, which, rng)
    name = _word(english.NOUNS[thing.name], rng)
    many = english.plural(name)
    if thing.count == 1:
        first = (adjectives[0][0] if adjectives else name)[0]
        article = "an " if first in "aeiou" else "a "
        said = [(rng.choices((article, "the ", "one ", ""), (66, 8, 2, 24))[0], None, None)]
        noun = (name, ("thing", which), thing.name)
    elif thing.count == 2 and many != name and rng.random() < 0.3:
        said, noun = [], (many, ("things", which), thing.name)
    else:
        said = [_count(english, thing, which, rng), SPACE]
        noun = (many, ("thing", which), thing.name)
    if thing.colour and len(adjectives) == 1 and rng.random() < 0.04:
        return [*said, noun, (" that is ", None, None), *adjectives]
    for adjective in adjectives:
        said += [adjective, SPACE]
    return [part for part in [*said, noun] if part[0]]


def _indonesian(thing, which, rng):
    name = _word(indonesian.NOUNS[thing.name], rng)
    many = indonesian.plural(name)
    counter = "ekor" if thing.name in ANIMALS else "buah"
    noun = (name, ("thing", which), thing.name)
    if thing.count == 1:
        said = [(rng.choices(("", f"se{counter} ", "satu "), (70, 26, 4))[0], None, None)]
    elif thing.count == 2 and many != name and rng.random() < 0.3:
        said, noun = [], (many, ("things", which), thing.name)
    else:
        said = [_count(indonesian, thing, which, rng), SPACE]
        said += [(counter + " ", None, None)] if rng.random() < 0.35 else []
    said.append(noun)
    for adjective in _described(indonesian, thing, which, rng):
        before = rng.choices((" ", " yang ", " berwarna ", " warna "), (82, 6, 8, 4))[0]
        if adjective[1] is None or adjective[1][0] != "colour":
            before = before if before == " yang " else " "
        said += [(before, None, None), adjective]
    return [part for part in said if part[0]]


def _count(language, thing, which, rng):
    return _word(language.COUNTS[thing.count], rng), ("count", which), thing.count


def unknown_thing(language, rng):
    """Something that cannot be painted, as it may be named anywhere."""
    article = "a " if language is english and rng.random() < 0.7 else ""
    return [(article + rng.choice(UNKNOWN_THINGS[language.NAME]), None, None)]
