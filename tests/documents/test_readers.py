import io
import sys
import types
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import pytest

from bot.documents import Extract, Source, readers
from bot.documents.encodings import FIRST_BLOCK
from bot.documents.readers import read
from bot.errors import DocumentError


class Endless(io.RawIOBase):
    """A stream without end of one byte; it counts what is asked of it."""

    def __init__(self, byte: bytes) -> None:
        self.byte = byte
        self.asked = 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.asked += size
        return self.byte * size


def endless(byte: bytes) -> BinaryIO:
    return Endless(byte)  # type: ignore[return-value]


def test_of_what_is_no_text_one_block_is_read() -> None:
    stream = endless(b"\0")
    with pytest.raises(DocumentError) as raised:
        read(stream, "a.txt")
    assert str(raised.value) == "cannot read a.txt: it is a binary file of no format that is read"
    assert stream.asked == FIRST_BLOCK  # type: ignore[attr-defined]


def test_no_text_is_read_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.documents.readers.LARGEST", 3 << 20)
    with pytest.raises(DocumentError, match=r"it is larger than 3 MB"):
        read(endless(b"a"), "a.txt")
    assert len(read(io.BytesIO(b"a" * (3 << 20)), "a.txt").text) == 3 << 20


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
    assert read(io.BytesIO(text.encode()), name).title == title


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "webvtt", None)
    monkeypatch.delitem(sys.modules, "bot.documents.captions", raising=False)
    with pytest.raises(DocumentError) as raised:
        read(io.BytesIO(b"WEBVTT"), "a.vtt")
    assert raised.value.reason == "it needs the extra captions: pip install 'quoting-bot[captions]'"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (RecursionError(), "it is nested too deep"),
        (KeyError("word/\ndocument.xml"), "it is damaged: 'word/\\ndocument.xml'"),
        (ValueError("bad\nluck " * 90), "it is damaged: " + ("bad luck " * 12)[:100].strip()),
        (IndexError(), "it is damaged: IndexError"),
    ],
)
def test_faults_of_libraries_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, reason: str
) -> None:
    def fail(_: object) -> None:
        raise fault

    monkeypatch.setattr("bot.documents.plain.read_text", fail)
    with pytest.raises(DocumentError) as raised:
        read(io.BytesIO(b"text"), "a.txt")
    assert raised.value.reason == reason


class Point(NamedTuple):
    """An entry point as another package declares it."""

    name: str
    value: str


def shout(source: Source) -> Extract:
    return Extract(source.data.decode().upper())


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    points = {"quoting_bot.readers": [Point("SHOUT", f"{__name__}:shout"), Point("lost", "no_such_package:read")]}
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points[group])
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or types.ModuleType(__name__))
    monkeypatch.setattr(sys.modules[__name__], "shout", shout, raising=False)
    readers._others.cache_clear()
    yield
    readers._others.cache_clear()


@pytest.mark.usefixtures("plugged")
def test_other_packages_read_other_endings() -> None:
    assert read(io.BytesIO(b"boats \0 sail"), "a.Shout").text == "BOATS \0 SAIL"
    assert readers.is_known("deep/a.shout")
    assert not readers.is_known("a.png")
    assert read(io.BytesIO(b"boats"), "a.whisper").text == "boats"
    with pytest.raises(DocumentError, match="it needs no_such_package"):
        read(io.BytesIO(b"boats"), "a.lost")


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (b"\xef\xbb\xbf <!DOCTYPE html><html><p>It rained.</p>", "stdin", "It rained."),
        (b"<HTML><p>It rained.</p>", "page", "It rained."),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nIt rained.", "stdin", "It rained."),
        (b"<html> is how a page begins.", "a.txt", "<html> is how a page begins."),
        (b"<html> is how a page begins.", "a.log", "<html> is how a page begins."),
    ],
)
def test_without_an_ending_the_beginning_tells_the_format(data: bytes, name: str, text: str) -> None:
    assert read(io.BytesIO(data), name).text == text
