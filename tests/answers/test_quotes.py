"""What an answer is made of."""

import dataclasses

import pytest

from bot import Bot, Quote


@pytest.fixture(scope="module")
def quote() -> Quote:
    answer = Bot.from_text("ANN: Good morning.\nBO: The dam is old.\nANN: How old?\nBO: Sixty years.").ask(
        "Is the dam old?"
    )
    return answer.quotes[0]


def test_a_quote_has_everything_of_its_sentence(quote: Quote) -> None:
    fields = [field.name for field in dataclasses.fields(quote.sentence)]
    assert {"document", "number", "start", "speaker", "evidence"} <= set(fields)
    for name in [*fields, "text", "words"]:
        assert getattr(quote, name) == getattr(quote.sentence, name)


def test_matched_words_stand_in_the_text(quote: Quote) -> None:
    assert [quote.text[start:end] for start, end in quote.matched] == ["dam", "old"]


def test_nothing_of_it_can_be_changed(quote: Quote) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        quote.rank = 2  # type: ignore[misc]
