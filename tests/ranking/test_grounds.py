"""What may lead, what may stand behind it, and what is refused: each quote has grounds of its own."""

import pytest

from bot import Bot

TALK = """Ida Moss: Well. Yes.

Per Lund: The tram?

Ida Moss: Yes, the tram. The tram loses eight thousand a week because nobody rides at night.

Per Lund: Hm.

Ida Moss: Sure.
"""
TOWN = """Mayor Ida Moss said the tunnel in Elmby was flooded. She praised the divers.

Per Lund, a baker in Elmby, said four boats had sunk. The kiln was cold.
"""


@pytest.fixture(scope="module")
def talk() -> Bot:
    return Bot.from_text(TALK)


@pytest.fixture(scope="module")
def town() -> Bot:
    return Bot.from_text(TOWN)


@pytest.mark.parametrize("asked", ["What did Moss say about the tram?", "tram", "What did Ida Moss say of it?"])
def test_a_fragment_does_not_lead(talk: Bot, asked: str) -> None:
    assert "tram" in talk.ask(asked).quotes[0].text


def test_a_fragment_leads_where_it_is_the_answer() -> None:
    chat = Bot.from_text("Per Lund: Did the tram ever run at night?\n\nIda Moss: Never.\n\nPer Lund: It is late.\n")
    assert chat.ask("Did the tram run at night, according to Moss?").quotes[0].text.endswith("Never.")


def test_what_only_stands_beside_an_answer_is_no_answer(town: Bot) -> None:
    assert [quote.text for quote in town.ask("How many boats sank?").quotes] == [
        "Per Lund, a baker in Elmby, said four boats had sunk."
    ]


@pytest.mark.parametrize("asked", ["Where was Ida Moss born?", "What is the religion of Per Lund?", "capital of Elmby"])
def test_a_fact_that_no_sentence_has_a_word_for_is_refused(town: Bot, asked: str) -> None:
    answer = town.ask(asked)
    assert not answer
    assert answer.nearest


def test_a_fact_told_in_another_word_is_found() -> None:
    town = Bot.from_text("Per Lund is a baker. His spouse is Ida Moss, the mayor. They like boats.")
    assert "spouse" in town.ask("Whose wife is the mayor?").quotes[0].text


def test_a_fact_told_by_its_value_is_found() -> None:
    assert (
        "green" in Bot.from_text("The kiln is green. The tram is late.").ask("What colour is the kiln?").quotes[0].text
    )
    assert not Bot.from_text("The kiln is old. The tram is late.").ask("What colour is the kiln?")


def test_a_bare_question_is_about_what_was_shown() -> None:
    chat = Bot.from_text(
        "The tunnel was closed on 3 May, said Ida Moss. Per Lund slept. It was closed since water came in.\n"
    ).conversation()
    assert "3 May" in chat.ask("What happened to the tunnel?").quotes[0].text
    assert "water" in chat.ask("Why?").quotes[0].text


@pytest.fixture(scope="module")
def harbour() -> Bot:
    return Bot.from_text(
        "The ferry board met on Monday. Chair Ida Moss said the ferry carried 1,200 islanders in May.\n"
        "Captain Per Lund said 14 new engines had been bought for the harbour. Moss said the repair would cost 3 "
        "million crowns. The pier was closed for six weeks after the storm. "
        "The storm broke windows in the harbour office. A petition for a new pier got 640 signatures.\n"
        "In all 19 barges were sold.\n"
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("How many people did the ferry carry?", "1,200"),
        ("How many diesel motors were bought?", "14"),
        ("How much does the repair cost?", "3 million"),
        ("How long was the pier closed?", "six weeks"),
        ("How many people signed the petition?", "640"),
        ("How many tugs and barges were sold?", "19"),
    ],
)
def test_a_quantity_of_the_kind_that_is_asked_for_answers(harbour: Bot, asked: str, told: str) -> None:
    assert told in harbour.ask(asked).quotes[0].text


@pytest.mark.parametrize("asked", ["How many windows did the storm break?", "How many sailors work on the ferry?"])
def test_a_quantity_of_something_else_does_not_answer(harbour: Bot, asked: str) -> None:
    assert not harbour.ask(asked)


def test_yes_does_not_tell_when() -> None:
    asked = "Per Lund: There came a time when the ferry sank?\n\nIda Moss: Yes.\n\nPer Lund: That was in May 1986.\n"
    assert Bot.from_text(asked).ask("When did the ferry sink?").quotes[0].text.endswith("That was in May 1986.")
    assert Bot.from_text(asked).ask("Did the ferry sink?").quotes[0].text.endswith("Yes.")


def test_of_a_time_a_word_of_that_meaning_alone_tells_nothing() -> None:
    bot = Bot.from_text(
        "“Boats sail at noon,” said Ida Moss. She said the ferry costs 5 crowns.\n\nThe kiln was cold.\n"
    )
    assert len(bot.ask("When do boats sail?").quotes) == 1
    assert len(bot.ask("What does Moss say about boats?").quotes) == 2
