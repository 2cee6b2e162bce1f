"""Makes the word tables of lukis-mini; see README.md for the sources and the command."""
import argparse
from pathlib import Path

import sources
from forms import plain
from kinds import Kinds
from places import place_class
from wordnet import WordNet

LANGUAGES = ("en", "id")
# these drawings are shown only where their whole name is asked for
ONLY_BY_NAME = ("face-", "emotion", "heart", "hand", "person-gesture", "flag", "other-symbol", "arrow")
NOUN_KINDS = ("thing", "place", "hour", "weather", "style")

EMOJI_HEAD = ("# Emoji and the words that they are read as, made by src/training/vocabulary. "
              "Sequences come from Unicode.\n")


class Words:
    """Meanings by language and form; what was added first stays."""

    def __init__(self):
        self.rows = {}

    def add(self, language, form, kind, value, source):
        form = plain(form) or form
        group = "noun" if kind in NOUN_KINDS else "other"
        key = (language, form, group)
        if form and key not in self.rows:
            self.rows[key] = (kind, value, source)

    def knows(self, language, form):
        return any((language, plain(form), group) in self.rows for group in ("noun", "other"))


def by_hand(words):
    """Returns the words whose kinds are shown by their drawing: {drawing: [word]}."""
    anchors = {}
    for place, *cells in sources.table("places.tsv"):
        for language, cell in zip(LANGUAGES, cells):
            for word in sources.listed(cell):
                form, _, instead = word.partition("=")
                words.add(language, form, "place", f"{place}={instead}" if instead else place, "hand")
    for kind, value, *cells in sources.table("attributes.tsv"):
        for language, cell in zip(LANGUAGES, cells):
            for word in sources.listed(cell):
                if word == "&":
                    continue
                words.add(language, word, kind, value, "hand")
    for drawing, *cells in sources.table("things.tsv"):
        name = drawing.partition("#")[0]
        for language, cell in zip(LANGUAGES, cells):
            for word in sources.listed(cell):
                form, _, count = word.rstrip("*").partition("#")
                if word.endswith("*"):
                    anchors.setdefault(name, []).append(form)
                words.add(language, form, "thing", f"{name}#{count}" if count else name, "hand")
    return anchors


def by_name(words, cldr, net):
    off = {plain(line) for line in (sources.HAND / "names_off.txt").read_text().splitlines()}
    for emoji, name, sub in sources.drawings():
        names = {"en": [name], "id": []}
        for language in LANGUAGES:
            names[language].append(cldr[language].get(sources.bare(emoji), ("", []))[0])
        for language in LANGUAGES:
            for each in names[language]:
                if plain(each) not in off:
                    words.add(language, each, "thing", name, "name")
        single = net.lemma(plain(name).replace(" ", "_"))
        if single and not sub.startswith(ONLY_BY_NAME) and single not in off:
            words.add("en", single.replace("_", " "), "thing", name, "name")


def by_emoji(words):
    """{emoji: words}, and for a name that means something else too, a phrase of its own."""
    named = {sources.bare(emoji): phrase for emoji, phrase in sources.table("emoji.tsv")}
    for emoji, name, _ in sources.drawings():
        phrase = plain(name)
        noun, other = (words.rows.get(("en", phrase, group)) for group in ("noun", "other"))
        if noun is None or noun[1] != name or other is not None:
            phrase = f"{phrase} emoji"
            words.add("en", phrase, "thing", name, "emoji")
        named.setdefault(sources.bare(emoji), phrase)
    return named


def by_kind(words, kinds, cldr, common, names):
    """Key words of CLDR that are near their drawing in WordNet, then WordNet's own kinds."""
    other = {plain(line) for line in (sources.HAND / "not_kinds.txt").read_text().splitlines()}
    for emoji, name, sub in sources.drawings():
        for keyword in cldr["en"].get(sources.bare(emoji), ("", []))[1]:
            form = plain(keyword)
            if form not in other and not sub.startswith(ONLY_BY_NAME) and kinds.near(form, name):
                words.add("en", form, "thing", name, "key")
    for lemma in kinds.net.senses:
        form = plain(lemma)
        if words.knows("en", form) or not form.replace(" ", "").isalpha() or len(form) < 3:
            continue
        # "blue whale" is a whale that is blue
        if " " in form and any(("en", part, "other") in words.rows for part in form.split()):
            continue
        # words that few people type would only make half words ambiguous
        if " " not in form and (form not in common or form in names or form in other):
            continue
        drawing = kinds.drawing(lemma)
        if drawing:
            words.add("en", form, "thing", drawing, "wordnet")


def write(path, head, rows):
    lines = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(f"# {head} Made by src/training/vocabulary.\n{lines}", encoding="utf-8")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cldr", required=True, help="the package cldr-annotations-full")
    options.add_argument("--lists", required=True, help="the folder @zxcvbn-ts")
    options.add_argument("--wordnet", required=True, help="the folder with data.noun")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--emoji", type=Path, required=True, help="the table of emoji's names")
    options = options.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    net = WordNet(options.wordnet)
    cldr = {language: sources.annotations(options.cldr, language) for language in LANGUAGES}
    lists = {language: sources.common_words(Path(options.lists) / f"language-{language}")
             for language in LANGUAGES}
    words = Words()
    anchors = by_hand(words)
    by_name(words, cldr, net)
    kinds = Kinds(net, sources.drawings(), anchors, words)
    by_kind(words, kinds, cldr, set(lists["en"]),
            sources.first_names(Path(options.lists) / "language-en"))
    emoji = by_emoji(words)
    write(options.out / "words.tsv", "Form, language, kind, value, source: by hand; Unicode CLDR (name, key, emoji); WordNet 3.0.",
          sorted((form, language, kind, value, source)
                 for (language, form, _), (kind, value, source) in words.rows.items()))
    ranks = {language: {word: rank for rank, word in enumerate(lists[language], 1)}
             for language in LANGUAGES}
    real = sorted(set(lists["en"]) | set(lists["id"]))
    write(options.out / "real-words.tsv", "Word, rank in English, rank in Indonesian (zxcvbn-ts of OpenSubtitles), kind of place (WordNet 3.0).",
          ((word, *(str(ranks[each].get(word, "")) for each in LANGUAGES), place_class(net, word))
           for word in real))
    write(options.out / "plurals.tsv", "Irregular plural and its singular, from WordNet 3.0.", sorted(
        (form, lemma) for form, lemma in net.irregular.items()
        if words.knows("en", lemma) and not words.knows("en", form) and "_" not in form))
    write(options.out / "drawings.tsv", "Drawing and its subgroup in Unicode's emoji list.", ((name, sub) for _, name, sub in sources.drawings()))
    write(options.out / "fitting-places.tsv", "What a word is about, and places that fit.", sources.table("fitting-places.tsv"))
    options.emoji.write_text(EMOJI_HEAD + "".join(
        f"{each} {phrase}\n" for each, phrase in emoji.items()), encoding="utf-8")
    write(options.out / "poses.tsv", "Drawing of a person, verb, and the object if one must follow.", poses())
    counts = {}
    for kind, _, source in words.rows.values():
        counts[source, kind] = counts.get((source, kind), 0) + 1
    print(counts, len(real), "real words")


def poses():
    for drawing, verbs, objects in sources.table("poses.tsv"):
        for verb in sources.listed(verbs):
            for thing in sources.listed(objects) or [""]:
                yield drawing, plain(verb), plain(thing)


if __name__ == "__main__":
    main()
