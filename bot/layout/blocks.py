"""The blocks of a document: paragraphs, headings, list items, turns, stage directions, captions, page furniture.

A block is what sentences are cut from: no sentence crosses its ends. Wrapped lines are joined, also across a page
break in the middle of a sentence; lines that stand for themselves are not.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from bot.documents import header_end
from bot.layout.asides import STAMPED, asides, direction, event, spoken
from bot.layout.furniture import furniture_lines, shells, within_sentences
from bot.layout.labels import find_labels, given_labels
from bot.layout.lines import Line, ended, lines
from bot.layout.mail import Label
from bot.layout.spans import DIRECTION, FURNITURE, HEADING, LABEL, TEXT
from bot.layout.stamps import ALONE, times
from bot.patterns import lazily


class Block(NamedTuple):
    """A stretch of the text, without white space at either end, that holds whole sentences of one kind."""

    start: int
    end: int
    kind: str
    """One of TEXT, HEADING, LABEL (a turn label alone), DIRECTION (stage), FURNITURE (page, caption time, matter)."""
    line: int
    """Of its first character, from 1."""
    paragraph: int
    """From 1; lines of one paragraph share it."""
    label: Label | None = None
    depth: int = 0
    """How often it is quoted by ">" in mail."""


class Layout(NamedTuple):
    """The blocks of a document in order, and what kind of document they make it."""

    blocks: tuple[Block, ...]
    turns: bool
    """It is written in turns: its labels name who speaks."""
    chat: bool
    """Turns are short messages, each with its time."""
    times: tuple[tuple[int, float], ...] = ()
    """From where a time holds that the text gives, and its seconds."""


_CAPTION = re.compile(r"(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}[ \t]*-->")
_RULE = re.compile(r"[\W_]*$")
_BULLET = lazily(r"(?:[-*•·▪◦‣+]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\\?[.)])[ \t]+\S")
_TABLE = lazily(r"\|.*\|$|.*[^\W_],? {4,}\S|.*\t\S.*\t\S")
_INNER_END = lazily(r"[a-z\d)][.!?][\"”’]?\s+[A-Z]")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s|#{2,6}\w")
_TOPIC = lazily(r"\d{1,2}[.)]\s+[A-Z][^.!?:;\n]{2,60}")
"""A point of an agenda before a turn: "2. Any other business"."""
_CONNECTS = frozenset(
    "a an and at between but by for from if in into its of on or our that the their this to we which with your".split()
)
_OPENING = "\"“‘'«(["
_BROKEN = re.compile(r",[\"”’']$|[^\W\d_]-$")
"""How a line ends that is broken before the tag of its quotation ("“We agree,”"), or within a name ("Mac-")."""
_TAGGED = lazily(r",[\"”’']\s")
"""A quotation with a tag behind it."""
_MARKS = "\"“„«‘'"
_MESSAGE = 240
"""Characters of a message in a chat."""
_NARROWEST, _WIDEST = 24, 125
"""Columns between which lines are believed to be wrapped."""


class _Page(NamedTuple):
    """A document as its lines are read: what is known of each by its index."""

    text: str
    lines: list[Line]
    labels: dict[int, Label]
    captions: set[int]
    furniture: set[int]
    width: int
    """At which lines are broken, 0 when they are not."""
    chat: bool
    first: int
    """The first label, or how many lines there are."""
    hanging: set[int]
    """Lines that are no titles where no blank line stands before them."""
    asides: set[int]
    """Lines that are nobody's, between turns."""


def layout(text: str, names: Sequence[tuple[int, int]] = ()) -> Layout:
    """Finds the blocks of `text`; linear in its length.

    `names` are the spans of the names before turns, where the format of the document tells them.
    """
    found = lines(text)
    header = header_end(text)
    matter = sum(line.end <= header for line in found)
    found, labels, told = given_labels(text, found, names) if names else find_labels(text, found, matter)
    labels = {index: label for index, label in labels.items() if index >= matter}
    captions = {index for index, line in enumerate(found if "-->" in text else ()) if _CAPTION.match(text, line.body)}
    furniture = (furniture_lines(text, found) - labels.keys()) | shells(text, found, labels) | set(range(matter))
    chat = _chat(text, found, labels)
    aside = asides(text, found, labels)
    beside = (aside | told) - labels.keys() - captions - furniture
    columns = spoken(text, found, labels)
    width = _wrap_width(text, found, labels, matter)
    begun = min(labels, default=len(found))
    page = _Page(text, found, labels, captions, furniture, width, chat, begun, _hanging(found, labels), aside)
    groups = _group(page)
    blocks: list[Block] = []
    paragraph, apart = 0, False
    for number, group in enumerate(groups):
        first, last = found[group[0]], found[group[-1]]
        label = labels.get(group[0])
        kind = _kind(page, group, groups[number + 1 : number + 2])
        before_turn = number + 1 < len(groups) and groups[number + 1][0] in labels
        if label is None and before_turn and _TOPIC.fullmatch(text, first.body, last.end):
            kind = HEADING
        told_of = label is None and kind == TEXT and first.indent not in columns and (first.gap > 0 or columns)
        if told_of or (group[0] in beside and kind in (TEXT, HEADING)):  # a speech stands right below its name
            kind = DIRECTION
        apart = apart or first.gap > 0 or not blocks or width == 0 or kind == HEADING
        if kind != FURNITURE:
            paragraph, apart = paragraph + apart, False
        blocks.append(Block(first.start, last.end, kind, first.number, paragraph, label, first.depth))
    return Layout(tuple(blocks), bool(labels), chat, times(text, _stamped(text, blocks, matter)))


def _stamped(text: str, blocks: list[Block], matter: int) -> list[tuple[int, int]]:
    """Where times stand: in labels, and alone on lines; one alone that is the only one tells when it was published."""
    spoken = [(block.label.start, block.label.end) for block in blocks if block.label and block.label.stamped]
    bare = [(block.start, block.end) for block in blocks if block.kind == FURNITURE and block.line > matter]
    alone = [place for place in bare if ALONE.search(text, *place)]
    return sorted(spoken + alone) if spoken or len(alone) > 1 else []


def _chat(text: str, found: list[Line], labels: dict[int, Label]) -> bool:
    """Most labels carry a time, and the turns are a line or two; events have a time, too."""
    stamped = sum(label.stamped and found[index].end - label.end < _MESSAGE for index, label in labels.items())
    if len(labels) < 4 or 2 * stamped <= len(labels):
        return False
    timed = sum(n in labels or bool(STAMPED.match(text, line.body, line.end)) for n, line in enumerate(found))
    return 3 * timed > len(found)


def _wrap_width(text: str, found: list[Line], labels: dict[int, Label], matter: int) -> int:
    """The column at which lines are broken, 0 when they are not.

    Broken lines are of nearly one length, and most end in the middle of a sentence; or a page breaks a sentence off.
    """
    if within_sentences(text, found):
        return min(_WIDEST, max(line.end - line.body for line in found))
    lengths, inside = list[int](), 0
    for index in range(matter, len(found) - 1):
        line, following = found[index], found[index + 1]
        if following.gap == 0 and index + 1 not in labels and not (index in labels and labels[index].alone):
            lengths.append(line.end - line.body)
            inside += not ended(text[max(line.body, line.end - 6) : line.end])
    if len(lengths) < 2 or 2 * inside < len(lengths):
        return 0
    width, full = _common_length(sorted(lengths))
    return width if _NARROWEST <= width <= _WIDEST and 2 * full > len(lengths) else 0


def _common_length(lengths: list[int]) -> tuple[int, int]:
    """The length that most lines have or nearly have, being at most that long, and how many they are."""
    best = (0, 0)
    for at, length in enumerate(lengths):
        near = at + 1 - bisect_right(lengths, 0.75 * length)
        if near >= best[0]:
            best = (near, length)
    return best[1], best[0]


def _group(page: _Page) -> list[list[int]]:
    """Runs of lines that make a block. Furniture in the middle of a sentence stays inside its block."""
    groups: list[list[int]] = []
    held: list[int] = []
    for index in range(len(page.lines)):
        if index in page.furniture and index not in page.captions:
            held.append(index)
            continue
        last = groups[-1][-1] if groups else None
        if last is not None and _continues(page, last, index, len(groups[-1])):
            groups[-1] += [*held, index]
        else:
            groups += [[number] for number in held]
            groups.append([index])
        held = []
    return groups + [[number] for number in held]


def _continues(page: _Page, last: int, index: int, size: int) -> bool:
    """Whether line `index` goes on with the sentence (or the paragraph of `size` lines) of line `last`."""
    text, labels, captions, width = page.text, page.labels, page.captions, page.width
    a, b = page.lines[last], page.lines[index]
    if index in captions:
        return last + 1 == index and b.gap == 0 and text[a.start : a.end].isdigit()
    if index in labels or last in captions or (last in labels and labels[last].alone) or page.asides & {last, index}:
        return False
    first, second = text[a.body : a.end], text[b.body : b.end]
    said = text[labels[last].end : a.end].strip() if last in labels else first
    if captions:
        return b.gap == 0 and last + 1 == index and not second.isdigit()
    if not first or not second or a.depth != b.depth or page.chat:
        return False
    apart = b.gap > 0 or last + 1 != index
    ends = ended(first)
    if (width == 0 and (apart or ends or " " not in first)) or _marked(first, second, said):
        return False
    lower = second.lstrip(_OPENING)[:1].islower()
    connects = first.rsplit(None, 1)[-1].strip(",") in _CONNECTS
    if width == 0:
        broken = _BROKEN.search(first) and second[0] not in _MARKS
        return lower or (connects and last >= page.first and second[-1] != ":") or bool(broken)
    long = len(first) > 0.6 * width
    if apart:
        goes_on = lower or connects or (_prose(first) and (size > 1 or b.indent == 0))
        return long and not ends and len(first) <= 1.3 * width and goes_on
    if b.indent > a.indent + 1 and a.indent < 12 and not lower:
        return False
    if ends and not lower:
        return long
    full = len(first) + 1 + len(second.split(None, 1)[0]) > 0.8 * width
    return lower or (full and not first.isupper()) or (_prose(first) and len(first) > 0.45 * width)


def _marked(first: str, second: str, said: str) -> bool:
    """Whether marks tell that the second of two lines begins anew: of a list, a table, a heading, a direction."""
    rule = _RULE.match(first) or _RULE.match(second) or _BULLET.match(second) or _MARKDOWN_HEADING.match(first)
    return bool(rule or _TABLE.match(said) or _TABLE.match(second) or direction(first) or direction(second))


def _prose(line: str) -> bool:
    """Running text rather than a title: most of its longer words begin small."""
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 3 and 2 * sum(word[0].islower() for word in words) > len(words)


def _kind(page: _Page, group: list[int], following: list[list[int]]) -> str:
    index, line, end = group[0], page.lines[group[0]], page.lines[group[-1]].end
    if index in page.captions or group[-1] in page.captions or index in page.furniture:
        return FURNITURE
    words, label = page.text[line.body : end], page.labels.get(index)
    if label is not None:
        behind = page.text[label.end : end].strip()
        if direction(behind) and not page.chat:
            return DIRECTION
        if event(behind):
            return LABEL if behind.startswith("Replying") else DIRECTION
        return LABEL if label.alone else TEXT
    if _RULE.match(words) or words.startswith("WEBVTT"):
        return FURNITURE
    if direction(words) and (page.labels or words[0] in "[{\\"):
        return DIRECTION
    if page.captions or (page.chat and not (line.gap and _MARKDOWN_HEADING.match(words))):
        return TEXT
    below = line.gap == 0 and words[0] != "#" and index in page.hanging
    if len(group) > 3 or line.depth or below:
        return TEXT
    return HEADING if _heads(page.text, page.lines, group, following) else TEXT


def _hanging(found: list[Line], labels: dict[int, Label]) -> set[int]:
    """The lines that stand indented right below a turn; all behind the first label where each has a line of its own."""
    if labels and all(label.alone and not label.form.startswith("mail") for label in labels.values()):
        return set(range(min(labels) + 1, len(found)))
    below: set[int] = set()
    indent: int | None = None
    for index, line in enumerate(found if labels else ()):
        if index in labels:
            indent = line.indent
        elif indent is None or line.gap > 0 or line.indent <= indent:
            indent = None
        else:
            below.add(index)
    return below


def _heads(text: str, found: list[Line], group: list[int], following: list[list[int]]) -> bool:
    """A title: marked as one, or short, without an end of sentence, and not followed by small letters."""
    words = text[found[group[0]].body : found[group[-1]].end]
    if _MARKDOWN_HEADING.match(words):
        return True
    if (ended(words) and not words.endswith(":")) or words[-1] in ",-–—" or _BULLET.match(words):
        return words.rstrip("*_").endswith("?") and words.startswith("#")
    if _INNER_END.search(words) or _TAGGED.search(words):
        return False
    count = len(words.split())
    if words.isupper():
        return count < 30
    if not words[0].isupper() and not words[0].isdigit() and words[0] not in _OPENING:
        return False
    next_body = found[following[0][0]].body if following else len(text)
    if text[next_body : next_body + 1].islower():
        return False
    return count <= 16 and not words.endswith(":")
