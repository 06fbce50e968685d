"""Quotations of a draft against sources of two kinds: a report and a transcript."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import Bot, Change, Verdict

SOURCES = {
    "report": """A day at the harbour

"The dam is sixty years old and nobody has looked at it. We will look now," said Ada Brown, the mayor.

"We will mend them," said Tom Reed, a fisherman, of the masts, "before the rain comes. They [the masts] are older than
the dam." Reed said: "I told them 'later' and they went home."

The museum is closed on Mondays.
""",
    "talk": """MAYOR BROWN: It costs $3.5 million. An all-weather road needs a budget.

MR. REED: Who pays?

MAYOR BROWN: All-weather roads need an all-weather budget.
""",
}
ROWS = tomllib.loads((Path(__file__).parent / "checking.toml").read_text("utf-8"))["row"]


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot.from_texts(SOURCES)


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_verdicts(bot: Bot, row: dict[str, str]) -> None:
    found = bot.verify(row["draft"])
    assert [[verdict.speaker or "", verdict.verdict] for verdict in found] == row["verdicts"]


def only(bot: Bot, draft: str) -> Verdict:
    (verdict,) = bot.verify(draft)
    return verdict


def test_what_was_altered_is_shown_word_by_word(bot: Bot) -> None:
    verdict = only(bot, "“The dam is sixty days old and nobody looked at it,” Ada Brown said.")
    assert [(change.draft, change.source) for change in verdict.difference if not change.same] == [
        ("days", "years"),
        ("", "has"),
    ]
    assert " ".join(change.draft for change in verdict.difference if change.draft) == (
        "The dam is sixty days old and nobody looked at it"
    )
    assert not verdict


def test_what_was_left_out_is_shown(bot: Bot) -> None:
    verdict = only(bot, "“The dam ... and nobody has looked at it,” Ada Brown said.")
    assert verdict.difference == (
        Change("The dam", "The dam", same=True),
        Change("", "is sixty years old", same=False),
        Change("and nobody has looked at it", "and nobody has looked at it", same=True),
    )
    assert verdict


def test_the_passage_is_quoted_with_its_speaker(bot: Bot) -> None:
    draft = 'He said: "Nobody has looked at it. We will look now."'
    verdict = only(bot, draft)
    assert draft[verdict.start : verdict.end] == verdict.text == '"Nobody has looked at it. We will look now."'
    quote = verdict.quote
    assert quote is not None
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Brown"
    assert [quote.text[start:end] for start, end in quote.matched] == ["nobody has looked at it."]
    assert [sentence.words for sentence in quote.after] == ['We will look now," said Ada Brown, the mayor.']


def test_nothing_to_check_and_nothing_to_check_it_with(bot: Bot) -> None:
    assert bot.verify("") == ()
    verdict = only(bot, "“Xyzzy plugh,” Ada Brown said.")
    assert (verdict.verdict, verdict.quote) == ("not found", None)


@given(st.text(alphabet="\"“”‘’'>.…[]()*_—\n aAbB1$", max_size=120) | st.sampled_from(list(SOURCES.values())))
def test_any_draft_can_be_checked(bot: Bot, draft: str) -> None:
    last = 0
    for verdict in bot.verify(draft):
        assert last <= verdict.start < verdict.end <= len(draft)
        assert verdict.text == draft[verdict.start : verdict.end]
        last = verdict.end


@pytest.mark.parametrize("sign", ["> ", ">\n", "“", '"', "[", "[...] ", "… ", "— A", "](", "'a ", "“a …”, "])
def test_a_flood_of_signs_is_read(bot: Bot, sign: str) -> None:
    assert isinstance(bot.verify(sign * 5_000), tuple)
