"""Transcripts: who each turn label names, and which sentences are that turn's."""

from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL, TEXT, Block, Label, Layout, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, INDIRECT, Evidence
from bot.speakers.bylines import FIRST_PERSON, header_speaker, voice
from bot.speakers.cast import Cast
from bot.speakers.interviews import ANSWER, QUESTION, between, interview
from bot.speakers.meetings import meeting
from bot.speakers.people.registry import Registry, parse_name
from bot.speakers.prose.scene import Draft
from bot.words import GIVEN

_ROLES = frozenset(["q", "a", "question", "answer", "audience", "audience member", "questioner"])
_POSTED = lazily(r"(?:>[ \t]?)*[-—–]{1,2} ?(?P<name>[A-Z][^\n()@]{1,60}) \((?P<handle>@\w{2,30})\)[^\n]{0,40}")
_TAG = lazily(r"<(\w{1,16}) ")
_BULLET = lazily(r"[-*•+] ")
_QUOTES = ('"', "“")
"""What opens the words of each turn, where a story tells between them."""
SPARSE = 0.3
OPENING = 3
"""A story tells before it gives turns: least paragraphs before the first label, and most of all that have one."""


class _Item(NamedTuple):
    """A turn that others are listed in: "- Ann: ..." with "  - Bob: ..." below."""

    column: int
    listed: bool
    """It has a bullet itself."""
    turn: Draft | None


def read_turns(text: str, layout: Layout, spans: list[Span], names: Cast) -> tuple[list[Draft], set[int]]:
    """Drafts of the sentences that are turns, and the numbers of the blocks that are prose around them.

    Label lines, headings, stage directions and page furniture have no speaker.
    """
    drafts = [Draft() for _ in spans]
    labels = [block.label for block in layout.blocks if block.label is not None]
    marked = any(text[label.start] in "#*_[" or label.stamped for label in labels)
    sparse = labels[0].form == "emphasis" or (not marked and _sparse(text, layout))
    quoted = 3 * sum(text.startswith(_QUOTES, _words(text, label)) for label in labels) > 2 * len(labels)

    def told(span: Span) -> bool:
        return sparse or (quoted and not text.startswith(_QUOTES, span.start))

    asks = between(text, layout)
    turn: Draft | None = None
    sent = any(label.form == "mail" for label in labels)
    senders: dict[int, Draft | None] = {}
    held, closes, acted = -1, len(text), 0
    items: list[_Item] = []
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
                senders[_quoted(text, layout, span.block)] = turn
                continue
            senders = {block.depth: turn}
            closes = _closes(text, block.label)
            item = _Item(_column(text, block), bool(_BULLET.match(text, block.start)), turn)
            items = [*(outer for outer in items if item.listed and outer.column < item.column), item]
        elif fresh and (span.start >= closes or (span.block > held and (told(span) or _heads(text, block)))):
            turn = None
        elif fresh and items and _leaves(text, layout, span.block, items[-1]):
            items = [outer for outer in items if outer.column < _column(text, block)]
            turn = items[-1].turn if items else None
        elif fresh and sent:
            turn = senders.get(block.depth)
        if span.block in asks:
            drafts[number] = names.interviewer(span)
        elif span.kind in (LABEL, FURNITURE, HEADING, DIRECTION):
            continue
        elif turn is None:
            prose.add(span.block)
        elif span.start < (acted := max(acted, names.acts(span.start))):
            continue
        else:
            drafts[number] = turn
    return drafts, prose


def _quoted(text: str, layout: Layout, number: int) -> int:
    """How deep the words stand that a line of a mail quotes: one deeper, or beside it where it is quoted itself."""
    depth = layout.blocks[number].depth
    below = (block for block in layout.blocks[number + 1 :] if text[block.start : block.end].strip("> "))
    return max(depth, min(depth + 1, next(below, layout.blocks[number]).depth)) if depth else 1


def _words(text: str, label: Label) -> int:
    """Where the words behind a label on their line begin."""
    return next((at for at in range(label.end, len(text)) if text[at] != " "), len(text))


def _column(text: str, block: Block) -> int:
    return block.start - text.rfind("\n", 0, block.start) - 1


def _leaves(text: str, layout: Layout, number: int, item: _Item) -> bool:
    """Whether a block stands no more in a list item or below a turn: it is the next item, or after a blank line."""
    block = layout.blocks[number]
    listed = bool(_BULLET.match(text, block.start))
    if not item.listed:
        return listed and _column(text, block) < item.column
    beside = _column(text, block) <= item.column
    return beside and (listed or text.count("\n", layout.blocks[number - 1].end, block.start) > 1)


def _heads(text: str, block: Block) -> bool:
    """Whether a block ends the turn above: a heading that is marked, in capitals, or has most of its words in them."""
    if block.kind != HEADING or text[block.start] in '"“(':
        return False
    words = [word for word in text[block.start : block.end].split() if word[0].isalpha()]
    return not text[block.start].isalpha() or 2 * sum(word[0].isupper() for word in words) > len(words)


def _closes(text: str, label: Label) -> int:
    """Where the element ends whose tag a label is: "<u who="Ann">Hello</u>"; the end of the text for other labels."""
    tag = _TAG.match(text, label.start, label.end)
    end = text.find(f"</{tag[1]}>", label.end) if tag else -1
    return end if end >= 0 else len(text)


def _sparse(text: str, layout: Layout) -> bool:
    """Whether turns are passages of a story: several paragraphs stand before the first, and few have labels.

    Two who speak in turn, and go on in the first person, tell no story.
    """
    paragraphs = [block for block in layout.blocks if block.kind == TEXT or block.label]
    before = next(number for number, block in enumerate(paragraphs) if block.label)
    labels = sum(block.label is not None for block in paragraphs)
    if before < OPENING or labels >= SPARSE * len(paragraphs):
        return False
    names = Counter(text[slice(*block.label.name)] for block in paragraphs if block.label)
    if sum(count > 1 for count in names.values()) < 2:
        return True
    told = [block for block in paragraphs[before:] if not block.label]
    return 2 * sum(bool(FIRST_PERSON.search(text, block.start, block.end)) for block in told) < len(told)


def asked(text: str, layout: Layout) -> bool:
    """Whether the only labels are those of questions and answers, as at the end of a talk, or of its speaker."""
    speakers = {word.casefold() for span in header_speaker(text) for word in text[slice(*span)].split()}
    return all(
        text[slice(*block.label.name)].strip("*_").casefold() in _ROLES | speakers
        for block in layout.blocks
        if block.label
    )


def read_postings(text: str, layout: Layout, registry: Registry) -> dict[int, Draft]:
    """The drafts of paragraphs with a dash and who posted them below, by block: "— Ann Lee (@annlee) May 9, 2024"."""
    posted: dict[int, Draft] = {}
    above = -1
    for number, block in enumerate(layout.blocks):
        signed = _POSTED.fullmatch(text, block.start, block.end)
        if signed and above >= 0:
            words = parse_name(signed["name"])[1] or (signed["name"],)
            entity = registry.find(words, signed.start("name"))
            posted[above] = Draft(entity, DIRECT, Evidence("signature", *signed.span("name")))
            posted[number] = Draft()
        if block.kind != FURNITURE:
            above = number if block.kind in (TEXT, HEADING) and not signed else -1
    return posted


def read_voice(
    text: str, layout: Layout, spans: list[Span], registry: Registry, blocks: Container[int] | None = None
) -> list[Draft] | None:
    """Drafts of a speech, letter or statement, all of it (or those `blocks`) its author's; None for other texts."""
    found = voice(text, layout, spans)
    if found is None:
        return None
    whole = text[slice(*found.name)]
    charge = whole.partition(" for ")[2].split()
    given = next((n for n, word in enumerate(charge) if word.casefold() in GIVEN), 0)
    whole = " ".join(charge[given:]) if given else whole  # "Advisor for Trade | Ann Lee"
    title, words, _ = parse_name(whole)
    parts = whole.split(" and ")
    joint = len(parts) > 1 and all(len(parse_name(part)[1]) > 1 for part in parts)
    entity = registry.find((whole,) if " of " in whole or joint or not words else words, found.name[0])
    entity.titles = entity.titles or [title] * bool(title)
    said = Draft(entity, DIRECT if found.spoken else INDIRECT, Evidence(found.evidence, *found.name))
    return [
        said
        if found.first <= number < found.last
        and layout.blocks[span.block].kind == TEXT
        and (blocks is None or span.block in blocks)
        else Draft()
        for number, span in enumerate(spans)
    ]


def read_interview(text: str, layout: Layout, spans: list[Span], cast: Cast) -> list[Draft] | None:
    """Drafts of an interview whose questions, answers or both have no labels, or one label each at its beginning."""
    labelled = [(number, block) for number, block in enumerate(layout.blocks) if block.label is not None]
    if not labelled and not any(interview(text, layout, spans, named=True)):
        return None
    said = [(number + block.label.alone, cast.turn(block.label)) for number, block in labelled if block.label]
    turns = [turn for _, turn in said if turn]
    people = Counter(turn.entity for turn in turns)
    mainly = len(people) == 1 or len(turns) - 1 == max(people.values(), default=0) > 2
    first = next((turn for turn in turns if mainly and turn.entity is people.most_common(1)[0][0]), None)
    early = len(labelled) > 1 and 2 * labelled[1][0] < len(layout.blocks)
    begins = early and 1 < len(people) <= len(turns) < 5 and text[labelled[0][1].end - 1] == "?"
    if turns and not mainly and not begins:
        return None
    only_asks = mainly and 2 * sum(_asks(text, layout, number) for number, _ in labelled) >= len(labelled)
    asking = [number for number, turn in said if turn and first and only_asks and turn.entity is first.entity]
    parts = interview(text, layout, spans, asking, named=True)
    if not any(parts):
        return None
    question = spans[parts.index(QUESTION)]
    asked = {span.block for span, part in zip(spans, parts, strict=True) if part == QUESTION}
    answered = sum(number - 1 in asked for number, _ in labelled)
    if len(turns) > 2 and not only_asks and 2 * answered < len(asked):
        return None  # one who has several labels asks for effect
    named = bool(turns) or meeting(text, question.start).said
    if not named and not any(interview(text, layout, spans)):
        return None
    asks = first or turns[0] if only_asks or begins else cast.interviewer(question)
    answers = turns[1] if begins else first if first and not only_asks else cast.interviewee(question)
    roles = {QUESTION: asks, ANSWER: answers}
    return [roles[part] if part and span.kind != LABEL else Draft() for part, span in zip(parts, spans, strict=True)]


def _asks(text: str, layout: Layout, number: int) -> bool:
    """Whether a turn that begins with a block is a question."""
    block = layout.blocks[number]
    return text[block.start : block.end].rstrip("*_").endswith("?")
