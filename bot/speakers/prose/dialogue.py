"""Conversations in stories: who answers whom when a quotation has no clause of its own."""

import re
from bisect import bisect_left

from bot.speakers.people.registry import Entity, Registry
from bot.speakers.prose.quotations import Quotation

LEAST, FEW, ASKED, ADDRESSED = 4, 16, 0.15, 0.35
"""Fewest quotations, and least shares of them that ask or exclaim, and that ask or say "you", of a conversation.

With few quotations the shares must be twice as large.
"""
_YOU = re.compile(r"[Yy](?<!\w.)ou\b")
_CALLED = frozenset([",", ".", "!", "?", ";", "-", "—"])
_BACK = 8
"""Paragraphs that a conversation may look back over."""


def conversational(text: str, quotes: dict[int, list[Quotation]]) -> bool:
    """Whether people in a document talk to each other rather than to the reader: they ask, exclaim and say "you"."""
    count = asks = addresses = 0
    for found in quotes.values():
        for quote in found:
            words = text[quote.start : quote.end]
            if " " in words:
                count += 1
                asks += "?" in words or "!" in words
                addresses += _YOU.search(words) is not None
    much = count if count >= FEW else 2 * count
    return count >= LEAST and asks >= ASKED * much and asks + addresses >= ADDRESSED * much


class Paragraph:
    """What is known of a paragraph that was read: who speaks in it, whom its narration names, whom it addresses."""

    __slots__ = ("addressed", "named", "speaker")

    def __init__(self, speaker: Entity | None, named: list[Entity], addressed: list[Entity]) -> None:
        self.speaker = speaker
        self.named = named
        self.addressed = addressed


def answerers(paragraphs: list[Paragraph]) -> list[Entity]:
    """Who may speak next, the likeliest first, given the paragraphs before, the latest first.

    Speech is answered: by whom it addresses, by who spoke before it, by whom its narration names.
    """
    found: dict[Entity, None] = {}
    latest = paragraphs[0] if paragraphs else None
    last = latest.speaker if latest else None
    if latest and last is None:
        found.update(dict.fromkeys(latest.named[:1]))
        last = next((paragraph.speaker for paragraph in paragraphs if paragraph.speaker), None)
    if latest and latest.speaker:
        found.update(dict.fromkeys(latest.addressed))
    for paragraph in paragraphs[:_BACK]:
        if paragraph.speaker and paragraph.speaker is not last:
            found[paragraph.speaker] = None
    for paragraph in paragraphs[:3]:
        found.update((named, None) for named in paragraph.named if named is not last)
    if last and latest and latest.speaker:
        found.pop(last, None)
    if last:
        found[last] = None
    return list(found)


def addressed(registry: Registry, starts: list[int], start: int, end: int) -> list[Entity]:
    """Whom a quotation from `start` to `end` calls by name: "Well, | Jane |, ..."."""
    text = registry.text
    found: list[Entity] = []
    index = bisect_left(starts, start)
    while index < len(starts) and starts[index] < end and len(found) < _BACK:
        mention = registry.mentions[index]
        index += 1
        before = text[max(start, mention.start - 8) : mention.start].rstrip()
        behind = text[mention.end : mention.end + 1]
        opens = before == "" or before[-1] in ",\"“‘'!" or before.endswith(("dear", "Oh", "oh", "my"))
        alone = mention.end - mention.start + 3 >= end - start and behind != "!"
        if opens and behind in _CALLED and mention.words and not mention.body and not alone:
            entity = registry.at(mention)
            entity.person = True
            found.append(entity)
    return found
