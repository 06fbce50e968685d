"""Documents come in; sentences as columns with their speakers, searchable by BM25 and by name, go out."""

from bot.index.collection import Collection, Sentence, Sentences, collect
from bot.index.grounds import Grounds
from bot.index.maxscore import Mask
from bot.index.roster import name_words, spelt_out_offices

__all__ = [
    "Collection",
    "Grounds",
    "Mask",
    "Sentence",
    "Sentences",
    "collect",
    "name_words",
    "spelt_out_offices",
]
