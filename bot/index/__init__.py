"""Documents come in; sentences as columns with their speakers, searchable by BM25 and by name, go out.

Each is loaded when it is first used: what is read needs nothing that searches, and a question nothing that reads.
"""

from typing import TYPE_CHECKING

from bot.patterns import handed_on

if TYPE_CHECKING:
    from bot.index.caching import cache_of, cached, clear, is_cache, throw_away
    from bot.index.catalog import Catalog
    from bot.index.collection import Collection, Sentences
    from bot.index.columns import Sentence
    from bot.index.grounds import Grounds
    from bot.index.handover import Reached
    from bot.index.keeping import forgotten
    from bot.index.loading import of_documents
    from bot.index.opening import Wanted, library
    from bot.index.people import name_words
    from bot.index.renewing import renewed
    from bot.index.roster import SAME_OFFICE, spelt_out_offices
    from bot.index.store import Library
    from bot.index.stores import checked, is_elsewhere

__all__ = [
    "SAME_OFFICE",
    "Catalog",
    "Collection",
    "Grounds",
    "Library",
    "Reached",
    "Sentence",
    "Sentences",
    "Wanted",
    "cache_of",
    "cached",
    "checked",
    "clear",
    "forgotten",
    "is_cache",
    "is_elsewhere",
    "library",
    "name_words",
    "of_documents",
    "renewed",
    "spelt_out_offices",
    "throw_away",
]
_HOMES = {
    "SAME_OFFICE": "roster",
    "Catalog": "catalog",
    "Collection": "collection",
    "Grounds": "grounds",
    "Library": "store",
    "Reached": "handover",
    "Sentence": "columns",
    "Sentences": "collection",
    "Wanted": "opening",
    "cache_of": "caching",
    "cached": "caching",
    "checked": "stores",
    "clear": "caching",
    "forgotten": "keeping",
    "is_cache": "caching",
    "is_elsewhere": "stores",
    "library": "opening",
    "name_words": "people",
    "of_documents": "loading",
    "renewed": "renewing",
    "spelt_out_offices": "roster",
    "throw_away": "caching",
}

__getattr__ = handed_on(__name__, _HOMES)
