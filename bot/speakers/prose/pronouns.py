"""Whom a pronoun means: the latest speaker or subject before it whom it fits."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from bot.layout import HEADING, TEXT, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT
from bot.speakers.people.registry import Entity, Mention, fold
from bot.speakers.prose.dialogue import answerers
from bot.speakers.prose.scene import BACK, Scene
from bot.speakers.prose.topics import is_place, owner, possessor, thing, told_of
from bot.words import PLACES

NARRATOR = "Narrator"
"""Who says "I" in a story."""
_GOES_ON = re.compile(
    r"(?:(?:After|At|Before|By|During|Earlier|From|In|Last|Later|On|Since|That|Then|This)\b[^.;:()“”\"]{0,50}, )?"
    r"(?:[Hh]e|[Ss]he|(?:His|Her)(?! (?:[a-z]+ ){1,2}[A-Z])) "
)
"""A sentence about whom the one before was about, whoever else is named in it; not "His daughter Ann"."""
_PLAIN = {
    **dict.fromkeys("boy father gentleman grandad grandfather lad man schoolboy widower".split(), "he"),
    **dict.fromkeys("girl grandma grandmother lady mother mum schoolgirl widow woman".split(), "she"),
    **dict.fromkeys("grandparent parent pensioner teen teenager youngster".split(), "who"),
}
"""Nouns that describe somebody as anybody would, and the pronoun that fits them."""
_PLAINLY = lazily(r"(?:great-){0,3}([a-z]+)(?:-of-[a-z]+)?")
"""Such a noun with what belongs to it: "great-grandmother", "father-of-two"."""
_FAR = 2000
"""Characters that an unnamed woman may have been told of before."""
_KNOWN = 4
"""Mentions of somebody who is no longer just introduced."""
_OPENING = 300
"""Characters near which two names stand."""
_ASKED = re.compile(r"\b(?:When|After|As) [^.;:“”\"]{2,60} (?:asked|questioned) (?=[A-Z])")
"""Before whom a question is put, who answers: "When Moss asked | Lee | why, he said"."""
_LED = lazily(r"(?:(?:After|Before|By|In|On|When|While) )?((?!During)[A-Za-z][a-z]+ing) [^.;:“”\"]+, ")
"""What somebody does who says the rest: "Thanking Moss and Ray, | she said ...\"."""
_TAG = lazily(r"(?:[Ss]?he|they|it) (?:also )?(?:[a-z]+ed|s(?:ays|aid))(?=[,.])")
"""A tag: the one of whom the rest of the sentence tells is another, "Moss, | he said |, was ill"."""
_UNDER = frozenset("after although as because before since until when while".split())
"""Words that open a clause under another."""
_JOINED = lazily(r",? (?:and )?(?:(?:an?|the) )?(?:[A-Za-z][a-z-]+ ){0,3}")
"""What stands between the names of a list."""
_FEW = 2
_LEDE, _OPENS = lazily(r"An? (?:[a-z][a-z-]* ){1,4}"), 8
"""How somebody is described at the opening, and sentences of that."""
_AGED = lazily(r", \d{1,3}[,.]")
_NEAR = 400
"""Characters between a name and a word that hangs on it."""


class Pronouns:
    """Resolves the pronouns of a document from its first sentence to its last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.registry = scene.registry

    def antecedent(self, pronoun: str, at: int, *, named: bool = False) -> Entity | None:
        """Whom a pronoun means: the latest speaker or subject before it whom it fits, and who is `named` if need be."""
        if pronoun == "i" and self.scene.conversational:
            narrator = self.registry.find((NARRATOR,), at)
            narrator.gender = narrator.gender or "?"
            return narrator
        if pronoun in ("i", "we", "you"):
            return None
        spoke = self._unnamed(at) if pronoun == "they" else None
        if spoke:
            return spoke
        anybody = pronoun in ("he", "she", "who")
        doubtful: Entity | None = None
        aside: list[Entity] = []
        for entity in self._candidates(at, pronoun, aside):
            if named and " " in entity.words[0]:
                continue
            if not self._fits(entity, pronoun) or (pronoun in ("he", "she") and is_place(self.scene, entity)):
                continue
            place = pronoun == "it" and fold(entity.words)[-1] in PLACES
            if (place or pronoun == "they") and entity.body and not self._acts(entity, at):
                continue
            if doubtful and (self._nearer(doubtful, entity, at) or self._under(doubtful, entity, at)):
                break
            if not anybody or self.registry.person(entity):
                doubtful = entity
                break
            doubtful = doubtful or entity
        doubtful = doubtful or next((entity for entity in aside if self._fits(entity, pronoun)), None)
        if doubtful and not doubtful.gender and pronoun in ("he", "she"):
            doubtful.gender = "m" if pronoun == "he" else "f"
            doubtful.person = True
        return doubtful

    def of_sentence(self, pronoun: str, span: Span) -> Entity | None:
        """Whom a pronoun means that is the subject of a sentence before the one being read."""
        here, self.scene.current = self.scene.current, self.scene.sentence(span.start)
        found = self.antecedent(pronoun, span.start)
        self.scene.current = here
        return found

    def _unnamed(self, at: int) -> Entity | None:
        """Somebody without a name who spoke in the sentence before: "One user | said it was late. They added"."""
        number = self.scene.current - 1
        spoke = self.scene.drafts[number].entity if number >= 0 else None
        opens = at - self.scene.spans[number + 1].start < _FEW
        same = number >= 0 and self.scene.spans[number].block == self.scene.spans[number + 1].block
        if not (spoke and opens and same) or spoke.body or spoke.plural or self.registry.gender(spoke):
            return None
        return spoke if " " in spoke.words[0] else None

    def introduced(self, noun: str, at: int) -> Entity | None:
        """Whom "the woman" or "the mother of two" means: who was just introduced, unless an unnamed one was."""
        plain = _PLAINLY.fullmatch(noun)
        pronoun = _PLAIN.get(plain[1], "") if plain else ""
        if not pronoun or noun in self.scene.descriptions or self.scene.conversational:
            return None
        before = self.registry.text[max(0, at - _FAR) : at].lower()
        if re.search(rf"\b(?:an?|another|one|the) (?:[\w-]+ ){{0,3}}{noun}\b", before):
            return None
        found = self.antecedent(pronoun, at, named=True) or self.antecedent(pronoun, at)
        return found if found and at - found.near(at) < _NEAR and len(found.places) < _KNOWN else None

    def of_lede(self, noun: str, at: int) -> Entity | None:
        """Whom the opening only describes and the next paragraph names: "A | student | slept. ¶ Ann Lee, 21, began"."""
        opening = [span for span in islice(self.scene.spans, _OPENS) if span.kind == TEXT and span.start < at]
        behind = next((span for span in opening if span.block != opening[0].block), None)
        described = _LEDE.match(self.registry.text, opening[0].start, opening[0].end) if behind else None
        if behind is None or described is None or noun not in described.group().split():
            return None
        named = next(self.scene.between(behind.start, behind.start + 1), None)
        aged = named and not named.body and named.words[1:] and _AGED.match(self.registry.text, named.end)
        return self.registry.at(named) if named and aged else None

    def alone(self, noun: str, at: int) -> Entity | None:
        """Who alone is named in the paragraph, with an age: "Ann Lee, 50, took it. “No,” | the owner said"."""
        text, opening = self.registry.text, self.scene.opening()
        named = [mention for mention in self.scene.between(opening, at) if mention.words and not mention.body]
        people = list(dict.fromkeys(map(self.registry.at, named)))
        aged = len(people) == 1 and _AGED.match(text, named[0].end)
        before = text[max(0, at - _FAR) : at].lower() if aged else ""
        told = re.search(rf"\b{re.escape(noun)}\b", before)
        return people[0] if aged and told is None else None

    def latest(self, pronoun: str, at: int) -> Entity | None:
        """The person named last before `at`, be it in a quotation."""
        for index in range(bisect_left(self.scene.starts, at) - 1, -1, -1):
            mention = self.registry.mentions[index]
            if at - mention.start > _NEAR:
                break
            if mention.words and not mention.body and self._fits(self.registry.at(mention), pronoun):
                return self.registry.at(mention)
        return None

    def _lettered(self, entity: Entity) -> bool:
        """Whether a name is also written by its capitals, as programmes are: "the Vance Flood Fund (VFF)"."""
        capitals = "".join(word[0] for word in entity.words if word[0].isupper())
        return len(capitals) > 2 and capitals in entity.aliases and not self.registry.gender(entity)

    def _definite(self, entity: Entity) -> bool:
        """Whether a name of nobody known has an article, as things have: "the Black Death"."""
        begins = entity.places[0] if entity.places and " " not in entity.words[0] else 0
        return self.registry.text.endswith((" the ", "The "), 0, begins) and not self.registry.person(entity)

    def _nearer(self, entity: Entity, other: Entity, at: int) -> bool:
        """Whether somebody who has a short name, too, is named in the paragraph, and the other only before it.

        Or is whom the sentence before begins with, in which the other is not named.
        """
        short = any(" " not in alias for alias in entity.aliases)
        before = self.scene.spans[max(0, self.scene.current - 1)].start
        return short and (
            entity.near(at) >= self.scene.opening() > other.near(at) or entity.near(at) == before > other.near(at)
        )

    def _under(self, entity: Entity, other: Entity, at: int) -> bool:
        """Whether somebody else is only named in a clause under a full name's: "Ann Lee | left after Tom Ray did."."""
        first, second = entity.near(at), other.near(at)
        between = self.registry.text[first:second].split() if 0 <= first < second < first + _OPENING else []
        return (
            len(entity.words) > 1 and not _UNDER.isdisjoint(between) and not any(w.endswith(".") for w in between[2:])
        )

    def _candidates(self, at: int, pronoun: str, aside: list[Entity]) -> Iterator[Entity]:
        """Who is in view before `at`, the likeliest first; those in pictures and lists go to `aside`."""
        own = self.scene.spans[self.scene.current]
        objects: list[Entity] = []
        here = list(self.scene.people(own.start, at, objects))
        led = _LED.fullmatch(self.registry.text, own.start, at) if pronoun in ("he", "she", "they") else None
        told = here and pronoun in ("he", "she", "they", "it") and _TAG.match(self.registry.text, at)
        tag = told and self.registry.text.endswith(", ", 0, at)
        if tag or (led and not self.scene.inside(led.start(1) + 1)):
            here, objects = [], here + objects
        if len(here) > 1 and _ASKED.search(self.registry.text, own.start, at):
            here[:2] = here[1::-1]
        about = (thing(self.scene, own.start, at) or told_of(self.scene, own.start, at)) if pronoun == "it" else None
        if about:
            yield about
        yield from here or (possessor(self.scene, own.start, at) if pronoun in ("he", "she") else ())
        if self.scene.conversational and self.scene.quotes.get(own.block):
            called = self.scene.called()
            for number in self.scene.neighbours():
                if number < self.scene.current:
                    yield from self.scene.people(self.scene.spans[number].start, self.scene.spans[number].end)
            for entity in answerers(self.scene.before()):
                if entity not in called:
                    yield entity
        for number in range(self.scene.current - 1, max(-1, self.scene.current - BACK - 2), -1):
            draft, span = self.scene.drafts[number], self.scene.spans[number]
            if span.block in self.scene.captions and span.block != own.block:
                aside += self.scene.people(span.start, span.end)
                continue
            if draft.entity:
                draft.entity.person = draft.entity.person or not draft.entity.body
                yield draft.entity
                if draft.kind == DIRECT:
                    yield from objects
                    objects = []
                    continue
            named = self._named(span, owned=pronoun in ("he", "she") and not draft.entity)
            listed = self._listed(span) if len(named) > _FEW and not draft.entity else ()
            aside += [entity for entity in named if entity in listed]
            named = [entity for entity in named if entity not in listed]
            if draft.entity is None and span.kind != HEADING:
                group = self.scene.group(span.start, span.end) or told_of(self.scene, span.start, span.end)
                if group:  # in a tale those who have names go first
                    named.insert(0, group)
            if not (named or draft.entity) and span.block == own.block:
                named += owner(self.scene, span)
            if not draft.entity and _GOES_ON.match(self.registry.text, span.start, span.end):
                objects += named
                continue
            yield from named
            yield from objects
            objects = []
        yield from objects

    def _named(self, span: Span, *, owned: bool) -> list[Entity]:
        """Who is named in a sentence; an owner that opens it goes before objects: "| Lee's | songs are by Ray"."""
        held: list[Entity] = []
        named = list(self.scene.people(span.start, span.end, held))
        if owned and not any(map(self.registry.person, named)):
            named += owner(self.scene, span)
        return named + held

    def _listed(self, span: Span) -> set[Entity]:
        """Those of a list of three or more, of whom none is "he": "The guests are | Ann Lee, Tom Ray and Bob Moss"."""
        found, run = set[Entity](), list[Mention]()
        text = self.registry.text
        for mention in [*self.scene.between(span.start, span.end), None]:
            joined = run and mention and _JOINED.fullmatch(text, run[-1].end, mention.start)
            if mention and joined:
                run.append(mention)
                continue
            if len(run) > _FEW and " and " in text[run[-2].end : run[-1].start + 1]:
                found.update(self.registry.at(one) for one in run if one.words)
            run = [mention] if mention and mention.words else []
        return found

    def _acts(self, body: Entity, at: int) -> bool:
        """Whether a body spoke or hung on no preposition: "they" are no charter that something accords with."""
        near = body.near(at)
        span = self.scene.spans[self.scene.sentence(max(0, near))]
        free = near < 0 or body in self.scene.people(span.start, span.end, [])
        drafts = self.scene.drafts[max(0, self.scene.current - BACK) : self.scene.current]
        return free or any(draft.entity is body for draft in drafts)

    def _fits(self, entity: Entity, pronoun: str) -> bool:
        several = entity.plural
        if pronoun in ("he", "she", "who"):
            if entity.body or several or self._lettered(entity) or self._definite(entity):
                return False
            return pronoun == "who" or self.registry.gender(entity) in ("", "m" if pronoun == "he" else "f")
        if pronoun == "they":
            return several or (entity.body and fold(entity.words)[-1] not in PLACES)
        return entity.body or not self.registry.gender(entity)
