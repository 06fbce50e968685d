"""The people and bodies that a document names: fullest name, titles, short names, initials, acronyms.

A `Registry` is made once a document. It joins what names the same: "Alvi" is Arif Alvi, "Xi" is Xi Jinping, "UCU" the
University and College Union; and it keeps two people of one family name apart.
"""

import re
from collections import defaultdict

from bot.layout import Layout
from bot.speakers.grammar.nouns import HONORIFICS, STYLES
from bot.speakers.grammar.tokens import BODY, ROLE, TAGS, TITLE
from bot.speakers.people.apposed import after_name, as_title, before_name, governed, related
from bot.speakers.people.bounds import Mention
from bot.speakers.people.entities import Entity
from bot.speakers.people.forms import fold, parse_name, title_gender
from bot.speakers.people.matching import nickname
from bot.speakers.people.mentions import lookalikes, mentions, unwrapped
from bot.speakers.people.names import Names
from bot.speakers.people.offices import foreign, holders
from bot.speakers.people.roles import Roles, parse_role, plural
from bot.speakers.people.run_words import acronym
from bot.speakers.people.runs import SUFFIXES
from bot.words import COUNTRY, GIVEN, PLACES, given_gender

__all__ = ["Entity", "Mention", "Registry", "fold", "parse_name"]

_DEFINED = re.compile(r"\s*\((?:the |or )?[\"']?[“‘]?([A-Z][A-Za-z&.\-]{1,9})[\"']?[”’]?\)")
"""A short form in brackets behind a name."""
_OWNER = re.compile(r"\b(?:(?:North(?:ern)?|South(?:ern)?|New|Saudi|Sri) )?([A-Z]\w+)['’]s $")
"""Whose a body of a country is: "| Northern Ireland's | Department of Health"."""
_NEAR = 40
"""Characters before a name that are looked at."""
_PLACING = (" across ", " from ", " in ", " near ", " of ", " throughout ", " to ")
_ACCORDING = "ccording to "
_NAMES = 3
"""Words of a name that somebody is called by the letters of: "FDR"."""
_NATIONAL = ("Ministry", "Department", "Embassy", "Parliament", "Government", "Supreme Court", "Central Bank")
"""Bodies that every country has: only with its name is theirs full."""


class Registry:
    """Everybody named in one document."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = unwrapped(text, layout)
        self.mentions: list[Mention] = mentions(text, layout)
        self.lookalikes = lookalikes(text, self.mentions)
        """Where words of names stand that look like other words."""
        self._spoken = next((block.start for block in layout.blocks if block.label), len(text))
        self._entities: dict[tuple[str, ...], Entity] = {}
        self._names = Names()
        self._short: dict[str, Entity] = {}
        """Acronyms and initials, defined in brackets or made of capitals."""
        self._titled: dict[str, list[str]] = defaultdict(list)
        """Titles of people who are never named in full, by family name."""
        self._offices: Roles[Entity] = Roles()
        """Who holds which office; of nobody, while they are read."""
        self._honoured: dict[tuple[str, str], Mention] | None = None
        self._join()
        self._offices = holders(self.text, self.mentions, self.at, self._spoken)

    def _join(self) -> None:
        """One entity for every name of several words; longer forms take in shorter ones with the same last name."""
        by_core: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        called = {fold(tuple(mention.title.split())): mention for mention in self.mentions if foreign(mention)}
        for mention in self.mentions:
            if len(mention.words) > 1 and fold(mention.words) not in called:
                by_core[fold(mention.words)].append(mention)
        for core in sorted(by_core, key=lambda words: (-len(words), by_core[words][0].start)):
            first = by_core[core][0]
            known = self._names.fuller(core, body=first.body)
            if known and self._relative(known, core, first):
                known = None
            entity = known or Entity(first.words, body=first.body)
            self._entities[core] = entity
            for mention in by_core[core]:
                self._note(entity, mention)
            if known is None:
                self._names.enter(entity, core)
                if entity.body or len(core) == _NAMES or (len(core) > _NAMES and not (entity.gender or entity.titles)):
                    self._short.setdefault("".join(word[0] for word in entity.words if word[0].isupper()), entity)
        self._entities.update((title, self.at(holder)) for title, holder in called.items())
        self._settle()
        for mention in self.mentions:
            land = len(mention.words) == 1 and mention.words[0].casefold() in COUNTRY.keys() - self._names.families
            if len(mention.words) == 1 and not land:
                single = (
                    self._entities.get(fold(mention.words))
                    or self._names.by_surname(mention.words[0], mention.start, mention.gender, mention.title)
                    or self._short.get(mention.words[0])
                )
                if single and not mention.title and single.comes_after(mention.words[0], mention.start):
                    single = self._entities[fold(mention.words)] = Entity(mention.words)
                if single:
                    self._note(single, mention)
                elif mention.title:
                    self._titled[fold(mention.words)[0]].append(mention.title)
        for entity in self._entities.values():
            pairs = sorted(zip(entity.places, entity.ends, strict=True))
            entity.places, entity.ends = [start for start, _ in pairs], [end for _, end in pairs]

    def _settle(self) -> None:
        """Tells the names of places that stand alone from family names."""
        alone: dict[str, list[int]] = defaultdict(list)
        for mention in self.mentions:
            if len(mention.words) == 1 and mention.words[0].casefold() in PLACES:
                alone[mention.words[0].casefold()].append(mention.start)
        for word, starts in alone.items():
            placed = any(
                self.text.endswith(_PLACING, 0, at) and not self.text.endswith(_ACCORDING, 0, at) for at in starts
            )
            self._names.settle(word, starts[0], placed=placed)

    def _relative(self, fuller: Entity, core: tuple[str, ...], mention: Mention) -> bool:
        """Whether a name is somebody else's rather than short for a fuller one.

        "His father, | Robert Cole", for Jan Robert Cole; "his son, Guy Cole III", for Guy Cole.
        """
        full = fold(fuller.words)
        younger = full[-1] in SUFFIXES and core[-1] not in SUFFIXES
        at = fuller.places[0] if younger else mention.start
        if not younger and full[0] == core[0]:
            return False
        noun = related(self.text, at).lower()
        return noun.startswith("grand") or bool(TAGS.get(noun, 0) & (ROLE | TITLE))

    def _note(self, entity: Entity, mention: Mention) -> None:
        entity.places.append(mention.start)
        entity.ends.append(mention.end)
        somewhere = foreign(mention) and not parse_role(mention.title)  # "met in | Abu Dhabi | H.E. Ann Lee"
        place = somewhere and governed(self.text, mention.start)
        title = "" if mention.body or place else _unstyled(mention.title)
        if title and title not in entity.titles:
            entity.titles.append(title)
        surface = " ".join(mention.words)
        if surface not in entity.aliases or mention.label:
            self._call(entity, mention, surface)
        if not entity.gender and not entity.body:
            entity.gender = mention.gender
        if self.text[mention.end : mention.end + 2] == " (" and len(mention.words) > 1:
            short = _DEFINED.match(self.text, mention.end)
            if short and (short.group(1).isupper() or (not mention.body and nickname(short.group(1), mention.words))):
                self._short[short.group(1)] = entity
                entity.aliases[short.group(1)] = None

    def _call(self, entity: Entity, mention: Mention, surface: str) -> None:
        """Notes a form of a name, which may be the fuller one or only another."""
        if mention.body and surface.startswith(_NATIONAL) and entity.words == mention.words:
            owner = _OWNER.search(self.text, max(0, mention.start - _NEAR), mention.start)
            if owner and owner[1].casefold() in COUNTRY:
                entity.words = (*owner[0].split(), *mention.words)
        if mention.label and len(mention.words) > 1 and not entity.labelled:
            entity.labelled = True
            if not surface.isupper() and surface != entity.name:
                entity.aliases[entity.name] = None
                entity.aliases.pop(surface, None)
                entity.words = mention.words
        if entity.name.isupper() and not surface.isupper() and len(mention.words) >= len(entity.words):
            entity.words = mention.words
        if surface != entity.name:
            entity.aliases[surface] = None

    def find(self, words: tuple[str, ...], at: int, title: str = "", gender: str = "", honorific: str = "") -> Entity:
        """The entity that a name stands for at offset `at`, made anew when nothing longer is known."""
        core = fold(words)
        gender = gender or title_gender(title)
        entity = self._entities.get(core)
        if len(words) == 1:
            if acronym(words[0]) and not (title or words[0] in self._short):
                holder = self._offices.lettered(words[0])
                if holder:
                    return holder
            if entity and gender and entity.gender and gender != entity.gender:
                core = (*core, gender)
                entity = self._entities.get(core)
            fuller = None if entity else self._names.by_surname(words[0], at, gender, title)
            others = gender and not (entity or fuller) and self._names.by_surname(words[0], at, "")
            if others or (fuller and honorific and self._names.family(core[0], gender) > 1):
                core = (*core, honorific or gender)  # "Mrs. Moss", where the document names Tom Moss
                fuller = self._entities.get(core)
            if entity is None and fuller is None and words[0] in self._short:
                fuller = self._short[words[0]]
                fuller.aliases[words[0]] = None
            entity = entity or fuller
            if title and (entity is None or len(entity.words) == 1):
                entity = self._offices.named(title, words) or entity
        elif entity is None:
            entity = self._names.fuller(core, body=False)
        if entity is None:
            entity = self._entities[core] = self._new(words, at, title, gender, honorific)
        return entity

    def alone(self, words: tuple[str, ...], at: int) -> Entity:
        """The entity that is known by this name only, whatever longer name has it."""
        return self._entities.setdefault(fold(words), self._new(words, at, "", "", ""))

    def _new(self, words: tuple[str, ...], at: int, title: str, gender: str, honorific: str) -> Entity:
        low = fold(words)[0]
        entity = Entity(words, honorific=honorific, places=[at], ends=[at + len(" ".join(words))])
        entity.gender = gender or ("" if len(words) > 4 else given_gender(words))
        entity.plural = "and" in words
        if len(words) == 1:
            entity.plural = plural(words[0]) or (low.endswith("s") and low[:-1] in COUNTRY)
            entity.titles += dict.fromkeys(filter(None, map(_unstyled, [*self._titled.get(low, ()), title])))
            entity.body = not entity.gender and (low in PLACES or bool(TAGS.get(low, 0) & BODY))
        return entity

    def at(self, mention: Mention) -> Entity:
        """The entity that a mention names."""
        return self.find(mention.words, mention.start, mention.title, mention.gender, mention.honorific)

    def honoured(self, honorific: str, relative: Entity) -> Entity | None:
        """The person of a relative's family name whom the document calls by an honorific: Mrs Bennet."""
        if self._honoured is None:
            self._honoured = {}
            for mention in self.mentions:
                if mention.honorific and mention.words:
                    key = (mention.honorific.rstrip("."), fold(mention.words)[-1])
                    self._honoured.setdefault(key, mention)
        found = self._honoured.get((honorific, fold(relative.words)[-1]))
        return self.at(found) if found and self.at(found) is not relative else None

    def gender(self, entity: Entity) -> str:
        """The letter m or f, empty when nothing tells."""
        return entity.gender or ("" if entity.body else given_gender(entity.words))

    def person(self, entity: Entity) -> bool:
        """Whether something says that it is somebody rather than a place, a body or a thing."""
        named = not entity.body and len(entity.words) > 1 and fold(entity.words)[0] in GIVEN
        return bool(entity.person or entity.titles or entity.honorific or named or self.gender(entity))

    def appoint(self, entity: Entity, role: str, at: int) -> None:
        """Notes that the text names `entity` as the holder of a role at offset `at`."""
        self._offices.enter(role, at, entity)

    def holds(self, entity: Entity) -> bool:
        """Whether the document gives somebody any role."""
        return self._offices.holds(entity)

    def roles(self, entity: Entity) -> set[str]:
        """The head nouns of the roles that the document gives to somebody: {"minister", "lawyer"}."""
        return self._offices.of(entity)

    def by_role(self, role: str, at: int, likely: Entity | None = None) -> Entity | None:
        """The person whom a definite description names: "the Chinese premier", "The Minister".

        `likely` wins over others whom it fits as well.
        """
        return self._offices.find(role, at, likely) or self._left_over(role, at)

    def _left_over(self, role: str, at: int) -> Entity | None:
        """The one person without a role, for an office of a country that nobody else holds: "the President of Chad"."""
        wanted = parse_role(role)
        office = any(word[0].isupper() and word.casefold() not in COUNTRY for word in role.split()[1:])
        if wanted is None or not wanted.countries or not office:
            return None
        people = [
            entity
            for entity in self._entities.values()
            if len(entity.words) > 1 and self.gender(entity) and entity.places[1:2] and not self._offices.holds(entity)
        ]
        if len(set(people)) != 1 or people[0].near(at) < 0:
            return None
        self._offices.enter(role, people[0].places[0], people[0])
        return people[0]

    def bodies(self, head: str) -> list[Entity]:
        """The bodies that have a word in their name ("ministry": the Ministry of Commerce)."""
        return self._names.bodies(head)

    def title_of(self, entity: Entity) -> str | None:
        """The first title of more than one word before or behind its name, else the first at all."""
        if entity.body or " " in entity.words[0]:
            return None
        titles = [title for title in entity.titles if title.casefold().strip(".") not in HONORIFICS | STYLES]
        if titles:
            return next((title for title in titles if " " in title), titles[0])
        for start, end in zip(entity.places[:8], entity.ends, strict=False):
            title = as_title(before_name(self.text, start)) or as_title(after_name(self.text, start, end))
            if title and title != entity.name:
                return title
        return next(iter(entity.titles), entity.address or None)


def _unstyled(title: str) -> str:
    """A title without how its holder is addressed: "His | Majesty | King"."""
    return " ".join(word for word in title.split() if word.casefold() not in STYLES)
