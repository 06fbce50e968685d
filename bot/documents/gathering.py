"""Documents: what was named, walked, read and found different from one another."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO, NamedTuple

from bot.documents.readers import SUFFIXES, Extract, read
from bot.errors import DocumentError


@dataclass(frozen=True)
class Document:
    """One text that sentences are quoted from."""

    id: str
    """What it is called in answers; unique among the documents read together."""
    title: str
    path: str | None
    """As it was named or found; None for text from memory."""
    text: str
    date: str | None
    """Of the document, ISO 8601, where it says so itself."""


class Gathered(NamedTuple):
    """The documents read, what was left out (path and reason), and what a person should hear about."""

    documents: tuple[Document, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def gather(paths: Iterable[str], stdin: BinaryIO | None = None) -> Gathered:
    """Reads files, folders (recursively, known suffixes, nothing hidden) and "-" (stdin); doubles are read once.

    Raises DocumentError for a named file that cannot be read and for a folder with nothing readable in it.
    """
    documents: list[Document] = []
    skipped: list[tuple[str, str]] = []
    warnings: list[str] = []
    seen: dict[str, str] = {}
    taken: set[str] = set()
    for name in paths:
        for place in _places(name, skipped):
            try:
                extract = _extract(place, stdin)
            except DocumentError as error:
                if place.named:
                    raise
                skipped.append((place.shown, error.reason))
                continue
            if extract.text in seen:
                skipped.append((place.shown, f"read already: the same text as {seen[extract.text]}"))
                continue
            seen[extract.text] = place.shown
            if extract.warning:
                warnings.append(f"{place.shown}: {extract.warning}")
            documents.append(_document(extract, place, taken))
    if not documents and skipped:
        raise DocumentError(*skipped[0])
    return Gathered(tuple(documents), tuple(skipped), tuple(warnings))


class _Place(NamedTuple):
    """A file to read: where it is (None for stdin), how it is shown, and whether it was named itself."""

    path: str | None
    shown: str
    named: bool


def _places(name: str, skipped: list[tuple[str, str]]) -> Iterator[_Place]:
    """Each file that a name stands for; what cannot be listed goes to `skipped`."""
    if name == "-":
        yield _Place(None, "stdin", named=True)
    elif not name:
        raise DocumentError("''", "the name is empty")
    elif not os.path.isdir(name):
        yield _Place(name, name, named=True)
    else:
        before = len(skipped)
        inside = sorted(_walk(name, skipped))
        for parts in inside:
            yield _Place(os.path.join(name, *parts), "/".join(parts), named=False)
        if not inside and len(skipped) == before:
            raise DocumentError(name, f"no file in it ends in {', '.join(sorted(SUFFIXES))}")


def _walk(root: str, skipped: list[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The parts of the path, inside of `root`, of each file that a reader knows."""

    def give_up(error: OSError) -> None:
        skipped.append(("/".join(_inside(error.filename, root)) or root, _reason(error)))

    for folder, inner, files in os.walk(root, onerror=give_up):
        inner[:] = [one for one in inner if not one.startswith(".")]
        for file in files:
            if os.path.splitext(file)[1].lower() in SUFFIXES and not file.startswith("."):
                yield (*_inside(folder, root), file)


def _inside(path: str, root: str) -> list[str]:
    return [part for part in path.removeprefix(root).split(os.sep) if part]


def _extract(place: _Place, stdin: BinaryIO | None) -> Extract:
    path, shown = place.path, place.shown
    try:
        if path is None:
            data = stdin.read() if stdin else b""
        elif place.named or os.path.isfile(path) or not os.path.exists(path):
            with open(path, "rb") as file:
                data = file.read()
        else:
            raise DocumentError(shown, "it is no regular file")
    except FileNotFoundError as error:
        raise DocumentError(shown, "there is no such file or folder") from error
    except (OSError, ValueError) as error:
        raise DocumentError(shown, _reason(error)) from error
    extract = read(data, shown)
    if not extract.text.strip():
        raise DocumentError(shown, "it is empty")
    return extract


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()


def _document(extract: Extract, place: _Place, taken: set[str]) -> Document:
    identity = next(name for name in _identities(place) if name not in taken)
    taken.add(identity)
    return Document(identity, extract.title or _stem(place.shown), place.path, extract.text, date_of(extract.text))


def _identities(place: _Place) -> Iterator[str]:
    """What a document may be called: the file's name, as many of its folders as it takes, then a number."""
    parts = _inside(os.path.normpath(place.shown), "")
    for size in range(1 if place.named else len(parts), len(parts) + 1):
        yield "/".join(parts[-size:])
    yield from (f"{'/'.join(parts)} ({number})" for number in count(2))


def _stem(shown: str) -> str:
    return re.sub(r"[-_]+", " ", os.path.splitext(os.path.basename(shown))[0])


MONTHS = "january february march april may june july august september october november december".split()
_DATES = re.compile(
    r"(?P<m1>[A-Z][a-z]+)\s+(?P<d1>\d{1,2}),?\s+(?P<y1>\d{4})|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]+),?\s+(?P<y2>\d{4})|"
    r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
)
_YEAR = re.compile(r"\d{4}")
_HEAD = 1500
"""Characters of a document in which its date is looked for."""
_BEFORE_YEAR = len("30 September,  ")


def date_of(text: str) -> str | None:
    """The first full date within the first lines of a text, as ISO 8601."""
    years = (year.start() for year in _YEAR.finditer(text, 0, _HEAD))
    found = (_DATES.search(text, max(0, at - _BEFORE_YEAR), min(at + len("2020-12-31"), _HEAD)) for at in years)
    return next(filter(None, map(_iso, filter(None, found))), None)


def _iso(match: re.Match[str]) -> str | None:
    day = int(match["d1"] or match["d2"] or match["d3"])
    year = int(match["y1"] or match["y2"] or match["y3"])
    month = (match["m1"] or match["m2"] or "").lower()
    number = MONTHS.index(month) + 1 if month in MONTHS else int(match["m3"] or 0)
    return f"{year:04}-{number:02}-{day:02}" if 1 <= day <= 31 and 1 <= number <= 12 else None


def bundled() -> str:
    """The folder with the article that is asked when no document is named: beside the package or inside it."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "corpus")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "corpus")
