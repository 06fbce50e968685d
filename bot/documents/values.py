"""What the fields of records hold, whatever form it has: words, a name, a time."""

import html
import re
from functools import lru_cache
from itertools import pairwise
from math import isfinite, nan
from typing import Any

Record = dict[str, Any]

_WRITTEN = "text transcript content value punctuatedword punct word display sentences".split()
"""What of an object are its words, the surest first."""
_NAMED = "realname displayname fullname name username nickname full label id".split()
"""What of an object names it."""
NOTHING = {"", "-", "n/a", "na", "nan", "nil", "none", "null", "undefined"}
"""How it is written that there is none, in small letters."""
_GUESSED = {"transcript", "content", "display", "text"}
_SLUG = re.compile(r"[a-z]+(?:[-_][a-z]+)+")
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|blockquote|pre|tr|table|h[1-6])\b[^<>]*>", re.IGNORECASE)
_MARKED = re.compile(r"</(?:p|div|span|a|b|i|em|strong|li|code|pre|h[1-6])>|<br\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&#?\w{2,8};")
_CLOCK = re.compile(r"[\[(]?(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)[\])]?")
_SPAN = re.compile(r"(?:pt)?(?:(\d{1,3})h)?(?:(\d{1,3})m)?(\d{1,9}(?:[.,]\d{1,9})?)s(?:ec)?", re.IGNORECASE)
"""Times as clocks show them, and as spans are written: 0:01:02.5, 00h01m02.5sec, PT1M2.5S, 62.5s."""
_SECONDS = {"seconds", "nanos"}
_OPENS, _CLOSES = " \n([{“‘", " \n.,;:!?…)]}”’%"


def fields(record: Record) -> Record:
    """The fields of a record that are not null, by their plain names."""
    return {plain(name): value for name, value in record.items() if value is not None}


@lru_cache(4096)
def plain(name: object) -> str:
    """The name of a field in small letters, without spaces, points and underscores: "startTime", "Start time"."""
    return re.sub(r"[\W_]", "", str(name).casefold())


def first(record: Record, names: list[str]) -> Any:
    """The value of the first field that has one of the names."""
    return next((record[name] for name in names if name in record), None)


def guesses(value: Any) -> bool:
    """Whether a list has what may have been said, the likeliest first: [{"transcript": "ferry", "confidence": .9}]."""
    return isinstance(value, list) and any(
        isinstance(one, dict) and not _GUESSED.isdisjoint(known := fields(one)) and "confidence" in known
        for one in value[:1]
    )


def words(value: Any) -> str:
    """The text of a value: a string, an object that has one, the likeliest of several guesses, the sum of its parts."""
    if isinstance(value, dict):
        return words(first(fields(value), _WRITTEN))
    if isinstance(value, list):
        return _joined([words(one) for one in (value[:1] if guesses(value) else value)])
    return _unmarked(value) if isinstance(value, str) else ""


def _joined(parts: list[str]) -> str:
    """Parts with the spaces that they bring themselves or, where most bring none, with one before each word."""
    parts = list(filter(None, parts))
    spaced = [a[-1].isspace() or b[0].isspace() for a, b in pairwise(parts)]
    if 2 * sum(spaced) > len(spaced):
        return "".join(parts)
    apart = [
        not space and a[-1] not in _OPENS and b[0] not in _CLOSES
        for space, (a, b) in zip(spaced, pairwise(parts), strict=True)
    ]
    return "".join(" " * gap + part for gap, part in zip([False, *apart], parts, strict=False))


def _unmarked(text: str) -> str:
    """Without tags of HTML, where it has some; entities are what they stand for."""
    if _MARKED.search(text):
        lines = _TAG.sub("", _BLOCK.sub("\n", text)).split("\n")
        text = "\n".join(filter(None, map(str.strip, lines)))
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def name(value: Any, known: dict[str, str]) -> str | None:
    """Who is meant: a name, an object with one, an id, or the number of a voice. `known` says whom ids mean."""
    if isinstance(value, dict):
        value = _called(fields(value))
    found = " ".join(known.get(str(value), str(value)).split()) if isinstance(value, str | int) else ""
    found = found.removesuffix(":").strip("<>")
    if found.casefold() in NOTHING:
        return None
    if len(found) == 1 or found.isdigit():
        return f"Speaker {found}"
    return " ".join(map(str.capitalize, re.split("[-_]", found))) if _SLUG.fullmatch(found) else found


def _called(record: Record) -> Any:
    """What names somebody: the surest of what begins with a capital, before a handle such as "ann_l"."""
    if isinstance(record.get("firstname"), str) and isinstance(record.get("lastname"), str):
        return f"{record['firstname']} {record['lastname']}"
    names = (record.get(key) for key in _NAMED if key != "id")
    capital = next((one for one in names if isinstance(one, str) and one[:1].isupper()), None)
    return capital or first(record, _NAMED)


def number(value: Any) -> float | None:
    """A time as a number: a clock time and a whole number of seconds with parts are seconds, others as they stand."""
    if isinstance(value, dict):
        whole, parts = (number(fields(value).get(unit, 0)) for unit in ("seconds", "nanos"))
        return None if whole is None or parts is None or not _SECONDS & fields(value).keys() else whole + parts / 1e9
    if isinstance(value, list):
        return next((found for found in map(number, value[:3]) if found is not None), None)
    if isinstance(value, str):
        value = value.partition("-->")[0].strip()
        clock = _CLOCK.fullmatch(value) or _SPAN.fullmatch(value)
        if clock:
            return int(clock[1] or 0) * 3600 + int(clock[2] or 0) * 60 + float(clock[3].replace(",", "."))
    try:
        found = float(value) if isinstance(value, str | int | float) else nan
    except (ValueError, OverflowError):
        return None
    return found if isfinite(found) else None
