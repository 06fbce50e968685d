"""Fits the weights of bot/ranking/, and prints how they do on sets that they were not fitted on.

    python tests/evaluation/fit.py DATA [--every N] [--seed N]

DATA holds question sets (`*.jsonl.gz`: one document a line, `{"text", "questions": [{"q", "answers": [[start, end]]}]}`
and folders of case files (`*.json`: the same with `sentences`, answers by number, `after` for follow-ups). Public
sources that were brought into this form: SQuAD 2.0 (https://rajpurkar.github.io/SQuAD-explorer), XQuAD
(https://github.com/google-deepmind/xquad), SelQA (https://github.com/emorynlp/selqa), FriendsQA
(https://github.com/emorynlp/FriendsQA) and QMSum (https://github.com/Yale-LILY/QMSum).

Ranking: conditional logit over a question's candidates (a right one against the others), each question weighted so that
every set counts alike. Refusing and confidence: logistic regressions of "the document answers this" and "the first
candidate is an answer" on `signs.signs`, of questions that go on from no other. Unanswerable are those marked so,
those put to another document of their set, and those put to their own document without the sentences that answer them.
L2 penalties; Newton's method. Where the extra `semantic` is installed, the weights of `signs.MEANT` are fitted, too.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bot import Bot
from bot.ranking.ranking import WEIGHTS
from bot.ranking.signs import MEANT, SIGNS, signs

CASES = 3.0
"""What case files count beside question sets: they are the documents and questions that the bot is made for."""
SHARES = {"answerable": 2.0, "unanswerable": 2.0, "foreign": 1.0, "cut": 0.5}
"""What each kind of question counts, all of a kind and set together."""
OWN = ("answerable", "unanswerable")
NAMES, SIGN_NAMES = list(WEIGHTS), list(SIGNS)


class Asked(NamedTuple):
    """A question with its candidates: features (candidates x features), which are right, and the signs of an answer."""

    features: np.ndarray
    right: np.ndarray
    signs: np.ndarray
    kind: str
    """ "answerable", "unanswerable", "foreign" (put to another document), "cut" (put to one without the answers)."""
    follows: bool
    weight: float
    alike: float | None
    """How close in meaning the first candidate is, where there is a model."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every Nth document of a set")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    sets = {name: list(_ask(documents[:: options.every])) for name, documents in _sets(options.data)}
    print(f"{'set':12} {'asked':>6} {'bm25':>6} {'now':>6} {'fitted':>6} {'unseen':>6}   hit@1")
    everything = [sets[name] for name in sets]
    fitted = rank_weights(everything)
    for name, asked in sets.items():
        unseen = rank_weights([other for key, other in sets.items() if key != name])
        now = np.array([WEIGHTS[feature] for feature in NAMES])
        alone = np.array([float(feature == "bm25") for feature in NAMES])
        figures = " ".join(f"{hit(asked, weights):6.3f}" for weights in (alone, now, fitted, unseen))
        print(f"{name:12} {len(asked):6} {figures}")
    print("WEIGHTS =", {name: round(float(value), 2) for name, value in zip(NAMES, fitted, strict=True)})
    print(f"\n{'set':12} answered when answerable, declined when not, when foreign, when cut (fitted without the set)")
    for name, asked in sets.items():
        others = [other for key, other in sets.items() if key != name] or everything
        weights, bias = sign_weights(others, right=False)
        scores = [(one, float(one.signs @ weights + bias)) for one in asked]
        print(f"{name:12} " + "  ".join(_at(scores, cut) for cut in (-1.5, -1.0, -0.5, 0.0)))
    _print_confidence(sets)
    both = [sign_weights(everything, right=right) for right in (False, True)]
    pairs = zip(SIGN_NAMES, both[0][0].round(2).tolist(), both[1][0].round(2).tolist(), strict=True)
    print("SIGNS =", {name: (answers, right) for name, answers, right in pairs})
    print("BIAS =", tuple(round(bias, 2) for _, bias in both))
    _print_meant(everything)


def _print_meant(sets: list[list[Asked]]) -> None:
    """The weights where a model tells how close the first candidate is, but for questions put to a cut document."""
    columns = [SIGN_NAMES.index(name) for name in MEANT if name != "alike"]
    told = [[one for one in asked if one.alike is not None and one.kind != "cut"] for asked in sets]
    close = [[one._replace(signs=np.array([*one.signs[columns], one.alike])) for one in asked] for asked in told]
    if any(close):
        weights, bias = sign_weights(close, right=False)
        print("MEANT =", dict(zip(MEANT, weights.round(2).tolist(), strict=True)), "MEANT_BIAS =", round(bias, 2))


def _print_confidence(sets: dict[str, list[Asked]]) -> None:
    """Of answers with a confidence, how many are right: over the case files, each fitted without its set."""
    found: list[tuple[float, bool]] = []
    for name, asked in sets.items():
        if asked and asked[0].weight == CASES:
            weights, bias = sign_weights([other for key, other in sets.items() if key != name], right=True)
            found += [
                (1 / (1 + float(np.exp(-one.signs @ weights - bias))), first_is_right(one))
                for one in asked
                if one.kind in OWN
            ]
    print("\nconfidence   questions   right")
    for low in range(0, 100, 10):
        group = [right for sure, right in found if low <= 100 * sure < low + 10]
        print(f".{low:02} to .{low + 10:02} {len(group):10} {np.mean(group) if group else float('nan'):10.2f}")


def _sets(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for path in sorted(folder.rglob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            documents = [json.loads(line) for line in lines]
        if documents and "questions" in documents[0]:
            yield path.name.split(".")[0], documents
    for place in sorted({path.parent for path in folder.glob("*/*.json")}):
        documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(place.glob("*.json"))]
        if "questions" in documents[0]:
            yield place.name, documents


def _ask(documents: list[dict[str, Any]]) -> Iterator[Asked]:
    bots = [Bot.from_text(document["text"]) for document in documents]
    weight = CASES if isinstance(documents[0]["questions"][0].get("type"), str) else 1.0
    for number, (document, bot) in enumerate(zip(documents, bots, strict=True)):
        for question in document["questions"]:
            spans = [span(document, answer) for answer in question["answers"]]
            if not spans and weight != CASES:
                continue  # the look-alikes of SQuAD are told from the others by no sign that we know
            chain = list(before(document["questions"], question))
            others = [(bot, OWN[not spans])]
            if spans and not chain:
                others.append((Bot.from_text(_without(document["text"], spans)), "cut"))
                if len(bots) > 1:
                    others.append((bots[(number + random.randrange(1, len(bots))) % len(bots)], "foreign"))  # noqa: S311
            for other, kind in others:
                one = _one(other, [*chain, question["q"]], spans if other is bot else [], kind, weight)
                if one:
                    yield one


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def span(document: dict[str, Any], answer: Any) -> tuple[int, int]:
    if isinstance(answer, int):
        return document["sentences"][answer]["start"], document["sentences"][answer]["end"]
    return answer[0], answer[1]


def before(questions: list[dict[str, Any]], question: dict[str, Any]) -> Iterator[str]:
    after = question.get("after")
    if after is not None:
        yield from before(questions, questions[after])
        yield questions[after]["q"]


def _one(bot: Bot, asked: list[str], spans: list[tuple[int, int]], kind: str, weight: float) -> Asked | None:
    chat = bot.conversation()
    for earlier in asked[:-1]:
        chat.ask(earlier)
    question, hits = chat.look(asked[-1])
    if not hits or not hits[0].features:
        return None
    features = np.array([[hit.features.get(name, 0.0) for name in NAMES] for hit in hits])
    spots = (bot.grounds.collection.spans[hit.row] for hit in hits)
    right = np.array([is_right(spot.start, spot.end, spans) for spot in spots])
    found = signs(question, bot.grounds, hits)
    told = np.array([found[name] for name in SIGN_NAMES])
    return Asked(features, right, told, kind, question.follows, weight, hits[0].alike)


def is_right(start: int, end: int, answers: list[tuple[int, int]]) -> bool:
    return any(2 * (min(last, end) - max(first, start)) >= min(last - first, end - start) for first, last in answers)


def hit(asked: list[Asked], weights: np.ndarray) -> float:
    """Hit@1 over answerable questions."""
    answerable = [one for one in asked if one.kind == "answerable"]
    return sum(bool(one.right[int(np.argmax(one.features @ weights))]) for one in answerable) / max(1, len(answerable))


def rank_weights(sets: list[list[Asked]], penalty: float = 4.0, steps: int = 30) -> np.ndarray:
    """Weights that make right candidates likely among all of their question."""
    usable = [[one for one in asked if one.right.any() and not one.right.all()] for asked in sets]
    weights = np.zeros(len(NAMES))
    for _ in range(steps):
        gradient, hessian = -penalty * weights, penalty * np.eye(len(NAMES))
        for asked in usable:
            share = (asked[0].weight if asked else 0.0) * 300 / max(300, len(asked))
            for one in asked:
                scores = one.features @ weights
                all_of = _softmax(scores)
                ours = np.zeros(len(scores))
                ours[one.right] = _softmax(scores[one.right])
                gradient += share * (ours - all_of) @ one.features
                centred = one.features - all_of @ one.features
                hessian += share * (centred.T * all_of) @ centred
        step = np.clip(np.linalg.solve(hessian, gradient), -2.0, 2.0)
        weights += step
        if np.abs(step).max() < 1e-3:
            break
    return weights


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


def sign_weights(sets: list[list[Asked]], *, right: bool, penalty: float = 1.0) -> tuple[np.ndarray, float]:
    """Logistic weights and bias of the signs that a document answers, or that the first candidate is an answer.

    Whether it answers: all kinds of questions, as SHARES says. Whether the first is right: every question of the set
    alike, none put to another document or to one without its answers.
    """
    rows, wanted, shares = [], [], []
    for asked in sets:
        groups = {kind: [one for one in asked if one.kind == kind and not one.follows] for kind in SHARES}
        own = sum(len(groups[kind]) for kind in OWN)
        for kind, group in groups.items():
            for one in group:
                rows.append([*one.signs, 1.0])
                wanted.append(float(first_is_right(one) if right else kind == "answerable"))
                share = float(kind in OWN) / max(40, own) if right else SHARES[kind] / max(40, len(group))
                shares.append(one.weight * 200 * share)
    matrix, target, share = np.array(rows), np.array(wanted), np.array(shares)
    weights = np.zeros(matrix.shape[1])
    ridge = penalty * np.eye(len(weights))
    ridge[-1, -1] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (share * (target - chance)) - ridge @ weights
        weights += np.linalg.solve((matrix.T * (share * chance * (1 - chance))) @ matrix + ridge, gradient)
    return weights[:-1], float(weights[-1])


def first_is_right(one: Asked) -> bool:
    """Whether the candidate that the weights of the package put first is an answer."""
    now = np.array([WEIGHTS[name] for name in NAMES])
    return bool(one.right[int(np.argmax(one.features @ now))])


def _at(scores: list[tuple[Asked, float]], cut: float) -> str:
    groups = [
        [score > cut if kind == "answerable" else score <= cut for one, score in scores if one.kind == kind]
        for kind in SHARES
    ]
    return f"[{cut:+.1f}] " + " ".join(f"{np.mean(group):.3f}" if group else "  -  " for group in groups)


if __name__ == "__main__":
    main()
