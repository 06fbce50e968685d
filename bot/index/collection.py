"""All sentences of all documents, as columns; a `Sentence` is made when somebody looks at it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple, overload

from bot.documents import Document, Marks
from bot.layout import FURNITURE, Span, layout, sentences
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
    first: tuple[int, ...]
    """The first row of each document, and the number of rows last."""
    spans: tuple[Span, ...]
    paragraphs: tuple[int | None, ...]
    attributions: tuple[Attribution, ...]
    owner: tuple[int, ...]
    """The number of the document of each row."""
    turns: tuple[bool, ...]
    """Whether each document is written in turns."""

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


def collect(documents: Sequence[Document], progress: Callable[[int, int], None] | None = None) -> Collection:
    """Cuts documents into sentences and finds who says each; `progress` hears how many are done, and of how many."""
    first, spans, paragraphs, attributions, owner, turns = [0], [], [], [], [], []
    for number, document in enumerate(documents):
        plan = layout(document.text, document.marks.labels)
        found = sentences(document.text, plan)
        spans += found
        attributions += attribute(document.text, plan, found)
        paragraphs += [None if span.kind == FURNITURE else plan.blocks[span.block].paragraph for span in found]
        owner += [number] * len(found)
        first.append(len(spans))
        turns.append(plan.turns)
        if progress:
            progress(number + 1, len(documents))
    return Collection(
        tuple(documents), tuple(first), tuple(spans), tuple(paragraphs), tuple(attributions), tuple(owner), tuple(turns)
    )


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
