"""What came of files, in a store."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap
from typing import Any, Protocol

from bot.documents import Place, Status
from bot.index.outcomes import Outcome
from bot.index.stored.file import Broken, heard, read_back, seal, spelt


class Read(Protocol):
    """A store that can be read."""

    path: str

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...


class Changed(Read, Protocol):
    """A store that can be changed."""

    def run(self, query: str, values: Iterable[Sequence[Any]]) -> None: ...


def outcomes(store: Read) -> dict[str, Outcome]:
    """What came of files before, by path."""
    query = "SELECT path, shown, named, size, changed, content, text, said, state, seal FROM place"
    with heard(store.path):
        return {one.path: one for one in starmap(_outcome, store.rows(query))}


def _outcome(*row: Any) -> Outcome:
    path, shown, named, size, changed, content, text, said, state, check = row
    if seal(*row[:-1]) != check:
        raise Broken
    place = Place(read_back(path), read_back(shown), bool(named))
    return Outcome(Status(place, size, changed), content, text, None if said is None else read_back(said), state)


def put_outcomes(writer: Changed, found: Mapping[str, Outcome]) -> None:
    """Notes what came of files, in place of what came of them before."""
    before = outcomes(writer)
    writer.run("DELETE FROM place WHERE path = ?", [(spelt(path),) for path in before.keys() - found.keys()])
    rows = [_row(one) for path, one in found.items() if before.get(path) != one]
    writer.run("REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((*row, seal(*row)) for row in rows))


def _row(one: Outcome) -> tuple[Any, ...]:
    place, size, changed = one.status
    said = None if one.said is None else spelt(one.said)
    return (
        spelt(one.path), spelt(place.shown), int(place.named), size, changed, one.content, one.text, said, one.state,
    )  # fmt: skip
