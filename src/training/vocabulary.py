"""The words lukis-mini understands: the one list that everything else reads."""

# Each meaning maps to the words that say it; the first word is its plain name.
COLOURS = {
    "red": ["red", "crimson"], "orange": ["orange"], "yellow": ["yellow", "golden"],
    "green": ["green"], "blue": ["blue"], "purple": ["purple", "violet"], "pink": ["pink"],
    "brown": ["brown"], "black": ["black"], "white": ["white"],
}

COLOUR_RGB = {
    "red": (222, 36, 40), "orange": (245, 135, 25), "yellow": (250, 208, 40),
    "green": (52, 165, 62), "blue": (38, 96, 222), "purple": (138, 60, 196),
    "pink": (244, 118, 182), "brown": (130, 82, 46), "black": (44, 44, 50),
    "white": (238, 238, 240),
}

SIZES = {
    "small": ["small", "little", "tiny"],
    "big": ["big", "large", "huge", "giant"],
}

# name: (emoji, where it is at home, the words that say it)
THINGS = {
    "balloon": ("🎈", "sky", ["balloon"]),
    "kite": ("🪁", "sky", ["kite"]),
    "butterfly": ("🦋", "sky", ["butterfly"]),
    "bird": ("🐦", "sky", ["bird"]),
    "bee": ("🐝", "sky", ["bee"]),
    "airplane": ("✈️", "sky", ["airplane", "plane", "aeroplane"]),
    "helicopter": ("🚁", "sky", ["helicopter"]),
    "rocket": ("🚀", "sky", ["rocket"]),
    "ufo": ("🛸", "sky", ["ufo", "flying saucer"]),
    "cat": ("🐈", "ground", ["cat", "kitten"]),
    "dog": ("🐕", "ground", ["dog", "puppy"]),
    "rabbit": ("🐇", "ground", ["rabbit", "bunny"]),
    "horse": ("🐎", "ground", ["horse", "pony"]),
    "elephant": ("🐘", "ground", ["elephant"]),
    "lion": ("🦁", "ground", ["lion"]),
    "tiger": ("🐅", "ground", ["tiger"]),
    "bear": ("🐻", "ground", ["bear"]),
    "fox": ("🦊", "ground", ["fox"]),
    "panda": ("🐼", "ground", ["panda"]),
    "frog": ("🐸", "ground", ["frog"]),
    "turtle": ("🐢", "ground", ["turtle", "tortoise"]),
    "snail": ("🐌", "ground", ["snail"]),
    "pig": ("🐖", "ground", ["pig"]),
    "cow": ("🐄", "ground", ["cow"]),
    "sheep": ("🐑", "ground", ["sheep"]),
    "penguin": ("🐧", "ground", ["penguin"]),
    "owl": ("🦉", "ground", ["owl"]),
    "duck": ("🦆", "ground", ["duck"]),
    "monkey": ("🐒", "ground", ["monkey"]),
    "dinosaur": ("🦕", "ground", ["dinosaur"]),
    "dragon": ("🐉", "ground", ["dragon"]),
    "snowman": ("⛄", "ground", ["snowman"]),
    "robot": ("🤖", "ground", ["robot"]),
    "ghost": ("👻", "ground", ["ghost"]),
    "tree": ("🌳", "ground", ["tree"]),
    "palm": ("🌴", "ground", ["palm tree", "palm"]),
    "cactus": ("🌵", "ground", ["cactus"]),
    "sunflower": ("🌻", "ground", ["sunflower"]),
    "tulip": ("🌷", "ground", ["tulip", "flower"]),
    "rose": ("🌹", "ground", ["rose"]),
    "mushroom": ("🍄", "ground", ["mushroom"]),
    "house": ("🏠", "ground", ["house", "home"]),
    "castle": ("🏰", "ground", ["castle"]),
    "tent": ("⛺", "ground", ["tent"]),
    "car": ("🚗", "ground", ["car", "automobile"]),
    "bus": ("🚌", "ground", ["bus"]),
    "truck": ("🚚", "ground", ["truck", "lorry"]),
    "train": ("🚂", "ground", ["train"]),
    "bicycle": ("🚲", "ground", ["bicycle", "bike"]),
    "boat": ("⛵", "ground", ["boat", "sailboat"]),
    "ship": ("🚢", "ground", ["ship"]),
    "fish": ("🐟", "ground", ["fish"]),
    "whale": ("🐳", "ground", ["whale"]),
    "crab": ("🦀", "ground", ["crab"]),
    "apple": ("🍎", "ground", ["apple"]),
    "banana": ("🍌", "ground", ["banana"]),
    "cake": ("🎂", "ground", ["cake"]),
    "pizza": ("🍕", "ground", ["pizza"]),
    "ice cream": ("🍦", "ground", ["ice cream"]),
    "guitar": ("🎸", "ground", ["guitar"]),
    "clock": ("⏰", "ground", ["clock", "alarm clock"]),
    "umbrella": ("☂️", "ground", ["umbrella"]),
    "heart": ("❤️", "ground", ["heart"]),
    "crown": ("👑", "ground", ["crown"]),
}

# What people ask for first is seen more often in training.
FAVOURITES = ["balloon", "cat", "dog", "car", "tree", "house", "boat", "rocket", "castle", "bird",
              "butterfly", "airplane", "rabbit", "elephant", "bear", "fish", "sunflower", "heart",
              "robot", "snowman", "train", "apple", "cake", "horse"]

# Plants keep their green stem when they are given a colour.
KEEP_GREEN = {"tulip", "rose", "sunflower"}

# meaning: [(what comes before, the word)]
PLACES = {
    "beach": [("on the ", "beach"), ("at the ", "beach"), ("on the ", "shore")],
    "forest": [("in the ", "forest"), ("in a ", "forest"), ("in the ", "woods")],
    "desert": [("in the ", "desert"), ("in a ", "desert")],
    "mountains": [("in the ", "mountains"), ("in front of the ", "mountains"),
                  ("on a ", "mountain")],
    "snow": [("in the ", "snow"), ("on the ", "snow"), ("on the ", "ice")],
    "city": [("in the ", "city"), ("in a ", "city"), ("in the ", "town"), ("in the ", "street")],
    "sea": [("on the ", "sea"), ("at ", "sea"), ("on the ", "ocean"), ("on the ", "water")],
    "meadow": [("in the ", "meadow"), ("in a ", "meadow"), ("in a ", "field"),
               ("on the ", "grass")],
    "space": [("in ", "space"), ("in outer ", "space"), ("among the ", "planets")],
}

TIMES = {
    "day": [("during the ", "day"), ("at ", "noon"), ("in the ", "daytime")],
    "sunrise": [("at ", "sunrise"), ("at ", "dawn"), ("in the ", "morning")],
    "sunset": [("at ", "sunset"), ("at ", "dusk"), ("in the ", "evening")],
    "night": [("at ", "night"), ("at ", "midnight"), ("in the ", "dark")],
}

WEATHERS = {
    "rain": [("in the ", "rain"), ("on a ", "rainy day"), ("while it is ", "raining")],
    "snowfall": [("while it is ", "snowing"), ("in a ", "snowstorm"), ("in a ", "blizzard")],
    "clouds": [("under ", "clouds"), ("with ", "clouds"), ("on a ", "cloudy day")],
    "stars": [("under the ", "stars"), ("with ", "stars")],
    "rainbow": [("under a ", "rainbow"), ("with a ", "rainbow")],
    "moon": [("under the ", "moon"), ("with a ", "moon"), ("in the ", "moonlight")],
    "sun": [("in the ", "sun"), ("under the ", "sun"), ("in the ", "sunshine")],
}

# meaning: what stands between the two things
RELATIONS = {
    "beside": [" and ", " next to ", " beside ", " with ", " left of ", " to the left of "],
    "right": [" right of ", " to the right of "],
    "above": [" above ", " over ", " on top of "],
    "below": [" below ", " under ", " beneath "],
}

# These also begin a setting ("under the stars"): alone they promise no second thing.
MAYBE_RELATIONS = {" with ", " under "}

# Words that are understood to change nothing.
FILLERS = ["cute", "beautiful", "nice", "happy", "pretty", "lovely", "funny"]
OPENINGS = ["a picture of ", "a painting of ", "a photo of ", "i see ", "there is ", "draw "]

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def settings():
    """(kind, meaning, lead, word) of every place, time and weather phrase."""
    for kind, table in (("place", PLACES), ("time", TIMES), ("weather", WEATHERS)):
        for meaning, phrases in table.items():
            for lead, word in phrases:
                yield kind, meaning, lead, word


def nouns():
    """(kind, meaning, word) of every word that can stand in a noun phrase."""
    for kind, table in (("colour", COLOURS), ("size", SIZES)):
        for meaning, words in table.items():
            for word in words:
                yield kind, meaning, word
    for meaning, (_, _, words) in THINGS.items():
        for word in words:
            yield "thing", meaning, word


def understood():
    """The words by kind, sorted: what the page's hint of the model shows."""
    said = {"places": PLACES, "times": TIMES, "weathers": WEATHERS}
    words = {kind: {word for phrases in table.values() for _, word in phrases}
             for kind, table in said.items()}
    words["colours"] = {word for listed in COLOURS.values() for word in listed}
    words["things"] = {word for _, _, listed in THINGS.values() for word in listed}
    words["sizes"] = {word for listed in SIZES.values() for word in listed}
    words["relations"] = {word.strip() for listed in RELATIONS.values() for word in listed}
    return {kind: sorted(listed) for kind, listed in words.items()}
