"""Whether a picture shows what its caption said, attribute by attribute."""
import sight
import targets

# In these places the time of day cannot be seen.
TIMELESS = ("space",)


class Tally:
    """Counts of right answers by attribute."""

    def __init__(self):
        self.right, self.asked = {}, {}

    def add(self, answers):
        for name, right in answers.items():
            self.right[name] = self.right.get(name, 0) + bool(right)
            self.asked[name] = self.asked.get(name, 0) + 1

    def shares(self):
        """{attribute: (per cent right, number asked)}."""
        return {name: (round(100 * self.right[name] / asked, 1), asked)
                for name, asked in self.asked.items()}


def verdicts(scene, seen):
    """{attribute: right} for what the caption said; nothing for what it left open."""
    return {**_around(scene, seen.scene), **_things(scene, seen)}


def _around(scene, whole):
    found = {}
    if scene.place:
        found["place"] = targets.GROUNDS[whole["ground"]] == scene.place
    if scene.time and scene.place not in TIMELESS:
        found["time of day"] = targets.HOURS[whole["hour"]] == scene.time
    if scene.sky:
        found["weather"] = targets.SKIES[whole["weather"]] == scene.sky
    if scene.paper:
        found["plain background"] = targets.TINTS[whole["paper"]] == scene.paper
    return found


def _things(scene, seen):
    """A thing must stand, whole, where the words want it: a relation is right by that alone."""
    if not scene.things:
        return {}
    wanted = [thing for thing in scene.things for _ in range(thing.count)]
    right = sight.names(seen) == [thing.name for thing in wanted]
    if len(scene.things) > 1:
        name = "two things and relation" if len(wanted) == 2 else "three things in order"
        return {name: right, **_colours(wanted, seen, "colour, several things")}
    if wanted[0].count > 1:
        return {"thing and count": right, **_colours(wanted, seen, "colour, several things")}
    return {"thing": right, **_colours(wanted, seen, "colour")}


def _colours(wanted, seen, name):
    pairs = [(thing.colour, tint) for thing, tint in zip(wanted, sight.tints(seen))
             if thing.colour]
    return {name: all(said == tint for said, tint in pairs)} if pairs else {}
