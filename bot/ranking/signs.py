"""What tells that candidates answer a question, and how likely that makes it.

Two logistic sums over the same signs: that the documents answer, and that the first sentence is an answer.
"""

import math
import re
from collections.abc import Sequence

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions import Question
from bot.ranking.ranking import TYPICAL, Hit
from bot.words import VAGUE_WEIGHT, synonyms

SIGNS = {
    "score": (5.57, 4.43),
    "margin": (0.07, 1.61),
    "window": (1.13, -0.92),
    "synonym": (2.37, 0.77),
    "dialogue": (1.44, 0.23),
    "counted": (3.27, 2.24),
    "how_many": (-1.24, -0.57),
    "typed": (-1.39, -1.13),
    "names": (-2.01, -0.12),
    "figures": (-3.57, -0.87),
    "unheard": (-2.46, -2.56),
    "unknown": (-0.93, -0.91),
    "topic": (-1.14, -0.96),
    "mass": (-1.15, 0.78),
}
BIAS = (-2.57, -2.87)
"""Logistic weights of the signs that the documents answer, and that the first sentence is an answer.

Fitted on 27 November 2026 by tests/evaluation/fit.py, also on questions that were put to their own document without
the sentences that answer them. Of answers to our own cases, follow-ups apart, with a confidence of .5 to .6, .6 to .7,
.7 to .8, .8 to .9 and more, .61, .73, .73, .92 and .95 are right, each set left out of the fit.
"""
AGREED = (0.70, 0.55)
"""Logistic weights of how much more than TYPICAL the `meaning` of the first candidate by words is.

A question that has no answer finds words by chance, and then meaning puts another candidate first. With them, by
tests/evaluation/meaning.py, a right sentence is among the first three for .892 rather than .874 of our own questions,
at .50 refused.
"""
KIN = 0.6
"""What a word that begins like one of the question counts beside one that is the same or means the same."""
_FIGURE = re.compile(r"\d\d")
_SAYS = lazily(r"\b(?:say|tell|answer|reply|respond|react|comment|write|state)\b", re.IGNORECASE)
"""Verbs of one who speaks and nothing else: whoever is asked for with one of them has to be a speaker."""


def signs(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for and against an answer, read from the three best candidates of the speaker asked for."""
    hits = sorted(hits, key=lambda hit: -hit.by_words)
    named = [hit for hit in hits if grounds.speaker(hit.row) in question.speakers]
    best = [hit.features for hit in (named if question.speakers else hits)[:3]]
    first, *others = hits[:2] or [Hit(0, 0.0, {})]
    known = grounds.index.idf
    idf = {term: share * grounds.index.weigh(term) for term, share in question.terms.items() if share}
    mass = sum(idf.values()) or 1.0
    telling = [term for term in idf if question.terms[term] > VAGUE_WEIGHT]
    mass_told = sum(idf[term] for term in telling) or 1.0
    names = [term for term in telling if question.spelt.get(term, "")[:1].isupper()]
    unknown = [term for term in telling if term not in known]
    turns = bool(hits) and grounds.collection.turns[grounds.collection.owner[hits[0].row]]
    covered = max((one["coverage"] + one["synonym"] + KIN * one["kin"] for one in best), default=0.0)
    there = {*grounds.collection.terms_of(first.row)} if hits else set()
    meant = [term for term in telling if term not in there and not synonyms(term).isdisjoint(there)]
    counts = question.wanted == "how-many" and not question.measure
    return {
        "score": first.by_words / 10,
        "margin": min((first.by_words - others[0].by_words) / 3, 2.0) if others else 1.0,
        "window": max((one["window"] for one in best), default=0.0),
        "synonym": sum(idf[term] for term in meant if term not in names) / mass,
        "dialogue": turns * covered,
        "counted": counts * covered * max((one["counted"] for one in best), default=0.0),
        "how_many": float(question.wanted == "how-many"),
        "typed": float(question.wanted in ("when", "how-many")),
        "names": sum(idf[term] for term in names) / mass,
        "figures": sum(idf[term] for term in unknown if _FIGURE.match(term)) / mass,
        "unheard": float(question.unheard and bool(_SAYS.search(question.text))),
        "unknown": float(bool(telling) and telling == unknown),
        "topic": (question.kind == "topic") * sum(idf[term] for term in unknown if not term[0].isdigit()) / mass_told,
        "mass": mass / 30,
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
