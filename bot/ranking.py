"""Which of the best candidates answers the question, and whether any does.

A linear sum of features over the best candidates by BM25, read from the candidates, their neighbours and the terms'
document frequencies alone, so that it costs the same at any size of collection.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bot.collection import Collection
from bot.index import Okapi, best_rows
from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL
from bot.questions import Question
from bot.terms import VAGUE_WEIGHT

CANDIDATES = 50
PREFIX = 4
WEIGHTS = {
    "bm25": 5.45,
    "coverage": 4.31,
    "coverage_around": 4.18,
    "bigrams": 2.25,
    "kin": 3.18,
    "numbers": 0.34,
    "type": 1.99,
    "turn_words": 4.45,
    "late": -0.34,
    "short": -0.22,
    "asked_speaker": 4.0,
    "has_speaker": 1.17,
    "heading": -2.04,
    "question": -0.54,
    "is_question": 1.7,
    "answers_question": 3.77,
    "near": 2.05,
}


_SHOWN = ("coverage", "coverage_around", "type")
SIGNS = {
    "bm25": 0.76,
    "coverage": 1.33,
    "coverage_around": 2.62,
    "type": 0.48,
    "known": 1.74,
    "named": 1.81,
    "named_coverage": 0.71,
    "dialogue": 0.32,
    "dialogue_coverage": 1.41,
    "typed": -1.15,
    "absent": -3.16,
    "long": -1.15,
    "words": 0.58,
}
BIAS = -0.52
"""Signs that the documents answer, fitted with the weights."""

_TIMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|week|month|year|night|morning|ago"
)
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|"
    "half|third|quarter|both|several"
)
ANSWER_TYPES = {
    "when": rf"\b(?:{_TIMES}|\d{{1,2}}[:.]\d{{2}}|(?:1[5-9]|20)\d{{2}}|[ap]\.?m)\b",
    "where": r"\b(?:in|at|to|from|near|on) (?:the )?[A-Z]",
    "how-many": rf"\d|\b(?:{_NUMBERS})\b",
    "who": r"[a-z,] (?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]+",
    "why": r"\b(?:because|since|due to|so that|in order|therefore|as a result|reason|to \w+)\b",
}
"""What a sentence that answers has in it, by the kind of question; compiled when one is asked."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What can be asked: sentences as columns, and their terms."""

    collection: Collection
    index: Okapi

    def speaker(self, row: int) -> str | None:
        """The name of who says a sentence."""
        said = self.collection.attributions[row].speaker
        return said.name if said else None


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
    collection, index = grounds.collection, grounds.index
    scores = index.get_weighted_scores(question.terms)
    rows = best_rows(scores, CANDIDATES)
    if question.speakers or allowed:
        wanted = allowed or frozenset(question.speakers)
        rows += _said_by(collection, wanted, scores, CANDIDATES // 2)
    if memory is not None:
        rows += range(max(0, memory.row - 2), min(len(collection), memory.row + 8))
    view = _View(question, grounds, memory)
    hits: list[Hit] = []
    for row in dict.fromkeys(rows):
        kind = collection.spans[row].kind
        speaker = collection.attributions[row].speaker
        if kind in (FURNITURE, DIRECTION, LABEL) or (allowed and (speaker is None or speaker.name not in allowed)):
            continue
        features = view.features(row, float(scores[row]))
        hits.append(Hit(row, sum(WEIGHTS[name] * value for name, value in features.items() if value), features))
    return sorted(hits, key=lambda hit: (-hit.score, hit.row))


def _said_by(collection: Collection, names: Iterable[str], scores: object, most: int) -> list[int]:
    wanted = set(names)
    rows = [row for row, said in enumerate(collection.attributions) if said.speaker and said.speaker.name in wanted]
    return sorted(rows, key=lambda row: (-scores[row], row))[:most]  # type: ignore[index]


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
        "named_coverage": most["coverage"] if question.speakers else 0.0,
        "dialogue": float(bool(hits) and grounds.collection.turns[owner]),
        "dialogue_coverage": most["coverage_around"] if hits and grounds.collection.turns[owner] else 0.0,
        "typed": float(question.kind in ("when", "where", "how-many")),
        "absent": sum(idf.get(term, 0.0) for term in question.absent) / mass,
        "long": math.log10(len(grounds.collection) or 1),
        "words": sum(share > VAGUE_WEIGHT for share in question.terms.values()) / 10,
    }


def confidence(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> float:
    """The chance, 0 to 1, that the documents answer: a logistic function of the signs."""
    found = signs(question, grounds, hits)
    return 1 / (1 + math.exp(-BIAS - sum(SIGNS[name] * value for name, value in found.items())))


class _View:
    """A question's sight of the candidates."""

    def __init__(self, question: Question, grounds: Grounds, memory: Memory | None) -> None:
        self.question = question
        self.index = index = grounds.index
        self.collection = grounds.collection
        self.memory = memory
        self.idf = {term: share * index.weigh(term) for term, share in question.terms.items() if share}
        self.mass = sum(self.idf.values()) or 1.0
        self.pairs = list(pairwise(question.words))
        self.numbers = [term for term in question.terms if term[0].isdigit()]
        self.stems = {term: term[:PREFIX] for term in self.idf if len(term) > PREFIX}
        self._terms: dict[int, list[str]] = {}

    def terms(self, row: int) -> list[str]:
        if row not in self._terms:
            self._terms[row] = self.index.terms_of(row)
        return self._terms[row]

    def coverage(self, terms: set[str]) -> float:
        return sum(value for term, value in self.idf.items() if term in terms) / self.mass

    def features(self, row: int, score: float) -> Mapping[str, float]:
        question, collection = self.question, self.collection
        terms = self.terms(row)
        inside = set(terms)
        said = collection.attributions[row]
        text = collection.words(row)
        covered = self.coverage(inside)
        around = self.coverage(inside.union(*(self.terms(near) for near in self._neighbours(row))))
        features = {
            "bm25": score / 30,
            "coverage": covered,
            "coverage_around": around,
            "bigrams": self._bigrams(terms),
            "kin": self._kin(inside),
            "numbers": sum(number in inside for number in self.numbers) / len(self.numbers) if self.numbers else 0.0,
            "type": self._typed(text),
            "late": min(self._position(row), 6) / 6,
            "short": float(len(terms) < 5),
            "heading": float(collection.spans[row].kind == HEADING),
            "question": float(text.rstrip("\"”’') ").endswith("?")) * (0 if question.asks_question else 1),
            "is_question": float(question.asks_question and text.rstrip("\"”’') ").endswith("?")),
            "answers_question": self._answers(row),
        }
        if question.saying:
            asked = said.speaker is not None and said.speaker.name in question.speakers
            features["asked_speaker"] = float(asked)
        else:
            features["turn_words"] = self._speaker_words(row)
        if question.kind == "who-said":
            features["has_speaker"] = float(said.speaker is not None)
        if self.memory is not None:
            features["near"] = self._near(row)
        return features

    def _neighbours(self, row: int) -> list[int]:
        owner = self.collection.owner
        return [near for near in (row - 1, row + 1) if 0 <= near < len(owner) and owner[near] == owner[row]]

    def _bigrams(self, terms: list[str]) -> float:
        if not self.pairs:
            return 0.0
        there = set(pairwise(terms))
        return sum(pair in there for pair in self.pairs) / len(self.pairs)

    def _kin(self, inside: set[str]) -> float:
        """Share of the idf mass whose terms are missing, but not words that begin alike ("diplomat", "diplomacy")."""
        prefixes = {term[:PREFIX] for term in inside}
        missing = (term for term, prefix in self.stems.items() if prefix in prefixes and term not in inside)
        return sum(self.idf[term] for term in missing) / self.mass

    def _typed(self, text: str) -> float:
        pattern = ANSWER_TYPES.get(self.question.kind)
        return float(bool(pattern and re.search(pattern, text)))

    def _position(self, row: int) -> int:
        paragraphs, owner = self.collection.paragraphs, self.collection.owner
        at = row
        while at > 0 and row - at < 6 and paragraphs[at - 1] == paragraphs[row] and owner[at - 1] == owner[row]:
            at -= 1
        return row - at

    def _answers(self, row: int) -> float:
        """How much of the question the interviewer's question just before covers."""
        said = self.collection.attributions
        for before in range(row - 1, max(-1, row - 5), -1):
            if self.collection.owner[before] != self.collection.owner[row]:
                break
            if said[before].speaker is not said[row].speaker or said[before].speaker is None:
                words = self.collection.words(before).rstrip("\"”’') *_")
                return self.coverage(set(self.terms(before))) if words.endswith("?") else 0.0
        return 0.0

    def _speaker_words(self, row: int) -> float:
        speaker = self.collection.attributions[row].speaker
        if speaker is None or not self.collection.turns[self.collection.owner[row]]:
            return 0.0
        words = {word.casefold() for word in speaker.name.split()}
        return sum(value for term, value in self.idf.items() if term in words) / self.mass

    def _near(self, row: int) -> float:
        """How near a sentence stands to the one shown last; what follows it counts most, then the sentence itself."""
        memory = self.memory
        if memory is None or self.collection.owner[row] != self.collection.owner[memory.row]:
            return 0.0
        distance = row - memory.row
        return math.exp((1 - distance) / 2) if distance > 0 else (0.7 if distance == 0 else 0.0)
