"""The names of a document by their words: whose family name, short form or fuller name a name is."""

from collections import defaultdict

from bot.speakers.grammar.tokens import BODY, CONJUNCTION, DETERMINER, PREPOSITION, TAGS, TITLE
from bot.speakers.people.entities import Entity
from bot.speakers.people.forms import fold
from bot.speakers.people.matching import family_name, one_person, single_names, spelling
from bot.speakers.people.run_words import acronym
from bot.speakers.people.runs import SUFFIXES
from bot.words import GIVEN, NICKNAMES, PLACES

_SON = frozenset("bin bint binte binti ibn".split())
_SHORT, _LETTERS = 4, 2
"""Letters that names have at most which are written in one way, and by how many spellings differ."""
_TOGETHER = 160
"""Characters between two people who are named together."""
_MOST = 48
"""Candidates that one word is compared with; bounds the work where thousands share a word."""


class Names:
    """Those with names of several words, by each word."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._spelt: dict[str, set[str]] = defaultdict(set)
        """Words by what all their spellings have."""
        self.families: set[str] = set()
        """Names of places that are family names here: "Todd | Jordan |"."""

    def enter(self, entity: Entity, core: tuple[str, ...]) -> None:
        """Notes somebody by the words of the folded name `core`."""
        for word in dict.fromkeys(single_names(core)):
            if word not in SUFFIXES and not TAGS.get(word, 0) & (PREPOSITION | CONJUNCTION | DETERMINER):
                self._by_word[word].append(entity)
                if len(word) > _SHORT:
                    self._spelt[spelling(word)].add(word)

    def fuller(self, core: tuple[str, ...], *, body: bool) -> Entity | None:
        """The entity whose name takes in this one: "Joe Biden" is Joseph R. Biden Jr., never Hunter Biden."""
        plain = [word for word in core if word not in SUFFIXES] or list(core)
        fits = [
            entity for entity in self._by_word.get(plain[-1], ())[-_MOST:] if _takes_in(entity, core, plain, body=body)
        ]
        return next((entity for entity in fits if fold(entity.words)[-len(core) :] == core), fits[0] if fits else None)

    def by_surname(self, word: str, at: int, gender: str, title: str = "") -> Entity | None:
        """The entity that one word of a name stands for: last names before first names, the latest named before."""
        low = fold((word,))[0]
        known = self._by_word.get(low) or self._by_nickname(low) or self._by_spelling(low)
        if not known or (low in PLACES and low not in self.families):
            return None
        candidates = [
            entity
            for entity in known[-_MOST:]
            if not (gender and entity.gender and gender != entity.gender)
            and (_short_for(low, entity) if entity.body else not _fathers(low, fold(entity.words)))
        ]

        if len(candidates) < 2:
            return candidates[0] if candidates else None
        if self._shared(low, word, candidates, at):
            return None

        def rank(entity: Entity) -> tuple[bool, bool, bool, bool, bool, bool, int]:
            folded = fold(entity.words)
            near = entity.near(at)
            titled = bool(title) and title not in entity.titles
            short = word in entity.aliases
            other = family_name(folded) != low
            younger = folded[-1] in SUFFIXES
            return entity.body, other, folded[0] != low, titled, younger, not short, -near if near >= 0 else at

        return min(candidates, key=rank)

    def settle(self, word: str, first: int, *, placed: bool) -> None:
        """A name of a place that stands alone, at `first` the first time, is whose family name it is.

        Not where it is `placed`, as behind "in", or stands before that person.
        """
        for entity in self._by_word.get(word, ()):
            somebody = entity.gender and not entity.body and family_name(fold(entity.words)) == word
            if somebody and entity.places[0] < first and not placed:
                self.families.add(word)

    def _shared(self, low: str, word: str, candidates: list[Entity], at: int) -> bool:
        """Whether several of one family name were just named together, and none of them is called by it alone."""
        first = low not in GIVEN and all(fold(one.words)[0] == low and not one.body for one in candidates)
        family = [one for one in candidates if first or family_name(fold(one.words)) == low]  # "Park Sun-hee"
        named = [near if (near := entity.near(at)) >= 0 else entity.places[0] for entity in family]
        latest = sorted(place for place in named if place < at or min(named) > at)[-2:]
        together = len(latest) > 1 and latest[0] >= latest[1] - _TOGETHER
        return together and not any(word in entity.aliases for entity in family)

    def _by_nickname(self, low: str) -> list[Entity]:
        """Jack is John Worthing where there is no other John."""
        full = NICKNAMES.get(low)
        people = [entity for entity in self._by_word.get(full, ()) if fold(entity.words)[0] == full] if full else []
        return people if len(people) == 1 else []

    def _by_spelling(self, low: str) -> list[Entity]:
        """Those whose name is written in another way elsewhere: "Tokaev", Kassym Tokayev."""
        alike = () if low in GIVEN else self._spelt.get(spelling(low), ())
        people = {entity for word in alike if abs(len(word) - len(low)) < _LETTERS for entity in self._by_word[word]}
        return list(people) if len(people) == 1 and not next(iter(people)).body else []

    def family(self, surname: str, gender: str) -> int:
        """How many people of one family name and gender are known."""
        return sum(
            entity.gender in ("", gender) and fold(entity.words)[-1] == surname and not entity.body
            for entity in self._by_word.get(surname, ())[:_MOST]
        )

    def bodies(self, head: str) -> list[Entity]:
        """The bodies that have a word in their name ("ministry": the Ministry of Commerce)."""
        return [entity for entity in self._by_word.get(head, ())[-_MOST:] if entity.body]


def _takes_in(entity: Entity, core: tuple[str, ...], plain: list[str], *, body: bool) -> bool:
    full = fold(entity.words)
    if not (entity.body or body):
        return one_person(core, full)
    head = full[full.index("of") - 1] if "of" in full else full[-1]
    return entity.body and set(plain) <= set(full) and full[-1] == plain[-1] and head in plain


def _fathers(low: str, name: tuple[str, ...]) -> bool:
    """Whether a word is the name of somebody's father alone: of Ali bin Salem, who is not "Salem"."""
    return low in name[2:] and name[name.index(low) - 1] in _SON


def _short_for(low: str, entity: Entity) -> bool:
    """Whether one word can stand for a body: "American" for American Airlines, not "Bank" for the World Bank."""
    apart = acronym(entity.words[-1])  # "Orla" is not the Orla GOP
    return fold(entity.words)[0] == low and not apart and not TAGS.get(low, 0) & (BODY | TITLE)
