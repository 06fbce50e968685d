"""CSV for spreadsheets: a line of names, then a row a quote.

A cell that a spreadsheet would take for a formula has an apostrophe before it: documents are not to be trusted.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from bot.answers import Quote, Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell.counting import Counted
from bot.shell.formats import Asked
from bot.shell.render import clean, place, spoken
from bot.speakers import Speaker

_FORMULA = ("=", "+", "-", "@")
_PLACE = ("document", "line", "paragraph", "page", "time", "start", "end")
_SAID = ("speaker", "title", "kind", "text")


class Table:
    """Shows one thing a row; a question without an answer has a row of its own."""

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]:
        yield _row("id", "question", "answered", "rank", *_SAID, *_PLACE)
        for one in asked:
            named = one.id, one.answer.question, "yes" if one.answer else "no"
            rows = [_row(*named, quote.rank, *_said(quote), *_place(quote)) for quote in one.answer.quotes]
            yield "".join(rows) or _row(*named)

    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        yield _row("number", *_SAID, *_PLACE)
        yield from (_row(sentence.number, *_said(sentence), *_place(sentence)) for sentence in sentences)

    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]:
        yield _row(
            "speaker", "title", "aliases", "sentences", "first document", "first line", "last document", "last line",
            "first page", "last page", "first time", "last time",
        )  # fmt: skip
        for row in speakers:
            ends = row.first, row.last
            lines = (cell for one in ends for cell in (one.document.id, one.line))
            places = (*(one.page for one in ends), *(one.time for one in ends))
            yield _row(*_names(row.speaker), "; ".join(row.speaker.aliases), row.sentences, *lines, *places)

    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]:
        from bot.shell.verdicts import words

        yield _row("draft", "line", "verdict", "given to", "quotation", *_SAID, *_PLACE)
        for verdict in verdicts:
            passage = (*_said(verdict.quote), *_place(verdict.quote)) if verdict.quote else ()
            line, _ = place(draft.text, verdict.start)
            yield _row(draft.id, line, verdict.verdict, verdict.speaker, words(verdict), *passage)


def _names(speaker: Speaker | None) -> tuple[str | None, str | None]:
    return (speaker.name, speaker.title) if speaker else (None, None)


def _said(sentence: Sentence | Quote) -> tuple[str | None, ...]:
    return (*_names(sentence.speaker), sentence.kind, spoken(sentence.words))


def _place(sentence: Sentence | Quote) -> tuple[str | float | None, ...]:
    return (
        sentence.document.id, sentence.line, sentence.paragraph, sentence.page, sentence.time, sentence.start,
        sentence.end,
    )  # fmt: skip


def _row(*cells: str | float | None) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: str | float | None) -> str | float | None:
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
