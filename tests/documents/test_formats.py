"""The same article in every format: the same sentences up to white space, and the same speakers."""

import html
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import webvtt
from fpdf import FPDF

from bot import Bot
from bot.documents import bundled

ARTICLE = next(Path(bundled()).glob("*.txt")).read_text("utf-8")
PARAGRAPHS = ARTICLE.split("\n\n")


def as_markdown(path: Path) -> None:
    path.write_text("---\nlang: en\n---\n\n" + ARTICLE, "utf-8")


def as_docx(path: Path) -> None:
    document = docx.Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(str(path))


def as_vtt(path: Path) -> None:
    """Six words a cue, a pause behind each paragraph."""
    captions = webvtt.WebVTT()
    now = 0.0
    for paragraph in PARAGRAPHS:
        words = paragraph.split()
        for at in range(0, len(words), 6):
            times = (webvtt.models.Timestamp.from_seconds(now), webvtt.models.Timestamp.from_seconds(now + 2))
            captions.captions.append(webvtt.Caption(*map(str, times), " ".join(words[at : at + 6])))
            now += 2
        now += 3
    captions.save(str(path))


def as_pdf(path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    for paragraph in PARAGRAPHS:
        pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))


def as_html(path: Path) -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "News", "Contact"))
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in PARAGRAPHS)
    path.write_text(
        f"<!doctype html><html><head><title>Anniversary</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<div class='cookie'>We use cookies. <button>Accept</button></div><main><article>{body}</article></main>"
        "<footer>© 2021 The Ministry. All rights reserved.</footer></body></html>",
        "utf-8",
    )


def as_eml(path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "Press Office <press@example.org>", "news@example.org"
    message["Subject"], message["Date"] = "Anniversary", "Fri, 21 May 2021 10:00:00 +0800"
    message.set_content(ARTICLE)
    path.write_bytes(bytes(message))


WRITERS: dict[str, Callable[[Path], None]] = {
    "md": as_markdown,
    "docx": as_docx,
    "vtt": as_vtt,
    "pdf": as_pdf,
    "html": as_html,
}


def told(bot: Bot) -> list[tuple[str, str | None, str]]:
    """Each sentence with its speaker and kind; without what a format adds."""
    return [
        (" ".join(one.words.split()), one.speaker and one.speaker.name, one.kind)
        for one in bot.sentences
        if one.paragraph is not None
    ]


@pytest.mark.parametrize("ending", WRITERS)
def test_the_article_is_the_same_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"article.{ending}"
    WRITERS[ending](path)
    bot = Bot.read(path)
    assert told(bot) == told(Bot.from_text(ARTICLE))
    assert all(one.document.text[one.start : one.end] == one.text for one in bot.sentences)
