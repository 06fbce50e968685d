import doctest
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(("command", "shown"), SHOTS, ids=[command for command, _ in SHOTS])
def test_commands(command: str, shown: str) -> None:
    program = f'bot() {{ {sys.executable} -m bot "$@"; }}; {command}'
    environ = {**os.environ, "QUOTING_BOT_DOCUMENTS": "corpus", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/bash", "-c", program],
        cwd=ROOT,
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
