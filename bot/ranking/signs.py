"""What tells that candidates answer a question, and how likely that makes it.

Two logistic sums over the same signs: that the documents answer, and that the first sentence is an answer.
"""

import math
import re
from collections.abc import Mapping, Sequence

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions import Question, common
from bot.ranking.counting import what_is_counted
from bot.ranking.features import prefix
from bot.ranking.ranking import Hit
from bot.words import VAGUE_WEIGHT, synonyms, terms

SIGNS = {
    "score": (5.12, 4.77),
    "margin": (-0.08, 1.40),
    "window": (1.65, -0.84),
    "synonym": (2.06, 0.67),
    "dialogue": (1.60, 1.26),
    "typed": (-1.31, -1.60),
    "unfit": (-2.12, -2.25),
    "names": (-2.07, -0.55),
    "unheard": (-2.27, -2.82),
    "says": (-0.40, -0.54),
    "size": (-1.22, -0.91),
    "topic": (-1.1, -0.9),
    "unknown": (-0.43, -0.23),
    "figures": (-5.10, -2.31),
    "strange": (-1.2, -1.2),
    "doubted": (-1.2, -1.2),
    "of_no_such": (-1.0, -0.6),
}
BIAS = (-2.32, -2.37)
"""Logistic weights of the signs that the documents answer, and that the first sentence is an answer.

Fitted on 27 November 2026 by tests/evaluation/fit.py, also on questions that were put to their own document without
the sentences that answer them. Of first sentences for our own cases, follow-ups apart, with a confidence of .5 to .6,
.6 to .7, .7 to .8, .8 to .9 and more, .68, .72, .75, .93 and .96 are right, each set left out of the fit. "topic",
"strange", "doubted" and "of_no_such" are set by hand: the sets have few lines that are no question, that go on, want a
yes or no, or ask about a "she" of whom the text has none.
"""
TYPICAL = 0.80
"""The `meaning` that the first candidate by words has most often."""
AGREED = 0.55
"""Logistic weight, that the first sentence is an answer, of how much more than TYPICAL it is.

A question that has no answer finds words by chance, and then meaning puts another candidate first. That the documents
answer it does not tell: fitted with all the others, it refuses no more of our own questions, nor does any other measure
of how the likeness is spread. Of first sentences with a confidence of .5 to .6, .6 to .7, .7 to .8, .8 to .9 and more,
.55, .73, .68, .85 and .98 are right then.
"""
MEANT = {
    "score": 5.61,
    "dialogue": 2.87,
    "typed": -2.37,
    "unfit": -2.94,
    "names": -3.82,
    "unheard": -3.92,
    "size": -3.47,
    "of_no_such": -1.0,
    "alike": 9.44,
}
MEANT_BIAS = -3.92
"""Logistic weights of the signs that the documents answer, where a model tells how close to it the first candidate is.

Fitted like SIGNS, also on thirteen sets of questions in other words than the text, for which they are far better than
SIGNS with a weight for how close it is: of these .09 are refused with an answer, .74 without one, each set left out.
"""
KIN = 0.6
"""What a word that begins like one of the question counts beside one that is the same or means the same."""
_FIGURE = re.compile(r"\d\d")
LARGE = 7.0
"""The logarithm of a document's sentences from which on it counts no more that in many of them words meet by chance."""
SAYS = lazily(r"\b(?:say|tell|answer|reply|respond|react|comment|write|state)\b", re.IGNORECASE)
"""Verbs of one who speaks and nothing else: whoever is asked for with one of them has to be a speaker."""


def signs(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for and against an answer, read from the three best candidates of the speaker asked for."""
    asked = [hit for hit in hits if not question.speakers or grounds.speaker(hit.row) in question.speakers]
    shown = [hit.features for hit in asked[:3]]
    best = [hit.features for hit in sorted(asked, key=lambda hit: -hit.by_words)[:3]]
    hits = sorted(hits, key=lambda hit: -hit.by_words)
    first, *others = hits[:2] or [Hit(0, 0.0, {})]
    idf = {term: share * grounds.index.weigh(term) for term, share in question.terms.items() if share}
    mass = sum(idf.values()) or 1.0
    telling = [term for term in idf if question.terms[term] > VAGUE_WEIGHT]
    names = [term for term in telling if question.spelt.get(term, "")[:1].isupper()]
    collection = grounds.collection
    owner = collection.owner[first.row] if hits else 0
    unknown = [term for term in telling if term not in grounds.index.idf]
    told = sum(idf[term] for term in telling) or 1.0
    covered = max((one["coverage"] + one["synonym"] + KIN * one["kin"] for one in best), default=0.0)
    there = {*collection.terms_of(first.row)} if hits else set()
    meant = [term for term in telling if term not in there and not synonyms(term).isdisjoint(there)]
    says = bool(SAYS.search(question.text))
    strange = _strange(question, unknown, [hit.row for hit in hits[:3]], grounds)
    return {
        "score": first.by_words / 10,
        "margin": min((first.by_words - others[0].by_words) / 3, 2.0) if others else 1.0,
        "window": max((one["window"] for one in best), default=0.0),
        "synonym": sum(idf[term] for term in meant if term not in names) / mass,
        "dialogue": bool(hits and collection.turns[owner]) * covered,
        "typed": float(question.wanted in ("when", "how-many")),
        "unfit": float(_unfit(question, [*best, *shown])),
        "names": sum(idf[term] for term in names) / mass,
        "unheard": float(question.unheard and says),
        "says": float(question.wanted == "what" and says),
        "size": min(math.log1p(len(collection.rows(owner))), LARGE) / 5 if hits else 0.0,
        "topic": (question.kind == "topic") * sum(idf[term] for term in unknown if not term[0].isdigit()) / told,
        "unknown": float(bool(telling) and telling == unknown),
        "figures": sum(idf[term] for term in unknown if _FIGURE.match(term)) / mass,
        "strange": strange,
        "doubted": (question.wanted == "yes-no") * strange,
        "of_no_such": float(question.of_nobody and all(one.get("gender", 1.0) <= 0 for one in shown)),
    }


def _strange(question: Question, unknown: Sequence[str], rows: Sequence[int], grounds: Grounds) -> float:
    """Share of what a line that goes on, or a yes or no, asks about itself that no document has.

    Nor the rows a word akin to it or of its meaning. A common word may stand there in others, as may all that somebody
    says. Questions by themselves may well be in other words altogether.
    """
    if question.saying or question.kind == "who-said" or not (question.follows or question.wanted == "yes-no"):
        return 0.0
    asked = {term: grounds.index.weigh(term) for term in terms(question.text) if term in question.telling}
    there = {term for row in rows for term in grounds.collection.terms_of(row)}
    akin = {prefix(term) for term in there}
    lost = (
        asked.get(term, 0.0)
        for term in unknown
        if synonyms(term).isdisjoint(there)
        and prefix(term) not in akin
        and not common(question.spelt.get(term, term).casefold())
    )
    return sum(lost) / (sum(asked.values()) or 1.0)


def _unfit(question: Question, best: Sequence[Mapping[str, float]]) -> bool:
    """Whether a quantity is asked for, and none of the best candidates has one of that kind, or of what is counted."""
    wanted = question.measure or what_is_counted(question)
    return bool(wanted) and not any(one["measure"] or one["counted"] for one in best)


def chances(question: Question, grounds: Grounds, hits: Sequence[Hit]) -> tuple[float, float]:
    """The chance, 0 to 1, that the documents answer, and that the first sentence is an answer."""
    found = signs(question, grounds, hits)
    meaning = max(hits, key=lambda hit: hit.by_words).meaning
    agreed = 0.0 if meaning is None else meaning - TYPICAL
    answers, right = (
        bias + sum(SIGNS[name][n] * value for name, value in found.items()) for n, bias in enumerate(BIAS)
    )
    if hits[0].alike is not None and not question.follows:
        found["alike"] = hits[0].alike
        answers = MEANT_BIAS + sum(weight * found[name] for name, weight in MEANT.items())
    return _logistic(answers), _logistic(right + AGREED * agreed)


def _logistic(value: float) -> float:
    return (1 + math.tanh(value / 2)) / 2  # 1 / (1 + exp(-value)), which overflows
