"""Asking: a line comes in, quoted sentences with their speakers go out; the next line may go on from it.

Each line is understood, its candidates ordered and judged, and the best cited. What is refused, or meant for the
program, changes nothing that is remembered.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from bot.answers.citing import cite
from bot.answers.notices import NOTHING_SHOWN, all_of_it, notice
from bot.answers.quotes import Answer, Quote, Understood, Weights
from bot.errors import UnknownSpeaker, UsageError
from bot.index import Grounds, name_words
from bot.questions import Earlier, Line, Parts, Question, To, carry, gist, parts, pronoun, read_line, understand
from bot.ranking import Hit, Judgement, Memory, Semantics, judge, ordered, speak_of_it, within_reach

ALL = 1_000_000
"""Quotes where all are wanted."""
MOST_NEAREST = 10
"""Sentences shown where there is no answer."""
_PEOPLE = 8
"""Names that the talk came by last, which "both" can mean."""


class _Remembered(NamedTuple):
    """What a conversation remembers of the last line that was answered."""

    earlier: Earlier | None = None
    row: int | None = None
    """The best sentence found."""
    shown: tuple[Hit, ...] = ()
    looked_at: tuple[Hit, ...] = ()
    """Of these the one that was asked for by its number."""
    left: tuple[Hit, ...] = ()
    """What would have been shown next."""
    seen: frozenset[int] = frozenset()
    """What has been shown since the last question that stood by itself, as rows."""
    people: tuple[str, ...] = ()
    """Whose words were asked for or shown first, the last one last."""


class _Wanted(NamedTuple):
    """How much is to be shown, and of whom."""

    k: int
    context: int
    allowed: frozenset[str] | None


class Conversation:
    """A series of lines; remembers what was asked and shown last."""

    def __init__(self, grounds: Grounds, semantics: Semantics | None = None) -> None:
        self._grounds, self._semantics = grounds, semantics
        self._before = _Remembered()

    def ask(
        self, question: str, k: int | None = 3, speaker: str | Sequence[str] | None = None, *, context: int = 0
    ) -> Answer:
        """Up to `k` quotes (None: all there are) for each thing that `question` asks; it may go on from the one before.

        Only those of `speaker` (a name, or several) where given. Each quote brings `context` sentences of its document
        before and after it. Raises UsageError for an empty question, a `k` below 1 or a `context` below 0, and
        UnknownSpeaker for a `speaker` nobody is called.
        """
        with self._grounds.steady():
            return self._asked(question, k, speaker, context)

    def _asked(self, question: str, k: int | None, speaker: str | Sequence[str] | None, context: int) -> Answer:
        if not question.strip():
            raise UsageError("the question is empty")
        if k is not None and k < 1:
            raise UsageError(f"at least one quote must be wanted, not {k}")
        if context < 0:
            raise UsageError(f"no fewer than 0 sentences stand around a quote, not {context}")
        wanted = _Wanted(ALL if k is None else k, context, _allowed(self._grounds, speaker))
        line = read_line(question)
        if line.to in (To.HELP, To.SPEAKERS, To.DOCUMENTS):
            return _notice(question, notice(line, self._grounds), "program")
        if line.to in (To.MORE, To.SOURCE, To.NTH) and (
            self._before.shown or line.to is not To.NTH or " " in line.text
        ):
            return self._of_shown(question, line, wanted)
        before = self._before
        told = before.earlier.question.speakers if before.earlier else ()
        several = parts(line.text, self._grounds, before.people, told) if line.to is To.QUESTION else Parts()
        if len(several.asked) > 1:
            return self._several(question, several, line.topic, wanted)
        return self._one(question, line, wanted)

    def look(self, question: str, speaker: str | None = None) -> tuple[Question, list[Hit]]:
        """The question as understood, and the candidates for its answer, best first; nothing is remembered."""
        return self._found(Line(To.QUESTION, question), _allowed(self._grounds, speaker))

    @property
    def left(self) -> int:
        """How many quotes "more" would go on to show; of what is no more than text that goes on nothing is counted."""
        before = self._before
        asked = before.earlier.question if before.earlier else None
        return len(self._left(asked) if asked and asked.saying and asked.speakers else before.left)

    def _found(self, line: Line, allowed: frozenset[str] | None) -> tuple[Question, list[Hit]]:
        grounds, before = self._grounds, self._before
        asked = _understood_as(line, before.earlier, grounds)
        shown = tuple(hit.row for hit in before.shown)
        memory = None if before.row is None else Memory(before.row, shown, before.seen)
        return asked, ordered(asked, grounds, allowed, memory, self._semantics)

    def _one(self, text: str, line: Line, wanted: _Wanted) -> Answer:
        """The answer to a line that asks one thing."""
        asked, hits = self._found(line, wanted.allowed)
        if asked.only and asked.saying and not asked.replies and not speak_of_it(asked, hits, self._grounds):
            asked = asked._replace(kind="speaker", terms={}, measure="")
            hits = ordered(asked, self._grounds, wanted.allowed, None, self._semantics)
        judgement = judge(asked, hits, self._grounds, wanted.allowed)
        if judgement.reason is None:
            self._before = self._remembered(asked, hits, wanted.k)
        return self._answer(asked._replace(text=text), hits, judgement, wanted)

    def _several(self, text: str, several: Parts, topic: str, wanted: _Wanted) -> Answer:
        """The answer to a line that asks several things, the best of each first."""
        before, after = self._before, []
        answers = []
        for part in several.asked:
            answers.append(self._one(part, Line(To.QUESTION, part, topic=topic), wanted))
            after.append(self._before)
            self._before = self._before if several.in_turn else before
        self._before = before
        given = [number for number, answer in enumerate(answers) if answer]
        if given:
            people = [name for number in given for name in after[number].people[-1:]]
            shown = tuple(
                hit for rank in zip_longest(*(after[number].shown for number in given)) for hit in rank if hit
            )
            self._before = after[given[-1]]._replace(shown=shown, people=(*before.people, *people)[-_PEOPLE:])
        return _together(text, answers)

    def _of_shown(self, text: str, line: Line, wanted: _Wanted) -> Answer:
        """Of the quotes of the line before: "more", "who said that?", "the second one, in context"."""
        before = self._before
        if before.earlier is None or not before.shown:
            asks = understand(line.text, self._grounds)
            named = line.to is To.SOURCE and asks.kind == "author"
            return self._one(text, Line(To.QUESTION, text), wanted) if named else _notice(text, NOTHING_SHOWN, "shown")
        asked = before.earlier.question._replace(text=text, follows=True)
        gender = pronoun(line.text) if line.to is To.MORE else None
        if gender is not None and (people := before.earlier.people(self._grounds, gender)[:1]):
            asked = asked._replace(kind="what-said", speakers=people)
        hits = before.shown
        if line.to is To.SOURCE:
            hits = before.looked_at or hits
        elif line.to is To.MORE:
            left = self._left(asked)
            if not left:
                return _notice(text, all_of_it(asked.speakers if asked.saying else ()), "shown")
            hits = tuple(left[: wanted.k])
            seen = before.seen | {hit.row for hit in hits}
            self._before = before._replace(shown=hits, looked_at=(), left=tuple(left[wanted.k :]), seen=seen)
        else:
            if line.number > len(hits):
                return _notice(text, f"{len(hits)} {'was' if len(hits) == 1 else 'were'} shown.", "shown")
            hits, wanted = (hits[line.number - 1],), wanted._replace(context=max(wanted.context, 2))
            self._before = before._replace(looked_at=hits)
        return self._answer(asked, list(hits), Judgement(0.9, None), wanted, line="shown")

    def _left(self, asked: Question) -> list[Hit]:
        """What is to be shown next: what goes on behind what was shown, then what else was found.

        Of somebody's words all that there are.
        """
        before, grounds = self._before, self._grounds
        found, further = list(before.left), list[int]()
        goes_on = [row for hit in before.shown for row in grounds.going_on(hit.row)]
        if asked.saying and asked.speakers:
            found = [hit for hit in found if grounds.speaker(hit.row) in asked.speakers]
            goes_on = [row for row in goes_on if grounds.speaker(row) in asked.speakers]
            further = grounds.said_by(asked.speakers).tolist()
        rows = dict.fromkeys((*goes_on, *(hit.row for hit in found), *goes_on, *further))
        of_found = {hit.row: hit for hit in found}
        return [of_found.get(row) or Hit(row, 0.0, {}) for row in rows if row not in before.seen]

    def _remembered(self, asked: Question, hits: list[Hit], k: int) -> _Remembered:
        """What is remembered of a question that was answered, of whose hits `k` are shown."""
        said = self._grounds.speaker(hits[0].row)
        if asked.pronoun is not None and not asked.follows and said not in asked.speakers:
            asked = asked._replace(speakers=())  # who speaks most was not the one meant
        if asked.stays:
            asked = asked._replace(documents=frozenset())  # what comes next may be about any
        near = within_reach(hits)
        shown, left = tuple(near[:k]), tuple(near[k:])
        seen = frozenset(hit.row for hit in shown) | (self._before.seen if asked.follows else frozenset())
        names = asked.speakers[:1] if asked.speakers and not asked.others else (said,) if said else ()
        people = (*(name for name in self._before.people if name not in names), *names)[-_PEOPLE:]
        earlier = Earlier(asked, (said,) if said else self._grounds.named_in(hits[0].row), people, hits[0].row)
        return _Remembered(earlier, hits[0].row, shown, (), left, seen, people)

    def _answer(
        self, asked: Question, hits: list[Hit], judgement: Judgement, wanted: _Wanted, line: str = ""
    ) -> Answer:
        grounds, answered = self._grounds, judgement.reason is None
        near = hits if line else within_reach(hits)
        k = wanted.k if answered else min(wanted.k, MOST_NEAREST)
        shown = near if answered else sorted(near, key=lambda hit: -hit.by_words)
        quotes = cite(asked, shown, grounds, k, wanted.context)
        missing = () if answered else (term for term in asked.telling if term not in grounds.index.idf)
        return Answer(
            asked.text,
            _understood(asked, grounds, line),
            answered=answered,
            confidence=judgement.confidence,
            quotes=quotes if answered else (),
            nearest=() if answered else quotes,
            unmatched=tuple(asked.spelt.get(term, term) for term in missing),
            reason=judgement.reason,
        )


def _notice(text: str, said: str, line: str) -> Answer:
    """What the program says of itself; nothing is quoted."""
    asked = Understood(line, None, Weights(), follows=False, line=line)
    return Answer(text, asked, answered=False, confidence=0.0, quotes=(), nearest=(), unmatched=(), notice=said)


def _understood_as(line: Line, earlier: Earlier | None, grounds: Grounds) -> Question:
    """A line by itself, then with what it takes over from the one before."""
    if earlier is None or line.to is To.QUESTION:
        return carry(understand(line.text, grounds, line.topic), earlier, grounds)
    instead = carry(understand(f"and {line.text}", grounds), earlier, grounds)
    return instead._replace(line="correction", strict=line.to is To.ONLY and bool(instead.speakers))


def _together(text: str, answers: Sequence[Answer]) -> Answer:
    """The answers to the parts of a line as one: the best quote of each first, and why a part has none."""
    quotes: dict[tuple[str, int], Quote] = {}
    for quote in (quote for rank in zip_longest(*(answer.quotes for answer in answers)) for quote in rank if quote):
        quotes.setdefault((quote.document.id, quote.start), quote)
    first = next(filter(None, answers), answers[0])
    names = tuple(dict.fromkeys(name for answer in answers for name in answer.understood.speakers))
    gaps = tuple(dict.fromkeys(answer.reason for answer in answers if answer.reason))
    return replace(
        first,
        question=text,
        understood=replace(
            first.understood, speaker=", ".join(names) or None, speakers=names, line="several", gist=None
        ),
        quotes=tuple(replace(quote, rank=rank) for rank, quote in enumerate(quotes.values(), 1)),
        reason=None if first else " ".join(gaps),
        gaps=gaps if first else (),
    )


def _allowed(grounds: Grounds, speaker: str | Sequence[str] | None) -> frozenset[str] | None:
    """The full names of the only speakers wanted; None for everybody."""
    if not speaker:
        return None
    return frozenset(named(grounds, *([speaker] if isinstance(speaker, str) else speaker)))


def close_to(grounds: Grounds, name: str) -> tuple[str, ...]:
    """The full names of the speakers that a name, part of a name or title stands for."""
    words = name_words(name)
    found = grounds.roster.exactly(words) if words else set[str]()
    return tuple(sorted(found)) or ((name,) if name in grounds.roster.names else ())  # "Ann Lee and Tom Ray"


def named(grounds: Grounds, *speakers: str) -> tuple[str, ...]:
    """The full names of the speakers that names, parts of a name or titles stand for. Raises UnknownSpeaker."""
    found: set[str] = set()
    for speaker in speakers:
        those = close_to(grounds, speaker)
        if not those:
            raise UnknownSpeaker(speaker, grounds.roster.close(speaker))
        found.update(those)
    return tuple(sorted(found))


def _understood(question: Question, grounds: Grounds, line: str) -> Understood:
    return Understood(
        question.kind,
        ", ".join(question.speakers) or question.unknown,
        Weights((term, share) for term, share in question.terms.items() if share),
        question.follows,
        gist(question) or None,
        tuple(grounds.collection.documents[number].id for number in sorted(question.documents)),
        question.speakers,
        line or question.line or ("goes-on" if question.follows else "fresh"),
    )
