"""Documents by what they are called: the name of their file, title, date."""

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from bot.documents import MONTHS, Document
from bot.words import terms


class Catalog(Protocol):
    """Documents by what they are called."""

    def __len__(self) -> int:
        """How many there are."""

    def called(self, name: str) -> bool:
        """Whether one has this name, in small letters."""

    def having(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of those whose profile has all of some terms; none for no terms."""


def profile(name: str, title: str, date: str | None) -> frozenset[str]:
    """The terms of a document's name, title and date."""
    year, month, day = (date or "--").split("-")
    written = f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day else ""
    return frozenset(terms(f"{os.path.splitext(name)[0]} {title} {written}".replace("_", " ")))


class CatalogInMemory:
    """Documents in memory; looked through once there is a question that may name one."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    def __len__(self) -> int:
        return len(self._documents)

    def called(self, name: str) -> bool:
        return name in self._names

    def having(self, words: Iterable[str]) -> frozenset[int]:
        found = [frozenset(self._by_term.get(word, ())) for word in words]
        return frozenset.intersection(*found) if found else frozenset()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(document.id.casefold() for document in self._documents)

    @cached_property
    def _by_term(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for number, document in enumerate(self._documents):
            for term in profile(document.id, document.title, document.date):
                found.setdefault(term, set()).add(number)
        return found
