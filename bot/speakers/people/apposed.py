"""What the text says of somebody right beside the name: roles before it, in apposition and behind "is"."""

import re

from bot.patterns import lazily
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BODY,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TAGS,
    TITLE,
    VERB,
    WORD,
)
from bot.speakers.people.roles import BINDS, parse_role, plural
from bot.speakers.people.run_words import bare
from bot.speakers.people.runs import FUNCTION
from bot.words import COUNTRY

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
_RELATED = lazily(r"[HhTtMm](?<!\w.)(?:is|er|heir|y)(?: [\w-]+){0,4}? ([\w-]+),? $")
_STOP = re.compile(r"[.!?]\s|\n")
_ACTS = re.compile(r" (?:sa(?:id|ys)|told|ha[ds]|have|is|was)\b")
"""Where a role ends that no comma closes: "Ann Lee, the mayor | has warned that"."""
_WHERE = frozenset("after at before during in inside near on outside since".split())
_RELATIONS = frozenset(
    """
    ally backer brother colleague counterpart critic cousin daughter father friend guest husband member mother neighbor
    neighbour opponent person resident rival sister son successor supporter widow wife
    """.split()
)
"""What somebody is to others: no title."""
_FARTHEST = 90
_LONG = 8
"""Words of a role before a name, at most."""


_THROUGH = [["Through"], ["Via"]]
"""Before another by whom somebody speaks."""


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
    while first > 0 and len(words) - first < _LONG:
        tag = TAGS.get(words[first - 1].casefold(), WORD)
        loose = (tag & (FUNCTION | VERB | CUE) and not tag & (ROLE | TITLE)) or not words[first - 1][-1].isalnum()
        if loose and not _names_on(words, first - 1):
            break
        first -= 1
    return " ".join(words[first:])


def _names_on(words: list[str], of: int) -> bool:
    """Whether "of" stands within the name of a body: "University | of | Orla student"."""
    named = of > 0 and words[of] == "of" and words[of + 1][0].isupper() and words[of - 1][0].isupper()
    return named and bool(TAGS.get(words[of - 1].casefold(), 0) & BODY)


def _before_comma(text: str, start: int) -> str:
    """A role before the comma before a name, with whose it is: "Its | chief executive |, Ana Lund"."""
    words = text[max(0, start - _FARTHEST) : start - 2].split()
    first = len(words)
    while first and len(words) - first < _LONG and words[first - 1].isalpha():
        word = words[first - 1]
        governed = (
            first > 1 and TAGS.get(word, 0) & DETERMINER and words[first - 2] in BINDS
        )  # "speaker for | the | guild"
        if not governed and (TAGS.get(word, 0) & DETERMINER or not (word.islower() or word.casefold() in COUNTRY)):
            break
        first -= 1
    owned = first and (TAGS.get(words[first - 1].casefold(), 0) & DETERMINER or words[first - 1].endswith(("'s", "’s")))
    through = words[max(0, first - 2) : max(0, first - 1)]  # "Through his | spokesman |, Lund said"
    role = words[first:] if owned and first < len(words) and through not in _THROUGH else [""]
    head = role[next((n for n, word in enumerate(role) if n and word in BINDS), len(role)) - 1]
    return " ".join(role) if TAGS.get(head, 0) & (ROLE | TITLE) and not plural(head) else ""


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
    words = _ACTS.split(match.group(1) or match.group(2), 1)[0].partition(" (")[0].split()
    cut = next((n for n, word in enumerate(words) if n and word in BINDS), len(words))
    if not words or not TAGS.get(bare(words[cut - 1]).casefold(), 0) & (ROLE | TITLE):
        return ""
    loose = TAGS.get(words[0].casefold(), 0) & (AUXILIARY | PREPOSITION | PRONOUN)
    return "" if loose and words[0] != "who" else " ".join(words)


def related(text: str, start: int) -> str:
    """What somebody is to another right before the name, empty where nothing tells: "his | daughter | Ann"."""
    found = _RELATED.search(text, max(0, start - _FARTHEST // 2), start)
    return found[1] if found else ""


def governed(text: str, start: int) -> bool:
    """Whether a preposition stands before a name: "to | Orla", "between Vance and | Orla"."""
    if text.endswith(" and ", 0, start) and " between " in text[max(0, start - _FARTHEST) : start]:
        return True
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
