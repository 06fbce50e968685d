"""The grammar of reporting clauses, sentence by sentence."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.complements import COMPLEMENTS, Complement
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.reports import PATTERNS, reports
from bot.speakers.grammar.tokens import Tokens
from bot.speakers.prose.quotations import quotations

TABLE = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))
SPLIT = tomllib.loads((Path(__file__).parents[2] / "layout" / "sentences.toml").read_text(encoding="utf-8"))
SAYS = [(pattern, text, who) for pattern, group in TABLE.items() for text, who in group["says"]]
NOBODY = [(pattern, text) for pattern, group in TABLE.items() for text in group["nobody"]]


def read(text: str) -> tuple[Tokens, list[Report]]:
    spans = [(quote.start, quote.end) for quote in quotations(text, 0, len(text))]
    tokens = sentence_tokens(text, 0, len(text), spans)
    return tokens, reports(tokens)


@pytest.mark.parametrize(("pattern", "text", "who"), SAYS, ids=[text for _, text, _ in SAYS])
def test_who_is_reported(pattern: str, text: str, who: str) -> None:
    tokens, found = read(text)
    sources = {(report.pattern, tokens.words(*report.source)) for report in found if report.source}
    if pattern == "coordination":
        assert "coordination" in {report.pattern for report in found}
    else:
        assert (pattern, who) in sources


@pytest.mark.parametrize(("pattern", "text"), NOBODY, ids=[text for _, text in NOBODY])
def test_nobody_is_reported(pattern: str, text: str) -> None:
    del pattern
    assert read(text)[1] == []


def test_every_pattern_has_three_rows_of_either_kind() -> None:
    assert TABLE.keys() == PATTERNS.keys()
    assert all(len(group["says"]) >= 3 and len(group["nobody"]) >= 3 for group in TABLE.values())


@pytest.mark.parametrize("cut", SPLIT["tags"]["cut"])
def test_what_the_splitter_takes_for_a_tag_says_who_spoke(cut: str) -> None:
    assert any(report.pattern.startswith("content-") for report in read(cut.partition(" |")[0])[1])


@pytest.mark.parametrize("complement", COMPLEMENTS, ids=lambda complement: complement.name)
def test_the_example_of_a_complement_is_decided_as_it_says(complement: Complement) -> None:
    _, found = read(re.sub(r"\s*\|\s*", " ", complement.example).replace(' ,"', ',"'))
    silent = "agreed answered claimed defined ended felt needs-that opening ordered said-so thing-given visit".split()
    assert bool(found) is (complement.name not in silent)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_example_of_a_pattern_has_it(pattern: str) -> None:
    assert pattern in {report.pattern for report in read(PATTERNS[pattern])[1]}


def test_a_report_tells_where_its_clause_stands() -> None:
    text = "On Monday the mayor said that the bridge was safe."
    (report,) = read(text)[1]
    assert text[report.start : report.end] == "the mayor said"
    assert text[slice(*report.cue)] == "said"
    assert 0.4 < report.share < 0.6
