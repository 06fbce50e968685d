"""Who holds which office in a document: the roles that its names stand beside."""

import re
from collections.abc import Callable

from bot.patterns import lazily
from bot.speakers.grammar.tokens import BODY, ROLE, TAGS, TITLE
from bot.speakers.people.apposed import after_name, before_name, related
from bot.speakers.people.bounds import Mention
from bot.speakers.people.entities import Entity
from bot.speakers.people.roles import FEMALE_NOUNS, MALE_NOUNS, RANKS, STYLED, Roles, parse_role
from bot.speakers.people.run_words import acronym
from bot.words import COUNTRY, STATES

_APPOSED = re.compile(
    r"(?: \([^()]{1,12}\)| (?:constituency|county|district|province|region|state))?(?:,| and|, and)? "
)
"""What may stand between an office and who holds it: "MP for Orla | constituency | Ann Lee"."""
_BESIDE = re.compile(r"(?: \([^()]{1,12}\))? ")
_TO = (" to ", " to the ")
_PLACED = lazily(r" \([A-Z]{2,6}\) (?:at|for|in|of) (?:the )?")
"""Between an office and where it is held: "the District Chief Executive | (DCE) for | Aowin"."""
_SENT = re.compile(r"\b(?:ambassador|commissioner|consul|envoy|observer|representative)\b")
"""Offices that are held to somewhere: "the Ambassador of Norway | to Chad |, Ann Lee"."""
_PARTICIPLE = lazily(r"(?:^|[.!?:;]\s|\n)(?:[A-Z][a-z]+(?:ing|ed)) (?:[a-z]+ ){0,3}$")
"""What stands before an office that the subject does not hold: "Thanking the | envoy, Ann Lee left"."""
_FOR = lazily(r"\b(?:behalf|invitation|name|presence|request) of (?:the |his |her |its |their )?$", re.IGNORECASE)
"""What stands before an office that is another's: "On behalf of the | President, Ann Lee thanked him"."""
_DETERMINED = [["the"], ["our"], ["my"], ["your"], ["his"], ["her"], ["their"]]
_END = re.compile(r"[.!?;]\s")
_OWNER = re.compile(r"([A-Z]\w+)['’]s $")
_LAND = re.compile(r" of (?:the )?(?:[A-Z]\w+ (?=[A-Z]))?([A-Z]\w+)")
_AGE = lazily(r",? \(?(?:aged )?[1-9]\d{0,2}(?=[,);])|, \d{1,2}-year-old\b")
"""How old somebody is: "Ann Lee | , 57 |, spent"."""
_BECOMES = (" appointed ", " as ", " became ", " become ", " elected ", " made ", " named ")
"""What stands before an office that is somebody else's: "if elected | President, Lee will"."""
_LISTED = lazily(r"(?:, [A-Z][^,.;:\n]{2,60}){0,4}, and (?:the )?[A-Z]")
"""What stands behind one of several who are named with their offices."""
_NEAR = 24
"""Characters in which the owner of an office stands before it."""
_FAR = 120
"""Characters within which an office and a name are looked at together."""


def holders(text: str, mentions: list[Mention], at: Callable[[Mention], Entity], spoken: int) -> Roles[Entity]:
    """The roles that the names of a document stand beside; `at` gives whom a mention names.

    In what is `spoken`, from that offset on, a bare office before a comma is called: "Minister, | Ann Lee is ill".
    """
    roles: Roles[Entity] = Roles()
    held: list[Mention] = []
    office: Mention | None = None
    short: list[tuple[str, Mention]] = []
    for mention in mentions:
        if held and _PLACED.fullmatch(text, held[-1].end, mention.start):
            held[-1] = held[-1]._replace(end=mention.end)
            continue
        if held and text[mention.start - 1] == "(":
            if len(mention.words) > 1 and not mention.body and text.startswith(")", mention.end):
                _take(text, held, mention, roles, at)  # "the Clerk | (Tom Ward)"
            elif mention.words and acronym(mention.words[0]):
                short.append((before_name(text, mention.start) or held[-1].title, mention))
            continue
        if held and text[held[-1].end : mention.start] in _TO and _SENT.search(held[-1].title.casefold()):
            held[-1] = held[-1]._replace(end=mention.end)
            continue
        if held and not _held_by(text, held, mention, spoken=mention.start >= spoken):
            held = []
        if not mention.words:
            held.append(mention)
            office = mention
            continue
        if not mention.body:
            if office and _apart(text, office, mention):
                roles.part(office.title, at(mention))
            _take(text, held, mention, roles, at)
        held = []
    for role, letters in short:
        if parse_role(role) and not roles.lettered(letters.words[0]):
            _call(role, letters, roles, at(letters))
    return roles


def _call(role: str, letters: Mention, roles: Roles[Entity], entity: Entity) -> None:
    """Notes by its office somebody whom nothing else names: "the Municipal Chief Executive | (MCE) |"."""
    entity.words, entity.person = tuple(role.split()), True
    entity.aliases[letters.words[0]] = None
    roles.enter(role, letters.start, entity)


def foreign(mention: Mention) -> bool:
    """Whether an honorific stands behind an office of another language: "Raksha Mantri | Shri Ravi Lee"."""
    if not (mention.honorific and mention.words):
        return False
    *before, last = mention.title.split() or [""]
    return bool(before) and not TAGS.get(last.casefold(), 0) & (ROLE | TITLE | BODY)


def _take(
    text: str, held: list[Mention], mention: Mention, roles: Roles[Entity], at: Callable[[Mention], Entity]
) -> None:
    """Notes the roles beside a name, and the titles `held` before it, as those of whom it names."""
    titles = [office.title for office in held if not _of_other(text, office, mention, roles, at)]
    before = None if _listed(text, mention) else before_name(text, mention.start)
    around = before, after_name(text, mention.start, mention.end)
    owner = _OWNER.search(text, max(0, mention.start - _NEAR), mention.start) if mention.title else None
    title = f"{owner[1]} {mention.title}" if owner else mention.title  # "Mali’s | Foreign Minister Ann Lee"
    land = _LAND.match(text, mention.end) if mention.title else None
    if land and (land[1].casefold() in COUNTRY or land[1].casefold() in STATES):
        title = f"{land[1]} {title}"  # "Prime Minister Lee | of Malta"
    found = [role for role in (*titles, title, *around, STYLED.get(mention.honorific, "")) if role]
    kin = related(text, mention.start)
    gender = "f" if kin in FEMALE_NOUNS else "m" if kin in MALE_NOUNS else ""
    aged = _AGE.match(text, mention.end)
    if not (found or mention.honorific or aged or gender):
        return
    entity = (roles.named(mention.title, mention.words) if mention.title else None) or at(mention)
    if entity.body:
        return
    entity.person = entity.person or bool(aged or gender)
    entity.gender = entity.gender or gender
    entity.titles += [title for title in titles if title not in entity.titles]
    for role in found:
        roles.enter(role, mention.start, entity)
        entity.person = True


def _of_other(
    text: str, office: Mention, mention: Mention, roles: Roles[Entity], at: Callable[[Mention], Entity]
) -> bool:
    """Whether an office before "and" is somebody else's: "Mayor Lee met | the Mayor | and Chief of Roads, Tom Ray"."""
    joined = text.startswith(" and ", office.end) and roles.find(office.title, mention.start)
    return bool(joined) and joined is not at(mention)


def _apart(text: str, office: Mention, mention: Mention) -> bool:
    """Whether an office and who is named with the like behind it, in one sentence, are two people."""
    if not mention.title or mention.start - office.end > _FAR or " " not in mention.title:
        return False
    between = text[office.end : mention.start]
    alone, other = parse_role(office.title), parse_role(mention.title)
    same = alone is not None and other is not None and alone.head == other.head and not alone.words
    return same and bool(other and other.countries) and not _END.search(between)


def _held_by(text: str, held: list[Mention], mention: Mention, *, spoken: bool) -> bool:
    """Whether who is named behind an office holds it."""
    calls = spoken and text[max(0, held[0].start - 6) : held[0].start].lower().split()[-1:] not in _DETERMINED
    apposed = (_BESIDE if calls else _APPOSED).fullmatch(text, held[-1].end, mention.start)
    return apposed is not None and not (_listed(text, mention) or _beside(text, held, mention))


def _listed(text: str, mention: Mention) -> bool:
    """Whether a name is one of several with their offices: "the President, | Secretary Lee |, and Chief Moss met"."""
    titled = mention.title and mention.title.rpartition(" ")[2].casefold() not in RANKS
    return bool(titled) and text.endswith(", ", 0, mention.start) and bool(_LISTED.match(text, mention.end))


def _beside(text: str, held: list[Mention], mention: Mention) -> bool:
    """Whether an office is another's than the next name's: "The Chancellor and | President Moss"."""
    start, end = held[0].start, held[-1].end
    closed = text.startswith(",", mention.end)
    if text[end : mention.start] == ", " and not closed and _FOR.search(text, max(0, start - _NEAR), start):
        return True
    if text[end : mention.start] == ", " and text.endswith(_BECOMES, 0, start):
        return True
    if mention.title and text[end : mention.start] == ", " and _PARTICIPLE.search(text, max(0, start - _FAR), start):
        return True
    definite = text[max(0, start - 4) : start].lower() == "the "
    return definite and bool(mention.title and mention.words) and text[end : mention.start] == " and "
