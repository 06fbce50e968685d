"""What the program shows: answers, sentences, speakers and verdicts come in; text of one format goes out, line by line.

A format is a class in a file of its own, which is loaded when it is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from bot.answers import Answer, Verdict
    from bot.documents import Document
    from bot.index import Sentence
    from bot.shell.counting import Counted
    from bot.shell.painting import Paint


class Asked(NamedTuple):
    """A question of one run, and its answer."""

    answer: Answer
    id: str | None
    """What a file of questions calls it."""
    alone: bool
    """Whether it is the only one, so that nobody needs to be told which it is."""
    skipped: Sequence[tuple[str, str]]
    """What was left out of the documents."""

    @property
    def name(self) -> str:
        """What the question is called: the words of it, behind its id."""
        return f"[{self.id}] {self.answer.question}" if self.id else self.answer.question


class Format(Protocol):
    """How things are shown; every text ends with a line break."""

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]: ...
    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]: ...
    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]: ...
    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]: ...


def chosen(flag: str | None, paint: Paint) -> Format:
    """The format that a flag stands for; without one it is text, which looks as `paint` makes it."""
    if flag == "json":
        from bot.shell.formats.jsonl import JsonLines

        return JsonLines()
    if flag == "lines":
        from bot.shell.formats.locations import Locations

        return Locations()
    if flag == "csv":
        from bot.shell.formats.table import Table

        return Table()
    if flag == "markdown":
        from bot.shell.formats.markdown import Markdown

        return Markdown()
    from bot.shell.formats.text import Text

    return Text(paint)
