import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "--strict", "bot", "tests/typing"],
        ["lint-imports", "--no-cache"],
    ],
    ids=" ".join,
)
def test_house_is_in_order(command: list[str]) -> None:
    done = subprocess.run(
        [PROGRAMS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("known", "rooms"),
    [
        ("os.environ", {"__main__.py", "settings.py"}),
        ("sys.stdout", {"__main__.py", "world.py"}),
    ],
)
def test_what_only_one_room_may_touch(known: str, rooms: set[str]) -> None:
    touching = {
        path.name
        for path in (ROOT / "bot").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if known in line.partition("#")[0].partition('"""')[0]
    }
    assert touching == rooms


def test_rooms_are_small() -> None:
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in (ROOT / "bot").rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > 300} == {}


def test_wings_are_entered_by_their_doors() -> None:
    """What a wing hands on stands in its `__init__`; `common_words` is loaded by the one question that needs it."""
    inside = re.compile(r"^\s*from bot\.(\w+)\.(\w+)")
    reached = {
        (str(path.relative_to(ROOT)), *found.groups())
        for path in (ROOT / "bot").glob("*/**/*.py")
        for line in path.read_text("utf-8").splitlines()
        if (found := inside.match(line)) and found[1] != path.relative_to(ROOT / "bot").parts[0]
    }
    assert {room for _, _, room in reached} <= {"common_words"}


def test_there_are_nine_wings() -> None:
    there = {path.name for path in (ROOT / "bot").iterdir() if path.name != "__pycache__"}
    wings = {"answers", "documents", "index", "layout", "questions", "ranking", "shell", "speakers", "words"}
    assert there == wings | {"__init__.py", "__main__.py", "errors.py", "patterns.py", "py.typed"}
