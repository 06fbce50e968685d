"""The user's cache: a store for each group of files and folders that is asked, made, renewed and thrown away by itself.

It holds the text of the documents, so its folder is this user's alone.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from bot.documents import Given, digest
from bot.errors import APP, StoreError, told

_ENDING = ".sqlite"


class Cached(NamedTuple):
    """One store of the cache."""

    path: str
    size: int
    """Bytes."""
    of: tuple[str, ...]
    """The files and folders that it keeps; empty where it does not say."""


def cache_folder() -> str:
    """Where the cache is; need not be there."""
    from platformdirs import user_cache_path

    return str(user_cache_path(APP, appauthor=False))


def cache_of(paths: Iterable[str], given: Given) -> str:
    """The store for these files and folders, whose folder is made. Raises StoreError."""
    folder = cache_folder()
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(folder, told(error)) from error
    asked = json.dumps([sorted({os.path.abspath(path) for path in paths}), given.text_field])
    return os.path.join(folder, digest(asked.encode()) + _ENDING)


def throw_away(path: str) -> None:
    """Removes a store of the cache, with what a change that did not end has left beside it."""
    for name in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)


def is_cache(path: str) -> bool:
    """Whether a store is one of the cache."""
    return os.path.dirname(os.path.abspath(path)) == os.path.abspath(cache_folder())


def cached() -> Iterator[Cached]:
    """The stores of the cache, by the time of their last change."""
    for path in sorted(_files(), key=os.path.getmtime):
        yield Cached(path, os.path.getsize(path), tuple(_kept_in(path)))


def clear() -> int:
    """Throws the cache away; how many bytes it had."""
    paths = _files()
    size = sum(map(os.path.getsize, paths))
    for path in paths:
        throw_away(path)
    return size


def _files() -> list[str]:
    folder = cache_folder()
    names = os.listdir(folder) if os.path.isdir(folder) else ()
    return [os.path.join(folder, name) for name in names if name.endswith(_ENDING)]


def _kept_in(path: str) -> Sequence[str]:
    from bot.index.stored.reader import StoredStore

    try:
        of = StoredStore(path).noted("of")
    except StoreError:
        return ()
    return tuple(json.loads(str(of))) if of else ()
