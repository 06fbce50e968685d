"""Documents come in; sentences as columns with their speakers, searchable by BM25 and by name, go out.

What reads documents is loaded when it is first used: a question about those that were read before needs none of it.
"""

from typing import TYPE_CHECKING

from bot.index.catalog import Catalog
from bot.index.collection import Collection, Sentences
from bot.index.columns import Sentence
from bot.index.grounds import Grounds
from bot.index.opening import Wanted, library
from bot.index.people import name_words
from bot.index.roster import spelt_out_offices
from bot.index.store import Library, Reached
from bot.patterns import handed_on

if TYPE_CHECKING:
    from bot.index.caching import cache_of, cached, clear, is_cache, throw_away
    from bot.index.keeping import forgotten
    from bot.index.loading import of_documents, of_files
    from bot.index.renewing import renewed
    from bot.index.stored.checking import checked

__all__ = [
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
    "library",
    "name_words",
    "of_documents",
    "of_files",
    "renewed",
    "spelt_out_offices",
    "throw_away",
]
_HOMES = {
    "cache_of": "caching",
    "cached": "caching",
    "checked": "stored.checking",
    "clear": "caching",
    "forgotten": "keeping",
    "is_cache": "caching",
    "of_documents": "loading",
    "of_files": "loading",
    "renewed": "renewing",
    "throw_away": "caching",
}

__getattr__ = handed_on(__name__, _HOMES)
