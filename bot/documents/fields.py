"""Which field of some records has the text, which says who speaks, and which says when.

A field that is called what it has is taken first; else what stands in it tells: text looks like sentences, and whoever
speaks takes turns with others.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from statistics import median
from typing import Any, NamedTuple

from bot.documents.transcripts import Said
from bot.documents.values import NOTHING, Record, fields, name, number, plain, words

_TEXT = (
    "text transcript content body message utterance sentence caption quote comment review element alternative".split()
)
_TEXT += "value punctuatedword punct word fulltext selftext messagetext speechtext".split()
"""What the field of the text is called, the surest first; plain as `values.plain` has it."""
_CALLED = r"(?:s|\w{0,9}(?:name|label|tag|slug|id))?"
_SPEAKER = re.compile(f"(?:speaker|sender|character|userprofile){_CALLED}|from")
_WRITER = re.compile(f"(?:user|author|participant|commenter|poster|nick|voice|actor){_CALLED}")
_PERSON = re.compile(f"(?:person|member|witness|display|full){_CALLED}|name|role|\\d+")
_SPEAKERS = (_SPEAKER, _WRITER, _PERSON)
"""What the field of the speaker is called, the surest first; numbers are fields without a name."""
_WROTE, _BESIDE = 1, 2
"""Which of them may have written what others say, and which may only be beside the text."""
_CLOCK = r"(?!\w*(?:page|line|row|char|index|idx|pos|token|word|frame|sample|zone))"
_START = [
    re.compile(_CLOCK + stem) for stem in r"start\w* begin\w* offset\w* timestamp\w* timecode time\w* ts from".split()
]
_END = [re.compile(_CLOCK + stem) for stem in r"end\w* stop\w* to".split()]
_LENGTH = [re.compile(r"dur\w*")]
"""What fields of times are called, the surest first."""
_HEADLINE = re.compile(r"(?:sub)?title|head(?:line|ing)")
_TITLE = re.compile(rf"{_HEADLINE.pattern}|subject|name")
"""What the field of a title is called, beside which another has the text."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_DATES = 1e8
"""Seconds from which on a time is a date."""
_SLOWEST = 60
"""Seconds a word in what is said; where whole numbers say more, they count milliseconds."""
_WORDS, _SAID, _STOPPED = 5, 3, 2
"""Words in the middle record of text that is not called so, also beside a speaker, and where most end with stops."""
_ARTICLE = 150
"""Words in the middle record of what somebody wrote but may quote others in."""
_OUTWEIGHS = 3
"""How many times as long as any other text is the one that is meant."""
_SHORT = 8
"""Most words of the name of somebody who speaks, in the middle record."""
_ID = 12
"""Most characters of an id that is told to a person."""
_DEEP, _SAMPLE = 3, 50
"""How deep in a record its time may stand, and how many records are looked at for it."""
_LETTER = re.compile(r"\w")
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SMALL = re.compile(r"^[a-z]")
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
    lengths = [_size(text) for text in texts if text]
    if not lengths:
        return []
    middle = sorted(lengths)[len(lengths) // 2]
    others = {key: values for key, values in columns.items() if key not in keys}
    speaker = _speaker(others, middle, known, named=bool(named), own=not _reported(others, texts))
    starts, ends = _times(rows, columns, texts)
    if named and not (field or speaker or any(starts) or middle >= _WORDS):
        return []
    if not any(ends) and _broken(texts):
        ends = [at or 0.0 for at in (*starts[1:], starts[-1])]  # they end where the next begins
    who = [name(value, known) for value in columns[speaker]] if speaker else [None] * len(rows)
    return _whole(Said(*piece) for piece in zip(texts, who, starts, ends, strict=True) if piece[0])


def _whole(pieces: Iterable[Said]) -> list[Said]:
    """The same with each mark by itself behind what it stands behind."""
    found: list[Said] = []
    for piece in pieces:
        if found and piece.speaker in (None, found[-1].speaker) and not _LETTER.search(piece.words):
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
    speaker = _speaker(columns, _ARTICLE, known, named=True, own=False)
    if not speaker or _named(columns, len(rows)):
        return Voices([], [])
    starts = _numbers(columns, _START)
    found = zip(starts, (name(value, known) for value in columns[speaker]), strict=False)
    turns = sorted((start, who) for start, who in found if start is not None and who)
    return Voices([start for start, _ in turns], [who for _, who in turns])


def _columns(rows: Sequence[Record]) -> Columns:
    often = Counter(key for row in rows for key in row)
    return {key: [row.get(key) for row in rows] for key, times in often.items() if 10 * times > len(rows)}


def _named(columns: Columns, size: int) -> list[str]:
    """The field that is called the text's, in a list; most records have words there."""
    keys = (key for one in _TEXT for key in (one, f"{one}s"))
    there = (key for key in keys if 2 * sum(value not in (None, "", []) for value in columns.get(key, ())) > size)
    return list(there)[:1]


def _sentences(columns: Columns, size: int) -> list[str]:
    """The field whose values look like sentences, or questions with answers; nothing where it may be one of several."""
    least = _SAID if any(map(_SPEAKER.fullmatch, columns)) else _WORDS
    letters: dict[str, int] = {}
    questions = []
    for key, values in columns.items():
        texts = list(filter(None, map(_text, values)))
        if 2 * len(set(texts)) <= size or (size == 1 and not key.isdigit()):
            continue
        stopped = 2 * sum(bool(_STOPS.search(text)) for text in texts) > size
        if median(map(_size, texts)) >= (min(least, _STOPPED) if stopped else least):
            letters[key] = sum(map(len, texts))
            questions += [key] * (2 * sum(text.endswith("?") for text in texts) > size)
    texts_alone = [key for key in letters if not _TITLE.fullmatch(key)]
    letters = {key: letters[key] for key in texts_alone or letters}
    if len(letters) == 2 and len(questions) == 1:
        return list(letters)
    most = sorted(letters, key=letters.__getitem__, reverse=True)
    return most[:1] if len(most) == 1 or (most and letters[most[0]] >= _OUTWEIGHS * letters[most[1]]) else []


def _size(text: str) -> int:
    """How many words a text has, about; two signs are one where words are not apart."""
    words = sum(word[:1].isalpha() or word[1:2].isalpha() for word in text.split())
    return words + len(_SIGN.findall(text)) // 2


def _text(value: Any) -> str:
    """What a field says."""
    text = words(value).strip()
    return "" if text.casefold() in NOTHING else text


def _reported(columns: Columns, texts: Sequence[str]) -> bool:
    """Whether texts are news: under headlines, and hardly anybody says "I" but in quotation marks."""
    if not any(map(_HEADLINE.fullmatch, columns)):
        return False
    own = sum(bool(_FIRST_PERSON.search(_QUOTED.sub("", text))) for text in texts)
    return 3 * own < len(texts)


def _speaker(columns: Columns, middle: int, known: dict[str, str], *, named: bool, own: bool) -> str | None:
    """The field that says who speaks, if one does.

    Whoever wrote an article does not say all that stands in it (`middle`: words of the middle record; `own` whether
    writers speak for themselves), and a person beside a text that is not called so may only be its subject, unless
    persons take turns.
    """
    fit: list[tuple[tuple[bool, bool, bool, int], str]] = []
    for key, values in columns.items():
        kind = next((kind for kind, pattern in enumerate(_SPEAKERS) if pattern.fullmatch(key)), None)
        if kind is None or (key == "from" and any(number(value) is not None for value in values)):
            continue
        names = [who for who in (name(value, known) for value in values) if who]
        if not names or not _names(key, names):
            continue
        said = named and middle < _ARTICLE and not key.isdigit() and (own or kind != _WROTE)
        if kind == 0 or said or (_take_turns(names) and (kind == _BESIDE or middle < _ARTICLE)):
            letters = sum(who[-1:].isalpha() for who in names)
            surest = (2 * len(names) > len(values), not key.endswith("id"), 2 * letters > len(names), -kind)
            fit.append((surest, key))
    return max(fit, key=itemgetter(0))[1] if fit else None


def _names(key: str, names: Sequence[str]) -> bool:
    """Whether values are short as names are; ids only where a person would remember them."""
    longest = _ID if key.endswith("id") else 1 << 16
    return median(len(who.split()) for who in names) <= _SHORT and max(map(len, names)) <= longest


def _take_turns(names: Sequence[str]) -> bool:
    """Whether few come again and again, and not all times of one behind each other."""
    changes = sum(a != b for a, b in pairwise(names))
    return 2 * len(set(names)) <= len(names) and 2 * changes >= 3 * len(set(names)) > 3


def _times(
    rows: Sequence[Record], columns: Columns, texts: Sequence[str]
) -> tuple[list[float | None], list[float | None]]:
    """Seconds since the beginning at which each record begins and ends."""
    none: list[float | None] = [None] * len(rows)
    starts = _numbers(columns, _START) or _inside(rows, _START)
    there = [start for start in starts if start is not None]
    back = sum(b < a for a, b in pairwise(there))
    if not there or max(there) >= _DATES or 4 * back > len(there):
        return none, none
    ends = _numbers(columns, _END) or _inside(rows, _END, last=True)
    if not ends:
        lengths = _numbers(columns, _LENGTH)
        ends = [None if a is None or b is None else a + b for a, b in zip(starts, lengths or none, strict=True)]
    spoken = sum(len(text.split()) for text in texts)
    whole = all(start.is_integer() for start in there)
    scale = 1000 if whole and max(there) - min(there) > _SLOWEST * spoken else 1
    return [at and at / scale for at in starts], [at and at / scale for at in ends]


def _broken(texts: Sequence[str]) -> bool:
    """Whether records break off where a screen ends, not a sentence."""
    stops, small = (sum(map(bool, map(pattern.search, texts))) for pattern in (_STOPS, _SMALL))
    return 2 * stops < len(texts) < 4 * small


def _numbers(columns: Columns, names: Sequence[re.Pattern[str]]) -> list[float | None]:
    """The numbers in the first field with one of some names that has any."""
    fitting = (list(map(number, columns[key])) for one in names for key in columns if one.fullmatch(key))
    return next((found for found in fitting if any(at is not None for at in found)), [])


def _inside(rows: Sequence[Record], names: Sequence[re.Pattern[str]], *, last: bool = False) -> list[float | None]:
    """The same of what stands deeper in the records; of a list there its first or last."""
    for one in names:
        if any(_within(row, one, _DEEP, last=last) is not None for row in rows[:_SAMPLE]):
            return [_within(row, one, _DEEP, last=last) for row in rows]
    return []


def _within(row: Record, called: re.Pattern[str], deep: int, *, last: bool) -> float | None:
    found = (number(value) for key, value in row.items() if called.fullmatch(key))
    if (at := next((at for at in found if at is not None), None)) is not None or not deep:
        return at
    parts = (value[-1 if last else 0] if isinstance(value, list) and value else value for value in row.values())
    deeper = (_within(fields(part), called, deep - 1, last=last) for part in parts if isinstance(part, dict))
    return next((at for at in deeper if at is not None), None)
