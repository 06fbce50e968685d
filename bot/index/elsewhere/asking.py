"""A collection as a store: the engine finds candidates, and their documents, fetched, give the exact scores."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from bot.documents import Document, sift
from bot.errors import StoreError
from bot.index.catalog import CatalogInMemory
from bot.index.columns import Columns
from bot.index.elsewhere.engine import DOCUMENT, FILE, OPENING, RESULTS, SENTENCE, Engine, Where, some_of
from bot.index.elsewhere.rows import COMING, GOING, KEY, Placed, body_of, dimension, key_of, mark, outcome_of, placed
from bot.index.handover import inverted
from bot.index.looking import Looked, Recent
from bot.index.maxscore import Values
from bot.index.okapi import Okapi, Within
from bot.index.outcomes import Outcome
from bot.index.people import PeopleInMemory
from bot.index.postings import NOWHERE, InMemory, Mask, Rows
from bot.index.store import Stretch
from bot.index.stored.file import Broken
from bot.speakers import Speaker
from bot.words import Lexicon

_KEPT = 1 << 26
"""Characters of the documents that are kept."""
_FOUND = 1_000
"""Terms, or several together, whose rows are kept."""
_MANY, _DOCUMENTS = RESULTS, 500
"""From so many sentences on that have some terms, so many documents are looked through together for them."""
_SLACK = 1e-3
"""By how much the engine's scores may be too low: twice what half precision takes from a number. Some indexes of Milvus
keep products in it: zilliztech/knowhere pull request 1524."""


class State(NamedTuple):
    """What a collection has: the heads of documents by key, and what came of files by path, in order."""

    heads: dict[str, str]
    files: dict[str, Outcome]

    @property
    def whole(self) -> frozenset[str]:
        """What stands for the contents of the documents that are whole."""
        return frozenset(self.heads.values()) - {COMING, GOING}

    @classmethod
    def of(cls, engine: Engine) -> "State":
        """As it is now. A whole document has its file before it, so that heads are to be looked at first."""
        heads = {one["key"]: one["data"] for one in engine.rows(Where([DOCUMENT]), "key", "data")}
        files = [outcome_of(one["data"]) for one in engine.rows(Where([FILE]), "data")]
        return cls(heads, {one.path: one for one in sorted(files, key=lambda one: one.path)})


def called(state: State) -> Iterable[tuple[str, str, str | None]]:
    """What stands for the contents of the documents that are whole, with what each is called, and its path.

    Of doubles the first.
    """
    whole = state.whole
    there = [one for one in state.files.values() if one.text and one.content in whole]
    for place, name in sift((one.status.place, one.text, None) for one in there).kept:
        yield state.files[place.path or ""].content or "", name, place.path


class Fetched(NamedTuple):
    """A document that was fetched."""

    document: Document
    columns: Columns
    terms: InMemory


class StoreElsewhere:
    """The documents that are whole when it is opened, in order of their ids. Raises StoreError.

    Documents do not change, and those that come later are not seen.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine, self.path = engine, engine.path
        if not engine.there:
            raise StoreError(self.path, "there is no such collection")
        self.state = State.of(engine)
        self.terms: Lexicon[int] = Lexicon()
        self._speakers: dict[Speaker, Speaker] = {}
        with self._sound():
            self.placed = sorted(self._whole(), key=lambda one: one.head.id)
        self._numbers = {one.key: at for at, one in enumerate(self.placed)}
        bounds = np.cumsum([0, *(one.size for one in self.placed)], dtype=np.int32).tolist()
        self.firsts, self.ends = bounds[:-1], bounds[1:]
        both = list(zip(self.firsts, self.placed, strict=True))
        self.leads = [None if one.lead is None else first + one.lead for first, one in both]
        self.dated = [first + at for first, one in both for at in one.dated]
        self._kept: Recent[int, Fetched] = Recent(_KEPT)
        self.documents: Sequence[Document] = Looked(lambda at: self.fetched([at])[at].document, len(both))
        self.columns: Sequence[Columns] = Looked(lambda at: self.fetched([at])[at].columns, len(both))
        self.index: Okapi = Searched(self)
        self.catalog = CatalogInMemory([one.head for one in self.placed])
        self.people = PeopleInMemory((first, part) for first, one in both for part in one.parts)

    def _whole(self) -> Iterator[Placed]:
        pieces: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.engine.rows(Where([OPENING]), "key", "document", "data"):
            pieces[row["document"]][row["key"]] = row["data"]
        for content, name, path in called(self.state):
            key = key_of(content)
            if own := pieces[key]:  # has not gone meanwhile
                letters = [own[f"{key}o{at}"] for at in range(len(own))]
                one, counts = placed(key, letters, name, path, self._speakers)
                for term, count in counts.items():
                    self.terms[term] = self.terms.get(term, 0) + count
                yield one

    def noted(self, name: str) -> object:
        return self.engine.noted.get(f"quotes.{name}")

    def contents(self) -> list[str]:
        return [self.state.heads[one.key] for one in self.placed]

    def outcomes(self) -> Mapping[str, Outcome]:
        return self.state.files

    def steady(self) -> AbstractContextManager[None]:
        return nullcontext()

    @contextmanager
    def _sound(self) -> Iterator[None]:
        try:
            yield
        except (Broken, KeyError, ValueError, zlib.error) as error:
            raise StoreError(self.path, "a document in it has gone or is damaged; open it again") from error

    def fetched(self, numbers: Iterable[int]) -> dict[int, Fetched]:
        """Some documents; those that are not there yet are fetched together."""
        found = {number: self._kept.get(number) for number in sorted(set(numbers))}
        wanted = [number for number, one in found.items() if one is None]
        keys = {
            number: [f"{self.placed[number].key}t{at}" for at in range(self.placed[number].pieces)] for number in wanted
        }
        rows = self.engine.get((key for some in keys.values() for key in some), "data")
        with self._sound():
            for number in wanted:
                columns, marks, text = body_of([rows[key]["data"] for key in keys[number]], self._speakers)
                document = replace(self.placed[number].head, text=text, marks=marks)
                one = Fetched(document, columns, InMemory([inverted(text, columns)]))
                found[number] = self._kept.keep(number, one, len(text))
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

    def keys(self, numbers: Iterable[int]) -> list[str]:
        """The keys of some documents."""
        return [self.placed[number].key for number in numbers]

    def rows(self, keys: Iterable[str]) -> Rows:
        """The rows of sentences by their keys, in order, without those of documents that are not seen."""
        both = ((self._numbers.get(key[:KEY]), key) for key in keys)
        rows = [self.firsts[number] + int(key[KEY + 1 :]) for number, key in both if number is not None]
        return np.sort(np.array(rows, np.int32))


class Searched(Okapi):
    """The index of a collection."""

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
        found = self._found.get(wanted)
        if found is None and (found := self._few(wanted)) is not None:
            self._found.keep(wanted, found, 1)
        return self._many(wanted, most) if found is None else found[:most]

    def _few(self, wanted: Sequence[str]) -> Rows | None:
        """All rows that have some terms; None where they are more than one request gives."""
        often = min((self._store.terms.get(term, 0) for term in wanted), default=0)
        if often > _MANY:
            return None
        keys = self._store.engine.keys(Where([SENTENCE], marks=list(map(mark, wanted)))) if often else []
        return self._store.rows(keys) if len(keys) < RESULTS else None

    def _many(self, wanted: Sequence[str], most: int | None) -> Rows:
        """The first of very many such rows: in some documents after the others."""
        store, found = self._store, NOWHERE.rows
        where = Where([SENTENCE], marks=list(map(mark, wanted)))
        for some in some_of(range(len(store.placed)), _DOCUMENTS):
            there = store.engine.rows(where._replace(documents=store.keys(some)), "key")
            found = np.append(found, store.rows(one["key"] for one in there))
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
        where, most = self._where(within), min(2 * n, RESULTS)
        while vector:
            hits = self._store.engine.search(vector, most, where)
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
        return lowest * max(1.0, self.avgdl / float(self._store.engine.noted["quotes.average"])) * (1 + _SLACK)

    def _where(self, within: Within | None) -> Where:
        documents, names = (sorted(within.documents), within.names) if within else ((), ())
        return Where([SENTENCE], self._store.keys(documents), who=list(map(mark, names)))

    def _scores(self, query: Mapping[str, float], rows: Rows) -> Values:
        scores = np.zeros(len(rows))
        for at, own, terms in self._store.inside(rows):
            norms = self._normed(terms.lengths[own])
            for term, weight in query.items():
                if weight and term in self.idf:
                    there, counts = terms.postings(term).among(own)
                    scores[at][there] += self._added(counts, norms[there], weight * self.idf[term])
        return scores
