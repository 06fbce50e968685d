"""One conversation at the prompt: what is asked of which documents, how it is shown, and what was answered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from bot.answers import Answer, Bot, Conversation, Quote
from bot.questions import To, read_line
from bot.shell import render
from bot.shell.painting import ENDED, PLAIN, Line, Paint
from bot.shell.settings import number_of


@dataclass(slots=True)
class Talk:
    """One conversation: what is asked, how it is shown, what was answered last."""

    bot: Bot
    out: TextIO
    """Takes answers and lists."""
    notes: TextIO
    """Takes what is said around them."""
    paint: Paint = PLAIN
    k: int = 3
    context: int = 0
    speakers: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    """What was read; nothing is the bundled sample."""
    read: Callable[[Sequence[str]], Bot] | None = None
    """Reads other documents, for /read and /reload."""
    editor: str = ""
    """Opens a document at a line, for /open."""
    answers: list[Answer] = field(default_factory=list)
    """All that was asked and quoted, for /save."""
    last: Answer | None = None
    asked: str = ""
    """The last question that stands by itself."""
    page: int = 0
    """Quotes that are shown at once, where these are more than `k`."""
    over: bool = False
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        self.conversation = self.bot.conversation()

    def turn_to(self, bot: Bot, paths: Sequence[str]) -> None:
        """Goes on with other documents; what was said of the ones before is forgotten."""
        self.bot, self.paths, self.speakers, self.last = bot, tuple(paths), (), None
        self.conversation = bot.conversation()

    def ask(self, question: str, *, page: int = 0) -> Answer:
        """Asks and remembers the answer; of a `page` of quotes, "more" shows as many."""
        if read_line(question).to is not To.MORE:
            self.page = page
        self.last = self.conversation.ask(question, max(self.k, self.page), self.speakers, context=self.context)
        if self.last:
            self.answers.append(self.last)
            self.asked = self.asked if self.last.understood.line == "shown" else question
        return self.last

    def quote(self, number: str) -> Quote | None:
        """A quote of the last answer, or the nearest sentence of a refusal, by its number (the first where none)."""
        quotes = (self.last.quotes or self.last.nearest) if self.last else ()
        wanted = number_of(number or "1", 1)
        if wanted is None or wanted > len(quotes):
            self.say(f"There is no quote {number or '1'}.")
            return None
        return quotes[wanted - 1]

    def show(self, *lines: Line) -> None:
        self._write(self.out, lines)

    def say(self, *texts: str) -> None:
        self._write(self.notes, [[("dim", render.clean(text))] for text in texts])

    def stop(self) -> None:
        """Says that no more is shown; what was may have ended inside of an escape."""
        if self.paint.color:
            self.notes.write(ENDED)
        self.say("", "Stopped.")

    def _write(self, stream: TextIO, lines: Iterable[Line]) -> None:
        stream.writelines(self.paint([line]) for line in lines)
        stream.flush()


def counted(count: int, thing: str) -> str:
    """A number with what is counted: "2,000 quotes"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
