"""The world around one run: its streams, its settings, and how it ends."""

import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from bot.shell.settings import Settings, settings

if TYPE_CHECKING:
    from bot.shell.render import Line


class ExitStatus(IntEnum):
    """How the program ends; grep's manners."""

    ANSWERED = 0
    NOT_ANSWERED = 1
    ERROR = 2
    INTERRUPTED = 130
    """128 + SIGINT, as a shell reports a program that Ctrl-C ended."""


class Environment(NamedTuple):
    """The world around one run; tests put their own."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    settings: Settings
    data: BinaryIO | None = None
    """stdin as bytes, for a document on it."""

    @classmethod
    def real(cls) -> "Environment":
        stdin, stdout, stderr = (_open_stream(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))
        return cls(stdin, stdout, stderr, settings(), getattr(stdin, "buffer", None))

    def close_quietly(self) -> None:
        """Nobody reads our output any more: what is still in the buffer goes nowhere."""
        if self.stdout is sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def in_color(self, when: str) -> bool:
        """--color, then NO_COLOR, then FORCE_COLOR, then whether stdout is a terminal."""
        if when != "auto":
            return when == "always"
        if self.settings.no_color:
            return False
        return self.settings.force_color or (self.stdout.isatty() and not self.settings.dumb)

    def columns(self) -> int | None:
        """The width of the terminal; None where stdout is none, so that lines are not to be broken."""
        if not self.stdout.isatty() or self.settings.dumb:
            return None
        from shutil import get_terminal_size

        return get_terminal_size().columns

    def write(self, lines: "Iterable[Line]", color: str) -> None:
        from bot.shell import render

        columns = self.columns()
        if columns:
            from bot.shell.wrapping import wrapped

            lines = wrapped(lines, columns)
        paint = render.coloured if self.in_color(color) else render.plain
        self.stdout.writelines(paint([line]) for line in lines)

    def write_json(self, records: Iterable[object]) -> None:
        import json

        self.stdout.writelines(json.dumps(record) + "\n" for record in records)


def _open_stream(stream: TextIO | None) -> TextIO:
    """A standard stream in UTF-8; one that the caller has closed leads nowhere."""
    if stream is None:
        return open(os.devnull, "r+", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream
