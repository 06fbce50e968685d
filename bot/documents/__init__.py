"""Files and folders come in; documents go out: text as it stands, with title, path and date."""

from bot.documents.gathering import MONTHS, Document, Gathered, bundled, date_of, gather

__all__ = [
    "MONTHS",
    "Document",
    "Gathered",
    "bundled",
    "date_of",
    "gather",
]
