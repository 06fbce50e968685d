"""The conversation: questions, answers and /commands, line by line, wherever the lines come from.

A command is one decorated function: its name, its argument, its help line, and what completes the argument.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol, TextIO

from bot.answers import Answer, Bot, Conversation
from bot.errors import BotError, UnknownSpeaker, fault
from bot.shell import render
from bot.shell.render import Line

_COMMAND = re.compile(r"/([a-z?]+)(?:\s+(.*))?$", re.DOTALL)
_LEAVE = frozenset(["exit", "quit"])
_MOST, _DIGITS = 100, 9
"""Quotes or neighbours that a command may ask for, and digits of a number that is read at all."""


class Source(Protocol):
    """Where lines come from. `read` raises EOFError at the end and KeyboardInterrupt when a line is given up."""

    def read(self, prompt: str) -> str: ...


@dataclass(slots=True)
class Talk:
    """One conversation: what is asked, how it is shown, what was answered last."""

    bot: Bot
    out: TextIO
    """Takes answers and lists."""
    notes: TextIO
    """Takes what is said around them."""
    color: bool = False
    k: int = 3
    context: int = 0
    speakers: tuple[str, ...] = ()
    last: Answer | None = None
    over: bool = False
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        self.conversation = self.bot.conversation()

    def show(self, *lines: Line) -> None:
        self._write(self.out, lines)

    def say(self, *texts: str) -> None:
        self._write(self.notes, [[("dim", render.clean(text))] for text in texts])

    def _write(self, stream: TextIO, lines: Iterable[Line]) -> None:
        stream.write((render.coloured if self.color else render.plain)(lines))
        stream.flush()


@dataclass(frozen=True, slots=True)
class Command:
    """What a word behind a slash does."""

    name: str
    argument: str
    help: str
    run: Callable[[Talk, str], None]
    completions: Callable[[Bot], Iterable[str]]


COMMANDS: dict[str, Command] = {}


def _command(
    name: str, argument: str = "", completions: Callable[[Bot], Iterable[str]] = lambda _: ()
) -> Callable[[Callable[[Talk, str], None]], Callable[[Talk, str], None]]:
    def register(run: Callable[[Talk, str], None]) -> Callable[[Talk, str], None]:
        COMMANDS[name] = Command(name, argument, (run.__doc__ or "").removesuffix("."), run, completions)
        return run

    return register


def speaker_names(bot: Bot) -> list[str]:
    """Everybody who speaks, each once."""
    return list(dict.fromkeys(speaker.name for speaker in bot.speakers))


@_command("help")
def _help(talk: Talk, _: str) -> None:
    """Show this list."""
    width = max(len(f"{command.name} {command.argument}") for command in COMMANDS.values())
    for command in COMMANDS.values():
        talk.show([("match", f"/{command.name} {command.argument}".ljust(width + 2)), ("", f" {command.help}")])
    talk.say("Enter asks, Alt+Enter adds a line, Ctrl-R searches what you asked, Ctrl-D leaves.")


@_command("speaker", "[NAME]", speaker_names)
def _speaker(talk: Talk, argument: str) -> None:
    """Quote only NAME; without a name, everybody."""
    try:
        talk.speakers = talk.bot.named(argument) if argument else ()
    except UnknownSpeaker as error:
        hint = f"did you mean {' or '.join(error.close)}?" if error.close else "/speakers lists who does."
        talk.say(f"Nobody called {argument} speaks here; {hint}")
        return
    talk.say(f"Quoting {' or '.join(talk.speakers) or 'everybody'}.")


@_command("speakers")
def _speakers(talk: Talk, _: str) -> None:
    """List everybody who speaks."""
    talk.show(*render.speaker_lines(talk.bot.speakers))


@_command("docs")
def _docs(talk: Talk, _: str) -> None:
    """List the documents."""
    for document in talk.bot.documents:
        talk.show([("speaker", render.clean(document.id)), ("dim", f"  {render.clean(document.title)}")])


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _number(argument: str, least: int) -> int | None:
    number = int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= _DIGITS else -1
    return number if least <= number <= _MOST else None


@_command("k", "N")
def _k(talk: Talk, argument: str) -> None:
    """Show at most N quotes."""
    number = _number(argument, 1)
    talk.k = number or talk.k
    talk.say(
        f"At most {_counted(talk.k, 'quote')}." if number else f"/k takes a number from 1 to {_MOST}; it is {talk.k}."
    )


@_command("context", "N")
def _context(talk: Talk, argument: str) -> None:
    """Show N sentences before and after each quote."""
    number = _number(argument, 0)
    talk.context = talk.context if number is None else number
    said = f"/context takes a number from 0 to {_MOST}; it is {talk.context}."
    talk.say(said if number is None else f"{_counted(talk.context, 'sentence')} around each quote.")


@_command("why", "[N]")
def _why(talk: Talk, argument: str) -> None:
    """Tell why quote N (1) was chosen and how its speaker is known."""
    quotes = (talk.last.quotes or talk.last.nearest) if talk.last else ()
    number = _number(argument or "1", 1)
    if talk.last is None or number is None or number > len(quotes):
        talk.say(f"There is no quote {argument or '1'} to explain.")
        return
    talk.show(*render.why_lines(talk.last, quotes[number - 1]))


@_command("quit")
def _quit(talk: Talk, _: str) -> None:
    """Leave (also /exit, exit, quit, Ctrl-D)."""
    talk.over = True


def converse(talk: Talk, source: Source) -> None:
    """Reads and answers until the lines end or somebody leaves."""
    bot = talk.bot
    count = len(bot.documents)
    what = bot.documents[0].title if count == 1 else _counted(count, "document")
    talk.say(f"{what}: {_counted(len(bot.sentences), 'sentence')}, {_counted(len(speaker_names(bot)), 'speaker')}.")
    talk.say("Ask, or type /help.")
    while not talk.over:
        try:
            line = source.read(render.clean(" or ".join(talk.speakers)) + " ? " if talk.speakers else "? ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        try:
            respond(talk, " ".join(line.split()))
        except KeyboardInterrupt:
            talk.say("Stopped.")
        except BotError as error:
            talk.say(str(error))
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001  # one line that cannot be answered ends no conversation
            talk.say(fault(error))


def respond(talk: Talk, line: str) -> None:
    """Does what one line asks: nothing, a command, or an answer."""
    if not line:
        return
    if line in _LEAVE:
        talk.over = True
    elif match := _COMMAND.match(line):
        _do(talk, "quit" if match[1] in _LEAVE else match[1], (match[2] or "").strip())
    else:
        _answer(talk, line)


def _do(talk: Talk, name: str, argument: str) -> None:
    command = COMMANDS.get("help" if name == "?" else name)
    if command is not None:
        command.run(talk, argument)
        return
    close = get_close_matches(name, COMMANDS, 1)
    talk.say(f"There is no command /{name}" + (f"; did you mean /{close[0]}?" if close else "; /help lists them."))


def _answer(talk: Talk, question: str) -> None:
    answer = talk.conversation.ask(question, talk.k, talk.speakers, context=talk.context)
    talk.last = answer
    if answer.understood.gist:
        talk.say(f"({answer.understood.gist})")
    if answer:
        talk.show(*render.answer_lines(answer), [])
    else:
        talk.show(*render.refusal_lines(answer, talk.bot.near_words(answer)), [])


def completions(bot: Bot, before: str) -> Iterator[tuple[str, int]]:
    """What can stand at the cursor, and where that begins before it (0 or less): commands, then names of speakers."""
    name = re.match(r"/(\w*)$", before)
    if name:
        yield from ((f"/{command}", -len(before)) for command in COMMANDS if command.startswith(name[1]))
        return
    argument = re.match(r"/(\w+)\s+(.*)$", before)
    if argument:
        command = COMMANDS.get(argument[1])
        words, typed = command.completions(bot) if command else (), argument[2]
    else:
        words, typed = speaker_names(bot), re.split(r"\s", before)[-1]
        if not typed:
            return
    for word in words:
        if any(part.casefold().startswith(typed.casefold()) for part in (word, *word.split())):
            yield word, -len(typed)


class PlainSource:
    """Lines of a stream, for a terminal that cannot redraw and for screen readers."""

    def __init__(self, stream: TextIO, out: TextIO) -> None:
        self._stream = stream
        self._out = out

    def read(self, prompt: str) -> str:
        self._out.write(prompt)
        self._out.flush()
        try:
            line = self._stream.readline()
        except KeyboardInterrupt:
            self._out.write("\n")
            raise
        if not line:
            self._out.write("\n")
            raise EOFError
        return line
