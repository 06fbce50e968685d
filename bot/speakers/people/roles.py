"""Who is meant by an office or role: "the Chinese premier", "The President of Russia", "the spokeswoman"."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from bot.speakers.grammar.nouns import STYLES
from bot.speakers.grammar.tokens import (
    BODY,
    ROLE,
    TAGS,
    TIME,
    TITLE,
    plural_of,
)
from bot.speakers.people.run_words import bare
from bot.speakers.people.runs import FUNCTION
from bot.words import COUNTRY, SHORT_TITLES

_SAME_ROLE = SHORT_TITLES | {
    "adviser": "advisor", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair",
    "co-founder": "founder", "cofounder": "founder", "congressman": "representative", "congresswoman": "representative",
    "councilman": "councillor", "councilmember": "councillor", "councilor": "councillor", "councilwoman": "councillor",
    "pm": "premier", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "tsar": "emperor",
}  # fmt: skip
RANKS = frozenset("ayatollah baroness brig dame doctor dr gen general lady lord prince professor sheikh sir".split())
"""What stands between an office and its holder's name: "the Chancellor, Professor Lee"."""
_HALVES = frozenset("brig brigadier lieutenant lt maj major vice".split())
"""First words of ranks of two."""
_TELLING = frozenset("assistant deputy dpm first foreign prime vice".split())
"""Words that make another office of it: a vice president is no president."""
MALE_NOUNS = frozenset(
    """
    boy brother businessman chairman clergyman congressman cop count dad duke emperor father fellow fireman gentleman
    grandfather grandson groom host husband king lad landlord lord man monk nephew papa policeman priest prince salesman
    son spokesman squire uncle waiter widower
    """.split()
)
FEMALE_NOUNS = frozenset(
    """
    actress aunt bride businesswoman chairwoman congresswoman countess daughter duchess girl granddaughter grandmother
    heroine hostess housekeeper lady landlady maid mamma mom mother mum niece nun policewoman princess queen sister
    spokeswoman waitress widow wife woman
    """.split()
)
_WORD = re.compile(r"[\w'’][\w'’-]*")
BINDS = frozenset("of for from at in on with to and by".split())
"""Words behind the head of a role."""
_ALIKE = (("leader", "president", "premier", "king", "chancellor", "emir"), ("envoy", "ambassador", "consul"))
"""Who is at the head of a land or sent by it, by which of these words soever: "the Kenyan | leader |"."""
STYLED = {"HE": "Excellency", "HH": "Highness", "HM": "Majesty", "H.E.": "Excellency", "H.H.": "Highness"}
"""Styles by their letters."""
_SEVERAL = frozenset("people police others men women children media some many several all both".split())
_MOST = 256
"""People of one office that a description is held against; bounds the work."""


class _Placed(Protocol):
    @property
    def words(self) -> tuple[str, ...]: ...
    def near(self, at: int) -> int: ...


Holder = TypeVar("Holder", bound=_Placed)


class Role(NamedTuple):
    """A description taken apart: head noun, the words around it, the countries among them."""

    head: str
    words: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=4096)
def parse_role(text: str) -> Role | None:
    """The role that a description names, None for plurals and for what has no head."""
    words = [bare(word).casefold().replace("’", "'") for word in _WORD.findall(text)]
    cut = next(
        (n for n, word in enumerate(words) if word in BINDS or (word in ("who", "which", "that") and n)), len(words)
    )
    if not cut:
        return None
    head = _SAME_ROLE.get(words[cut - 1], words[cut - 1])
    if head == "member" and words[cut : cut + 2] == ["of", "parliament"]:
        head = "mp"
    if head == "head" and words[cut : cut + 2] == ["of", "state"]:
        head = "president"
    land = [word for word in words[cut + 1 :] if word not in ("people", "state", "the")]
    if head == "head" and words[cut : cut + 1] == ["of"] and len(land) == 1 and land[0] in COUNTRY:
        head, words[cut - 1] = "president", ""  # "the head of Chad", "the head of the Chadian people"
    if head == "minister" and "prime" in words[:cut]:
        head = "premier"
    if not TAGS.get(head, 0) & (ROLE | TITLE) and head not in ("premier", "executive", "lady", "leader"):
        return None
    rest = {
        _SAME_ROLE.get(word, word)
        for word in words
        if word not in ("prime", "") and (word in _TELLING or not TAGS.get(word, 0) & (FUNCTION & ~TIME))
    }
    countries = frozenset(COUNTRY[word] for word in rest if word in COUNTRY)
    return Role(head, frozenset(COUNTRY.get(word, word) for word in rest) - {head}, countries)


class Roles(Generic[Holder]):
    """The roles that a document gives to people, by head noun."""

    def __init__(self) -> None:
        self._held: dict[str, dict[Holder, tuple[int, set[str], set[str]]]] = defaultdict(dict)
        self._others: dict[str, set[Holder]] = defaultdict(set)
        """Whom an office alone, with no word beside it, does not mean."""
        self._meant: dict[Role, Holder] = {}
        """Whom a description meant before."""
        self._latest: Role | None = None
        self._lettered: dict[str, set[Holder]] = defaultdict(set)
        """Holders by the capitals of their office: "Trade Cabinet Secretary" by "TCS" and "CS"."""

    def holds(self, holder: Holder) -> bool:
        """Whether the document gives somebody any role."""
        return bool(self.of(holder))

    def of(self, holder: Holder) -> set[str]:
        """The heads of somebody's roles."""
        return {head for head, held in self._held.items() if holder in held}

    def enter(self, text: str, at: int, holder: Holder) -> None:
        """Notes that at offset `at` the text calls `holder` by a role, maybe with a style: "Majesty Queen"."""
        said = text.split()
        capitals = "".join(word[0] for word in said if word[0].isupper())
        for first in range(len(capitals) - 1):
            self._lettered[capitals[first:]].add(holder)
        style = next((STYLED.get(word, word) for word in said if word in STYLED or word.casefold() in STYLES), "")
        if style and style != text:
            self.enter(style, at, holder)
        *office, rank = said or [""]
        office = office[:-1] if office[1:] and office[-1].casefold() in _HALVES else office  # "Speaker | Major General"
        if office and rank.casefold() in RANKS:
            self.enter(" ".join(office), at, holder)  # "President | Sheikh"
        role = parse_role(text) if text else None
        if role and role.head == "counterpart" and role.countries and self._latest:
            same = self._latest.words - self._latest.countries  # "Malta's President Lee and his | Chilean counterpart"
            role = Role(self._latest.head, same | role.words, role.countries)
        if role:
            _, words, countries = self._held[role.head].setdefault(holder, (at, set(), set()))
            words |= role.words
            countries |= role.countries
            self._latest = role

    def lettered(self, letters: str) -> Holder | None:
        """Who alone holds an office that is written with these letters: "the | CS |"."""
        held = self._lettered.get(letters, set())
        return next(iter(held)) if len(held) == 1 and letters.casefold() not in COUNTRY else None

    def part(self, text: str, holder: Holder) -> None:
        """Notes that an office alone is another's: "The President | spoke with | French President Nicolas Sarkozy"."""
        role = parse_role(text)
        if role:
            self._others[role.head].add(holder)

    def find(self, text: str, at: int, likely: Holder | None = None) -> Holder | None:
        """Whom a definite description means at offset `at`: who fits it best, then who spoke or was meant last."""
        wanted = parse_role(text)
        if wanted is None:
            return None
        alike = next((heads for heads in _ALIKE if wanted.head in heads), ()) if wanted.countries else ()
        if alike and not self._of_land(wanted):
            wanted = next(filter(self._of_land, (wanted._replace(head=head) for head in alike)), wanted)
        meant = self._meant.get(wanted)
        best: tuple[tuple[bool, int, bool, bool, bool, int], Holder] | None = None
        held = self._held.get(wanted.head, {})
        others = self._others.get(wanted.head, ()) if not wanted.words else ()
        for holder, (since, words, countries) in islice(reversed(held.items()), _MOST):
            if (wanted.countries and countries and not wanted.countries & countries) or holder in others:
                continue
            once = "former" in wanted.words - words
            if once or (wanted.words & _TELLING) - words or ("vice" in words and "vice" not in wanted.words):
                continue
            key = (
                since < at,
                len(wanted.words & words),
                not (countries - wanted.countries),
                holder is likely,
                holder is meant,
                holder.near(at),
            )
            if best is None or key > best[0]:
                best = (key, holder)
        if best:
            self._meant[wanted] = best[1]
        return best[1] if best else None

    def _of_land(self, wanted: Role) -> bool:
        """Whether somebody is known to hold an office in its land."""
        return any(held[2] & wanted.countries for held in self._held.get(wanted.head, {}).values())

    def named(self, title: str, name: tuple[str, ...]) -> Holder | None:
        """The one of an office and a family name: "Tim Lee, the mayor, met Ann Lee. | Mayor Lee | spoke."."""
        role = parse_role(title) if len(name) == 1 else None
        held = islice(self._held[role.head], _MOST) if role and role.head in self._held else ()
        fits = [holder for holder in held if holder.words[-1:] == name]
        return fits[0] if len(fits) == 1 else None


def plural(noun: str) -> bool:
    """Whether a noun is of more than one: "officials", "Democrats"."""
    low = noun.casefold()
    if low in _SEVERAL:
        return True
    return low.endswith("s") and bool((TAGS.get(low, 0) | plural_of(low)) & (ROLE | BODY))
