"""What can be asked: the sentences as columns, their terms as an index, and their speakers by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.index.collection import Collection
from bot.index.okapi import Okapi
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

    @classmethod
    def of(cls, collection: Collection) -> "Grounds":
        """Indexes a collection."""
        index = Okapi(collection.terms())
        speakers = tuple(dict.fromkeys(said.speaker for said in collection.attributions if said.speaker))
        mentions: dict[str, set[str]] = defaultdict(set)
        for said in collection.attributions:
            if said.speaker and said.mention and " " in said.mention:
                mentions[said.speaker.name].add(said.mention)
        return cls(collection, index, speakers, Roster(speakers, index.idf, mentions))

    def speaker(self, row: int) -> str | None:
        """The name of who says a sentence."""
        said = self.collection.attributions[row].speaker
        return said.name if said else None

    def said_by(self, names: Iterable[str]) -> list[int]:
        """The rows that somebody of these names says, in order."""
        wanted = set(names)
        return [
            row for row, said in enumerate(self.collection.attributions) if said.speaker and said.speaker.name in wanted
        ]

    def known_in(self, names: Iterable[str], words: Iterable[str]) -> frozenset[int]:
        """The numbers of the documents in which somebody of these names speaks, or that have all of these words."""
        owner = self.collection.owner.__getitem__
        having = [{*map(owner, self.index.rows_of(terms(word)[0]))} for word in words if word not in STOP_WORDS]
        return frozenset(map(owner, self.said_by(names))).union(set.intersection(*having) if having else ())

    def described(self, words: Sequence[str]) -> set[str]:
        """The speaker whose name stands nearest to a description in small letters: "Ann Hill, a lecturer"."""
        wanted = {terms(word)[0] for word in words if word not in STOP_WORDS}
        rows = [set(self.index.rows_of(term)) for term in wanted]
        found: dict[str, int] = {}
        for row in sorted(set.intersection(*rows) if rows else ())[:_LOOKED_AT]:
            there = self.index.terms_of(row)
            roles = [n for n, term in enumerate(there) if term in wanted]
            for n, term in enumerate(there):
                for name in self.roster.by_term.get(term, ()) if term not in wanted else ():
                    gap = min(abs(n - role) for role in roles)
                    if gap <= _APPOSED:
                        found[name] = min(gap, found.get(name, gap))
        return {min(found, key=lambda name: (found[name], name))} if found else set()

    def main_speakers(self) -> list[str]:
        """The names of a single document's speakers, who says most first; none for several documents."""
        if len(self.collection.documents) != 1:
            return []
        count = Counter(said.speaker.name for said in self.collection.attributions if said.speaker)
        return [name for name, _ in count.most_common()]
