"""Dialogue that a dash opens instead of a mark: "—It is late, he said. Come in."."""

import re

from bot.layout import TEXT, Block
from bot.patterns import lazily
from bot.speakers.grammar.cues import CUES
from bot.speakers.prose.quotations import Quotation
from bot.words import ADDRESS, MANNER, SAY

_DASH = lazily(r"(?:[—―]|--|–\s?)(?=[\w’'…])")
_LEAST, _SHARE = 4, 0.2
"""Fewest paragraphs that a dash opens in a document of dialogue, and their least share."""
_TAG = lazily(
    r"(?<=[,.!?…]) (?:(?:he|she|they|I|we|the \w+|[A-Z][\w’']+(?: [A-Z][\w’']+)?) (?P<verb>[a-z]+)\b"
    r"|(?P<inverted>[a-z]+) (?:he|she|they|the \w+|[A-Z][\w’']+(?: [A-Z][\w’']+)?)\b)"
)
"""Who says it in such a paragraph: "—Late, | he said |.", "—Late! | cried Tom Hall | from the door."."""
_STOP = re.compile(r"[.,:;!?…]")
_SAID = SAY | ADDRESS | MANNER


def dashed(text: str, blocks: tuple[Block, ...], quotes: dict[int, list[Quotation]]) -> bool:
    """Makes quotations of the paragraphs that a dash opens, where a document writes its dialogue so, and tells so."""
    opened = [number for number, found in quotes.items() if not found and _DASH.match(text, blocks[number].start)]
    texts = sum(block.kind == TEXT for block in blocks)
    if len(opened) < _LEAST or len(opened) < _SHARE * texts:
        return False
    spoken = {number: _spoken(text, blocks[number].start, blocks[number].end) for number in opened}
    if not any(len(found) > 1 or found[-1].end < blocks[number].end for number, found in spoken.items()):
        return False
    quotes.update(spoken)
    return True


def _spoken(text: str, start: int, end: int) -> list[Quotation]:
    """What is said in one paragraph: all but the clauses that say by whom."""
    found: list[Quotation] = []
    at = start
    for tag in _TAG.finditer(text, start, end):
        verb = CUES.get(tag["verb"] or tag["inverted"], ("", ""))
        if tag.start() < at or verb[0] not in _SAID or verb[1] not in ("past", "third"):
            continue
        found.append(Quotation(at, tag.start(), closed=True))
        stop = _STOP.search(text, tag.end(), end)
        at = stop.end() if stop else end
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        found.append(Quotation(at, end, closed=True))
    return found
