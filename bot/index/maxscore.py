"""The best of many rows without scoring all: MaxScore (Turtle and Flood, Query evaluation, 1995).

Terms that can add most come first. Once those that are left could not lift a row that has none of the first ones into
the best, they are looked at for the rows that are still in the race only.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from bot.index.postings import Counts, Mask, Postings, Rows

Values = np.ndarray[tuple[int], np.dtype[np.floating]]

_DEAR = 10_000
"""Rows of a term from which on it pays to find out first whether they are needed."""


_DENSE = 32
"""One of so many rows is found from which on it is quicker to look at all than to sort them."""


class Addend(NamedTuple):
    """What one term adds to the scores of the rows that have it."""

    postings: Postings
    values: Callable[[Rows, Counts], Values]
    """Of rows that have it, and how often they do."""
    most: float
    """More than any of its values."""


def leading(addends: Sequence[Addend], n: int, size: int, within: Mask | None) -> Rows:
    """Rows of 0 to `size` - 1, in order, that surely hold the `n` best, with all ties; only where `within` says so."""
    left = sorted(addends, key=lambda one: -one.most)
    rest = sum(one.most for one in left)
    slack = 1e-5 * rest  # values are added in single precision
    sums = np.zeros(size, np.float32)
    found: list[Rows] = []
    floor = 0.0
    while left and floor <= rest + slack:
        one, *left = left
        rows, counts = one.postings.rows, one.postings.counts
        if within is not None:
            inside = np.flatnonzero(within[rows])
            rows, counts = rows[inside], counts[inside]
        sums[rows] += one.values(rows, counts)
        found.append(rows)
        rest -= one.most
        if left and len(rows) >= n and len(left[0].postings.rows) > _DEAR:
            floor = max(floor, _nth(_added(*_highest(rows, sums[rows], 2 * n), left), n))
    rows, scores = _distinct(found, sums, floor - rest - slack)
    for one in left:
        scores = _added(rows, scores, [one])
        rest -= one.most
        floor = max(floor, _nth(scores, n))
        kept = scores >= floor - rest - slack
        rows, scores = rows[kept], scores[kept]
    return rows[scores >= _nth(scores, n) - slack]


def _added(rows: Rows, scores: Values, addends: Sequence[Addend]) -> Values:
    """The scores of some rows with what further terms add."""
    scores = scores.copy()
    for one in addends:
        there, counts = one.postings.among(rows)
        scores[there] += one.values(rows[there], counts)
    return scores


def _highest(rows: Rows, values: Values, n: int) -> tuple[Rows, Values]:
    """The rows with the `n` highest values, in order of the rows."""
    if len(rows) <= n:
        return rows, values
    chosen = np.sort(np.argpartition(values, len(rows) - n)[len(rows) - n :])
    return rows[chosen], values[chosen]


def _nth(values: Values, n: int) -> float:
    """The `n`th highest; 0 for fewer."""
    return float(np.partition(values, len(values) - n)[len(values) - n]) if len(values) >= n > 0 else 0.0


def _distinct(found: Sequence[Rows], sums: Values, least: float) -> tuple[Rows, Values]:
    """The rows found whose sums are high enough, each once, in order."""
    least = max(least, float(np.finfo(np.float32).tiny))
    if sum(map(len, found)) * _DENSE > len(sums):
        rows = np.flatnonzero(sums >= least).astype(np.int32)
    else:
        rows = np.sort(np.concatenate([np.zeros(0, np.int32), *(some[sums[some] >= least] for some in found)]))
        rows = rows[np.append(rows[1:] != rows[:-1], True)] if len(rows) else rows
    return rows, sums[rows]
