"""The speaker of every sentence of a document, whatever kind of text it is."""

import re

from bot.layout import TEXT, Layout, Span
from bot.speakers.attributions import Attribution, Speaker
from bot.speakers.cast import Cast
from bot.speakers.interviews import interview
from bot.speakers.people.registry import Entity, Registry
from bot.speakers.prose.reader import Reader
from bot.speakers.prose.scene import Draft
from bot.speakers.turns import asked, read_interview, read_postings, read_turns, read_voice
from bot.speakers.unmarked import Unmarked, marked

_AROUND, _MENTIONS = 60, 50
"""Characters on either side of a mention, and mentions, among which a name is looked for."""
_GAP = re.compile(r"[\s\\_*]+")
"""White space, and the marks of Markdown beside it."""


def attribute(text: str, layout: Layout, spans: list[Span]) -> list[Attribution]:
    """One attribution for each of `spans`, the sentences of one document.

    The marks of Markdown, which prose is read without, tell questions from answers.
    """
    asks = not layout.turns and marked(text) and any(interview(text, layout, spans))
    read = Unmarked(text, layout, spans, keep=asks)
    registry = Registry(read.text, read.layout)
    drafts = _drafts(read.text, read.layout, read.spans, registry)
    speakers: dict[int, Speaker] = {}
    said = {
        key: Attribution(
            _speaker(draft.entity, registry, speakers), draft.kind, read.own(draft.evidence), draft.mention
        )
        for key, draft in {id(draft): draft for draft in drafts}.items()
    }
    found: list[Attribution] = []
    for span, draft in zip(spans, drafts, strict=True):
        block, one = layout.blocks[span.block], said[id(draft)]
        if block.label and span.start == block.start:
            one = one._replace(label=(block.label.start, min(block.label.end, span.end)))
        found.append(one)
    return found


def quoted_by(text: str, layout: Layout, spans: list[Span]) -> dict[int, Speaker]:
    """Whom a text in prose gives each of its quotations to, by where these begin."""
    plain = Unmarked(text, layout, spans)
    registry = Registry(plain.text, plain.layout)
    reader = Reader(plain.text, plain.layout, plain.spans, registry)
    reader.read()
    found = {plain.back(start): _speaker(owner.entity, registry, {}) for start, owner in reader.owners.items()}
    return {start: speaker for start, speaker in found.items() if speaker}


def _drafts(text: str, layout: Layout, spans: list[Span], registry: Registry) -> list[Draft]:
    labels = [block.label for block in layout.blocks if block.label]
    cast = Cast(text, registry, labels)
    sent = any(label.form == "mail" for label in labels)
    single = None if sent else read_interview(text, layout, spans, cast)
    if single is None and not layout.turns:
        single = read_voice(text, layout, spans, registry)
    if single is not None:
        return single
    if not layout.turns:
        told = Reader(text, layout, spans, registry).read()
        posted = read_postings(text, layout, registry)
        return [posted.get(span.block, draft) for span, draft in zip(spans, told, strict=True)]
    drafts, prose = read_turns(text, layout, spans, cast)
    talk = read_voice(text, layout, spans, registry, prose) if prose and asked(text, layout) else None
    told = talk or (Reader(text, layout, spans, registry).read(prose) if prose else drafts)
    listed = any(text[block.start] in "-*•" for block in layout.blocks if block.label)
    alone = any(block.label.form == "emphasis" for block in layout.blocks if block.label)
    story = alone or (not listed and 2 * len(prose) > sum(block.kind == TEXT for block in layout.blocks))
    if not (talk or story):  # between turns only those who have some are quoted
        speaking = {id(turn.entity) for turn in drafts}
        told = [around if id(around.entity) in speaking else Draft() for around in told]
    return [turn if turn.entity else around for turn, around in zip(drafts, told, strict=True)]


def _speaker(entity: Entity | None, registry: Registry, speakers: dict[int, Speaker]) -> Speaker | None:
    if entity is None:
        return None
    if id(entity) not in speakers:
        name = next((name for name in entity.names() if _stands(name, entity, registry.text)), entity.name)
        speakers[id(entity)] = Speaker(name, registry.title_of(entity), tuple(entity.aliases))
    return speakers[id(entity)]


def _stands(name: str, entity: Entity, text: str) -> bool:
    """Whether a document has a name, in small letters or capitals, somewhere around its first mentions."""
    places = zip(entity.places[:_MENTIONS], entity.ends, strict=False)  # a title may stand between the ends
    around = [(max(0, start - _AROUND), end + _AROUND) for start, end in places]
    if any(text.find(name, start, end) >= 0 for start, end in around):
        return True
    wanted = _GAP.sub(" ", name).casefold()
    return any(wanted in _GAP.sub(" ", text[start:end]).casefold() for start, end in around)
