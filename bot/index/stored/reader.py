"""Looking things up in a store: documents, terms and people, each read when it is asked for."""

import json
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, TypeVar, overload

import numpy as np

from bot.documents import Document
from bot.index.columns import Columns
from bot.index.postings import Counts, Inverted, Postings, Rows
from bot.index.stored.file import KEY, OPENING, Shelf, damage, read_back, spelt
from bot.index.stored.packing import Broken, opened, seal, unpack_lengths, unpack_postings, unpacked
from bot.index.stored.people import StoredPeople
from bot.speakers import Speaker

_Value = TypeVar("_Value")
_KEPT = 1 << 25
"""Bytes of documents kept in memory, and as many of postings."""
_MOST = 500
"""Values that one query can be given."""
_LAST = "\U0010ffff".encode()


class Placed(NamedTuple):
    """A document, and where it stands."""

    number: int
    segment: int
    first: int
    """Its first row in the segment."""
    size: int
    lead: int | None
    dated: str
    content: str
    id: bytes
    title: bytes
    path: bytes | None
    date: str | None
    own_lines: int


class StoredStore:
    """The documents of a store, in order of their ids. Raises StoreError."""

    def __init__(self, path: str) -> None:
        self.shelf = Shelf(path)
        found = self.shelf.rows(OPENING)
        if seal(*found) != self.noted("seal"):
            raise damage(path)
        self._placed = placed = [Placed(*row) for row in found]
        bounds = np.cumsum([0, *(one.size for one in placed)])
        self.firsts, self.ends = bounds[:-1].tolist(), bounds[1:].tolist()
        self.leads = [
            None if one.lead is None else first + one.lead for first, one in zip(self.firsts, placed, strict=True)
        ]
        numbers = {one.number: at for at, one in enumerate(placed)}
        bodies = _Bodies(self.shelf, placed)
        self.documents: Sequence[Document] = _Looked(bodies, 0)
        self.columns: Sequence[Columns] = _Looked(bodies, 1)
        self.inverted = StoredInverted(self.shelf, placed, self.firsts)
        self.catalog = StoredCatalog(self.shelf, numbers)
        self.people = StoredPeople(self.shelf, numbers, self.firsts, self.ends, bodies.speakers)

    def noted(self, name: str) -> object:
        """What was noted under a name when the store was written; None where nothing was."""
        found = self.shelf.rows("SELECT value FROM meta WHERE name = ?", (name,))
        return found[0][0] if found else None

    def contents(self) -> list[str]:
        """What stands for the content of each document."""
        return [one.content for one in self._placed]

    @cached_property
    def dated(self) -> Sequence[int]:
        both = zip(self.firsts, self._placed, strict=True)
        return [first + at for first, one in both for at in json.loads(one.dated)]


class _Bodies:
    """Documents with their columns; the last ones are kept."""

    def __init__(self, shelf: Shelf, placed: Sequence[Placed]) -> None:
        self._shelf, self.placed = shelf, placed
        self.speakers: dict[Speaker, Speaker] = {}
        """One object for each."""
        self._kept: dict[int, tuple[Document, Columns]] = {}
        self._size = 0

    def __getitem__(self, at: int) -> tuple[Document, Columns]:
        found = self._kept.get(at)
        return found if found is not None else self._read(at)

    def _read(self, at: int) -> tuple[Document, Columns]:
        one = self.placed[at]
        columns, text = self._shelf.one("SELECT columns, text FROM body WHERE document = ?", (one.number,))
        try:
            own, marks = unpacked(opened(columns, one.content), self.speakers)
            words = str(opened(text, one.content), "utf-8", "surrogatepass")
        except Broken as error:
            raise damage(self._shelf.path) from error
        where = None if one.path is None else read_back(one.path)
        document = Document(read_back(one.id), read_back(one.title), where, words, one.date, marks, bool(one.own_lines))
        if self._size > _KEPT:
            self._kept, self._size = {}, 0
        self._size += len(columns) + len(text)
        self._kept[at] = document, own
        return document, own


class _Looked(Sequence[_Value]):
    """One side of the documents with their columns."""

    def __init__(self, bodies: _Bodies, side: int) -> None:
        self._bodies, self._side = bodies, side

    def __len__(self) -> int:
        return len(self._bodies.placed)

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Value]: ...
    def __getitem__(self, index: int | slice) -> _Value | Sequence[_Value]:
        at = range(len(self))[index]
        return self._one(at) if isinstance(at, int) else list(map(self._one, at))

    def _one(self, at: int) -> _Value:
        value: _Value = self._bodies[at][self._side]  # type: ignore[assignment]
        return value


class StoredInverted(Inverted):
    """The terms of a store."""

    def __init__(self, shelf: Shelf, placed: Sequence[Placed], firsts: Sequence[int]) -> None:
        self._shelf = shelf
        self._kept: dict[str, Postings] = {}
        self._size = 0
        self._known: dict[str, tuple[int, int]] = {}
        lengths = {
            number: self._opened(data, number) for number, data in shelf.rows("SELECT number, lengths FROM segment")
        }
        own = {number: unpack_lengths(data) for number, data in lengths.items()}
        self._places = {number: np.zeros(len(rows), np.int32) for number, rows in own.items()}
        self.lengths = np.zeros(sum(one.size for one in placed), np.int32)
        for first, one in zip(firsts, placed, strict=True):
            here, there = slice(one.first, one.first + one.size), slice(first, first + one.size)
            self._places[one.segment][here] = np.arange(first, first + one.size)
            self.lengths[there] = own[one.segment][here]
        self.total = int(self.lengths.sum())

    def _opened(self, data: bytes, *about: object) -> memoryview:
        try:
            return opened(data, *about)
        except Broken as error:
            raise damage(self._shelf.path) from error

    def _term(self, term: str) -> tuple[int, int]:
        """Its number, and how many rows have it."""
        known = self._known.get(term)
        if known is None:
            query = "SELECT number, frequency FROM term WHERE term = ?"
            known = next(iter(self._shelf.rows(query, (spelt(term),))), (0, 0))
            if len(self._known) > _KEPT // 1024:
                self._known = {}
            self._known[term] = known
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
        return int(self._shelf.one("SELECT count(*) FROM term WHERE frequency > 0")[0])

    def postings(self, term: str) -> Postings:
        kept = self._kept.get(term)
        if kept is None:
            kept = self._read(term)
            if self._size > _KEPT:
                self._kept, self._size = {}, 0
            self._size += kept.rows.nbytes + kept.counts.nbytes + 200
            self._kept[term] = kept
        return kept

    def _read(self, term: str) -> Postings:
        (number, frequency), spelling = self._term(term), spelt(term)
        keys = [segment * KEY + number for segment in self._places] if frequency else []
        found = []
        for at in range(0, len(keys), _MOST):
            some = keys[at : at + _MOST]
            query = f"SELECT * FROM posting WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
            found += self._shelf.rows(query, some)
        rows: list[Rows] = [np.zeros(0, np.int32)]
        counts: list[Counts] = [np.zeros(0, np.uint8)]
        for key, most, least, data in found:
            places = self._places[key // KEY]
            own = unpack_postings(self._opened(data, key, most, least, spelling), most, len(places))
            rows.append(places[own.rows])
            counts.append(own.counts)
        together = Postings(np.concatenate(rows), np.concatenate(counts))
        if len(together.rows) != frequency:
            raise damage(self._shelf.path)
        if (np.diff(together.rows) < 0).any():
            order = np.argsort(together.rows, kind="stable")
            together = Postings(together.rows[order], together.counts[order])
        return together

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        wanted = [spelt(word) for word in set(words)]
        found: set[str] = set()
        for at in range(0, len(wanted), _MOST):
            some = wanted[at : at + _MOST]
            query = f"SELECT term FROM term WHERE frequency > 0 AND term IN ({','.join('?' * len(some))})"  # noqa: S608
            found.update(read_back(term) for (term,) in self._shelf.rows(query, some))
        return found

    def beginning(self, letters: str) -> Sequence[str]:
        query = "SELECT term FROM term WHERE frequency > 0 AND term >= ? AND term < ? ORDER BY term"
        low = spelt(letters)
        return [read_back(term) for (term,) in self._shelf.rows(query, (low, low + _LAST + b"\xff"))]


class StoredCatalog:
    """The documents of a store by what they are called."""

    def __init__(self, shelf: Shelf, numbers: dict[int, int]) -> None:
        self._shelf, self._numbers = shelf, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def called(self, name: str) -> bool:
        return bool(self._shelf.rows("SELECT 1 FROM document WHERE folded = ? LIMIT 1", (spelt(name),)))

    def having(self, words: Iterable[str]) -> frozenset[int]:
        found = [frozenset(self._having(word)) for word in words]
        return frozenset.intersection(*found) if found else frozenset()

    def _having(self, word: str) -> Iterator[int]:
        for (number,) in self._shelf.rows("SELECT document FROM called WHERE term = ?", (spelt(word),)):
            if number not in self._numbers:
                raise damage(self._shelf.path)
            yield self._numbers[number]
