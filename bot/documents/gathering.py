"""Documents: what was named, walked, read and found different from one another."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import BinaryIO, NamedTuple

from bot.documents.extracts import UNMARKED, Extract, Marks
from bot.documents.files import Place, opened, places, reason
from bot.documents.readers import read
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
    marks: Marks = UNMARKED
    """Where its pages, times and turns begin, as far as its format says."""
    own_lines: bool = True
    """Whether its lines are the file's own; not in a PDF, say."""


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
        for place in places(name, skipped):
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


def _extract(place: Place, stdin: BinaryIO | None) -> Extract:
    try:
        if place.path is None:
            extract = read(stdin or BytesIO(), place.shown)
        else:
            with opened(place) as file:
                extract = read(file, place.shown)
    except (OSError, ValueError) as error:
        raise DocumentError(place.shown, reason(error)) from error
    except MemoryError as error:
        raise DocumentError(place.shown, "there is not enough memory for it") from error
    if not extract.text.strip():
        raise DocumentError(place.shown, "it is empty")
    return extract


def _document(extract: Extract, place: Place, taken: set[str]) -> Document:
    identity = next(name for name in _identities(place) if name not in taken)
    taken.add(identity)
    title, text = extract.title or _stem(place.shown), extract.text
    return Document(identity, title, place.path, text, date_of(text), extract.marks, extract.own_lines)


def _identities(place: Place) -> Iterator[str]:
    """What a document may be called: the file's name, as many of its folders as it takes, then a number."""
    parts = os.path.normpath(place.shown).strip(os.sep).split(os.sep)
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
