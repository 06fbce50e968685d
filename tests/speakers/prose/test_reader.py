"""Who says each sentence of a document in prose, and how that is known."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot

DOCUMENTS = tomllib.loads((Path(__file__).parent / "reader.toml").read_text(encoding="utf-8"))["document"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document["idea"] for document in DOCUMENTS])
def test_every_sentence_has_its_speaker_and_evidence(document: dict[str, Any]) -> None:
    sentences = Bot.from_text(document["text"]).sentences
    found = [(sentence.speaker.name if sentence.speaker else "") for sentence in sentences]
    assert found == document["who"], [sentence.text for sentence in sentences]
    if "evidence" in document:
        assert [(said.evidence.kind if said.evidence else "") for said in sentences] == document["evidence"]
    if "kinds" in document:
        assert [sentence.kind for sentence in sentences] == document["kinds"]


def test_the_words_a_speaker_was_resolved_from_are_kept() -> None:
    first, second = Bot.from_text("Minister Ida Holm spoke. She said that the dam is safe.").sentences
    assert first.speaker is None
    assert second.speaker is not None
    assert (second.speaker.name, second.mention) == ("Ida Holm", "She")


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50_000,
        ": " * 20_000,
        "said " * 20_000,
        "Ann said that Bo said that " * 5_000,
        '"a" said b. ' * 5_000,
        "(" * 50_000,
    ],
    ids=["marks", "colons", "cues", "chains", "quotations", "brackets"],
)
def test_hostile_documents_are_read(text: str) -> None:
    bot = Bot.from_text(text)
    assert all(text[said.start : said.end] == said.text for said in bot.sentences)
