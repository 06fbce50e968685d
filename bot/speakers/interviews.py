"""Interviews whose questions or answers have no labels: who speaks each sentence, by typography and by turns."""

import re
from collections.abc import Container
from itertools import pairwise

from bot.layout import FURNITURE, HEADING, LABEL, TEXT, Layout, Span
from bot.patterns import lazily
from bot.speakers.bylines import FIRST_PERSON

QUESTION, ANSWER = "question", "answer"
_SECOND_PERSON = lazily(r"\byour?s?\b", re.IGNORECASE)
_MARK = lazily(r"[\"“]")
_TYPOGRAPHY = lazily(r"(?:\*\*|__)(?=\S)[^\n]*\S(?:\*\*|__)$|[*_](?=[^\s*_])[^*_\n]*[*_]$")
"""A paragraph all in bold or in italics."""
_BOLD = ("**", "__")
_FEWEST, _MANY = 2, 4
"""Questions of an interview at least, where all are marked, and from which on more say nothing more."""
_OFTEN = 3
"""Paragraphs of answers to a question at most, where questions that address somebody tell that they are one's."""
_ENOUGH = 7
"""What questions, marks, answers in the first person and the head of a text must say together."""
_SEVERAL, _MOST, _OFT = 3, 0.6, 0.4
"""Questions between labelled answers at least, and their share of the paragraphs without label, and of the slanted."""
_PLEASE = "please!"
"""What a question may end with: "Tell us about the dam, please!"."""


def interview(
    text: str, layout: Layout, spans: list[Span], asking: Container[int] = (), *, named: bool = False
) -> list[str]:
    """For a text of questions and answers in turn, who speaks each sentence: "question", "answer" or "".

    Each question is a short paragraph of its own that ends with a question mark, or has the label of who asks (the
    blocks `asking`). That it is one, say answers in the first person, marks of all questions, and a head that names who
    meets (`named`), the more so where the questions address them.
    """
    if not asking and text.count("?") + text.count(_PLEASE) < _FEWEST:
        return ["" for _ in spans]
    blocks: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        blocks.setdefault(span.block, []).append(number)
    parts = ["" for _ in spans]
    read = {block for block in blocks if layout.blocks[block].kind in (TEXT, HEADING)}
    bold = {n for n in read if _TYPOGRAPHY.match(text, layout.blocks[n].start, layout.blocks[n].end)}
    headings = {n for n in read if text[layout.blocks[n].start] == "#"}
    asks = {n for n in bold | headings if "?" in text[layout.blocks[n].start : layout.blocks[n].end]}
    asks |= {n for n in read if n in asking or _asks(text, [spans[number] for number in blocks[n]])}
    first = min(asks, default=0)
    if 2 * len(asks & headings) > len(asks):
        asks &= headings
    if 2 * sum(n in asking for n in asks) > len(asks):
        asks = {n for n in asks if n in asking}
    if 2 * len(asks & bold) > len(asks):
        asks |= {n for n in bold if n >= first}
    marked = all(n in asking or n in bold | headings for n in asks)
    answers = {n for n in read - asks if layout.blocks[n].kind == TEXT and n > first}
    if len(asks) < _FEWEST + (not marked) or len(answers) < len(asks) - 1 or _run(sorted(asks)) > 3:
        return parts
    told = [spans[number] for n in answers for number in blocks[n]]
    personal = sum(bool(FIRST_PERSON.search(text, *span[:2])) and not _MARK.search(text, *span[:2]) for span in told)
    labelled = all(n in asking for n in asks)
    addressing = sum(bool(_SECOND_PERSON.search(text, layout.blocks[n].start, layout.blocks[n].end)) for n in asks)
    addressed = named and _OFTEN * len(asks) >= len(answers) and 2 * addressing >= len(asks)
    turns = named and len(asks) > _FEWEST and _run(sorted(asks)) == 1 and len(answers) <= _OFTEN * len(asks)
    signs = 2 * (named + addressed + turns) + 3 * marked + labelled + min(3, 9 * personal / max(1, len(told)))
    if min(_MANY, len(asks)) + signs < _ENOUGH:
        return parts
    for n in asks | answers:
        for number in blocks[n]:
            parts[number] = QUESTION if n in asks else ANSWER
    return parts


def between(text: str, layout: Layout) -> set[int]:
    """The blocks without label that ask whoever has the label below, in a text where most of such blocks do."""
    blocks = layout.blocks
    free = [
        number
        for number, block in enumerate(blocks)
        if not block.label and block.kind != FURNITURE and not (number and blocks[number - 1].kind == LABEL)
    ]
    asks = {n for n in free if _question(text[blocks[n].start : blocks[n].end])}
    typed = {n for n in free if _TYPOGRAPHY.match(text, blocks[n].start, blocks[n].end)}
    if asks & typed:
        bold = sum(text.startswith(_BOLD, blocks[n].start) for n in asks & typed) * 2 > len(asks & typed)
        typed = {n for n in typed if text.startswith(_BOLD, blocks[n].start) == bold}
        return typed if len(asks & typed) > _OFT * len(typed) else asks & typed
    plain = {n for n in asks if n + 1 < len(blocks) and blocks[n + 1].label}
    behind = sum(min(plain, default=0) <= n <= max(plain, default=0) for n in free)
    return plain if len(plain) >= _SEVERAL and len(plain) > _MOST * behind else set()


def _question(words: str) -> bool:
    words = words.strip("*_ #")
    return words.endswith(("?", "?”", _PLEASE)) and len(words) < 320 and words[0] not in '"“-•'


def _asks(text: str, spans: list[Span]) -> bool:
    return len(spans) < 4 and _question(text[spans[0].start : spans[-1].end])


def _run(blocks: list[int]) -> int:
    """The longest run of blocks without one between them."""
    longest = run = 1
    for a, b in pairwise(blocks):
        run = run + 1 if b == a + 1 else 1
        longest = max(longest, run)
    return longest
