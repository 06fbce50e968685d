"""Which field of some records has the text, which says who speaks, and which says when.

A field that is called what it has is taken first; else what stands in it tells: text looks like sentences, and whoever
speaks takes turns with others.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from bot.documents.transcripts import Said
from bot.documents.values import NOTHING, Record, fields, name, number, plain, words

_TEXT = (
    "text transcript content body message utterance sentence caption quote comment review elements alternatives".split()
)
_TEXT += "value punctuatedword punct word words".split()
"""What the field of the text is called, the surest first; plain as `values.plain` has it."""
_CALLED = "(?:s|(?:full|display|real|screen)?name|label|tag|slug|id)?"
_SPEAKER = re.compile(f"(?:speaker|sender|character|userprofile){_CALLED}|from")
_WRITER = re.compile(f"(?:user|author|participant|commenter|poster|nick|voice|actor){_CALLED}")
_PERSON = re.compile(f"(?:person|member|witness|display|full){_CALLED}|name|role|\\d+")
_SPEAKERS = (_SPEAKER, _WRITER, _PERSON)
"""What the field of the speaker is called, the surest first; numbers are fields without a name."""
_UNIT = "(?:time|timestamp|offset|at)?(?:in)?(?:s|secs?|seconds|ms|msecs?|millis|milliseconds)?"
_START = [re.compile(stem + _UNIT) for stem in "start begin offset timestamp timecode time ts".split()]
_END = [re.compile(stem + _UNIT) for stem in ("end", "stop")]
_LENGTH = [re.compile("dur(?:ation)?" + _UNIT)]
_DATES = 1e8
"""Seconds from which on a time is a date."""
_SLOWEST = 60
"""Seconds a word in what is said; where whole numbers say more, they count milliseconds."""
_WORDS, _SAID = 5, 3
"""Words in the middle record of what is text without being called so; and where a field is called the speaker's."""
_ARTICLE = 150
"""Words in the middle record of what somebody wrote but may quote others in."""
_OUTWEIGHS = 3
"""How many times as long as any other text is the one that is meant."""
_SHORT = 8
"""Most words of the name of somebody who speaks, in the middle record."""
_ID = 12
"""Most characters of an id that is told to a person."""
_DEEP = 3
"""How deep in a record its time may stand."""
_LETTER = re.compile(r"\w")
_STOPS = re.compile(r"[.!?…][\"”’')\]]*$")

Columns = dict[str, list[Any]]
"""The values of each field that is not rare, None where a record has none; by plain names."""


class Voices(NamedTuple):
    """Who speaks from when on, where that stands apart from what is said."""

    starts: list[float]
    """Seconds, rising."""
    names: list[str]

    def at(self, start: float | None) -> str | None:
        """Who speaks at a time."""
        before = 0 if start is None else bisect_right(self.starts, start)
        return self.names[before - 1] if before else None


def said(records: Sequence[Record], field: str | None, known: dict[str, str]) -> list[Said]:
    """What some records say, in their order; nothing where that cannot be told. `known` says whom ids mean."""
    rows = list(map(fields, records))
    columns = _columns(rows)
    named = [plain(field)] if field else _named(columns, len(rows))
    keys = named or _sentences(columns, len(rows))
    texts = ["\n\n".join(filter(None, (_text(row.get(key)) for key in keys))) for row in rows]
    lengths = [len(text.split()) for text in texts if text]
    if not lengths:
        return []
    middle = sorted(lengths)[len(lengths) // 2]
    speaker = _speaker(
        {key: values for key, values in columns.items() if key not in keys}, middle, known, named=bool(named)
    )
    starts, ends = _times(rows, texts)
    if not (field or speaker or any(ends) or middle >= _WORDS):
        return []
    who = [name(value, known) for value in columns[speaker]] if speaker else [None] * len(rows)
    return _whole(Said(*piece) for piece in zip(texts, who, starts, ends, strict=True) if piece[0])


def _whole(pieces: Iterable[Said]) -> list[Said]:
    """The same with each mark by itself behind what it stands behind."""
    found: list[Said] = []
    for piece in pieces:
        if found and not _LETTER.search(piece.words):
            found[-1] = found[-1]._replace(words=found[-1].words + piece.words)
        else:
            found.append(piece)
    return found


def speaks(record: Record) -> bool:
    """Whether a record has a field that is called the speaker's."""
    return any(map(_SPEAKER.fullmatch, map(plain, record)))


def voices(records: Sequence[Record], known: dict[str, str]) -> Voices:
    """Who speaks when, of records that say so and no more."""
    rows = list(map(fields, records))
    columns = _columns(rows)
    speaker = _speaker(columns, _ARTICLE, known, named=True)
    if not speaker or _named(columns, len(rows)):
        return Voices([], [])
    starts = _numbers(rows, _START, first=True, depths=(0,))
    found = zip(starts, (name(value, known) for value in columns[speaker]), strict=True)
    turns = sorted((start, who) for start, who in found if start is not None and who)
    return Voices([start for start, _ in turns], [who for _, who in turns])


def _columns(rows: Sequence[Record]) -> Columns:
    often = Counter(key for row in rows for key in row)
    return {key: [row.get(key) for row in rows] for key, times in often.items() if 10 * times > len(rows)}


def _named(columns: Columns, size: int) -> list[str]:
    """The field that is called the text's, in a list; most records have words there."""
    there = (key for key in _TEXT if 2 * sum(value not in (None, "", []) for value in columns.get(key, ())) > size)
    return list(there)[:1]


def _sentences(columns: Columns, size: int) -> list[str]:
    """The field whose values look like sentences, or questions with answers; nothing where it may be one of several."""
    least = _SAID if any(map(_SPEAKER.fullmatch, columns)) else _WORDS
    letters: dict[str, int] = {}
    questions = []
    for key, values in columns.items():
        texts = list(filter(None, map(_text, values)))
        counts = [sum(word[:1].isalpha() or word[1:2].isalpha() for word in text.split()) for text in texts]
        if size > 1 and 2 * len(set(texts)) > size and median(counts) >= least:
            letters[key] = sum(map(len, texts))
            questions += [key] * (2 * sum(text.endswith("?") for text in texts) > size)
    if len(letters) == 2 and len(questions) == 1:
        return list(letters)
    most = sorted(letters, key=letters.__getitem__, reverse=True)
    return most[:1] if len(most) == 1 or (most and letters[most[0]] >= _OUTWEIGHS * letters[most[1]]) else []


def _text(value: Any) -> str:
    """What a field says."""
    text = words(value).strip()
    return "" if text.casefold() in NOTHING else text


def _speaker(columns: Columns, middle: int, known: dict[str, str], *, named: bool) -> str | None:
    """The field that says who speaks, if one does.

    Whoever wrote an article does not say all that stands in it (`middle`: words of the middle record), and a person
    beside a text that is not called so may only be its subject, unless persons take turns.
    """
    fit: list[tuple[bool, bool, int, str]] = []
    for key, values in columns.items():
        kind = next((kind for kind, pattern in enumerate(_SPEAKERS) if pattern.fullmatch(key)), None)
        names = [who for who in (name(value, known) for value in values) if who]
        if kind is None or not names or (kind and middle >= _ARTICLE) or not _names(key, names):
            continue
        if kind == 0 or (named and not key.isdigit()) or _take_turns(names):
            letters = sum(who[-1:].isalpha() for who in names)
            fit.append((2 * len(names) > len(values), 2 * letters > len(names), -kind, key))
    return max(fit, key=lambda one: one[:3])[3] if fit else None


def _names(key: str, names: Sequence[str]) -> bool:
    """Whether values are short as names are; ids only where a person would remember them."""
    longest = _ID if key.endswith("id") else 1 << 16
    return median(len(who.split()) for who in names) <= _SHORT and max(map(len, names)) <= longest


def _take_turns(names: Sequence[str]) -> bool:
    """Whether few come again and again, and not all times of one behind each other."""
    changes = sum(a != b for a, b in pairwise(names))
    return 2 * len(set(names)) <= len(names) and 2 * changes >= 3 * len(set(names)) > 3


def _times(rows: Sequence[Record], texts: Sequence[str]) -> tuple[list[float | None], list[float | None]]:
    """Seconds since the beginning at which each record begins and ends.

    Records that break off in the middle of a sentence end where the next begins.
    """
    starts = _numbers(rows, _START, first=True)
    there = [start for start in starts if start is not None]
    back = sum(b < a for a, b in pairwise(there))
    none: list[float | None] = [None] * len(rows)
    if not there or max(there) >= _DATES or 4 * back > len(there):
        return none, none
    ends = _numbers(rows, _END, first=False)
    if not any(ends):
        lengths = _numbers(rows, _LENGTH, first=True)
        ends = [None if a is None or b is None else a + b for a, b in zip(starts, lengths, strict=True)]
    if not any(ends) and 2 * sum(bool(_STOPS.search(text)) for text in texts) < len(texts):
        ends = [*starts[1:], starts[-1]]
    spoken = sum(len(text.split()) for text in texts)
    whole = all(start.is_integer() for start in there)
    scale = 1000 if whole and max(there) - min(there) > _SLOWEST * spoken else 1
    return [at and at / scale for at in starts], [at and at / scale for at in ends]


def _numbers(
    rows: Sequence[Record], names: Sequence[re.Pattern[str]], *, first: bool, depths: Sequence[int] = (0, _DEEP)
) -> list[float | None]:
    """The number in the field that has the first of some names; of a list inside of a record, its first or last."""
    for deep in depths:
        for pattern in names:
            found = [_inside(row, pattern, deep, first=first) for row in rows]
            if any(one is not None for one in found):
                return found
    return [None] * len(rows)


def _inside(row: Record, pattern: re.Pattern[str], deep: int, *, first: bool) -> float | None:
    for key, value in row.items():
        if _called(pattern, key) and (found := number(value)) is not None:
            return found
    for value in row.values() if deep else ():
        one = value[0 if first else -1] if isinstance(value, list) and value else value
        if isinstance(one, dict) and (found := _inside(fields(one), pattern, deep - 1, first=first)) is not None:
            return found
    return None


@lru_cache(4096)
def _called(pattern: re.Pattern[str], key: str) -> bool:
    return bool(pattern.fullmatch(key))
