"""The best sentences of a collection, and those that have some terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial, reduce
from itertools import takewhile

import numpy as np

from bot.index.maxscore import Mask, Values
from bot.index.milvus.server import RESULTS, WORD, dimension, some_of
from bot.index.milvus.shelf import Shelf
from bot.index.okapi import Okapi, Within
from bot.index.postings import NOWHERE, InMemory, Inverted, Postings, Rows, found_in

_COUNTED, _TERMS, _TOGETHER = 100_000, 1_000, 16
"""Terms whose number of sentences is kept, terms whose sentences are, and terms that are looked for in one request."""
_DOCUMENTS = 500
"""Documents that are looked through together for sentences with terms that very many have."""
_SLACK = 1e-4
"""By how much the engine's scores, in single precision or less, may be too low."""


class Terms(Inverted):
    """The terms of a collection, counted when they are asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.lengths = np.zeros(0, np.int32)  # each is with its document
        self.total = sum(one.total for one in shelf.placed)
        self._found: dict[str, Rows | None] = {}
        self._count = lru_cache(_COUNTED)(self._counted)

    def look(self, *terms: str) -> list[Rows | None]:
        """The rows that have each of some terms, in order; None where these are more than the engine gives at once."""
        found = {term: self._found[term] for term in terms if term in self._found}
        there = self.among(set(terms) - found.keys())
        for some in some_of(sorted(there), _TOGETHER):
            vectors = [{dimension(self._shelf.facts.mark("term", term)): 1.0} for term in some]
            for term, hits in zip(some, self._shelf.server.search(vectors, RESULTS, self._shelf.where()), strict=True):
                found[term] = None if len(hits) == RESULTS else self._shelf.rows_of(key for key, _ in hits)
        if len(self._found) > _TERMS:
            self._found = {}
        self._found |= found
        return [found.get(term, self.lengths) for term in terms]  # of most misspelt words there are none

    def _counted(self, term: str) -> int:
        (rows,) = self.look(term)
        return self._shelf.server.count(self._shelf.where(self._having([term]))) if rows is None else len(rows)

    def _having(self, terms: Sequence[str]) -> str:
        """The condition that a sentence has all of some terms."""
        return f"array_contains_all(marks, {[self._shelf.facts.mark('term', term) for term in terms]})"

    def __getitem__(self, term: str) -> int:
        count = self._count(term)
        if not count:
            raise KeyError(term)
        return count

    def __contains__(self, term: object) -> bool:
        return self._count(str(term)) > 0

    def __iter__(self) -> Iterator[str]:
        return iter(self.beginning(""))

    def __len__(self) -> int:
        return len(list(self.beginning("")))

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        keys = [f"w{self._shelf.facts.mark('term', word)}" for word in set(words)]
        return {row["word"] for row in self._shelf.server.get(keys, "word").values()}

    def beginning(self, letters: str) -> Iterable[str]:
        safe = "".join(takewhile(str.isalnum, letters))  # nothing that stands for other letters there
        where = f'kind == {WORD} and who == {self._shelf.facts.mark("made")} and word like "{safe}%"'
        return sorted(row["word"] for row in self._shelf.server.rows(where, "word") if row["word"].startswith(letters))

    def rows_of(self, terms: Sequence[str], most: int | None = None) -> Rows:
        """The first rows that have all of some terms, in order."""
        each = dict(zip(terms, self.look(*terms), strict=True))
        known = [rows for rows in each.values() if rows is not None]
        rows = reduce(partial(np.intersect1d, assume_unique=True), known) if known else None
        frequent = [term for term, found in each.items() if found is None]
        if rows is not None and not frequent:
            return rows[:most]
        numbers = range(len(self._shelf.placed)) if rows is None else self._shelf.numbers_of(rows)
        found = self.lengths
        for some in some_of(numbers, _DOCUMENTS):
            where = self._shelf.where(self._having(frequent), self._shelf.of(some))
            there = self._shelf.rows_of(row["key"] for row in self._shelf.server.rows(where, "key"))
            found = np.append(found, there if rows is None else np.intersect1d(rows, there, assume_unique=True))
            if most is not None and len(found) >= most:
                break
        return found[:most]

    def postings(self, term: str) -> Postings:
        rows = self.rows_of([term])
        own = [body.terms.postings(term) for body in self._shelf.bodies(self._shelf.numbers_of(rows)).values()]
        if not own:
            return NOWHERE
        counts = np.concatenate([one.counts for one in own])
        return Postings(rows, counts, max(one.most for one in own), min(one.least for one in own))


class Searched(Okapi):
    """The index of a collection: the engine finds the best, the terms of their documents give the exact scores."""

    def __init__(self, terms: Terms, shelf: Shelf) -> None:
        self._shelf, self._terms = shelf, terms
        super().__init__(terms)

    def _initialize(self, corpus: Inverted | Iterable[Sequence[str]]) -> Inverted:
        inverted = super()._initialize(corpus)
        self.corpus_size = sum(one.size for one in self._shelf.placed)
        self.avgdl = inverted.total / self.corpus_size if inverted.total else 1.0
        return inverted

    def rows_of(self, *wanted: str, most: int | None = None) -> Rows:
        return self._terms.rows_of(wanted, most) if wanted else self._terms.lengths

    def having(self, term: str, rows: Rows) -> Rows:
        found = [rows[here][found_in(own.postings(term).rows, inside)[0]] for here, inside, own in self._inside(rows)]
        return np.concatenate([rows[:0], *found])

    def occurs(self, term: str, firsts: Rows, ends: Rows) -> Mask:
        both = zip(firsts.tolist(), ends.tolist(), strict=True)
        every = [np.arange(first, end, dtype=np.int32) for first, end in both]
        found = self.having(term, np.concatenate([firsts[:0], *every]))
        occurs: Mask = found.searchsorted(firsts) < found.searchsorted(ends)
        return occurs

    def best(self, query: Mapping[str, float], n: int, within: Within | None = None) -> list[int]:
        """The same; the engine is asked for more until none that it did not tell of can be among them.

        Of very many with one score, those that it tells of first.
        """
        self._terms.look(*query)
        vector: dict[int, float] = defaultdict(float)
        for term, weight in query.items():
            if weight > 0 and term in self.idf:
                vector[dimension(self._shelf.facts.mark("term", term))] += weight * self.idf[term]
        where, most = self._where(within), min(2 * n, RESULTS)
        while vector:
            (hits,) = self._shelf.server.search([vector], most, where)
            rows = self._shelf.rows_of(key for key, _ in hits)
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
        return lowest * max(1.0, self.avgdl / self._shelf.facts.average) * (1 + _SLACK)

    def _where(self, within: Within | None) -> str:
        """The condition that a sentence is of some documents, and said by some people."""
        conditions = []
        if within and within.documents:
            conditions.append(self._shelf.of(sorted(within.documents)))
        if within and within.names:
            conditions.append(f"who in {[self._shelf.facts.mark('who', name) for name in within.names]}")
        return self._shelf.where(*conditions)

    def scores_of(self, query: Mapping[str, float], rows: Sequence[int]) -> list[float]:
        self._shelf.foresee(rows)
        return super().scores_of(query, rows)

    def _scores(self, query: Mapping[str, float], rows: Rows) -> Values:
        scores = np.zeros(len(rows))
        for here, inside, own in self._inside(rows):
            norms = self._normed(own.lengths[inside])
            for term, weight in query.items():
                if weight and term in self.idf:
                    there, places = found_in(own.postings(term).rows, inside)
                    counts = own.postings(term).counts[places]
                    scores[here][there] += self._added(counts, norms[there], weight * self.idf[term])
        return scores

    def _inside(self, rows: Rows) -> Iterator[tuple[slice, Rows, InMemory]]:
        """Some rows, in order, document by document: where they stand, what they are in it, and its terms."""
        numbers = np.searchsorted(self._shelf.firsts, rows, side="right") - 1
        bodies = self._shelf.bodies(numbers.tolist())
        for number, body in bodies.items():
            first, end = numbers.searchsorted([number, number + 1]).tolist()
            yield slice(first, end), rows[first:end] - np.int32(self._shelf.firsts[number]), body.terms
