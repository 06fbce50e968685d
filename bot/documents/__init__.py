"""Files and folders come in; documents go out: text as it stands, with title, path and date."""

from bot.documents.extracts import Extract, Marks, Source
from bot.documents.files import Place
from bot.documents.gathering import (
    MONTHS,
    Document,
    Found,
    Gathered,
    Given,
    Sifted,
    Taken,
    bundled,
    date_of,
    find,
    gather,
    identities,
    settle,
    sift,
    take,
)
from bot.documents.listing import UNSURE, Status, as_sure_at, content_of, digest, listed, same_listing
from bot.documents.plain import header_end

__all__ = [
    "MONTHS",
    "UNSURE",
    "Document",
    "Extract",
    "Found",
    "Gathered",
    "Given",
    "Marks",
    "Place",
    "Sifted",
    "Source",
    "Status",
    "Taken",
    "as_sure_at",
    "bundled",
    "content_of",
    "date_of",
    "digest",
    "find",
    "gather",
    "header_end",
    "identities",
    "listed",
    "same_listing",
    "settle",
    "sift",
    "take",
]
