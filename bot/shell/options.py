"""The grammar of the command line: one table of flags, read by the parser and by --help alike.

Our own, since argparse takes longer to load than the article takes to read, and words its errors differently from
version to version. Options may stand between the words of the question; none may be shortened.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.errors import UsageError


class Options:
    """What a command line asks for."""

    k: int = 3
    speaker: str | None = None
    context: int = 0
    json: bool = False
    lines: bool = False
    sentences: bool = False
    speakers: bool = False
    json_schema: bool = False
    color: str = "auto"
    plain: bool = False
    debug: bool = False
    version: bool = False
    help: bool = False

    def __init__(self) -> None:
        self.question: list[str] = []
        self.documents: list[str] = []


class _Flag(NamedTuple):
    """A flag: how it is written, what its value is called (nothing for a switch), what it does, what it excludes."""

    names: tuple[str, ...]
    value: str
    help: str
    excludes: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        return self.names[-1].lstrip("-").replace("-", "_")


_LISTS = ("--sentences", "--speakers", "--json-schema")
_FLAGS = (
    _Flag(("-d", "--documents"), "PATH", "file or folder to ask; - is stdin; may be repeated"),
    _Flag(("-k",), "N", "at most N quotes (3)"),
    _Flag(("--speaker",), "NAME", "only what NAME says"),
    _Flag(("--context",), "N", "show N sentences before and after each quote"),
    _Flag(("--json",), "", "one JSON object a line", ("--lines",)),
    _Flag(("--lines",), "", "path:line:column: text"),
    _Flag(("--sentences",), "", "list every sentence, its speaker, and how that is known", _LISTS[1:]),
    _Flag(("--speakers",), "", "list everybody who speaks", _LISTS[2:]),
    _Flag(("--json-schema",), "", "print the JSON Schema of --json"),
    _Flag(("--color",), "WHEN", "auto, always or never"),
    _Flag(("--plain",), "", "a conversation without colours, menus and redrawing"),
    _Flag(("--debug",), "", "show where an error comes from"),
    _Flag(("--version",), "", "print the version"),
    _Flag(("-h", "--help"), "", "print this help"),
)
_NAMED = {name: flag for flag in _FLAGS for name in flag.names}
_LEAST = {"k": 1, "context": 0}
_MOST = 999_999
_WHEN = ("auto", "always", "never")
_HEAD = """usage: bot [OPTIONS] [QUESTION...]

Answers questions about documents by quoting them, each quote with who said it.
Without a question: a conversation, or one question a line from a pipe.

"""
_EXAMPLES = """
examples:
  bot "Who thanked China for its help with COVID-19?"
  bot -d minutes/ --speaker "Cllr Lee" "What about the budget?"
  bot -d report.txt                                  a conversation
  cat questions.txt | bot -d report.txt --json       one question a line

exit status: 0 answered, 1 not answered, 2 error, 130 interrupted
"""


def help_text() -> str:
    """What `bot --help` prints."""
    shown = [f"  {', '.join(flag.names)} {flag.value}".ljust(24) + f"  {flag.help}\n" for flag in _FLAGS]
    return _HEAD + "".join(shown) + _EXAMPLES


def parse(arguments: Sequence[str]) -> Options:
    """The options of a command line. Raises UsageError for one that makes no sense."""
    options = Options()
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            options.question += rest
        elif argument[:1] != "-" or argument == "-" or argument[1].isdigit():
            options.question.append(argument)
        else:
            name, equals, value = _split(argument)
            flag = _find(name)
            if not flag.value and equals:
                raise UsageError(f"{name} takes no value")
            if flag.value and not equals:
                value = next(rest, "--")
                if value == "--" or value in _NAMED:
                    raise UsageError(f"{name} needs {flag.value}; see bot --help")
            _set(options, flag, name, value)
            given[flag.names[-1]] = name
    for flag in _FLAGS:
        for other in flag.excludes:
            if flag.names[-1] in given and other in given:
                raise UsageError(f"{flag.names[-1]} and {other} exclude each other")
    return options


def _split(argument: str) -> tuple[str, str, str]:
    """Name, whether a value is joined to it, and that value: --name=value, -kvalue."""
    if argument.startswith("--"):
        return argument.partition("=")
    return argument[:2], argument[2:], argument[2:].removeprefix("=")


def _find(name: str) -> _Flag:
    if name in _NAMED:
        return _NAMED[name]
    from difflib import get_close_matches

    close = get_close_matches(name, _NAMED, 1)
    raise UsageError(f"there is no option {name}; " + (f"did you mean {close[0]}?" if close else "see bot --help"))


def _set(options: Options, flag: _Flag, name: str, text: str) -> None:
    value: Any = text if flag.value else True
    if flag.field in _LEAST:
        value = _whole(name, text, _LEAST[flag.field])
    elif flag.field == "color" and text not in _WHEN:
        raise UsageError(f"{name} takes {_WHEN[0]}, {_WHEN[1]} or {_WHEN[2]}, not {text!r}")
    elif flag.field == "documents":
        value = [*options.documents, text]
    setattr(options, flag.field, value)


def _whole(name: str, text: str, least: int) -> int:
    if text.isascii() and text.isdigit() and least <= int(text[:9]) <= _MOST:
        return int(text)
    raise UsageError(f"{name} takes a number from {least} to {_MOST}, not {text!r}")
