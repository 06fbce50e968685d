"""Stores by name: a file, or a collection that a URL names. Nobody else knows which kinds there are."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any, Protocol

from bot.index.handover import Reading
from bot.index.outcomes import Outcome
from bot.index.store import Checked, Entry, Store

_ENGINES = {"milvus": "bot.index.milvus", "milvus+tls": "bot.index.milvus"}
"""The file of each engine that keeps collections, by what URLs of these begin with; it has the functions below."""


class Kept(Store, Protocol):
    """A store that was kept, as it is."""

    path: str
    """What it is called, without what is nobody's business."""

    def noted(self, name: str) -> object:
        """What was noted under a name; None where nothing was. "made" is by what its documents were read."""

    def contents(self) -> Sequence[str]:
        """What stands for the content of each document."""

    def outcomes(self) -> Mapping[str, Outcome]:
        """What came of files, by path."""


class Writer(Protocol):
    """A store that is being changed; made where it is not there. Raises StoreError."""

    path: str
    """The same."""

    def close(self) -> None: ...
    def noted(self, name: str) -> object:
        """What was noted last under a name; None where nothing was."""

    def change(self) -> AbstractContextManager[None]:
        """What is looked up and settled inside is of one state; nobody sees what was not settled."""

    def outcomes(self) -> Mapping[str, Outcome]:
        """What came of files before, by path."""

    def contents(self) -> AbstractSet[str]:
        """What stands for each document that is there."""

    def settle(
        self, entries: Iterable[Entry], fresh: Mapping[str, Reading], state: Mapping[str, Outcome], **notes: object
    ) -> None:
        """The store has these documents, the `fresh` ones among them if they are new, and that came of files."""


def is_elsewhere(name: str) -> bool:
    """Whether a store is a collection that a URL names, and no file."""
    return name.partition(":")[0] in _ENGINES


def kept(name: str) -> Kept:
    """A store to be asked. Raises StoreError."""
    if is_elsewhere(name):
        found: Kept = _engine(name).kept(name)
        return found
    from bot.index.stored.reader import StoredStore

    return StoredStore(name)


def writer(name: str) -> Writer:
    """A store to be changed. Raises StoreError."""
    if is_elsewhere(name):
        found: Writer = _engine(name).writer(name)
        return found
    from bot.index.stored.writer import Writer as FileWriter

    return FileWriter(name)


def beside(name: str) -> AbstractContextManager[Writer]:
    """A store that is made anew, and takes the place of the one of this name at the end. Raises StoreError."""
    if is_elsewhere(name):
        found: AbstractContextManager[Writer] = _engine(name).beside(name)
        return found
    from bot.index.stored import beside

    return beside.beside(name)


def checked(name: str) -> Checked:
    """Looks at everything in a store. Raises StoreError where it is not whole."""
    if is_elsewhere(name):
        found: Checked = _engine(name).checked(name)
        return found
    from bot.index.stored import checking

    return checking.checked(name)


def _engine(url: str) -> Any:
    return import_module(_ENGINES[url.partition(":")[0]])
