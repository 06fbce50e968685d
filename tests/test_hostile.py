"""What is built to take long, or to break something, does neither."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

import pytest
from shapes import MARKS, Shape, large_shapes, runs, small_shapes

from bot import Bot
from bot.layout import layout, sentences
from bot.speakers import attribute
from bot.words import terms

PATIENCE = 2.0
"""Seconds of the processor that a short text may take; it takes a few thousandths."""
STEEP, DOUBTFUL = 2.6, 2.2
"""Growth of the time for each doubling that is too much, and from which on it is measured again with longer texts."""


@contextmanager
def patience(text: str) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError(f"more than {PATIENCE} s for {text!r}")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read(text: str) -> None:
    found = layout(text)
    spans = sentences(text, found)
    attribute(text, found, spans)
    for span in spans:
        terms(text[span.start : span.end])


def test_runs_of_marks_take_no_time() -> None:
    for text in runs():
        with patience(text):
            read(text)


def test_runs_of_marks_in_a_question_take_no_time() -> None:
    bot = Bot.read()
    for mark in MARKS:
        for question in (f"Who said {mark * 60}?", f"{mark * 60} thanked China{mark * 60}", f"a{mark}" * 60):
            conversation = bot.conversation()
            with patience(question):
                conversation.ask("Who thanked China?")
                conversation.ask(question)


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee, ", "What did Ann Lee and ", "the mayors ", "what Ann Lee said ", "compare Ann and ", "NASA ",
        "in the notes of Ann ", "who said that ", "the mayor's view of ", "both of them ", "not about Ann ", "“rain” ",
    ],
)  # fmt: skip
def test_a_question_of_any_length_takes_no_time(words: str) -> None:
    bot = Bot.from_text("Ann Lee said that it rained. Bo Moss, the mayor, asked why.\n\nThe mayors met.")
    for question in (words * 10_000, f"{words * 100}\n{words * 10_000}"):
        conversation = bot.conversation()
        with patience(words):
            conversation.ask("Who asked why?")
            conversation.ask(question)


@pytest.mark.parametrize(
    "words",
    [
        "Tom Moss, a mayor of Rye, has ", "I am the mayor, said Ann Lee, ", "the World Trade Office (WTO) in Rye ",
        "“It rained,” Ann Lee, a mayor, said on 3 June. ", "Ann Lee: I am a mayor of Rye, yes.\n",
    ],
)  # fmt: skip
def test_a_question_about_a_sentence_of_any_length_takes_no_time(words: str) -> None:
    bot = Bot.from_text(words * 1000 + "said Bo Hill.")
    for question in (
        "Only Tom Moss", "no, the mayor", "the woman from Rye", "What did Ann Lee and Bo Hill say about a mayor?",
        "Who is Ann Lee?", "What does WTO stand for?", "What is it about?", "When was it?", "everything the mayor said",
    ):  # fmt: skip
        conversation = bot.conversation()
        with patience(question):
            conversation.ask(question)
            conversation.ask(question)


def test_a_draft_that_leaves_out_words_again_and_again_takes_no_time() -> None:
    bot = Bot.from_text("Hello " + "a…\n" * 2000)
    with patience("a…"):
        assert len(bot.verify(f"He said: “{'a… ' * 666}”\n" * 2)) == 2


def growth(shape: Shape, size: int) -> float:
    """By what the processor's time grows for each doubling of a text."""
    return (seconds(shape.text(4 * size)) / seconds(shape.text(size))) ** 0.5


def seconds(text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start


def steep(shapes: Iterator[Shape], size: int) -> list[Shape]:
    """Shapes whose time grows too much each time that it is measured."""
    read(Shape("Ann Lee said that it rained. ").text(size))
    gc.collect()
    gc.disable()
    try:
        doubtful = [shape for shape in shapes if all(growth(shape, size) > DOUBTFUL for _ in range(2))]
        return [shape for shape in doubtful if all(growth(shape, 4 * size) > STEEP for _ in range(3))]
    finally:
        gc.enable()


def test_twice_the_text_takes_twice_the_time() -> None:
    assert steep(small_shapes(), 1500) == []


def test_twice_the_names_take_twice_the_time() -> None:
    assert steep(large_shapes(), 6000) == []


@pytest.mark.parametrize(
    "text",
    [
        "#: 12\nColour: red\nSize: big\n",
        "#\n\nIt rained.\n\n" * 10,
        "Mr Lee:\n#:\nIt rained.\nMR LEE:",
        "“Yes,” said " + "all of " * 2000 + "them.",
        "Ann Lee " + "(a) " * 2000 + "said that it rained.",
        "か\u3099 か\u3099",
        "The.end",
        "From: Ann Lee\nSubject: \n\n>g\n>[nn\n>",
        'Acting\nd"',
    ],
    ids=[
        "label without a letter",
        "heading without one",
        "at the end",
        "all of all of",
        "brackets",
        "marks of letters",
        "one word of two",
        "a bracket that a quoted line leaves open",
        "an office without its noun",
    ],
)
def test_what_broke_it_once_is_read(text: str) -> None:
    bot = Bot.from_text(text)
    assert all(sentence.speaker is None or sentence.speaker.name.strip("#") for sentence in bot.sentences)
    assert bot.ask("What did Mr Lee say?").question


@pytest.mark.parametrize(
    "question", ["\u3099", "か\u3099", "Who thanked China? " + "NASA " * 600, "N{} " * 5000, "- " * 5000]
)
def test_what_broke_it_once_is_asked(question: str) -> None:
    conversation = Bot.read().conversation()
    for _ in range(2):
        answer = conversation.ask(question)
        assert answer.answered or answer.reason or answer.notice
        assert 0 <= answer.confidence <= 1
