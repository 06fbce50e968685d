"""`path:line:column: speaker: text`, which editors and grep's friends read."""

from collections.abc import Iterable, Iterator

from bot.answers import Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell import painting, render
from bot.shell.counting import Counted
from bot.shell.formats import Asked


class Locations:
    """Shows one thing a line, behind its place."""

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]:
        return (painting.plain(render.location_lines(one.answer.quotes)) for one in asked)

    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        return (painting.plain([line]) for line in render.location_lines(sentences))

    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]:
        """The first sentence of each."""
        return self.sentences(row.first for row in speakers)

    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]:
        from bot.shell.verdicts import location_lines

        return (painting.plain([line]) for line in location_lines(verdicts, draft))
