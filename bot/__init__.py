"""A bot that answers questions about documents by quoting them, each quote with who said it.

from bot import Bot

answer = Bot.read("minutes.txt").ask("Who disagreed?")
for quote in answer.quotes:
    print(quote.speaker and quote.speaker.name, quote.text)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers import Answer, Bot, Change, Conversation, Quote, Understood, Verdict
    from bot.documents import Document
    from bot.errors import BotError, DocumentError, StoreError, UnknownSpeaker, UsageError
    from bot.index import Sentence
    from bot.speakers import Evidence, Speaker

__version__ = "0.1.0"

_HOMES = {
    "Answer": "bot.answers",
    "Bot": "bot.answers",
    "BotError": "bot.errors",
    "Change": "bot.answers",
    "Conversation": "bot.answers",
    "Document": "bot.documents",
    "DocumentError": "bot.errors",
    "Evidence": "bot.speakers",
    "Quote": "bot.answers",
    "Sentence": "bot.index",
    "Speaker": "bot.speakers",
    "StoreError": "bot.errors",
    "Understood": "bot.answers",
    "UnknownSpeaker": "bot.errors",
    "UsageError": "bot.errors",
    "Verdict": "bot.answers",
}

__all__ = [
    "Answer",
    "Bot",
    "BotError",
    "Change",
    "Conversation",
    "Document",
    "DocumentError",
    "Evidence",
    "Quote",
    "Sentence",
    "Speaker",
    "StoreError",
    "Understood",
    "UnknownSpeaker",
    "UsageError",
    "Verdict",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Loads a public name when it is first used (PEP 562), so that `import bot` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bot' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
