"""A store made anew of the texts that it has, by the rules of today."""

from collections.abc import Iterator

from bot.documents import Document, Place, Taken
from bot.index import stores
from bot.index.handover import Read, Reading
from bot.index.reading import read_taken
from bot.index.store import LARGEST, Entry
from bot.index.workers import each, processors

_AT_ONCE = 64
"""Documents that are looked up before they are read: no connection is to be used in another process."""


def renewed(name: str, jobs: int | None) -> None:
    """Reads all documents again, into a store that then takes the place of the one of this name. Raises StoreError."""
    old = stores.kept(name)
    state = old.outcomes()
    entries: list[Entry] = []
    with stores.beside(name) as writer:
        for some in _together(old, jobs or processors()):
            entries += [Entry(content, one.document.id, one.document.path) for content, one in some.items()]
            with writer.change():
                writer.settle(entries, some, state)


def _together(old: stores.Kept, jobs: int) -> Iterator[dict[str, Reading]]:
    """All documents as they are read now, as many together as go into a segment, by what stands for their contents."""
    some: dict[str, Reading] = {}
    rows = 0
    for content, reading in _read(old, jobs):
        size = len(reading.columns.starts)
        if rows and rows + size > LARGEST:
            yield some
            some, rows = {}, 0
        some[content] = reading
        rows += size
    yield some


def _read(old: stores.Kept, jobs: int) -> Iterator[tuple[str, Reading]]:
    contents = old.contents()
    for first in range(0, len(contents), _AT_ONCE):
        here = slice(first, first + _AT_ONCE)
        for content, read in zip(contents[here], each(_again, old.documents[here], jobs), strict=True):
            if read and (reading := read.reading):
                yield content, reading


def _again(document: Document) -> Read:
    return read_taken(Taken(Place(document.path, document.id, named=True), document)).whole()
