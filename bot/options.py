"""The grammar of the command line: every flag with its help, and what is wrong with a line that does not fit."""

import argparse
from typing import NoReturn

from bot.errors import UsageError

_EXAMPLES = """examples:
  bot "Who thanked China for its help with COVID-19?"
  bot -d minutes/ --speaker "Cllr Lee" "What about the budget?"
  bot -d report.txt                                  a conversation
  cat questions.txt | bot -d report.txt --json       one question a line

exit status: 0 answered, 1 not answered, 2 error, 130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see bot --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="bot",
        usage="bot [OPTIONS] [QUESTION...]",
        description="Answers questions about documents by quoting them, each quote with who said it.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    add = parser.add_argument
    add("question", nargs="*", metavar="QUESTION", help="asked once; none: a conversation, or one a line from a pipe")
    add(
        "-d",
        "--documents",
        action="append",
        default=[],
        metavar="PATH",
        help="file or folder to ask; - is stdin; may be repeated",
    )
    add("-k", type=_count, default=3, metavar="N", help="at most N quotes (3)")
    add("--speaker", metavar="NAME", help="only what NAME says")
    add("--context", type=_count_or_none, default=0, metavar="N", help="show N sentences before and after each quote")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON object a line")
    output.add_argument("--lines", action="store_true", help="path:line:column: text")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--sentences", action="store_true", help="list every sentence with its speaker and how it is known"
    )
    shown.add_argument("--speakers", action="store_true", help="list everybody who speaks")
    shown.add_argument("--json-schema", action="store_true", help="print the JSON Schema of --json")
    add("--color", choices=("auto", "always", "never"), default="auto", metavar="WHEN", help="auto, always or never")
    add("--plain", action="store_true", help="a conversation without colours, menus and redrawing")
    add("--debug", action="store_true", help="show where an error comes from")
    add("--version", action="store_true", help="print the version")
    add("-h", "--help", action="store_true", help="print this help")
    return parser


def _count(text: str) -> int:
    return _whole(text, 1)


def _count_or_none(text: str) -> int:
    return _whole(text, 0)


def _whole(text: str, least: int) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) >= least:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least} to 999999")


def help_text() -> str:
    """What `bot --help` prints."""
    return _parser().format_help()


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options of a command line. Raises UsageError for one that makes no sense."""
    parser = _parser()
    options, unknown = parser.parse_known_intermixed_args(arguments)
    if unknown:
        from difflib import get_close_matches

        known = [option for action in parser._actions for option in action.option_strings]  # noqa: SLF001 - argparse has no other way
        close = get_close_matches(unknown[0], known, 1)
        raise UsageError(
            f"there is no option {unknown[0]}; " + (f"did you mean {close[0]}?" if close else "see bot --help")
        )
    return options
