"""From a file to its text. A format is one function, one line in `FORMATS`, and one extra if it needs a library."""

import os
from typing import Any, BinaryIO, NamedTuple

from bot.documents.encodings import FIRST_BLOCK, is_binary
from bot.documents.extracts import Extract, Source
from bot.errors import DocumentError

LARGEST = 1 << 28
"""Most bytes of one file."""


class Format(NamedTuple):
    """How files with one ending are read."""

    reader: str
    """Module and function, loaded when the first such file is read."""
    text: bool = True
    """Whether the file itself is text."""


_PLAIN = Format("bot.documents.plain:read_text")
FORMATS = {
    ".markdown": Format("bot.documents.plain:read_markdown"),
    ".md": Format("bot.documents.plain:read_markdown"),
    ".text": _PLAIN,
    ".txt": _PLAIN,
}
"""Endings of names, in small letters."""


def read(stream: BinaryIO, name: str) -> Extract:
    """The text of a file called `name`; its ending decides the format, and text is what is left.

    Of what is no text no more than the first block is read, and of anything no more than `LARGEST`.
    Raises DocumentError for what cannot be read.
    """
    form = FORMATS.get(os.path.splitext(name)[1].lower(), _PLAIN)
    first = stream.read(FIRST_BLOCK)
    if form.text and is_binary(first):
        raise DocumentError(name, "it is a binary file; give plain text or Markdown")
    data = first + stream.read(LARGEST + 1 - len(first))
    if len(data) > LARGEST:
        raise DocumentError(name, f"it is larger than {LARGEST >> 20} MB")
    extract: Extract = _function(form.reader)(Source(name, data))
    return extract


def _function(reference: str) -> Any:
    from importlib import import_module

    module, _, name = reference.partition(":")
    return getattr(import_module(module), name)
