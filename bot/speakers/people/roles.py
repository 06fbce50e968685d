"""Who is meant by an office or role: "the Chinese premier", "The President of Russia", "the spokeswoman"."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from bot.patterns import lazily
from bot.speakers.grammar.nouns import STYLES
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BODY,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TAGS,
    TIME,
    TITLE,
    VERB,
    WORD,
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
RANKS = frozenset("ayatollah baroness dame doctor dr general lady lord prince professor sheikh sir".split())
"""What stands between an office and its holder's name: "the Chancellor, Professor Lee"."""
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
_BINDS = frozenset("of for from at in on with to and by".split())
_AFTER = re.compile(
    r",? \(([^()]{2,60})\)|, (?:an? |the |its |his |her |their )?"
    r"([^,.;:()“”\"]{3,90}+(?:\([A-Z]{2,6}\)[^,.;:()“”\"]{0,60}+)?(?=[,;:]|(?<![A-Z])\.)|"
    r"(?:[^,.;:()“”\"]|(?<=[A-Z])\.){3,90}(?=[,.;:]| who\b| said\b))"
)
"""What stands behind a name up to the next mark, in one go where it has no initials: in brackets, or in apposition."""
_IS = (" is ", " was ", " became ", " has been ", " serves as ", " works as ")
_BEING = lazily(
    r" (?:is|was|became|has been|(?:serves|works) as) (?:an? |the |its |her |his |their )?"
    r"(?P<role>[a-z-]+(?: [a-z-]+){0,3}?)(?=[,.;]| (?:at|for|in|of|on|to|who)\b)"
)
"""What somebody is said to be: "Ana Lund | became chief executive | of the bank"."""
_STOP = re.compile(r"[.!?]\s|\n")
_WHERE = frozenset("after at before during in inside near on outside since".split())
_RELATIONS = frozenset(
    """
    ally backer brother colleague counterpart critic cousin daughter father friend guest husband member mother neighbor
    neighbour opponent person resident rival sister son successor supporter widow wife
    """.split()
)
"""What somebody is to others: no title."""
_MOST = 256
"""People of one office that a description is held against; bounds the work."""
_FARTHEST = 90


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
        (n for n, word in enumerate(words) if word in _BINDS or (word in ("who", "which", "that") and n)), len(words)
    )
    if not cut:
        return None
    head = _SAME_ROLE.get(words[cut - 1], words[cut - 1])
    if head == "head" and words[cut : cut + 2] == ["of", "state"]:
        head = "president"
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

    def holds(self, holder: Holder) -> bool:
        """Whether the document gives somebody any role."""
        return bool(self.of(holder))

    def of(self, holder: Holder) -> set[str]:
        """The heads of somebody's roles."""
        return {head for head, held in self._held.items() if holder in held}

    def enter(self, text: str, at: int, holder: Holder) -> None:
        """Notes that at offset `at` the text calls `holder` by a role, maybe with a style: "Majesty Queen"."""
        style = next((word for word in text.split()[:-1] if word.casefold() in STYLES), "")
        if style:
            self.enter(style, at, holder)
        *office, rank = text.split() or [""]
        if office and rank.casefold() in RANKS:
            self.enter(" ".join(office), at, holder)  # "President | Sheikh"
        role = parse_role(text) if text else None
        if role:
            _, words, countries = self._held[role.head].setdefault(holder, (at, set(), set()))
            words |= role.words
            countries |= role.countries

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

    def named(self, title: str, name: tuple[str, ...]) -> Holder | None:
        """The one of an office and a family name: "Tim Lee, the mayor, met Ann Lee. | Mayor Lee | spoke."."""
        role = parse_role(title) if len(name) == 1 else None
        held = islice(self._held[role.head], _MOST) if role and role.head in self._held else ()
        fits = [holder for holder in held if holder.words[-1:] == name]
        return fits[0] if len(fits) == 1 else None


def plural(noun: str) -> bool:
    """Whether a noun is of more than one: "officials", "Democrats"."""
    low = noun.casefold()
    if low in (
        "people",
        "police",
        "others",
        "men",
        "women",
        "children",
        "media",
        "some",
        "many",
        "several",
        "all",
        "both",
    ):
        return True
    return low.endswith("s") and bool((TAGS.get(low, 0) | plural_of(low)) & (ROLE | BODY))


def before_name(text: str, start: int) -> str:
    """Role words before a name: "state advocate | Yuri Gangai", "the Clerk | (Tom Ward)"."""
    start -= text.startswith(" (", start - 2)
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
        return _before_comma(text, start) if text.startswith(", ", start - 2) else ""
    last = text[max(0, start - _FARTHEST // 2) : start].rsplit(None, 1)[-1]
    if not TAGS.get(last.casefold(), 0) & (ROLE | TITLE):
        return ""
    words = text[max(0, start - _FARTHEST) : start].split()
    first = len(words) - 1
    while first > 0 and len(words) - first < 8:
        tag = TAGS.get(words[first - 1].casefold(), WORD)
        if (tag & (FUNCTION | VERB | CUE) and not tag & (ROLE | TITLE)) or not words[first - 1][-1].isalnum():
            break
        first -= 1
    return " ".join(words[first:])


def _before_comma(text: str, start: int) -> str:
    """A role before the comma before a name, with whose it is: "Its | chief executive |, Ana Lund"."""
    words = text[max(0, start - _FARTHEST) : start - 2].split()
    first = len(words)
    while first and len(words) - first < 6 and words[first - 1].isalpha() and words[first - 1].islower():
        if TAGS.get(words[first - 1], 0) & DETERMINER:
            break
        first -= 1
    owned = first and (TAGS.get(words[first - 1].casefold(), 0) & DETERMINER or words[first - 1].endswith(("'s", "’s")))
    role = words[first:] if owned and first < len(words) else [""]
    return " ".join(role) if TAGS.get(role[-1], 0) & (ROLE | TITLE) and not plural(role[-1]) else ""


def after_name(text: str, start: int, end: int) -> str:
    """A role in apposition behind a name: "Le Thu Thuy, | SeABank's Vice Chairwoman"; none behind "In Davos"."""
    if text[end : end + 2] not in (", ", " ("):
        being = _BEING.match(text, end, end + _FARTHEST) if text.startswith(_IS, end) else None
        if being is None:
            return ""
        head = being["role"].rpartition(" ")[2]
        return being["role"] if TAGS.get(head, 0) & (ROLE | TITLE) and head not in _RELATIONS else ""
    match = _AFTER.match(text, end, end + _FARTHEST + 30)
    if match is None or not _apposed(text, start, match):
        return ""
    words = (match.group(1) or match.group(2)).partition(" said")[0].partition(" (")[0].split()
    cut = next((n for n, word in enumerate(words) if n and word in _BINDS), len(words))
    if not words or not TAGS.get(bare(words[cut - 1]).casefold(), 0) & (ROLE | TITLE):
        return ""
    loose = TAGS.get(words[0].casefold(), 0) & (AUXILIARY | PREPOSITION | PRONOUN)
    return "" if loose and words[0] != "who" else " ".join(words)


def governed(text: str, start: int) -> bool:
    """Whether a preposition stands before a name."""
    before = text[max(0, start - 20) : start].lower().split()
    while before[1:] and (before[-1] == "the" or before[-1].isdigit()):
        before.pop()  # "including | the 1982 | Lake Convention"
    return bool(before) and (bool(TAGS.get(before[-1], 0) & PREPOSITION) or before[-1] == "to")


def _apposed(text: str, start: int, behind: re.Match[str]) -> bool:
    """Whether what stands behind a name is of whom it names: always, unless a preposition stands before the name.

    Then not where it says where ("In Davos, the president said"), opens the sentence ("In a letter to Lee, the premier,
    too, said"), or a verb comes first ("on the letter to Lee, the premier said").
    """
    if not governed(text, start):
        return True
    before = text[max(0, start - _FARTHEST) : start]
    opening = _STOP.split(before)[-1].lower().split(None, 1)[:1]
    if before.lower().split()[-1] in _WHERE or any(TAGS.get(word, 0) & PREPOSITION for word in opening):
        return False
    words = (behind.group(2) or "").casefold().split()
    closed = behind.group(1) or text[behind.end()] in ",.;:"
    return bool(closed) and not any(TAGS.get(word, 0) & (CUE | AUXILIARY | VERB) for word in words)


def as_title(role: str) -> str:
    """A role as it may stand beside a name; empty where it is a clause or says what somebody is to others."""
    parsed = parse_role(role)
    return "" if parsed is None or parsed.head in _RELATIONS or role.startswith("who ") else role
