"""The form of a name: which words of a capitalised run are a title, which the name, and whether it is a body's.

Pure functions of the words; what a document says of the same people elsewhere is the registry's business.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.speakers import tokens as k
from bot.speakers.given_names import FEMALE, MALE, NICKNAMES
from bot.speakers.lexicon import FEMALE_TITLES, HONORIFICS, MALE_TITLES, TITLES
from bot.places import COUNTRY, PLACES
from bot.speakers.tokens import TAGS

GIVEN = MALE | FEMALE | NICKNAMES.keys()
_SHORT = "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Capt Maj Sgt St Hon Rev Jr Sr Cllr Adm Cmdr Supt Det Sec".split()
_BY_LENGTH = {size: [word for word in _SHORT if len(word) == size] for size in {len(word) for word in _SHORT}}
_SHORTENED = "|".join(
    rf"(?<=\b(?:{'|'.join([*words, *map(str.upper, words)])}))" for _, words in sorted(_BY_LENGTH.items())
)
_CAP = rf"[^\W\d_a-zß-öø-ÿ](?:(?<=[A-Z])\.(?:[A-Z]\.)*|[\w'’¬]*(?:-(?!-)[\w'’¬]*)*(?:(?:{_SHORTENED})\.)?)"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|af|ter|zu|y|of|for|on|and|the|&)"
RUN = re.compile(
    rf"{_CAP}(?:,?[\s_\\]{{1,3}}(?:(?=[a-z&]){_PARTICLE}\s+){{0,3}}(?:{_CAP}|(?:al|el|as|ul|abd)-[A-Z]\w+)){{0,24}}"
)
"""A run of capitalised words with the small words that names hold."""

_WORD = re.compile(r"[^\s_\\]+")
_LETTERS = re.compile(r"(?!U\.)(?:[A-Z]\.)+")
"""Letters alone name nobody: "D.D."."""
FUNCTION = (
    k.DETERMINER | k.PREPOSITION | k.CONJUNCTION | k.SUBORDINATOR | k.RELATIVE | k.PRONOUN | k.AUXILIARY | k.NEGATION
)
FUNCTION |= k.ADVERB | k.TIME | k.OBJECT
"""Tags of words that names do not hold."""
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_AFTER_NAME = frozenset("esq mp mla mep msp ms phd md am mbe obe cbe kbe qc kc jd rn cpa faia".split())
_JOINS = frozenset(["of", "for", "on", "and", "the", "&"])
_FAMILY_NAMES = frozenset(["he", "so", "you", "an", "no", "may", "will", "her", "do", "see"])
"""Words of the grammar that are family names behind a title: "Vice Premier He Lifeng"."""
_FEASTS = frozenset(["christmas", "easter", "thanksgiving"])
_EXCLAMATIONS = (
    frozenset(
        """
    ah alas amen aye bah bravo bye dear eh god goodbye gracious hallo hello heaven heavens hello hey hi ho hullo hush
    lord me mine nay nonsense nothing oh ok okay please pretty sorry thank thanks welcome well what why yeah yes yourself
    """.split()
    )
    - HONORIFICS
)
"""Words that open an exclamation."""
_LEADING = frozenset("dear enter exeunt exit little old poor re-enter young".split())
"""Words before a name that are no part of it: stage directions, adjectives of feeling."""
_TITLE_NAMES = frozenset("king bishop prince major pope marshal earl judge chancellor duke count".split())
"""Titles that are as often family names."""
_OFFICES = frozenset(
    """
    affairs agriculture commerce communities culture defence defense development economy education employment energy
    environment equality finance foreign health home homeland housing industry information innovation interior
    investment justice labor labour media planning police security services social sport sports state technology
    tourism trade transport treasury urban veterans war welfare women works youth
    """.split()
)
"""What ministers and secretaries are ministers and secretaries of."""
_OWNERS = frozenset("people children women men king queen world master".split())
_BEFORE_TITLE = frozenset("first second deputy vice acting interim then".split())
_BODY_TAILS = frozenset(
    [
        "bank",
        "house",
        "times",
        "post",
        "union",
        "party",
        "news",
        "project",
        "initiative",
        "university",
        "inc",
        "ltd",
        "corp",
    ]
)


class Form(NamedTuple):
    """A title, a name and where both stand in their run. Either may be empty."""

    start: int
    end: int
    title: str
    words: tuple[str, ...]
    body: bool
    honorific: str = ""
    """ "Mrs.", "Lord"; not part of the title."""
    gender: str = ""
    """ "m" or "f" where the title or the given name tells."""


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    tag: int
    cut: bool
    """A comma, a stop or a possessive ending stands behind it."""


def bare(word: str) -> str:
    """A word without possessive ending and stops; initials, "Jr." and abbreviations such as "U.S." keep theirs."""
    word = word.strip(",;:*")
    if word.endswith(("'s", "’s", "'", "’")) and not _common(word):
        word = re.sub(r"['’]s?$", "", word)
    return word if _keeps_dot(word) else word.strip(".,*" if _common(word) else ".,'’*")


def _common(word: str) -> bool:
    """Whether a possessive is a common noun's, which binds: "Teachers' Union", "People's Republic"."""
    low = word.casefold().replace("’", "'")
    owner = low.removesuffix("'s").removesuffix("'")
    return owner != low and (owner in _OWNERS or (owner.endswith("s") and bool(TAGS.get(owner[:-1], 0) & k.ROLE)))


def _keeps_dot(word: str) -> bool:
    return word.endswith(".") and (len(word) == 2 or "." in word[:-1] or word in ("Jr.", "Sr.", "St."))


@lru_cache(maxsize=65536)
def fold(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name as they are compared: small letters, no dots, straight apostrophes."""
    return tuple(word.casefold().replace(".", "").replace(",", "").replace("’", "'") for word in words)


@lru_cache(maxsize=65536)
def forms(run: str) -> tuple[Form, ...]:
    """The titles and names in a run of capitalised words, in order: "Wang Yi and President Putin" holds two."""
    found: list[Form] = []
    for piece in _pieces(_words(run)):
        trimmed = _trimmed(piece)
        if trimmed and trimmed[0].low not in _FEASTS:
            form = _form(trimmed)
            if form.title or (form.words and not _LETTERS.fullmatch("".join(form.words))):
                found.append(form)
    return tuple(found)


def parse_name(run: str) -> tuple[str, tuple[str, ...], bool]:
    """Title, name and whether it is a body, of a run of capitalised words: "Foreign Minister Wang Yi"."""
    words = [word for word in _words(run) if word.low not in ("", "&")]
    if not words:
        return "", (), False
    form = _form(words)
    return form.title, form.words, form.body


def _words(run: str) -> list[_Word]:
    words = []
    shouted = run.isupper() and len(run) > 6
    for match in _WORD.finditer(run):
        raw = match.group()
        text = bare(raw)
        if text:
            low = text.casefold().replace("’", "'")
            plain = low.replace(".", "") if low[-1:] == "." else low
            tag = TAGS.get(plain.partition("'")[0], 0) or TAGS.get(plain.removesuffix("s"), 0) & k.BODY
            if plain.partition("'")[0] in _EXCLAMATIONS:
                tag |= k.ADVERB
            if len(text) > 1 and text.isupper() and not shouted and not tag & k.TITLE:
                tag = 0
            start = match.start() + raw.find(text)
            words.append(_Word(start, start + len(text), text, plain, tag, len(raw) > len(text)))
    return words


def _pieces(words: list[_Word]) -> list[list[_Word]]:
    """Cut at commas, possessives, words of the grammar, and where "and", "of", "for" join two names."""
    pieces: list[list[_Word]] = [[]]
    for n, word in enumerate(words):
        if word.low in _JOINS and not word.text[0].isupper():
            if not _binds(words, n, pieces[-1]):
                pieces.append([])
            elif pieces[-1]:
                pieces[-1].append(word)
            continue
        if pieces[-1] and _apart(pieces[-1], word, words[n + 1 : n + 2]):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _apart(piece: list[_Word], word: _Word, following: list[_Word]) -> bool:
    """Whether a new name begins with `word`."""
    before = piece[-1]
    if word.low in SUFFIXES:
        return False
    if before.low in _BEFORE_TITLE and word.tag & (k.TITLE | k.ROLE):
        return False
    if before.cut and before.low not in TITLES and before.low not in SUFFIXES and not _keeps_dot(before.text):
        return True
    if _acronym(before.text) and before.low not in TITLES and not word.text.isupper() and before.low not in GIVEN:
        alone = len(piece) == 1 and following and not (following[0].tag | word.tag) & (k.TITLE | k.ROLE | k.BODY)
        return bool(following) and (word.low in GIVEN or bool(alone))
    if not word.tag & FUNCTION or word.tag & k.TITLE:
        return (
            bool(before.tag & FUNCTION)
            and not before.tag & k.TITLE
            and before.low not in _JOINS
            and not (len(piece) > 1 or before.low in GIVEN or (before.low in _FAMILY_NAMES and len(piece) > 1))
        )
    return not (before.low in TITLES and word.low in _FAMILY_NAMES) and not (
        word.low in GIVEN or before.low in GIVEN or (before.low in _JOINS and word.tag & k.ADVERB)
    )


def _binds(words: list[_Word], at: int, piece: list[_Word]) -> bool:
    """Whether "of", "for", "on", "and" or "the" goes on with the name before it."""
    if not piece:
        return False
    low, before = words[at].low, piece[-1]
    if low == "the":
        return before.low in _JOINS
    if (before.cut and not _keeps_dot(before.text)) or before.low == "members":
        return False
    if low in ("of", "for", "on"):
        return bool(before.tag & (k.TITLE | k.ROLE | k.BODY)) or before.low in ("office", "department", "school")
    after = [word for word in words[at + 1 : at + 5] if word.low not in _JOINS]
    if not after or after[0].tag & (k.TITLE | k.ROLE):
        return False
    if any(word.low in ("of", "for", "on") for word in piece):
        return after[0].low not in GIVEN and after[0].low not in COUNTRY
    bodies = [bool(word.tag & k.BODY) or word.low in _BODY_TAILS for word in after]
    if before.tag & k.BODY:
        return len(piece) == 1 and bodies[:2] == [True, True]
    return any(bodies[1:]) and len(piece) < 3 and before.low not in COUNTRY and before.low not in GIVEN


def _trimmed(piece: list[_Word]) -> list[_Word]:
    """Without words of the grammar before the name and small words behind it."""
    first, last = 0, len(piece)
    while first < last:
        word = piece[first]
        if word.low in _JOINS and word.low not in GIVEN:
            first += 1
            continue
        following = piece[first + 1] if first + 1 < last else None
        if word.low in _BEFORE_TITLE and following and following.tag & (k.TITLE | k.ROLE):
            break
        named = word.low in TITLES or (word.low in GIVEN and first + 1 < last and word.low != "in")
        loose = word.tag & FUNCTION or (word.low.endswith("ly") and last - first > 1 and len(word.low) > 6)
        loose = loose or (bool(following) and word.low in _LEADING)
        if not loose or named:
            break
        first += 1
    while last > first and (piece[last - 1].low in _JOINS or piece[last - 1].text[0].islower()):
        last -= 1
    return piece[first:last]


def _form(words: list[_Word]) -> Form:
    start, end = words[0].start, words[-1].end
    while len(words) > 1 and words[-1].low in _AFTER_NAME and words[-1].text.isupper():
        words = words[:-1]
    title, name, body = _split(words)
    if not body:
        name = [word for word in name if not _honorific(word) or len(name) == 1]
    texts = [word.text for word in name]
    for n in range(1, len(name)):
        if name[n].low in SUFFIXES and name[n - 1].cut:
            texts[n - 1] += ","
    gender = "" if body or not texts else _gender([word for word in words if word not in name], tuple(texts))
    honorific = next((word.text for word in words if _honorific(word) and word not in name), "")
    return Form(start, end, " ".join(word.text for word in title), tuple(texts), body, honorific, gender)


def _honorific(word: _Word) -> bool:
    return word.low in HONORIFICS and word.low not in SUFFIXES and not (word.low == "he" and word.text == "He")


def _gender(title: list[_Word], name: tuple[str, ...]) -> str:
    for word in title:
        if word.low in MALE_TITLES:
            return "m"
        if word.low in FEMALE_TITLES:
            return "f"
    return given_gender(name) if len(name) > 1 else ""


def _split(words: list[_Word]) -> tuple[list[_Word], list[_Word], bool]:
    """Title words, name words, and whether the name is a body's."""
    if len(words) > 1 and words[-1].low in SUFFIXES:
        title, name, body = _split(words[:-1])
        return title, [*name, words[-1]], body
    titles = [n for n, word in enumerate(words) if _is_title(words, n)]
    last = titles[-1] if titles else -1
    if last >= 0 and last + 1 < len(words) and words[last + 1].low in _JOINS:
        rest = _behind_office(words, last)
        return words[:rest], words[rest:], False
    bodies = [
        n
        for n, word in enumerate(words)
        if n not in titles and ((word.tag & k.BODY and not word.tag & k.TITLE) or word.low in _BODY_TAILS)
    ]
    given = _given_behind(words, bodies, last)
    if given:
        return words[:given], words[given:], False
    if bodies and bodies[-1] > last and not (len(words) == 2 and words[0].low in GIVEN):
        return [], words, True
    if last == len(words) - 1:
        return _title_alone(words, titles)
    name = words[last + 1 :]
    body = not titles and (
        (len(name) == 1 and (name[0].low in PLACES or _acronym(name[0].text))) or name[-1].low in PLACES
    )
    return _without_honorific(words[: last + 1]), name, body


def _given_behind(words: list[_Word], bodies: list[int], last: int) -> int:
    """Where a name begins behind a body or country that it belongs to ("House Republican | Thomas Massie"), else 0."""
    if last >= 0 or not (bodies or words[0].low in COUNTRY):
        return 0
    at = next((n for n in range(1, len(words) - 1) if words[n].low in GIVEN), 0)
    return at if at and (not bodies or bodies[-1] < at) and len(words) - at < 4 else 0


def _is_title(words: list[_Word], n: int) -> bool:
    word = words[n]
    if word.text == "He":
        return False
    if (
        word.low in TITLES
        or word.low in ("honourable", "honorable")
        or word.low.rpartition("-")[2] in TITLES
        or (word.low == "executive" and n > 0 and words[n - 1].low == "chief")
    ):
        return not (n and words[n - 1].low in GIVEN and n + 1 == len(words) and len(words) == 2)
    if word.low == "member":
        return n + 1 < len(words) and words[n + 1].low == "of"
    follows = n + 1 < len(words) and words[n + 1].low in GIVEN
    return bool(word.tag & k.ROLE) and n > 0 and follows and words[n - 1].low not in GIVEN


def _title_alone(words: list[_Word], titles: list[int]) -> tuple[list[_Word], list[_Word], bool]:
    """A run that ends in a title: a family name ("Stephen King"), a title behind a name, or no name."""
    if len(words) > 1 and len(titles) == 1 and (words[-1].low in _TITLE_NAMES or len(words) == 2):
        if words[-2].low in GIVEN or words[0].low in GIVEN:
            return [], words, False
    elif words[0].low in GIVEN and titles[0] > 1:
        return words[titles[0] :], words[: titles[0]], False
    return words, [], False


def _without_honorific(title: list[_Word]) -> list[_Word]:
    last = len(title)
    while last and _honorific(title[last - 1]) and not (last > 1 and title[last - 2].low == "first"):
        last -= 1
    return title[:last]


def _behind_office(words: list[_Word], last: int) -> int:
    """Where the name begins behind "President of the French Republic" or "Minister of Foreign Affairs"."""
    n = office = last + 1
    sure = False
    while n < len(words):
        word = words[n]
        if word.low in _JOINS:
            office, sure = n + 2, False
            n += 2
            if n <= len(words) and _known_office(words[n - 1]):
                sure = True
        elif _known_office(word):
            n += 1
            office, sure = n, True
        elif word.low in GIVEN:
            return n
        else:
            n += 1
    rest = min(office, len(words))
    if len(words) - rest > 3:
        rest = len(words) - 2
    return rest if sure or len(words) - rest > 1 else len(words)


def _known_office(word: _Word) -> bool:
    return bool(word.tag & k.BODY) or word.low in _OFFICES or word.low in COUNTRY


def _acronym(text: str) -> bool:
    return text.isupper() and 2 <= len(text) <= 6 and "." not in text


def title_gender(title: str) -> str:
    """Where a title tells: "m" or "f", else empty."""
    for word in title.casefold().replace(".", "").split():
        if word in MALE_TITLES:
            return "m"
        if word in FEMALE_TITLES:
            return "f"
    return ""


def given_gender(words: tuple[str, ...]) -> str:
    """Where a given name tells: "m" or "f", else empty."""
    first = words[0].casefold().split("-")[0].strip(".") if words else ""
    first = NICKNAMES.get(first, first)
    return "m" if first in MALE else "f" if first in FEMALE else ""
