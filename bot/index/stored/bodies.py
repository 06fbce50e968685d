"""The documents of a store: their columns, their texts in pieces, and all of one where it is wanted."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar, overload

from bot.documents import Document, Marks
from bot.index.columns import Columns
from bot.index.stored.file import KEY, PIECE, Shelf, damage, heard, read_back
from bot.index.stored.packing import opened, unpacked
from bot.index.stored.recent import Recent
from bot.speakers import Speaker

_Value = TypeVar("_Value")
_KEPT, _PIECES = 1 << 26, 1 << 24
"""Bytes of columns, and of pieces of text, that are kept."""
_WHOLE = 1 << 24
"""Characters of whole documents that are kept."""
_HEAD = 1_000
"""Bytes that something kept takes up beside what it is of."""


class Placed(NamedTuple):
    """A document, and where it stands."""

    number: int
    segment: int
    first: int
    """Its first row in the segment."""
    size: int
    lead: int | None
    dated: str
    content: str
    id: bytes
    title: bytes
    path: bytes | None
    date: str | None
    own_lines: int


class _Body(NamedTuple):
    columns: Columns
    marks: Marks
    length: int


class Bodies:
    """Reads what documents have, by their places; what was read last is kept."""

    def __init__(self, shelf: Shelf, placed: Sequence[Placed]) -> None:
        self._shelf, self._placed = shelf, placed
        self.speakers: dict[Speaker, Speaker] = {}
        """One object for each."""
        self._bodies: Recent[int, _Body] = Recent(_KEPT)
        self._pieces: Recent[tuple[int, int], str] = Recent(_PIECES)
        self._documents: Recent[int, Document] = Recent(_WHOLE)

    def columns(self, at: int) -> Columns:
        return (self._bodies.get(at) or self._body(at)).columns

    def document(self, at: int) -> Document:
        return self._documents.get(at) or self._document(at)

    def text(self, at: int, start: int, end: int) -> str:
        """A document's text from one offset to another."""
        first, last = start // PIECE, max(start, end - 1) // PIECE
        text = "".join(self._pieces.get((at, piece)) or self._piece(at, piece) for piece in range(first, last + 1))
        return text[start - first * PIECE : end - first * PIECE]

    def _body(self, at: int) -> _Body:
        one = self._placed[at]
        (data,) = self._shelf.one("SELECT columns FROM body WHERE document = ?", (one.number,))
        with heard(self._shelf.path):
            body = _Body(*unpacked(opened(data, one.content), self.speakers))
        return self._bodies.keep(at, body, _HEAD + len(data))

    def _piece(self, at: int, piece: int) -> str:
        one = self._placed[at]
        (data,) = self._shelf.one("SELECT data FROM text WHERE key = ?", (one.number * KEY + piece,))
        text = self._opened(data, one, piece)
        return self._pieces.keep((at, piece), text, _HEAD + len(data))

    def _document(self, at: int) -> Document:
        one, body = self._placed[at], self._bodies.get(at) or self._body(at)
        query = "SELECT data FROM text WHERE key >= ? AND key < ? ORDER BY key"
        rows = self._shelf.rows(query, (one.number * KEY, (one.number + 1) * KEY))
        text = "".join(self._opened(data, one, piece) for piece, (data,) in enumerate(rows))
        if len(text) != body.length:
            raise damage(self._shelf.path)
        path = None if one.path is None else read_back(one.path)
        found = Document(read_back(one.id), read_back(one.title), path, text, one.date, body.marks, bool(one.own_lines))
        return self._documents.keep(at, found, _HEAD + len(text))

    def _opened(self, data: bytes, one: Placed, piece: int) -> str:
        with heard(self._shelf.path):
            return str(opened(data, one.content, piece), "utf-8", "surrogatepass")


class Looked(Sequence[_Value]):
    """A sequence whose values are looked up."""

    def __init__(self, look: Callable[[int], _Value], size: int) -> None:
        self._look, self._size = look, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Value]: ...
    def __getitem__(self, index: int | slice) -> _Value | Sequence[_Value]:
        if isinstance(index, int):
            return self._look(index if 0 <= index < self._size else range(self._size)[index])
        return list(map(self._look, range(self._size)[index]))
