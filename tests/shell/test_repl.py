import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import NOTICE, Run

from bot import Bot, Speaker
from bot.shell.commands import COMMANDS
from bot.shell.painting import Paint
from bot.shell.repl import PlainSource, completions, converse
from bot.shell.talk import Talk
from bot.shell.welcome import examples

MUSEUM = "The document itself\n  “The museum is closed on Mondays.”\n  [1] notice.txt:7  ¶4\n\n"
CLOSED = "When is the museum closed?"
BANNER = "{}: 6 sentences, 2 speakers.\nTry: What did Ada Brown say?\n/help lists commands; exit leaves.\n"
MORE = "(1 more: type more.)\n"


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot.from_texts({"notice.txt": NOTICE})


class Script:
    """Lines to say one after the other; an exception is raised where it stands."""

    def __init__(self, lines: Iterable[str | BaseException]) -> None:
        self._lines = iter(lines)
        self.prompts: list[str] = []

    def read(self, prompt: str) -> str:
        self.prompts.append(prompt)
        line = next(self._lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        return line


Talked = Callable[..., tuple[str, str]]


@pytest.fixture
def talk(bot: Bot) -> Talked:
    """Says lines; what was answered, and what was said around it."""

    def say(*lines: str | BaseException, **settings: object) -> tuple[str, str]:
        out, notes = io.StringIO(), io.StringIO()
        converse(Talk(bot, out, notes, **{"k": 1, "paths": ("notice.txt",), **settings}), Script(lines))
        assert notes.getvalue().startswith(BANNER.format("notice.txt"))
        return out.getvalue(), notes.getvalue().removeprefix(BANNER.format("notice.txt"))

    return say


def test_a_question_is_answered(talk: Talked) -> None:
    assert talk(f"  {CLOSED}\n") == (MUSEUM, "")


def test_a_refusal_is_part_of_the_conversation(talk: Talked) -> None:
    out, _ = talk("Is Zog a whale?")
    assert out.endswith("Not in the text: Zog, whale.\n\n")


def test_nothing_said_nothing_asked(talk: Talked) -> None:
    assert talk("", "   ", "\n") == ("", "")


def test_a_follow_up_says_how_it_was_understood(talk: Talked) -> None:
    out, notes = talk("What did Ada Brown say?", "And Reed?")
    assert out.count("\n\n") == 2
    assert out.split("\n\n")[1].startswith("Tom Reed, fisherman (reported)\n")
    assert notes == f"{MORE}(Tom Reed)\n{MORE}"


@pytest.mark.parametrize("line", ["exit", "quit", "EXIT", ":q", "/exit", "/Quit", "/quit now"])
def test_leaving(talk: Talked, line: str) -> None:
    assert talk(line, CLOSED) == ("", "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/k 2", "At most 2 quotes.\n"),
        ("/k", "/k takes a number from 1 to 999,999; it is 1.\n"),
        ("/k 0", "/k takes a number from 1 to 999,999; it is 1.\n"),
        ("/K 101", "At most 101 quotes.\n"),
        ("/k ³", "/k takes a number from 1 to 999,999; it is 1.\n"),
        ("/context 2", "2 sentences around each quote.\n"),
        ("/context -1", "/context takes a number from 0 to 999,999; it is 0.\n"),
        (f"/context {'0' * 9}{'9' * 5000}", "/context takes a number from 0 to 999,999; it is 0.\n"),
        ("/speaker reed", "Quoting Tom Reed.\n"),
        ("/speaker", "Quoting everybody.\n"),
        ("/speaker Read", "Nobody called Read speaks here; did you mean Tom Reed?\n"),
        ("/speaker Zog", "Nobody called Zog speaks here; /speakers lists who does.\n"),
        ("/why", "There is no quote 1.\n"),
        ("/copy 2", "There is no quote 2.\n"),
        ("/open", "There is no quote 1.\n"),
        ("/save", "/save takes a file name.\n"),
        ("/save x.md", "Nothing has been answered yet.\n"),
        ("/all", "/all takes a name or words, or goes on from a question.\n"),
        ("/compare Brown", "/compare takes two names: /compare Lee and Hall on trade.\n"),
        ("/compare", "/compare takes two names: /compare Lee and Hall on trade.\n"),
        ("/read", "/read takes a file or folder.\n"),
        ("/spkr", "There is no command /spkr; did you mean /speaker?\n"),
        ("/xyz", "There is no command /xyz; /help lists them.\n"),
    ],
)
def test_commands_say_what_they_did(talk: Talked, line: str, said: str) -> None:
    assert talk(line) == ("", said)


def test_help_on_a_narrow_terminal_has_two_lines_a_command(talk: Talked) -> None:
    out, _ = talk("/help", paint=Paint(columns=lambda: 40))
    lines = out.splitlines()
    assert lines[2:4] == ["/speaker [NAME]", "  Quote only NAME; without a name,"]
    assert max(map(len, lines)) < 40


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("thanks", "/help lists commands."),
        ("save this", "/save FILE: Write the answers so far: Markdown, or .jsonl."),
        ("list speakers", "/speakers: List everybody who speaks."),
        ("--help", "/help: Show this list."),
    ],
)
def test_a_line_for_the_program_is_told_its_command(talk: Talked, line: str, said: str) -> None:
    _, notes = talk(line)
    assert notes == f"{said}\n"


def test_lists(talk: Talked) -> None:
    assert talk("/speakers") == ("Ada Brown, harbour master\nTom Reed, fisherman\n", "")
    assert talk("/docs") == ("notice.txt  notice.txt\n", "")


@pytest.mark.parametrize("line", ["/help", "/?", "Help", "?"])
def test_help_names_every_command(talk: Talked, line: str) -> None:
    out, notes = talk(line)
    assert [shown.split()[0] for shown in out.splitlines()] == [f"/{name}" for name in COMMANDS]
    assert all(command.help in out for command in COMMANDS.values())
    assert notes.startswith("Enter asks")


def test_settings_hold_for_what_follows(talk: Talked) -> None:
    out, _ = talk("/context 1", CLOSED)
    assert out == MUSEUM.replace("  “The", '    Tom Reed: "We will mend them," he said.\n> “The')
    out, _ = talk("/speaker Reed", "/k 5", "What about the masts?")
    assert out.count("Tom Reed, fisherman") == 2


def test_a_speaker_stands_in_the_prompt(bot: Bot) -> None:
    script = Script(["/speaker Ada", "/speaker"])
    converse(Talk(bot, io.StringIO(), io.StringIO()), script)
    assert script.prompts == ["? ", "Ada Brown ? ", "? "]


def test_a_name_in_the_prompt_does_not_act_on_the_terminal(bot: Bot) -> None:
    script = Script([])
    converse(Talk(bot, io.StringIO(), io.StringIO(), speakers=("Ada\x1b[2J",)), script)
    assert script.prompts == ["Ada\ufffd[2J ? "]


def test_why(talk: Talked) -> None:
    out, _ = talk("What did Ada Brown say?", "/why 1", "/why full")
    plain, full = out.split("\n\n")[1].split("Looked for: ")[1:]
    assert plain.startswith("all words by Ada Brown.\n")
    assert "Said by Ada Brown: the text says so, “said Ada Brown”." in plain
    assert "such answers are right." in plain
    assert "confidence" not in plain
    assert "confidence" in full
    out, notes = talk(CLOSED, "/why", "/why 2")
    assert "Words of the question in it: museum, closed." in out
    assert "these are the document's own words" in out
    assert notes == "There is no quote 2.\n"
    out, _ = talk("What did Ada Brown say?", "And Reed?", "/why")
    assert "It goes on from the question before: " in out


def test_all_and_more_and_compare(talk: Talked) -> None:
    out, notes = talk("/all Ada")
    assert [out.count(part) for part in ("The ferry is late", "> “She promised that boats")] == [1, 0], "quoted itself"
    assert notes == "2 quotes.\n"
    many = Bot.from_text("".join(f"MS. ADA: Ferry {n} sails.\n\nMR. BO: No.\n\n" for n in range(45)), "t")
    shown = io.StringIO()
    converse(Talk(many, shown, shown, k=1), Script(["/all Ada", "more", "more", "more", "What did Bo say?"]))
    *pages, end, fresh = re.split("\n\\(?(?=That is all|MR. BO\n)", shown.getvalue())
    assert "".join(pages).count("MS. ADA\n") == 45
    assert "20 of 45 quotes.\n" in shown.getvalue()
    assert "(5 more: type more.)" in shown.getvalue()
    assert end.startswith("That is all ADA says.")
    assert fresh.count("MR. BO") == 1, "the page is for what follows it alone"
    out, _ = talk("What did Ada Brown say?", "/more", "/more")
    assert out.endswith("That is all Ada Brown says.\n\n")
    out, _ = talk("/compare Ada Tom")
    assert out.index("Ada Brown") < out.index("Tom Reed")


def test_lines_pasted_at_once_are_asked_one_by_one(talk: Talked) -> None:
    out, notes = talk(f"{CLOSED}\n\nIs Zog a whale?\n/k 2\n")
    assert notes == f"? {CLOSED}\n? Is Zog a whale?\n? /k 2\nAt most 2 quotes.\n"
    assert out.startswith(MUSEUM)
    assert "Not in the text: Zog, whale." in out
    assert talk("When is the\nmuseum closed?") == (MUSEUM, "")


def test_answers_are_saved_whole_or_not_at_all(talk: Talked, tmp_path: Path) -> None:
    page, lines = tmp_path / "talk.md", tmp_path / "talk.jsonl"
    _, notes = talk(CLOSED, f"/save {page}", f"/save {lines}", f"/save {page}", f"/save {tmp_path}/no/where.md")
    assert page.read_text("utf-8") == (
        f"## {CLOSED}\n\n> The museum is closed on Mondays.\n\n**The document itself**, notice.txt:7 ¶4\n"
    )
    assert json.loads(lines.read_text("utf-8"))["question"] == CLOSED
    assert notes.splitlines()[0].startswith("Saved 1 answer to ")
    assert "is there already; nothing was written." in notes.splitlines()[2]
    assert "no such file or directory" in notes.splitlines()[3]


def test_other_documents_can_be_read(bot: Bot) -> None:
    out, notes = io.StringIO(), io.StringIO()
    other = Bot.from_texts({"note": "“It rained,” said Zoe Lind."})
    script = Script(["What did Ada Brown say?", "/read note", "more", "What did Zoe Lind say?", "/reload"])
    converse(Talk(bot, out, notes, read=lambda paths: other if paths else bot), script)
    assert "This is a sample; bot -d FOLDER" in notes.getvalue()
    assert notes.getvalue().count("note: 1 sentence, 1 speaker.") == 2
    assert "Nothing has been shown yet." in out.getvalue()
    assert "It rained" in out.getvalue()


def test_a_quote_is_copied_and_opened_without_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = tmp_path / "a b;c.txt", io.StringIO()
    path.write_text(NOTICE, "utf-8")
    ran: list[tuple[list[str], str]] = []

    def run(command: list[str], **options: str) -> None:
        ran.append((list(command), options.get("input", "")))

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "xclip" else None)
    xclip = ["xclip", "-selection", "clipboard"]
    script = Script([CLOSED, "/copy", "/copy 1 cite", "/open"])
    converse(Talk(Bot.read(path), out, out, k=1, editor="vim -R"), script)
    assert ran == [
        (xclip, "The museum is closed on Mondays."),
        (xclip, "“The museum is closed on Mondays.” (The document itself, a b;c.txt:7 ¶4)"),
        (["vim", "-R", "+7", str(path)], ""),
    ]


def test_words_wrap_on_a_terminal_with_a_hanging_indent(bot: Bot) -> None:
    out = io.StringIO()
    converse(
        Talk(bot, out, io.StringIO(), k=1, paint=Paint(columns=lambda: 30)), Script(["Who said the ferry is late?"])
    )
    assert out.getvalue().splitlines()[1:4] == [
        '  "The ferry is late," said',
        "  Ada Brown, the harbour",
        "  master.",
    ]


def test_a_path_is_no_command(talk: Talked) -> None:
    out, notes = talk("/usr/museum/closed")
    assert (out, notes) == (MUSEUM, "")


def test_interruption_gives_up_the_line_or_the_answer(bot: Bot, talk: Talked, monkeypatch: pytest.MonkeyPatch) -> None:
    assert talk(KeyboardInterrupt(), CLOSED) == (MUSEUM, "")
    conversation = type(bot.conversation())

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(conversation, "ask", interrupted)
    assert talk(CLOSED, "/k 2") == ("", "\nStopped.\nAt most 2 quotes.\n")
    out = io.StringIO()
    converse(Talk(bot, out, out, paint=Paint(color=True)), Script([CLOSED]))
    ended = "\n\x1b\\\x1b]8;;\x1b\\\x1b[0m\n\x1b[3mStopped.\x1b[0m\n"
    assert out.getvalue().endswith(ended), "an escape that was cut off is ended"


def test_a_fault_ends_no_conversation(bot: Bot, talk: Talked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(bot.conversation()), "ask", lambda *_, **__: 1 // 0)
    _, notes = talk(CLOSED, "/k 2")
    assert notes.startswith("a fault in the program itself: ZeroDivisionError in test_repl.py:")
    assert notes.endswith("\nAt most 2 quotes.\n")


def test_an_error_does_not_end_the_conversation(talk: Talked) -> None:
    _, notes = talk("Is it?", "/k 2", speakers=("Zog",))
    assert notes == "nobody called 'Zog' speaks in the documents; see bot --speakers\nAt most 2 quotes.\n"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bo Dahl said that the Old Mill burned. Bo Dahl said that he bought the Old Mill in May.", "Old Mill"),
        ("In May the weather was bad. On Monday, May came to Bergen. All Bergen saw it.", "Bergen"),
        ("Rain fell on Bergen’s roofs. The roofs of Bergen leaked, said Bo Dahl.", "Bergen"),
    ],
)
def test_the_questions_that_are_offered_are_answered(text: str, asked: str) -> None:
    bot = Bot.from_text(text)
    questions = list(examples(bot))
    assert questions[-1] == f"Who mentioned {asked}?"
    assert all(bot.ask(question) for question in questions)


def test_several_documents_are_counted() -> None:
    notes = io.StringIO()
    converse(Talk(Bot.from_texts({"a": "One.", "b": "Two."}), io.StringIO(), notes), Script([]))
    assert notes.getvalue().startswith("2 documents: 2 sentences, 0 speakers.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/", [f"/{name}" for name in COMMANDS]),
        ("/sp", ["/speaker", "/speakers"]),
        ("/zz", []),
        ("/speaker ", ["/speaker Ada Brown", "/speaker Tom Reed"]),
        ("/speaker re", ["/speaker Tom Reed"]),
        ("/speaker tom r", ["/speaker Tom Reed"]),
        ("/k ", []),
        ("/nothing ", []),
        ("What did bro", ["What did Ada Brown"]),
        ("What does Reed say in not", ["What does Reed say in notice.txt"]),
        ("/read ", ["/read a b.txt", "/read folder/"]),
        ("/read A", []),
        ("/read a", ["/read a b.txt"]),
        ("/read folder/", ["/read folder/c.txt"]),
        ("/read folder/.", ["/read folder/.d"]),
        ("/read gone/", []),
        ("What did ", []),
        ("", []),
    ],
)
def test_completions(bot: Bot, before: str, after: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for name in ("a b.txt", "folder/c.txt", "folder/.d"):
        (tmp_path / name).touch()
    assert [before[: len(before) + start] + word for word, start in completions(bot, before)] == after


def test_names_that_are_offered_do_not_act_on_the_terminal(monkeypatch: pytest.MonkeyPatch, bot: Bot) -> None:
    monkeypatch.setattr(Bot, "speakers", [Speaker("Ann\u202eeeL\u2066 Moe\x1b[2J", None, ())])
    assert list(completions(bot, "/speaker moe")) == [("Ann\ufffdeeL\ufffd Moe\ufffd[2J", -3)]


def test_a_plain_source_reads_lines_to_the_end(bot: Bot) -> None:
    out = io.StringIO()
    converse(Talk(bot, out, out, k=1), PlainSource(io.StringIO(f"{CLOSED}\n"), out))
    assert out.getvalue().endswith(f"? {MUSEUM}? \n")


def test_a_plain_source_breaks_the_line_that_is_given_up() -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:
            raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        PlainSource(Interrupted(), out).read("? ")
    assert out.getvalue() == "? \n"


# From the command line.


def test_a_terminal_gets_a_conversation(run: Run, notice: str) -> None:
    done = run("-d", notice, "--plain", "-k", "1", stdin=f"{CLOSED}\n", terminal="stdin stdout")
    assert done.out == f"{BANNER.format('Harbour notice')}? {MUSEUM}? \n"
    assert (done.status, done.err) == (0, "")
    assert run("-d", notice, "-k", "1", stdin=CLOSED, terminal="stdin stdout", environ={"TERM": "dumb"}) == done


def test_a_conversation_into_a_file_keeps_the_chatter_out_of_it(run: Run, notice: str) -> None:
    done = run(
        "-d",
        notice,
        "-k",
        "1",
        "--speaker",
        "Tom",
        "--speaker",
        "Ada",
        stdin="/k 1\nIs the ferry late?\n",
        terminal="stdin",
    )
    assert done.out.startswith("Ada Brown, harbour master\n")
    prompt = "Ada Brown or Tom Reed ? "
    assert done.err.splitlines()[3:] == [f"{prompt}At most 1 quote.", f"{prompt}(1 more: type more.)", prompt]


def test_json_from_a_terminal_is_no_conversation(run: Run, notice: str) -> None:
    done = run("-d", notice, "--json", stdin=f"{CLOSED}\n", terminal="stdin stdout")
    assert done.out.startswith('{"schema": 1, ')
