"""Speakers by a description in small letters: "a lecturer", "the Kenyan leader", "the man with the truck"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.index import SAME_OFFICE, Grounds
from bot.patterns import lazily
from bot.questions.turning import ANYBODY
from bot.questions.wordings import BEHIND, PRONOUNS
from bot.words import STOP_WORDS, given_gender, term_spans, terms

_MANY = ("All ", "Both ", "Many ", "Several ", "Some ", "The ", "Two ")
"""How a name begins that is of several where it ends in s."""
_FAR = 5
"""Terms from a name to one that no longer describes it."""
_APART = lazily(r"[;:]|\b(?:against|and|but|by|on|said|says|that|to|told|who|with|\w{2,20}ed)\b", re.IGNORECASE)
"""What does not stand between a name and what describes it."""
_JOINED = lazily(r"^ and (?:[a-z][\w'’-]* ){0,3}[a-z][\w'’-]*,? $")
"""What joins two descriptions of who is named behind them."""
_CALLS_ITSELF = lazily(r"(?:\b(?:I am|I['’]m|I was)|\bAs) (?:an?|the)((?: [\w-]+){1,3})")
"""How somebody calls himself something: "As a doctor, I ...", "I am the captain"."""
_DOING = ("r", "er", "or")
"""How a word ends that is for who does something: the scorer is who scored."""
_OUTFITS = frozenset("agency body company department firm group office outfit team".split())
"""What somebody is from in other words than the document's: "the woman from the engineering firm"."""
_TITLES = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
_SAID_FIRST = 30
"""Sentences of somebody in which a pronoun may stand for the name."""
_LOOKED_AT = 30
"""Sentences in which a word of a description is looked for."""
_TITLE, _BESIDE, _SAID = 2.0, 1.0, 0.5
"""How firmly a word of somebody's title is tied to them, one beside their name, one of a sentence of both."""


def described(words: Sequence[str], grounds: Grounds, besides: Sequence[str] = ()) -> set[str]:
    """The one speaker to whom all words of a description are tied, and most firmly; nobody where two are alike.

    `besides` those who are not meant. "The lady" alone is the one speaker of a document who is a woman.

    What somebody is, "the fisherman", "the Greek guy", has to be in the title or beside the name; what somebody has to
    do with, "from the harbour", may be no more than what they speak of.
    """
    front = [*takewhile(lambda word: word not in BEHIND, words)]
    anybody = front[-1] if front[-1:] and front[-1] in ANYBODY else ""
    nouns = {terms(word)[0] for word in front[0 if anybody else -1 :]}
    telling = {terms(word)[0]: word for word in words if word not in STOP_WORDS and word not in ANYBODY}
    if anybody and not telling:
        only = [name for name in grounds.main_speakers() if _gender(name, grounds) == ANYBODY[anybody] != ""]
        return set(only) if len(only) == 1 else set()
    known = grounds.index.idf
    wanted = {term: word for term, word in telling.items() if term in known or word not in _OUTFITS}
    ties: dict[str, dict[str, float]] = defaultdict(dict)
    for term, word in wanted.items():
        for name, firm in _tied(term, word, grounds):
            ties[name][term] = max(firm, ties[name].get(term, 0.0))
    firmness = {
        name: sum(own.values())
        for name, own in ties.items()
        if own.keys() == wanted.keys()
        and name not in besides
        and all(own[term] > _SAID for term in nouns & own.keys())
        and can_be(name, ANYBODY.get(anybody, ""), grounds)
    }
    most = max(firmness.values(), default=0.0)
    found = {name for name, firm in firmness.items() if firm == most}
    return found if len(found) == 1 else set()


def _tied(term: str, word: str, grounds: Grounds) -> Iterator[tuple[str, float]]:
    """To whom a word is tied and how firmly: whose title has it, else who else has to do with it."""
    holders = grounds.roster.titled(word)
    yield from ((name, _TITLE) for name in holders)
    yield from ((name, firm) for name, firm in _beside(_same(term, word), grounds) if not holders or firm <= _SAID)


def _same(term: str, word: str) -> frozenset[str]:
    """A term, those of the same office, and of who does it: "scorer" for "who scored"."""
    return frozenset([term, *terms(SAME_OFFICE.get(word, "")), *(f"{term}{ending}" for ending in _DOING)])


def _beside(same: frozenset[str], grounds: Grounds) -> Iterator[tuple[str, float]]:
    """To whom one of some terms is tied: whose name is the nearest to it, who calls themselves so, who says it."""
    roster, collection = grounds.roster, grounds.collection
    for row in (row for one in sorted(same) for row in grounds.index.rows_of(one, most=_LOOKED_AT).tolist()):
        words = collection.words(row)
        there = term_spans(words)
        gaps: dict[str, int] = {}
        for n, (other, _, _) in enumerate(there):
            if other not in same and (names := [*filter(_is_name, roster.by_term[other])]):
                gap = _gap(words, there, n, same)
                gaps |= {name: min(gap, gaps.get(name, gap)) for name in names}
        yield from ((name, _SAID) for name in gaps)
        nearest = min(gaps.values(), default=_FAR)
        if nearest < _FAR:
            yield from ((name, _BESIDE + 1 / gap) for name, gap in gaps.items() if gap == nearest)
        if said := grounds.speaker(row):
            own = any(same.intersection(terms(calls[1])) for calls in _CALLS_ITSELF.finditer(words))
            yield said, _BESIDE if own else _SAID


def _gap(words: str, there: Sequence[tuple[str, int, int]], n: int, same: frozenset[str]) -> int:
    """Terms from the one at `n` to the nearest of some that describes it."""
    near = range(max(0, n - _FAR + 1), min(len(there), n + _FAR))
    beside = (at for at in near if there[at][0] in same and _together(words, there[n], there[at]))
    return min((abs(n - at) for at in beside), default=_FAR)


def _together(words: str, one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Whether nothing parts two terms of a sentence: "a baker and former judge, Ann Lee" is both."""
    first, last = sorted([one, other], key=lambda place: place[1])
    between = words[first[2] : last[1]]
    return not _APART.search(_JOINED.sub("", between))


def _is_name(name: str) -> bool:
    """Whether somebody is called by a name, not described: "the defendant", "The Malta envoy"."""
    return name.rsplit(maxsplit=1)[-1][0].isupper()


def can_be(name: str, gender: str, grounds: Grounds) -> bool:
    """Whether somebody may be "he" or "she", as far as name, title and the text tell: several people are neither."""
    if not gender or _several(name):
        return not gender
    from bot.speakers import is_body

    return not is_body(name) and _gender(name, grounds) in ("", gender)


def _several(name: str) -> bool:
    """Whether a name is of two who spoke as one, "Ann Lee and Tom Moss", or of a group, "Both boards", "villagers"."""
    two = name[0].isupper() and not name.startswith("The ") and name.partition(" and ")[2][:1].isupper()
    return two or name.startswith("Both ") or (name.endswith("s") and (name[0].islower() or name.startswith(_MANY)))


def _gender(name: str, grounds: Grounds) -> str:
    """Where the given name, the title or a pronoun that stood for somebody tells: "m" or "f", else empty."""
    if _several(name):
        return ""
    speaker = grounds.roster.names.get(name)
    title = ((speaker and speaker.title) or "").casefold().rstrip(".")
    if told := given_gender(tuple(name.split())) or _TITLES.get(title, ""):
        return told
    said = grounds.collection.attributions
    mentions = (said[row].mention or "" for row in grounds.said_by([name])[:_SAID_FIRST].tolist())
    meant = {PRONOUNS.get(mention.casefold(), "") for mention in mentions} - {""}
    return meant.pop() if len(meant) == 1 else ""
