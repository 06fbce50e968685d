"""Questions that go on from the one before."""

import pytest

from bot import Bot, Conversation, UnknownSpeaker, UsageError

MINUTES = """The mayor, Ines Duarte, said that the bridge was safe. Duarte said that the bridge would open in May.

Paul Brandt, the harbour master, said that the bridge was old. Brandt warned that the ferry would be late.

Lena Weber, a nurse, said that the clinic needed beds. Weber said that the clinic closed at noon.

Tom Adeyemi, a farmer, disagreed with the mayor and said that the bridge was not safe.
"""


@pytest.fixture
def talk() -> Conversation:
    return Bot.from_text(MINUTES).conversation()


def speakers(talk: Conversation, question: str, k: int = 3) -> list[str]:
    return [quote.speaker.name if quote.speaker else "" for quote in talk.ask(question, k=k).quotes]


def test_another_speaker_on_the_same_topic(talk: Conversation) -> None:
    assert speakers(talk, "What did Duarte say about the bridge?")[0] == "Ines Duarte"
    assert speakers(talk, "And Brandt?")[0] == "Paul Brandt"


def test_a_pronoun_is_the_speaker_before(talk: Conversation) -> None:
    talk.ask("What did Weber say about beds?")
    answer = talk.ask("When did she say the clinic closed?")
    assert answer.quotes[0].text.endswith("the clinic closed at noon.")
    assert answer.understood.follows


def test_more_goes_on_where_the_answer_stopped(talk: Conversation) -> None:
    first = talk.ask("What did anybody say about the bridge?", k=1).quotes
    second = talk.ask("more", k=1).quotes
    third = talk.ask("go on", k=1).quotes
    assert len({quote.start for quote in (*first, *second, *third)}) == 3


def test_one_of_the_quotes_in_context(talk: Conversation) -> None:
    shown = talk.ask("Who said that the bridge was safe?", k=2).quotes
    answer = talk.ask("the second one, in context")
    assert [quote.text for quote in answer.quotes] == [shown[1].text]
    assert answer.quotes[0].before or answer.quotes[0].after


def test_what_else_leaves_out_what_was_shown(talk: Conversation) -> None:
    first = talk.ask("What did Brandt say?", k=1).quotes[0]
    second = talk.ask("What else did he say?", k=1).quotes[0]
    assert first.speaker == second.speaker
    assert first.text != second.text


def test_who_disagreed_looks_at_the_others(talk: Conversation) -> None:
    talk.ask("What did the mayor say about the bridge being safe?")
    assert speakers(talk, "Who disagreed?")[0] == "Tom Adeyemi"


def test_a_new_topic_starts_afresh(talk: Conversation) -> None:
    talk.ask("What did Duarte say about the bridge?")
    answer = talk.ask("Who said that the clinic needed beds?")
    assert not answer.understood.follows
    assert answer.quotes[0].speaker is not None
    assert answer.quotes[0].speaker.name == "Lena Weber"


def test_nothing_to_go_on_from_is_a_question_like_any_other(talk: Conversation) -> None:
    assert not talk.ask("more")


def test_how_a_follow_up_was_understood_is_told(talk: Conversation) -> None:
    talk.ask("What did Duarte say about the bridge?")
    gist = talk.ask("And Brandt?").understood.gist
    assert gist is not None
    assert "Paul Brandt" in gist
    assert "bridge" in gist


def test_only_one_speaker_is_quoted_when_asked_so(talk: Conversation) -> None:
    answer = talk.ask("bridge", speaker="Brandt")
    assert {quote.speaker.name for quote in answer.quotes if quote.speaker} == {"Paul Brandt"}
    with pytest.raises(UnknownSpeaker) as caught:
        talk.ask("bridge", speaker="Brant")
    assert list(caught.value.close) == ["Paul Brandt"]
    with pytest.raises(UsageError):
        talk.ask("  ")
