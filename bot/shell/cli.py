"""The command line: what was asked of the shell, done, and how it ended. Only it and `repl` write to stdout."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TextIO

from bot.errors import APP, BotError, StoreError, UsageError, fault, told
from bot.shell.options import Options, help_text, parse
from bot.shell.settings import configured
from bot.shell.world import Environment, ExitStatus, Progress

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
    if isinstance(error, StoreError) and error.damaged:
        from bot.index import is_cache, throw_away

        if is_cache(error.path):
            throw_away(error.path)
            error = BotError("the cache was damaged and has been thrown away; ask again")
    text = str(error) if isinstance(error, BotError | OSError) else f"{fault(error)}; --debug shows more"
    error.with_traceback(None)  # lets go of all that was read, where it was too much
    from bot.shell.render import clean

    if isinstance(error, OSError):
        world.close_quietly()
        text = f"{error.filename if error.filename is not None else 'cannot write'}: {told(error)}"
    with suppress(OSError):  # nobody can be told then, but the status says so
        world.stderr.write(f"bot: {clean(text)}\n")


def _run(arguments: list[str], world: Environment) -> ExitStatus:
    world = world._replace(settings=configured(world.settings))
    options = parse(arguments, world.settings)
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
    if options.show_settings:
        world.stdout.writelines(f"{line}\n" for line in world.settings.shown())
        return ExitStatus.ANSWERED
    if options.cache or options.forget is not None or options.check:
        return _with_stores(options, world)
    return _with_documents(options, world)


def _with_stores(options: Options, world: Environment) -> ExitStatus:
    from bot.shell import stores

    if options.cache:
        return stores.show_cache(options.cache, world)
    if options.forget is not None:
        return stores.forget(options.forget, options, world)
    return stores.check(options, options.documents or world.settings.documents, world)


def _with_documents(options: Options, world: Environment) -> ExitStatus:
    from bot.documents import Given
    from bot.index import Wanted, library

    paths = options.documents or ([] if options.index else list(world.settings.documents))
    _refuse_nonsense(options, paths)
    with Progress(world.stderr, "Reading") as progress:
        if options.rebuild:
            from bot.shell.stores import make_anew

            make_anew(options, paths, world)
        alone = options.jobs == 1
        if alone:
            _load()
        read = library(
            Wanted(
                paths, Given(world.data, options.text_field),
                world.settings.addressed(options.index) if options.index else None, not options.no_cache, options.jobs,
                progress.reading, None if alone else _load,
            )
        )  # fmt: skip
    from bot.answers import Bot

    bot = Bot(read)
    _warn(bot.warnings, bot.skipped, world.stderr)
    if options.question and "-" not in paths and world.waiting():
        world.stderr.write("bot: stdin is not read; -d - reads a document from it\n")
    status = _done(options, bot, paths, world)
    return ExitStatus.ERROR if bot.faults else status


def _refuse_nonsense(options: Options, paths: Sequence[str]) -> None:
    """Raises UsageError for options that make no sense together."""
    question = " ".join(options.question)
    listing = options.sentences or options.speakers or options.mcp or options.verify is not None
    if options.question and not question.strip():
        raise UsageError("the question is empty")
    for word in options.question:
        if os.sep in word and os.path.exists(word):
            raise UsageError(f"{word} is a file, not a word of a question; did you mean -d {word}?")
    if question and (listing or options.questions):
        raise UsageError("a list, a check and a file of questions take no question; leave one of them out")
    if options.all and not (question or options.speaker or options.questions):
        raise UsageError("--all takes a question or --speaker NAME")
    if "-" in paths and not (question or listing or options.questions or options.html or options.all):
        raise UsageError("the document comes from stdin, so the question must be an argument")
    if "-" in paths and (options.verify == "-" or options.mcp):
        raise UsageError("stdin is taken already; the document must be a file or a folder")


def _done(options: Options, bot: "Bot", paths: Sequence[str], world: Environment) -> ExitStatus:
    """What was asked for, done."""
    from bot.shell import asking, batch

    if options.mcp:
        return _serve(bot)
    if options.verify is not None:
        return batch.verify(options.verify, options, bot, world)
    if options.sentences or options.speakers:
        return batch.list_all(options, bot, world)
    if options.question:
        return batch.answer_all([asking.Asking(" ".join(options.question))], options, bot, world)
    if options.questions is not None:
        return batch.answer_all(asking.of_file(options.questions), options, bot, world)
    if options.html:
        return batch.show_page(options.html, bot)
    if options.all:
        return batch.everything(options, bot, world)
    if world.stdin.isatty() and options.format is None:
        return _converse(options, bot, world)
    status = batch.answer_all(asking.of_stream(world.stdin), options, bot, world)
    if not paths:
        world.stderr.write("bot: each line of stdin was asked of the bundled sample; -d - reads it as a document\n")
    return status


def _serve(bot: "Bot") -> ExitStatus:
    try:
        from bot.shell.mcp_server import serve
    except ModuleNotFoundError as error:
        raise BotError(f"--mcp needs the extra mcp: pip install '{APP}[mcp]'") from error
    serve(bot)
    return ExitStatus.ANSWERED


def _load() -> None:
    """Loads what answers. From here on Ctrl-C is a KeyboardInterrupt, where it ended the process before."""
    from importlib import import_module

    for module in ("bot.answers", "bot.shell.asking", "bot.shell.batch"):
        import_module(module)
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _converse(options: Options, bot: "Bot", world: Environment) -> ExitStatus:
    from bot.shell.painting import PLAIN
    from bot.shell.repl import PlainSource, Source, converse
    from bot.shell.talk import Talk

    redirected = not world.stdout.isatty()
    plain = options.plain or world.settings.dumb or redirected
    notes = world.stderr if redirected else world.stdout
    talk = Talk(
        bot,
        world.stdout,
        notes,
        PLAIN if plain else world.paint(options.color),
        k=options.k,
        context=options.context,
        speakers=bot.named(*options.speaker) if options.speaker else (),
        paths=tuple(options.documents or filter(None, [options.index]) or world.settings.documents),
        read=partial(_read_again, options, world),
        editor=world.settings.editor,
    )
    source: Source
    if plain:
        source = PlainSource(world.stdin, notes)
    else:
        from bot.shell.terminal import TerminalSource

        source = TerminalSource(talk, _history(world))
    converse(talk, source)
    return ExitStatus.ANSWERED


def _read_again(options: Options, world: Environment, paths: Sequence[str]) -> "Bot":
    """Other documents, or the same as they are now."""
    from bot.answers import Bot

    if options.index and paths in (options.documents, (options.index,)):
        index = world.settings.addressed(options.index)
        return Bot.read(*options.documents, index=index, text_field=options.text_field)
    return Bot.read(*paths, cache=not options.no_cache, text_field=options.text_field)


def _history(world: Environment) -> "Path | None":
    from bot.shell.settings import history_file

    try:
        return history_file(world.settings)
    except OSError as error:
        world.stderr.write(f"bot: questions are not kept: {told(error)}\n")
        return None


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
