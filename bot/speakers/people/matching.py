"""Whether two names can be one person's: Joe Biden is Joseph R. Biden Jr., Ann Cole is not Mary Ann Cole."""

from functools import lru_cache
from unicodedata import combining, normalize

from bot.speakers.people.runs import SUFFIXES
from bot.words import GIVEN, INITIALS, NICKNAMES, PLACES

PARTICLES = frozenset(
    """
    abu al ap bar bin bint da das de dei del della den der di dos du e el ibn la le op ould te ter van vom von y
    zum zur
    """.split()
)
"""With what family names begin."""
_ARTICLES = ("al-", "as-", "el-", "ul-")
"""What may be left off before a family name: "al-Masri", "Masri"."""
_ALIKE = 3
"""Letters with which a short form begins as a word of the name does."""
_LEFT_OUT = frozenset("abdul md mohamed mohammad mohammed muhammad sheikh".split())
"""First names of honour, which are left out as often as not."""


def one_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether somebody with the name `full` may also be called `short`; both folded, of two words or more."""
    (names, suffix), (known, other) = _split(short), _split(full)
    if suffix and other and suffix != other:
        return False
    if names[-1] != known[-1]:
        return set(names) <= set(known) and names[0] == known[0]
    if not _initials_fit(names[1:-1], known[1:-1]):
        return False
    if _same_first(names[0], known[0]):
        return True
    left_out = known[: known.index(names[0])] if names[0] in known else known
    called = names[0] in GIVEN and names[0] not in PARTICLES
    given = any(word in GIVEN and word not in _LEFT_OUT for word in left_out)
    return not (called and given) and set(names) <= set(known)


@lru_cache(maxsize=65536)
def single_names(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a folded name by which alone somebody may be called, without an article, too."""
    return (*name, *(word[3:] for word in name if word.startswith(_ARTICLES)))


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """What the spellings of a folded name have in common that scripts and printers write in more than one way.

    Without accents, double letters, and "y" or "h" behind the first letter: "tokayev" and "tokaev", "hassan" and
    "hasan".
    """
    plain = word if word.isascii() else "".join(mark for mark in normalize("NFD", word) if not combining(mark))
    plain = plain.replace("ı", "i")
    kept = plain[:1] + plain[1:].replace("y", "").replace("h", "")
    return "".join(mark for n, mark in enumerate(kept) if mark != kept[n - 1 : n])


def nickname(short: str, name: tuple[str, ...]) -> bool:
    """Whether a short form is made of a name: "Diefo" of Diego Forlindo."""
    low = short.casefold()
    return low not in PLACES and any(word.casefold().startswith(low[:_ALIKE]) for word in name)


def family_name(name: tuple[str, ...]) -> str:
    """The last word of a folded name that is no "jr", with the particle before it: "cole", "abu amer"."""
    words, _ = _split(name)
    return " ".join(words[-2:]) if words[1:] and words[-2] in PARTICLES else words[-1]


def _split(name: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The name, and what tells a son from his father: "jr", "iii"."""
    words = [word for word in name if word not in SUFFIXES]
    return words or list(name), [word for word in name if word in SUFFIXES]


def _initials_fit(short: list[str], full: list[str]) -> bool:
    """Whether middle names agree as far as both give one: "W." and "Walker", never "W." and "H."."""
    return not (short and full) or any(_same_first(a, b) for a in short for b in full)


def _same_first(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, or a known short form."""
    if a == b or NICKNAMES.get(a, a) == NICKNAMES.get(b, b):
        return True
    short, full = sorted((a, b), key=len)
    return (len(short) == 1 or short in INITIALS) and full.startswith(short)
