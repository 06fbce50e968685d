"""The first lines of a conversation: what is being asked, and two questions that it answers well."""

from collections import Counter
from collections.abc import Iterator

from bot.answers import Bot
from bot.shell.talk import Talk, counted

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
    words: Counter[str] = Counter()
    for sentence, _ in zip(bot.sentences, range(_LOOKED_AT), strict=False):
        inside = sentence.words.replace(",", " ").replace(".", " ").split()[1:]
        words.update({word for word in inside if word.isalpha() and word[0].isupper() and len(word) >= _LEAST})
    rare = [(word, times) for word, times in words.most_common() if times <= max(_FEW, len(bot.sentences) // _SHARE)]
    for word, times in rare[:5]:
        question = f"Who mentioned {word}?"
        if times > 1 and word.casefold() not in parts and bot.ask(question, 1):
            yield question
            return
