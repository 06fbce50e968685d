"""Which words of a name are part of it, told by the names of the whole document: "Rival | Sony", "Ann Lee | Says"."""

from collections import Counter

from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.tokens import BODY, ROLE, TAGS, TITLE, VERB, WORK
from bot.speakers.people.homonyms import looks_like_other
from bot.speakers.people.matching import PARTICLES
from bot.speakers.people.runs import SUFFIXES
from bot.words import GIVEN

Name = tuple[str, ...]


def bare_names(names: list[Name]) -> dict[Name, tuple[int, int]]:
    """For each name that stands among other words, from where to where it goes.

    Such words are verbs and nouns of headlines and what describes somebody. A name is believed without them where it
    is found so elsewhere.
    """
    counts = Counter(filter(None, names))
    doubtful = {name for name in counts if name[1:] and (_described(name) or _verb(name) or name[2:])}
    if not doubtful:
        return {}
    sure = {name for name in counts if not (_described(name) or _verb(name))}
    known = sure | {name[-1:] for name in sure}
    found: dict[Name, tuple[int, int]] = {}
    for name in doubtful:
        last = _end(name, known, counts)
        first = int(last - 1 > 0 and name[1:last] in known and _led(name, last, counts))
        if first or last < len(name):
            found[name] = first, last
    return found


def _end(name: Name, known: set[Name], counts: Counter[Name]) -> int:
    if name[-1].casefold().strip(".") in SUFFIXES:
        return len(name)
    verb = _verb(name)
    if verb and name[:verb] in known:
        return verb
    for end in range(2, len(name)):
        called = name[end - 1 : end] in counts and name[-1:] not in counts  # "Lee", not "Says"
        made = TAGS.get(name[-1].casefold(), 0) & WORK  # "Ann Lee | Message"
        if called and name[0].casefold() in GIVEN and (made or counts[name[:end]] >= counts[name]):
            return end
    return len(name)


def _led(name: Name, last: int, counts: Counter[Name]) -> bool:
    """Whether the first word only leads to the name."""
    if _described(name):
        return True
    if last < 3 or name[0].endswith(".") or name[0].casefold() in GIVEN:
        return False
    return name[1].casefold() in GIVEN - PARTICLES and counts[name[1:last]] >= counts[name]


def _described(name: Name) -> bool:
    """Whether the first word may only describe whom the others name: "Ailing | Acme", "Fly-half | Ann Lee"."""
    word, low = name[0], name[0].casefold()
    if not name[1:] or low in GIVEN or word.isupper():
        return False
    role = TAGS.get(low, 0) & (ROLE | TITLE) == ROLE
    return role or low.endswith(("ing", "ed")) or (low.rpartition("-")[2] == word.rpartition("-")[2] and "-" in word)


def _verb(name: Name) -> int:
    """Where in a name something like a verb follows, 0 if nowhere; behind one word only what is a verb for sure."""
    if not name[1:]:
        return 0
    low = name[1].casefold()
    tag = TAGS.get(low, 0)
    cue = CUES.get(low, ("", ""))[1] in ("past", "third")
    if (cue or tag & VERB) and not tag & (BODY | WORK | ROLE | TITLE):
        return 1
    return next((n for n in range(2, len(name)) if looks_like_other(name[n].casefold())), 0)
