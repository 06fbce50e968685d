import re
from pathlib import Path
from platform import node
from urllib.parse import unquote, urlsplit

import pytest
from conftest import NOTICE, Run
from hypothesis import given
from hypothesis import strategies as st

from bot import Bot
from bot.shell import painting, render
from bot.shell.painting import LINK, Line, Paint

CLOSED = "When is the museum closed?"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b\x07]*\x1b\\")


def test_a_citation_leads_to_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a b\x1b\\é;#?.txt"
    path.write_text(NOTICE, "utf-8")
    lines = render.answer_lines(Bot.read(path).ask(CLOSED, 1))
    shown = painting.coloured(lines, links=True)
    ((address, text),) = re.findall(r"\x1b\]8;;([!-~]+)\x1b\\(.*?)\x1b\]8;;\x1b\\", shown)
    assert text == "a b\ufffd\\é;#?.txt:7  ¶4"
    assert (urlsplit(address).netloc, unquote(urlsplit(address).path)) == (node(), str(path))
    assert ESCAPES.sub("", shown) == painting.plain(lines)
    assert "\x1b]8" not in painting.coloured(lines)


def test_no_hue_is_used_for_none_is_legible_on_black_and_on_white() -> None:
    lines = render.answer_lines(Bot.from_text(NOTICE).ask("What did Ada Brown say about the ferry?"))
    assert set(re.findall(r"\x1b\[([0-9;]+)m", painting.coloured(lines))) <= {"0", "1", "3", "4"}


def test_a_text_that_is_no_file_leads_nowhere() -> None:
    assert "\x1b]8" not in painting.coloured(render.answer_lines(Bot.from_text(NOTICE).ask(CLOSED)), links=True)


@pytest.mark.parametrize(
    ("arguments", "environ", "terminal", "linked"),
    [
        ([], {"TERM": "xterm-kitty"}, "stdout", True),
        ([], {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "stdout", True),
        ([], {"TERM": "xterm-256color", "VTE_VERSION": "7600"}, "stdout", True),
        ([], {"TERM": "xterm-256color", "VTE_VERSION": "4205"}, "stdout", False),
        ([], {"TERM": "xterm-256color"}, "stdout", False),
        ([], {"TERM": "xterm-256color", "FORCE_HYPERLINK": "1"}, "stdout", True),
        ([], {"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, "stdout", False),
        ([], {"TERM": "xterm-kitty", "NO_COLOR": "1"}, "stdout", False),
        (["--color=always"], {"FORCE_HYPERLINK": "1"}, "", False),
    ],
)
def test_links_are_for_terminals_that_have_them(
    run: Run, notice: str, arguments: list[str], environ: dict[str, str], terminal: str, linked: object
) -> None:
    done = run("-d", notice, *arguments, CLOSED, environ=environ, terminal=terminal)
    assert ("\x1b]8;;file://" in done.out) is linked


def broken(line: Line, columns: int) -> list[str]:
    return painting.plain(painting.wrapped([line], columns)).splitlines()


def test_words_are_broken_off_whole_and_hang_under_their_line() -> None:
    line = [
        ("", "  “"),
        ("quote", "The museum is "),
        ("match", "closed"),
        ("quote", " on "),
        ("match", "Mondays"),
        ("", ".”"),
    ]
    assert broken(line, 24) == ["  “The museum is closed", "   on Mondays.”"]
    assert broken(line, 33) == ["  “The museum is closed on", "   Mondays.”"]
    assert broken(line, 12) == ["  “The museum is closed on Mondays.”"]
    assert broken([("", "  "), ("", "x" * 40), ("", " end")], 20) == ["  " + "x" * 40, "  end"]


def test_a_link_that_is_broken_is_whole_in_each_part() -> None:
    text = Paint(color=True, links=True, columns=lambda: 20)([[("", "  "), (f"{LINK}/a.txt", "notice of the harbour")]])
    assert [ESCAPES.sub("", part) for part in text.splitlines()] == ["  notice of the", "  harbour"]
    assert text.count("/a.txt\x1b") == text.count("\x1b]8;;\x1b") == 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "match", LINK + "/a b"]), st.text("ab “.\u0301汉", max_size=12)), max_size=8
    )
)
def test_no_text_is_lost_or_changed(line: Line) -> None:
    whole = "".join(text for _, text in line)
    for columns in (20, 40):
        parts = broken(line, columns)
        assert "".join("".join(parts).split()) == "".join(whole.split())
        lines = list(painting.wrapped([line], columns))
        assert ESCAPES.sub("", painting.coloured(lines, links=True)) == painting.plain(lines)
