"""Who is who: forms of names, short names, roles, pronouns, and whose turn it is in a conversation."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import Bot
from bot.layout.blocks import layout
from bot.layout.splitter import sentences
from bot.speakers import attribute
from bot.speakers.people.forms import forms, parse_name
from bot.speakers.people.registry import Registry

TABLE = tomllib.loads((Path(__file__).parent / "registry.toml").read_text(encoding="utf-8"))
ALPHABET = st.sampled_from(
    [
        "Mr. ",
        "Ann ",
        "Lee",
        "’s ",
        "of ",
        "the ",
        "President ",
        ", ",
        ". ",
        "he ",
        "said ",
        "\n\n",
        "“",
        "” ",
        "(",
        ") ",
    ]
)


@pytest.mark.parametrize("row", TABLE["run"], ids=lambda row: row["run"])
def test_the_names_in_a_run_of_capitalised_words(row: dict[str, Any]) -> None:
    assert [f"{form.title} | {' '.join(form.words)}" for form in forms(row["run"])] == row["holds"]


@pytest.mark.parametrize("row", TABLE["who"], ids=lambda row: f"{row['about']}: {next(iter(row['says']))}")
def test_who_says_it(row: dict[str, Any]) -> None:
    found = {sentence.text: sentence for sentence in Bot.from_text(row["text"].strip()).sentences}
    for words, speaker in row["says"].items():
        sentence = next(sentence for text, sentence in found.items() if words in text)
        assert (sentence.speaker.name if sentence.speaker else "") == speaker


@pytest.mark.parametrize("row", TABLE["cast"], ids=lambda row: row["about"])
def test_who_speaks_at_all(row: dict[str, Any]) -> None:
    speakers = Bot.from_text(row["text"].strip()).speakers
    assert [f"{speaker.name}, {speaker.title}" if speaker.title else speaker.name for speaker in speakers] == row["are"]


def test_a_speaker_knows_title_and_other_names() -> None:
    bot = Bot.from_text("Foreign Minister Anna Kolb arrived. “We agree,” Kolb said. “We do,” the minister said.")
    speaker = bot.sentences[1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.title, speaker.aliases) == ("Anna Kolb", "Foreign Minister", ("Kolb",))
    assert bot.sentences[1].mention == "Kolb"
    assert bot.sentences[2].speaker == speaker
    assert bot.sentences[2].mention == "the minister"


def test_the_form_of_one_name() -> None:
    assert parse_name("Senator WARREN.") == ("Senator", ("WARREN",), False)
    assert parse_name("") == ("", (), False)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_any_text_has_mentions_in_order_inside_it(text: str) -> None:
    mentions = Registry(text, layout(text)).mentions
    assert mentions == sorted(mentions)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert all(word.rstrip(",") in text[mention.start : mention.end] for word in mention.words)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_any_text_has_one_attribution_a_sentence(text: str) -> None:
    shape = layout(text)
    spans = sentences(text, shape)
    attributions = attribute(text, shape, spans)
    assert len(attributions) == len(spans)
    assert all(found.speaker is None or found.speaker.name for found in attributions)


def test_an_abbreviation_that_nobody_knows_keeps_its_dot_before_a_name() -> None:
    assert parse_name("Sp. ORLA")[1] == ("Sp.", "ORLA")
    assert parse_name("Fr. Lee")[1] == ("Lee",)
