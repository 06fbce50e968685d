"""What is not a conversation: questions answered one by one, lists, checks and pages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from bot.answers import Answer, Bot, Understood, Verdict
from bot.errors import BotError, UsageError, told
from bot.shell import painting, render
from bot.shell.counting import counted
from bot.shell.formats import Asked, Format, chosen
from bot.shell.options import Options
from bot.shell.world import Environment, ExitStatus, Progress

_LONG = 200
"""Signs of a question by which it is known again."""

if TYPE_CHECKING:
    from bot.documents import Document
    from bot.shell.asking import Asking


def answer_all(questions: Iterable["Asking"], options: Options, bot: Bot, world: Environment) -> ExitStatus:
    """Asks each question by itself, or with --conversation all in one talk; 0 if any was answered."""
    count: Counter[bool] = Counter()
    asked = _asked(questions, options, bot, world, count)
    if options.html:
        _write_page(options.html, bot, [one.answer for one in asked])
    else:
        _show(_format(options, world).answers(asked), world)
    if not count:
        where = f" in {options.questions}" if options.questions else ", neither as an argument nor on stdin"
        raise UsageError(f"there is no question{where}")
    return ExitStatus.ANSWERED if count[True] else ExitStatus.NOT_ANSWERED


def _asked(
    questions: Iterable["Asking"], options: Options, bot: Bot, world: Environment, count: Counter[bool]
) -> Iterator[Asked]:
    """The answers one by one; what has none is told on stderr, unless JSON says so."""
    talk, alone = bot.conversation(), bool(options.question)
    with Progress(world.stderr, "Asking", quiet=alone or world.stdout.isatty()) as progress:
        for number, (question, name) in enumerate(questions, 1):
            k = None if options.all else options.k
            answer = talk.ask(question, k, options.speaker or None, context=options.context)
            talk = talk if options.conversation else bot.conversation()
            one = Asked(answer, name, alone, bot.skipped)
            count[bool(answer)] += 1
            progress(f"{number:,}")
            if not answer and not options.json:
                _refuse(one, bot, world)
            yield one


def _refuse(one: Asked, bot: Bot, world: Environment) -> None:
    reason, *more = render.refusal_lines(one.answer, bot.near_words(one.answer))
    named = [] if one.alone else [("", f"“{render.short(render.clean(one.name), _LONG)}” ")]
    world.stderr.write(painting.plain([[*named, *reason], *more]))
    if one.answer.notice and one.alone:
        world.stderr.write("bot --help lists what else it does.\n")


def everything(options: Options, bot: Bot, world: Environment) -> ExitStatus:
    """All that the speakers asked for say, in the order of the documents."""
    names = bot.named(*options.speaker)
    understood = Understood("all", ", ".join(names), {}, follows=False, speakers=names)
    quotes = bot.said_by(*options.speaker)
    answer = Answer("", understood, answered=True, confidence=1.0, quotes=quotes, nearest=(), unmatched=())
    _show(_format(options, world).answers([Asked(answer, None, alone=True, skipped=bot.skipped)]), world)
    return ExitStatus.ANSWERED


def list_all(options: Options, bot: Bot, world: Environment) -> ExitStatus:
    """Sentences or speakers; of `--speaker` alone where given."""
    names = bot.named(*options.speaker) if options.speaker else None
    if options.speakers:
        people = (one for one in counted(bot) if names is None or one.speaker.name in names)
        _show(_format(options, world).speakers(people), world)
    else:
        said = (one for one in bot.sentences if names is None or (one.speaker and one.speaker.name in names))
        _show(_format(options, world).sentences(said), world)
    return ExitStatus.ANSWERED


def verify(path: str, options: Options, bot: Bot, world: Environment) -> ExitStatus:
    """Checks the quotations of a draft; 0 when all hold."""
    from bot.documents import gather
    from bot.shell.verdicts import summary

    draft, *_ = gather([path], world.data).documents
    found = bot.verify(draft.text)
    if options.html:
        _write_page(options.html, bot, (), draft, found)
    else:
        _show(_format(options, world).verdicts(found, draft), world)
    world.stderr.write(f"{summary(found)}\n")
    return ExitStatus.ANSWERED if all(found) else ExitStatus.NOT_ANSWERED


def show_page(path: str, bot: Bot) -> ExitStatus:
    """Writes the documents as a page."""
    _write_page(path, bot)
    return ExitStatus.ANSWERED


def _write_page(
    path: str,
    bot: Bot,
    answers: Sequence[Answer] = (),
    draft: "Document | None" = None,
    found: Sequence[Verdict] = (),
) -> None:
    from bot.shell.outside import write
    from bot.shell.page import page

    text = page(bot, answers, draft, found)
    try:
        write(path, text)
    except OSError as error:
        raise BotError(f"cannot write {path}: {told(error)}") from error


def _format(options: Options, world: Environment) -> Format:
    return chosen(options.format, world.paint(options.color))


def _show(texts: Iterable[str], world: Environment) -> None:
    for text in texts:
        world.stdout.write(text)
        world.stdout.flush()
