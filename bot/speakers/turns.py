"""Transcripts: who each turn label names, and which sentences are that turn's."""

import re

from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL, Layout
from bot.sentences import Span
from bot.speakers.attributions import DIRECT, Evidence
from bot.speakers.names import Registry, parse_name
from bot.speakers.referents import Draft

_INITIALS = re.compile(
    r"([A-Z][\w.'’-]+(?:\s+(?:de|van|von|der|la)?\s*[A-Z][\w.'’-]+){0,3})\s*(?:\(([A-Z][A-Za-z]{0,4})\)|\|\s*([A-Z][A-Za-z]{1,4})\s*\|)"
)


def read_turns(text: str, layout: Layout, spans: list[Span], registry: Registry) -> list[Draft]:
    """Drafts of the sentences of a document written in turns; label lines, headings and stage directions have none."""
    drafts = [Draft() for _ in spans]
    initials = {match.group(2) or match.group(3): match.group(1).split() for match in _INITIALS.finditer(text)}
    entity, mention, evidence = None, None, None
    for number, span in enumerate(spans):
        block = layout.blocks[span.block]
        if block.label is not None and (number == 0 or spans[number - 1].block != span.block):
            name = text[slice(*block.label.name)]
            evidence = Evidence("turn", *block.label.name)
            entity, mention = _speaker(text, name, block.label.name[0], registry, initials) if name else (None, None)
        if entity is None or span.kind in (LABEL, DIRECTION, FURNITURE, HEADING):
            continue
        drafts[number] = Draft(entity, DIRECT, evidence, mention)
    return drafts


def _speaker(text, name, at, registry, initials):
    label = re.sub(r"\s+", " ", name).strip(" *_")
    bare = re.sub(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)?", "", label).strip() or label
    inside = re.search(r"\((.*?)\)?$", label)
    if bare in initials:
        words = tuple(initials[bare])
    else:
        title, words, _ = parse_name(bare)
        if inside and not words:
            _, within, _ = parse_name(inside.group(1))
            words = within
        if not words:
            found = registry.by_role(bare, at)
            if found:
                return found, label
            words = (bare,)
    entity = registry.find(words, at)
    return entity, (label if label != entity.name else None)
