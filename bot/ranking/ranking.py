"""Which of the best candidates answers the question.

A linear sum of features over the best candidates by BM25, read from the candidates, their neighbours and the terms'
document frequencies alone, so that it costs the same at any size of collection.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.index import Grounds, Mask
from bot.layout import FURNITURE, LABEL
from bot.questions import Question
from bot.ranking.features import View
from bot.words import VAGUE_WEIGHT, synonyms

CANDIDATES = 50
MEANT = 0.6
"""What the idf of a word counts for how strong a candidate is where another word of its meaning stands."""
_MEANT = 10
"""The best candidates by words that mean the same as those of the question."""
_FOLLOWED = 10
"""The best candidates after which an answer may stand that has no word of the question."""
_NOT_TEXT = frozenset([FURNITURE, LABEL])
WEIGHTS = {
    "bm25": 2.49,
    "best": 2.76,
    "coverage": 0.66,
    "around": 1.39,
    "window": 2.28,
    "paragraph": 2.22,
    "bigrams": 2.09,
    "synonym": 2.61,
    "grams": 0.63,
    "kin": 1.12,
    "type": 1.27,
    "measure": 4.09,
    "about_before": 0.92,
    "about": 1.15,
    "unheard": 0.74,
    "short": -0.92,
    "long": -0.68,
    "same": 0.43,
    "reply": 1.31,
    "before": 0.98,
    "counted": 2.01,
    "heading": -1.45,
    "answered": 2.48,
    "turn_before": 1.30,
    "question": -0.44,
    "is_question": 1.71,
    "asked_speaker": 2.97,
    "first_person": 0.42,
    "about_turn": 2.64,
    "has_speaker": 1.62,
    "others": 0.45,
    "near": 2.94,
    "asked_on": -1.95,
    "direct": 1.42,
    "numbers": 0.74,
    "direction": -1.08,
    "paragraph_said": -1.58,
    "document": 1.5,
    "negated": 1.5,
}
"""Fitted on 23 November 2026 by tests/evaluation/fit.py.

Right sentence first, by BM25 alone, by these weights, and by weights fitted without the set:

    FriendsQA .42 .47 .47   QMSum .32 .45 .44   SelQA .80 .81 .81   SQuAD .73 .77 .77   XQuAD .75 .78 .78
    cases of our own: news .57 .74 .73, readouts .74 .85 .81, transcripts .55 .68 .67

"document" and "negated" are set by hand: the sets have one document each, and few questions that negate. All cases of
our own in one collection: right sentence first for .648 without "document", .667 with it.
"""

TYPICAL = 0.80
"""How far above the mean of the candidates the cosine of the first one by words is."""


class Hit(NamedTuple):
    """A candidate: its row, its score, and what the score is made of."""

    row: int
    score: float
    features: Mapping[str, float]
    by_words: float = 0.0
    """The score without what its meaning adds, and its document, which is no sign that the sentence answers."""
    meaning: float = TYPICAL
    """How far its cosine is above the mean of the candidates, in standard deviations, where there is a model."""


class Memory(NamedTuple):
    """What a follow-up goes on from."""

    row: int
    """The sentence shown first."""
    seen: frozenset[int] = frozenset()
    """What has been shown since the question that it goes on from, as rows."""


def rank(question: Question, grounds: Grounds, allowed: frozenset[str] | None, memory: Memory | None) -> list[Hit]:
    """The candidates, best first, ties by document, then sentence; only those of `allowed` speakers where given."""
    collection = grounds.collection
    documents = _documents(question, grounds)
    within = grounds.mask_of(documents) if documents else None
    rows = grounds.index.best(question.terms, CANDIDATES, within)
    meant = {other: share for term, share in question.terms.items() if share > VAGUE_WEIGHT for other in synonyms(term)}
    if meant:
        rows += grounds.index.best(meant, _MEANT, within)
    rows += [near for row in rows[:_FOLLOWED] for near in collection.near(row, 0, 3)]
    if question.speakers or question.about or allowed:
        rows += _said(question, grounds, allowed or (*question.speakers, *question.about), within)
    if memory is not None:
        rows += collection.near(memory.row, 2, 7)
    rows = [
        row
        for row in dict.fromkeys(rows)
        if collection.spans[row].kind not in _NOT_TEXT
        and not (allowed and grounds.speaker(row) not in allowed)
        and (within is None or within[row])
    ]
    scores = grounds.index.scores_of(question.terms, rows)
    view = View(question, grounds, memory.row if memory else None, rows)
    found = {row: view.features(row, score) for row, score in zip(rows, scores, strict=True)}
    strength = {row: score + MEANT * view.mass * found[row]["synonym"] for row, score in zip(rows, scores, strict=True)}
    strongest = max(strength.values(), default=0.0) or 1.0
    hits: list[Hit] = []
    for row, features in found.items():
        features["best"] = strength[row] / strongest
        score = 0.0
        for name, value in features.items():
            if value:
                score += WEIGHTS[name] * value
        hits.append(Hit(row, score, features, score - WEIGHTS["document"] * features["document"]))
    return sorted(hits, key=lambda hit: (-hit.score, collection.documents[collection.owner[hit.row]].id, hit.row))


def _documents(question: Question, grounds: Grounds) -> frozenset[int]:
    """The numbers of the documents that may answer, empty for all: those named, else those that know who is named."""
    if question.documents or len(grounds.collection.documents) == 1 or question.others or not question.saying:
        return question.documents
    return grounds.known_in(question.speakers, question.named)


def _said(question: Question, grounds: Grounds, names: Iterable[str], within: Mask | None) -> list[int]:
    """The best that somebody of these names says, then their first sentences."""
    said = grounds.said_by(names)
    if within is not None:
        said = said[within[said]]
    best = grounds.index.best(question.terms, CANDIDATES // 2, grounds.mask(said))
    return list(dict.fromkeys([*best, *said[: CANDIDATES // 2].tolist()]))[: CANDIDATES // 2]
