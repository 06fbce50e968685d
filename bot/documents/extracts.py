"""What a reader is given and what it hands on. Readers of other packages use these, too."""

from typing import NamedTuple


class Source(NamedTuple):
    """A file to read."""

    name: str
    """As a person knows it."""
    data: bytes


class Extract(NamedTuple):
    """What a reader took from a file. Offsets into `text` are the file's own for text files: line ends are kept."""

    text: str
    title: str | None = None
    warning: str | None = None
