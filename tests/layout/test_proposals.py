"""What a line proposes as a turn label."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.layout.lines import lines
from bot.layout.proposals import propose

LABELS = tomllib.loads((Path(__file__).parent / "proposals.toml").read_text(encoding="utf-8"))["label"]


@pytest.mark.parametrize("label", LABELS, ids=[label["line"] for label in LABELS])
def test_a_line_proposes_the_name_between_its_marks(label: dict[str, Any]) -> None:
    text = label["line"]
    first = propose(text, lines(text))[0]
    assert text[slice(*first.name)] == label["name"]
    assert f"{first.signature.open} | {first.signature.close}" == label["marks"]


@pytest.mark.parametrize("line", ["He went home and slept.", "“Yes,” she said.", "42", "...", "one, two, three"])
def test_a_plain_sentence_proposes_nothing_that_closes_with_a_mark(line: str) -> None:
    assert all(candidate.signature.close in ("", ".") for candidate in propose(line, lines(line)))


def test_a_name_behind_the_end_of_a_sentence_is_proposed_too() -> None:
    text = "We begin. Ann Lee: Good morning."
    (inside,) = [candidate for candidate in propose(text, lines(text)) if candidate.inside]
    assert text[slice(*inside.name)] == "Ann Lee"
