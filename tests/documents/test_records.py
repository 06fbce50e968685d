import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from bot import Bot
from bot.documents import Extract
from bot.documents.readers import read
from bot.errors import DocumentError

LATE, WHY = "The ferry is late, and it rains.", "Why is it late?"
TURNS = f"Ann Lee: {LATE}\n\nBob Ray: {WHY}"


def extract(data: Any, name: str = "a.json", text_field: str | None = None) -> Extract:
    text = data if isinstance(data, str) else json.dumps(data)
    return read(io.BytesIO(text.encode()), name, text_field)


@pytest.mark.parametrize(
    ("data", "times"),
    [
        ([{"speaker": "Ann Lee", "text": LATE}, {"speaker": "Bob Ray", "text": WHY}], []),
        (
            {"segments": [
                {"id": 0, "start": 0.0, "end": 2.5, "text": " The ferry is late,", "speaker": "Ann Lee"},
                {"id": 1, "start": 2.5, "end": 4.0, "text": " and it rains.", "speaker": "Ann Lee"},
                {"id": 2, "start": 4.25, "end": 6.0, "text": f" {WHY}", "speaker": "Bob Ray"},
            ], "language": "en"},
            [0.0, 2.5, 4.25],
        ),
        (
            {"speakers": [{"id": 7, "name": "Ann Lee"}, {"id": 8, "name": "Bob Ray"}], "monologues": [
                {"speaker": 7, "elements": [
                    {"type": "text", "value": "The ferry is late", "ts": 0.5}, {"type": "punct", "value": ", "},
                    {"type": "text", "value": "and it rains"}, {"type": "punct", "value": "."},
                ]},
                {"speaker": 8, "elements": [{"type": "text", "value": WHY}]},
            ]},
            [0.5],
        ),
        (
            [
                {"type": "message", "user": "U1", "text": LATE, "ts": "1512085950.000216",
                 "user_profile": {"real_name": "Ann Lee", "name": "ann"}},
                {"type": "message", "user": "U2", "text": WHY, "ts": "1512085960.000216",
                 "user_profile": {"real_name": "Bob Ray", "name": "bob"}},
            ],
            [],
        ),
        (
            {"utterances": [
                {"speaker": "Ann Lee", "text": LATE, "start": 1240, "end": 5120},
                {"speaker": "Bob Ray", "text": WHY, "start": 5900, "end": 7000},
            ]},
            [1.24, 5.9],
        ),
        (
            {"results": [
                {"speakerLabel": "Ann Lee", "startTime": "1.500s", "alternatives": [
                    {"transcript": LATE, "confidence": 0.9}, {"transcript": "The fairy is late", "confidence": 0.1},
                ]},
                {"speakerLabel": "Bob Ray", "startTime": "4s", "alternatives": [
                    {"transcript": WHY, "confidence": 0.8},
                ]},
            ]},
            [1.5, 4.0],
        ),
        (
            {"messages": [
                {"from": "Ann Lee", "text": ["The ferry ", {"type": "b", "text": "is late"}, ", and it rains."]},
                {"id": 2, "from": "Bob Ray", "text": WHY, "date": "2021-05-03T10:00:00"},
            ]},
            [],
        ),
        (
            [{"Start Time": "00:01:02.5", "Speaker": "Ann Lee", "Transcript": LATE},
             {"Start Time": "01:00:03", "Speaker": "Bob Ray", "Transcript": WHY}],
            [62.5, 3603.0],
        ),
    ],
    ids=["plain", "whisper", "rev", "slack", "milliseconds", "guesses", "parts", "clock"],
)  # fmt: skip
def test_a_speaker_and_a_text_are_turns_without_being_told(data: Any, times: list[float]) -> None:
    found = extract(data)
    assert found.text == TURNS
    assert [found.text[start:end] for start, end in found.marks.labels] == ["Ann Lee", "Bob Ray"]
    assert [seconds for _, seconds in found.marks.times] == times
    assert not found.own_lines


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_are_records(delimiter: str) -> None:
    rows = [["Time", "Name", "Message"], ["0:05", "Ann Lee", f'"{LATE}"'], ["0:09", "Bob Ray", f'"{WHY}"']]
    found = extract("\ufeff" + "\r\n".join(map(delimiter.join, rows)), "a.csv")
    assert found.text == TURNS
    assert [seconds for _, seconds in found.marks.times] == [5.0, 9.0]


def test_one_record_a_line() -> None:
    lines = [
        json.dumps({"speaker": "Ann Lee", "text": LATE}),
        "",
        "{torn",
        "7",
        json.dumps({"speaker": "Bob Ray", "text": WHY}),
    ]
    found = extract("\n".join(lines), "a.jsonl")
    assert found.text == TURNS
    assert found.warning == "2 of its lines are no JSON objects"
    assert extract("\n".join([lines[0], lines[-1]]), "a.json").text == TURNS


def test_numbers_of_voices_are_speakers() -> None:
    data = [{"speaker": 0, "text": LATE}, {"speaker": "B", "text": WHY}, {"speaker": None, "text": "Who?"}]
    found = extract(data)
    assert found.text == f"Speaker 0: {LATE}\n\nSpeaker B: {WHY}\n\nWho?"
    assert [found.text[start:end] for start, end in found.marks.labels] == ["Speaker 0", "Speaker B", ""]


def test_words_one_by_one_are_running_text() -> None:
    words = [{"word": word, "start": n / 2, "end": (n + 1) / 2} for n, word in enumerate(f"{LATE} {WHY}".split())]
    assert extract({"words": words}).text == f"{LATE} {WHY}"


def test_words_of_each_speaker_stay_theirs() -> None:
    both = {"Ann Lee": LATE, "Bob Ray": WHY}
    data = [{"speaker": who, "words": [{"word": f" {word}"} for word in text.split()]} for who, text in both.items()]
    assert extract(data).text == f"Ann Lee: {LATE}\n\nBob Ray: {WHY}"
    assert extract(f'speaker,timestamp,words\nAnn Lee,0:00,"{LATE}"\n', "a.csv").text == f"Ann Lee: {LATE}"


def test_the_array_with_most_text_is_read() -> None:
    data = {"title": "Harbour", "notes": [{"text": WHY}], "log": {"posts": [{"text": f"{LATE} " * 3}] * 2}}
    found = extract(data)
    assert found.text == "\n\n".join([f"{LATE} {LATE} {LATE}"] * 2)
    assert found.title == "Harbour"


def test_the_field_of_other_text_is_named(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text(
        f'Plot,Notes\n"{LATE}","Told in one word or more, and long."\n"{WHY}",Nobody ever asked for that one.\n'
    )
    done = run("-d", str(tmp_path / "a.csv"), "What is late?")
    assert done.status == 2
    assert done.err.endswith("a.csv: name the field of its text with --text-field: it has Plot, Notes\n")
    done = run("-d", str(tmp_path / "a.csv"), "--text-field", "plot", "-k", "1", "Is the ferry late?")
    assert done.out == f"The document itself\n  “{LATE}”\n  [1] a.csv  ¶1\n"
    done = run("-d", str(tmp_path / "a.csv"), "--text-field", "story", "What is late?")
    assert done.err.endswith("a.csv: there is no text in 'story' with --text-field: it has Plot, Notes\n")
    assert Bot.read(tmp_path / "a.csv", text_field="Plot").documents[0].text == f"{LATE}\n\n{WHY}"


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        ("{", "a.json", "it is damaged: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ('{"name": "bot", "version": [1, 2]}', "a.json", "name the field of its text with --text-field"),
        ("[" * 100_000, "a.json", "it is nested too deep"),
        ('{"a":' * 100_000, "a.jsonl", "it is nested too deep"),
        ("7\n8", "a.jsonl", "no line of it is a JSON object"),
        ("1" * 5000, "a.json", "it is damaged: Exceeds the limit"),
        ('a,b\n"' + "x" * (17 << 20), "a.csv", "it is damaged: field larger than field limit (16777216)"),
        ("no header", "a.csv", "name the field of its text with --text-field"),
    ],
)
def test_what_is_no_record_is_told(data: str, name: str, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        extract(data, name)
    assert raised.value.reason.startswith(reason)


def test_many_and_odd_records_are_no_fault() -> None:
    assert extract([{"text": LATE, "speaker": {"deep": [1]}}, {"text": {"a": 1}}, {"text": [None, 3]}, 7]).text
    assert extract([[[{"text": LATE * 3}]] for _ in range(20_000)]).text.count(LATE) == 60_000
