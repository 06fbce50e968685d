"""The printed lines of a document: where each begins and ends, and what stands before its words.

Nothing here knows a language: a line is what an editor shows as one. Printed line numbers (court transcripts)
and quotation marks of mail (">") are told apart from the words, so that labels can be looked for behind them.
"""

import re
from itertools import pairwise
from typing import NamedTuple

_RUN = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"\d{1,3}(?:[ \t]{2,}|$)")
_ENDS = frozenset('.!?:;…"”’)]*_|')
_TERMINAL, _CLOSING = frozenset(".!?:;…。！？"), "\"'»)]*_’”"
"""What ends a sentence, and what may stand behind that."""
_LOG = 3
"""Fences at most around a log that is most of a text, which is no code."""
_MAIL = re.compile(r"(?:>[ \t]?)+")


class Line(NamedTuple):
    """One line that is not blank. Offsets are into the document's text."""

    number: int
    """From 1, as an editor counts."""
    start: int
    """The first character that is not white space."""
    end: int
    """After the last character that is not white space."""
    body: int
    """Where the words begin: behind a printed line number or mail's ">"; `end` when there are none."""
    indent: int
    """White space before `start`, in characters."""
    gap: int
    """How many blank lines stand before it."""
    depth: int
    """How often the line is quoted by ">"."""


def lines(text: str) -> list[Line]:
    """Every line of `text` that is not blank, in order."""
    found: list[Line] = []
    number, last, seen = 1, 0, 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start > last:
            number += breaks(text, last, start)
        last = end
        stripped = run.group().strip()
        if not stripped:
            continue
        first = start + run.group().index(stripped[0])
        mail = _MAIL.match(stripped) if stripped[0] == ">" else None
        body = first + (mail.end() if mail else 0)
        depth = mail.group().count(">") if mail else 0
        found.append(Line(number, first, first + len(stripped), body, first - start, number - seen - 1, depth))
        seen = number
    if ">>" in text and not any(line.depth == 1 for line in found):  # it is somebody else's turn
        found = [line._replace(body=line.start, depth=0) for line in found]
    return _single_spaced(text, _without_numbers(text, found))


def ended(words: str) -> bool:
    """Whether words end as a sentence does."""
    return words.rstrip(_CLOSING)[-1:] in _TERMINAL


def breaks(text: str, start: int, end: int) -> int:
    """How many line breaks stand between two offsets, each written in any of the three ways."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def enclosed(text: str, found: list[Line]) -> set[int]:
    """The lines between fences of Markdown, which are code, and those inside brackets, where nobody begins to speak."""
    fences = [n for n, line in enumerate(found) if text.startswith("```", line.body)] if "```" in text else []
    code = {n for a, b in zip(fences[::2], fences[1::2], strict=False) for n in range(a, b + 1)}
    if len(fences) <= _LOG and 2 * len(code) > len(found):
        code = set()
    return (
        code.union(n for n in range(1, len(found)) if _in_brackets(text, *found[n - 1 : n + 1]))
        if "[" in text
        else code
    )


def _in_brackets(text: str, above: Line, line: Line) -> bool:
    """Whether a line begins inside brackets that close in it: "[To ANN and | BOB.] What?", "[New | Orla](...)"."""
    if line.gap or text.rfind("[", above.start, above.end) <= text.rfind("]", above.start, above.end):
        return False
    closes = text.find("]", line.body, line.end)
    return closes >= 0 and text.find("[", line.body, closes) < 0


def _single_spaced(text: str, found: list[Line]) -> list[Line]:
    """Without the blank line behind every line, where most lines before one break off in the middle of a sentence."""
    apart = [(a, b) for a, b in pairwise(found) if b.gap == 1]
    broken = sum(text[a.end - 1] not in _ENDS and text[b.body : b.body + 1].islower() for a, b in apart)
    if len(apart) < 10 or 5 * broken < 2 * len(apart):
        return found
    return [line._replace(gap=max(0, line.gap - 1)) for line in found]


def _without_numbers(text: str, found: list[Line]) -> list[Line]:
    """Moves `body` behind printed line numbers, where most lines carry one and they count upwards."""
    marks = [_NUMBER.match(text, line.start, line.end) for line in found]
    values = [int(mark.group()) for mark in marks if mark]
    rising = sum(b == a + 1 for a, b in pairwise(values))
    if 2 * len(values) < len(found) or rising * 10 < len(values) * 8 or len(values) < 10:
        return found
    return [line._replace(body=mark.end(), gap=0) if mark else line for line, mark in zip(found, marks, strict=True)]
