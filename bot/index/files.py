"""Files read, here or in other processes."""

import os
from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial

from bot.documents import Given, Place, Taken
from bot.index.handover import Reached, Read
from bot.index.workers import each, processors

MUCH = 5_000_000
"""Bytes of text from which on all processors read."""


def read_files(
    places: Sequence[Place],
    given: Given,
    jobs: int | None = None,
    progress: Callable[[Reached], None] | None = None,
    *,
    known: Container[str] | None = None,
    load: Callable[[], object] | None = None,
) -> Iterator[Read]:
    """Reads files, in order, in `jobs` processes; without a number, in one for each processor if there is much.

    Where they are to be kept, `known` is what of their contents is not to be read again. `load` is called once while
    other processes read, if there are any.
    """
    sizes = list(map(_size, places))
    jobs = jobs or (processors() if sum(sizes) > MUCH else 1)
    work = partial(_read, given=given, known=known, whole=jobs > 1)
    sentences = reached = 0
    for number, done in enumerate(each(work, places, jobs, load)):
        read = done or Read(Taken(places[number], None, "the process that read it was ended", passing=True))
        reached += sizes[number]
        sentences += len(read.columns.starts) if read.columns else 0
        yield read
        if progress:
            progress(Reached(number + 1, len(places), sentences, reached / max(1, sum(sizes))))


def _read(place: Place, given: Given, known: Container[str] | None, *, whole: bool) -> Read:
    from bot.index.reading import read_file, read_to_keep  # what attributes is loaded by the process that reads

    read = read_file(place, given) if known is None else read_to_keep(place, given, known)
    return read.whole() if whole else read


def _size(place: Place) -> int:
    try:
        return os.stat(place.path).st_size if place.path else 0
    except OSError:
        return 0
