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


@pytest.mark.parametrize("talk", TABLE["talk"], ids=[talk["turns"][0]["say"] for talk in TABLE["talk"]])
def test_conversations(town: Bot, talk: dict[str, Any]) -> None:
    conversation = town.conversation()
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
