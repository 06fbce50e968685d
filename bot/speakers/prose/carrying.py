"""What has no sign of its own goes with the message beside it: of "we", before "..., Moss said", between two of one."""

from collections.abc import Container

from bot.speakers.attributions import INDIRECT
from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.cues import CUES
from bot.speakers.prose.announcements import personal
from bot.speakers.prose.messages import ends, told
from bot.speakers.prose.readings import Reading
from bot.speakers.prose.referents import Owner
from bot.speakers.prose.scene import Draft, Scene

_BETWEEN = 6
"""Sentences between two messages of one speaker that may be that speaker's."""


def carry(draft: Draft, source: Draft) -> None:
    """Gives a sentence to who speaks in another."""
    owner = Owner(source.entity, source.evidence, source.mention)
    draft.entity, draft.kind, draft.mention = owner.entity, INDIRECT, owner.mention
    draft.evidence = owner.carried("continued-message")


def first_person(scene: Scene, readings: list[Reading], first: int) -> None:
    """A sentence of "we" without marks or cue goes with the clause behind it ("..., she added") or before it."""
    for offset in range(len(readings) - 1, -1, -1):
        number, reading = first + offset, readings[offset]
        text, span = scene.registry.text, reading.span
        if scene.drafts[number].entity or reading.clips or not personal(text, span):
            continue
        following = readings[offset + 1].reports if offset + 1 < len(readings) else []
        behind = any(report.pattern.startswith("content") for report in following)
        near = number + 1 if behind else number - 1
        news = near >= first and any(_announces(text, report) for report in readings[near - first].reports)
        if near >= 0 and scene.drafts[near].entity and not told(text, span) and not news:
            carry(scene.drafts[number], scene.drafts[near])


def _announces(text: str, report: Report) -> bool:
    """Whether a clause tells news, behind which the document speaks of its own plans: "announced a grant"."""
    return CUES.get(text[slice(*report.cue)].lower(), ("", ""))[0] == "announce"


def leading(scene: Scene, readings: list[Reading], first: int) -> None:
    """What leads up to "..., Moss said" in its paragraph is hers, too, where nothing says otherwise."""
    leads = False
    for offset in range(len(readings) - 2, -1, -1):
        reading, draft, behind = readings[offset], scene.drafts[first + offset], scene.drafts[first + offset + 1]
        tag = [report.pattern for report in readings[offset + 1].reports[-1:]] == ["content-speaker-cue"]
        leads = (tag or leads) and draft.entity is None and not reading.reports and behind.kind == INDIRECT
        leads = (
            leads and not reading.clips and any(map(str.islower, scene.registry.text[slice(*reading.span[:2])].split()))
        )
        before = scene.drafts[max(first, first + offset - _BETWEEN) : first + offset] if leads else []
        within = next((near.entity for near in reversed(before) if near.entity), None) is behind.entity
        leads = leads and not ends(scene, reading.span, behind.entity, within=within)
        if leads:
            carry(draft, behind)


def flanked(scene: Scene, bare: Container[int]) -> None:
    """What stands between two messages of one speaker is that speaker's, where nothing says otherwise.

    `bare` are the sentences without any clause or quotation of their own.
    """
    last: int | None = None
    for number, draft in enumerate(scene.drafts):
        if draft.entity is None and number in bare:
            continue
        source = scene.drafts[last] if last is not None else None
        if source and last is not None and source.entity is draft.entity and draft.kind == INDIRECT:
            between = range(last + 1, number)
            if len(between) <= _BETWEEN and not any(ends(scene, scene.spans[at], source.entity) for at in between):
                for at in between:
                    carry(scene.drafts[at], source)
        last = number if draft.kind == INDIRECT else None
