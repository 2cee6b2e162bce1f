"""Whether a picture shows what its caption said, attribute by attribute."""
import targets

# In these places the time of day cannot be seen.
TIMELESS = ("space",)


class Tally:
    """Counts of right answers by attribute."""

    def __init__(self):
        self.right, self.asked = {}, {}

    def count(self, name, right):
        self.right[name] = self.right.get(name, 0) + bool(right)
        self.asked[name] = self.asked.get(name, 0) + 1

    def shares(self):
        """{attribute: (per cent right, number asked)}."""
        return {name: (round(100 * self.right[name] / asked, 1), asked)
                for name, asked in sorted(self.asked.items())}


def add(tally, scenes, whole, things):
    """Judges a batch: scenes as said, and what the probe sees (probe.py)."""
    for i, (scene, seen) in enumerate(zip(scenes, things)):
        answers = verdicts(scene, {name: classes[i].item() for name, classes in whole.items()},
                           seen)
        for name, right in answers.items():
            tally.count(name, right)


def verdicts(scene, whole, seen):
    """{attribute: right} for what the caption said; nothing for what it left open."""
    found = {}
    if scene.place:
        found["place"] = targets.GROUNDS[whole["ground"]] == scene.place
    if scene.time and scene.place not in TIMELESS:
        found["time"] = targets.HOURS[whole["hour"]] == scene.time
    if scene.sky:
        found["weather"] = targets.SKIES[whole["weather"]] == scene.sky
    if scene.paper:
        found["plain background"] = targets.TINTS[whole["paper"]] == scene.paper
    things = scene.things
    if len(things) == 1 and not scene.expecting:
        found.update(_single(things[0], whole, seen))
    if len(things) == 2 and all(thing.count == 1 for thing in things) and not scene.expecting \
            and things[0].name != things[1].name:
        found["two things and relation"] = _pair(scene, seen)
    return found


def _single(thing, whole, seen):
    """One kind of thing, once or several times."""
    name = "thing" if thing.count == 1 else "thing, several"
    found = {name: targets.THINGS[seen[0][0]] == thing.name}
    if thing.colour:
        found["colour"] = targets.TINTS[seen[0][1]] == thing.colour
    if thing.count > 1:
        found["count"] = whole["count"] == thing.count
    return found


def _pair(scene, seen):
    """Both things are there, and as the words say: left, right, above or below."""
    middles = {targets.THINGS[number]: middle for number, _, middle in seen}
    if set(middles) != {thing.name for thing in scene.things}:
        return False
    (x1, y1), (x2, y2) = (middles[thing.name] for thing in scene.things)
    return {"beside": x1 < x2 - 3, "right": x1 > x2 + 3, "above": y1 < y2 - 2,
            "below": y1 > y2 + 2}[scene.relation]
