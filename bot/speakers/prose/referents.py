"""Who a phrase stands for: a name, a role, a pronoun, or nobody named, and then it stands for itself.

What has been read so far decides; of what comes later only the names count.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from bot.patterns import lazily
from bot.speakers.attributions import Evidence
from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.nouns import STYLES
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.phrases import Phrase
from bot.speakers.grammar.reaching import released_by
from bot.speakers.grammar.subjects import first_subject
from bot.speakers.grammar.tokens import (
    BODY,
    CAPITAL,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
    ROLE,
    TAGS,
    TITLE,
    WORD,
    WORK,
    Tokens,
)
from bot.speakers.people.registry import Entity
from bot.speakers.people.roles import FEMALE_NOUNS, MALE_NOUNS, plural
from bot.speakers.prose.describing import personal
from bot.speakers.prose.dialogue import answerers
from bot.speakers.prose.kinds import KINDS, of_kind, of_story, somebody
from bot.speakers.prose.letters import LETTERS, giver
from bot.speakers.prose.naming import DEFINITE, INDEFINITE, SPACES, Naming, native
from bot.speakers.prose.pairs import of_two, pair
from bot.speakers.prose.pronouns import Pronouns
from bot.speakers.prose.readings import Reading
from bot.speakers.prose.scene import Scene
from bot.words import COMMON, COUNTRY

__all__ = ["Owner", "Referents"]

_SINGULAR_THEY = [["he"], ["she"], ["they"]]
"""What whoever goes on in a new paragraph is called: a neighbour who is not named, too, is "they"."""
_OWNERS = {"my": "i", "our": "we", "his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "you"])
_RELEASES = frozenset(["communique", "communiqué", "readout", "release", "statement"])
"""What a body gives out to say what it says."""
_KIN = {
    "father": "Mr", "husband": "Mr", "lady": "Mrs", "mamma": "Mrs", "mother": "Mrs", "papa": "Mr", "wife": "Mrs",
}  # fmt: skip
_ITEM = "(?:(?:[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Mm]y|[Oo]ur|[Ss]ome|[Tt]he|[Tt]heir|[Tt]hree|[Tt]wo) [^,]+|[A-Z]?[a-z]+s)"
_LIST = lazily(
    rf"{_ITEM}(?:, {_ITEM})+,? and {_ITEM}|[^,]+ (?:at|from|in|of|on) (?:[a-z]+ )?[A-Z\d][^,]*"
    r"(?:, [A-Z\d][^,]*)+,? and [A-Z\d][^,]*|[A-Z][a-z]+s (?:at|for|from|in|of|on) [^,]+(?:, [^,]+)*,? and [^,]+"
)
"""Several who speak as one: "The owners, their insurers and the guild", "Pupils at Orla, Vance and Ray schools"."""
_ONCE = frozenset(["former", "one-time", "retired"])
"""What somebody was who does not go by it: "the | former | teacher"."""
_SOLE = frozenset("king pope premier president queen".split())
"""Offices of one person alone, written large."""
_BRACKETS = re.compile(r"\s*\([A-Za-z]+\)$")
_CUT = re.compile(
    r"\s(?:who|which|whose|(?<! for )(?<! in )(?<! of )that)\b|,(?!\d)|\sfamiliar$|"
    rf"\sin an? (?:[\w-]+ )?(?:{'|'.join(sorted(LETTERS))})$"
)


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
        self.naming = Naming(scene)
        self.pronouns = Pronouns(scene)
        self.last: Owner | None = None
        self._relatives: dict[str, Entity] = {}
        self.portrayed: Entity | None = None  # whom the story is about, for an office that nobody else holds
        self.office = ""

    def source(self, reading: Reading, report: Report, resumed: Owner | None) -> Owner | None:
        """Whom the source of a clause names; `resumed` is whose quotation goes on in its paragraph."""
        tokens = reading.tokens
        if tokens is None:
            return None
        kind = "signature" if report.pattern == "signature" else "reporting-clause"
        evidence = Evidence(kind, report.start, report.end)
        if report.source is None:
            return self._inherited(reading, tokens, report, evidence, resumed)
        if resumed and tokens.low[report.source[0] : report.source[1] + 1] in _SINGULAR_THEY:
            return Owner(resumed.entity, evidence, tokens.words(*report.source))
        source = released_by(tokens, report.source) if report.pattern == "according-to" else report.source
        entity, mention = self.resolve(tokens, source)
        if source != report.source:
            mention = tokens.words(*report.source)
        return Owner(entity, evidence, mention) if entity else None

    def _inherited(
        self, reading: Reading, t: Tokens, report: Report, evidence: Evidence, resumed: Owner | None
    ) -> Owner | None:
        """Whom a clause without a subject names: the source of the one before it, or the subject of the sentence."""
        earlier = [other for other in reading.reports if other.start < report.start and other.source]
        if earlier:
            owner = self.source(reading, earlier[-1], resumed)
            return owner._replace(evidence=evidence) if owner else None
        subject = first_subject(t, report.first)
        entity, mention = self.resolve(t, subject) if subject else (None, None)
        return Owner(entity, evidence, mention) if entity else None

    def resolve(self, t: Tokens, phrase: Phrase) -> tuple[Entity | None, str | None]:
        """The entity that a noun phrase stands for, and the phrase itself where it is not the name."""
        first, last = phrase
        words = SPACES.sub(" ", t.words(first, last))
        at = t.start[first]
        low = _OWNERS.get(t.low[last], t.low[last])
        if last == 0 and t.tag[0] == CAPITAL | WORD and low in COMMON and not self.scene.inside(at + 1):
            return None, None  # "| Key | details include:"
        if low in _PRONOUNS:
            both = pair(self.scene, at) if low == "they" else None
            return both or self.pronouns.antecedent(low, at), words
        if first == last and t.tag[last] & PRONOUN and not t.tag[last] & POSSESSIVE:
            return (self.scene.descriptions.find(words, at, "")), words
        if low in ("former", "latter") and last - first < 2:
            return of_two(self.scene, low, at), words
        head = self.naming.head(t, first, last)
        holder = self.naming.holder(t, head, last)
        joint = holder or self.naming.joint(t, first, last)
        if joint:
            return joint, words if words != joint.name else None
        named = self.naming.named(t, first, head) or self.naming.beside(t, first, head, last)
        if named is None and not t.tag[head] & POSSESSIVE:
            named = self._writer(t, first, head) or self._role(t, first, head, last) or self._kin(t, first, head)
        if named:
            return named, words if words != named.name else None
        description = words if _LIST.fullmatch(words) else _BRACKETS.sub("", self._cut(t.words(first, last), at))
        noun = "" if t.tag[head] & CAPITAL and head else t.low[head]
        partner = self._partner(t.low[first], noun) if self.scene.conversational else None
        if partner:
            return partner, words
        return self.scene.descriptions.find(description, at, noun), words if words != description else None

    def _cut(self, words: str, at: int) -> str:
        """A phrase that begins at `at` up to a clause or a comma that is no part of a name."""
        ends = (end.start() for end in _CUT.finditer(words) if not self.scene.inside(at + end.start()))
        return SPACES.sub(" ", words[: next(ends, None)])

    def _writer(self, t: Tokens, first: int, head: int) -> Entity | None:
        """Whose words something written is: "a statement from | the bank |", "the letter" that she sent."""
        if t.low[first] in _OWNERS and t.tag[head] & WORK and not t.tag[head] & (BODY | CAPITAL | ROLE):
            return self.pronouns.antecedent(_OWNERS[t.low[first]], t.start[first])  # "| its | data | showed"
        if t.low[head] not in LETTERS:
            return None
        gave = giver(t, head)
        if gave:
            return self.resolve(t, gave)[0]
        if t.low[first] != "the" or any(tag & (CAPITAL | POSSESSIVE) for tag in t.tag[first + 1 : head]):
            return self.naming.letters.owner(t, first, head)
        told = self._told(t.low[head], t.start[first])
        spoke = self.last.entity if self.last and head == first + 1 and t.low[head] in _RELEASES else None
        return told or (
            spoke if spoke and spoke.body else None
        )  # "..., the ministry said. ... | the statement | said."

    def _told(self, work: str, at: int) -> Entity | None:
        """Who gave out the letter that was told of before `at`."""
        letter = self.naming.letters.told(work, at)
        if letter is None or letter.owner:
            return letter and letter.owner and self.naming.letters.last(*letter.owner)
        text, span = self.registry.text, self.scene.spans[letter.sentence]
        behind = Tokens(text, letter.start, span.end, [])
        gave = giver(behind, bisect_left(behind.end, letter.end))
        if gave:  # "a statement from | the bank |"
            return self.resolve(behind, gave)[0]
        draft = self.scene.drafts[letter.sentence]
        if letter.gave < 0 and (draft.entity or not text.startswith(("In ", "in "), letter.start - 3)):
            return draft.entity
        before = sentence_tokens(text, span.start, letter.gave if letter.gave > 0 else span.end)
        subject = first_subject(before, len(before.tag))
        return self.resolve(before, subject)[0] if subject else None

    def _partner(self, opening: str, noun: str) -> Entity | None:
        """In a conversation a new description means whose turn it is: "answered | the artist"."""
        if not noun or opening not in ("the", "his", "her") or noun in self.scene.descriptions or not personal(noun):
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

    def _role(self, t: Tokens, first: int, head: int, last: int) -> Entity | None:
        """Whom a definite description means: a person in office, a body named before."""
        low, tag, at = t.low[first], t.tag[first], t.start[first]
        if low in DEFINITE and (t.low[head].endswith("-year-old") or native(t.low[head])):
            return self.pronouns.antecedent("who", at, named=True) or self.pronouns.antecedent("who", at)
        if t.low[head] in STYLES:
            return self.registry.by_role(t.low[head], at)
        introduced = self.pronouns.introduced(t.low[head], at) if low in DEFINITE and head == first + 1 else None
        if introduced:
            return introduced
        if low in _OWNERS and t.low[head] == "counterpart":
            return self.registry.by_role(t.low[head], at)
        land = tag & POSSESSIVE and low.replace("’", "'").removesuffix("'s") in COUNTRY
        body = self.scene.spelt(t.low[head], set(t.low[first:head])) if tag & POSSESSIVE and tag & CAPITAL else None
        if body or (tag & POSSESSIVE and tag & CAPITAL and not land):
            return body
        if low in INDEFINITE or tag & NUMBER or plural(t.low[head]) or (tag & POSSESSIVE and not land):
            return self._membership(t, first, head, at)
        if any(tags & POSSESSIVE for tags in t.tag[first + bool(land) : head]):
            return None
        if low not in DEFINITE and not (tag & CAPITAL and not tag & DETERMINER):
            return None
        role = _CUT.split(_plain(t, first, last), maxsplit=1)[0]
        likely = self.scene.drafts[self.scene.current - 1].entity if self.scene.current else None
        held = self.registry.by_role(role, at, likely) or self.scene.body(t.low[head], at)
        if held or not (low in DEFINITE or land):
            return held
        if head == first + 1 and t.low[head] in KINDS:
            return of_kind(self.scene, t.low[head], at)
        once = t.low[first + 1] in _ONCE
        large = t.tag[head] & CAPITAL and (head > first + 1 or t.low[head] in _SOLE)
        story = self._of_story(role, t.low[head], at, once=once) if t.tag[head] & TITLE and (once or large) else None
        if story or (once and not t.tag[head] & TITLE):
            return story or self.pronouns.antecedent("who", at, named=True)
        if once and (only := self._only(at)):
            return only
        tag_of_words = head == last == first + 1 and any(tags & QUOTE for tags in t.tag[max(0, first - 3) : first])
        alone = self.pronouns.alone(t.low[head], at) if tag_of_words else None  # "“No,” | the owner | said"
        return self.pronouns.of_lede(t.low[head], at) or alone or somebody(self.scene, t.low[head], at)

    def _only(self, at: int) -> Entity | None:
        """Who has just spoken where nobody else is named before `at`: "..., says Moss. | The former envoy |"."""
        spoke = self.last.entity if self.last else None
        named = (
            self.registry.at(mention) for mention in self.scene.between(0, at) if mention.words and not mention.body
        )
        alone = spoke is not None and {one for one in named if self.registry.person(one)} == {spoke}
        return spoke if alone else None

    def _of_story(self, role: str, noun: str, at: int, *, once: bool) -> Entity | None:
        """Whom the story is about, for an office that nobody holds: one that they have, or any that they had."""
        self.portrayed = self.portrayed or of_story(self.scene)
        if self.portrayed is None or (self.office and noun not in (self.office, "leader") and not once):
            return None
        self.office = self.office if once else noun
        self.registry.appoint(self.portrayed, role, at)
        return self.portrayed

    def _membership(self, t: Tokens, first: int, head: int, at: int) -> Entity | None:
        """The body whose members speak: "Committee members", "the members"."""
        if t.low[head] != "members" or t.low[first] in INDEFINITE:
            return None
        before = t.low[head - 1] if head > first else ""
        if TAGS.get(before, 0) & BODY:
            return self.scene.body(before, at)
        spoke = self.last.entity if self.last and before == "the" else None
        return spoke if spoke and spoke.body else None


def _plain(t: Tokens, first: int, last: int) -> str:
    """The words of a phrase without what stands in quotation marks: "the | “Dawn” | actor"."""
    quoted = next((n for n in range(first + 1, last) if t.tag[n] & QUOTE), 0)
    return f"{t.words(first, quoted - 1)} {t.words(quoted + 1, last)}" if quoted else t.words(first, last)
