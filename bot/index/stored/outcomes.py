"""What came of each file that was read for a store, so that it need not be read again while it stays as it is."""

from itertools import starmap
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.documents import UNSURE, Place, Status
from bot.index.stored.file import Broken, Shelf, heard, read_back, seal, spelt

if TYPE_CHECKING:
    from bot.index.stored.writer import Writer

TEXT, UNREADABLE, PASSING, FAULTY = range(4)
"""A text; a reason why there is none that stays, or that may pass; a fault of this program."""


class Outcome(NamedTuple):
    """What came of one file."""

    status: Status
    content: str | None
    """What stands for its bytes and name."""
    text: str | None
    """What stands for its text."""
    said: str | None
    """A warning, or the reason why it is left out."""
    state: int

    @property
    def path(self) -> str:
        return self.status.place.path or ""

    def is_of(self, status: Status, field: str | None) -> bool:
        """Whether a file that looks so, to be read with that field of records, would be read just so."""
        same = self.status[1:] == status[1:] and status.changed != UNSURE and self.state != PASSING
        return same and self.content is not None and self.content.endswith(f":{field or ''}")


def outcomes(store: "Writer | Shelf") -> dict[str, Outcome]:
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


def put_outcomes(writer: "Writer", found: dict[str, Outcome]) -> None:
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
