"""What the name in a label looks like: its typography, and how likely it is that of somebody who speaks."""

import re
from functools import lru_cache

from bot.layout.candidates import Signature
from bot.layout.stamps import TIMES
from bot.words import COMMON, GIVEN, SAY, SHORT_TITLES, STOP_WORDS, WH_WORDS, inflected

_HEADINGS = """
    abstract act action address agenda agreed apologies approved attendance attendees attending audio author
    by-line byline caption categories category cell channel chapter characters company conclusion contact
    copyright correction credit date dated day deadline decision description details disclaimer discussion
    duration edit edited editor's editors' email enquiries enter epilogue episode example exhibit fax figure file
    filed for format further guild headline hint home how http image important in-person inquiries interview
    introduction issue item keywords language layout lecture length lesson license link location media meeting
    members menu messages minutes mobile more moved next note opinion outcome page part participants payload
    permalink phone photo picture place posted present press previous price prologue published publisher quarter
    range re reading recommendation recording reference regrets related release remote reported resolution
    resolved results rule scene scribe script season section see session share slides slug source speakers status
    step subject summary table tags task tel telephone theme ticker time timestamp tip title topic transcribed
    transcript transcript_by transcription translation type update updated url venue version video volume warning
    watch website what when where who why written
    """.split()
HEADINGS = frozenset([*_HEADINGS, *(f"{heading}s" for heading in _HEADINGS)])
"""Words that head a paragraph but never speak (from style guides for minutes, press releases and mail headers)."""
_HEADS = HEADINGS | TIMES - GIVEN
TITLES = frozenset(
    """
    admiral ambassador attorney baroness captain cardinal chair chairman chairperson chairwoman chief colonel
    commissioner congressman congresswoman councillor councilmember dame deputy doctor dr father general governor
    judge justice king lady lieutenant lord madam major master mayor member minister miss mr mrs ms officer pastor
    premier president prime prince princess professor queen rabbi representative reverend right secretary senator
    sergeant shri shrimati sir sister smt speaker vice
    """.split()
).union(SHORT_TITLES)
ROLES = frozenset(
    """
    all answer audience both boy caller everyone girl guy host interviewee interviewer man member moderator
    narrator operator participant question questioner speaker student voice witness woman
    """.split()
)
"""Who has no name."""
_COUNTED = ROLES | TITLES | frozenset("child guest mic microphone patient person player respondent user".split())
"""Who is told apart by a number."""
FUNCTION = STOP_WORDS.union(
    WH_WORDS, "go got hello hi let now oh ok okay please right thank thanks um uh well yeah yes".split()
)
_SMALL = frozenset(
    "& al and bin da de del den der di du el for hon ibn la le of pro tempore the van von with y".split()
)
"""Words in small letters that names and offices hold."""
_LINKS = _SMALL | frozenset("a an at behind both by from in no on other several some the with".split())
"""Words that hold the description of somebody together."""
_OPENS = frozenset("at behind by from in on with".split())
"""Words that open an adverbial rather than a description: "In short"."""
TALK = FUNCTION - frozenset("a an and as at by for from in of on or the to with".split())
"""Words that hold sentences together rather than names and titles."""
_YOU = frozenset(["you", "me", "others"])
"""Whom a machine hears beside those it knows."""
_LETTERS = re.compile(r"[^\W\d_]")
_TELEPHONE = re.compile(r"\+\d[\d -]{6,18}")
_STRONG_OPEN, _STRONG_CLOSE = frozenset("*<%@T_#"), frozenset(":>|T")
"""Marks between which any words can be a name."""
_NAMES = GIVEN | TITLES | ROLES
_SAYS = inflected(SAY).keys()
"""Verbs at the end of a clause that leads to a quotation: "Moss | continued |:"."""
_WITHIN = TITLES | ROLES | _SMALL | frozenset("at in on tem to".split())
"""Small letters in an office with a name: "The Acting PRESIDENT pro tempore", never "The President met them"."""
_CRIED = 3
"""Words of a headline in capitals, at least."""
NOBODY = -8
"""Bits of what is nobody's name."""


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name without case, points and marks: "MR. PRICE" and "Mr Price" are one."""
    return " ".join(re.sub(r"[.\\*_:]", " ", name).casefold().split())


@lru_cache(maxsize=16384)
def style(name: str) -> str:
    """The typography of a name: "title" ("Mr. PRICE"), "capitals", "words", "word", "small" or "mixed"."""
    words, low = name.split(), fold(name).split()
    several = min(len(low), len(words)) > 1
    loud = several and words[0] == "The" and any(map(str.isupper, words[1:]))
    if (
        several
        and (low[0] in TITLES or (low[0] == "the" and (loud or {low[1], low[-1]} & TITLES)))
        and all(not word[0].islower() or word in _WITHIN for word in words)
    ):
        return "title"
    letters = [letter for letter in name if letter.isalpha()]
    if 10 * sum(map(str.isupper, letters)) > 7 * len(letters):
        return "capitals"
    if all(word[0].isupper() or word in _SMALL for word in words):
        return "words" if len(words) > 1 else "word"
    return "small" if name.islower() else "mixed"


@lru_cache(maxsize=16384)
def likeness(name: str, signature: Signature) -> float:
    """Bits for a name being that of a speaker, by its words alone; `NOBODY` where it is none."""
    words, low = name.split(), fold(name).split()
    if signature.close == "Q" or _TELEPHONE.fullmatch(name):
        return 1
    if not low or (len(name) == 1 and name.islower() and ":" not in signature.close):
        return NOBODY
    element = "<" in signature.open and len(signature.open) > 1 and not signature.open.endswith(">")
    if "@" in signature.open or element:
        return 2
    if low[0] in _YOU and len(low) == 1:
        return 1
    if _never(name, words, low):
        return NOBODY
    kind, given = style(name), low[0] in GIVEN
    if kind == "title":
        return 3
    if kind == "capitals":
        return 2 + given if len(name) > 1 else 0
    if kind == "words":
        plain = low[-1] in COMMON or low[0] in COMMON or low[-1] in HEADINGS
        return (3 if given else 1 if len(words) < 4 else 0) - 2 * plain
    if kind == "word":
        return 2 if given else 1 if low[0] in TITLES or low[0] in ROLES else -2 if low[0] in COMMON else 0
    if low[-1].isdigit() and len(low) > 1 and not given:
        return 1 if low[0] in _COUNTED else -6  # "Speaker 1", "Case 1"
    if not (_STRONG_CLOSE & set(signature.close) or _STRONG_OPEN & set(signature.open)):
        return NOBODY
    if kind == "small":
        return -1 - 3 * (low[0] in COMMON) if len(words) == 1 else -3
    return -1 if len(words) < 4 else -4


def described(name: str) -> bool:
    """Whether words can describe somebody who has no name: "Caller from Orla", "A man in the gallery"."""
    words, low = name.split(), fold(name).split()
    links = [word for word in low if word in FUNCTION or word in _LINKS]
    linked = bool(links) and _LINKS.issuperset(links)
    heads = low[0] not in HEADINGS | _OPENS and low[-1] not in _LINKS
    return linked and heads and words[0][0].isupper() and words[-1] not in _SAYS


def _never(name: str, words: list[str], low: list[str]) -> bool:
    """Whether words can be nobody's name: a heading, a number, the beginning of a sentence."""
    if low[0] in _HEADS or low[0].startswith("http") or len(low) > 9 or not _LETTERS.search(name):
        return True
    if name[0].isdigit() and (" " in name or not re.search(r"[^\W\d_]{2}", name)):
        return True
    if name.isupper() and "_" in name and not name[-1].isdigit():  # "MAX_SIZE"
        return True
    article = low[0] in ("our", "the")
    if article and (min(len(low), len(words)) == 1 or not words[1][0].isupper()):
        return True
    if words[-1] in _SAYS and len(words) > 1:
        return True
    cried = name.isupper() and low[0] not in ROLES and len(low) > _CRIED
    if cried and any(len(word) > 1 and word in FUNCTION and word not in _SMALL for word in low[1:-1]):
        return True  # "FIRE IN GUILD HALL"
    opens = low[0] in FUNCTION - _NAMES and not article and not (len(low) == 1 and name.isupper())
    return opens or any(word in FUNCTION and word not in _SMALL for word in words[1:])
