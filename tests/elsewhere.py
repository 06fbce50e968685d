"""What tests read into memory, kept in a store instead: the same suites then ask files of SQLite, or Milvus."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from bot.index import stores
from bot.index.handover import Reading
from bot.index.store import Entry, Store, StoreInMemory

Keeping = Callable[[Sequence[Reading]], Store]


def in_memory(_: Path) -> Iterator[Keeping]:
    """Keeps readings as they are."""
    yield StoreInMemory


def in_files(folder: Path) -> Iterator[Keeping]:
    """Keeps readings in files of SQLite in a folder."""
    yield _keeping(f"{folder}/%d.store")


def in_collections(folder: Path) -> Iterator[Keeping]:
    """Keeps readings in collections of milvus-lite, whose server runs beside the tests."""
    from milvus_lite.adapter.grpc.server import start_server_in_thread

    from bot.index.elsewhere import asking

    server, database, port = start_server_in_thread(data_dir=str(folder), host="127.0.0.1", port=0)
    keeping = _keeping(f"milvus://127.0.0.1:{port}/c%d")

    def kept(readings: Sequence[Reading]) -> Store:
        with pytest.MonkeyPatch.context() as patch:  # documents that need not be files
            own = [(repr(one.document.id), one.document.id, one.document.path) for one in readings]
            patch.setattr(asking, "called", lambda _: own)
            return keeping(readings)

    yield kept
    server.stop(grace=None)
    database.close()


def _keeping(names: str) -> Keeping:
    numbers = count()

    def kept(readings: Sequence[Reading]) -> Store:
        name = names % next(numbers)
        with closing(stores.writer(name)) as writer, writer.change():
            entries = [Entry(repr(one.document.id), one.document.id, one.document.path) for one in readings]
            writer.settle(entries, {repr(one.document.id): one for one in readings}, {})
        return stores.kept(name)

    return kept
