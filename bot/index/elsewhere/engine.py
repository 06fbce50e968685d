"""What is asked of an engine: to keep rows, to give them back by what they have, and to find the best by a vector."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, Protocol

FILE, DOCUMENT, OPENING, WHOLE, SENTENCE = range(5)
"""Kinds of rows: what came of a file; that a document is there; what is needed of it to open the store, and all of it,
in pieces; a sentence to be found."""
STRING, MARKS, RESULTS = 65_535, 4_096, 16_384
"""Bytes of a string and numbers of an array in a row, and results of a search: what the strictest engine allows."""
Row = dict[str, Any]
"""Its kind, key, document (a key), who speaks and the marks of its terms (numbers), its vector and data (a string)."""


class Where(NamedTuple):
    """Which rows; of what is empty, any."""

    kinds: Sequence[int]
    documents: Sequence[str] = ()
    keys: Sequence[str] = ()
    who: Sequence[int] = ()
    """Those who speak."""
    marks: Sequence[int] = ()
    """All of them."""


class Engine(Protocol):
    """Where the rows of one store are. Every request may be repeated. Raises StoreError."""

    path: str
    """What the store is called, without what is nobody's business."""
    there: bool

    @property
    def noted(self) -> Mapping[str, str]:
        """What was noted when the store was made."""

    def make(self, noted: Mapping[str, str], *, anew: bool = False) -> None:
        """Makes the store; where several do so at once, one does. `anew`: an empty one beside it, to be filled."""

    def take_over(self) -> None:
        """The one that was made anew takes the place of the other."""

    def rows(self, where: Where, *fields: str) -> Iterator[Row]:
        """All such rows as they are now."""

    def keys(self, where: Where) -> list[str]:
        """The keys of such rows; of more than RESULTS, of some."""

    def get(self, keys: Iterable[str], *fields: str) -> dict[str, Row]:
        """Rows by their keys, as far as they are there."""

    def search(self, vector: Mapping[int, float], most: int, where: Where) -> list[tuple[str, float]]:
        """The keys of the rows of the highest inner products, highest first, with these."""

    def put(self, rows: Iterable[Row]) -> None:
        """Puts rows in, in the place of those with the same keys."""

    def take_out(self, where: Where) -> None:
        """Takes out all such rows."""

    def settle(self) -> None:
        """Much was put in, which is to be found now."""


def some_of(values: Iterable[Any], most: int) -> Iterator[list[Any]]:
    """Some values after the others, at most so many at once."""
    rest = iter(values)
    while some := list(islice(rest, most)):
        yield some
