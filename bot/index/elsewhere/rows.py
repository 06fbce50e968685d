"""Documents as rows of a collection, and back."""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple

import numpy as np

from bot.documents import Document, Marks, Place, Status, digest
from bot.index.columns import Columns
from bot.index.elsewhere.engine import DOCUMENT, FILE, MARKS, OPENING, SENTENCE, STRING, WHOLE, Row
from bot.index.handover import Reading
from bot.index.okapi import K1, B
from bot.index.outcomes import Outcome
from bot.index.people import Part, parts
from bot.index.postings import Segment
from bot.index.stored.file import read_back, spelt
from bot.index.stored.packing import packed, unpacked
from bot.speakers import Speaker

COMING, GOING = "", "-"
"""In the head of a document that is put in or taken out: what stands for the content of none."""
KEY = 32
"""Letters of the key of a document, with which the keys of its rows begin."""


class Placed(NamedTuple):
    """A document, and what is needed of it before a question is asked."""

    key: str
    head: Document
    """Without text and marks."""
    pieces: int
    """Rows with all of it."""
    size: int
    """Sentences."""
    total: int
    """Terms."""
    lead: int | None
    dated: tuple[int, ...]
    parts: Sequence[Part]


def row(kind: int, key: str, document: str = "", **more: Any) -> Row:
    """A row; every one has a vector, and no question looks in dimension 0."""
    nothing = {"who": 0, "marks": [], "vector": {0: 1.0}, "data": ""}
    return {"kind": kind, "key": key, "document": document, **nothing, **more}


def key_of(content: str) -> str:
    """The key of a document, by what stands for its content."""
    return digest(spelt(content))


def mark(word: str) -> int:
    """What stands for a term or a name: a number of 63 bits."""
    return int(digest(spelt(word))[:16], 16) >> 1


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
    yield from _sentences(key, columns, segment, average)


def head_of(key: str, content: str) -> Row:
    """The head of a document: what stands for its content, or that it is not whole."""
    return row(DOCUMENT, key, key, data=content)


def file_of(outcome: Outcome) -> Row:
    """The row of what came of a file."""
    return row(FILE, file_key(outcome.path), data=json.dumps(outcome))


def file_key(path: str) -> str:
    """The key of the row of a file."""
    return f"f{digest(spelt(path))}"


def _sentences(key: str, columns: Columns, segment: Segment, average: float) -> Iterator[Row]:
    """A row for each sentence, with a vector of what each term counts in it: rank-bm25's, idf apart."""
    marks, dimensions = (np.array(list(map(to, segment.terms)), np.int64) for to in (mark, dimension))
    order = np.argsort(segment.rows, kind="stable")
    of = np.repeat(np.arange(len(marks)), segment.frequencies)[order]
    counts = segment.counts[order].astype(np.float64)
    bounds = segment.rows[order].searchsorted(np.arange(len(segment.lengths) + 1)).tolist()
    for at, length in enumerate(segment.lengths.tolist()):
        here = slice(bounds[at], bounds[at + 1])
        values = counts[here] * (K1 + 1) / (counts[here] + K1 * (1 - B + B * length / average))
        vector = dict(zip(dimensions[of[here]].tolist(), values.tolist(), strict=True)) or {0: 1.0}
        speaker = columns.speaker(at)
        who = mark(speaker.name) if speaker else 0
        yield row(SENTENCE, f"{key}s{at}", key, who=who, marks=marks[of[here]].tolist()[:MARKS], vector=vector)


def _written(data: bytes) -> list[str]:
    """Bytes as letters, in pieces."""
    letters = b85encode(zlib.compress(data)).decode()
    return [letters[at : at + STRING] for at in range(0, len(letters), STRING)]


def _read(pieces: Sequence[str]) -> bytes:
    return zlib.decompress(b85decode("".join(pieces)))


def outcome_of(data: str) -> Outcome:
    """What came of a file again."""
    (place, size, changed), *rest = json.loads(data)
    return Outcome(Status(Place(*place), size, changed), *rest)


def placed(
    key: str, pieces: Sequence[str], name: str, path: str | None, known: dict[Speaker, Speaker]
) -> tuple[Placed, dict[str, int]]:
    """A document with what it is called, and how many of its sentences have each term, before it is asked.

    Of equal speakers those that are known are taken. Raises ValueError and zlib.error.
    """
    title, date, own_lines, count, size, total, lead, dated, people, terms = json.loads(_read(pieces))
    found = []
    for (who, other, aliases), rows, mentions in people:
        one = Speaker(who, other, tuple(aliases))
        found.append(Part(known.setdefault(one, one), np.array(rows, np.int32), frozenset(mentions)))
    head = Document(name, title, path, "", date, own_lines=own_lines)
    return Placed(key, head, count, size, total, lead, tuple(dated), found), terms


def body_of(pieces: Sequence[str], known: dict[Speaker, Speaker]) -> tuple[Columns, Marks, str]:
    """All of a document again. Raises Broken, ValueError and zlib.error."""
    data = _read(pieces)
    end = 4 + int.from_bytes(data[:4], "big")
    columns, marks, _ = unpacked(memoryview(data)[4:end], known)
    return columns, marks, read_back(data[end:])
