"""Asking: a question comes in, quoted sentences with their speakers go out; the next question may go on from it."""

from types import MappingProxyType

from bot.answers.citing import cite
from bot.answers.quotes import Answer, Understood
from bot.errors import UnknownSpeaker, UsageError
from bot.index import Grounds, name_words
from bot.questions import Earlier, Question, carry, gist, understand, wants_else, wants_more, wants_nth
from bot.ranking import Hit, Memory, Semantics, chances, overview, rank
from bot.speakers import given_gender
from bot.words import STOP_WEIGHT, VAGUE_WEIGHT, spelt_out, terms

LEAST = 0.36
"""Chance that the documents answer from which on an answer is given."""
SPELT_OUT = 1.5
"""What a word counts that an acronym of the question is short for."""
AHEAD = 0.01
"""By how much the score of who is asked for by name leads those of others."""
FAR_BELOW = 5.0
"""Quotes whose score is this much below the first are left out."""


class Conversation:
    """A series of questions; remembers what was asked and shown last."""

    def __init__(self, grounds: Grounds, semantics: Semantics | None = None) -> None:
        self._grounds, self._semantics = grounds, semantics
        self._earlier: Earlier | None = None
        self._memory: Memory | None = None
        self._hits: list[Hit] = []
        self._shown: tuple[Hit, ...] = ()
        self._seen: set[int] = set()

    def ask(self, question: str, k: int = 3, speaker: str | None = None, *, context: int = 0) -> Answer:
        """Up to `k` quotes that answer `question`, which may go on from the one before.

        Only those of `speaker` where given. Each quote brings `context` sentences of its document before and after it.
        Raises UsageError for an empty question and UnknownSpeaker for a `speaker` nobody is called.
        """
        if not question.strip():
            raise UsageError("the question is empty")
        again = self._again(question, k, context)
        if again:
            return again
        asked, hits = self.look(question, speaker)
        answer = _answer(self._grounds, asked, hits, k, context)
        self._hits, self._shown = (hits[k:], tuple(hits[:k])) if answer else ([], ())
        self._seen = {hit.row for hit in self._shown} | (self._seen if asked.follows else set())
        return answer

    def look(self, question: str, speaker: str | None = None) -> tuple[Question, list[Hit]]:
        """The question as understood, and the candidates for its answer, best first."""
        grounds = self._grounds
        allowed = frozenset(named(grounds, speaker)) if speaker else None
        asked = _unfolded(understand(question, grounds), grounds)
        only = () if asked.content else asked.speakers
        if self._earlier is not None:
            asked = carry(asked, self._earlier, grounds.index.idf)
        elif asked.pronoun is not None:
            asked = _of_main_speaker(asked, grounds)
        hits = overview(asked, grounds)
        if allowed:
            hits = [hit for hit in hits if grounds.speaker(hit.row) in allowed]
        hits = hits or rank(asked, grounds, allowed, self._memory if asked.follows else None)
        if self._semantics:
            hits = self._semantics.reordered(question, hits, grounds)
        if asked.by_name and not (asked.others or asked.replies):
            hits = _own_first(hits, asked.speakers, grounds)
        if asked.follows and only:
            hits = [hit for hit in hits if grounds.speaker(hit.row) in only] or hits
        if asked.follows and wants_else(question):
            unseen = [hit for hit in hits if hit.row not in self._seen]
            by_asked = any(grounds.speaker(hit.row) in asked.speakers for hit in unseen)
            hits = unseen if by_asked or not (asked.speakers and asked.content) else hits
        said = grounds.speaker(hits[0].row) if hits else None
        self._memory = Memory(hits[0].row) if hits else self._memory
        self._earlier = Earlier(asked, (said,) if said else ())
        return asked, hits

    def _again(self, question: str, k: int, context: int) -> Answer | None:
        """Of the quotes of the question before: "more", "the second one, in context"."""
        if self._earlier is None or not self._shown:
            return None
        nth = wants_nth(question)
        if nth is not None and nth <= len(self._shown):
            hits, context = [self._shown[nth - 1]], max(context, 2)
        elif wants_more(question) and self._hits:
            hits, self._shown, self._hits = self._hits[:k], tuple(self._hits[:k]), self._hits[k:]
        else:
            return None
        asked = self._earlier.question._replace(text=question, follows=True)
        return _given(self._grounds, asked, hits, 0.9, k, context)


def named(grounds: Grounds, speaker: str) -> tuple[str, ...]:
    """The full names of the speakers that a name, part of a name or title stands for. Raises UnknownSpeaker."""
    found = {name for part in speaker.split(" or ") for name in grounds.roster.exactly(name_words(part))}
    if not found:
        raise UnknownSpeaker(speaker, grounds.roster.close(speaker))
    return tuple(sorted(found))


def _unfolded(question: Question, grounds: Grounds) -> Question:
    """With the words that its acronyms are short for, where the documents have them."""
    texts = [document.text for document in grounds.collection.documents] if question.acronyms else []
    found = [words for acronym in question.acronyms if (words := spelt_out(acronym, texts))]
    if not found:
        return question
    full = terms(" ".join(found))
    weights = {**question.terms, **{term: SPELT_OUT for term in full if term not in question.terms}}
    return question._replace(terms=weights, words=(*question.words, *full))


def _of_main_speaker(question: Question, grounds: Grounds) -> Question:
    """With the one speaker whom "she" can mean where nobody was named before."""
    people = [name for name in grounds.main_speakers() if given_gender(tuple(name.split())) in ("", question.pronoun)]
    return question._replace(speakers=tuple(people[:1])) if people else question._replace(kind=question.wanted)


def _answer(grounds: Grounds, question: Question, hits: list[Hit], k: int, context: int) -> Answer:
    sure, reason = _judge(grounds, question, hits)
    near = [hit for hit in hits if hit.score >= hits[0].score - FAR_BELOW]
    if reason is None:
        return _given(grounds, question, near, sure, k, context)
    missing = (term for term, share in question.terms.items() if share > VAGUE_WEIGHT and term not in grounds.index.idf)
    return Answer(
        question.text,
        _understood(question, grounds),
        answered=False,
        confidence=sure,
        quotes=(),
        nearest=cite(question, sorted(near, key=lambda hit: -hit.by_words), grounds, k, context),
        unmatched=tuple(question.spelt.get(term, term) for term in missing),
        reason=reason,
    )


def _given(grounds: Grounds, question: Question, hits: list[Hit], sure: float, k: int, context: int) -> Answer:
    return Answer(
        question.text,
        _understood(question, grounds),
        answered=True,
        confidence=sure,
        quotes=cite(question, hits, grounds, k, context),
        nearest=(),
        unmatched=(),
    )


def _understood(question: Question, grounds: Grounds) -> Understood:
    return Understood(
        question.kind,
        ", ".join(question.speakers) or question.unknown,
        MappingProxyType({term: share for term, share in question.terms.items() if share}),
        question.follows,
        (gist(question) or None) if question.follows else None,
        tuple(grounds.collection.documents[number].id for number in sorted(question.documents)),
    )


def _judge(grounds: Grounds, question: Question, hits: list[Hit]) -> tuple[float, str | None]:
    """Confidence, and why the question is not answered (None when it is)."""
    count = len(grounds.collection.documents)
    where = "the document" if count == 1 else f"the {count} documents"
    if question.unknown:
        return 0.0, f"Nobody called {question.unknown} speaks or is mentioned in {where}."
    if hits and not hits[0].features:
        return 0.9, None
    if not hits and question.follows:
        return 0.0, f"There is nothing more in {where}."
    if not hits or not (question.follows or question.speakers or _heard(question, hits, grounds)):
        telling = _telling(question)
        return (
            0.0,
            f"No sentence in {where} has a word of the question." if telling else "The question has no telling word.",
        )
    if question.by_name and not question.follows and not _speaks_of_it(question, hits, grounds):
        return 0.0, f"{question.speakers[0]} says nothing of that in {where}."
    answers, right = chances(question, grounds, hits)
    if answers >= LEAST or question.follows:
        return right, None
    return min(right, answers), f"No sentence in {where} answers that."


def _own_first(hits: list[Hit], speakers: tuple[str, ...], grounds: Grounds) -> list[Hit]:
    """The hits in an order that somebody else's words do not lead, where one is asked for by name."""
    others = {hit.row for hit in hits if grounds.speaker(hit.row) not in (None, *speakers)}
    own = next((hit for hit in hits if hit.row not in others), None)
    if own is None or not hits[0].features or hits[0].row not in others:
        return hits
    ahead = hits[0].score - own.score + AHEAD
    moved = (hit._replace(score=hit.score - ahead) if hit.row in others else hit for hit in hits)
    return sorted(moved, key=lambda hit: -hit.score)


def _speaks_of_it(question: Question, hits: list[Hit], grounds: Grounds) -> bool:
    """Whether a sentence of whom it names, or of nobody, has a telling word of it, one akin to it or of its meaning."""
    telling = {term for term, share in question.terms.items() if share > VAGUE_WEIGHT}
    own = [hit for hit in hits if grounds.speaker(hit.row) in (None, *question.speakers)]
    return _meant(own) or not telling or any(not telling.isdisjoint(grounds.index.terms_of(hit.row)) for hit in own)


def _meant(hits: list[Hit]) -> bool:
    """Whether one of them has a word akin to one of the question, or of its meaning."""
    return any(hit.features.get("kin") or hit.features.get("synonym") for hit in hits)


def _telling(question: Question) -> list[str]:
    return [term for term, share in question.terms.items() if share > STOP_WEIGHT]


def _heard(question: Question, hits: list[Hit], grounds: Grounds) -> bool:
    """Whether it names a speaker, or the documents have a telling word of it, a word akin to it or of its meaning."""
    return _meant(hits[:3]) or bool(question.about) or any(term in grounds.index.idf for term in _telling(question))
