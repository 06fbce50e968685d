"""What came of each file that was read for a store, so that it need not be read again while it stays as it is."""

from typing import NamedTuple

from bot.documents import UNSURE, Status

TEXT, UNREADABLE, PASSING, FAULTY = range(4)
"""A text; a reason why there is none that stays, or that may pass; a fault of this program."""


class Outcome(NamedTuple):
    """What came of one file."""

    status: Status
    content: str | None
    """What stands for its bytes and name."""
    text: str | None
    """What stands for its text."""
    said: str | None
    """A warning, or the reason why it is left out."""
    state: int

    @property
    def path(self) -> str:
        return self.status.place.path or ""

    def is_of(self, status: Status, field: str | None) -> bool:
        """Whether a file that looks so, to be read with that field of records, would be read just so."""
        same = self.status[1:] == status[1:] and status.changed != UNSURE and self.state != PASSING
        return same and self.content is not None and self.content.endswith(f":{field or ''}")
