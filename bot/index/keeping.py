"""Files kept in a store: what is new or changed is read, what is gone is taken out; the rest is only opened."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from bot.documents import Found, Given, Place, Status, as_sure_at, listed, same_listing, sift
from bot.errors import DocumentError, StoreError
from bot.index import stores
from bot.index.handover import Reached, Reading
from bot.index.outcomes import FAULTY, PASSING, TEXT, UNREADABLE, Outcome
from bot.index.store import LARGEST, Entry, Library
from bot.index.stores import Kept, Writer
from bot.index.versions import Outdated, is_current

Outcomes = Mapping[str, Outcome]
"""What came of files, by path."""


class Keep(NamedTuple):
    """Where files are kept, and how."""

    path: str
    mirrors: bool
    """Whether the store has just the files named now: a cache. What is kept by name only gains and replaces."""
    of: tuple[str, ...] = ()
    """The files and folders that a cache is of."""
    jobs: int | None = None
    progress: Callable[[Reached], None] | None = None


class _Asked(NamedTuple):
    """What is to be kept."""

    found: Found
    given: Given
    keep: Keep
    statuses: Sequence[Status]
    gone: frozenset[str] = frozenset()
    """Paths that are to be forgotten."""


def kept(found: Found, given: Given, keep: Keep) -> Library:
    """The documents of files, in a store that has them as they are now.

    Raises DocumentError as reading into memory does, and StoreError where the store cannot be used.
    """
    statuses = listed(found.places)
    if not keep.mirrors:
        statuses = [one._replace(place=_by_full_path(one.place)) for one in statuses]
    listing = same_listing(statuses, found.skipped, given.text_field) if keep.mirrors else ""
    if listing and os.path.exists(keep.path):
        store = stores.kept(keep.path)
        if store.noted("listing") == listing and is_current(store.noted("made")):
            return _library(store, store.noted("view"))
    with _changing(keep.path) as writer:
        view = _brought_up_to_date(writer, _Asked(found, given, keep, statuses))
    return _library(stores.kept(keep.path), view)


@contextmanager
def _changing(path: str) -> Iterator[Writer]:
    """A store that is as this version would make it."""
    with closing(stores.writer(path)) as writer:
        if not is_current(writer.noted("made")):
            raise Outdated(writer.path)
        yield writer


def _by_full_path(place: Place) -> Place:
    """The same file, known by where it is."""
    return place._replace(path=os.path.abspath(place.path)) if place.path else place


def _library(store: Kept, view: object) -> Library:
    if view is None:
        raise StoreError(store.path, "it is damaged", damaged=True)
    skipped, warnings, faults = json.loads(str(view))
    return Library(store, tuple(map(tuple, skipped)), tuple(warnings), tuple(map(tuple, faults)))


def _brought_up_to_date(writer: Writer, asked: _Asked) -> str:
    """Reads what is new, a transaction for each segment; what a person should hear."""
    statuses, field = asked.statuses, asked.given.text_field
    before = writer.outcomes()
    known: dict[str, Outcome] = {}
    for status in statuses:
        old = before.get(status.place.path or "")
        if old and old.is_of(status, field):
            known[old.path] = old._replace(status=status)
    fresh: dict[str, Reading] = {}
    rows = 0
    new = [status for status in statuses if (status.place.path or "") not in known]
    for outcome, reading in _examined(new, before, asked.given, asked.keep):
        size = len(reading.columns.starts) if reading else 0
        if rows and rows + size > LARGEST:
            _commit(writer, asked, known, fresh)
            fresh, rows = {}, 0
        known[outcome.path] = outcome
        if reading and outcome.content:
            fresh[outcome.content] = reading
            rows += size
    return _settled(writer, asked, known, fresh)


def _settled(writer: Writer, asked: _Asked, known: dict[str, Outcome], fresh: Mapping[str, Reading]) -> str:
    """The last transaction, and one more for documents that others stood for that are gone."""
    view, missing = _commit(writer, asked, known, fresh, done=True)
    if missing:
        again = dict(
            zip(
                (one.path for one in missing),
                _examined([one.status for one in missing], {}, asked.given, asked.keep),
                strict=True,
            )
        )
        known |= {path: outcome for path, (outcome, _) in again.items()}
        fresh = {outcome.content: reading for outcome, reading in again.values() if reading and outcome.content}
        view, _ = _commit(writer, asked, known, fresh, done=True)
    return view


def _state(asked: _Asked, before: Outcomes, known: Outcomes) -> Outcomes:
    """What came of all files, in order; of those not looked at yet what came of them before."""
    both = {path: one for path, one in {**before, **known}.items() if path not in asked.gone}
    if not asked.keep.mirrors:
        return dict(sorted(both.items()))
    paths = (one.place.path or "" for one in asked.statuses)
    return {path: both[path] for path in paths if path in both}


def _examined(
    statuses: Sequence[Status], before: Outcomes, given: Given, keep: Keep
) -> Iterator[tuple[Outcome, Reading | None]]:
    """What comes of files; those whose content is known are not read."""
    if not statuses:
        return
    from bot.index.files import read_files

    now = time.time_ns()
    same = {one.content: one for one in before.values() if one.content and one.state != PASSING}
    places = [status.place for status in statuses]
    reads = read_files(places, given, keep.jobs, keep.progress, known=same.keys())
    for status, read in zip(statuses, reads, strict=True):
        sure, taken = as_sure_at(status, now), read.taken
        if read.content in same and not (taken.document or taken.said):
            yield same[read.content]._replace(status=sure), None
        elif read.fault:
            yield Outcome(sure, read.content, read.text, read.fault, FAULTY), None
        elif taken.document is None:
            state = PASSING if taken.passing or read.content is None else UNREADABLE
            yield Outcome(sure, read.content, None, taken.said, state), None
        else:
            yield Outcome(sure, read.content, read.text, taken.said, TEXT), read.reading


def _commit(
    writer: Writer, asked: _Asked, known: Outcomes, fresh: Mapping[str, Reading], *, done: bool = False
) -> tuple[str, list[Outcome]]:
    """One transaction: the store has what came of files; the view, and the documents that it has still to read."""
    with writer.change():
        there, state = writer.contents(), _state(asked, writer.outcomes(), known)
        seen = _view_of(asked.statuses, asked.found, state)
        wanted = {one.content or "": (one, name) for one, name in seen.kept if one.state != FAULTY}
        missing = [one for content, (one, _) in wanted.items() if content not in there and content not in fresh]
        entries = [Entry(content, name, one.path) for content, (one, name) in wanted.items() if one not in missing]
        if seen.faults and done and not entries:
            raise DocumentError(*seen.faults[0])
        view = json.dumps([seen.skipped, seen.warnings, seen.faults])
        listing = _listing(asked, state) if done and not missing else ""
        notes = {"view": view, "of": json.dumps(asked.keep.of), "listing": listing} if asked.keep.mirrors else {}
        writer.settle(entries, fresh, state, **notes)
    return view, missing


class _View(NamedTuple):
    """What those who named files are to see."""

    kept: Sequence[tuple[Outcome, str]]
    """What came of the files that have a text, with what each is called."""
    skipped: Sequence[tuple[str, str]]
    warnings: Sequence[str]
    faults: Sequence[tuple[str, str]]


def _view_of(statuses: Sequence[Status], found: Found, state: Outcomes) -> _View:
    """What is to be seen of what came of all files by whoever named some. Raises DocumentError as `sift` does."""
    sifted = sift(_told(statuses, state), found.skipped)
    kept = [(state[place.path or ""], name) for place, name in sifted.kept]
    faults = [(name, one.said or "") for one, name in kept if one.state == FAULTY]
    mine = {one.place.shown for one in statuses} | {path for path, _ in found.skipped}
    skipped = [*((path, said) for path, said in sifted.skipped if path in mine), *faults]
    return _View(kept, skipped, sifted.warnings, faults)


def _told(statuses: Sequence[Status], state: Outcomes) -> Iterator[tuple[Place, str | None, str | None]]:
    """What `sift` needs: of files that are not named now, those that have a text."""
    now = {one.place.path for one in statuses}
    for path, one in state.items():
        said = one.said if path in now and one.state != FAULTY else None
        if path in now or one.text is not None:
            yield one.status.place, one.text, said


def _listing(asked: _Asked, state: Outcomes) -> str:
    """How the files look, as far as it can be told that they have not changed since."""
    looks = [state[one.place.path or ""].status for one in asked.statuses]
    return same_listing(looks, asked.found.skipped, asked.given.text_field) if asked.keep.mirrors else ""


def forgotten(path: str, gone: str) -> int:
    """Takes files, or all in a folder, out of a store; how many there were. Raises StoreError."""
    with _changing(path) as writer:
        known = _inside(gone, writer.outcomes())
        if known:
            _settled(writer, _Asked(Found(()), Given(), Keep(path, mirrors=False), (), known), {}, {})
    return len(known)


def _inside(place: str, paths: Iterable[str]) -> frozenset[str]:
    """Those of some paths that are a file or lie in a folder."""
    root = os.path.abspath(place)
    folder = root.rstrip(os.sep) + os.sep
    return frozenset(path for path in paths if path == root or path.startswith(folder))
