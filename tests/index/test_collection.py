"""Sentences as columns: documents, rows, slices."""

import pytest

from bot import Bot


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot.from_texts({"one": "Ann Moss said that it rained. Nobody came.", "two": "# Title\n\nThe shop is open."})


def test_sentences_are_a_sequence(bot: Bot) -> None:
    sentences = bot.sentences
    assert len(sentences) == 4
    assert [sentence.text for sentence in sentences[1:3]] == ["Nobody came.", "# Title"]
    assert sentences[-1].text == "The shop is open."
    assert [sentence.number for sentence in sentences] == [1, 2, 1, 2]
    with pytest.raises(IndexError):
        sentences[4]


def test_a_sentence_is_a_slice_of_its_document(bot: Bot) -> None:
    for sentence in bot.sentences:
        assert sentence.document.text[sentence.start : sentence.end] == sentence.text


def test_paragraphs_count_from_one(bot: Bot) -> None:
    assert [sentence.paragraph for sentence in bot.sentences] == [1, 1, 1, 2]


def test_nothing_can_be_asked(bot: Bot) -> None:
    empty = Bot.from_text("")
    assert list(empty.sentences) == []
    assert not empty.ask("What is this about?")
    assert bot.documents[1].id == "two"
