"""A question as understood comes in; candidates in order, and whether they answer it, go out."""

from bot.ranking.overviews import overview
from bot.ranking.ranking import Hit, Memory, chances, rank
from bot.ranking.semantics import Encode, Semantics, semantics

__all__ = [
    "Encode",
    "Hit",
    "Memory",
    "Semantics",
    "chances",
    "overview",
    "rank",
    "semantics",
]
