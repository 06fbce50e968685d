"""Who has just spoken and is meant by what they are: "Orla Sachs sees a risk. | The bank | also said ..."."""

import re
from bisect import bisect_left

from bot.layout import TEXT
from bot.speakers.grammar.tokens import BODY, TAGS, TITLE
from bot.speakers.people.registry import Entity
from bot.speakers.prose.scene import Scene
from bot.words import GIVEN, PLACES, word_set

KINDS = word_set(
    """
    agency airline bank broadcaster brand business carmaker charity club company firm foundation group insurer lender
    magazine manufacturer network newspaper ngo nonprofit operator organisation organization outlet paper publisher
    retailer startup supplier think-tank website
    """
)
"""Nouns for bodies that go by a name of their own, which need not have the noun in it."""
_PAPERS = frozenset(["newspaper", "outlet", "paper"])
_ANY = frozenset(["agency", "organisation", "organization"])
"""Nouns for any body, whatever its name says that it is."""
_FEATS = word_set(
    """
    actor actress artist author bowler boxer candidate champion contender cyclist defender driver filmmaker forward
    frontrunner front-runner goalkeeper golfer guitarist incumbent jockey midfielder musician nominee novelist pitcher
    player playwright poet quarterback rapper sailor singer skier skipper songwriter sprinter star striker swimmer
    tycoon winger winner writer
    """
)
"""What one is by what one does or has won, not by an office: an office may be another's."""
_CLASSES = {
    noun: word_set(offices)
    for noun, offices in {
        "academic": "lecturer professor researcher scholar",
        "chief": "chair commissioner director head minister premier president",
        "cleric": "archbishop bishop cardinal imam pastor priest rabbi vicar",
        "clergyman": "archbishop bishop cardinal pastor priest vicar",
        "detective": "constable inspector sergeant superintendent",
        "diplomat": "ambassador consul envoy minister representative",
        "doctor": "cardiologist gp oncologist pathologist physician psychiatrist specialist surgeon virologist",
        "executive": "ceo cfo chair chief director president",
        "expert": "analyst economist lecturer professor researcher scientist specialist",
        "leader": "chair chancellor emir governor head king minister mp premier president secretary spokesperson",
        "lawmaker": "councillor deputy member mp representative senator",
        "lawyer": "advocate attorney barrister counsel prosecutor solicitor",
        "legislator": "councillor deputy member mp representative senator",
        "minister": "premier secretary",
        "mp": "backbencher leader minister secretary whip",
        "officer": "constable detective inspector sergeant superintendent",
        "official": "chief commissioner deputy director envoy governor head mayor minister premier secretary",
        "parliamentarian": "deputy member mp representative senator",
        "politician": "deputy governor leader mayor member minister mp premier president representative senator",
        "researcher": "lecturer professor scientist",
        "scientist": "biologist chemist lecturer physicist professor researcher virologist",
        "statesman": "governor leader minister premier president secretary senator",
        "specialist": "doctor expert physician",
    }.items()
}
"""Nouns for those who hold one office or another: the ambassador is "the diplomat"."""
_BACK = 4
"""Sentences in which who is meant has spoken."""
_MENTIONS, _NOUN = 30, 16
"""Names before that a noun is looked for at, and characters before each."""
_FAR = 2000
"""Characters before in which somebody else may be told of."""


def of_kind(scene: Scene, noun: str, at: int) -> Entity | None:
    """The body called so, or that has just spoken and may be "the airline", unless one without a name was told of."""
    called = _called(scene, noun, at)
    if called:
        return called
    number = _spoke(scene) if not _told(scene, noun, at, "an?|another|one") else -1
    entity = scene.drafts[number].entity if number >= 0 else None
    if entity is None or not _may_be(scene, entity, noun):
        return None
    entity.body = True
    return entity


def _called(scene: Scene, noun: str, at: int) -> Entity | None:
    """The body that the noun stands before somewhere: "the | newspaper | Orla Tidende", which is "the paper", too."""
    nouns = _PAPERS if noun in _PAPERS else {noun}
    last = bisect_left(scene.starts, at)
    for mention in reversed(scene.registry.mentions[max(0, last - _MENTIONS) : last]):
        before = scene.registry.text[max(0, mention.start - _NOUN) : mention.start]
        if mention.words and before.endswith(" ") and before.split()[-1:] and before.split()[-1] in nouns:
            return scene.registry.at(mention)
    return None


def somebody(scene: Scene, noun: str, at: int) -> Entity | None:
    """Who alone has just spoken and may be "the striker", a new word: nobody who holds an office of another kind.

    Or who alone is named where nobody has spoken; and again who has gone by the word before.
    """
    classed = _CLASSES.get(noun, frozenset())
    if scene.conversational or not (classed or noun in _FEATS):
        return None
    number, registry = _spoke(scene), scene.registry
    entity = scene.drafts[number].entity if number >= 0 else _opens(scene, at)
    if entity is None or not entity.words[1:] or not registry.person(entity):
        return None
    again = scene.gone_by.get(noun) is entity
    if not again and _told(scene, noun, at, "an?|another|h(?:er|is)|its|one|the|their"):
        return None
    if classed.isdisjoint(registry.roles(entity)) if classed else registry.holds(entity):
        return None
    mentions = scene.between(scene.spans[max(0, number)].start, at)
    named = {registry.at(mention) for mention in mentions if mention.words and not mention.body}
    if not set(filter(registry.person, named)) <= {entity}:
        return None
    scene.gone_by[noun] = entity
    return entity


def _opens(scene: Scene, at: int) -> Entity | None:
    """Whom a story begins with, where nobody has spoken."""
    return None if any(draft.entity for draft in scene.drafts[: scene.current]) else scene.subject(0, at)


def of_story(scene: Scene) -> Entity | None:
    """Whom a story begins with, who has spoken and is given no office: "Moss vowed ... | The Foreign Secretary | said".

    For an office that nobody holds in the document.
    """
    opening = (number for number, span in enumerate(scene.spans[:_BACK]) if span.kind == TEXT)
    told = (scene.drafts[number].entity or scene.opening_subject(*scene.spans[number][:2]) for number in opening)
    entity = next((one for one in told if one and not TAGS.get(one.words[0].casefold(), 0) & TITLE), None)
    if entity is None or " " in entity.words[0] or not scene.registry.gender(entity):
        return None
    spoke = any(draft.entity is entity for draft in scene.drafts[: scene.current])
    return entity if spoke and not scene.registry.holds(entity) else None


def _spoke(scene: Scene) -> int:
    """The last sentence before with a speaker, -1 if none is near."""
    near = range(scene.current - 1, max(-1, scene.current - _BACK - 1), -1)
    return next((number for number in near if scene.drafts[number].entity), -1)


def _told(scene: Scene, noun: str, at: int, opening: str) -> bool:
    """Whether one without a name was told of before: "a | small | airline"."""
    before = scene.registry.text[max(0, at - _FAR) : at].lower()
    return noun in scene.descriptions or bool(
        re.search(rf"(?:['’]s|\b(?:{opening})) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", before)
    )


def _may_be(scene: Scene, entity: Entity, noun: str) -> bool:
    """Whether a name may be a body's of that kind: nobody's, no place's, and of no other kind by its words."""
    low = [word.casefold() for word in entity.words]
    placed = low[-1] in PLACES
    others = (word for word in low if TAGS.get(word, 0) & BODY and word != noun)
    family = low[1:] and entity.words[-1] in entity.aliases  # by which people are called
    named = low[0] in GIVEN or scene.registry.gender(entity) or entity.titles or entity.honorific or family
    named = named or (len(low) == 1 and low[0] in TAGS)
    return not (named or placed or entity.plural or " " in entity.words[0]) and (
        noun in _ANY or all(word in KINDS for word in others)
    )
