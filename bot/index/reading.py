"""Reading a document: cut into sentences, each with who says it. The unit of storing and of work in other processes."""

import re
from array import array
from collections.abc import Container, Iterator

from bot.documents import Document, Given, Place, Taken, content_of, digest, take
from bot.errors import DocumentError, fault
from bot.index.columns import KINDS, Columns, Tables, asks
from bot.index.handover import Read
from bot.layout import FURNITURE, LABEL, TEXT, layout, sentences
from bot.speakers import attribute
from bot.words import WANTED

_LEAST_LEAD = 5
"""Terms of the sentence that a document is said to begin with."""
_NOT_TEXT = (FURNITURE, LABEL)
_OPENING = 20
"""First sentences of a document among which it says when it was."""


def read_one(document: Document) -> Columns:
    """Cuts a document into sentences and finds who says each."""
    text = document.text
    plan = layout(text, document.marks.labels)
    spans = sentences(text, plan)
    tables = Tables()
    tables.add(attribute(text, plan, spans))
    columns = Columns(
        plan.turns,
        None,
        (),
        array("i", [span.start for span in spans]),
        array("i", [span.end for span in spans]),
        array("i", [span.line for span in spans]),
        array("i", [0 if span.kind == FURNITURE else plan.blocks[span.block].paragraph for span in spans]),
        array("i", [span.block for span in spans]),
        bytes(KINDS.index(span.kind) for span in spans),
        b"",
        tables.said,
        tables.attributions,
        tables.speakers,
        tables.strings,
        plan.times,
    )
    return columns._replace(
        lead=_lead(text, columns),
        dated=tuple(_dated(text, columns)),
        asks=bytes(asks(columns.words(text, at)) for at in range(len(spans))),
    )


def _lead(text: str, columns: Columns) -> int | None:
    body = (at for at, kind in enumerate(columns.kinds) if KINDS[kind] == TEXT)
    return next((at for at in body if len(columns.terms(text, at)) >= _LEAST_LEAD), None)


def _dated(text: str, columns: Columns) -> Iterator[int]:
    opening = (at for at in range(min(_OPENING, len(columns.starts))) if KINDS[columns.kinds[at]] not in _NOT_TEXT)
    names_time = re.compile(WANTED["when"]).search
    return (at for at in opening if names_time(columns.words(text, at)))


def read_file(place: Place, given: Given) -> Read:
    """Reads one file, whatever happens."""
    return read_taken(take(place, given))


def read_to_keep(place: Place, given: Given, known: Container[str]) -> Read:
    """The same, with what stands for content and text; what is `known` is not read again."""
    try:
        content = f"{content_of(place)}:{given.text_field or ''}"
    except (OSError, DocumentError):
        return read_file(place, given)
    if content in known:
        return Read(Taken(place, None), content=content)
    read = read_file(place, given)
    text = read.taken.document.text if read.taken.document else None
    return read._replace(content=content, text=None if text is None else digest(text.encode("utf-8", "surrogatepass")))


def read_taken(taken: Taken) -> Read:
    """Reads what was taken from a file."""
    document = taken.document
    if document is None:
        return Read(taken)
    try:
        return Read(taken, read_one(document))
    except Exception as error:  # noqa: BLE001
        return Read(taken, fault=fault(error))
