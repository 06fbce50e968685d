"""Conversations: what a question takes over from the one before."""

import pytest

from bot import Answer, Bot, UnknownSpeaker, UsageError
from bot.ranking import judging

TEXT = """Council meets

Mayor Ann Hill said the new bridge would open in May. She said the town had saved for it.

She added that the builders had worked all winter.

Tom Reed, a fisherman, said the bridge was too low for his boat. "I will have to sell it," he said.

Councillor Ida Moss said she disagreed with the mayor about the bridge. The museum closes on Sunday.
"""


@pytest.fixture(scope="module")
def council() -> Bot:
    return Bot.from_text(TEXT)


def last(bot: Bot, *questions: str, k: int = 3) -> Answer:
    chat = bot.conversation()
    return [chat.ask(question, k) for question in questions][-1]


def first(answer: Answer) -> str:
    return answer.quotes[0].text


def test_another_speaker_on_the_same(council: Bot) -> None:
    answer = last(council, "What did Ann Hill say about the bridge?", "And Tom Reed?")
    assert answer.understood.follows
    assert answer.understood.speaker == "Tom Reed"
    assert answer.understood.gist == "Tom Reed on bridge"
    assert first(answer).startswith("Tom Reed")


def test_a_pronoun_is_the_speaker_before(council: Bot) -> None:
    answer = last(council, "What did Ann Hill say about the bridge?", "And what did she say about the builders?")
    assert answer.understood.speaker == "Ann Hill"
    assert "builders" in first(answer)


def test_a_pronoun_without_a_turn_before_is_who_speaks_most_and_may_be_called_so(council: Bot) -> None:
    assert council.ask("What did she say about the bridge?").understood.speaker == "Ann Hill"
    assert council.ask("What did he say about his boat?").understood.speaker == "Tom Reed"


def test_what_else_is_what_was_not_shown(council: Bot) -> None:
    chat = council.conversation()
    shown = {quote.number for quote in chat.ask("What did Ann Hill say?", 2).quotes}
    more = chat.ask("What else did she say?")
    assert more
    assert not shown & {quote.number for quote in more.quotes}
    assert chat.ask("What else did she say?").reason == "There is nothing more in the document."


def test_a_reply_comes_after_what_was_shown() -> None:
    text = "ANN: Sales of boats grew.\n\nBEN: Who bought the boats?\n\nANN: Fishermen did.\n\nBEN: I see.\n"
    answer = last(Bot.from_text(text), "Who asked about buying boats?", "And what was Ann's answer?")
    assert first(answer).endswith("Fishermen did.")


def test_who_speaks_and_goes_on_may_give_a_reason_without_a_word_for_it() -> None:
    text = "ANN LEE: I sold the red boat. It leaked at night.\n\nBEN COLE: Mine is fine.\n"
    answer = last(Bot.from_text(text), "What did Ann Lee say about the boat?", "why?")
    assert first(answer).endswith("It leaked at night.")


def test_one_person_is_not_they() -> None:
    text = "Ann Lee said the boats were old.\n\nSailors said Lee should stay.\n"
    answer = last(Bot.from_text(text), "What did Ann Lee say?", "do they want Lee to stay?")
    assert answer.quotes[0].speaker is not None
    assert answer.quotes[0].speaker.name == "Sailors"


def test_how_somebody_speaks_is_no_topic() -> None:
    answer = Bot.from_text("Miners said the shaft was wet.\n\nThe bakery is closed.\n").ask("What do miners fear?")
    assert first(answer) == "Miners said the shaft was wet."


def test_who_asked_is_not_the_one_who_answers() -> None:
    text = "ANN LEE: Who bought the boats?\n\nBEN COLE: Fishermen did.\n\nANN LEE: When?\n\nBEN COLE: In May.\n"
    answer = last(Bot.from_text(text), "What did Ann Lee ask about the boats?", "what did he reply")
    assert first(answer).endswith("Fishermen did.")


def test_the_other_holders_of_an_office() -> None:
    text = "Judge Ann Lee said boats pay.\n\nJudge Ben Cole said boats are free.\n\nJudge Kay Moss said boats sink.\n"
    answer = last(Bot.from_text(text), "What did Judge Lee say about boats?", "What did the other judges say?")
    assert {quote.speaker.name for quote in answer.quotes if quote.speaker} == {"Ben Cole", "Kay Moss"}


def test_others_are_not_those_before(council: Bot) -> None:
    answer = last(council, "What did Ann Hill say about the bridge?", "Who disagreed?")
    assert answer.quotes[0].speaker is not None
    assert answer.quotes[0].speaker.name == "Ida Moss"


def test_more_and_the_second_one(council: Bot) -> None:
    chat = council.conversation()
    one = chat.ask("What did Ann Hill say?", 1).quotes
    two = chat.ask("more", 1).quotes
    assert one[0].number != two[0].number
    chat = council.conversation()
    three = chat.ask("What did Ann Hill say?").quotes
    second = chat.ask("the second one, in context").quotes
    assert [quote.number for quote in second] == [three[1].number]
    assert second[0].before
    assert second[0].after


def test_that_points_back_and_this_does_not(council: Bot) -> None:
    assert last(council, "When will the bridge open?", "When was that?").understood.follows
    assert last(council, "When will the bridge open?", "What is this about?").understood.kind == "overview"


def test_a_new_topic_starts_afresh(council: Bot) -> None:
    answer = last(council, "What did Ann Hill say about the bridge?", "When does the museum close?")
    assert not answer.understood.follows
    assert "museum" in first(answer)


def test_only_one_speaker(council: Bot) -> None:
    answer = council.ask("bridge", speaker="Reed")
    assert {quote.speaker.name for quote in answer.quotes if quote.speaker} == {"Tom Reed"}
    with pytest.raises(UnknownSpeaker):
        council.ask("bridge", speaker="Nobody")
    with pytest.raises(UsageError):
        council.ask("  ")


def test_everybody_can_be_asked_for_by_the_name_that_is_shown() -> None:
    bot = Bot.from_text("Ann Lee and Tom Ray said the lock was shut. Ann Lee said the lock leaked.")
    for speaker in bot.speakers:
        assert {quote.speaker for quote in bot.ask("the lock", speaker=speaker.name).quotes} == {speaker}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What did Quentin Zola say?", "Nobody called Quentin Zola"),
        ("xylophone zebras", "No sentence in the document has a word"),
        ("How many xylophones did the town buy in Zanzibar?", "No sentence in the document has a word for “Zanzibar”."),
    ],
)
def test_what_is_not_there_is_said_so(council: Bot, question: str, reason: str) -> None:
    answer = council.ask(question)
    assert not answer
    assert answer.reason is not None
    assert answer.reason.startswith(reason)


def test_what_is_hardly_ever_right_is_not_shown(council: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "When does the museum close?"
    for right, answered in ((0.06, True), (0.04, False)):
        monkeypatch.setattr(judging, "chances", lambda *_, right=right: (0.9, right))
        assert bool(council.ask(asked)) is answered


def test_how_many_documents_there_are(council: Bot) -> None:
    assert council.ask("How many documents are there?").notice == f"1 document: {council.documents[0].id}."
    many = Bot.from_texts({f"note {number}": f"The pier leaks {number} times." for number in range(32)})
    notice = many.ask("list the documents").notice
    assert notice is not None
    assert notice.startswith("32 documents: note 0, ")
    assert notice.endswith(" and 2 more.")


def test_words_that_no_document_has_and_the_nearest_ones(council: Bot) -> None:
    answer = council.ask("What did the bridgemaster sing in Zanzibar yesterday evening?")
    assert not answer
    assert "Zanzibar" in answer.unmatched
    assert "bridge" in council.near_words(council.ask("bricdgek zzz"))  # spelt like it, too far to be taken for it


def test_an_acronym_is_spelt_out() -> None:
    bot = Bot.from_text(
        "The Lake Water Board met on Monday. Rain fell on the lake all day. The Lake Water Board (LWB) paid."
    )
    assert "Lake Water Board" in first(bot.ask("What does LWB stand for?"))


def test_a_sentence_of_several_documents_is_shown_once() -> None:
    wire = "The mayor, Ann Hill, opened the new bridge on Monday morning."
    bot = Bot.from_texts(
        {"one": f"{wire}\n\nBoats passed.", "two": f"{wire}\n\nRain fell.", "three": "Nothing happened."}
    )
    quotes = bot.ask("Who opened the new bridge?").quotes
    assert [(quote.document.id, quote.also_in) for quote in quotes if "opened" in quote.text] == [("one", ("two",))]


def test_a_quote_brings_the_sentence_that_it_cannot_be_understood_without() -> None:
    bot = Bot.from_text("The board met in June. It decided that the old ferry would be sold to a museum.\n\nRain fell.")
    quote = bot.ask("What was decided about the ferry?").quotes[0]
    assert [sentence.text for sentence in quote.before] == ["The board met in June."]


def test_an_answer_brings_the_question_before_it() -> None:
    bot = Bot.from_text(
        "Interviewer: How old is the ferry?\nTom: Forty years, I think.\nInterviewer: Thanks.\nTom: Bye now."
    )
    quote = next(quote for quote in bot.ask("How old is the ferry?").quotes if "Forty" in quote.text)
    assert [sentence.text for sentence in quote.before] == ["Interviewer: How old is the ferry?"]


@pytest.mark.parametrize("question", ["the of and", "Who was there?", "the " * 50_000])
def test_a_question_without_a_telling_word_is_declined(council: Bot, question: str) -> None:
    answer = council.ask(question)
    assert (answer.answered, answer.reason) == (False, "The question has no telling word.")


@pytest.mark.parametrize(
    ("asked", "said"), [("the fire", ["The two leaders"]), ("the ferry", ["Ida Moss"]), ("the museum", [])]
)
def test_what_several_say_is_said_by_each_of_them(asked: str, said: list[str]) -> None:
    bot = Bot.from_text(
        "President Ida Moss met President Ole Lind in Orla. The two leaders condemned the fire in the harbour. "
        "Moss said the ferry was late. Lind said the museum was open."
    )
    answer = bot.ask(f"What did Moss say about {asked}?")
    assert [quote.speaker.name for quote in answer.quotes if quote.speaker] == said


def test_a_document_that_the_talk_is_about_holds_nobody_who_speaks_elsewhere() -> None:
    talk = Bot.from_texts(
        {
            "minutes": "Ann Hill said the ferry would be mended in July. Ida Moss said the town would pay.",
            "briefing": "MR. COLE: The ferry will stop on Friday.\nQUESTION: Why?\nMR. COLE: The engine is broken.",
        }
    ).conversation()
    first = [talk.ask(line).quotes[0].text for line in ("What about the ferry?", "in the minutes?", "only cole")]
    assert first[1:] == ["Ann Hill said the ferry would be mended in July.", "MR. COLE: The ferry will stop on Friday."]


def test_who_says_nothing_of_it_is_said_so(council: Bot) -> None:
    answer = council.ask("What did Ann Hill say about the museum?")
    assert not answer
    assert answer.reason == "Ann Hill says nothing of that in the document."
    assert "museum" in answer.nearest[0].text


def test_a_question_limits_itself_to_a_document() -> None:
    bot = Bot.from_texts(
        {
            "call-readout.txt": "Readout\n\n3 May 2022\n\nMayor Ann Hill said grain would be sold.",
            "june.md": "Minutes\n\n9 June 2023\n\nMayor Ann Hill said grain prices had risen. Tom Reed slept.",
            "Interview with Tom Reed": "Q: What about grain?\nA: We buy it.\nQ: Where?\nA: In town.",
        }
    )
    asked = {
        "What was said about grain in the May readout?": "call-readout.txt",
        "What did Ann Hill say about grain in the minutes of 9 June?": "june.md",
        "What was said on grain in june.md?": "june.md",
        "What about grain in the interview?": "Interview with Tom Reed",
        "What is in the June minutes?": "june.md",
    }
    for question, name in asked.items():
        answer = bot.ask(question)
        assert answer.understood.documents == (name,), question
        assert {quote.document.id for quote in answer.quotes} == {name}
    assert bot.ask("What was said about grain in the April minutes?").understood.documents == ()


def test_what_takes_place_may_be_what_is_asked_about() -> None:
    bot = Bot.from_texts({
        "one": "Hill and Reed meet\n\nAnn Hill and Tom Reed shook hands in Vance.\n",
        "two": "Minutes\n\nA meeting of the board was held in Orla on 3 May.\n",
    })  # fmt: skip
    for question in ("When was the meeting?", "when was the meeting in orla"):
        assert first(bot.ask(question)) == "A meeting of the board was held in Orla on 3 May.", question


def test_who_is_named_is_looked_for_where_they_are_known() -> None:
    bot = Bot.from_texts(
        {
            "one": "Ann Hill said the bridge was late. She was tired.",
            "two": "Tom Reed said the bridge was too low for boats, and that the bridge was ugly.",
        }
    )
    assert {quote.document.id for quote in bot.ask("What did Ann Hill say about the bridge?").quotes} == {"one"}


def test_a_document_alone_is_where_the_question_before_is_asked_again() -> None:
    bot = Bot.from_texts({
        "Minutes": "The fee for boats is 30 crowns.\n\nThe fee was disputed.\n",
        "Press release": "The fee for boats is 40 crowns.\n\nThe harbour opens in May.\n",
    })  # fmt: skip
    answer = last(bot, "How much is the fee for boats?", "and in the press release?")
    assert first(answer) == "The fee for boats is 40 crowns."


def test_a_document_is_called_by_a_word_of_its_name_that_no_text_has() -> None:
    texts = {"orn.txt": "Ann Lee said the pier would open.", "aldham.txt": "Tom Ray said tea would be served."}
    conversation = Bot.from_texts(texts).conversation()
    assert conversation.ask("what did Ann Lee say?").quotes[0].document.id == "orn.txt"
    assert [quote.document.id for quote in conversation.ask("what about aldham").quotes] == ["aldham.txt"]
    assert not conversation.ask("what about corby")
    assert [quote.document.id for quote in conversation.ask("what happened in Aldham?").quotes] == ["aldham.txt"]


def test_the_other_document_is_asked_for_and_not_kept() -> None:
    talk = Bot.from_texts(
        {
            "harbour": "Ann Hill said the harbour would be dredged in May. It was built by monks.",
            "mill": "Tom Reed said the mill would be sold in June. It was built by a miller.",
        }
    ).conversation()
    assert "harbour" in talk.ask("What did Hill say about the harbour?").quotes[0].text
    assert "June" in talk.ask("and in the other text, what happens?").quotes[0].text
    assert "miller" in talk.ask("who built it?").quotes[0].text
    assert "May" in talk.ask("When will the harbour be dredged?").quotes[0].text


def test_a_line_that_turns_to_the_other_document_is_understood_without_these_words() -> None:
    talk = Bot.from_texts(
        {
            "quarry": "Lotte Bru said that the quarry was empty. The foreman said he was sorry for the noise.",
            "choir": "The choir sang in Lund. Nils Falk said the hall was cold. The choir was sorry to leave.",
        }
    ).conversation()
    assert "quarry" in talk.ask("what did Bru say").quotes[0].text
    answer = talk.ask("now the other one. is the choir sorry?")
    assert "sorry to leave" in answer.quotes[0].text
    assert not answer.understood.follows
    assert "foreman" in talk.ask("back to the other one: is anybody sorry?").quotes[0].text
    answer = talk.ask("next text please")
    assert answer.understood.kind == "overview"
    assert {quote.document.id for quote in answer.quotes} == {"choir"}


def test_many_words_of_the_question_before_do_not_outweigh_one_of_ones_own() -> None:
    singers = (
        "Yesterday morning twelve weary singers climbed narrow wooden stairs, carried heavy silver candlesticks, lit "
        "beeswax candles and hummed forgotten sailor melodies"
    )
    talk = Bot.from_text(
        f"{singers}. The leader of the singers, Nils Falk, watched from the barn.\n\nThe vestry was dry.\n\n"
        "The roof was mended in June by a carpenter from Lund who asked for little money, and stayed for supper.\n"
    ).conversation()
    assert talk.ask(f"Is it true that {singers}?")
    assert "mended" in talk.ask("and the carpenter?").quotes[0].text


def test_a_pronoun_means_nobody_of_another_document() -> None:
    talk = Bot.from_texts(
        {
            "quarry": "Nils Falk said that the quarry was empty.",
            "choir": "The old choir sang in Lund. Its leader was a smith once.",
        }
    ).conversation()
    assert talk.ask("what did Falk say").understood.speakers == ("Nils Falk",)
    assert "Lund" in talk.ask("where did the old choir sing").quotes[0].text
    assert all(quote.document.id == "choir" for quote in talk.ask("what was he once").quotes)


def test_a_talk_about_one_document_stays_there() -> None:
    talk = Bot.from_texts(
        {
            "kenya": "President Amina Were said the road was safe. It is forty miles long.",
            "ghana": "President Kofi Addo said the port was full. It is ninety miles away.",
        }
    ).conversation()
    assert talk.ask("What is said about the port?").quotes[0].speaker
    assert talk.ask("what does the president say").understood.speakers == ("Kofi Addo",)
    assert "ninety" in talk.ask("how far is it").quotes[0].text
    assert "forty" in talk.ask("the other one now. how long is it?").quotes[0].text


def test_more_never_shows_page_furniture() -> None:
    talk = Bot.from_texts({"a": "The pier opens on Monday:\n[", "b": ",\n,\nr"}).conversation()
    assert talk.ask("When does the pier open?").quotes[0].text == "The pier opens on Monday:"
    assert not talk.ask("more")
