"""How much of a question what stands around a sentence covers: its neighbours, its turn, the question it answers."""

from collections.abc import Mapping
from functools import reduce
from itertools import takewhile
from operator import or_

from bot.index import Collection

WINDOW = 3
"""Sentences on either side that count as near."""
_TURN = 5
"""Sentences of one's own, and of the turn before, in which a question is looked for."""
REACH = 2 * max(WINDOW, _TURN)
"""Sentences on either side of a candidate that are looked at."""


class Surroundings:
    """Looks around the candidates; `asked` holds the question's terms in each row as a mask, `shares` its share."""

    def __init__(self, collection: Collection, asked: Mapping[int, int], shares: Mapping[int, float]) -> None:
        self._collection, self._asked, self._shares = collection, asked, shares

    def around(self, row: int) -> tuple[float, float, float]:
        """Coverage of a sentence together with its neighbours, with the window around, with its paragraph there."""
        collection = self._collection
        inside, paragraphs = collection.rows(collection.owner[row]), collection.paragraphs
        first, end = inside.start, inside.stop
        if collection.turns[collection.owner[row]]:
            end = self._before_next_question(row, min(end, row + 2 * WINDOW + 1))
        low, high, own = row, row + 1, (paragraphs[row], None)  # None is page furniture, which may stand in between
        while low > max(first, row - 2 * WINDOW) and paragraphs[low - 1] in own:
            low -= 1
        while high < min(end, row + 2 * WINDOW + 1) and paragraphs[high] in own:
            high += 1
        return (
            self._together(max(first, row - 1), min(end, row + 2)),
            self._together(max(first, row - WINDOW), min(end, row + WINDOW + 1)),
            self._together(low, high),
        )

    def _before_next_question(self, row: int, end: int) -> int:
        """Where an interviewer begins whose question comes next: its words are no sign of what was said before."""
        said, words = self._collection.attributions, self._collection.words
        ahead = next((at for at in range(row + 1, end) if said[at].speaker is not said[row].speaker), end)
        turn = takewhile(lambda at: said[at].speaker is said[ahead].speaker, range(ahead, end))
        return ahead if any(said[at].speaker and asks(words(at)) for at in turn) else end

    def turn(self, row: int) -> float:
        """Coverage of what its speaker says in one go."""
        collection = self._collection
        inside, said = collection.rows(collection.owner[row]), collection.attributions
        first, end = max(inside.start, row - _TURN), min(inside.stop, row + _TURN + 1)
        low, high = row, row + 1
        while low > first and said[low - 1].speaker is said[row].speaker:
            low -= 1
        while high < end and said[high].speaker is said[row].speaker:
            high += 1
        return self._together(low, high)

    def answered(self, row: int) -> int:
        """The terms in the interviewer's question just before, as a mask."""
        collection = self._collection
        said, first = collection.attributions, collection.first[collection.owner[row]]
        for at in range(row - 1, max(first - 1, row - _TURN), -1):
            if said[at].speaker is None or said[at].speaker is not said[row].speaker:
                return self._asked[at] if asks(collection.words(at)) else 0
        return 0

    def turn_before(self, row: int) -> int:
        """The terms in the turn before, as a mask."""
        collection = self._collection
        said, first = collection.attributions, collection.first[collection.owner[row]]
        at = row
        while at > first and row - at < _TURN and said[at - 1].speaker is said[row].speaker:
            at -= 1
        other = said[at - 1].speaker if at > first and row - at < _TURN else None
        turn = range(at - 1, max(first - 1, at - _TURN), -1) if other else ()
        mask = 0
        for one in turn:
            if said[one].speaker is other:
                mask |= self._asked[one]
        return mask

    def alone(self, row: int) -> bool:
        """Whether a sentence is the whole turn of its speaker."""
        inside, said = self._collection.rows(self._collection.owner[row]), self._collection.attributions
        return not any(said[at].speaker is said[row].speaker for at in (row - 1, row + 1) if at in inside)

    def _together(self, first: int, end: int) -> float:
        """Coverage of a run of sentences."""
        return self._shares[reduce(or_, map(self._asked.__getitem__, range(first, end)))]


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return text.rstrip("\"”’') *_").endswith("?")
