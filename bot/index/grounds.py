"""What can be asked: the sentences as columns, their terms as an index, and their speakers by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import takewhile
from typing import NamedTuple

import numpy as np

from bot.index.catalog import Catalog
from bot.index.collection import Collection
from bot.index.okapi import Okapi, Within
from bot.index.people import People
from bot.index.postings import Mask, Rows
from bot.index.roster import Roster
from bot.index.store import Store
from bot.speakers import Speaker
from bot.words import STOP_WORDS, spelt_out, term_spans, terms

_GOING_ON = 4
"""Sentences behind one in which it may go on."""
_BITS = 63
"""Bits of one number, its sign apart."""
_SPELT = 10
"""Sentences in which is looked how a term is spelt."""
_TOGETHER = frozenset("both countries delegations leaders ministers parties presidents sides".split())
_OF_SEVERAL = _TOGETHER | frozenset("defence defense finance foreign prime the three trade two".split())
"""The words of a name for several who speak as one."""
_NONE: Rows = np.zeros(0, np.int32)


class Grounds(NamedTuple):
    """A collection with what is needed to look things up in it. Nothing here changes once built."""

    collection: Collection
    index: Okapi
    people: People
    roster: Roster
    catalog: Catalog
    leads: Sequence[int | None]
    """The row that each document begins with, headings apart."""
    dated: Iterable[int]
    """The rows near the beginnings of documents that name a time."""
    steady: Callable[[], AbstractContextManager[None]]
    """What is looked up inside is of one state."""

    @classmethod
    def of(cls, store: Store) -> "Grounds":
        """Of what is kept of some documents."""
        index, people = store.index, store.people
        return cls(
            Collection(store), index, people, Roster(people, index.idf), store.catalog, store.leads, store.dated,
            store.steady,
        )  # fmt: skip

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Everybody who speaks, in the order of the documents."""
        return tuple(self.people.speakers)

    @property
    def joint(self) -> frozenset[str]:
        """Those who speak as several and are called so: "the two leaders", "both sides"."""
        called = frozenset[str]().union(*map(self.roster.by_word.__getitem__, _TOGETHER))
        return frozenset(name for name in called if _OF_SEVERAL.issuperset(name.casefold().split()))

    def speaker(self, row: int) -> str | None:
        """The name of who says a sentence."""
        said = self.collection.attributions[row].speaker
        return said.name if said else None

    def said_by(self, names: Iterable[str], documents: Iterable[int] = ()) -> Rows:
        """The rows that somebody of these names says, in order; only of `documents` where given."""
        said = np.sort(np.concatenate([_NONE, *map(self.people.rows, dict.fromkeys(names))]))
        bounds = [(rows.start, rows.stop) for rows in map(self.collection.rows, sorted(documents))]
        inside = [said[first:end] for first, end in said.searchsorted(np.array(bounds, np.int32)).tolist()]
        return np.concatenate(inside) if inside else said

    def known_in(self, names: Iterable[str], words: Iterable[str]) -> frozenset[int]:
        """The numbers of the documents in which somebody of these names speaks, or that have all of these words."""
        telling = [term for word in words if word not in STOP_WORDS for term in terms(word)[:1]]
        having = [self._documents(self.index.rows_of(term)) for term in telling]
        return self._documents(self.said_by(names)).union(frozenset.intersection(*having) if having else ())

    def _documents(self, rows: Rows) -> frozenset[int]:
        """The numbers of the documents that some rows, in order, are of."""
        bounds = np.append(rows.searchsorted(self.collection.first), len(rows))
        return frozenset(np.flatnonzero(np.diff(bounds)).tolist())

    def by_document(self, rows: Sequence[int]) -> list[list[int]]:
        """Some rows, in order, those of each document by themselves."""
        known = np.array(rows, np.int32)
        bounds = np.unique(known.searchsorted(self.collection.first))
        return [part.tolist() for part in np.split(known, bounds) if len(part)]

    def within(self, documents: Iterable[int] = (), names: Iterable[str] = ()) -> Within:
        """Some documents, and what some people say, to look for the best in."""
        return Within(documents, names, self._mask)

    def _mask(self, within: Within) -> Mask:
        mask = np.zeros(self.index.corpus_size, np.bool_)
        if within.names:
            mask[self.said_by(within.names, within.documents)] = True
        else:
            for rows in map(self.collection.rows, within.documents):
                mask[rows.start : rows.stop] = True
        return mask

    def masks(self, bits: Mapping[str, int], rows: Iterable[int], before: int, behind: int) -> dict[int, int]:
        """The bits of the terms of some rows, and of those up to `before` before and `behind` behind them."""
        near = sorted(set[int]().union(*(self.collection.near(row, before, behind) for row in rows)))
        known = np.array(near, np.int32)
        found = np.zeros(len(near), np.int64 if len(bits) < _BITS else object)
        for term, bit in bits.items():
            found[known.searchsorted(self.index.having(term, known))] |= bit
        return dict(zip(near, found.tolist(), strict=True))

    def document_masks(self, bits: Mapping[str, int], rows: Iterable[int]) -> dict[int, int]:
        """The bits of the terms of the whole documents that some rows are of, by their numbers."""
        numbers = sorted({self.collection.owner[row] for row in rows})
        firsts = np.array([self.collection.rows(number).start for number in numbers], np.int32)
        ends = np.array([self.collection.rows(number).stop for number in numbers], np.int32)
        found = dict.fromkeys(numbers, 0)
        for term, bit in bits.items():
            for at in np.flatnonzero(self.index.occurs(term, firsts, ends)).tolist():
                found[numbers[at]] |= bit
        return found

    def main_speakers(self) -> list[str]:
        """The names of a single document's speakers, who says most first; none for several documents."""
        if len(self.collection.documents) != 1:
            return []
        return [name for name, _ in self.people.firsts()]

    def going_on(self, row: int) -> list[int]:
        """The few rows behind one where its speaker or paragraph goes on, or what its colon announces comes."""
        said, paragraphs = self.collection.attributions, self.collection.paragraphs
        who, announces = said[row].speaker, self.collection.words(row).rstrip().endswith(":")

        def goes_on(at: int) -> bool:
            return paragraphs[at] is not None and (
                announces or (said[at].speaker is who and (who is not None or paragraphs[at] == paragraphs[row]))
            )

        return list(takewhile(goes_on, self.collection.near(row, 0, _GOING_ON)[1:]))

    def named_in(self, row: int) -> tuple[str, ...]:
        """The first speaker whose family name a sentence has."""
        for term in self.collection.terms_of(row):
            found = [name for name in self.roster.by_term[term] if terms(name)[-1] == term]
            if found:
                return (max(found, key=len),)
        return ()

    def names(self, term: str) -> bool:
        """Whether a term stands in the documents as a name: within sentences, with a capital each time."""
        within = False
        for row in self.index.rows_of(term, most=_SPELT).tolist():
            words = self.collection.words(row)
            for start in (start for other, start, _ in term_spans(words) if other == term):
                if not words[start].isupper():
                    return False
                within = within or words[:start].rstrip()[-1:].islower()
        return within

    def spelt_out(self, acronym: str) -> str | None:
        """What an acronym is short for, where the documents name it: "World Trade Organization" for WTO."""
        rows = self.index.rows_of(acronym.upper(), most=1).tolist()
        return spelt_out(acronym, self.collection.sentence(rows[0]).text) if rows else None
