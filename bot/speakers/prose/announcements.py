"""Whose words come next: what stands behind a colon or below a name, statements that the head announces."""

from itertools import islice, takewhile

from bot.layout import HEADING, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, INDIRECT, Evidence
from bot.speakers.grammar.announcing import announced
from bot.speakers.prose.readings import Reading, of_pronoun
from bot.speakers.prose.referents import Owner, Referents

_ITEM = lazily(r"(?:[*•◦▪‣·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_OFFICE = 60
"""Characters of an office or a party behind a name on a line of its own."""
_WE = lazily(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|us)\b")


class Announcements:
    """What has been announced so far in one document."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self.scene = referents.scene
        self.registry = referents.registry
        self.text = referents.registry.text
        self.listing: Owner | None = None
        """Whose words the items being read are."""
        self.lead: Owner | None = None
        """Whose words the paragraph before announced."""
        self.statement: Owner | None = None
        """Whose words the head of the document announces: "A spokesperson of the premier said:"."""

    def listed(self, span: Span) -> Owner | None:
        """Whose words a sentence is as an item of a list."""
        return self.listing if self.listing and _ITEM.match(self.text, span.start) else None

    def read(self, span: Span) -> None:
        """A sentence that ends with a colon has the items behind it as its speaker's words."""
        draft = self.scene.drafts[self.scene.current]
        if draft.entity and self.text[span.end - 1] == ":":
            self.listing = Owner(draft.entity, draft.evidence, draft.mention)
        elif self.listing and not _ITEM.match(self.text, span.start):
            self.listing = None

    def heading(self, number: int) -> None:
        """Who is named alone above items of theirs, some in the first person: "Prime Minister Lena Weber"."""
        start, end = self.scene.spans[number][:2]
        mention = next(self.scene.between(start, end), None)
        self.listing = None
        if mention is None or mention.body or (mention.start, mention.end) != (start, end) or not mention.words:
            return
        if not self.registry.person(self.registry.at(mention)):
            return  # "Wealth Management"
        items = takewhile(lambda span: _ITEM.match(self.text, span.start), islice(self.scene.spans, number + 1, None))
        if any(personal(self.text, item) for item in items):
            self.listing = Owner(self.registry.at(mention), Evidence("byline", start, end), None)

    def fulfil(self, readings: list[Reading], first: int) -> None:
        """A paragraph without marks behind "..., Moss said in a statement:" is hers."""
        owner = self.lead or self.statement
        if owner is None:
            return
        item = _ITEM.match(self.text, readings[0].span.start)
        told = (
            report for reading in readings for report in reading.reports if not (item and of_pronoun(reading, report))
        )
        if any(reading.clips for reading in readings) or (not self.statement and any(told)):
            self.statement = None
            return
        named = owner.evidence is not None and owner.evidence.kind == "byline"
        if named and not any(personal(self.text, reading.span) for reading in readings):
            return
        for number in range(first, first + len(readings)):
            draft = self.scene.drafts[number]
            if draft.entity is None:
                draft.entity, draft.kind, draft.mention = owner.entity, DIRECT if named else INDIRECT, owner.mention
                draft.evidence = owner.carried("byline" if named else "continued-message")
        if item:
            self.listing = owner

    def close(self, last: Reading, *, alone: bool) -> None:
        """Remembers whose words a paragraph that ends with a colon announces."""
        self.lead = None
        if self.text[last.span.end - 1] != ":":
            return
        source = announced(last.tokens) if last.tokens else None
        if last.tokens and source:
            entity, mention = self.referents.resolve(last.tokens, source)
            place = Evidence("reporting-clause", last.tokens.start[source[0]], last.span.end)
            self.lead = Owner(entity, place, mention) if entity else None
            bare = len(last.tokens.tag) == source[1] + 3  # "..., a spokesperson | said:"
            opens = source[0] == 0 and all(span.kind == HEADING for span in self.scene.spans[: self.scene.current])
            if bare and (opens or last.tokens.low[source[1]].startswith("spokes")):
                self.statement = self.lead
        elif alone:
            self.lead = self._named_alone(last.span)

    def _named_alone(self, span: Span) -> Owner | None:
        """Who is named on a line of their own: "Lena Weber, head of the union:", "Ines Duarte (Green Party):"."""
        mention = next(self.scene.between(span.start, span.end), None)
        if mention is None or mention.body or not mention.words or mention.start != span.start:
            return None
        rest = self.text[mention.end : span.end]
        if not rest.startswith((":", ",", " (")) or len(rest) > _OFFICE:
            return None
        return Owner(self.registry.at(mention), Evidence("byline", mention.start, mention.end), None)


def personal(text: str, span: Span) -> bool:
    """Whether a sentence is in the first person."""
    return bool(_WE.search(text, span.start, span.end))
