"""Where the documents that are asked come from: a store by name, the cache, or the files themselves."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from bot.documents import Found, Given, bundled, find
from bot.errors import StoreError, UsageError
from bot.index.files import read_files
from bot.index.handover import Reached

if TYPE_CHECKING:
    from bot.index.store import Library

LEAST = 2_000_000
"""Bytes of files below which nothing is kept: they are read again as fast."""


class Wanted(NamedTuple):
    """What is to be asked: files and folders (none: the bundled article), and where they are kept."""

    paths: Sequence[str]
    given: Given = Given()
    store: str | None = None
    """A store by name; alone it is asked as it is."""
    cache: bool = True
    """Whether large inputs may be kept in the user's cache."""
    jobs: int | None = None
    progress: Callable[[Reached], None] | None = None
    load: Callable[[], object] | None = None
    """Loads what is needed to ask: while another process reads, where nothing is kept."""


def library(wanted: Wanted) -> "Library":
    """What can be asked. Raises DocumentError, and StoreError for a store by name that cannot be used."""
    found = Found((), ()) if wanted.store is not None else find(wanted.paths or [bundled()])
    if wanted.store is None and not (wanted.cache and wanted.paths and _is_worth_keeping(found)):
        return _in_memory(wanted, found)
    if wanted.load:
        wanted.load()
    return _cached(wanted, found) if wanted.store is None else _named(wanted, wanted.store)


def _is_worth_keeping(found: Found) -> bool:
    """Whether files are so large that to keep them saves time; what comes from a stream cannot be kept."""
    if any(place.path is None for place in found.places):
        return False
    size = 0
    for place in found.places:
        with suppress(OSError):
            size += os.stat(place.path or "").st_size
        if size >= LEAST:
            return True
    return False


def _in_memory(wanted: Wanted, found: Found, *warnings: str) -> "Library":
    reads = list(read_files(found.places, wanted.given, wanted.jobs, wanted.progress, load=wanted.load))
    from bot.index.loading import of_files

    read = of_files(found, reads)
    return read._replace(warnings=(*warnings, *read.warnings))


def _named(wanted: Wanted, path: str) -> "Library":
    from bot.index.stores import is_elsewhere
    from bot.index.versions import Outdated

    if "-" in wanted.paths:
        raise UsageError("a document from stdin has no path to be kept by; make it a file")
    try:
        return _of_name(wanted, path)
    except Outdated:
        if is_elsewhere(path):
            raise  # what others use, too, is made anew when somebody says so
        from bot.index.renewing import renewed

        renewed(path, wanted.jobs)
    read = _of_name(wanted, path)
    return read._replace(warnings=(f"{path} was made by another version and has been made anew", *read.warnings))


def _of_name(wanted: Wanted, path: str) -> "Library":
    if not wanted.paths:
        from bot.index.reopening import opened

        return opened(path)
    from bot.index.keeping import Keep, kept

    keep = Keep(path, mirrors=False, jobs=wanted.jobs, progress=wanted.progress)
    return kept(find(wanted.paths), wanted.given, keep)


def _cached(wanted: Wanted, found: Found) -> "Library":
    from bot.index.caching import cache_of, throw_away
    from bot.index.keeping import Keep, kept
    from bot.index.versions import Outdated

    said: tuple[str, ...] = ()
    try:
        path = cache_of(wanted.paths, wanted.given)
        keep = Keep(path, mirrors=True, of=tuple(wanted.paths), jobs=wanted.jobs, progress=wanted.progress)
        try:
            return kept(found, wanted.given, keep)
        except StoreError as error:
            if not (error.damaged or isinstance(error, Outdated)):
                raise
            what = "was damaged" if error.damaged else "was made by another version"
            said = (f"the cache {what} and has been made anew",)
        throw_away(path)
        read = kept(found, wanted.given, keep)
    except (StoreError, OSError) as error:
        return _in_memory(wanted, found, f"nothing is kept for the next time: {getattr(error, 'reason', error)}")
    return read._replace(warnings=(*said, *read.warnings))
