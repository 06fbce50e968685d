"""What a word behind a slash does: each command is one decorated function.

Its name, its argument, its help line (the docstring), and what completes the argument.
"""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.answers import Bot
from bot.errors import UnknownSpeaker
from bot.shell import outside, render
from bot.shell.settings import MOST, number_of
from bot.shell.talk import Talk, counted
from bot.shell.welcome import welcome


@dataclass(frozen=True, slots=True)
class Command:
    """What a word behind a slash does."""

    name: str
    argument: str
    help: str
    run: Callable[[Talk, str], None]
    completions: Callable[[Bot, str], Iterable[str]]
    """What may stand for its argument, of which this much is typed."""


_PAGE = 20
"""Quotes that /all shows at once."""
COMMANDS: dict[str, Command] = {}


def _command(
    name: str, argument: str = "", completions: Callable[[Bot, str], Iterable[str]] = lambda *_: ()
) -> Callable[[Callable[[Talk, str], None]], Callable[[Talk, str], None]]:
    def register(run: Callable[[Talk, str], None]) -> Callable[[Talk, str], None]:
        COMMANDS[name] = Command(name, argument, (run.__doc__ or "").removesuffix("."), run, completions)
        return run

    return register


def speaker_names(bot: Bot, _: str = "") -> list[str]:
    """Everybody who speaks, each once."""
    return list(dict.fromkeys(speaker.name for speaker in bot.speakers))


def _paths(_: Bot, typed: str) -> list[str]:
    """Files and folders that begin like what is typed."""
    folder, begun = os.path.split(typed)
    try:
        with os.scandir(folder or ".") as found:
            there = sorted(f"{entry.name}{os.sep * entry.is_dir()}" for entry in found)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in there if name.startswith(begun) and (begun or name[0] != ".")]


@_command("help")
def _help(talk: Talk, _: str) -> None:
    """Show this list."""
    width = max(len(f"/{command.name} {command.argument}") for command in COMMANDS.values())
    room = talk.paint.columns()
    for command in COMMANDS.values():
        usage = f"/{command.name} {command.argument}".rstrip()
        if room and room < 3 * width:
            talk.show([("match", usage)], [("", f"  {command.help}")])
        else:
            talk.show([("match", usage), ("", " " * (width + 1 - len(usage))), ("", command.help)])
    talk.say("Enter asks, Alt+Enter adds a line, Ctrl-R searches what you asked, Ctrl-D leaves.")


@_command("speaker", "[NAME]", speaker_names)
def _speaker(talk: Talk, argument: str) -> None:
    """Quote only NAME; without a name, everybody."""
    try:
        talk.speakers = talk.bot.named(argument) if argument else ()
    except UnknownSpeaker as error:
        hint = f"did you mean {' or '.join(error.close)}?" if error.close else "/speakers lists who does."
        talk.say(f"Nobody called {argument} speaks here; {hint}")
        return
    talk.say(f"Quoting {' or '.join(talk.speakers) or 'everybody'}.")


@_command("speakers")
def _speakers(talk: Talk, _: str) -> None:
    """List everybody who speaks."""
    talk.show(*render.speaker_lines(talk.bot.speakers))


@_command("docs")
def _docs(talk: Talk, _: str) -> None:
    """List the documents."""
    for document in talk.bot.documents:
        talk.show([("speaker", render.clean(document.id)), ("dim", f"  {render.clean(document.title)}")])


@_command("k", "N")
def _k(talk: Talk, argument: str) -> None:
    """Show at most N quotes."""
    number = number_of(argument, 1)
    talk.k = number or talk.k
    talk.say(
        f"At most {counted(talk.k, 'quote')}." if number else f"/k takes a number from 1 to {MOST:,}; it is {talk.k}."
    )


@_command("context", "N")
def _context(talk: Talk, argument: str) -> None:
    """Show N sentences before and after each quote."""
    number = number_of(argument, 0)
    talk.context = talk.context if number is None else number
    said = f"/context takes a number from 0 to {MOST:,}; it is {talk.context}."
    talk.say(said if number is None else f"{counted(talk.context, 'sentence')} around each quote.")


def _number_and(argument: str, word: str) -> tuple[str, bool]:
    """The number before a word, and whether that word is there: "2 full", "full", "2"."""
    number, _, rest = argument.partition(" ")
    return ("", True) if number == word else (number, rest.strip() == word)


@_command("why", "[N] [full]")
def _why(talk: Talk, argument: str) -> None:
    """Tell how quote N was found, and how we know who says it."""
    number, full = _number_and(argument, "full")
    quote = talk.quote(number)
    if quote and talk.last:
        talk.show(*render.why_lines(talk.last, quote, full=full))


@_command("more")
def _more(talk: Talk, _: str) -> None:
    """Show what has not been shown yet (also: more)."""
    answer(talk, "more")


@_command("all", "[NAME or WORDS]", speaker_names)
def _all(talk: Talk, argument: str) -> None:
    """Show all quotes, of the last question or of NAME."""
    named = argument and talk.bot.close_to(argument)
    question = f"What did {argument} say?" if named else argument or talk.asked
    if not question:
        talk.say("/all takes a name or words, or goes on from a question.")
        return
    answer(talk, question, page=_PAGE)
    if talk.last:
        shown, left = len(talk.last.quotes), talk.conversation.left
        talk.say(f"{shown} of {counted(shown + left, 'quote')}." if left else f"{counted(shown, 'quote')}.")


_BOTH = ("both", "them")


@_command("compare", "A and B [on ...]", speaker_names)
def _compare(talk: Talk, argument: str) -> None:
    """Show what each of two says (also: compare ...)."""
    words = argument.split()
    pair = " and ".join(words) if len(words) == 2 else argument
    if len(words) > 1 or argument.casefold() in _BOTH:
        answer(talk, f"compare {pair}")
    else:
        talk.say("/compare takes two names: /compare Lee and Hall on trade.")


@_command("copy", "[N] [cite]")
def _copy(talk: Talk, argument: str) -> None:
    """Copy quote N, with its speaker and place if "cite"."""
    number, cite = _number_and(argument, "cite")
    quote = talk.quote(number)
    if quote:
        text = render.cited(quote) if cite else render.spoken(quote.words)
        talk.say(outside.copy(text, talk.out))


@_command("open", "[N]")
def _open(talk: Talk, argument: str) -> None:
    """Open the document of quote N at its line."""
    quote = talk.quote(argument)
    if quote:
        talk.say(outside.open_at(quote.document.path, quote.line, talk.editor))


@_command("save", "FILE")
def _save(talk: Talk, argument: str) -> None:
    """Write the answers so far: Markdown, or .jsonl."""
    talk.say(outside.save(argument, talk.answers) if argument else "/save takes a file name.")


@_command("read", "PATH", _paths)
def _read(talk: Talk, argument: str) -> None:
    """Ask another file or folder from now on."""
    if not argument or talk.read is None:
        talk.say("/read takes a file or folder.")
        return
    talk.turn_to(talk.read([argument]), [argument])
    welcome(talk)


@_command("reload")
def _reload(talk: Talk, _: str) -> None:
    """Read the documents again, as they are now."""
    if talk.read is not None:
        talk.turn_to(talk.read(talk.paths), talk.paths)
        welcome(talk)


@_command("quit")
def _quit(talk: Talk, _: str) -> None:
    """Leave (also /exit, exit, quit, Ctrl-D)."""
    talk.over = True


def _meant(line: str) -> list[str]:
    """The commands that a line names without a slash, each with what it does."""
    named = [COMMANDS[word] for word in dict.fromkeys(re.findall("[a-z]+", line.casefold())) if word in COMMANDS]
    return [f"/{one.name} {one.argument}".rstrip() + f": {one.help}." for one in named] or ["/help lists commands."]


def answer(talk: Talk, question: str, *, page: int = 0) -> None:
    """Asks a question and shows how it was understood and what is quoted, or why nothing is."""
    given = talk.ask(question, page=page)
    if given.understood.gist:
        talk.say(f"({given.understood.gist})")
    if given:
        talk.show(*render.answer_lines(given))
        if left := talk.conversation.left:
            talk.say(f"({left:,} more: type more.)")
        talk.show([])
    else:
        talk.show(*render.refusal_lines(given, talk.bot.near_words(given)))
        if given.understood.line == "program":
            talk.say(*_meant(question))
        talk.show([])
