"""Which signature is a document's way to write turn labels: the one that saves most in describing it.

The score is in bits, after the principle of minimum description length (Rissanen 1978): what the names and marks of all
candidates cost as plain text, less what a grammar costs that spells each name once and then only says which one it is.
Soft evidence multiplies it: that names come back and take turns, that language follows, that they look like somebody.
"""

import math
import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.layout.lines import Line
from bot.layout.looks import NOBODY, ROLES, TALK, TITLES, fold, likeness, style
from bot.layout.proposals import BELOW, Candidate, Signature
from bot.patterns import lazily
from bot.words import GIVEN

_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_EVENT = re.compile(r"T\]? (?:\*|\*{3}|[=!<>-]{2,3})$")
"""How the events of a log are marked: "[10:02] * Quits: ann", "10:02 --> bob"."""
_PEOPLE = GIVEN | TITLES | ROLES
_FIELD = lazily(r"\w[|=]\w")
_STATEMENT = frozenset(";{}")
"""How the lines of a program end."""
_DASHES = frozenset("-–—")
_WEAK = frozenset(["", ".", "-", "–", "—", "[]"])
_EMPHASIS = str.maketrans("", "", "*_>()[] -–—")
_LETTER, _LONG, _NAME, _MARK, _MARKS, _GRAMMAR = 4, 14, 6, 3, 6, 18
"""Bits of a letter, most letters of a name, bits of a new name, of a mark, of all marks, of a grammar."""


class Grammar(NamedTuple):
    """A signature with the candidates that may be labels."""

    signature: Signature
    candidates: tuple[Candidate, ...]
    names: Counter[str]
    score: float
    """Bits saved, times the evidence; 0 when it is not believed."""


def grammars(text: str, found: list[Line], proposed: list[Candidate]) -> list[Grammar]:
    """The signatures with what speaks for them, best first; those that differ in emphasis only also compete as one."""
    small = set(text.split()) - _PEOPLE
    groups: dict[Signature, list[Candidate]] = defaultdict(list)
    loose: dict[Signature, list[Candidate]] = defaultdict(list)
    strict: dict[Signature, set[Signature]] = defaultdict(set)
    for candidate in proposed:
        kind = style(text[slice(*candidate.name)])
        signature, wider = _typed(candidate.signature, kind), loosened(candidate.signature, kind)
        groups[signature].append(candidate)
        loose[wider].append(candidate)
        strict[wider].add(signature)
    groups |= {wider: group for wider, group in loose.items() if len(strict[wider]) > 1}
    scored = (_grammar(text, found, small, *group) for group in groups.items() if len(group[1]) > 1)
    return sorted(scored, key=lambda grammar: -grammar.score)


def _typed(signature: Signature, kind: str) -> Signature:
    """Marks that are weak are told apart by the typography of the name."""
    if signature.close not in _WEAK:
        return signature
    return signature._replace(style=kind if kind in ("title", "capitals") else "other")


@lru_cache(maxsize=1024)
def loosened(signature: Signature, kind: str) -> Signature:
    """A signature without emphasis, dashes and brackets; questions and answers are as a name before a colon."""
    if signature.close in _WEAK and not signature.alone:
        return signature._replace(style="other", loose=True)
    close = ":" if signature.close == "Q" else signature.close.translate(_EMPHASIS)
    return _typed(signature._replace(open=signature.open.translate(_EMPHASIS), close=close, loose=True), kind)


class _Traits(NamedTuple):
    """What is counted of the candidates of one signature; shares are of those whose names could be somebody's."""

    number: int
    saved: float
    """Bits that naming from a list saves against spelling out every name."""
    marks: int
    """Characters of the marks."""
    likely: float
    """Mean of the names' own bits, 2 at most each."""
    speaking: float
    """Share with language behind."""
    alternating: float
    """Share that are another's than the one before."""
    titled: float
    timed: bool
    worded: float
    """Share of single words that the text has in small letters, too: "Done", "Blocked"."""
    handles: bool
    """The names stand behind "@"."""


def _score(signature: Signature, traits: _Traits) -> float:
    each = (
        min(_MARKS, _MARK * traits.marks)
        + traits.likely
        + 6 * (traits.speaking - 0.75)
        - 40 * max(0, 0.5 - traits.speaking)
        + 2 * (traits.alternating - 0.5)
        + 5 * traits.timed
        - 16 * traits.worded
        + 8 * traits.handles
        - 60 * bool(_EVENT.search(signature.open))
    )
    return traits.saved + traits.number * each + _prior(signature, traits.titled)


def _prior(signature: Signature, titled: float) -> float:
    """Bits for ways of writing that are known: "Mr. PRICE. ", "ANN: ", "Q. ", "<ann> "."""
    return (
        (20 if signature.alone else 40) * (titled > 0.9)
        + 14 * (":" in signature.close)
        + 20 * (signature.close == "Q")
        + 25 * signature.open.startswith("<")
    )


def _grammar(
    text: str, found: list[Line], small: set[str], signature: Signature, candidates: list[Candidate]
) -> Grammar:
    likely = [(candidate, likeness(text[slice(*candidate.name)], signature)) for candidate in candidates]
    good = [(one, bits) for one, bits in likely if bits > NOBODY and not _signs(text, found, one)]
    written = [text[slice(*candidate.name)] for candidate, _ in good]
    folded = [fold(name) for name in written]
    keys = spelt_out(folded)
    names, number = Counter(keys), len(good)
    score = -math.inf
    if len(names) > 1 and (
        len(names) < number or sum(bits for _, bits in good) > 0
    ):  # who comes once looks like somebody
        traits = _Traits(
            number,
            _saved(keys, names),
            len((signature.open + signature.close).replace(" ", "")),
            sum(min(2, bits) for _, bits in good) / number,
            sum(_speaks(text, found, candidate) for candidate, _ in good) / number,
            sum(a != b for a, b in pairwise(keys)) / (number - 1),
            sum(style(name) == "title" for name in written) / number,
            "T" in signature.open + signature.close,
            sum(style(name) == "word" and name.casefold() in small for name in written) / number,
            "@" in signature.open and "<" not in signature.open and signature.close != ".",
        )
        score = _score(signature, traits)
    return Grammar(signature, tuple(candidate for candidate, _ in good), Counter(folded), score)


def _signs(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether a name behind a dash is that of whose quotation stands above: "— Ann Lee"."""
    above = candidate.line and candidate.signature.alone and found[candidate.line - 1].end
    return candidate.signature.open in _DASHES and bool(above) and text[above - 1] in '"”'


def _saved(keys: list[str], names: Counter[str]) -> float:
    spelt = sum(_LETTER * min(_LONG, len(key)) for key in keys)
    listed = sum(_LETTER * min(_LONG, len(name)) + _NAME for name in names)
    return spelt - listed - len(keys) * math.log2(len(names) + 1) - _GRAMMAR


def spelt_out(keys: list[str]) -> list[str]:
    """Names with the full one put for its initials, first or last word, where only one full name has them."""
    full: dict[str, set[str]] = defaultdict(set)
    for key in set(keys):
        words = key.split()
        if len(words) > 1:
            for short in (words[0], words[-1], words[0][0], "".join(word[0] for word in words)):
                full[short].add(key)
    return [next(iter(full[key])) if len(full.get(key, ())) == 1 else key for key in keys]


def _speaks(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether language stands behind a label: words that hold sentences together, or a few that are no title."""
    start, end = candidate.end, found[candidate.line].end
    if candidate.signature.alone:
        below = candidate.line + 1 + candidate.signature.close.endswith(BELOW)
        if below >= len(found):
            return False
        start, end = found[below].body, found[below].end
    words = _WORDS.findall(text, start, min(end, start + 200))
    if not words or text[end - 1] in _STATEMENT or _FIELD.search(text, start, min(end, start + 60)):
        return False
    named = all(word[0].isupper() for word in words) and (len(words) > 1 or words[0].isupper())
    return any(word.casefold() in TALK for word in words) or (len(words) <= 6 and not named)
