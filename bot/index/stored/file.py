"""The file: its tables, how it is opened, and what is said where that fails."""

import marshal
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from threading import local
from typing import Any
from zlib import crc32

from bot.errors import StoreError, told
from bot.index.versions import Outdated

_OURS = 0x51426F74
"""SQLite's application_id of such a file."""
_FORMAT = 3
"""Its user_version; another one is not understood."""
_PATIENCE = 5.0
"""Seconds to wait for another program that uses the file."""
_HEADER = 100
"""Bytes of the smallest SQLite file's header."""
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value, seal INTEGER) WITHOUT ROWID;
CREATE TABLE place (
    path BLOB PRIMARY KEY, shown BLOB, named INTEGER, size INTEGER, changed INTEGER, content TEXT, text TEXT,
    said BLOB, state INTEGER, seal INTEGER
) WITHOUT ROWID;
CREATE TABLE document (
    number INTEGER PRIMARY KEY, content TEXT UNIQUE, place INTEGER, id BLOB, folded BLOB, title BLOB, path BLOB,
    date TEXT, own_lines INTEGER, seal INTEGER, segment INTEGER, first INTEGER, size INTEGER, lead INTEGER, dated TEXT
);
CREATE INDEX document_folded ON document (folded);
CREATE TABLE body (document INTEGER PRIMARY KEY, columns BLOB);
CREATE TABLE text (key INTEGER PRIMARY KEY, data BLOB);
CREATE TABLE segment (number INTEGER PRIMARY KEY, lengths BLOB);
CREATE TABLE term (term BLOB PRIMARY KEY, number INTEGER, frequency INTEGER) WITHOUT ROWID;
CREATE TABLE posting (key INTEGER PRIMARY KEY, most INTEGER, least INTEGER, data BLOB);
CREATE TABLE part (
    key INTEGER PRIMARY KEY, name BLOB, title BLOB, aliases TEXT, size INTEGER, first INTEGER, rows BLOB, seal INTEGER
);
CREATE INDEX part_name ON part (name);
CREATE TABLE call (
    how TEXT, word BLOB, name BLOB, document INTEGER, PRIMARY KEY (how, word, name, document)
) WITHOUT ROWID;
CREATE INDEX call_document ON call (document);
CREATE TABLE called (term BLOB, document INTEGER, PRIMARY KEY (term, document)) WITHOUT ROWID;
CREATE INDEX called_document ON called (document);
"""
OPENING = "SELECT number, segment, first, size, lead, dated FROM document ORDER BY place"
"""What is read of each document when a store is opened."""
NOTED = "SELECT value, seal FROM meta WHERE name = ?"
"""What was noted under a name."""
PIECE = 3_800
"""Characters of a text that are read at once; two such pieces fill a page of the file."""
_MOST = 500
"""Values that one query can be given."""
KEY = 1 << 32
"""A key of two numbers is the first times this plus the second."""


_KINDS = {
    int: "number document place named size changed state own_lines segment first lead frequency key most least seal",
    str: "content date dated aliases how text",
    bytes: "path shown said id folded title columns data lengths term name rows word",
}
_NULL = frozenset("content date id lead path place said text title".split())
_ALLOWED = {
    name: {kind, type(None)} if name in _NULL else {kind} for kind, names in _KINDS.items() for name in names.split()
}
"""The kinds of values that a column may have; a bit that turned can make any of any other."""


class Broken(Exception):
    """What is read is not what was written."""


@contextmanager
def heard(path: str) -> Iterator[None]:
    """Turns what SQLite says, and what is not as it was written, into one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    except OSError as error:
        raise StoreError(path, told(error)) from error
    except (Broken, OverflowError, UnicodeDecodeError) as error:  # of numbers and names in a damaged file
        raise damage(path) from error


def damage(path: str) -> StoreError:
    """That a file does not hold what was written."""
    return StoreError(path, "it is damaged", damaged=True)


def _refusal(path: str, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF == sqlite3.SQLITE_NOTADB:
        return StoreError(path, "it is damaged, or no store at all", damaged=True)
    if code is not None and code & 0xFF == sqlite3.SQLITE_CORRUPT:
        return damage(path)
    if code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(path, "another program is using it; try again")
    return StoreError(path, str(error).lower())


def connected(path: str) -> sqlite3.Connection:
    """Opens a store that is there. Raises StoreError for what is none and for one of another format."""
    with heard(path):
        if not os.path.isfile(path):
            raise StoreError(path, "there is no such file")
        if os.path.getsize(path) < _HEADER:
            raise damage(path)
        connection = _connection(path)
        pragmas = ("application_id", "user_version", "page_count", "page_size")
        ours, format_, pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas)
        if ours != _OURS:
            raise StoreError(path, "it is no store of this program")
        if format_ != _FORMAT:
            raise Outdated(path, f"its format is {format_}, not {_FORMAT}: it has to be made anew")
        if os.stat(path).st_size < pages * size:
            raise damage(path)
    return connection


def created(path: str) -> sqlite3.Connection:
    """Opens a store to be written, which is made where it is not there, for this user alone."""
    if os.path.exists(path) and os.path.getsize(path) and not _is_unfinished(path):
        connection = connected(path)
    else:
        with heard(path):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = _connection(path)
            connection.executescript(f"PRAGMA page_size = 8192; PRAGMA application_id = {_OURS};")
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("PRAGMA user_version").fetchone()[0]:  # no other process was faster
                for statement in (f"PRAGMA user_version = {_FORMAT}", *_TABLES.split(";")):
                    connection.execute(statement)
                beginning = [("change", 0), ("seal", seal())]
                connection.executemany("INSERT INTO meta VALUES (?, ?, ?)", ((*one, seal(*one)) for one in beginning))
            connection.execute("COMMIT")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _is_unfinished(path: str) -> bool:
    """Whether a run was ended while it made the file."""
    with heard(path), closing(_connection(path)) as connection:
        ours, format_ = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
    return ours == _OURS and not format_


def _connection(path: str) -> sqlite3.Connection:
    from urllib.parse import quote

    address = f"file:{quote(os.fsencode(os.path.abspath(path)))}?mode=rw"
    return sqlite3.connect(address, _PATIENCE, isolation_level=None, check_same_thread=False, uri=True)


def fetched(cursor: sqlite3.Cursor) -> list[tuple[Any, ...]]:
    """The rows of a query. Raises Broken for a value that is not of the kind of its column."""
    rows = cursor.fetchall()
    for (name, *_), values in zip(cursor.description or (), zip(*rows, strict=True), strict=False):
        if (allowed := _ALLOWED.get(name)) and not allowed.issuperset(map(type, values)):
            raise Broken
    return rows


def only(path: str, rows: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The only one of some rows, which has to be there."""
    if not rows:
        raise damage(path)
    return rows[0]


class Shelf:
    """A store to look things up in, from any thread; each has its own connection."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._mine = local()
        self._change = self.one("SELECT value FROM meta WHERE name = 'change'")[0]

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises StoreError also where another program has changed the file meanwhile."""
        with heard(self.path):
            rows = fetched(self._connection().execute(query, values))
            if not self._mine.steady:
                self._see_whether_changed()
        return rows

    def among(self, query: str, values: Iterable[Any], *before: Any) -> list[tuple[Any, ...]]:
        """The rows of a query that ends with "IN", for a few or for many values."""
        left, rows = list(values), []
        while left:
            some, left = left[:_MOST], left[_MOST:]
            rows += self.rows(f"{query} ({','.join('?' * len(some))})", (*before, *some))
        return rows

    def texts(self, query: str, values: Sequence[Any] = ()) -> list[str]:
        """The texts that are the only values of the rows of a query."""
        with heard(self.path):
            return [read_back(text) for (text,) in self.rows(query, values)]

    def texts_among(self, query: str, values: Iterable[Any], *before: Any) -> list[str]:
        """The texts that are the only values of the rows of a query that ends with "IN"."""
        with heard(self.path):
            return [read_back(text) for (text,) in self.among(query, values, *before)]

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Nobody changes the store while this thread looks things up inside."""
        with heard(self.path):
            connection = self._connection()
            if self._mine.steady:
                yield
                return
            connection.execute("BEGIN")
            try:
                connection.execute("SELECT 1 FROM meta").fetchone()
                self._see_whether_changed()
                self._mine.steady = True
                yield
            finally:
                self._mine.steady = False
                connection.execute("COMMIT")

    def _see_whether_changed(self) -> None:
        if self._mine.connection.execute("PRAGMA data_version").fetchone()[0] != self._mine.version:
            raise StoreError(self.path, "another program has changed it; read the documents again")

    def one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The only row of a query."""
        return only(self.path, self.rows(query, values))

    def _connection(self) -> sqlite3.Connection:
        if getattr(self._mine, "process", None) != os.getpid():  # nothing of SQLite may be used behind a fork
            connection = connected(self.path)
            self._mine.version = connection.execute("PRAGMA data_version").fetchone()[0]
            change = connection.execute("SELECT value FROM meta WHERE name = 'change'").fetchone()
            if change is None:
                raise damage(self.path)
            if hasattr(self, "_change") and change[0] != self._change:
                raise StoreError(self.path, "another program has changed it; read the documents again")
            connection.execute("PRAGMA cache_size = -8192")
            self._mine.connection, self._mine.process, self._mine.steady = connection, os.getpid(), False
        found: sqlite3.Connection = self._mine.connection
        return found


def seal(*values: Any) -> int:
    """A checksum of values; marshal's version 2 writes equal ones the same, and a fifth as slowly as `repr`."""
    return crc32(marshal.dumps(values, 2))


def spelt(text: str) -> bytes:
    """A text as it is stored, broken halves of characters too."""
    return text.encode("utf-8", "surrogatepass")


def read_back(data: bytes) -> str:
    """The text again. Raises Broken."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise Broken from error
