"""The index holds rank-bm25's own model: the same scores, the same order."""

import random
import re
import tokenize
from pathlib import Path

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from bot.index.okapi import Okapi, best_rows
from bot.words.terms import terms

QUERIES, SENTENCES = 500, 1000


def real_sentences() -> list[str]:
    """Sentences of people's prose that stands in every Python: the strings of its standard library."""
    found: list[str] = []
    for path in sorted(Path(tokenize.__file__).parent.glob("*.py")):
        prose = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
        found += [
            sentence for sentence in re.findall(r"[A-Z][a-z]+(?: [\w'’,-]+){4,30}[.?!](?= [A-Z])", prose) if sentence
        ]
        if len(found) >= SENTENCES:
            break
    return found[:SENTENCES]


@pytest.fixture(scope="module")
def corpus() -> list[list[str]]:
    sentences = [terms(sentence) for sentence in real_sentences()]
    assert len(sentences) == SENTENCES
    return sentences


@pytest.fixture(scope="module")
def ours(corpus: list[list[str]]) -> Okapi:
    return Okapi(corpus)


@pytest.fixture(scope="module")
def theirs(corpus: list[list[str]], ours: Okapi) -> BM25Okapi:
    """rank-bm25 as it comes, with our idf in the place of its own."""
    model = BM25Okapi(corpus, k1=ours.k1, b=ours.b)
    model.idf = dict(ours.idf)
    return model


def test_scores_and_order_are_those_of_rank_bm25(corpus: list[list[str]], ours: Okapi, theirs: BM25Okapi) -> None:
    draw = random.Random(7)  # noqa: S311 - a draw
    words = sorted(ours.idf)
    for _ in range(QUERIES):
        sentence = draw.choice(corpus)
        query = draw.sample(sentence, min(len(sentence), draw.randint(1, 6))) + draw.sample(words, draw.randint(0, 3))
        query += ["nowhere"] * draw.randint(0, 1)
        scores, expected = ours.get_scores(query), theirs.get_scores(query)
        assert np.abs(scores - expected).max() < 1e-5
        best = np.lexsort((np.arange(len(expected)), -np.round(expected, 4)))[:10].tolist()
        assert np.lexsort((np.arange(len(scores)), -np.round(scores, 4)))[:10].tolist() == best


def test_some_sentences_only(corpus: list[list[str]], ours: Okapi, theirs: BM25Okapi) -> None:
    rows = [3, 1, 999, 3]
    assert ours.get_batch_scores(corpus[1], rows) == pytest.approx(theirs.get_batch_scores(corpus[1], rows), abs=1e-5)


def test_the_best_documents(corpus: list[list[str]], ours: Okapi, theirs: BM25Okapi) -> None:
    names = [f"sentence {row}" for row in range(len(corpus))]
    assert ours.get_top_n(corpus[5], names, n=3)[0] == theirs.get_top_n(corpus[5], names, n=3)[0] == "sentence 5"
    with pytest.raises(ValueError, match="do not match"):
        ours.get_top_n(corpus[5], names[:-1])


def test_weights_multiply_the_score_of_a_term(corpus: list[list[str]], ours: Okapi) -> None:
    first, second = sorted(set(corpus[2]))[:2]
    weighed = ours.get_weighted_scores({first: 0.5, second: 2.0})
    assert np.allclose(weighed, 0.5 * ours.get_scores([first]) + 2 * ours.get_scores([second]))


def test_idf_is_never_negative(ours: Okapi) -> None:
    assert min(ours.idf.values()) > 0
    assert ours.weigh("nowhere") >= max(ours.idf.values())


def test_terms_of_a_sentence_come_back_in_order(corpus: list[list[str]], ours: Okapi) -> None:
    assert [ours.terms_of(row) for row in (0, 500, 999)] == [corpus[0], corpus[500], corpus[999]]


def test_ties_go_to_the_earlier_row() -> None:
    scores = np.array([0.0, 2.0, 1.0, 2.0, 1.0, 2.0])
    assert best_rows(scores, 2) == [1, 3]
    assert best_rows(scores, 10) == [1, 3, 5, 2, 4]
    assert best_rows(np.tile(scores, 10), 3) == [1, 3, 5]


@pytest.mark.parametrize("corpus", [[], [[]], [[], ["a"]]], ids=["nothing", "empty", "half empty"])
def test_small_collections(corpus: list[list[str]]) -> None:
    model = Okapi(corpus)
    assert model.get_scores(["a", "b"]).shape == (len(corpus),)
    assert best_rows(model.get_scores(["b"]), 5) == []
