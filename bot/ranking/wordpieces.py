"""Text cut into the pieces of words that a language model knows: WordPiece, as BERT's model in small letters reads it.

The pieces (`wordpieces.txt`, one a line; the line's number is the piece's) are those of bert-base-uncased by Google,
Apache-2.0. Cutting takes a page; the libraries for it weigh more than the model.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category, normalize

_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+|[^\w\s]|_")
_UNKNOWN, FIRST, LAST = 100, 101, 102
"""The numbers of a word that is none of these pieces, and of the marks before and behind a text."""
_LEFT_OUT = ("Mn", "Cc", "Cf")
"""Accents, and what controls rather than is read."""
_LONGEST = 100
"""Letters of a word that is cut."""
_KEPT = 50_000


def cut(text: str, most: int) -> list[int]:
    """The numbers of a text's pieces, at most `most` with the marks before and behind."""
    letters = normalize("NFD", text.lower())
    bare = "".join(letter for letter in letters if letter.isspace() or category(letter) not in _LEFT_OUT)
    found = [FIRST]
    for word in _WORD.finditer(bare):
        found += _pieces(word.group())
        if len(found) >= most:
            break
    return [*found[: most - 1], LAST]


@lru_cache(_KEPT)
def _pieces(word: str) -> tuple[int, ...]:
    """The longest piece that the word begins with, then the longest of what is left, to its end."""
    numbers = _numbers()
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST:
        before = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if before + word[start:end] in numbers), 0)
        if not end:
            return (_UNKNOWN,)
        found.append(numbers[before + word[start:end]])
        start = end
    return tuple(found) or (_UNKNOWN,)


@cache
def _numbers() -> dict[str, int]:
    pieces = Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(pieces) if piece}
