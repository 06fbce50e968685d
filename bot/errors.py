"""What can go wrong, as one tree. Each error is one line for a person: the thing, what is wrong, the way out.

BotError
├── DocumentError        a named file or folder that cannot be read
├── StoreError           a store that cannot be used: damaged, taken, another's, nowhere to be written
├── UnknownSpeaker       nobody of that name speaks in the documents
└── UsageError           a question or option that makes no sense
"""

from collections.abc import Sequence
from os.path import basename

APP = "quoting-bot"
"""Names the distribution, the user's folders and (in capitals) the environment variables."""


class BotError(Exception):
    """Base of all errors of this package; its text is one line without a line break."""


class DocumentError(BotError):
    """A document that cannot be read: `path` as it was given, `reason` in a few words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__("".join(c if c.isprintable() else "\ufffd" for c in f"cannot read {path}: {reason}"))
        self.path = path
        self.reason = reason


class StoreError(BotError):
    """A store that cannot be used: `path`, `reason` in a few words, and whether the file itself is `damaged`."""

    def __init__(self, path: str, reason: str, *, damaged: bool = False) -> None:
        super().__init__("".join(c if c.isprintable() else "\ufffd" for c in f"cannot use the store {path}: {reason}"))
        self.path = path
        self.reason = reason
        self.damaged = damaged


class UnknownSpeaker(BotError):
    """`name` speaks in none of the documents; `close` are the nearest names that do."""

    def __init__(self, name: str, close: Sequence[str]) -> None:
        hint = f"; did you mean {' or '.join(close)}?" if close else "; see bot --speakers"
        super().__init__(f"nobody called {name!r} speaks in the documents{hint}")
        self.name = name
        self.close = tuple(close)


class UsageError(BotError):
    """A question or option that makes no sense."""


def told(error: Exception) -> str:
    """What the system says of a failure, in small letters."""
    return ((error.strerror if isinstance(error, OSError) else None) or str(error)).lower()


def fault(error: Exception) -> str:
    """What is said of an error that is none of these: memory that is full, or a mistake of ours and where it is."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f" in {basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at is not None else ""
    return ", ".join(filter(None, (f"a fault in the program itself: {type(error).__name__}{place}", str(error))))
