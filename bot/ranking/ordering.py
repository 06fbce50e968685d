"""All that a question finds, in order: by its form or words, by meaning, by whom it asks for, by what is new."""

import re
from collections.abc import Callable, Container, Sequence
from itertools import takewhile

from bot.index import Grounds
from bot.questions import Question
from bot.ranking.ages import tells_age
from bot.ranking.features import BARE, BY_UNIT, telling
from bot.ranking.overviews import overview
from bot.ranking.ranking import Hit, Memory, rank
from bot.ranking.semantics import Semantics
from bot.ranking.silence import is_silent, speaking_for
from bot.words import MEASURED, REASON, WANTED, terms

AHEAD = 0.01
"""By how much the score of who is asked for by name leads those of others."""
MEASURED_BESIDE = 15
"""Sentences on either side that "how large is it?" is about."""
BESIDE, TYPED, NEXT, AGAIN = 3, 2.0, 2.5, 3.0
"""Sentences on either side that "why?" is about; what a reason there gains, what the same one without any loses."""
REPLIES = 2.0
"""What a reply gains where one is asked for and nothing else: "Who disagreed?"."""
STAYS = 0.8
"""What a sentence of the document gains that was shown before."""
LONG = 30
"""Words of a question from which on it may tell something itself."""
_TURN = 4
"""Sentences of an interviewer's turn, and of the one behind it, that are looked at."""
_BEHIND = 6
"""Hits among which one that tells something is looked for where the first does not."""
FAR_BELOW, FAR_BELOW_MEANT = 4.0, 5.5
"""Quotes whose score is this much below the first are left out: by words, and by words and meaning together.

Scores are spread wider by both; of the quotes behind the first as many are right then (.14 of our own, .20 of those
asked in quite other words).
"""


def ordered(
    question: Question,
    grounds: Grounds,
    allowed: frozenset[str] | None,
    memory: Memory | None,
    semantics: Semantics | None,
) -> list[Hit]:
    """The candidates, best first; only those of `allowed` speakers where given."""
    hits = overview(question, grounds)
    if allowed:
        hits = [hit for hit in hits if grounds.speaker(hit.row) in allowed]
    if not hits and question.kind != "author":
        hits = _answers_first(rank(question, grounds, allowed, memory if question.follows else None), question, grounds)
    if memory and not question.follows:
        hits = _stays(hits, memory.row, grounds)
    hits = _aged_first(_measured_first(_telling_first(hits, question, grounds), question), question, grounds)
    if semantics:
        hits = semantics.reordered(question, hits, grounds)
    if question.by_name and not (question.others or question.replies):
        for_them = speaking_for(question, hits, grounds) if is_silent(question, hits, grounds) else ()
        hits = [hit for hit in hits if not for_them or grounds.speaker(hit.row) in for_them]
        hits = _own_first(hits, question.speakers, grounds)
    if left_out := question.excluded or (question.speakers if question.others else ()):
        hits = [hit for hit in hits if grounds.speaker(hit.row) not in left_out]
    if question.bare and memory:
        hits = _beside(hits, memory.shown, question, grounds)
    if question.replies and not question.own and memory:
        hits = _gaining(hits, lambda hit: REPLIES * hit.features.get("reply", 0.0) - AGAIN * (hit.row == memory.row))
    if question.strict:
        return [hit for hit in hits if grounds.speaker(hit.row) in question.speakers]
    if question.follows and question.only:
        hits = [hit for hit in hits if grounds.speaker(hit.row) in question.only] or hits
    if question.anew and memory:
        unseen = [hit for hit in hits if hit.row not in memory.seen]
        by_asked = any(grounds.speaker(hit.row) in question.speakers for hit in unseen)
        hits = unseen if by_asked or not (question.speakers and question.content) else hits
    return hits


def _answers_first(hits: list[Hit], question: Question, grounds: Grounds) -> list[Hit]:
    """The hits with what answers the question that leads, or the one that its turn comes to, before it.

    The question asks the same, this answers.
    """
    first = hits[0].row if hits else 0
    by_another = question.unheard and question.wanted == "what"
    asks = question.asks_question or by_another or question.kind == "who-said"
    if not hits or asks or grounds.speaker(first) in question.speakers:
        return hits
    behind = _answer(first, {hit.row for hit in hits}, grounds)
    found = next((n for n, hit in enumerate(hits) if hit.row in behind), None)
    if found is None:
        return hits
    return _led(hits, found)


def _answer(first: int, rows: Container[int], grounds: Grounds) -> Sequence[int]:
    """The rows that answer a sentence: behind it, or behind the question that its speaker goes on to."""
    collection = grounds.collection
    who = grounds.speaker(first)
    if collection.asks(first):
        behind = collection.near(first, 0, _TURN)[1:]
        dialogue = who is not None and collection.turns[collection.owner[first]]
        asked = [*takewhile(lambda row: dialogue and grounds.speaker(row) == who and collection.asks(row), behind)]
        found = [row for row in behind[len(asked) : len(asked) + 2] if row in rows]  # "Yes." may be none
        return found[:1] if len(collection.terms_of(first)) <= LONG else ()
    if who is None or not collection.turns[collection.owner[first]]:
        return ()
    before, behind = collection.near(first, _TURN, 0)[:-1], collection.near(first, 0, _TURN)[1:]
    turn = [first, *takewhile(lambda row: grounds.speaker(row) == who, behind)]
    begun = [*takewhile(lambda row: grounds.speaker(row) == who, reversed(before))]
    answer = collection.near(turn[-1], 0, _TURN)[1:]
    asks = collection.asks(turn[-1]) and len(begun) + len(turn) <= _TURN
    return answer if asks and answer and grounds.speaker(answer[0]) else ()


def _stays(hits: list[Hit], shown: int, grounds: Grounds) -> list[Hit]:
    """The hits in the order in which those of the document that was shown gain a little: a talk stays where it is."""
    owner, several = grounds.collection.owner, len(grounds.collection.documents) > 1
    found = several and hits and hits[0].features
    return _gaining(hits, lambda hit: STAYS * (owner[hit.row] == owner[shown])) if found else hits


def _telling_first(hits: list[Hit], question: Question, grounds: Grounds) -> list[Hit]:
    """The hits with one that tells something before a first that has the words of the question and no other."""
    words = grounds.collection.terms_of
    if not hits or not hits[0].features or question.kind == "who-said":
        return hits
    asked = set(question.telling).intersection(words(hits[0].row))
    if not asked or telling(words(hits[0].row), question.spelt):
        return hits
    speaker = grounds.speaker(hits[0].row)
    for n, hit in enumerate(hits[1:_BEHIND], 1):
        there = words(hit.row)
        wanted = not question.speakers or grounds.speaker(hit.row) == speaker
        if wanted and asked.issubset(there) and telling(there, question.spelt) >= BARE:
            return _led(hits, n)
    return hits


def _measured_first(hits: list[Hit], question: Question) -> list[Hit]:
    """The hits with one that has a number with its unit first, where nothing else tells what is asked."""
    if question.measure not in BY_UNIT or question.bare:
        return hits
    at = next((n for n, hit in enumerate(hits[:_BEHIND]) if hit.features.get("measure")), 0)
    return _led(hits, at) if at else hits


def _aged_first(hits: list[Hit], question: Question, grounds: Grounds) -> list[Hit]:
    """The hits with one first that tells the age of whom "How old is Ann Lee?" asks."""
    at = next((n for n, hit in enumerate(hits) if tells_age(question, hit.row, grounds)), 0)
    return _led(hits, at) if at else hits


def _beside(hits: list[Hit], shown: Sequence[int], question: Question, grounds: Grounds) -> list[Hit]:
    """The hits for "when?" or "why?": what has a time or a reason close to the sentence shown leads, not that again.

    Prose that has none there does not say, but who speaks and goes on may: "I love it. It was my father's." Last come
    the other sentences of the same speaker that were shown: of these only what has a time or reason beside them.
    """
    collection, first = grounds.collection, shown[0]
    said = [collection.attributions[row] for row in collection.near(first, 0, 1)]
    dialogue = collection.turns[collection.owner[first]]
    goes_on = (dialogue or said[-1].kind == "direct") and len(said) > 1 and said[0].speaker is said[1].speaker
    typed = REASON if question.wanted == "why" else MEASURED.get(question.measure) or WANTED.get(question.wanted)
    reach = MEASURED_BESIDE if question.measure else BESIDE

    def told(shown: int) -> set[int]:
        near = [hit.row for hit in hits if typed and abs(hit.row - shown) <= reach]
        return {row for row in near if typed and re.search(typed, collection.words(row))}

    found = told(first)
    if typed and not (found or ((goes_on or dialogue) and not question.measure)):
        own = [row for row in shown if collection.attributions[row].speaker is said[0].speaker]
        others = set[int]().union(*map(told, own))
        return [hit for hit in hits if hit.row in others and grounds.speaker(hit.row) in (None, grounds.speaker(first))]

    def gain(hit: Hit) -> float:
        after, again = goes_on and hit.row == first + 1, hit.row == first and hit.row not in found
        far = abs(hit.row - first) / reach
        return (TYPED - far) * (hit.row in found) + NEXT * after - AGAIN * again

    return _gaining([hit for hit in hits if goes_on or dialogue or not typed or hit.row in found], gain)


def _led(hits: list[Hit], at: int) -> list[Hit]:
    """The hits with one before them all."""
    return [hits[at]._replace(score=hits[0].score + AHEAD), *hits[:at], *hits[at + 1 :]]


def _gaining(hits: list[Hit], gain: Callable[[Hit], float]) -> list[Hit]:
    """The hits in order of their scores and what each gains."""
    return sorted((hit._replace(score=hit.score + gain(hit)) for hit in hits), key=lambda hit: -hit.score)


def within_reach(hits: Sequence[Hit]) -> list[Hit]:
    """The first hit, and those that are not far below it and have grounds of their own."""
    if not hits:
        return []
    least = hits[0].score - (FAR_BELOW if hits[0].meaning is None else FAR_BELOW_MEANT)
    return [hits[0], *(hit for hit in hits[1:] if hit.belongs and hit.score >= least)]


def _own_first(hits: list[Hit], speakers: tuple[str, ...], grounds: Grounds) -> list[Hit]:
    """The hits in an order in which what nobody asked for says, and does not name them, stands behind what they say."""
    family = {terms(name)[-1] for name in speakers}
    others = {
        hit.row
        for hit in hits
        if (who := grounds.speaker(hit.row)) not in speakers
        and (who or family.isdisjoint(grounds.collection.terms_of(hit.row)))
    }
    own = within_reach([hit for hit in hits if hit.row not in others])
    if not own or not hits[0].features:
        return hits
    ahead = max((hit.score for hit in hits if hit.row in others), default=own[-1].score) - own[-1].score + AHEAD
    moved = (hit._replace(score=hit.score - max(ahead, 0.0)) if hit.row in others else hit for hit in hits)
    return sorted(moved, key=lambda hit: -hit.score)
