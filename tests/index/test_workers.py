"""Work in other processes: in order, whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import Bot
from bot.index import files, workers
from bot.index.workers import each, processors


def squared(number: int) -> int:
    time.sleep(0.001 * (number % 5))
    return number * number


@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
def test_results_come_in_order(jobs: int) -> None:
    assert list(each(squared, range(200), jobs)) == [number * number for number in range(200)]
    assert list(each(squared, [], jobs)) == []


def test_they_work_elsewhere() -> None:
    assert os.getpid() not in set(each(lambda _: os.getpid(), range(4), 2))
    assert set(each(lambda _: os.getpid(), range(4), 1)) == {os.getpid()}
    assert processors() >= 1


def test_something_else_is_done_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []

    def meanwhile() -> None:
        done.append(os.getpid())

    for count in (1, 2):
        monkeypatch.setattr(workers, "processors", lambda: 2)
        assert os.getpid() not in set(each(lambda _: os.getpid(), range(count), 1, meanwhile))
        monkeypatch.setattr(workers, "processors", lambda: 1)
        assert set(each(lambda _: os.getpid(), range(count), 1, meanwhile)) == {os.getpid()}
    assert list(each(squared, [], 1, meanwhile)) == []
    assert done == 5 * [os.getpid()]


def test_one_that_is_ended_is_replaced() -> None:
    def work(number: int) -> int:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(each(work, range(8), 2)) == [0, 1, 2, None, 4, 5, 6, 7]


def test_none_is_left_when_nobody_wants_the_rest() -> None:
    found = each(lambda _: os.getpid(), range(1000), 2)
    some = {next(found) for _ in range(20)}
    found.close()  # type: ignore[attr-defined]
    for process in some:
        with pytest.raises(ProcessLookupError):
            os.kill(process or 0, 0)


def test_none_is_left_when_the_one_who_gives_orders_is_killed() -> None:
    code = (
        "import os, time\nfrom bot.index.workers import each\n"
        "def work(n): time.sleep(0.02); return os.getpid()\n"
        "for process in each(work, range(10_000), 3): print(process, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        workers = {int(run.stdout.readline()) for _ in range(12)}
        run.kill()
    end = time.monotonic() + 20
    while workers and time.monotonic() < end:
        workers = {worker for worker in workers if Path(f"/proc/{worker}").exists() and not _is_dead(worker)}
        time.sleep(0.02)
    assert workers == set()


def _is_dead(process: int) -> bool:
    """Whether a process has ended and nobody has asked how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_documents_read_elsewhere_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        text = f"Ann Moss said that {number} boats had left. “We wait,” said Tom Reed, a fisherman.\n\nNobody came.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "x.txt").write_bytes(b"")
    here, elsewhere = (Bot.read(tmp_path, jobs=jobs) for jobs in (1, 2))
    assert list(here.sentences) == list(elsewhere.sentences)
    assert here.skipped == elsewhere.skipped == (("x.txt", "it is empty"),)
    assert here.ask("How many boats had left?", k=5) == elsewhere.ask("How many boats had left?", k=5)
    reached: list[int] = []
    monkeypatch.setattr(files, "MUCH", 10)
    Bot.read(tmp_path, progress=lambda at: reached.append(at.files))
    assert reached == list(range(1, 14))
