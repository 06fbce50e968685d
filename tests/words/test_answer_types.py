"""What a sentence that answers has in it: a table; and no document makes a pattern slow."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.words.answer_types import MEASURED, WANTED

ROWS = tomllib.loads((Path(__file__).parent / "answer_types.toml").read_text(encoding="utf-8"))["row"]


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_answers_have_what_is_measured(row: dict[str, Any]) -> None:
    pattern = MEASURED[row["kind"]]
    assert [text for text in row["has"] if not re.search(pattern, text, re.IGNORECASE)] == []
    assert [text for text in row["has_not"] if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("text", "is_place"), [("They met in the Hague.", True), ("They met on Friday in May.", False)]
)
def test_a_date_is_no_place(text: str, *, is_place: bool) -> None:
    assert bool(re.search(WANTED["where"], text)) == is_place


def test_every_measure_has_a_row() -> None:
    assert {row["kind"] for row in ROWS} == set(MEASURED)


@pytest.mark.parametrize("pattern", [*WANTED.values(), *MEASURED.values()])
@pytest.mark.parametrize("piece", ["1", "1,", "a ", "a half ", "one ", "$ ", "A ", "1-", "12 square "])
def test_a_hostile_sentence_is_read_in_linear_time(pattern: str, piece: str) -> None:
    assert re.search(rf"(?:{pattern})never", piece * 50_000, re.IGNORECASE) is None
