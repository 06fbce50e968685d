"""Whether somebody whom a draft names is who speaks in a source: one person goes by many names."""

from bot.index import Grounds, name_words
from bot.speakers import Speaker, parse_name

_LABELS = frozenset("a answer interviewee interviewer narrator q question".split())
"""What stands for the name of somebody who is not named."""


def is_somebody_else(given: Speaker, passage: range, grounds: Grounds) -> bool | None:
    """Whether the sentences of one document are not those of `given`; None where the document does not tell."""
    collection = grounds.collection
    known = set().union(*(grounds.roster.exactly(form) for form in _forms(given)))
    document = collection.owner[passage.start]
    said = {speaker for row in passage if (speaker := collection.attributions[row].speaker)}
    others = [speaker for speaker in said if not (speaker.name in known or _same(given, speaker))]
    if said and not others:
        return False
    if not _has_name(given) and not known:
        return None
    speaks_here = document in grounds.known_in(known, ())
    if any(_has_name(speaker) or speaks_here for speaker in others):
        return True
    return None if _is_named(given, document, grounds) or speaks_here else True


def _same(given: Speaker, speaker: Speaker) -> bool:
    """Whether one of two names has all words of the other: "Biden", "Joe Biden"; or a title tells who a role is."""
    titles = name_words(given.title or "")
    for own in _forms(given):
        for form in _forms(speaker):
            if own[-1] == form[-1] and (set(own) <= set(form) or set(form) <= set(own)):
                return True
    return not _has_name(speaker) and set(name_words(speaker.name)) - {"the"} <= set(titles)


def _forms(speaker: Speaker) -> list[list[str]]:
    """The words of a name without title, and of its other forms that tell as much: initials, or several words."""
    full = _bare(speaker.name)
    others = map(_bare, speaker.aliases)
    return [full, *(words for words in others if len(words) > 1 or not set(words) <= set(full))]


def _bare(name: str) -> list[str]:
    return name_words(" ".join(parse_name(name)[1]) or name) or [name]


def _has_name(speaker: Speaker) -> bool:
    """Whether somebody is called by name rather than by a role, a description or a label."""
    _, words, _ = parse_name(speaker.name)
    return bool(words) and not words[0].islower() and words[0].casefold() not in _LABELS and not words[0].isdigit()


def _is_named(given: Speaker, document: int, grounds: Grounds) -> bool:
    """Whether a document has the last word of somebody's name, or the first."""
    own = _bare(given.name)
    return any(document in grounds.known_in((), [word]) for word in (own[0], own[-1]))
