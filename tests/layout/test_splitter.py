"""Where sentences begin and end."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.layout.blocks import layout
from bot.layout.splitter import sentences

TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
ROWS = [(kind, cut) for kind, group in TABLE.items() for cut in group["cut"]]


@pytest.mark.parametrize(("kind", "cut"), ROWS, ids=[f"{kind}: {cut[:40]}" for kind, cut in ROWS])
def test_sentences_end_where_the_table_cuts(kind: str, cut: str) -> None:
    del kind
    text = re.sub(r"( ?)\| ?", r"\1", cut)
    expected = [part.strip() for part in cut.split("|")]
    assert [text[span.start : span.end] for span in sentences(text, layout(text))] == expected


def test_line_numbers_count_as_an_editor_does() -> None:
    text = "One.\r\n\r\nTwo is here.\rThree is here.\n\n\nFour."
    assert [span.line for span in sentences(text, layout(text))] == [1, 3, 4, 7]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\r"])
def test_line_numbers_in_wrapped_paragraphs_with_mixed_line_ends(end: str) -> None:
    long = "the council met on the first day of May and spoke of the bridge that was built"
    text = f"At noon{end}{long}{end}{long}.\r\nOn the next day\r{long}\n{long}. The end came{end}{long}."
    for span in sentences(text, layout(text)):
        assert span.line == 1 + len(re.findall(r"\r\n|\r|\n", text[: span.start]))


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", "\t \x0c"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text, layout(text)) == []


@pytest.mark.parametrize("mark", ["“", '"', "'", "(", "[", ":", "…", "—", "?", "a.", "A. ", "«"])
def test_floods_of_one_mark_are_read(mark: str) -> None:
    text = mark * 20_000
    spans = sentences(text, layout(text))
    assert sum(span.end - span.start for span in spans) <= len(text)
