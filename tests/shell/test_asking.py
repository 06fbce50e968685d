from pathlib import Path

import pytest
from conftest import Run


@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("q.txt", "When is the museum closed?\r\n\r\n  Who is late?  \n", ["", ""]),
        ("q.csv", 'question\n"When is the museum closed?"\n"Who is late?"\n', ["", ""]),
        ("q.CSV", '\ufeffid,question\n7,"When is the\nmuseum closed?"\n,Who is late?\n', ["[7] ", ""]),
        ("q.jsonl", '"When is the museum closed?"\n\n{"question": "Who is late?", "id": 8}\n', ["", "[8] "]),
    ],
)
def test_questions_of_a_file(run: Run, notice: str, tmp_path: Path, name: str, text: str, ids: list[str]) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8", newline="")
    done = run("-d", notice, "--questions", str(path))
    named = [line for line in done.out.splitlines() if line.startswith("? ")]
    assert named == [f"? {ids[0]}When is the museum closed?", f"? {ids[1]}Who is late?"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("q.csv", b"a,b\n1,2\n", "q.csv has no column that is called question"),
        ("q.csv", b"", "q.csv has no column that is called question"),
        ("q.jsonl", b'"Who?"\n{"q": 1}\n', "q.jsonl:2 has no question"),
        ("q.jsonl", b"{\n", "q.jsonl:1 is no JSON"),
        ("q.txt", b"\n", "there is no question in q.txt"),
        ("q.txt", b"Who\xff?\n", "cannot read q.txt: it is not UTF-8"),
        ("gone.txt", None, "cannot read gone.txt: there is no such file or folder"),
        (".", None, "cannot read .: is a directory"),
    ],
)
def test_what_is_no_file_of_questions(
    run: Run, notice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes | None, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path(name).write_bytes(data)
    done = run("-d", notice, "--questions", name)
    assert (done.status, done.out, done.err) == (2, "", f"bot: {said}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--all"], "--all takes a question or --speaker NAME"),
        (
            ["--questions", "q", "Who?"],
            "a list, a check and a file of questions take no question; leave one of them out",
        ),
        (["-d", "-", "--verify", "-"], "stdin is taken already; the document must be a file or a folder"),
        (["-d", "-", "--mcp"], "stdin is taken already; the document must be a file or a folder"),
        (["--csv", "--markdown", "Q"], "--markdown: not allowed with argument --csv; see bot --help"),
        (["--html", "p.html", "--json", "Q"], "--json: not allowed with argument --html; see bot --help"),
        (["--speakers", "--questions", "q"], "--questions: not allowed with argument --speakers; see bot --help"),
    ],
)
def test_options_that_make_no_sense_together(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out, done.err) == (2, "", f"bot: {said}\n")


def test_progress_of_many_questions(run: Run, notice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.shell import world

    seconds = iter(range(0, 1000, 2))
    monkeypatch.setattr(world, "monotonic", lambda: next(seconds))
    path = tmp_path / "q.txt"
    path.write_text("When is the museum closed?\nWho is late?\n")
    assert run("-d", notice, "--questions", str(path), terminal="stderr").err == (
        "\rReading 1/1 files, 6 sentences\x1b[K\r\x1b[K\rAsking 1\x1b[K\rAsking 2\x1b[K\r\x1b[K"
    )
