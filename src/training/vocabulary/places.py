"""The kind of place in which a word without a picture is at home, by its hypernyms."""

# the first hypernym found going up decides
HOME = {
    "furniture": "home", "room": "home", "home_appliance": "home", "bedclothes": "home",
    "cloth": "shop", "clothing": "shop", "footwear": "shop", "commodity": "shop",
    "food": "food", "nutriment": "food", "beverage": "food", "tableware": "food",
    "kitchen_utensil": "food", "container": "food",
    "vehicle": "road", "way": "road", "vessel": "water", "watercraft": "water",
    "aircraft": "sky", "building": "town", "structure": "town", "shop": "shop",
    "body_of_water": "water", "geological_formation": "land", "land": "land",
    "region": "land", "location": "land", "celestial_body": "space", "plant": "green",
    "animal": "green", "atmospheric_phenomenon": "sky", "weather": "sky", "fluid": "water",
    "musical_instrument": "stage", "music": "stage", "show": "stage", "entertainer": "stage",
    "sport": "sport", "game": "sport", "sports_equipment": "sport", "plaything": "play",
    "athlete": "sport", "writing": "books", "publication": "books", "document": "books",
    "person": "town", "social_group": "town", "science": "books", "knowledge_domain": "books",
    "device": "work", "equipment": "work", "tool": "work", "worker": "work",
    "substance": "work", "time_period": "land", "feeling": "quiet", "emotion": "quiet",
    "cognition": "quiet", "communication": "books", "activity": "town", "event": "town"}


def place_class(net, form):
    """A key of places in fitting-places.tsv, or nothing."""
    lemma = net.lemma(form)
    if lemma is None or net.noun_share(lemma) < 0.5:
        return ""
    sense = max(net.senses[lemma], key=lambda s: net.count(s, lemma))
    for synset in sorted(net.ancestors(sense), key=net.ancestors(sense).get):
        home = HOME_OF.setdefault(id(net), homes(net)).get(synset)
        if home:
            return home
    return ""


HOME_OF = {}


def homes(net):
    return {net.senses[word][0]: home for word, home in HOME.items() if word in net.senses}
