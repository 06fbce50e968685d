import io
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from fpdf import FPDF

from bot import Bot
from bot.documents import Extract, Source, pages
from bot.documents import apart as apart_module
from bot.documents.apart import apart
from bot.documents.readers import read
from bot.errors import DocumentError
from bot.shell.painting import plain
from bot.shell.render import quote_lines

FERRY = (
    "The ferry to the islands will not sail before noon on Monday, the harbour master said, since the storm of the "
    "night has torn a mooring and two of the masts, and the divers who must look at the hull are still on their way. "
)


class Paper(FPDF):
    """Pages with a running head and a number."""

    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 8, "Harbour Board, minutes", align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=9)
        self.cell(0, 8, f"Page {self.page_no()} of 9", align="C")


def paper(*paragraphs: str, kind: type[FPDF] = FPDF, width: float = 0) -> FPDF:
    pdf = kind()
    pdf.add_page()
    for paragraph in paragraphs:
        pdf.set_font("Helvetica", size=11)
        pdf.multi_cell(width, 5, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    return pdf


def extract(pdf: FPDF) -> Extract:
    return read(io.BytesIO(bytes(pdf.output())), "a.pdf")


def test_lines_are_put_together_to_paragraphs() -> None:
    found = extract(paper("Harbour notice", FERRY * 2, "ANN LEE: Is it safe?", "BOB RAY: " + FERRY))
    assert found.text.split("\n\n") == [
        "Harbour notice",
        (FERRY * 2).strip(),
        "ANN LEE: Is it safe?",
        "BOB RAY: " + FERRY.strip(),
    ]
    assert found.title == "Harbour notice"
    assert not found.own_lines


def test_turns_need_no_space_between_them() -> None:
    pdf = paper()
    for turn in ("ANN LEE: Is it safe to sail?", "BOB RAY: " + FERRY, "ANN LEE: " + FERRY * 2, "BOB RAY: Yes."):
        pdf.set_font("Helvetica", size=11)
        pdf.multi_cell(0, 5, turn, new_x="LMARGIN", new_y="NEXT")
    assert [paragraph[:8] for paragraph in extract(pdf).text.split("\n\n")] == ["ANN LEE:", "BOB RAY:"] * 2


def test_columns_and_lists() -> None:
    pdf = paper()
    with pdf.text_columns(ncols=2, gutter=9, text_align="LEFT") as columns:
        pdf.set_font("Helvetica", size=11)
        columns.write(FERRY * 12 + "\n\nThe end.")
    assert extract(pdf).text.split("\n\n") == [(FERRY * 12).strip(), "The end."]
    items = paper("1. " + FERRY + "\n2. It rains.\n3. " + FERRY)
    assert extract(items).text.split("\n\n") == ["1. " + FERRY.strip(), "2. It rains.", "3. " + FERRY.strip()]


def test_furniture_is_left_out_and_pages_are_counted() -> None:
    source = random.Random(3)  # noqa: S311 - always the same words
    points = [f"Point {n} is " + " ".join(source.choices(FERRY.split(), k=60)).lower() + "." for n in range(30)]
    found = extract(paper(*points, kind=Paper))
    assert found.text.count("Harbour Board, minutes") == 1, "where it stands first it may be a title"
    assert "of 9" not in found.text
    assert found.text.split("\n\n")[1:] == points
    assert len(found.marks.pages) == 3
    assert found.marks.pages[0] == 0
    assert list(found.marks.pages) == sorted(set(found.marks.pages))


def test_a_quote_is_cited_by_its_page(tmp_path: Path, run: Run) -> None:
    pdf = paper(*[FERRY * 3] * 30, '"The pier is old," said Ada Brown.', kind=Paper)
    pdf.output(str(tmp_path / "minutes.pdf"))
    bot = Bot.read(tmp_path / "minutes.pdf")
    last = bot.sentences[-1]
    assert last.speaker is not None
    assert (last.speaker.name, last.page) == ("Ada Brown", len(bot.documents[0].marks.pages))
    done = run("-d", str(tmp_path / "minutes.pdf"), "-k", "1", "What is old?")
    assert done.out.endswith(f"  [1] minutes.pdf  p. {last.page}\n")


def test_words_broken_at_the_end_of_a_line_are_found_whole() -> None:
    pdf = paper("The gov\u00adern\u00adment said that it re\u00adpairs the bridge.", width=30)
    found = extract(pdf)
    assert found.text == "The govern\u00adment said that it repairs the bridge."
    quotes = Bot.from_text(found.text).ask("Which government says so?", k=1).quotes
    assert [quote.text for quote in quotes] == [found.text]
    assert "govern-ment" in plain(quote_lines(quotes[0]))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_one_that_is_not(turn: int) -> None:
    pdf = paper(FERRY * 3, "The end.")
    with pytest.MonkeyPatch.context() as patch:
        from bot.documents import pages

        upright = pages._turned
        patch.setattr(pages, "_turned", lambda box, _: upright(upright(box, 360 - turn), turn))
        assert extract(pdf).text.split("\n\n") == [(FERRY * 3).strip(), "The end."]


def encrypted() -> bytes:
    pdf = paper("Secret.")
    pdf.set_encryption(owner_password="owner", user_password="user")  # noqa: S106
    return bytes(pdf.output())


def picture() -> bytes:
    pdf = paper()
    pdf.rect(10, 10, 50, 50, style="F")
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "it is encrypted; give it without its password"),
        (picture(), "its pages have no text; recognise that of their pictures (OCR) first"),
        (b"%PDF-1.7 and nothing", "it is damaged: Failed to load document (PDFium: Data format error)."),
        (bytes(paper(FERRY).output())[:300], "it is damaged: Failed to load document (PDFium: Data format error)."),
    ],
    ids=["encrypted", "scan", "no pdf", "cut off"],
)
def test_what_cannot_be_read_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(io.BytesIO(data), "a.pdf")
    assert raised.value.reason == reason


def test_pages_that_are_missing_are_told() -> None:
    data = bytes(paper(FERRY).output()).replace(b"/Count 1", b"/Count 4")
    found = read(io.BytesIO(data), "a.pdf")
    assert found.text == FERRY.strip()
    assert found.warning == "3 of 4 pages cannot be read"


def test_no_end_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.documents.pages.PAGES", 3)
    pdf = paper(FERRY)
    for _ in range(3):
        pdf.add_page()
    with pytest.raises(DocumentError, match="it has more than 3 pages"):
        extract(pdf)


def crash(_: Source) -> Extract:
    os.kill(os.getpid(), signal.SIGKILL)
    return Extract("")


def spin(_: Source) -> Extract:
    while True:
        pass


def sleep(_: Source) -> Extract:
    time.sleep(60)
    return Extract("")


def swell(_: Source) -> Extract:
    return Extract("x" * (4 << 30))


def refuse(source: Source) -> Extract:
    raise DocumentError(source.name, "no")


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (crash, "it takes more than 1 seconds or 3 GB to read"),
        (spin, "it takes more than 1 seconds or 3 GB to read"),
        (sleep, "it takes more than 1 seconds or 3 GB to read"),
        (swell, "there is not enough memory for it"),
        (refuse, "no"),
    ],
)
def test_a_file_that_fills_stops_or_crashes_its_reader_harms_nobody_else(
    monkeypatch: pytest.MonkeyPatch, reader: Callable[[Source], Extract], reason: str
) -> None:
    monkeypatch.setattr(apart_module, "SECONDS", 1)
    with pytest.raises(DocumentError) as raised:
        apart(reader, Source("a.pdf", b""))
    assert raised.value.reason == reason


def test_what_is_read_apart_comes_back_whole() -> None:
    text = FERRY * 9_000
    assert apart(lambda source: Extract(text, source.name), Source("a.pdf", b"")) == Extract(text, "a.pdf")


def test_without_fork_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert apart(lambda source: Extract(source.name), Source("a.pdf", b"")).text == "a.pdf"


def test_a_line_without_width_is_read() -> None:
    lines = [pages._Line("x", 0, 72, 72, 700, 712, 0), pages._Line("The ferry is late.", 0, 72, 200, 686, 698, 20)]
    assert pages._goes_on(lines, 1, 14.0, first=False)


def test_a_large_letter_begins_a_paragraph() -> None:
    pdf = paper()
    pdf.set_font("Helvetica", size=28)
    pdf.text(20, 50, "T")
    pdf.set_font("Helvetica", size=11)
    for line, (x, words) in enumerate(
        [
            (27, "he ferry will not sail before noon,"),
            (27, "Harbour Board says, for the storm has"),
            (20, "Torn a mooring and two of the masts down."),
        ]
    ):
        pdf.text(x, 50 + 5 * line, words)
    assert extract(pdf).text == (
        "The ferry will not sail before noon, Harbour Board says, for the storm has "
        "Torn a mooring and two of the masts down."
    )


def test_a_column_goes_on_below_a_picture_and_not_in_what_stands_beside_its_foot() -> None:
    pdf = paper()
    pdf.set_font("Courier", size=11)
    for line, words in enumerate(["The Board says that the", "ferry to the islands of", "Orm and Sill sails when"]):
        pdf.text(20, 50 + 5 * line, words)
    for line, words in enumerate(["Monday has come and the", "masts have been mended."]):
        pdf.text(20, 120 + 5 * line, words)
    pdf.text(120, 280, "harbour board")
    pdf.text(20, 270, "web harbour example")
    assert extract(pdf).text.split("\n\n") == [
        (
            "The Board says that the ferry to the islands of Orm and Sill sails when Monday has come and the masts "
            "have been mended."
        ),
        "harbour board",
        "web harbour example",
    ]
