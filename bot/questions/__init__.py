"""A line comes in; what it asks, of whom, of which documents, and what it takes over from before goes out."""

from bot.questions.earlier import Earlier, pronoun
from bot.questions.followups import carry, gist
from bot.questions.lines import Line, To, read_line
from bot.questions.question import Question
from bot.questions.several import Parts, parts
from bot.questions.understanding import understand
from bot.questions.weighing import common
from bot.questions.wordings import SAYING, lemma

__all__ = [
    "SAYING", "Earlier", "Line", "Parts", "Question", "To", "carry", "common", "gist", "lemma", "parts", "pronoun",
    "read_line", "understand",
]  # fmt: skip
