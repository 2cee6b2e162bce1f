"""English words and phrases of lukis-mini. Each meaning's first word is the usual one."""
from things import THINGS

NAME = "en"

COLOURS = {
    "red": ["red", "crimson", "scarlet"], "orange": ["orange"], "yellow": ["yellow", "golden"],
    "green": ["green"], "blue": ["blue"], "purple": ["purple", "violet"],
    "pink": ["pink", "rosy"], "brown": ["brown"], "black": ["black"], "white": ["white"],
}

SIZES = {
    "small": ["small", "little", "tiny"],
    "big": ["big", "large", "huge", "giant"],
}

COUNTS = {2: ["two", "2", "a pair of"], 3: ["three", "3"]}

NOUNS = {name: entry[2] for name, entry in THINGS.items()}

# meaning: [(what comes before, the word)]
PLACES = {
    "beach": [("on the ", "beach"), ("at the ", "beach"), ("on a ", "beach"), ("on the ", "shore"),
              ("at the ", "seaside"), ("on the ", "sand")],
    "forest": [("in the ", "forest"), ("in a ", "forest"), ("in the ", "woods"),
               ("in the ", "jungle")],
    "desert": [("in the ", "desert"), ("in a ", "desert"), ("among the ", "dunes")],
    "mountains": [("in the ", "mountains"), ("in front of the ", "mountains"),
                  ("on a ", "mountain"), ("on the ", "mountain")],
    "snow": [("in the ", "snow"), ("on the ", "snow"), ("on the ", "ice")],
    "city": [("in the ", "city"), ("in a ", "city"), ("in the ", "town"), ("in the ", "street"),
             ("on the ", "road")],
    "sea": [("on the ", "sea"), ("at ", "sea"), ("in the ", "sea"), ("on the ", "ocean"),
            ("in the ", "ocean"), ("on the ", "water")],
    "meadow": [("in the ", "meadow"), ("in a ", "meadow"), ("in a ", "field"),
               ("on the ", "grass"), ("on a ", "hill")],
    "space": [("in ", "space"), ("in outer ", "space"), ("among the ", "planets")],
    "lake": [("by the ", "lake"), ("on the ", "lake"), ("at the ", "lake"), ("on a ", "lake"),
             ("by the ", "river")],
    "garden": [("in the ", "garden"), ("in a ", "garden"), ("in the ", "park"),
               ("in the ", "yard")],
    "village": [("in the ", "village"), ("in a ", "village"), ("on a ", "farm"),
                ("on the ", "farm")],
    "underwater": [("", "underwater"), ("under the ", "sea"), ("under the ", "ocean"),
                   ("on the ", "reef")],
    "volcano": [("near a ", "volcano"), ("on a ", "volcano"), ("at the ", "volcano"),
                ("by the ", "volcano")],
}

TIMES = {
    "day": [("during the ", "day"), ("at ", "noon"), ("in the ", "daytime"),
            ("in the ", "afternoon")],
    "sunrise": [("at ", "sunrise"), ("at ", "dawn"), ("in the ", "morning")],
    "sunset": [("at ", "sunset"), ("at ", "dusk"), ("in the ", "evening")],
    "night": [("at ", "night"), ("at ", "midnight"), ("in the ", "dark")],
}

WEATHERS = {
    "rain": [("in the ", "rain"), ("on a ", "rainy day"), ("while it is ", "raining"),
             ("when it ", "rains")],
    "snowfall": [("while it is ", "snowing"), ("in a ", "snowstorm"), ("in a ", "blizzard"),
                 ("in falling ", "snowflakes")],
    "clouds": [("under ", "clouds"), ("with ", "clouds"), ("on a ", "cloudy day")],
    "stars": [("under the ", "stars"), ("with ", "stars"), ("under a ", "starry sky")],
    "rainbow": [("under a ", "rainbow"), ("with a ", "rainbow")],
    "moon": [("under the ", "moon"), ("with a ", "moon"), ("in the ", "moonlight")],
    "sun": [("in the ", "sun"), ("under the ", "sun"), ("in the ", "sunshine"),
            ("on a ", "sunny day")],
    "fog": [("in the ", "fog"), ("in the ", "mist"), ("on a ", "foggy day")],
    "storm": [("in a ", "storm"), ("in a ", "thunderstorm"), ("with ", "lightning"),
              ("in the ", "storm")],
}

# meaning: what stands between two things
RELATIONS = {
    "beside": [" and ", " next to ", " beside ", " with ", " left of ", " to the left of ",
               " near ", ", "],
    "right": [" right of ", " to the right of "],
    "above": [" above ", " over ", " on top of "],
    "below": [" below ", " under ", " beneath ", " underneath "],
}

# These also begin a setting ("under the stars"): alone they promise no second thing.
MAYBE_RELATIONS = {" with ", " under ", " near ", " over ", ", "}

AND = " and "
PAPERS = [("on a ", " background"), ("on ", " paper"), ("on a ", " background"),
          ("with a ", " background"), ("in front of a ", " wall")]

# Words that are understood to change nothing.
FILLERS = ["cute", "beautiful", "nice", "happy", "pretty", "lovely", "funny"]
OPENINGS = ["a picture of ", "a painting of ", "a photo of ", "i see ", "there is ", "draw ",
            "paint "]
FUNCTION_WORDS = ["a", "an", "the", "of", "some", "one", "colored", "coloured", "that", "is",
                  "it", "its", "are", "and", "very"]

IRREGULAR = {"sheep": "sheep", "fish": "fish", "mouse": "mice", "goose": "geese", "bus": "buses",
             "grapes": "grapes", "bread": "breads", "snowman": "snowmen", "octopus": "octopuses",
             "cactus": "cactuses", "coffee": "coffees"}


def plural(noun):
    """"cat" -> "cats"; of several words the last one changes."""
    *first, last = noun.split()
    if last in IRREGULAR:
        many = IRREGULAR[last]
    elif last.endswith("y") and last[-2] not in "aeiou":
        many = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        many = last + "es"
    else:
        many = last + "s"
    return " ".join([*first, many])
