"""A store whose sentences an engine finds: their documents, fetched, give the exact scores."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from bot.documents import Document
from bot.errors import StoreError
from bot.index.catalog import CatalogInMemory
from bot.index.columns import Columns
from bot.index.elsewhere.rows import (
    KEY,
    OPENING,
    RESULTS,
    SENTENCE,
    UNDER,
    Engine,
    State,
    called,
    dimension,
    key_of,
    mark,
    read,
    rows_of,
    some_of,
)
from bot.index.handover import Reading, inverted
from bot.index.looking import Looked, Recent
from bot.index.maxscore import Values
from bot.index.okapi import Okapi, Within
from bot.index.outcomes import Outcome
from bot.index.people import Part, PeopleInMemory
from bot.index.postings import NOWHERE, InMemory, Mask, Rows
from bot.index.store import Checked, Stretch
from bot.index.stored.file import Broken, read_back
from bot.index.stored.packing import unpacked
from bot.index.versions import Outdated, is_current
from bot.speakers import Speaker
from bot.words import Lexicon

_KEPT, _FOUND = 1 << 26, 1_000
"""Characters of the documents that are kept; terms, or several together, whose rows are."""
_MANY, _DOCUMENTS = RESULTS, 500
"""From so many sentences on that have some terms, so many documents are looked through together for them."""
_DRIFT = 0.05
"""By how much sentences may be longer or shorter than they are weighed by before that is told."""
_SLACK = 1e-3
"""By how much the engine's scores may be too low: twice what half precision takes from a number. Some indexes of Milvus
keep products in it: zilliztech/knowhere pull request 1524."""


class _Placed(NamedTuple):
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
    dated: Sequence[int]
    parts: Sequence[Part]


class _Fetched(NamedTuple):
    document: Document
    columns: Columns
    terms: InMemory


class StoreElsewhere:
    """The documents that are whole when it is opened, in order of their ids. Raises StoreError.

    Documents do not change, and those that come later are not seen.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine, self.path, self.state = engine, engine.path, State.of(engine)
        self.terms: Lexicon[int] = Lexicon()
        self._speakers: dict[Speaker, Speaker] = {}
        """One object for each."""
        with self._sound():
            self.placed = sorted(self._whole(), key=lambda one: one.head.id)
        self._numbers = {one.key: at for at, one in enumerate(self.placed)}
        bounds = np.cumsum([0, *(one.size for one in self.placed)], dtype=np.int32).tolist()
        self.firsts, self.ends = bounds[:-1], bounds[1:]
        both = list(zip(self.firsts, self.placed, strict=True))
        self.leads = [None if one.lead is None else first + one.lead for first, one in both]
        self.dated = [first + at for first, one in both for at in one.dated]
        self._kept: Recent[int, _Fetched] = Recent(_KEPT)
        self.documents: Sequence[Document] = Looked(lambda at: self.fetched([at])[at].document, len(both))
        self.columns: Sequence[Columns] = Looked(lambda at: self.fetched([at])[at].columns, len(both))
        self.index: Okapi = _Searched(self)
        self.catalog = CatalogInMemory([one.head for one in self.placed])
        self.people = PeopleInMemory((first, part) for first, one in both for part in one.parts)

    @contextmanager
    def _sound(self) -> Iterator[None]:
        try:
            yield
        except (Broken, KeyError, ValueError, zlib.error) as error:
            raise StoreError(self.path, "a document in it has gone or is damaged; open it again") from error

    def _pieces(self, **where: Sequence[Any]) -> Mapping[str, dict[str, str]]:
        """The pieces of documents, by their keys."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self.engine.rows("key", "document", "data", **where):
            found[one["document"]][one["key"]] = one["data"]
        return found

    def _whole(self) -> Iterator[_Placed]:
        pieces = self._pieces(kind=[OPENING])
        for content, name, path in called(self.state):
            if (key := key_of(content)) in pieces:  # has not gone meanwhile
                title, date, own_lines, *numbers, people, terms = json.loads(read(pieces[key], f"{key}o"))
                for term, count in terms.items():
                    self.terms[term] = self.terms.get(term, 0) + count
                spoken = [Part(self._speaker(*who), np.array(rows, np.int32), frozenset(m)) for who, rows, m in people]
                head = Document(name, title, path, "", date, own_lines=own_lines)
                yield _Placed._make([key, head, *numbers, spoken])

    def _speaker(self, name: str, title: str | None, aliases: Sequence[str]) -> Speaker:
        one = Speaker(name, title, tuple(aliases))
        return self._speakers.setdefault(one, one)

    def fetched(self, numbers: Iterable[int]) -> dict[int, _Fetched]:
        """Some documents; those that are not there yet are fetched together."""
        found = {number: self._kept.get(number) for number in sorted(set(numbers))}
        wanted = {self.placed[number].key: number for number, one in found.items() if one is None}
        keys = [f"{key}t{at}" for key, number in wanted.items() for at in range(self.placed[number].pieces)]
        pieces = self._pieces(key=keys) if keys else {}
        with self._sound():
            for key, number in wanted.items():
                data = read(pieces[key], f"{key}t")
                end = 4 + int.from_bytes(data[:4], "big")
                columns, marks, _ = unpacked(memoryview(data)[4:end], self._speakers)
                document = replace(self.placed[number].head, text=read_back(data[end:]), marks=marks)
                one = _Fetched(document, columns, InMemory([inverted(document.text, columns)]))
                found[number] = self._kept.keep(number, one, len(document.text))
        return {number: one for number, one in found.items() if one}

    def texts(self, stretches: Iterable[Stretch]) -> list[str]:
        wanted = list(stretches)
        there = self.fetched(number for number, _, _ in wanted)
        return [there[number].document.text[start:end] for number, start, end in wanted]

    def inside(self, rows: Rows) -> Iterator[tuple[slice, Rows, InMemory]]:
        """Some rows, in order, document by document: where they stand, what they are in it, and its terms."""
        numbers = np.searchsorted(self.firsts, rows, side="right") - 1
        for number, one in self.fetched(numbers.tolist()).items():
            first, end = numbers.searchsorted([number, number + 1]).tolist()
            yield slice(first, end), rows[first:end] - np.int32(self.firsts[number]), one.terms

    def rows(self, keys: Iterable[str]) -> Rows:
        """The rows of sentences by their keys, in order, without those of documents that are not seen."""
        both = ((self._numbers.get(key[:KEY]), key) for key in keys)
        rows = [self.firsts[number] + int(key[KEY + 1 :]) for number, key in both if number is not None]
        return np.sort(np.array(rows, np.int32))

    def noted(self, name: str) -> object:
        return self.engine.noted.get(name)

    def contents(self) -> list[str]:
        return [self.state.heads[one.key] for one in self.placed]

    def outcomes(self) -> Mapping[str, Outcome]:
        return self.state.files

    def steady(self) -> AbstractContextManager[None]:
        return nullcontext()


class _Searched(Okapi):
    """The index of a store elsewhere."""

    def __init__(self, store: StoreElsewhere) -> None:
        self._store = store
        self._found: Recent[tuple[str, ...], Rows] = Recent(_FOUND)
        super().__init__(())

    def _initialize(self, corpus: object) -> Lexicon[int]:  # noqa: ARG002 - it is in the store
        placed = self._store.placed
        self.corpus_size, total = sum(one.size for one in placed), sum(one.total for one in placed)
        self.avgdl = total / self.corpus_size if total else 1.0
        return self._store.terms

    def rows_of(self, *wanted: str, most: int | None = None) -> Rows:
        often = min((self._store.terms.get(term, 0) for term in wanted), default=0)
        if often > _MANY:
            return self._having_all(wanted, some_of((one.key for one in self._store.placed), _DOCUMENTS), most)
        found = self._found.get(wanted)
        if found is None:
            found = self._found.keep(wanted, self._having_all(wanted, [[]] if often else [], None), 1)
        return found[:most]

    def _having_all(self, wanted: Iterable[str], documents: Iterable[Sequence[str]], most: int | None) -> Rows:
        """The first rows that have some terms: in some documents, by their keys, after the others."""
        found, marks = NOWHERE.rows, list(map(mark, wanted))
        for some in documents:
            there = self._store.engine.rows("key", kind=[SENTENCE], document=some, marks=marks)
            found = np.append(found, self._store.rows(one["key"] for one in there))
            if most is not None and len(found) >= most:
                break
        return found[:most]

    def having(self, term: str, rows: Rows) -> Rows:
        inside = self._store.inside(rows)
        return np.concatenate([rows[:0], *(rows[at][terms.postings(term).among(own)[0]] for at, own, terms in inside)])

    def occurs(self, term: str, firsts: Rows, ends: Rows) -> Mask:
        every = [np.arange(*both, dtype=np.int32) for both in zip(firsts.tolist(), ends.tolist(), strict=True)]
        found = self.having(term, np.concatenate([firsts[:0], *every]))
        occurs: Mask = found.searchsorted(firsts) < found.searchsorted(ends)
        return occurs

    def best(self, query: Mapping[str, float], n: int, within: Within | None = None) -> list[int]:
        """The same; the engine is asked for more until none that it did not tell of can be among them.

        Of very many with one score, those that it tells of first.
        """
        vector: dict[int, float] = defaultdict(float)
        for term, weight in query.items():
            if weight > 0 and term in self.idf:
                vector[dimension(term)] += weight * self.idf[term]
        documents = [self._store.placed[number].key for number in sorted(within.documents)] if within else []
        who, most = list(map(mark, within.names)) if within else [], min(2 * n, RESULTS)
        while vector:
            hits = self._store.engine.search(vector, most, kind=[SENTENCE], document=documents, who=who)
            rows = self._store.rows(key for key, _ in hits)
            scores = self._scores(query, rows)
            order = np.lexsort((rows, -scores))[:n]
            told_of_all = len(hits) < most or most == RESULTS
            if told_of_all or (len(order) == n and scores[order[-1]] > self._bound(hits[-1][1])):
                best: list[int] = rows[order][scores[order] > 0].tolist()
                return best
            most = min(4 * most, RESULTS)
        return []

    def _bound(self, lowest: float) -> float:
        """What a sentence can score exactly that the engine scores so: it weighs by another average length."""
        return lowest * max(1.0, self.avgdl / float(self._store.engine.noted["average"])) * (1 + _SLACK)

    def _scores(self, query: Mapping[str, float], rows: Rows) -> Values:
        scores = np.zeros(len(rows))
        for at, own, terms in self._store.inside(rows):
            norms = self._normed(terms.lengths[own])
            for term, weight in query.items():
                if weight and term in self.idf:
                    there, counts = terms.postings(term).among(own)
                    scores[at][there] += self._added(counts, norms[there], weight * self.idf[term])
        return scores


def looked_through(store: StoreElsewhere) -> Checked:
    """Looks at everything in a store. Raises StoreError where something of a document is missing or another."""
    if not is_current(store.noted("made")):
        raise Outdated(store.path)
    average = float(store.engine.noted["average"])
    if len(store.placed) < len(list(called(store.state))):
        raise StoreError(store.path, "documents in it are damaged; --rebuild makes it anew", damaged=True)
    for at, one in enumerate(store.placed):
        document, columns, inverted = store.fetched([at])[at]
        made = rows_of(one.key, Reading(document, columns, inverted.whole()), average)
        there = store.engine.rows("key", "who", "marks", kind=UNDER, document=[one.key])
        wanted, found = ({row["key"]: (row["who"], list(row["marks"])) for row in rows} for rows in (made, there))
        if wanted != found:
            raise StoreError(store.path, f"{document.id} in it is damaged; --rebuild makes it anew", damaged=True)
    return Checked(len(store.placed), store.index.corpus_size, len(store.terms), tuple(_notes(store, average)))


def _notes(store: StoreElsewhere, weighed: float) -> Iterator[str]:
    length, folded = store.index.avgdl, set(map(dimension, store.terms))
    if abs(length / weighed - 1) > _DRIFT:
        yield f"sentences have {length:.1f} terms, and are weighed as if they had {weighed:.1f}: --rebuild weighs anew"
    if len(folded) < len(store.terms):
        yield f"{len(store.terms) - len(folded):,} terms share a dimension with another: they are looked at in vain"
    if parts := list(store.state.heads.values()).count(""):
        yield f"{parts:,} documents are not whole: they are being put in, or that was interrupted"
