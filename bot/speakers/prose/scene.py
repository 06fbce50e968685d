"""The scene: who is named where outside the quotations, and what the paragraphs before tell."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.layout import Span
from bot.speakers.attributions import NONE, Evidence
from bot.speakers.grammar.tokens import (
    BODY,
    CUE,
    ROLE,
    TAGS,
    VERB,
)
from bot.speakers.people.apposed import governed
from bot.speakers.people.registry import Entity, Mention, Registry, fold
from bot.speakers.people.roles import plural
from bot.speakers.prose.captions import captions, credited
from bot.speakers.prose.describing import Descriptions
from bot.speakers.prose.dialogue import Paragraph, addressed
from bot.speakers.prose.quotations import Quotation

_GROUP = re.compile(
    r"(?:The|Both|All)(?: [a-z]+){0,2}? ([a-z]+s)\b(?! of\b)|([A-Z][a-z]+s) of the (?=[a-z])\w+"
    r"|[A-Z][\w’'-]+ and (?:her|his|their) ([a-z]+s)\b"
)
_MOST = 50
"""Names of one stretch of text that are looked at; bounds the work on sentences without end."""
_AGAIN = 2
"""Verbs behind a name of one word by which it is somebody in a tale."""
_SUBJECT = 25
"""Characters in which the subject of a sentence is looked for."""
BACK = 10
"""Sentences and paragraphs that may be looked back over."""
_ABOUT = ("anti-", "Anti-", "pro-", "Pro-")
"""Before a name of what is for or against somebody: "anti-| Trump | focus"."""


@dataclass(eq=False, repr=False)
class Draft:
    """A sentence's attribution while the document is being read."""

    entity: Entity | None = None
    kind: str = NONE
    evidence: Evidence | None = None
    mention: str | None = None


class Scene:
    """A document as far as it has been read."""

    def __init__(
        self,
        registry: Registry,
        spans: list[Span],
        drafts: list[Draft],
        quotes: dict[int, list[Quotation]],
        *,
        tale: bool,
    ) -> None:
        self.registry = registry
        self.spans = spans
        self.drafts = drafts
        self.quotes = quotes
        self.conversational = tale
        """Whether people talk to each other in it."""
        self.current = 0
        """The sentence being read."""
        self.starts = [mention.start for mention in registry.mentions]
        self.descriptions = Descriptions(registry)
        self.gone_by: dict[str, Entity] = {}
        """Who has gone by a noun that the document gives to nobody: "the top leader"."""
        acting = (mention.words[0] for mention in registry.mentions if len(mention.words) == 1 and self._acts(mention))
        self._acting = Counter(acting if self.conversational else ())
        """How often each name of one word does something in a tale."""
        self._marks = sorted((quote.start, quote.end) for found in quotes.values() for quote in found)
        self._firsts = [n for n, span in enumerate(spans) if n == 0 or spans[n - 1].block != span.block]
        """The first sentence of every paragraph."""
        self._read: dict[int, Paragraph] = {}
        """Paragraphs that were looked back on, by their first sentence."""

    def between(self, start: int, end: int) -> Iterator[Mention]:
        """The first mentions in a stretch of text."""
        first = bisect_left(self.starts, start)
        if first and self.registry.mentions[first - 1].end > start:
            first -= 1
        for index in range(first, min(first + _MOST, len(self.starts))):
            if self.starts[index] >= end:
                break
            yield self.registry.mentions[index]

    def inside(self, at: int) -> bool:
        """Whether an offset lies within a name."""
        index = bisect_left(self.starts, at) - 1
        return index >= 0 and self.registry.mentions[index].end > at and bool(self.registry.mentions[index].words)

    def quoted(self, at: int) -> bool:
        """Whether an offset lies in a quotation."""
        index = bisect_right(self._marks, (at, len(self.registry.text) + 1)) - 1
        return index >= 0 and at < self._marks[index][1]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which an offset lies."""
        return max(0, bisect_right(self.spans, at, key=lambda span: span.start) - 1)

    def subject(self, start: int, end: int) -> Entity | None:
        """The first person or body named in a stretch of text outside quotation marks."""
        return next(self.people(start, end), None)

    def opening_subject(self, start: int, end: int) -> Entity | None:
        """The same, only near its beginning."""
        return self.subject(start, min(end, start + _SUBJECT))

    def body(self, head: str, at: int) -> Entity | None:
        """The body of that kind that was named last: "the ministry"."""
        best: Entity | None = None
        for entity in self.registry.bodies(head):
            near = entity.near(at)
            if len(entity.words) > 1 and near >= 0 and _heads(head, entity) and (best is None or near > best.near(at)):
                best = entity
        return best

    def spelt(self, head: str, words: set[str]) -> Entity | None:
        """The body whose name has all these words: "Nepal's aviation authority", the Aviation Authority of Nepal."""
        for entity in self.registry.bodies(head):
            if len(words) > 1 and words <= set(fold(entity.words)):
                return entity
        return None

    def group(self, start: int, end: int) -> Entity | None:
        """Several people with whom a sentence begins: "The two leaders | assessed ..."."""
        match = _GROUP.match(self.registry.text, start, end)
        if match is None or not plural((match[1] or match[2] or match[3]).lower()) or self.quoted(start):
            return None
        found = self.registry.find((match.group(),), start)
        found.plural = True
        return found

    def people(self, start: int, end: int, objects: list[Entity] | None = None) -> Iterator[Entity]:
        """Who is named in a stretch of text outside quotation marks and not as an owner, in order."""
        known = self._opening(start, end)
        if known:
            yield known
        held: list[Entity] = [] if objects is None else objects
        for mention in self.between(start, end):
            within = self.registry.text.endswith(_ABOUT, 0, mention.start)
            if within or self.quoted(mention.start) or mention.start in self._credits or self._modifies(mention):
                continue
            entity = self._meant(mention)
            if entity and (len(entity.words) > 1 or self._somebody_known(entity)):
                if self.governed(mention.start):
                    held.append(entity)
                else:
                    yield entity
        if objects is None:
            yield from held

    def _somebody_known(self, entity: Entity) -> bool:
        """Whether one word names somebody: by what is known of them, or in a tale by what they do."""
        known = entity.body or self.registry.person(entity)
        known = known or any(self.registry.text.startswith(" who ", end) for end in entity.ends[:1])
        return bool(known) or self._acting[entity.words[0]] >= _AGAIN

    def _acts(self, mention: Mention) -> bool:
        """Whether a verb stands behind a name: "Marv | started"."""
        word = self.registry.text[mention.end : mention.end + 24].partition(" ")[2].split(" ", 1)[0]
        verb = word.endswith("ed") or TAGS.get(word, 0) & (CUE | VERB)
        return bool(verb) and word.islower() and not mention.words[0].isupper()

    def _opening(self, start: int, end: int) -> Entity | None:
        """Somebody known by a description with which a stretch begins: "The parson | rode nearer"."""
        words = self.registry.text[start : min(end, start + 60)].lower().split()[:5]
        if len(words) < 2 or words[0] not in ("the", "a", "an", "his", "her", "my"):
            return None
        for size in range(len(words), 1, -1):
            noun = words[size - 1].rstrip(".,;:!?")
            entity = self.descriptions.get(noun)
            if entity and (size == 2 or not entity.body):
                return entity
        return None

    def _somebody(self, entity: Entity) -> bool:
        return not entity.body and (len(entity.words) == 1 or self.registry.person(entity))

    def _meant(self, mention: Mention) -> Entity | None:
        if not mention.words:
            return self.registry.by_role(mention.title, mention.start)
        if mention.body and len(mention.words) == 1:
            return self.body(mention.words[0].casefold(), mention.start) or self.registry.at(mention)
        return self.registry.at(mention)

    def _modifies(self, mention: Mention) -> bool:
        """Whether a name only belongs to the noun behind it: "Trump's lawyer", "a Trump backer"."""
        behind = self.registry.text[mention.end : mention.end + 24]
        if behind.startswith(("'s", "’s")):
            return True
        noun = behind[1:].split(None, 1)[0].strip(".,;:") if behind[:1] == " " and behind[1:].strip() else ""
        return bool(TAGS.get(noun, 0) & ROLE)

    @cached_property
    def captions(self) -> frozenset[int]:
        """The numbers of the paragraphs that stand below pictures."""
        return captions(self.spans, self._credits)

    @cached_property
    def _credits(self) -> frozenset[int]:
        """Where names stand that only say whose picture something is."""
        text = self.registry.text
        return frozenset(mention.start for mention in self.registry.mentions if credited(text, mention))

    def governed(self, at: int) -> bool:
        """Whether a preposition stands before a name."""
        return governed(self.registry.text, at)

    def neighbours(self) -> Iterator[int]:
        """The sentences of the paragraph being read: those before, the nearest first, then those behind."""
        block = self.spans[self.current].block
        for number in range(self.current - 1, max(-1, self.current - BACK), -1):
            if self.spans[number].block != block:
                break
            yield number
        for number in range(self.current + 1, min(len(self.spans), self.current + BACK)):
            if self.spans[number].block != block:
                break
            yield number

    def opening(self) -> int:
        """Where the paragraph being read begins."""
        return self.spans[self._firsts[bisect_right(self._firsts, self.current) - 1]].start

    def before(self) -> list[Paragraph]:
        """The paragraphs before the one being read, the latest first."""
        index = bisect_right(self._firsts, self.current) - 1
        found: list[Paragraph] = []
        for at in range(index - 1, max(-1, index - BACK), -1):
            first = self._firsts[at]
            if first not in self._read:
                self._read[first] = self._paragraph(range(first, self._firsts[at + 1]))
            found.append(self._read[first])
        return found

    def _paragraph(self, sentences: range) -> Paragraph:
        start, end = self.spans[sentences.start].start, self.spans[sentences.stop - 1].end
        speaker = next((self.drafts[n].entity for n in sentences if self.drafts[n].entity), None)
        named = [entity for entity in islice(self.people(start, end), BACK) if self._somebody(entity)]
        return Paragraph(speaker, named, self.calls(start, end))

    def calls(self, start: int, end: int) -> list[Entity]:
        """Whom the quotations in a stretch of text call by name."""
        found: list[Entity] = []
        index = max(0, bisect_right(self._marks, (start, 0)) - 1)
        for opening, closing in self._marks[index : index + BACK]:
            if closing > start and opening < end:
                found += addressed(self.registry, self.starts, max(opening, start), min(closing, end))
        return found

    def answered(self) -> list[Entity]:
        """Whom the next paragraph calls by name: it answers who speaks in the one being read."""
        index = bisect_right(self._firsts, self.current)
        if index >= len(self._firsts):
            return []
        behind = self._firsts[index + 1] if index + 1 < len(self._firsts) else len(self.spans)
        return self.calls(self.spans[self._firsts[index]].start, self.spans[behind - 1].end)

    def called(self) -> list[Entity]:
        """Whom the quotations of the sentence being read and of the next ones address: they do not speak it."""
        span = self.spans[self.current]
        last = self.current
        while last + 1 < min(len(self.spans), self.current + BACK) and self.spans[last + 1].block == span.block:
            last += 1
        return self.calls(span.start, self.spans[last].end)


def _heads(noun: str, body: Entity) -> bool:
    """Whether a noun is the head of a body's name: of the City Council, the Council of Elders, not Council Chambers.

    Or what it is called for short: State, the State Department.
    """
    words = fold(body.words)
    end = next((n for n, word in enumerate(words) if word in ("of", "for", "on", "in")), len(words))
    short = len(words) == 2 and noun == words[0] and TAGS.get(words[1], 0) & BODY
    return noun in (words[end - 1], words[-1]) or bool(short)
