"""Who a noun phrase stands for: a name, a role, a pronoun, or nobody named, and then it stands for itself."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from bot.sentences import Span
from bot.speakers import tokens as k
from bot.speakers.attributions import DIRECT, NONE, Evidence
from bot.speakers.names import Entity, Registry
from bot.speakers.phrases import Phrase
from bot.speakers.tokens import TAGS, Tokens


@dataclass(slots=True)
class Draft:
    """A sentence's attribution while the document is being read."""

    entity: Entity | None = None
    kind: str = NONE
    evidence: Evidence | None = None
    mention: str | None = None


@dataclass(slots=True)
class Owner:
    """Who says a quotation."""

    entity: Entity | None = None
    evidence: Evidence | None = None
    mention: str | None = None

    def carried(self, kind: str) -> Evidence | None:
        """The same evidence for what goes on from it."""
        return Evidence(kind, self.evidence.start, self.evidence.end) if self.evidence else None


class Referents:
    """Resolves the phrases of a document from its first sentence to its last: what has been read so far decides."""

    def __init__(self, registry: Registry, spans: list[Span], drafts: list[Draft]) -> None:
        self.registry = registry
        self.spans = spans
        self.drafts = drafts
        self.starts = [mention.start for mention in registry.mentions]
        self.last: Owner | None = None
        self.current = 0
        """The sentence being read."""

    def resolve(self, t: Tokens, phrase: Phrase) -> tuple[Entity | None, str | None]:
        """The entity that a noun phrase stands for, and the phrase itself where it is not the name."""
        first, last = phrase
        words = re.sub(r"\s+", " ", t.words(first, last))
        at = t.start[first]
        if (t.tag[last] & k.PRONOUN and first == last and not t.tag[last] & k.CAPITAL) or t.low[last] in (
            "he",
            "she",
            "they",
            "it",
            "i",
            "we",
            "who",
        ):
            entity = self._antecedent(t.low[last], at)
            if entity is None and t.low[last] in ("others", "many", "some", "several", "one", "another"):
                entity = self.registry.find((words,), at)
            return entity, words
        named = self._named(t, first, last)
        if named:
            return named, words if words != named.name else None
        if t.low[first] in ("the", "this", "that") or (t.tag[first] & k.CAPITAL and not t.tag[first] & k.DETERMINER):
            entity = self.registry.by_role(words, at)
            if entity:
                return entity, words
        description = _described(words)
        return self.registry.find((description,), at), words if words != description else None

    def _named(self, t: Tokens, first: int, last: int) -> Entity | None:
        """The person or body whose name ends the phrase ("Foreign Minister Wang Yi") or is it ("the Ministry of Commerce")."""
        index = bisect_left(self.starts, t.start[first])
        found = None
        while index < len(self.starts) and self.starts[index] < t.end[last]:
            mention = self.registry.mentions[index]
            index += 1
            if not mention.words:
                continue
            stop = t.end[last]
            if mention.end >= stop - 2 or t.text[mention.end : stop].strip().startswith("("):
                found = mention
        if found is None or (t.tag[last] & k.POSSESSIVE):
            return None
        entity = self.registry.find(found.words, found.start, found.title)
        return entity

    def floating(self) -> Owner | None:
        """A quotation without any clause belongs to whoever the sentence before is about."""
        if self.current == 0:
            return None
        previous = self.drafts[self.current - 1]
        span = self.spans[self.current - 1]
        if previous.entity is not None:
            return Owner(
                previous.entity,
                Owner(previous.entity, previous.evidence).carried("floating-quotation"),
                previous.mention,
            )
        subject = self.subject(span.start, span.end)
        if subject:
            return Owner(subject, Evidence("floating-quotation", span.start, span.end))
        if self.last and self.last.entity:
            return Owner(self.last.entity, self.last.carried("floating-quotation"), self.last.mention)
        return None

    def _antecedent(self, pronoun: str, at: int) -> Entity | None:
        """Whom a pronoun means: the latest speaker or subject before it whom it fits."""
        if pronoun in ("i", "we", "you"):
            return None
        own = self.spans[self.current]
        subject = self.subject(own.start, at)
        if subject and self._fits(subject, pronoun):
            return subject
        for number in range(self.current - 1, max(-1, self.current - 12), -1):
            draft, span = self.drafts[number], self.spans[number]
            if draft.entity and self._fits(draft.entity, pronoun):
                return draft.entity
            if draft.entity and draft.kind == DIRECT:
                continue
            subject = self.subject(span.start, span.end)
            if subject and self._fits(subject, pronoun):
                return subject
        return None

    def _fits(self, entity: Entity, pronoun: str) -> bool:
        if pronoun in ("he", "she", "who"):
            gender = self.registry.gender(entity)
            if entity.body or entity.plural or _plural(entity.name):
                return False
            return pronoun == "who" or gender in ("", "m" if pronoun == "he" else "f")
        if pronoun == "they":
            return entity.body or entity.plural or _plural(entity.name)
        return entity.body or not self.registry.gender(entity)

    def subject(self, start: int, end: int) -> Entity | None:
        """The first person or body named in a stretch of text."""
        index = bisect_left(self.starts, start)
        while index < len(self.starts) and self.starts[index] < end:
            mention = self.registry.mentions[index]
            index += 1
            if mention.words:
                entity = self.registry.find(mention.words, mention.start, mention.title)
                if len(entity.words) > 1 or entity.gender or entity.titles:
                    return entity
            elif mention.title:
                named = self.registry.by_role(mention.title, mention.start)
                if named:
                    return named
        return None


def _described(words: str) -> str:
    return re.split(r"\s(?:who|which|that)\b|,", words, maxsplit=1)[0]


def _plural(name: str) -> bool:
    low = name.rsplit(None, 1)[-1].casefold()
    tag = TAGS.get(low, 0) or TAGS.get(low.removesuffix("s"), 0)
    return (
        (low.endswith("s") and bool(tag & (k.ROLE | k.BODY)))
        or low in ("people", "police", "others")
        or " and " in name
    )
