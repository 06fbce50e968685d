"""Transcripts in pieces, as captions and speech recognition write them, put together to running text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.documents.extracts import Marks

_ENDS = re.compile(r"[.!?…][\"”’')\]♪]*$")
_STOP = re.compile(r"[.!?…]")
_PAUSE = 2.0
"""Seconds of silence that end a paragraph behind a sentence."""
_LONGEST, _LONGEST_SPARSE = 600, 240
"""Characters after which a sentence ends a paragraph, and after which it ends where there are no stops."""
_SPARSE = 400
"""Characters for each stop from which on a text has no punctuation to speak of."""


class Said(NamedTuple):
    """A piece of a transcript that was put down with its time or its speaker."""

    words: str
    speaker: str | None = None
    """None where nobody is named."""
    start: float | None = None
    """Seconds since the beginning."""
    end: float | None = None
    """Where it is known, the piece may end in the middle of a sentence."""
    fresh: bool = False
    """Whether it begins a paragraph whatever stands before it."""


def transcript(pieces: Sequence[Said]) -> tuple[str, Marks]:
    """The text of a transcript, with a label before each turn of a named speaker, and where times and labels stand."""
    text: list[str] = []
    times: list[tuple[int, float]] = []
    labels: list[tuple[int, int]] = []
    size = 0
    speaker: str | None = None
    for piece, fresh in zip(pieces, _fresh(pieces), strict=True):
        turn = piece.speaker != speaker
        label = f"{piece.speaker}: " if turn and piece.speaker else ""
        joint = "" if not text else "\n\n" if turn or fresh else " "
        begin = size + len(joint)
        if piece.start is not None:
            times.append((begin, piece.start))
        if turn:
            labels.append((begin, begin + len(piece.speaker or "")))
        text.append(joint + label + piece.words)
        size += len(text[-1])
        speaker = piece.speaker
    return "".join(text), Marks(times=tuple(times), labels=tuple(labels))


def _fresh(pieces: Sequence[Said]) -> Iterator[bool]:
    """Whether each piece begins a paragraph: behind a pause, and where a text without stops would never end."""
    stops = sum(len(_STOP.findall(piece.words)) for piece in pieces)
    sparse = sum(len(piece.words) for piece in pieces) > _SPARSE * stops
    longest = _LONGEST_SPARSE if sparse else _LONGEST
    size, before = 0, Said("", end=0.0)
    for piece in pieces:
        ended = sparse or bool(_ENDS.search(before.words))
        pause = (piece.start or 0.0) - (before.end or 0.0) > _PAUSE
        fresh = piece.fresh or piece.end is None or (ended and (pause or size > longest))
        size = len(piece.words) + (0 if fresh else size)
        before = piece
        yield fresh
