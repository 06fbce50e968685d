import os
import pty
import signal
import sys
import termios
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pexpect
import pyte
import pytest
from conftest import NOTICE
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot import Bot
from bot.shell.terminal import TerminalSource

PATIENCE = 30.0
"""Seconds that a busy machine may take for anything."""
DOWN, TAB, UP = "\x1b[B", "\t", "\x1b[A"
CTRL_C, CTRL_D, CTRL_R = "\x03", "\x04", "\x12"


def heard() -> None:
    """What the keyboard sends is heard, also where the tests are a shell's background job."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


class Person:
    """Somebody at a terminal: types, and looks at the screen until it shows what is waited for."""

    def __init__(self, *arguments: str, history: Path, width: int = 100, program: str = "", **environ: str) -> None:
        keep = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
        self.process = pexpect.spawn(
            program or sys.executable,
            [*arguments] if program else ["-m", "bot", *arguments],
            env={
                **keep,
                "TERM": "xterm-256color",
                "PROMPT_TOOLKIT_NO_CPR": "1",
                "QUOTING_BOT_HISTORY": str(history),
                **environ,
            },
            encoding="utf-8",
            codec_errors="replace",  # Ctrl-C makes the system drop what is on its way, in the middle of a character
            preexec_fn=heard,
            dimensions=(40, width),
            timeout=PATIENCE,
        )
        self.screen = pyte.Screen(width, 40)
        self._stream = pyte.Stream(self.screen)
        self.seen = ""

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def types(self, keys: str) -> None:
        self.process.send(keys)

    def resized(self, width: int) -> None:
        self.process.setwinsize(40, width)
        self.screen.resize(40, width)

    def looks(self, shown: Callable[[list[str]], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not shown(self.lines) and time.monotonic() < end:
            try:
                new = self.process.read_nonblocking(65536, 0.05)
                self.seen += new
                self._stream.feed(new)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        return shown(self.lines)

    def sees(self, shown: Callable[[list[str]], bool]) -> None:
        assert self.looks(shown, PATIENCE), "\n".join(self.lines)

    def asks(self, line: str, *answer: str) -> None:
        """Types a line; under it stands the answer, and then the prompt."""
        self.types(line + "\r")
        self.sees(lambda lines: lines[-len(answer) - 1 :] == [*answer, "?"])

    def leaves(self) -> int | None:
        self.process.expect(pexpect.EOF)
        self.process.close()
        status: int | None = self.process.exitstatus
        return status


@pytest.fixture
def person(notice: str, tmp_path: Path) -> Iterator[Person]:
    person = Person("-d", notice, "-k", "1", history=tmp_path / "history")
    person.sees(lambda lines: lines[-1:] == ["?"])
    yield person
    person.process.close(force=True)


def test_a_conversation(person: Person) -> None:
    assert person.lines == [
        "Harbour notice: 6 sentences, 2 speakers.",
        "Try: What did Ada Brown say?",
        "/help lists commands; exit leaves.",
        "?",
    ]
    person.asks(
        "When is the museum closed?",
        "The document itself",
        "  “The museum is closed on Mondays.”",
        "  [1] notice.txt:7  ¶4",
    )
    person.asks(
        "What did Ada Brown say?",
        "Ada Brown, harbour master",
        '  "The ferry is late," said Ada Brown, the harbour master.',
        "  [1] notice.txt:3  ¶2",
        "(1 more: type more.)",
    )
    person.types("And Reed?\r")
    person.sees(lambda lines: "Tom Reed, fisherman (reported)" in lines and lines[-1] == "?")
    assert person.lines[-5] == "Tom Reed, fisherman (reported)", "the answer"
    assert person.lines[-6] == "(Tom Reed)", "how the follow-up was understood"
    person.asks("/docs", "notice.txt  Harbour notice")
    person.asks("/speakers", "Ada Brown, harbour master", "Tom Reed, fisherman")
    person.asks("/k 2", "At most 2 quotes.")
    person.asks("/context 1", "1 sentence around each quote.")
    person.types("/why\r")
    person.sees(lambda lines: any(line.startswith("Said by Tom Reed: ") for line in lines) and lines[-1] == "?")
    person.types("/help\r")
    person.sees(lambda lines: any(line.startswith("/quit") for line in lines) and lines[-1] == "?")
    person.types("/speaker Ada\r")
    person.sees(lambda lines: lines[-2:] == ["Quoting Ada Brown.", "Ada Brown ?"])
    person.types("/quit\r")
    assert person.leaves() == 0


def test_completion(person: Person) -> None:
    person.types("/sp")
    person.sees(lambda lines: any(line.strip() == "/speakers" for line in lines))
    person.types("eaker ")
    person.sees(lambda lines: any(line.strip() == "Tom Reed" for line in lines))
    person.types(DOWN + DOWN + "\r")
    person.sees(lambda lines: lines[-2:] == ["Quoting Tom Reed.", "Tom Reed ?"])
    person.types("What about bro" + TAB)
    person.sees(lambda lines: "Tom Reed ? What about Ada Brown" in lines)


def test_ctrl_c_gives_up_a_line_and_ctrl_d_leaves(person: Person) -> None:
    person.types("never asked")
    person.sees(lambda lines: lines[-1] == "? never asked")
    person.types(CTRL_C)
    person.sees(lambda lines: lines[-2:] == ["? never asked", "?"])
    person.types(CTRL_D)
    assert person.leaves() == 0


def test_ctrl_c_stops_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("".join(f"MS. ADA: Ferry {n} sails.\n\nMR. BO: It does not.\n\n" for n in range(2000)), "utf-8")
    person = Person("-d", str(path), history=tmp_path / "history")
    person.sees(lambda lines: lines[-1:] == ["?"])
    person.types("/k 2000\r")
    person.sees(lambda lines: lines[-2:] == ["At most 2,000 quotes.", "?"])
    person.types("What did Ada say?\r")
    person.sees(lambda lines: any("] talk.txt:" in line for line in lines))
    person.types(CTRL_C)
    person.sees(lambda lines: lines[-2:] == ["Stopped.", "?"])
    assert all("[2000]" not in line for line in person.lines)
    person.asks("/k 4", "At most 4 quotes.")
    person.process.close(force=True)


def test_ctrl_z_gives_the_shell_and_fg_the_conversation(notice: str, tmp_path: Path) -> None:
    shell = Person("--norc", "-i", history=tmp_path / "history", program="/bin/bash", PS1="$ ")
    shell.sees(lambda lines: lines[-1:] == ["$"])
    shell.types(f"{sys.executable} -m bot -d {notice} -k 1\r")
    shell.sees(lambda lines: lines[-1:] == ["?"])
    shell.types("When is the mu\x1a")
    shell.sees(lambda lines: lines[-1] == "$" and any("Stopped" in line for line in lines))
    shell.types("echo here\r")
    shell.sees(lambda lines: lines[-2:] == ["here", "$"])
    shell.types("fg\r")
    shell.sees(lambda lines: lines[-1] == "? When is the mu")
    shell.types("seum closed?\r")
    shell.sees(lambda lines: lines[-2:] == ["  [1] notice.txt:7  ¶4", "?"])
    shell.types("exit\r")
    shell.sees(lambda lines: lines[-1] == "$")
    shell.process.close(force=True)


def test_a_terminal_that_is_resized(person: Person) -> None:
    person.resized(20)
    person.types("When is the museum closed?\r")
    person.sees(lambda lines: lines[-1] == "?" and "   Mondays.”" in lines)
    person.resized(100)
    person.asks(
        "When is the museum closed?",
        "The document itself",
        "  “The museum is closed on Mondays.”",
        "  [1] notice.txt:7  ¶4",
    )


def test_a_quote_is_copied_by_the_terminal_and_the_talk_saved(notice: str, tmp_path: Path) -> None:
    person = Person("-d", notice, "-k", "1", history=tmp_path / "history", PATH="/nowhere")
    person.sees(lambda lines: lines[-1:] == ["?"])
    person.types("When is the museum closed?\r")
    person.sees(lambda lines: lines[-2:] == ["  [1] notice.txt:7  ¶4", "?"])
    person.types("/copy\r")
    person.sees(
        lambda lines: lines[-2:] == ["Copied, if the terminal allows it: The museum is closed on Mondays.", "?"]
    )
    assert b64encode(b"The museum is closed on Mondays.").decode() in person.seen
    person.asks(f"/save {tmp_path}/t.md", f"Saved 1 answer to {tmp_path}/t.md.")
    assert "> The museum is closed on Mondays.\n" in (tmp_path / "t.md").read_text("utf-8")
    person.process.close(force=True)


def test_lines_pasted_at_once_are_asked_one_by_one(person: Person) -> None:
    person.types("\x1b[200~When is the museum closed?\nWho is Modi?\n/k 2\x1b[201~")
    person.sees(lambda lines: lines[-1] == "/k 2")
    person.types("\r")
    person.sees(lambda lines: lines[-2:] == ["At most 2 quotes.", "?"])
    at = person.lines.index("? When is the museum closed?", 5)
    assert person.lines[at + 1 : at + 5 : 3] == ["The document itself", "? Who is Modi?"]


def test_history_is_kept_between_conversations(person: Person, notice: str, tmp_path: Path) -> None:
    person.types(" a secret\r")
    person.sees(lambda lines: lines[-1] == "?" and "Not in the text: secret." in lines)
    person.asks("/k 4", "At most 4 quotes.")
    person.asks("/k 4", "At most 4 quotes.")
    person.types("exit\r")
    assert person.leaves() == 0
    kept = [line for line in (tmp_path / "history").read_text().splitlines() if line.startswith("+")]
    assert kept == ["+/k 4", "+exit"]
    later = Person("-d", notice, history=tmp_path / "history")
    later.sees(lambda lines: lines[-1:] == ["?"])
    later.types(UP)
    for _ in range(10):  # the history is loaded while the prompt already waits
        if later.looks(lambda lines: lines[-1] == "? exit", 3):
            break
        later.types(CTRL_C + UP)
    later.types(UP)
    later.sees(lambda lines: lines[-1] == "? /k 4")
    later.types(CTRL_C)
    later.sees(lambda lines: lines[-1] == "?")
    later.types("ex" + UP)
    later.sees(lambda lines: lines[-1] == "? exit")
    later.types(CTRL_C)
    later.sees(lambda lines: lines[-1] == "?")
    later.types(CTRL_R)
    later.sees(lambda lines: "search" in lines[-1])
    later.types("EX")
    later.sees(lambda lines: "exit" in lines[-1])
    later.types("\r")
    assert later.leaves() == 0


def test_a_narrow_terminal(notice: str, tmp_path: Path) -> None:
    person = Person("-d", notice, "-k", "1", history=tmp_path / "history", width=20)
    person.sees(lambda lines: lines[-1:] == ["?"])
    person.types("When is the museum closed, pray?\r")
    person.sees(lambda lines: "  [1] notice.txt:7" in lines and lines[-1] == "?")
    assert person.lines[-6:-1] == ["  “The museum is", "   closed on", "   Mondays.”", "  [1] notice.txt:7", "  ¶4"]
    person.process.close(force=True)


def test_nothing_can_be_kept(notice: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    person = Person("-d", notice, history=tmp_path / "file" / "history")
    person.sees(lambda lines: lines[-1:] == ["?"])
    assert person.lines[0].startswith("bot: questions are not kept: ")
    person.types("quit\r")
    assert person.leaves() == 0


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_history_that_is_no_file(notice: str, tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "kept")
    person = Person("-d", notice, "-k", "1", history=tmp_path / "kept")
    person.sees(lambda lines: lines[-1:] == ["?"])
    assert person.lines[0].startswith("bot: questions are not kept: ")
    person.asks("/k 4", "At most 4 quotes.")
    person.types("quit\r")
    assert person.leaves() == 0


def test_a_disk_that_fills_up_is_told_once(notice: str, tmp_path: Path) -> None:
    limited = ("-c", f"ulimit -f 0 && exec {sys.executable} -m bot -d {notice} -k 1")
    person = Person(*limited, history=tmp_path / "history", program="/bin/sh")
    person.sees(lambda lines: lines[-1:] == ["?"])
    person.asks("/k 4", "Questions are not kept: file too large", "At most 4 quotes.")
    person.asks("/k 5", "At most 5 quotes.")
    person.types("quit\r")
    assert person.leaves() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_terminal_is_given_back(notice: str, tmp_path: Path, number: signal.Signals) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    person = Person("-d", notice, history=tmp_path / "history")
    person.sees(lambda lines: lines[-1:] == ["?"])
    assert termios.tcgetattr(person.process.child_fd)[3] & termios.ICANON == 0
    person.process.kill(number)
    written = person.process.read()
    assert written.endswith("\x1b[0m\x1b[?25h\x1b[?2004l\r\n")
    assert termios.tcgetattr(person.process.child_fd)[3] == before[3]
    person.process.close()
    assert person.process.signalstatus == number
    os.close(ours)
    os.close(theirs)


# What the keys do, without a terminal.


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("Who said\x1b\rthat?\r", "Who said\nthat?"),
        ("\x1b[200~Who said\nthat?\x1b[201~\r", "Who said\nthat?"),
    ],
    ids=["Alt+Enter", "pasted lines"],
)
def test_keys(keys: str, line: str) -> None:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        assert TerminalSource(Bot.from_text(NOTICE), None).read("? ") == line


def test_ctrl_z_suspends(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = Mock()
    monkeypatch.setattr(Application, "suspend_to_background", stops)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("Who\x1a said that?\r")
        assert TerminalSource(Bot.from_text(NOTICE), None).read("? ") == "Who said that?"
    stops.assert_called_once()


def test_two_conversations_share_one_history(tmp_path: Path) -> None:
    history = tmp_path / "history"
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        both = [TerminalSource(Bot.from_text(NOTICE), history) for _ in range(2)]
        for turn, line in enumerate(("one", "two", "three", "four")):
            pipe.send_text(line + "\r")
            assert both[turn % 2].read("? ") == line
    kept = [line for line in history.read_text().splitlines() if line.startswith("+")]
    assert kept == ["+one", "+two", "+three", "+four"]


def test_adjacent_doubles_and_secrets_are_not_kept(tmp_path: Path) -> None:
    history = tmp_path / "history"
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        source = TerminalSource(Bot.from_text(NOTICE), history)
        for line in ("one", "one", " secret", "two", "one"):
            pipe.send_text(line + "\r")
            assert source.read("? ") == line
    assert [line for line in history.read_text().splitlines() if line.startswith("+")] == ["+one", "+two", "+one"]
