"""Where each sentence begins and ends.

Own rules, in plain regular expressions that read the text once: a quotation of several sentences is cut inside,
abbreviations and initials are not ends, a reporting clause stays with the question it follows (`"Why?" he asked`).
"""

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice

from bot.layout.blocks import Block, Layout
from bot.layout.lines import breaks
from bot.layout.spans import DIRECTION, FURNITURE, LABEL, TEXT, Span
from bot.layout.tags import is_tag
from bot.patterns import lazily
from bot.words import COURTESY, INITIALS, SHORT_TITLES

# Abbreviations that are followed by a name or a number and so never end a sentence.
_BEFORE_NAME = (
    COURTESY
    | INITIALS
    | SHORT_TITLES.keys()
    | frozenset(
        """
        arq av barr bros comm dra drs ext fr gens govs gral hj ing int lic ltjg mlle mme mt ord profs pvt reps rt sens
        sgto smt sr sra srta st sta ste sto v ven vs
        """.split()
    )
)
# Abbreviations that may also be a sentence's last word.
_MAY_END = frozenset(
    """
    a.d a.m al approx apr aug ave b.a b.c b.sc ba blvd bldg ca cf co corp d.c dec dept dist e.g est etc e.u feb ft
    i.e inc int'l intl jan jr jul jun kg km lb ltd m.a m.d m.p mar mi min mph n.b natl nov oct oz p.a p.m ph.d phd
    plc pty rd sept sep sq univ u.a.e u.k u.n u.s u.s.a u.s.s.r viz w.h.o
    """.split()
)
_UNITS = frozenset("cm ft g kg km lb lbs mi mm mph oz sq yd yds".split())
_NUMBERED = frozenset(
    "art arts bs ch cl ed eq eqs fig figs hrg kshs no nos op p para paras pp rp rs sec secs sh ver vol vols".split()
)
_SHORTENED = _BEFORE_NAME | _MAY_END | _NUMBERED
_SECOND_ITEM = lazily(r"(?<=\s)\(?(?:2[.)]|b\))(?=\s+[A-Z])")
_ITEM = lazily(r"(?<!\S)\(?(?:(?P<number>\d{1,2})[.)]|(?P<letter>[a-z])\))(?=\s+[A-Z])")
# Words that begin sentences far more often than they stand behind an abbreviation inside one.
_STARTERS = frozenset(
    """
    a after all also although an and as at both but by despite during each every for from he her here his how
    however i if in it its last many meanwhile moreover most much my no nor not now on once one or other our
    overall people she since so some still such that the their then there these they this those though thus to
    today under until we what when where whether which while who why with yes yet you your
    """.split()
)
_STYLES = frozenset("h.e h.h h.m h.r.h".split())
"""What somebody is styled before such a title: "H.E. Mr. Lee"."""
_END = re.compile(
    r"[.!?…。！？｡؟۔।॥](?:(?<=[。！？｡])[」』”’）》]*|"
    r"(?<![.!?…].)[.!?…]*(?:(?:\s\.)+(?:\s[?!])?)?(?:[ \u00a0\u202f]»(?!\w))?[\"'»)\]*_’”]*"
    r"(?:\[(?!\.|…)[^\[\]\s][^\[\]\n]{0,30}\]|[¹²³⁰⁴-⁹])*(?:(?<=[a-z]\.)\d{1,2}(?:[,–-]\d{1,2}){0,4}(?=\s[A-Z]))?"
    r"(?:(?=\s)|(?<=[a-z][.!?])(?=[A-Z][a-z]*\s|“[A-Z])))"
)
"""A mark that may end a sentence, with closing marks and the numbers of notes: "It rained.”[2] ", "It rained.³ "."""
_LAST_WORD = re.compile(r"(?:[\s\S]*[\s\"“”‘«»(\[—–/])?([^\s\"“”‘«»(\[—–/]+)$")
_JOINED = lazily(r"\S*[a-z]-(?=[A-Z])")
"""What is joined to a title or name by a hyphen: "the | signers- | Sen. Lee and Rep. Hall"."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_ENUMERATOR = lazily(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\\?[.)]?$")
_WORD = re.compile(r"[\w'’]+")
_BRACKETED = lazily(r"\s*[*_]{0,2}\\?(?:\[(?:[^\[\]\n]|\n(?!\s*\n)){1,300}\\?\]|\([^()]{1,90}\))[*_.…]{0,4}(?=\s|$)")
_OPENS_BRACKET = frozenset("[(*_\\")
"""What something in brackets may begin with."""
_CREDIT = lazily(r"\s+\((?:[A-Z][\w/-]*(?:['’][\w/-]*)?[ /]?){1,4}\)$")
_SKIP = re.compile(r"[\s\"“”‘’'«(\[*_—–\-•¿¡>….]*")


def sentences(text: str, layout: Layout) -> list[Span]:
    """All sentences of the document in order: disjoint, covering every letter, no white space at their ends."""
    spans: list[Span] = []
    for number, block in enumerate(layout.blocks):
        line, seen = block.line, block.start
        opens = block.label is not None or (number > 0 and layout.blocks[number - 1].kind == LABEL)
        for start, end, kind in _cut(text, block, layout, opens=opens):
            if start > seen:
                line, seen = line + breaks(text, seen, start), start
            spans.append(Span(start, end, line, number, kind))
    return spans


def _cut(text: str, block: Block, layout: Layout, *, opens: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each sentence of a block; a direction at the beginning of a turn stays with its words."""
    if block.kind in (LABEL, FURNITURE):
        yield block.start, block.end, block.kind
        return
    start = block.start
    scan = block.label.end if block.label else start
    direction = _BRACKETED.match(text, scan, block.end) if opens else None
    scan = direction.end() if direction else scan
    for stop in chain(_ends(text, scan, block.end, layout), [block.end]):
        if layout.turns and not layout.chat and start < stop:
            yield from _with_directions(text, start, stop, block, scan)
        elif start < stop:
            yield start, stop, block.kind
        start = _skip_space(text, stop, block.end)


def _skip_space(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


def _with_directions(text: str, start: int, end: int, block: Block, first: int) -> Iterator[tuple[int, int, str]]:
    """Cuts stage directions off the front of a sentence of a transcript: "[Applause.] Thank you." are two."""
    while (
        block.kind == TEXT
        and text[start] in _OPENS_BRACKET
        and (match := _BRACKETED.match(text, start, end))
        and match.start() >= first
        and not block.depth
    ):
        inside = match.group().strip()
        if inside.lstrip("*_\\")[0] == "(" and not _stage(inside):
            break
        yield start, match.end(), DIRECTION
        start = _skip_space(text, match.end(), end)
        if start >= end:
            return
    yield start, end, block.kind


def _stage(bracketed: str) -> bool:
    words = bracketed.strip("*_()[]\\. ").split()
    return len(words) <= 6 and not (words and words[0] in ("I", "We", "You", "It", "How", "That"))


def _ends(text: str, start: int, limit: int, layout: Layout) -> Iterator[int]:
    """Offsets behind the last character of each sentence but the last one before `limit`."""
    items = deque([*_items(text, start, limit), limit])
    last = next((at for at in range(limit - 1, start, -1) if text[at].isalnum() or text[at] == "_"), start)
    following = start
    for match in _END.finditer(text, start, limit):
        stop = match.end()
        while items[0] < stop:
            start = items.popleft()
            yield start
        if stop > following and (skipped := _SKIP.match(text, stop, limit)):
            following = skipped.end()
        if (following <= last and _is_end(text, start, match, following, limit, chat=layout.chat)) or (
            layout.turns and not layout.chat and len(match.group()) == 1 and _BRACKETED.match(text, stop, limit)
        ):
            yield stop
            start = stop
    yield from islice(items, len(items) - 1)


def _items(text: str, start: int, limit: int) -> Iterator[int]:
    """Ends before the marks of a list inside a paragraph: "1. Trade 2. Water", "Repairs a) The roof leaks. b) ..."."""
    numbered = text.find("2.", start, limit) >= 0 or text.find("2)", start, limit) >= 0
    if not ((numbered or text.find("b)", start, limit) >= 0) and _SECOND_ITEM.search(text, start, limit)):
        return
    lists: list[list[int]] = []
    for match in _ITEM.finditer(text, start, limit):
        place = ord(match["letter"]) - ord("a") + 1 if match["letter"] else int(match["number"])
        at = match.start()
        while at > start and text[at - 1].isspace():
            at -= 1
        if place == 1:
            lists.append([at])
        elif lists and place == len(lists[-1]) + 1 and (lists[-1][0] == start or text[at - 1] in ".?!:;"):
            lists[-1].append(at)
    yield from (at for found in lists if len(found) > 1 for at in found if at > start)


def _is_end(text: str, start: int, match: re.Match[str], at: int, limit: int, *, chat: bool) -> bool:
    """Whether a mark ends the sentence from `start` where the next one would begin at `at`."""
    mark = match.group()
    if mark[0] in "。！？｡؟۔।॥":
        return True
    if _CREDIT.match(text, match.end(), limit) or _within_brackets(text, start, match.end(), limit):
        return False
    if match.end() == at:
        return _runs_on(text, start, match)
    after = text[at]
    closed = mark.rstrip("*_")[-1] in "\"”’'»"
    if after.islower() and not (chat and match.end() - match.start() == 1 and _unshortened(text, start, match)):
        return _lower_start(text, at, limit, closed=closed)
    if mark[0] != ".":
        return not (closed and mark[0] in "!?" and is_tag(text, at, limit))
    if mark.startswith(("..", ". ")):
        return True
    word = _word_before(text, start, match)
    if closed and is_tag(text, at, limit, bare=True):
        return False
    if word is None or closed or (mark.endswith((")", "]")) and len(mark) > 1):
        return True
    return _word_ends(text, start, word, at, limit, dash=text[match.end() : at].strip()[:1] in ("–", "—", "-"))


def _within_brackets(text: str, start: int, at: int, limit: int) -> bool:
    """Whether a mark stands in brackets that open with a small letter, and so hold no sentence: "(see app. C)"."""
    opening = text.rfind("(", max(start, at - _LOOKED_BACK), at)
    if opening < 0 or not text[opening + 1].islower() or ")" in text[opening:at]:
        return False
    closing = text.find(")", at, min(limit, at + _LOOKED_BACK))
    return closing > 0 and "(" not in text[at:closing]


def _runs_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends although no space follows: "The rain fell.The river rose", never "Node.Js" or "e.g.A"."""
    word = _word_before(text, start, match)
    return word is not None and word.group(1).isalpha() and word.group(1).islower() and len(word.group(1)) > 1


def _lower_start(text: str, at: int, limit: int, *, closed: bool) -> bool:
    """Small letters go on with the sentence, but for a careless "i"."""
    return not closed and text[at] == "i" and at + 1 < limit and text[at + 1] in " '’"


def _word_before(text: str, start: int, match: re.Match[str]) -> re.Match[str] | None:
    return _LAST_WORD.match(text, max(start, match.start() - 40), match.start())


def _unshortened(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the word before a mark is a whole one, so that in a chat a sentence ends: "it rains. we wait"."""
    word = _word_before(text, start, match)
    last = word.group(1).casefold() if word else ""
    return len(last) > 1 and "." not in last and last not in _SHORTENED


_LOOKED_BACK = 80
"""Characters before a word that tell whether it ends a sentence."""
_ORDINALS = [[word] for word in "ab am beim bis dem den der des die im ins jeden jeder jedes seit vom zum zur".split()]
"""German words before an ordinal number: "Am 3. Mai"."""
_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
_DATES = frozenset("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec eas pac cen".split())


def _word_ends(text: str, start: int, word: re.Match[str], at: int, limit: int, *, dash: bool) -> bool:
    """Whether a full stop behind `word` ends the sentence, the next word beginning at `at` with no small letter."""
    last = _JOINED.sub("", word.group(1), count=1).casefold().lstrip("'’-$")
    following = _WORD.match(text, at, limit)
    next_word = following.group() if following else ""
    lead = text[max(start, word.start(1) - _LOOKED_BACK) : word.start(1)]
    if len(last) == 1 and word.group(1).isupper():
        if last in "qa" and not lead.strip():
            return False
        initial = len(next_word) == 1 and text[at + 1 : at + 2] == "."  # "J. | A. Lee"
        return last == "i" or (next_word.casefold() in _STARTERS and not initial)
    if following and text.startswith(":", following.end()) and next_word.isdigit():  # "Matt. 5:3"
        return False
    if last in _BEFORE_NAME:
        street = lead.rsplit(None, 1)[-1:]
        return last == "st" and next_word.casefold() in _STARTERS and bool(street) and street[0][0].isupper()
    before = lead.casefold().split()[-2:]
    if last.isdigit() and before[-1:] in _ORDINALS and before[0] != "i":
        return False
    if last in _NUMBERED or (last in _DAYS and word.group(1)[0].isupper()):
        return not next_word[:1].isdigit()
    if last in _UNITS and lead.rstrip()[-1:].isdigit():
        return True
    if dash and (last in _MAY_END or "." in last):
        return False
    if last in ("a.m", "p.m"):
        return not (next_word.isupper() or next_word[:3].casefold() in _DATES or next_word[:1].isdigit())
    if last in _MAY_END or (_INITIALS.match(last) and "." in last):
        opens = _STARTERS if last in _STYLES else _STARTERS | COURTESY
        return next_word.casefold() in opens and not (next_word.isupper() and len(next_word) > 1)
    return bool(lead.strip("(# \n") or not _ENUMERATOR.match(last))
