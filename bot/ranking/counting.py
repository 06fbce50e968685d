"""Whether a sentence counts or measures what a question asks to be counted or measured."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import dropwhile, takewhile

from bot.questions import Question
from bot.words import MEASURED, VAGUE_WEIGHT, synonyms, terms

_STEM = 4
_MANY = terms("many")[0]
_PERIODS = frozenset(terms("second minute hour day night week month year decade century"))
_COUNTS = ("", "how-many-people")
"""What "how many" has measured where it has something counted."""
_COUNTED, _BEHIND = 3, 8
"""Terms that tell what is counted, and up to which one of them stands behind its number."""
_NUMBER = re.compile(r"(?!(?:1[89]|20)\d\d$)\d[\d.,]*")
"""What counts something: no year, no "12th"."""


class Counting:
    """What a question asks to be counted or measured."""

    def __init__(self, question: Question) -> None:
        self._measured = MEASURED.get(question.measure)
        self._counted = what_is_counted(question)
        of_time = question.measure == "how-long" and _MANY in question.words
        self._unit = next((term for term in question.words if term in _PERIODS), "") if of_time else ""

    def measures(self, text: str, inside: AbstractSet[str]) -> bool:
        """Whether a sentence has a number with its unit, in the unit asked for: no hour tells how many years."""
        measured = self._measured and re.search(self._measured, text, re.IGNORECASE)
        return bool(measured) and (not self._unit or self._unit in inside)

    def counts(self, there: Sequence[str]) -> bool:
        """Whether a number stands just before what is asked to be counted, or a word like it: "seven new boats"."""
        if not self._counted:
            return False
        behind = (there[n + 1 : n + _BEHIND] for n, term in enumerate(there) if _NUMBER.fullmatch(term))
        return any(term in self._counted or term[:_STEM] in self._counted for near in behind for term in near)


def what_is_counted(question: Question) -> frozenset[str]:
    """The terms behind "how many", those of their meaning, and how they begin: "ships" for "how many boats".

    Of people it is what they do, too: "signatures" for "how many people signed".
    """
    if question.wanted != "how-many" or question.measure not in _COUNTS or _MANY not in question.words:
        return frozenset()

    def tells(term: str) -> bool:
        return question.terms.get(term, 0.0) > VAGUE_WEIGHT

    behind = [term for term in question.words[question.words.index(_MANY) + 1 :] if term != "and"]
    said = dropwhile(lambda term: not tells(term), behind) if question.measure else behind  # "people have | died"
    phrase = [*takewhile(tells, said)][:_COUNTED]
    return frozenset(phrase).union((term[:_STEM] for term in phrase), *map(synonyms, phrase))
