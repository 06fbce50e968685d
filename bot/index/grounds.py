"""What can be asked: the sentences as columns, their terms as an index, and their speakers by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from bot.index.collection import Collection
from bot.index.maxscore import Mask
from bot.index.okapi import Okapi
from bot.index.postings import Rows
from bot.index.roster import Roster
from bot.speakers import Speaker
from bot.words import STOP_WORDS, terms

_APPOSED = 4
"""Words between a name and what describes it."""
_LOOKED_AT = 30
"""Sentences in which a description is looked for."""


class Grounds(NamedTuple):
    """A collection with what is needed to look things up in it. Nothing here changes once built."""

    collection: Collection
    index: Okapi
    speakers: tuple[Speaker, ...]
    """Everybody who speaks, in the order of the documents."""
    roster: Roster
    said: Mapping[str, Rows]
    """The rows of everybody by name, in order."""

    @classmethod
    def of(cls, collection: Collection) -> "Grounds":
        """Indexes a collection."""
        index = Okapi(collection.terms())
        speakers = tuple(dict.fromkeys(said.speaker for said in collection.attributions if said.speaker))
        mentions: dict[str, set[str]] = defaultdict(set)
        rows: dict[str, list[int]] = defaultdict(list)
        for row, said in enumerate(collection.attributions):
            if said.speaker:
                rows[said.speaker.name].append(row)
                if said.mention and " " in said.mention:
                    mentions[said.speaker.name].add(said.mention)
        by_name = {name: np.array(own, np.int32) for name, own in rows.items()}
        return cls(collection, index, speakers, Roster(speakers, index.idf, mentions), by_name)

    def speaker(self, row: int) -> str | None:
        """The name of who says a sentence."""
        said = self.collection.attributions[row].speaker
        return said.name if said else None

    def said_by(self, names: Iterable[str]) -> Rows:
        """The rows that somebody of these names says, in order."""
        own = [self.said[name] for name in dict.fromkeys(names) if name in self.said]
        return np.sort(np.concatenate(own)) if own else np.zeros(0, np.int32)

    def known_in(self, names: Iterable[str], words: Iterable[str]) -> frozenset[int]:
        """The numbers of the documents in which somebody of these names speaks, or that have all of these words."""
        having = [self._documents(self.index.rows_of(terms(word)[0])) for word in words if word not in STOP_WORDS]
        return self._documents(self.said_by(names)).union(frozenset.intersection(*having) if having else ())

    def _documents(self, rows: Rows) -> frozenset[int]:
        """The numbers of the documents that some rows, in order, are of."""
        bounds = rows.searchsorted(self.collection.first)
        return frozenset(np.flatnonzero(np.diff(bounds)).tolist())

    def mask_of(self, documents: Iterable[int]) -> Mask:
        """The rows of some documents, as a mask over all."""
        mask = np.zeros(self.collection.size, np.bool_)
        for number in documents:
            mask[self.collection.first[number] : self.collection.first[number + 1]] = True
        return mask

    def mask(self, rows: Rows) -> Mask:
        """Some rows, as a mask over all."""
        mask = np.zeros(self.collection.size, np.bool_)
        mask[rows] = True
        return mask

    def masks(self, bits: Mapping[str, int], rows: Iterable[int], reach: int) -> dict[int, int]:
        """The bits of the terms of some rows, and of those up to `reach` before and behind in their documents."""
        collection = self.collection
        near: set[int] = set()
        for row in rows:
            number = collection.owner[row]
            first, end = collection.first[number], collection.first[number + 1]
            near.update(range(max(first, row - reach), min(end, row + reach + 1)))
        known = np.array(sorted(near), np.int32)
        found = dict.fromkeys(known.tolist(), 0)
        for term, bit in bits.items():
            for row in self.index.having(term, known).tolist():
                found[row] |= bit
        return found

    def document_masks(self, bits: Mapping[str, int], rows: Iterable[int]) -> dict[int, int]:
        """The bits of the terms of the whole documents that some rows are of, by their numbers."""
        numbers = sorted({self.collection.owner[row] for row in rows})
        firsts = np.array([self.collection.first[number] for number in numbers], np.int32)
        ends = np.array([self.collection.first[number + 1] for number in numbers], np.int32)
        found = dict.fromkeys(numbers, 0)
        for term, bit in bits.items():
            for at in np.flatnonzero(self.index.occurs(term, firsts, ends)).tolist():
                found[numbers[at]] |= bit
        return found

    def described(self, words: Sequence[str]) -> set[str]:
        """The speaker whose name stands nearest to a description in small letters: "Ann Hill, a lecturer"."""
        wanted = {terms(word)[0] for word in words if word not in STOP_WORDS}
        found: dict[str, int] = {}
        for row in self._with_all(wanted)[:_LOOKED_AT].tolist():
            there = self.collection.terms_of(row)
            roles = [n for n, term in enumerate(there) if term in wanted]
            for n, term in enumerate(there):
                for name in self.roster.by_term.get(term, ()) if term not in wanted else ():
                    gap = min(abs(n - role) for role in roles)
                    if gap <= _APPOSED:
                        found[name] = min(gap, found.get(name, gap))
        return {min(found, key=lambda name: (found[name], name))} if found else set()

    def _with_all(self, wanted: Iterable[str]) -> Rows:
        """The rows that have all of some terms, in order; none for no terms."""
        rarest, *others = sorted(wanted, key=lambda term: self.index.idf.get(term, 0.0), reverse=True) or [""]
        rows = self.index.rows_of(rarest)
        for term in others:
            rows = self.index.having(term, rows)
        return rows

    def main_speakers(self) -> list[str]:
        """The names of a single document's speakers, who says most first; none for several documents."""
        if len(self.collection.documents) != 1:
            return []
        return sorted(self.said, key=lambda name: -len(self.said[name]))
