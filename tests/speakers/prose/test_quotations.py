"""Where quotations stand, with all kinds of marks, lost ones too."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.speakers.prose.quotations import quotations

ROWS = tomllib.loads((Path(__file__).parent / "quotations.toml").read_text(encoding="utf-8"))["row"]


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_quotations_stand_where_the_table_has_them(row: dict[str, str]) -> None:
    text = row["text"]
    assert [text[quote.start : quote.end] for quote in quotations(text, 0, len(text))] == row["quotes"]


@given(st.text(alphabet="\"“”‘’'«»„`aS. ,\n", max_size=80))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    last = 0
    for quote in quotations(text, 0, len(text)):
        assert last <= quote.start < quote.end <= len(text)
        last = quote.end


@pytest.mark.parametrize("mark", ["“", '"', "'", "‘", "«", "''"])
def test_a_flood_of_marks_is_read(mark: str) -> None:
    text = mark * 50_000
    assert all(quote.end <= len(text) for quote in quotations(text, 0, len(text)))
