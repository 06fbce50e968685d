"""BM25 by rank-bm25, on numpy postings: the same model and formula, a question's terms alone are looked at.

Source of the formula: rank-bm25's BM25Okapi (Trotman et al., Improvements to BM25 and Language Models Examined, 2014).
Its idf is 0 or below for terms in half of the sentences or more, which ruins short documents, so Lucene's is used:
ln(1 + (N - n + 0.5) / (n + 0.5)).
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, count
from typing import Any

import numpy as np
from rank_bm25 import BM25Okapi

K1, B = 0.6, 0.4
"""Saturation and length normalisation; flat optimum over eight question sets (k1 .4 to .8, b .25 to .5)."""

Scores = np.ndarray[tuple[int], np.dtype[np.float64]]


class Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """rank-bm25's Okapi over sentences given as lists of terms; may be empty."""

    def __init__(self, corpus: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        super().__init__(corpus, k1=k1, b=b)

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        vocabulary: dict[str, int] = defaultdict(count().__next__)
        lengths: list[int] = []
        numbers: list[int] = []
        for document in corpus:
            lengths.append(len(document))
            numbers.extend(map(vocabulary.__getitem__, document))
        self.corpus_size = len(lengths)
        self.doc_len = np.array(lengths, dtype=np.int32)
        self.avgdl = len(numbers) / len(lengths) if numbers else 1.0
        rows = np.repeat(np.arange(len(lengths), dtype=np.int64), self.doc_len)
        keys, counts = np.unique(np.array(numbers, dtype=np.int64) * max(1, len(lengths)) + rows, return_counts=True)
        self._rows = (keys % max(1, len(lengths))).astype(np.int32)
        frequencies = np.bincount(keys // max(1, len(lengths)), minlength=len(vocabulary))
        self._offsets = np.concatenate(([0], np.cumsum(frequencies)))
        norm = self.k1 * (1 - self.b + self.b * self.doc_len[self._rows] / self.avgdl)
        self._weights = (counts * (self.k1 + 1) / (counts + norm)).astype(np.float32)
        self._vocabulary = dict(vocabulary)
        self._words = list(vocabulary)
        self._flat = np.array(numbers, dtype=np.int32)
        self._starts = array("q", accumulate(lengths, initial=0))
        return dict(zip(vocabulary, frequencies.tolist(), strict=True))

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.document_frequency = nd
        size = self.corpus_size
        by_frequency = {n: math.log(1 + (size - n + 0.5) / (n + 0.5)) for n in set(nd.values())}
        self.idf = {term: by_frequency[n] for term, n in nd.items()}
        self.unseen_idf = math.log(1 + (size + 0.5) / 0.5)

    def weigh(self, term: str) -> float:
        """The idf of a term; of one that is nowhere, that of the rarest possible."""
        return self.idf.get(term, self.unseen_idf)

    def terms_of(self, row: int) -> list[str]:
        """The terms of one sentence, in order."""
        return list(map(self._words.__getitem__, self._flat[self._starts[row] : self._starts[row + 1]].tolist()))

    def rows_of(self, term: str) -> list[int]:
        """The rows that have a term, in order."""
        number = self._vocabulary.get(term)
        rows: list[int] = (
            [] if number is None else self._rows[self._offsets[number] : self._offsets[number + 1]].tolist()
        )
        return rows

    def occurs(self, term: str, first: int, end: int) -> bool:
        """Whether a row from `first` to before `end` has a term."""
        number = self._vocabulary.get(term)
        if number is None:
            return False
        rows = self._rows[self._offsets[number] : self._offsets[number + 1]]
        at = int(np.searchsorted(rows, first))
        return at < len(rows) and bool(rows[at] < end)

    def get_scores(self, query: Iterable[str]) -> Scores:
        """The score of every sentence, as rank-bm25 gives it: a term counts as often as it is asked."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            self._add(scores, term, 1.0)
        return scores

    def get_weighted_scores(self, query: Mapping[str, float]) -> Scores:
        """Sum over the terms of weight times `get_scores([term])`."""
        scores = np.zeros(self.corpus_size)
        for term, weight in query.items():
            self._add(scores, term, weight)
        return scores

    def _add(self, scores: Scores, term: str, weight: float) -> None:
        number = self._vocabulary.get(term)
        if number is not None and weight:
            here = slice(self._offsets[number], self._offsets[number + 1])
            scores[self._rows[here]] += weight * self.idf[term] * self._weights[here]

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """The scores of some sentences only."""
        scores: list[float] = self.get_scores(query)[np.asarray(doc_ids, dtype=np.int64)].tolist()
        return scores

    def get_top_n(self, query: Iterable[str], documents: Sequence[Any], n: int = 5) -> list[Any]:
        """The `n` best of `documents`, ties in their order."""
        if self.corpus_size != len(documents):
            raise ValueError("the documents given do not match the index")
        return [documents[row] for row in best_rows(self.get_scores(query), n)]


def best_rows(scores: Scores, n: int) -> list[int]:
    """Rows of the `n` highest positive scores, best first, ties by row."""
    rows = np.flatnonzero(scores > 0)
    if len(rows) > 4 * n > 0:
        floor = np.partition(scores[rows], len(rows) - n)[len(rows) - n]
        rows = rows[scores[rows] >= floor]
    order = np.lexsort((rows, -scores[rows]))
    best: list[int] = rows[order[:n]].tolist()
    return best
