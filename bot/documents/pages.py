"""PDF files: paragraphs put together from printed lines by where these stand on the page.

A line goes on with the one above it where the first word would not have fitted there. What recurs at the top or bottom
of pages is furniture and left out; so are the pages' numbers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD
from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex as character

from bot.documents.extracts import Extract, Marks, Source, head
from bot.errors import DocumentError

PAGES = 20_000
"""Most pages of a file."""
_BREAK = re.compile(r"\r\n|\n|\r|(?<=\ufffe)")
_HYPHEN = "\ufffe"
"""What the library puts for a hyphen at which a word is broken, in place of the end of the line."""
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*$")
_ITEM = re.compile(r"[-*•·▪◦‣–—\uf000-\uf0ff]\s|\(?(?:[\d.]{1,6}|[a-zA-Z]|[ivx]{1,4})[.)]\s|\.\d+\s")
_NUMBER = re.compile(r"(?:[Pp]age\s*)?[-–—\s]*#(?:\s*(?:of|/)\s*#)?[-–—\s]*")
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be furniture."""
_NEAR = 12
"""Lines before and behind one that tell how wide the column is."""
_APART, _LARGER, _INDENT = 1.35, 1.2, 1.0
"""Leading that parts paragraphs, in usual leadings; a size that does, in sizes; an indent that does, in sizes."""
_UP = 4
"""Lines upwards to the top of the next column, at least."""


class _Line(NamedTuple):
    """A printed line; lengths in points, upwards and to the right."""

    text: str
    page: int
    """From 0."""
    left: float
    right: float
    bottom: float
    top: float
    word: float
    """The width of the first word."""

    @property
    def size(self) -> float:
        return self.top - self.bottom


def read_pdf(source: Source) -> Extract:
    """The words of a PDF with the page of each. Raises DocumentError for one that is encrypted or has no text."""
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise DocumentError(source.name, "it is encrypted; give it without its password") from error
        raise
    with document:
        if len(document) > PAGES:
            raise DocumentError(source.name, f"it has more than {PAGES:,} pages")
        pages: list[list[_Line]] = []
        bad = 0
        for number in range(len(document)):
            try:
                pages.append(_page(document, number))
            except pypdfium2.PdfiumError:
                pages.append([])
                bad += 1
        title = document.get_metadata_dict().get("Title", "").strip()
    text, marks = _written(_paragraphs(_without_furniture(pages)), len(pages))
    if not text:
        raise DocumentError(source.name, "its pages have no text; recognise that of their pictures (OCR) first")
    start = " ".join(text[:2000].split()).casefold()
    known = len(title.split()) > 1 and " ".join(title.split()).casefold() in start
    warning = f"{bad} of {len(pages)} pages cannot be read" if bad else None
    return Extract(text, title if known else head(text), warning, marks, own_lines=False)


def _page(document: Any, number: int) -> list[_Line]:
    """The lines of a page in the order in which they are written; pieces of one line put together."""
    page = document[number]
    lines: list[_Line] = []
    for line in _lines(page.get_textpage(), number, page.get_rotation()):
        last = lines[-1] if lines else None
        if last and _beside(last, line):
            gap = " " if line.left - last.right > 0.15 * line.size else ""
            most = max(last, line, key=lambda piece: piece.right - piece.left)  # a large letter may begin a paragraph
            lines[-1] = most._replace(text=last.text + gap + line.text, left=last.left, right=line.right)
        else:
            lines.append(line)
    page.close()
    return lines


def _lines(letters: Any, number: int, turn: int) -> Iterator[_Line]:
    text, start = letters.get_text_range(), 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        if words:
            ends = [end - 1 for _, end in words]
            places = (words[0][0], ends[0], ends[min(1, len(ends) - 1)], ends[-1])
            first, close, second, last = (
                _turned(letters.get_charbox(character(letters, at), loose=True), turn) for at in places
            )
            inside = second if close == first else close  # of one large letter that begins a paragraph
            _, bottom, _, top = sorted((first, inside, last), key=lambda box: box[3] - box[1])[1]  # of no raised figure
            yield _Line(text[words[0][0] : words[-1][1]], number, first[0], last[2], bottom, top, close[2] - first[0])
        start = end


def _turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """A box (left, bottom, right, top) as it stands on a page that is turned clockwise by so many degrees."""
    left, bottom, right, top = box
    return {
        90: (bottom, -right, top, -left),
        180: (-right, -top, -left, -bottom),
        270: (-top, left, -bottom, right),
    }.get(turn, box)


def _beside(a: _Line, b: _Line) -> bool:
    """Whether a piece goes on to the right of another in the same line."""
    shared = min(a.top, b.top) - max(a.bottom, b.bottom)
    return shared > 0.5 * min(a.size, b.size) and -0.5 * b.size < b.left - a.right < 3 * b.size


def _without_furniture(pages: list[list[_Line]]) -> list[_Line]:
    """All lines but page numbers and what recurs at the edges of pages; that is kept where it stands first."""
    edges = [(*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]) for page in pages]
    often = Counter(place for page in edges for place in {_place(line) for line in page})
    seen: set[tuple[str, int]] = set()
    kept: list[_Line] = []
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            place = _place(line)
            if line in edge and (
                (_NUMBER.fullmatch(place[0]) and (len(pages) > 1 or "age" in place[0]))
                or (often[place] > 1 and place in seen)
            ):
                continue
            seen.add(place)
            kept.append(line)
    return kept


def _place(line: _Line) -> tuple[str, int]:
    """What a line is as furniture: its words without their numbers, and its height."""
    return re.sub(r"\d+", "#", line.text), round(line.bottom)


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """The lines of each paragraph."""
    if not lines:
        return
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    leading = median(steps) if steps else lines[0].size
    paragraph = [lines[0]]
    for at in range(1, len(lines)):
        if _goes_on(lines, at, leading, first=len(paragraph) == 1):
            paragraph.append(lines[at])
        else:
            yield paragraph
            paragraph = [lines[at]]
    yield paragraph


def _goes_on(lines: list[_Line], at: int, leading: float, *, first: bool) -> bool:
    """Whether line `at` belongs to the paragraph of the one above, which may be the `first` of it and hang out."""
    above, line = lines[at - 1], lines[at]
    if above.text.endswith(_HYPHEN):
        return True
    if _ITEM.match(line.text) or not 1 / _LARGER < line.size / (above.size or 1) < _LARGER:
        return False
    column = [
        other for other in lines[max(0, at - _NEAR) : at + _NEAR] if other.left < above.right > above.left < other.right
    ]
    rights = sorted(other.right for other in column)  # none where what is above has no width; one may be a wide title
    margin = rights[-2 if len(rights) > 2 else -1] if rights else above.right
    full = above.right + line.word + 0.2 * line.size > margin
    ended = bool(_ENDS.search(above.text))
    flows = above.text.endswith(",") or (line.text[0].islower() and not ended)
    if above.page == line.page and above.bottom < line.bottom:  # the next column stands on the right
        far = line.bottom - above.bottom > _UP * leading and line.left > above.left - line.size
        return far and (full or flows) and not ended
    if above.page != line.page:
        return (full or flows) and not ended
    near = above.bottom - line.bottom < _APART * max(leading, line.size)
    hangs = bool(_ITEM.match(above.text)) or (first and not ended)
    aligned = hangs or line.left - above.left < _INDENT * line.size
    edges = max(abs(line.left - above.left), abs(line.right - above.right))
    beyond = not ended and edges < 0.2 * line.size  # a picture
    return (near or beyond) and (flows or (full and aligned and not _centred(above, line)))


def _centred(above: _Line, line: _Line) -> bool:
    """Whether two lines have one middle, but do not begin at one margin."""
    shift = abs(above.left + above.right - line.left - line.right) / 2
    return shift < 0.5 * line.size < abs(above.left - line.left)


def _written(paragraphs: Iterable[list[_Line]], pages: int) -> tuple[str, Marks]:
    """The text, a blank line between paragraphs, a soft hyphen where a line breaks a word; and where pages begin."""
    parts: list[str] = []
    starts: list[int] = []
    size = 0
    for paragraph in paragraphs:
        joint = "\n\n" if parts else ""
        for line in paragraph:
            size += len(joint)
            starts += [size] * (line.page + 1 - len(starts))
            words = line.text.removesuffix(_HYPHEN)
            broken = words != line.text
            parts += [joint, words, "\u00ad" if broken else ""]
            size += len(words) + broken
            joint = "" if broken else " "
    text = "".join(parts)
    return text, Marks(pages=(*starts, *[len(text)] * (pages - len(starts))))
