import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.questions import read_line

LINES = tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))["line"]


@pytest.mark.parametrize("row", LINES, ids=[row["say"] for row in LINES])
def test_what_a_line_is_for(row: dict[str, Any]) -> None:
    line = read_line(row["say"])
    assert line.to.name == row["to"]
    assert line.text == row.get("text", line.text)
    assert line.topic == row.get("topic", line.topic)
