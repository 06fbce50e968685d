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

if TYPE_CHECKING:
    from bot.index.reading import in_memory

__all__ = [
    "Catalog",
    "Collection",
    "Grounds",
    "Mask",
    "Sentence",
    "Sentences",
    "in_memory",
    "name_words",
    "spelt_out_offices",
]


def __getattr__(name: str) -> object:
    if name != "in_memory":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from bot.index.reading import in_memory

    return in_memory
