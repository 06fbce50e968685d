"""Terms: what counts as the same word."""

import pytest

from bot.words.spelling import Lexicon, acronyms, distance, near, spelt_out
from bot.words.terms import term_spans, terms, weight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Colour", "color"),
        ("organised", "organized"),
        ("programme", "program"),
        ("the mayor's", "the mayors"),
        ("seven", "7"),
        ("1,250", "1250"),
        ("café", "cafe"),
        ("Swedish", "Sweden"),
        ("Swedes", "Sweden"),
        ("a Finn", "a Finland"),
        ("the U.S.", "the United\nStates"),
        ("US", "America"),
        ("UK", "the United Kingdom".removeprefix("the ")),
        ("prime minister", "PM"),
        ("don’t", "don't"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("us", "US"), ("states", "America"), ("polish", "Polish dance"), ("danes", "dance"), ("12", "120"), ("3.5", "35")],
)
def test_not_the_same(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_names_with_figures_are_one_term() -> None:
    assert terms("node7 of G20") == ["node7", "of", "g20"]


def test_spans_are_those_of_the_words() -> None:
    text = "The United States, 1,250 boats"
    assert [text[start:end] for _, start, end in term_spans(text)] == ["The", "United States", "1,250", "boats"]


def test_weights() -> None:
    assert weight("who") == 0
    assert weight("the") < weight("said") < weight("bridge")
    assert weight("us") < weight("US")
    assert weight("who'll") == weight("when’s") == 0
    assert weight("couldn't") == weight("she’d") == weight("the")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brigde", "bridge"), ("brige", "bridge"), ("harborr", "harbor"), ("comittee", "committee"),
        ("recomendatoin", "recommendation"), ("museym", None), ("xyz", None), ("cat", None), ("naïve", None),
        ("a" * 500, None),
    ],
)  # fmt: skip
def test_slips_are_forgiven(typed: str, meant: str | None) -> None:
    known = Lexicon((word, None) for word in ["bridge", "harbor", "museum", "committee", "recommendation", "cats"])
    assert near(typed, known) == meant


def test_distance_counts_no_further_than_asked() -> None:
    assert distance("kitten", "sitting", 5) == 3
    assert distance("ab", "ba", 2) == 1
    assert distance("abcdef", "uvwxyz", 2) == 3


def test_acronyms() -> None:
    assert spelt_out("WTO", "the World Trade Organization") == "World Trade Organization"
    assert spelt_out("cis", "the Commonwealth of the  Independent States") == "Commonwealth of the  Independent States"
    assert spelt_out("MOU", "a Memorandum of Understanding") is None
    assert spelt_out("B2B", "business to business") is None
    assert {letters for letters, _, _ in acronyms("Anna-Maria Old. In the Old Town Hall")} == {
        "AM", "AMO", "MO", "IO", "IOT", "IOTH", "OT", "OTH", "TH",
    }  # fmt: skip


def test_words_by_what_they_begin_with() -> None:
    known = Lexicon((word, None) for word in ["ab", "abc", "ac", "b", "ab􏿿"])
    assert list(known.beginning("ab")) == ["ab", "abc", "ab􏿿"][: len(known.beginning("ab"))]
    assert list(known.beginning("z")) == []
