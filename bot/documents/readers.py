"""From a file to its text. A format is one function, one line in `FORMATS`, and one extra if it needs a library."""

import os
from functools import partial
from importlib import import_module
from typing import BinaryIO, NamedTuple

from bot.documents.apart import apart
from bot.documents.encodings import FIRST_BLOCK, is_binary
from bot.documents.extracts import Extract, Source
from bot.errors import APP, DocumentError

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
_CAPTIONS = Format("bot.documents.captions:read_captions", "captions")
FORMATS = {
    ".docx": Format("bot.documents.word:read_docx", "docx", text=False),
    ".markdown": Format("bot.documents.plain:read_markdown"),
    ".md": Format("bot.documents.plain:read_markdown"),
    ".pdf": Format("bot.documents.pages:read_pdf", "pdf", text=False, apart=True),
    ".sbv": _CAPTIONS,
    ".srt": _CAPTIONS,
    ".text": _PLAIN,
    ".txt": _PLAIN,
    ".vtt": _CAPTIONS,
}
"""Endings of names, in small letters."""


def read(stream: BinaryIO, name: str) -> Extract:
    """The text of a file called `name`; its ending decides the format, and text is what is left.

    Of what is no text no more than the first block is read, and of anything no more than `LARGEST`.
    Raises DocumentError for what cannot be read.
    """
    form = FORMATS.get(os.path.splitext(name)[1].lower(), _PLAIN)
    first = stream.read(FIRST_BLOCK)
    if not first:
        raise DocumentError(name, "it is empty")
    if form.text and is_binary(first):
        raise DocumentError(name, "it is a binary file of no format that is read")
    data = first + stream.read(LARGEST + 1 - len(first))
    if len(data) > LARGEST:
        raise DocumentError(name, f"it is larger than {LARGEST >> 20} MB")
    reader = partial(_read, form)
    return apart(reader, Source(name, data)) if form.apart else reader(Source(name, data))


def _read(form: Format, source: Source) -> Extract:
    """What the reader of a format takes from a file; whatever a library says of it, in one line."""
    try:
        module, _, function = form.reader.partition(":")
        extract: Extract = getattr(import_module(module), function)(source)
    except (DocumentError, MemoryError):
        raise
    except ModuleNotFoundError as error:
        raise DocumentError(
            source.name, f"it needs the extra {form.extra}: pip install '{APP}[{form.extra}]'"
        ) from error
    except RecursionError as error:
        raise DocumentError(source.name, "it is nested too deep") from error
    except Exception as error:
        said = " ".join(str(error).split())[:_SAID]
        raise DocumentError(source.name, f"it is damaged: {said or type(error).__name__}") from error
    return extract
