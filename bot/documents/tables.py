"""Tables: the records in a JSON value, wherever they stand, and those in rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import Any, NamedTuple

from bot.documents.fields import speaks
from bot.documents.values import Record, guesses

_SAMPLE, _ROWS = 1 << 16, 200
"""Characters and rows at the beginning of a file by which is told how its rows are written."""
_SENTENCE = 5
"""Words of a sentence, as no name of a field is."""
_AGAIN, _SELDOM = 2, 20
"""Times and rows in how many in which the name of a field stands below itself, at most."""
_SPEAKER, _TEXT = "speaker", "text"
"""What the fields of records are that have a single one, which is called after whoever speaks: {"Ann Lee": "..."}."""
_STOP = re.compile(r"[.!][\"”’')]*(?:\s|$)")


class Table(NamedTuple):
    """Records of one kind."""

    records: list[Record]
    inside: int | None
    """The number of the table whose records they are parts of."""


def tables(data: Any) -> list[Table]:
    """The records of a JSON value; those that stand at the same place in things of one kind are one table."""
    found: list[Table] = []
    numbers: dict[tuple[int, bool], int] = {}
    places: dict[tuple[int, str], int] = {}
    pending: list[tuple[int, bool, int | None, Any]] = [(0, True, None, data)] * isinstance(data, dict | list)
    while pending:
        place, alone, inside, value = pending.pop()
        if records := _records(value, alone=alone):
            number = numbers.setdefault((place, speaks(records[0])), len(found))
            found += [Table([], inside)] * (number == len(found))
            found[number].records.extend(records)
            inside = inside if records[0] is value else number
        for key, one in reversed(_inner(value)):
            pending.append((places.setdefault((place, key), len(places) + 1), bool(key), inside, one))
    return found


def _records(value: Any, *, alone: bool) -> list[Record]:
    """The objects of a list, or its rows as such; those that an object has under ids; an object that stands alone."""
    if isinstance(value, dict):
        inside = list(value.values())
        return inside if _ids(value) and all(map(_is_record, inside)) else [value] * (alone and bool(value))
    if not isinstance(value, list):
        return []
    records = list(filter(_is_record, value))
    if all(len(one) == 1 for one in records) and len({who for one in records for who in one}) > 1:
        return [{_SPEAKER: who, _TEXT: what} for one in records for who, what in one.items()]
    if len(value) > 1 and all(isinstance(one, str) for one in value):
        return [_unnamed([one]) for one in value]
    rows = bool(value) and all(map(_is_row, value))
    return [_unnamed(one) for one in value] if rows else records


def _is_row(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1 and not any(isinstance(one, dict | list) for one in value)


def _unnamed(row: Sequence[Any]) -> Record:
    """A row whose fields have numbers for names."""
    return {str(at): one for at, one in enumerate(row)}


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and bool(value)


def _ids(value: Record) -> bool:
    """Whether the names in an object are ids of things of one kind: {"scene 1": [...], "scene 2": [...]}."""
    inside = list(value.values())
    if len(inside) > 1 and isinstance(inside[0], list):
        return all(isinstance(one, list) for one in inside)
    return len(inside) > 1 and all(map(_is_record, inside)) and not inside[0].keys().isdisjoint(inside[1])


def _inner(value: Any) -> list[tuple[str, Any]]:
    """The arrays and objects inside of one, each with its name where that is no id."""
    if isinstance(value, list):
        return [("", one) for one in (value[:1] if guesses(value) else value) if isinstance(one, dict | list)]
    inside = [(key, one) for key, one in value.items() if isinstance(one, dict | list)]
    return [("", one) for _, one in inside] if len(inside) == len(value) and _ids(value) else inside


def rows(text: str) -> list[Record]:
    """The rows of a table, parted by commas, semicolons, tabs or bars, below the names of its fields if it has them."""
    mark = max(",;\t|", key=lambda mark: _alike(list(islice(_parted(text[:_SAMPLE], mark), _ROWS))))
    found = list(filter(any, _parted(text, mark)))
    if 2 * sum(map(_is_note, found[:_ROWS])) < len(found[:_ROWS]):
        found = list(dropwhile(_is_note, found))
    if not found or not _headed(found):
        return list(map(_unnamed, found))
    names = found[0]
    last = len(names) - 1
    whole = ([*row[:last], f"{mark} ".join(row[last:])] for row in found[1:] if row != names)
    return [dict(zip(names, row, strict=False)) for row in whole]


def _is_note(row: Sequence[str]) -> bool:
    """Whether a row above a table is about it."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def _parted(text: str, mark: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 24)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark, skipinitialspace=True)


def _alike(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """The share of rows that have as many fields as most, where that is more than one; and how many these are."""
    size, times = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
    return (times / len(rows), size) if size > 1 else (0.0, 1)


def _headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row has names of fields: no sentence, and nothing that comes again and again below."""
    header, below = rows[0], [row for row in rows[1:_ROWS] if row != rows[0]]
    again = (sum(row[at : at + 1] == [cell] for row in below) for at, cell in enumerate(header) if cell)
    said = any(_STOP.search(cell) and len(cell.split()) >= _SENTENCE for cell in header)
    return not said and all(times < _AGAIN or _SELDOM * times < len(below) for times in again)
