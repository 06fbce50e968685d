"""Documents come in; sentences as columns with their speakers, searchable by BM25 and by name, go out.

What reads documents is loaded when it is first used: a question about those that were read before needs none of it.
"""

from typing import TYPE_CHECKING

from bot.index.catalog import Catalog
from bot.index.collection import Collection, Sentences
from bot.index.columns import Sentence
from bot.index.grounds import Grounds
from bot.index.maxscore import Mask
from bot.index.people import name_words
from bot.index.roster import spelt_out_offices
from bot.index.store import Library, Reached
from bot.patterns import handed_on

if TYPE_CHECKING:
    from bot.index.loading import of_documents, of_files

__all__ = [
    "Catalog",
    "Collection",
    "Grounds",
    "Library",
    "Mask",
    "Reached",
    "Sentence",
    "Sentences",
    "name_words",
    "of_documents",
    "of_files",
    "spelt_out_offices",
]
_HOMES = {"of_documents": "loading", "of_files": "loading"}

__getattr__ = handed_on(__name__, _HOMES)
