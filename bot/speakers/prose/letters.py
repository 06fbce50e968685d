"""Whose words something written is: "a statement by the bank", "Moss's letter", "the email" told of before."""

import re
from typing import NamedTuple

from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.phrases import Phrase, phrase_from
from bot.speakers.grammar.tokens import CAPITAL, COMMA, DETERMINER, POSSESSIVE, QUOTE, STOP, Tokens
from bot.speakers.people.registry import Entity
from bot.speakers.prose.scene import Scene

LETTERS = frozenset(
    "communique communiqué email letter memo message note op-ed post readout release statement tweet".split()
)
"""What somebody writes to say something."""
_WORK = rf"(?P<work>{'|'.join(sorted(LETTERS))})\b"
_TOLD = re.compile(
    rf"\b(?:(?P<owner>[A-Z][\w-]+['’]s?)|(?:[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)) (?:[\w-]+ ){{0,3}}?{_WORK}"
)
"""Something written is told of: "Moss's resignation letter", "a long statement"."""
_GAVE = re.compile(r"\b(?:addressed|issued|made|posted|published|put out|released|sent|shared|signed|wrote)\b")
"""How something written is given out, behind who does it."""
_FAR = 1000
"""Characters before the letter in which it is told of."""
_BETWEEN = 8
"""Tokens between something written and who gave it out."""


def giver(t: Tokens, work: int) -> Phrase | None:
    """Who gave out what is written at token `work`: "a statement (issued on Monday) by | the bank |"."""
    issued = False
    for at in range(work + 1, min(work + _BETWEEN, len(t.tag) - 1)):
        low = t.low[at]
        if low == "by" or (low == "from" and at <= work + 2):
            return phrase_from(t, at + 1)
        if t.low[at : at + 3] == ["on", "behalf", "of"]:
            return phrase_from(t, at + 3)
        issued = issued or low.endswith("ed") or low in PARTICIPLES
        if not issued or t.tag[at] & (COMMA | STOP | QUOTE):
            return None
    return None


class Letter(NamedTuple):
    """Where something written was told of. Offsets are into the document."""

    sentence: int
    start: int
    end: int
    owner: tuple[int, int] | None
    """Whose it is: "| Moss's | letter"."""
    gave: int
    """The verb behind who gave it out: "Moss | sent | the mayor a letter"; -1 where there is none."""


class Letters:
    """Finds what a document quotes from."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def owner(self, t: Tokens, first: int, head: int) -> Entity | None:
        """Whose the letter is that a phrase names: "Moss's | letter", "a | Foreign Office | statement"."""
        before = range(head - 1, first - 1, -1)
        end = next((n for mark in (POSSESSIVE, CAPITAL) for n in before if t.tag[n] & mark), None)
        named = None if end is None or t.tag[end] & DETERMINER else self.last(t.start[first], t.end[end])
        place = named and end and not (t.tag[end] & POSSESSIVE or named.body or self.scene.registry.person(named))
        return None if place else named  # "the Orla statement"

    def last(self, start: int, end: int) -> Entity | None:
        """Who is named last in a stretch of text, without the mark of who owns something: "the Tories’ | letter"."""
        found = [mention for mention in self.scene.between(start, end) if mention.words]
        if not found:
            return None
        *before, family = found[-1].words
        return self.scene.registry.at(found[-1]._replace(words=(*before, family.rstrip("'’"))))

    def told(self, work: str, at: int) -> Letter | None:
        """Where the text before `at` told of such a letter last."""
        text = self.scene.registry.text
        found = [found for found in _TOLD.finditer(text, max(0, at - _FAR), at) if found["work"].lower() == work]
        if not found:
            return None
        start, end = found[-1].span()
        number = self.scene.sentence(start)
        gave = _GAVE.search(text, self.scene.spans[number].start, start)
        owner = found[-1].span("owner") if found[-1]["owner"] else None
        return Letter(number, start, end, owner, gave.start() if gave else -1)
