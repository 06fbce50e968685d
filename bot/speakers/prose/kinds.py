"""Which body is meant by what kind of body it is: "Goldman Sachs sees a risk. | The bank | said ..."."""

import re

from bot.speakers.grammar.tokens import BODY, TAGS
from bot.speakers.people.registry import Entity
from bot.speakers.prose.scene import Scene
from bot.words import COUNTRY, PLACES, word_set

KINDS = word_set(
    """
    agency airline bank broadcaster brand business carmaker charity club company firm foundation group insurer lender
    magazine manufacturer network newspaper ngo nonprofit operator organisation organization outlet paper publisher
    retailer startup supplier think-tank website
    """
)
"""Nouns for bodies that go by a name of their own, which need not have the noun in it."""
_BACK = 4
"""Sentences in which it has spoken."""
_FAR = 2000
"""Characters before in which one without a name may be told of."""


def of_kind(scene: Scene, noun: str, at: int) -> Entity | None:
    """The body that has just spoken and may be "the airline", unless one without a name was told of."""
    text = scene.registry.text
    if noun in scene.descriptions or re.search(
        rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{noun}\b", text[max(0, at - _FAR) : at].lower()
    ):
        return None
    before = reversed(scene.drafts[max(0, scene.current - _BACK) : scene.current])
    spoke = next((draft.entity for draft in before if draft.entity), None)
    return spoke if spoke and _may_be(scene, spoke, noun) else None


def _may_be(scene: Scene, entity: Entity, noun: str) -> bool:
    """Whether a name may be a body's of that kind: nobody's, no place's, and of no other kind by its words."""
    low = [word.casefold() for word in entity.words]
    placed = " ".join(low) in COUNTRY or low[-1] in PLACES
    others = (word for word in low if TAGS.get(word, 0) & BODY and word != noun)
    somebody = scene.registry.person(entity) or entity.gender or entity.plural or " " in entity.words[0]
    return not (somebody or placed) and all(word in KINDS for word in others)
