"""Plain text and Markdown: the text is the file's own, character by character."""

import re

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source, head
from bot.patterns import lazily

_HEADER = lazily(r"\ufeff?\s*(?P<rule>-{3,}|={5,})[ \t\r]*\n(?:.*\n){1,60}?(?P=rule)[ \t\r]*(?:\n|\Z)")
_TITLE = lazily(r"^title:[ \t]*+[\"']?+(.*[^\s\"'])", re.IGNORECASE | re.MULTILINE)
_HEADING = lazily(r"^#\s+(.+?)\s*#*$", re.MULTILINE)


def header_end(text: str) -> int:
    """Where the header of fields at the top ends, which stands between two rules ("---", "====="); 0 without one."""
    header = _HEADER.match(text)
    return header.end() if header else 0


def read_text(source: Source) -> Extract:
    """Plain text; the title is its first line where that stands alone and is short."""
    text, warning = decode(source.data, source.name)
    return Extract(text, head(text), warning)


def read_markdown(source: Source) -> Extract:
    """Markdown as it is written; the title is that of its header or its first heading."""
    text, warning = decode(source.data, source.name)
    title = _TITLE.search(text, 0, header_end(text)) or _HEADING.search(text, 0, 4000)
    return Extract(text, title.group(1) if title else None, warning)
