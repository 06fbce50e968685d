"""A document in prose without the marks of Markdown, and the way back to its own offsets."""

from bisect import bisect_right
from itertools import accumulate

from bot.layout import MARKS, SIGNS, Block, Layout, Span
from bot.speakers.attributions import Evidence


def marked(text: str) -> bool:
    """Whether a text may have marks of Markdown."""
    return any(sign in text for sign in SIGNS)


class Unmarked:
    """The text, layout and sentences of a document as they are read; the document's own where it has no marks."""

    def __init__(self, text: str, layout: Layout, spans: list[Span], *, keep: bool = False) -> None:
        self.text, self.layout, self.spans = text, layout, spans
        found = MARKS.finditer(text) if not (keep or layout.turns) and marked(text) else ()
        self._marks = [mark.span() for mark in found]
        if not self._marks:
            return
        self._ends = [end for _, end in self._marks]
        self._gone = [0, *accumulate(end - start for start, end in self._marks)]
        """Characters of the marks before each one, and of all."""
        self._kept = [start - gone for (start, _), gone in zip(self._marks, self._gone, strict=False)]
        """Where each mark stood, in the text without them."""
        kept = zip([0, *self._ends], [*(start for start, _ in self._marks), len(text)], strict=True)
        self.text = "".join(text[start:end] for start, end in kept)
        blocks = (Block(self._there(block.start), self._there(block.end), *block[2:]) for block in layout.blocks)
        self.layout = layout._replace(blocks=tuple(blocks))
        self.spans = [Span(self._there(span.start), self._there(span.end), *span[2:]) for span in spans]

    def _there(self, at: int) -> int:
        """Where an offset of the document stands in the text without marks."""
        passed = bisect_right(self._ends, at)
        inside = max(0, at - self._marks[passed][0]) if passed < len(self._marks) else 0
        return at - inside - self._gone[passed]

    def own(self, evidence: Evidence | None) -> Evidence | None:
        """The evidence by the document's own offsets."""
        if evidence is None or not self._marks:
            return evidence
        return Evidence(evidence.kind, self.back(evidence.start), self.back(evidence.end - 1) + 1)

    def back(self, at: int) -> int:
        """Where an offset of the text without marks stands in the document."""
        if not self._marks:
            return at
        return at + self._gone[bisect_right(self._kept, at)]
