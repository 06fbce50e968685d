"""What an engine elsewhere keeps of documents and files: rows, made of them and read again.

A document has a head, with which it is whole and is seen; what is needed of it to open the store, and all of it, in
pieces; and its sentences, each with a vector to be found by.
"""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import islice
from typing import Any, NamedTuple, Protocol

import numpy as np

from bot.documents import Place, Status, digest, sift
from bot.index.handover import Reading
from bot.index.okapi import K1, B
from bot.index.outcomes import Outcome
from bot.index.people import parts
from bot.index.stored.file import spelt
from bot.index.stored.packing import packed

FILE, DOCUMENT, OPENING, WHOLE, SENTENCE = range(5)
"""Kinds of rows."""
UNDER = (OPENING, WHOLE, SENTENCE)
"""Those of a document under its head."""
STRING, MARKS, RESULTS = 65_535, 4_096, 16_384
"""Bytes of a string and numbers of an array in a row, and results of a search: what the strictest engine allows."""
KEY = 32
"""Letters of the key of a document, with which the keys of its rows begin."""
Row = dict[str, Any]
"""Its kind, key, document (a key), who speaks and the marks of its terms (numbers), its vector and data (a string)."""


class Engine(Protocol):
    """What is asked of one. Raises StoreError."""

    path: str
    """What the store is called, without what is nobody's business."""

    @property
    def noted(self) -> Mapping[str, str]:
        """By what the store was "made", and the "average" length of sentences that it is weighed by."""

    def rows(self, *fields: str, **where: Sequence[Any]) -> Iterable[Row]:
        """All rows with one of some values in each field that is named, and all of some marks; of nothing, any."""

    def search(self, vector: Mapping[int, float], most: int, **where: Sequence[Any]) -> list[tuple[str, float]]:
        """The keys of the rows of the highest inner products, highest first, with these."""


def row(kind: int, key: str, document: str = "", **more: Any) -> Row:
    """A row; every one has a vector, and no question looks in dimension 0."""
    nothing = {"who": 0, "marks": [], "vector": {0: 1.0}, "data": ""}
    return {"kind": kind, "key": key, "document": document, **nothing, **more}


def key_of(name: str) -> str:
    """The key of a document, by what stands for its content, or of a file, by its path."""
    return digest(spelt(name))


def mark(word: str) -> int:
    """What stands for a term or a name: a number of 63 bits."""
    return int(key_of(word)[:16], 16) >> 1


def dimension(term: str) -> int:
    """A term's mark folded into what a sparse vector may have: 32 bits, but not all ones; 0 is for no term."""
    return mark(term) % ((1 << 32) - 2) + 1


def rows_of(key: str, reading: Reading, average: float) -> Iterator[Row]:
    """The rows of a document, whose sentences are weighed as if they had so many terms on average; not its head."""
    document, columns, segment = reading
    body = packed(columns, document.marks, len(document.text))
    whole = _written(len(body).to_bytes(4, "big") + body + spelt(document.text))
    people = [(astuple(one.speaker), one.rows.tolist(), sorted(one.mentions)) for one in parts(columns)]
    numbers = len(whole), len(columns.starts), int(segment.lengths.sum()), columns.lead, columns.dated
    terms = dict(zip(segment.terms, segment.frequencies.tolist(), strict=True))
    opening = json.dumps([document.title, document.date, document.own_lines, *numbers, people, terms]).encode()
    yield from (row(WHOLE, f"{key}t{at}", key, data=piece) for at, piece in enumerate(whole))
    yield from (row(OPENING, f"{key}o{at}", key, data=piece) for at, piece in enumerate(_written(opening)))
    marks, dimensions = (np.array(list(map(to, segment.terms)), np.int64) for to in (mark, dimension))
    order = np.argsort(segment.rows, kind="stable")
    of, counts = np.repeat(np.arange(len(marks)), segment.frequencies)[order], segment.counts[order].astype(np.float64)
    bounds = segment.rows[order].searchsorted(np.arange(len(segment.lengths) + 1)).tolist()
    for at, length in enumerate(segment.lengths.tolist()):
        here = slice(bounds[at], bounds[at + 1])
        values = (
            counts[here] * (K1 + 1) / (counts[here] + K1 * (1 - B + B * length / average))
        )  # rank-bm25's, idf apart
        vector = dict(zip(dimensions[of[here]].tolist(), values.tolist(), strict=True)) or {0: 1.0}
        who = mark(speaker.name) if (speaker := columns.speaker(at)) else 0
        yield row(SENTENCE, f"{key}s{at}", key, who=who, marks=marks[of[here]].tolist()[:MARKS], vector=vector)


def _written(data: bytes) -> list[str]:
    """Bytes as letters, in pieces."""
    letters = b85encode(zlib.compress(data)).decode()
    return [letters[at : at + STRING] for at in range(0, len(letters), STRING)]


def read(pieces: Mapping[str, str], beginning: str) -> bytes:
    """The bytes again, from pieces by key."""
    return zlib.decompress(b85decode("".join(pieces[f"{beginning}{at}"] for at in range(len(pieces)))))


def some_of(values: Iterable[Any], most: int) -> Iterator[list[Any]]:
    """Some values after the others, at most so many at once."""
    rest = iter(values)
    while some := list(islice(rest, most)):
        yield some


class State(NamedTuple):
    """What a store has: what stands for the contents of documents, by key, and what came of files, by path in order."""

    heads: Mapping[str, str]
    """Without a content: it is being put in, or that was interrupted."""
    files: Mapping[str, Outcome]

    @classmethod
    def of(cls, engine: Engine) -> "State":
        """As it is now. A whole document has its file before it, so that heads are looked at first."""
        heads = {one["key"]: one["data"] for one in engine.rows("key", "data", kind=[DOCUMENT])}
        told = (json.loads(one["data"]) for one in engine.rows("data", kind=[FILE]))
        files = [Outcome(Status(Place(*place), size, changed), *rest) for (place, size, changed), *rest in told]
        return cls(heads, {one.path: one for one in sorted(files, key=lambda one: one.path)})

    @property
    def whole(self) -> frozenset[str]:
        """What stands for the contents of the documents that are whole, and that files stand for."""
        return frozenset(self.heads.values()) & {one.content or "" for one in self.files.values() if one.content}


def called(state: State) -> Iterable[tuple[str, str, str | None]]:
    """The contents of whole documents, with what each is called, and its path; of doubles the first."""
    whole = state.whole
    there = [one for one in state.files.values() if one.text and one.content in whole]
    for place, name in sift((one.status.place, one.text, None) for one in there).kept:
        yield state.files[place.path or ""].content or "", name, place.path
