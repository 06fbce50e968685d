"""Words as they are compared: case, accents, marks, white space and Markdown do not count, the letters do."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W_]*|[^\W_]+(?:['’ʼ][^\W_]+)*|[$£€¥₹%&+=°]")
_NO_WORDS = re.compile(
    r"\]\([^()\s]{0,2000}\)|^[ \t]*(?:\d{1,3}(?:[ \t]{2,}|[ \t]*$)|[\d:.,]+[ \t]*-->.*)", re.MULTILINE
)
"""Where a Markdown link leads, printed line numbers, and the times of captions: nobody says them."""
_APOSTROPHES = str.maketrans("’ʼ", "''", ",")


class Word(NamedTuple):
    """A word, number or sign as it is compared, and where it stands in the text."""

    folded: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of `text[start:end]` in order."""
    at = start
    for aside in _NO_WORDS.finditer(text, start, end):
        yield from _words(text, at, aside.start())
        at = aside.end()
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    return (Word(_fold(match.group()), *match.span()) for match in _WORD.finditer(text, start, end))


def _fold(word: str) -> str:
    low = word.casefold().translate(_APOSTROPHES)
    if low.isascii():
        return low
    return "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))


class Wording:
    """A run of words in which others are looked for. Where words are cut does not count: "[W]e", "all-weather"."""

    def __init__(self, run: Iterable[Word]) -> None:
        self.words = tuple(run)
        self.folded = [word.folded for word in self.words]
        self.letters = "".join(self.folded)
        self._offsets = list(accumulate(map(len, self.folded), initial=0))

    def find(self, letters: str, first: int = 0) -> Iterator[tuple[int, int]]:
        """Where whole words from number `first` on have these letters: numbers of the first, and of the next behind."""
        at = self.letters.find(letters, self._offsets[first])
        while at >= 0:
            begin, end = self._number(at), self._number(at + len(letters))
            if begin is not None and end is not None:
                yield begin, end
            at = self.letters.find(letters, at + 1)

    def _number(self, offset: int) -> int | None:
        """The number of the word that begins at an offset into `letters`."""
        number = bisect_left(self._offsets, offset)
        return number if self._offsets[number] == offset else None
