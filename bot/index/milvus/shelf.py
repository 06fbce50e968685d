"""The documents of a collection: which are there, in what order, and what each has."""

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from bot.documents import Document, sift
from bot.errors import StoreError
from bot.index.milvus.rows import PIECE, Body, body_of, outcome_of, part_of, text_of
from bot.index.milvus.server import DOCUMENT, FILE, PART, Facts, Server
from bot.index.people import Part
from bot.index.postings import Rows
from bot.index.store import Stretch
from bot.index.stored.file import Broken
from bot.index.stored.recent import Recent
from bot.speakers import Speaker

_KEPT = 1 << 26
"""Bytes of columns and terms, and characters of text, that are kept."""
_AROUND = 8
"""Sentences before and behind one that are read with it."""
_KEY = 32
"""Letters of the key of a document, with which the keys of its rows begin."""


class Placed(NamedTuple):
    """A document, and where it stands."""

    key: str
    head: Document
    """Without text and marks."""
    size: int
    """Sentences."""
    total: int
    """Terms."""
    bodies: int
    lead: int | None
    dated: tuple[int, ...]


def placed(key: str, head: dict[str, Any], name: str, path: str | None) -> Placed:
    """A document by its head, with what it is called."""
    document = Document(name, head["title"], path, "", head["date"], own_lines=head["own_lines"])
    numbers = head["size"], head["total"], head["bodies"], head["lead"]
    return Placed(key, document, *numbers, tuple(head["dated"]))


class Shelf:
    """The documents that are whole when it is opened, in order of their ids. Raises StoreError."""

    def __init__(self, server: Server, facts: Facts) -> None:
        self.server, self.facts = server, facts
        found = (outcome_of(one["data"]) for one in server.rows(f"kind == {FILE}", "data"))
        self.outcomes = {one.path: one for one in sorted(found, key=lambda one: one.path)}
        where = f"kind == {DOCUMENT} and who == {facts.mark('made')}"
        self.heads = {one["document"]: json.loads(one["data"]) for one in server.rows(where, "document", "data")}
        self.placed = sorted(self._whole(), key=lambda one: one.head.id)
        self.numbers = {one.key: at for at, one in enumerate(self.placed)}
        bounds = np.cumsum([0, *(one.size for one in self.placed)], dtype=np.int32)
        self.firsts, self.ends = bounds[:-1].tolist(), bounds[1:].tolist()
        self._speakers: dict[Speaker, Speaker] = {}
        self._bodies: Recent[int, Body] = Recent(_KEPT)
        self._texts: Recent[str, str] = Recent(_KEPT)

    def _whole(self) -> Iterator[Placed]:
        """The documents of files, each with what it is called; of those with one text the first."""
        files = ((one.status.place, one.text, None) for one in self.outcomes.values() if one.text)
        for place, name in sift(files).kept:
            key = self.facts.key(self.outcomes[place.path or ""].content)
            head = self.heads.get(key)
            if head:
                yield placed(key, head, name, place.path)

    def where(self, *conditions: str) -> str:
        """All of some conditions, for rows of documents that are seen."""
        unseen = sorted(self.heads.keys() - self.numbers.keys())
        hidden = [f"document not in {json.dumps(unseen)}"] if unseen else []
        return " and ".join([*conditions, *hidden])

    def of(self, numbers: Iterable[int]) -> str:
        """The condition that a row is of some documents."""
        return f"document in {json.dumps([self.placed[number].key for number in numbers])}"

    def rows_of(self, keys: Iterable[str]) -> Rows:
        """The rows of sentences by their keys, in order, without those of documents that are not seen."""
        both = ((self.numbers.get(key[:_KEY]), key) for key in keys)
        rows = [self.firsts[number] + int(key[_KEY + 1 :]) for number, key in both if number is not None]
        return np.sort(np.array(rows, np.int32))

    def numbers_of(self, rows: Rows) -> list[int]:
        """The numbers of the documents that some rows are of, in order."""
        found: list[int] = np.unique(np.searchsorted(self.firsts, rows, side="right") - 1).tolist()
        return found

    @contextmanager
    def _sound(self) -> Iterator[None]:
        try:
            yield
        except (Broken, KeyError, ValueError, zlib.error) as error:
            raise StoreError(self.server.shown, "a document in it has gone or is damaged; open it again") from error

    def bodies(self, numbers: Iterable[int]) -> dict[int, Body]:
        """Columns and terms of some documents; those that are not there yet are fetched together."""
        found = {number: self._bodies.get(number) for number in sorted(set(numbers))}
        wanted = {
            number: [f"{self.placed[number].key}b{at}" for at in range(self.placed[number].bodies)]
            for number, body in found.items()
            if body is None
        }
        rows = self.server.get([key for keys in wanted.values() for key in keys], "data")
        with self._sound():
            for number, keys in wanted.items():
                pieces = [rows[key]["data"] for key in keys]
                body = body_of(pieces, self._speakers)
                found[number] = self._bodies.keep(number, body, 10 * sum(map(len, pieces)))
        return {number: body for number, body in found.items() if body}

    def _read(self, keys: Iterable[str]) -> dict[str, str]:
        """Pieces of texts; those that are not there yet are fetched together."""
        found = {key: self._texts.get(key) for key in keys}
        wanted = [key for key, text in found.items() if text is None]
        rows = self.server.get(wanted, "data")
        with self._sound():
            for key in wanted:
                found[key] = self._texts.keep(key, text_of(rows[key]["data"]), PIECE)
        return {key: text or "" for key, text in found.items()}

    def pieces(self, number: int, start: int, end: int) -> list[str]:
        """The keys of the pieces of a text from one offset to another."""
        return [f"{self.placed[number].key}t{at}" for at in range(start // PIECE, max(start, end - 1) // PIECE + 1)]

    def texts(self, stretches: Iterable[Stretch]) -> list[str]:
        """What stands in each of some stretches."""
        wanted = [(start % PIECE, end - start, self.pieces(number, start, end)) for number, start, end in stretches]
        read = self._read(key for _, _, keys in wanted for key in keys)
        return ["".join(read[key] for key in keys)[first : first + size] for first, size, keys in wanted]

    def foresee(self, rows: Iterable[int]) -> None:
        """Fetches together what will be read of some sentences and of those around them."""
        places = [(number := bisect_right(self.firsts, row) - 1, row - self.firsts[number]) for row in rows]
        bodies = self.bodies(number for number, _ in places)
        keys: list[str] = []
        for number, at in places:
            own = bodies[number].columns
            first, last = max(0, at - _AROUND), min(len(own.starts) - 1, at + _AROUND)
            keys += self.pieces(number, own.starts[first], own.ends[last])
        self._read(keys)

    def document(self, number: int) -> Document:
        """A whole document."""
        body = self.bodies([number])[number]
        return replace(self.placed[number].head, text=self.texts([(number, 0, body.length)])[0], marks=body.marks)

    def parts(self) -> Iterator[tuple[int, Part]]:
        """What everybody says in each document, in order, with the first row of that."""
        rows = self.server.rows(self.where(f"kind == {PART}"), "document", "key", "data")
        seen = [(self.numbers[one["document"]], one) for one in rows if one["document"] in self.numbers]
        with self._sound():
            for number, one in sorted(seen, key=lambda pair: (pair[0], _places(pair[1]["key"]))):
                yield self.firsts[number], part_of(one["data"], self._speakers)


def _places(key: str) -> list[int]:
    return list(map(int, key[_KEY + 1 :].split(".")))
