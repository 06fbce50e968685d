"""Which signature is a document's way to write turn labels: the one that saves most in describing it.

The score is in bits, after the principle of minimum description length (Rissanen 1978): what the names and marks of all
candidates cost as plain text, less what a grammar costs that spells each name once and then only says which one it is.
Soft evidence multiplies it: that names come back and take turns, that language follows, that they look like somebody.
"""

import math
import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from bot.layout.candidates import Candidate, Signature
from bot.layout.lines import Line
from bot.layout.looks import NOBODY, TALK, fold, likeness, style
from bot.layout.proposals import BELOW
from bot.patterns import lazily

_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_ARTICLE = ("A ", "A\u00a0")
"""What answers begin with only where there are questions."""
_OWN = frozenset(["I", "I'm", "I’m", "We", "we", "My", "my", "Our", "our"])
_ASKED = frozenset(["Q", "Q.", "QUESTION", "Question"])
_NEARLY = 0.8
"""Share of the fields of a form that stand behind the one that they stood behind before."""
_WRAPPED = 40
"""Characters of a line at least that may be broken off."""
_DIGIT = re.compile(r"\d")
_FEWEST, _PERSON = 3, 2
"""Labels of one side of an exchange, and bits of a name in capitals that is not known as a given one."""
_FIELD = lazily(r"\w[|=]\w")
_STATEMENT = frozenset(";{}")
"""How the lines of a program end."""
ANY = "any"
"""The typography of names of several kinds together."""
_LARGE = frozenset(["word", "words"])
_DOUBT = {"title": 1, "capitals": 2, ANY: 4}
"""Bits against a name whose marks are weak, by its typography."""
_HEADS = re.compile(r"#+$|(?:<\w+)+</")
"""The marks of headings, and of elements of a page."""
_ENDS = (".", "?", "!")
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


class _Weighed(NamedTuple):
    """A candidate that may be a label, with what is known of its name whatever its marks."""

    candidate: Candidate
    key: str
    style: str
    bits: float
    """For being somebody's name."""
    speaks: int
    """1 where language stands behind it, 2 in the first person."""


def grammars(text: str, found: list[Line], proposed: list[Candidate]) -> list[Grammar]:
    """The kinds of marks with what speaks for them, best first."""
    groups: dict[Signature, list[_Weighed]] = defaultdict(list)
    lone = () if any(candidate.written in _ASKED for candidate in proposed) else _ARTICLE
    for candidate in proposed:
        bits = likeness(candidate.written, candidate.signature)
        if (
            bits <= NOBODY
            or _signs(text, found, candidate)
            or _breaks_off(text, found, candidate)
            or (text.startswith(lone, candidate.name[0]) and candidate.written == "A")
        ):
            continue
        typography = style(candidate.written)
        marks = kind(candidate.signature, typography)
        one = _Weighed(candidate, fold(candidate.written), typography, bits, _speaks(text, found, candidate))
        groups[marks].append(one)
        if marks.style and typography != "capitals" and _goes_on(text, found, candidate):
            groups[marks].pop()
        elif marks.style:
            groups[marks._replace(style=ANY)].append(one)
    often = Counter(one.candidate.written.casefold() for group in groups.values() if len(group) > 1 for one in group)
    small = {name for name, count in often.items() if count > 1 and " " in name and name in text}
    small |= often.keys() & set(text.split()) if often else small
    scored = (_grammar(text, found, small, *group) for group in groups.items() if len(group[1]) > 1)
    return sorted(scored, key=lambda grammar: -grammar.score)


@lru_cache(maxsize=1024)
def kind(signature: Signature, typography: str) -> Signature:
    """A signature without emphasis, dashes and brackets; questions and answers are as a name before a colon.

    Where the marks are weak, names of another typography are of another kind.
    """
    opens = signature.open.translate(_EMPHASIS)
    close = ":" if signature.close == "Q" else signature.close
    close = close if "." in close else close.translate(_EMPHASIS)
    weak = not opens and close in _WEAK
    return signature._replace(open=opens, close=close, style=typography if weak else "")


def _grammar(text: str, found: list[Line], small: set[str], signature: Signature, weighed: list[_Weighed]) -> Grammar:
    good, number = tuple(one.candidate for one in weighed), len(weighed)
    folded = [one.key for one in weighed]
    keys = spelt_out(folded)
    if signature.alone and signature.style:  # a heading comes twice in a row, somebody named on a line alone does not
        keys = [key for key, _ in groupby(keys)]
    names, bits = Counter(keys), sum(one.bits for one in weighed)
    least = number if signature.style else 0
    score = -math.inf
    if _one_sided(text, found, weighed) if len(names) == 1 else len(names) < len(keys) or bits > least:
        single = sum(
            one.style in _LARGE and one.bits < 1 and one.candidate.written.casefold() in small for one in weighed
        )
        marks = Counter(candidate.signature for candidate in good)
        lines = {one.candidate.line for one in weighed} if signature.alone else set()
        speaking = sum(one.speaks > 0 and one.candidate.line + 1 not in lines for one in weighed) / number
        each = (
            sum(min(2, one.bits) for one in weighed) / number
            + 6 * (speaking - 0.75)
            - 80 * max(0, 0.5 - speaking)
            + 2 * (sum(a != b for a, b in pairwise(keys)) / max(1, len(keys) - 1) - 0.5)
            - 30 * single / number  # the text has them in small letters, too: "Done", "Blocked"
            + sum(count * _marks(one) for one, count in marks.items()) / number
            - _DOUBT.get(signature.style, 0)
        )
        titled = sum(one.style == "title" for one in weighed) > 0.9 * number
        known = sum(count * _prior(one, titled=titled) for one, count in marks.items()) / number
        once = len(set(folded)) == number > bits / 2
        heading = (once or bits <= 0) and _HEADS.match(signature.open + signature.close) is not None
        form = bits < number and _cycles(keys, names)
        own = len(set(folded)) == number <= bits / _PERSON and all(one.speaks > 1 for one in weighed)
        score = _saved(keys, names) + number * (each - 12 * heading - 40 * form) + 8 * number * own + known
    return Grammar(signature, good, Counter(folded), score)


def _cycles(keys: list[str], names: Counter[str]) -> bool:
    """Whether three names or more come back in one order, as the fields of a form do."""
    often = [key for key in keys if names[key] >= _FEWEST]
    follows = Counter(pairwise(often))
    usual = {pair[0]: (pair[1], count) for pair, count in reversed(follows.most_common())}
    same = sum(count for _, count in usual.values()) > _NEARLY * follows.total()
    return same and 2 < len(usual) == len({after for after, _ in usual.values()}) and all(a != b for a, b in follows)


def _one_sided(text: str, found: list[Line], weighed: list[_Weighed]) -> bool:
    """Whether one name has the labels of one side of an exchange, the other side none; or of a person alone."""
    lines = [one.candidate.line for one in weighed]
    asked = max(sum(_asks(text, found[line - back]) for line in lines) for back in (0, 1))
    alone = weighed[0].bits > _PERSON and 2 * len(lines) > len(found) - lines[0]
    return alone or 2 * asked > len(lines) >= _FEWEST


def _asks(text: str, line: Line) -> bool:
    return text[line.body : line.end].rstrip("*_").endswith("?")


@lru_cache(maxsize=1024)
def _marks(signature: Signature) -> float:
    """Bits that the marks of a label are worth, each time."""
    marks, timed = signature.open + signature.close, "T" in signature.open
    if timed and signature.close.startswith(_ENDS):  # "00:14:21 Right. It rained"
        return -15
    return min(_MARKS, _MARK * len(marks.replace(" ", ""))) + 5 * ("T" in marks) + 8 * ("@" in signature.open)


def _prior(signature: Signature, *, titled: bool) -> float:
    """Bits for ways of writing that are known: "Mr. PRICE. ", "ANN: ", "Q. ", "<ann> "."""
    return (
        (20 if signature.alone else 40) * titled
        + 14 * (":" in signature.close)
        + 20 * (signature.close == "Q")
        + 25 * signature.open.startswith("<")
    )


def _goes_on(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether a word with a weak mark begins a line that only goes on with the one above: "in the | Republic."."""
    line, above = found[candidate.line], found[candidate.line - 1]
    joins = candidate.line > 0 and line.gap == 0 and above.end - above.body >= _WRAPPED
    return joins and text[above.end - 1].isalnum()


def _signs(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether a name behind a dash is that of whose quotation stands above: "— Ann Lee"."""
    above = candidate.line and candidate.signature.alone and found[candidate.line - 1].end
    return candidate.signature.open in _DASHES and bool(above) and text[above - 1] in '"”'


def _breaks_off(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether a line without marks only begins a sentence: "The Minister for Boats" above "and Locks, Mr Lee, said"."""
    below = found[candidate.line + 1 : candidate.line + 2] if candidate.signature[1:4] == ("", "", True) else []
    return bool(below) and below[0].gap == 0 and style(candidate.written) == "title" and text[below[0].body].islower()


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


def _speaks(text: str, found: list[Line], candidate: Candidate) -> int:
    """Whether language stands behind a label: words that hold sentences together, or a few that are no title."""
    start, end = candidate.end, found[candidate.line].end
    if candidate.signature.alone:
        below = candidate.line + 1 + candidate.signature.close.endswith(BELOW)
        if below >= len(found):
            return 0
        start, end = found[below].body, found[below].end
    if text[end - 1] in _STATEMENT or _FIELD.search(text, start, min(end, start + 60)) or heads(text, found, candidate):
        return 0
    words = _WORDS.findall(text, start, min(end, start + 200))
    if not words or not _OWN.isdisjoint(words):
        return 2 * bool(words)
    named = all(word[0].isupper() for word in words) and (len(words) > 1 or words[0].isupper())
    counted = not candidate.signature.alone and _DIGIT.search(text, start, end) is not None
    return int(any(word.casefold() in TALK for word in words) or (len(words) <= 6 and not (named or counted)))


def heads(text: str, found: list[Line], candidate: Candidate) -> bool:
    """Whether a heading in capitals begins with a name, as the text below is not: "SEN. LEE: A GIFT FOR ORLA"."""
    behind = text[candidate.end : found[candidate.line].end]
    below = [text[line.body : line.end] for line in found[candidate.line + 1 : candidate.line + 2]]
    return behind.isupper() and any(line.upper() != line for line in below)
