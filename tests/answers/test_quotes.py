"""What an answer is made of."""

import copy
import dataclasses
import pickle

import pytest

from bot import Answer, Bot, Quote, UsageError


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


@pytest.fixture(scope="module")
def answer() -> Answer:
    return Bot.from_text("ANN: Good morning.\nBO: The dam is <old>.\nANN: How old?\nBO: Sixty years.", "t").ask(
        "Is the dam old?"
    )


def test_an_answer_is_shown_a_line_a_quote(answer: Answer) -> None:
    assert repr(answer).splitlines()[1:] == [f"  {quote!r}" for quote in answer.quotes]
    assert repr(answer.quotes[0]) == "Quote(1, Sentence('t', 2, 'BO', 'BO: The dam is <old>.'))"
    assert repr(Bot.from_text("").ask("Who?")).count("\n") == 0
    assert "morning" not in repr(answer.quotes[0].document)
    long = Bot.from_text("The dam " + "is very " * 100 + "old.")
    assert len(repr(long.sentences[0])) < 250
    assert repr(long) == "Bot(1 documents, 1 sentences)"


def test_an_answer_can_be_copied_kept_and_taken_apart(answer: Answer) -> None:
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301  # our own
    assert copy.deepcopy(answer) == copy.copy(answer) == answer
    assert len({answer, copy.deepcopy(answer)}) == 1
    parts = dataclasses.asdict(answer)
    assert parts["quotes"][0]["sentence"]["speaker"]["name"] == "BO"
    assert parts["understood"]["terms"] == answer.understood.terms
    assert "'dam': 1.0" in repr(answer.understood.terms)


def test_a_notebook_shows_quotes_and_no_markup_of_theirs(answer: Answer) -> None:
    shown = answer._repr_html_()
    assert "<b>BO</b>" in shown
    assert "The dam is &lt;old&gt;." in shown
    assert "t:2" in shown
    refused = Bot.from_text("The dam is old.").ask("Who is <Modi>?")
    assert "&lt;" in refused._repr_html_() or "<Modi>" not in refused._repr_html_()
    assert refused._repr_html_().startswith("<p>")


def test_a_notebook_leaves_marks_of_emphasis_out() -> None:
    assert ">The dam is old.<" in Bot.from_text("The dam is **old**.").ask("Is the dam old?")._repr_html_()


def test_how_many_are_wanted() -> None:
    bot = Bot.from_text("BO: The dam is old.\nBO: The dam is high.\nANN: The dam is here.\nBO: The dam holds.")
    assert len(bot.ask("What about the dam?", k=None).quotes) > len(bot.ask("What about the dam?", k=1).quotes) == 1
    with pytest.raises(UsageError, match="at least one quote"):
        bot.ask("What about the dam?", k=0)
    with pytest.raises(UsageError, match="no fewer than 0 sentences"):
        bot.ask("What about the dam?", context=-1)
    assert bot.ask("Is the dam high?", k=1, context=1).quotes[0].after
