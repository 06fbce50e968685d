"""Two whom the sentence before names: "they", "the former", "the latter"."""

from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.subjects import first_subject
from bot.speakers.people.registry import Entity, fold
from bot.speakers.prose.scene import Scene
from bot.words import PLACES


def pair(scene: Scene, at: int) -> Entity | None:
    """The two of the sentence before: "Moss told Lee that it leaks. | They | also spoke of the dam"."""
    number = scene.current - 1
    if number < 0:
        return None
    span = scene.spans[number]
    named = dict.fromkeys(scene.people(span.start, span.end))
    people = [entity for entity in named if not entity.body and scene.registry.person(entity)]
    people = [entity for entity in people if len(entity.words) > 1 or fold(entity.words)[0] not in PLACES]
    if len(people) != 2:
        return None
    t = sentence_tokens(scene.registry.text, span.start, span.end)
    subject = first_subject(t, len(t.tag))
    if subject is None or scene.subject(t.start[subject[0]], t.end[subject[1]]) is not people[0]:
        return None
    both = scene.registry.find((f"{people[0].name} and {people[1].name}",), at)
    both.plural = True
    return both


def of_two(scene: Scene, which: str, at: int) -> Entity | None:
    """The last but one or the last named in the sentence, or else in the one before: "the latter said"."""
    for number in (scene.current, scene.current - 1):
        span = scene.spans[max(0, number)]
        named = (mention for mention in scene.between(span.start, min(span.end, at)) if mention.words)
        known = dict.fromkeys(scene.registry.at(mention) for mention in named if not mention.body)
        people = list(filter(scene.registry.person, known))
        if len(people) > 1:
            return people[-1 if which == "latter" else -2]
    return None
