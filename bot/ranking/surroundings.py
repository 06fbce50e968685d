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
_NOBODY = -1
REACH = 2 * (_TURN - 1), 2 * WINDOW
"""Sentences before and behind a candidate that are looked at."""


class Surroundings:
    """Looks around a candidate; `asked` holds the question's terms in each row as a mask, `shares` its share.

    Sentences are counted from the first that is looked at; `asked` has all of these.
    """

    def __init__(self, collection: Collection, row: int, asked: Mapping[int, int], shares: Mapping[int, float]) -> None:
        first, self.dialogue, self._speakers, self._paragraphs, self._asks = collection.around(row, *REACH)
        self._at, self._end, self._shares = row - first, len(self._asks), shares
        self._masks = [asked[at] for at in range(first, first + self._end)]
        self.asks = self._asks[self._at] == 1
        """Whether the candidate is a question."""
        self.answered = self._answered()
        """The terms in the interviewer's question just before, as a mask."""
        self.before = self._masks[self._at - 1] if self._at else 0
        """The terms in the sentence before, as a mask."""
        self.turn_before = self._turn_before()
        """The terms in the turn before, as a mask."""

    def around(self) -> tuple[float, float, float]:
        """Coverage of the sentence together with its neighbours, with the window around, with its paragraph there."""
        at, end, paragraphs = self._at, self._end, self._paragraphs
        if self.dialogue:
            end = self._before_next_question(min(end, at + 2 * WINDOW + 1))
        low, high, own = at, at + 1, (paragraphs[at], 0)  # 0 is page furniture, which may stand in between
        while low > max(0, at - 2 * WINDOW) and paragraphs[low - 1] in own:
            low -= 1
        while high < min(end, at + 2 * WINDOW + 1) and paragraphs[high] in own:
            high += 1
        return (
            self._together(max(0, at - 1), min(end, at + 2)),
            self._together(max(0, at - WINDOW), min(end, at + WINDOW + 1)),
            self._together(low, high),
        )

    def _before_next_question(self, end: int) -> int:
        """Where an interviewer begins whose question comes next: its words are no sign of what was said before."""
        said = self._speakers
        ahead = next((at for at in range(self._at + 1, end) if said[at] != said[self._at]), end)
        if ahead == end or said[ahead] == _NOBODY:
            return end
        turn = takewhile(lambda at: said[at] == said[ahead], range(ahead, end))
        return ahead if any(self._asks[at] for at in turn) else end

    def turn(self) -> float:
        """Coverage of what its speaker says in one go."""
        at, said = self._at, self._speakers
        first, end = max(0, at - _TURN), min(self._end, at + _TURN + 1)
        low, high = at, at + 1
        while low > first and said[low - 1] == said[at]:
            low -= 1
        while high < end and said[high] == said[at]:
            high += 1
        return self._together(low, high)

    def _answered(self) -> int:
        said = self._speakers
        for at in range(self._at - 1, max(-1, self._at - _TURN), -1):
            if said[at] == _NOBODY or said[at] != said[self._at]:
                return self._masks[at] if self._asks[at] else 0
        return 0

    def _turn_before(self) -> int:
        said, at = self._speakers, self._at
        while at and self._at - at < _TURN and said[at - 1] == said[self._at]:
            at -= 1
        other = said[at - 1] if at and self._at - at < _TURN else _NOBODY
        turn = range(at - 1, max(-1, at - _TURN), -1) if other != _NOBODY else ()
        return reduce(or_, (self._masks[one] for one in turn if said[one] == other), 0)

    @property
    def alone(self) -> bool:
        """Whether the sentence is the whole turn of its speaker."""
        said, at = self._speakers, self._at
        return said[at] not in (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])

    def _together(self, first: int, end: int) -> float:
        """Coverage of a run of sentences."""
        return self._shares[reduce(or_, self._masks[first:end])]
