"""The conversation: lines in, answers and what /commands do out, wherever the lines come from."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Protocol, TextIO

from bot.answers import Bot
from bot.errors import BotError, fault
from bot.shell import render
from bot.shell.commands import COMMANDS, answer, speaker_names
from bot.shell.talk import Talk
from bot.shell.welcome import welcome

_COMMAND = re.compile(r"/([A-Za-z?]+)(?:\s+(.*))?$", re.DOTALL)
_LEAVE = frozenset(["exit", "quit", "q", ":q", "quit()", "exit()", "bye"])


class Source(Protocol):
    """Where lines come from. `read` raises EOFError at the end and KeyboardInterrupt when a line is given up."""

    def read(self, prompt: str) -> str: ...


def converse(talk: Talk, source: Source) -> None:
    """Reads and answers until the lines end or somebody leaves."""
    welcome(talk)
    while not talk.over:
        try:
            line = source.read(render.clean(" or ".join(talk.speakers)) + " ? " if talk.speakers else "? ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        try:
            lines = _apart(line)
            for one in lines:
                if len(lines) > 1:
                    talk.say(f"? {one}")
                respond(talk, one)
        except KeyboardInterrupt:
            talk.stop()
        except BotError as error:
            talk.say(str(error))
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001  # one line that cannot be answered ends no conversation
            talk.say(fault(error))


def _apart(line: str) -> list[str]:
    """The questions of several lines pasted at once, one by one; one question over several lines is one."""
    lines = [" ".join(part.split()) for part in line.splitlines()]
    lines = [part for part in lines if part]
    asks = all(part.endswith("?") or _COMMAND.match(part) for part in lines)
    return lines if asks else [" ".join(lines)]


def respond(talk: Talk, line: str) -> None:
    """Does what one line asks: nothing, a command, or an answer."""
    low = line.casefold()
    if not line:
        return
    if low in _LEAVE:
        talk.over = True
    elif low in ("help", "?"):
        _do(talk, "help", "")
    elif match := _COMMAND.match(line):
        name = match[1].casefold()
        _do(talk, "quit" if name in _LEAVE else name, (match[2] or "").strip())
    else:
        answer(talk, line)


def _do(talk: Talk, name: str, argument: str) -> None:
    command = COMMANDS.get("help" if name == "?" else name)
    if command is not None:
        command.run(talk, argument)
        return
    close = get_close_matches(name, COMMANDS, 1)
    talk.say(f"There is no command /{name}" + (f"; did you mean /{close[0]}?" if close else "; /help lists them."))


def completions(bot: Bot, before: str) -> Iterator[tuple[str, int]]:
    """What can stand at the cursor, and where that begins before it (0 or less): commands, names, documents."""
    name = re.match(r"/(\w*)$", before)
    if name:
        yield from ((f"/{command}", -len(before)) for command in COMMANDS if command.startswith(name[1].casefold()))
        return
    argument = re.match(r"/(\w+)\s+(.*)$", before)
    if argument:
        command = COMMANDS.get(argument[1].casefold())
        typed = argument[2]
        words = command.completions(bot, typed) if command else ()
    else:
        words = [*speaker_names(bot), *(document.id for document in bot.documents)]
        typed = re.split(r"\s", before)[-1]
        if not typed:
            return
    for word in map(render.clean, words):
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
