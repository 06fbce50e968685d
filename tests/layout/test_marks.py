from pathlib import Path
from tomllib import loads

import pytest

from bot.layout import unmarked

CASES = loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))["read_aloud"]


@pytest.mark.parametrize(("text", "read"), CASES.items())
def test_read_aloud(text: str, read: str) -> None:
    assert unmarked(text) == read
