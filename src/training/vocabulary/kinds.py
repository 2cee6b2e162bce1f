"""Which drawing stands for a noun of WordNet: hypernyms only, few steps, and only a clear sense."""
from forms import plain

# how many steps up a drawing may stand for a word
FAR = {"animal": 5, "person": 5, "plant": 4, "food": 4}
OTHERWISE_FAR = 3
# what a sense must be, for a drawing of a subgroup
SENSE_OF = (
    ("animal", {"animal"}), ("plant", {"plant"}), ("food", {"food", "plant"}),
    ("drink", {"food", "artifact"}), ("person", {"person"}), ("body", {"body"}),
    ("place", {"artifact", "object", "location", "group"}), ("transport", {"artifact"}),
    ("sky", {"object", "phenomenon", "artifact"}))
OTHER_SENSE = {"artifact", "object", "food", "substance", "possession"}
CONCRETE = {"animal", "plant", "food", "person", "artifact", "object", "body", "substance"}
# subgroups of which each drawing stands for its kinds, without being listed by hand
NOT_FOR_KINDS = ("artist",)
STAND_FOR_KINDS = ("animal-", "food-fruit", "food-vegetable", "person-role", "plant-flower")
NEAR = 2


class Kinds:
    """net: WordNet; anchors: {drawing: [word]} whose kinds are shown by the drawing."""

    def __init__(self, net, drawings, anchors, words):
        self.net, self.same, self.stands_for, self.of_drawing = net, {}, {}, {}
        for _, name, sub in drawings:
            for word in [plain(name)] + anchors.get(name, []):
                synset = self.sense(word, sub)
                known = words.rows.get(("en", plain(word), "noun"))
                if synset is None or known is None or known[1].partition("#")[0] != name:
                    continue
                self.of_drawing.setdefault(name, []).append(synset)
                self.same.setdefault(synset, name)
                if word in anchors.get(name, ()) or (
                        sub.startswith(STAND_FOR_KINDS) and name not in NOT_FOR_KINDS):
                    self.stands_for.setdefault(synset, name)

    def sense(self, word, sub):
        allowed = next((kinds for start, kinds in SENSE_OF if sub.startswith(start)), OTHER_SENSE)
        lemma = word.replace(" ", "_")
        senses = [s for s in self.net.senses.get(lemma, ()) if self.net.kind[s] in allowed]
        return senses[0] if senses else None

    def clear(self, lemma):
        """The sense that a word nearly always has as a concrete noun, or None."""
        net = self.net
        senses = net.senses.get(lemma)
        if not senses or net.noun_share(lemma) < 0.5:
            return None
        total = sum(net.count(s, lemma) for s in senses) + net.tagged_otherwise.get(lemma, 0)
        best = max(senses, key=lambda s: net.count(s, lemma))
        if net.kind[best] not in CONCRETE or net.named(best, lemma):
            return None
        # a durian is a fruit before it is a tree
        if net.kind[best] == "plant" and any(net.kind[s] == "food" for s in senses):
            return None
        if total:
            return best if net.count(best, lemma) >= total / 2 else None
        return best if len(senses) + net.other_senses.get(lemma, 0) <= 3 else None

    def drawing(self, lemma):
        sense = self.clear(lemma)
        if sense is None:
            return None
        if sense in self.same:
            return self.same[sense]
        far = FAR.get(self.net.kind[sense], OTHERWISE_FAR)
        above = sorted((steps, self.stands_for[synset])
                       for synset, steps in self.net.ancestors(sense).items()
                       if steps <= far and synset in self.stands_for)
        return above[0][1] if above else None

    def near(self, form, name):
        """Whether a key word means the drawing, or a kind of it, within two steps."""
        sense = self.clear(form.replace(" ", "_"))
        if sense is None:
            return False
        up = self.net.ancestors(sense)
        return any(up.get(synset, 9) <= NEAR or self.net.ancestors(synset).get(sense, 9) <= NEAR
                   for synset in self.of_drawing.get(name, ()))
