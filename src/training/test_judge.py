"""What counts as right, and the captions that are asked about."""
import unittest

import evaluation_captions
import judge
import targets
from scenes import Scene, Thing


def seen(name, colour, x, y):
    return targets.THINGS.index(name), targets.TINTS.index(colour), (x, y)


class JudgeTest(unittest.TestCase):
    whole = {"ground": targets.GROUNDS.index("beach"), "hour": 3, "weather": 0, "paper": 0,
             "count": 2}
    cat, dog = seen("cat", "red", 4.0, 12.0), seen("dog", "blue", 11.0, 12.0)

    def test_only_what_was_said_is_asked(self):
        scene = Scene((Thing("cat"),), place="beach")
        self.assertEqual({"place": True, "thing": True},
                         judge.verdicts(scene, self.whole, [self.cat, self.dog]))

    def test_wrong_colour_is_wrong(self):
        scene = Scene((Thing("cat", "blue"),))
        self.assertEqual({"thing": True, "colour": False},
                         judge.verdicts(scene, self.whole, [self.cat, self.dog]))

    def test_relation_is_seen_by_where_things_are(self):
        for relation, right in (("beside", True), ("right", False), ("above", False)):
            scene = Scene((Thing("cat"), Thing("dog")), relation)
            self.assertEqual({"two things and relation": right},
                             judge.verdicts(scene, self.whole, [self.dog, self.cat]))

    def test_time_of_day_is_not_asked_in_space(self):
        self.assertNotIn("time", judge.verdicts(Scene(place="space", time="night"), self.whole,
                                                [self.cat, self.dog]))


class EvaluationCaptionsTest(unittest.TestCase):

    def test_names_are_unique_and_captions_the_same_in_every_run(self):
        first, second = (evaluation_captions.all_captions() for _ in range(2))
        self.assertEqual(first, second)
        self.assertEqual(len(first), len({caption.name for caption in first}))

    def test_pairs_differ_in_one_attribute(self):
        listed = evaluation_captions.pairs(504)
        self.assertEqual(2 * evaluation_captions.PAIRS, len(listed))
        for one, two in zip(listed[::2], listed[1::2]):
            self.assertEqual(one.seed, two.seed)
            self.assertNotEqual(one.scene, two.scene)


if __name__ == "__main__":
    unittest.main()
