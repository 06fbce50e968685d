"""Documents come in; sentences as columns with their speakers, searchable by BM25 and by name, go out."""

from bot.index.catalog import Catalog
from bot.index.collection import Collection, Sentences
from bot.index.columns import Sentence
from bot.index.grounds import Grounds
from bot.index.maxscore import Mask
from bot.index.people import name_words
from bot.index.reading import in_memory
from bot.index.roster import spelt_out_offices

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
