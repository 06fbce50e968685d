"""Who speaks in a store."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np

from bot.errors import StoreError
from bot.index.people import Called
from bot.index.postings import Rows
from bot.index.stored.file import KEY, Shelf, damage, heard, read_back, seal, spelt
from bot.index.stored.packing import opened, unpack_rows
from bot.speakers import Speaker

_LAST = b"\xff"
_KEPT = 10_000
"""Words and names whose people are kept."""
_NOWHERE = -1


def told_of(speaker: Speaker) -> tuple[bytes, bytes | None, str]:
    """A speaker as a row has it: name, title, other names."""
    return (
        spelt(speaker.name),
        None if speaker.title is None else spelt(speaker.title),
        json.dumps(speaker.aliases),
    )


class StoredPeople:
    """Everybody who speaks in the documents of a store."""

    def __init__(
        self, shelf: Shelf, numbers: Mapping[int, int], firsts: Sequence[int], ends: Sequence[int],
        known: dict[Speaker, Speaker],
    ) -> None:  # fmt: skip
        self._shelf, self._numbers, self._firsts, self._ends = shelf, numbers, firsts, ends
        self._called: dict[tuple[Called, str], frozenset[str]] = {}
        self.names: Mapping[str, Speaker] = _Names(shelf, known)
        self._known = known

    @property
    def speakers(self) -> Sequence[Speaker]:
        query = (
            "SELECT name, part.title, aliases, part.seal FROM part JOIN document ON number = key / ?"
            " GROUP BY name, part.title, aliases ORDER BY min(place * ? + key % ?)"
        )
        return [_speaker(self._shelf, row, self._known) for row in self._shelf.rows(query, (KEY, KEY, KEY))]

    def called(self, how: Called, word: str) -> AbstractSet[str]:
        found = self._called.get((how, word))
        if found is None:
            query = "SELECT DISTINCT name FROM call WHERE how = ? AND word = ?"
            found = frozenset(self._shelf.texts(query, (how.value, spelt(word))))
            if not all(name in self.names for name in found):
                raise damage(self._shelf.path)
            if len(self._called) > _KEPT:
                self._called = {}
            self._called[how, word] = found
        return found

    def among(self, how: Called, words: Iterable[str]) -> AbstractSet[str]:
        query = "SELECT DISTINCT word FROM call WHERE how = ? AND word IN"
        return set(self._shelf.texts_among(query, map(spelt, set(words)), how.value))

    def beginning(self, how: Called, letters: str) -> Sequence[str]:
        query = "SELECT DISTINCT word FROM call WHERE how = ? AND word >= ? AND word < ? ORDER BY word"
        low = spelt(letters)
        return self._shelf.texts(query, (how.value, low, low + _LAST))

    def rows(self, name: str) -> Rows:
        found = [np.zeros(0, np.int32)]
        for key, data in self._shelf.rows("SELECT key, rows FROM part WHERE name = ?", (spelt(name),)):
            at = self._numbers.get(key // KEY, _NOWHERE)
            if at == _NOWHERE:
                raise damage(self._shelf.path)
            size = self._ends[at] - self._firsts[at]
            with heard(self._shelf.path):
                found.append(unpack_rows(opened(data, name, size), size) + np.int32(self._firsts[at]))
        return np.sort(np.concatenate(found))

    def firsts(self) -> Iterator[tuple[str, int]]:
        query = (
            "SELECT name, min(place * ? + part.first) AS first FROM part JOIN document ON number = key / ?"
            " GROUP BY name ORDER BY sum(part.size) DESC, min(place * ? + key % ?)"
        )
        with heard(self._shelf.path):
            rows = [(read_back(name), *divmod(found, KEY)) for name, found in self._shelf.rows(query, (KEY,) * 4)]
        if not all(first < self._ends[place] - self._firsts[place] for _, place, first in rows):
            raise damage(self._shelf.path)
        return ((name, self._firsts[place] + first) for name, place, first in rows)


class _Nobody(StoreError, KeyError):
    """That nobody has a name: what "in" and "get" go by, and damage where it was the store that told of the name."""

    __str__ = Exception.__str__


class _Names(Mapping[str, Speaker]):
    """The first speaker of each name."""

    def __init__(self, shelf: Shelf, known: dict[Speaker, Speaker]) -> None:
        self._shelf, self._known = shelf, known
        self._found: dict[str, Speaker] = {}

    def __getitem__(self, name: str) -> Speaker:
        if name not in self._found:
            query = (
                "SELECT name, part.title, aliases, part.seal FROM part JOIN document ON number = key / ?"
                " WHERE name = ? ORDER BY place, key LIMIT 1"
            )
            rows = self._shelf.rows(query, (KEY, spelt(name)))
            if not rows:
                raise _Nobody(self._shelf.path, "it is damaged", damaged=True)
            self._found[name] = _speaker(self._shelf, rows[0], self._known)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        query = (
            "SELECT name FROM part JOIN document ON number = key / ? GROUP BY name ORDER BY min(place * ? + key % ?)"
        )
        return iter(self._shelf.texts(query, (KEY, KEY, KEY)))

    def __len__(self) -> int:
        return int(self._shelf.one("SELECT count(DISTINCT name) FROM part")[0])


def _speaker(shelf: Shelf, row: tuple[Any, ...], known: dict[Speaker, Speaker]) -> Speaker:
    name, title, aliases, check = row
    if seal(name, title, aliases) != check:
        raise damage(shelf.path)
    one = Speaker(read_back(name), None if title is None else read_back(title), tuple(json.loads(aliases)))
    return known.setdefault(one, one)
