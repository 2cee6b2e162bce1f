"""WordPiece tokenizer: the same ids as the HuggingFace library gives for the exported file."""
import json
import unicodedata

import vocabulary

PAD, UNK, CLS = 0, 1, 2
LENGTH = 32
MAX_WORD = 100


def pieces():
    """Every piece in id order: specials, characters, short beginnings, whole words.

    Beginnings of two and three letters make a half-typed word one known piece and a few letters.
    """
    characters = vocabulary.LETTERS + vocabulary.DIGITS + vocabulary.PUNCTUATION
    words = sorted(_words())
    beginnings = sorted({word[:n] for word in words for n in (2, 3) if len(word) > n})
    listed = ["[PAD]", "[UNK]", "[CLS]", *characters, *("##" + c for c in characters)]
    listed += [b for b in beginnings if b not in words] + words + ["##s", "##es", "##ing", "##y", "##nya"]
    return list(dict.fromkeys(listed))


def _words():
    said = (word for language in vocabulary.LANGUAGES for text in vocabulary.texts(language)
            for word in split(text))
    return {word for word in said if len(word) > 1}


def normalize(text):
    """Lower case without control characters and accents, as BertNormalizer does."""
    kept = []
    for c in text:
        if c in "\t\n\r" or unicodedata.category(c) == "Zs":
            kept.append(" ")
        elif ord(c) not in (0, 0xFFFD) and not unicodedata.category(c).startswith("C"):
            kept.append(f" {c} " if _is_ideograph(ord(c)) else c)
    plain = unicodedata.normalize("NFD", "".join(kept))
    return "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()


def _is_ideograph(code):
    ranges = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
              (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
    return any(low <= code <= high for low, high in ranges)


def split(text):
    """Words, and each punctuation mark for itself, as BertPreTokenizer does."""
    words = []
    for chunk in text.split():
        start = True
        for c in chunk:
            mark = c in vocabulary.PUNCTUATION or unicodedata.category(c).startswith("P")
            if mark or start:
                words.append(c)
            else:
                words[-1] += c
            start = mark
    return words


class Tokenizer:
    """Text to LENGTH ids: [CLS], the pieces, [PAD]."""

    def __init__(self):
        self.vocab = {piece: i for i, piece in enumerate(pieces())}

    def encode(self, text):
        ids = [CLS]
        for word in split(normalize(text)):
            ids += self._word(word)
        return (ids + [PAD] * LENGTH)[:LENGTH]

    def _word(self, word):
        """Greedy: the longest known piece first; a word with an unknown character is one [UNK]."""
        if len(word) > MAX_WORD:
            return [UNK]
        ids, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and self._piece(word, start, end) not in self.vocab:
                end -= 1
            if end == start:
                return [UNK]
            ids.append(self.vocab[self._piece(word, start, end)])
            start = end
        return ids

    @staticmethod
    def _piece(word, start, end):
        return word[start:end] if start == 0 else "##" + word[start:end]

    def write(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump(self._file(), out, ensure_ascii=False, indent=1)

    def _file(self):
        special = [{"id": i, "content": self._name(i), "single_word": False, "lstrip": False,
                    "rstrip": False, "normalized": False, "special": True}
                   for i in (PAD, UNK, CLS)]
        text = {"Sequence": {"id": "A", "type_id": 0}}
        second = {"Sequence": {"id": "B", "type_id": 0}}
        first = {"SpecialToken": {"id": "[CLS]", "type_id": 0}}
        return {
            "version": "1.0",
            "truncation": {"direction": "Right", "max_length": LENGTH,
                           "strategy": "LongestFirst", "stride": 0},
            "padding": {"strategy": {"Fixed": LENGTH}, "direction": "Right",
                        "pad_to_multiple_of": None, "pad_id": PAD, "pad_type_id": 0,
                        "pad_token": "[PAD]"},
            "added_tokens": special,
            "normalizer": {"type": "BertNormalizer", "clean_text": True,
                           "handle_chinese_chars": True, "strip_accents": True,
                           "lowercase": True},
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "post_processor": {
                "type": "TemplateProcessing", "single": [first, text],
                "pair": [first, text, second],
                "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [CLS], "tokens": ["[CLS]"]}}},
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
            "model": {"type": "WordPiece", "unk_token": "[UNK]",
                      "continuing_subword_prefix": "##", "max_input_chars_per_word": MAX_WORD,
                      "vocab": self.vocab},
        }

    def _name(self, i):
        return next(piece for piece, j in self.vocab.items() if j == i)
