"""Documents and questions for stores: what is kept has to answer as what was just read."""

import os
from pathlib import Path

from bot import Answer, Bot

TEXTS = (
    "Harbour notice\n\n“The ferry is late,” said Ada Brown, the harbour master. She promised that boats would sail.\n",
    "Tom Reed, a fisherman, said the storm had broken two masts. “We will mend them,” he said.\n\nNobody came.\n",
    "MR. PRICE: Good afternoon.\n\nQUESTION: Will the ferry sail?\n\nMR. PRICE: I have nothing on it. It is late.\n",
    "3 June 2021\n\nThe World Trade Organization (WTO) met. Ada Brown praised the World Trade Organization.\n",
    "Ada Brown, a lecturer, said that the museum is closed on Mondays. “Boats are old,” said the lecturer.\n",
    "# Minutes\n\nThe council met at noon. Cllr Ann Lee asked about the ferry. The chair said it would sail.\n",
)
QUESTIONS = """
Who said the ferry is late?
What did Ada Brown say?
And Tom Reed?
What did Mr Price say about the ferry?
What is it about?
Who speaks?
When was it?
What is the WTO?
What did the lecturer say?
Who is Ada Brown?
Did the chair say that it would sail?
What about zebras?
What did Ada Browne say about the muesum?
more
How many masts were broken?
What did Price say in one.txt?
What did Modi say?
boats
""".strip().splitlines()


def answers(bot: Bot) -> list[Answer]:
    """All that is answered: each question by itself, in a talk, and with everything there is."""
    talk = bot.conversation()
    return [
        *(bot.ask(question) for question in QUESTIONS),
        *(talk.ask(question, context=1) for question in QUESTIONS),
        *(bot.ask(question, None) for question in QUESTIONS),
    ]


def same(kept: Bot, read: Bot) -> None:
    """That two bots have the same and answer alike."""
    assert list(kept.documents) == list(read.documents)
    assert list(kept.sentences) == list(read.sentences)
    assert list(kept.speakers) == list(read.speakers)
    assert (kept.skipped, kept.warnings) == (read.skipped, read.warnings)
    for one, other in zip(answers(kept), answers(read), strict=True):
        assert one == other
        assert kept.near_words(one) == read.near_words(other)


def write(path: Path, text: str, at: float = 1e9) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (at, at))
