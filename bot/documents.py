"""Documents: what was named, walked, read and found different from one another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from bot.errors import DocumentError
from bot.readers import SUFFIXES, Extract, read


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Gathered:
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
    seen: dict[bytes, str] = {}
    for name in paths:
        count = len(documents) + len(skipped)
        for path, shown, named in _files(name):
            try:
                extract = _extract(path, shown, stdin)
            except DocumentError as error:
                if named:
                    raise
                skipped.append((shown, error.reason))
                continue
            key = blake2b(extract.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
            if key in seen:
                skipped.append((shown, f"the same text as {seen[key]}"))
                continue
            seen[key] = shown
            if extract.warning:
                warnings.append(f"{shown}: {extract.warning}")
            documents.append(_document(extract, path, shown, {document.id for document in documents}))
        if len(documents) + len(skipped) == count:
            raise DocumentError(name, f"no file in it ends in {', '.join(sorted(SUFFIXES))}")
    if not documents and skipped:
        path, reason = skipped[0]
        raise DocumentError(path, reason)
    return Gathered(tuple(documents), tuple(skipped), tuple(warnings))


def _files(name: str) -> Iterator[tuple[Path | None, str, bool]]:
    """Each file that a name stands for: where it is, how it is shown, whether it was named itself."""
    if name == "-":
        yield None, "stdin", True
        return
    root = Path(name)
    if not root.is_dir():
        yield root, name, True
        return
    try:
        found = sorted(path for path in root.rglob("*") if path.suffix.lower() in SUFFIXES)
    except OSError as error:
        raise DocumentError(name, error.strerror or "unreadable") from error
    for path in found:
        inside = path.relative_to(root)
        if not any(part.startswith(".") for part in inside.parts) and not path.is_dir():
            yield path, inside.as_posix(), False


def _extract(path: Path | None, shown: str, stdin: BinaryIO | None) -> Extract:
    try:
        data = (stdin.read() if stdin else b"") if path is None else path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(shown, "there is no such file or folder") from error
    except OSError as error:
        raise DocumentError(shown, error.strerror.lower() if error.strerror else "unreadable") from error
    extract = read(data, shown)
    if not extract.text.strip():
        raise DocumentError(shown, "it is empty")
    return extract


def _document(extract: Extract, path: Path | None, shown: str, taken: set[str]) -> Document:
    parts = Path(shown).parts
    for size in range(1 if path and path == Path(shown) else len(parts), len(parts) + 1):
        identity = "/".join(parts[-size:])
        if identity not in taken:
            break
    else:
        identity = next(
            f"{shown} ({number})" for number in range(2, len(taken) + 3) if f"{shown} ({number})" not in taken
        )
    return Document(
        identity, extract.title or _stem(shown), str(path) if path else None, extract.text, date_of(extract.text)
    )


def _stem(shown: str) -> str:
    return re.sub(r"[-_]+", " ", Path(shown).stem)


_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(month.capitalize() for month in _MONTHS)
_DATES = re.compile(
    rf"(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}}),?\s+(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>\d{{4}})|"
    r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
)


def date_of(text: str) -> str | None:
    """The first full date within the first lines of a text, as ISO 8601."""
    match = _DATES.search(text, 0, 1500)
    if match is None:
        return None
    day = int(match["d1"] or match["d2"] or match["d3"])
    year = int(match["y1"] or match["y2"] or match["y3"])
    month = match["m1"] or match["m2"]
    number = _MONTHS.index(month.lower()) + 1 if month else int(match["m3"])
    return f"{year:04}-{number:02}-{day:02}" if 1 <= day <= 31 and 1 <= number <= 12 else None
