"""Plain text and Markdown: the text is the file's own, character by character."""

import re

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source, head
from bot.patterns import lazily

_MATTER_TITLE = lazily(r"\A---[ \t\r]*\n(?:.*\n){0,40}?title:[ \t]*+[\"']?+(.*[^\s\"'])", re.IGNORECASE)
_HEADING = lazily(r"^#\s+(.+?)\s*#*$", re.MULTILINE)


def read_text(source: Source) -> Extract:
    """Plain text; the title is its first line where that stands alone and is short."""
    text, warning = decode(source.data, source.name)
    return Extract(text, head(text), warning)


def read_markdown(source: Source) -> Extract:
    """Markdown as it is written; the title is that of its header or its first heading."""
    text, warning = decode(source.data, source.name)
    title = _MATTER_TITLE.match(text) or _HEADING.search(text, 0, 4000)
    return Extract(text, title.group(1) if title else None, warning)
