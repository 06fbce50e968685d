"""All sentences of all documents, as columns; a `Sentence` is made when somebody looks at it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple, overload

from bot.documents import Document, Marks
from bot.errors import fault
from bot.layout import FURNITURE, Layout, Span, layout, sentences
from bot.speakers import Attribution, Evidence, Speaker, attribute
from bot.words import terms


@dataclass(frozen=True)
class Sentence:
    """One sentence of a document, and who says it."""

    document: Document
    number: int
    """In its document, from 1."""
    paragraph: int | None
    line: int
    """Of its first character, from 1."""
    start: int
    end: int
    """Offsets into `document.text`, in Unicode code points."""
    speaker: Speaker | None
    kind: str
    """ "direct", "indirect", "mixed", or "none" for the document's own narration."""
    evidence: Evidence | None
    mention: str | None
    """The words that the speaker was resolved from; None when it is the name itself."""
    label: tuple[int, int] | None
    """Where a turn label or time stamp stands in it (offsets into the document): nobody's words."""
    page: int | None = None
    time: float | None = None
    """Seconds from the beginning, where the document says so."""

    @property
    def text(self) -> str:
        """The sentence word for word: a slice of the document."""
        return self.document.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The sentence without its label."""
        return self.document.text[self.label[1] if self.label else self.start : self.end].lstrip()


class Collection(NamedTuple):
    """Documents and their sentences. Row numbers count sentences through all documents, in order."""

    documents: tuple[Document, ...]
    """By id: in the order of rows a tie is decided by document, then sentence, however the documents were given."""
    first: tuple[int, ...]
    """The first row of each document, and the number of rows last."""
    spans: tuple[Span, ...]
    paragraphs: tuple[int | None, ...]
    attributions: tuple[Attribution, ...]
    owner: tuple[int, ...]
    """The number of the document of each row."""
    turns: tuple[bool, ...]
    """Whether each document is written in turns."""
    faults: tuple[tuple[str, str], ...] = ()
    """Documents that were left out by a fault of ours, and what it was."""

    @property
    def size(self) -> int:
        """How many sentences there are."""
        return len(self.spans)

    def sentence(self, row: int) -> Sentence:
        span, said = self.spans[row], self.attributions[row]
        document = self.documents[self.owner[row]]
        page, time = _place(document.marks, span.start)
        return Sentence(
            document, row - self.first[self.owner[row]] + 1, self.paragraphs[row], span.line, span.start,
            span.end, said.speaker, said.kind, said.evidence, said.mention, said.label, page, time,
        )  # fmt: skip

    def near(self, row: int, before: int, behind: int) -> range:
        """The rows of a sentence and of those up to `before` before and `behind` behind it in its document."""
        number = self.owner[row]
        return range(max(self.first[number], row - before), min(self.first[number + 1], row + behind + 1))

    def words(self, row: int) -> str:
        """What is searched of a sentence: its text without its label."""
        return self.documents[self.owner[row]].text[self.said_from(row) : self.spans[row].end]

    def said_from(self, row: int) -> int:
        """Where the words of a sentence begin: behind its label."""
        label = self.attributions[row].label
        return label[1] if label else self.spans[row].start

    def terms(self) -> Iterator[list[str]]:
        """The terms of each sentence."""
        return map(self.terms_of, range(self.size))

    def terms_of(self, row: int) -> list[str]:
        """The terms of a sentence, in order; none for page furniture."""
        return [] if self.spans[row].kind == FURNITURE else terms(self.words(row))


def _place(marks: Marks, start: int) -> tuple[int | None, float | None]:
    """Page and time at an offset, where the format of the document has them."""
    page = bisect_right(marks.pages, start) or None
    mark = bisect_right(marks.times, (start, inf))
    return page, marks.times[mark - 1][1] if mark else None


class _Read(NamedTuple):
    """What was found in one document."""

    document: Document
    plan: Layout
    spans: list[Span]
    attributions: list[Attribution]


def collect(documents: Sequence[Document], progress: Callable[[int, int], None] | None = None) -> Collection:
    """Cuts documents into sentences and finds who says each; `progress` hears how many are done, and of how many.

    A document in which a fault of ours shows itself is left out.
    """
    found: list[_Read] = []
    faults: list[tuple[str, str]] = []
    for number, document in enumerate(sorted(documents, key=lambda document: document.id), 1):
        try:
            found.append(_read(document))
        except Exception as error:  # noqa: BLE001
            faults.append((document.id, fault(error)))
        if progress:
            progress(number, len(documents))
    return Collection(
        documents=tuple(one.document for one in found),
        first=tuple(accumulate((len(one.spans) for one in found), initial=0)),
        spans=tuple(span for one in found for span in one.spans),
        paragraphs=tuple(_paragraph(one.plan, span) for one in found for span in one.spans),
        attributions=tuple(said for one in found for said in one.attributions),
        owner=tuple(number for number, one in enumerate(found) for _ in one.spans),
        turns=tuple(one.plan.turns for one in found),
        faults=tuple(faults),
    )


def _read(document: Document) -> _Read:
    plan = layout(document.text, document.marks.labels)
    spans = sentences(document.text, plan)
    return _Read(document, plan, spans, attribute(document.text, plan, spans))


def _paragraph(plan: Layout, span: Span) -> int | None:
    """The number of its paragraph; page furniture is in none."""
    return None if span.kind == FURNITURE else plan.blocks[span.block].paragraph


class Sentences(Sequence[Sentence]):
    """The sentences of a collection as a sequence; each is made when it is asked for."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def __len__(self) -> int:
        return self._collection.size

    def __iter__(self) -> Iterator[Sentence]:
        return map(self._collection.sentence, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sentence]: ...
    def __getitem__(self, index: int | slice) -> Sentence | Sequence[Sentence]:
        rows = range(len(self))[index]
        return (
            self._collection.sentence(rows)
            if isinstance(rows, int)
            else [self._collection.sentence(row) for row in rows]
        )
