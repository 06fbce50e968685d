"""Documents: what was named, walked, read and found different from one another."""

import os
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import count
from typing import BinaryIO, NamedTuple

from bot.documents.extracts import UNMARKED, Extract, Marks
from bot.documents.files import Place, opened, places, printable, reason
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
    text: str = field(repr=False)
    date: str | None
    """Of the document, ISO 8601, where it says so itself."""
    marks: Marks = field(default=UNMARKED, repr=False)
    """Where its pages, times and turns begin, as far as its format says."""
    own_lines: bool = True
    """Whether its lines are the file's own; not in a PDF, say."""


class Found(NamedTuple):
    """The files that were named, and what could not be listed (path and reason)."""

    places: tuple[Place, ...]
    skipped: tuple[tuple[str, str], ...] = ()


class Given(NamedTuple):
    """What a reader may need beside the file."""

    stdin: BinaryIO | None = None
    text_field: str | None = None
    """The field with the text of records (JSON, CSV) that do not say it themselves."""


class Taken(NamedTuple):
    """What came of one file: a document, by the name that it is shown by, or the reason why there is none."""

    place: Place
    document: Document | None
    said: str | None = None
    """The reason, or a warning about the document."""
    passing: bool = False
    """Whether the reason may pass though the file stays the same."""


class Gathered(NamedTuple):
    """The documents read, what was left out (path and reason), and what a person should hear about."""

    documents: tuple[Document, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


class Sifted(NamedTuple):
    """The files that are documents, with what each is called; what was left out; what a person should hear."""

    kept: tuple[tuple[Place, str], ...]
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def find(paths: Iterable[str]) -> Found:
    """The files that names stand for: themselves, what folders hold (known suffixes, nothing hidden), "-" (stdin).

    Raises DocumentError for a folder with nothing readable in it.
    """
    skipped: list[tuple[str, str]] = []
    found = tuple(place for name in sorted(paths) for place in places(name, skipped))
    return Found(found, tuple(skipped))


def take(place: Place, given: Given) -> Taken:
    """Reads one file."""
    try:
        extract = _extract(place, given)
    except DocumentError as error:
        passing = isinstance(error.__cause__, OSError | ImportError | MemoryError)
        return Taken(place, None, error.reason, passing)
    title, text = extract.title or _stem(place.shown), extract.text
    date = extract.date or date_of(text)
    document = Document(place.shown, title, place.path, text, date, extract.marks, extract.own_lines)
    return Taken(place, document, extract.warning)


def gather(paths: Iterable[str], stdin: BinaryIO | None = None) -> Gathered:
    """Reads files, folders and "-" (stdin); doubles are read once.

    The order in which they are named is no matter: of doubles the first by name is kept.
    Raises DocumentError for a named file that cannot be read and for a folder with nothing readable in it.
    """
    found = find(paths)
    return settle((take(place, Given(stdin)) for place in found.places), found.skipped)


def settle(taken: Iterable[Taken], skipped: Sequence[tuple[str, str]] = ()) -> Gathered:
    """Names what was taken from files, in their order, and leaves out doubles.

    Raises DocumentError for a named file that cannot be read, and where there is nothing.
    """
    known = list(taken)
    sifted = sift(((at, document.text if document else None, said) for at, document, said, _ in known), skipped)
    by_place = {at: document for at, document, _, _ in known if document}
    documents = tuple(replace(by_place[at], id=name) for at, name in sifted.kept)
    return Gathered(documents, sifted.skipped, sifted.warnings)


def sift(outcomes: Iterable[tuple[Place, Hashable, str | None]], skipped: Sequence[tuple[str, str]] = ()) -> Sifted:
    """Names the files that have a text, in their order, and leaves out doubles.

    Of each file comes its text, or what stands for it and for no other (None where it cannot be read), and the reason
    or a warning. Raises DocumentError for a named file that cannot be read, and where there is nothing.
    """
    kept: list[Place] = []
    left = list(skipped)
    warnings: list[str] = []
    seen: dict[Hashable, str] = {}
    for place, text, said in outcomes:
        if text is None:
            if place.named:
                raise DocumentError(place.shown, said or "")
            left.append((place.shown, said or ""))
        elif text in seen:
            left.append((place.shown, f"read already: the same text as {seen[text]}"))
        else:
            seen[text] = place.shown
            kept.append(place)
            if said:
                warnings.append(f"{place.shown}: {said}")
    if not kept and left:
        raise DocumentError(*left[0])
    return Sifted(tuple(zip(kept, identities(kept), strict=True)), tuple(left), tuple(warnings))


def _extract(place: Place, given: Given) -> Extract:
    try:
        if place.path is None:
            extract = read(given.stdin or BytesIO(), place.shown, given.text_field)
        else:
            with opened(place) as file:
                extract = read(file, place.shown, given.text_field)
    except (OSError, ValueError) as error:
        raise DocumentError(place.shown, reason(error)) from error
    except MemoryError as error:
        raise DocumentError(place.shown, "there is not enough memory for it") from error
    if not extract.text.strip():
        raise DocumentError(place.shown, "it is empty")
    return extract


def identities(found: Sequence[Place]) -> list[str]:
    """What documents are called: a file's name with as many folders as tell it from the others, then by numbers."""
    parts = [tuple(os.path.normpath(printable(at.path or at.shown)).strip(os.sep).split(os.sep)) for at in found]
    sizes = [1 if place.named else place.shown.count("/") + 1 for place in found]
    names: list[str] = []
    for _ in range(max(map(len, parts), default=0)):
        names = ["/".join(part[-size:]) for part, size in zip(parts, sizes, strict=True)]
        often = Counter(name for name, _ in set(zip(names, parts, strict=True)))
        if len(often) == often.total():
            break
        sizes = [size + (often[name] > 1) for name, size in zip(names, sizes, strict=True)]
    given: set[str] = set()
    for at, name in enumerate(names):
        if name in given:
            names[at] = next(other for n in count(2) if (other := f"{name} ({n})") not in given and other not in often)
        given.add(names[at])
    return names


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
