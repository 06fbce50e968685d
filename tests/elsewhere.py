"""What tests read into memory, kept in a store instead: the same suites then ask files of SQLite, or Milvus."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from bot.index.handover import Reading
from bot.index.store import Store, StoreInMemory

Keeping = Callable[[Sequence[Reading]], Store]


def in_memory(_: Path) -> Iterator[Keeping]:
    """Keeps readings as they are."""
    yield StoreInMemory


def in_files(folder: Path) -> Iterator[Keeping]:
    """Keeps readings in files of SQLite in a folder."""
    from bot.index.stored.reader import StoredStore
    from bot.index.stored.writer import Entry, Writer

    numbers = count()

    def kept(readings: Sequence[Reading]) -> Store:
        path = str(folder / f"{next(numbers)}.store")
        writer = Writer(path)
        with writer.change():
            writer.add([(one.document.id, one) for one in readings])
            writer.arrange(Entry(one.document.id, one.document.id, one.document.path) for one in readings)
        writer.close()
        return StoredStore(path)

    yield kept


def in_collections(folder: Path) -> Iterator[Keeping]:
    """Keeps readings in collections of milvus-lite, whose server runs beside the tests."""
    from milvus_lite.adapter.grpc.server import start_server_in_thread

    from bot.index.milvus.asking import MilvusStore
    from bot.index.milvus.filling import _average, _put_documents
    from bot.index.milvus.server import Facts, Server
    from bot.index.milvus.shelf import Placed, Shelf, placed

    server, database, port = start_server_in_thread(data_dir=str(folder), host="127.0.0.1", port=0)
    numbers = count()

    def kept(readings: Sequence[Reading]) -> Store:
        class Named(Shelf):
            """Documents that need not be files, called what they are called."""

            def _whole(self) -> Iterator[Placed]:
                known = {self.facts.key(one.document.id): one.document for one in readings}
                for key, head in self.heads.items():
                    yield placed(key, head, known[key].id, known[key].path)

        collection = Server(f"milvus://127.0.0.1:{port}/c{next(numbers)}")
        facts = Facts("tests", _average(readings))
        collection.make(facts)
        _put_documents(collection, facts, {one.document.id: one for one in readings}, set())
        return MilvusStore(Named(collection, facts))

    yield kept
    server.stop(grace=None)
    database.close()
