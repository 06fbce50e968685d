"""Whether a store holds what was written: SQLite's own check, checksums, and what follows from something else in it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.index.catalog import profile
from bot.index.people import calls, parts
from bot.index.store import Checked
from bot.index.stored.file import KEY, damage, heard, read_back, seal, spelt
from bot.index.stored.packing import opened, unpack_postings
from bot.index.stored.people import told_of
from bot.index.stored.reader import StoredStore

_PARTS = "SELECT key, name, title, aliases, size, first, seal FROM part ORDER BY key"


def checked(path: str) -> Checked:
    """Looks at everything in a store. Raises StoreError where it is not whole."""
    store = StoredStore(path)
    shelf = store.shelf
    if shelf.rows("PRAGMA integrity_check(1)") != [("ok",)]:
        raise damage(path)
    with heard(path):
        whole = {one.content for one in store.outcomes().values()} >= set(store.contents())
        whole = whole and all(document.text is not None for document in store.documents)  # its checksums are looked at
        whole = whole and all(len(store.people.rows(name)) for name in store.people.names)
        whole = whole and _spoken(store) == shelf.rows(_PARTS)
        whole = whole and _people(store) == sorted(shelf.rows("SELECT how, word, name, document FROM call"))
        whole = whole and _called(store) == sorted(shelf.rows("SELECT term, document FROM called"))
        whole = whole and _frequencies(store) == dict(shelf.rows("SELECT number, frequency FROM term WHERE frequency"))
    if not whole:
        raise damage(path)
    return Checked(len(store.documents), sum(map(int.__sub__, store.ends, store.firsts)), len(store.inverted))


def _spoken(store: StoredStore) -> list[tuple[Any, ...]]:
    """Who speaks in each document, how often, and where first, from the columns."""
    numbers = store.shelf.rows("SELECT number FROM document ORDER BY place")
    found = []
    for (number,), columns in zip(numbers, store.columns, strict=True):
        for at, part in enumerate(parts(columns)):
            told = told_of(part.speaker)
            found.append((number * KEY + at, *told, len(part.rows), int(part.rows[0]), seal(*told)))
    return sorted(found)


def _people(store: StoredStore) -> list[tuple[str, bytes, bytes, int]]:
    """What everybody is called, from the columns."""
    found: set[tuple[str, bytes, bytes, int]] = set()
    for (number,), columns in zip(
        store.shelf.rows("SELECT number FROM document ORDER BY place"), store.columns, strict=True
    ):
        for part in parts(columns):
            found.update((how.value, spelt(word), spelt(part.speaker.name), number) for how, word in calls(part))
    return sorted(found)


def _called(store: StoredStore) -> list[tuple[bytes, int]]:
    """The profiles of documents, from what they are called."""
    rows = store.shelf.rows("SELECT number, id, title, date FROM document")
    return sorted(
        (spelt(term), number)
        for number, name, title, date in rows
        for term in profile(read_back(name), read_back(title), date)
    )


def _frequencies(store: StoredStore) -> dict[int, int]:
    """How many rows have each term, from the postings."""
    names = dict(store.shelf.rows("SELECT number, term FROM term"))
    sizes = dict(store.shelf.rows("SELECT segment, sum(size) AS size FROM document GROUP BY segment"))
    found: Counter[int] = Counter()
    for key, most, least, data in _postings(store):
        rows, _ = unpack_postings(opened(data, key, most, least, names.get(key % KEY)), most, sizes.get(key // KEY, 0))
        found[key % KEY] += len(rows)
    return dict(found)


def _postings(store: StoredStore) -> Iterator[tuple[int, int, int, bytes]]:
    for (segment,) in store.shelf.rows("SELECT number FROM segment"):
        yield from store.shelf.rows(
            "SELECT * FROM posting WHERE key >= ? AND key < ?", (segment * KEY, (segment + 1) * KEY)
        )
