"""The page as text; tests/bench/page.py opens it in a browser."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import NOTICE, Run
from hypothesis import given
from hypothesis import strategies as st

from bot import Bot
from bot.shell.page import page
from bot.shell.page.markup import Html, joined, tag

CLOSED = "When is the museum closed?"


class Elements(HTMLParser):
    """The elements of a page, and whether each that is opened is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((name, dict(attributes)))
        if name not in ("br", "input", "meta", "rect"):
            self.opened.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.opened.pop() == name


def elements(text: str, name: str) -> list[dict[str, str | None]]:
    read = Elements(text)
    assert read.opened == []
    return [attributes for found, attributes in read.found if found == name]


def test_text_is_escaped_unless_it_is_html() -> None:
    assert tag("p", "<b>", tag("b", "&"), ["'", Html("<i>")], title='"<', data_x=1, hidden=True, lang=None) == (
        '<p title="&quot;&lt;" data-x="1" hidden>&lt;b&gt;<b>&amp;</b>&#x27;<i></p>'
    )
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">'
    assert isinstance(joined("<"), Html)


def test_every_sentence_has_a_place_a_speaker_and_a_reason() -> None:
    said = {
        one["id"]: one for one in elements(page(Bot.from_text(NOTICE, "n")), "span") if (one.get("class") or "") == "s"
    }
    assert list(said) == [f"d1-{number}" for number in range(1, 7)]
    assert said["d1-3"]["data-why"] == "Said by Ada Brown: the text says so, “She promised” (“She” is Ada Brown)."
    assert said["d1-3"]["data-who"] == said["d1-2"]["data-who"] != said["d1-4"]["data-who"]
    assert said["d1-6"]["data-why"] == "The document itself."
    assert "data-who" not in said["d1-6"]
    assert said["d1-6"]["data-place"] == "n:7  ¶4"


def test_marks_of_emphasis_are_nobodys_words() -> None:
    shown = page(Bot.from_text("**Zoe Lind:** It rained _all_ night.\n\n**Bo Dahl:** Did it?\n", "talk.md"))
    assert ">It rained all night.</span>" in shown
    assert "labelled so, “Zoe Lind”" in shown


def test_links_lead_to_places_that_are_there() -> None:
    bot = Bot.from_text(NOTICE)
    refused = bot.ask("Who is Modi?")
    text = page(bot, [bot.ask(CLOSED), refused])
    names = {attributes["id"] for _, attributes in Elements(text).found if "id" in attributes}
    links = {attributes["href"] for attributes in elements(text, "a")}
    assert {f"#{name}" for name in names} >= links
    assert "#d1-6" in links
    assert [one["id"] for one in elements(text, "span") if one.get("class") == "s answer"] == ["d1-6"]
    assert refused.reason
    assert refused.reason in text


def test_the_draft_and_its_verdicts() -> None:
    bot = Bot.from_text(NOTICE)
    draft = Bot.from_text("“The ferry is <early>,” said Ada Brown. “We will mend them,” said Tom Reed.", "d").documents[
        0
    ]
    text = page(bot, (), draft, bot.verify(draft.text))
    assert [one["class"] for one in elements(text, "mark")] == ["altered", "verbatim"]
    assert "<del>early</del> <ins>late</ins>" in text
    assert "&lt;early&gt;" in text


def test_nothing_is_loaded_and_nothing_else_may_run() -> None:
    text = page(Bot.from_text(NOTICE))
    policy = next(one["content"] for one in elements(text, "meta") if one.get("http-equiv"))
    assert policy is not None
    for name in ("script", "style"):
        (inside,) = re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"\b(?:src|srcset|action|formaction|style|on\w+)=", text)
    assert not re.search(r"url\(|@import|https?:", text)


@given(st.text(alphabet="<>&\"'/!-]=; \n\x00\x1b\u202eaA.:", max_size=80))
def test_no_text_can_become_markup(text: str) -> None:
    hostile = f'"{text}</span><script>alert(1)</script>," said Ada <b>Brown</b>.'
    shown = page(Bot.from_text(hostile, text))
    assert len(elements(shown, "script")) == 1
    assert elements(shown, "b") == []


def test_a_page_is_written(run: Run, notice: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = run("-d", notice, "--html", str(out))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert out.read_text("utf-8") == page(Bot.read(notice))
    assert run("-d", notice, "--html", str(out), CLOSED).status == 0
    assert 'class="s answer"' in out.read_text("utf-8")
    assert run("-d", notice, "--html", str(out), "Who is Modi?").status == 1
    assert run("-d", notice, "--html", str(out), "--verify", notice).status == 0
    assert "The quotations of notice.txt" in out.read_text("utf-8")


@pytest.mark.parametrize(("path", "said"), [("", "no such file or directory"), (".", "is a directory")])
def test_a_page_that_cannot_be_written(run: Run, notice: str, path: str, said: str) -> None:
    done = run("-d", notice, "--html", path or "gone/page.html", CLOSED)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"bot: cannot write {path or 'gone/page.html'}: {said}\n"


def test_a_page_is_written_whole_or_not_at_all(
    run: Run, notice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, link = tmp_path / "page.html", tmp_path / "link.html"
    out.write_text("the page before")
    out.chmod(0o640)
    link.symlink_to(out)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.replace", full)
        done = run("-d", notice, "--html", str(link))
    assert done.err == f"bot: cannot write {link}: no space left on device\n"
    assert out.read_text() == "the page before"
    assert sorted(path.name for path in tmp_path.glob("*.*")) == sorted({Path(notice).name, out.name, link.name})
    assert run("-d", notice, "--html", str(link)).status == 0
    assert (link.is_symlink(), out.stat().st_mode & 0o777) == (True, 0o640)
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert run("-d", notice, "--html", "/dev/null").status == 0
