"""The article asked as people ask: the right sentence first, with its speaker, or an honest no."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot

HERE = Path(__file__).parent
CHAINS = tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8"))["chain"]
SPEAKERS = {
    row["number"]: row for row in tomllib.loads((HERE / "article.toml").read_text(encoding="utf-8"))["sentence"]
}


@pytest.fixture(scope="module")
def article() -> Bot:
    return Bot.read()


@pytest.mark.parametrize("chain", CHAINS, ids=[chain["turns"][-1]["ask"] for chain in CHAINS])
def test_a_conversation_gets_the_right_sentence_or_an_honest_no(article: Bot, chain: dict[str, Any]) -> None:
    conversation = article.conversation()
    for turn in chain["turns"]:
        answer = conversation.ask(turn["ask"])
        if not turn.get("answered", True):
            assert not answer
            assert not answer.quotes
            assert answer.reason or answer.notice
            continue
        assert answer, answer.reason
        first = answer.quotes[0]
        assert first.number == turn["first"], first.text
        assert {quote.number for quote in answer.quotes} >= set(turn.get("each", ()))
        assert (first.speaker.name if first.speaker else "") == SPEAKERS[first.number]["speaker"]


def test_the_story_is_long_enough() -> None:
    turns = [turn for chain in CHAINS for turn in chain["turns"]]
    assert sum("first" in turn for turn in turns) >= 40
    assert sum(not turn.get("answered", True) for turn in turns) >= 5


@pytest.mark.parametrize("row", SPEAKERS.values(), ids=lambda row: f"sentence {row['number']}")
def test_every_sentence_of_the_article_has_its_speaker(article: Bot, row: dict[str, Any]) -> None:
    sentence = article.sentences[row["number"] - 1]
    assert sentence.text.startswith(row["begins"])
    assert (sentence.speaker.name if sentence.speaker else "") == row["speaker"]
    assert ((sentence.speaker and sentence.speaker.title) or "") == row["title"]
    assert (sentence.evidence.kind if sentence.evidence else "") == row["evidence"]
    assert sentence.kind == row["kind"]


def test_the_article_has_fourteen_sentences(article: Bot) -> None:
    assert len(article.sentences) == len(SPEAKERS) == 14
