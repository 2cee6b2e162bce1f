"""Indonesian words and phrases of lukis-mini. Each meaning's first word is the usual one."""
from things import THINGS

NAME = "id"

COLOURS = {
    "red": ["merah"], "orange": ["oranye", "jingga"], "yellow": ["kuning"], "green": ["hijau"],
    "blue": ["biru"], "purple": ["ungu"], "pink": ["merah muda", "pink"],
    "brown": ["cokelat", "coklat"], "black": ["hitam"], "white": ["putih"],
}

SIZES = {"small": ["kecil", "mungil"], "big": ["besar", "raksasa"]}

COUNTS = {2: ["dua", "2", "sepasang"], 3: ["tiga", "3"]}

NOUNS = {name: entry[3] for name, entry in THINGS.items()}

# meaning: [(what comes before, the word)]
PLACES = {
    "beach": [("di ", "pantai"), ("di tepi ", "pantai"), ("di atas ", "pasir")],
    "forest": [("di ", "hutan"), ("di dalam ", "hutan"), ("di tengah ", "hutan"),
               ("di ", "rimba")],
    "desert": [("di ", "gurun"), ("di ", "padang pasir"), ("di tengah ", "gurun")],
    "mountains": [("di ", "gunung"), ("di ", "pegunungan"), ("di depan ", "gunung")],
    "snow": [("di ", "salju"), ("di atas ", "salju"), ("di atas ", "es")],
    "city": [("di ", "kota"), ("di tengah ", "kota"), ("di ", "jalan")],
    "sea": [("di ", "laut"), ("di atas ", "laut"), ("di ", "samudra"), ("di atas ", "air")],
    "meadow": [("di ", "padang rumput"), ("di ", "padang"), ("di atas ", "rumput"),
               ("di ", "bukit")],
    "space": [("di ", "luar angkasa"), ("di ", "angkasa"), ("di antara ", "planet")],
    "lake": [("di ", "danau"), ("di tepi ", "danau"), ("di ", "sungai"), ("di tepi ", "sungai")],
    "garden": [("di ", "taman"), ("di ", "kebun"), ("di ", "halaman")],
    "village": [("di ", "desa"), ("di ", "kampung"), ("di ", "peternakan")],
    "underwater": [("di ", "bawah laut"), ("di ", "dasar laut"), ("di ", "bawah air")],
    "volcano": [("di ", "gunung berapi"), ("di dekat ", "gunung berapi"), ("di ", "gunung api")],
}

TIMES = {
    "day": [("di ", "siang hari"), ("pada ", "siang hari"), ("", "siang"), ("saat ", "siang")],
    "sunrise": [("di ", "pagi hari"), ("saat ", "matahari terbit"), ("", "pagi"),
                ("saat ", "fajar"), ("pada ", "pagi hari")],
    "sunset": [("di ", "sore hari"), ("saat ", "matahari terbenam"), ("saat ", "senja"),
               ("", "sore"), ("pada ", "sore hari")],
    "night": [("di ", "malam hari"), ("pada ", "malam hari"), ("", "malam"),
              ("saat ", "tengah malam")],
}

WEATHERS = {
    "rain": [("saat ", "hujan"), ("di bawah ", "hujan"), ("", "kehujanan"),
             ("di tengah ", "hujan")],
    "snowfall": [("saat ", "hujan salju"), ("saat ", "turun salju"), ("di tengah ", "hujan salju")],
    "clouds": [("dengan ", "awan"), ("di bawah ", "awan"), ("saat ", "berawan"),
               ("saat ", "mendung")],
    "stars": [("di bawah ", "bintang"), ("dengan ", "bintang"), ("di bawah ", "bintang-bintang")],
    "rainbow": [("dengan ", "pelangi"), ("di bawah ", "pelangi")],
    "moon": [("di bawah ", "bulan"), ("dengan ", "bulan"), ("di bawah ", "sinar bulan"),
             ("saat ", "bulan purnama")],
    "sun": [("di bawah ", "matahari"), ("dengan ", "matahari"), ("saat ", "cerah"),
            ("di bawah ", "sinar matahari")],
    "fog": [("dalam ", "kabut"), ("saat ", "berkabut"), ("di tengah ", "kabut")],
    "storm": [("saat ", "badai"), ("di tengah ", "badai"), ("dengan ", "petir"),
              ("dengan ", "kilat")],
}

# meaning: what stands between two things
RELATIONS = {
    "beside": [" dan ", " di samping ", " di sebelah ", " dengan ", " di kiri ",
               " di sebelah kiri ", " bersama ", " di dekat ", ", "],
    "right": [" di kanan ", " di sebelah kanan "],
    "above": [" di atas "],
    "below": [" di bawah "],
}

# These also begin a setting ("di bawah bintang"): alone they promise no second thing.
MAYBE_RELATIONS = {" dengan ", " di bawah ", " di atas ", " di dekat ", ", "}

AND = " dan "
PAPERS = [("dengan latar ", ""), ("dengan latar belakang ", ""), ("di atas kertas ", ""),
          ("di depan dinding ", ""), ("berlatar ", "")]

# Words that are understood to change nothing.
FILLERS = ["lucu", "cantik", "indah", "bagus", "imut", "senang"]
OPENINGS = ["gambar ", "lukisan ", "foto ", "ada ", "aku melihat ", "saya melihat ", "lukis "]
FUNCTION_WORDS = ["seekor", "sebuah", "ekor", "buah", "se", "setangkai", "yang", "berwarna",
                  "warna", "itu", "ini", "satu", "dan", "para", "sangat", "di", "ke", "dari"]


def plural(noun):
    """Said twice: "kucing-kucing"; a noun that is double already stays."""
    first, *rest = noun.split()
    doubled = first if "-" in first else f"{first}-{first}"
    return " ".join([doubled, *rest])
