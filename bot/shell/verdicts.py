"""How a check of quotations looks: what holds and what does not, for people, for editors and for programs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bot.shell.painting import Line, Piece
from bot.shell.records import quote_record
from bot.shell.render import REPORTED, cited_place, clean, place, speaker_line, spoken

if TYPE_CHECKING:
    from bot.answers import Change, Quote, Verdict
    from bot.documents import Document

_QUOTED_LINE = re.compile(r"(?:^|\n)[ \t]*>[ \t]*")
_LIKE = 0.4
"""What a passage must have in common with a quotation that is not found to be shown."""


def lines(verdicts: Iterable[Verdict], draft: Document) -> Iterator[Line]:
    """Each quotation with its place, verdict and speaker above, and the passage it was compared with below."""
    for number, verdict in enumerate(verdicts):
        if number:
            yield []
        line, _ = place(draft.text, verdict.start)
        yield [
            ("citation", f"{clean(draft.id)}:{line}  "),
            ("match", verdict.verdict),
            ("", "  "),
            ("speaker", clean(verdict.speaker or "nobody named")),
        ]
        yield [("", "  "), *_words(verdict)]
        if verdict.quote and (verdict.verdict != "not found" or verdict.quote.score >= _LIKE):
            yield from _passage(verdict.quote, near=verdict.verdict == "not found")


def _words(verdict: Verdict) -> list[Piece]:
    """The words of the draft; where they differ, [-its own-] {+and the source's+}."""
    if not verdict.difference:
        return [("quote", words(verdict))]
    pieces: list[Piece] = []
    for change in verdict.difference:
        pieces += [*([("", " ")] if pieces else []), *_change(change)]
    return [(style, spoken(text)) for style, text in pieces]


def words(verdict: Verdict) -> str:
    """The words of a quotation on one line, without what Markdown puts before its lines and around its words."""
    return spoken(_QUOTED_LINE.sub(" ", verdict.text).strip())


def _change(change: Change) -> list[Piece]:
    if change.same:
        return [("quote", change.draft)]
    both = [f"[-{change.draft}-]"] if change.draft else []
    both += [f"{{+{change.source}+}}"] if change.source else []
    return [("match", " ".join(both))]


def _passage(quote: Quote, *, near: bool) -> Iterator[Line]:
    """Where the source has it, and from whom."""
    yield [
        ("citation", f"  {'nearest: ' if near else ''}"),
        cited_place(quote.sentence),
        ("", "  "),
        ("speaker", _source(quote)),
    ]
    if near:
        yield [("dim", f"  {spoken(quote.words)}")]


def _source(quote: Quote) -> str:
    reported = REPORTED if quote.kind == "indirect" else ""
    return clean(speaker_line(quote.speaker)) + reported


def location_lines(verdicts: Iterable[Verdict], draft: Document) -> Iterator[Line]:
    """`path:line:column: verdict: Speaker: text` for editors."""
    for verdict in verdicts:
        line, column = place(draft.text, verdict.start)
        said = f"{clean(verdict.speaker)}: " if verdict.speaker else ""
        text = "".join(words for _, words in _words(verdict))
        yield [("", f"{clean(draft.path or draft.id)}:{line}:{column}: {verdict.verdict}: {said}{text}")]


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many quotations there are, and of which verdicts."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    total = f"{len(verdicts):,} quotation{'' if len(verdicts) == 1 else 's'}"
    return f"{total}: {', '.join(f'{n:,} {name}' for name, n in counts.most_common())}" if counts else f"{total}."


def record(verdict: Verdict, draft: Document) -> dict[str, Any]:
    """The JSON object of a verdict; `bot --json-schema` describes it."""
    return {
        "schema": 1,
        "draft": draft.id,
        "line": place(draft.text, verdict.start)[0],
        "start": verdict.start,
        "end": verdict.end,
        "text": verdict.text,
        "speaker": verdict.speaker,
        "verdict": verdict.verdict,
        "quote": quote_record(verdict.quote) if verdict.quote else None,
        "difference": [
            {"draft": change.draft, "source": change.source, "same": change.same} for change in verdict.difference
        ],
    }
