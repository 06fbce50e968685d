"""Whether a sentence is built like an answer: "signed by Lee" for "who signed", "Hill Clinic" for "which clinic"."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from itertools import pairwise

from bot.questions import Question
from bot.words import COUNTRY, STOP_WORDS, VAGUE_WEIGHT, given_gender, split_words, synonyms, term_spans, terms

_BY = "by"
_TOLD_BY = {
    "m": frozenset(terms("he him his himself male man boy mr father husband son")),
    "f": frozenset(terms("she her hers herself female woman girl mrs ms mother wife daughter")),
}
"""What tells that a sentence is about a man or a woman."""
_OF_ONESELF = frozenset(terms("I my me I'm I've"))
_WHICH = frozenset(["which", "what"])
_LANDS = frozenset(terms(" ".join(COUNTRY)))
_LAND = frozenset(terms("country nation nationality"))


class Form:
    """What the wording of a question lets expect of the sentence that answers it."""

    def __init__(self, question: Question, telling: Collection[str]) -> None:
        done = next((term for term in question.words if term in telling), "") if question.kind == "who" else ""
        self._doing = {done, *synonyms(done)} if done else frozenset[str]()
        self._gender = _gender(question)
        self._kind = _kind(question)
        self._kinds = {self._kind, *synonyms(self._kind)} if self._kind else frozenset[str]()
        self._asked = frozenset(terms(question.text))

    def features(self, text: str, there: list[str], inside: AbstractSet[str], speaker: str) -> dict[str, float]:
        """What of it a sentence has; `inside` are its terms, in no order."""
        found = {}
        if self._doing and _BY in inside:
            found["agent"] = float(any(behind == _BY and doing in self._doing for doing, behind in pairwise(there)))
        if self._gender:
            found["gender"] = self._fits(inside, speaker)
        if self._kind in _LAND:
            found["named"] = float(not (_LANDS & inside) <= self._asked)
        elif self._kind and not self._kinds.isdisjoint(inside):
            found["named"] = self._named(text)
        return found

    def _fits(self, inside: AbstractSet[str], speaker: str) -> float:
        """1 where somebody of the gender is spoken of or speaks, -1 where only of the other; an "I" may be either."""
        told = {gender for gender, words in _TOLD_BY.items() if not words.isdisjoint(inside)}
        told.add(given_gender(tuple(speaker.split())))
        if self._gender in told:
            return 1.0
        return -1.0 if told - {""} else 0.5 * (not _OF_ONESELF.isdisjoint(inside))

    def _named(self, text: str) -> float:
        """Whether a thing of the kind asked for is called by a name that the question has not."""
        spans = term_spans(text)
        for (one, first, end), (other, start, _) in pairwise(spans):
            if text[end:start].isspace():
                before = other in self._kinds and first and text[first].isupper() and one not in self._asked
                behind = one in self._kinds and text[start].isupper() and other not in self._asked
                if before or (behind and other not in STOP_WORDS):
                    return 1.0
        return 0.0


def _gender(question: Question) -> str:
    """The gender of the pronoun of whom it asks, who is nobody that it names."""
    if question.speakers or question.about:
        return ""
    lows = {word.casefold() for word in split_words(question.text)}
    return "f" if lows & {"she", "her", "hers"} else "m" if lows & {"he", "him", "his"} else ""


def _kind(question: Question) -> str:
    """The term of the kind of thing of which one is asked for: "hospital" of "which hospital"."""
    words = split_words(question.text)
    for word, behind in pairwise(words[:4]):
        if word.casefold() in _WHICH:
            term = terms(behind)[0]
            return term if question.terms.get(term, 0.0) > VAGUE_WEIGHT and not question.measure else ""
    return ""
