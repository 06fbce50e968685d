"""Those who go by a description and have no name: "the senior official", "a mother of two"."""

import re

from bot.speakers.grammar.tokens import BODY, ROLE, TAGS, TITLE, WORK
from bot.speakers.people.registry import Entity, Registry
from bot.speakers.people.roles import FEMALE_NOUNS, MALE_NOUNS, plural

_HEAD = re.compile(r" (?:at|by|for|from|in|of|on|to|with) ")
_ABSTRACT = ("ence", "ance", "ness", "tion", "sion", "ment", "ity", "ing", "ism", "ship", "ure", "data", "age")


class Descriptions(dict[str, Entity]):
    """Whom a document has described so far, by the noun: of "the senior official" by "official"."""

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self._registry = registry

    def find(self, words: str, at: int, noun: str) -> Entity:
        """Who goes by a description; "the official" is the senior official of before. `noun` may be empty."""
        known = self.get(noun) if noun else None
        definite = words[:4].lower() == "the " and (known is None or _same_thing(words, known.name))
        if known and (definite if not known.plural else words.lower().removeprefix("the ") == noun):
            return known
        entity = self._registry.find((words,), at)
        if noun and not entity.gender and not entity.body:
            joined = " and " in _HEAD.split(words, maxsplit=1)[0] and not words.lower().startswith(("a ", "an "))
            several = plural(words.split(None, 1)[0]) or joined
            entity.gender = "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else ""
            entity.plural = plural(noun) or several
            entity.body = not (entity.gender or entity.plural or personal(noun))
            entity.person = not (entity.body or entity.plural)
        if noun:
            self[noun] = entity
        return entity


def _same_thing(words: str, known: str) -> bool:
    """Whether nothing in a definite description is new: "the official", never "the Kremlin statement" for another."""
    return set(words.lower().split()[1:-1]) <= set(known.lower().split())


def personal(noun: str) -> bool:
    """Whether a noun can be somebody's: not a body's, not something written, not an abstract noun's."""
    known = TAGS.get(noun, 0)
    if known & (ROLE | TITLE):
        return True
    return not known & (BODY | WORK) and not noun.endswith(_ABSTRACT)
