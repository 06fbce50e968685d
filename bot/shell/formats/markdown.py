"""Markdown for notes and drafts: each quote as quoted lines, with who said it and where."""

import re
from collections.abc import Iterable, Iterator

from bot.answers import Quote, Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell.counting import Counted
from bot.shell.formats import Asked
from bot.shell.render import REPORTED, citation, clean, place, speaker_line, spoken

_SIGNS = re.compile(r"([\\`*_\[\]<>|#])")


class Markdown:
    """Shows things as paragraphs, lists and tables."""

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]:
        shown = False
        for one in asked:
            if one.answer:
                named = "" if one.alone else f"## {_text(one.name)}\n\n"
                parts = [*map(_quote, one.answer.quotes), *(f"{_text(gap)}\n" for gap in one.answer.gaps)]
                yield ("\n" if shown else "") + named + "\n".join(parts)
                shown = True

    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        return (f"{'' if number == 0 else chr(10)}{_quote(sentence)}" for number, sentence in enumerate(sentences))

    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]:
        yield "| Speaker | Sentences | First | Last |\n| --- | ---: | --- | --- |\n"
        for row in speakers:
            cells = (speaker_line(row.speaker), f"{row.sentences:,}", citation(row.first), citation(row.last))
            yield f"| {' | '.join(map(_text, cells))} |\n"

    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]:
        from bot.shell.verdicts import words

        yield "| Line | Verdict | Given to | Quotation | Source |\n| ---: | --- | --- | --- | --- |\n"
        for verdict in verdicts:
            source = (
                f"{speaker_line(verdict.quote.speaker)}, {citation(verdict.quote.sentence)}" if verdict.quote else ""
            )
            line, _ = place(draft.text, verdict.start)
            cells = (str(line), verdict.verdict, verdict.speaker or "", words(verdict), source)
            yield f"| {' | '.join(map(_text, cells))} |\n"


def _quote(said: Sentence | Quote) -> str:
    sentence = said.sentence if isinstance(said, Quote) else said
    reported = REPORTED if said.kind == "indirect" else ""
    who = f"**{_text(speaker_line(said.speaker))}**{reported}"
    return f"> {_text(spoken(said.words))}\n\n{who}, {_text(citation(sentence))}\n"


def _text(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SIGNS.sub(r"\\\1", clean(text))
