"""Where quotations stand: double and single marks, straight and curly, guillemets, `''`, unbalanced ones.

Marks are read block by block, so that an error in one paragraph never reaches the next. What is left open at the end of
a block is marked so: the next paragraph may go on with it.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from bot.patterns import lazily


class Quotation(NamedTuple):
    """A quotation with its marks. `closed` is False when it runs to the end of its block."""

    start: int
    end: int
    closed: bool
    opened: bool = True
    """False when only its closing mark stands in the text."""


_DOUBLE = re.compile(r"[“”„‟«»\"＂`'’‘](?:(?<![`'])(?<![‘’])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘)")
_LEADING = re.compile(r"['‘](?<!\S.)(?=\w)")
_SINGLE = lazily(r"[‘’'‚‹›]")
_OPENING = frozenset(["“", "„", "«", "``", "‘‘"])
_CLOSING = frozenset(["”", "»", "’’"])
_BRIDGE = 10
"""Blocks that a quotation may go on over without marks."""
_PHRASE = 60
"""Characters of a phrase in single marks inside a sentence."""
_FIRST_PERSON = lazily(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_SENTENCE_END = lazily(r"[.!?…][\"”’')\]]*\s+")
_ELISION = lazily(r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b|s (?=[a-z]))", re.IGNORECASE)


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of `text[start:end]`, in order, disjoint."""
    doubles = list(_DOUBLE.finditer(text, start, end))
    if doubles:
        found = _pair(text, start, end, doubles)
        return _around(_single(text, start, end), found) if _LEADING.search(text, start, end) else found
    if "'" in text[start:end] or "’" in text[start:end] or "‘" in text[start:end]:
        return _single(text, start, end)
    return []


def _around(singles: list[Quotation], doubles: list[Quotation]) -> list[Quotation]:
    """Single marks go before double ones where these stand inside of them: ‘She said “never” twice.’."""
    starts = [double.start for double in doubles]
    outer = set()
    for single in singles:
        inside = bisect_right(starts, single.start)
        if inside < len(doubles) and doubles[inside].end < single.end + (not single.closed):
            outer.add(single)
    if not outer:
        return doubles
    found: list[Quotation] = []
    for mark in sorted([*singles, *doubles]):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def bridged(text: str, quotes: dict[int, list[Quotation]], ends: dict[int, tuple[int, int]]) -> None:
    """Makes quotations of the blocks between a mark that is left open and the next one that only closes.

    `quotes` has the quotations of every block by its number, in order, and is changed; `ends` says from where to where
    the blocks stand.
    """
    numbers = list(quotes)
    for at, number in enumerate(numbers):
        last = quotes[number][-1] if quotes[number] else None
        if last is None or last.closed:
            continue
        if _forgotten(text, quotes, ends, numbers[at + 1 : at + 3]):
            quotes[numbers[at + 1]] = [Quotation(*ends[numbers[at + 1]], closed=False)]
        if text[last.start] not in _OPENING and (text[last.start] != '"' or last.start > ends[number][0]):
            continue
        for reach in range(at + 1, min(len(numbers), at + _BRIDGE)):
            first = quotes[numbers[reach]][:1]
            if first and not first[0].opened:
                for inner in numbers[at + 1 : reach]:
                    quotes[inner] = [Quotation(*ends[inner], closed=False)]
                quotes[numbers[reach]][0] = first[0]._replace(start=ends[numbers[reach]][0])
            if first:
                break


def _forgotten(
    text: str, quotes: dict[int, list[Quotation]], ends: dict[int, tuple[int, int]], behind: list[int]
) -> bool:
    """Whether the first of two blocks behind an open quotation lacks its mark: it says "I", and the next has one."""
    if len(behind) < 2 or quotes[behind[0]]:
        return False
    goes_on = quotes[behind[1]][:1]
    opens = goes_on and goes_on[0].start == ends[behind[1]][0]
    return bool(opens) and _FIRST_PERSON.search(text, *ends[behind[0]]) is not None


def _pair(text: str, start: int, end: int, marks: list[re.Match[str]]) -> list[Quotation]:
    found: list[Quotation] = []
    signs = [mark.group() for mark in marks]
    nests = signs.count("“") == signs.count("”")  # "“Our “Suits for All” go on.”"
    opened, within = -1, 0
    for mark in marks:
        first, last = mark.span()
        opens, closes = _sides(text, mark, start, end)
        if opened < 0:
            if opens:
                opened = first
            elif closes:
                begin = _recovered(text, found[-1].end if found else start, first)
                found.append(Quotation(begin, last, closed=True, opened=False))
        elif closes and within:
            within -= 1
        elif closes:
            found.append(Quotation(opened, last, closed=True))
            opened = -1
        elif opens and nests and mark.group() == "“":
            within += 1
        elif opens:
            found.append(Quotation(opened, _shrunk(text, opened, first), closed=False))
            opened = first
    if opened >= 0:
        found.append(Quotation(opened, end, closed=False))
    return found


def _sides(text: str, mark: re.Match[str], start: int, end: int) -> tuple[bool, bool]:
    """Whether the mark can open, and whether it can close, a quotation where it stands."""
    sign, (first, last) = mark.group(), mark.span()
    if sign in _OPENING:
        return True, False
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    if sign in _CLOSING:
        wrong = before.isspace() and (after.isalnum() or first == start)
        return wrong, not wrong
    opens = (before.isspace() or before in "([{—–-‘'“/…*_") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or not after.isalnum())
    if before.isspace() and after.isspace():
        return True, True
    if not opens and not closes:
        return after.isalnum(), not after.isalnum()
    return opens, closes


def _recovered(text: str, start: int, closing: int) -> int:
    """Where a quotation began whose opening mark is missing: with the sentence."""
    begin = start
    for match in _SENTENCE_END.finditer(text, start, closing - 1):
        if match.end() < closing - 1:
            begin = match.end()
    while begin < closing and text[begin].isspace():
        begin += 1
    return begin


def _shrunk(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _single(text: str, start: int, end: int) -> list[Quotation]:
    """Single marks as quotations: they open before a word and close behind one; apostrophes do neither."""
    marks = [match.start() for match in _SINGLE.finditer(text, start, end)]
    found: list[Quotation] = []
    number = 0
    while number < len(marks):
        first = marks[number]
        number += 1
        if not _opens_single(text, first, start, end):
            continue
        closing = [at for at in marks[number : number + 60] if _closes_single(text, at, end)]
        last = next((at for at in closing if text[at - 1] in ".,!?…;:"), None)
        sure = [at for at in closing if not (text[at - 1] in "sS" and text[at + 1 : at + 3].strip()[:1].islower())]
        if last is None:
            last = next(iter(sure or closing), None)
        else:
            again = next((at for at in marks[number : number + 60] if _opens_single(text, at, start, end)), last)
            near = [at for at in closing if at < min(again, last) and at - first < _PHRASE]
            if near and (again < last or text[first + 1].islower()):
                last = next((at for at in near if at in sure), near[-1] if again < last else last)
        if last is None:
            if first == start or text[first] == "‘":
                found.append(Quotation(first, end, closed=False))
            break
        found.append(Quotation(first, last + 1, closed=True))
        number = marks.index(last, number - 1) + 1
    return found


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if not (before.isspace() or before in '([—–-:"“') or not (after.isalnum() or after in "[(…"):
        return False
    return not _ELISION.match(text, at)


def _closes_single(text: str, at: int, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    return not text[at - 1].isspace() and not after.isalnum() and text[at] != "‘"
