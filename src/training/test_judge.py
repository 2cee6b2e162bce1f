"""What counts as right, and the captions that are asked about."""
import unittest

import evaluation_captions
import judge
import sight
import targets
from scenes import Scene, Thing
from sight import Seen


WHOLE = {"ground": targets.GROUNDS.index("beach"), "hour": 3, "weather": 0, "paper": 0}


def seen(*things):
    """A picture of the beach at night with (name, colour) in its boxes."""
    return Seen(WHOLE, tuple((targets.THINGS.index(name), targets.TINTS.index(colour))
                             for name, colour in things))


class JudgeTest(unittest.TestCase):

    def test_only_what_was_said_is_asked(self):
        scene = Scene((Thing("cat"),), place="beach")
        self.assertEqual({"place": True, "thing": True},
                         judge.verdicts(scene, seen(("cat", "red"))))

    def test_wrong_colour_is_wrong(self):
        scene = Scene((Thing("cat", "blue"),))
        self.assertEqual({"thing": True, "colour": False},
                         judge.verdicts(scene, seen(("cat", "red"))))

    def test_every_one_of_a_count_must_be_there(self):
        scene = Scene((Thing("cat", count=2),))
        for second, right in (("cat", True), ("dog", False)):
            self.assertEqual({"thing and count": right},
                             judge.verdicts(scene, seen(("cat", "red"), (second, "red"))))

    def test_two_things_in_each_others_boxes_are_wrong(self):
        scene = Scene((Thing("cat"), Thing("dog")), "above")
        self.assertEqual({"two things and relation": False},
                         judge.verdicts(scene, seen(("dog", "red"), ("cat", "red"))))

    def test_time_of_day_is_not_asked_in_space(self):
        self.assertNotIn("time of day", judge.verdicts(Scene(place="space", time="night"), seen()))


class SightTest(unittest.TestCase):

    def test_every_way_to_place_a_thing_is_looked_at(self):
        self.assertEqual(6, len(sight.boxes(Scene((Thing("balloon"),)))))
        self.assertEqual(1, len(sight.boxes(Scene((Thing("cat"), Thing("dog")), "beside"))))


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
