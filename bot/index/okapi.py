"""BM25 by rank-bm25, on numpy postings: the same model and formula, a question's terms alone are looked at.

Source of the formula: rank-bm25's BM25Okapi (Trotman et al., Improvements to BM25 and Language Models Examined, 2014).
Its idf is 0 or below for terms in half of the sentences or more, which ruins short documents, so Lucene's is used:
ln(1 + (N - n + 0.5) / (n + 0.5)).
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from typing import Any

import numpy as np
from rank_bm25 import BM25Okapi

from bot.index.maxscore import Addend, Values, leading
from bot.index.postings import Counts, Inverted, Mask, Postings, Rows, in_memory
from bot.words import Lexicon

K1, B = 0.6, 0.4
"""Saturation and length normalisation; flat optimum over eight question sets (k1 .4 to .8, b .25 to .5)."""


class Within:
    """Where is looked: in some documents, by their numbers, among what some people say; empty: in all, by everybody."""

    def __init__(self, documents: Iterable[int], names: Iterable[str], look: Callable[["Within"], Mask]) -> None:
        self.documents, self.names, self._look = frozenset(documents), tuple(names), look

    @cached_property
    def mask(self) -> Mask:
        """Its rows, as a mask over all."""
        return self._look(self)


class Idf(Mapping[str, float]):
    """How telling each term is, from how many rows have it."""

    def __init__(self, frequencies: Inverted | Lexicon[int], size: int) -> None:
        self._frequencies = frequencies
        self._size = size

    def __getitem__(self, term: str) -> float:
        return self.of(self._frequencies[term])

    def __contains__(self, term: object) -> bool:
        return term in self._frequencies

    def __iter__(self) -> Iterator[str]:
        return iter(self._frequencies)

    def __len__(self) -> int:
        return len(self._frequencies)

    def of(self, frequency: int) -> float:
        """The idf of a term that so many rows have."""
        return math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))

    def weigh(self, term: str) -> float:
        """The idf of a term; of one that is nowhere, that of the rarest possible."""
        return self.of(self._frequencies.get(term, 0))

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that are terms."""
        return self._frequencies.among(words)

    def beginning(self, letters: str) -> Iterable[str]:
        """The terms that begin with some letters."""
        return self._frequencies.beginning(letters)


class Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """rank-bm25's Okapi over sentences, as lists of terms or inverted already; may be empty."""

    idf: Idf

    def __init__(self, corpus: Inverted | Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        super().__init__(corpus, k1=k1, b=b)

    def _initialize(self, corpus: Inverted | Iterable[Sequence[str]]) -> Inverted | Lexicon[int]:
        self._inverted = corpus if isinstance(corpus, Inverted) else in_memory(corpus)
        self.doc_len = self._inverted.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = self._inverted.total / max(1, self.corpus_size) if self._inverted.total else 1.0
        return self._inverted

    def _calc_idf(self, nd: Inverted | Lexicon[int]) -> None:
        self.idf = Idf(nd, self.corpus_size)

    @cached_property
    def _norms(self) -> Values:
        return self._normed(self.doc_len)

    def _normed(self, lengths: Rows) -> Values:
        """What the count of a term is held against in rows of some lengths."""
        share = np.asarray(lengths, np.float32) * np.float32(self.b / self.avgdl)
        norms: Values = np.float32(self.k1) * (share + np.float32(1 - self.b))
        return norms

    def weigh(self, term: str) -> float:
        """The idf of a term; of one that is nowhere, that of the rarest possible."""
        return self.idf.weigh(term)

    def rows_of(self, *wanted: str, most: int | None = None) -> Rows:
        """The rows that have all of some terms, in order: the first `most` of them; none for no terms."""
        rarest, *others = sorted(wanted, key=self.weigh, reverse=True) or [""]
        rows = self._inverted.postings(rarest).rows
        for term in others:
            rows = self.having(term, rows)
        return rows[:most]

    def having(self, term: str, rows: Rows) -> Rows:
        """Those of some rows, in order, that have a term."""
        return rows[self._inverted.postings(term).among(rows)[0]]

    def occurs(self, term: str, firsts: Rows, ends: Rows) -> Mask:
        """Whether a term is anywhere from each of `firsts` to before each of `ends`."""
        rows = self._inverted.postings(term).rows
        found: Mask = rows.searchsorted(firsts) < rows.searchsorted(ends)
        return found

    def best(self, query: Mapping[str, float], n: int, within: Within | None = None) -> list[int]:
        """The `n` rows of the highest positive `scores_of`, ties by row; only where `within` says so."""
        addends = [
            Addend(postings, partial(self._part, weighed := weight * self.idf[term]), weighed * self._most(postings))
            for term, weight in query.items()
            if weight > 0 and len((postings := self._inverted.postings(term)).rows)
        ]
        rows = leading(addends, n, self.corpus_size, within.mask if within else None)
        scores = self._scores(query, rows)
        order = np.lexsort((rows, -scores))[:n]
        best: list[int] = rows[order][scores[order] > 0].tolist()
        return best

    def _most(self, postings: Postings) -> float:
        """The largest that the count of a term can come to, as if it stood most often in the shortest row."""
        norm = self.k1 * (1 - self.b + self.b * postings.least / self.avgdl)
        largest: float = postings.most * (self.k1 + 1) / (postings.most + norm)
        return largest

    def scores_of(self, query: Mapping[str, float], rows: Sequence[int]) -> list[float]:
        """Of some rows: the sum over the terms of weight times `get_scores([term])`."""
        known = np.array(rows, np.int32)
        order = np.argsort(known)
        scores = np.empty(len(known))
        scores[order] = self._scores(query, known[order])
        found: list[float] = scores.tolist()
        return found

    def _scores(self, query: Mapping[str, float], rows: Rows) -> Values:
        """`scores_of` rows that are in order."""
        scores = np.zeros(len(rows))
        for term, weight in query.items():
            if weight and (idf := self.idf.get(term)):
                there, counts = self._inverted.postings(term).among(rows)
                scores[there] += self._part(weight * idf, rows[there], counts)
        return scores

    def _part(self, weight: float, rows: Rows, counts: Counts) -> Values:
        """What a term of some weight times its idf adds to the scores of rows that have it so often."""
        return self._added(counts, self._norms[rows], weight)

    def _added(self, counts: Counts, norms: Values, weight: float) -> Values:
        """The same, for rows of any place with what a count is held against in each."""
        often = counts.astype(np.float32)
        part: Values = often / (often + norms)
        part *= np.float32(weight * (self.k1 + 1))
        return part

    def get_scores(self, query: Iterable[str]) -> Values:
        """The score of every sentence, as rank-bm25 gives it: a term counts as often as it is asked."""
        every = np.arange(self.corpus_size, dtype=np.int32)
        return self._scores(Counter(query), every)

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """The scores of some sentences only."""
        return self.scores_of(Counter(query), doc_ids)

    def get_top_n(self, query: Iterable[str], documents: Sequence[Any], n: int = 5) -> list[Any]:
        """The `n` best of `documents`, ties in their order."""
        if self.corpus_size != len(documents):
            raise ValueError("the documents given do not match the index")
        return [documents[row] for row in self.best(Counter(query), n)]
