"""Looking things up in a store; everything is read when it is asked for."""

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.documents import Document
from bot.index.columns import Columns
from bot.index.looking import Looked
from bot.index.okapi import Okapi
from bot.index.outcomes import Outcome
from bot.index.stored.bodies import Bodies, Placed
from bot.index.stored.file import NOTED, OPENING, Shelf, damage, heard, seal, spelt
from bot.index.stored.packing import noted
from bot.index.stored.people import StoredPeople
from bot.index.stored.places import outcomes
from bot.index.stored.terms import StoredInverted


class StoredStore:
    """The documents of a store, in order of their ids. Raises StoreError."""

    def __init__(self, path: str) -> None:
        self.path, self.shelf = path, Shelf(path)
        found = self.shelf.rows(OPENING)
        if seal(*found) != self.noted("seal"):
            raise damage(path)
        placed = list(map(Placed._make, found))
        bounds = np.cumsum([0, *(one.size for one in placed)])
        self.firsts, self.ends = bounds[:-1].tolist(), bounds[1:].tolist()
        self.leads = [
            None if one.lead is None else first + one.lead for first, one in zip(self.firsts, placed, strict=True)
        ]
        numbers = {one.number: at for at, one in enumerate(placed)}
        bodies = Bodies(self.shelf, placed)
        self.documents: Sequence[Document] = Looked(bodies.document, len(placed))
        self.columns: Sequence[Columns] = Looked(bodies.columns, len(placed))
        self.texts = bodies.texts
        self.steady = self.shelf.steady
        self.dated = _Dated(self.firsts, placed)
        self.inverted = StoredInverted(self.shelf, placed, self.firsts)
        self.index = Okapi(self.inverted)
        self.catalog = StoredCatalog(self.shelf, numbers)
        self.people = StoredPeople(self.shelf, numbers, self.firsts, self.ends, bodies.speakers)

    def noted(self, name: str) -> object:
        """What was noted under a name when the store was written; None where nothing was."""
        with heard(self.shelf.path):
            return noted(name, self.shelf.rows(NOTED, (name,)))

    def contents(self) -> list[str]:
        """What stands for the content of each document."""
        return [content for (content,) in self.shelf.rows("SELECT content FROM document ORDER BY place")]

    def outcomes(self) -> dict[str, Outcome]:
        """What came of files, by path."""
        return outcomes(self.shelf)


class _Dated:
    """The rows near the beginnings of documents that name a time."""

    def __init__(self, firsts: Sequence[int], placed: Sequence[Placed]) -> None:
        self._firsts, self._placed = firsts, placed

    def __iter__(self) -> Iterator[int]:
        both = zip(self._firsts, self._placed, strict=True)
        return (first + at for first, one in both for at in json.loads(one.dated))


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
