"""Collections in Milvus as stores: how one is reached, filled and checked, what a real server asks, what goes wrong.

Every request may be repeated: a row that is put in again takes the place of itself, and what is taken out stays out.
Of a document what it has comes first, then what came of its file, then its head, with which it is whole; what goes
goes in the order file, rest, head. A file whose document is not whole counts as one that was not read.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from math import inf
from time import monotonic
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.errors import APP, BotError, StoreError
from bot.index.elsewhere.asking import StoreElsewhere, looked_through
from bot.index.elsewhere.rows import DOCUMENT, FILE, MARKS, STRING, UNDER, Row, State, key_of, row, rows_of, some_of
from bot.index.handover import Reading
from bot.index.outcomes import TEXT, Outcome
from bot.index.store import Checked, Entry
from bot.index.versions import glimpsed, looked_at

_REQUEST, _ROWS, _LONG = 16_000_000, 4_000, 500
"""Bytes and rows put in at once, and rows with strings of any length got at once: below 64 MB a request, the limit in
milvus.io/docs/limitations.md, as those of `rows` are."""
_PATIENCE = 60.0
"""Seconds for one request. Till then pymilvus repeats what lost its connection or was refused for its rate, with
pauses of 0.01 to 3 seconds, but not what timed out or was refused for good: see its `retry_on_rpc_failure`."""
_BEHIND = 10.0
"""Seconds after which whoever asks sees what was there when they began: twice `common.gracefulTime`, by which a replica
may be behind for requests of the level "Bounded", see milvus.io/docs/consistency.md and configure_common.md."""
_NAME = "quotes"
"""Of a collection whose URL gives none, and of what we note of one."""
_TYPICAL, _TOGETHER = 16.0, 100
"""Terms of a sentence, where there is none to tell; documents or files that are taken out together."""


class Milvus:
    """A collection on a server, or in a folder of milvus-lite. Raises StoreError."""

    def __init__(self, url: str, *, changes: bool = False) -> None:
        at = urlsplit(url)
        self._local, place = not at.hostname, at.netloc.rpartition("@")[2]
        self.path = f"{at.scheme}://{place}{at.path}"  # without the token
        self._alias = _NAME if self._local else at.path.strip("/") or _NAME
        address = at.path if self._local else f"http{'s' if at.scheme.endswith('+tls') else ''}://{place}"
        token = ":".join(unquote(one) for one in (at.username, at.password) if one)
        self._strong = inf if changes else monotonic() + _BEHIND
        self._name, self.noted = self._alias, dict[str, str]()
        with self._heard():
            from pymilvus import MilvusClient

            _hush()
            self._client = MilvusClient(address, token=token, timeout=_PATIENCE)
        self.there = False
        if self._has(self._alias):
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

    def _do(self, request: Callable[..., Any], *more: Any, name: str = "", **named: Any) -> Any:
        with self._heard():
            return request(name or self._name, *more, timeout=_PATIENCE, **named)

    def _ask(self, request: Callable[..., Any], where: Mapping[str, Sequence[Any]], **named: Any) -> Any:
        """What is there, with all that was when it was opened; for who changes it, with all that is."""
        level = "Strong" if monotonic() < self._strong else "Bounded"  # waits for the last seconds, or not
        return self._do(request, consistency_level=level, filter=_filter(where), **named)

    def _has(self, name: str) -> bool:
        return bool(self._do(self._client.has_collection, name=name))

    def _look(self) -> None:
        found, ours = self._do(self._client.describe_collection), f"{_NAME}."
        self.noted = {name[len(ours) :]: one for name, one in found["properties"].items() if name.startswith(ours)}
        if not self.noted:
            raise StoreError(self.path, f"{self._name} is no collection of this program")
        self._name, self.there = found["collection_name"], True
        self._do(self._client.load_collection)  # milvus.io/docs/load-and-release.md: before it is asked

    def make(self, average: float, *, anew: bool = False) -> None:
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
        made = json.dumps(looked_at(glimpsed())._replace(glimpse=""))  # by our rules, wherever their files are
        noted = {f"{_NAME}.made": made, f"{_NAME}.average": repr(average)}
        more = {"schema": schema, "properties": noted, "consistency_level": "Strong"}
        self._or_there(self._name, self._client.create_collection, **more)
        self._index("vector", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
        for name in ("kind", "document", "who", "marks"):
            self._index(name, index_type="INVERTED")
        self._look()  # another may have made it, by what sentences it has
        if not anew:
            self._or_there(self._alias, self._client.create_alias, self._alias)

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
        self._do(self._client.drop_collection, name=self._before)

    def rows(self, *fields: str, **where: Sequence[Any]) -> Iterable[Row]:
        most, output = _LONG if {"data", "marks"} & set(fields) else _ROWS, list(fields)
        found: list[Row] = self._ask(self._client.query, where, limit=most, output_fields=output)
        return self._all(where, most, output) if len(found) == most else found

    def _all(self, where: Mapping[str, Sequence[Any]], most: int, output: list[str]) -> Iterator[Row]:
        """Rows of whatever number, a request for some after the other."""
        pages = self._ask(self._client.query_iterator, where, batch_size=most, output_fields=output)
        with self._heard():
            while page := pages.next():
                yield from page

    def search(self, vector: Mapping[int, float], most: int, **where: Sequence[Any]) -> list[tuple[str, float]]:
        """The same. No small value is left out and no bound too low where nothing else is said: milvus issue 53005."""
        more = {"anns_field": "vector", "output_fields": ["key"], "search_params": {"metric_type": "IP"}}
        (hits,) = self._ask(self._client.search, where, data=[vector], limit=most, **more)
        return [(hit["key"], hit["distance"]) for hit in hits if hit["distance"] > 0]

    def put(self, rows: Iterable[Row]) -> None:
        """Puts rows in, in the place of those with the same keys."""
        some: list[Row] = []
        size = 0
        for one in rows:
            some.append(one)
            size += 600 + len(one["data"]) + 8 * (len(one["marks"]) + len(one["vector"]))
            if size > _REQUEST or len(some) == _ROWS:
                self._do(self._client.upsert, some)
                some, size = [], 0
        if some:
            self._do(self._client.upsert, some)

    def take_out(self, **where: Sequence[Any]) -> None:
        self._do(self._client.delete, filter=_filter(where))

    def settle(self) -> None:
        """milvus-lite searches what is on disk; a server what comes in, too, and to flush often would make it slow.

        See milvus.io/api-reference/pymilvus/v2.6.x/ORM/Collection/flush.md.
        """
        if self._local:
            self._do(self._client.flush)


def _filter(where: Mapping[str, Sequence[Any]]) -> str:
    """A condition, as milvus.io/docs/boolean.md and array-operators.md have it."""
    has = {name: json.dumps(list(values)) for name, values in where.items() if values}
    return " and ".join(
        f"array_contains_all(marks, {values})" if name == "marks" else f"{name} in {values}"
        for name, values in has.items()
    )


class Writer:
    """A collection that is being changed; made where it is not there. Raises StoreError."""

    def __init__(self, collection: Milvus) -> None:
        self._collection, self.path = collection, collection.path
        self._look()

    def _look(self) -> None:
        self._state = State.of(self._collection) if self._collection.there else State({}, {})

    def close(self) -> None:
        """Nothing is held."""

    def noted(self, name: str) -> object:
        return self._collection.noted.get(name)

    @contextmanager
    def change(self) -> Iterator[None]:
        self._look()
        yield

    def contents(self) -> AbstractSet[str]:
        return self._state.whole

    def outcomes(self) -> Mapping[str, Outcome]:
        files, there = self._state.files, self._state.whole
        texts = {one.text for one in files.values() if one.content in there}  # of doubles one stands for all
        return {path: one for path, one in files.items() if one.state != TEXT or one.text in texts}

    def settle(
        self, entries: Iterable[Entry], fresh: Mapping[str, Reading], state: Mapping[str, Outcome], **_: object
    ) -> None:
        to, (heads, files) = self._collection, self._state
        wanted, seen = {one.content for one in entries}, self.outcomes()
        new = {key_of(content): content for content in fresh if content in wanted and content not in self._state.whole}
        if not to.there:
            lengths = [one.segment.lengths for one in fresh.values()]
            to.make(sum(int(one.sum()) for one in lengths) / (sum(map(len, lengths)) or 1) or _TYPICAL)
        average = float(to.noted["average"])
        to.put(row(DOCUMENT, key, key) for key in new)
        to.put(one for key, content in new.items() for one in rows_of(key, fresh[content], average))
        changed = (one for path, one in state.items() if files.get(path) != one)
        to.put(row(FILE, f"f{key_of(one.path)}", data=json.dumps(one)) for one in changed)
        to.put(row(DOCUMENT, key, key, data=content) for key, content in new.items())
        for some in some_of((f"f{key_of(path)}" for path in seen.keys() - state.keys()), _TOGETHER):
            to.take_out(key=some)
        for some in some_of((key for key, content in heads.items() if content and content not in wanted), _TOGETHER):
            to.take_out(document=some, kind=UNDER)
            to.take_out(key=some)
        to.settle()


def kept(url: str) -> StoreElsewhere:
    """A collection to be asked. Raises StoreError."""
    collection = Milvus(url)
    if not collection.there:
        raise StoreError(collection.path, "there is no such collection")
    return StoreElsewhere(collection)


def writer(url: str) -> Writer:
    """A collection to be changed. Raises StoreError."""
    return Writer(Milvus(url, changes=True))


@contextmanager
def beside(url: str) -> Iterator[Writer]:
    """An empty collection, weighed by how long sentences are now, which takes the place of another at the end."""
    collection = Milvus(url, changes=True)
    collection.make(kept(url).index.avgdl, anew=True)
    yield Writer(collection)
    collection.take_over()


def checked(url: str) -> Checked:
    """Looks at everything in a collection. Raises StoreError where something of a document is missing or another."""
    return looked_through(kept(url))


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
