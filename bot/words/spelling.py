"""Near misses: which known word an unknown one was meant to be, and what an acronym is short for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 30
_FAR = 8
"""Letters from which on two slips are forgiven, in words that begin alike."""


def near(word: str, known: Mapping[str, object], stem: Callable[[list[str]], list[str]] = list) -> str | None:
    """The known word one slip away, or two in a long word; None for words too short to tell slips from other words.

    From three letters on two neighbours may have changed places, from five on a letter may be missing or too many, from
    seven on one may be another, from eight on there may be two slips. `stem` turns words into
    what is known.
    """
    if not (word.isascii() and word.isalpha() and len(word) <= _LONGEST):
        return None
    slips = list(_slips(word))
    pairs = zip(slips, stem(slips), strict=True)
    found = [(slip, other) for slip, other in pairs if other in known and other[:1] == word[:1] and len(other) > 3]
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


def _alike(word: str, known: Iterable[str]) -> list[str]:
    return [other for other in known if other[:2] == word[:2] and abs(len(other) - len(word)) <= 2 and len(other) >= 6]


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


def spelt_out(acronym: str, texts: Iterable[str]) -> str | None:
    """The first run of capitalised words with the letters of an acronym: "World Trade Organization" for WTO."""
    if not acronym.isalpha():
        return None
    joint = r"(?:\s+|-)(?:(?:of|the|and|for|in|on)\s+){0,2}"
    pattern = re.compile(r"\b" + joint.join(rf"{letter}\w+" for letter in acronym.upper()) + r"\b")
    return next((match.group() for text in texts if (match := pattern.search(text))), None)
