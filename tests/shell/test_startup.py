import subprocess
import sys

import pytest

import bot

CODE = """
import sys, io
from bot.shell.cli import main
sys.stdout, shown = io.StringIO(), sys.stdout
main(sys.argv[1:])
print(*sys.modules, sep="\\n", file=shown)
"""
NEVER = {
    "charset_normalizer",
    "importlib.metadata",
    "jsonschema",
    "pathlib",
    "platformdirs",
    "prompt_toolkit",
}
HEAVY = {"Stemmer", "bot.answers", "dataclasses", "json", "numpy", "rank_bm25"}


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that a new process has loaded in the end."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import sys; sys.path[:] = " + repr(sys.path) + code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_of_it() -> None:
    names = loaded("\nimport bot\nprint(*sys.modules)")
    assert {name for name in names if name.startswith("bot.")} == set()
    assert names.isdisjoint(NEVER | HEAVY)


@pytest.mark.parametrize("flag", ["--help", "--version", "--zzz"])
def test_help_loads_next_to_nothing(flag: str) -> None:
    assert loaded(CODE, flag).isdisjoint(NEVER | HEAVY)


def test_a_question_loads_no_more_than_it_needs() -> None:
    names = loaded(CODE, "Who thanked China?")
    assert names >= {"numpy", "rank_bm25", "bot.answers"}
    assert names.isdisjoint(NEVER | {"bot.repl", "bot.schema", "bot.terminal", "difflib", "json"})


def test_public_names_are_what_can_be_imported() -> None:
    assert sorted(bot.__all__) == bot.__all__ == dir(bot)
    for name in bot.__all__:
        assert getattr(bot, name) is not None
    with pytest.raises(AttributeError, match="module 'bot' has no attribute 'Nobody'"):
        _ = bot.Nobody  # type: ignore[attr-defined]
