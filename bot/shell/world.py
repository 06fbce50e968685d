"""The world around one run: its streams, its settings, and how it ends."""

import os
import sys
from enum import IntEnum
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Self, TextIO

from bot.shell.settings import Settings, settings

if TYPE_CHECKING:
    from bot.index import Reached
    from bot.shell.painting import Paint


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

    def waiting(self) -> bool:
        """Whether somebody has put something on stdin."""
        import stat

        try:
            status = os.fstat(self.stdin.fileno())
            if stat.S_ISFIFO(status.st_mode):
                from fcntl import ioctl
                from termios import FIONREAD

                return any(ioctl(self.stdin.fileno(), FIONREAD, bytes(4)))
        except (ImportError, OSError, ValueError):  # no such stream, no such system
            return False
        return stat.S_ISREG(status.st_mode) and status.st_size > 0

    def paint(self, when: str) -> "Paint":
        """How text looks on stdout; `when` is it coloured? ("auto", "always", "never")."""
        from bot.shell.painting import Paint

        links = self.settings.links and self.stdout.isatty()
        return Paint(self._in_color(when), links, self._columns)

    def _in_color(self, when: str) -> bool:
        """--color, then NO_COLOR, then FORCE_COLOR, then whether stdout is a terminal."""
        if when != "auto":
            return when == "always"
        if self.settings.no_color:
            return False
        return self.settings.force_color or (self.stdout.isatty() and not self.settings.dumb)

    def _columns(self) -> int | None:
        """The width of the terminal; None where stdout is none, so that lines are not to be broken."""
        if not self.stdout.isatty() or self.settings.dumb:
            return None
        from shutil import get_terminal_size

        return get_terminal_size().columns


def _open_stream(stream: TextIO | None) -> TextIO:
    """A standard stream in UTF-8; one that the caller has closed leads nowhere."""
    if stream is None:
        return open(os.devnull, "r+", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


_TELLING, _LONG = 0.1, 10
"""Share of the work, or seconds of it, from which on they tell how long the rest takes."""


class Progress:
    """One rewritten line on a terminal, for work that takes more than a second."""

    def __init__(self, stream: TextIO, what: str, *, quiet: bool = False) -> None:
        self._stream = stream
        self._what = what
        self._shown = False
        self._began = monotonic()
        self._next = float("inf") if quiet or not stream.isatty() else self._began + 1

    def __call__(self, done: str) -> None:
        now = monotonic()
        if now >= self._next:
            self._stream.write(f"\r{self._what} {done}\x1b[K")
            self._stream.flush()
            self._shown, self._next = True, now + 0.1

    def reading(self, reached: "Reached") -> None:
        """How many files and sentences are read, and about how long the rest takes."""
        took = monotonic() - self._began
        known = reached.share > _TELLING or took > _LONG
        minutes, seconds = divmod(int(took * (1 / max(reached.share, 1e-6) - 1)), 60)
        left = f", {minutes}:{seconds:02} left" if known and 0 < reached.share < 1 else ""
        self(f"{reached.files:,}/{reached.of:,} files, {reached.sentences:,} sentences{left}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
