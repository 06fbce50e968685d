"""Word files (.docx): paragraphs, tables and text boxes in their order, with insertions and without deletions."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx

from bot.documents.extracts import Extract, Source, head
from bot.errors import DocumentError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_BOX = "txbxContent"
_UNREAD = frozenset([_BOX, "del", "moveFrom", "Fallback", "instrText", "rPr", "pPr"])
"""What is no part of a paragraph's words: boxes anchored in it, what was taken out, how it looks."""
LARGEST = 1 << 26
"""Most bytes of text with its marks that a file may pack."""


def read_docx(source: Source) -> Extract:
    """The words of a Word file, and its title; headers, footers, contents, notes and comments are left out."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as package:
        if sum(part.file_size for part in package.infolist() if part.filename.endswith((".xml", ".rels"))) > LARGEST:
            raise DocumentError(source.name, f"more than {LARGEST >> 20} MB are packed in it")
    document = docx.Document(io.BytesIO(source.data))
    body = document.element.body
    text = "\n\n".join(filter(None, _blocks(body)))
    titles = (_text(paragraph) for paragraph in body.iter(f"{_W}p") if _style(paragraph) == "title")
    title = next(filter(None, titles), None) or head(text) or document.core_properties.title.strip()
    return Extract(text, title or None, own_lines=False)


def _blocks(inside: Any) -> Iterator[str]:
    """The text of each paragraph, of each row of a table, and of what stands in boxes."""
    for element in inside:
        name = _name(element)
        if name == "p":
            if not _style(element).startswith("toc"):
                yield _text(element)
            for box in _within(element, _BOX):
                yield from _blocks(box)
        elif name == "tr":
            yield from _row([list(filter(None, _blocks(cell))) for cell in _within(element, "tc")])
        elif name not in _UNREAD:
            yield from _blocks(element)


def _row(cells: list[list[str]]) -> Iterator[str]:
    """The cells of a row: beside each other where each has one paragraph, below each other where one has several."""
    if any(len(cell) > 1 for cell in cells):
        for cell in cells:
            yield from cell
    else:
        yield "\t".join(" ".join(cell[0].split()) for cell in cells if cell)


def _within(element: Any, wanted: str) -> Iterator[Any]:
    """The outermost elements of a name inside another."""
    for child in element:
        name = _name(child)
        if name == wanted:
            yield child
        elif name not in _UNREAD:
            yield from _within(child, wanted)


def _text(paragraph: Any) -> str:
    return "".join(_words(paragraph)).strip()


def _words(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _UNREAD:
            yield from _words(child)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val", "")).casefold()


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
