"""Words of a sentence with what each can be: the alphabet of the attribution grammar.

A quotation is one token, whatever it holds: the grammar reads what stands around it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from bot.patterns import behind_initial
from bot.speakers.grammar import cues, function_words, nouns
from bot.words import INITIALS, NEGATIONS, SHORT_TITLES

CAPITAL = 1 << 0
DETERMINER = 1 << 1
PREPOSITION = 1 << 2
CONJUNCTION = 1 << 3
SUBORDINATOR = 1 << 4
RELATIVE = 1 << 5
PRONOUN = 1 << 6
AUXILIARY = 1 << 7
ADVERB = 1 << 8
NEGATION = 1 << 9
NUMBER = 1 << 10
TIME = 1 << 11
TITLE = 1 << 12
ROLE = 1 << 13
BODY = 1 << 14
WORK = 1 << 15
VERB = 1 << 16
CUE = 1 << 17
QUOTE = 1 << 18
COMMA = 1 << 19
STOP = 1 << 20
OPEN = 1 << 21
CLOSE = 1 << 22
DASH = 1 << 23
COLON = 1 << 24
POSSESSIVE = 1 << 25
MODAL = 1 << 26
BE = 1 << 27
OBJECT = 1 << 28
WORD = 1 << 29

_CLASSES = (
    (function_words.DETERMINERS, DETERMINER),
    (function_words.POSSESSIVES, POSSESSIVE | DETERMINER),
    (function_words.PREPOSITIONS, PREPOSITION),
    (function_words.CONJUNCTIONS, CONJUNCTION),
    (function_words.SUBORDINATORS, SUBORDINATOR),
    (function_words.RELATIVES, RELATIVE),
    (function_words.PRONOUNS, PRONOUN),
    (function_words.OBJECT_PRONOUNS, OBJECT),
    (function_words.AUXILIARIES, AUXILIARY),
    (function_words.MODALS, MODAL),
    (function_words.BE, BE),
    (NEGATIONS | function_words.NEGATED, NEGATION),
    (function_words.ADVERBS, ADVERB),
    (function_words.TIMES, TIME),
    (function_words.VERBS, VERB),
    (nouns.TITLES, TITLE),
    (nouns.ROLES, ROLE),
    (nouns.BODIES, BODY),
    (nouns.WORKS, WORK),
    (frozenset(cues.CUES), CUE),
)


def _tags() -> dict[str, int]:
    table: dict[str, int] = {
        ",": COMMA, ";": STOP, ".": STOP, "!": STOP, "?": STOP, "…": STOP, ":": COLON, "(": OPEN, "[": OPEN, ")": CLOSE,
        "]": CLOSE, "–": DASH, "—": DASH, "―": DASH, "--": DASH, "-": DASH,
    }  # fmt: skip
    for words, tag in _CLASSES:
        new = words.difference(table)
        for word in words - new:
            table[word] |= tag
        table |= dict.fromkeys(new, WORD | tag)
    return table


TAGS = _tags()
_CONTRACTED = function_words.SUBJECT_PRONOUNS | {"that", "there"}
"""What has "is" or "has" behind its apostrophe."""
_DOTTED = behind_initial(
    [
        *map(str.title, SHORT_TITLES.keys() | INITIALS),
        *"Apr Aug Co Corp Dec Dr Feb Ft Inc Jan Jr Ltd Mr Mrs Ms Mt No Nov Oct Sept Sr St".split(),
    ]
)
_TOKEN = re.compile(
    rf"\S(?:(?<!\w)(?<!-)|(?<=-)-*|\w*(?=\s|,(?!\d\d\d))|\w*\+(?=\s)|(?=\w{{1,4}}\.)(?:{_DOTTED})\.|"
    r"(?<=[A-Za-z])\.(?:[A-Za-z]\.)+(?:-\w+)?|(?<=[A-Z])\.(?=\s)|\w*(?:(?:[.'’&/\-‑]|(?<=\d),(?=\d{3}))\w+)*(?:['’](?!\w)|\.(?=,))?)"
)


_NO_ADVERBS = frozenset(
    """
    anomaly brotherly bully butterfly chilly costly curly deadly elderly fatherly firefly friendly ghastly
    hilly holy jelly jolly leisurely lively lonely lovely melancholy miserly monopoly motherly neighborly neighbourly
    orderly rally reply saintly scholarly sickly silly sisterly smelly supply timely unfriendly unruly untimely woolly
    worldly
    """.split()
)
"""They end in -ly, and are nouns or go with nouns."""
_CURRENCIES = frozenset("$£€¥")
_ARTICLES = ("al-", "el-", "as-", "ul-", "d'", "d’")
"""Small letters with which a name may begin."""
_KEPT = 1 << 16
"""Tokens whose class is kept."""
_WORD_LENGTH = 6
"""Characters of an English word with the space behind it."""


Place = tuple[int, int]
"""From where to where something stands in the document."""


class Tokens:
    """The tokens of one sentence; lists of one length. Offsets are into the document."""

    start: list[int]
    end: list[int]
    counts: list[int]
    """How many words stand before each token, and in all of them last; a quotation counts its letters."""

    def __init__(self, text: str, first: int, last: int, quotes: Sequence[Place], names: Sequence[Place] = ()) -> None:
        """Those of `text[first:last]`; each of `quotes` (spans in order, inside the sentence) becomes one QUOTE.

        `names` are words that are names, whatever else they look like: "May", "Reading".
        """
        self.text = text
        self.quoted = bool(quotes)
        self.low: list[str] = []
        """Small letters, possessive ending and typographic apostrophes taken off; empty where a name looks like it."""
        self.tag: list[int] = []
        self._stretches: list[tuple[int, list[str]]] = []
        at = first
        for start, end in quotes:
            self._read(at, start)
            self.low.append('"')
            self.tag.append(QUOTE)
            self._stretches.append((start, [text[start:end]]))
            at = end
        self._read(at, last)
        for start, _ in names:
            self._name(start)

    def _name(self, start: int) -> None:
        """The token at `start` is a name: no word in small letters, and of no class but a noun's."""
        at = bisect_left(self.start, start)
        if at < len(self.tag) and self.start[at] == start and not self.tag[at] & QUOTE:
            self.low[at] = ""
            self.tag[at] = self.tag[at] & (ROLE | TITLE | BODY | WORK | POSSESSIVE) | CAPITAL | WORD

    def _read(self, start: int, end: int) -> None:
        words = _TOKEN.findall(self.text, start, end)
        if words:
            lows, tags = map(list, zip(*map(_INSIDE.__getitem__, words), strict=True))
            if not self.text[start].isspace():
                tags[0] = _OPENING[words[0]][1]
            for at in _abbreviated(words) if "(" in lows else ():
                whole = f"{words[at - 1]} ({words[at + 1]})"
                if self.text.find(whole, start, end) >= 0:
                    words[at - 1 : at + 3] = [whole]
                    del lows[at : at + 3], tags[at : at + 3]
            self.low += lows
            self.tag += tags
            self._stretches.append((start, words))

    def __getattr__(self, name: str) -> list[int]:
        """Where the tokens stand is found when it is first asked for; it is of few sentences."""
        if name not in ("start", "end", "counts"):
            raise AttributeError(name)
        self._locate()
        found: list[int] = getattr(self, name)
        return found

    def _locate(self) -> None:
        starts: list[int] = []
        ends: list[int] = []
        index = self.text.index
        for begin, words in self._stretches:
            end = begin
            for word in words:
                start = index(word, end)
                end = start + len(word)
                starts.append(start)
                ends.append(end)
        sizes = [
            1 if tag & WORD else max(1, (end - start) // _WORD_LENGTH) if tag & QUOTE else 0
            for tag, start, end in zip(self.tag, starts, ends, strict=True)
        ]
        self.start, self.end, self.counts = starts, ends, list(accumulate(sizes, initial=0))

    def words(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.start[first] : self.end[last]]


class _Classes(dict[str, tuple[str, int]]):
    """The class of each token, computed once; `inside` a sentence, or where one opens."""

    def __init__(self, *, inside: bool) -> None:
        super().__init__()
        self._inside = inside

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) > _KEPT:
            self.clear()
        found = self[word] = _class(word, inside=self._inside)
        return found


def _class(word: str, *, inside: bool) -> tuple[str, int]:
    """A token in small letters and what it can be; `inside` a stretch, a capital tells a name from an adverb."""
    low = word.lower().rstrip(".") if word[-1] == "." and len(word) > 1 else word.lower()
    tag = TAGS.get(low)
    capital = word[0].isupper() or (word.startswith(_ARTICLES) and not word.islower())
    if tag is None:
        low, tag = _analyse(low)
        if tag & ADVERB and inside and capital:
            tag &= ~ADVERB
    if word == "May" and inside:  # no auxiliary
        tag = TIME | WORD
    if low == "who" and word[:3] == "WHO":  # the World Health Organization
        low, tag = "w.h.o", BODY | WORD | (POSSESSIVE if len(word) > len(low) else 0)
    return low, tag | CAPITAL if capital else tag


_INSIDE, _OPENING = _Classes(inside=True), _Classes(inside=False)


def _abbreviated(words: list[str]) -> list[int]:
    """Where brackets open around a short form within a phrase, the last first: "the Clerk | (CL) | of Orla"."""
    return [
        at
        for at in range(len(words) - 4, 0, -1)
        if words[at] == "("
        and words[at + 2] == ")"
        and 1 < len(words[at + 1]) < 7
        and words[at + 1].isalpha()
        and words[at + 1].isupper()
        and words[at - 1][0].isalpha()
        and TAGS.get(words[at + 3], 0) & PREPOSITION
    ]


def plural_of(low: str) -> int:
    """The tags of the noun whose plural a word is: "officials", "agencies", "witnesses"; 0 if it is none."""
    if low.endswith("men"):
        return TAGS.get(low[:-2] + "an", 0)
    if not low.endswith("s"):
        return 0
    if low.endswith("ies"):
        return TAGS.get(low[:-3] + "y", 0)
    if low.endswith("yses"):
        return TAGS.get(low[:-2] + "is", 0)
    return TAGS.get(low[:-1], 0) or (TAGS.get(low[:-2], 0) if low.endswith(("sses", "shes", "ches", "xes")) else 0)


def _analyse(low: str) -> tuple[str, int]:
    """Word and tag of a form that is not in the lexicon as it stands."""
    if low.isalpha():
        adverb = low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS
        return low, WORD | plural_of(low) & (ROLE | BODY | WORK | TITLE) | (ADVERB if adverb else 0)
    if low in _CURRENCIES:
        return low, NUMBER
    if not low.strip("_")[:1].isalnum():
        return low, DASH if low[0] == "-" else 0
    low = low.replace("’", "'")
    if low[0].isdigit():
        return low, NUMBER | WORD
    tag = TAGS.get(low)
    if tag is not None:
        return low, tag
    if low.endswith(("'s", "s'")):
        bare = low[:-2] if low.endswith("'s") else low[:-1]
        if bare in _CONTRACTED:  # "she's" is no owner
            return bare, TAGS[bare]
        return bare, (TAGS.get(bare, WORD) & ~(CUE | VERB | AUXILIARY)) | POSSESSIVE
    if low.endswith("n't"):
        return low, AUXILIARY | NEGATION
    if "'" in low:
        head, _, tail = low.partition("'")
        if tail in ("re", "ve", "ll", "d", "m", "s"):
            return head, TAGS.get(head, WORD)
    kind = plural_of(low) & (ROLE | BODY | WORK | TITLE)
    if kind:
        return low, WORD | kind
    if low.endswith("-elect"):
        return low, WORD | (TAGS.get(low.removesuffix("-elect"), 0) & (ROLE | TITLE))
    if low.startswith("re-") and TAGS.get("re" + low[3:], 0) & CUE:  # "re-affirmed"
        return "re" + low[3:], TAGS["re" + low[3:]]
    if "-" in low:
        return low, WORD | (TAGS.get(low.rsplit("-", 1)[1], 0) & (ROLE | BODY | WORK))
    if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS:
        return low, WORD | ADVERB
    return low, WORD
