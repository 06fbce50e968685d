"""Whether a collection of milvus-lite answers as a store in a file does, whoever fills it and whatever interrupts that.

    python tests/bench/milvus.py FOLDER QUESTIONS

FOLDER has text files (10,000 sentences take some minutes), QUESTIONS one question a line. Each part prints one line.
"""

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from socket import socket

from bot import Answer, Bot
from bot.index import Grounds, checked, forgotten
from bot.words import terms

MOMENTS = 20
FAILED = 2
"""The status of a run that could not be."""
FEW = 60
"""Questions where all are not needed."""


def main(folder: Path, questions: list[str]) -> None:
    """Shows it part by part."""
    with tempfile.TemporaryDirectory() as beside, server(Path(beside) / "lite") as address:
        papers = Path(beside) / "papers"
        copytree(folder, papers)
        url, local = f"{address}/one", Bot.read(papers, index=Path(beside) / "kept.store")
        before = time.perf_counter()
        whole = Bot.read(papers, index=url)
        seconds = time.perf_counter() - before
        print(f"{len(whole.documents)} documents, {len(whole.sentences)} sentences in {seconds:.0f} s: {checked(url)}")
        say("alone", whole, local, questions)
        by_two(papers, f"{address}/two")
        say("two at once", Bot.read(index=f"{address}/two"), local, questions[:FEW])
        by_the_killed(papers, address, seconds)
        say(f"killed {MOMENTS} times", Bot.read(papers, index=f"{address}/killed"), local, questions[:FEW])
        print(checked(f"{address}/killed"))
        changed(papers, url, questions)


def by_two(papers: Path, url: str) -> None:
    """Two processes fill a collection at once, a half each and some files both."""
    files = sorted(map(str, papers.iterdir()))
    third = len(files) // 3
    for one in [filling(url, files[: 2 * third]), filling(url, files[third:])]:
        if one.wait() == FAILED:
            raise SystemExit("a fill failed")


def by_the_killed(papers: Path, address: str, seconds: float) -> None:
    """Fills that are killed at moments over the time that one takes, each over what the one before has left."""
    killed = 0
    while killed < MOMENTS:
        one = filling(f"{address}/killed", [str(papers)])
        time.sleep(seconds * (killed + 1) / (MOMENTS + 1))
        one.send_signal(signal.SIGKILL)
        if one.wait() == -signal.SIGKILL:
            killed += 1
        else:  # it was faster than the first: from nothing again
            command = [sys.executable, "-m", "bot", "--index", f"{address}/killed", "--forget", str(papers)]
            subprocess.run(command, check=True)  # of its own: a client that waits long loses the server of milvus-lite
            seconds *= 0.9


def changed(papers: Path, url: str, questions: Sequence[str]) -> None:
    """Files are replaced, added and forgotten; then speakers and documents are asked for."""
    first, second, third, *_ = sorted(papers.iterdir())
    first.write_text(second.read_text("utf-8") + "\n\nAda Brown said that the ferry is late.\n", "utf-8")
    Bot.read(first, index=url)
    forgotten(url, str(third))
    third.unlink()
    kept, read = Bot.read(index=url), Bot.read(papers, cache=False)
    say("replaced and forgotten", kept, read, questions[:FEW])
    people = [one.name for one in read.speakers][::20]
    other = sum(kept.ask(questions[0], None, name) != read.ask(questions[0], None, name) for name in people)
    print(f"of one speaker: {other} of {len(people)} answers differ")
    numbers = range(0, len(read.documents), 5)
    other = sum(ten(kept.grounds, questions[0], at) != ten(read.grounds, questions[0], at) for at in numbers)
    print(f"of one document: {other} of {len(numbers)} tops of ten differ")


def say(what: str, kept: Bot, read: Bot, questions: Sequence[str]) -> None:
    """Says how many differ: documents, sentences, answers in all fields, and the ten best by terms alone."""
    same = list(kept.documents) == list(read.documents) and list(kept.sentences) == list(read.sentences)
    took: list[float] = []
    other = tens = 0
    for question in questions:
        before = time.perf_counter()
        answer: Answer = kept.ask(question)
        took.append(1000 * (time.perf_counter() - before))
        other += answer != read.ask(question)
        tens += ten(kept.grounds, question) != ten(read.grounds, question)
    print(
        f"{what}: {'the same' if same else 'OTHER'} documents and sentences, {other} of {len(questions)} answers and"
        f" {tens} tops of ten differ; p50 {sorted(took)[len(took) // 2]:.0f} ms"
    )


def ten(grounds: Grounds, question: str, *documents: int) -> list[int]:
    """The ten best rows, of some documents or of all."""
    return grounds.index.best(dict.fromkeys(terms(question), 1.0), 10, grounds.within(documents) if documents else None)


def filling(url: str, paths: list[str]) -> subprocess.Popen[bytes]:
    """A process that fills a collection."""
    named = [part for path in paths for part in ("-d", path)]
    return subprocess.Popen([sys.executable, "-m", "bot", "--index", url, *named, "Who?"], stdout=subprocess.DEVNULL)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """milvus-lite as a server of its own process."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    own = ["--data-dir", str(folder), "--host", "127.0.0.1", "--port", port]
    command = [sys.executable, "-m", "milvus_lite", "server", *own]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while socket().connect_ex(("127.0.0.1", int(port))):
                time.sleep(0.2)
            yield f"milvus://127.0.0.1:{port}"
        finally:
            process.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8").splitlines())
