"""The line editor of the conversation: history, completion, keys. The only importer of prompt_toolkit.

It stands apart from `repl` so that a conversation without a terminal never loads it.
"""

from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from bot.shell.repl import completions
from bot.shell.talk import Talk


class _Asked(FileHistory):
    """What was asked before; nothing twice in a row, nothing that begins with a space."""

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
        slash = Condition(lambda: get_app().current_buffer.text.startswith("/"))
        asked: History = _Asked(str(history)) if history else InMemoryHistory()
        self._session: PromptSession[str] = PromptSession(
            history=asked,
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
        return self._session.prompt(prompt)


def _keys() -> KeyBindings:
    """Alt+Enter adds a line; every other key keeps its meaning."""
    keys = KeyBindings()

    @keys.add("escape", "enter")
    @keys.add("escape", "c-j")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
