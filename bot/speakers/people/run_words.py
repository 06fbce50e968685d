"""The words of a run of capitalised words, as they are written and as they are compared."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.patterns import behind_initial
from bot.speakers.grammar.tokens import ADVERB, BODY, ROLE, TAGS, TITLE
from bot.words import INITIALS, SHORT_TITLES

_SHORT = [*map(str.title, SHORT_TITLES.keys() | INITIALS), *"Dr Jr Mr Mrs Ms Sec Sr St".split()]
ABBREVIATED = frozenset(map(str.casefold, _SHORT))
_DOTTED = behind_initial([*_SHORT, *map(str.upper, _SHORT)])
_CAP = (
    rf"[^\W\d_a-zß-öø-ÿ](?:(?=\w{{1,4}}\.)(?:{_DOTTED})\.|"
    r"(?<=[A-Z])\.(?:[A-Z]\.)*(?:[A-Z](?= [A-Z]))?|[\w'’]*(?:(?:-(?!-)|¬)[\w'’]*)*)"
)
_PARTICLE = (
    r"(?:de|del|dei|degli|della|der|den|di|da|das|dos|du|la|le|van|von|vom|bin|bint|binte?|binti|ben|ibn|bar|al|el|af|ap"
    r"|op|ould|te|ter|zu|zum|zur|an(?= t[A-Z])|e|y|of|for|on|and|the|sans|without"
    r"|in(?= (?:Charge|Chief|Residence)\b)|a/[lp]|[ds]/o|&)"
)
RUN = re.compile(
    rf"{_CAP}(?:(?:,?[\s_\\]{{1,3}}|(?<=\.)(?=[A-Z][a-z]))(?:(?=[a-z&]){_PARTICLE}\s+){{0,3}}(?:{_CAP}|(?:(?:al|el|as|ul|abd)-|[dl][’']|t(?=S))[A-Z]\w+)){{0,24}}+"
)
"""A run of capitalised words with the small words that names hold."""

_WORD = re.compile(r"\bH E(?= [A-Z][a-z])|(?:[A-Z][a-z]{0,4}\.)+(?=[A-Z][a-z])|[^\s_\\]+")
JOINS = frozenset(["of", "for", "on", "and", "the", "sans", "without", "against", "in", "&"])
_LIKE_INITIALS = frozenset("dr fr jr lt mk mr ms sr vp".split())
_OWNERS = frozenset("people children women men king queen world master".split())
EXCLAMATIONS = frozenset(
    """
    ah aha alas amen aye bah bravo bye dear eh fie god goodbye gracious hallo heaven heavens hello hey hi ho hullo humph
    hurrah hurray hush me mine nay nonsense nothing now oh oho ok okay phew please pooh pretty pshaw sorry thank thanks
    tut ugh welcome well what why wow yeah yes yourself
    eleven fifteen fifty forty hundred ninety seventy sixty thirty thousand twelve twenty
    """.split()
)
"""Words that open an exclamation, and numerals."""


class Word(NamedTuple):
    """A word of a run. Offsets are into the run."""

    start: int
    end: int
    text: str
    low: str
    tag: int
    cut: str
    """What stands behind it: a comma, a stop, a possessive ending."""


def bare(word: str) -> str:
    """A word without possessive ending and stops; initials, "Jr." and abbreviations such as "U.S." keep theirs."""
    word = word.strip(",;:*")
    if word.endswith(("'s", "’s", "'", "’")) and not _common(word):
        word = re.sub(r"['’]s?$", "", word)
    return word if keeps_dot(word) else word.strip(".,*" if _common(word) else ".,'’*")


def _common(word: str) -> bool:
    """Whether a possessive is a common noun's, which binds: "Teachers' Union", "People's Republic"."""
    low = word.casefold().replace("’", "'")
    owner = low.removesuffix("'s").removesuffix("'")
    return owner != low and (owner in _OWNERS or (owner.endswith("s") and bool(TAGS.get(owner[:-1], 0) & ROLE)))


def keeps_dot(word: str) -> bool:
    """Whether the dot behind a word is its own: "J.", "U.S.", "Jr."."""
    return word.endswith(".") and (
        len(word) == 2 or "." in word[:-1] or word in ("Jr.", "Sr.", "St.") or word[:-1].casefold() in INITIALS
    )


@lru_cache(maxsize=65536)
def read_word(raw: str) -> tuple[int, str, str, int, str]:
    """A word as it is written: where it begins behind marks, itself, in small letters, its tag, what cuts it off."""
    text = raw if raw.isalpha() else bare(raw)
    low = text.casefold().replace("’", "'")
    plain = low.replace(".", "").replace(" ", "") if low[-1:] == "." or low in ("h.e", "h e") else low
    if plain in _LIKE_INITIALS and low.count(".") > 1:
        plain = low  # "M.R. Lee" is no Mr Lee
    owner = plain.partition("'")[0]
    tag = TAGS.get(owner, 0) or TAGS.get(plain.removesuffix("s"), 0) & BODY
    if text == "He":
        tag &= ~TITLE  # not HE, an excellency
    start = raw.find(text)
    return start, text, plain, tag | ADVERB if owner in EXCLAMATIONS else tag, raw[start + len(text) :]


def split_run(run: str) -> list[Word]:
    """The words of a run, without punctuation and possessive endings."""
    words: list[Word] = []
    shouted = run.isupper() and len(run) > 6
    for match in _WORD.finditer(run):
        offset, text, plain, tag, cut = read_word(match.group())
        if words and offset and text and match.group()[offset - 1] in ".'’":
            offset, text = 0, match.group()[:offset] + text  # "Hon ’r" keeps its mark
        if text:
            particle = text.islower() and plain not in JOINS
            if particle or (len(text) > 1 and text.isupper() and not shouted and not tag & TITLE):
                tag = 0
            start = match.start() + offset
            words.append(Word(start, start + len(text), text, plain, tag, cut))
    for n, word in enumerate(words[:-1] if "'" in run or "’" in run else ()):
        if word.cut[:1] in ("'", "’") and not word.cut[1:2].isalpha():
            words[n] = word._replace(end=word.end + 1, text=word.text + word.cut[0])  # "Ines D' Uarte" keeps it
    return words


def acronym(text: str) -> bool:
    """Whether a word is written like one: "UNICEF", "FDA"."""
    return text.isupper() and 2 <= len(text) <= 6 and "." not in text
