"""What a store was made by: where that is another, all has to be made again."""

import json
import os
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

import Stemmer

from bot.documents import digest
from bot.errors import StoreError

_WINGS = ("documents", "layout", "speakers", "words", "index")
"""What decides how a document is read and kept."""


class Outdated(StoreError):
    """A store that another version has made."""

    def __init__(self, path: str, reason: str = "it was made by another version; --rebuild makes it anew") -> None:
        super().__init__(path, reason)


class Made(NamedTuple):
    """By what a store was made."""

    by: str
    """What does not stand in files of ours: Python with its `re`, the stemmer, the order of bytes."""
    glimpse: str
    """How the files of our rules look from outside."""
    rules: str
    """What stands in them; empty where that was not looked at."""


def glimpsed() -> Made:
    """By what a store would be made now; the rules themselves are not looked at."""
    by = (sys.version_info[:3], re.__name__, Stemmer.version(), sys.byteorder)
    files = [(name, status.st_size, status.st_mtime_ns) for name, _, status in _files()]
    return Made(repr(by), digest(repr(files).encode()), "")


def looked_at(made: Made) -> Made:
    """The same, with what stands in the rules."""
    parts = []
    for name, path, _ in _files():
        with open(path, "rb") as file:
            parts.append(f"{name}\0".encode() + file.read())
    return made._replace(rules=digest(b"\0".join(parts)))


def is_same(before: Made, now: Made) -> bool:
    """Whether what was made before would be made just so now."""
    if before.by != now.by:
        return False
    return before.glimpse == now.glimpse or before.rules == looked_at(now).rules


def is_current(made: object) -> bool:
    """Whether what a store was made by, as it has noted, would make it just so now."""
    return not made or is_same(Made(*json.loads(str(made))), glimpsed())


def _files() -> Iterator[tuple[str, str, os.stat_result]]:
    """Our rules: name, path, and how each looks from outside."""
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    waiting = [os.path.join(home, wing) for wing in _WINGS]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    yield entry.path[len(home) :], entry.path, entry.stat()
                elif entry.is_dir():
                    waiting.append(entry.path)
