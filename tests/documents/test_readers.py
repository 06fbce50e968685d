import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.readers import read
from bot.errors import DocumentError


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_comes_through_untouched(text: str) -> None:
    assert read(text.encode(), "a.txt").text == text
    assert read(text.encode("utf-8-sig"), "a.md").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide(encoding: str) -> None:
    extract = read("Ships — 船.\r\nEnd.".encode(encoding), "a.txt")
    assert extract.text == "Ships — 船.\r\nEnd."
    assert extract.warning is None


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Café.", "cp1252", "cp1252"),
        ("The naïve plan cost £5m – too much.", "cp1252", "cp1252"),
        ("Premier powiedział, że nie będzie podwyżek podatków w tym roku.", "cp1250", "cp1250"),
        ("Президент заявил, что страны будут сотрудничать в области торговли.", "cp1251", "cp1251"),
    ],
)
def test_other_encodings_are_guessed_and_named(text: str, encoding: str, named: str) -> None:
    extract = read(text.encode(encoding), "a.txt")
    assert extract.text == text
    assert extract.warning == f"not UTF-8; read as {named}"


def noise(size: int) -> bytes:
    source = random.Random(1)  # noqa: S311 - always the same noise
    return bytes(source.randrange(1, 256) for _ in range(size))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 text", "it is a binary file; give plain text or Markdown"),
        (b"PK\x03\x04word/document.xml", "it is a binary file; give plain text or Markdown"),
        (b"text\0text", "it is a binary file; give plain text or Markdown"),
        (b"\xef\xbb\xbfcaf\xe9", "its mark says utf-8, but it is not"),
        (b"\xff\xfe\x00", "its mark says utf-16, but it is not"),
        (noise(3000), "no encoding fits; save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(data, "a.txt")
    assert raised.value.reason == reason
    assert str(raised.value) == f"cannot read a.txt: {reason}"


def test_a_guess_that_does_not_hold_to_the_end_is_refused() -> None:
    polish = "Premier powiedział, że nie będzie podwyżek podatków w tym roku. ".encode("cp1250")
    late = polish * (1 + (1 << 20) // len(polish)) + b"\x81\x83\x88\x90\x98"
    with pytest.raises(DocumentError, match="no encoding fits"):
        read(late, "a.txt")


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.txt", "Harbour notice\n\nBoats sail.", "Harbour notice"),
        ("a.txt", "Boats sail at noon.\nSo it is.", None),
        ("a.txt", "Only line", None),
        ("a.txt", "x" * 161 + "\ny", None),
        ("a.md", "intro\n# Minutes of May #\ntext", "Minutes of May"),
        ("a.markdown", "---\ndate: 1\ntitle: 'Tides'\n---\n# Other", "Tides"),
        ("a.md", "no heading", None),
    ],
)
def test_titles(name: str, text: str, title: str | None) -> None:
    assert read(text.encode(), name).title == title
