"""A question as understood comes in; candidates in order, and whether they answer it, go out."""

from bot.ranking.judging import Judgement, judge
from bot.ranking.ordering import ordered, within_reach
from bot.ranking.ranking import Hit, Memory
from bot.ranking.semantics import Encode, Semantics, semantics_of
from bot.ranking.silence import speak_of_it

__all__ = [
    "Encode",
    "Hit",
    "Judgement",
    "Memory",
    "Semantics",
    "judge",
    "ordered",
    "semantics_of",
    "speak_of_it",
    "within_reach",
]
