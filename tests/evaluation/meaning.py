"""Prints how the extra `semantic` does beside words, by what it adds to scores and how likely an answer has to be.

    python tests/evaluation/meaning.py DATA

DATA holds folders of case files, as for fit.py. Run it where the extra is installed.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from fit import before, is_right, span

from bot import Bot
from bot.ranking import judging, semantics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(parser.parse_args().data.glob("*/*.json"))]
    bots = [(case, Bot.from_text(case["text"])) for case in cases]
    print("added  best  least  hit@1  hit@3  refused  false refusals")
    for added, best, least in product((0.0, 1.2, 1.5, 2.0), (0.0, 1.5), (0.2, 0.27, 0.35)):
        semantics.PER_DEVIATION, semantics.BEST = added, best
        judging.LEAST_MEANT = least
        shown = [(found, asked["answers"]) for case, bot in bots for asked, found in _answers(case, bot)]
        answerable = [found for found, answers in shown if answers]
        figures = (
            sum(any(found[:1]) for found in answerable) / len(answerable),
            sum(any(found) for found in answerable) / len(answerable),
            sum(not found for found, answers in shown if not answers) / max(1, len(shown) - len(answerable)),
            sum(not found for found in answerable) / len(answerable),
        )
        print(f"{added:5.1f} {best:5.1f} {least:6.2f}  " + "  ".join(f"{figure:.3f}" for figure in figures))


def _answers(case: dict[str, Any], bot: Bot) -> Iterator[tuple[dict[str, Any], list[bool]]]:
    """Each question with which of its quotes are right; no quotes when it is refused."""
    for asked in case["questions"]:
        chat = bot.conversation()
        for earlier in before(case["questions"], asked):
            chat.ask(earlier)
        spans = [span(case, answer) for answer in asked["answers"]]
        quotes = chat.ask(asked["q"]).quotes
        yield asked, [is_right(quote.start, quote.end, spans) for quote in quotes]


if __name__ == "__main__":
    main()
