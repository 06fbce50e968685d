"""Each format: answers, sentences, speakers (verdicts are in test_verdicts)."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Run
from jsonschema import Draft202012Validator

CLOSED = "When is the museum closed?"
MASTS = "What about the masts?"


@pytest.fixture
def asked(tmp_path: Path) -> str:
    path = tmp_path / "questions.csv"
    path.write_text(f'ID,Topic,Question\nq1,dry,"{CLOSED}"\nq2,wet,Who is Modi?\n,,\nq3,wet,{MASTS}\n', "utf-8-sig")
    return str(path)


def test_text_names_the_questions(run: Run, notice: str, asked: str) -> None:
    done = run("-d", notice, "-k", "1", "--questions", asked)
    assert done.out == (
        f"? [q1] {CLOSED}\n"
        "The document itself\n"
        "  “The museum is closed on Mondays.”\n"
        "  [1] notice.txt:7  ¶4\n"
        "\n"
        f"? [q3] {MASTS}\n"
        "Tom Reed, fisherman (reported)\n"
        "  “Tom Reed, a fisherman, said the storm had broken two masts.”\n"
        "  [1] notice.txt:5  ¶3\n"
    )
    assert done.err.startswith("“[q2] Who is Modi?” ")
    assert done.status == 0


def test_json_has_the_ids(run: Run, notice: str, asked: str) -> None:
    records = [json.loads(line) for line in run("-d", notice, "--json", "--questions", asked).out.splitlines()]
    assert [(record["id"], record["answered"]) for record in records] == [("q1", True), ("q2", False), ("q3", True)]
    schema = json.loads(run("--json-schema").out)
    counted = Draft202012Validator({**schema["$defs"]["counted"], "$defs": schema["$defs"]})
    for line in run("-d", notice, "--json", "--speakers").out.splitlines():
        counted.validate(json.loads(line))
    assert {json.loads(line)["schema"] for line in run("-d", notice, "--json", "--sentences").out.splitlines()} == {1}


def test_csv_has_a_row_a_quote(run: Run, notice: str, asked: str) -> None:
    done = run("-d", notice, "-k", "1", "--csv", "--questions", asked)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["id"], row["answered"], row["speaker"]) for row in rows] == [
        ("q1", "yes", ""),
        ("q2", "no", None),
        ("q3", "yes", "Tom Reed"),
    ]
    assert rows[2]["text"] == "Tom Reed, a fisherman, said the storm had broken two masts."
    assert (rows[2]["document"], rows[2]["line"]) == ("notice.txt", "5")
    assert run("-d", notice, "--csv", "--speakers").out == (
        "speaker,title,aliases,sentences,first document,first line,last document,last line,"
        "first page,last page,first time,last time\n"
        "Ada Brown,harbour master,,2,notice.txt,3,notice.txt,3,,,,\n"
        "Tom Reed,fisherman,,2,notice.txt,5,notice.txt,5,,,,\n"
    )
    sentences = list(csv.DictReader(io.StringIO(run("-d", notice, "--csv", "--sentences").out)))
    assert [row["number"] for row in sentences] == ["1", "2", "3", "4", "5", "6"]


def test_a_spreadsheet_is_given_no_formula(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sums.txt"
    path.write_text('=HYPERLINK("x") is what the museum sums up.\n\n-1+1 is closed.\n')
    cells = [row["text"] for row in csv.DictReader(io.StringIO(run("-d", str(path), "--csv", "--sentences").out))]
    assert cells == ['\'=HYPERLINK("x") is what the museum sums up.', "'-1+1 is closed."]


def test_markdown_quotes(run: Run, notice: str, asked: str) -> None:
    assert run("-d", notice, "-k", "1", "--markdown", CLOSED).out == (
        "> The museum is closed on Mondays.\n\n**The document itself**, notice.txt:7 ¶4\n"
    )
    both = "What did Reed say about the masts and what did Brown say about whales?"
    assert run("-d", notice, "-k", "1", "--markdown", both).out.endswith(
        "\n\nAda Brown says nothing of that in the document.\n"
    )
    assert "## \\[q3\\] What about the masts?\n" in run("-d", notice, "--markdown", "--questions", asked).out
    assert run("-d", notice, "--markdown", "--speakers").out.splitlines()[2] == (
        "| Ada Brown, harbour master | 2 | notice.txt:3 ¶2 | notice.txt:3 ¶2 |"
    )
    assert run("-d", notice, "--markdown", "--sentences", "--speaker", "Reed").out.count("\n\n> ") == 1


def test_signs_of_markdown_in_a_document_are_shown_as_they_are(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "signs.txt"
    path.write_text("The museum | is closed * on Mondays <b>_for_</b> [all](x).")
    done = run("-d", str(path), "--markdown", "What is closed?")
    assert done.out.startswith("> The museum \\| is closed \\* on Mondays \\<b\\>for\\</b\\> all.\n")


def test_lines_of_speakers_are_where_they_begin(run: Run, notice: str) -> None:
    assert run("-d", notice, "--lines", "--speakers").out.splitlines()[1] == (
        f"{notice}:5:1: Tom Reed: Tom Reed, a fisherman, said the storm had broken two masts."
    )


def test_a_list_shows_labels_and_leaves_out_what_has_no_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(
        "From: Ann Lee <a@b.example>\nSubject: Ferry\n\nI know.\n\nBob Ray wrote:\n> It is late\n>\n> again.\n"
    )
    assert run("-d", str(tmp_path / "a.eml"), "--lines", "--sentences").out.splitlines() == [
        f"{tmp_path}/a.eml:1:1: From: Ann Lee",
        f"{tmp_path}/a.eml:2:1: Subject: Ferry",
        f"{tmp_path}/a.eml:4:1: Ann Lee: I know.",
        f"{tmp_path}/a.eml:6:1: Bob Ray wrote:",
        f"{tmp_path}/a.eml:7:1: Bob Ray: It is late",
        f"{tmp_path}/a.eml:9:1: Bob Ray: again.",
    ]


def test_columns_of_lines_are_bytes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_text("Is “Œuvre” late? The museum is closed.")
    assert run("-d", str(path), "--lines", "--sentences").out.splitlines()[1] == f"{path}:1:23: The museum is closed."


def test_all_that_somebody_says(run: Run, notice: str) -> None:
    done = run("-d", notice, "--all", "--speaker", "Reed", "--speaker", "Ada Brown")
    assert [line for line in done.out.splitlines() if line.startswith("  [")] == [
        "  [1] notice.txt:3  ¶2",
        "  [2] notice.txt:3  ¶2",
        "  [3] notice.txt:5  ¶3",
        "  [4] notice.txt:5  ¶3",
    ]
    record = json.loads(run("-d", notice, "--all", "--speaker", "Reed", "--json").out)
    assert record["understood"]["speakers"] == ["Tom Reed"]
    assert len(record["quotes"]) == 2
    Draft202012Validator(json.loads(run("--json-schema").out)).validate(record)
    few = run("-d", notice, "-k", "1", "--lines", "the masts and the storm").out.count("\n")
    assert run("-d", notice, "-k", "1", "--all", "--lines", "the masts and the storm").out.count("\n") > few


def test_speakers_as_a_table(run: Run, notice: str) -> None:
    assert run("-d", notice, "--speakers").out == (
        "Ada Brown, harbour master  2 ██████████  50%  notice.txt:3  ¶2\n"
        "Tom Reed, fisherman        2 ██████████  50%  notice.txt:5  ¶3\n"
    )


def test_from_where_to_where_somebody_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>The pier leaks.\n\n"
        "00:03.000 --> 00:04.000\n<v Bob Ray>It does.\n\n00:05.000 --> 00:06.000\n<v Ann Lee>It is old.\n"
    )
    ann, bob = run("-d", str(tmp_path / "a.vtt"), "--speakers").out.splitlines()
    assert ann.endswith("  a.vtt at 00:00:01 to 00:00:05")
    assert bob.endswith("  a.vtt at 00:00:03")
    table = run("-d", str(tmp_path / "a.vtt"), "--speakers", "--csv").out.splitlines()
    assert table[1] == "Ann Lee,,,2,a.vtt,1,a.vtt,5,,,1.0,5.0"
    (tmp_path / "b.json").write_text(json.dumps([{"speaker": "Ann Lee", "text": "It is wet."}] * 999))
    shares = [line.split("%")[0].split()[-1] for line in run("-d", str(tmp_path), "--speakers").out.splitlines()]
    assert shares == ["100", "<1"]
