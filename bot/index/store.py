"""What is kept of documents that were read, for questions to look things up in; in memory here."""

from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate
from typing import NamedTuple, Protocol

from bot.documents import Document
from bot.index.catalog import Catalog, CatalogInMemory
from bot.index.columns import Columns
from bot.index.handover import Reading
from bot.index.okapi import Okapi
from bot.index.people import People, PeopleInMemory, parts
from bot.index.postings import InMemory

Stretch = tuple[int, int, int]
"""A document by its number, and offsets into its text."""


LARGEST = 1 << 16
"""Sentences that are put into a store together, unless one document has more."""


class Store(Protocol):
    """Documents with their sentences, terms and speakers; a sentence's row is its document's first and its place."""

    @property
    def documents(self) -> Sequence[Document]: ...
    def texts(self, stretches: Iterable[Stretch]) -> list[str]:
        """What stands in each of some stretches."""

    @property
    def columns(self) -> Sequence[Columns]:
        """Of each document."""

    @property
    def firsts(self) -> Sequence[int]:
        """The first row of each document."""

    @property
    def ends(self) -> Sequence[int]:
        """The row behind the last of each document."""

    @property
    def leads(self) -> Sequence[int | None]:
        """The row that each document begins with, headings apart."""

    @property
    def dated(self) -> Iterable[int]:
        """The rows near the beginnings of documents that name a time."""

    def steady(self) -> AbstractContextManager[None]:
        """What is looked up inside is of one state, whoever else changes the store."""

    @property
    def index(self) -> Okapi:
        """What ranks the sentences by their terms."""

    @property
    def catalog(self) -> Catalog: ...
    @property
    def people(self) -> People: ...


class Entry(NamedTuple):
    """A document of a store that is kept: what stands for it, what it is called, and the path that it is known by."""

    content: str
    id: str
    path: str | None


class Library(NamedTuple):
    """What documents were read into, what was left out (path or id, and reason), and what a person should hear."""

    store: Store
    skipped: Sequence[tuple[str, str]] = ()
    warnings: Sequence[str] = ()
    faults: Sequence[tuple[str, str]] = ()
    """Of what was left out, that because of a fault of this program."""


class Checked(NamedTuple):
    """What a whole store has."""

    documents: int
    sentences: int
    terms: int
    notes: Sequence[str] = ()
    """What a person should hear."""


class StoreInMemory:
    """Documents just read, in order of their ids."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.documents = tuple(one.document for one in readings)
        self.columns = tuple(one.columns for one in readings)
        bounds = list(accumulate((len(own.starts) for own in self.columns), initial=0))
        self.firsts, self.ends = array("i", bounds[:-1]), array("i", bounds[1:])
        both = list(zip(self.firsts, self.columns, strict=True))
        self.leads = tuple(None if own.lead is None else first + own.lead for first, own in both)
        self.dated = tuple(first + at for first, own in both for at in own.dated)
        self.index = Okapi(InMemory([one.segment for one in readings]))
        self.catalog = CatalogInMemory(self.documents)
        self.people = PeopleInMemory((first, part) for first, own in both for part in parts(own))

    def texts(self, stretches: Iterable[Stretch]) -> list[str]:
        return [self.documents[number].text[start:end] for number, start, end in stretches]

    def steady(self) -> AbstractContextManager[None]:
        return nullcontext()
