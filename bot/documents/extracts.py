"""What a reader is given and what it hands on. Readers of other packages use these, too."""

from typing import NamedTuple

from bot.errors import APP


class Source(NamedTuple):
    """A file to read."""

    name: str
    """As a person knows it."""
    data: bytes
    text_field: str | None = None
    """The field that has the text, where the person says so."""


class Marks(NamedTuple):
    """What a reader knows of places in a text; all offsets are into the text, in Unicode code points, and rise."""

    pages: tuple[int, ...] = ()
    """Where each page begins."""
    times: tuple[tuple[int, float], ...] = ()
    """Where a time holds from, and the seconds since the beginning."""
    labels: tuple[tuple[int, int], ...] = ()
    """Where the name of a speaker stands before a turn; an empty span before words of nobody knows whom."""


UNMARKED = Marks()


class Extract(NamedTuple):
    """What a reader took from a file."""

    text: str
    title: str | None = None
    warning: str | None = None
    marks: Marks = UNMARKED
    date: str | None = None
    """ISO 8601, where the file says it beside its text."""
    own_lines: bool = True
    """Whether the text is the file's own, so that its lines are those that an editor shows."""


def needs(extra: str) -> str:
    """The reason why a file cannot be read without an extra."""
    return f"it needs the extra {extra}: pip install '{APP}[{extra}]'"


def head(text: str) -> str | None:
    """The title of a text: its first line, where that stands alone and is short."""
    first, _, rest = text.lstrip("\ufeff").lstrip()[:400].partition("\n")
    first = first.strip()
    return first if 0 < len(first) <= 160 and rest.strip() and not first.endswith((".", "!", "?", ":", ",")) else None
