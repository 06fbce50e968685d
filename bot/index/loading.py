"""Documents read into memory."""

from collections.abc import Iterable, Sequence

from bot.documents import Document, Found, Gathered, Place, Taken, settle
from bot.errors import DocumentError
from bot.index.handover import Read
from bot.index.store import Library, StoreInMemory


def of_files(found: Found, reads: Sequence[Read]) -> Library:
    """Files that were read. Raises DocumentError for a named one that cannot be read, and where there is nothing."""
    known: dict[str | None, Read] = {}
    for read in reads:
        known.setdefault(read.taken.place.path, read)
    gathered = settle((read.taken for read in reads), found.skipped)
    return _library(gathered, [(document, known[document.path]) for document in gathered.documents])


def of_documents(documents: Iterable[Document]) -> Library:
    """Reads documents."""
    from bot.index.reading import read_taken

    gathered = Gathered(tuple(documents))
    places = [Place(None, document.id, named=True) for document in gathered.documents]
    both = zip(places, gathered.documents, strict=True)
    return _library(gathered, [(document, read_taken(Taken(place, document))) for place, document in both])


def _library(gathered: Gathered, read: Iterable[tuple[Document, Read]]) -> Library:
    in_order = sorted(read, key=lambda pair: pair[0].id)
    both = [(document, one.reading) for document, one in in_order]
    readings = [reading._replace(document=document) for document, reading in both if reading]
    faults = tuple((document.id, one.fault) for document, one in in_order if one.fault)
    if faults and not readings:
        raise DocumentError(*faults[0])
    return Library(StoreInMemory(readings), (*gathered.skipped, *faults), gathered.warnings, faults)
