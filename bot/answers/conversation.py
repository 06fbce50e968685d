"""Asking: a question comes in, quoted sentences with their speakers go out; the next question may go on from it."""

from types import MappingProxyType
from typing import NamedTuple

from bot.answers.citing import cite
from bot.answers.quotes import Answer, Understood
from bot.errors import UnknownSpeaker, UsageError
from bot.index import Grounds, name_words
from bot.questions import Earlier, Question, carry, gist, understand, wants_more, wants_nth
from bot.ranking import Hit, Judgement, Memory, Semantics, judge, ordered, within_reach
from bot.words import VAGUE_WEIGHT


class _Remembered(NamedTuple):
    """What a conversation remembers of the question before."""

    earlier: Earlier | None = None
    row: int | None = None
    """The best sentence found last."""
    shown: tuple[Hit, ...] = ()
    left: tuple[Hit, ...] = ()
    """What would have been shown next."""
    seen: frozenset[int] = frozenset()
    """What has been shown since the last question that stood by itself, as rows."""


class Conversation:
    """A series of questions; remembers what was asked and shown last."""

    def __init__(self, grounds: Grounds, semantics: Semantics | None = None) -> None:
        self._grounds, self._semantics = grounds, semantics
        self._before = _Remembered()

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
        judgement = judge(asked, hits, self._grounds)
        self._before = self._remembered(asked, hits, k if judgement.reason is None else 0)
        return self._answer(asked, hits, judgement, k, context)

    def look(self, question: str, speaker: str | None = None) -> tuple[Question, list[Hit]]:
        """The question as understood, and the candidates for its answer, best first; nothing is remembered."""
        grounds, before = self._grounds, self._before
        allowed = frozenset(named(grounds, speaker)) if speaker else None
        asked = carry(understand(question, grounds), before.earlier, grounds)
        memory = None if before.row is None else Memory(before.row, before.seen)
        return asked, ordered(asked, grounds, allowed, memory, self._semantics)

    def _again(self, question: str, k: int, context: int) -> Answer | None:
        """Of the quotes of the question before: "more", "the second one, in context"."""
        before = self._before
        if before.earlier is None or not before.shown:
            return None
        nth = wants_nth(question)
        if nth is not None and nth <= len(before.shown):
            hits, context = before.shown[nth - 1 :][:1], max(context, 2)
        elif wants_more(question) and before.left:
            hits = before.left[:k]
            self._before = before._replace(shown=hits, left=before.left[k:])
        else:
            return None
        asked = before.earlier.question._replace(text=question, follows=True)
        return self._answer(asked, list(hits), Judgement(0.9, None), k, context)

    def _remembered(self, asked: Question, hits: list[Hit], k: int) -> _Remembered:
        """What is remembered of a question of whose hits `k` are shown."""
        said = self._grounds.speaker(hits[0].row) if hits else None
        shown = tuple(hits[:k])
        seen = frozenset(hit.row for hit in shown) | (self._before.seen if asked.follows else frozenset())
        row = hits[0].row if hits else self._before.row
        return _Remembered(Earlier(asked, (said,) if said else ()), row, shown, tuple(hits[k:]) if k else (), seen)

    def _answer(self, asked: Question, hits: list[Hit], judgement: Judgement, k: int, context: int) -> Answer:
        grounds, answered = self._grounds, judgement.reason is None
        near = within_reach(hits)
        known = grounds.index.idf
        missing = (term for term, share in asked.terms.items() if share > VAGUE_WEIGHT and term not in known)
        by_words = sorted(near, key=lambda hit: -hit.by_words)
        return Answer(
            asked.text,
            _understood(asked, grounds),
            answered=answered,
            confidence=judgement.confidence,
            quotes=cite(asked, near, grounds, k, context) if answered else (),
            nearest=() if answered else cite(asked, by_words, grounds, k, context),
            unmatched=() if answered else tuple(asked.spelt.get(term, term) for term in missing),
            reason=judgement.reason,
        )


def named(grounds: Grounds, speaker: str) -> tuple[str, ...]:
    """The full names of the speakers that a name, part of a name or title stands for. Raises UnknownSpeaker."""
    found = {name for part in speaker.split(" or ") for name in grounds.roster.exactly(name_words(part))}
    if not found:
        raise UnknownSpeaker(speaker, grounds.roster.close(speaker))
    return tuple(sorted(found))


def _understood(question: Question, grounds: Grounds) -> Understood:
    return Understood(
        question.kind,
        ", ".join(question.speakers) or question.unknown,
        MappingProxyType({term: share for term, share in question.terms.items() if share}),
        question.follows,
        (gist(question) or None) if question.follows else None,
        tuple(grounds.collection.documents[number].id for number in sorted(question.documents)),
    )
