"""Which of the best candidates answers the question, and whether any does.

A linear sum of features over the best candidates by BM25, read from the candidates, their neighbours and the terms'
document frequencies alone, so that it costs the same at any size of collection.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.collection import Collection
from bot.index import Okapi, best_rows
from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL
from bot.questions import Question

CANDIDATES = 50
WEIGHTS = {
    "bm25": 8.9,
    "coverage": 0.2,
    "coverage_around": 2.5,
    "bigrams": 0.5,
    "proximity": 0.3,
    "grams": 0.7,
    "numbers": 0.8,
    "type": 1.5,
    "speaker_words": 5.6,
    "late": -0.9,
    "short": -0.6,
    "asked_speaker": 2.5,
    "other_speaker": -1.0,
    "has_speaker": 0.5,
    "heading": -1.0,
    "question": -1.0,
    "is_question": 2.0,
    "answers_question": 1.5,
    "near": 3.0,
    "same_paragraph": 1.2,
    "carried_speaker": 1.2,
}
"""From research on mixed question sets; the figures stand in the README."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANSWER_TYPES = {
    "when": re.compile(rf"\b(?:{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|\d{{1,2}}[:.]\d{{2}}|(?:1[5-9]|20)\d{{2}}|[ap]\.?m\b|week|month|year|night|morning|ago)\b"),
    "where": re.compile(r"\b(?:in|at|to|from|near|on) (?:the )?[A-Z]"),
    "how-many": re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|both|several)\b"),
    "who": re.compile(r"[a-z,] (?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]+"),
    "why": re.compile(r"\b(?:because|since|due to|so that|in order|therefore|as a result|reason|to \w+)\b"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate: its row, its score, and the share of the question's idf mass that it covers."""

    row: int
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Memory:
    """What a follow-up goes on from: the row shown last and who said it."""

    row: int
    speakers: tuple[str, ...]


def rank(
    question: Question, index: Okapi, collection: Collection, allowed: frozenset[str] | None, memory: Memory | None
) -> list[Hit]:
    """The candidates, best first; only sentences of `allowed` speakers where given. Ties go to the earlier row."""
    scores = index.get_weighted_scores(question.terms)
    rows = best_rows(scores, CANDIDATES)
    if question.speakers or allowed:
        wanted = allowed or frozenset(question.speakers)
        rows += _said_by(collection, wanted, scores, CANDIDATES // 2)
    if memory is not None:
        rows += range(max(0, memory.row - 2), min(len(collection), memory.row + 8))
    view = _View(question, index, collection, memory)
    hits: list[Hit] = []
    for row in dict.fromkeys(rows):
        kind = collection.spans[row].kind
        speaker = collection.attributions[row].speaker
        if kind in (FURNITURE, DIRECTION, LABEL) or (allowed and (speaker is None or speaker.name not in allowed)):
            continue
        features, coverage = view.features(row, float(scores[row]))
        hits.append(Hit(row, sum(WEIGHTS[name] * value for name, value in features.items() if value), coverage))
    return sorted(hits, key=lambda hit: (-hit.score, hit.row))


def _said_by(collection: Collection, names: Iterable[str], scores: object, most: int) -> list[int]:
    wanted = set(names)
    rows = [row for row, said in enumerate(collection.attributions) if said.speaker and said.speaker.name in wanted]
    return sorted(rows, key=lambda row: (-scores[row], row))[:most]  # type: ignore[index]


class _View:
    """A question's sight of the candidates."""

    def __init__(self, question: Question, index: Okapi, collection: Collection, memory: Memory | None) -> None:
        self.question = question
        self.index = index
        self.collection = collection
        self.memory = memory
        self.idf = {term: share * index.weigh(term) for term, share in question.terms.items() if share}
        self.mass = sum(self.idf.values()) or 1.0
        self.pairs = [(a, b) for a, b in zip(question.words, question.words[1:], strict=False)]
        self.numbers = [term for term in question.terms if term[0].isdigit()]
        self.unmatched = [term for term in self.idf if term not in index.idf and len(term) > 3]
        self._terms: dict[int, list[str]] = {}

    def terms(self, row: int) -> list[str]:
        if row not in self._terms:
            self._terms[row] = self.index.terms_of(row)
        return self._terms[row]

    def coverage(self, terms: set[str]) -> float:
        return sum(value for term, value in self.idf.items() if term in terms) / self.mass

    def features(self, row: int, score: float) -> tuple[Mapping[str, float], float]:
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
            "proximity": self._proximity(terms),
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
            features["other_speaker"] = float(not asked and bool(question.speakers))
        else:
            features["speaker_words"] = self._speaker_words(row)
        if question.kind == "who-said":
            features["has_speaker"] = float(said.speaker is not None)
        if self.memory is not None:
            features |= self._follow(row)
        return features, covered

    def _neighbours(self, row: int) -> list[int]:
        owner = self.collection.owner
        return [near for near in (row - 1, row + 1) if 0 <= near < len(owner) and owner[near] == owner[row]]

    def _bigrams(self, terms: list[str]) -> float:
        if not self.pairs:
            return 0.0
        there = set(zip(terms, terms[1:], strict=False))
        return sum(pair in there for pair in self.pairs) / len(self.pairs)

    def _proximity(self, terms: list[str]) -> float:
        places = [(n, self.idf[term]) for n, term in enumerate(terms) if term in self.idf]
        return sum(min(x, y) / (b - a) for (a, x), (b, y) in zip(places, places[1:], strict=False)) / self.mass

    def _typed(self, text: str) -> float:
        pattern = _ANSWER_TYPES.get(self.question.kind)
        return float(bool(pattern and pattern.search(text)))

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
        if speaker is None:
            return 0.0
        words = {word.casefold() for word in speaker.name.split()}
        return sum(value for term, value in self.idf.items() if term in words) / self.mass

    def _follow(self, row: int) -> dict[str, float]:
        memory = self.memory
        if memory is None or self.collection.owner[row] != self.collection.owner[memory.row]:
            return {}
        distance = row - memory.row
        speaker = self.collection.attributions[row].speaker
        return {
            "near": 2.718 ** (-(distance - 1) / 2) if distance > 0 else (0.7 if distance == 0 else 0.0),
            "same_paragraph": float(self.collection.paragraphs[row] == self.collection.paragraphs[memory.row]),
            "carried_speaker": float(speaker is not None and speaker.name in memory.speakers),
        }
