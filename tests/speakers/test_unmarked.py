"""Marks of Markdown change nothing about who says it, and evidence stands where it is in the document."""

import pytest

from bot import Bot

CLAUSES = [
    ("*Ines Duarte* said that the pier was old.", "Ines Duarte* said"),
    ("“The pier is old,” [Ines Duarte](https://x.example/a_(b)) said.", "Ines Duarte](https://x.example/a_(b)) said"),
    ("“The pier is old,” **said** Ines Duarte, see [the plan](https://x.example 'plan').", "said** Ines Duarte"),
    ("*“Is it old?”* __Ines Duarte__ asked.", "Ines Duarte__ asked"),
    ("- According to **Ines Duarte**, the pier is old.", "According to **Ines Duarte"),
    ("The board met. ***Ines Duarte*** **said**: “The snake_case pier is _old_.”", "Ines Duarte*** **said"),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_marks_hide_nobody(text: str, clause: str) -> None:
    said = Bot.from_text(text).sentences[-1]
    assert said.speaker is not None
    assert said.speaker.name == "Ines Duarte"
    assert said.evidence is not None
    assert text[said.evidence.start : said.evidence.end] == clause


def test_marks_that_are_none_stay() -> None:
    text = "Rule 5*3 held. * * * Tom_Brandt said [it] (twice) was __ blank."
    assert all(text[said.start : said.end] == said.text for said in Bot.from_text(text).sentences)
