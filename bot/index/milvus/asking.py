"""A collection as a store."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from bot.documents import Document
from bot.index.catalog import CatalogInMemory
from bot.index.columns import Columns
from bot.index.milvus.searching import Searched, Terms
from bot.index.milvus.shelf import Shelf
from bot.index.okapi import Okapi
from bot.index.people import PeopleInMemory
from bot.index.stored.bodies import Looked


class MilvusStore:
    """The documents that are whole when it is opened. Raises StoreError."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.firsts, self.ends, self.texts = shelf.firsts, shelf.ends, shelf.texts
        both = list(zip(shelf.firsts, shelf.placed, strict=True))
        self.leads = [None if one.lead is None else first + one.lead for first, one in both]
        self.dated = [first + at for first, one in both for at in one.dated]
        self.documents: Sequence[Document] = Looked(shelf.document, len(both))
        self.columns: Sequence[Columns] = Looked(lambda at: shelf.bodies([at])[at].columns, len(both))
        self.index: Okapi = Searched(Terms(shelf), shelf)
        self.catalog = CatalogInMemory([one.head for one in shelf.placed])
        self.people = PeopleInMemory(shelf.parts())

    def steady(self) -> AbstractContextManager[None]:
        """Documents do not change, and those that come later are not seen."""
        return nullcontext()
