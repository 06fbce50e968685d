"""What stands between turns and is nobody's words: events of a log, notes, decisions, what happens on a stage."""

import re
import sys
from collections import Counter

from bot.layout.lines import Line
from bot.layout.looks import FUNCTION, fold
from bot.layout.mail import Label
from bot.layout.stamps import STAMP
from bot.patterns import lazily

_EVENT = lazily(r"\* |(?:Replying|Reacted) to\b")
_LOGGED = lazily(r"-!-|\* [^\s*]+ ")
"""The same in a log without times, and what somebody does: "-!- ann has quit", "* ann waves"."""
STAMPED = lazily(rf"\\?[\[(]?{STAMP}\\?[\])]?(?: [-–—|])?\s+\S")
"""What happens in a chat, where every message has its time: "03/05/2024, 21:10 - Bob left"."""
_TIER = lazily(r"[%@=]\w{1,20}[:=]")
"""The first word of a line of notes or instructions, when several are marked so: "%mor: ...", "=IMAGE=dam.jpg="."""
_DIRECTION = re.compile(r"[*_]{0,2}\\?[\[({][^\[\](){}]{1,1500}\\?[\])}][*_.]{0,3}$|\[[*_][^\[\]*_]{1,1500}[*_]$")
_SPOKEN = lazily(r"\b(?:I|[Yy]ou|[Ww]e)\b")
"""What an aside in brackets has when it is said: "(I mended it yesterday)"."""
_STAGE = lazily(r"(?:Enter|Re-enter|Exit|Exeunt|(?:ACT|SCENE) [IVX\d]+)\b[^?!]{0,120}|\[[^\]]{2,60}")
"""Who comes and goes on a stage, and where it is, on a line of its own; brackets are often left open."""
_TOLD_BETWEEN = lazily(
    # in italics or angles: "*Ann opens the door*", "<discussion>"
    r"(?P<mark>[*_])(?=[A-Z(])[^*_\n]{1,300}(?P=mark)|\\?<[^<>\n]{1,300}>"
    # in minutes: "Action: Ann to ask the mayor."
    r"|[*_#-]{0,3} ?(?i:actions?(?: items?| points?)?|agreed|conclusions?|decisions?|outcome|resolved|votes?)"
    r"[*_]{0,2}:[^\n]*|[*_]{0,3}(?i:resolved|agreed|carried)(?:, [^.:;!?\n]{2,80},)? (?:that|unanimously)\b[^\n]*"
    # of a vote, its clerk, and who interrupts: "The motion was agreed to.", "Mr Crane interjecting—"
    r"|[A-Z][^.:;!?\n]{2,80}?\b(?:(?:was|were|and) (?:adopted|agreed to|negatived)|read as follows"
    r"|read a (?:first|second|third) time|proceeded to call the roll|was announced\b[^.:\n]{0,60})[.:]"
    r"|[A-Z][^.!?:\n]{2,60} (?:interjecting|interjected|interjects)\W{0,3}"
)
"""What a scene or a record tells between turns, on lines of its own."""
_SCENE = lazily(r"(?:\d+ +)?(?:INT|EXT)[./] ?[A-Z]")
"""How a screenplay heads its scenes: "INT. KITCHEN - DAY"."""
_LONG = 120
"""Characters of a line that tells of no event: whoever speaks goes on."""
_CAPITALS, _ANY = 0.8, range(sys.maxsize)
"""Share of the names in a script that are in capitals, and of its speeches below them; all columns."""
_TOLD, _FEWEST = 0.12, 2
"""Share of the paragraphs without label that tell of those who have one, and least of them, that make it a script."""


def direction(words: str) -> bool:
    """Whether a line stands in brackets as a whole: "[Applause.]"."""
    return bool(_DIRECTION.match(words)) and not _SPOKEN.search(words)


def event(behind: str) -> bool:
    """Whether what stands behind a label is no message: "* waves", "Reacted to ..."."""
    return bool(_EVENT.match(behind))


def asides(text: str, found: list[Line], labels: dict[int, Label]) -> set[int]:
    """The lines without label in a document of turns that are nobody's, whatever the turn around them."""
    if not labels:
        return set()
    timed = 2 * sum(label.stamped for label in labels.values()) > len(labels)
    first = min(labels)
    nicks = any("<" in text[label.start : label.name[0]] for label in labels.values())
    tiers = {n for n, line in enumerate(found) if _TIER.match(text, line.body, line.end)}
    often = Counter(text[found[n].body] for n in tiers)
    return {
        index
        for index, line in enumerate(found)
        if index > first
        and index not in labels
        and (
            (index in tiers and often[text[line.body]] > _FEWEST)
            or _TOLD_BETWEEN.fullmatch(text, line.body, line.end)
            or (_STAGE.fullmatch(text, line.body, line.end) and not _goes_on(text, found, index))
            or (nicks and _LOGGED.match(text, line.body, line.end))
            or (timed and line.end - line.body < _LONG and STAMPED.match(text, line.body, line.end))
        )
    }


def _goes_on(text: str, found: list[Line], index: int) -> bool:
    """Whether a bracket is left open at the end of a line that goes on in small letters."""
    if index + 1 == len(found) or text[found[index].body] != "[":
        return False
    below = found[index + 1]
    return below.gap == 0 and text[below.body : below.end][:1].islower()


def spoken(text: str, found: list[Line], labels: dict[int, Label]) -> range:
    """The columns in which a paragraph without label goes on with a speech: all, but for scripts, which tell between.

    Each speech of a script stands right below its name, further in than what is told; or in no column of its own, and
    its scenes are headed "INT. KITCHEN - DAY", or many paragraphs begin with the names of who speaks.
    """
    names = {text[slice(*label.name)] for label in labels.values()}
    if not labels or sum(map(str.isupper, names)) < _CAPITALS * len(names):
        return _ANY
    below = [n + 1 for n, label in labels.items() if label.alone and n + 1 < len(found) and n + 1 not in labels]
    columns = sorted(found[n].indent for n in below if found[n].gap == 0)
    if len(columns) > _CAPITALS * len(labels) and columns[0]:
        return range(columns[0], columns[-1] + 1)
    cast = {word for name in names for word in fold(name).split()} - FUNCTION
    first = min(labels)
    free = [n for n in range(first + 1, len(found)) if found[n].gap and n not in labels and n - 1 not in labels]
    scenes = any(_SCENE.match(text, line.body, line.end) for line in found)
    heads = (text[found[n].body : found[n].body + 40].split() for n in free)
    told = sum(bool(words) and words[0].strip(".,;:'’").casefold() in cast for words in heads)
    return range(0) if scenes or (told >= _FEWEST and told > _TOLD * len(free)) else _ANY
