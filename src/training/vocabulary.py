"""The words lukis-mini understands, of both languages: the one list that everything else reads."""
import english
import indonesian
from things import THINGS

LANGUAGES = (english, indonesian)

COLOUR_RGB = {
    "red": (222, 36, 40), "orange": (245, 135, 25), "yellow": (250, 208, 40),
    "green": (52, 165, 62), "blue": (38, 96, 222), "purple": (138, 60, 196),
    "pink": (244, 118, 182), "brown": (130, 82, 46), "black": (44, 44, 50),
    "white": (238, 238, 240),
}
COLOURS = list(COLOUR_RGB)
PLACES, TIMES, WEATHERS = (list(table) for table in
                           (english.PLACES, english.TIMES, english.WEATHERS))
RELATIONS = list(english.RELATIONS)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def is_sky(thing):
    return THINGS[thing][1] == "sky"


def phrases(language):
    """(kind, meaning, lead, word) of every place, time and weather phrase."""
    for kind, table in (("place", language.PLACES), ("time", language.TIMES),
                        ("weather", language.WEATHERS)):
        for meaning, listed in table.items():
            for lead, word in listed:
                yield kind, meaning, lead, word


def nouns(language):
    """(kind, meaning, word) of every word that can stand in a noun phrase.

    "things" is a plural that says by itself that there are several.
    """
    for kind, table in (("colour", language.COLOURS), ("size", language.SIZES),
                        ("count", language.COUNTS), ("thing", language.NOUNS)):
        for meaning, words in table.items():
            for word in words:
                yield kind, meaning, word
    for meaning, words in language.NOUNS.items():
        for word in words:
            if language.plural(word) not in words:
                yield "things", meaning, language.plural(word)


def texts(language):
    """Everything that is ever said in the language, in pieces of one or more words."""
    yield from (word for _, _, word in nouns(language))
    yield from (lead + word for _, _, lead, word in phrases(language))
    yield from (word for listed in language.RELATIONS.values() for word in listed)
    yield from (lead + after for lead, after in language.PAPERS)
    yield from language.FILLERS + language.OPENINGS + language.FUNCTION_WORDS + [language.AND]


def known(language):
    """Every word form of the language, function words included, sorted."""
    words = {word.strip(",") for text in texts(language) for word in text.lower().split()}
    words |= {part for word in words for part in word.split("-")}
    return sorted(word for word in words if word)


def hint(language):
    """The words by kind, the usual word of each meaning: what the page shows."""
    shown = {"things": language.NOUNS, "colours": language.COLOURS, "sizes": language.SIZES}
    words = {kind: [listed[0] for listed in table.values()] for kind, table in shown.items()}
    for kind, table in (("places", language.PLACES), ("times", language.TIMES),
                        ("weathers", language.WEATHERS)):
        words[kind] = [(lead + word).strip() for (lead, word), *_ in table.values()]
    words["positions"] = [word.strip() for listed in language.RELATIONS.values()
                          for word in listed if word.strip(", ")]
    return words


def as_file():
    """The exported vocabulary.json."""
    return {"languages": {language.NAME: {"hint": hint(language), "known": known(language)}
                          for language in LANGUAGES}}
