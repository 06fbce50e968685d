"""Lines that ask for several things: each is asked by itself, so that every one is answered or said to be missing."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.index import Grounds, name_words
from bot.patterns import lazily
from bot.questions.asked import holders
from bot.questions.wordings import AUXILIARY, SAYING, lemma
from bot.words import STOP_WORDS, WH_WORDS

_LEADS = AUXILIARY | {"and"}
"""What stands before several in an office: "did | the presidents | meet", "and | the presidents |"."""
MOST = 4
"""Things asked for at once."""
_LONGEST = 5
"""Words of a name."""
_WH = r"(?:(?:who|what|when|where|why|how)(?:['’]?s)?|which|did|does|do|is|are|was|were)"
_COMPARED = lazily(
    r"(?:please )?(?:compare|contrast|(?:what (?:is|are|was|were) )?(?:the )?differences? between|"
    r"(?:the )?(?:views?|opinions?|positions?|statements?|words) of) (.+?)"
    r" (?:and|with|to|versus|vs\.?|from) (.+?)(?:['’]s?)?(?: (?:views?|positions?))?"
    r"(?: (?:on|about|over|regarding) (.+))?",
    re.IGNORECASE,
    needs="compare contrast difference differences view views opinion opinions position positions statement statements "
    "words",
)
_DIFFER = lazily(
    r"(?:how|where|what) (?:do|did|does) (.+?) and (.+?) (?:differ|disagree|agree)"
    r"(?: (?:on|about|over|regarding|in) (.+))?",
    re.IGNORECASE,
    needs="differ disagree agree",
)
_COMPARED_LAST = lazily(
    r"(?:please )?compare (?:them|both|the two|these two|those two)|"
    r"(?:and )?(?:do|where do) (?:they|the two) (?:dis)?agree|how do (?:they|the two) (?:compare|differ)|"
    r"what(?:['’]?s| is) the difference(?: between (?:them|the two))?",
    re.IGNORECASE,
    needs="compare agree disagree differ difference",
)
_TOO = lazily(r"(.{6,200}?),? and ((?:the )?[\w'’.-]{1,40}(?: [\w'’.-]{1,40}){0,2})", re.IGNORECASE, needs="and")
"""The same asked of somebody else, behind the question: "what does Hall say, and Fox"."""
_OFFICES = lazily(
    r"(?P<head>.{2,60}? (?:did|does|do)) (?P<one>the [\w'’ -]{1,40}?) and (?P<other>the [\w'’ -]{1,40}?) (?P<verb>\w+)"
    r"(?P<rest>(?: .*)?)",
    re.IGNORECASE,
    needs="and",
)
_TO = r"(?:(?:at|by|for|from|in|into|on|to|under|with) )?"
_TWO = lazily(
    rf"({_TO}{_WH}\b.{{6,300}}?),? (?:and|but|or) ({_TO}{_WH}\b.{{6,300}})", re.IGNORECASE, needs="and but or"
)
_TOPICS = lazily(r"(.{6,300}?) (about|on|of) (.{1,80}?),? and \2 (.{1,80})", re.IGNORECASE, needs="and")
_BOTH = lazily(
    r"\b(?:(?:they|both|each|all|the two)(?: of)? (?:both|them|those|these)|both|each|the two)\b"
    r"(?! (?:other|(?:the )?\w+s)\b)",
    re.IGNORECASE,
    needs="both each all two",
)
_PLURAL = lazily(
    r"\b(?:(?:both|each of|all|all of) )?(?:the )?(?:two |three |both )?((?:[a-z]+ )?[a-z]{3,}s)\b", re.IGNORECASE
)
_OTHERS = lazily(
    r"(?:and |but )?(?:what (?:about|of) |how about |(?P<say>what (?:do|did) ))?(?:all )?"
    r"the (?:others|other ones|rest of them)(?(say) (?:say|think)(?: (?:about|of|on) (?:that|this|it))?)",
    re.IGNORECASE,
    needs="others other rest",
)
_WORD = lazily(r"[^\W_][\w'’.-]*")
_JOIN = lazily(
    r"[,&]|\b(?:and|or|vs|versus|against|compared)\b", re.IGNORECASE, needs="and or vs versus against compared"
)
_BETWEEN = frozenset(["and", ",", ", and", "&", "or", "vs", "vs.", "versus", "against", "compared to", "compared with"])
"""What joins names of which the same is asked."""


class Parts(NamedTuple):
    """The questions that a line asks, one for each thing; none for a line that asks one thing."""

    asked: Sequence[str] = ()
    in_turn: bool = False
    """Whether a later one may go on from the one before: "Who won, and what did she say?"."""


def parts(text: str, grounds: Grounds, people: Sequence[str], told: Sequence[str]) -> Parts:
    """What a line asks for, if several things.

    `people` are the names that the talk came by, the last one last; `told` those whose words were just asked for.
    """
    bare = text.strip().rstrip("?!. ")
    if _COMPARED_LAST.fullmatch(bare) and len(last := list(dict.fromkeys(reversed(people)))[1::-1]) > 1:
        return Parts([f"and {name}" for name in last])
    if compared := _COMPARED.fullmatch(bare) or _DIFFER.fullmatch(bare):
        about = f" about {compared[3]}" if compared[3] else ""
        return Parts([f"what did {name.strip()} say{about}" for name in compared.group(1, 2)])
    if two := _TWO.fullmatch(bare.replace("? ", " and ")):
        return Parts([two[1], two[2]], in_turn=True)
    if topics := _TOPICS.fullmatch(bare):
        return Parts([f"{topics[1]} {topics[2]} {topic}" for topic in topics.group(3, 4)])
    if _OTHERS.fullmatch(bare):
        others = [name for name in grounds.main_speakers() if name not in told]
        return Parts([f"and {name}" for name in others[:MOST]] if len(others) > 1 else [])
    found = (
        _joint(bare, grounds)
        or _offices(bare)
        or _too(bare, grounds)
        or _plural(bare, grounds, told)
        or _both(bare, people)
    )
    return Parts(found[:MOST])


def _joint(bare: str, grounds: Grounds) -> list[str]:
    """The question with each of the names that stand in a row as its subject: "What did Hall and Fox say?"."""
    if not _JOIN.search(bare):
        return []
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(bare)]
    names = _names([word for word, _, _ in words], grounds)
    for first, last in names:
        row = [(first, last)]
        for start, end in names:
            between = bare[words[row[-1][1]][2] : words[start][1]].strip().casefold() if start > row[-1][1] else "-"
            if between.removesuffix(" the") in _BETWEEN:
                row.append((start, end))
        start = first - (first > 0 and words[first - 1][0].casefold() == "the")
        lead = words[start - 1][0].casefold() if start else ""
        if len(row) > 1 and (lead in AUXILIARY or lead in ("", "both", "either")):
            begin = words[start - 1][1] if lead in ("both", "either") else words[start][1]
            rest = bare[words[row[-1][1]][2] :]
            head = bare[:begin] if start else "and "
            return [f"{head}{bare[words[a][1] : words[b][2]]}{rest}" for a, b in row]
    return []


def _offices(bare: str) -> list[str]:
    """The question with each of two who are asked for by what they are: "What did the mayor and the clerk say?"."""
    found = _OFFICES.fullmatch(bare)
    if found is None or lemma(found["verb"].casefold()) not in SAYING:
        return []
    return [f"{found['head']} {who} {found['verb']}{found['rest']}" for who in found.group("one", "other")]


def _too(bare: str, grounds: Grounds) -> list[str]:
    """The question before a name, once as it is and once of that name: "what does Hall say, and Fox"."""
    found = _TOO.fullmatch(bare)
    if found is None or len(grounds.roster.exactly(name_words(found[2]) or [""])) != 1:
        return []
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(found[1])]
    names = _names([word for word, _, _ in words], grounds)
    if len(names) != 1:
        return []
    start, end = words[names[0][0]][1], words[names[0][1]][2]
    return [found[1], f"{bare[:start]}{found[2]}{found[1][end:]}"]


def _names(words: list[str], grounds: Grounds) -> list[tuple[int, int]]:
    """Where names of one speaker each stand among words, the longest first at each place: first and last word."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            run = name_words(" ".join(words[at : at + size]))
            small = run[0] in STOP_WORDS or run[-1] in STOP_WORDS or "and" in run
            if not small and len([name for name in grounds.roster.exactly(run) if " and " not in name]) == 1:
                found.append((at, at + size - 1))
                at += size - 1
                break
        at += 1
    return found


def _plural(bare: str, grounds: Grounds, told: Sequence[str]) -> list[str]:
    """The question with each holder of an office that stands in the plural: "What did the presidents say?".

    "The other presidents" are not those whose words were just asked for.
    """
    for office in _PLURAL.finditer(bare):
        lead = bare[: office.start()].split()[-1:]
        words = office[1].casefold().split()
        leads = not lead or lead[0].casefold() in _LEADS
        if not leads or words[0] in WH_WORDS:  # "which leaders" asks who of them
            continue
        for run in (words, words[-1:]):
            found = holders(run, grounds)
            others = found.difference(told) if words[0] == "other" else found
            if len(found) > 1:
                return [f"{bare[: office.start()] or 'and '}{name}{bare[office.end() :]}" for name in sorted(others)]
    return []


def _both(bare: str, people: Sequence[str]) -> list[str]:
    """The question with each of the two people whom the talk came by last: "What did both say?"."""
    both = _BOTH.search(bare)
    last = list(dict.fromkeys(reversed(people)))[1::-1]
    if both is None or len(last) < 2:
        return []
    return [f"{bare[: both.start()] or 'and '}{name}{bare[both.end() :]}" for name in last]
