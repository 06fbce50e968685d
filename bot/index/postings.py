"""An inverted index: for each term the rows that have it, and how often. A row is a sentence, as a list of terms."""

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from typing import NamedTuple

import numpy as np

from bot.words import Lexicon

Rows = np.ndarray[tuple[int], np.dtype[np.int32]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]
Counts = np.ndarray[tuple[int], np.dtype[np.integer]]
Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
_AT_ONCE = 1_000_000
"""Terms that are sorted at once, so that no more than these stand in memory as Python's own objects."""
_NOTHING: Rows = np.zeros(0, np.int32)


class Postings(NamedTuple):
    """The rows that have a term, in order, and how often each has it."""

    rows: Rows
    counts: Counts
    most: int
    """The largest count."""
    least: int
    """The least length of a row that has it."""
    every: Counts | None = None
    """How often each row has it, where so many do that to look there is quicker."""

    def among(self, rows: Rows) -> tuple[Places, Counts]:
        """Which of some rows, in order, have it, by their places, and how often these do."""
        if self.every is not None:
            often = self.every[rows]
            there = np.flatnonzero(often)
            return there, often[there]
        there, places = found_in(self.rows, rows)
        return there, self.counts[places]


NOWHERE = Postings(_NOTHING, np.zeros(0, np.uint8), 0, 0)
"""Of a term that no row has."""


class Inverted(Mapping[str, int]):
    """What an index knows: each term with the number of rows that have it."""

    lengths: Rows
    """How many terms each row has."""
    total: int
    """How many terms all rows have together."""

    @abstractmethod
    def postings(self, term: str) -> Postings:
        """Of a term; empty where it is nowhere."""

    @abstractmethod
    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that are terms."""

    @abstractmethod
    def beginning(self, letters: str) -> Iterable[str]:
        """The terms that begin with some letters."""


class Segment(NamedTuple):
    """Some rows inverted: postings of each term one after the other, rows counted from the first of these."""

    terms: Sequence[str]
    frequencies: Rows
    rows: Rows
    counts: Counts
    lengths: Rows

    def only(self, kept: Mask) -> "Segment":
        """Without the rows that are not kept."""
        there = kept[self.rows]
        of = np.repeat(np.arange(len(self.terms)), self.frequencies)[there]
        frequencies = np.bincount(of, minlength=len(self.terms)).astype(np.int32)
        return Segment(
            [term for term, count in zip(self.terms, frequencies.tolist(), strict=True) if count],
            frequencies[frequencies > 0],
            (np.cumsum(kept) - 1)[self.rows[there]].astype(np.int32),
            self.counts[there],
            self.lengths[kept],
        )


def invert(corpus: Iterable[Sequence[str]], marks: Iterable[tuple[int, str]] = ()) -> Segment:
    """Sorts rows of terms by term.

    `marks` are further terms of some rows, which a row is no longer for: each once, in order of the rows.
    """
    number: dict[str, int] = defaultdict(count().__next__)
    lengths: list[int] = []
    numbers: list[int] = []
    for row in corpus:
        lengths.append(len(row))
        numbers.extend(map(number.__getitem__, row))
    size = max(1, len(lengths))
    marked = list(marks)
    numbers.extend(number[mark] for _, mark in marked)
    rows = np.append(np.repeat(np.arange(len(lengths)), lengths), np.array([row for row, _ in marked], np.int64))
    keys, counts = np.unique(np.array(numbers, np.int64) * size + rows, return_counts=True)
    return Segment(
        list(number),
        np.bincount(keys // size, minlength=len(number)).astype(np.int32),
        (keys % size).astype(np.int32),
        counts.astype(np.min_scalar_type(counts.max(initial=0))),
        np.array(lengths, np.int32),
    )


class InMemory(Inverted):
    """An inverted index in memory, made of segments in the order of their rows."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        known = list(segments)
        number: dict[str, int] = defaultdict(count().__next__)
        own = [np.fromiter(map(number.__getitem__, one.terms), np.int32, len(one.terms)) for one in known]
        frequencies = np.zeros(len(number), np.int64)
        for numbers, one in zip(own, known, strict=True):
            frequencies[numbers] += one.frequencies
        self._number = Lexicon(number)
        self._starts = np.concatenate(([0], np.cumsum(frequencies)))
        self._rows = np.empty(self._starts[-1], np.int32)
        self._counts = np.empty(self._starts[-1], np.result_type(np.uint8, *(one.counts for one in known)))
        self.lengths = np.concatenate([_NOTHING, *(one.lengths for one in known)])
        self.total = int(self.lengths.sum())
        self._fill(own, known)
        firsts = self._starts[:-1]
        self._most = np.maximum.reduceat(self._counts, firsts) if len(firsts) else self._counts
        self._least = np.minimum.reduceat(self.lengths[self._rows], firsts) if len(firsts) else self._rows

    def _fill(self, own: Sequence[Rows], segments: Sequence[Segment]) -> None:
        """Puts the postings of each term of a segment behind those of the segments before."""
        free = self._starts[:-1].copy()
        first = 0
        for numbers, one in zip(own, segments, strict=True):
            begins = np.cumsum(one.frequencies) - one.frequencies
            places = np.repeat(free[numbers] - begins, one.frequencies) + np.arange(len(one.rows))
            self._rows[places] = one.rows + np.int32(first)
            self._counts[places] = one.counts
            free[numbers] += one.frequencies
            first += len(one.lengths)

    def whole(self) -> Segment:
        """All of it as one segment."""
        frequencies = np.diff(self._starts).astype(np.int32)
        return Segment(list(self._number), frequencies, self._rows, self._counts, self.lengths)

    def __getitem__(self, term: str) -> int:
        number = self._number[term]
        return int(self._starts[number + 1] - self._starts[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)

    def __contains__(self, term: object) -> bool:
        return term in self._number

    def postings(self, term: str) -> Postings:
        number = self._number.get(term)
        if number is None:
            return NOWHERE
        here = slice(self._starts[number], self._starts[number + 1])
        return Postings(self._rows[here], self._counts[here], int(self._most[number]), int(self._least[number]))

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        return self._number.among(words)

    def beginning(self, letters: str) -> Iterable[str]:
        return self._number.beginning(letters)


def in_memory(corpus: Iterable[Sequence[str]]) -> InMemory:
    """Rows of terms, inverted."""
    return InMemory(map(invert, _pieces(corpus)))


def _pieces(corpus: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    piece: list[Sequence[str]] = []
    size = 0
    for row in corpus:
        piece.append(row)
        size += len(row)
        if size >= _AT_ONCE:
            yield piece
            piece, size = [], 0
    yield piece


def found_in(among: Rows, rows: Rows) -> tuple[Places, Places]:
    """Which of `rows` stand in `among`, by their places in both; both are in order."""
    places = among.searchsorted(rows)
    places[places == len(among)] = 0
    there = np.flatnonzero(among[places] == rows) if len(among) else places[:0]
    return there, places[there]
