"""Words that people put for one another."""

from bot import Bot
from bot.words.synonyms import synonyms
from bot.words.terms import terms

TEXT = """The council met on Monday.

Ann Hill said that the town had purchased a ferry. Tom Reed said that the harbour was cold.
Ida Moss said that wages had gone up.
"""


def of(word: str) -> frozenset[str]:
    return synonyms(terms(word)[0])


def test_forms_and_meanings_of_a_word() -> None:
    assert {terms("bought")[0], terms("purchased")[0]} <= of("buying")
    assert terms("growth")[0] in of("grew")
    assert terms("salaries")[0] in of("wage")
    assert terms("carried")[0] in of("took")


def test_a_government_goes_by_its_seat() -> None:
    assert terms("Oslo")[0] in of("Norway")
    assert terms("Norwegian")[0] in of("Oslo")


def test_each_stands_for_the_other_and_none_for_itself() -> None:
    for word in ("buy", "child", "storm", "promise", "happy", "carry"):
        term = terms(word)[0]
        assert term not in synonyms(term)
        assert of(word)
        assert all(term in synonyms(other) for other in of(word))


def test_words_without_synonyms_and_beginnings_of_words_have_none() -> None:
    assert of("harbourmastership") == frozenset()
    assert synonyms("bu") == frozenset()
    assert synonyms("") == frozenset()


def test_a_question_in_other_words_finds_the_sentence() -> None:
    bot = Bot.from_text(TEXT)
    assert bot.ask("Who told us about buying a boat?").quotes[0].text.startswith("Ann Hill")
    quote = bot.ask("Who bought a ferry?").quotes[0]
    assert [quote.text[start:end] for start, end in quote.matched] == ["purchased", "ferry"]
    assert bot.ask("What did Moss say about salaries?").quotes[0].text.startswith("Ida Moss")
    assert bot.ask("What happened to salaries?").quotes[0].text.startswith("Ida Moss")


def test_what_is_of_a_kind_answers_for_the_kind_and_not_the_other_way_about() -> None:
    assert terms("coat")[0] in of("wear")
    assert terms("guitar")[0] in of("instruments")
    assert terms("instrument")[0] not in of("cello")
