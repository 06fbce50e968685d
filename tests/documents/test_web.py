import io
import sys
from pathlib import Path

import pytest

from bot import Bot
from bot.documents import Extract
from bot.documents.readers import read
from bot.errors import DocumentError

FERRY = "The ferry will sail at {} o'clock, because the storm has passed and the harbour is open again."
FERRIES = "".join(f"<p>{FERRY.format(hour)}</p>" for hour in range(1, 9))
AROUND = """<!doctype html><html><head><title>Harbour news</title>
<meta property="article:published_time" content="2021-05-03T10:00:00Z"><meta name="author" content="Tom Reed">
<style>p {{ color: red }}</style></head><body>
<nav><a href="/">Home</a> <a href="/b">About us</a></nav><div class="cookie-banner">We use cookies.</div>
<main><article>{}</article></main><aside>Read more: ten ships</aside><footer>© 2020 The Post</footer>
<script>var x = "Ann";</script></body></html>"""


def extract(page: str | bytes) -> Extract:
    return read(io.BytesIO(page if isinstance(page, bytes) else page.encode()), "a.html")


def text(article: str) -> str:
    """The text of an article on a page with much around it; without what all of them have."""
    found = extract(AROUND.format(article + FERRIES)).text
    return found.removeprefix("By Tom Reed\n\n").partition(f"\n\n{FERRY.format(1)}\n\n")[0]


@pytest.mark.parametrize(
    ("article", "read"),
    [
        (
            "<p><strong>ANN LEE:</strong> Good morning, and welcome.</p><p><b>BOB RAY</b>: Thank you.</p>",
            "ANN LEE: Good morning, and welcome.\n\nBOB RAY: Thank you.",
        ),
        (
            "<dl><dt>Ann Lee</dt><dd>Good morning, and welcome.</dd><dt>Bob Ray</dt><dd>Thank\n you.</dd></dl>",
            "Ann Lee\nGood morning, and welcome.\n\nBob Ray\nThank you.",
        ),
        (
            "<p>ANN LEE: Good morning.<br>BOB RAY: Thank you.<br/>ANN LEE: Yes.</p>",
            "ANN LEE: Good morning.\nBOB RAY: Thank you.\nANN LEE: Yes.",
        ),
        (
            "<ul><li><b>Ann Lee</b>: Good morning.</li><li><b>Bob Ray</b>: Thank you.</li></ul>",
            "Ann Lee: Good morning.\n\nBob Ray: Thank you.",
        ),
        (
            "<p>Prices:</p><table><tr><th>Ship</th><th>Sails</th></tr><tr><td>Ada</td><td>at noon</td></tr></table>",
            "Prices:\n\nShip\tSails\n\nAda\tat noon",
        ),
        (
            "<p>“The <em>pier</em> is re&shy;pair&shy;ed,” said <a href=x>Ann Lee</a>, the <i>mayor</i> &amp; so.</p>",
            "“The pier is repaired,” said Ann Lee, the mayor & so.",
        ),
    ],
)
def test_the_text_of_a_page(article: str, read: str) -> None:
    assert text(article) == read


def test_title_date_and_author() -> None:
    found = extract(AROUND.format(FERRIES))
    assert (found.title, found.date) == ("Harbour news", "2021-05-03")
    assert found.text.split("\n\n")[0] == "By Tom Reed"
    assert not found.own_lines


def test_who_speaks_on_a_page(tmp_path: Path) -> None:
    turns = "".join(f"<dt>{name}</dt><dd>{FERRY.format(name)}</dd>" for name in ("Ann Lee", "Bob Ray") * 3)
    (tmp_path / "talk.html").write_text(AROUND.format(f"<dl>{turns}</dl>"))
    speakers = [one.speaker.name for one in Bot.read(tmp_path / "talk.html").sentences if one.speaker]
    assert speakers == ["Ann Lee", "Bob Ray"] * 3


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>Ann Lee said it rained.</p>", "Ann Lee said it rained."),
        ("<p>ANN: Yes.<br>BOB: No.</p><nav>Home</nav><!-- note --><div>ANN: Why?", "ANN: Yes.\nBOB: No.\n\nANN: Why?"),
        ("<pre>ANN: Yes.\n\nBOB: No.\n</pre>", "ANN: Yes.\n\nBOB: No."),
        ("<div>" * 300 + "<p>It rained.", "It rained."),
        ("<p>ANN: Yes. <a style='display:none' href=#1>#</a></p><p>BOB: No.", "ANN: Yes.\n\nBOB: No."),
    ],
)
def test_all_of_a_page_with_little_text(page: str, read: str) -> None:
    assert extract(page).text == read


TALK = (
    ("Ann Lee", "Is the pier open again?"),
    ("Bob Ray", "It opens at noon, when the tide is out and the crew is back."),
)
ROW = "".join(f"<div class='{{0}}'><b>{name}</b>: {words}</div>" for name, words in TALK * 9)
SAID = "\n\n".join(f"{name}: {words}" for name, words in TALK * 9)


@pytest.mark.parametrize("kind", ["comment", "comment more", "message default", "related", "slide"])
def test_what_most_of_a_page_is_called_does_not_matter(kind: str) -> None:
    page = (
        f"<html><nav>Home</nav><h1>Minutes</h1><div><div class=notes>{ROW.format(kind)}</div></div><footer>©</footer>"
    )
    assert extract(page).text.removeprefix("Minutes\n\n") == SAID


def test_what_readers_answer_below_an_article_is_left_out() -> None:
    page = AROUND.format(FERRIES) + f"<div id=comments><div>{ROW.format('comment') * 9}</div></div>"
    assert "tide" not in extract(page).text


@pytest.mark.parametrize(
    "data",
    [
        "<p>The café — open.".encode(),
        "<p>The café — open.".encode("utf-16"),
        "<meta charset=iso-8859-15><p>The café — open.".replace("—", "€").encode("iso-8859-15"),
        "<p>The café — open.".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>The café — open.".encode("cp1252"),
        "<?xml version='1.0' encoding='windows-1252'?><html><p>The café — open.</p></html>".encode("cp1252"),
        "<meta charset=utf-8><p>The café — open.".encode("cp1252"),
        "<meta charset=nonsense><p>The café — open.".encode("cp1252"),
    ],
)
def test_pages_in_any_encoding(data: bytes) -> None:
    assert extract(data).text.replace("€", "—") == "The café — open."


def test_one_bad_byte_makes_no_other_alphabet() -> None:
    found = extract("<p>“The café is open,” said Ann.".encode().replace(b"open", b"o\xffpen"))
    assert found.text == "“The café is o\ufffdpen,” said Ann."
    assert found.warning is not None


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "<p>It rained.",
        "<b>" * 100_000 + "It rained.",
        "<html></html>",
        "<script>It rained.</script>",
    ],
)
def test_pages_without_text_and_without_bottom(page: str) -> None:
    with pytest.raises(DocumentError, match=r"there is no text in it, or it is nested too deep|it is damaged"):
        extract(page)


def test_a_page_may_be_long() -> None:
    page = "".join(f"<p>{FERRY.format(number)}</p>" for number in range(10_000))
    assert extract(page).text.count("\n\n") == 9_999


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a"])
def test_a_page_kept_as_text_is_read_as_a_page(name: str, mark: str) -> None:
    header = "---\ntitle: The pier\nauthor: Tom Reed\n---\n"
    body = '\n<p>"It <em>leaks</em>," said <a href="/lee">Ann Lee</a>.</p>\n\n<p>Nobody was hurt &amp; all left.</p>\n'
    page = read(io.BytesIO((mark + header + body).encode()), name)
    assert page.text == f'{header}\n"It leaks," said Ann Lee.\n\nNobody was hurt & all left.'
    assert (page.title, page.own_lines) == ("The pier", False)
    assert read(io.BytesIO(f"<html><body>{body}</body></html>".encode()), name).text.startswith('"It leaks,"')


def test_a_page_kept_as_text_says_what_it_is_where_the_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.delitem(sys.modules, "bot.documents.web", raising=False)
    with pytest.raises(DocumentError, match=r"it is a web page kept as text: it needs the extra html: pip install"):
        read(io.BytesIO(b"<p>It leaks.</p>"), "a.md")


def test_markdown_with_a_logo_stays_markdown() -> None:
    text = '<p align="center"><img src="a.png"></p>\n\n# The pier\n\n' + "It **leaks**, said Ann Lee.\n" * 9
    assert read(io.BytesIO(text.encode()), "a.md").text == text
