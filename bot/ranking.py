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
from bot.synonyms import synonyms
from bot.terms import VAGUE_WEIGHT

CANDIDATES = 50
SHORT = 30
"""Sentences up to which a collection is as good as any other at having words of a question by chance."""
_MEANT = 10
"""The best candidates by words that mean the same as those of the question."""
_FOLLOWED = 10
"""The best candidates after which an answer may stand that has no word of the question."""
_NOT_TEXT = frozenset([FURNITURE, LABEL])
WEIGHTS = {
    "bm25": 2.38,
    "best": 2.44,
    "coverage": 1.35,
    "around": 1.55,
    "window": 2.34,
    "paragraph": 1.88,
    "bigrams": 1.89,
    "synonym": 6.02,
    "grams": 0.72,
    "kin": 1.43,
    "type": 1.17,
    "measure": 4.11,
    "about_before": 0.97,
    "about": 1.03,
    "unheard": 0.88,
    "short": -1.09,
    "long": -0.84,
    "same": 0.35,
    "reply": 1.18,
    "before": 0.79,
    "counted": 1.93,
    "heading": -1.42,
    "answered": 2.50,
    "turn_before": 1.24,
    "question": -0.44,
    "is_question": 1.79,
    "asked_speaker": 2.92,
    "first_person": 0.39,
    "about_turn": 2.86,
    "has_speaker": 1.26,
    "others": 0.46,
    "near": 2.97,
    "best_said": 1.58,
    "asked_on": -1.80,
    "direct": 1.55,
    "numbers": 0.74,
    "direction": -1.18,
    "paragraph_said": -0.73,
}
"""Fitted on 23 November 2026 by tests/evaluation/fit.py.

Right sentence first, by BM25 alone, by these weights, and by weights fitted without the set:

    FriendsQA .42 .48 .47   QMSum .32 .44 .43   SelQA .80 .81 .80   SQuAD .73 .77 .77   XQuAD .75 .78 .78
    cases of our own: news .57 .73 .70, readouts .74 .84 .82, transcripts .55 .70 .70
"""

SIGNS = {
    "score": (6.29, 2.63),
    "margin": (-0.40, 1.53),
    "around": (-1.20, -0.89),
    "known": (1.90, -0.85),
    "absent": (-2.35, -0.39),
    "named": (-0.37, -0.88),
    "silent": (-2.85, -1.22),
    "typed": (-0.67, -0.85),
    "typed_match": (0.96, 1.29),
    "unheard": (-1.27, -0.23),
    "named_around": (1.57, 1.25),
    "how_many": (-1.88, -0.93),
    "yes_no": (0.71, -0.20),
    "reason": (0.59, -0.48),
    "dialogue": (0.70, 0.16),
    "dialogue_around": (2.68, 1.01),
    "long": (-1.21, -0.71),
}
BIAS = (-1.65, -0.04)
"""Logistic weights of the signs that the documents answer, and that the first sentence is an answer.

Fitted with the weights. Of answers to our own cases with a confidence of .5 to .6, .6 to .7, .7 to .8, .8 to .9 and
more, .57, .70, .85, .93 and .97 are right.
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
    meant = {other: share for term, share in question.terms.items() if share > VAGUE_WEIGHT for other in synonyms(term)}
    rows += best_rows(grounds.index.get_weighted_scores(meant), _MEANT)
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
        "unheard": float(question.unheard and not question.silent),
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
