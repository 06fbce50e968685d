"""Whether the candidates answer the question, how sure that is, and why they do not."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions import SAYING, Question, lemma
from bot.ranking.ages import tells_age
from bot.ranking.faults import AGAINST, FAULTS, all_there
from bot.ranking.features import BY_UNIT
from bot.ranking.ranking import Hit
from bot.ranking.signs import SAYS, chances
from bot.ranking.silence import is_silent, speaking_for
from bot.words import FACTS, STOP_WEIGHT, VAGUE_WEIGHT, synonyms, term_spans, terms, weight

LEAST, LEAST_LATER, LEAST_NAMED, LEAST_RIGHT = 0.265, 0.15, 0.3, 0.05
"""Chance that the documents answer from which on an answer is given; the last, that the first sentence does.

To a question, to one that goes on, and to one of which the documents have the names and nothing else. Of sixteen sets
that no weight was fitted on .11 of the questions with an answer are refused, .75 of those without one.
"""
LEAST_MEANT = 0.22
"""The same where a model tells how close the first sentence is in meaning."""
CLOSE = 0.35
"""How close it is, from which on a question is not refused for having no word of the documents."""
_AT_ALL = BY_UNIT | {"how-far"}
"""What some number with its unit does not tell of a thing that no document has."""
_LOOKED_AT = 20
"""Sentences in which a word for a fact is looked for."""
_AT_PRESENT = frozenset("now today tomorrow tonight".split())
"""What asks, at the end of a line, how things stand."""
_WISHED = frozenset("best cheap cheapest good nearest".split())
"""What a line without a verb wishes for: "good pubs in Ghent"."""
_POINTS_BACK = lazily(r"\b(?:he|she|they|him|her|them|it)\b", re.IGNORECASE)
"""Tells what a line that goes on is about, whatever else it is asked of that: "Was she on time?"."""
_SAYS_OF = lazily(
    r"\b(?:about|concerning|on|regarding|mention(?:s|ed)?)\b|\b(?:say|speak|think|thought|view|opinion)s? of\b",
    re.IGNORECASE,
)
"""Asks what somebody says of a topic, which is named there; what else they say or want may be in other words."""
_OF_IT = 0.1
"""Share of a question that the sentence has at least whose measure is one of what it asks."""
_OF_FACT = 4
"""Telling words up to which a question with a word for a fact asks for that: in a longer one it is said by the way."""


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
    if not hits and question.kind == "author":
        return Judgement(0.0, f"No sentence in {where} says who wrote it.")
    if not hits and question.bare:
        wanted = question.measure if question.measure.startswith("how") else question.wanted
        return Judgement(0.0, f"Nothing beside it in {where} says {wanted.replace('-', ' ')}.")
    if not hits and question.follows:
        return Judgement(0.0, f"There is nothing more in {where}.")
    close = bool(hits) and (hits[0].alike or 0.0) >= CLOSE
    heard = question.follows or question.speakers or _heard(question, hits, grounds) or _of_the_text(question, hits)
    if not hits or not (heard or close):
        telling = _telling(question)
        return Judgement(
            0.0,
            f"No sentence in {where} has a word of the question." if telling else "The question has no telling word.",
        )
    about = question.own or (() if question.speakers else _content(question))
    measured = question.measure and hits[0].features.get("measure")
    strange = about and not (close or measured) and not _known(about, grounds)
    of_topic = strange or _SAYS_OF.search(question.text)
    points_back = _POINTS_BACK.search(question.text) and not (
        SAYS.search(question.text) and _SAYS_OF.search(question.text)
    )
    if question.follows and strange and not points_back:
        return Judgement(0.0, f"No sentence in {where} has a word of that.")
    silent = is_silent(question, hits, grounds) and not speaking_for(question, hits, grounds)
    if silent and of_topic and (question.follows or all_there(question.topic, grounds)):
        return Judgement(0.0, _says_nothing(question, where))
    if question.wanted == "yes-no" and question.named and not _said_by_asked(question, hits[:3], grounds):
        return Judgement(0.0, _says_nothing(question, where))
    missing = question.absent or _missing_fact(question, grounds)
    told = hits[0].features.get("measure") and hits[0].features["coverage"] >= _OF_IT
    if missing and (question.measure == "amount" or not told):
        return Judgement(0.0, f"No sentence in {where} has a word for “{missing}”.")
    if any(fails(question, hits[:3], grounds) for fails in FAULTS):
        return Judgement(0.0, f"No sentence in {where} answers that.")
    answers, right = chances(question, grounds, hits)
    named = _asked_silent(question)
    reported = any(_reports(named, hit.row, grounds) for hit in hits[:3])
    least = LEAST_LATER if question.follows or reported else _least(question, hits, grounds)
    beside = (measured and question.follows and not question.own) or tells_age(question, hits[0].row, grounds)
    if (answers >= least and (question.follows or close or right >= LEAST_RIGHT)) or beside:
        return Judgement(right, None)
    reason = _says_nothing(question, where) if silent else f"No sentence in {where} answers that."
    return Judgement(min(right, answers), reason)


def _says_nothing(question: Question, where: str) -> str:
    who = " and ".join(question.speakers)
    return f"{who} {'say' if ' and ' in who else 'says'} nothing of that in {where}."


def _known(own: Iterable[str], grounds: Grounds) -> bool:
    """Whether the documents have one of the terms, or a word that means the same."""
    known = grounds.index.idf
    return any(term in known or any(other in known for other in synonyms(term)) for term in own)


def _said_by_asked(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether whom it names says one of the hits: "Did Hall thank the crew?" asks whether Hall does."""
    return any(grounds.speaker(hit.row) in question.speakers for hit in hits)


def _asked_silent(question: Question) -> frozenset[str]:
    """The terms by which a question asks what somebody says who is none of the speakers."""
    verb = SAYS.search(question.text) if question.unheard else None
    return frozenset(terms(question.text[: verb.start()] if verb else "")).intersection(question.telling)


def _reports(named: frozenset[str], row: int, grounds: Grounds) -> bool:
    """Whether a sentence tells, in whosever words, that those who are asked for say something: "Your aunt said ..."."""
    words = grounds.collection.words(row)
    for (term, _, end), (_, start, last) in pairwise(term_spans(words) if named else ()):
        low = words[start:last].casefold()
        if term in named and words[end:start].isspace() and low != lemma(low) in SAYING:
            return True
    return False


def _missing_fact(question: Question, grounds: Grounds) -> str | None:
    """The word for what is asked of somebody or something, where the documents have none for it."""
    content = _content(question)
    short = len({*content}.intersection(terms(question.text))) <= _OF_FACT
    asked = (term for term in content if short and _needs_word(term, question))
    return next((question.spelt[term] for term in asked if not _told(term, grounds)), None)


def _needs_word(term: str, question: Question) -> bool:
    """Whether no sentence can answer that has neither this word of a question nor one of its meaning.

    So it is with facts, "Who is against it?", and how things stand now, of nobody known: "Is the pub open now?"
    """
    word = question.spelt.get(term, "").casefold()
    if word in FACTS:
        return f"-{word}" not in question.text
    if word in _AT_PRESENT:
        known = question.speakers or question.about or question.follows or question.wanted == "how"
        return not known and question.text.rstrip("?!. ").endswith(word)
    return (word == AGAINST and question.wanted == "who") or (
        word in _WISHED and (question.kind == "topic" or question.text.rstrip("?!. ").endswith(f"the {word}"))
    )


def _told(term: str, grounds: Grounds) -> bool:
    """Whether the documents have a word, or one that means the same, and not as a part of another: "all-weather"."""
    return any(
        f"-{words[start:end]}" not in words
        for other in (term, *synonyms(term))
        for row in grounds.index.rows_of(other, most=_LOOKED_AT).tolist()
        for words in [grounds.collection.words(row)]
        for found, start, end in term_spans(words)
        if found == other
    )


def _least(question: Question, hits: Sequence[Hit], grounds: Grounds) -> float:
    """The chance from which on a question by itself is answered."""
    told = (hit.features.get("measure") or hit.features.get("answered") for hit in hits[:3])
    if question.measure in BY_UNIT and not any(told):
        return 1.0
    if hits[0].alike is not None:
        return LEAST_MEANT
    topic = [term for term in _content(question) if term in question.topic]
    of_people = {term for name in question.about for term in terms(name)}
    words = [term for term in topic if term not in of_people and not question.spelt.get(term, "")[:1].isupper()]
    if not any(term in grounds.index.idf and not grounds.names(term) for term in words if not term[0].isdigit()):
        unknown = [term for term in words if term not in grounds.index.idf and not term[0].isdigit()]
        if len(unknown) < len(topic) and unknown and not _meant(hits[:3]):
            return LEAST_NAMED
        if topic and not unknown and question.measure and not any(map(_is_told, hits[:3])):
            return 1.0  # "how tall is Hill", where no size stands beside that name
    return LEAST


def _is_told(hit: Hit) -> bool:
    """Whether a candidate has what a question asks to be counted or measured."""
    return bool(hit.features.get("measure") or hit.features.get("counted"))


def _meant(hits: Sequence[Hit]) -> bool:
    """Whether one of them has a word akin to one of the question, or of its meaning."""
    return any(hit.features.get("kin") or hit.features.get("synonym") for hit in hits)


def _content(question: Question) -> list[str]:
    """Its telling terms and those that it took over; none where all of them are taken over."""
    asked = (term for term, share in question.terms.items() if share)
    found = [term for term in asked if weight(question.spelt.get(term, term)) > VAGUE_WEIGHT]
    return [] if set(terms(question.text)).isdisjoint(found) else found


def _telling(question: Question) -> list[str]:
    return [term for term, share in question.terms.items() if share > STOP_WEIGHT]


def _of_the_text(question: Question, hits: Sequence[Hit]) -> bool:
    """Whether it asks for a time or place and says nothing else, and the first has one: "Where is he from?"."""
    asked = question.wanted in ("when", "where") and not _telling(question)
    return asked and bool(hits and hits[0].features.get(f"type_{question.wanted}"))


def _heard(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether it names a speaker, or the documents have a telling word of it, one like it, or its measure."""
    measured = any(hit.features.get("measure") for hit in hits[:3])
    return (
        (measured and not (question.measure in _AT_ALL and _content(question)))
        or _meant(hits[:3])
        or bool(question.about)
        or any(term in grounds.index.idf for term in question.telling or _telling(question))
    )
