"""Times in labels and alone on lines are those of the sentences behind them."""

import pytest

from bot import Bot
from bot.layout.stamps import seconds


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("00:04:45", 285),
        ("5:19", 319),
        ("0:00:14.1", 14.1),
        ("00:00:01,500", 1.5),
        ("1:02:03 PM", 46923),
        ("12 minutes 4 seconds", 724),
        ("1h 2m 3s", 3723),
        ("March 3, 2020", None),
    ],
)
def test_a_stamp_is_so_many_seconds(stamp: str, expected: float | None) -> None:
    assert seconds(stamp) == expected


def test_a_label_gives_its_time_to_the_sentences_behind() -> None:
    text = "[00:12] Ann: We begin. It is late.\n[01:15] Bo: Yes.\n[01:19] Ann: Then go.\n"
    assert [said.time for said in Bot.from_text(text).sentences] == [12, 12, 75, 79]


def test_a_time_alone_is_furniture_and_no_paragraph() -> None:
    text = (
        "Ann (00:05):\n\nWe begin.\n\n(00:41):\n\nThe boats are in.\n\nBo (01:10):\n\nGood.\n\nAnn (01:15):\n\nBye.\n"
    )
    said = Bot.from_text(text).sentences
    assert [one.time for one in said] == [5, 5, 41, 41, 70, 70, 75, 75]
    assert [one.paragraph for one in said] == [1, 2, None, 3, 4, 5, 6, 7]


def test_times_that_come_twice_are_of_the_day() -> None:
    text = "[10:01] <kai> it fails\n[10:02] <mira> which one?\n[10:02] <kai> the last\n[10:04] <mira> i see\n"
    assert [said.time for said in Bot.from_text(text).sentences] == [36060, 36120, 36120, 36240]


def test_when_a_text_was_published_is_no_time_of_its_sentences() -> None:
    for head in ("---\ntitle: The pier\ndate: Oct 4, 2016 4:30 pm\n---\n", "16:30\n"):
        assert {said.time for said in Bot.from_text(f"{head}\nThe pier is closed, Ann Lee said.\n").sentences} == {None}
