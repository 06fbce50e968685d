"""Whether the candidates answer the question, how sure that is, and why they do not."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.index import Grounds
from bot.questions import Question
from bot.ranking.features import prefix
from bot.ranking.ranking import TYPICAL, Hit
from bot.words import STOP_WEIGHT, VAGUE_WEIGHT, synonyms, terms, weight

LEAST, LEAST_LATER = 0.36, 0.2
"""Chance that the documents answer from which on an answer is given: to a question, and to one that goes on."""
SHORT = 30
"""Sentences up to which a collection is as good as any other at having words of a question by chance."""
SIGNS = {
    "score": (5.42, 2.45),
    "margin": (-0.17, 1.63),
    "around": (-0.84, -1.50),
    "known": (2.11, -0.50),
    "absent": (-2.50, -0.52),
    "named": (-0.03, -0.94),
    "silent": (-2.81, -1.31),
    "typed": (-0.60, -1.00),
    "typed_match": (1.22, 1.85),
    "unheard": (-1.15, -0.12),
    "named_around": (1.62, 1.38),
    "how_many": (-1.82, -1.01),
    "yes_no": (0.71, -0.27),
    "reason": (0.63, -0.57),
    "dialogue": (0.21, -0.31),
    "dialogue_around": (3.07, 1.51),
    "long": (-1.19, -0.74),
}
BIAS = (-1.65, 0.23)
"""Logistic weights of the signs that the documents answer, and that the first sentence is an answer.

Fitted with the weights. Of answers to our own cases, follow-ups apart, with a confidence of .5 to .6, .6 to .7, .7 to
.8, .8 to .9 and more, .47, .61, .88, .96 and .96 are right (24 November 2026).
"""
AGREED = (0.70, 0.55)
"""Logistic weights of how much more than TYPICAL the `meaning` of the first candidate by words is.

A question that has no answer finds words by chance, and then meaning puts another candidate first. With them, by
tests/evaluation/meaning.py, a right sentence is among the first three for .892 rather than .874 of our own questions,
at .50 refused.
"""


class Judgement(NamedTuple):
    """Whether there is an answer."""

    confidence: float
    """0 to 1: that the first sentence is an answer."""
    reason: str | None
    """Why there is none; None where there is one."""


def judge(
    question: Question, hits: Sequence[Hit], grounds: Grounds, allowed: frozenset[str] | None = None
) -> Judgement:
    """Whether the hits, best first, answer a question; `allowed` are the only speakers wanted, None for all."""
    count = len(grounds.collection.documents)
    where = "the document" if count == 1 else f"the {count} documents"
    if question.unknown:
        return Judgement(0.0, f"Nobody called {question.unknown} speaks or is mentioned in {where}.")
    if allowed and question.by_name and allowed.isdisjoint(question.speakers):
        only, asked = " or ".join(sorted(allowed)), " or ".join(question.speakers)
        return Judgement(0.0, f"Only {only} is quoted now; the question asks for {asked}.")
    if question.denies:
        return Judgement(0.0, "Who does not speak of something is told by no sentence.")
    if question.verbatim and not (hits and hits[0].features.get("bigrams", 0.0) == 1.0):
        return Judgement(0.0, f"No sentence in {where} has these words in a row.")
    if hits and not hits[0].features:
        return Judgement(0.9, None)
    if not hits and question.follows:
        return Judgement(0.0, f"There is nothing more in {where}.")
    if not hits or not (question.follows or question.speakers or _heard(question, hits, grounds)):
        telling = _telling(question)
        return Judgement(
            0.0,
            f"No sentence in {where} has a word of the question." if telling else "The question has no telling word.",
        )
    about = question.own or (() if question.speakers else _content(question))
    if question.follows and about and not _known(about, grounds):
        return Judgement(0.0, f"No sentence in {where} has a word of that.")
    if _asked_by_name(question) and not _speaks_of_it(question, hits, grounds):
        return Judgement(0.0, f"{question.speakers[0]} says nothing of that in {where}.")
    answers, right = chances(question, grounds, hits)
    if answers >= (LEAST_LATER if question.follows else LEAST):
        return Judgement(right, None)
    return Judgement(min(right, answers), f"No sentence in {where} answers that.")


def _known(own: Iterable[str], grounds: Grounds) -> bool:
    """Whether the documents have one of the terms, or a word that means the same."""
    known = grounds.index.idf
    return any(term in known or any(other in known for other in synonyms(term)) for term in own)


def _asked_by_name(question: Question) -> bool:
    """Whether the words of one person are asked for by name, or by a pronoun with words of its own."""
    if question.others or question.replies or len(question.speakers) != 1:
        return False
    return bool(question.own) and question.saying if question.follows else question.by_name


def _speaks_of_it(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether whom it names says, answers a question with, or is said to have to do with a telling word of it."""
    telling = question.own or frozenset(question.telling)
    meant = telling.union(*map(synonyms, telling))
    kin = {prefix(term) for term in telling}
    name = {term for speaker in question.speakers for term in terms(speaker)}
    collection = grounds.collection

    def has(row: int) -> bool:
        there = collection.terms_of(row)
        return not meant.isdisjoint(there) or not kin.isdisjoint(map(prefix, there))

    for hit in hits if telling else ():
        row, who = hit.row, grounds.speaker(hit.row)
        if who in question.speakers:
            asked = row > collection.first[collection.owner[row]] and collection.words(row - 1).rstrip().endswith("?")
            if has(row) or (asked and has(row - 1)):
                return True
        elif who is None and not name.isdisjoint(collection.terms_of(row)) and has(row):
            return True
    return not telling


def _meant(hits: Sequence[Hit]) -> bool:
    """Whether one of them has a word akin to one of the question, or of its meaning."""
    return any(hit.features.get("kin") or hit.features.get("synonym") for hit in hits)


def _content(question: Question) -> list[str]:
    """Its telling terms, those that it took over included."""
    return [term for term in question.terms if weight(question.spelt.get(term, term)) > VAGUE_WEIGHT]


def _telling(question: Question) -> list[str]:
    return [term for term, share in question.terms.items() if share > STOP_WEIGHT]


def _heard(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it names a speaker, or the documents have a telling word of it, a word akin to it or of its meaning."""
    return _meant(hits[:3]) or bool(question.about) or any(term in grounds.index.idf for term in _telling(question))


def signs(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for and against an answer, read from the three best candidates of the speaker asked for."""
    hits = sorted(hits, key=lambda hit: -hit.by_words)
    named = [hit for hit in hits if question.speakers and grounds.speaker(hit.row) in question.speakers]
    best = (named if question.speakers else hits)[:3]
    first, *others = hits[:2] or [Hit(0, 0.0, {})]
    around = max((hit.features["around"] for hit in best), default=0.0)
    typed = question.wanted in ("when", "where", "how-many")
    idf = {term: share * grounds.index.weigh(term) for term, share in question.terms.items() if share}
    mass = sum(idf.values()) or 1.0
    unseen = {term: value / mass for term, value in idf.items() if term not in grounds.index.idf}
    turns = bool(hits) and grounds.collection.turns[grounds.collection.owner[hits[0].row]]
    return {
        "score": first.by_words / 10,
        "margin": min((first.by_words - others[0].by_words) / 3, 2.0) if others else 1.0,
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
        "long": math.log10(max(grounds.collection.size, SHORT)),
    }


def chances(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> tuple[float, float]:
    """The chance, 0 to 1, that the documents answer, and that the first sentence is an answer."""
    found = signs(question, grounds, hits)
    agreed = max(hits, key=lambda hit: hit.by_words).meaning - TYPICAL
    answers, right = (
        bias + sum(SIGNS[name][n] * value for name, value in found.items()) + AGREED[n] * agreed
        for n, bias in enumerate(BIAS)
    )
    return _logistic(answers), _logistic(right)


def _logistic(value: float) -> float:
    return (1 + math.tanh(value / 2)) / 2  # 1 / (1 + exp(-value)), which overflows
