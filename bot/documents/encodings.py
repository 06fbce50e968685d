"""From bytes to text: the mark at the beginning, then UTF-8, then UTF-16 without a mark, then the best guess.

A few bad bytes cost a few U+FFFD and a warning; they never turn the whole text into another alphabet.
"""

import codecs
from contextlib import suppress

from bot.errors import DocumentError
from bot.patterns import lazily

FIRST_BLOCK = 1 << 16
"""Bytes that tell text from what is none."""
_SAMPLE = 1 << 20
"""Bytes that the encoding is guessed from."""
_HANDFUL = 5
"""Bad bytes in plain ASCII that may be damage; more are another encoding."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"MZ\x90",
)
_LETTER = r"[\x8a\x8c\x8e\x9a\x9c\x9e\xc0-\xd6\xd8-\xf6\xf8-\xfd]"
_WINDOWS = lazily(
    rf"(?<=[A-Za-z]){_LETTER}|{_LETTER}(?=[a-z])|[\x80\xa3\xa5](?=\d)|[\x91\x93](?=[A-Za-z\d])|"
    r"(?<=[A-Za-z\d.,!?])[\x85\x92\x94\x99\xb0]|(?<=[ A-Za-z\d])[\x96\x97](?=[ A-Za-z\d])"
)
"""Bytes beyond ASCII in English text of windows-1252: "café", "£5", "it’s", "“so”", "9–5"."""
_ALPHABET = lazily(r"(?<=[A-Za-z])[\x81-\xfd]|[\x81-\xfd](?=[A-Za-z])")
"""What may be a letter of some alphabet."""


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str | None]:
    """The text of a file called `name`, and a warning where it is not quite what the bytes say.

    `declared` is what it says it is written in, which is believed where it is no UTF-8.
    Raises DocumentError where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], encoding)
    if unmarked := _unmarked(data):
        return _mended(data, unmarked)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if declared:
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(declared), None
    return _damaged(data) or _guess(data, name)


def is_binary(data: bytes) -> bool:
    """Whether the first block says that it is no text: by how it begins, or a NUL that no UTF-16 or UTF-32 has."""
    block = data[:FIRST_BLOCK]
    marked = block.startswith(tuple(mark for mark, _ in _MARKS))
    return not marked and (block.startswith(_BINARY) or (b"\0" in block and _unmarked(block) is None))


def _unmarked(data: bytes) -> str | None:
    """The kind of UTF-16 that bytes without a mark are: NULs at most of every other place and nowhere else."""
    block = data[:FIRST_BLOCK]
    for encoding, high, low in (("utf-16-le", block[1::2], block[::2]), ("utf-16-be", block[::2], block[1::2])):
        if 2 * high.count(0) >= len(high) > 0 and b"\0" not in low:
            return encoding
    return None


def _mended(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        return _replaced(data.decode(encoding, "replace"), encoding)


def _replaced(text: str, encoding: str) -> tuple[str, str]:
    return text, f"not all of it is {encoding.upper()}; what is not stands as U+FFFD"


def _damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with some bad bytes, or cut inside a character; None where an encoding must be guessed.

    More good characters beyond ASCII than bad ones say so; in plain ASCII, that the few bad ones make no sense.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    cut = bad == 1 and text.endswith("\ufffd") and data[-1] < 0xE0
    if good > bad or cut:
        return _replaced(text, "utf-8")
    if bad <= _HANDFUL:
        single = data.decode("latin-1")
        if len(_WINDOWS.findall(single)) == bad:
            return data.decode("cp1252"), "not UTF-8; read as cp1252"
        if len(_ALPHABET.findall(single)) < bad:
            return _replaced(text, "utf-8")
    return None


def _guess(data: bytes, name: str) -> tuple[str, str]:
    """Windows-1252 where it makes sense, since a few accents in English prose are too little to guess from."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=["cp1252"]).best() or from_bytes(sample).best()
    if best is not None:
        try:
            return data.decode(best.encoding), f"not UTF-8; read as {best.encoding}"
        except (UnicodeDecodeError, LookupError):
            pass
    raise DocumentError(name, "no encoding fits; save it as UTF-8")
