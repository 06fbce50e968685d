"""Page furniture: what stands on pages and is no text, by its numbers, its form feeds and its coming back."""

import re
from collections import Counter

from bot.layout.lines import Line, ended
from bot.layout.mail import Label
from bot.layout.stamps import ALONE
from bot.patterns import lazily

_REFERENCE = lazily(r"\[[^\[\]]{1,80}\]: +<?\w+:[^\s]+.*")
"""Where a link of Markdown leads, put down at the end."""
_MARKUP = lazily(r"(?:<[^<>]{1,400}>\s*)+|!\[[^\[\]]{0,200}\]\([^()\s]{1,400}\)")
"""Pictures and other marks of a page alone on a line."""
_PAGE = lazily(
    r"(?:[^\n]{0,30}[:,|–-] ?(?:[Pp]age|[Cc]olumn) |[Pp]age )?[-–—\s]*"
    r"(?P<page>\d{1,4})(?P<of>(?: of |/)\d{1,4})?[-–—\s]*$"
)
_PAGE_MARK, _PAGE_ENDS = 40, frozenset("0123456789-–—")
"""Most characters of a page's number with the marks around it, and what it ends with."""
_ENDED = lazily(r"[.!?:;…][\"'»)\]*_’”]*$")
_WRAPPED = 40
"""Characters of a line at least that a page breaks off in the middle of a sentence."""
_AROUND = 2
"""Lines that stand beside the number of a page, on either side."""
_FEW = 5
"""Twice how often what stands below names comes back, at least."""
_PAGE_LINES = 8
"""Lines that a page has at least."""
_ALONE = dict.fromkeys("<!", (_MARKUP,)) | dict.fromkeys("0123456789(\\", (ALONE,)) | {"[": (ALONE, _REFERENCE)}
"""First characters of a line -> what it may be alone."""


def furniture_lines(text: str, found: list[Line]) -> set[int]:
    """What is no text: line numbers with nothing behind, times alone; and around form feeds, what recurs."""
    bare = {index for index, line in enumerate(found) if line.body >= line.end and line.depth == 0}
    for index, line in enumerate(found):
        for form in _ALONE.get(text[line.body : line.body + 1], ()):
            if form.fullmatch(text, line.body, line.end):
                bare.add(index)
    ends = [n for n in range(1, len(found)) if "\f" in text[found[n - 1].end : found[n].start]] if "\f" in text else []
    numbered = [*_numbered_pages(text, found), *within_sentences(text, found)]
    near = {n for at in (*ends, *numbered) for n in range(max(0, at - 3), min(len(found), at + 4))}
    shapes = {n: re.sub(r"\d+", "0", text[found[n].body : found[n].end]) for n in near}
    often = Counter(shape for shape in shapes.values() if not ended(shape))
    return bare.union(numbered, (n for n in near if often[shapes[n]] > 1 or _PAGE.fullmatch(shapes[n])))


def shells(text: str, found: list[Line], labels: dict[int, Label]) -> set[int]:
    """What a page puts below the names of all: "Link to this | In context"."""
    below = [n + 1 for n, label in labels.items() if label.alone and n + 1 < len(found) and n + 1 not in labels]
    often = Counter(text[found[n].body : found[n].end] for n in below)
    shell = {words for words, count in often.items() if _FEW < 2 * count > len(below) and words[:1].isalpha()}
    return {n for n in below if text[found[n].body : found[n].end] in shell}


def within_sentences(text: str, found: list[Line]) -> list[int]:
    """The number of a page with up to two lines around it, where a sentence breaks off before and goes on behind."""
    pages: list[int] = []
    for index, line in enumerate(found):
        mark = text[line.body : line.end].strip("[]()")
        if len(mark) > _PAGE_MARK or not _PAGE.fullmatch(mark):
            continue
        near = range(index - 1, max(-1, index - _AROUND - 2), -1)
        start = next((n for n in near if found[n].end - found[n].body >= _WRAPPED), index)
        near = range(index + 1, min(len(found), index + _AROUND + 2))
        end = next((n for n in near if text[found[n].body : found[n].body + 1].islower()), index)
        broken = start < index < end and not _ENDED.search(text, found[start].end - 6, found[start].end)
        if broken and any(found[n].gap for n in range(start + 1, end + 1)):
            pages += range(start + 1, end)
    return pages


def _numbered_pages(text: str, found: list[Line]) -> list[int]:
    """Lines that hold or end with the number of their page: some lines apart, each one more than the last."""
    pages: list[tuple[int, int]] = []
    for index, line in enumerate(found):
        ends = text[line.end - 1] in _PAGE_ENDS
        match = _PAGE.search(text, max(line.start, line.end - _PAGE_MARK), line.end) if ends else None
        if match and (match["of"] or match.start() <= line.start):
            pages.append((index, int(match["page"])))
    places = {page: index for index, page in pages}
    following = [(a, places[page + 1]) for a, page in pages if places.get(page + 1, 0) - a > _PAGE_LINES]
    return sorted({index for pair in following for index in pair})
