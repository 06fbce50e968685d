import doctest
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fpdf import FPDF

from bot import Bot
from bot.shell.repl import Talk, converse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (command.replace("\n> ", "\n"), shown)
    for block in CONSOLE
    for command, shown in re.findall(r"^\$ (.+\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
TALKS = [example for example in EXAMPLES if "\n? " in example[1]]
SHOTS = [example for example in EXAMPLES if "\n? " not in example[1]]


class Echo:
    """Says the lines of a transcript again; prompt and line are written as a terminal would show them."""

    def __init__(self, transcript: str, out: io.StringIO) -> None:
        self._lines = iter(re.findall(r"^\? (.*)$", transcript, re.MULTILINE))
        self._out = out

    def read(self, prompt: str) -> str:
        line = next(self._lines)
        self._out.write(f"{prompt}{line}\n")
        return line


@pytest.mark.parametrize(("command", "shown"), TALKS, ids=[command for command, _ in TALKS])
def test_conversations(command: str, shown: str) -> None:
    assert command == "bot -k 1\n"
    out = io.StringIO()
    converse(Talk(Bot.read(), out, out, k=1), Echo(shown, out))
    assert out.getvalue() == shown


MINUTES = {
    "2026-01-14": (
        "Councillor Ruth Adeyemi said that the swimming pool would stay open all summer.",
        "Karl Voss, the treasurer, said that mending its roof would cost 40,000 euros.",
    ),
    "2026-02-11": (
        "Councillor Ruth Adeyemi said that the council could not pay for the pool alone.",
        'Karl Voss asked for a loan. "A loan is cheaper than a ruin," he said.',
    ),
    "2026-03-11": (
        "Councillor Ruth Adeyemi announced that the pool would close on 1 June.",
        '"We were promised a new pool," said Ana Lopes of the swimming club.',
    ),
}
ARTICLE = """“A loan is cheaper than a ruin,” Karl Voss told the council. Ruth Adeyemi said:
“We were promised a new pool.”
"""
COMMANDS = f"""
bot() {{ {sys.executable} -m bot "$@"; }}
for name in jq fzf; do
    command -v $name > /dev/null || eval "$name() {{ {sys.executable} {ROOT}/tests/standins.py $name \\"\\$@\\"; }}"
done
"""
"""The bot of these tests, and what stands in for programs that are not installed."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples ask."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "corpus").symlink_to(ROOT / "corpus")
    (desk / "article.md").write_text(ARTICLE, "utf-8")
    (desk / "minutes").mkdir()
    for date, said in MINUTES.items():
        pdf = FPDF()
        pdf.add_page()
        pdf.set_font("helvetica", size=12)
        for paragraph in (f"Minutes of the meeting of {date}", *said):
            pdf.multi_cell(0, 6, f"{paragraph}\n\n", new_x="LMARGIN", new_y="NEXT")
        pdf.output(str(desk / "minutes" / f"{date}.pdf"))
    return desk


@pytest.mark.parametrize(("command", "shown"), SHOTS, ids=[command for command, _ in SHOTS])
def test_commands(command: str, shown: str, desk: Path) -> None:
    environ = {**os.environ, "QUOTING_BOT_DOCUMENTS": "corpus", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/bash", "-c", COMMANDS + command],
        cwd=desk,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if "--json" not in command else subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == shown


def test_there_are_examples() -> None:
    assert len(TALKS) == 1
    assert len(SHOTS) >= 5


def test_python_examples() -> None:
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0))
    assert runner.summarize(verbose=False).failed == 0
    assert runner.tries > 5


@pytest.mark.parametrize(
    "command",
    [
        '.venv/bin/pip install -q . && .venv/bin/bot "Who thanked China for its help with COVID-19?"',
        ".venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest -q",
    ],
)
def test_the_two_commands_stand_there(command: str) -> None:
    assert f"```sh\npython3 -m venv .venv && {command}\n```" in README
