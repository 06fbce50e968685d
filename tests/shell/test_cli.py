import io
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import NOTICE, Run, Stream
from jsonschema import Draft202012Validator

from bot.documents.readers import FORMATS
from bot.index import opening, reading
from bot.index.handover import Reached
from bot.shell import world
from bot.shell.cli import Environment, ExitStatus, main
from bot.shell.settings import settings

FERRY = '"The ferry is late," said Ada Brown, the harbour master.'
MUSEUM = "“The museum is closed on Mondays.”"
COMMAND = [sys.executable, "-m", "bot"]
CLOSED = "When is the museum closed?"


def test_an_answer_goes_to_stdout(run: Run, notice: str) -> None:
    done = run("-d", notice, "-k", "1", "Is", "the", "ferry", "late?")
    assert done.out == f"Ada Brown, harbour master\n  {FERRY}\n  [1] notice.txt:3  ¶2\n"
    assert (done.status, done.err) == (0, "")


def test_no_answer_leaves_stdout_empty(run: Run, notice: str) -> None:
    done = run("-d", notice, "What about whales?")
    assert (done.status, done.out) == (1, "")
    assert done.err == "No sentence in the document has a word of the question.\nNot in the text: whales.\n"


def test_options_stand_between_the_words(run: Run, notice: str) -> None:
    done = run("When", "-d", notice, "is the", "--lines", "museum", "-k", "1", "closed?")
    assert done.out == f"{notice}:7:1: The museum is closed on Mondays.\n"
    assert run(f"-d{notice}", "--lines", "-k=1", "--", *CLOSED.split()).out == done.out
    assert run(f"--documents={notice}", "--lines", "-k1", "Museum", "-", "-5").out == done.out


def test_documents_add_up(run: Run, notice: str, tmp_path: Path) -> None:
    other = tmp_path / "more" / "bakery.md"
    other.parent.mkdir()
    other.write_text("# Bakery\n\nThe bakery opens on Mondays.\n")
    done = run("-d", notice, "--documents", str(other.parent), "--sentences", "--json")
    documents = [json.loads(line)["document"] for line in done.out.splitlines()]
    assert documents == ["bakery.md"] * 2 + ["notice.txt"] * 6


def test_documents_are_named_by_the_environment(run: Run, notice: str) -> None:
    assert run("--speakers", environ={"QUOTING_BOT_DOCUMENTS": notice}).out.startswith("Ada Brown")
    assert run("--speakers").out.startswith("Xi Jinping"), "without documents it is the article"


def test_context_stands_around_a_quote(run: Run, notice: str) -> None:
    done = run("-d", notice, "-k", "1", "--context", "1", CLOSED)
    assert done.out == (
        f'The document itself\n    Tom Reed: "We will mend them," he said.\n> {MUSEUM}\n  [1] notice.txt:7  ¶4\n'
    )


def test_only_one_speaker(run: Run, notice: str) -> None:
    assert run("-d", notice, "--speaker", "Reed", "--lines", "What about the masts?").out == (
        f"{notice}:5:1: Tom Reed: Tom Reed, a fisherman, said the storm had broken two masts.\n"
        f'{notice}:5:61: Tom Reed: "We will mend them," he said.\n'
    )
    assert run("-d", notice, "--speaker", "harbour master", "--sentences", "--lines").out == (
        f'{notice}:3:1: Ada Brown: "The ferry is late," said Ada Brown, the harbour master.\n'
        f"{notice}:3:58: Ada Brown: She promised that boats would sail at noon.\n"
    )
    assert (
        run("-d", notice, "--speaker", "Tom", "--speakers").out
        == "Tom Reed, fisherman  2 ██████████  50%  notice.txt:5  ¶3\n"
    )


def test_sentences_with_speaker_and_evidence(run: Run, notice: str) -> None:
    lines = run("-d", notice, "--sentences").out.splitlines()
    assert lines[5:8] == [
        "notice.txt:3  ¶2  Ada Brown, harbour master  indirect",
        "  She promised that boats would sail at noon.",
        "  Said by Ada Brown: the text says so, “She promised” (“She” is Ada Brown).",
    ]
    assert lines[-2:] == ["notice.txt:7  ¶4  The document itself  none", "  The museum is closed on Mondays."]


def test_stdin_as_a_document(run: Run) -> None:
    done = run("-d", "-", CLOSED, "-k", "1", "--lines", data=NOTICE.encode(), stdin="not a question")
    assert done.out == "stdin:7:1: The museum is closed on Mondays.\n"
    assert run("-d", "-", "--speakers", data=NOTICE.encode()).status == 0


def test_piped_questions_are_asked_each_by_itself(run: Run, notice: str) -> None:
    done = run("-d", notice, "-k", "1", stdin=f"\n{CLOSED}\n  \nWhat did Ada Brown say?\nAnd the masts?\n")
    assert done.status == 0
    assert [line for line in done.out.splitlines() if line[:1].strip()] == [
        f"? {CLOSED}",
        "The document itself",
        "? What did Ada Brown say?",
        "Ada Brown, harbour master",
        "? And the masts?",
        "Tom Reed, fisherman (reported)",
    ]
    assert done.out.count("\n\n") == 2
    assert done.err == ""


def test_piped_questions_may_go_on_from_each_other(run: Run, notice: str) -> None:
    asked = "What did Ada Brown say?\nAnd Reed?\n"
    follows = [
        json.loads(line)["understood"]["follows"] for line in run("-d", notice, "--json", stdin=asked).out.splitlines()
    ]
    assert follows == [False, False]
    talk = run("-d", notice, "--json", "--conversation", stdin=asked).out.splitlines()
    assert [json.loads(line)["understood"]["follows"] for line in talk] == [False, True]


def test_a_piped_question_that_is_not_answered_is_named(run: Run, notice: str) -> None:
    done = run("-d", notice, "-k", "1", stdin="Who is Modi?\n" + CLOSED)
    assert (done.status, done.out) == (0, f"? {CLOSED}\nThe document itself\n  {MUSEUM}\n  [1] notice.txt:7  ¶4\n")
    assert done.err.startswith("“Who is Modi?” ")
    assert run("-d", notice, stdin="Who is Modi?").status == 1


def test_a_long_line_is_not_echoed_whole(run: Run, notice: str) -> None:
    done = run("-d", notice, stdin=f"{'a' * 5000} {'b ' * 50}\n")
    assert len(done.err) < 500
    assert "a…” No sentence" in done.err
    assert " and 41 more." in run("-d", notice, " ".join(f"word{n}" for n in range(51))).err
    assert len(run("-d", notice, "museum " * 5000).out) < 500
    assert len(run("-d", notice, stdin="Is the museum closed? " * 500).out) < 1000


def test_signs_of_a_script_without_spaces_stay_together(run: Run, notice: str) -> None:
    assert run("-d", notice, "museum 北京 开放").err.endswith("Not in the text: 北京开放.\n")


@pytest.mark.parametrize("word", ["help", "thanks"])
def test_a_word_for_the_program_is_told_of_the_options(run: Run, notice: str, word: str) -> None:
    done = run("-d", notice, word)
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("\nbot --help lists what else it does.\n")


def test_json_keeps_to_the_printed_schema(run: Run, notice: str, tmp_path: Path) -> None:
    schema = json.loads(run("--json-schema").out)
    Draft202012Validator.check_schema(schema)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "a.txt").write_text(NOTICE)
    done = run(
        "-d", str(folder), "--json", "--context", "1", stdin=f"Whales?\n{CLOSED}\nWho said the ferry was late?\n"
    )
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [record["answered"] for record in records] == [False, True, True]
    assert records[0]["skipped"] == [{"path": "empty.txt", "reason": "it is empty"}]
    assert records[2]["quotes"][0]["speaker"] == {"name": "Ada Brown", "title": "harbour master", "aliases": []}
    strict = Draft202012Validator(closed(schema))
    for record in records:
        strict.validate(record)
        for quote in record["quotes"]:
            assert NOTICE[quote["start"] : quote["end"]] == quote["text"]
    for listing, part in (("--sentences", "listed"), ("--speakers", "counted")):
        listed = Draft202012Validator({**closed(schema["$defs"][part]), "$defs": schema["$defs"]})
        for line in run("-d", notice, listing, "--json").out.splitlines():
            listed.validate(json.loads(line))


def closed(schema: object) -> object:
    """The schema with nothing in objects but what it lists, so that a field it forgets is found."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    return {"additionalProperties": False, **inner} if "properties" in schema else inner


def test_json_is_ascii_and_without_paths(run: Run, notice: str) -> None:
    Path(notice).write_text("The naïve café “Œuvre” is closed on Mondays.")
    done = run("-d", notice, "--json", "What is closed on Mondays?")
    assert done.out.isascii()
    assert str(Path(notice).parent) not in done.out


@pytest.mark.parametrize(
    ("arguments", "environ", "terminal", "colour"),
    [
        ([], {}, "stdout", True),
        ([], {}, "", False),
        ([], {"TERM": "dumb"}, "stdout", False),
        ([], {"FORCE_COLOR": "1"}, "", True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "stdout", False),
        (["--color", "always"], {"NO_COLOR": "1"}, "", True),
        (["--color=never"], {"FORCE_COLOR": "1"}, "stdout", False),
    ],
)
def test_colour(
    run: Run, notice: str, arguments: list[str], environ: dict[str, str], terminal: str, colour: object
) -> None:
    done = run("-d", notice, *arguments, CLOSED, environ=environ, terminal=terminal)
    assert ("\x1b[" in done.out) is colour


def test_help_version_and_nothing_else(run: Run) -> None:
    done = run("What?", "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("usage: bot [OPTIONS] [QUESTION...]")
    assert run("--version").out == "bot 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-d", "missing.txt", "Q"], "cannot read missing.txt: there is no such file or folder"),
        (["-d", "empty.txt", "Q"], "cannot read empty.txt: it is empty"),
        (["-d", "bare", "Q"], f"cannot read bare: no file in it ends in {', '.join(sorted(FORMATS))}"),
        (["-d", "scan.png", "Q"], "cannot read scan.png: it is a binary file of no format that is read"),
        (["-d", "noise.txt", "Q"], "cannot read noise.txt: no encoding fits; save it as UTF-8"),
        (["-d", "", "Q"], "cannot read '': the name is empty"),
        (["-d", "good.txt", "-d", "missing.txt", "Q"], "cannot read missing.txt: there is no such file or folder"),
        (
            ["-d", "good.txt", "--speaker", "Ade Brawn", "Q"],
            "nobody called 'Ade Brawn' speaks in the documents; did you mean Ada Brown?",
        ),
        (
            ["-d", "good.txt", "--speaker", "Zog", "Q"],
            "nobody called 'Zog' speaks in the documents; see bot --speakers",
        ),
        (
            ["-d", "good.txt", "--speaker", "Zog", "--sentences"],
            "nobody called 'Zog' speaks in the documents; see bot --speakers",
        ),
        ([""], "the question is empty"),
        ([" ", "\t"], "the question is empty"),
        ([], "there is no question, neither as an argument nor on stdin"),
        (["-d", "-"], "the document comes from stdin, so the question must be an argument"),
        (["--speakers", "Who?"], "a list, a check and a file of questions take no question; leave one of them out"),
        (["--speeker", "Ada", "Q"], "there is no option --speeker; did you mean --speaker?"),
        (["--foo", "Q"], "there is no option --foo; see bot --help"),
        (["--zzz", "Q"], "there is no option --zzz; see bot --help"),
        (["--spea", "Ada", "Q"], "there is no option --spea; did you mean --speaker?"),
        (["-k", "0", "Q"], "-k: takes a number from 1 to 999999, not '0'; see bot --help"),
        (["-k", "٣", "Q"], "-k: takes a number from 1 to 999999, not '٣'; see bot --help"),
        (["--context", "-1", "Q"], "--context: takes a number from 0 to 999999, not '-1'; see bot --help"),
        (
            ["--context", "9999999", "Q"],
            "--context: takes a number from 0 to 999999, not '9999999'; see bot --help",
        ),
        (["--json", "--lines", "Q"], "--lines: not allowed with argument --json; see bot --help"),
        (["--json-schema", "--sentences"], "--sentences: not allowed with argument --json-schema; see bot --help"),
        (["--json=yes", "Q"], "--json: ignored explicit argument 'yes'; see bot --help"),
        (["Q", "--speaker"], "--speaker: expected one argument; see bot --help"),
        (["-d", "--json", "Q"], "-d/--documents: expected one argument; see bot --help"),
        (["--color", "pink", "Q"], "--color: takes auto, always or never, not 'pink'; see bot --help"),
        (["-x", "Q"], "there is no option -x; see bot --help"),
    ],
)
def test_bad_input_is_told_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(NOTICE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "noise.txt").write_bytes(bytes((37 * n * n + 11 * n) % 255 + 1 for n in range(3000)))
    done = run(*arguments)
    assert (done.status, done.out, done.err) == (2, "", f"bot: {said}\n")


def test_debug_shows_where_an_error_comes_from(run: Run) -> None:
    done = run("--debug", "-d", "missing.txt", "Q")
    assert done.status == 2
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert done.err.endswith("\nbot: cannot read missing.txt: there is no such file or folder\n")


def test_unreadable_files_inside_a_good_folder_are_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE)
    for name in ("b.txt", "c.txt"):
        (tmp_path / name).symlink_to("nowhere")
    (tmp_path / "d.txt").write_text("")
    for name in ("e.txt", "f.txt"):
        (tmp_path / name).write_text(NOTICE)
    (tmp_path / "g.txt").write_bytes("The café opens on Tuesdays.".encode("cp1252"))
    done = run("-d", str(tmp_path), "-k", "1", "--lines", CLOSED)
    assert (done.status, done.out) == (0, f"{tmp_path / 'a.txt'}:7:1: The museum is closed on Mondays.\n")
    assert done.err == (
        "bot: g.txt: not UTF-8; read as cp1252\n"
        "bot: 2 files left out (b.txt, ...): there is no such file or folder\n"
        "bot: left out d.txt: it is empty\n"
        "bot: 2 files left out (e.txt, ...): read already\n"
    )


def test_links_that_lead_round_in_circles_are_no_folders(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE)
    for name, to in (("b", "c"), ("c", "b"), ("d.txt", "d.txt"), ("e", ".")):
        (tmp_path / name).symlink_to(to)
    done = run("-d", str(tmp_path), "-k", "1", "--lines", CLOSED)
    assert done.out == f"{tmp_path / 'a.txt'}:7:1: The museum is closed on Mondays.\n"
    assert done.err == "bot: left out d.txt: too many levels of symbolic links\n"


def test_names_of_files_do_not_act_on_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\n.txt"
    path.write_text("The museum is closed.")
    done = run("-d", str(path), "What is closed?")
    assert "\x1b" not in done.out
    assert "\n.txt" not in done.out
    assert "\x1b" not in run("-d", "gone\x1b[31m", "Q").err


def test_a_fault_of_our_own_is_an_error_and_no_refusal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("row\x1b")

    monkeypatch.setattr(opening, "library", broken)
    done = run("Q")
    assert (done.status, done.out) == (2, "")
    assert re.fullmatch(
        r"bot: a fault in the program itself: KeyError in test_cli\.py:\d+, 'row\\x1b'; --debug shows more\n", done.err
    )


def test_a_document_with_a_fault_of_our_own_is_left_out(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    good = run("-d", notice, CLOSED)
    bad = Path(notice).with_name("bad.txt")
    bad.write_text("It rained on the museum.", "utf-8")

    def attribute(text: str, *rest: object) -> object:
        return real(text, *rest) if "rained" not in text else 1 // 0

    real = reading.attribute
    monkeypatch.setattr(reading, "attribute", attribute)
    done = run("-d", str(bad.parent), CLOSED)
    assert (done.status, done.out) == (2, good.out)
    assert done.err.startswith(
        "bot: left out bad.txt: a fault in the program itself: ZeroDivisionError in test_cli.py:"
    )
    done = run("-d", str(bad), CLOSED)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("bot: cannot read bad.txt: a fault in the program itself: ")


def test_long_reading_shows_progress_on_a_terminal(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(0, 1000, 2))
    monkeypatch.setattr(world, "monotonic", lambda: next(seconds))
    done = run("-d", notice, CLOSED, terminal="stderr")
    assert done.err == "\rReading 1/1 files, 6 sentences\x1b[K\r\x1b[K"
    assert run("-d", notice, CLOSED).err == ""


@pytest.mark.parametrize(
    ("share", "took", "left"), [(0.01, 2, ""), (0.2, 2, ", 0:08 left"), (0.01, 12, ", 19:48 left")]
)
def test_how_long_the_rest_takes_is_told_when_it_is_known(
    share: float, took: int, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter((0, took, took))
    monkeypatch.setattr(world, "monotonic", lambda: next(seconds))
    shown = Stream()
    monkeypatch.setattr(shown, "isatty", lambda: True)
    world.Progress(shown, "Reading").reading(Reached(1, 9, 60, share))
    assert shown.getvalue() == f"\rReading 1/9 files, 60 sentences{left}\x1b[K"


def test_interruption(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "library", interrupted)
    assert run("-d", notice, "Q").status == ExitStatus.INTERRUPTED


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_that_has_gone(notice: str, stream: str) -> None:
    class Gone(Stream):
        def write(self, _: str) -> int:
            raise BrokenPipeError

        def writelines(self, _: object) -> None:
            raise BrokenPipeError

    streams = {name: Gone() if name == stream else Stream() for name in ("stdin", "stdout", "stderr")}
    question = CLOSED if stream == "stdout" else "Who is Modi?"
    assert main(["-d", notice, question], Environment(**streams, settings=settings({}))) == 0


def test_a_full_disk(notice: str) -> None:
    class Full(Stream):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    streams = {"stdin": Stream(), "stdout": Full(), "stderr": Stream()}
    assert main(["-d", notice, CLOSED], Environment(**streams, settings=settings({}))) == 2
    assert streams["stderr"].getvalue() == "bot: cannot write: no space left on device\n"


# What only a real process shows.


def process(command: str) -> subprocess.CompletedProcess[str]:
    program = f'bot() {{ {" ".join(COMMAND)} "$@"; }}; {command}'
    return subprocess.run(
        ["/bin/bash", "-c", program], capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )


UNREAD = "bot: stdin is not read; -d - reads a document from it\n"
LINE = "{0}:7:1: The museum is closed on Mondays.\n"


@pytest.mark.parametrize(
    ("command", "status", "out", "err"),
    [
        ('bot -d {0} --sentences | head -0; echo "${{PIPESTATUS[0]}}"', 0, "0\n", ""),
        ('yes "Who is late?" | head -2000 | bot -d {0} --json | head -0; echo "${{PIPESTATUS[2]}}"', 0, "0\n", ""),
        ("bot -d {0} --json-schema > /dev/full", 2, "", "bot: cannot write: no space left on device\n"),
        (
            "cat {0} | bot --lines -k 1 -d {0} 'Is the museum closed?'",
            0,
            LINE,
            UNREAD,
        ),
        (
            "bot --lines -k 1 -d {0} 'Is the museum closed?' < {0}",
            0,
            LINE,
            UNREAD,
        ),
        (
            "cat {0} | bot -k 1 --lines 2>&1 | tail -1",
            0,
            "bot: each line of stdin was asked of the bundled sample; -d - reads it as a document\n",
            "",
        ),
        ("true | bot --lines -k 1 -d {0} 'Is the museum closed?'", 0, LINE, ""),
        ("bot --lines -k 1 -d {0} 'Is the museum closed?' < /dev/null", 0, LINE, ""),
        (
            "bot {0} 'Is the museum closed?'",
            2,
            "",
            "bot: {0} is a file, not a word of a question; did you mean -d {0}?\n",
        ),
        ("bot -d {0} <&-", 2, "", "bot: there is no question, neither as an argument nor on stdin\n"),
        ("bot -d {0} 'When is the museum closed?' >&-", 0, "", ""),
        ("bot -d nowhere Q 2>&-", 2, "", ""),
        ("bot -d nowhere Q 2> /dev/full", 2, "", ""),
        ("bot -d {0} 0> /dev/null", 2, "", "bot: cannot read stdin: bad file descriptor\n"),
        ("bot -d <(cat {0}) --speakers --csv | cut -d, -f1", 0, "speaker\nAda Brown\nTom Reed\n", ""),
        ("cat {0} | bot -d - --speakers --csv | cut -d, -f1", 0, "speaker\nAda Brown\nTom Reed\n", ""),
        (
            "printf 'When is the museum closed\\xff?' | bot -k 1 --lines -d {0}",
            0,
            "{0}:7:1: The museum is closed on Mondays.\n",
            "",
        ),
        (
            "bot -k 1 --lines -d {0} $'When is the museum\\xff closed?'",
            0,
            "{0}:7:1: The museum is closed on Mondays.\n",
            "",
        ),
        (
            "LC_ALL=C PYTHONUTF8=0 bot -k 1 -d {0} 'When is the museum closed?'",
            0,
            f"The document itself\n  {MUSEUM}\n  [1] notice.txt:7  ¶4\n",
            "",
        ),
    ],
)
def test_real_processes(notice: str, command: str, status: int, out: str, err: str) -> None:
    done = process(command.format(notice))
    assert (done.returncode, done.stdout, done.stderr) == (status, out.format(notice), err.format(notice))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no memory")
def test_too_little_memory_is_said(notice: str) -> None:
    done = process(f"ulimit -v 80000 && bot -d {notice} Q")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "bot: 81,920,000 bytes of memory are not enough; see ulimit -v\n"


def test_ctrl_c_ends_with_130_and_no_traceback(notice: str) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    running = subprocess.Popen(
        [*COMMAND, "-d", notice, "-k", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(CLOSED.encode() + b"\n")
    running.stdin.flush()
    assert running.stdout.readline() == f"? {CLOSED}\n".encode()
    time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)
    _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")


@pytest.mark.parametrize("loading", ["bot.shell.cli", "bot.answers", "numpy", "rank_bm25", "bot.shell.render"])
def test_ctrl_c_while_the_program_loads(notice: str, loading: str) -> None:
    code = f"""
import os, signal, sys
class Pressed:
    def find_spec(self, name, *_):
        if name == {loading!r}:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Pressed())
sys.argv[1:] = ["-d", {notice!r}, "Q"]
from bot.__main__ import run
run()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30, check=False)
    assert done.returncode in (-signal.SIGINT, ExitStatus.INTERRUPTED)  # a shell shows both as 130
    assert (done.stdout, done.stderr) == (b"", b"")


def test_the_real_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", wrapped)
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    world = Environment.real()
    assert world.stdout is wrapped
    assert wrapped.encoding == "utf-8"
    assert world.stdin.read() == ""
    assert world.data is not None
    assert world.data.read() == b""
    world.stdin.close()
