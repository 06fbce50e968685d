import io
from pathlib import Path

import pytest

from bot import Bot
from bot.documents import Extract
from bot.documents.readers import read
from bot.errors import DocumentError

VOICES = """WEBVTT

NOTE made by hand

intro
00:00.500 --> 00:02.000 align:start
<v.loud Ada Brown>The ferry is <i>late</i>,
and it

00:02.000 --> 00:04.000
<v Ada Brown>will not sail &amp; so on.</v>

01:00:03.250 --> 01:00:05.000
<v Tom Reed>When will it sail?</v> <v Ada Brown>At noon.

01:00:05.500 --> 01:00:06.000
(applause)
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
{\\an8}- <font color="#fff">The ferry
is late.</font>
- Why?

2
00:00:03,100 --> 00:00:04,000
It rained

3
00:00:04,000 --> 00:00:05,000
all night.

4
00:00:09,000 --> 00:00:10,000
So it goes.
"""
SBV = """0:00:01.000,0:00:03.000
>> ADA BROWN: The ferry is late.

0:00:03.000,0:00:04.500
>> TOM REED: Why is that?
>> ADA BROWN: It rained.
"""
ROLLING = """WEBVTT

00:00:00.000 --> 00:00:02.000
the ferry is late

00:00:02.000 --> 00:00:02.010
the ferry is late

00:00:02.010 --> 00:00:04.000
the ferry is late
and<00:00:02.500><c> it</c><00:00:03.000><c> rains</c>

00:00:04.000 --> 00:00:06.000
and it rains
all day long
"""


def extract(text: str, name: str) -> Extract:
    return read(io.BytesIO(text.encode()), name)


def test_cues_are_put_together_and_voices_are_labels() -> None:
    found = extract(VOICES, "a.vtt")
    assert found.text == (
        "Ada Brown: The ferry is late, and it will not sail & so on.\n\n"
        "Tom Reed: When will it sail?\n\nAda Brown: At noon.\n\n(applause)"
    )
    assert [found.text[start:end] for start, end in found.marks.labels] == ["Ada Brown", "Tom Reed", "Ada Brown", ""]
    assert found.text.startswith("and it", found.marks.times[1][0])
    assert [seconds for _, seconds in found.marks.times] == [0.5, 0.5, 2.0, 3603.25, 3603.25, 3605.5]


def test_a_new_line_with_a_dash_is_somebody_else_and_a_pause_ends_a_paragraph() -> None:
    assert extract(SRT, "a.srt").text == "The ferry is late.\n\nWhy? It rained all night.\n\nSo it goes."


def test_names_before_a_colon_begin_paragraphs() -> None:
    found = extract(SBV, "a.sbv")
    assert found.text == "ADA BROWN: The ferry is late.\n\nTOM REED: Why is that?\n\nADA BROWN: It rained."
    assert found.marks.labels == (), "names in the text are found as in any other text"


@pytest.mark.parametrize(
    ("name", "times"),
    [("a.sbv", "0:00:01.000,0:00:02.000\n0:00:02.000,0:00:03.000"),
     ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:02,000 --> 00:00:03,000")],
)  # fmt: skip
def test_no_word_is_lost_behind_a_blank_line_in_a_cue(name: str, times: str) -> None:
    lines = times.split("\n")
    half = len(lines) // 2
    first, second = "\n".join(lines[:half]), "\n".join(lines[half:])
    for end in ("\n", "\r\n"):
        text = f"{first}\nThe ferry\n \n\nis late.\n\n{second}\n1984 was\n\nwet.\n".replace("\n", end)
        assert " ".join(extract(text, name).text.split()) == "The ferry is late. 1984 was wet."


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "<BR />", "\\N"])
def test_a_line_broken_within_a_cue_is_two_words(mark: str) -> None:
    assert extract(f"1\n00:00:01,000 --> 00:00:02,000\nThe ferry{mark}is late.\n", "a.srt").text == "The ferry is late."


def test_what_stands_before_a_colon_again_and_again_is_a_name() -> None:
    lines = (
        "Ada Brown: I think so.",
        "reed_t: Why is that?",
        "reed_t: It rained.",
        "one thing: it rained.",
        "reed_t: So.",
    )
    cues = (f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{line}\n\n" for n, line in enumerate(lines))
    paragraphs = extract("WEBVTT\n\n" + "".join(cues), "a.vtt").text.split("\n\n")
    assert paragraphs == [lines[0], lines[1], f"{lines[2]} {lines[3]}", lines[4]]


def test_lines_that_roll_are_read_once() -> None:
    assert extract(ROLLING, "a.vtt").text == "the ferry is late and it rains all day long"


def test_without_stops_a_paragraph_ends_at_a_cue() -> None:
    cues = (f"00:{n:02}.000 --> 00:{n + 1:02}.000\nand then it went on and on for minute {n}\n\n" for n in range(50))
    paragraphs = extract("WEBVTT\n\n" + "".join(cues), "a.vtt").text.split("\n\n")
    assert len(paragraphs) > 4
    assert max(map(len, paragraphs)) < 300


def test_who_says_what_and_when(tmp_path: Path) -> None:
    (tmp_path / "talk.vtt").write_text(VOICES)
    said = [(s.speaker and s.speaker.name, s.time, s.words) for s in Bot.read(tmp_path / "talk.vtt").sentences]
    assert said == [
        ("Ada Brown", 0.5, "The ferry is late, and it will not sail & so on."),
        ("Tom Reed", 3603.25, "When will it sail?"),
        ("Ada Brown", 3603.25, "At noon."),
        (None, 3605.5, "(applause)"),
    ]


@pytest.mark.parametrize(("text", "name"), [("no captions", "a.vtt"), ("no captions", "a.srt"), ("\x1b[2J", "a.sbv")])
def test_what_is_no_captions_is_told(text: str, name: str) -> None:
    with pytest.raises(DocumentError, match=r"cannot read a\.\w+: it is damaged: Invalid format"):
        extract(text, name)


@pytest.mark.parametrize(("name", "text"), [("a.srt", "1\n00:00:99 --> 9\nhello\n"), ("a.vtt", "WEBVTT\n\nhello\n")])
def test_what_has_no_captions_is_told(name: str, text: str) -> None:
    with pytest.raises(DocumentError, match="there are no captions in it"):
        read(io.BytesIO(text.encode()), name)
