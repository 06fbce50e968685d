"""Who says it, and how we know: the speaker of every sentence of a document."""

from bot.layout import Layout
from bot.sentences import Span
from bot.speakers.attributions import Attribution, Evidence, Speaker
from bot.speakers.discourse import Reader
from bot.speakers.names import Entity, Registry
from bot.speakers.turns import read_turns

__all__ = ["Attribution", "Evidence", "Speaker", "attribute"]


def attribute(text: str, layout: Layout, spans: list[Span]) -> list[Attribution]:
    """One attribution for each of `spans`, the sentences of one document."""
    registry = Registry(text, layout)
    drafts = read_turns(text, layout, spans, registry) if layout.turns else Reader(text, layout, spans, registry).read()
    speakers: dict[int, Speaker] = {}
    found: list[Attribution] = []
    for span, draft in zip(spans, drafts, strict=True):
        block = layout.blocks[span.block]
        label = (block.label.start, block.label.end) if block.label and span.start == block.start else None
        found.append(
            Attribution(_speaker(draft.entity, registry, speakers), draft.kind, draft.evidence, draft.mention, label)
        )
    return found


def _speaker(entity: Entity | None, registry: Registry, speakers: dict[int, Speaker]) -> Speaker | None:
    if entity is None:
        return None
    if id(entity) not in speakers:
        speakers[id(entity)] = Speaker(entity.name, registry.title_of(entity), tuple(entity.aliases))
    return speakers[id(entity)]
