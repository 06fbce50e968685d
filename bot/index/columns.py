"""One document as it is kept: a number for each sentence in each column, and tables of what the numbers mean."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.documents import Document
from bot.layout import DIRECTION, FURNITURE, HEADING, LABEL, TEXT
from bot.speakers import Attribution, Evidence, Speaker
from bot.words import terms

KINDS = (TEXT, HEADING, LABEL, DIRECTION, FURNITURE)
"""What `Columns.kinds` counts."""
WIDTH = 8
"""Numbers of an attribution: speaker, kind, evidence (kind, start, end), mention, label (start, end); -1 for none."""
NONE = -1


_SHOWN = 160
"""Characters of a sentence that its representation has."""


@dataclass(frozen=True, repr=False)
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

    def __repr__(self) -> str:
        said, text = self.speaker.name if self.speaker else None, " ".join(self.text[:_SHOWN].split())
        more = "..." if self.end - self.start > _SHOWN else ""
        return f"Sentence({self.document.id!r}, {self.number}, {said!r}, {text + more!r})"

    @property
    def text(self) -> str:
        """The sentence word for word: a slice of the document."""
        return self.document.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The sentence without its label."""
        return self.document.text[self.label[1] if self.label else self.start : self.end].lstrip()


class Columns(NamedTuple):
    """The sentences of one document, counted from 0, as columns."""

    turns: bool
    """Whether it is written in turns."""
    lead: int | None
    """The sentence that it begins with, headings apart."""
    dated: tuple[int, ...]
    """Those of its first sentences that name a time."""
    starts: "array[int]"
    ends: "array[int]"
    lines: "array[int]"
    paragraphs: "array[int]"
    """0 for page furniture."""
    blocks: "array[int]"
    """The number of the block that it was cut from."""
    kinds: bytes
    """Indexes of `KINDS`."""
    asks: bytes
    """1 for questions."""
    said: "array[int]"
    """Who says it, and how we know: indexes of attributions."""
    attributions: "array[int]"
    """The distinct ones, `WIDTH` numbers each."""
    speakers: tuple[Speaker, ...]
    strings: tuple[str, ...]
    """What is counted in attributions beside speakers."""
    times: tuple[tuple[int, float], ...] = ()
    """From where a time holds that the text gives, and its seconds."""

    def attribution(self, at: int) -> Attribution:
        """Who says a sentence, and how we know."""
        first = WIDTH * self.said[at]
        speaker, kind, sort, start, end, mention, label, label_end = self.attributions[first : first + WIDTH]
        return Attribution(
            None if speaker == NONE else self.speakers[speaker],
            self.strings[kind],
            None if sort == NONE else Evidence(self.strings[sort], start, end),
            None if mention == NONE else self.strings[mention],
            None if label == NONE else (label, label_end),
        )

    def speaker(self, at: int) -> Speaker | None:
        """Who says a sentence."""
        number = self.attributions[WIDTH * self.said[at]]
        return None if number == NONE else self.speakers[number]

    def searched(self, at: int) -> tuple[int, int]:
        """Where what is searched of a sentence stands: what is behind its label."""
        label_end = self.attributions[WIDTH * self.said[at] + WIDTH - 1]
        return self.starts[at] if label_end == NONE else label_end, self.ends[at]

    def words(self, text: str, at: int) -> str:
        """What is searched of a sentence of `text`."""
        start, end = self.searched(at)
        return text[start:end]

    def terms(self, text: str, at: int) -> list[str]:
        """The terms of a sentence of `text`, in order; none for page furniture."""
        return [] if KINDS[self.kinds[at]] == FURNITURE else terms(self.words(text, at))


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return "?" in text and text.rstrip("\"”’') *_").endswith("?")


class Tables:
    """Attributions put down as numbers; each speaker, string and attribution once."""

    def __init__(self) -> None:
        self.said = array("i")
        self.attributions = array("i")
        self._known: dict[Attribution, int] = {}
        self._speakers: dict[Speaker, int] = {}
        self._strings: dict[str, int] = {}

    def add(self, attributions: Sequence[Attribution]) -> None:
        """Puts down one attribution for each sentence."""
        last, number = None, NONE
        for one in attributions:
            if one is not last and one != last:
                last, number = one, self._known.setdefault(one, len(self._known))
                if number * WIDTH == len(self.attributions):
                    self.attributions.extend(self._numbers(one))
            self.said.append(number)

    def _numbers(self, one: Attribution) -> tuple[int, ...]:
        speaker, kind, evidence, mention, label = one
        return (
            NONE if speaker is None else self._speakers.setdefault(speaker, len(self._speakers)),
            self._string(kind),
            *((self._string(evidence.kind), evidence.start, evidence.end) if evidence else (NONE,) * 3),
            NONE if mention is None else self._string(mention),
            *(label or (NONE, NONE)),
        )

    def _string(self, value: str) -> int:
        return self._strings.setdefault(value, len(self._strings))

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        return tuple(self._speakers)

    @property
    def strings(self) -> tuple[str, ...]:
        return tuple(self._strings)
