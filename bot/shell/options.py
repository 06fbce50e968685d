"""The grammar of the command line: one table of flags, read by argparse. Options may stand between the words."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

from bot.errors import UsageError
from bot.shell.settings import MOST, WHEN, Settings, number_of


class Options(Namespace):
    """What a command line asks for."""

    question: list[str]
    documents: list[str]
    text_field: str | None
    k: int
    speaker: list[str]
    context: int
    jobs: int | None
    index: str | None
    forget: str | None
    check: bool
    rebuild: bool
    cache: str | None
    no_cache: bool
    all: bool
    conversation: bool
    questions: str | None
    json: bool
    lines: bool
    csv: bool
    markdown: bool
    html: str | None
    sentences: bool
    speakers: bool
    verify: str | None
    json_schema: bool
    mcp: bool
    show_settings: bool
    color: str
    plain: bool
    debug: bool
    version: bool
    help: bool

    @property
    def format(self) -> str | None:
        """The flag of the format asked for; None for text."""
        return next((name for name in _FORMATS if getattr(self, name)), None)


_FORMATS = ("json", "lines", "csv", "markdown")
_HEAD = """Answers questions about documents by quoting them, each quote with who said it.
Without a question: a conversation, or one question a line from a pipe.

examples:
  bot "Who thanked China for its help with COVID-19?"
  bot -d minutes/ --speaker "Cllr Lee" "What about the budget?"
  bot -d report.txt                                  a conversation
  cat questions.txt | bot -d report.txt --json       one question a line"""
_STATUS = "exit status: 0 answered, 1 not answered, 2 error, 130 interrupted"


def _whole(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        found = number_of(text, least)
        if found is None:
            raise ArgumentTypeError(f"takes a number from {least} to {MOST}, not {text[:20]!r}")
        return found

    return number


def _when(text: str) -> str:
    if text in WHEN:
        return text
    raise ArgumentTypeError(f"takes {WHEN[0]}, {WHEN[1]} or {WHEN[2]}, not {text!r}")


def _what(text: str) -> str:
    if text in _OF_CACHE:
        return text
    raise ArgumentTypeError(f"takes {' or '.join(_OF_CACHE)}, not {text[:20]!r}")


_OF_CACHE = ("show", "clear")
_FLAGS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("-d --documents", {"metavar": "PATH", "action": "append", "default": [],
                        "help": "file or folder to ask; - is stdin; may be repeated"}),
    ("--text-field", {"metavar": "NAME", "help": "the field with the text of JSON or CSV"}),
    ("-k", {"metavar": "N", "type": _whole(1), "help": "at most N quotes (3)"}),
    ("--speaker", {"metavar": "NAME", "action": "append", "default": [],
                   "help": "only what NAME says; may be repeated"}),
    ("--context", {"metavar": "N", "type": _whole(0),
                   "help": "show N sentences before and after each quote"}),
    ("--all", {"help": "every quote; without a question, all of --speaker"}),
    ("--questions", {"metavar": "FILE", "help": "ask what FILE asks: one a line, CSV or JSON Lines"}),
    ("--conversation", {"help": "let several questions go on from each other"}),
    ("--jobs", {"metavar": "N", "type": _whole(1), "help": "read in N processes (one for each processor)"}),
    ("--index", {"metavar": "STORE", "help": "keep what is read in STORE, a path or milvus://...; alone: ask it"}),
    ("--forget", {"metavar": "PATH", "help": "take a file or folder out of the store"}),
    ("--check", {"help": "check whether the store, or the cache, is whole"}),
    ("--rebuild", {"help": "make the store anew of the texts it holds, or the cache of the files"}),
    ("--no-cache", {"help": "keep nothing in the cache, use nothing of it"}),
    ("--cache", {"metavar": "WHAT", "type": _what, "help": "show what is kept; =clear throws it away"}),
    ("--json", {"help": "one JSON object a line"}),
    ("--lines", {"help": "path:line:column: speaker: text"}),
    ("--csv", {"help": "a table for spreadsheets"}),
    ("--markdown", {"help": "Markdown"}),
    ("--html", {"metavar": "FILE", "help": "write documents and answers to FILE, as a page"}),
    ("--sentences", {"help": "list sentences, who says each, how that is known"}),
    ("--speakers", {"help": "list everybody who speaks"}),
    ("--verify", {"metavar": "DRAFT", "help": "check the quotations of DRAFT against the documents"}),
    ("--json-schema", {"help": "print the JSON Schema of --json"}),
    ("--mcp", {"help": "serve assistants on stdin and stdout (MCP)"}),
    ("--show-settings", {"help": "print the settings, and where each comes from"}),
    ("--color", {"metavar": "WHEN", "type": _when, "help": "auto, always or never"}),
    ("--plain", {"help": "a conversation without colours, menus and redrawing"}),
    ("--debug", {"help": "show where an error comes from"}),
    ("--version", {"help": "print the version"}),
    ("-h --help", {"help": "print this help"}),
)  # fmt: skip
"""Each flag: how it is written, and what argparse is to know of it. One without a metavar is a switch."""
_EXCLUSIVE = (
    ("--json", "--lines", "--csv", "--markdown", "--html"),
    (
        "--sentences",
        "--speakers",
        "--verify",
        "--questions",
        "--json-schema",
        "--mcp",
        "--show-settings",
        "--cache",
        "--forget",
        "--check",
    ),
)
"""Flags of which a command line has one."""


class _Parser(ArgumentParser):
    """Says what is wrong in one line instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message.removeprefix('argument ')}; see bot --help")


def _parser(width: int | None = 80) -> _Parser:
    """The grammar; each flag is formatted once, and to look how wide the terminal is loads what only help needs."""
    parser = _Parser(
        prog="bot", usage="bot [OPTIONS] [QUESTION...]", description=_HEAD, epilog=_STATUS, allow_abbrev=False,
        add_help=False, formatter_class=partial(RawDescriptionHelpFormatter, width=width),
    )  # fmt: skip
    groups = {
        name: group for names in _EXCLUSIVE for group in [parser.add_mutually_exclusive_group()] for name in names
    }
    for names, meaning in _FLAGS:
        given = meaning if "metavar" in meaning else {"action": "store_true", **meaning}
        groups.get(names, parser).add_argument(*names.split(), **given)
    parser.add_argument("question", nargs="*", help=SUPPRESS)
    return parser


def help_text() -> str:
    """What `bot --help` prints."""
    return _parser(width=None).format_help()


def parse(arguments: Sequence[str], settings: Settings) -> Options:
    """The options of a command line, the settings' where it gives none; behind "--" stands the question.

    Raises UsageError.
    """
    arguments = [f"--cache={_OF_CACHE[0]}" if one == "--cache" else one for one in arguments]
    at = arguments.index("--") if "--" in arguments else len(arguments)
    parser = _parser()
    parser.set_defaults(k=settings.k, context=settings.context, color=settings.color, plain=settings.plain)
    options, unknown = parser.parse_known_intermixed_args(arguments[:at], Options())
    if unknown:
        raise UsageError(_not_there(unknown[0].partition("=")[0]))
    options.question += arguments[at + 1 :]
    return options


def _not_there(name: str) -> str:
    from difflib import get_close_matches

    forms = {form.lstrip("-"): form for names, _ in _FLAGS for form in names.split()}
    close = get_close_matches(name.lstrip("-"), forms, 1)
    return f"there is no option {name}; " + (f"did you mean {forms[close[0]]}?" if close else "see bot --help")
