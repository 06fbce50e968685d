"""Styled lines as text: plain, or coloured and linked by escapes; on a terminal broken between words to its width."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

Piece = tuple[str, str]
"""A style ("speaker", "quote", "match", "citation", "dim", "" or `LINK` with a path) and text without line breaks."""
Line = list[Piece]
LINK = "file:"
"""Begins the style of what leads to a file."""
LEAST = 20
"""Columns below which lines are left to the terminal."""
_CODES = {"speaker": "1", "match": "4", "dim": "3"}
"""Bold, underlined and italic in the terminal's own colours: no hue is legible on both black and white."""
ENDED = "\x1b\\\x1b]8;;\x1b\\\x1b[0m"
"""Ends an address that was cut off, a link, and every style."""


class Paint(NamedTuple):
    """How lines look where they are written."""

    color: bool = False
    links: bool = False
    """Whether what is coloured leads to its files."""
    columns: Callable[[], int | None] = lambda: None
    """The width of the terminal now; None where lines are not to be broken."""

    def __call__(self, lines: Iterable[Line]) -> str:
        if columns := self.columns():
            lines = wrapped(lines, columns)
        return coloured(lines, links=self.links) if self.color else plain(lines)


def plain(lines: Iterable[Line]) -> str:
    """The lines without colour, each ended by a line break."""
    return "".join("".join(text for _, text in line) + "\n" for line in lines)


def coloured(lines: Iterable[Line], *, links: bool = False) -> str:
    """The lines with their styles, and perhaps links, as terminal escapes; without these it is `plain`."""
    return "".join("".join(_styled(*piece, links=links) for piece in _joined(line)) + "\n" for line in lines)


def _joined(line: Line) -> Iterator[Piece]:
    """The pieces of a line, neighbours of one style as one."""
    for style, pieces in groupby(line, key=itemgetter(0)):
        yield style, "".join(text for _, text in pieces)


def _styled(style: str, text: str, *, links: bool) -> str:
    if links and style.startswith(LINK):
        return f"\x1b]8;;{_address(style.removeprefix(LINK))}\x1b\\{text}\x1b]8;;\x1b\\"
    code = _CODES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


PLAIN = Paint()


def _address(path: str) -> str:
    """The URI of a file on this machine: what is no letter or digit is escaped, so that no name can end the escape."""
    from pathlib import Path
    from platform import node
    from urllib.parse import quote

    return Path(path).absolute().as_uri().replace("file://", f"file://{quote(node(), safe='')}", 1)


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
    for word in _words(line):
        whole = "".join(piece for _, piece in word)
        if begun and at + width(whole.rstrip(" ")) > room:
            yield _trimmed(parts)
            parts, at = [("", " " * indent)], indent
        parts += word
        at += width(whole)
        begun = begun or at > indent
    yield parts


def _words(line: Line) -> Iterator[Line]:
    """Words, each with the spaces behind it, as the pieces of style that it is made of; a full stop is part of one."""
    word: Line = []
    for style, piece in line:
        for part in _split(piece):
            if word and word[-1][1].endswith(" ") and not part.startswith(" "):
                yield word
                word = []
            word.append((style, part))
    yield word


def _split(piece: str) -> Iterator[str]:
    """The words of one style, each with the spaces behind it; spaces in front are the first."""
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
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
