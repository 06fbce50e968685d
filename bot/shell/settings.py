"""What this program is called, where it keeps things, what the environment says. The only reader of `os.environ`."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import APP

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = APP.upper().replace("-", "_") + "_"


class Settings(NamedTuple):
    """What the environment asks for."""

    no_color: bool
    force_color: bool
    dumb: bool
    """The terminal cannot move its cursor."""
    documents: tuple[str, ...]
    """QUOTING_BOT_DOCUMENTS: read when no document is named; several are joined as in PATH."""
    history: str | None
    """QUOTING_BOT_HISTORY: where the conversation keeps its questions; None for the user's state folder."""
    editor: str
    """VISUAL or EDITOR: opens a document at a line; empty for whatever the system opens it with."""


def settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Reads the environment (or `environ`, for tests)."""
    found = os.environ if environ is None else environ
    documents = found.get(PREFIX + "DOCUMENTS", "")
    history = found.get(PREFIX + "HISTORY", "")
    return Settings(
        no_color=bool(found.get("NO_COLOR")),
        force_color=bool(found.get("FORCE_COLOR")),
        dumb=found.get("TERM", "") == "dumb",
        documents=tuple(part for part in documents.split(os.pathsep) if part),
        history=history or None,
        editor=found.get("VISUAL") or found.get("EDITOR") or "",
    )


def history_file(found: Settings) -> "Path":
    """Where the questions of the conversation are kept; its folder is made, for this user alone.

    Raises OSError where nothing can be kept.
    """
    from pathlib import Path

    from platformdirs import user_state_path

    path = Path(found.history) if found.history else user_state_path(APP, appauthor=False) / "history"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    if not path.is_file():
        raise OSError(f"{path} is no file")
    if not os.access(path, os.R_OK | os.W_OK):
        raise OSError(f"{path} may not be read and written")
    return path
