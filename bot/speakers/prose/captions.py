"""What stands below pictures: it shows somebody, and tells nothing of what the paragraphs around it are about."""

import re
from bisect import bisect_right
from collections.abc import Collection
from itertools import groupby

from bot.layout import Span
from bot.patterns import lazily
from bot.speakers.people.bounds import Mention

_PICTURE = lazily(
    r"(?:\b(?:credit|illustration|image|photo(?:graph(?:s|y)?)?|picture)s?(?::|:? by|:? courtesy of|:? ©) ?|\w\w/)$",
    re.IGNORECASE,
)
"""What stands before whose picture it is."""
_ENDS, _SPACED = frozenset("(/:©"), frozenset(["y ", ": ", "f ", "© ", ". "])
"""How that ends."""
_BEFORE = 28
"""Characters in which that stands."""
_LONGEST = 400
"""Characters of a paragraph below a picture."""


def credited(text: str, mention: Mention) -> bool:
    """Whether a name only says whose picture it is: "(Ann Lee/Reuters)", "Photo: Ann Lee", ". AP Photo/Ann Lee"."""
    if text[mention.start - 1 : mention.start] not in _ENDS and text[mention.start - 2 : mention.start] not in _SPACED:
        return False
    before, behind = text[max(0, mention.start - _BEFORE) : mention.start], text[mention.end : mention.end + 2].strip()
    opens = before.endswith(("(", ". "))
    return (opens and behind[:1] in ("/", "|")) or _PICTURE.search(before) is not None


def captions(spans: list[Span], places: Collection[int]) -> frozenset[int]:
    """The short paragraphs, by the numbers of their blocks, that say at some of `places` whose picture they show."""
    if not places:
        return frozenset()
    found = {spans[bisect_right(spans, at, key=lambda span: span.start) - 1].block for at in places}
    paragraphs = ((block, list(sentences)) for block, sentences in groupby(spans, lambda span: span.block))
    return frozenset(
        block
        for block, sentences in paragraphs
        if block in found and sentences[-1].end - sentences[0].start <= _LONGEST
    )
