"""A draft to be checked: its quotations, and whom it gives each to, as the attribution of any document finds it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.layout import HEADING, TEXT, Layout, layout, sentences
from bot.speakers import Speaker, attribute, is_speech, quotations, quoted_by

_MARKS = "\"“”„‟«»‘’'`‚‹›"
_LINE = r"^[ \t]{0,3}>[ \t]*(?![—–―]|--)[^\s>].*"
_BLOCK = re.compile(rf"(?:(?<=:)[ \t]*(?:\r?\n[ \t]*){{1,3}})?{_LINE}(?:\n{_LINE})*", re.MULTILINE)
"""A paragraph of lines that ">" makes a quotation, with the break behind a colon before it."""
_MORE = re.compile(rf"(?:\r?\n[ \t]*>[ \t]*)+\r?\n{_LINE}", re.MULTILINE)
"""Another paragraph of the same quotation."""
_SIGNATURE = re.compile(
    r"[.!?]?\s*>?[ \t]*(?:[—–―]|--?)[ \t]*(?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,6})[ \t]*(?=[,(\r\n]|$)"
)
"""The name below a quotation."""
_PARAGRAPH = re.compile(r"\S.*(?:\n[ \t]*\S.*)*")
_BREAKS = str.maketrans("\r\n", "  ")
_INNER = str.maketrans('"“”«»\r\n>', "'‘’‘’   ")
_HELD = re.compile(rf"[,;–—-][{_MARKS}]*$|[{_MARKS}][,;]$")
"""How a quotation stops for its clause: "We wait," ..."""


class Claim(NamedTuple):
    """A quotation of a draft, and whom the draft gives it to."""

    parts: tuple[tuple[int, int], ...]
    """From where to where it stands, marks included; several where its clause or the end of a paragraph splits it."""
    speaker: Speaker | None

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def claims(draft: str) -> list[Claim]:
    """The quotations of a draft in order; a term or a title in marks that is given to nobody is none."""
    text = _unwrapped(_BLOCK.sub(_marked, draft))
    plan = layout(text)
    spans = sentences(text, plan)
    said, owners = attribute(text, plan, spans), quoted_by(text, plan, spans)
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    found = []
    for parts in _joined(text, plan, starts, owners):
        rows = range(bisect_right(ends, parts[0][0]), bisect_left(starts, parts[-1][1]))
        given = _signed(draft, parts[-1][1]) or owners.get(parts[0][0])
        speaker = given or next((one for row in rows if (one := said[row].speaker)), None)
        if speaker or _is_said(text, parts):
            found.append(Claim(tuple(parts), speaker))
    return found


def _marked(block: re.Match[str]) -> str:
    """Quoted lines as one quotation in marks, of the same length and in the paragraph of what leads to it.

    "> We wait." becomes "“ We wai”.": where words stand counts here, and not how they are written.
    """
    lines = block.group()
    at = lines.index(">")
    ahead = lines[:at] if lines[:at].isspace() and "\n" not in lines[:at] else " " * at
    if lines[at + 1 :].lstrip()[0] in _MARKS:
        return ahead + lines[at:].replace(">", " ")
    goes_on = _MORE.match(block.string, block.end())
    inside = lines[at + 1 :].translate(_INNER)
    return f"{ahead}“{inside}" if goes_on or len(inside) < 3 else f"{ahead}“{inside[:-2]}”."


def _unwrapped(text: str) -> str:
    """The text, of the same length, with no line broken in the middle of a quotation."""
    pieces, at = [], 0
    for paragraph in _PARAGRAPH.finditer(text):
        for mark in quotations(text, *paragraph.span()) if "\n" in paragraph.group() else ():
            if mark.closed:
                pieces += [text[at : mark.start], text[mark.start : mark.end].translate(_BREAKS)]
                at = mark.end
    return "".join([*pieces, text[at:]])


def _signed(draft: str, end: int) -> Speaker | None:
    """Whose name stands below a quotation."""
    name = _SIGNATURE.match(draft, end)
    return Speaker(name["name"], None, ()) if name else None


def _joined(
    text: str, plan: Layout, starts: list[int], owners: Mapping[int, Speaker]
) -> Iterator[list[tuple[int, int]]]:
    """Each quotation with its parts: what its clause splits, and paragraphs that an open one goes on over."""
    parts: list[tuple[int, int]] = []
    opened = False
    for block in plan.blocks:
        if block.kind not in (TEXT, HEADING):
            continue
        for mark in quotations(text, block.start, block.end):
            goes_on = opened and mark.start == block.start
            same = not parts or owners.get(parts[-1][0]) == owners.get(mark.start)
            if parts and not goes_on and not (same and _split(text, parts[-1][1], mark.start, starts)):
                yield parts
                parts = []
            parts.append((mark.start, mark.end))
            opened = not mark.closed
    if parts:
        yield parts


def _split(text: str, end: int, start: int, starts: list[int]) -> bool:
    """Whether only a clause of the same sentence stands between two parts of one quotation."""
    one = bisect_right(starts, end - 1) == bisect_right(starts, start)
    held = one and _HELD.search(text[max(0, end - 4) : end + 1].rstrip())
    return bool(held) and text[end:start].rstrip().endswith((",", "–", "—", "-"))


def _is_said(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether a quotation that is given to nobody is one: no term, no title in large letters."""
    long = [word for start, end in parts for word in text[start:end].strip(_MARKS).split() if len(word) > 3]
    titled = bool(long) and all(word[0].isupper() for word in long)
    return not titled and any(is_speech(text, mark) for start, end in parts for mark in quotations(text, start, end))
