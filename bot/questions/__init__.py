"""A line comes in; what it asks, of whom, of which documents, and what it takes over from before goes out."""

from bot.questions.followups import Earlier, carry, gist, wants_more, wants_nth
from bot.questions.understanding import Question, understand

__all__ = [
    "Earlier",
    "Question",
    "carry",
    "gist",
    "understand",
    "wants_more",
    "wants_nth",
]
