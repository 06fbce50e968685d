"""Who asks and who answers, as the head of an interview says it: "Tom Dray visits Ann Lee", "Five questions for ...".

Whoever is met answers, and whoever meets asks; where two only talk, the one with an occupation before the name answers.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.patterns import lazily
from bot.speakers.bylines import FAR, HEAD, NAMES, PERSON, front
from bot.speakers.grammar.tokens import ROLE, TAGS, TITLE
from bot.words import GIVEN, STOP_WORDS

_TALKS = r"(?:[Cc]hat|[Tt]alk|[Ss]peak|[Ss]poke)(?:s|ted|ed|ing|ting)? (?:to|with)"
_TAKES_TIME = r"(?:(?:had|has|having) a (?:\w+ )?|(?:sat|sits) down (?:to|for a) )"
_MEETS = lazily(
    rf"(?:(?P<before>\b[\w’'-]+ )?(?P<host>{PERSON}) )?{_TAKES_TIME}?"
    r"(?:(?P<event>[Ii]nterview(?: with)?|[Cc]onversation with|[Qq]uestions (?:for|to)|Q ?& ?A(?: with)?)"
    rf"|(?P<talks>{_TALKS})|[Ii]nterview(?:s|ed|ing)|[Mm]eets?|[Mm]et(?: up)?(?: with)?|[Ss](?:its?|at) down with"
    r"|[Cc]aught up with|[Vv]isit(?:s|ed)|[Jj]oin(?:s|ed)|[Aa]sk(?:s|ed))\W{1,3}"
    rf"(?:(?P<whom>her|him|them|me|us)\b|(?P<described>(?:(?!by\b)[\w’'/-]+:? ){{0,3}}?)(?<!\bthe )"
    rf"(?P<guests>{PERSON}(?:(?:, (?:and )?| and | & ){PERSON}){{0,3}})(?!\w| (?:{_TALKS}|[Ii]nterviews|[Mm]eets) ))"
)
"""Whom an interview is with, and who meets them: "Tom Dray chats to Ann Lee", "Interview with Ann Lee and Bob Ray"."""
_TELLS = lazily(rf"\b(?:tells|told) (?P<host>{PERSON})")
_BY = lazily(
    rf"[BITWi](?:(?<=\b[Ii])nterview(?:ed)?(?: by\s+\[?|er: ?)(?P<host>{PERSON})|"
    rf"(?:(?<=^B)y|(?<=^W)ords|(?<=^T)ext)[: ] ?(?P<author>{PERSON})$)",
    re.MULTILINE,
)
_PRESS = frozenset("columnist correspondent editor host interviewer journalist presenter reporter writer".split())
_SHE, _WE = frozenset(["he", "she", "they"]), frozenset(["i", "we"])
_CREDIT = lazily(rf"[*_]{{0,2}}[Ii]nterview:[*_ ]{{1,3}}{PERSON}")
_EVENT = r"(?:[Aa]vailability|[Bb]riefing|[Cc]onference|[Cc]onversation|[Ii]nterview|[Rr]emarks|Q ?& ?A)\b"
_FIELDS = lazily(
    rf"^[*_]{{0,2}}(?:[Ii]nterviewee|[Gg]uest)[*_]{{0,2}}:[*_ ]{{1,3}}(?P<name>{PERSON})(?=,|$)", re.MULTILINE
)
"""A field of the head that names who answers."""
_ANSWERS = lazily(
    rf"^(?:[^\n]*{_EVENT}[^\n]{{0,30}}? (?:with|by|of) (?P<guest>[A-Z][^\n,:;|–—]{{2,80}})|"
    rf"(?P<host>[A-Z][^\n.:;|–—]{{2,80}}?)['’]s? [^\n]{{0,40}}?{_EVENT})",
    re.MULTILINE,
)
"""Whose event it is: "Spokesperson Ann Lee's Press Conference"."""
_Place = tuple[int, int]


class Meeting(NamedTuple):
    """Where the head of a text names who asks, and who answers; `said` that there is one."""

    host: _Place | None
    guests: tuple[_Place, ...]
    said: bool


def meeting(text: str, until: int) -> Meeting:
    """Who talks to whom, as the text says before `until`."""
    by, author = _BY.search(text, 0, FAR), next(front(text, "author"), None)
    asks = by.span("host" if by["host"] else "author") if by else author.span("name") if author else None
    field = next(front(text, "title"), None) or _FIELDS.search(text, 0, min(until, FAR))
    if field:
        return Meeting(asks, (field.span("name"),), said=True)
    said = by is not None
    for met in _MEETS.finditer(text, 0, min(until, FAR)):
        host = trimmed(text, met.span("host")) if met["host"] and not met["event"] else None
        if met["whom"]:
            asks, said = asks or host, True
            continue
        guests = [trimmed(text, name.span()) for name in NAMES.finditer(text, *met.span("guests"))]
        if met["guests"].split(" ")[0].casefold() in STOP_WORDS - GIVEN:
            continue  # "Interview With a Vampire"
        if " and " not in met["guests"]:
            guests = guests[:1]  # "Interview: Ann Lee, Musical Comedy"
        other = _introduced(text, met, until)
        if other and guests:
            return Meeting(guests[0], (other,), said=True)
        described = host and _occupation((met["before"] or "").strip())
        if met["talks"] and host and described:
            return Meeting(guests[0], (host,), said=True)
        return Meeting(asks or host, tuple(guests), said=True)
    told = _TELLS.search(text, 0, min(until, HEAD))
    if told:
        return Meeting(told.span("host"), (), said=True)
    event = _ANSWERS.search(text, 0, min(until, HEAD))
    whose = event.span("guest" if event["guest"] else "host") if event else None
    return Meeting(
        asks, (whose,) if whose and not (asks and whose[0] == asks[0]) else (), said=said or event is not None
    )


def _introduced(text: str, met: re.Match[str], until: int) -> _Place | None:
    """Who answers where who asks is named: "Ann Lee rows. She spoke to | Bob Ray", "Interview: Bob Ray"."""
    people = _before_talk(text, met) if met["talks"] else _behind_credit(text, met, until)
    for one in people:
        name = one.group()
        if met["guests"] not in name and STOP_WORDS.isdisjoint(name.lower().split()):
            return trimmed(text, one.span())
    return None


def _before_talk(text: str, met: re.Match[str]) -> Iterable[re.Match[str]]:
    """The names before a talk of somebody unnamed: "Ann Lee rows. | She | spoke to Bob Ray", not "| We | spoke to"."""
    before = (met["host"] or text[max(0, met.start() - FAR) : met.start()]).split()
    talks = before[-1].casefold() if before else ""
    unnamed = talks in _SHE if met["host"] else talks not in _WE | _PRESS
    return NAMES.finditer(text, 0, met.start("talks")) if unnamed else ()


def _behind_credit(text: str, met: re.Match[str], until: int) -> Iterable[re.Match[str]]:
    """The names that begin a line behind a credit, which is a line of its own whose name comes nowhere else."""
    line = text.rfind("\n", 0, met.start()) + 1
    alone = _CREDIT.fullmatch(text, line, met.end()) and text.startswith("\n", met.end())
    if not alone or text.find(met["guests"].split()[-1], met.end(), until) >= 0:
        return ()
    return (one for one in NAMES.finditer(text, met.end(), until) if text[one.start() - 1] == "\n")


def _occupation(word: str) -> bool:
    """Whether a word before a name says what somebody is, and not that they are of the press."""
    return word.islower() and word not in STOP_WORDS | _PRESS


def trimmed(text: str, name: _Place) -> _Place:
    """A name without what somebody is before it: "Chief Librarian | Ann Lee"."""
    start, end = name
    words = text[start:end].split(" ")
    while len(words) > 2 and words[0].casefold() not in GIVEN and _tells(*words[:2]):
        start += len(words.pop(0)) + 1
    return start, end


def _tells(word: str, following: str) -> bool:
    """Whether a capitalised word before another says what somebody is."""
    low = word.casefold()
    return bool(TAGS.get(low, 0) & (ROLE | TITLE)) or following.casefold() in GIVEN
