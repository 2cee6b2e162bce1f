"""The vocabulary, the tokenizer, captions and what a cut caption says."""
import random
import unittest

import captions
import english
import half_typed
import indonesian
import vocabulary
from scenes import Scene, Thing
from things import NAMES
from tokenizer import CLS, LENGTH, PAD, UNK, Tokenizer, split


class VocabularyTest(unittest.TestCase):

    def test_no_word_of_a_noun_phrase_means_two_things(self):
        meant = {}
        for language in vocabulary.LANGUAGES:
            for kind, meaning, word in vocabulary.nouns(language):
                self.assertEqual((kind, meaning), meant.setdefault(word, (kind, meaning)), word)

    def test_no_setting_means_two_things(self):
        for language in vocabulary.LANGUAGES:
            meant = {}
            for kind, meaning, lead, word in vocabulary.phrases(language):
                said = lead + word
                self.assertEqual((kind, meaning), meant.setdefault(said, (kind, meaning)), said)

    def test_languages_say_the_same_meanings(self):
        for table in ("COLOURS", "SIZES", "COUNTS", "NOUNS", "PLACES", "TIMES", "WEATHERS",
                      "RELATIONS"):
            self.assertEqual(list(getattr(english, table)), list(getattr(indonesian, table)))

    def test_every_word_of_every_caption_is_known(self):
        rng = random.Random(5)
        for language in vocabulary.LANGUAGES:
            known = {piece for word in vocabulary.known(language) for piece in split(word)}
            for _ in range(200):
                parts = captions.parts(captions.random_scene(rng), rng, language)
                for word in split(" ".join(text for text, field, _ in parts if field)):
                    self.assertTrue(word in known or word == ",", word)

    def test_plurals(self):
        self.assertEqual(["cats", "butterflies", "palm trees", "mice", "foxes"],
                         [english.plural(word) for word in
                          ("cat", "butterfly", "palm tree", "mouse", "fox")])
        self.assertEqual(["kucing-kucing", "kupu-kupu"],
                         [indonesian.plural(word) for word in ("kucing", "kupu-kupu")])


class TokenizerTest(unittest.TestCase):
    tokenizer = Tokenizer()

    def test_starts_with_cls_and_is_padded_to_the_full_length(self):
        ids = self.tokenizer.encode("a cat")
        self.assertEqual((LENGTH, CLS, PAD), (len(ids), ids[0], ids[-1]))

    def test_case_and_accents_do_not_matter(self):
        self.assertEqual(self.tokenizer.encode("a red café"), self.tokenizer.encode("A Réd CAFE"))

    def test_every_word_it_understands_is_one_piece(self):
        for language in vocabulary.LANGUAGES:
            for _, _, word in vocabulary.nouns(language):
                pieces = [i for i in self.tokenizer.encode(word) if i != PAD]
                self.assertEqual(1 + len(split(word)), len(pieces), word)

    def test_captions_cut_at_any_character_have_no_unknown_piece(self):
        rng = random.Random(2)
        for _ in range(60):
            text = captions.whole(rng)[1]
            for end in range(len(text) + 1):
                self.assertNotIn(UNK, self.tokenizer.encode(text[:end]))

    def test_ids_are_the_same_in_every_run(self):
        self.assertEqual(self.tokenizer.vocab, Tokenizer().vocab)


class CutCaptionTest(unittest.TestCase):
    caption = [("a ", None, None), ("red", ("colour", 0), "red"), (" ", None, None),
               ("balloon", ("thing", 0), "balloon"), (" ", None, None), ("on the ", None, None),
               ("beach", "place", "beach")]

    def said(self, text, caption=None):
        return half_typed.understood(half_typed.cut(caption or self.caption, len(text)))

    def test_whole_caption_says_everything(self):
        self.assertEqual(Scene((Thing("balloon", "red"),), place="beach"),
                         self.said("a red balloon on the beach"))

    def test_word_that_can_mean_one_thing_only_is_anticipated(self):
        self.assertEqual(Scene((Thing("balloon", "red"),)), self.said("a red ballo"))

    def test_word_that_can_mean_several_things_says_nothing_yet(self):
        self.assertEqual(Scene(paper="red"), self.said("a red ba"))

    def test_article_alone_says_nothing(self):
        self.assertEqual(Scene(), self.said("a"))

    def test_plural_without_a_number_is_two(self):
        cats = [("cats", ("things", 0), "cat")]
        self.assertEqual(Scene((Thing("cat", count=2),)), self.said("cats", cats))
        self.assertEqual(Scene((Thing("cat"),)), self.said("cat", cats))

    def test_third_thing_is_expected_after_its_joint(self):
        parts = [("cat", ("thing", 0), "cat"), (", ", "maybe relation", "beside"),
                 ("dog", ("thing", 1), "dog"), (" and ", "third relation", "beside"),
                 ("bird", ("thing", 2), "bird")]
        self.assertFalse(self.said("cat, dog", parts).expecting)
        self.assertTrue(self.said("cat, dog and ", parts).expecting)
        self.assertEqual(3, len(self.said("cat, dog and bird", parts).things))


class HeldOutTest(unittest.TestCase):

    def test_training_never_sees_what_the_evaluation_uses(self):
        rng = random.Random(3)
        for kept in (False, True):
            for _ in range(100):
                self.assertEqual(kept, captions.held_out(captions.whole(rng, kept)[1]))

    def test_indonesian_names_every_thing(self):
        self.assertEqual(set(NAMES), set(indonesian.NOUNS))


if __name__ == "__main__":
    unittest.main()
