"""What the parts of a document are: text, headings, labels, directions, furniture."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import Bot
from bot.layout.blocks import layout
from bot.layout.lines import lines

DOCUMENTS = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text(encoding="utf-8"))["document"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document["idea"] for document in DOCUMENTS])
def test_blocks_have_their_kinds(document: dict[str, Any]) -> None:
    blocks = layout(document["text"]).blocks
    assert [block.kind for block in blocks] == document["kinds"], [
        document["text"][block.start : block.end] for block in blocks
    ]


def test_blocks_are_in_order_and_apart() -> None:
    for document in DOCUMENTS:
        last = 0
        for block in layout(document["text"]).blocks:
            assert last <= block.start < block.end
            last = block.end


def test_stage_directions_within_a_turn_are_nobodys() -> None:
    text = "ANN: We begin.\nBO: Yes.\n[Coughs] All rise.\nANN: Good. [She leaves.] Bye.\nBO: Fine."
    found = [(said.text, said.speaker.name if said.speaker else "") for said in Bot.from_text(text).sentences]
    assert found == [
        ("ANN: We begin.", "ANN"),
        ("BO: Yes.", "BO"),
        ("[Coughs]", ""),
        ("All rise.", "BO"),
        ("ANN: Good.", "ANN"),
        ("[She leaves.]", ""),
        ("Bye.", "ANN"),
        ("BO: Fine.", "BO"),
    ]


def test_items_within_a_paragraph_are_sentences() -> None:
    text = "1. Trade between the towns 2. Water for the fields 3. The bridge"
    assert [said.text for said in Bot.from_text(text).sentences] == [
        "1. Trade between the towns",
        "2. Water for the fields",
        "3. The bridge",
    ]


def test_other_scripts_end_sentences_too() -> None:
    assert [said.text for said in Bot.from_text("今天下雨。明天晴！后天呢？").sentences] == [
        "今天下雨。",
        "明天晴！",
        "后天呢？",
    ]


def test_mail_is_read_by_depth() -> None:
    found = lines("> > old\n> newer\nnew")
    assert [line.depth for line in found] == [2, 1, 0]
    assert [line.body - line.start for line in found] == [4, 2, 0]
