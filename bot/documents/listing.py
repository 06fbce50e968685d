"""How files look from outside, so that those that are as they were need not be read again."""

import marshal
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.documents.files import Place, opened

if TYPE_CHECKING:
    import hashlib

_AT_ONCE = 1 << 20
_GRAIN = 2_000_000_000
"""Nanoseconds within which a file system may give two changes of a file the same time."""
UNSURE = -1
"""Stands for the time of a file that may have been changed since without a sign."""


class Status(NamedTuple):
    """A file with its size and the time of its last change in nanoseconds; both `UNSURE` where it cannot be told."""

    place: Place
    size: int
    changed: int


def listed(places: Iterable[Place]) -> list[Status]:
    """How each file looks from outside now."""
    return list(map(_status, places))


def _status(place: Place) -> Status:
    try:
        found = os.stat(place.path or "")
    except OSError:
        return Status(place, UNSURE, UNSURE)
    return Status(place, found.st_size, found.st_mtime_ns)


def as_sure_at(status: Status, now: int) -> Status:
    """The same, without a time that is so near to `now` that another change could have it, too."""
    return status if status.changed < now - _GRAIN else status._replace(changed=UNSURE)


def same_listing(statuses: Sequence[Status], *more: Any) -> str:
    """What two listings have in common only where nothing has changed; empty where that cannot be told."""
    if any(one.changed == UNSURE for one in statuses):
        return ""
    flat = [value for place, size, changed in statuses for value in (*place, size, changed)]
    return digest(marshal.dumps((flat, more), 2))


def content_of(place: Place) -> str:
    """What two files have in common only where bytes and name are the same, whatever folder they are in.

    Raises DocumentError and OSError.
    """
    found = _blake2b(os.fsencode(os.path.basename(place.shown)) + b"\0")
    with opened(place) as file:
        while part := file.read(_AT_ONCE):
            found.update(part)
    return found.hexdigest()


def digest(data: bytes) -> str:
    """What stands for bytes and, for all practical purposes, for no others: 128 bits of BLAKE2b, in hexadecimal."""
    return _blake2b(data).hexdigest()


def _blake2b(data: bytes) -> "hashlib.blake2b":
    from _blake2 import blake2b  # hashlib's own: hashlib loads OpenSSL, which takes as long as to open a store

    return blake2b(data, digest_size=16)
