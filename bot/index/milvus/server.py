"""A collection in Milvus: how it is reached, what its rows have, what a real server asks of requests, what goes wrong.

Limits are those of milvus.io/docs/limitations.md. Everything that is asked for here may be asked for twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from bot.documents import digest
from bot.errors import APP, BotError, StoreError

FILE, DOCUMENT, BODY, TEXT, SENTENCE, PART, WORD = range(7)
"""Kinds of rows: what came of a file; the head of a document, its columns with its terms, its text, all in pieces; a
sentence to be found; what somebody says in a document; a term."""
STRING, RESULTS, MARKS = 65_535, 16_384, 4_096
"""Bytes of a string, results of a request, values of an array."""
_REQUEST, _ROWS, _BLOBS = 16_000_000, 4_000, 500
"""Bytes and rows put in at once, and rows of any length got at once: well below 64 MB, their limit."""
_LONG = frozenset(["data", "marks"])
"""What may take up many bytes of a row."""
_PATIENCE = 60.0
"""Seconds for one request. Till then pymilvus repeats what was refused for lack of room or of a connection, waiting
longer each time."""
_NAME = "quotes"
"""Of a collection whose URL gives none."""
_MADE, _AVERAGE = "bot.made", "bot.average"
Row = dict[str, Any]


class Facts(NamedTuple):
    """By what all of a collection is made; among its properties."""

    made: str
    """The rules of reading."""
    average: float
    """Terms of a sentence, as its vectors are weighed."""

    def key(self, *about: object) -> str:
        """What stands for something in a collection made so, and for nothing in one made otherwise."""
        return digest(repr((*self, *about)).encode("utf-8", "surrogatepass"))

    def mark(self, how: str, word: str = "") -> int:
        """The same as a number of 63 bits."""
        return int(self.key(how, word)[:16], 16) >> 1


def dimension(mark: int) -> int:
    """A mark folded into what a sparse vector may have as a dimension: 32 bits, but not all ones; 0 is for no term."""
    return mark % ((1 << 32) - 2) + 1


def row(kind: int, key: str, document: str = "", **more: Any) -> Row:
    """A row; every one has a vector, and no question looks in dimension 0."""
    nothing = {"who": 0, "marks": [], "vector": {0: 1.0}, "word": "", "data": ""}
    return {"kind": kind, "key": key, "document": document, **nothing, **more}


def some_of(values: Iterable[Any], most: int) -> Iterator[list[Any]]:
    """Some values after the others, at most so many at once."""
    rest = iter(values)
    while some := list(islice(rest, most)):
        yield some


class Server:
    """A collection on a server, or in a file of milvus-lite. Raises StoreError."""

    def __init__(self, url: str) -> None:
        at = urlsplit(url)
        self._level = "Bounded"  # who only asks need not wait for the last seconds
        self._local, place = not at.hostname, at.netloc.rpartition("@")[2]
        self.shown = f"{at.scheme}://{place}{at.path}"
        self._name = _NAME if self._local else at.path.strip("/") or _NAME
        address = at.path if self._local else f"http{'s' if at.scheme.endswith('+tls') else ''}://{place}"
        token = ":".join(unquote(one) for one in (at.username, at.password) if one)
        with self._heard():
            from pymilvus import MilvusClient

            _hush()
            self._client = MilvusClient(address, token=token, timeout=_PATIENCE)
            self.there = self._client.has_collection(self._name, timeout=_PATIENCE)
            if self.there:
                self._client.load_collection(self._name, timeout=_PATIENCE)  # only what is loaded can be asked

    @contextmanager
    def _heard(self) -> Iterator[None]:
        """Turns what goes wrong into one line."""
        try:
            from grpc import RpcError
            from pymilvus import MilvusException
        except ModuleNotFoundError as error:
            raise BotError(f"an index in Milvus needs the extra milvus: pip install '{APP}[milvus]'") from error
        try:
            yield
        except (MilvusException, RpcError, OSError, ValueError) as error:
            raise StoreError(self.shown, _reason(error)) from error

    def facts(self) -> Facts:
        """What the collection is made by."""
        if not self.there:
            raise StoreError(self.shown, "there is no such collection")
        with self._heard():
            known = self._client.describe_collection(self._name, timeout=_PATIENCE)["properties"]
        if _MADE not in known:
            raise StoreError(self.shown, "it is no collection of this program")
        return Facts(known[_MADE], float(known[_AVERAGE]))

    def note(self, facts: Facts) -> None:
        """Notes what the collection is made by from now on."""
        with self._heard():
            self._client.alter_collection_properties(self._name, properties=_told(facts), timeout=_PATIENCE)

    def make(self, facts: Facts) -> None:
        """Makes the collection; where several do so at once, one does."""
        with self._heard():
            from pymilvus import DataType

            schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
            schema.add_field("key", DataType.VARCHAR, is_primary=True, max_length=64)
            schema.add_field("kind", DataType.INT8)
            schema.add_field("document", DataType.VARCHAR, max_length=32)
            schema.add_field("who", DataType.INT64)
            schema.add_field("marks", DataType.ARRAY, element_type=DataType.INT64, max_capacity=MARKS)
            schema.add_field("vector", DataType.SPARSE_FLOAT_VECTOR)
            schema.add_field("word", DataType.VARCHAR, max_length=STRING)
            schema.add_field("data", DataType.VARCHAR, max_length=STRING)
            index = self._client.prepare_index_params()
            index.add_index("vector", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
            for name in () if self._local else ("kind", "document", "who", "marks", "word"):
                index.add_index(name, index_type="INVERTED")
            try:
                self._client.create_collection(
                    self._name, schema=schema, index_params=index, properties=_told(facts), timeout=_PATIENCE,
                    consistency_level="Strong",  # of what is opened; everybody sees the same documents
                )  # fmt: skip
            except Exception:
                if not self._client.has_collection(self._name, timeout=_PATIENCE):
                    raise
        self.there = True

    def rows(self, where: str, *fields: str) -> Iterator[Row]:
        """All rows that fulfil a condition, a request for some after the other."""
        with self._heard():
            at_once = _ROWS if _LONG.isdisjoint(fields) else _BLOBS
            pages = self._client.query_iterator(
                self._name, batch_size=at_once, filter=where, output_fields=list(fields), timeout=_PATIENCE
            )
            try:
                while page := pages.next():
                    yield from page
            finally:
                pages.close()

    def get(self, keys: Iterable[str], *fields: str) -> dict[str, Row]:
        """Rows by their keys, as far as they are there."""
        found: dict[str, Row] = {}
        with self._heard():
            for some in some_of(keys, _BLOBS):
                rows = self._client.get(
                    self._name, some, ["key", *fields], timeout=_PATIENCE, consistency_level=self._level
                )
                found.update((one["key"], one) for one in rows)
        return found

    def count(self, where: str) -> int:
        """How many rows fulfil a condition."""
        with self._heard():
            found = self._client.query(
                self._name, filter=where, output_fields=["count(*)"], timeout=_PATIENCE, consistency_level=self._level
            )
        return int(found[0]["count(*)"])

    def search(self, vectors: Sequence[Mapping[int, float]], most: int, where: str) -> list[list[tuple[str, float]]]:
        """For each vector the keys of the rows of the highest inner products, highest first, with these."""
        with self._heard():
            found = self._client.search(
                self._name, data=list(vectors), anns_field="vector", limit=most, filter=where, output_fields=["key"],
                search_params={"metric_type": "IP"}, timeout=_PATIENCE, consistency_level=self._level,
            )  # fmt: skip
        return [[(hit["key"], hit["distance"]) for hit in hits if hit["distance"] > 0] for hits in found]

    def put(self, rows: Iterable[Row]) -> None:
        """Puts rows in, in the place of those with the same keys."""
        some: list[Row] = []
        size = 0
        for one in rows:
            some.append(one)
            size += 200 + len(one["data"]) + 8 * (len(one["marks"]) + len(one["vector"]))
            if size > _REQUEST or len(some) == _ROWS:
                self._put(some)
                some, size = [], 0
        self._put(some)

    def _put(self, some: list[Row]) -> None:
        with self._heard():
            if some:
                self._level = "Strong"  # who has put something in sees it
                self._client.upsert(self._name, some, timeout=_PATIENCE)

    def settle(self) -> None:
        """After much was put in: milvus-lite searches what is on disk; a server does that by itself when it is time."""
        if self._local:
            with self._heard():
                self._client.flush(self._name, timeout=_PATIENCE)

    def take_out(self, where: str) -> None:
        """Takes out all rows that fulfil a condition."""
        with self._heard():
            self._client.delete(self._name, filter=where, timeout=_PATIENCE)


def _hush() -> None:
    """What client and milvus-lite write to the log is told in one line already."""
    import logging

    for name in ("grpc", "milvus_lite", "pymilvus"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _told(facts: Facts) -> dict[str, str]:
    return {_MADE: facts.made, _AVERAGE: repr(facts.average)}


_REASONS = {
    "fail connecting": "no server answers there",
    "unavailable": "no server answers there",
    "auth check": "it does not accept the token",
    "unauthenticated": "it does not accept the token",
    "permission": "the token does not allow that",
    "rate limit": "it has too much to do; try again",
    "quota": "it is full",
    "deadline": "it does not answer in time",
    "timeout": "it does not answer in time",
}
"""What is said of a failure, and what it means."""


def _reason(error: Exception) -> str:
    text = " ".join(str(getattr(error, "message", error)).split())
    return next((told for sign, told in _REASONS.items() if sign in text.lower()), text)
