"""Questions come in; quotes with their speakers go out, word for word as the documents have them."""

from bot.answers.bot import Answer, Bot, Change, Conversation, Quote, Understood, Verdict

__all__ = [
    "Answer",
    "Bot",
    "Change",
    "Conversation",
    "Quote",
    "Understood",
    "Verdict",
]
