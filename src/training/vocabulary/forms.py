"""The form in which words are stored and looked up; the Java reader makes the same of a prompt."""
import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def plain(text):
    """Lower case without accents, words joined by one space, no signs, no possessive s."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    letters = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return " ".join(WORD.findall(re.sub(r"(?<=\w)'s\b", "", letters)))
