"""What comes of reading files, from whichever process read them. Nothing that reads or searches is needed for it."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bot.documents import Document, Taken
from bot.index.columns import Columns
from bot.words import acronyms

if TYPE_CHECKING:
    from bot.index.postings import Segment


class Reading(NamedTuple):
    """A document as it was read."""

    document: Document
    columns: Columns
    segment: "Segment"
    """Its terms."""


class Read(NamedTuple):
    """What came of one file."""

    taken: Taken
    columns: Columns | None = None
    segment: "Segment | None" = None
    """None until somebody asks for it: to load what inverts takes longer than to read a short document."""
    fault: str | None = None
    """What a mistake of ours was, where it stopped the reading."""
    content: str | None = None
    """What stands for the bytes of the file..."""
    text: str | None = None
    """... and for its text, where it is to be kept in a store."""

    def whole(self) -> "Read":
        """With its terms."""
        document, columns = self.taken.document, self.columns
        if document is None or columns is None or self.segment is not None:
            return self
        return self._replace(segment=inverted(document.text, columns))

    @property
    def reading(self) -> Reading | None:
        """Of a file that could be read."""
        document, columns, segment = self.taken.document, self.columns, self.whole().segment
        return Reading(document, columns, segment) if document and columns and segment else None


class Reached(NamedTuple):
    """How far reading is."""

    files: int
    of: int
    sentences: int
    share: float
    """Of what there is to read, 0 to 1."""


def inverted(text: str, columns: Columns) -> "Segment":
    """The terms of a document that was read, with the acronyms that its names can be short for, in capitals."""
    from bot.index.postings import invert

    rows = (columns.terms(text, at) for at in range(len(columns.starts)))
    return invert(rows, sorted(set(_acronyms(text, columns))))


def _acronyms(text: str, columns: Columns) -> Iterator[tuple[int, str]]:
    starts, ends = columns.starts, columns.ends
    seen, at = -1, -1
    for letters, start, end in acronyms(text):
        if start > seen:  # a run begins many
            seen, at = start, bisect_right(starts, start) - 1
        if at >= 0 and end <= ends[at]:
            yield at, letters
