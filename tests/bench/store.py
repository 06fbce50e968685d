"""How fast a stored folder is opened and asked, and whether it answers as memory does.

    python tests/bench/store.py FOLDER QUESTIONS

FOLDER is read as it would be with -d (a million sentences: the public repository thechangelog/transcripts), QUESTIONS
has one question a line. CPU milliseconds; the first pass finds nothing kept in memory, the second what the first left.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot import Answer, Bot


def main(folder: str, questions: list[str]) -> None:
    """Keeps a folder, asks it twice, and compares the answers with those of memory."""
    with tempfile.TemporaryDirectory() as beside:
        store = Path(beside) / "kept.store"
        seconds = timed(lambda: Bot.read(folder, index=store)) / 1000
        print(f"kept in {seconds:.1f} s (this process alone), {store.stat().st_size / 1e6:.0f} MB")
        print(f"opened in {sorted(timed(lambda: Bot.read(index=store)) for _ in range(9))[4]:.1f} ms")
        kept, read = Bot.read(index=store), Bot.read(folder, cache=False)
        for turn in ("first", "second"):
            times = sorted(timed(lambda asked=question: kept.ask(asked)) for question in questions)
            p50, p90, p99 = (times[int(len(times) * share)] for share in (0.5, 0.9, 0.99))
            print(f"{turn} pass: p50 {p50:.1f}, p90 {p90:.1f}, p99 {p99:.1f} ms")
        other = sum(shown(kept.ask(question)) != shown(read.ask(question)) for question in questions)
        print(f"{other} of {len(questions)} answers differ from those of memory")


def shown(answer: Answer) -> list[tuple[str, int, float]]:
    """The quotes of an answer by document and number, with their scores."""
    return [(quote.document.id, quote.number, round(quote.score, 6)) for quote in (*answer.quotes, *answer.nearest)]


def timed(work: Callable[[], object]) -> float:
    """CPU milliseconds that something takes here."""
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).read_text("utf-8").splitlines())
