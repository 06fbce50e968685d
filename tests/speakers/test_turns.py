"""Who speaks in documents written in turns, whatever their layout."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot

DOCUMENTS = tomllib.loads((Path(__file__).parent / "turns.toml").read_text(encoding="utf-8"))["document"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document["form"] for document in DOCUMENTS])
def test_every_sentence_has_the_speaker_of_its_turn(document: dict[str, Any]) -> None:
    sentences = Bot.from_text(document["text"]).sentences
    found = [(sentence.speaker.name if sentence.speaker else "") for sentence in sentences]
    assert found == document["who"], [sentence.text for sentence in sentences]


def test_a_label_inside_a_line_is_marked_and_not_part_of_the_words() -> None:
    sentence = Bot.from_text("ANN: Good morning.\nBO: Good day.\nANN: Bye.\nBO: Bye.").sentences[0]
    assert sentence.label == (0, 4)
    assert sentence.words == "Good morning."
    assert sentence.kind == "direct"
    assert sentence.evidence is not None
    assert sentence.evidence.kind == "turn"


def test_a_story_around_an_exchange_keeps_its_own_speakers() -> None:
    text = (
        "The hall was full.\n\nThe lights went on.\n\nThe mayor said that the bridge would open.\n\n"
        "Then the press asked.\n\nQUESTION: When?\n\nMAYOR: In May.\n\nQUESTION: Sure?\n\nMAYOR: Yes.\n\n"
        + "\n\n".join(["Nobody clapped.", "The rain fell.", "Cars passed.", "It was late.", "The doors shut."] * 3)
    )
    sentences = Bot.from_text(text).sentences
    assert sentences[2].speaker is not None
    assert sentences[2].speaker.name == "The mayor"
    assert sentences[-1].speaker is None
