"""A collection in Milvus: how it is reached, what its rows have, what a real server asks of requests, what goes wrong.

Every request may be repeated: a row that is put in again takes the place of itself, and what is taken out stays out.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.errors import APP, BotError, StoreError
from bot.index.elsewhere.engine import MARKS, RESULTS, STRING, Engine, Row, Where, some_of

_REQUEST, _ROWS, _LONG = 16_000_000, 4_000, 500
"""Bytes and rows put in at once, and rows with strings of any length got at once: below 64 MB a request, the limit in
milvus.io/docs/limitations.md, as those of `engine` are."""
_PATIENCE = 60.0
"""Seconds for one request. Till then pymilvus repeats what lost its connection or was refused for its rate, with
pauses of 0.01 to 3 seconds, but not what timed out or was refused for good: see its `retry_on_rpc_failure`."""
_BEHIND = 10.0
"""Seconds after which whoever asks sees what is there now: twice `common.gracefulTime`, by which a replica may be
behind for requests of the level "Bounded", see milvus.io/docs/consistency.md and configure_common.md."""
_NAME, _OURS = "quotes", "quotes.made"
"""Of a collection whose URL gives none, and of the property that each of ours has."""


def opened(url: str) -> Engine:
    """The collection that a URL names. Raises StoreError."""
    return Milvus(url)


class Milvus:
    """A collection on a server, or in a folder of milvus-lite. Raises StoreError."""

    def __init__(self, url: str) -> None:
        at = urlsplit(url)
        self._local, place = not at.hostname, at.netloc.rpartition("@")[2]
        self.path = f"{at.scheme}://{place}{at.path}"  # without the token
        self._alias = _NAME if self._local else at.path.strip("/") or _NAME
        address = at.path if self._local else f"http{'s' if at.scheme.endswith('+tls') else ''}://{place}"
        token = ":".join(unquote(one) for one in (at.username, at.password) if one)
        self._changed = monotonic()
        self._name, self.noted = self._alias, dict[str, str]()
        with self._heard():
            from pymilvus import MilvusClient

            _hush()
            self._client = MilvusClient(address, token=token, timeout=_PATIENCE)
        self.there = self._has(self._alias)
        if self.there:
            self._look()

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
            raise StoreError(self.path, _reason(error)) from error

    def _has(self, name: str) -> bool:
        with self._heard():
            return bool(self._client.has_collection(name, timeout=_PATIENCE))

    def _look(self) -> None:
        found = self._do(self._client.describe_collection)
        if _OURS not in found["properties"]:
            raise StoreError(self.path, f"{self._name} is no collection of this program")
        self._name, self.noted = found["collection_name"], found["properties"]
        self._do(self._client.load_collection)  # milvus.io/docs/load-and-release.md: before it is asked

    def _do(self, request: Callable[..., Any], *more: Any, **named: Any) -> Any:
        with self._heard():
            return request(self._name, *more, timeout=_PATIENCE, **named)

    def _ask(self, request: Callable[..., Any], *more: Any, **named: Any) -> Any:
        """What is there, with all that was there when it was opened, and what was put in here."""
        level = "Strong" if monotonic() - self._changed < _BEHIND else "Bounded"  # waits for the last seconds, or not
        return self._do(request, *more, consistency_level=level, **named)

    def make(self, noted: Mapping[str, str], *, anew: bool = False) -> None:
        """Makes the collection, by the name that the URL gives or `anew` beside it; where several do so, one does.

        The name of the URL is another one of it: milvus.io/docs/manage-aliases.md.
        """
        from pymilvus import DataType

        schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("key", DataType.VARCHAR, is_primary=True, max_length=512)
        schema.add_field("kind", DataType.INT8)
        schema.add_field("document", DataType.VARCHAR, max_length=32)
        schema.add_field("who", DataType.INT64)
        schema.add_field("marks", DataType.ARRAY, element_type=DataType.INT64, max_capacity=MARKS)
        schema.add_field("vector", DataType.SPARSE_FLOAT_VECTOR)
        schema.add_field("data", DataType.VARCHAR, max_length=STRING)
        self._before, number = self._name, self._name.removeprefix(f"{self._alias}_") if self.there else "0"
        self._name = f"{self._alias}_{int(number) + 1}"
        if anew and self._has(self._name):  # of one who was interrupted
            self._look()
            self._do(self._client.drop_collection)
        more = {"schema": schema, "properties": dict(noted), "consistency_level": "Strong"}  # of what is opened
        self._or_there(self._name, self._client.create_collection, **more)
        self._index("vector", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
        for name in ("kind", "document", "who", "marks"):
            self._index(name, index_type="INVERTED")
        self._look()  # another may have made it, by what sentences it has
        if not anew:
            self._or_there(self._alias, self._client.create_alias, self._alias)
        self.there = True

    def _index(self, field: str, **named: str) -> None:
        """Has a field indexed where it is not yet and can be; without one for its vector no collection is loaded."""
        index = self._client.prepare_index_params()
        index.add_index(field, **named)
        with suppress(StoreError):  # milvus-lite has none for arrays
            self._do(self._client.create_index, index)

    def _or_there(self, name: str, request: Callable[..., Any], *more: Any, **named: Any) -> None:
        try:
            self._do(request, *more, **named)
        except StoreError:
            if not self._has(name):
                raise

    def take_over(self) -> None:
        """Has the name of the URL lead to what was made anew, and drops what it led to."""
        self._do(self._client.alter_alias, self._alias)
        with self._heard():
            self._client.drop_collection(self._before, timeout=_PATIENCE)

    def rows(self, where: Where, *fields: str) -> Iterator[Row]:
        """All such rows as they are now, a request for some after the other."""
        with self._heard():
            at_once = _LONG if {"data", "marks"} & set(fields) else _ROWS
            pages = self._client.query_iterator(
                self._name, batch_size=at_once, filter=_filter(where), output_fields=list(fields), timeout=_PATIENCE
            )
            try:
                while page := pages.next():
                    yield from page
            finally:
                pages.close()

    def keys(self, where: Where) -> list[str]:
        """The keys of such rows; of more than RESULTS, of some."""
        found = self._ask(self._client.query, filter=_filter(where), output_fields=["key"], limit=RESULTS)
        return [one["key"] for one in found]

    def get(self, keys: Iterable[str], *fields: str) -> dict[str, Row]:
        """Rows by their keys, as far as they are there."""
        rows = (self._ask(self._client.get, some, ["key", *fields]) for some in some_of(keys, _LONG))
        return {one["key"]: one for some in rows for one in some}

    def search(self, vector: Mapping[int, float], most: int, where: Where) -> list[tuple[str, float]]:
        """The keys of the rows of the highest inner products, highest first, with these.

        No small value is left out and no bound set too low where nothing else is said: milvus issue 53005.
        """
        (hits,) = self._ask(
            self._client.search, data=[vector], anns_field="vector", limit=most, filter=_filter(where),
            output_fields=["key"], search_params={"metric_type": "IP"},
        )  # fmt: skip
        return [(hit["key"], hit["distance"]) for hit in hits if hit["distance"] > 0]

    def put(self, rows: Iterable[Row]) -> None:
        """Puts rows in, in the place of those with the same keys."""
        some: list[Row] = []
        size = 0
        for one in rows:
            some.append(one)
            size += 600 + len(one["data"]) + 8 * (len(one["marks"]) + len(one["vector"]))
            if size > _REQUEST or len(some) == _ROWS:
                self._put(some)
                some, size = [], 0
        self._put(some)

    def _put(self, some: list[Row]) -> None:
        if some:
            self._do(self._client.upsert, some)
            self._changed = monotonic()

    def take_out(self, where: Where) -> None:
        """Takes out all such rows."""
        self._do(self._client.delete, filter=_filter(where))

    def settle(self) -> None:
        """milvus-lite searches what is on disk; a server what comes in, too, and to flush often would make it slow.

        See milvus.io/api-reference/pymilvus/v2.6.x/ORM/Collection/flush.md.
        """
        if self._local:
            self._do(self._client.flush)


def _filter(where: Where) -> str:
    """A condition, as milvus.io/docs/boolean.md and array-operators.md have it."""
    has = {"kind": where.kinds, "document": where.documents, "key": where.keys, "who": where.who}
    conditions = [f"{name} in {json.dumps(list(values))}" for name, values in has.items() if values]
    return " and ".join([*conditions, *([f"array_contains_all(marks, {where.marks})"] if where.marks else [])])


def _hush() -> None:
    """What client and milvus-lite write to the log is told in one line already."""
    import logging

    for name in ("grpc", "milvus_lite", "pymilvus"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


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
