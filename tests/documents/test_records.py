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


DUE, MORNING = "And when is the ferry due today?", "At seven in the morning, or so they say."
SAID = [("Ann Lee", LATE), ("Bob Ray", WHY), ("Ann Lee", DUE), ("Bob Ray", MORNING)]
TALK = "\n\n".join(f"{who}: {what}" for who, what in SAID)
CUT = ["the ferry that we came with is late,", "and it rains", "again."]
SIGNS = "船は遅れていて、雨が降っています。"
LONG = " ".join([LATE] * 40)
WORDS = [
    {"content": word, "start_time": str(at), "end_time": f"{at}.9"} for at, word in enumerate("Bob is late".split())
]
VOICES = [{"speaker": "Ann Lee", "start_time": 0}, {"speaker": "Bob Ray", "start_time": 2}]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ([{"name": who, "spoken": what} for who, what in SAID], TALK),
        ([{"name": who, "bio": what} for who, what in SAID[1:3]], f"{WHY}\n\n{DUE}"),
        ([{"title": "A ferry that came late", "story": what} for what in (LATE, DUE)], f"{LATE}\n\n{DUE}"),
        ([{"Q": DUE, "A": MORNING}, {"Q": "And why is it late today?", "A": LATE}],
         f"{DUE}\n\n{MORNING}\n\nAnd why is it late today?\n\n{LATE}"),
        ([{"author": "Ann Lee", "text": LONG}] * 2, f"{LONG}\n\n{LONG}"),
        ({"author": "Ann Lee", "content": LONG}, LONG),
        ([{"author": "Ann Lee", "title": "Late", "content": what} for what in (LATE, f"“I know,” he said. {LATE}")],
         f"{LATE}\n\n“I know,” he said. {LATE}"),
        ([{"author": "Ann Lee", "title": "Late again", "selftext": "I waited for an hour."}],
         "Ann Lee: I waited for an hour."),
        ([{"author": {"name": "ann_l", "nickname": "Ann Lee"}, "content": LATE}], f"Ann Lee: {LATE}"),
        ([{"user": {"first_name": "Ann", "last_name": "Lee", "id": 7}, "full_text": LATE}], f"Ann Lee: {LATE}"),
        ([{"sender_full_name": "Ann Lee", "sender_id": 7, "content": "<p>It is <b>late</b>,</p><p>and it rains.</p>"}],
         "Ann Lee: It is late,\nand it rains."),
        ([{"person_slug": "ann-lee", "speaker": "N/A", "text": "Rain &amp; wind &#8212; &c; again."}],
         "Ann Lee: Rain & wind — &c; again."),
        ([{"speaker": "Ann Lee", "text": [LATE, WHY]}], f"Ann Lee: {LATE} {WHY}"),
        ({"scene 1": [{"speaker": "Ann Lee", "line": LATE}], "scene 2": [{"speaker": "Bob Ray", "line": WHY}]}, TURNS),
        ({"1": {"speaker": "Ann Lee", "text": LATE}, "2": {"speaker": "Bob Ray", "text": WHY}}, TURNS),
        ([list(row) for row in SAID], TALK),
        ([{"answer": what, "sources": [{"text": LONG}]} for what in (LATE, MORNING)], f"{LATE}\n\n{MORNING}"),
        ([{"summary": LONG, "talk": [{"role": who, "message": what * 9} for who, what in SAID[2:]]}],
         f"Ann Lee: {DUE * 9}\n\nBob Ray: {MORNING * 9}"),
        ([{who: [what]} for who, what in SAID], TALK),
        ([{"user": "Ann Lee", "text": LATE}, {"user": "Bob Ray", "text": "?"}], f"Ann Lee: {LATE}\n\nBob Ray: ?"),
        ([LATE, DUE, MORNING], f"{LATE}\n\n{DUE}\n\n{MORNING}"),
        ([{"no": at, "content": SIGNS} for at in range(2)], f"{SIGNS}\n\n{SIGNS}"),
        ([{"code": f"B{len(line)}", "line": line} for line in ("Row on!", "Let go!")], "Row on!\n\nLet go!"),
        ({"words": [*WORDS, {"content": "."}], "labels": VOICES}, "Ann Lee: Bob is\n\nBob Ray: late."),
        ({"text": LATE, "cues": [{"start": at, "duration": 1, "text": text} for at, text in enumerate(CUT)]},
         " ".join(CUT)),
        ([{"time": f"0:0{at}", "text": text} for at, text in enumerate(CUT)], " ".join(CUT)),
        ([{"time": at, "text": text} for at, text in enumerate(["It is late", "It rains"])], "It is late\n\nIt rains"),
        ([{"from": at, "to": at + 1, "alternatives": [{"transcript": text, "confidence": 0.9}, {"transcript": "no"}]}
          for at, text in enumerate(CUT)], " ".join(CUT)),
    ],
    ids=["spoken", "bios", "titles", "questions", "articles", "article", "news", "post",
         "shown name", "two names", "markup", "slug", "sentences", "scenes", "ids",
         "rows", "sources", "talks", "one field", "marks", "strings", "signs", "stops", "voices", "durations", "cut",
         "lines", "guesses"],
)  # fmt: skip
def test_what_stands_in_fields_tells_what_they_are(data: Any, text: str) -> None:
    assert extract(data).text == text


@pytest.mark.parametrize(
    ("data", "start"),
    [
        ([{"text": LATE, "startTime": {"seconds": "61", "nanos": 500_000_000}}], 61.5),
        ([{"text": LATE, "words": [{"word": "The", "start": 61.5}]}], 61.5),
        ([{"text": LATE, "timestamps": [["The", 61.5, 62]]}], 61.5),
        ([{"text": LATE, "start_ms": 61_500}, {"text": WHY, "start_ms": 65_000}], 61.5),
        ([{"text": LATE, "Start time (seconds)": "61.5"}], 61.5),
        ([{"text": LATE, "timecode": "[00:01:01.5]"}], 61.5),
        ([{"text": LATE, "time": "00:01:01,5 --> 00:01:03,0"}], 61.5),
        ([{"text": LATE, "start": "00h01m01.5sec"}], 61.5),
        ([{"text": LATE, "offset": "PT1M1.5S"}], 61.5),
        ([{"text": LATE, "start_page": 61}, {"text": WHY, "start_page": 62}], None),
        ([{"text": LATE, "time": 9 - at} for at in range(8)], None),
        ([{"text": LATE, "start": 1_742_176_115.01}], None),
        ([{"text": LATE, "start": float("inf")}], None),
    ],
)
def test_times_are_seconds_since_the_beginning(data: Any, start: float | None) -> None:
    assert [seconds for _, seconds in extract(data).marks.times][:1] == ([] if start is None else [start])


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("", '{who},"{what}"\n'),
        ("Told on the pier,,\nSpeaker,Words,Tags\n", '{who}:,"{what}",\n'),
        ('"Text", "Author"\n"Text", "Author"\n', '"{what}", "{who}"\n'),
        ("Text|Author\n", "{what}|{who}\n"),
        ("Speaker,Text,,\n", '{who},"{what}",,\n'),
        ("Speaker,Text\n", "{who}, {what}\n"),
    ],
    ids=["without names", "below a note", "with spaces", "with bars", "with empty fields", "with commas"],
)
def test_rows_are_read_as_they_are_written(head: str, row: str) -> None:
    rows = "".join(row.format(who=who, what=what) for who, what in SAID)
    assert extract(head + rows, "a.csv").text == TALK


def test_a_sentence_is_no_name_of_a_field() -> None:
    assert extract(f'"{MORNING}"\n"{LATE}"\n', "a.csv").text == f"{MORNING}\n\n{LATE}"
    assert extract(f'Quote,,\n"{MORNING}",,\n"{LATE}",,\n', "a.csv").text == f"{MORNING}\n\n{LATE}"


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
    assert done.err.endswith("a.csv: there is no text in 'story': it has Plot, Notes\n")
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
        ("[]", "a.json", "there are no records in it"),
        ("null", "a.json", "there are no records in it"),
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
