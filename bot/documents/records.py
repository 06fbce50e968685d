"""Records (JSON, JSON Lines, CSV): messages, utterances or segments, each with its text and, perhaps, who said it when.

What exports of speech recognition, chats and meetings have in common is an array of objects with a field for the text
and one for the speaker; that is read as turns without being told. The field of any other text must be named.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Any

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source
from bot.documents.transcripts import Said, transcript
from bot.errors import DocumentError

# What fields are called, the surest first; in small letters, without spaces, points and underscores.
_TEXT = "text transcript content body message utterance sentence caption elements alternatives value".split()
_TEXT += "punct word words".split()
_SPEAKER = "speaker speakername speakerlabel userprofile user username author from sender participant name role".split()
_START = "start starttime startms begin offset timestamp time ts".split()
_END = "end endtime endms stop endts".split()
_NAME = "realname displayname name username label text transcript content value punct word".split()
"""What of an object stands for it."""
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)")
_DATES = 1e8
"""Seconds from which on a time is a date."""
_MILLISECONDS = 500
"""Whole numbers that are this far apart, in the middle, count milliseconds."""
_WORDS = 5
"""Words in the middle record of what is text without being called so."""

Record = dict[str, Any]


def read_json(source: Source) -> Extract:
    """The longest array of records in a JSON file, wherever it stands; or one record a line."""
    text, warning = decode(source.data, source.name)
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        if text.count("\n{") == 0:
            raise
        return read_json_lines(source)
    title = _first(_fields(data), ["title", "name", "subject"]) if isinstance(data, dict) else None
    found = _extract(source, data)
    return found._replace(title=title if isinstance(title, str) else None, warning=warning)


def read_json_lines(source: Source) -> Extract:
    """One record a line; lines that are none are counted in the warning."""
    text, warning = decode(source.data, source.name)
    records: list[Record] = []
    bad = 0
    for line in filter(str.strip, text.removeprefix("\ufeff").split("\n")):
        with suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict):
                records.append(record)
                continue
        bad += 1
    if not records:
        raise DocumentError(source.name, "no line of it is a JSON object")
    found = _extract(source, records)
    return found._replace(warning=f"{bad} of its lines are no JSON objects" if bad else warning)


def read_csv(source: Source) -> Extract:
    """One record a row, below a row with the names of the fields; parted by commas, semicolons, tabs or bars."""
    text, warning = decode(source.data, source.name)
    text = text.removeprefix("\ufeff")
    delimiter = max(",;\t|", key=text[: text.find("\n")].count)
    csv.field_size_limit(1 << 24)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    return _extract(source, list(rows))._replace(warning=warning)


def _extract(source: Source, data: Any) -> Extract:
    """The text of the array that has most. Raises DocumentError where no field is known to have it."""
    found = list(_transcripts(data, source.text_field, _names(data)))
    if not found:
        fields = dict.fromkeys(str(key) for array in _arrays(data) for key in array[0] if key)
        named = f"there is no text in {source.text_field!r}" if source.text_field else "name the field of its text"
        known = f": it has {', '.join(list(fields)[:9])}" if fields else ""
        raise DocumentError(source.name, f"{named} with --text-field{known}")
    text, marks = transcript(max(found, key=lambda pieces: sum(len(piece.words) for piece in pieces)))
    return Extract(text, marks=marks, own_lines=False)


def _transcripts(data: Any, field: str | None, names: dict[str, str]) -> Iterator[list[Said]]:
    """Each array of records with text; what stands inside such records is theirs."""
    pending = [data]
    while pending:
        value = pending.pop()
        pieces = _pieces(_objects(value), field, names)
        if pieces:
            yield pieces
        else:
            pending += _inner(value)


def _pieces(records: Sequence[Record], field: str | None, names: dict[str, str]) -> list[Said]:
    """The records of an array as a transcript; nothing where it has no text."""
    plain = list(map(_fields, records))
    key = _plain(field) if field else _common(plain, _TEXT)
    words = [_words(record.get(key)).strip() if key else "" for record in plain]
    lengths = sorted(len(text.split()) for text in words if text)
    starts, ends = (_seconds([_first(record, names) for record in plain]) for names in (_START, _END))
    speaker = _common(plain, [name for name in _SPEAKER if name != key])
    timed = any(starts) and any(ends)
    if not lengths or not (field or speaker or timed or lengths[len(lengths) // 2] >= _WORDS):
        return []
    who = [_speaker(record.get(speaker), names) if speaker else None for record in plain]
    ends = ends if timed else [None] * len(records)
    return [Said(*piece) for piece in zip(words, who, starts, ends, strict=True) if piece[0]]


def _arrays(data: Any) -> Iterator[list[Record]]:
    """All arrays of objects in a JSON value."""
    pending = [data]
    while pending:
        value = pending.pop()
        if objects := _objects(value):
            yield objects
        pending += _inner(value)


def _objects(value: Any) -> list[Record]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _inner(value: Any) -> list[Any]:
    """The arrays and objects inside of one, the last first."""
    inside = value.values() if isinstance(value, dict) else value
    return [one for one in reversed(inside) if isinstance(one, dict | list)]


def _names(data: Any) -> dict[str, str]:
    """Whom ids mean, where an array says so: {"id": 0, "name": "Ann Lee"}."""
    found: dict[str, str] = {}
    for array in _arrays(data):
        for record in array:
            name = _first(_fields(record), _NAME[:4]) if "id" in record else None
            if isinstance(name, str):
                found.setdefault(str(record["id"]), name)
    return found


def _common(records: Sequence[Record], names: Sequence[str]) -> str | None:
    """The first of some names that a field of most records has."""
    count = Counter(name for record in records for name, value in record.items() if value not in ("", []))
    return next((name for name in names if 2 * count[name] > len(records)), None)


def _first(record: Record, names: Sequence[str]) -> Any:
    """The value of the first field that has one of the names."""
    return next((record[name] for name in names if name in record), None)


def _fields(record: Record) -> Record:
    """The fields of a record that are not null, by their plain names."""
    return {_plain(name): value for name, value in record.items() if value is not None}


@lru_cache(4096)
def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _words(value: Any) -> str:
    """The text of a value: a string, an object that has one, the first of several guesses, the sum of several parts."""
    if isinstance(value, dict):
        return _words(_first(_fields(value), _NAME[5:]))
    if isinstance(value, list):
        guesses = any(isinstance(one, dict) and "confidence" in one and "transcript" in one for one in value)
        apart = any(isinstance(one, dict) and "word" in one for one in value)
        parts = map(_words, value[:1] if guesses else value)
        return " ".join(map(str.strip, parts)) if apart else "".join(parts)
    return value if isinstance(value, str) else ""


def _speaker(value: Any, names: dict[str, str]) -> str | None:
    """Who is meant: a name, an object with one, an id, or the number of a voice."""
    if isinstance(value, dict):
        value = _first(_fields(value), _NAME[:5])
    name = " ".join(names.get(str(value), str(value)).split()) if isinstance(value, str | int) else ""
    return f"Speaker {name}" if len(name) == 1 or name.isdigit() else name or None


def _seconds(values: Sequence[Any]) -> list[float | None]:
    """Times as seconds since the beginning; None for dates and for what is no time."""
    numbers = [_number(value) for value in values]
    there = [number for number in numbers if number is not None]
    steps = [b - a for a, b in pairwise(there)]
    if not there or max(there) >= _DATES:
        return [None] * len(values)
    whole = all(number.is_integer() for number in there)
    scale = 1000 if whole and steps and median(steps) >= _MILLISECONDS else 1
    return [None if number is None else number / scale for number in numbers]


def _number(value: Any) -> float | None:
    if isinstance(value, str):
        clock = _CLOCK.fullmatch(value.strip())
        if clock:
            return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3].replace(",", "."))
        value = value.strip().removesuffix("s")
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None
