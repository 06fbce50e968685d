"""Near misses: which known word an unknown one was meant to be, and what an acronym is short for."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Protocol, TypeVar

from bot.patterns import lazily

_Value = TypeVar("_Value")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 30
_FAR = 8
"""Letters from which on two slips are forgiven, in words that begin alike."""

_LONGEST_ACRONYM = 6
_JOINT = r"(?:\s+|-)(?:(?:of|the|and|for|in|on)\s+){0,2}"
"""What stands between the words that an acronym is short for."""
_CAPITALISED = lazily(rf"[A-Z](?<!\w[A-Z])\w+(?:{_JOINT}[A-Z]\w+)+")
_INITIAL = lazily(r"[A-Z](?<![^\s-][A-Z])\w+")
_LAST = "\U0010ffff"


class Known(Protocol):
    """Words that are known."""

    def __contains__(self, word: object, /) -> bool: ...
    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that are known."""

    def beginning(self, letters: str) -> Iterable[str]:
        """Those that begin with some letters."""


class Lexicon(dict[str, _Value]):
    """Words with what is known of each; to be filled before it is asked what begins with some letters."""

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that are known."""
        return self.keys() & words

    def beginning(self, letters: str) -> Sequence[str]:
        """The words that begin with some letters, sorted."""
        words = self._sorted
        return words[bisect_left(words, letters) : bisect_left(words, letters + _LAST)]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self)


def near(word: str, known: Known, stem: Callable[[list[str]], list[str]] = list) -> str | None:
    """The known word one slip away, or two in a long word; None for words too short to tell slips from other words.

    From three letters on two neighbours may have changed places, from five on a letter may be missing or too many, from
    seven on one may be another, from eight on there may be two slips. `stem` turns words into
    what is known.
    """
    if not (word.isascii() and word.isalpha() and len(word) <= _LONGEST):
        return None
    slips = list(_slips(word))
    stems = stem(slips)
    there = known.among(other for other in stems if other[:1] == word[:1])
    found = [(slip, other) for slip, other in zip(slips, stems, strict=True) if other in there and len(slip) > 2]
    if found:
        return min(found, key=lambda pair: (abs(len(pair[0]) - len(word)), pair[0]))[1]
    whole = stem([word])[0]
    alike = [other for other in _alike(whole, known) if distance(whole, other, 2) <= 2] if len(whole) >= _FAR else []
    return min(alike, key=lambda other: (abs(len(other) - len(whole)), other), default=None)


def _slips(word: str) -> Iterator[str]:
    size = len(word)
    for at in range(1, size + 1):
        head, tail = word[:at], word[at:]
        if len(tail) > 1 and size > 2:
            yield head + tail[1] + tail[0] + tail[2:]
        if size < 5:
            continue
        yield head + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            if size > 6:
                yield head + letter + tail[1:]


def _alike(word: str, known: Known) -> list[str]:
    return [other for other in known.beginning(word[:2]) if abs(len(other) - len(word)) <= 2 and len(other) >= 6]


def distance(a: str, b: str, most: int) -> int:
    """Optimal string alignment distance (Damerau 1964): insertions, deletions, other letters, neighbours changed round.

    Counts no further than `most` + 1.
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def acronyms(text: str) -> Iterator[tuple[str, int, int]]:
    """What runs of capitalised words can be short for, with where each run stands: "WTO", and "WT" and "TO"."""
    for run in _CAPITALISED.finditer(text):
        words = [word.span() for word in _INITIAL.finditer(text, *run.span())]
        letters = "".join([text[start] for start, _ in words])
        for first, (start, _) in enumerate(words):
            for last, (_, end) in enumerate(words[first + 1 : first + _LONGEST_ACRONYM], first + 1):
                yield letters[first : last + 1], start, end


def spelt_out(acronym: str, text: str) -> str | None:
    """The first run of capitalised words with the letters of an acronym: "World Trade Organization" for WTO."""
    return next((text[start:end] for letters, start, end in acronyms(text) if letters == acronym.upper()), None)
