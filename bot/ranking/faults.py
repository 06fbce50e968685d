"""What tells that the best candidates do not answer a question although they have words of it."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from bot.documents import MONTHS
from bot.index import Grounds
from bot.patterns import lazily
from bot.questions import Question
from bot.ranking.ranking import Hit
from bot.words import COUNTRY, VAGUE_WEIGHT, synonyms, term_spans, terms, weight

_PRICE = frozenset(terms("cost expensive fee price"))
_PRICED = lazily(
    r"\bhow much (?:is|are|was|were) (?:the|an?) ([\w’'-]+(?: [\w’'-]+){0,2}?)(?=$|\W+(?:at|for|from|in|of|on)\b|\?)",
    re.IGNORECASE,
    needs="much",
)
"""How the price of something is asked for: by one of these words, or by "how much is the | pint"."""
AGAINST = "against"
"""What asks, behind "who", for somebody who takes a stand."""
_NAME = lazily(
    r"(?:and |but )?what(?:['’]?s| is| was| are| were) .{1,80}\b(?:names?|called)\b",
    re.IGNORECASE,
    needs="name names called",
)
_CLOSE_BY = 5
"""Words between a name and what bears it."""


def all_there(telling: Iterable[str], grounds: Grounds) -> bool:
    """Whether the documents have every one of the terms; what they have not may stand there in other words."""
    return all(term in grounds.index.idf for term in telling)


def elsewhere(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it asks about a name that other documents have than those in which the hits stand."""
    words = ((term, question.spelt.get(term, "")) for term in question.topic)
    names = [term for term, word in words if word[:1].isupper() or word.casefold() in COUNTRY]
    collection, index = grounds.collection, grounds.index
    rows = [collection.rows(collection.owner[hit.row]) for hit in hits]
    firsts, ends = (np.array(sorted(edge), np.int32) for edge in zip(*((r.start, r.stop) for r in rows), strict=True))
    return any(term in index.idf and not index.occurs(term, firsts, ends).any() for term in names)


def of_another(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it asks for the price of something, and the candidates tell no sum of that.

    A sum is of what its sentence has a word for, or the one before.
    """
    priced = _PRICED.search(question.text)
    thing = (question.own or question.topic) - _PRICE
    thing = thing.intersection(terms(priced[1])) or thing if priced else thing
    again = question.follows and question.kind == "topic"  # "and the ferry?"
    if not (thing and (again or priced or not _PRICE.isdisjoint(question.terms)) and question.measure == "how-much"):
        return False
    meant, collection = thing.union(*map(synonyms, thing)), grounds.collection
    sums = (hit.row for hit in hits if hit.features.get("measure"))
    return not any(not meant.isdisjoint(collection.terms_of(row)) for at in sums for row in collection.near(at, 1, 0))


def takes_no_stand(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it asks who is against it, of which none of the best candidates has a word."""
    if question.wanted != "who" or question.terms.get(AGAINST, 0.0) <= VAGUE_WEIGHT:
        return False
    meant = {AGAINST, *synonyms(AGAINST)}
    return all(meant.isdisjoint(grounds.collection.terms_of(hit.row)) for hit in hits)


def names_nobody(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it asks what somebody is called, of whom none of the best candidates has a name close by."""
    carried = {term for term in question.terms if weight(question.spelt.get(term, term)) > VAGUE_WEIGHT}
    whose = carried.intersection(terms(question.text)) or carried
    if not whose or not _NAME.match(question.text):
        return False
    for hit in hits:
        words = grounds.collection.words(hit.row)
        spans = term_spans(words)
        for n in (n for n, (term, _, _) in enumerate(spans) if term in whose):
            near = spans[max(1, n - _CLOSE_BY) : n] + spans[n + 1 : n + 1 + _CLOSE_BY]
            if any(words[start].isupper() and words[start:end].lower() not in MONTHS for _, start, end in near):
                return False
    return True


def by_chance(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it asks about nobody that it names, and the best candidate has none of its words, nor the text all.

    Whoever says most of all may be meant, and tells it in other words: "What pets does she have?" - "I have two cats."
    So may a sentence about a "she" that has a word of the meaning of each of them.
    """
    row, there = hits[0].row, {*grounds.collection.terms_of(hits[0].row)}
    if not question.of_nobody or question.wanted == "how-many" or all_there(question.topic, grounds):
        return False
    if not question.topic.isdisjoint(there) or grounds.speaker(row) in grounds.main_speakers()[:1]:
        return False
    of_them = hits[0].features.get("gender", 0.0) == 1.0
    return not of_them or any(synonyms(term).isdisjoint(there) for term in question.topic)


FAULTS = (elsewhere, of_another, takes_no_stand, names_nobody, by_chance)
"""Each tells of a question and its best candidates whether it is so."""
