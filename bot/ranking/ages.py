"""Whether a sentence tells how old somebody is: "Lee, 44, said", or "I'm forty-four" where Lee says it."""

import re

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions import Question
from bot.words import MEASURED

_OWN = lazily(r"\bI(?:['’]m| am|['’]ll be| turned) (?!\w+ (?:of|per)\b)(?=[\w-])", re.IGNORECASE)


def tells_age(question: Question, row: int, grounds: Grounds) -> bool:
    """Whether a sentence has an age beside the name of whom "How old is Ann Lee?" asks, or Lee tells her own."""
    names = question.about or question.speakers
    if question.measure != "how-old" or not names:
        return False
    words = grounds.collection.words(row)
    if grounds.speaker(row) in names and (own := _OWN.search(words)):
        return bool(re.match(MEASURED["how-old"], words[own.end() :], re.IGNORECASE))
    family = "|".join(re.escape(name.rsplit(maxsplit=1)[-1]) for name in names)
    return bool(re.search(rf"\b(?:{family})(?: is| was|,| \()(?: aged)? ?\d{{1,3}}(?![\d.:]\d)\b", words))
