"""A store as it is: to ask it, nothing is loaded that changes one."""

import json

from bot.index.store import Library
from bot.index.stored.file import Outdated
from bot.index.stored.reader import StoredStore
from bot.index.stored.versions import Made, glimpsed, is_same


def opened(path: str) -> Library:
    """A store as it is. Raises StoreError."""
    store = StoredStore(path)
    if not is_current(store.noted("made")):
        raise Outdated(path)
    return Library(store)


def is_current(made: object) -> bool:
    """Whether what a store was made by, as it has noted, would make it just so now."""
    return not made or is_same(Made(*json.loads(str(made))), glimpsed())
