"""Where the words of a quotation stand in the sources: as they are, with some left out between, or nearly."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, islice, pairwise, zip_longest
from typing import NamedTuple

from bot.answers.quotes import Change
from bot.answers.wording import Wording, words
from bot.index import Grounds
from bot.layout import FURNITURE
from bot.speakers import quotations
from bot.words import terms

LEFT_OUT = 80
"""Words that an ellipsis may stand for."""
_ANCHORS = 2
"""Terms, the rarest of a quotation, at which it is looked for."""
_TRIES = 10_000
"""Places at which the pieces of one quotation are looked for in a passage."""
_CANDIDATES = 12
"""Sentences whose surroundings are compared with a quotation that stands nowhere as it is."""


class Passage(NamedTuple):
    """A stretch of one document that has words of a quotation."""

    rows: range
    """The sentences it stands in."""
    spans: tuple[tuple[int, int], ...]
    """Where in the document words in common stand, one for each run of them."""
    left_out: int
    """How many words stand between these runs."""


class Near(NamedTuple):
    """The passage that is most like a quotation."""

    passage: Passage
    closeness: float
    """0 to 1: the words in common, of those of the quotation or of the passage, whichever are more."""
    difference: tuple[Change, ...]
    """All words of the quotation beside those of the passage."""


class _Window(NamedTuple):
    """Sentences that a quotation may stand in."""

    rows: range
    text: str
    """That of their document."""
    starts: list[int]
    """Where each sentence begins."""
    readings: tuple[Wording, ...]
    """All their words, labels and page furniture left out; and those in quotation marks alone, where others stand
    between them."""

    def passage(self, run: Wording, places: Sequence[tuple[int, int]]) -> Passage:
        """The passage in which words of one of the readings stand: from which number to before which, for each run."""
        spans = tuple((run.words[first].start, run.words[end - 1].end) for first, end in places)
        first, last = (bisect_right(self.starts, at) - 1 for at in (spans[0][0], spans[-1][1] - 1))
        between = sum(behind[0] - before[1] for before, behind in pairwise(places))
        return Passage(range(self.rows[first], self.rows[last] + 1), spans, between)

    def sentence(self, run: Wording, at: int) -> range:
        """The numbers of the words of the sentence that word `at` of a reading is in."""
        places = [word.start for word in run.words]
        row = bisect_right(self.starts, places[at])
        end = self.starts[row] if row < len(self.starts) else len(self.text)
        return range(bisect_left(places, self.starts[row - 1]), bisect_left(places, end))


def as_quoted(pieces: Sequence[Wording], text: str, grounds: Grounds) -> list[Passage]:
    """Every place that has the pieces of a quotation, whole and in order; `text` is the quotation in one."""
    rows = [row for term in _rarest(text, grounds) for row in grounds.index.rows_of(term).tolist()]
    letters = [piece.letters for piece in pieces]
    reach = sum(len(piece.words) for piece in pieces) + LEFT_OUT * (len(pieces) - 1)
    return [
        found
        for window in _windows(rows, reach, grounds)
        for found in next(filter(None, (_in_order(letters, run, window) for run in window.readings)), ())
    ]


def elision(pieces: Sequence[Wording], text: str, passage: Passage, grounds: Grounds) -> tuple[Change, ...]:
    """The pieces of a quotation, and between them what stands in the passage only."""
    collection = grounds.collection
    source = collection.documents[collection.owner[passage.rows.start]].text
    kept = [
        Change(_cut(piece, text, 0, len(piece.words)), source[start:end], same=True)
        for piece, (start, end) in zip(pieces, passage.spans, strict=True)
    ]
    between = (source[before[1] : behind[0]].strip() for before, behind in pairwise(passage.spans))
    gaps = [Change("", words, same=False) for words in between]
    return tuple(change for both in zip_longest(kept, gaps) for change in both if change and change.source)


def nearest(quoted: Wording, draft: str, text: str, grounds: Grounds, *, elided: bool) -> Near | None:
    """The passage most like a quotation of `draft`; None where no sentence has a term of it."""
    slack = LEFT_OUT if elided else len(quoted.words) // 3 + 1
    rows = grounds.index.best(Counter(terms(text)), _CANDIDATES)
    near = [
        found
        for window in _windows(rows, len(quoted.words) + slack, grounds)
        for run in window.readings
        if (found := _compared(quoted, draft, run, window, slack, elided=elided))
    ]
    return max(near, key=lambda found: found.closeness, default=None)


def _rarest(text: str, grounds: Grounds) -> list[str]:
    """The terms of a text that fewest sentences have."""
    known = {term for term in terms(text) if term in grounds.index.idf}
    return sorted(known, key=lambda term: (-grounds.index.idf[term], term))[:_ANCHORS]


def _windows(rows: Iterable[int], reach: int, grounds: Grounds) -> Iterator[_Window]:
    """The sentences around each of `rows` that `reach` words can take up, joined where they overlap.

    What stands behind a row is counted on from the row before it, so that many rows close together take no longer.
    """
    collection = grounds.collection

    def size(row: int) -> int:
        return len(collection.words(row).split())

    found: list[range] = []
    last = behind = 0
    for row in sorted(set(rows)):
        own = collection.rows(collection.owner[row])
        begin, end = row, row + 1
        if found and row < found[-1].stop:
            behind -= sum(map(size, range(last + 1, row + 1)))
            begin, end = found[-1].start, found.pop().stop
        else:
            before = behind = 0
            while begin > own.start and before < reach:
                begin -= 1
                before += size(begin)
            if found and begin < found[-1].stop:
                begin = found.pop().start
        while end < own.stop and behind < reach:
            behind += size(end)
            end += 1
        found.append(range(begin, end))
        last = row
    return (_window(rows, grounds) for rows in found)


def _window(rows: range, grounds: Grounds) -> _Window:
    collection = grounds.collection
    text = collection.documents[collection.owner[rows.start]].text
    spans = [collection.spans[row] for row in rows]
    run = Wording(
        word
        for row, span in zip(rows, spans, strict=True)
        if span.kind != FURNITURE
        for word in words(text, collection.said_from(row), span.end)
    )
    blocks = [list(group) for _, group in groupby(spans, key=lambda span: span.block)]
    marks = [mark for block in blocks for mark in quotations(text, block[0].start, block[-1].end)]
    opening = [mark.start for mark in marks]
    inside = [bisect_right(opening, word.start) - 1 for word in run.words]
    said = [word for word, at in zip(run.words, inside, strict=True) if at >= 0 and word.start < marks[at].end]
    apart = 0 < len(said) < len(run.words)
    return _Window(rows, text, [span.start for span in spans], (run, Wording(said)) if apart else (run,))


def _in_order(letters: Sequence[str], run: Wording, window: _Window) -> list[Passage]:
    """Where pieces, given by their letters, stand in a run of words, no more between them than may be left out."""
    found = []
    for place in islice(run.find(letters[0]), max(1, _TRIES // len(letters))):
        places = [place]
        for piece in letters[1:]:
            end = places[-1][1]
            behind = next(run.find(piece, end), None)
            if behind is None or behind[0] - end > LEFT_OUT:
                break
            places.append(behind)
        else:
            found.append(window.passage(run, places))
    return found


def _compared(quoted: Wording, draft: str, run: Wording, window: _Window, slack: int, *, elided: bool) -> Near | None:
    """What of a run of words is most like a quotation."""
    common = _in_common(quoted, run, slack)
    if not common:
        return None
    places = [(at, at + size) for _, at, size in common]
    taken = 0 if elided else places[-1][1] - places[0][0]
    closeness = sum(size for _, _, size in common) / max(len(quoted.words), taken)
    difference = tuple(_changes(quoted, draft, run, window, common))
    return Near(window.passage(run, places), closeness, difference)


def _in_common(quoted: Wording, run: Wording, slack: int) -> list[tuple[int, int, int]]:
    """The runs of words in common about the longest: first word in the quotation, first in `run`, and how many."""
    longest = SequenceMatcher(None, run.folded, quoted.folded, autojunk=False).find_longest_match()
    if not longest.size:
        return []
    first = max(0, longest.a - longest.b - slack)
    end = longest.a + len(quoted.words) - longest.b + slack
    blocks = SequenceMatcher(None, run.folded[first:end], quoted.folded, autojunk=False).get_matching_blocks()
    return [(block.b, first + block.a, block.size) for block in blocks[:-1]]


def _changes(
    quoted: Wording, draft: str, run: Wording, window: _Window, common: Sequence[tuple[int, int, int]]
) -> Iterator[Change]:
    """The words of a quotation beside those of a passage, run by run; at its ends, as many as differ there."""
    (first, begin, _), (at, last, size) = common[0], common[-1]
    before, behind = window.sentence(run, begin).start, window.sentence(run, last).stop
    opening = max(before, begin - first)
    closing = min(behind, last + size + len(quoted.words) - at - size)
    ends = [(0, opening, 0), *common, (len(quoted.words), max(closing, last + size), 0)]
    for ahead, here in pairwise(ends):
        ours = _cut(quoted, draft, ahead[0] + ahead[2], here[0])
        theirs = _cut(run, window.text, ahead[1] + ahead[2], here[1])
        if ours or theirs:
            yield Change(ours, theirs, same=False)
        if here[2]:
            ours = _cut(quoted, draft, here[0], here[0] + here[2])
            yield Change(ours, _cut(run, window.text, here[1], here[1] + here[2]), same=True)


def _cut(run: Wording, text: str, first: int, end: int) -> str:
    """The text of some words of a run, as it stands."""
    return text[run.words[first].start : run.words[end - 1].end] if first < end else ""
