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

CANDIDATES = 50
SHORT = 30
"""Sentences up to which a collection is as good as any other at having words of a question by chance."""
_FOLLOWED = 10
"""The best candidates after which an answer may stand that has no word of the question."""
_NOT_TEXT = frozenset([FURNITURE, LABEL])
WEIGHTS = {
    "bm25": 3.96,
    "best": 2.50,
    "coverage": 0.15,
    "around": 1.26,
    "window": 2.81,
    "paragraph": 1.50,
    "bigrams": 2.12,
    "grams": 1.05,
    "kin": 1.85,
    "type": 1.27,
    "measure": 3.31,
    "about_before": 1.94,
    "about": 0.84,
    "unheard": 0.88,
    "short": -0.99,
    "long": -0.76,
    "same": 0.46,
    "reply": 1.42,
    "before": 1.08,
    "counted": 1.93,
    "heading": -1.56,
    "answered": 2.12,
    "turn_before": 1.30,
    "question": -0.43,
    "is_question": 1.63,
    "asked_speaker": 2.85,
    "first_person": 0.52,
    "about_turn": 2.98,
    "has_speaker": 1.50,
    "others": 0.48,
    "near": 2.83,
    "best_said": 1.51,
    "asked_on": -1.82,
    "direct": 1.42,
    "numbers": 0.80,
    "direction": -1.26,
    "paragraph_said": -0.63,
}
"""Fitted on 23 November 2026 by tests/evaluation/fit.py.

Right sentence first, by BM25 alone, by these weights, and by weights fitted without the set:

    FriendsQA .42 .47 .47   QMSum .32 .40 .40   SelQA .80 .79 .79   SQuAD .74 .76 .76   XQuAD .75 .76 .76
    cases of our own: news .57 .68 .64, readouts .74 .79 .79, transcripts .55 .65 .60
"""

SIGNS = {
    "score": (4.86, 2.09),
    "margin": (-0.46, 1.46),
    "around": (-0.91, -0.49),
    "known": (2.37, -0.54),
    "absent": (-2.05, -0.65),
    "named": (0.07, -0.58),
    "silent": (-2.92, -1.05),
    "typed": (-0.58, -1.02),
    "typed_match": (1.43, 2.21),
    "measured": (-0.86, -0.47),
    "measure_match": (1.38, -0.16),
    "unheard": (-1.19, -0.23),
    "unheard_narrated": (-0.47, -0.42),
    "coverage": (0.66, -0.07),
    "named_around": (2.70, 0.74),
    "how_many": (-1.56, -0.87),
    "yes_no": (0.63, -0.21),
    "reason": (0.47, -0.42),
    "dialogue": (0.37, -0.07),
    "dialogue_around": (2.45, 1.10),
    "long": (-1.31, -0.76),
}
BIAS = (-0.99, 0.11)
"""Logistic weights of the signs that the documents answer, and that the first sentence is an answer.

Fitted with the weights. Of answers to our own cases with a confidence of .5 to .6, .6 to .7, .7 to .8, .8 to .9 and
more, .57, .78, .90, .88 and .96 are right.
"""


class Hit(NamedTuple):
    """A candidate: its row, its score, and what the score is made of."""

    row: int
    score: float
    features: Mapping[str, float]


class Memory(NamedTuple):
    """What a follow-up goes on from: the row of the sentence shown first."""

    row: int


def rank(question: Question, grounds: Grounds, allowed: frozenset[str] | None, memory: Memory | None) -> list[Hit]:
    """The candidates, best first, ties by document, then sentence; only those of `allowed` speakers where given."""
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
        hits.append(Hit(row, _score(features), features))
    ids = [document.id for document in collection.documents]
    return sorted(hits, key=lambda hit: (-hit.score, ids[collection.owner[hit.row]], hit.row))


def _score(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features.items() if value)


def signs(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for and against an answer, read from the three best candidates of the speaker asked for."""
    named = [hit for hit in hits if question.speakers and grounds.speaker(hit.row) in question.speakers]
    best = (named if question.speakers else hits)[:3]
    scores = sorted((_score(hit.features) for hit in hits), reverse=True)
    around = max((hit.features["around"] for hit in best), default=0.0)
    typed = question.wanted in ("when", "where", "how-many")
    idf = {term: share * grounds.index.weigh(term) for term, share in question.terms.items() if share}
    mass = sum(idf.values()) or 1.0
    unseen = {term: value / mass for term, value in idf.items() if term not in grounds.index.idf}
    turns = bool(hits) and grounds.collection.turns[grounds.collection.owner[hits[0].row]]
    return {
        "score": scores[0] / 10 if hits else 0.0,
        "margin": min((scores[0] - scores[1]) / 3, 2.0) if len(hits) > 1 else 1.0,
        "around": around,
        "known": 1 - sum(unseen.values()),
        "absent": sum(unseen.get(term, 0.0) for term in question.absent),
        "named": float(bool(question.speakers)),
        "silent": float(question.silent),
        "typed": float(typed),
        "typed_match": max((hit.features["type"] * hit.features["coverage"] for hit in best if typed), default=0.0),
        "measured": float(bool(question.measure)),
        "measure_match": max((hit.features["measure"] * hit.features["coverage"] for hit in best), default=0.0),
        "unheard": float(question.unheard and not question.silent),
        "unheard_narrated": float(question.unheard and bool(hits) and grounds.speaker(hits[0].row) is None),
        "coverage": max((hit.features["coverage"] for hit in best), default=0.0),
        "named_around": around * bool(question.speakers),
        "how_many": float(question.wanted == "how-many"),
        "yes_no": float(question.wanted == "yes-no"),
        "reason": float(question.wanted in ("why", "how")),
        "dialogue": float(turns),
        "dialogue_around": around * turns,
        "long": math.log10(max(len(grounds.collection), SHORT)),
    }


def chances(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> tuple[float, float]:
    """The chance, 0 to 1, that the documents answer, and that the first sentence is an answer."""
    found = signs(question, grounds, hits)
    answers, right = (
        bias + sum(SIGNS[name][n] * value for name, value in found.items()) for n, bias in enumerate(BIAS)
    )
    return _logistic(answers), _logistic(right)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
