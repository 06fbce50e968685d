"""The command line: what was asked of the shell, done, and how it ended. Only it and `repl` write to stdout."""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Self, TextIO

from bot.errors import BotError, UsageError, fault
from bot.shell.options import Options, help_text, parse
from bot.shell.world import Environment, ExitStatus

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers import Bot


def main(argv: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Runs one command line; the exit status."""
    world = environment or Environment.real()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            status = _run(arguments, world)
            world.stdout.flush()
        except Exception as error:
            if isinstance(error, BrokenPipeError):
                raise
            if "--debug" in arguments:
                import traceback

                traceback.print_exc(file=world.stderr)
            _report(error, world)
            return ExitStatus.ERROR
    except BrokenPipeError:
        world.close_quietly()
        return ExitStatus.ANSWERED
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    return status


def _report(error: Exception, world: Environment) -> None:
    """One line for a person. A traceback would end the process with 1, which says "not answered"."""
    text = str(error) if isinstance(error, BotError | OSError) else f"{fault(error)}; --debug shows more"
    error.with_traceback(None)  # lets go of all that was read, where it was too much
    from bot.shell.render import clean

    if isinstance(error, OSError):
        world.close_quietly()
        text = f"cannot write: {(error.strerror or text).lower()}"
    with suppress(OSError):  # nobody can be told then, but the status says so
        world.stderr.write(f"bot: {clean(text)}\n")


def _run(arguments: list[str], world: Environment) -> ExitStatus:
    options = parse(arguments)
    if options.help:
        world.stdout.write(help_text())
        return ExitStatus.ANSWERED
    if options.version:
        from bot import __version__

        world.stdout.write(f"bot {__version__}\n")
        return ExitStatus.ANSWERED
    if options.json_schema:
        import json

        from bot.shell.schema import SCHEMA

        world.stdout.write(json.dumps(SCHEMA, indent=2) + "\n")
        return ExitStatus.ANSWERED
    return _with_documents(options, world)


def _with_documents(options: Options, world: Environment) -> ExitStatus:
    from bot.answers import Bot

    _hear_ctrl_c()
    paths = options.documents or list(world.settings.documents)
    question = " ".join(options.question)
    listing = options.sentences or options.speakers or options.verify is not None
    if options.question and not question.strip():
        raise UsageError("the question is empty")
    if listing and question:
        raise UsageError("a list and a check answer no question; leave one of them out")
    if "-" in paths and not question and not listing:
        raise UsageError("the document comes from stdin, so the question must be an argument")
    with _Progress(world.stderr) as progress:
        bot = Bot.read(*paths, stdin=world.data, progress=progress)
    _warn(bot.warnings, bot.skipped, world.stderr)
    if options.verify is not None:
        return _verify(options.verify, options, bot, world)
    if listing:
        status = _list(options, bot, world)
    elif question:
        status = _answer_all([question], options, bot, world)
    elif world.stdin.isatty() and not (options.json or options.lines):
        status = _converse(options, bot, world)
    else:
        status = _answer_all(_lines(world.stdin), options, bot, world)
    return ExitStatus.ERROR if bot.faults else status


def _hear_ctrl_c() -> None:
    """From here on Ctrl-C is a KeyboardInterrupt, where it ended the process while that was loading."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _lines(stdin: TextIO) -> Iterator[str]:
    """The questions that a pipe gives, one a line. Raises BotError when it cannot be read."""
    try:
        yield from filter(None, map(str.strip, stdin))
    except OSError as error:
        raise BotError(f"cannot read stdin: {(error.strerror or str(error)).lower()}") from error


def _converse(options: Options, bot: "Bot", world: Environment) -> ExitStatus:
    from bot.answers import Bot
    from bot.shell.repl import PlainSource, Source, converse
    from bot.shell.talk import Talk

    redirected = not world.stdout.isatty()
    plain = options.plain or world.settings.dumb or redirected
    notes = world.stderr if redirected else world.stdout
    talk = Talk(
        bot,
        world.stdout,
        notes,
        color=not plain and world.in_color(options.color),
        k=options.k,
        context=options.context,
        speakers=bot.named(*options.speaker) if options.speaker else (),
        paths=tuple(options.documents or world.settings.documents),
        read=lambda paths: Bot.read(*paths),
        editor=world.settings.editor,
        width=world.columns if not plain else lambda: None,
    )
    source: Source
    if plain:
        source = PlainSource(world.stdin, notes)
    else:
        from bot.shell.terminal import TerminalSource

        source = TerminalSource(talk, _history(world))
    converse(talk, source)
    return ExitStatus.ANSWERED


def _history(world: Environment) -> "Path | None":
    from bot.shell.settings import history_file

    try:
        return history_file(world.settings)
    except OSError as error:
        world.stderr.write(f"bot: questions are not kept: {(error.strerror or str(error)).lower()}\n")
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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")


def _warn(warnings: Sequence[str], skipped: Sequence[tuple[str, str]], stderr: TextIO) -> None:
    """One line for each warning, and one for each kind of failure inside folders (what its reason begins with)."""
    from bot.shell.render import clean

    stderr.writelines(f"bot: {clean(warning)}\n" for warning in warnings)
    kinds: dict[str, list[tuple[str, str]]] = {}
    for path, reason in skipped:
        kinds.setdefault(reason.partition(":")[0], []).append((path, reason))
    for kind, ((path, reason), *more) in kinds.items():
        text = f"{1 + len(more)} files left out ({path}, ...): {kind}" if more else f"left out {path}: {reason}"
        stderr.write(f"bot: {clean(text)}\n")


def _list(options: Options, bot: "Bot", world: Environment) -> ExitStatus:
    """Sentences or speakers; of `--speaker` alone where given."""
    from bot.shell import records, render

    names = bot.named(*options.speaker) if options.speaker else None
    speakers = (one for one in bot.speakers if names is None or one.name in names)
    said = (one for one in bot.sentences if names is None or (one.speaker and one.speaker.name in names))
    if options.json:
        world.write_json(
            map(records.speaker_record, speakers) if options.speakers else map(records.sentence_record, said)
        )
    elif options.speakers:
        world.write(render.speaker_lines(speakers), options.color)
    else:
        world.write(render.location_lines(said) if options.lines else render.sentence_lines(said), options.color)
    return ExitStatus.ANSWERED


def _verify(path: str, options: Options, bot: "Bot", world: Environment) -> ExitStatus:
    """Checks the quotations of a draft; 0 when all hold."""
    from bot.documents import gather
    from bot.shell import verdicts

    draft, *_ = gather([path], world.data).documents
    found = bot.verify(draft.text)
    if options.json:
        world.write_json(verdicts.record(verdict, draft) for verdict in found)
    else:
        show = verdicts.location_lines if options.lines else verdicts.lines
        world.write(show(found, draft), options.color)
    world.stderr.write(f"{verdicts.summary(found)}\n")
    return ExitStatus.ANSWERED if all(found) else ExitStatus.NOT_ANSWERED


def _answer_all(questions: Iterable[str], options: Options, bot: "Bot", world: Environment) -> ExitStatus:
    """Asks each question, in one conversation; 0 if any was answered."""
    from bot.shell import records, render

    conversation = bot.conversation()
    asked = answered = 0
    for question in questions:
        answer = conversation.ask(question, options.k, options.speaker, context=options.context)
        if options.json:
            world.write_json([records.record(answer, bot.skipped)])
        elif not answer:
            reason, *more = render.refusal_lines(answer, bot.near_words(answer))
            named = [] if options.question else [("", f"“{render.clean(question)}” ")]
            world.stderr.write(render.plain([[*named, *reason], *more]))
        elif options.lines:
            world.write(render.location_lines(answer.quotes), options.color)
        else:
            world.write([*([[]] if answered else []), *render.answer_lines(answer)], options.color)
        world.stdout.flush()
        asked += 1
        answered += bool(answer)
    if not asked:
        raise UsageError("there is no question, neither as an argument nor on stdin")
    return ExitStatus.ANSWERED if answered else ExitStatus.NOT_ANSWERED
