import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.encodings import decode, is_binary
from bot.errors import DocumentError

TEXT = "Ann Lee said: “The café is open — naïve or not.”\r\nBob Ray agreed.\n"
NOT_ALL = "not all of it is UTF-8; what is not stands as U+FFFD"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_comes_through_untouched(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    data = TEXT.encode(encoding)
    assert not is_binary(data)
    assert decode(data, "a.txt") == (TEXT, None)


@given(st.integers(min_value=0, max_value=len(TEXT)), st.sampled_from([b"\xff", b"\xfe", b"\x80", b"\xc0", b"\xe9"]))
def test_one_bad_byte_in_good_utf_8_is_one_sign(at: int, bad: bytes) -> None:
    data = TEXT[:at].encode() + bad + TEXT[at:].encode()
    assert decode(data, "a.txt") == (TEXT[:at] + "\ufffd" + TEXT[at:], NOT_ALL)


@pytest.mark.parametrize("bad", [b"The bri\xffdge is safe.", b"The bridge\x80 is safe.", b"Bridge \xfe\xff safe"])
def test_damage_in_plain_ascii_is_no_other_alphabet(bad: bytes) -> None:
    assert decode(bad, "a.txt") == (bad.decode("utf-8", "replace"), NOT_ALL)


@pytest.mark.parametrize("last", ["é", "—", "\U0001f600"])
@pytest.mark.parametrize("before", ["Boats sail", TEXT])
def test_text_cut_inside_a_character(before: str, last: str) -> None:
    assert decode((before + last).encode()[:-1], "a.txt") == (before + "\ufffd", NOT_ALL)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_wide_text_cut_inside_a_character(encoding: str) -> None:
    text, warning = decode(TEXT.encode(encoding)[:-1], "a.txt")
    assert text == TEXT[:-1] + "\ufffd"
    assert warning is not None
    assert warning.startswith("not all of it is UTF-")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café.", "cp1252"),
        ("It’s “so” – £5m.", "cp1252"),
        ("The naïve plan cost £5m – too much.", "cp1252"),
        ("Premier powiedział, że nie będzie podwyżek podatków w tym roku.", "cp1250"),
        ("Президент заявил, что страны будут сотрудничать в области торговли.", "cp1251"),
    ],
)
def test_other_encodings_are_guessed_and_named(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, f"not UTF-8; read as {encoding}")


def noise(size: int) -> bytes:
    source = random.Random(1)  # noqa: S311 - always the same noise
    return bytes(source.randrange(1, 256) for _ in range(size))


def test_what_fits_no_encoding_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"cannot read a.txt: no encoding fits; save it as UTF-8"):
        decode(noise(3000), "a.txt")


def test_a_guess_that_does_not_hold_to_the_end_is_refused() -> None:
    polish = "Premier powiedział, że nie będzie podwyżek podatków w tym roku. ".encode("cp1250")
    late = polish * (1 + (1 << 20) // len(polish)) + b"\x81\x83\x88\x90\x98"
    with pytest.raises(DocumentError, match="no encoding fits"):
        decode(late, "a.txt")


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"PK\x03\x04word/document.xml", b"text\0text", b"\0" * 99])
def test_binary_files_are_known_by_their_first_block(data: bytes) -> None:
    assert is_binary(data)
