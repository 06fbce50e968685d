"""Which of the best candidates answers the question, and whether any does.

A linear sum of features over the best candidates by BM25, read from the candidates, their neighbours and the terms'
document frequencies alone, so that it costs the same at any size of collection.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.features import View
from bot.grounds import Grounds
from bot.index import best_rows
from bot.layout import FURNITURE, LABEL
from bot.questions import Question
from bot.terms import VAGUE_WEIGHT

CANDIDATES = 50
_FOLLOWED = 10
"""The best candidates after which an answer may stand that has no word of the question."""
_NOT_TEXT = frozenset([FURNITURE, LABEL])
WEIGHTS = {
    "bm25": 3.16,
    "best": 2.32,
    "coverage": 0.33,
    "around": 1.46,
    "window": 2.41,
    "paragraph": 1.83,
    "bigrams": 2.42,
    "grams": 1.04,
    "kin": 2.06,
    "type": 1.41,
    "counted": 1.91,
    "heading": -1.76,
    "answered": 2.25,
    "turn_before": 1.14,
    "question": -0.64,
    "is_question": 1.72,
    "asked_speaker": 2.91,
    "first_person": 0.76,
    "about": 5.16,
    "has_speaker": 1.73,
    "others": 0.54,
    "near": 2.17,
    "best_said": 1.63,
    "direction": -1.35,
    "paragraph_said": -0.81,
}

_SHOWN = ("coverage", "around", "type")
SIGNS = {
    "bm25": 0.01,
    "coverage": 2.00,
    "around": 1.93,
    "type": 0.20,
    "known": 1.77,
    "named": 1.47,
    "unheard": -1.05,
    "counted": 1.06,
    "typed_match": 1.89,
    "named_coverage": 2.25,
    "dialogue": 0.15,
    "dialogue_coverage": 1.97,
    "typed": -1.38,
    "absent": -2.57,
    "long": -1.16,
    "words": 0.40,
}
BIAS = -0.20
"""Signs that the documents answer, fitted with the weights."""


class Hit(NamedTuple):
    """A candidate: its row, its score, and what the score is made of."""

    row: int
    score: float
    features: Mapping[str, float]


class Memory(NamedTuple):
    """What a follow-up goes on from: the row of the sentence shown first."""

    row: int


def rank(question: Question, grounds: Grounds, allowed: frozenset[str] | None, memory: Memory | None) -> list[Hit]:
    """The candidates, best first; only sentences of `allowed` speakers where given. Ties go to the earlier row."""
    collection = grounds.collection
    scores = grounds.index.get_weighted_scores(question.terms)
    rows = best_rows(scores, CANDIDATES)
    best = float(scores[rows[0]]) if rows else 0.0
    rows += [row + step for row in rows[:_FOLLOWED] for step in (1, 2, 3) if row + step < len(collection)]
    if question.speakers or question.about or allowed:
        said = grounds.said_by(allowed or (*question.speakers, *question.about))
        rows += sorted(said, key=lambda row: (-scores[row], row))[: CANDIDATES // 2]
    if memory is not None:
        rows += range(max(0, memory.row - 2), min(len(collection), memory.row + 8))
    view = View(question, grounds, best, memory.row if memory else None)
    hits: list[Hit] = []
    for row in dict.fromkeys(rows):
        if collection.spans[row].kind in _NOT_TEXT or (allowed and grounds.speaker(row) not in allowed):
            continue
        features = view.features(row, float(scores[row]))
        hits.append(Hit(row, sum(WEIGHTS[name] * value for name, value in features.items() if value), features))
    return sorted(hits, key=lambda hit: (-hit.score, hit.row))


def signs(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for and against the documents answering, read from the three best candidates."""
    attributions, index = grounds.collection.attributions, grounds.index
    named = [hit for hit in hits if (said := attributions[hit.row].speaker) and said.name in question.speakers]
    best = (named if question.speakers else hits)[:3]
    most = {name: max((hit.features.get(name, 0.0) for hit in best), default=0.0) for name in _SHOWN}
    idf = {term: share * index.weigh(term) for term, share in question.terms.items() if share}
    mass = sum(idf.values()) or 1.0
    known = sum(value for term, value in idf.items() if term in index.idf) / mass
    owner = grounds.collection.owner[hits[0].row] if hits else 0
    return {
        **most,
        "bm25": max((hit.features["bm25"] for hit in best), default=0.0) * 30 / mass,
        "known": known,
        "named": float(bool(question.speakers)),
        "unheard": float(question.unheard),
        "counted": max((hit.features.get("counted", 0.0) for hit in best), default=0.0),
        "typed_match": float(question.wanted in ("when", "where", "how-many"))
        * max((hit.features.get("type", 0.0) * hit.features["coverage"] for hit in best), default=0.0),
        "named_coverage": most["coverage"] if question.speakers else 0.0,
        "dialogue": float(bool(hits) and grounds.collection.turns[owner]),
        "dialogue_coverage": most["around"] if hits and grounds.collection.turns[owner] else 0.0,
        "typed": float(question.wanted in ("when", "where", "how-many")),
        "absent": sum(idf.get(term, 0.0) for term in question.absent) / mass,
        "long": math.log10(len(grounds.collection) or 1),
        "words": sum(share > VAGUE_WEIGHT for share in question.terms.values()) / 10,
    }


def confidence(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> float:
    """The chance, 0 to 1, that the documents answer: a logistic function of the signs."""
    found = signs(question, grounds, hits)
    return 1 / (1 + math.exp(-BIAS - sum(SIGNS[name] * value for name, value in found.items())))
