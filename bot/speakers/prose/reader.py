"""From clause to text: which sentences a reporting clause, a quotation or a message reaches, and where it ends."""

from bisect import bisect_right
from collections.abc import Container

from bot.layout import FURNITURE, HEADING, TEXT, Layout, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, INDIRECT, Evidence
from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.cues import ACTS, CUES, OBJECT
from bot.speakers.grammar.phrases import head
from bot.speakers.grammar.tokens import ROLE, WORK, Tokens, plural_of
from bot.speakers.people.registry import Entity, Registry
from bot.speakers.prose.announcements import Announcements
from bot.speakers.prose.apart import repeated
from bot.speakers.prose.carrying import first_person, flanked, leading
from bot.speakers.prose.dashes import dashed
from bot.speakers.prose.dialogue import conversational
from bot.speakers.prose.floating import alone, floating, labelled
from bot.speakers.prose.messages import ends, tied
from bot.speakers.prose.primary import primary
from bot.speakers.prose.quotations import Quotation, bridged, quotations
from bot.speakers.prose.readings import (
    LEAST,
    Reading,
    aloud,
    claimed_by,
    is_speech,
    kind_of,
    of_pronoun,
    read_sentence,
    relays,
)
from bot.speakers.prose.referents import Owner, Referents
from bot.speakers.prose.resolutions import resolved
from bot.speakers.prose.scene import Draft, Scene
from bot.words import ADDRESS, SAY

_ON = lazily(r"On [^:.\n]{2,80}:\s*")
"""What the same speaker is quoted on: "On the new bridge: “It will last.”"."""
QUOTED, RELAYED = 0.15, 0.15
"""Of a document that relays messages (readouts, minutes) rather than telling a story: most sentences with quotations,
and least with indirect reports, among those up to the paragraph being read."""
_SURELY = 3
"""Indirect reports from which on a document relays messages: with fewer, a sentence must be tied to what was said."""
MESSAGES = 0.3
"""Least share of indirect reports in a document all of which is messages."""
_TELLS = SAY - OBJECT - ADDRESS - ACTS - frozenset("believe fear feel hope think".split())
"""Verbs that only tell: what one does or feels in a message is never this."""
_EVENTS = frozenset(["announce", "rule"])
"""Verbs of saying behind which the document goes on in its own voice: what was announced or ruled is news."""


class Reader:
    """Reads the prose of a document from its first sentence to its last and remembers who was speaking."""

    def __init__(self, text: str, layout: Layout, spans: list[Span], registry: Registry) -> None:
        self.text = text
        self.layout = layout
        self.spans = spans
        self.registry = registry
        self.drafts = [Draft() for _ in spans]
        self.open: Owner | None = None
        self.message: Owner | None = None
        self.claimed: list[int] = []
        """Quotations of the block being read that have a clause."""
        self.spoken: list[bool] = []
        """Which of them are speech."""
        self.owners: dict[int, Owner] = {}
        """Who says each quotation, by where it begins."""
        self.current = 0
        self.resolved: dict[tuple[int, int], Owner | None] = {}
        """Whom the clauses of the sentence being read name, by where their cues stand."""
        self.resumed: Owner | None = None
        """Whose quotation of the paragraph before the one being read goes on with."""
        ends = {n: (block.start, block.end) for n, block in enumerate(layout.blocks) if block.kind in (TEXT, HEADING)}
        found = {number: quotations(text, *places) for number, places in ends.items()}
        self.quotes = {number: quotes for number, quotes in found.items() if layout.blocks[number].kind == TEXT}
        tale = dashed(text, layout.blocks, self.quotes) or conversational(text, self.quotes)
        found |= self.quotes
        bridged(text, found, ends)  # a letter in quotation marks ends with a name on a line of its own
        self.quotes |= {number: found[number] for number in self.quotes}
        self.referents = Referents(Scene(registry, spans, self.drafts, self.quotes, tale=tale))
        self.announcements = Announcements(self.referents)
        self.doubted: list[int] = []
        """Sentences behind a message that may be of it: they are if a later one goes on with it."""
        self.passed = self.quoting = self.relaying = 0
        self.relays = False
        self.bare: set[int] = set()
        """Sentences without any clause or quotation of their own."""

    def read(self, blocks: Container[int] | None = None) -> list[Draft]:
        """Drafts of all sentences; those of blocks outside `blocks` stay empty."""
        number = 0
        while number < len(self.spans):
            block = self.spans[number].block
            last = number
            while last < len(self.spans) and self.spans[last].block == block:
                last += 1
            if blocks is None or block in blocks:
                self._block(block, number, last)
            number = last
        if self.relays and self.relaying >= MESSAGES * self.passed:
            flanked(self.referents.scene, self.bare)
        resolved(self.referents)
        repeated(self.referents.scene, self.layout.blocks)
        return self.drafts

    def _block(self, block: int, first: int, last: int) -> None:
        self.passed += (last - first) * (self.layout.blocks[block].kind != FURNITURE)
        if self.layout.blocks[block].kind != TEXT:
            if self.layout.blocks[block].kind == HEADING:
                self.open = self.message = None
                self.announcements.heading(first)
            return
        start = self.layout.blocks[block].start
        quotes = self.quotes[block]
        readings = [read_sentence(self.text, span, quotes, self.registry.lookalikes) for span in self.spans[first:last]]
        if self.referents.scene.conversational:
            readings = [aloud(self.text, reading) for reading in readings]
        self.spoken = [is_speech(self.text, quote) for quote in quotes]
        self.resumed = self.open if quotes and quotes[0].start == start else None
        owners: dict[int, Owner] = {}
        claims = claimed_by(self.text, quotes, readings) if quotes else {}
        self.claimed = sorted(claims)
        self.message = None
        self.quoting += sum(bool(reading.clips) for reading in readings)
        self.relaying += sum(map(relays, readings))
        self.relays = self.quoting <= QUOTED * self.passed and self.relaying >= RELAYED * self.passed
        for offset, reading in enumerate(readings):
            self.current = self.referents.scene.current = first + offset
            self._sentence(reading, quotes, owners, claims, block_start=start)
            if not reading.clips and all(report.act for report in reading.reports):
                self.bare.add(self.current)
            self.announcements.read(reading.span)
        if self.relays:
            first_person(self.referents.scene, readings, first)
            leading(self.referents.scene, readings, first)
        self.owners |= {quotes[number].start: owner for number, owner in owners.items()}
        self.announcements.fulfil(readings, first)
        self.announcements.close(readings[-1], alone=len(readings) == 1)
        self.open = None
        if quotes and not quotes[-1].closed and owners.get(len(quotes) - 1):
            self.open = owners[len(quotes) - 1]

    def _sentence(
        self,
        reading: Reading,
        quotes: list[Quotation],
        owners: dict[int, Owner],
        claims: dict[int, tuple[Reading, Report]],
        block_start: int,
    ) -> None:
        draft = self.drafts[self.current]
        self.resolved.clear()
        self.doubted = self.doubted if self.message else []
        for number, _, _ in reading.clips:
            if number not in owners:
                owner = self._owner_of(number, quotes, owners, claims, reading, block_start)
                if owner:
                    owners[number] = owner
        report = primary(reading, claims, relays=self.relays)
        if report is not None and reading.tokens is not None:
            owner = self._resolve(reading, report)
            tag = report.pattern.startswith("content")
            if owner and owner.entity and not tag and self._performs(reading.tokens, report, owner.entity):
                owner = self._continued()
            if owner and owner.entity:
                kind = kind_of(self.text, reading, report)
                self._assign(draft, owner, kind)
                self.doubted = []
                event = CUES.get(self.text[slice(*report.cue)].lower(), ("", ""))[0] in _EVENTS
                event = event or (report.pattern == "act" and not report.act)
                self.message = owner if kind != DIRECT and not event else None
                return
        goes_on = reading.clips and quotes[reading.clips[0][0]].start < reading.span.start  # "...,” and she left."
        led = reading.clips and self.text.endswith(": ", 0, reading.clips[0][1])
        if reading.share >= (LEAST if goes_on or led else 0.6):
            best = max(reading.clips, key=lambda clip: clip[2] - clip[1])
            owner = owners.get(best[0])
            if owner and owner.entity:
                self._assign(draft, owner, DIRECT)
                self.message = None
                return
        listed = self.announcements.listed(reading.span)
        if (self.message and self._goes_on(reading, self.message)) or listed:
            self.message = self.message or listed
            for number in (*self.doubted, self.current):
                self._assign(self.drafts[number], self._continued(), INDIRECT)
            self.doubted = []
            return
        if self.message and self._may_go_on(reading, self.message):
            self.doubted.append(self.current)
            return
        self.message = None

    def _continued(self) -> Owner:
        message = self.message or Owner()
        return Owner(message.entity, message.carried("continued-message"), message.mention)

    def _performs(self, tokens: Tokens | None, report: Report, source: Entity) -> bool:
        """Within a message, what a body does now, and what a thing shows, is its own: "The Pakistani side thanks"."""
        if not self.message or not self.message.entity or not self.relays or report.quoted:
            return False
        shows = report.thing and report.pattern != "according-to" and self.registry.person(self.message.entity)
        written = tokens.tag[head(tokens, report.source)] & WORK if tokens and report.source and shows else 0
        return bool(written) or bool(
            report.present
            and CUES.get(self.text[report.cue[0] : report.cue[1]].lower(), ("", ""))[0] not in _TELLS
            and not self.registry.gender(source)
            and not plural_of(source.name.rpartition(" ")[2].lower()) & ROLE
        )

    def _assign(self, draft: Draft, owner: Owner, kind: str) -> None:
        draft.entity, draft.kind, draft.evidence, draft.mention = owner.entity, kind, owner.evidence, owner.mention
        self.referents.last = owner
        if owner.entity and not (owner.entity.body or owner.entity.plural):
            owner.entity.person = True

    def _owner_of(
        self,
        number: int,
        quotes: list[Quotation],
        owners: dict[int, Owner],
        claims: dict[int, tuple[Reading, Report]],
        reading: Reading,
        block_start: int,
    ) -> Owner | None:
        """Who says a quotation: its own clause, the quotation before or behind it, an open one, the person in view."""
        turn = labelled(self.referents, quotes[number])
        if turn:
            return turn
        if number in claims:
            owner = self._resolve(*claims[number])
            if owner:
                return owner
        quote = quotes[number]
        if not self.spoken[number]:
            return None
        if self.referents.last and _ON.fullmatch(self.text, block_start, quote.start):
            return Owner(self.referents.last.entity, self.referents.last.carried("open-quotation"), None)
        before = next((n for n in reversed(owners) if n < number and owners[n].entity), None)
        if before is not None:
            owner = owners[before]
            turned = self._turned(owner) if reading.share > 0.8 and not self.referents.scene.conversational else None
            if turned:
                return turned
            return Owner(owner.entity, owner.carried("open-quotation"), owner.mention)
        if self.open and quote.start == block_start:
            return Owner(self.open.entity, self.open.carried("open-quotation"), self.open.mention)
        behind = bisect_right(self.claimed, number)
        if behind < len(self.claimed):
            return self._resolve(*claims[self.claimed[behind]])
        lead = self.announcements.lead
        if lead and quote.start == block_start:
            return Owner(lead.entity, lead.carried("open-quotation"), lead.mention)
        if reading.share > 0.8:
            found = floating(self.referents)
            several = found and found.entity and (found.entity.body or found.entity.plural)
            return None if several and number in claims and of_pronoun(*claims[number]) else found
        return alone(self.referents, reading.span, quote)

    def _turned(self, owner: Owner) -> Owner | None:
        """Somebody else whom the sentence before a quotation without clause is about: "Moss | stood firm. “...”"."""
        scene = self.referents.scene
        span = self.spans[self.current - 1]
        draft = self.drafts[self.current - 1]
        if self.current == 0 or span.start < scene.opening() or draft.kind == DIRECT:
            return None
        about = draft.entity or scene.opening_subject(span.start, span.end)
        if (
            about is None
            or about is owner.entity
            or about.body
            or " " in about.words[0]
            or not self.registry.person(about)
        ):
            return None
        return Owner(about, Evidence("floating-quotation", span.start, span.end))

    def _goes_on(self, reading: Reading, message: Owner) -> bool:
        """Whether a sentence without any sign of its own still belongs to the message before it."""
        sure = self.relaying >= _SURELY or tied(self.referents.scene, reading.span)
        return sure and self._may_go_on(reading, message)

    def _may_go_on(self, reading: Reading, message: Owner) -> bool:
        """Whether nothing says that it does not."""
        quoted = any(self.spoken[number] for number, _, _ in reading.clips)
        return self.relays and not quoted and not ends(self.referents.scene, reading.span, message.entity)

    def _resolve(self, reading: Reading, report: Report) -> Owner | None:
        """Whom a clause names; looked for once a sentence, for its quotations and itself."""
        if report.cue not in self.resolved:
            self.resolved[report.cue] = self.referents.source(reading, report, self.resumed)
        return self.resolved[report.cue]
