"""Asking: documents in, quoted sentences with their speakers out. No printing here, and nothing is ever rewritten."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from types import MappingProxyType
from typing import BinaryIO

from bot.collection import Sentence, Sentences, collect
from bot.documents import Document, Gathered, bundled, date_of, gather
from bot.errors import UnknownSpeaker, UsageError
from bot.followups import Earlier, carry, gist, wants_more, wants_nth
from bot.index import Okapi
from bot.overviews import overview
from bot.questions import Question, Roster, name_words, understand
from bot.ranking import Grounds, Hit, Memory, confidence, rank
from bot.speakers import Evidence, Speaker
from bot.spelling import spelt_out
from bot.terms import VAGUE_WEIGHT, term_spans, terms


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question was taken to ask."""

    kind: str
    speaker: str | None
    terms: Mapping[str, float]
    """Each term with its weight; repaired spelling and terms carried over from the turn before included."""
    follows: bool
    """Whether it goes on from the question before."""
    gist: str | None = None
    """How a question that goes on was understood, in words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as an answer; everything of its `Sentence` is here too."""

    sentence: Sentence
    rank: int
    """From 1."""
    score: float
    """Orders the quotes of one answer, and means nothing outside it."""
    matched: tuple[tuple[int, int], ...]
    """Where in `text` words of the question stand."""
    before: tuple[Sentence, ...] = ()
    after: tuple[Sentence, ...] = ()
    also_in: tuple[str, ...] = ()
    """Ids of other documents that have the same sentence."""

    @property
    def document(self) -> Document:
        return self.sentence.document

    @property
    def number(self) -> int:
        return self.sentence.number

    @property
    def paragraph(self) -> int | None:
        return self.sentence.paragraph

    @property
    def line(self) -> int:
        return self.sentence.line

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def words(self) -> str:
        return self.sentence.words

    @property
    def speaker(self) -> Speaker | None:
        return self.sentence.speaker

    @property
    def kind(self) -> str:
        return self.sentence.kind

    @property
    def evidence(self) -> Evidence | None:
        return self.sentence.evidence

    @property
    def mention(self) -> str | None:
        return self.sentence.mention

    @property
    def label(self) -> tuple[int, int] | None:
        return self.sentence.label

    @property
    def page(self) -> int | None:
        return self.sentence.page

    @property
    def time(self) -> float | None:
        return self.sentence.time


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; true when there is one."""

    question: str
    understood: Understood
    answered: bool
    confidence: float
    """0 to 1."""
    quotes: tuple[Quote, ...]
    """Best first; empty when not answered."""
    nearest: tuple[Quote, ...]
    """The closest sentences, filled when not answered."""
    unmatched: tuple[str, ...]
    """Words of the question that no document has."""
    reason: str | None = None
    """Why there is no answer, as a sentence; None when there is one."""

    def __bool__(self) -> bool:
        return self.answered


Progress = Callable[[int, int], None]
LEAST = 0.4
"""Confidence from which on an answer is given."""
SPELT_OUT = 1.5
"""What a word counts that an acronym of the question is short for."""
FAR_BELOW = 4.0
"""Quotes whose score is this much below the first are left out."""


class Bot:
    """Documents that can be asked; it never changes.

    Build it with `Bot.read`, `Bot.from_text` or `Bot.from_texts`.
    """

    def __init__(self, gathered: Gathered, progress: Progress | None = None) -> None:
        self._gathered = gathered
        collection = collect(gathered.documents, progress)
        self.grounds = Grounds(collection, Okapi(collection.terms()))
        self.roster = Roster(self.speakers, self.grounds.index.idf)

    @classmethod
    def read(
        cls, *paths: str | PathLike[str], stdin: BinaryIO | None = None, progress: Progress | None = None
    ) -> "Bot":
        """Reads files and folders ("-" is `stdin`); nothing named means the bundled article.

        `progress` is called with how many documents are done, and of how many. Raises DocumentError.
        """
        return cls(gather([fspath(path) for path in paths] or [bundled()], stdin), progress)

    @classmethod
    def from_text(cls, text: str, title: str = "") -> "Bot":
        """One document from memory; offsets are into exactly this text."""
        return cls.from_texts({title: text})

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> "Bot":
        """Several documents from memory, by title."""
        return cls(Gathered(tuple(Document(title, title, None, text, date_of(text)) for title, text in texts.items())))

    @property
    def documents(self) -> Sequence[Document]:
        return self._gathered.documents

    @property
    def sentences(self) -> Sequence[Sentence]:
        return Sentences(self.grounds.collection)

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Everybody who speaks, in the order of the documents."""
        return tuple(dict.fromkeys(said.speaker for said in self.grounds.collection.attributions if said.speaker))

    @property
    def skipped(self) -> Sequence[tuple[str, str]]:
        """What was left out: path and reason."""
        return self._gathered.skipped

    @property
    def warnings(self) -> Sequence[str]:
        return self._gathered.warnings

    def conversation(self) -> "Conversation":
        """A series of questions in which each may go on from the one before."""
        return Conversation(self)

    def ask(self, question: str, k: int = 3, speaker: str | None = None) -> Answer:
        """Up to `k` quotes that answer `question`; only those of `speaker` where given.

        Raises UsageError for an empty question and UnknownSpeaker for a `speaker` nobody is called.
        """
        return self.conversation().ask(question, k, speaker)

    def near_words(self, answer: Answer) -> tuple[str, ...]:
        """Terms of the documents that are spelt like the unmatched ones of an answer, up to three."""
        from difflib import get_close_matches

        found = [
            near for term in answer.unmatched for near in get_close_matches(term, list(self.grounds.index.idf), 1, 0.75)
        ]
        return tuple(dict.fromkeys(found))[:3]

    def named(self, speaker: str) -> tuple[str, ...]:
        """The full names of the speakers that a name, part of a name or title stands for. Raises UnknownSpeaker."""
        found = {name for part in speaker.split(" or ") for name in self.roster.find(name_words(part))}
        if not found:
            raise UnknownSpeaker(speaker, self.roster.close(speaker))
        return tuple(sorted(found))


class Conversation:
    """Remembers what was asked and shown last."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._earlier: Earlier | None = None
        self._memory: Memory | None = None
        self._hits: list[Hit] = []
        self._shown: tuple[Hit, ...] = ()

    def ask(self, question: str, k: int = 3, speaker: str | None = None, *, context: int = 0) -> Answer:
        """As `Bot.ask`, going on from the question before where this one needs it.

        Each quote brings `context` sentences of its document before and after it.
        """
        if not question.strip():
            raise UsageError("the question is empty")
        again = self._again(question, k, context)
        if again:
            return again
        asked, hits = self.look(question, speaker)
        answer = _answer(self._bot, asked, hits, k, context)
        self._hits, self._shown = hits[k:], tuple(hits[:k])
        return answer

    def look(self, question: str, speaker: str | None = None) -> tuple[Question, list[Hit]]:
        """The question as understood, and the candidates for its answer, best first.

        The next question may go on from it.
        """
        grounds, roster = self._bot.grounds, self._bot.roster
        allowed = frozenset(self._bot.named(speaker)) if speaker else None
        asked = understand(question, roster, grounds.index.idf)
        asked = _unfolded(asked, [document.text for document in self._bot.documents])
        if self._earlier is not None:
            asked = carry(asked, self._earlier, grounds.index.idf)
        hits = overview(asked, grounds)
        if allowed:
            hits = [hit for hit in hits if grounds.speaker(hit.row) in allowed]
        hits = hits or rank(asked, grounds, allowed, self._memory if asked.follows else None)
        if hits:
            said = grounds.speaker(hits[0].row)
            self._memory = Memory(hits[0].row)
            self._earlier = Earlier(asked, asked.speakers or ((said,) if said else ()))
        else:
            self._earlier = Earlier(asked, asked.speakers)
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
        asked = replace(self._earlier.question, text=question, follows=True)
        return _given(self._bot, asked, hits, 0.9, context)


def _unfolded(question: Question, texts: list[str]) -> Question:
    """With the words that its acronyms are short for, where the documents have them."""
    found = [words for acronym in question.acronyms if (words := spelt_out(acronym, texts))]
    if not found:
        return question
    full = terms(" ".join(found))
    weights = {**question.terms, **{term: SPELT_OUT for term in full if term not in question.terms}}
    return replace(question, terms=weights, words=(*question.words, *full))


def _answer(bot: Bot, question: Question, hits: list[Hit], k: int, context: int) -> Answer:
    sure, reason = _judge(bot, question, hits)
    near = [hit for hit in hits if hit.score >= hits[0].score - FAR_BELOW][:k]
    if reason is None:
        return _given(bot, question, near, sure, context)
    missing = (
        term for term, share in question.terms.items() if share > VAGUE_WEIGHT and term not in bot.grounds.index.idf
    )
    unmatched = tuple(question.spelt.get(term, term) for term in missing)
    quotes = tuple(_quote(bot, question, hit, rank, context) for rank, hit in enumerate(near, 1))
    return Answer(
        question.text,
        _understood(question),
        answered=False,
        confidence=sure,
        quotes=(),
        nearest=quotes,
        unmatched=unmatched,
        reason=reason,
    )


def _given(bot: Bot, question: Question, hits: list[Hit], sure: float, context: int) -> Answer:
    quotes = tuple(_quote(bot, question, hit, rank, context) for rank, hit in enumerate(hits, 1))
    return Answer(
        question.text, _understood(question), answered=True, confidence=sure, quotes=quotes, nearest=(), unmatched=()
    )


def _understood(question: Question) -> Understood:
    return Understood(
        question.kind,
        ", ".join(question.speakers) or question.unknown,
        MappingProxyType({term: share for term, share in question.terms.items() if share}),
        question.follows,
        gist(question) if question.follows else None,
    )


def _judge(bot: Bot, question: Question, hits: list[Hit]) -> tuple[float, str | None]:
    """Confidence, and why the question is not answered (None when it is)."""
    count = len(bot.documents)
    where = "the document" if count == 1 else f"the {count} documents"
    if question.unknown:
        return 0.0, f"Nobody called {question.unknown} speaks or is mentioned in {where}."
    if not hits:
        return 0.0, f"No sentence in {where} has a word of the question."
    if not hits[0].features:
        return 0.9, None
    sure = confidence(question, bot.grounds, hits)
    return sure, None if sure >= LEAST or question.follows else f"No sentence in {where} answers that."


def _quote(bot: Bot, question: Question, hit: Hit, rank: int, context: int) -> Quote:
    sentence = bot.grounds.collection.sentence(hit.row)
    offset = (sentence.label[1] if sentence.label else sentence.start) - sentence.start
    spans = term_spans(sentence.text[offset:])
    matched = tuple((start + offset, end + offset) for term, start, end in spans if question.terms.get(term, 0.0) > 0.3)
    collection = bot.grounds.collection
    document = collection.owner[hit.row]
    first, last = collection.first[document], collection.first[document + 1]
    before = tuple(map(collection.sentence, range(max(first, hit.row - context), hit.row)))
    after = tuple(map(collection.sentence, range(hit.row + 1, min(last, hit.row + 1 + context))))
    return Quote(sentence, rank, round(hit.score, 4), matched, before, after)


__all__ = ["Answer", "Bot", "Conversation", "Quote", "Understood"]
