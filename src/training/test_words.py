"""The tokenizer, captions and what a cut caption says."""
import random
import unittest

import captions
import half_typed
import vocabulary
from scenes import Scene, Thing
from tokenizer import CLS, LENGTH, PAD, UNK, Tokenizer


class TokenizerTest(unittest.TestCase):
    tokenizer = Tokenizer()

    def test_starts_with_cls_and_is_padded_to_the_full_length(self):
        ids = self.tokenizer.encode("a cat")
        self.assertEqual((LENGTH, CLS, PAD), (len(ids), ids[0], ids[-1]))

    def test_case_and_accents_do_not_matter(self):
        self.assertEqual(self.tokenizer.encode("a red café"), self.tokenizer.encode("A Réd CAFE"))

    def test_every_word_it_understands_is_one_piece(self):
        for _, _, word in vocabulary.nouns():
            pieces = [i for i in self.tokenizer.encode(word) if i != PAD]
            self.assertEqual(1 + len(word.split()), len(pieces), word)

    def test_captions_cut_at_any_character_have_no_unknown_piece(self):
        rng = random.Random(2)
        for _ in range(200):
            text = "".join(part for part, _, _ in captions.parts(captions.random_scene(rng), rng))
            for end in range(len(text) + 1):
                self.assertNotIn(UNK, self.tokenizer.encode(text[:end]))

    def test_ids_are_the_same_in_every_run(self):
        self.assertEqual(self.tokenizer.vocab, Tokenizer().vocab)


class CutCaptionTest(unittest.TestCase):
    caption = [("a ", None, None), ("red", ("colour", 0), "red"), (" ", None, None),
               ("balloon", ("thing", 0), "balloon"), (" ", None, None), ("on the ", None, None),
               ("beach", "place", "beach")]

    def said(self, text):
        return half_typed.understood(half_typed.cut(self.caption, len(text)))

    def test_whole_caption_says_everything(self):
        self.assertEqual(Scene((Thing("balloon", "red"),), place="beach"),
                         self.said("a red balloon on the beach"))

    def test_word_that_can_mean_one_thing_only_is_anticipated(self):
        self.assertEqual(Scene((Thing("balloon", "red"),)), self.said("a red ballo"))

    def test_word_that_can_mean_several_things_says_nothing_yet(self):
        self.assertEqual(Scene(paper="red"), self.said("a red ba"))

    def test_article_alone_says_nothing(self):
        self.assertEqual(Scene(), self.said("a"))


if __name__ == "__main__":
    unittest.main()
