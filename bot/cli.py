"""The command line: what was asked of the shell, done, and how it ended. The only writer of stdout besides the conversation."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TextIO

from bot.errors import BotError, UsageError
from bot.settings import Settings, settings

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers import Bot
    from bot.render import Line


class ExitStatus(IntEnum):
    """How the program ends; grep's manners."""

    ANSWERED = 0
    NOT_ANSWERED = 1
    ERROR = 2
    INTERRUPTED = 130
    """128 + SIGINT, as a shell reports a program that Ctrl-C ended."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The world around one run; tests put their own."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    settings: Settings
    data: BinaryIO | None = None
    """stdin as bytes, for a document on it."""

    @classmethod
    def real(cls) -> "Environment":
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "replace")
        return cls(sys.stdin, sys.stdout, sys.stderr, settings(), getattr(sys.stdin, "buffer", None))


_EXAMPLES = """examples:
  bot "Who thanked China for its help with COVID-19?"
  bot -d minutes/ --speaker "Cllr Lee" "What about the budget?"
  bot -d report.txt                                  a conversation
  cat questions.txt | bot -d report.txt --json       one question a line
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
    add("-h", "--help", action="help", help="print this help")
    return parser


def _count(text: str) -> int:
    value = _count_or_none(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return value


def _count_or_none(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return int(text)


def main(argv: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Runs one command line; the exit status."""
    world = environment or Environment.real()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(arguments, world)
        world.stdout.flush()
    except BotError as error:
        if "--debug" in arguments:
            raise
        from bot.render import clean

        world.stderr.write(f"bot: {clean(str(error))}\n")
        return ExitStatus.ERROR
    except BrokenPipeError:
        _close_quietly(world)
        return ExitStatus.ANSWERED
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except SystemExit:
        return ExitStatus.ANSWERED
    return status


def _close_quietly(world: Environment) -> None:
    """Whoever read our output has gone: what is still in the buffer goes nowhere."""
    import os

    if world.stdout is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str], world: Environment) -> ExitStatus:
    options = _parse(arguments)
    if options.version:
        from bot import __version__

        world.stdout.write(f"bot {__version__}\n")
        return ExitStatus.ANSWERED
    if options.json_schema:
        import json

        from bot.schema import SCHEMA

        world.stdout.write(json.dumps(SCHEMA, indent=2) + "\n")
        return ExitStatus.ANSWERED
    return _with_documents(options, world)


def _parse(arguments: list[str]) -> argparse.Namespace:
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


def _with_documents(options: argparse.Namespace, world: Environment) -> ExitStatus:
    from bot.answers import Bot

    paths = options.documents or list(world.settings.documents)
    question = " ".join(options.question)
    listing = options.sentences or options.speakers
    if options.question and not question.strip():
        raise UsageError("the question is empty")
    if "-" in paths and not question and not listing:
        raise UsageError("the document comes from stdin, so the question must be an argument")
    with _Progress(world.stderr) as progress:
        bot = Bot.read(*paths, stdin=world.data, progress=progress)
    _warn(bot.warnings, bot.skipped, world.stderr)
    if listing:
        return _list(options, bot, world)
    if question:
        return _answer_all([question], options, bot, world)
    if world.stdin.isatty():
        return _converse(options, bot, world)
    return _answer_all((line for line in world.stdin if line.strip()), options, bot, world)


def _converse(options: argparse.Namespace, bot: "Bot", world: Environment) -> ExitStatus:
    from bot.repl import PlainSource, Source, Talk, converse

    plain = options.plain or world.settings.dumb or not world.stdout.isatty()
    source: Source
    if plain:
        source = PlainSource(world.stdin, world.stdout)
    else:
        from bot.terminal import TerminalSource

        source = TerminalSource(bot, _history(world))
    speaker = " or ".join(bot.named(options.speaker)) if options.speaker else None
    converse(
        Talk(bot, world.stdout, not plain and use_color(options.color, world), options.k, options.context, speaker),
        source,
    )
    return ExitStatus.ANSWERED


def _history(world: Environment) -> "Path | None":
    from bot.settings import history_file

    try:
        return history_file(world.settings)
    except OSError as error:
        world.stderr.write(f"bot: questions are not kept: {error.strerror}\n")
        return None


class _Progress:
    """One rewritten line on a terminal, for reading that takes more than a second."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = False
        self._next = monotonic() + 1 if stream.isatty() else float("inf")

    def __call__(self, done: int, total: int) -> None:
        now = monotonic()
        if now >= self._next:
            self._stream.write(f"\rReading {done:,}/{total:,}")
            self._stream.flush()
            self._shown, self._next = True, now + 0.1

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")


def _warn(warnings: Sequence[str], skipped: Sequence[tuple[str, str]], stderr: TextIO) -> None:
    """One line for each warning, and one for each kind of failure inside folders."""
    from bot.render import clean

    stderr.writelines(f"bot: {clean(warning)}\n" for warning in warnings)
    kinds: dict[str, list[str]] = {}
    for path, reason in skipped:
        kinds.setdefault(reason, []).append(path)
    for reason, paths in kinds.items():
        count = f"{len(paths)} files left out" if len(paths) > 1 else "left out"
        stderr.write(f"bot: {count} ({clean(paths[0])}{', ...' if len(paths) > 1 else ''}): {clean(reason)}\n")


def _list(options: argparse.Namespace, bot: "Bot", world: Environment) -> ExitStatus:
    import json

    from bot import render

    if options.json:
        records: Iterable[dict[str, object]]
        records = (
            map(render.speaker_record, bot.speakers) if options.speakers else map(render.sentence_record, bot.sentences)
        )
        for record in records:
            world.stdout.write(json.dumps(record) + "\n")
        return ExitStatus.ANSWERED
    _write(
        render.speaker_lines(bot.speakers) if options.speakers else render.sentence_lines(bot.sentences), options, world
    )
    return ExitStatus.ANSWERED


def _answer_all(questions: Iterable[str], options: argparse.Namespace, bot: "Bot", world: Environment) -> ExitStatus:
    """Asks each question, in one conversation; 0 if any was answered."""
    import json

    from bot import render

    conversation = bot.conversation()
    status = ExitStatus.NOT_ANSWERED
    written = False
    for question in questions:
        answer = conversation.ask(question.strip(), options.k, options.speaker, context=options.context)
        if answer:
            status = ExitStatus.ANSWERED
        if options.json:
            world.stdout.write(json.dumps(render.record(answer, bot.skipped)) + "\n")
        elif answer:
            lines = render.location_lines(answer) if options.lines else render.answer_lines(answer)
            _write([[], *lines] if written and not options.lines else lines, options, world)
            written = True
        else:
            world.stderr.write(render.plain(render.refusal_lines(answer, bot.near_words(answer))))
        world.stdout.flush()
    return status


def _write(lines: "Iterable[Line]", options: argparse.Namespace, world: Environment) -> None:
    from bot import render

    paint: Callable[[Iterable[Line]], str] = render.coloured if use_color(options.color, world) else render.plain
    world.stdout.write(paint(lines))


def use_color(when: str, world: Environment) -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then whether stdout is a terminal."""
    if when != "auto":
        return when == "always"
    if world.settings.no_color:
        return False
    return world.settings.force_color or (world.stdout.isatty() and not world.settings.dumb)
