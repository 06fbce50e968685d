"""What comes back: quotes of sentences, and what was understood; not a word in them that is not the documents' own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.documents import Document
from bot.index import Sentence
from bot.speakers import Evidence, Speaker


class Weights(Mapping[str, float]):
    """Terms with their weights, in order; they never change."""

    def __init__(self, weights: Iterable[tuple[str, float]] = ()) -> None:
        self._weights = dict(weights)

    def __getitem__(self, term: str) -> float:
        return self._weights[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self._weights)

    def __len__(self) -> int:
        return len(self._weights)

    def __hash__(self) -> int:
        return hash(frozenset(self._weights.items()))

    def __repr__(self) -> str:
        return repr(self._weights)


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


@dataclass(frozen=True, repr=False)
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

    def __repr__(self) -> str:
        return f"Quote({self.rank}, {self.sentence!r})"

    def _repr_html_(self) -> str:
        """What a notebook shows; the words of the document are text there, never markup."""
        from html import escape

        from bot.layout import unmarked

        who = self.speaker
        said = f"{who.name}, {who.title}" if who and who.title else who.name if who else "The document itself"
        reported = " (reported)" if self.kind == "indirect" else ""
        where = f":{self.line}" if self.document.own_lines else f" p. {self.page}" if self.page is not None else ""
        return (
            f"<blockquote><p><b>{escape(said)}</b>{reported}<br>{escape(unmarked(self.words))}</p>"
            f"<p><small>{escape(self.document.id + where)}</small></p></blockquote>"
        )

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


@dataclass(frozen=True, repr=False)
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

    def __repr__(self) -> str:
        told = f"confidence {self.confidence:.2f}" if self.answered else f"{self.reason or self.notice!r}"
        return "\n  ".join([f"Answer({self.question!r}, {told})", *map(repr, self.quotes)])

    def _repr_html_(self) -> str:
        """What a notebook shows: the quotes, or why there are none."""
        from html import escape

        said = "".join(quote._repr_html_() for quote in self.quotes)
        return said or f"<p>{escape(self.notice or self.reason or '')}</p>"


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
