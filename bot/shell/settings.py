"""What this program is called, where it keeps things, what the environment says. The only reader of `os.environ`."""

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.errors import APP, DocumentError, UsageError, told

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = APP.upper().replace("-", "_") + "_"
MOST = 999_999
"""Quotes or neighbours that may be asked for."""
WHEN = ("auto", "always", "never")


_LINKING = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm")
_LINKING_PROGRAMS = frozenset(["ghostty", "hyper", "iterm.app", "rio", "tabby", "vscode", "warpterminal", "wezterm"])
_VTE = 5000
"""Terminals with hyperlinks, by TERM, by TERM_PROGRAM, and the first version of VTE (GNOME's) that has them."""


class Settings(NamedTuple):
    """What environment and settings file ask for."""

    no_color: bool
    force_color: bool
    dumb: bool
    """The terminal cannot move its cursor."""
    links: bool
    """The terminal shows hyperlinks (OSC 8)."""
    editor: str
    """VISUAL or EDITOR: opens a document at a line; empty for whatever the system opens it with."""
    file: str
    """The settings file, which need not be there; empty where nobody lives."""
    documents: tuple[str, ...] = ()
    """Read when no document is named; in the environment several are joined as in PATH."""
    k: int = 3
    context: int = 0
    color: str = WHEN[0]
    plain: bool = False
    history: str = ""
    """Where the conversation keeps its questions; empty for the user's state folder."""
    token: str = ""
    """What a server with an index asks for; never shown."""
    asked: tuple[tuple[str, object, str], ...] = ()
    """Which of these were asked for: name, value as it was written, and where."""

    def addressed(self, index: str) -> str:
        """A store's name, with the token for the server that it may be on. Raises UsageError for one that has one."""
        scheme, there, place = index.partition("://")
        server = place.partition("/")[0] if there and scheme.startswith("milvus") else ""
        if "@" in server:
            raise UsageError(f"a token is not to be seen in --index; put it into {PREFIX}TOKEN")
        if server:
            os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "false")  # it tells of each process that reads files
        if not (server and self.token):
            return index
        from urllib.parse import quote

        return f"{scheme}://{':'.join(quote(part, '') for part in self.token.split(':'))}@{place}"

    def shown(self) -> Iterator[str]:
        """Each setting as a line of the settings file, with where it comes from."""
        import json

        origins = {name: where for name, _, where in self.asked}
        for name in _KINDS:
            yield f"{name} = {json.dumps(getattr(self, name))}  # {origins.get(name, 'default')}"


def number_of(value: object, least: int) -> int | None:
    """A whole number from `least` to `MOST`, also in digits; None for anything else."""
    if isinstance(value, str):
        value = int(value) if value.isascii() and value.isdigit() and len(value) <= len(str(MOST)) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and least <= value <= MOST else None


def _paths(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return tuple(filter(None, value.split(os.pathsep)))
    whole = isinstance(value, list) and all(isinstance(part, str) for part in value)
    return tuple(value) if whole and isinstance(value, list) else None


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else {"1": True, "true": True, "0": False, "false": False}.get(str(value))


_KINDS: dict[str, tuple[Callable[[object], Any], str]] = {
    "documents": (_paths, "paths"),
    "k": (lambda value: number_of(value, 1), f"a number from 1 to {MOST}"),
    "context": (lambda value: number_of(value, 0), f"a number from 0 to {MOST}"),
    "color": (lambda value: value if value in WHEN else None, "auto, always or never"),
    "plain": (_truth, "true or false"),
    "history": (lambda value: value if isinstance(value, str) else None, "a path"),
}
"""The settings that a user has: what makes a value of what is written (None: it makes no sense), and what is wanted."""


def settings(environ: Mapping[str, str] | None = None) -> Settings:
    """What the environment says (or `environ`, for tests); what it asks for is not looked at yet."""
    found = os.environ if environ is None else environ
    home = found.get("XDG_CONFIG_HOME") or (os.path.join(found["HOME"], ".config") if found.get("HOME") else "")
    asked = ((name, found.get(PREFIX + name.upper()), PREFIX + name.upper()) for name in _KINDS)
    return Settings(
        no_color=bool(found.get("NO_COLOR")),
        force_color=bool(found.get("FORCE_COLOR")),
        dumb=found.get("TERM", "") == "dumb",
        links=_links(found),
        editor=found.get("VISUAL") or found.get("EDITOR") or "",
        file=os.path.join(home, APP, "config.toml") if home else "",
        token=found.get(f"{PREFIX}TOKEN", ""),
        asked=tuple(one for one in asked if one[1]),
    )


def _links(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one of those known to show hyperlinks, unless FORCE_HYPERLINK says so or not."""
    forced = environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    version = environ.get("VTE_VERSION", "")
    return (
        any(name in environ.get("TERM", "") for name in _LINKING)
        or environ.get("TERM_PROGRAM", "").casefold() in _LINKING_PROGRAMS
        or bool(environ.get("WT_SESSION") or environ.get("KONSOLE_VERSION"))
        or (version.isascii() and version.isdigit() and int(version[:9]) >= _VTE)
    )


def configured(found: Settings) -> Settings:
    """With all that is asked for: by the environment, else by the settings file. Raises UsageError, DocumentError."""
    asked = {name: (name, value, found.file) for name, value in _of_file(found.file).items()}
    asked |= {one[0]: one for one in found.asked}
    return found._replace(**{name: _valid(*one) for name, one in asked.items()}, asked=tuple(asked.values()))


def _of_file(path: str) -> dict[str, object]:
    if not path or not os.path.exists(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from error
    except OSError as error:
        raise DocumentError(path, told(error)) from error


def _valid(name: str, value: object, where: str) -> Any:
    if name not in _KINDS:
        raise UsageError(f"{where}: there is no setting {name}; there are {', '.join(_KINDS)}")
    make, wanted = _KINDS[name]
    made = make(value)
    if made is None:
        raise UsageError(f"{where}: {name} takes {wanted}, not {value!r}")
    return made


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
