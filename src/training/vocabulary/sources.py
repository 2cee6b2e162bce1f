"""Reads the sources: names of drawings, CLDR, word lists, and the tables written by hand."""
import json
from pathlib import Path

from forms import plain

HERE = Path(__file__).parent
HAND = HERE / "hand"


def drawings():
    """[(emoji, name, Unicode's subgroup)]."""
    lines = (HERE.parent / "painting" / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def annotations(package, language):
    """{emoji without variation selector: (name, [key word])}."""
    found = {}
    folder = Path(package) / "annotations" / language / "annotations.json"
    table = json.loads(folder.read_text(encoding="utf-8"))["annotations"]["annotations"]
    for emoji, entry in table.items():
        found[bare(emoji)] = (entry.get("tts", [""])[0], entry.get("default", []))
    return found


def bare(emoji):
    return emoji.replace("\ufe0f", "")


def common_words(package):
    """[word], most frequent first, of the letters a to z."""
    words = json.loads((Path(package) / "src" / "commonWords.json").read_text(encoding="utf-8"))
    plains = (plain(word) for word in words)
    kept = (word for word in plains if word.isascii() and word.isalpha() and len(word) > 1)
    return list(dict.fromkeys(kept))


def first_names(package):
    names = json.loads((Path(package) / "src" / "firstnames.json").read_text(encoding="utf-8"))
    return {plain(name) for name in names}


def table(name):
    for line in (HAND / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(cell):
    return [] if cell == "-" else [word.strip() for word in cell.split(",") if word.strip()]
