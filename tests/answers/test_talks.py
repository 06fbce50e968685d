"""Whole conversations: what each line is taken for, what is quoted, and what is refused."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot

TABLE = tomllib.loads((Path(__file__).parent / "talks.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def town() -> Bot:
    return Bot.from_text(TABLE["text"])


@pytest.fixture(scope="module")
def county() -> Bot:
    return Bot.from_texts({"town": TABLE["text"], **TABLE["others"]})


@pytest.mark.parametrize("talk", TABLE["talk"], ids=[talk["turns"][0]["say"] for talk in TABLE["talk"]])
def test_conversations(town: Bot, county: Bot, talk: dict[str, Any]) -> None:
    bot = Bot.from_text(talk["text"]) if "text" in talk else county if talk.get("several") else town
    conversation = bot.conversation()
    for turn in talk["turns"]:
        answer = conversation.ask(turn["say"])
        names = {quote.speaker.name for quote in answer.quotes if quote.speaker}
        assert answer.understood.line == turn["line"], turn["say"]
        assert answer.answered is bool({"first", "each", "by"} & set(turn)), turn["say"]
        assert turn.get("first", "") in (answer.quotes[0].text if answer else "")
        assert all(any(part in quote.text for quote in answer.quotes) for part in turn.get("each", ()))
        assert names >= set(turn.get("by", ()))
        assert names.isdisjoint(turn.get("not_by", ()))
        assert answer.notice == turn.get("notice", answer.notice)


ASKED = tomllib.loads((Path(__file__).parent / "asked.toml").read_text(encoding="utf-8"))["asked"]
ROWS = [(table["text"], row) for table in ASKED for row in table["rows"]]


@pytest.mark.parametrize(("text", "row"), ROWS, ids=[row["ask"] for _, row in ROWS])
def test_questions_to_small_texts(text: str, row: dict[str, Any]) -> None:
    answer = Bot.from_text(text).ask(row["ask"])
    assert answer.answered is ("first" in row)
    assert row.get("first", "") in (answer.quotes[0].text if answer else "")
    assert {quote.speaker.name for quote in answer.quotes if quote.speaker}.isdisjoint(row.get("not_by", ()))


def test_others_than_the_one_asked_for_stand_aside(town: Bot) -> None:
    answer = town.ask("What did Ann Hill say about the bridge?")
    asides = [quote.aside for quote in answer.quotes]
    assert not asides[0]
    assert asides == sorted(asides)
    assert all(
        quote.aside is (quote.speaker is not None and quote.speaker.name != "Ann Hill") for quote in answer.quotes
    )


def test_no_k_is_all_there_are_and_more_goes_on_to_all_that_somebody_says(town: Bot) -> None:
    everything = {quote.number for quote in town.ask("What did Moss say?", None).quotes}
    talk = town.conversation()
    shown = {quote.number for quote in talk.ask("What did Moss say?", 1).quotes}
    while answer := talk.ask("more", 1):
        shown |= {quote.number for quote in answer.quotes}
    assert answer.notice == "That is all Ida Moss says."
    assert len(everything) == 2
    assert shown == everything
