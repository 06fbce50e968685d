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
_FEWEST, _PERSON = 3, 2
"""Labels of one side of an exchange, and bits of a name in capitals that is not known as a given one."""
_EVENT = re.compile(r"T\]? (?:\*|\*{3}|[=!<>-]{2,3})$")
"""How the events of a log are marked: "[10:02] * Quits: ann", "10:02 --> bob"."""
_PEOPLE = GIVEN | TITLES | ROLES
_FIELD = lazily(r"\w[|=]\w")
_STATEMENT = frozenset(";{}")
"""How the lines of a program end."""
ANY = "any"
"""The typography of names of several kinds together."""
_DOUBT = {"title": 1, "capitals": 2, "other": 4, ANY: 4}
"""Bits against a name whose marks are weak, by its typography."""
_DASHES = frozenset("-–—")
_HEADS = re.compile(r"#+$|(?:<\w+)+</")
"""The marks of headings, and of elements of a page."""
_ENDS = re.compile(r"[.?!](?!-|—)")
"""The end of a sentence: what stands before it is hardly a label, whatever stands around."""
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
    """The kinds of marks with what speaks for them, best first."""
    groups: dict[Signature, list[Candidate]] = defaultdict(list)
    for candidate in proposed:
        marks = kind(candidate.signature, style(text[slice(*candidate.name)]))
        groups[marks].append(candidate)
        if marks.style:
            groups[marks._replace(style=ANY)].append(candidate)
    names = {text[slice(*one.name)].casefold() for group in groups.values() if len(group) > 1 for one in group}
    small = names.intersection(text.split()) - _PEOPLE if names else names
    scored = (_grammar(text, found, small, *group) for group in groups.items() if len(group[1]) > 1)
    return sorted(scored, key=lambda grammar: -grammar.score)


@lru_cache(maxsize=1024)
def kind(signature: Signature, typography: str) -> Signature:
    """A signature without emphasis, dashes and brackets; questions and answers are as a name before a colon.

    Where the marks are weak, names of another typography are of another kind.
    """
    if _EVENT.search(signature.open):
        return signature
    opens = signature.open.translate(_EMPHASIS)
    close = ":" if signature.close == "Q" else signature.close
    close = close if "." in close else close.translate(_EMPHASIS)
    weak = (not opens and close in _WEAK) or _ENDS.match(close)
    style = (typography if typography in ("title", "capitals") else "other") if weak else ""
    return signature._replace(open=opens, close=close, style=style)


def _grammar(
    text: str, found: list[Line], small: set[str], signature: Signature, candidates: list[Candidate]
) -> Grammar:
    likely = ((candidate, likeness(text[slice(*candidate.name)], candidate.signature)) for candidate in candidates)
    bits = {one: bits for one, bits in likely if bits > NOBODY and not _signs(text, found, one)}
    good = tuple(bits)
    written = [text[slice(*candidate.name)] for candidate in good]
    keys = spelt_out(folded := [fold(name) for name in written])
    names, number = Counter(keys), len(good)
    score = -math.inf
    if _one_sided(text, found, good) if len(names) == 1 else len(names) < number or sum(bits.values()) > 0:
        single = sum(style(name) == "word" and name.casefold() in small for name in written)
        marks = Counter(candidate.signature for candidate in good)
        speaking = sum(_speaks(text, found, candidate) for candidate in good) / number
        each = (
            sum(min(2, likeness) for likeness in bits.values()) / number
            + 6 * (speaking - 0.75)
            - 40 * max(0, 0.5 - speaking)
            + 2 * (sum(a != b for a, b in pairwise(keys)) / (number - 1) - 0.5)
            - 16 * single / number  # the text has them in small letters, too: "Done", "Blocked"
            + sum(count * _marks(one) for one, count in marks.items()) / number
            - _DOUBT.get(signature.style, 0)
        )
        titled = sum(style(name) == "title" for name in written) > 0.9 * number
        known = sum(count * _prior(one, titled=titled) for one, count in marks.items()) / number
        once = len(set(folded)) == number > sum(bits.values()) / 2
        heading = once and _HEADS.match(signature.open + signature.close) is not None
        score = _saved(keys, names) + number * (each - 12 * heading) + known
    return Grammar(signature, good, Counter(folded), score)


def _one_sided(text: str, found: list[Line], good: tuple[Candidate, ...]) -> bool:
    """Whether one name has the labels of one side of an exchange, the other side none; or of a person alone."""
    lines = [candidate.line for candidate in good]
    asked = max(sum(_asks(text, found, line - back) for line in lines) for back in (0, 1))
    named = likeness(text[slice(*good[0].name)], good[0].signature) > _PERSON
    return len(good) >= _FEWEST and (2 * asked > len(good) or (named and 2 * len(good) > len(found) - lines[0]))


def _asks(text: str, found: list[Line], index: int) -> bool:
    return index >= 0 and text[found[index].body : found[index].end].rstrip("*_").endswith("?")


@lru_cache(maxsize=1024)
def _marks(signature: Signature) -> float:
    """Bits that the marks of a label are worth, each time."""
    marks = signature.open + signature.close
    at = "@" in signature.open and "<" not in signature.open and signature.close != "."
    timed = "T" in marks
    worth = min(_MARKS, _MARK * len(marks.replace(" ", ""))) + 5 * timed
    if _ENDS.match(signature.close):
        worth = -15 if timed else min(_MARK, worth)
    return worth + 8 * at - 60 * bool(_EVENT.search(signature.open) or marks == "==")


def _prior(signature: Signature, *, titled: bool) -> float:
    """Bits for ways of writing that are known: "Mr. PRICE. ", "ANN: ", "Q. ", "<ann> "."""
    return (
        (20 if signature.alone else 40) * titled
        + 14 * (":" in signature.close)
        + 20 * (signature.close == "Q")
        + 25 * signature.open.startswith("<")
    )


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
