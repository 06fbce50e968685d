"""Who is meant by an office or role: "the Chinese premier", "The President of Russia", "the spokeswoman"."""

import re
from collections import defaultdict
from collections.abc import Iterable
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
from bot.words import COUNTRY, SHORT_TITLES, STATES

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
_UNDER = frozenset("assistant deputy vice".split())
_FIRST = frozenset("governor mayor premier president speaker".split())
"""Who is never meant by an office whose deputy they are; a deputy minister may be "the Minister"."""
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
_OF_SOMETHING = frozenset(["minister", "secretary"])
"""Offices that any word before them tells apart: "the | health | minister" is not the interior minister."""
_OF_ANYTHING = frozenset(
    """
    acting affairs cabinet chief current federal former government incoming junior late line national new outgoing
    respective responsible senior state then union visiting
    """.split()
)
"""What does not say what an office is for; nor does what kind of body it is of: "the president of the | club |"."""
_SAME_FIELD = {"commerce": "trade", "home": "interior", "internal": "interior", "treasury": "finance"}
_STEM = 5
"""Letters by which fields are told apart: "communication", "communications"."""
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
    """A description taken apart: head noun, the words around it, the lands among them, what it is of or for."""

    head: str
    words: frozenset[str]
    countries: frozenset[str]
    fields: frozenset[str]


@lru_cache(maxsize=4096)
def parse_role(text: str) -> Role | None:
    """The role that a description names, None for plurals and for what has no head."""
    words = [bare(word).casefold().replace("’", "'") for word in _WORD.findall(text)]
    cut = next(
        (n for n, word in enumerate(words) if word in BINDS or (word in ("who", "which", "that") and n)), len(words)
    )
    if not cut:
        return None
    if TAGS.get(words[cut - 1], 0) & (BODY | ROLE | TITLE) == BODY and words[cut:] and words[-1] not in BINDS:
        cut = next((n for n in range(cut + 1, len(words)) if words[n] in BINDS), len(words))  # "Bank of Orla | head"
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
    fields = rest - {head} if head in _OF_SOMETHING else rest.intersection(words[cut:])
    return Role(
        head, frozenset(COUNTRY.get(word, word) for word in rest) - {head}, countries | (rest & STATES), _told(fields)
    )


def _told(words: Iterable[str]) -> frozenset[str]:
    """What an office is for."""
    told = (word for word in words if not (word in _OF_ANYTHING or word in COUNTRY or TAGS.get(word, 0) & BODY))
    return frozenset(_SAME_FIELD.get(word, word)[:_STEM] for word in told)


class Roles(Generic[Holder]):
    """The roles that a document gives to people, by head noun."""

    def __init__(self) -> None:
        self._held: dict[str, dict[Holder, tuple[int, set[str], set[str], set[str]]]] = defaultdict(dict)
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
        cut = next((n for n, word in enumerate(said) if n and word in BINDS), len(said))
        if cut and said[cut - 1][0].isupper():
            capitals = "".join(word[0] for word in said[:cut] if word[0].isupper())
            whole = "".join(word[0] for word in said).upper()
            for letters in (whole, *(capitals[first:] for first in range(cut))):
                self._lettered[letters].add(holder)
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
            role = role._replace(head=self._latest.head, words=same | role.words)
        if role:
            _, *held = self._held[role.head].setdefault(holder, (at, set(), set(), set()))
            for known, more in zip(held, role[1:], strict=True):
                known.update(more)
            self._latest = role

    def lettered(self, letters: str) -> Holder | None:
        """Who alone holds an office that is written with these letters: "the | CS |"."""
        held = self._lettered.get(letters, ()) if letters.casefold() not in COUNTRY else ()
        return next(iter(held)) if len(held) == 1 else None

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
        states, lands = wanted.countries & STATES, wanted.countries - STATES
        for holder, (since, words, countries, fields) in islice(reversed(held.items()), _MOST):
            told = (states, countries & STATES), (lands, countries - STATES), (wanted.fields, fields)
            if holder in others or any(one and other and not one & other for one, other in told):
                continue
            once = "former" in wanted.words - words
            under = _UNDER & words - wanted.words
            if once or (wanted.words & _TELLING) - words or (under and (wanted.head in _FIRST or "vice" in under)):
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
