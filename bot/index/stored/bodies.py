"""The documents of a store: their columns, their texts in pieces, and all of one where it is wanted."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.documents import Document, Marks
from bot.index.columns import Columns
from bot.index.looking import Recent
from bot.index.stored.file import KEY, PIECE, Shelf, damage, heard, read_back, seal
from bot.index.stored.packing import opened, unpacked
from bot.speakers import Speaker

_Piece = tuple[int, int]
"""A document, and which piece of its text."""
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


class _Body(NamedTuple):
    columns: Columns
    marks: Marks
    length: int
    content: str


class Bodies:
    """Reads what documents have, by their places; what was read last is kept."""

    def __init__(self, shelf: Shelf, placed: Sequence[Placed]) -> None:
        self._shelf, self._placed = shelf, placed
        self.speakers: dict[Speaker, Speaker] = {}
        """One object for each."""
        self._bodies: Recent[int, _Body] = Recent(_KEPT)
        self._pieces: Recent[_Piece, str] = Recent(_PIECES)
        self._documents: Recent[int, Document] = Recent(_WHOLE)

    def columns(self, at: int) -> Columns:
        return self._body(at).columns

    def document(self, at: int) -> Document:
        return self._documents.get(at) or self._document(at)

    def texts(self, stretches: Iterable[tuple[int, int, int]]) -> list[str]:
        """What stands in each of some stretches: a document, and from which offset to which."""
        wanted = [(at, start, end, start // PIECE, max(start, end - 1) // PIECE + 1) for at, start, end in stretches]
        pieces = self._read({(at, piece) for at, _, _, first, last in wanted for piece in range(first, last)})
        return [
            "".join([pieces[at, piece] for piece in range(first, last)])[start - first * PIECE : end - first * PIECE]
            for at, start, end, first, last in wanted
        ]

    def _body(self, at: int) -> _Body:
        return self._bodies.get(at) or self._unpacked(at)

    def _unpacked(self, at: int) -> _Body:
        query = "SELECT columns, content FROM body JOIN document ON number = document WHERE document = ?"
        data, content = self._shelf.one(query, (self._placed[at].number,))
        with heard(self._shelf.path):
            body = _Body(*unpacked(opened(data, content), self.speakers), content)
        return self._bodies.keep(at, body, _HEAD + len(data))

    def _read(self, wanted: AbstractSet[_Piece]) -> dict[_Piece, str]:
        """Pieces of texts; those that are not there yet are looked up together."""
        found = {piece: text for piece in wanted if (text := self._pieces.get(piece)) is not None}
        keys = {self._placed[at].number * KEY + piece: (at, piece) for at, piece in wanted - found.keys()}
        for key, data in self._shelf.among("SELECT key, data FROM text WHERE key IN", keys):
            at, piece = keys[key]
            text = self._opened(data, self._body(at).content, piece)
            found[at, piece] = self._pieces.keep((at, piece), text, _HEAD + len(data))
        if len(found) < len(wanted):
            raise damage(self._shelf.path)
        return found

    def _document(self, at: int) -> Document:
        number, body = self._placed[at].number, self._body(at)
        query = "SELECT data FROM text WHERE key >= ? AND key < ? ORDER BY key"
        rows = self._shelf.rows(query, (number * KEY, (number + 1) * KEY))
        text = "".join(self._opened(data, body.content, piece) for piece, (data,) in enumerate(rows))
        if len(text) != body.length:
            raise damage(self._shelf.path)
        query = "SELECT id, title, path, date, own_lines, seal FROM document WHERE number = ?"
        *told, check = self._shelf.one(query, (number,))
        if seal(*told) != check:
            raise damage(self._shelf.path)
        name, title, path, date, own_lines = told
        where = None if path is None else read_back(path)
        found = Document(read_back(name), read_back(title), where, text, date, body.marks, bool(own_lines))
        return self._documents.keep(at, found, _HEAD + len(text))

    def _opened(self, data: bytes, content: str, piece: int) -> str:
        with heard(self._shelf.path):
            return str(opened(data, content, piece), "utf-8", "surrogatepass")
