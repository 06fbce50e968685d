"""The form of a name: which words of a capitalised run are a title, which the name, and whether it is a body's.

Pure functions of the words; what a document says of the same people elsewhere is the registry's business.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.speakers.grammar.edges import CHARGES
from bot.speakers.grammar.nouns import FEMALE_TITLES, HONORIFICS, LANDS, MALE_TITLES, OFFICES, TITLES
from bot.speakers.grammar.tokens import BODY, ROLE, TITLE, WORD, plural_of
from bot.speakers.people.run_words import ABBREVIATED, JOINS, Word, acronym, keeps_dot, read_word, split_run
from bot.speakers.people.runs import BODY_TAILS, CLASSED, IN_CAPITALS, SUFFIXES, TITLE_NAMES, pieces
from bot.words import COUNTRY, FAMILY_FIRST, GIVEN, PLACES, SHORT_TITLES, given_gender

_LETTERS = re.compile(r"(?!U\.)(?:[A-Z]\.)+")
"""Letters alone name nobody: "D.D."."""
_AFTER_NAME = frozenset("esq mp mla mep mhr mlc msp ms phd md am mbe obe cbe kbe qc kc jd rn cpa faia".split())
_BINDING = (".", "'s", "’s")  # what stays between words of a name: an unknown "Sp. Lee", "Lee's Tavern"
_PLACE_TAILS = frozenset(
    """
    airport avenue bay beach bridge castle forest garden hall harbor harbour hill hotel inn island islands lake lane
    mountain mountains ocean palace park plaza river road sea square station strait street tower town valley village
    """.split()
)
_PLACE_HEADS = frozenset("cape castle fort greater gulf lake las los metro mount river san santa".split())
_HONOURABLE = frozenset(["honourable", "honorable"])
_MORE_TITLES = _HONOURABLE | IN_CAPITALS | CHARGES | {"sri"}
_OF_WHAT = frozenset(["foreign", "natural", "rural", "social", "urban"])
"""What an office is of together with the word behind: "Minister of | Social Protection"."""
_NAMED = 4
"""Words of a title's last, a body and a name of two."""
_FIELD_ENDS = ("ation", "ction", "ement", "ment", "sion", "ship", "ties", "ture")
"""How nouns end for what somebody is in charge of."""
_NO_TITLES = frozenset(
    "chiefs generals heads kings ladies lords masters majors officers princes queens singers".split()
)
"""Plurals that names begin with."""
_NO_NAMES = _PLACE_TAILS | _PLACE_HEADS | BODY_TAILS
_CLASSED = _NO_NAMES | CLASSED | HONORIFICS | _MORE_TITLES | PLACES | COUNTRY.keys()


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


@lru_cache(maxsize=65536)
def fold(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name as they are compared: small letters, no dots, straight apostrophes."""
    return tuple(word.casefold().replace(".", "").replace(",", "").replace("’", "'") for word in words)


@lru_cache(maxsize=65536)
def forms(run: str, *, named: bool = False, definite: bool = False) -> tuple[Form, ...]:
    """The titles and names in a run of capitalised words, in order; `named` and `definite` as in `pieces`."""
    words = tuple(run.split(" "))
    if all(map(_plain, words)):
        return (Form(0, len(run), "", words, body=False, gender=given_gender(words) if len(words) > 1 else ""),)
    found: list[Form] = []
    for piece in pieces(run, named=named, definite=definite):
        form = _form(piece)
        if form.title or (form.words and not _LETTERS.fullmatch("".join(form.words))):
            found.append(form)
    return tuple(found)


@lru_cache(maxsize=65536)
def _plain(word: str) -> bool:
    """Whether a word is of no class, as most of names are: a run of such words is a name as it stands."""
    _, _, low, tag, _ = read_word(word)
    return word.isalpha() and word.istitle() and not (tag or low in _CLASSED or low.endswith("ly") or plural_of(low))


def parse_name(run: str) -> tuple[str, tuple[str, ...], bool]:
    """Title, name and whether it is a body, of a run of capitalised words: "Foreign Minister Wang Yi"."""
    words = [word for word in split_run(run) if word.low not in ("", "&")]
    if not words:
        return "", (), False
    form = _form(words)
    return form.title, form.words, form.body


def _form(words: list[Word]) -> Form:
    if len(words) > 1 and _several(words[0].low) and (words[1].low in GIVEN or _plain_name(words[1:])):
        words = words[1:]
    start, end = words[0].start, words[-1].end
    while len(words) > 1 and words[-1].low in _AFTER_NAME and words[-1].text.isupper():
        words = words[:-1]
    title, name, body = _split(words)
    rank = next((n for n, word in enumerate(name[:-2], 1) if title and not body and word.low in SUFFIXES), 0)
    title, name = [*title, *name[:rank]], name[rank:]  # "Officer Grade II | Ann Moss"
    styles = [word for word in words if _honorific(word)]
    if styles and name[1:] and not body:
        name = [word for word in name if word not in styles]
    texts = [_spelt(word) for word in name]
    for n in range(1, len(name)):
        if name[n].low in SUFFIXES and name[n - 1].cut:
            texts[n - 1] += ","
        elif name[n - 1].cut in _BINDING and texts[n - 1] == name[n - 1].text:
            texts[n - 1] += name[n - 1].cut
    gender = "" if body or not texts else _gender([word for word in words if word not in name], tuple(texts))
    honorific = next((_spelt(word) for word in styles if word not in name), "")
    return Form(start, end, " ".join(map(_spelt, title)), tuple(texts), body, honorific, gender)


def _several(low: str) -> bool:
    """Whether a word is a title of several: "Senators | Ted Cruz and Marco Rubio"."""
    several = plural_of(low) & TITLE or low == "defendants"
    return bool(several) and low not in TITLES and low not in _NO_TITLES


def _spelt(word: Word) -> str:
    """A word of a title as it stands: with the dot of an abbreviation."""
    return f"{word.text}." if word.cut and word.text.casefold() in ABBREVIATED else word.text


def _honorific(word: Word) -> bool:
    return word.low in HONORIFICS and word.low not in SUFFIXES and word.text != "He"


def _gender(title: list[Word], name: tuple[str, ...]) -> str:
    told = title_gender(" ".join(word.low for word in title)) if title else ""
    return told or (given_gender(name) if len(name) > 1 else "")


def _split(words: list[Word]) -> tuple[list[Word], list[Word], bool]:
    """Title words, name words, and whether the name is a body's."""
    native = len(words) == 2 and words[0].low in COUNTRY and words[0].low not in PLACES
    if native and acronym(words[1].text) and not words[0].text.isupper():
        words = words[1:]  # "a Sudanese | MSF | worker"
    if len(words) > 1 and words[-1].low in SUFFIXES:
        title, name, body = _split(words[:-1])
        return title, [*name, words[-1]], body
    titles = [n for n, word in enumerate(words) if _is_title(words, n)]
    if len(titles) > 1 and titles[-1] == len(words) - 1 and _family_name(words):
        titles.pop()
    linked = words[1 : titles[0]] if titles and words[0].tag & BODY else []
    if linked and all(word.low in ("of", "the") for word in linked):
        return [], words, True  # "Office of the Chief Pilot"
    last = titles[-1] if titles else -1
    behind = words[last + 1 : last + 2] if last >= 0 else []
    if behind and behind[0].low in JOINS and behind[0].text not in ("In", "On"):
        rest = _behind_office(words, last)
        return words[:rest], words[rest:], False
    bodies = [
        n
        for n, word in enumerate(words)
        if n not in titles and ((word.tag & BODY and not word.tag & TITLE) or word.low in BODY_TAILS)
    ]
    if bodies and bodies[-1] == len(words) - 1 > last + 1 > 1 and words[-2].low in GIVEN:
        bodies.pop()  # "Lake Systems Inc Chief Executive John | Chambers"
    given = _given_behind(words, bodies, last)
    if given:
        return words[:given], words[given:], False
    if not titles and any(word.low == "of" or (word.low == "for" and words[0].low.endswith("s")) for word in words):
        return [], words, True  # "Guild of Bakers", "Citizens for Clean Water"
    if titles and bodies == [last + 1] and len(words) - last == _NAMED and _plain_name(words[last + 2 :]):
        return words[: last + 2], words[last + 2 :], False  # "Chairman Senate | Ann Moss"
    if bodies and bodies[-1] > last and not (len(words) == 2 and words[0].low in GIVEN):
        return [], words, True
    goes_on = 0 <= last < len(words) - 2 and words[-1].tag & ROLE  # "Principal | Teaching Fellow"
    if last == len(words) - 1 or (goes_on and words[last + 1].low.endswith("ing")):
        return _title_alone(words, titles)
    name = words[last + 1 :]
    body = not titles and (
        (len(name) == 1 and (name[0].low in PLACES or acronym(name[0].text)))
        or (name[-1].low in PLACES and name[0].low not in GIVEN)
        or (acronym(name[-1].text) and not acronym(name[0].text) and name[0].low not in GIVEN)
    )
    return _without_honorific(words[: last + 1]), name, body or (not titles and _somewhere(name))


def _family_name(words: list[Word]) -> bool:
    """Whether a title at the end is a family name: "Clerk Peter | King", "Mr | King"."""
    before = words[-2].low
    return words[-1].low in TITLE_NAMES and (
        before in GIVEN or before in ("dr", "mr", "mrs", "ms") or before in IN_CAPITALS
    )


def _somewhere(name: list[Word]) -> bool:
    """Whether a name is a place's: "Castle Rock", "Half-Moon Street", not Lois Lane."""
    if len(name) < 2 or name[0].low in GIVEN:
        return False
    return name[-1].low in _PLACE_TAILS or name[0].low in _PLACE_HEADS


def _given_behind(words: list[Word], bodies: list[int], last: int) -> int:
    """Where a name begins behind a body or country that it belongs to ("House Republican | Thomas Massie"), else 0."""
    if last >= 0 or not (bodies or words[0].low in COUNTRY):
        return 0
    at = next((n for n in range(1, len(words) - 1) if words[n].low in GIVEN), 0)
    return at if at and (not bodies or bodies[-1] < at) and len(words) - at < 4 else 0


def _is_title(words: list[Word], n: int) -> bool:
    word = words[n]
    if word.text == "He" or not (word.tag & (TITLE | ROLE) or "-" in word.low or word.low in _MORE_TITLES):
        return False
    if n and _plain_name(words[n - 1 : n]):
        inside = len(word.text) == len(words) - n == 2 and word.text.isupper()  # "Hamat | MK | Moss"
        if inside or (n + 1 == len(words) and word.low in SHORT_TITLES and word.cut[:1] != "."):  # "Hun | Sen"
            return False
    if (
        word.low in TITLES
        or word.low in _HONOURABLE
        or word.low.rpartition("-")[2] in TITLES
        or word.low.removesuffix("-elect") in TITLES
        or (word.low == "executive" and n > 0 and words[n - 1].low == "chief")
    ):
        return not (n and words[n - 1].low in GIVEN and len(words) == 2)
    if word.low == "sri":
        return n > 0 and words[n - 1].low in ("datin", "dato", "datuk", "tan")
    if word.low in CHARGES:
        return n > 1 and words[n - 1].low == "in"
    if word.low in IN_CAPITALS:
        return word.text.isupper() and n + 1 < len(words)
    follows = n + 1 < len(words) and words[n + 1].low in GIVEN
    if not word.tag & ROLE or word.low in GIVEN:
        return False
    if n == 0:
        if len(words) > 2 and words[1].low == "of":
            return True  # "Clerk | of the Council"
        return len(words) > 2 and (follows or (len(words) == 3 and _plain_name(words[1:])))
    led = acronym(words[n - 1].text) and len(words) - n == 3 and _plain_name(words[n + 1 :])  # "FEMA | Administrator |"
    return led or follows


def _plain_name(words: list[Word]) -> bool:
    """Whether words are of no class, as those of a personal name are: "Passenger | Briony Lund"."""
    return not any(word.tag & ~WORD or word.low in PLACES for word in words)


def _title_alone(words: list[Word], titles: list[int]) -> tuple[list[Word], list[Word], bool]:
    """A run that ends in a title: a family name ("Stephen King"), a title behind a name, or no name."""
    if len(words) > 1 and len(titles) == 1 and (words[-1].low in TITLE_NAMES or len(words) == 2):
        if words[-2].low in GIVEN or words[0].low in GIVEN:
            return [], words, False
    elif words[0].low in GIVEN and titles[0] > 1:
        return words[titles[0] :], words[: titles[0]], False
    return words, [], False


def _without_honorific(title: list[Word]) -> list[Word]:
    last = len(title)
    while last and _honorific(title[last - 1]) and not (last > 1 and title[last - 2].low == "first"):
        last -= 1
    return title[:last]


def _behind_office(words: list[Word], last: int) -> int:
    """Where the name begins behind "President of the French Republic" or "Minister of Foreign Affairs"."""
    if words[-1].low in LANDS:
        return len(words)
    n = office = last + 1
    sure = False
    while n < len(words):
        word = words[n]
        if word.low in JOINS or word.low in _OF_WHAT:
            joined = word.low in JOINS and n + 2 < len(words) and words[n + 1].low in _OF_WHAT
            n += 3 if joined else 2
            office, sure = n, n <= len(words) and _known_office(words[n - 1])
        elif _known_office(word):
            n += 1
            office, sure = n, True
        elif word.low in GIVEN or word.low in FAMILY_FIRST or keeps_dot(word.text):
            return n
        else:
            n += 1
    rest = min(office, len(words))
    of = rest < len(words) and words[rest - 1].low in JOINS  # "Director of the | Strategic Marketing"
    return rest if sure or (len(words) - rest > 1 and not of) else len(words)


def _known_office(word: Word) -> bool:
    """Whether an office can be of something: a body, a land, a field by its word or how it ends, "Empowerment"."""
    field = word.low in OFFICES or (word.low.endswith(_FIELD_ENDS) and word.low not in GIVEN)
    return field or bool(word.tag & BODY) or word.low in COUNTRY or word.low in LANDS


def title_gender(title: str) -> str:
    """Where a title tells: "m" or "f", else empty."""
    for word in title.casefold().replace(".", "").split():
        if word in MALE_TITLES:
            return "m"
        if word in FEMALE_TITLES:
            return "f"
    return ""
