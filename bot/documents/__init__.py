"""Files and folders come in; documents go out: text as it stands, with title, path and date."""

from bot.documents.extracts import Extract, Marks, Source
from bot.documents.gathering import MONTHS, Document, Gathered, bundled, date_of, gather

__all__ = [
    "MONTHS",
    "Document",
    "Extract",
    "Gathered",
    "Marks",
    "Source",
    "bundled",
    "date_of",
    "gather",
]
