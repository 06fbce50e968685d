"""A store as it is: to ask it, nothing is loaded that changes one."""

from bot.index import stores
from bot.index.store import Library
from bot.index.versions import Outdated, is_current


def opened(name: str) -> Library:
    """A store as it is. Raises StoreError."""
    store = stores.kept(name)
    if not is_current(store.noted("made")):
        raise Outdated(store.path)
    return Library(store)
