"""All sentences of all documents, by row; a `Sentence` is made when somebody looks at it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple, TypeVar, overload

from bot.documents import Document, Marks
from bot.index.columns import KINDS, WIDTH, Columns, Sentence
from bot.index.store import Store, Stretch
from bot.layout import FURNITURE, Span
from bot.speakers import Attribution, Speaker
from bot.words import terms

_Value = TypeVar("_Value")
_KEPT = 10_000
"""Values kept of each column."""


class Column(dict[int, _Value]):
    """A value for each row or document, made when it is looked at; the last ones are kept."""

    def __init__(self, look: Callable[[int], _Value]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, number: int) -> _Value:
        if len(self) > _KEPT:
            self.clear()
        value = self[number] = self._look(number)
        return value


class Around(NamedTuple):
    """What is known of sentences that stand together."""

    first: int
    """The row of the first."""
    turns: bool
    """Whether their document is written in turns."""
    speakers: Sequence[int]
    """Who says each, as a number of the document's own; -1 for nobody."""
    paragraphs: Sequence[int]
    """0 for page furniture."""
    asks: bytes
    """1 for questions."""


class Collection:
    """Documents and their sentences. Row numbers count sentences through all documents, in order."""

    def __init__(self, store: Store) -> None:
        self.documents: Sequence[Document] = store.documents
        """By id: a tie is decided by document, then sentence, however the documents were given."""
        self.columns = store.columns
        self._texts = store.texts
        self.first, self._end = store.firsts, store.ends
        self.size = sum(map(int.__sub__, self._end, self.first))
        """How many sentences there are."""
        self.owner = Column(self._owner)
        """The number of the document of each row."""
        self.spans = Column(self._span)
        self.paragraphs = Column(self._paragraph)
        self.attributions = Column(self._attribution)
        self._words = Column(self._words_of)
        self._terms = Column(self._terms_of)
        self._last: tuple[int, Columns, int] | None = None
        """The document that was looked at last: its number, columns and first row."""
        self.turns = Column(lambda number: self.columns[number].turns)
        """Whether each document is written in turns."""

    def rows(self, number: int) -> range:
        """The rows of a document."""
        return range(self.first[number], self._end[number])

    def sentence(self, row: int) -> Sentence:
        number = self.owner[row]
        span, said, document = self.spans[row], self.attributions[row], self.documents[number]
        page, time = _place(document.marks, self.columns[number].times, span.start)
        return Sentence(
            document, row - self.first[number] + 1, self.paragraphs[row], span.line, span.start,
            span.end, said.speaker, said.kind, said.evidence, said.mention, said.label, page, time,
        )  # fmt: skip

    def near(self, row: int, before: int, behind: int) -> range:
        """The rows of a sentence and of those up to `before` before and `behind` behind it in its document."""
        own = self.rows(self.owner[row])
        return range(max(own.start, row - before), min(own.stop, row + behind + 1))

    def kind(self, row: int) -> str:
        """What sort of text a sentence is, as its span has it."""
        own, at = self._at(row)
        return KINDS[own.kinds[at]]

    def asks(self, row: int) -> bool:
        """Whether a sentence is a question."""
        own, at = self._at(row)
        return own.asks[at] == 1

    def around(self, row: int, before: int, behind: int) -> Around:
        """What is known of a sentence and of those up to `before` before and `behind` behind it in its document."""
        own, at = self._at(row)
        there, table = slice(max(0, at - before), at + behind + 1), own.attributions
        speakers = [table[WIDTH * said] for said in own.said[there]]
        return Around(row - at + there.start, own.turns, speakers, own.paragraphs[there], own.asks[there])

    def speaker(self, row: int) -> Speaker | None:
        """Who says a sentence."""
        own, at = self._at(row)
        return own.speaker(at)

    def read(self, rows: Iterable[int]) -> None:
        """Looks up together what will be asked for: the words of some sentences."""
        wanted = [row for row in rows if row not in self._words]
        self._words.update(zip(wanted, self._texts(map(self._searched, wanted)), strict=True))

    def words(self, row: int) -> str:
        """What is searched of a sentence: its text without its label."""
        return self._words[row]

    def said_from(self, row: int) -> int:
        """Where the words of a sentence begin: behind its label."""
        label = self.attributions[row].label
        return label[1] if label else self.spans[row].start

    def terms_of(self, row: int) -> list[str]:
        """The terms of a sentence, in order; none for page furniture. Not to be changed."""
        return self._terms[row]

    def _words_of(self, row: int) -> str:
        return self._texts([self._searched(row)])[0]

    def _searched(self, row: int) -> Stretch:
        own, at = self._at(row)
        return (self.owner[row], *own.searched(at))

    def _terms_of(self, row: int) -> list[str]:
        own, at = self._at(row)
        return [] if KINDS[own.kinds[at]] == FURNITURE else terms(self.words(row))

    def _owner(self, row: int) -> int:
        return bisect_right(self.first, row) - 1

    def _at(self, row: int) -> tuple[Columns, int]:
        number = self.owner[row]
        last = self._last
        if last is None or last[0] != number:
            last = self._last = number, self.columns[number], self.first[number]
        return last[1], row - last[2]

    def _span(self, row: int) -> Span:
        own, at = self._at(row)
        return Span(own.starts[at], own.ends[at], own.lines[at], own.blocks[at], KINDS[own.kinds[at]])

    def _paragraph(self, row: int) -> int | None:
        own, at = self._at(row)
        return own.paragraphs[at] or None

    def _attribution(self, row: int) -> Attribution:
        own, at = self._at(row)
        return own.attribution(at)


def _place(marks: Marks, told: tuple[tuple[int, float], ...], start: int) -> tuple[int | None, float | None]:
    """Page and time at an offset, where the format of the document has them; the time also where its text tells."""
    page = bisect_right(marks.pages, start) or None
    times = marks.times or told
    mark = bisect_right(times, (start, inf))
    return page, times[mark - 1][1] if mark else None


class Sentences(Sequence[Sentence]):
    """The sentences of a collection as a sequence; each is made when it is asked for."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def __repr__(self) -> str:
        return f"Sentences({len(self)})"

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
