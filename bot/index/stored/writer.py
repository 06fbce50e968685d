"""Changing a store: documents come and go, each change in one transaction."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from bot.index.catalog import profile
from bot.index.handover import Reading
from bot.index.outcomes import Outcome
from bot.index.people import calls, parts
from bot.index.postings import InMemory, Segment
from bot.index.store import LARGEST, Entry
from bot.index.stored.file import (
    KEY,
    NOTED,
    OPENING,
    PIECE,
    Broken,
    created,
    fetched,
    heard,
    only,
    read_back,
    seal,
    spelt,
)
from bot.index.stored.packing import (
    noted,
    opened,
    pack_lengths,
    pack_postings,
    pack_rows,
    packed,
    sealed,
    unpack_lengths,
    unpack_postings,
)
from bot.index.stored.people import told_of
from bot.index.stored.places import outcomes, put_outcomes
from bot.index.versions import glimpsed, looked_at


class Writer:
    """A store that is being changed; made where it is not there. Raises StoreError."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection = created(path)
        self._terms: dict[bytes, int] = {}

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All that is done inside, or nothing of it."""
        with heard(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                before = self._connection.total_changes
                yield
                if self._connection.total_changes > before:
                    self.note("change", 1 + int(self.noted("change") or 0))
                self._connection.execute("COMMIT")
            except BaseException:
                self._terms.clear()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with heard(self.path):
            return fetched(self._connection.execute(query, values))

    def one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The only row of a query."""
        return only(self.path, self.rows(query, values))

    def run(self, query: str, values: Iterable[Sequence[Any]]) -> None:
        """Does the same with each of some values."""
        with heard(self.path):
            self._connection.executemany(query, values)

    def noted(self, name: str) -> Any:
        """What was noted last under a name; None where nothing was."""
        with heard(self.path):
            return noted(name, self.rows(NOTED, (name,)))

    def note(self, name: str, value: object) -> None:
        if self.noted(name) != value:
            self.run("REPLACE INTO meta VALUES (?, ?, ?)", [(name, value, seal(name, value))])

    def contents(self) -> set[str]:
        """What stands for each document that is there."""
        return {content for (content,) in self.rows("SELECT content FROM document")}

    def outcomes(self) -> dict[str, Outcome]:
        """What came of files before, by path."""
        return outcomes(self)

    def settle(
        self, entries: Iterable[Entry], fresh: Mapping[str, Reading], state: Mapping[str, Outcome], **notes: object
    ) -> None:
        """The store has these documents, the `fresh` ones among them if they are new, and that came of files."""
        wanted, there = list(entries), self.contents()
        if not there <= {one.content for one in self.outcomes().values()}:
            raise Broken  # what no file stands for would be taken out
        contents = {one.content for one in wanted}
        self.remove(there - contents)
        self.add([(content, reading) for content, reading in fresh.items() if content in contents - there])
        self.arrange(wanted)
        put_outcomes(self, state)
        for name, value in notes.items():
            self.note(name, value)
        if not self.noted("made"):
            self.note("made", json.dumps(looked_at(glimpsed())))

    def add(self, readings: Sequence[tuple[str, Reading]]) -> None:
        """Puts in documents, each with what stands for its content, in segments that are not small beside others."""
        batch: list[tuple[str, Reading]] = []
        size = 0
        for content, reading in readings:
            rows = len(reading.columns.starts)
            if batch and size + rows > LARGEST:
                self._add(batch)
                batch, size = [], 0
            batch.append((content, reading))
            size += rows
        if batch:
            self._add(batch)

    def _add(self, batch: Sequence[tuple[str, Reading]]) -> None:
        (number,) = self.one("SELECT ifnull(max(number), 0) + 1 AS number FROM document")
        numbered = list(enumerate(batch, number))
        for number, (content, reading) in numbered:
            self._put_document(number, content, reading)
        sizes = [(number, len(reading.columns.starts)) for number, (_, reading) in numbered]
        self._put_segment([reading.segment for _, reading in batch], sizes)

    def _put_document(self, number: int, content: str, reading: Reading) -> None:
        document, columns, _ = reading
        body = packed(columns, document.marks, len(document.text))
        self.run("INSERT INTO body VALUES (?, ?)", [(number, sealed(body, content))])
        texts = (document.text[start : start + PIECE] for start in range(0, len(document.text), PIECE))
        self.run(
            "INSERT INTO text VALUES (?, ?)",
            [(number * KEY + at, sealed(spelt(piece), content, at)) for at, piece in enumerate(texts)],
        )
        self.run(
            "INSERT INTO document (number, content, title, date, own_lines, size, lead, dated)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(
                number, content, spelt(document.title), document.date, document.own_lines, len(columns.starts),
                columns.lead, json.dumps(columns.dated),
            )],
        )  # fmt: skip
        size = len(columns.starts)
        for at, part in enumerate(parts(columns)):
            name, told = part.speaker.name, told_of(part.speaker)
            rows = sealed(pack_rows(part.rows, size), name, size)
            self.run(
                "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(number * KEY + at, *told, len(part.rows), int(part.rows[0]), rows, seal(*told))],
            )
            self.run(
                "INSERT OR IGNORE INTO call VALUES (?, ?, ?, ?)",
                [(how.value, spelt(word), spelt(name), number) for how, word in calls(part)],
            )

    def _put_segment(self, pieces: list[Segment], documents: list[tuple[int, int]]) -> None:
        """Puts in the terms of documents (their numbers and sizes, in order), with those of segments as small."""
        rows = sum(size for _, size in documents)
        sizes = self.rows(
            "SELECT segment, sum(size) AS size FROM document WHERE segment NOT NULL GROUP BY 1 ORDER BY 2, 1"
        )
        for segment, size in sizes:
            if size > rows or size + rows > LARGEST:
                break
            inside = self.rows("SELECT number, size FROM document WHERE segment = ? ORDER BY first", (segment,))
            pieces, documents = [self._taken(segment), *pieces], [*inside, *documents]
            rows += size
        (number,) = self.one("SELECT ifnull(max(number), 0) + 1 AS number FROM segment")
        whole = InMemory(pieces).whole()
        first = 0
        for document, size in documents:
            self.run("UPDATE document SET segment = ?, first = ? WHERE number = ?", [(number, first, document)])
            first += size
        self.run("INSERT INTO segment VALUES (?, ?)", [(number, sealed(pack_lengths(whole.lengths), number))])
        self._put_postings(number, whole)

    def _put_postings(self, segment: int, whole: Segment) -> None:
        known = self._known_terms()
        both = [(spelt(term), count) for term, count in zip(whole.terms, whole.frequencies.tolist(), strict=True)]
        self.run(
            "INSERT INTO term VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET frequency = frequency + excluded.frequency",
            [(term, known.setdefault(term, len(known) + 1), count) for term, count in both],
        )
        found = [
            (key := segment * KEY + known[term], one.most, one.least, sealed(one.data, key, one.most, one.least, term))
            for (term, _), one in zip(both, pack_postings(whole), strict=True)
        ]
        found.sort()
        self.run(
            "INSERT INTO posting VALUES (?, ?, ?, ?)",
            found,
        )

    def _known_terms(self) -> dict[bytes, int]:
        """Each term with its number, which stays its own for as long as the store is there."""
        if not self._terms:
            self._terms.update(self.rows("SELECT term, number FROM term"))
        return self._terms

    def _taken(self, segment: int) -> Segment:
        """Takes out the terms of a segment."""
        names = {number: term for term, number in self._known_terms().items()}
        (packed_lengths,) = self.one("SELECT lengths FROM segment WHERE number = ?", (segment,))
        lengths = unpack_lengths(opened(packed_lengths, segment)).astype(np.int32)
        span = (segment * KEY, (segment + 1) * KEY)
        terms, found = [], []
        for key, most, least, data in self.rows("SELECT * FROM posting WHERE key >= ? AND key < ?", span):
            name = names.get(key % KEY, b"")  # a checksum is over it, too
            terms.append(name)
            found.append(unpack_postings(opened(data, key, most, least, name), most, len(lengths)))
        self.run("DELETE FROM posting WHERE key >= ? AND key < ?", [span])
        self.run("DELETE FROM segment WHERE number = ?", [(segment,)])
        frequencies = [len(rows) for rows, _ in found]
        self.run("UPDATE term SET frequency = frequency - ? WHERE term = ?", zip(frequencies, terms, strict=True))
        return Segment(
            list(map(read_back, terms)),
            np.array(frequencies, np.int32),
            np.concatenate([np.zeros(0, np.int32), *(rows for rows, _ in found)]),
            np.concatenate([np.zeros(0, np.uint8), *(counts for _, counts in found)]),
            lengths,
        )

    def remove(self, contents: Iterable[str]) -> None:
        """Takes out documents, by what stands for them."""
        gone = set(contents)
        found = self.rows("SELECT segment, number, content, first, size FROM document ORDER BY segment, first")
        left: list[tuple[Segment, list[tuple[int, int]]]] = []
        for segment in sorted({segment for segment, _, content, _, _ in found if content in gone}):
            inside = [row[1:] for row in found if row[0] == segment]
            kept = np.concatenate([np.full(size, content not in gone) for _, content, _, size in inside])
            left.append((
                self._taken(segment).only(kept),
                [(number, size) for number, content, _, size in inside if content not in gone],
            ))  # fmt: skip
            self.run("UPDATE document SET segment = NULL WHERE segment = ?", [(segment,)])
            for number, content, _, _ in inside:
                if content in gone:
                    self._forget(number)
        for piece, documents in left:  # when all are taken out: to put one in takes others that are as small
            if documents:
                self._put_segment([piece], documents)

    def _forget(self, number: int) -> None:
        self.run("DELETE FROM body WHERE document = ?", [(number,)])
        self.run("DELETE FROM text WHERE key >= ? AND key < ?", [(number * KEY, (number + 1) * KEY)])
        self.run("DELETE FROM part WHERE key >= ? AND key < ?", [(number * KEY, (number + 1) * KEY)])
        self.run("DELETE FROM call WHERE document = ?", [(number,)])
        self.run("DELETE FROM called WHERE document = ?", [(number,)])
        self.run("DELETE FROM document WHERE number = ?", [(number,)])

    def arrange(self, entries: Iterable[Entry]) -> None:
        """Calls all documents what they are called, and puts them in the order of these names."""
        rows = self.rows("SELECT content, place, id, path, title, date, own_lines FROM document")
        known = {content: (place, id_, path) for content, place, id_, path, *_ in rows}
        more = {content: told for content, _, _, _, *told in rows}
        for place, (content, name, path) in enumerate(sorted(entries, key=lambda entry: entry.id)):
            if content not in known:
                raise Broken
            now, (title, *told) = (place, spelt(name), None if path is None else spelt(path)), more[content]
            if known[content] != now:
                check = seal(now[1], title, now[2], *told)
                self.run(
                    "UPDATE document SET place = ?, id = ?, path = ?, folded = ?, seal = ? WHERE content = ?",
                    [(*now, spelt(name.casefold()), check, content)],
                )
            if known[content][1] != now[1]:
                self._name(content)
        self.note("seal", seal(*self.rows(OPENING)))

    def _name(self, content: str) -> None:
        query = "SELECT number, id, title, date FROM document WHERE content = ?"
        number, name, title, date = self.one(query, (content,))
        found = profile(read_back(name), read_back(title), date)
        self.run("DELETE FROM called WHERE document = ?", [(number,)])
        self.run("INSERT INTO called VALUES (?, ?)", [(spelt(term), number) for term in sorted(found)])
