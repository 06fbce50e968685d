"""Transcripts: who each turn label names, and which sentences are that turn's."""

import re
from collections import defaultdict

from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL, TEXT, Label, Layout, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, INDIRECT, Evidence
from bot.speakers.bylines import answers, interview, voice
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.tokens import ROLE, TAGS, TITLE
from bot.speakers.people.registry import Entity, Registry, parse_name
from bot.speakers.prose.scene import Draft
from bot.words import given_gender

_INITIALS = lazily(
    r"([A-Z][\w.'’-]+(?:[ \t]+(?:de|van|von|der|la)?[ \t]*[A-Z][\w.'’-]+){0,3})[ \t]*"
    r"(?:\(([A-Z][A-Za-z]{0,4})\)|\|[ \t]+([A-Z][A-Za-z]{1,4})[ \t]+\|)"
)
_SPELT_OUT = lazily(
    r"\b(?P<initials>[A-Z]{2,4})(?: ?\(| ?[=–—:-] )(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?=[),;\n]|$)",
    re.MULTILINE,
)
"""Initials with the name behind them: "AL (Ann Lee)", "BR = Bob Ray"."""
_AUTHOR = lazily(
    r"(?:^author:\s*|\b[Ii]nterview(?:ed)? by\s+)[\[\"“]?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})",
    re.MULTILINE,
)
_TITLE = lazily(r"^title: *[\"'“]?(?P<name>[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){1,3})[\"'”]? *$", re.MULTILINE)
"""The head of a page whose title is a name."""
_NAMED = lazily(r"\s*(?P<name>(?:[A-Z][\w.'’-]*[ \t]){1,4}[A-Z][\w'’-]+)(?:[ \t]?\([^()\n]{1,40}\))?\s*")
_POINT = lazily(r"[QA]\d{1,3}")
"""A question that is numbered: "Q1"."""
_NICK = lazily(r"\S*[\d_]\S*")
_TOLD = lazily(r"(?P<nick>[A-Z]\w{1,20}) (?P<verb>[a-z]+)\b")
_EMOTE = lazily(r"(?:[\[(][\d:]+[\])]|[\d:]+)?\s*\*\s+(?P<nick>\S+)\s")
_BOLD = lazily(r"(\*{1,3}|_{1,3})(?=[^\s*_])[^\n]*\?[^\n]*\1$")
_INTERVIEWER, _INTERVIEWEE = "Interviewer", "Interviewee"
SPARSE = 0.3
OPENING = 3
"""A story tells before it gives turns: least paragraphs before the first label, and most of all that have one."""


def read_turns(text: str, layout: Layout, spans: list[Span], registry: Registry) -> tuple[list[Draft], set[int]]:
    """Drafts of the sentences that are turns, and the numbers of the blocks that are prose around them.

    Label lines, headings, stage directions and page furniture have no speaker.
    """
    drafts = [Draft() for _ in spans]
    labels = [block.label for block in layout.blocks if block.label is not None]
    names = _Names(text, registry, labels)
    sparse = _sparse(layout, len(labels))
    turn: Draft | None = None
    senders: dict[int, Draft | None] = {}
    held = -1
    prose: set[int] = set()
    for number, span in enumerate(spans):
        block = layout.blocks[span.block]
        fresh = number == 0 or spans[number - 1].block != span.block
        if fresh and block.label is not None:
            if block.label.form == "mail-header":
                continue
            if turn is None and names.introduces(block.label, block.end):
                continue
            turn, held = names.turn(block.label), span.block + block.label.alone
            if block.label.form == "mail-quote":
                senders[block.depth + 1] = turn
                continue
            senders = {0: turn}
        elif fresh and (span.block > held if sparse else block.kind == HEADING):
            turn = None
        elif fresh and len(senders) > 1:
            turn = senders.get(block.depth, turn)
        if span.kind == DIRECTION:
            drafts[number] = names.emote(span) or drafts[number]
        elif span.kind in (LABEL, FURNITURE, HEADING):
            continue
        elif block.label is None and _BOLD.match(text, block.start, block.end):
            drafts[number] = names.interviewer(span)
        elif turn is None:
            prose.add(span.block)
        elif block.label is None and (told := names.told(block.start)):
            drafts[number] = told
        else:
            drafts[number] = turn
    return drafts, prose


def _sparse(layout: Layout, labels: int) -> bool:
    """Whether turns are passages of a story: several paragraphs stand before the first, and few have labels."""
    paragraphs = [block.label is not None for block in layout.blocks if block.kind == TEXT]
    before = next((number for number, block in enumerate(layout.blocks) if block.label), 0)
    opening = sum(block.kind == TEXT for block in layout.blocks[:before])
    return not layout.chat and opening >= OPENING and labels < SPARSE * len(paragraphs)


def read_voice(text: str, layout: Layout, spans: list[Span], registry: Registry) -> list[Draft] | None:
    """Drafts of a speech, letter or statement, all of it its author's; None for other texts."""
    found = voice(text, layout, spans)
    if found is None:
        return None
    whole = text[slice(*found.name)]
    _, words, _ = parse_name(whole)
    entity = registry.find((whole,) if " of " in whole or not words else words, found.name[0])
    said = Draft(entity, DIRECT if found.spoken else INDIRECT, Evidence(found.evidence, *found.name))
    return [
        said
        if found.first <= number < found.last
        and layout.blocks[span.block].kind == TEXT
        and text[span.start] not in "(["
        else Draft()
        for number, span in enumerate(spans)
    ]


def read_interview(text: str, layout: Layout, spans: list[Span], registry: Registry) -> list[Draft] | None:
    """Drafts of an interview whose questions and answers take turns without labels, or with two at its beginning."""
    labelled = [block for block in layout.blocks if block.label is not None]
    labels = [block.label for block in labelled if block.label is not None]
    texts = sum(block.kind == TEXT for block in layout.blocks)
    asked = not labels or (1 < len(labels) < 5 and 2 * len(labels) < texts and text[labelled[0].end - 1] == "?")
    parts = interview(text, layout, spans) if asked else []
    if not any(parts):
        return None
    names = _Names(text, registry, labels)
    first = spans[parts.index("question")] if "question" in parts else spans[0]
    asks, answers = (
        (names.turn(label) for label in labels[:2])
        if labels
        else (names.interviewer(first), _portrayed(registry, first))
    )
    if asks is None or answers is None:
        return None
    roles = {"question": asks, "answer": answers}
    return [roles[part] if part and span.kind != LABEL else Draft() for part, span in zip(parts, spans, strict=True)]


def _cut_short(full: str) -> list[str]:
    """The labels in capitals that may be another without its end: "PHIL", "PHILONOUS"."""
    return [full[:size] for size in range(3, len(full) - 2) if full[:size].isupper()] if full.isalpha() else []


def _portrayed(registry: Registry, question: Span) -> Draft:
    """Whom an interview is with: who is named first before the first question, people known as such before others.

    Where nobody is, it is with somebody unnamed: a name further on is as often what they talk about.
    """
    asked = question.start
    title = _TITLE.search(registry.text, 0, asked)
    words = tuple(title["name"].split()) if title else ()
    if title and given_gender(words):
        return Draft(registry.find(words, title.start("name")), DIRECT, Evidence("byline", *title.span("name")))
    named = [
        mention
        for mention in registry.mentions
        if mention.start < asked and len(mention.words) > 1 and not mention.body
    ]
    first = next((mention for mention in named if mention.gender or mention.title), named[0] if named else None)
    if first is None:
        return Draft(registry.find((_INTERVIEWEE,), asked), DIRECT, Evidence("interview", asked, question.end))
    return Draft(registry.at(first), DIRECT, Evidence("byline", first.start, first.end))


class _Names:
    """Whom the labels of one document name."""

    def __init__(self, text: str, registry: Registry, labels: list[Label]) -> None:
        self.text = text
        self.registry = registry
        found = sorted((len(match[1]), match[2] or match[3], match[1]) for match in _INITIALS.finditer(text))
        self.initials = {initials: tuple(name.split()) for _, initials, name in found}
        for match in _SPELT_OUT.finditer(text):
            words = tuple(match["name"].split())
            if match["initials"] == "".join(word[0] for word in words):
                self.initials.setdefault(match["initials"], words)
        self.nicks = {text[slice(*label.name)].strip(" *_@+%") for label in labels}
        self.known: dict[str, tuple[Entity, str | None]] = {}
        if "Q" not in self.nicks:
            self._shorten()
        self.holders: dict[str, Entity] = {}
        """Who is named in brackets behind an office: "The Prime Minister (Ann Lee)"."""

    def _shorten(self) -> None:
        """Short labels stand for the one that they begin or have the initials of: "Ann Lee: ..." and then "AL: ..."."""
        shortened: dict[str, set[str]] = defaultdict(set)
        for nick in self.nicks:
            letters = "".join(word[0] for word in nick.split() if word[0].isupper())
            for short in (letters, letters[:1], *_cut_short(nick)):
                shortened[short].add(nick)
        for nick in self.nicks:
            fitting = shortened[nick] - {nick}
            if len(fitting) == 1:
                self.initials.setdefault(nick, tuple(fitting.pop().split()))

    def turn(self, label: Label) -> Draft | None:
        """The draft of every sentence of a turn; None when its label names nobody."""
        name = self.text[slice(*label.name)]
        if not name.strip():
            return None
        if "(" in self.text[slice(*label.note)]:
            name = self.text[label.name[0] : self.text.rfind(")", *label.note) + 1 or label.note[1]]
        if name not in self.known:
            self.known[name] = self._speaker(name, label.name[0])
        entity, mention = self.known[name]
        return Draft(entity, DIRECT, Evidence("turn", *label.name), mention)

    def introduces(self, label: Label, end: int) -> bool:
        """Whether a line at the head only says who holds an office: "Chairperson: Ms Ann Lee (ANC)"."""
        behind = _NAMED.fullmatch(self.text, label.end, end)
        office = self.text[slice(*label.name)].strip(" *_")
        words = parse_name(behind["name"])[1] if behind else ()
        if behind is None or not words or not TAGS.get(office.casefold(), 0) & (ROLE | TITLE):
            return False
        self.initials.setdefault(office, words)
        self.registry.appoint(self.registry.find(words, label.end), office, label.start)
        return True

    def told(self, start: int) -> Draft | None:
        """The draft of a paragraph without label that tells what somebody who has one said: "BR asked if ..."."""
        match = _TOLD.match(self.text, start)
        if match is None or match["verb"] not in CUES or match["nick"] not in self.nicks | self.initials.keys():
            return None
        entity, mention = self._speaker(match["nick"], start)
        return Draft(entity, INDIRECT, Evidence("reporting-clause", *match.span()), mention)

    def emote(self, span: Span) -> Draft | None:
        """The draft of "* ann waves" in a chat where ann speaks."""
        match = _EMOTE.match(self.text, span.start, span.end)
        if match is None or match["nick"] not in self.nicks:
            return None
        entity, mention = self._speaker(match["nick"], span.start)
        return Draft(entity, INDIRECT, Evidence("turn", *match.span("nick")), mention)

    def interviewer(self, question: Span) -> Draft:
        """The draft of a question without label: by whoever the head of the text says it is."""
        found = _AUTHOR.search(self.text)
        words = tuple(found["name"].split()) if found else (_INTERVIEWER,)
        shown = Evidence("byline", *found.span("name")) if found else Evidence("interview", *question[:2])
        return Draft(self.registry.find(words, question.start), DIRECT, shown)

    def _answering(self, bare: str) -> tuple[str, ...]:
        """The name of who answers, where the label is "A" and the head of the text tells."""
        place = answers(self.text) if bare == "A" else None
        words = parse_name(self.text[slice(*place)])[1] if place else ()
        return words if 1 < len(words) < 5 else ()

    def _speaker(self, name: str, at: int) -> tuple[Entity, str | None]:
        label = re.sub(r"#\d{4}$", "", re.sub(r"\s+", " ", name).strip(" *_#"))
        bare = re.sub(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)?", "", label).strip() or label
        inside = re.search(r"\((.*?)\)?$", label)
        both = [self.initials.get(part, ()) for part in re.findall(r"\(([A-Z]\w{0,4})\)", label)]
        if len(both) > 1 and all(both):
            names = [self.registry.find(words, at).name for words in both]
            return self.registry.find((" and ".join(names),), at), label
        named, _, behind = bare.partition(",")
        roles = any(TAGS.get(word.casefold(), 0) & (ROLE | TITLE) for word in behind.split())
        if " " in named and (
            roles or (bare.isupper() and "," not in behind and not given_gender(tuple(behind.split())))
        ):
            bare = named  # "ANN LEE, CHANNEL 9 ANCHOR"
        words = self.initials.get(bare) or self._answering(bare) or parse_name(bare)[1]
        words = (bare,) if " & " in bare else words
        words = (bare[0] if _POINT.fullmatch(bare) else bare,) if _NICK.fullmatch(bare) else words
        if inside and bare not in self.initials:
            title, within, _ = parse_name(inside[1].partition(" (")[0])
            office = not words or label.startswith("The ") or (title and len(words) < 2)
            words = within if within and inside[1][0].isupper() and office else words
        if words and not any(map(str.isalpha, "".join(words))):  # "Speaker 7"
            words = (bare,)
        if not words:
            role = self.holders.get(bare) or self.registry.by_role(bare, at)
            if role:
                return role, label
            words = (bare,)
        entity = self.registry.find(words, at)
        if inside and bare != entity.name:
            self.holders[bare] = entity
        return entity, (label if label != entity.name else None)
