"""Records (JSON, JSON Lines, CSV): messages, utterances or segments, each with its text and, perhaps, who said it when.

What exports of speech recognition, chats and meetings have in common is an array of objects with a field for the text
and one for the speaker; that is read as turns without being told. The field of any other text must be named.
"""

import json
from collections.abc import Sequence
from contextlib import suppress

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source
from bot.documents.fields import said, speaks, voices
from bot.documents.tables import Table, rows, tables
from bot.documents.transcripts import Said, transcript
from bot.documents.values import Record, fields, first
from bot.errors import DocumentError

_TITLE = ["title", "name", "subject"]
_NAME = ["realname", "displayname", "name", "username"]
_SAME = 0.9
"""Share of the longest text from which on another is the same, told in more detail."""


def read_json(source: Source) -> Extract:
    """The longest array of records in a JSON file, wherever it stands; or one record a line."""
    text, warning = decode(source.data, source.name)
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        if text.count("\n{") == 0:
            raise
        return read_json_lines(source)
    title = first(fields(data), _TITLE) if isinstance(data, dict) else None
    found = _extract(source, tables(data))
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
    found = _extract(source, tables(records))
    return found._replace(warning=f"{bad} of its lines are no JSON objects" if bad else warning)


def read_csv(source: Source) -> Extract:
    """One record a row."""
    text, warning = decode(source.data, source.name)
    return _extract(source, [Table(rows(text.removeprefix("\ufeff")), None)])._replace(warning=warning)


def _extract(source: Source, found: Sequence[Table]) -> Extract:
    """The text of the records that have most. Raises DocumentError where no field is known to have it."""
    known = _names(found)
    told: list[list[Said]] = []
    for table in found:
        whole = [] if table.inside is None else told[table.inside]
        told.append([] if _says_all(whole, table) else said(table.records, source.text_field, known))
    if not found:
        raise DocumentError(source.name, "there are no records in it")
    if not any(told):
        field = source.text_field
        named = f"there is no text in {field!r}" if field else "name the field of its text with --text-field"
        have = dict.fromkeys(str(key) for table in found for key in (table.records or [{}])[0] if key != "")
        known_as = f": it has {', '.join(list(have)[:9])}" if have else ""
        raise DocumentError(source.name, f"{named}{known_as}")
    text, marks = transcript(_voiced(_fullest(told, found), found, known))
    return Extract(text, marks=marks, own_lines=False)


def _says_all(whole: Sequence[Said], table: Table) -> bool:
    """Whether records that have a text say when, and who if any does; their parts in a table need not be looked at."""
    speakers = any(piece.speaker for piece in whole) or not any(map(speaks, table.records[:1]))
    return speakers and any(piece.start for piece in whole)


def _names(found: Sequence[Table]) -> dict[str, str]:
    """Whom ids mean, where records say so: {"id": 0, "name": "Ann Lee"}."""
    names: dict[str, str] = {}
    for record in (record for table in found for record in table.records if "id" in record):
        who = first(fields(record), _NAME)
        if isinstance(who, str):
            names.setdefault(str(record["id"]), who)
    return names


def _fullest(told: Sequence[list[Said]], found: Sequence[Table]) -> list[Said]:
    """The longest text or, of several that are as good as the same, the one that says who and when, in few pieces.

    Longer parts of records that have a text themselves are not what they say, unless somebody says them: the sources of
    an answer are not, a talk below its summary is.
    """
    sizes = [sum(len(piece.words) - piece.words.count(" ") for piece in pieces) for pieces in told]
    for number, table in enumerate(found):
        spoken = any(piece.speaker for piece in told[number])
        if table.inside is not None and not spoken and 0 < sizes[table.inside] < _SAME * sizes[number]:
            sizes[number] = 0
    same = (pieces for size, pieces in zip(sizes, told, strict=True) if size >= _SAME * max(sizes))
    return max(
        same,
        key=lambda pieces: (
            any(piece.speaker for piece in pieces),
            any(piece.start for piece in pieces),
            len(pieces) > 1,
            -len(pieces),
        ),
    )


def _voiced(pieces: list[Said], found: Sequence[Table], known: dict[str, str]) -> list[Said]:
    """The same with speakers, where other records say who speaks when."""
    if any(piece.speaker for piece in pieces) or not any(piece.start for piece in pieces):
        return pieces
    apart = max((voices(table.records, known) for table in found), key=lambda found: len(found.starts))
    return [piece._replace(speaker=apart.at(piece.start)) for piece in pieces]
