"""Blobs: columns, postings and lengths as bytes, each with its checksum in front. Numbers are in this machine's order.

A store names that order among its makers, so that it is made anew where another one is used.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np

from bot.documents import Marks
from bot.index.columns import Columns
from bot.index.postings import Counts, Rows, Segment
from bot.index.stored.file import Broken, seal
from bot.speakers import Speaker

_CHECK = 4
"""Bytes of a checksum."""
_NUMBERS = ("starts", "ends", "lines", "paragraphs", "blocks", "said")
_SMALL = 1 << 16
"""Rows of a segment up to which two bytes are enough to count them."""


def sealed(data: bytes, *about: object) -> bytes:
    """Bytes with a checksum, also over what else they must stand with."""
    return crc32(data, crc32(repr(about).encode())).to_bytes(_CHECK, "big") + data


def noted(name: str, rows: Sequence[tuple[object, int]]) -> object:
    """The value of the only row, with its checksum, of what was noted under a name; None for none. Raises Broken."""
    for value, check in rows:
        if seal(name, value) != check:
            raise Broken
        return value
    return None


def opened(data: bytes, *about: object) -> memoryview:
    """The bytes again. Raises Broken."""
    body = memoryview(data)[_CHECK:]
    if crc32(body, crc32(repr(about).encode())) != int.from_bytes(data[:_CHECK], "big"):
        raise Broken
    return body


def packed(columns: Columns, marks: Marks, length: int) -> bytes:
    """The columns of a document, what its format knows of places in it, and how long its text is."""
    head = {
        "rows": len(columns.starts),
        "attributions": len(columns.attributions),
        "turns": columns.turns,
        "lead": columns.lead,
        "dated": columns.dated,
        "speakers": [(one.name, one.title, one.aliases) for one in columns.speakers],
        "strings": columns.strings,
        "times": columns.times,
        "marks": marks,
        "length": length,
    }
    numbers = [getattr(columns, name).tobytes() for name in _NUMBERS]
    told = json.dumps(head).encode()
    size = len(told).to_bytes(4, "big")
    return b"".join([size, told, *numbers, columns.attributions.tobytes(), columns.kinds, columns.asks])


def unpacked(data: memoryview, known: dict[Speaker, Speaker]) -> tuple[Columns, Marks, int]:
    """The same again; of equal speakers those in `known` are taken, so that one person is one object."""
    told = int.from_bytes(data[:4], "big") + 4
    head = json.loads(bytes(data[4:told]))
    rows = head["rows"]
    parts = list(_cut(data[told:], [*[rows * 4] * len(_NUMBERS), head["attributions"] * 4, rows, rows]))
    speakers = (Speaker(name, title, tuple(aliases)) for name, title, aliases in head["speakers"])
    columns = Columns(
        turns=head["turns"],
        lead=head["lead"],
        dated=tuple(head["dated"]),
        **dict(zip(_NUMBERS, map(_numbers, parts), strict=False)),
        attributions=_numbers(parts[-3]),
        kinds=bytes(parts[-2]),
        asks=bytes(parts[-1]),
        speakers=tuple(known.setdefault(one, one) for one in speakers),
        strings=tuple(head["strings"]),
        times=tuple((start, seconds) for start, seconds in head["times"]),
    )
    pages, times, labels = head["marks"]
    return columns, Marks(tuple(pages), tuple(map(tuple, times)), tuple(map(tuple, labels))), head["length"]


def _cut(data: memoryview, sizes: Sequence[int]) -> Iterator[memoryview]:
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size


def _numbers(data: memoryview) -> "array[int]":
    found = array("i")
    found.frombytes(data)
    return found


def pack_rows(rows: Rows, size: int) -> bytes:
    """Rows counted from the first of a segment or document of `size` rows."""
    return rows.astype(np.uint16 if size <= _SMALL else np.uint32).tobytes()


def unpack_rows(data: memoryview, size: int) -> Rows:
    """The same again."""
    found: Rows = np.frombuffer(data, np.uint16 if size <= _SMALL else np.uint32).astype(np.int32)
    return found


class Packed(NamedTuple):
    """The postings of one term in a segment."""

    term: str
    frequency: int
    most: int
    """The largest count."""
    least: int
    """The least length of a row that has it."""
    data: bytes


def pack_postings(segment: Segment) -> Iterator[Packed]:
    """The postings of each term of a segment, in the order of its terms."""
    size = len(segment.lengths)
    rows = pack_rows(segment.rows, size)
    counts = segment.counts
    ends = np.cumsum(segment.frequencies)
    firsts = ends - segment.frequencies
    if not len(firsts):
        return
    most = np.maximum.reduceat(counts, firsts).tolist()
    least = np.minimum.reduceat(segment.lengths[segment.rows], firsts).tolist()
    wide = [count.tobytes() for count in (counts.astype(np.uint8), counts.astype(np.uint16), counts.astype(np.uint32))]
    step = len(rows) // max(1, len(segment.rows))
    for term, first, end, high, low in zip(segment.terms, firsts.tolist(), ends.tolist(), most, least, strict=True):
        width = _width(high)
        data = rows[first * step : end * step] + wide[width // 2][first * width : end * width]
        yield Packed(term, end - first, high, low, data)


def _width(most: int) -> int:
    return 1 if most < 1 << 8 else 2 if most < _SMALL else 4


_KINDS = {1: np.uint8, 2: np.uint16, 4: np.uint32}


def unpack_postings(data: memoryview, most: int, size: int) -> tuple[Rows, Counts]:
    """The postings of a term in a segment of `size` rows, counted from its first."""
    width, step = _width(most), 2 if size <= _SMALL else 4
    count = len(data) // (step + width)
    return unpack_rows(data[: count * step], size), np.frombuffer(data[count * step :], _KINDS[width])


def pack_lengths(lengths: Rows) -> bytes:
    """How many terms each row has."""
    width = _width(int(lengths.max(initial=0)))
    return bytes([width]) + lengths.astype(_KINDS[width]).tobytes()


def unpack_lengths(data: memoryview) -> Counts:
    """The same again."""
    found: Counts = np.frombuffer(data[1:], _KINDS[data[0]])
    return found
