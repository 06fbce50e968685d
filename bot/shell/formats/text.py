"""Text for people: quotes with their speakers above and their places below."""

from collections.abc import Iterable, Iterator

from bot.answers import Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell import render
from bot.shell.counting import Counted
from bot.shell.formats import Asked
from bot.shell.painting import Line, Paint

_LONG = 500
"""Signs of a question that are shown."""
_BAR = 10
"""Signs of the longest bar."""


class Text:
    """Shows things as a reader wants them, in colour or not, on a terminal broken between words."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]:
        """The quotes of each answer; of several questions, each below what was asked."""
        shown = False
        for one in asked:
            if one.answer:
                named: list[Line] = [] if one.alone else [[("dim", render.short(render.clean(f"? {one.name}"), _LONG))]]
                yield self._paint([*([[]] if shown else []), *named, *render.answer_lines(one.answer)])
                shown = True

    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        return (self._paint([line]) for line in render.sentence_lines(sentences))

    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]:
        """A table: name and title, how many sentences, their share as a bar, the first place and the last."""
        rows = list(speakers)
        names = ["".join(text for _, text in next(render.speaker_lines([row.speaker]))) for row in rows]
        width = max(map(len, names), default=0)
        most = max((row.sentences for row in rows), default=1)
        digits = len(f"{most:,}")
        for row, name in zip(rows, names, strict=True):
            bar = "█" * max(1, round(_BAR * row.sentences / most))
            yield self._paint(
                [
                    [
                        ("speaker", name.ljust(width)),
                        ("", f"  {row.sentences:{digits},} {bar:{_BAR}} {_percent(row.share):>4}  "),
                        ("citation", _from_to(row)),
                    ]
                ]
            )

    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]:
        from bot.shell.verdicts import lines

        return (self._paint([line]) for line in lines(verdicts, draft))


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.005 else "<1%"


def _from_to(row: Counted) -> str:
    """Where somebody speaks first, and where last."""
    first, last = render.citation(row.first), render.citation(row.last)
    if first == last:
        return first
    if row.first.document is not row.last.document:
        return f"{first} to {last}"
    name = render.clean(row.last.document.id)
    return f"{first} to {last.removeprefix(name).removeprefix(' at').lstrip()}"
