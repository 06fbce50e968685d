"""Runs of capitalised words, cut into the names that they hold: "Wang Yi and President Putin" holds two."""

from itertools import pairwise

from bot.speakers.grammar.nouns import HONORIFICS, OFFICES, TITLES
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    NEGATION,
    OBJECT,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    TIME,
    TITLE,
    plural_of,
)
from bot.speakers.people.run_words import EXCLAMATIONS, JOINS, Word, acronym, keeps_dot, split_run
from bot.words import COMMON, COUNTRY, COURTESY, GIVEN, PLACES

FUNCTION = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN | AUXILIARY | NEGATION
FUNCTION |= ADVERB | TIME | OBJECT
"""Tags of words that names do not hold."""
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_FAMILY_NAMES = frozenset(["he", "so", "you", "an", "no", "may", "will", "her", "do", "see"])
"""Words of the grammar that are family names behind a title: "Vice Premier He Lifeng"."""
_SEASONS = frozenset(["spring", "summer", "winter"])
_BEHIND_OFFICE = frozenset("about as at by from in on over to with".split())
"""Words that follow an office in a heading: "President On Trade"."""
IN_CAPITALS = frozenset("acp ag csp da dcp dg dsp ig igp sho ssp vp".split())
"""Short titles that are written large: "DA Hestrin"."""
TITLE_NAMES = frozenset(
    "bishop chancellor constable count duke earl imam judge king lord major marshal pope prince".split()
)
"""Titles that are as often family names."""
_THINGS = frozenset("act book chapter christmas easter episode figure part section thanksgiving volume".split())
"""Words that begin the name of a thing."""
_LEADING = frozenset("dear enter exeunt exit follow little old poor re-enter visit young".split())
"""Words before a name that are no part of it: directions, adjectives of feeling."""
_DESCRIBES = ("-based", "-born", "-educated", "-led", "-raised", "-trained")
"""How words end that say from where somebody is: "Orla-based | Ann Lee"."""
_MASTERS = frozenset("chancellor governor king mayor president prince queen secretary-general senator".split())
"""For whom somebody else speaks: "Spokesperson for | UN Secretary-General Ban Ki-moon"."""
_FIELDS = frozenset("church college community family industry media police school university".split())
"""Nouns for bodies that name a field as often: "Media and Democracy Project"."""
_CHARGED = frozenset(
    """
    agency bureau centre center commission commissioner committee council department director directorate division
    faculty institute minister ministry office school secretary subcommittee
    """.split()
)
"""Bodies and offices that are in charge of several fields: "the | Ministry | of Trade, Sport and Youth"."""
_BEFORE_TITLE = frozenset("first second deputy vice acting interim then".split())
BODY_TAILS = frozenset(
    """
    bank conference corp election elections house inc initiative ltd meeting news party post project summit times union
    university
    """.split()
)

CLASSED = JOINS | SUFFIXES | BODY_TAILS | _THINGS | _LEADING | _BEFORE_TITLE
"""Words of a run by which it is cut."""


_ITEM = 3
"""Fewer words than these are the last of what a body is in charge of, not it and somebody's name."""


def pieces(run: str, *, named: bool = False, definite: bool = False) -> list[list[Word]]:
    """The names in a run, each without words of the grammar before it and small words behind it.

    `named` says that the first word is part of a name, whatever else it can be; `definite` that "the" stands before it.
    """
    words = split_run(run)
    if named:
        words[0] = words[0]._replace(tag=0)
    for n, (word, following) in enumerate(pairwise(words[1:]) if "," in run else (), 1):
        if "," in words[n - 1].cut and word.low in _FAMILY_NAMES and not (word.cut or following.tag):
            words[n] = word._replace(tag=0)  # "On Friday, | Do | Thi Hanh told them"
    found = [_trimmed(piece, named=named and not n) for n, piece in enumerate(_cut(words, definite=definite))]
    return [piece for piece in found if piece and piece[0].low not in _THINGS]


def _cut(words: list[Word], *, definite: bool) -> list[list[Word]]:
    """Cut at commas, possessives, words of the grammar, and where "and", "of", "for" join two names."""
    found: list[list[Word]] = [[]]
    fields = range(0)
    for n, word in enumerate(words):
        if n and "," in words[n - 1].cut and n not in fields:
            fields = _fields(found[-1], words, n)
            if fields:
                found[-1][-1] = found[-1][-1]._replace(text=found[-1][-1].text + ",", cut="")
        if n in fields:
            comma = "," in word.cut and n + 1 in fields
            found[-1].append(word._replace(text=word.text + ",", cut="") if comma else word)
            continue
        if word.low in JOINS and not word.text[0].isupper():
            headed = word.low == "of" and definite and _heads(found[-1])
            if not (headed or _binds(words, n, found[-1])):
                found.append([])
                definite = word.low == "the"
            elif found[-1]:
                found[-1].append(word)
            continue
        if found[-1] and _apart(found[-1], word, words[n + 1 : n + 2]):
            found.append([])
            definite = False
        definite = definite or word.low == "the"
        found[-1].append(word)
    return found


def _fields(piece: list[Word], words: list[Word], at: int) -> range:
    """The words from `at` on that go on with what a body is in charge of: "Ministry of Trade, | Sport and Youth"."""
    linked = next((n for n, word in enumerate(piece) if word.low in ("of", "for", "on")), 0)
    if not linked or piece[linked - 1].low not in _CHARGED:
        return range(0)
    last = next((n for n in range(at, len(words)) if words[n].low in ("and", "&")), 0)
    behind = len(words) - last - 1
    end = last + 1 + (behind if behind < _ITEM else 1)
    items = [word for word in [*piece[linked + 1 :], *words[at:end]] if word.low not in JOINS]
    known = any(
        word.tag & (TITLE | FUNCTION) or any(word.low in names for names in (GIVEN, PLACES, COUNTRY, _CHARGED))
        for word in items
    )
    long = any("," not in words[n].cut and "," not in words[n - 1].cut for n in range(at + 1, last - 1))
    field = any(word.low in OFFICES for word in words[at:end])
    return range(at, end) if last and field and not (known or long) else range(0)


def _heads(piece: list[Word]) -> bool:
    """Whether words behind "the" and before "of" begin the name of a body or thing: "the | Guild | of Orla"."""
    piece = [word for word in piece if word.low != "the"]
    known = (word.tag or word.low in GIVEN or word.low in COUNTRY or word.low in PLACES for word in piece)
    return 0 < len(piece) < 4 and not any(known)


def _apart(piece: list[Word], word: Word, following: list[Word]) -> bool:
    """Whether a new name begins with `word`."""
    before = piece[-1]
    if word.low in _FAMILY_NAMES and not (following or before.tag or before.text[-1] == ".") and len(piece) > 1:
        return False  # "Vo Thi | Do"
    if word.low in _SEASONS and not (following or before.tag or before.cut):
        return before.low in PLACES  # "said Kala | Winter |"
    if word.low in SUFFIXES or (word.low in EXCLAMATIONS and not (before.cut or before.tag or following)):
        return False  # "lawyer Abdou | Bah"
    if before.low in _BEFORE_TITLE and word.tag & (TITLE | ROLE):
        return False
    glued = following and keeps_dot(word.text) and word.end == following[0].start
    if glued and before.tag & BODY and not any(word.tag & (TITLE | ROLE) for word in piece):
        return True  # "the Railway Department | D.Batbold"
    if "." in before.text and word.low in COURTESY and before.low not in HONORIFICS:
        return True  # "He left the U.N. | Mr. Lee stayed"
    owns = before.cut[:1] in ("'", "’") and not word.tag & BODY  # "the Ambassador’s | Roundtable"
    if "," in before.cut or (before.cut and (owns or before.low not in TITLES) and not keeps_dot(before.text)):
        return True
    titled = len(piece) > 1 and piece[-2].low in TITLES  # "Mr. REED | Tom"
    if (
        acronym(before.text)
        and not titled
        and before.low not in TITLES
        and before.low not in IN_CAPITALS
        and not word.text.isupper()
        and before.low not in GIVEN
    ):
        alone = len(piece) == 1 and following and not (following[0].tag | word.tag) & (TITLE | ROLE | BODY)
        return bool(following) and (word.low in GIVEN or bool(alone))
    if not word.tag & FUNCTION or word.tag & TITLE or word.low == "jun":
        return (
            bool(before.tag & FUNCTION)
            and not before.tag & TITLE
            and before.low not in JOINS
            and not (len(piece) > 1 or before.low in GIVEN)
        )
    if word.low in ("against", "without") and following and (before.tag & BODY or before.low.endswith("s")):
        return False  # "Doctors | Without | Frontiers"
    called = before.low in HONORIFICS or (before.low in TITLES and word.low not in _BEHIND_OFFICE)
    if called and following and not following[0].tag and word.low not in JOINS - {"in", "on"}:
        return False  # "Dr. | In Moss", "Captain | By Moss"
    return not (before.low in TITLES and (word.low in _FAMILY_NAMES or word.tag & TIME)) and not (
        word.low in GIVEN or before.low in GIVEN or (before.low in JOINS and word.tag & ADVERB)
    )


def _binds(words: list[Word], at: int, piece: list[Word]) -> bool:
    """Whether "of", "for", "on", "and" or "the" goes on with the name before it."""
    if not piece:
        return False
    low, before = words[at].low, piece[-1]
    if low in ("sans", "without", "in"):
        return True
    if low == "the":
        return before.low in JOINS or before.low == "save"
    if (before.cut and not keeps_dot(before.text)) or before.low == "members":
        return False
    if low == "for" and any(word.low in _MASTERS for word in words[at + 1 : at + 4]):
        return False
    after = words[at + 1 : at + 5]
    if low == "for" and before.low.endswith("s") and any(word.tag & BODY or word.low in COMMON for word in after):
        return True  # "Citizens | for | Clean Water"
    if low in ("of", "for", "on"):
        if before.low in TITLE_NAMES and len(piece) > 1 and piece[-2].low in GIVEN:
            return False  # "Peter King | of Iowa"
        office = any(word.tag & (TITLE | BODY) for word in piece) and any(word.low == "of" for word in piece)
        several = low == "of" and before.low.endswith(("ers", "ists", "ors"))  # "Brewers | of Europe", not "of Mr Lee"
        several = several and not (after and after[0].low in HONORIFICS)
        known = several or before.low in ("office", "department", "school")
        return office or known or bool(before.tag & (TITLE | ROLE | BODY))
    after = [word for word in words[at + 1 : at + 5] if word.low not in JOINS]
    if not after or after[0].tag & (TITLE | ROLE):
        return False
    of = any(word.low in ("of", "for", "on") for word in piece)
    if words[at + 1].low == "the" and not of:
        return False  # "LandOff | and the Red Court", two bodies
    if of:
        land = next((n for n, word in enumerate(piece) if word.low in COUNTRY), len(piece))
        named = len(piece) > land + 2 and not any(word.tag for word in piece[land + 1 :])
        office = named and any(
            word.tag & TITLE for word in after
        )  # "Minister of Chile Ann Lee | and Trade Minister of"
        return not office and after[0].low not in GIVEN and after[0].low not in COUNTRY
    bodies = [bool(word.tag & BODY) or word.low in BODY_TAILS for word in after]
    if before.tag & BODY:
        return len(piece) == 1 and (bodies[:2] == [True, True] or (before.low in _FIELDS and any(bodies[1:])))
    return any(bodies[1:]) and len(piece) < 3 and before.low not in COUNTRY and before.low not in GIVEN


def _trimmed(piece: list[Word], *, named: bool) -> list[Word]:
    """Without words of the grammar before the name and small words behind it."""
    first, last = 0, len(piece)
    while first < last:
        word = piece[first]
        if word.low in JOINS and word.text[0].islower():
            first += 1
            continue
        following = piece[first + 1] if first + 1 < last else None
        if word.low in _BEFORE_TITLE and following and following.tag & (TITLE | ROLE):
            break
        given = word.low in GIVEN and first + 1 < last and word.low != "in"
        loose = word.tag & FUNCTION or (word.low.endswith("ly") and last - first > 1 and len(word.low) > 6)
        loose = loose or (bool(following) and (word.low in _LEADING or word.low.endswith(_DESCRIBES)))
        if not loose or given or word.tag & TITLE or named:
            break
        first += 1
    based = [
        n
        for n in range(first, last - 1)
        if piece[n].low.endswith(_DESCRIBES)
        or (plural_of(piece[n].low) & TITLE and piece[n].low not in TITLES and piece[n + 1].low in GIVEN)
    ]
    first = based[-1] + 1 if based else first  # "San Diego-based | Ann Lee", "Democratic Senators | Ann Lee"
    while last > first and (piece[last - 1].low in JOINS or piece[last - 1].text.islower()):
        last -= 1
    return piece[first:last]
