"""What could be a turn label, and how labels of one kind are written."""

from typing import NamedTuple


class Signature(NamedTuple):
    """How labels of one kind are written, but for names, times and numbers."""

    indent: int
    open: str
    close: str
    """ "Q" for a question or an answer, whatever its mark."""
    alone: bool
    """On a line of its own."""
    style: str = ""
    """For marks that are weak: of which typography the names are."""


class Candidate(NamedTuple):
    """What could be a label: offsets into the text."""

    line: int
    """Index of its line."""
    start: int
    name: tuple[int, int]
    written: str
    """The name as it stands there."""
    note: tuple[int, int]
    """What stands behind the name before the marks close."""
    end: int
    signature: Signature
    inside: bool = False
    """Not at the beginning of its line."""
