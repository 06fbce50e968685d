"""What comes back: quotes of sentences, and what was understood; not a word in them that is not the documents' own."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.documents import Document
from bot.index import Sentence
from bot.speakers import Evidence, Speaker


@dataclass(frozen=True)
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
    documents: tuple[str, ...] = ()
    """Ids of the documents that it limits itself to; empty for all."""
    speakers: tuple[str, ...] = ()
    """Full names of all whose words it asks for."""
    line: str = "fresh"
    """What the line was taken for: "fresh", "goes-on", "shown" (about what was shown), "correction", "several" (things
    asked for), or "program" (meant for the program)."""


@dataclass(frozen=True)
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
    aside: bool = False
    """Whether somebody else says it than the one whose words are asked for."""

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


@dataclass(frozen=True)
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
    notice: str | None = None
    """What the program says of itself (help, who speaks, that this is all); then nothing is quoted."""
    gaps: tuple[str, ...] = ()
    """Where several things are asked for: why those have no answer that have none, a sentence each."""

    def __bool__(self) -> bool:
        return self.answered


@dataclass(frozen=True)
class Change:
    """Words of a quotation, and those of the passage in their place; either may be empty."""

    draft: str
    source: str
    same: bool
    """They are alike but for case, marks and white space."""


@dataclass(frozen=True)
class Verdict:
    """What the sources say of one quotation of a draft."""

    start: int
    end: int
    """Offsets into the draft, in Unicode code points; marks included."""
    text: str
    """The draft from start to end, with the clause inside that splits the quotation."""
    speaker: str | None
    """Whom the draft gives it to; None where it does not say."""
    verdict: str
    """ "verbatim"; "elided" (words left out behind an ellipsis); "altered" (close to a passage, words differing);
    "misattributed" (the words of somebody else); "not found"."""
    quote: Quote | None
    """The passage it is taken from, or the nearest: its first sentence, the others in `after`."""
    difference: tuple[Change, ...]
    """All words of the quotation beside those of the passage, where it is altered or elided; empty otherwise."""

    def __bool__(self) -> bool:
        """Whether the quotation holds."""
        return self.verdict in ("verbatim", "elided")
