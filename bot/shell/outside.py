"""What is done outside of the program: the clipboard, an editor, a file."""

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from shlex import split
from typing import TextIO

from bot.answers import Answer
from bot.errors import told
from bot.shell import render
from bot.shell.formats import Asked, chosen
from bot.shell.painting import PLAIN

_CLIPBOARDS = (
    ("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"), ("clip.exe",),
)  # fmt: skip
_OPENERS = ("open", "xdg-open")
_WITH_PLUS = frozenset("emacs emacsclient ex joe jed kak mcedit micro nano ne nvim pico vi view vim vis".split())
"""Editors that take the line as +N before the file."""
_PATIENCE = 5
"""Seconds that another program may take."""


def copy(text: str, terminal: TextIO) -> str:
    """Copies to the clipboard, by a program where there is one, else by asking the terminal (OSC 52); says so."""
    for command in _CLIPBOARDS:
        if shutil.which(command[0]) and _runs(command, text):
            return f"Copied: {text}"
    if terminal.isatty():
        terminal.write(f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07")
        terminal.flush()
        return f"Copied, if the terminal allows it: {text}"
    return f"There is no clipboard here: {text}"


def _runs(command: Sequence[str], text: str) -> bool:
    try:
        subprocess.run(command, input=text, text=True, check=True, timeout=_PATIENCE, capture_output=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def open_at(path: str | None, line: int, editor: str) -> str:
    """Opens a file at a line in the user's editor, else with what the system opens it with; says what was done."""
    if path is None:
        return "That document is no file."
    file = os.path.abspath(path)
    name = os.path.splitext(os.path.basename(split(editor)[0]))[0] if editor.strip() else ""
    if name in _WITH_PLUS:
        command = [*split(editor), f"+{line}", file]
    elif name in ("code", "codium", "code-insiders"):
        command = [*split(editor), "-g", f"{file}:{line}"]
    elif name:
        command = [*split(editor), file]
    else:
        found = next(filter(shutil.which, _OPENERS), None)
        command = [found, file] if found else []
    if not command:
        return f"Set EDITOR to open {render.clean(path)} at line {line}."
    try:
        # No shell: the path is one argument, whatever it holds. An editor needs the terminal.
        subprocess.run(command, check=True, capture_output=not name)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return f"{command[0]} cannot open {render.clean(path)}; set EDITOR to one that can."
    return f"Opened {render.clean(path)}, line {line}."


def save(path: str, answers: Sequence[Answer]) -> str:
    """Writes answers to a new file, whole or not at all; says what was done."""
    if not answers:
        return "Nothing has been answered yet."
    asked = [Asked(answer, None, alone=False, skipped=()) for answer in answers]
    written = chosen("json" if path.endswith(".jsonl") else "markdown", PLAIN)
    if os.path.lexists(path):
        return f"{render.clean(path)} is there already; nothing was written."
    try:
        write(path, "".join(written.answers(asked)))
    except OSError as error:
        return f"cannot write {render.clean(path)}: {told(error)}"
    return f"Saved {len(answers)} answer{'' if len(answers) == 1 else 's'} to {render.clean(path)}."


def write(path: str, text: str) -> None:
    """Writes a file whole or not at all: what was there stays where that fails. Raises OSError."""
    place = os.path.realpath(path)
    if os.path.exists(place) and not os.path.isfile(place):
        with open(place, "w", encoding="utf-8", errors="replace", newline="\n") as device:
            device.write(text)
        return
    part = f"{place}.{os.getpid()}.part"
    try:
        with open(part, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        if os.path.exists(place):
            shutil.copymode(place, part)
        os.replace(part, place)
    except BaseException:
        with suppress(OSError):
            os.remove(part)
        raise
