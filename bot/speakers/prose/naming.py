"""Whom the names in a phrase mean: alone, joined with others, behind an office or beside it."""

import re
from bisect import bisect_left

from bot.patterns import lazily
from bot.speakers.grammar.brackets import opening_bracket
from bot.speakers.grammar.nouns import AGENTIVE, OFFICES
from bot.speakers.grammar.phrases import Phrase
from bot.speakers.grammar.tokens import (
    BODY,
    CAPITAL,
    CLOSE,
    COMMA,
    CUE,
    DETERMINER,
    POSSESSIVE,
    ROLE,
    TAGS,
    TITLE,
    WORK,
    Tokens,
    plural_of,
)
from bot.speakers.people.registry import Entity, Mention
from bot.speakers.people.roles import RANKS
from bot.speakers.prose.letters import Letters
from bot.speakers.prose.scene import Scene
from bot.words import COUNTRY, GIVEN, PEOPLE, PLACES

HEAD_ENDS = frozenset("of for from at in on with by to about against who which that whose".split())
"""Words behind the head of a phrase."""
DEFINITE = frozenset(["the", "this", "that"])
INDEFINITE = frozenset("a an another some any one two three four five six several many few other all both".split())
_CALLED = (["called"], ["named"])
"""Between a description and a name: "a girl | named | Ann"."""
_GIVEN_AS = re.compile(
    r",? (?:who )?(?:[a-z]+ ){0,4}?(?:gave (?:her|his|their) name|identified|known|named)(?: [a-z]+)? (?:as|by) "
)
"""Between a description and a name: "a baker | who gave his name only as | Ray", "a man | known only as | Ray"."""
_NAMED_WITHIN = 60
_BRACKETED = re.compile(r"\([^()]*\)?")
_ENDS = (",", ";", " -", " –", " —", " (")
"""What ends a name that stands beside an office."""
_PLACED = re.compile(r" (?:at|from|of) (?:the )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*){0,5}")
SPACES = re.compile(r"\s+")
_LETTERS = lazily(r"\s*\([A-Z][A-Z:. ]{1,20}\)")
"""The letters of a name, behind it: "Orla Boats | (OSX: OBX) | and Vance Mills"."""


def native(low: str) -> bool:
    """Whether a word tells where somebody comes from: "the young | Tanzanian |", "the | Dane |"."""
    return low in PEOPLE and low not in PLACES


def _of_fields(t: Tokens, first: int, conjunction: int, person: Mention) -> bool:
    """Whether "and" joins what an office is of: "Fisheries | and | Lake Trade Minister Lee"."""
    field, *office = person.title.split() or [""]
    other = t.low[first]
    before = t.tag[first:conjunction]
    large = all(tag & CAPITAL and not tag & DETERMINER for tag in before)
    alone = len(before) < 3 and not any(tag & (BODY | TITLE | ROLE) for tag in before)
    return (
        large
        and (alone or not OFFICES.isdisjoint(t.low[first:conjunction]))
        and bool(office)
        and not TAGS.get(field.casefold(), 0) & (TITLE | ROLE | BODY)
        and field.casefold() not in COUNTRY
        and not (other in COUNTRY or other in PLACES)
    )


class Naming:
    """Finds the names in the phrases of a document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.registry = scene.registry
        self.letters = Letters(scene)

    def joint(self, t: Tokens, first: int, last: int) -> Entity | None:
        """Two who speak as one: "Trump and Pence", "parents and Democrats", "both | Trump and Pence"."""
        first += t.low[first] == "both"
        at = next((n for n in range(first + 1, last) if t.low[n] in ("and", "&")), None)
        if at is None or self.scene.inside(t.start[at]):
            return None
        if any(tag & COMMA for tag in t.tag[first : at - 1]) and t.tag[last] & CAPITAL:
            return self._several(t, first, last)
        holder = self.head(t, first, last)
        if holder < at - 1 and t.tag[first] & DETERMINER and t.tag[holder] & ROLE:
            return None  # "the chair of the board for Trade and Sport"
        if t.low[first] == "the" and self._of_both(t, at, last):
            return None
        people = self._person(t, first, at - 1), self._person(t, at + 1, last)
        if people[1] and not people[0] and self._same_office(t, first, at):
            return self.registry.at(people[1])
        somebody = people[0] and self.registry.person(self.registry.at(people[0]))
        if people[1] and not somebody and (self._teaches(t, at, people[1]) or _of_fields(t, first, at, people[1])):
            return self.registry.at(people[1])
        if not all(people) and any(
            t.low[n] in HEAD_ENDS and not self.scene.inside(t.start[n]) for n in range(first, last + 1)
        ):
            return None
        left, right = self.named(t, first, at - 1), self.named(t, at + 1, last)
        offices = t.low[first] == "the" and all(t.tag[one] & (ROLE | TITLE) for one in (at - 1, last))
        both = self._both(t, (first, at - 1), (at + 1, last)) if offices else None
        if both:
            return both
        if left is None and right is None and not offices:
            return None
        words = [
            named.name if named else t.words(*part)
            for named, part in ((left, (first, at - 1)), (right, (at + 1, last)))
        ]
        joint = self.registry.find((" and ".join(SPACES.sub(" ", word) for word in words),), t.start[first])
        written = SPACES.sub(" ", _LETTERS.sub("", t.words(first, last)))
        if not joint.plural:
            joint.words = (written,)  # as the document has it
        elif written != joint.name:
            joint.aliases[written] = None
        joint.plural = True
        return joint

    def _person(self, t: Tokens, first: int, last: int) -> Mention | None:
        """The mention of a person that ends a stretch of tokens."""
        within = self.scene.between(t.start[first], t.end[last])
        return next((m for m in within if m.end == t.end[last] and m.words and not m.body), None)

    def _same_office(self, t: Tokens, first: int, conjunction: int) -> bool:
        """Whether "and" joins two offices of one person: "Chairman | and | CEO Ann Lee"."""
        return not t.tag[first] & DETERMINER and bool(t.tag[conjunction - 1] & (ROLE | TITLE))

    def _of_both(self, t: Tokens, conjunction: int, last: int) -> bool:
        """Whether "and" joins what one person is at the head of: "the Party | and | State leader"."""
        ends = t.tag[conjunction - 1], t.tag[conjunction + 1]
        apart = any(tag & (ROLE | TITLE | DETERMINER) for tag in ends)
        large = all(tag & CAPITAL for tag in ends) and conjunction + 1 < last and not t.tag[last] & CAPITAL
        return large and not apart and bool(t.tag[last] & ROLE) and not plural_of(t.low[last])

    def _both(self, t: Tokens, left: Phrase, right: Phrase) -> Entity | None:
        """Who alone holds two offices: "the Deputy Premier and Foreign Minister"."""
        holders = {self.registry.by_role(t.words(*office), t.start[left[0]]) for office in (left, right)}
        return holders.pop() if len(holders) == 1 and not t.tag[right[0]] & DETERMINER else None

    def _teaches(self, t: Tokens, conjunction: int, person: Mention) -> bool:
        """Whether "and" joins what somebody teaches: "Law | and | Arts professor Ann Lee"."""
        role = bisect_left(t.start, person.start) - 1
        field = role > conjunction + 1 and t.tag[role - 1] & CAPITAL and not t.tag[role - 1] & (ROLE | TITLE | BODY)
        return bool(field) and t.tag[role] & ROLE > 0 and not t.tag[role] & CAPITAL

    def _several(self, t: Tokens, first: int, last: int) -> Entity:
        """Those of a list: "Malta, Chile and Peru"."""
        several = self.registry.find((SPACES.sub(" ", t.words(first, last)),), t.start[first])
        several.plural = True
        return several

    def head(self, t: Tokens, first: int, last: int) -> int:
        """The head of a phrase: the token before its first preposition, unless that is part of a name."""
        for n in range(first + 1, last + 1):
            if t.tag[n - 1] & ROLE and t.low[n].endswith("ing") and not t.tag[n] & (CAPITAL | ROLE):
                return n - 1  # "the lawyer | representing Moss"
            if t.low[n] in HEAD_ENDS and not t.tag[n] & CAPITAL and not self.scene.inside(t.start[n]):
                return last if self._goes_on(t, first, n, last) else n - 1
        return last

    def _goes_on(self, t: Tokens, first: int, of: int, last: int) -> bool:
        """Whether a phrase is headed by its last word in spite of "of".

        By a possessive ("Bakers of Orla’s | economist"), by an office ("Bakers of Orla Chair | Ann Lee"), or by a name
        ("the head of research | Ann Lee", not "a spokesman for Mayor Ann Lee").
        """
        proper = t.tag[of - 1] & t.tag[first] & CAPITAL and not t.tag[first] & DETERMINER
        proper = proper and (of - first > 1 or not TAGS.get(t.low[first], 0) & (ROLE | TITLE))
        if proper and any(t.tag[n] & POSSESSIVE for n in range(of + 1, last)):
            return True
        end = opening_bracket(t, last) - 1 if t.tag[last] & CLOSE else last  # "... of Orla Ann Lee (pictured)"
        person = self._person(t, of, end)
        if person is None or (len(person.words) == 1 and not person.title):
            return False
        if proper and person.title:
            return not t.tag[of + 1] & (ROLE | TITLE)
        link = max(n for n in range(of, last) if t.low[n] in HEAD_ENDS)
        between = [n for n in range(link + 1, last) if t.end[n] <= person.start]
        office = t.tag[of - 1] & (ROLE | TITLE) and not t.tag[of - 1] & BODY
        *body, rank = person.title.partition(" of ")[0].replace(".", "").casefold().split() or [""]
        while body and rank in RANKS:
            rank = body.pop()  # "spokesman for the Trade Ministry | Gen. Ann Lee"
        if office and TAGS.get(rank, 0) & BODY:
            return True  # "Director of the Lab at the Ministry of Trade | Ann Lee"
        return bool(office and between) and not any(t.tag[n] & (ROLE | TITLE | DETERMINER) for n in between)

    def named(self, t: Tokens, first: int, head: int) -> Entity | None:
        """The person or body whose name ends the phrase or is it: "Minister Wang Yi", "the Ministry of Commerce"."""
        if t.tag[head] & POSSESSIVE:
            return self.letters.last(t.start[first], t.end[head]) if t.tag[head] & CAPITAL else None
        stop = t.end[head]
        found = None
        for mention in self.scene.between(t.start[first], stop):
            behind = t.text[mention.end : stop].strip(" .\n")
            # "Orla Corp. (NYSE: ORL)"
            bracketed = found is not None and t.text.rfind("(", found.end, mention.start) >= 0
            if mention.words and (len(behind) < 2 or _BRACKETED.fullmatch(behind)) and not bracketed:
                found = mention
        if found is None or (t.low[first] in DEFINITE and native(found.words[-1].lower())):
            return None
        if (
            len(found.words) == 1
            and t.low[first] == "the"
            and t.tag[head] & TITLE
            and found.words[0].lower() != t.low[head]
        ):
            return None  # "the Labour MP"
        if t.low[first] in INDEFINITE and len(found.words) == 1 and found.start > t.start[first]:
            known = self.registry.at(found)  # "a tearful Moss", not "a Moss"
            return known if found.start > t.end[first] + 1 and len(known.words) > 1 and not known.body else None
        size = len(found.words)
        nouns = size == 1 or (size == 2 and bool(TAGS.get(found.words[0].lower())))
        if found.body and nouns and head - size >= first and t.tag[head - size] & POSSESSIVE:
            return None  # "the Governor's Office", "Ann Lee's Press Office"
        if len(found.words) == 1 and not found.body and t.tag[head] & ROLE and t.low[first] in DEFINITE:
            return self.registry.by_role(t.words(first, head), found.start) or self.registry.at(found)
        if found.body and len(found.words) == 1 and (t.low[first] in DEFINITE or t.tag[head] & BODY):
            return self.scene.body(t.low[head], found.start) or self.registry.at(found)
        return self.registry.at(found)

    def holder(self, t: Tokens, head: int, last: int) -> Entity | None:
        """Who holds an office that is written like a name: "Orla Bank Managing Partner, | Ann Lee |"."""
        large = t.tag[head] & CAPITAL and (t.tag[head] & (ROLE | TITLE) or t.low[head].endswith(AGENTIVE))
        behind = self._behind(t, last) if large else None
        somebody = behind and behind.words[1:] and behind.words[0].casefold() in GIVEN
        return self.registry.at(behind) if behind and somebody else None

    def _introduced(self, t: Tokens, first: int, last: int) -> Entity | None:
        """Who is named at the end behind any noun that is no body's: "said the | postmistress, Ann Lee |."."""
        noun = last == first + 1 and first and t.tag[first - 1] & CUE and not t.tag[last] & (CAPITAL | BODY | WORK)
        person = self._behind(t, last) if noun else None
        whole = person is not None and len(person.words) > 1 and person.words[0].casefold() in GIVEN
        return self.registry.at(person) if person and whole and person.end >= t.end[-1] - 1 else None

    def _behind(self, t: Tokens, last: int) -> Mention | None:
        """The person between commas behind a phrase."""
        if last + 2 >= len(t.tag) or not t.tag[last + 1] & COMMA:
            return None
        for mention in self.scene.between(t.start[last + 2], t.start[last + 2] + 6):
            placed = _PLACED.match(t.text, mention.end)  # "the author, Ann Lee | of Orla University|,"
            end = placed.end() if placed else mention.end
            closed = t.text.startswith(_ENDS, end) or end >= t.end[-1] - 1
            if mention.words and not mention.body and closed:
                return mention
        return None

    def beside(self, t: Tokens, first: int, head: int, last: int) -> Entity | None:
        """The name beside a role: "its Representative, | Wilfred Ochan", "Kristen Gillibrand, | a supporter"."""
        size = len(t.tag)
        if t.low[last + 1 : last + 2] in _CALLED and last + 2 < size:
            return next(
                (self.registry.at(m) for m in self.scene.between(t.start[last + 2], t.end[last + 2]) if m.words), None
            )
        if not (t.tag[head] & (ROLE | TITLE) or t.low[head].endswith(AGENTIVE)):
            return self._introduced(t, first, last)
        given = next((m for m in self.scene.between(t.end[last], t.end[last] + _NAMED_WITHIN) if m.words), None)
        if given and _GIVEN_AS.fullmatch(t.text, t.end[last], given.start):
            return self.registry.at(given)
        behind = self._behind(t, last)
        if behind:
            return self.registry.at(behind)
        apart = last + 1 < size and bool(t.tag[last + 1] & COMMA)
        if plural_of(t.low[head]) & ROLE:
            return None  # "... Colin Moss, | two officials | say"
        if first > 1 and t.tag[first - 1] & COMMA and (t.tag[first] & DETERMINER or apart):
            index = bisect_left(self.scene.starts, t.start[first]) - 1
            before = self.registry.mentions[index] if index >= 0 else None
            free = before and t.text[max(0, before.start - 2) : before.start] != ", "
            free = free and before and not self.scene.governed(before.start)
            known = before and before.words and (before.words[1:] or self.registry.person(self.registry.at(before)))
            if before and free and known and not before.body and before.start >= t.start[0]:
                between = t.text[before.end : t.start[first]].strip()
                if between == "," or (between.startswith("(") and between.endswith("),")):
                    return self.registry.at(before)
        return None
