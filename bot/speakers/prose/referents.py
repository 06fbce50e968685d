"""Who a phrase stands for: a name, a role, a pronoun, or nobody named, and then it stands for itself.

What has been read so far decides; of what comes later only the names count.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from bot.speakers.attributions import Evidence
from bot.speakers.grammar.nouns import STYLES
from bot.speakers.grammar.phrases import Phrase
from bot.speakers.grammar.tokens import (
    BODY,
    CAPITAL,
    COMMA,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    TAGS,
    TITLE,
    WORK,
    Tokens,
    plural_of,
)
from bot.speakers.people.registry import Entity
from bot.speakers.people.roles import FEMALE_NOUNS, MALE_NOUNS, plural
from bot.speakers.prose.dialogue import answerers
from bot.speakers.prose.pronouns import Pronouns
from bot.speakers.prose.scene import Scene

__all__ = ["Owner", "Referents"]

_OWNERS = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "you"])
_COUNTING = frozenset(
    "all another both each everybody everyone few many most one others several some somebody someone".split()
)
_HEAD_ENDS = frozenset("of for from at in on with by to about against who which that whose".split())
_DEFINITE = frozenset(["the", "this", "that"])
_INDEFINITE = frozenset("a an another some any one two three four five six several many few other all both".split())
_SPACES = re.compile(r"\s+")
_KIN = {
    "father": "Mr", "husband": "Mr", "lady": "Mrs", "mamma": "Mrs", "mother": "Mrs", "papa": "Mr", "wife": "Mrs",
}  # fmt: skip
_BRACKETS = re.compile(r"\s*\([A-Za-z]+\)$")
_CUT = re.compile(r"\s(?:who|which|that|whose)\b|,|\sfamiliar$")
_ABSTRACT = ("ence", "ance", "ness", "tion", "sion", "ment", "ity", "ing", "ism", "ship", "ure", "data", "age")


class Owner(NamedTuple):
    """Who says a quotation."""

    entity: Entity | None = None
    evidence: Evidence | None = None
    mention: str | None = None

    def carried(self, kind: str) -> Evidence | None:
        """The same evidence for what goes on from it."""
        return Evidence(kind, self.evidence.start, self.evidence.end) if self.evidence else None


class Referents:
    """Resolves the phrases of a document from its first sentence to its last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.registry = scene.registry
        self.pronouns = Pronouns(scene)
        self.last: Owner | None = None
        self._relatives: dict[str, Entity] = {}

    def resolve(self, t: Tokens, phrase: Phrase) -> tuple[Entity | None, str | None]:
        """The entity that a noun phrase stands for, and the phrase itself where it is not the name."""
        first, last = phrase
        words = _SPACES.sub(" ", t.words(first, last))
        at = t.start[first]
        low = _OWNERS.get(t.low[last], t.low[last])
        if low in _PRONOUNS:
            return self.pronouns.antecedent(low, at), words
        if first == last and t.tag[last] & PRONOUN and not t.tag[last] & POSSESSIVE:
            return (self._described(words, at, "") if low in _COUNTING else None), words
        if low in ("former", "latter") and last - first < 2:
            return self._of_two(low, at), words
        joint = self._joint(t, first, last)
        if joint:
            return joint, words if words != joint.name else None
        head = self._head(t, first, last)
        named = self._named(t, first, head) or self._apposed(t, first, head, last)
        if named is None and not t.tag[head] & POSSESSIVE:
            named = self._role(t, first, head, last) or self._kin(t, first, head)
        if named:
            return named, words if words != named.name else None
        description = _BRACKETS.sub("", _CUT.split(words, maxsplit=1)[0])
        noun = "" if t.tag[head] & CAPITAL and head else t.low[head]
        partner = self._partner(t.low[first], noun) if self.scene.conversational else None
        if partner:
            return partner, words
        return self._described(description, at, noun), words if words != description else None

    def _of_two(self, which: str, at: int) -> Entity | None:
        """The last but one or the last named in the sentence, or else in the one before: "the latter said"."""
        for number in (self.scene.current, self.scene.current - 1):
            span = self.scene.spans[max(0, number)]
            named = (mention for mention in self.scene.between(span.start, min(span.end, at)) if mention.words)
            known = dict.fromkeys(self.registry.at(mention) for mention in named if not mention.body)
            people = list(filter(self.registry.person, known))
            if len(people) > 1:
                return people[-1 if which == "latter" else -2]
        return None

    def _joint(self, t: Tokens, first: int, last: int) -> Entity | None:
        """Two who speak as one: "Trump and Pence", "parents and Democrats"."""
        at = next((n for n in range(first + 1, last) if t.low[n] in ("and", "&")), None)
        if at is None:
            return None
        if any(tag & COMMA for tag in t.tag[first : at - 1]) and t.tag[last] & CAPITAL:
            return self._several(t, first, last)
        if self.scene.inside(t.start[at]) or t.tag[at - 1] & COMMA:
            return None
        if any(t.low[n] in _HEAD_ENDS for n in range(first, last + 1)):
            return None
        left, right = self._named(t, first, at - 1), self._named(t, at + 1, last)
        offices = t.low[first] == "the" and all(t.tag[one] & (ROLE | TITLE) for one in (at - 1, last))
        if left is None and right is None and not offices:
            return None
        words = [
            named.name if named else t.words(*part)
            for named, part in ((left, (first, at - 1)), (right, (at + 1, last)))
        ]
        joint = self.registry.find((" and ".join(_SPACES.sub(" ", word) for word in words),), t.start[first])
        written = _SPACES.sub(" ", t.words(first, last))
        if not joint.plural:
            joint.words = (written,)  # as the document has it
        elif written != joint.name:
            joint.aliases[written] = None
        joint.plural = True
        return joint

    def _several(self, t: Tokens, first: int, last: int) -> Entity:
        """Those of a list: "Malta, Chile and Peru"."""
        several = self.registry.find((_SPACES.sub(" ", t.words(first, last)),), t.start[first])
        several.plural = True
        return several

    def _described(self, words: str, at: int, head: str) -> Entity:
        """Somebody without a name, who goes by the description; "the official" is the senior official of before."""
        known = self.scene.descriptions.get(head) if head else None
        definite = words[:4].lower() == "the " and (known is None or _same_thing(words, known.name))
        if known and (definite if not known.plural else words.lower().removeprefix("the ") == head):
            return known
        entity = self.registry.find((words,), at)
        if head and not entity.gender and not entity.body:
            entity.gender = "f" if head in FEMALE_NOUNS else "m" if head in MALE_NOUNS else ""
            entity.plural = plural(head) or plural(words.split(None, 1)[0]) or " and " in words.partition(" of ")[0]
            entity.body = not (entity.gender or entity.plural or _personal(head))
            entity.person = not (entity.body or entity.plural)
        if head:
            self.scene.descriptions[head] = entity
        return entity

    def _partner(self, opening: str, noun: str) -> Entity | None:
        """In a conversation a new description means whose turn it is: "answered | the artist"."""
        if not noun or opening not in ("the", "his", "her") or noun in self.scene.descriptions or not _personal(noun):
            return None
        before = self.scene.before()[:4]
        if plural(noun) or not before or before[0].speaker is None:
            return None
        gender = "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else ""
        in_turn = {paragraph.speaker for paragraph in before[1:]} | set(before[0].addressed)
        for entity in answerers(before)[:1]:
            known = self.registry.gender(entity)
            if entity in in_turn and entity is not before[0].speaker and not (gender and known and gender != known):
                self.scene.descriptions[noun] = entity
                return entity
        return None

    def _kin(self, t: Tokens, first: int, head: int) -> Entity | None:
        """The husband, wife or parent whom the document knows by a title: "his wife", Mrs. Bennet."""
        honorific = _KIN.get(t.low[head])
        if honorific is None or head != first + 1 or t.low[first] not in ("his", "her"):
            return None
        pronoun, at = "he" if t.low[first] == "his" else "she", t.start[first]
        owner = self.pronouns.antecedent(pronoun, at) or self.pronouns.latest(pronoun, at)
        relative = self.registry.honoured(honorific, owner) if owner and not owner.body else None
        if relative is None:
            return self._relatives.get(t.low[head])
        self._relatives[t.low[head]] = relative
        return relative

    def _head(self, t: Tokens, first: int, last: int) -> int:
        """The head of a phrase: the token before its first preposition, unless that is part of a name."""
        for n in range(first + 1, last + 1):
            if t.low[n] in _HEAD_ENDS and not t.tag[n] & CAPITAL and not self.scene.inside(t.start[n]):
                return last if self._owned(t, first, n, last) else n - 1
        return last

    def _owned(self, t: Tokens, first: int, of: int, last: int) -> bool:
        """Whether a body's name goes on over "of": "Bakers of Orla’s | economist", "Bakers of Orla Chair | Ann Lee"."""
        if not t.tag[of - 1] & t.tag[first] & CAPITAL or t.tag[first] & DETERMINER or of - first < 2:
            return False
        if any(t.tag[n] & POSSESSIVE for n in range(of + 1, last)):
            return True
        office = next((m for m in self.scene.between(t.start[of], t.end[last]) if m.end == t.end[last]), None)
        return bool(office and office.title and office.words) and not t.tag[of + 1] & (ROLE | TITLE)

    def _named(self, t: Tokens, first: int, head: int) -> Entity | None:
        """The person or body whose name ends the phrase or is it: "Minister Wang Yi", "the Ministry of Commerce"."""
        if t.tag[head] & POSSESSIVE:
            return None
        stop = t.end[head]
        found = None
        for mention in self.scene.between(t.start[first], stop):
            behind = t.text[mention.end : stop].strip()
            bracketed = found is not None and t.text[mention.start - 1] == "("  # "Ann Lee (Chad)"
            if mention.words and (len(behind) < 2 or behind[0] == "(") and not bracketed:
                found = mention
        if found is None:
            return None
        if len(found.words) == 1 and t.low[first] == "the" and plural_of(t.low[head]) & TITLE:
            return None
        if t.low[first] in _INDEFINITE and len(found.words) == 1 and found.start > t.start[first]:
            return None
        if found.body and len(found.words) == 1 and head > first and t.tag[head - 1] & POSSESSIVE:
            return None  # "the Governor's Office"
        if len(found.words) == 1 and not found.body and t.tag[head] & ROLE and t.low[first] in _DEFINITE:
            return self.registry.by_role(t.words(first, head), found.start) or self.registry.at(found)
        if found.body and len(found.words) == 1 and (t.low[first] in _DEFINITE or t.tag[head] & BODY):
            return self.scene.body(t.low[head], found.start) or self.registry.at(found)
        return self.registry.at(found)

    def _apposed(self, t: Tokens, first: int, head: int, last: int) -> Entity | None:
        """The name beside a role: "its Representative, | Wilfred Ochan", "Kristen Gillibrand, | a supporter"."""
        if not t.tag[head] & (ROLE | TITLE):
            return None
        size = len(t.tag)
        if last + 2 < size and t.tag[last + 1] & COMMA:
            for mention in self.scene.between(t.start[last + 2], t.start[last + 2] + 6):
                closed = t.text[mention.end : mention.end + 1] in (",", "") or mention.end >= t.end[-1] - 1
                if mention.words and not mention.body and closed:
                    return self.registry.at(mention)
        apart = last + 1 < size and bool(t.tag[last + 1] & COMMA)
        if first > 1 and t.tag[first - 1] & COMMA and (t.tag[first] & DETERMINER or apart):
            index = bisect_left(self.scene.starts, t.start[first]) - 1
            before = self.registry.mentions[index] if index >= 0 else None
            free = before and t.text[max(0, before.start - 2) : before.start] != ", "
            free = free and before and not self.scene.governed(before.start)
            if before and free and before.words and not before.body and before.start >= t.start[0]:
                between = t.text[before.end : t.start[first]].strip()
                if between == "," or (between.startswith("(") and between.endswith("),")):
                    return self.registry.at(before)
        return None

    def _role(self, t: Tokens, first: int, head: int, last: int) -> Entity | None:
        """Whom a definite description means: a person in office, a body named before."""
        low, tag, at = t.low[first], t.tag[first], t.start[first]
        if low in _DEFINITE and t.low[head].endswith("-year-old"):
            return self.pronouns.antecedent("who", at)
        if t.low[head] in STYLES:
            return self.registry.by_role(t.low[head], at)
        introduced = self.pronouns.introduced(t.low[head], at) if low in _DEFINITE and head == first + 1 else None
        if introduced:
            return introduced
        if tag & POSSESSIVE and tag & CAPITAL:
            return self.scene.spelt(t.low[head], set(t.low[first:head]))
        if low in _INDEFINITE or tag & NUMBER or plural(t.low[head]) or tag & POSSESSIVE:
            return self._membership(t, first, head, at)
        if any(t.tag[n] & POSSESSIVE for n in range(first, head)):
            return None
        if low not in _DEFINITE and not (tag & CAPITAL and not tag & DETERMINER):
            return None
        role = _CUT.split(t.words(first, last), maxsplit=1)[0]
        likely = self.scene.drafts[self.scene.current - 1].entity if self.scene.current else None
        return self.registry.by_role(role, at, likely) or self.scene.body(t.low[head], at)

    def _membership(self, t: Tokens, first: int, head: int, at: int) -> Entity | None:
        """The body whose members speak: "Committee members", "the members"."""
        if t.low[head] != "members" or t.low[first] in _INDEFINITE or t.tag[first] & NUMBER:
            return None
        before = t.low[head - 1] if head > first else ""
        if TAGS.get(before, 0) & BODY:
            return self.scene.body(before, at)
        spoke = self.last.entity if self.last and before == "the" else None
        return spoke if spoke and spoke.body else None


def _same_thing(words: str, known: str) -> bool:
    """Whether nothing in a definite description is new: "the official", never "the Kremlin statement" for another."""
    return set(words.lower().split()[1:-1]) <= set(known.lower().split())


def _personal(noun: str) -> bool:
    """Whether a noun can be somebody's: not a body's, not something written, not an abstract noun's."""
    known = TAGS.get(noun, 0)
    if known & (ROLE | TITLE):
        return True
    return not known & (BODY | WORK) and not noun.endswith(_ABSTRACT)
