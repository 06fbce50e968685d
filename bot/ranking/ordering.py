"""All that a question finds, in order: by its form or words, by meaning, by whom it asks for, by what is new."""

from collections.abc import Sequence

from bot.index import Grounds
from bot.questions import Question
from bot.ranking.overviews import overview
from bot.ranking.ranking import Hit, Memory, rank
from bot.ranking.semantics import Semantics

AHEAD = 0.01
"""By how much the score of who is asked for by name leads those of others."""
BESIDE, TYPED, AGAIN = 3, 2.0, 3.0
"""Sentences on either side that "why?" is about; what a reason there gains, what the same one without any loses."""
FAR_BELOW = 5.0
"""Quotes whose score is this much below the first are left out."""


def ordered(
    question: Question,
    grounds: Grounds,
    allowed: frozenset[str] | None,
    memory: Memory | None,
    semantics: Semantics | None,
) -> list[Hit]:
    """The candidates, best first; only those of `allowed` speakers where given."""
    hits = overview(question, grounds)
    if allowed:
        hits = [hit for hit in hits if grounds.speaker(hit.row) in allowed]
    hits = hits or rank(question, grounds, allowed, memory if question.follows else None)
    if semantics:
        hits = semantics.reordered(question.text, hits, grounds)
    if question.by_name and not (question.others or question.replies):
        hits = _own_first(hits, question.speakers, grounds)
    if left_out := question.excluded or (question.speakers if question.others else ()):
        hits = [hit for hit in hits if grounds.speaker(hit.row) not in left_out]
    if question.bare and memory:
        hits = _beside(hits, memory.row, f"type_{question.wanted}")
    if question.strict:
        return [hit for hit in hits if grounds.speaker(hit.row) in question.speakers]
    if question.follows and question.only:
        hits = [hit for hit in hits if grounds.speaker(hit.row) in question.only] or hits
    if question.anew and memory:
        unseen = [hit for hit in hits if hit.row not in memory.seen]
        by_asked = any(grounds.speaker(hit.row) in question.speakers for hit in unseen)
        hits = unseen if by_asked or not (question.speakers and question.content) else hits
    return hits


def _beside(hits: list[Hit], shown: int, wanted: str) -> list[Hit]:
    """The hits for "when?" or "why?": what has a time or a reason close to the sentence shown leads, not that again."""

    def gain(hit: Hit) -> float:
        typed, near = hit.features.get(wanted, 0.0), abs(hit.row - shown) <= BESIDE
        return TYPED * typed * near - AGAIN * (hit.row == shown and not typed)

    moved = (hit._replace(score=hit.score + gain(hit)) for hit in hits)
    return sorted(moved, key=lambda hit: -hit.score)


def within_reach(hits: Sequence[Hit]) -> list[Hit]:
    """The first hit, and those that are not far below it and have grounds of their own."""
    return [hit for n, hit in enumerate(hits) if not n or (hit.belongs and hit.score >= hits[0].score - FAR_BELOW)]


def _own_first(hits: list[Hit], speakers: tuple[str, ...], grounds: Grounds) -> list[Hit]:
    """The hits in an order in which nobody else's words stand before those of whom a question asks for."""
    others = {hit.row for hit in hits if grounds.speaker(hit.row) not in (None, *speakers)}
    own = within_reach([hit for hit in hits if hit.row not in others])
    if not own or not hits[0].features:
        return hits
    ahead = max((hit.score for hit in hits if hit.row in others), default=own[-1].score) - own[-1].score + AHEAD
    moved = (hit._replace(score=hit.score - max(ahead, 0.0)) if hit.row in others else hit for hit in hits)
    return sorted(moved, key=lambda hit: -hit.score)
