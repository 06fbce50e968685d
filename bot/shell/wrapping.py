"""Lines broken between words to the width of a terminal, what is broken off indented like its line."""

from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from bot.shell.render import Line

LEAST = 20
"""Columns below which lines are left to the terminal."""


def wrapped(lines: Iterable[Line], columns: int) -> Iterator[Line]:
    """The lines, none wider than `columns` unless a word is; of one piece of style each part keeps it."""
    for line in lines:
        yield from _broken(line, columns) if columns >= LEAST else [line]


def _broken(line: Line, columns: int) -> Iterator[Line]:
    text = "".join(piece for _, piece in line)
    indent = len(text) - len(text.lstrip(" >“"))
    room = columns - 1
    parts: Line = []
    at, begun = 0, False
    for style, piece in line:
        for word in _words(piece):
            wide = width(word.rstrip(" "))
            if begun and at + wide > room:
                yield _trimmed(parts)
                parts, at = [("", " " * indent)], indent
            parts.append((style, word))
            at += width(word)
            begun = begun or at > indent
    yield parts


def _words(piece: str) -> Iterator[str]:
    """Words, each with the spaces behind it; spaces in front are the first."""
    start = 0
    for at in range(1, len(piece)):
        if piece[at - 1] == " " and piece[at] != " ":
            yield piece[start:at]
            start = at
    if piece:
        yield piece[start:]


def _trimmed(parts: Line) -> Line:
    *before, (style, last) = parts
    return [*before, (style, last.rstrip(" "))]


def width(text: str) -> int:
    """Columns that a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
