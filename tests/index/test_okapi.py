"""The index holds rank-bm25's own model: the same scores, the same order."""

import random
import re
import tokenize
from pathlib import Path

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from bot.index.okapi import Okapi, Within
from bot.index.postings import InMemory, invert
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


def weighed(theirs: BM25Okapi, query: dict[str, float]) -> np.ndarray:
    return sum((weight * theirs.get_scores([term]) for term, weight in query.items()), np.zeros(theirs.corpus_size))


def test_the_best_of_weighed_terms_are_those_of_rank_bm25(
    corpus: list[list[str]], ours: Okapi, theirs: BM25Okapi
) -> None:
    draw = random.Random(8)  # noqa: S311 - a draw
    words = sorted(ours.idf)
    for _ in range(QUERIES):
        terms = {*draw.sample(words, draw.randint(0, 3)), *draw.sample(draw.choice(corpus), 3), "the", "of", "nowhere"}
        query = {term: draw.choice([0.0, 0.2, 0.4, 1.0, 1.5]) for term in sorted(terms)}
        expected = weighed(theirs, query)
        n = draw.choice([1, 5, 50, len(corpus)])
        best = ours.best(query, n)
        assert expected[best] == pytest.approx(sorted(expected, reverse=True)[: len(best)], abs=1e-5)
        assert len(best) == min(n, np.count_nonzero(expected))
        assert ours.scores_of(query, best) == pytest.approx(expected[best].tolist(), abs=1e-5)


def test_the_best_within_some_rows(corpus: list[list[str]], ours: Okapi, theirs: BM25Okapi) -> None:
    within = np.zeros(len(corpus), np.bool_)
    within[100:400:3] = True
    query = dict.fromkeys(["the", "of", *corpus[103]], 1.0)
    expected = np.where(within, weighed(theirs, query), 0)
    best = ours.best(query, 20, Within((), (), lambda _: within))
    assert within[best].all()
    assert sorted(expected[best]) == pytest.approx(sorted(expected)[-20:], abs=1e-5)


def test_most_rows_are_never_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rare word decides needs no look at all the rows of a frequent one."""
    corpus = [["the", "sea"], *([["the", "land"]] * 40_000), *([["the", "ship", "sea"]] * 3)]
    model, looked = Okapi(corpus), []
    part = Okapi._part

    def counted(self: Okapi, weight: float, rows: np.ndarray, counts: np.ndarray) -> np.ndarray:
        looked.append(len(rows))
        return part(self, weight, rows, counts)

    monkeypatch.setattr(Okapi, "_part", counted)
    assert model.best({"the": 0.2, "ship": 1.0}, 3) == [40_001, 40_002, 40_003]
    assert sum(looked) < 100


def test_rows_with_one_score_come_in_order() -> None:
    model = Okapi([["a", "b"], ["c", "d"]] * 30)
    assert model.best({"a": 1.0}, 3) == [0, 2, 4]
    assert model.best({"a": 1.0}, 100) == list(range(0, 60, 2))


def test_what_an_index_is_made_of_changes_nothing(corpus: list[list[str]], ours: Okapi) -> None:
    model = Okapi(InMemory(map(invert, (corpus[:1], [], corpus[1:300], corpus[300:]))))
    assert dict(model.idf) == dict(ours.idf)
    assert np.array_equal(model.get_scores(corpus[7]), ours.get_scores(corpus[7]))


def test_terms_by_what_they_begin_with(ours: Okapi) -> None:
    assert list(ours.idf.beginning("str")) == sorted(term for term in ours.idf if term.startswith("str"))


def test_idf_is_never_negative(ours: Okapi) -> None:
    assert min(ours.idf.values()) > 0
    assert ours.weigh("nowhere") >= max(ours.idf.values())


@pytest.mark.parametrize("corpus", [[], [[]], [[], ["a"]]], ids=["nothing", "empty", "half empty"])
def test_small_collections(corpus: list[list[str]]) -> None:
    model = Okapi(corpus)
    assert model.get_scores(["a", "b"]).shape == (len(corpus),)
    assert model.best({"b": 1.0}, 5) == []
