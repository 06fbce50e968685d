"""Documents as rows of a collection, and back."""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from bot.documents import Marks, Place, Status, digest
from bot.index.columns import Columns
from bot.index.handover import Reading
from bot.index.milvus.server import (
    BODY,
    DOCUMENT,
    FILE,
    MARKS,
    PART,
    SENTENCE,
    STRING,
    TEXT,
    WORD,
    Facts,
    Row,
    dimension,
    row,
    some_of,
)
from bot.index.okapi import K1, B
from bot.index.people import Part, parts
from bot.index.postings import InMemory, Segment
from bot.index.stored.file import read_back, spelt
from bot.index.stored.outcomes import Outcome
from bot.index.stored.packing import packed, unpacked
from bot.speakers import Speaker

PIECE = 12_000
"""Characters of a text, or numbers, that surely fit into a string: four bytes each, and five for four in base 85."""


class Body(NamedTuple):
    """What a question needs of a document beside its text."""

    columns: Columns
    marks: Marks
    length: int
    """Characters of its text."""
    segment: Segment
    terms: InMemory


def written(data: bytes) -> str:
    """Bytes as letters."""
    return b85encode(zlib.compress(data)).decode()


def read(letters: str) -> bytes:
    """The bytes again. Raises ValueError and zlib.error."""
    return zlib.decompress(b85decode(letters))


def rows_of(key: str, content: str, reading: Reading, facts: Facts) -> Iterator[Row]:
    """All rows of a document; the last one is its head, with which it is whole."""
    document, columns, segment = reading
    body = written(_packed(reading))
    bodies = [body[at : at + STRING] for at in range(0, len(body), STRING)]
    for at, piece in enumerate(bodies):
        yield row(BODY, f"{key}b{at}", key, data=piece)
    for at in range(0, len(document.text), PIECE):
        yield row(TEXT, f"{key}t{at // PIECE}", key, data=written(spelt(document.text[at : at + PIECE])))
    for at, part in enumerate(parts(columns)):
        for more, rows in enumerate(some_of(part.rows.tolist(), PIECE)):
            yield row(PART, f"{key}p{at}.{more}", key, data=_told(part, rows), who=facts.mark("who", part.speaker.name))
    yield from _sentences(key, columns, segment, facts)
    head = {
        "content": content, "title": document.title, "date": document.date, "own_lines": document.own_lines,
        "size": len(columns.starts), "total": int(segment.lengths.sum()), "lead": columns.lead, "dated": columns.dated,
        "bodies": len(bodies),
    }  # fmt: skip
    yield head_of(key, facts, head)


def head_of(key: str, facts: Facts, head: Mapping[str, Any]) -> Row:
    """The head of a document; an empty one says that it is not whole."""
    return row(DOCUMENT, f"{key}d", key, data=json.dumps(head), who=facts.mark("made"))


def _sentences(key: str, columns: Columns, segment: Segment, facts: Facts) -> Iterator[Row]:
    """A row for each sentence, with a vector of what each term counts in it: rank-bm25's, idf apart."""
    marks = np.array([facts.mark("term", term) for term in segment.terms], np.int64)
    order = np.argsort(segment.rows, kind="stable")
    of = np.repeat(np.arange(len(marks)), segment.frequencies)[order]
    counts = segment.counts[order].astype(np.float64)
    bounds = segment.rows[order].searchsorted(np.arange(len(segment.lengths) + 1)).tolist()
    for at, length in enumerate(segment.lengths.tolist()):
        here = slice(bounds[at], bounds[at + 1])
        own = marks[of[here]].tolist()
        values = counts[here] * (K1 + 1) / (counts[here] + K1 * (1 - B + B * length / facts.average))
        vector = dict(zip(map(dimension, own), values.tolist(), strict=True)) or {0: 1.0}
        speaker = columns.speaker(at)
        who = facts.mark("who", speaker.name) if speaker else 0
        yield row(SENTENCE, f"{key}s{at}", key, who=who, marks=own[:MARKS], vector=vector)


def word_of(term: str, facts: Facts) -> Row:
    """The row of a term."""
    return row(WORD, f"w{facts.mark('term', term)}", word=term, who=facts.mark("made"))


def file_of(outcome: Outcome) -> Row:
    """The row of what came of a file."""
    (place, size, changed), *rest = outcome
    return row(FILE, file_key(outcome.path), data=json.dumps([*place, size, changed, *rest]))


def file_key(path: str) -> str:
    """The key of the row of a file."""
    return f"f{digest(spelt(path))}"


def outcome_of(data: str) -> Outcome:
    """What came of a file again."""
    path, shown, named, size, changed, *rest = json.loads(data)
    return Outcome(Status(Place(path, shown, named), size, changed), *rest)


def _told(part: Part, rows: list[int]) -> str:
    one = part.speaker
    return json.dumps(
        [one.name, one.title, one.aliases, sorted(part.mentions), written(np.array(rows, "<i4").tobytes())]
    )


def part_of(data: str, known: dict[Speaker, Speaker]) -> Part:
    """What somebody says in a document again; of equal speakers those that are known are taken."""
    name, title, aliases, mentions, rows = json.loads(data)
    one = Speaker(name, title, tuple(aliases))
    return Part(known.setdefault(one, one), np.frombuffer(read(rows), "<i4").astype(np.int32), frozenset(mentions))


def _packed(reading: Reading) -> bytes:
    document, columns, segment = reading
    numbers = [segment.frequencies, segment.rows, segment.counts, segment.lengths]
    pieces = [
        packed(columns, document.marks, len(document.text)),
        json.dumps(list(segment.terms)).encode(),
        *(each.astype("<i4").tobytes() for each in numbers),
    ]
    return b"".join(part for piece in pieces for part in (len(piece).to_bytes(4, "big"), piece))


def body_of(pieces: Sequence[str], known: dict[Speaker, Speaker]) -> Body:
    """Columns and terms again. Raises ValueError and zlib.error."""
    data, found = memoryview(read("".join(pieces))), list[memoryview]()
    while data:
        end = 4 + int.from_bytes(data[:4], "big")
        found.append(data[4:end])
        data = data[end:]
    frequencies, rows, counts, lengths = (np.frombuffer(piece, "<i4").astype(np.int32) for piece in found[2:])
    segment = Segment(json.loads(bytes(found[1])), frequencies, rows, counts, lengths)
    return Body(*unpacked(found[0], known), segment, InMemory([segment]))


def text_of(letters: str) -> str:
    """A piece of a text again. Raises ValueError and zlib.error."""
    return read_back(read(letters))
