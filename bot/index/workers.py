"""Work in other processes: the same function over many items, results in the order of the items."""

import os
import pickle
import select
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_AHEAD = 64
"""Items that may be done before one that is waited for."""
_SIZE = 8
"""Bytes that tell how long a result is."""


def processors() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    work: Callable[[_Item], _Result], items: Sequence[_Item], jobs: int, meanwhile: Callable[[], object] | None = None
) -> Iterator[_Result | None]:
    """`work` of each item; None where the process that did it was ended.

    `meanwhile` is something to be done here, once, while another process works. With one job and nothing else to be
    done, on one processor, or without fork, the work is done here, too.
    """
    shared = (jobs > 1 and len(items) > 1) or (meanwhile is not None and len(items) > 0 and processors() > 1)
    if not (shared and hasattr(os, "fork")):
        if meanwhile:
            meanwhile()
        yield from map(work, items)
        return
    crew: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(items))):
            crew.append(_Worker(work, items, crew))
        yield from _in_order(crew, len(items), meanwhile)
    finally:
        for worker in crew:
            worker.end()


class _Worker:
    """A process that does items by their numbers."""

    def __init__(self, work: Callable[[Any], object], items: Sequence[Any], crew: "list[_Worker]") -> None:
        self._work, self._items, self._crew = work, items, crew
        self.item: int | None = None
        self._begin()

    def _begin(self) -> None:
        orders, self._orders = os.pipe()
        self.results, sender = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # other threads only score
            self._process = os.fork()
        if self._process == 0:
            try:
                for worker in {self, *self._crew}:
                    worker.let_go()
                _serve(orders, sender, self._work, self._items)
            finally:
                os._exit(0)
        os.close(orders)
        os.close(sender)

    def order(self, item: int) -> None:
        self.item = item
        os.write(self._orders, item.to_bytes(_SIZE, "big"))

    def result(self) -> object:
        """What it made of the item it was given; None where it was ended over it, and another takes its place."""
        size = _read(self.results, _SIZE)
        data = _read(self.results, int.from_bytes(size, "big")) if size else b""
        if data:
            return pickle.loads(data)  # noqa: S301 - our own
        self.end()
        self._begin()
        return None

    def let_go(self) -> None:
        """Closes the pipes, so that each hears when the one who gives orders is gone."""
        for pipe in (self._orders, self.results):
            with suppress(OSError):
                os.close(pipe)

    def end(self) -> None:
        self.let_go()
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _in_order(crew: Sequence[_Worker], count: int, meanwhile: Callable[[], object] | None) -> Iterator[Any]:
    done: dict[int, object] = {}
    ordered = wanted = 0
    while wanted < count:
        for worker in crew:
            if worker.item is None and ordered < min(count, wanted + _AHEAD):
                worker.order(ordered)
                ordered += 1
        if meanwhile:
            meanwhile()
            meanwhile = None
        busy = {worker.results: worker for worker in crew if worker.item is not None}
        for ready in select.select(list(busy), [], [])[0]:
            worker = busy[ready]
            item, worker.item = worker.item, None
            done[item or 0] = worker.result()
        while wanted in done:
            yield done.pop(wanted)
            wanted += 1


def _serve(orders: int, sender: int, work: Callable[[Any], object], items: Sequence[Any]) -> None:
    """The other process: does what it is told until nobody tells it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who gives orders
    while order := _read(orders, _SIZE):
        data = pickle.dumps(work(items[int.from_bytes(order, "big")]), protocol=5)
        with open(sender, "wb", closefd=False) as pipe:
            pipe.write(len(data).to_bytes(_SIZE, "big"))
            pipe.write(data)


def _read(pipe: int, size: int) -> bytes:
    """So many bytes; none where the other end is closed before."""
    parts: list[bytes] = []
    while size:
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            return b""
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
