"""A store made anew beside the one that it then replaces."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from bot.index.stored.file import heard
from bot.index.stored.writer import Writer


@contextmanager
def beside(path: str) -> Iterator[Writer]:
    """An empty store, which takes the place of another at the end. Raises StoreError."""
    new = f"{path}.new"
    with heard(path):
        for left in (new, f"{new}-journal"):
            with suppress(FileNotFoundError):
                os.unlink(left)
    with closing(Writer(new)) as writer:
        yield writer
    with heard(path):
        os.replace(new, path)
