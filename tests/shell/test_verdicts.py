import json
import re
from pathlib import Path

import pytest
from conftest import NOTICE, Run
from jsonschema import Draft202012Validator

DRAFT = """# Storm

Ada Brown said: “The ferry is late.”

“The ferry is early,” said Ada Brown. “We will mend them,” said Ada Brown.

As Reed said:

> We will … them.

“Whales are larger than elephants.”
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return str(path)


def test_each_quotation_with_its_verdict(run: Run, notice: str, draft: str) -> None:
    done = run("--verify", draft, "-d", notice)
    assert done.out == (
        "draft.md:3  verbatim  Ada Brown\n"
        "  “The ferry is late.”\n"
        "  notice.txt:3  ¶2  Ada Brown, harbour master\n"
        "\n"
        "draft.md:5  altered  Ada Brown\n"
        "  The ferry is [-early-] {+late+}\n"
        "  notice.txt:3  ¶2  Ada Brown, harbour master\n"
        "\n"
        "draft.md:5  misattributed  Ada Brown\n"
        "  “We will mend them,”\n"
        "  notice.txt:5  ¶3  Tom Reed, fisherman\n"
        "\n"
        "draft.md:9  elided  Reed\n"
        "  We will {+mend+} them\n"
        "  notice.txt:5  ¶3  Tom Reed, fisherman\n"
        "\n"
        "draft.md:11  not found  Reed\n"
        "  “Whales are larger than elephants.”\n"
    )
    assert done.status == 1
    assert done.err == "5 quotations: 1 verbatim, 1 altered, 1 misattributed, 1 elided, 1 not found\n"


def test_as_lines_for_editors(run: Run, notice: str, draft: str) -> None:
    assert run("--verify", draft, "-d", notice, "--lines").out.splitlines()[1:3] == [
        f"{draft}:5:1: altered: Ada Brown: The ferry is [-early-] {{+late+}}",
        f"{draft}:5:43: misattributed: Ada Brown: “We will mend them,”",
    ]


def test_as_json(run: Run, notice: str, draft: str) -> None:
    schema = json.loads(run("--json-schema").out)
    strict = Draft202012Validator({**schema["$defs"]["verdict"], "$defs": schema["$defs"]})
    records = [json.loads(line) for line in run("--verify", draft, "-d", notice, "--json").out.splitlines()]
    for record in records:
        strict.validate(record)
        assert record["text"] == DRAFT[record["start"] : record["end"]]
        if record["quote"]:
            assert record["quote"]["text"] == NOTICE[record["quote"]["start"] : record["quote"]["end"]]
    assert [record["line"] for record in records] == [3, 5, 5, 9, 11]
    assert records[1]["difference"] == [
        {"draft": "The ferry is", "source": "The ferry is", "same": True},
        {"draft": "early", "source": "late", "same": False},
    ]


def test_the_status_is_good_when_all_hold(run: Run, notice: str) -> None:
    done = run("--verify", "-", "-d", notice, data="“The ferry is late,” Ada Brown said.".encode())
    assert (done.status, done.err) == (0, "1 quotation: 1 verbatim\n")
    assert done.out.startswith("stdin:1  verbatim  Ada Brown\n")
    done = run("--verify", "-", "-d", notice, data=b"No quotation.")
    assert (done.status, done.out, done.err) == (0, "", "0 quotations.\n")


def test_a_draft_cannot_act_on_the_terminal(run: Run, notice: str) -> None:
    done = run("--verify", "-", "-d", notice, data="“The ferry is \x1b[31mearly,” Ada\x1b Brown said.".encode())
    assert "\x1b" not in done.out
    assert "\x1b" not in run("--verify", "-", "-d", notice, "--lines", data="“The \x1b[31m,” Ada said.".encode()).out


@pytest.mark.parametrize("form", ["--color=never", "--lines", "--csv", "--markdown", "--html=page.html"])
def test_marks_of_emphasis_are_nobodys_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(
        "**Zoe Lind:** It rained _all_ night in [Bergen](http://b.no).\n\n**Bo Dahl:** Did it?\n"
    )
    Path("draft.md").write_text(
        "“It *rained* all night,” said Zoe Lind. “It _poured_ all night in **Bergen**,” said Lind."
    )
    done = run("--verify", "draft.md", "-d", "talk.md", form)
    verdicts = re.findall("<ol>(.*)</ol>", Path("page.html").read_text("utf-8"))[0] if "html" in form else done.out
    assert "It rained all night" in verdicts
    assert "poured" in verdicts
    assert not re.search(r"_\w|\*[a-z]|\]\(", verdicts)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--verify", "gone.md"], "cannot read gone.md: there is no such file or folder"),
        (
            ["--verify", "gone.md", "Who?"],
            "a list, a check and a file of questions take no question; leave one of them out",
        ),
        (["--verify", "a", "--speakers"], "--speakers: not allowed with argument --verify; see bot --help"),
    ],
)
def test_bad_input_is_told_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out, done.err) == (2, "", f"bot: {said}\n")
