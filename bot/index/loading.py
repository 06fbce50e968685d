"""Documents read into memory: files, with the work shared among processes, or texts."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from bot.documents import Document, Found, Gathered, Given, Place, Taken, settle
from bot.errors import DocumentError
from bot.index.reading import Read, read_file, read_taken
from bot.index.store import Library, Reached, StoreInMemory
from bot.index.workers import each, processors

MUCH = 5_000_000
"""Bytes of text from which on all processors read."""


def read_files(
    places: Sequence[Place],
    work: Callable[[Place], Read],
    jobs: int | None,
    progress: Callable[[Reached], None] | None,
) -> Iterator[Read]:
    """Reads files by `work`, in order, in `jobs` processes; without a number, in one for each processor if much."""
    sizes = list(map(_size, places))
    jobs = jobs or (processors() if sum(sizes) > MUCH else 1)
    sentences = reached = 0
    for number, done in enumerate(each(work, places, jobs)):
        read = done or Read(Taken(places[number], None, "the process that read it was ended", passing=True), None)
        reached += sizes[number]
        sentences += len(read.reading.columns.starts) if read.reading else 0
        yield read
        if progress:
            progress(Reached(number + 1, len(places), sentences, reached / max(1, sum(sizes))))


def of_files(
    found: Found, given: Given, jobs: int | None = None, progress: Callable[[Reached], None] | None = None
) -> Library:
    """Reads files into memory. Raises DocumentError for a named one that cannot be read, and where there is nothing."""
    known: dict[str | None, Read] = {}

    def taken() -> Iterator[Taken]:
        for read in read_files(found.places, partial(read_file, given=given), jobs, progress):
            known.setdefault(read.taken.place.path, read)
            yield read.taken

    gathered = settle(taken(), found.skipped)
    return _library(gathered, [(document, known[document.path]) for document in gathered.documents])


def of_documents(documents: Iterable[Document]) -> Library:
    """Reads documents into memory."""
    gathered = Gathered(tuple(documents))
    places = [Place(None, document.id, named=True) for document in gathered.documents]
    both = zip(places, gathered.documents, strict=True)
    return _library(gathered, [(document, read_taken(Taken(place, document))) for place, document in both])


def _library(gathered: Gathered, read: Iterable[tuple[Document, Read]]) -> Library:
    in_order = sorted(read, key=lambda pair: pair[0].id)
    readings = [one.reading._replace(document=document) for document, one in in_order if one.reading]
    faults = tuple((document.id, one.fault) for document, one in in_order if one.fault)
    if faults and not readings:
        raise DocumentError(*faults[0])
    return Library(StoreInMemory(readings), (*gathered.skipped, *faults), gathered.warnings, faults)


def _size(place: Place) -> int:
    try:
        return os.stat(place.path).st_size if place.path else 0
    except OSError:
        return 0
