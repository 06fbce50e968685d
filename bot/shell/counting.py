"""Who speaks, with how much is theirs."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.answers import Bot
from bot.index import Sentence
from bot.speakers import Speaker


class Counted(NamedTuple):
    """A speaker, and how much is theirs."""

    speaker: Speaker
    sentences: int
    share: float
    """Of the sentences that anybody speaks, 0 to 1."""
    first: Sentence
    last: Sentence


def counted(bot: Bot) -> Iterator[Counted]:
    """Everybody who speaks, once, in the order of the documents."""
    people = bot.grounds.people
    rows = {speaker.name: people.rows(speaker.name).tolist() for speaker in bot.speakers}
    total = sum(map(len, rows.values()))
    for name, own in rows.items():
        first, last = (bot.sentences[own[at]] for at in (0, -1))
        yield Counted(people.names[name], len(own), len(own) / total, first, last)
