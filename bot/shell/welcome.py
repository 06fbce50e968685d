"""The first lines of a conversation: what is being asked, and two questions that it answers well."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from bot.answers import Bot
from bot.shell.talk import Talk, counted
from bot.words import COMMON, WANTED

_LOOKED_AT = 2_000
"""Sentences that the questions are made of."""
_FEW, _SHARE = 4, 5
"""A word that more than a few sentences, and more than one in so many, have tells nothing."""
_LEAST = 4
"""Letters of a name that is worth a question."""


def welcome(talk: Talk) -> None:
    """Says what can be asked."""
    bot = talk.bot
    count = len(bot.documents)
    what = bot.documents[0].title if count == 1 else counted(count, "document")
    names = {speaker.name for speaker in bot.speakers}
    talk.say(f"{what}: {counted(len(bot.sentences), 'sentence')}, {counted(len(names), 'speaker')}.")
    if not talk.paths:
        talk.say("This is a sample; bot -d FOLDER, or /read FOLDER here, asks documents of your own.")
    questions = list(examples(bot))
    talk.say(" ".join(["Try:", *questions]) if questions else "Ask what the documents say.")
    talk.say("/help lists commands; exit leaves.")


def examples(bot: Bot) -> Iterator[str]:
    """Up to two questions made of the documents that the bot answers: who says most, and what many sentences name."""
    said = Counter(
        sentence.speaker.name for sentence, _ in zip(bot.sentences, range(_LOOKED_AT), strict=False) if sentence.speaker
    )
    for name, _ in said.most_common(1):
        yield f"What did {name} say?"
    parts = {part.casefold() for speaker in bot.speakers for part in f"{speaker.name} {speaker.title}".split()}
    names: Counter[str] = Counter()
    for sentence, _ in zip(bot.sentences, range(_LOOKED_AT), strict=False):
        names.update(set(_names(sentence.words)))
    rare = [(name, times) for name, times in names.most_common() if times <= max(_FEW, len(bot.sentences) // _SHARE)]
    for name, times in rare[:5]:
        question = f"Who mentioned {name}?"
        if times > 1 and parts.isdisjoint(name.casefold().split()) and bot.ask(question, 1):
            yield question
            return


def _names(words: str) -> Iterator[str]:
    """Names in a sentence, behind its first word: words with capitals in a row, no day, month or common word."""
    later = words.split()[1:]
    for named, run in groupby(later, key=lambda word: word[:1].isupper()):
        for part in re.split(r"['’]s\b|[^\w\s'’&-]+", " ".join(run)) if named else ():
            name = part.strip()
            if len(name) >= _LEAST and name.casefold() not in COMMON and not re.fullmatch(WANTED["when"], name):
                yield name
