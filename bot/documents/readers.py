"""From a file to its text. A format is one function, one line in `FORMATS`, and one extra if it needs a library."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from typing import BinaryIO, NamedTuple

from bot.documents.encodings import FIRST_BLOCK, is_binary
from bot.documents.extracts import Extract, Source, needs
from bot.documents.plain import header_end
from bot.errors import DocumentError

Reader = Callable[[Source], Extract]
LARGEST = 1 << 28
"""Most bytes of one file."""
_SAID = 100
"""Most characters of what a library says of a damaged file."""


class Format(NamedTuple):
    """How files with one ending are read."""

    reader: str
    """Module and function, loaded when the first such file is read."""
    extra: str | None = None
    """What must be installed for it beside the program itself."""
    text: bool = True
    """Whether the file itself is text."""
    apart: bool = False
    """Whether its library can be sent into endless work or crash, so that it works in a process of its own."""


_PLAIN = Format("bot.documents.plain:read_text")
_MARKDOWN = Format("bot.documents.plain:read_markdown")
_CAPTIONS = Format("bot.documents.captions:read_captions", "captions")
_LINES = Format("bot.documents.records:read_json_lines")
_MAIL = Format("bot.documents.mail:read_mail", apart=True)
_HTML = Format("bot.documents.web:read_html", "html", apart=True)
_PAGE = Format("bot.documents.web:read_elements", "html", apart=True)
FORMATS = {
    ".csv": Format("bot.documents.records:read_csv"),
    ".docx": Format("bot.documents.word:read_docx", "docx", text=False),
    ".eml": _MAIL,
    ".htm": _HTML,
    ".html": _HTML,
    ".json": Format("bot.documents.records:read_json"),
    ".jsonl": _LINES,
    ".markdown": _MARKDOWN,
    ".mbox": _MAIL,
    ".md": _MARKDOWN,
    ".ndjson": _LINES,
    ".pdf": Format("bot.documents.pages:read_pdf", "pdf", text=False, apart=True),
    ".sbv": _CAPTIONS,
    ".srt": _CAPTIONS,
    ".text": _PLAIN,
    ".tsv": Format("bot.documents.records:read_csv"),
    ".txt": _PLAIN,
    ".vtt": _CAPTIONS,
}
"""Endings of names, in small letters."""


GROUP = "quoting_bot.readers"
"""Entry points of other packages: the ending without its point = module:function from Source to Extract."""
_SIGNATURES = (
    (b"%pdf-", ".pdf"),
    (b"pk\x03\x04", ".docx"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"webvtt", ".vtt"),
)
"""How files of some formats begin, in small letters; for those whose name has no ending."""
_ELEMENTS = re.compile(
    r"[ \t]*<(?:!doctype|html|head|body|main|p|div|span|section|article|table|ul|ol|blockquote|h[1-6])\b[^\n]*",
    re.IGNORECASE,
)
_POSTED = re.compile(rb"From \S[^\n]*\d\d:\d\d[^\n]*\d{4}\r?\n[A-Za-z-]+: ")
"""How a mailbox begins, whatever its name: archives of mailing lists are called "2021-May.txt"."""
_MARKED_UP = 0.7
"""Share of the first block in lines that begin with an element, from which a text is a page saved as text."""


def is_known(name: str) -> bool:
    """Whether a file of that name is read when it is found in a folder."""
    _, point, ending = name.lower().rpartition(".")
    return point != "" and (point + ending in FORMATS or ending in _others())


def read(stream: BinaryIO, name: str, text_field: str | None = None) -> Extract:
    """The text of a file called `name`; its ending decides the format, then how it begins, and text is what is left.

    `text_field` is the field with the text of records.

    Of what is no text no more than the first block is read, and of anything no more than `LARGEST`.
    Raises DocumentError for what cannot be read.
    """
    first = stream.read(FIRST_BLOCK)
    if not first:
        raise DocumentError(name, "it is empty")
    form = _format(name, first)
    if form.text and is_binary(first):
        raise DocumentError(name, "it is a binary file of no format that is read")
    data = first + stream.read(LARGEST + 1 - len(first))
    if len(data) > LARGEST:
        raise DocumentError(name, f"it is larger than {LARGEST >> 20} MB")
    reader, source = partial(_read, _loaded(form, name)), Source(name, data, text_field)
    if not form.apart:
        return reader(source)
    from bot.documents.apart import apart

    return apart(reader, source)


def _format(name: str, first: bytes) -> Format:
    ending = os.path.splitext(name)[1].lower()
    if ending not in FORMATS and ending[1:] in _others():
        return Format(_others()[ending[1:]], text=False)
    begins = first.removeprefix(BOM_UTF8).lstrip()[:20].lower()
    signed = (form for sign, form in _SIGNATURES if begins.startswith(sign)) if not ending else ()
    form = FORMATS.get(ending) or FORMATS.get(next(iter(signed), ""), _PLAIN)
    if form is _PLAIN and _POSTED.match(first):
        return _MAIL
    return _PAGE if form in (_PLAIN, _MARKDOWN) and _marked_up(first) else form


def _marked_up(first: bytes) -> bool:
    """Whether the text behind a header is that of a page: most of its lines are elements, and they end, too."""
    text = first.removeprefix(BOM_UTF8).decode("latin-1")
    body = text[header_end(text) :].lstrip()
    if not body.startswith("<") or "</" not in body:
        return False
    return sum(len(line.group()) for line in _ELEMENTS.finditer(body)) > _MARKED_UP * len(body.strip())


@cache
def _others() -> dict[str, str]:
    """The readers of other packages that are installed."""
    from importlib.metadata import entry_points

    return {point.name.lower(): point.value for point in entry_points(group=GROUP)}


def _loaded(form: Format, name: str) -> Reader:
    module, _, function = form.reader.partition(":")
    try:
        reader: Reader = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        said = needs(form.extra) if form.extra else f"it needs {error.name}"
        raise DocumentError(name, f"it is a web page kept as text: {said}" if form is _PAGE else said) from error
    return reader


def _read(reader: Reader, source: Source) -> Extract:
    """What a reader takes from a file; whatever a library says of it, in one line."""
    try:
        return reader(source)
    except (DocumentError, MemoryError):
        raise
    except RecursionError as error:
        raise DocumentError(source.name, "it is nested too deep") from error
    except Exception as error:
        said = " ".join(str(error).split())[:_SAID]
        raise DocumentError(source.name, f"it is damaged: {said or type(error).__name__}") from error
