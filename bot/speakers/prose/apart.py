"""Words that stand apart from who says them: passages that are quoted again."""

from collections.abc import Iterator

from bot.layout import Block
from bot.speakers.attributions import DIRECT, INDIRECT, NONE
from bot.speakers.prose.scene import Draft, Scene
from bot.words import split_words

_LEAST, _MOST = 4, 64
"""Words of a passage that is known again; passages set apart in a document that is no mail."""


def repeated(scene: Scene, blocks: tuple[Block, ...]) -> None:
    """Gives a passage set apart (behind ">") to who is quoted with the same words elsewhere."""
    apart = [number for number, span in enumerate(scene.spans) if blocks[span.block].depth == 1]
    loose = [number for number in apart if _loose(scene.drafts[number])]
    if not 0 < len(loose) < _MOST:
        return
    said = list(_said(scene, set(apart)))
    for number in loose:
        span = scene.spans[number]
        words = split_words(scene.registry.text[span.start : span.end].lower())
        passage = f" {' '.join(words)} "
        source = next((draft for known, draft in said if passage in known), None) if len(words) >= _LEAST else None
        if source:
            _give(scene.drafts[number], source)


def _loose(draft: Draft) -> bool:
    """Whether no clause of its own says whose a quotation is."""
    floats = draft.evidence is not None and draft.evidence.kind == "floating-quotation"
    return floats or draft.kind in (NONE, INDIRECT)


def _said(scene: Scene, apart: set[int]) -> Iterator[tuple[str, Draft]]:
    """The words of all that is said in quotation marks, sentence by sentence, without those of its tag."""
    for number, (span, draft) in enumerate(zip(scene.spans, scene.drafts, strict=True)):
        if draft.entity and draft.kind != INDIRECT and number not in apart:
            parts = (
                (max(quote.start, span.start), min(quote.end, span.end)) for quote in scene.quotes.get(span.block, ())
            )
            said = (scene.registry.text[start:end].lower() for start, end in parts)
            yield f" {' '.join(word for part in said for word in split_words(part))} ", draft


def _give(draft: Draft, source: Draft) -> None:
    draft.entity, draft.kind, draft.evidence, draft.mention = source.entity, DIRECT, source.evidence, source.mention
