"""Reads WordNet 3.0: nouns with their hypernyms, and how often each sense was tagged."""
import functools
from collections import defaultdict
from pathlib import Path

LEXICAL_FILES = (
    "adj.all adj.pert adv.all Tops act animal artifact attribute body cognition communication event "
    "feeling food group location motive object person phenomenon plant possession process quantity "
    "relation shape state substance time").split()
SUFFIXES = (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
            ("men", "man"), ("ies", "y"))


class WordNet:
    """folder: the directory with data.noun, index.* and cntlist.rev."""

    def __init__(self, folder):
        folder = Path(folder)
        self.kind, self.lemmas, self.parents = {}, {}, {}
        self.key_of = {}
        for line in records(folder / "data.noun"):
            self.read_synset(line)
        self.senses = defaultdict(list)
        for line in records(folder / "index.noun"):
            fields = line.split()
            self.senses[fields[0]] = fields[-int(fields[2]):]
        self.tagged, self.tagged_otherwise = defaultdict(int), defaultdict(int)
        for line in (folder / "cntlist.rev").read_text().splitlines():
            key, _, count = line.split()
            if "%1:" in key:
                self.tagged[key] += int(count)
            else:
                self.tagged_otherwise[key.split("%")[0]] += int(count)
        self.other_senses = defaultdict(int)
        for part in ("verb", "adj", "adv"):
            for line in records(folder / f"index.{part}"):
                fields = line.split()
                self.other_senses[fields[0]] += int(fields[2])
        self.irregular = {}
        for line in (folder / "noun.exc").read_text().splitlines():
            form, *lemmas = line.split()
            self.irregular[form] = lemmas[0]

    def read_synset(self, line):
        fields = line.split(" | ")[0].split()
        synset, file, words = fields[0], int(fields[1]), int(fields[3], 16)
        self.kind[synset] = LEXICAL_FILES[file]
        self.lemmas[synset] = fields[4:4 + 2 * words:2]
        for lemma, sense in zip(self.lemmas[synset], fields[5:5 + 2 * words:2]):
            key = f"{lemma.lower()}%1:{file:02d}:{int(sense, 16):02d}::"
            self.key_of[synset, lemma.lower()] = key
        at = 4 + 2 * words
        pointers = [fields[at + 1 + 4 * k:at + 5 + 4 * k] for k in range(int(fields[at]))]
        self.parents[synset] = [p[1] for p in pointers if p[0] == "@"]

    def count(self, synset, lemma):
        return self.tagged.get(self.key_of.get((synset, lemma)), 0)

    def named(self, synset, lemma):
        """Whether the lemma is a proper name in this sense, or only an instance of something."""
        return not self.parents[synset] or all(
            w[:1].isupper() for w in self.lemmas[synset] if w.lower() == lemma)

    def noun_share(self, lemma):
        """The share of nouns among the tagged uses of a word; of its senses if none is tagged."""
        nouns = sum(self.count(s, lemma) for s in self.senses[lemma])
        others = self.tagged_otherwise.get(lemma, 0)
        if nouns + others:
            return nouns / (nouns + others)
        total = len(self.senses[lemma]) + self.other_senses.get(lemma, 0)
        return len(self.senses[lemma]) / total if total else 0

    @functools.lru_cache(None)
    def ancestors(self, synset):
        """{hypernym: steps}, the synset itself at 0."""
        steps, front = {synset: 0}, [synset]
        while front:
            following = []
            for each in front:
                for parent in self.parents[each]:
                    if parent not in steps:
                        steps[parent] = steps[each] + 1
                        following.append(parent)
            front = following
        return steps

    def lemma(self, form):
        """The noun that a form belongs to, or None. Words are joined by underscores."""
        if form in self.irregular and self.irregular[form] in self.senses:
            return self.irregular[form]
        if form in self.senses:
            return form
        for suffix, stem in SUFFIXES:
            candidate = form[:len(form) - len(suffix)] + stem
            if form.endswith(suffix) and len(candidate) > 2 and candidate in self.senses:
                return candidate
        return None


def records(path):
    return (line for line in path.read_text().splitlines() if not line.startswith(" "))
