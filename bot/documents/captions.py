"""Captions (WebVTT, SRT, SBV): what is said, put together from cues that cut sentences where the screen ends."""

import html
import io
import os
import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

import webvtt

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source
from bot.documents.transcripts import Said, transcript
from bot.errors import DocumentError

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]([^>]*)>|</v>")
_TAG = re.compile(r"<[/\w:.][^<>]*>|\{\\[^{}]*\}")
_BREAK = re.compile(r"<br[ \t]*/?>|\\N", re.IGNORECASE)
_TURN = re.compile(r">>\s*|[-–—]\s+(?=\S)")
"""How captions mark that somebody else speaks: ">> Good evening.", "- Yes."."""
_LABEL = re.compile(r"[\[(]?[A-Z][^:.!?…,]{0,50}:(?:\s|$)")
"""How they name who: "ANN: Good evening.", "[Ann Lee]: Yes."."""
_PREFIX = re.compile(r"\w[^:.!?…,]{0,50}:\s")
_BLANK = {
    "sbv": re.compile(r"\n(?:[ \t]*\n)++(?![ \t]*\d+:\d\d:\d\d\.\d+,\d)"),
    "srt": re.compile(r"\n(?:[ \t]*\n)++(?![ \t]*(?:\d+[ \t]*\n[ \t]*)?\d+:\d\d:\d\d[,.]\d+[ \t]*-->)"),
}
"""Blank lines within a cue, which would end it: no time stands behind them. In WebVTT they do end it."""
_NEWLINE = re.compile(r"\r\n?")
_AGAIN = 3
"""Times from which on what stands before a colon names somebody, whatever it begins with: "ann_l: Yes."."""


class _Cue(NamedTuple):
    start: float
    end: float
    lines: tuple[str, ...]
    """As written, with tags."""


def read_captions(source: Source) -> Extract:
    """The words of captions as running text, with the time of each cue; voices are speakers."""
    text, warning = decode(source.data, source.name)
    kind = os.path.splitext(source.name)[1].lower().removeprefix(".")
    cues = _unrolled(_cues(text, kind if kind in ("srt", "sbv") else "vtt"))
    often = Counter(label[0] for cue in cues for line in cue.lines if (label := _PREFIX.match(line)))
    names = {label for label, times in often.items() if times >= _AGAIN}
    pieces = [piece for cue in cues for piece in _pieces(cue, names)]
    if not pieces:
        raise DocumentError(source.name, "there are no captions in it")
    written, marks = transcript(pieces)
    return Extract(written, None, warning, marks, own_lines=False)


def _cues(text: str, kind: str) -> list[_Cue]:
    """The cues of a file. Raises what webvtt raises for a file that is none."""
    text = _NEWLINE.sub("\n", text.removeprefix("\ufeff"))
    if kind in _BLANK:
        text = _BLANK[kind].sub("\n", text)
    found = webvtt.from_buffer(io.StringIO(text), format=kind)
    return [
        _Cue(
            cue.start_time.in_milliseconds() / 1000,
            cue.end_time.in_milliseconds() / 1000,
            tuple(line.strip() for line in cue.raw_text.split("\n") if line.strip()),
        )
        for cue in found.captions
    ]


def _unrolled(cues: list[_Cue]) -> list[_Cue]:
    """Without the lines of the cue before, where captions roll: most cues then begin with what the one before shows."""
    plain = [tuple(map(_plain, cue.lines)) for cue in cues]
    again = [_shared(a, b) for a, b in pairwise(plain)]
    if 3 * sum(map(bool, again)) < len(cues):
        return cues
    return [cue._replace(lines=cue.lines[seen:]) for cue, seen in zip(cues, (0, *again), strict=False)]


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many lines at the beginning of a cue are those at the end of the one before."""
    longest = min(len(before), len(after))
    return next((size for size in range(longest, 0, -1) if before[-size:] == after[:size]), 0)


def _plain(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", _BREAK.sub(" ", line))).split())


def _pieces(cue: _Cue, names: AbstractSet[str]) -> Iterator[Said]:
    """What each voice says in a cue. A new line goes on, unless it is marked as somebody's; `names` mark it, too."""
    voice: str | None = None
    for line in cue.lines:
        at = 0
        for tag in (*_VOICE.finditer(line), None):
            words = _plain(line[at : tag.start() if tag else len(line)])
            turn = _TURN.match(words)
            words = words[turn.end() :] if turn else words
            if words:
                label = _LABEL.match(words) or ((named := _PREFIX.match(words)) and named[0] in names)
                yield Said(words, voice, cue.start, cue.end, fresh=bool(turn or label))
            if tag:
                voice, at = _plain(tag[1] or "") or None, tag.end()
