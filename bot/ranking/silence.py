"""Whether somebody who is asked for by name says nothing of it, and who speaks for them then."""

from collections.abc import Callable, Sequence

from bot.index import Grounds
from bot.questions import Question
from bot.ranking.features import prefix
from bot.ranking.ranking import Hit
from bot.words import STOP_WORDS, synonyms, terms


def is_silent(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether one person is asked for, by name or by a pronoun with words of its own, who says nothing of it."""
    if question.others or question.replies or len(question.speakers) != 1:
        return False
    asked = question.own and question.saying if question.follows else question.by_name
    return bool(asked) and not speak_of_it(question, hits, grounds)


def speak_of_it(question: Question, hits: Sequence[Hit], grounds: Grounds) -> bool:
    """Whether those whom it names say, take up, or are said to have to do with a telling word of it."""
    telling = question.own or question.topic
    telling = telling.union(*(_called(name, grounds) for name in question.about if not telling.isdisjoint(terms(name))))
    has, collection = _having(telling, grounds), grounds.collection
    name = {term for speaker in question.speakers for term in terms(speaker)}
    joint = frozenset[str]() if question.follows else grounds.joint
    for row, who in ((hit.row, grounds.speaker(hit.row)) for hit in hits if telling):
        if who in question.speakers:
            if (
                has(row)
                or (not question.follows and _titled(telling, row, grounds))
                or (_goes_on(question, row, joint, grounds) and has(row - 1))
            ):
                return True
        elif who is None and not name.isdisjoint(collection.terms_of(row)) and has(row):
            return True
    return not telling


def _titled(telling: frozenset[str], row: int, grounds: Grounds) -> bool:
    """Whether the title of a sentence's document has a word of it: all that is said there may be about that."""
    there = set(terms(grounds.collection.documents[grounds.collection.owner[row]].title))
    return not telling.union(*map(synonyms, telling)).isdisjoint(there)


def _called(name: str, grounds: Grounds) -> list[str]:
    """By what somebody is called: what was told to Mrs Hill was told to the mayor."""
    return [term for term in terms(f"{grounds.roster.names[name].title or ''} {name}") if term not in STOP_WORDS]


def _goes_on(question: Question, row: int, joint: frozenset[str], grounds: Grounds) -> bool:
    """Whether a sentence may be about what the one before it is about, if several did not say that together."""
    collection = grounds.collection
    if row == collection.first[collection.owner[row]]:
        return False
    return collection.asks(row - 1) or not (question.follows or grounds.speaker(row - 1) in joint)


def speaking_for(question: Question, hits: Sequence[Hit], grounds: Grounds) -> frozenset[str]:
    """The names of those who speak of it, in their documents, for the one asked for and others.

    So do "the two leaders", and "both Moss and Lee" for Ann Lee.
    """
    family = (name.rpartition(" ")[2].casefold() for name in question.speakers)
    joint = grounds.joint.union(name for word in family for name in grounds.roster.by_word[word] if " and " in name)
    joint = joint.difference(question.speakers)
    if not joint:
        return frozenset()
    has, documents = _having(question.own or question.topic, grounds), grounds.known_in(question.speakers, ())
    spoken = ((hit.row, grounds.speaker(hit.row)) for hit in hits if grounds.collection.owner[hit.row] in documents)
    return frozenset(who for row, who in spoken if who in joint and has(row))


def _having(telling: frozenset[str], grounds: Grounds) -> Callable[[int], bool]:
    """Whether a row has one of some terms, a word of their meaning, or one that begins alike."""
    meant = telling.union(*map(synonyms, telling))
    kin = {prefix(term) for term in telling}

    def has(row: int) -> bool:
        there = grounds.collection.terms_of(row)
        return not meant.isdisjoint(there) or not kin.isdisjoint(map(prefix, there))

    return has
