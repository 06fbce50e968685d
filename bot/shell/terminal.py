"""The line editor of the conversation: history, completion, keys. The only importer of prompt_toolkit.

It stands apart from `repl` so that a conversation without a terminal never loads it.
"""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_searching
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.search import accept_search

from bot.errors import told
from bot.shell.repl import completions
from bot.shell.talk import Talk

_RESET = b"\x1b[0m\x1b[?25h\x1b[?2004l\n"
"""No colour, the cursor to be seen, no marks around what is pasted, a new line."""
_ENDS = ("SIGHUP", "SIGQUIT", "SIGTERM")


class _Asked(FileHistory):
    """What was asked before; nothing twice in a row, nothing that begins with a space."""

    trouble: str | None = None
    """Why it can be kept no more."""

    def load_history_strings(self) -> Iterable[str]:
        try:
            return super().load_history_strings()
        except OSError as error:
            self.trouble = told(error)
            return []

    def store_string(self, string: str) -> None:
        try:
            if self.trouble is None:
                super().store_string(string)
        except OSError as error:
            self.trouble = told(error)

    def append_string(self, string: str) -> None:
        if not string.startswith(" ") and string.strip() and string not in self._loaded_strings[:1]:
            super().append_string(string)


class _Words(Completer):
    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        del complete_event
        for word, start in completions(self._talk.bot, document.text_before_cursor):
            yield Completion(word, start_position=start)


class TerminalSource:
    """Reads a question with everything a shell's line editor has."""

    def __init__(self, talk: Talk, history: Path | None) -> None:
        self._talk = talk
        slash = Condition(lambda: get_app().current_buffer.text.startswith("/"))
        self._asked = _Asked(str(history)) if history else None
        self._session: PromptSession[str] = PromptSession(
            history=self._asked or InMemoryHistory(),
            auto_suggest=AutoSuggestFromHistory(),
            completer=_Words(talk),
            complete_while_typing=slash,
            enable_history_search=~slash,
            search_ignore_case=True,
            enable_open_in_editor=True,
            enable_suspend=True,
            key_bindings=_keys(),
        )

    def read(self, prompt: str) -> str:
        with _given_back(self._session.input.fileno()):
            line = self._session.prompt(prompt)
        if self._asked and self._asked.trouble:
            self._talk.say(f"Questions are not kept: {self._asked.trouble}")
            self._asked = None
        return line


@contextmanager
def _given_back(terminal: int) -> Iterator[None]:
    """Puts a terminal back as it is now when the process is ended from outside meanwhile."""
    if not os.isatty(terminal) or sys.platform == "win32":
        yield
        return
    import termios

    found = termios.tcgetattr(terminal)

    def end(number: int, _: object) -> None:
        with suppress(OSError, termios.error):  # it may be gone
            if os.tcgetpgrp(terminal) == os.getpgrp():
                termios.tcsetattr(terminal, termios.TCSANOW, found)
                os.write(terminal, _RESET)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    ends = [number for name in _ENDS if signal.getsignal(number := getattr(signal, name)) is signal.SIG_DFL]
    for number in ends:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ends:
            signal.signal(number, signal.SIG_DFL)


def _keys() -> KeyBindings:
    """Alt+Enter adds a line, Enter asks what Ctrl-R found; every other key keeps its meaning."""
    keys = KeyBindings()

    @keys.add("escape", "enter")
    @keys.add("escape", "c-j")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("enter", filter=is_searching)
    def _(event: KeyPressEvent) -> None:
        accept_search()
        event.current_buffer.validate_and_handle()

    return keys
