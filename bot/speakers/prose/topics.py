"""What a sentence is about that has no name, or none of a person: "| the parent | began", "| the letter | said it"."""

from bot.layout import Span
from bot.patterns import lazily
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.phrases import head, phrase_from
from bot.speakers.grammar.subjects import first_subject
from bot.speakers.grammar.tokens import (
    BODY,
    CAPITAL,
    COMMA,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    ROLE,
    SUBORDINATOR,
    TITLE,
    WORK,
    plural_of,
)
from bot.speakers.people.registry import Entity
from bot.speakers.people.roles import FEMALE_NOUNS, MALE_NOUNS
from bot.speakers.prose.scene import Scene
from bot.words import COUNTRY

_OPENING = 300
"""Characters of a sentence in which its subject is looked for."""
_HE = lazily(r"\b[Ss]?[Hh]e\b")
_KNOWN = 4
"""Mentions of somebody who is no longer just introduced."""


def is_place(scene: Scene, entity: Entity) -> bool:
    """Whether a name of no kind that is known only stands behind prepositions: "we ate at | Orla Bread"."""
    if scene.registry.person(entity) or entity.gender:
        return False
    if any(_in_land(scene.registry.text, end) for end in entity.ends[:_KNOWN]):
        return True
    return all(scene.governed(at) for at in entity.places[:_KNOWN])


def _in_land(text: str, end: int) -> bool:
    """Whether the name of a land stands behind a comma behind a name: "Addis Ababa|, Ethiopia|"."""
    land = text[end + 2 : end + 32].split(None, 1)[:1] if text.startswith(", ", end) else []
    return bool(land) and land[0].strip(".,;:)").casefold() in COUNTRY


def owner(scene: Scene, span: Span) -> list[Entity]:
    """Whose is what a sentence begins with that names nobody else: "| Lee's | vote is sure. He said ..."."""
    first = next(scene.between(span.start, span.start + 1), None)
    owns = first and first.words and scene.registry.text.startswith(("'s ", "’s "), first.end)
    return [scene.registry.at(first)] if first and owns else []


def possessor(scene: Scene, start: int, at: int) -> list[Entity]:
    """Whose something is in what leads to a pronoun: "In | Lee's | letter, he wrote"; the last of them."""
    text = scene.registry.text
    if _HE.search(text, start, at):
        return []
    own = [m for m in scene.between(start, at) if m.words and not m.body and text.startswith(("'s ", "’s "), m.end)]
    return [scene.registry.at(own[-1])] if own and not scene.quoted(own[-1].start) else []


def thing(scene: Scene, start: int, at: int) -> Entity | None:
    """What a sentence is about before "it": "| OSCA |, for all UK towns, said that it", "While | the letter |"."""
    t = sentence_tokens(scene.registry.text, start, min(at, start + _OPENING))
    under = len(t.tag) > 1 and t.tag[0] & SUBORDINATOR
    subject = phrase_from(t, 1) if under else first_subject(t, len(t.tag))
    if subject is None or scene.quoted(t.start[subject[0]]):
        return None
    noun = head(t, subject)
    named = [m for m in scene.between(t.start[subject[0]], t.end[noun]) if m.words and m.end == t.end[noun]]
    entity = scene.registry.at(named[0]) if named else None
    if entity:
        return None if scene.registry.person(entity) or is_place(scene, entity) else entity
    written = t.tag[noun] & WORK and not t.tag[noun] & (ROLE | CAPITAL)
    return scene.descriptions.find(t.words(*subject), start, t.low[noun]) if written else None


def told_of(scene: Scene, start: int, end: int) -> Entity | None:
    """Somebody or some body without a name that a sentence is about: "Tearfully, | the parent | began"."""
    t = sentence_tokens(scene.registry.text, start, min(end, start + _OPENING))
    subject = first_subject(t, len(t.tag))
    if subject is None:
        return None
    noun = head(t, subject)
    crowd = noun == subject[0] and (plural_of(t.low[noun]) & ROLE)
    if crowd and not (t.tag[noun] & CAPITAL and noun) and not scene.quoted(t.start[noun]):
        # "Villagers | in Orla want it", "In May, | delegates | met"
        return scene.descriptions.find(t.words(noun, noun), t.start[noun], t.low[noun])
    several = t.low[noun + 1 : noun + 2] == ["of"] and t.low[noun].endswith("s")  # "dozens | of pilots"
    noun = subject[1] if several else noun
    if not (several or t.tag[subject[0]] & (DETERMINER | NUMBER)):
        return None
    if t.low[subject[0]] in ("her", "his") and t.low[noun] not in FEMALE_NOUNS | MALE_NOUNS:
        return None  # of "her visitor", nothing tells whether that is "she"
    known = (t.tag[noun] | plural_of(t.low[noun])) & (ROLE | BODY)
    at, words = t.start[subject[0]], t.words(subject[0], noun)
    if all(tag & wanted for tag, wanted in zip(t.tag[noun + 1 : noun + 3], (COMMA, CAPITAL), strict=False)):
        return None  # "A pilot, | Ann Lee"
    known = known or (ROLE if t.low[noun].endswith(("man", "woman")) else 0)
    office = t.low[subject[0]] == "the" and t.tag[noun] & TITLE and t.tag[noun] & ROLE  # "| The Mayor | met Ann Lee"
    if not known or (t.tag[noun] & CAPITAL and not office) or t.tag[noun] & POSSESSIVE or scene.quoted(t.start[noun]):
        return None
    held = scene.registry.by_role(words, at) or scene.descriptions.get(t.low[noun])
    return held if held or scene.conversational else scene.descriptions.find(words, at, t.low[noun])
