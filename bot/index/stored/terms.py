"""The terms of a store, with their postings."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate

import numpy as np

from bot.index.looking import Recent
from bot.index.postings import NOWHERE, Counts, Inverted, Postings, Rows
from bot.index.stored.bodies import Placed
from bot.index.stored.file import KEY, Shelf, damage, heard, spelt
from bot.index.stored.packing import opened, unpack_lengths, unpack_postings

_KEPT = 1 << 26
"""Bytes of postings that are kept."""
_HEAD = 400
"""Bytes that those of one term take up beside."""
_TERMS = 100_000
"""Terms whose number and frequency are kept."""
_MANY = 8
"""One of so many rows has a term that is looked for in each."""
_LAST = b"\xff"


class StoredInverted(Inverted):
    """The inverted index of a store."""

    def __init__(self, shelf: Shelf, placed: Sequence[Placed], firsts: Sequence[int]) -> None:
        self._shelf = shelf
        self._kept: Recent[str, Postings] = Recent(_KEPT)
        self._known: Recent[str, tuple[int, int]] = Recent(_TERMS)
        own = {
            number: unpack_lengths(self._opened(data, number))
            for number, data in shelf.rows("SELECT number, lengths FROM segment")
        }
        self._sizes = {number: len(lengths) for number, lengths in own.items()}
        self._placed, self._firsts = placed, firsts
        self._begins = dict(zip(own, accumulate(self._sizes.values(), initial=0), strict=False))
        if not self._begins.keys() >= {one.segment for one in placed}:
            raise damage(shelf.path)
        moved = (self._begins[one.segment] + one.first != at for one, at in zip(placed, firsts, strict=True))
        self._in_order = not any(moved)
        """Whether segments, one behind the other, have all rows in order."""
        parts = own.values() if self._in_order else (own[at.segment][at.first : at.first + at.size] for at in placed)
        self.lengths = np.concatenate([np.zeros(0, np.uint8), *parts])
        self.total = int(self.lengths.sum())

    @cached_property
    def _places(self) -> dict[int, Rows]:
        """Where each row of a segment is among all."""
        parts: dict[int, list[Rows]] = {number: [] for number in self._sizes}
        inside = sorted(zip(self._placed, self._firsts, strict=True), key=lambda both: both[0].first)
        for one, first in inside:
            parts[one.segment].append(np.arange(first, first + one.size, dtype=np.int32))
        return {number: np.concatenate(some) for number, some in parts.items()}

    def _opened(self, data: bytes, *about: object) -> memoryview:
        with heard(self._shelf.path):
            return opened(data, *about)

    def _term(self, term: str) -> tuple[int, int]:
        """Its number, and how many rows have it."""
        known = self._known.get(term)
        if known is None:
            query = "SELECT number, frequency FROM term WHERE term = ?"
            known = next(iter(self._shelf.rows(query, (spelt(term),))), (0, 0))
            self._known.keep(term, known, 1)
        return known

    def __getitem__(self, term: str) -> int:
        _, frequency = self._term(term)
        if not frequency:
            raise KeyError(term)
        return frequency

    def __contains__(self, term: object) -> bool:
        return self._term(str(term))[1] > 0

    def __iter__(self) -> Iterator[str]:
        return iter(self.beginning(""))

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return int(self._shelf.one("SELECT count(*) FROM term WHERE frequency > 0")[0])

    def postings(self, term: str) -> Postings:
        kept = self._kept.get(term)
        if kept is None:
            kept = self._read(term)
            self._kept.keep(term, kept, _HEAD + sum(one.nbytes for one in kept if isinstance(one, np.ndarray)))
        return kept

    def _read(self, term: str) -> Postings:
        (number, frequency), spelling = self._term(term), spelt(term)
        keys = [segment * KEY + number for segment in self._sizes] if frequency else []
        rows: list[Rows] = []
        counts: list[Counts] = []
        bounds: list[tuple[int, int]] = []
        for key, most, least, data in sorted(self._shelf.among("SELECT * FROM posting WHERE key IN", keys)):
            packed = self._opened(data, key, most, least, spelling)
            found, often = unpack_postings(packed, most, self._sizes[key // KEY])
            rows.append(self._among_all(key // KEY, found))
            counts.append(often)
            bounds.append((most, least))
        if sum(map(len, rows)) != frequency:
            raise damage(self._shelf.path)
        if not bounds:
            return NOWHERE
        highest, lowest = max(most for most, _ in bounds), min(least for _, least in bounds)
        together = Postings(np.concatenate(rows), np.concatenate(counts), highest, lowest)
        if not self._in_order:
            order = np.argsort(together.rows, kind="stable")
            together = together._replace(rows=together.rows[order], counts=together.counts[order])
        if frequency * _MANY < len(self.lengths):
            return together
        every = np.zeros(len(self.lengths), together.counts.dtype)
        every[together.rows] = together.counts
        return together._replace(every=every)

    def _among_all(self, segment: int, rows: Rows) -> Rows:
        return rows + np.int32(self._begins[segment]) if self._in_order else self._places[segment][rows]

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        query = "SELECT term FROM term WHERE frequency > 0 AND term IN"
        return set(self._shelf.texts_among(query, map(spelt, set(words))))

    def beginning(self, letters: str) -> Sequence[str]:
        query = "SELECT term FROM term WHERE frequency > 0 AND term >= ? AND term < ? ORDER BY term"
        low = spelt(letters)
        return self._shelf.texts(query, (low, low + _LAST))
