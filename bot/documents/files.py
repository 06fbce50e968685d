"""The files that a name stands for: folders walked without hidden files, devices and loops; names made printable."""

import os
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from bot.documents.readers import FORMATS, is_known
from bot.errors import DocumentError, told

Skipped = list[tuple[str, str]]
"""What is left out: as it is shown, and the reason."""


class Place(NamedTuple):
    """A file to read: where it is (None for stdin), how it is shown, and whether it was named itself."""

    path: str | None
    shown: str
    named: bool


def places(name: str, skipped: Skipped) -> Iterator[Place]:
    """Each file that a name stands for, by name; what cannot be listed goes to `skipped`.

    Raises DocumentError for an empty name, and for a folder in which nothing can be read.
    """
    if name == "-":
        yield Place(None, "stdin", named=True)
    elif not name:
        raise DocumentError("''", "the name is empty")
    elif not os.path.isdir(name):
        yield Place(name, printable(name), named=True)
    else:
        before = len(skipped)
        inside = sorted(_walk(name, skipped))
        for parts, path in inside:
            yield Place(path, printable("/".join(parts)), named=False)
        if not inside and len(skipped) == before:
            raise DocumentError(printable(name), f"no file in it ends in {', '.join(sorted(FORMATS))}")


def opened(place: Place) -> BinaryIO:
    """The bytes of a file, from its beginning; a device or pipe only where it was named itself.

    Raises DocumentError and OSError.
    """
    if place.path is None:
        raise DocumentError(place.shown, "it has no path")
    if not place.named and os.path.exists(place.path) and not os.path.isfile(place.path):
        raise DocumentError(place.shown, "it is no regular file")
    return open(place.path, "rb")


def reason(error: Exception) -> str:
    """Why a file cannot be read."""
    return "there is no such file or folder" if isinstance(error, FileNotFoundError) else told(error)


def _walk(root: str, skipped: Skipped) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each file that a reader knows: the parts of its path inside of `root`, and its whole path; each folder once.

    Folders that links lead to come last, so that what they hold is called by its own place where that is inside.
    """
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[str, ...]] = [()]
    linked: list[tuple[str, ...]] = []
    while waiting or linked:
        inside = waiting.pop() if waiting else linked.pop()
        try:
            status = os.stat(os.path.join(root, *inside))
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(os.path.join(root, *inside)) as entries:
                here = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            skipped.append((printable("/".join(inside) or root), reason(error)))
            continue
        for entry in here:
            if entry.name.startswith("."):
                continue
            if _leads(entry):
                (linked if entry.is_symlink() else waiting).append((*inside, entry.name))
            elif is_known(entry.name):
                yield (*inside, entry.name), entry.path


def _leads(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link to one; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def printable(name: str) -> str:
    """A name with "?" for each byte that is no UTF-8."""
    return name if name.isascii() else name.encode("utf-8", "replace").decode()
