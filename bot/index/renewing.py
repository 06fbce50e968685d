"""A store made anew of the texts that it has, by the rules of today."""

import os
from collections.abc import Iterator

from bot.documents import Place, Taken
from bot.index.caching import throw_away
from bot.index.handover import Read, Reading
from bot.index.reading import read_taken
from bot.index.stored.file import heard
from bot.index.stored.outcomes import outcomes, put_outcomes
from bot.index.stored.reader import StoredStore
from bot.index.stored.writer import LARGEST, Entry, Writer
from bot.index.workers import each, processors


def renewed(path: str, jobs: int | None) -> None:
    """Reads all documents again, into a file that then takes the place of the store. Raises StoreError."""
    old, beside = StoredStore(path), f"{path}.new"
    with heard(path):
        throw_away(beside)
    writer = Writer(beside)
    try:
        entries: list[Entry] = []
        for some in _segments(old, jobs or processors()):
            entries += [Entry(content, one.document.id, one.document.path) for content, one in some]
            with writer.change():
                writer.add(some)
                writer.arrange(entries)
        with writer.change():
            put_outcomes(writer, outcomes(old.shelf))
            writer.note_made()
    finally:
        writer.close()
    with heard(path):
        os.replace(beside, path)


def _segments(old: StoredStore, jobs: int) -> Iterator[list[tuple[str, Reading]]]:
    """All documents as they are read now, as many at once as go into a segment."""
    some: list[tuple[str, Reading]] = []
    rows = 0

    def again(at: int) -> Read:
        document = old.documents[at]
        return read_taken(Taken(Place(document.path, document.id, named=True), document)).whole()

    for content, read in zip(old.contents(), each(again, range(len(old.documents)), jobs), strict=True):
        if read and (reading := read.reading):
            size = len(reading.columns.starts)
            if rows and rows + size > LARGEST:
                yield some
                some, rows = [], 0
            some.append((content, reading))
            rows += size
    yield some
