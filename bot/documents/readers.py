"""From the bytes of a file to its text. A format is one function and one line in `SUFFIXES`."""

import codecs
import os
import re
from collections.abc import Callable
from typing import NamedTuple

from bot.errors import DocumentError
from bot.patterns import lazily


class Extract(NamedTuple):
    """What a reader took from a file. Offsets into `text` are the file's own for text files: line ends are kept."""

    text: str
    title: str | None = None
    warning: str | None = None


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"MZ\x90",
)
_SAMPLE = 1 << 20
"""Bytes that the encoding is guessed from."""
_MATTER_TITLE = lazily(r"\A---\s*\n(?:.*\n){0,40}?title:\s*[\"']?(.+?)[\"']?\s*\n", re.IGNORECASE)
_HEADING = lazily(r"^#\s+(.+?)\s*#*$", re.MULTILINE)


def read(data: bytes, name: str) -> Extract:
    """The text of a file called `name`; its ending decides the format, and text is what is left.

    Raises DocumentError for what is not text.
    """
    reader = SUFFIXES.get(os.path.splitext(name)[1].lower(), read_text)
    return reader(data, name)


def read_text(data: bytes, name: str) -> Extract:
    """Plain text; the title is its first line where that stands alone and is short."""
    text, warning = _decode(data, name)
    head = text.lstrip("\ufeff").lstrip()[:400]
    first, _, rest = head.partition("\n")
    alone = 0 < len(first.strip()) <= 160 and rest.strip() and not first.rstrip().endswith((".", "!", "?", ":", ","))
    return Extract(text, first.strip() if alone else None, warning)


def read_markdown(data: bytes, name: str) -> Extract:
    """Markdown as it is written; the title is that of its header or its first heading."""
    text, warning = _decode(data, name)
    title = _MATTER_TITLE.match(text) or _HEADING.search(text, 0, 4000)
    return Extract(text, title.group(1) if title else None, warning)


def _decode(data: bytes, name: str) -> tuple[str, str | None]:
    """Byte-order mark, then UTF-8, then the best guess, which is named in a warning."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding), None
            except UnicodeDecodeError as error:
                raise DocumentError(name, f"its mark says {encoding}, but it is not") from error
    if data.startswith(_BINARY) or b"\0" in data[:_SAMPLE]:
        raise DocumentError(name, "it is a binary file; give plain text or Markdown")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data, name)


def _guess(data: bytes, name: str) -> tuple[str, str]:
    """Windows-1252 where it makes sense, since a few accents in English prose are too little to guess from."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=["cp1252"]).best() or from_bytes(sample).best()
    if best is not None:
        try:
            return data.decode(best.encoding), f"not UTF-8; read as {best.encoding}"
        except (UnicodeDecodeError, LookupError):
            pass
    raise DocumentError(name, "no encoding fits; save it as UTF-8")


SUFFIXES: dict[str, Callable[[bytes, str], Extract]] = {
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".text": read_text,
    ".txt": read_text,
}
