"""What questions ask: a table."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot
from bot.questions.describing import described
from bot.questions.understanding import understand

TEXT = """Harbour news

The mayor, Ann Hill, said the bridge would open on 3 May. She said that the case for it was strong.

Tom Reed, a fisherman, said the storm had broken two masts. "We will mend them," he said. "The harbour floods often."

Kim Vale was there. The museum is closed on Mondays, and fares rise.
"""
ROWS = tomllib.loads((Path(__file__).parent / "understanding.toml").read_text(encoding="utf-8"))["question"]


@pytest.fixture(scope="module")
def town() -> Bot:
    return Bot.from_text(TEXT)


@pytest.mark.parametrize("row", ROWS, ids=[row["ask"] for row in ROWS])
def test_a_question_is_understood(town: Bot, row: dict[str, Any]) -> None:
    question = understand(row["ask"], town.grounds)
    for name in ("kind", "wanted", "measure", "unknown", "silent", "absent", "denies"):
        if name in row:
            assert getattr(question, name) == row[name]
    for name in ("speakers", "about", "excluded"):
        if name in row:
            assert list(getattr(question, name)) == row[name]
    assert all(question.terms.get(term, 0.0) > 0.4 for term in row.get("heard", ()))
    assert not any(term in question.terms for term in row.get("not_heard", ()))


@pytest.mark.parametrize("question", ["the of and", "", "?!", "how", "did", "according to", "in 's view", "what about"])
def test_next_to_nothing_is_understood_calmly(town: Bot, question: str) -> None:
    assert understand(question, town.grounds).speakers == ()


def test_a_misspelt_word_is_taken_for_the_one_of_the_document_unless_it_is_a_common_one(town: Bot) -> None:
    assert "museum" in understand("Is the musuem closed?", town.grounds).terms
    assert "case" not in understand("What is the cause?", town.grounds).terms


def test_a_speaker_that_nobody_is_has_the_nearest_named(town: Bot) -> None:
    assert town.grounds.roster.close("Tom Read") == ["Tom Reed"]


def test_a_description_is_the_speaker_whose_name_stands_by_it(town: Bot) -> None:
    assert described(["fisherman"], town.grounds) == {"Tom Reed"}
    assert described(["museum"], town.grounds) == set()
    assert described([], town.grounds) == set()
    assert described(["storm", "fisherman"], town.grounds) == {"Tom Reed"}
    assert described(["fisherman", "with", "a", "parrot"], town.grounds) == set()


def test_a_country_in_the_question_is_the_one_of_the_title() -> None:
    text = (
        "Jo Hart, the President of France, said that talks would help. Al Dorn listened. "
        "The President of Russia, Al Dorn, said that talks had failed. The President of Russia thanked him."
    )
    bot = Bot.from_text(text)
    assert understand("What did the Russian leader say about the talks?", bot.grounds).speakers == ("Al Dorn",)
    assert understand("What did the French leader say about the talks?", bot.grounds).speakers == ("Jo Hart",)
    assert understand("What did the German leader say about the talks?", bot.grounds).speakers == ()


def test_an_office_may_be_asked_for_by_its_short_form_or_its_kin() -> None:
    text = "Our chief financial officer, Mia Lund, said that sales grew. Prosecutors said that he had paid nothing."
    bot = Bot.from_text(text)
    assert understand("What did the CFO say about sales?", bot.grounds).speakers == ("Mia Lund",)
    assert understand("What had he paid, according to the prosecution?", bot.grounds).speakers == ("Prosecutors",)


@pytest.mark.parametrize(
    "question",
    ["What did Theresa May say?", "What did May say?", "what did theresa may say?", "And May?", "Does May say so?"],
)
def test_a_name_that_is_also_a_small_word_is_a_name(question: str) -> None:
    bot = Bot.from_text("Theresa May: The bridge is open.\nTheresa May: It is.\nAnn: When?\nAnn: Today.\n")
    assert understand(question, bot.grounds).speakers == ("Theresa May",)


def test_small_words_are_nobody_s_initials() -> None:
    bot = Bot.from_text("Imran Noor: The bridge is open.\nImran Noor: It is.\nAnn: When?\nAnn: Today.\n")
    assert understand("What did IN say?", bot.grounds).speakers == ()
    assert understand("in notes.txt", bot.grounds).speakers == ()


def test_those_who_ask_at_a_briefing_are_its_questions() -> None:
    bot = Bot.from_text(
        "QUESTION: Will the bridge open?\n\nMR. COLE: In May.\n\nQUESTION: And the mill?\n\nMR. COLE: Never.\n"
    )
    assert understand("What did the reporters ask?", bot.grounds).speakers == ("QUESTION",)


def test_a_name_in_small_letters_is_no_description_of_somebody_who_has_that_office() -> None:
    bot = Bot.from_texts(
        {"a": "CHAIR: We begin.\n\nANN HILL: Good.\n\nCHAIR: Thank you.\n", "b": "The town met Chair Ida Moss."}
    )
    assert understand("what did moss say", bot.grounds).speakers == ()
    assert understand("what did the chair say", bot.grounds).speakers == ("CHAIR",)
