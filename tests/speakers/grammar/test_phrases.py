"""Noun phrases before and behind a verb."""

import tomllib
from pathlib import Path

import pytest

from bot.speakers.grammar.phrases import phrase_from
from bot.speakers.grammar.subjects import subject_before
from bot.speakers.grammar.tokens import Tokens
from bot.speakers.prose.quotations import quotations

TABLE = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))


def read(text: str, verb: str) -> tuple[Tokens, int]:
    tokens = Tokens(text, 0, len(text), [(quote.start, quote.end) for quote in quotations(text, 0, len(text))])
    return tokens, tokens.low.index(verb.lower())


@pytest.mark.parametrize(("text", "verb", "phrase"), TABLE["before"], ids=[row[0] for row in TABLE["before"]])
def test_who_stands_before_the_verb(text: str, verb: str, phrase: str) -> None:
    tokens, at = read(text, verb)
    found = subject_before(tokens, at)
    assert (tokens.words(*found) if found else "") == phrase


@pytest.mark.parametrize(("text", "verb", "phrase"), TABLE["behind"], ids=[row[0] for row in TABLE["behind"]])
def test_who_stands_behind_the_verb(text: str, verb: str, phrase: str) -> None:
    tokens, at = read(text, verb)
    found = phrase_from(tokens, at + 1)
    assert (tokens.words(*found) if found else "") == phrase
