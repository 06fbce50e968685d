"""Files and folders come in; documents go out: text as it stands, with title, path and date."""

from bot.documents.extracts import Extract, Marks, Source
from bot.documents.files import Place
from bot.documents.gathering import (
    MONTHS,
    Document,
    Found,
    Gathered,
    Given,
    Taken,
    bundled,
    date_of,
    find,
    gather,
    identities,
    settle,
    take,
)

__all__ = [
    "MONTHS",
    "Document",
    "Extract",
    "Found",
    "Gathered",
    "Given",
    "Marks",
    "Place",
    "Source",
    "Taken",
    "bundled",
    "date_of",
    "find",
    "gather",
    "identities",
    "settle",
    "take",
]
