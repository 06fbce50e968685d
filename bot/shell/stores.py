"""What is kept: a list of it, thrown away, made anew, checked, and a file or folder taken out."""

import os
from collections.abc import Sequence

from bot.documents import Given
from bot.errors import UsageError
from bot.index import cache_of, cached, checked, clear, forgotten, is_elsewhere, renewed, throw_away
from bot.shell.options import Options
from bot.shell.render import clean
from bot.shell.world import Environment, ExitStatus


def show_cache(what: str, world: Environment) -> ExitStatus:
    """Lists what the cache has, with how large it is, or throws it away."""
    if what == "clear":
        world.stderr.write(f"bot: {_size(clear())} thrown away\n")
        return ExitStatus.ANSWERED
    for one in cached():
        world.stdout.write(f"{_size(one.size)}\t{clean(' '.join(one.of) or '?')}\t{clean(one.path)}\n")
    return ExitStatus.ANSWERED


def forget(path: str, options: Options, world: Environment) -> ExitStatus:
    """Takes a file, or all in a folder, out of a store."""
    count = forgotten(world.settings.addressed(_index(options, "--forget")), path)
    if not count:
        raise UsageError(f"nothing in {options.index} was read from {path}")
    world.stderr.write(f"bot: {count:,} file{'' if count == 1 else 's'} taken out of {clean(options.index or '')}\n")
    return ExitStatus.ANSWERED


def check(options: Options, paths: Sequence[str], world: Environment) -> ExitStatus:
    """Checks a store by name, or the one that the cache has of some files and folders."""
    path = options.index or (cache_of(paths, Given(None, options.text_field)) if paths else "")
    if not path:
        raise UsageError("--check takes --index PATH or -d FOLDER")
    found = checked(world.settings.addressed(path))
    world.stderr.writelines(f"bot: {clean(note)}\n" for note in found.notes)
    world.stdout.write(f"whole: {found.documents:,} documents, {found.sentences:,} sentences, {found.terms:,} terms\n")
    return ExitStatus.ANSWERED


def make_anew(options: Options, paths: Sequence[str], world: Environment) -> None:
    """Has everything read again: a store by name of its own texts, the cache of the files."""
    if options.index is not None and (is_elsewhere(options.index) or os.path.exists(options.index)):
        renewed(world.settings.addressed(options.index), options.jobs)
    elif paths:
        throw_away(cache_of(paths, Given(None, options.text_field)))


def _index(options: Options, flag: str) -> str:
    if options.index is None:
        raise UsageError(f"{flag} takes --index PATH")
    return options.index


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
