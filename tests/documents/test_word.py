import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from bot.documents import Extract
from bot.documents.readers import read
from bot.errors import DocumentError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

BOX, CLOSED = "<w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def extract(document: Any) -> Extract:
    return read(io.BytesIO(saved(document)), "a.docx")


def document_of(*blocks: str) -> Any:
    """A document of raw blocks."""
    document = docx.Document()
    for block in blocks:
        document.element.body.insert_element_before(parse_xml(block), "w:sectPr")
    return document


def test_headings_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Harbour notice", 0)
    document.add_paragraph("The ferry is late.\nIt rained.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Ship", "Sails", "Ada", "at noon"], strict=True):
        cell.text = text
    document.add_heading("Prices", 1)
    document.add_paragraph("Ann:").add_run().add_tab()
    document.paragraphs[-1].add_run("Five.")
    document.sections[0].header.paragraphs[0].text = "Running head"
    found = extract(document)
    assert found.text == (
        "Harbour notice\n\nThe ferry is late.\nIt rained.\n\nShip\tSails\n\nAda\tat noon\n\nPrices\n\nAnn:\tFive."
    )
    assert found.title == "Harbour notice"
    assert not found.own_lines


def test_a_cell_of_several_paragraphs_is_read_down_not_across() -> None:
    document = docx.Document()
    cell, other = document.add_table(1, 2)._cells
    cell.text = "Ann Lee"
    other.text = "We wait."
    other.add_paragraph("It rains.")
    inner = other.add_table(1, 1)
    inner._cells[0].text = "Inside"
    assert extract(document).text == "Ann Lee\n\nWe wait.\n\nIt rains.\n\nInside"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (f"<w:p {W}><w:ins><w:r><w:t>New </w:t></w:r></w:ins><w:r><w:t>words.</w:t></w:r></w:p>", "New words."),
        (f"<w:p {W}><w:r><w:t>Kept.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>", "Kept."),
        (f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>", "In a form."),
        (f'<w:p {W}><w:hyperlink w:anchor="x"><w:r><w:t>A link.</w:t></w:r></w:hyperlink></w:p>', "A link."),
        (f'<w:p {W}><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Prices 7</w:t></w:r></w:p>', ""),
        (f"<w:p {W}><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>co</w:t><w:noBreakHyphen/></w:r></w:p>", "co‑"),
        (f"<w:p {W}><w:r><w:t>Around</w:t>{BOX}<w:p><w:r><w:t>Box</w:t></w:r></w:p>{CLOSED}", "Around\n\nBox"),
    ],
)
def test_what_is_a_word_of_a_paragraph(block: str, text: str) -> None:
    assert extract(document_of(block, f"<w:p {W}><w:r><w:t>End.</w:t></w:r></w:p>")).text == (f"{text}\n\nEnd.").strip()


def test_what_is_packed_too_tight_is_refused() -> None:
    stream = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/footnotes.xml", b" " * (65 << 20))
    assert len(stream.getvalue()) < 1 << 20
    stream.seek(0)
    with pytest.raises(DocumentError, match=r"cannot read bomb\.docx: more than 64 MB are packed in it"):
        read(stream, "bomb.docx")


def nested(depth: int) -> bytes:
    """A document with `depth` boxes, each in the paragraph of the one before."""
    box = f"<w:p><w:r><w:t>x</w:t>{BOX}"
    return replaced(f"<w:document {W}><w:body>{box * depth}<w:p/>{CLOSED * depth}</w:body></w:document>")


def replaced(document: str) -> bytes:
    """An empty document with another text inside."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


def test_nesting_costs_no_more_than_its_length() -> None:
    assert read(io.BytesIO(nested(40)), "a.docx").text == "\n\n".join("x" * 40)


OUTSIDE = '<!ENTITY out SYSTEM "file:///etc/passwd">'
LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 99}">' for a, b in ("ab", "bc", "cd", "de"))


def with_entities(entities: str, words: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>"
    return replaced(f"<!DOCTYPE x [{entities}]><w:document {W}>{body}</w:document>")


def test_entities_are_not_followed() -> None:
    assert read(io.BytesIO(with_entities(OUTSIDE, "Safe. &out;")), "a.docx").text == "Safe."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 torn", "it is damaged: File is not a zip file"),
        (saved(docx.Document())[:-300], "it is damaged: File is not a zip file"),
        (nested(300), "it is damaged: Excessive depth in document: 256"),
        (with_entities(LAUGHS, "&e;"), "it is damaged: Maximum entity amplification factor exceeded"),
        (b"", "it is empty"),
    ],
)
def test_what_is_no_word_file_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(io.BytesIO(data), "a.docx")
    assert raised.value.reason.startswith(reason)
