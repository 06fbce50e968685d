"""Who speaks in a document, and which lines are their labels, chosen from the grammars that are believed.

The best one says who speaks; others join by sharing its names; then any line that begins with a known name is a label,
whatever its marks.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from operator import and_

from bot.layout.candidates import Candidate, Signature
from bot.layout.lines import Line
from bot.layout.looks import ROLES, described, fold, likeness, style
from bot.layout.signatures import ANY, Grammar
from bot.patterns import lazily

_FEW, _NEARLY = 4, 0.6
"""Labels, and their share of the lines, from which on a line without one is odd."""
_NARROWEST = 20
"""Characters of a line that may be wrapped."""
_CUT = 3
"""Letters at most of the beginning of a name that stands for it."""
_SURE = 2
"""Bits of a name that needs nothing below it: what its bearer said may be left out."""
_RARE = 0.1
"""Share of the labels with known names that may have a sign of running text."""
_Place = tuple[int, int]
"""The index of a line, and where in the text a label begins."""
_STRONG = frozenset(":;>]*-T")
"""Marks behind a known name that make it a label."""
_PERSON = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’-]+)+"
_CALLED = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’-]+)*"
_LINKS = r"(?:\[[^\[\]\n]+\]\([^()\s]+\)[,;.]? ?)+"
_VALUE = lazily(
    rf"\s*(?:<?https?://\S+|{_LINKS}|`[^`\n]+`|[\w.-]*@\S+|[+(]?\d(?:[\d ().-]| or ){{5,}}"
    rf"|{_PERSON}(?: \([a-z][^()\n]*\))?|{_CALLED}(?:, {_CALLED})+)\s*"
)
_WHOLE = lazily(rf"[ \t]+(?P<name>{_PERSON})(?: \([^()\n]*\)|,? @[\w-]+)?[ \t]*$", re.MULTILINE)
_SHORT = lazily(r"[^\n(]*\(([A-Z]{2,4})\)")


def choose(
    text: str, found: list[Line], believed: list[Grammar], proposed: list[Candidate]
) -> tuple[list[Candidate], list[Candidate]]:
    """The labels: those of the best grammar, of those that share its names, and others with a known name.

    Then those that only tell something of whoever speaks, or of the document.
    """
    chosen = _joined(believed)
    top = chosen[0].candidates[0].signature._replace(style=chosen[0].signature.style)
    sure = {(one.line, one.start): one for grammar in reversed(chosen) for one in grammar.candidates}
    names = Counter(fold(candidate.written) for candidate in sure.values())
    names.update(_beginnings(proposed, names, top))
    known = _known(proposed, sure, names, top)
    likely = _likely(text, found, sure, known, names)
    fields = _fields(text, found, likely, names)
    told = [one for one in likely if fold(one.written) in fields or _defines(text, one)]
    gone = {one.start for one in told}
    labels = _apart([candidate for candidate in likely if candidate.start not in gone], names)
    return labels + _between(text, found, labels, proposed, top), told


def _joined(believed: list[Grammar]) -> list[Grammar]:
    """The best grammar with those that share its names or marks."""
    top = believed[0]
    chosen, names = [top], set(top.names)
    for grammar in believed[1:]:
        marks = grammar.signature
        if marks.style == ANY or _addresses(marks, top.signature):
            continue
        first = {name.split()[0] for name in names}
        shared = sum(count for name, count in grammar.names.items() if name.split()[0] in first)
        share = shared / max(1, grammar.names.total())
        if (share >= 0.5 and grammar.score > -20) or (grammar.score > 0.3 * top.score and share > 0.15):
            chosen.append(grammar)
            names |= grammar.names.keys()
    return chosen


def _beginnings(proposed: list[Candidate], names: Counter[str], top: Signature) -> dict[str, int]:
    """The first letters of known names, which stand for them: "Am: ..." where "Amelia: ..." spoke, too."""
    alike = (fold(one.written) for one in proposed if one.signature._replace(style=top.style) == top)
    counts = Counter(name for name in alike if len(name) <= _CUT and name not in names)
    return {
        name: count
        for name, count in counts.items()
        if count > 1 and sum(full.startswith(name) and " " not in full for full in names) == 1
    }


def _known(
    proposed: list[Candidate], sure: dict[_Place, Candidate], names: Counter[str], top: Signature
) -> dict[_Place, Candidate]:
    """The other candidates with the name of somebody who speaks, or a title and a name, whatever their marks."""
    labels: dict[_Place, Candidate] = {}
    for candidate in proposed:
        name, marks = candidate.written, candidate.signature
        bare = not marks.open and not marks.close
        strong = bool(_STRONG & set(marks.close)) or (marks.close == "." and name.isupper())
        titled = fold(name).split()[0] in ROLES if bare else marks.alone and style(name) == "title"
        called = names[fold(name)] or titled
        if called and (top.alone if bare else strong) and not candidate.inside and not _addresses(marks, top):
            labels[candidate.line, candidate.start] = candidate
    return {place: candidate for place, candidate in labels.items() if place not in sure}


def _likely(
    text: str, found: list[Line], sure: dict[_Place, Candidate], known: dict[_Place, Candidate], names: Counter[str]
) -> list[Candidate]:
    """Those whose names look like somebody's, recur, or are written as most are."""
    typical = Counter(style(candidate.written) for candidate in sure.values())
    known_well = [candidate for candidate in sure.values() if names[fold(candidate.written)] > 1]
    begun = min((candidate.start for candidate in known_well), default=0)
    signs = [
        sum(sign) <= _RARE * len(known_well)
        for sign in zip(*(_midway(text, found, one) for one in known_well), strict=True)
    ]
    doubted = _doubted(found, sure, names)
    kept: list[Candidate] = []
    for place, candidate in sorted((sure | known).items()):
        name = candidate.written
        share = typical[style(name)] / typical.total()
        bits = (
            likeness(name, candidate.signature)
            + 3 * max(0, min(2, names[fold(name)] - (place in sure)))
            + max(-3, math.log2(8 * share + 0.01))
            - 5 * (candidate.start > begun and sum(map(and_, signs, _midway(text, found, candidate))))
            - 2 * candidate.inside
            - 4 * (place in doubted)
        )
        if bits > -2.5:
            kept.append(candidate)
    return kept


def _doubted(found: list[Line], sure: dict[_Place, Candidate], names: Counter[str]) -> set[_Place]:
    """Those with an unlikely name that comes once, where many lines have no label, or further in than others stand.

    What tells a person takes the doubt away: several words in capitals or a time.
    """
    lines = {line for line, _ in sure}
    few = len(lines) <= _NEARLY * (max(lines) - min(lines))
    column = min(found[line].indent for line in lines)
    return {
        place
        for place, candidate in sure.items()
        if (few or found[candidate.line].indent > column)
        and names[fold(candidate.written)] < 2
        and likeness(candidate.written, candidate.signature) < 0
        and style(candidate.written) != "words"
        and "T" not in candidate.signature.open + candidate.signature.close
    }


def _midway(text: str, found: list[Line], candidate: Candidate) -> tuple[bool, bool]:
    """The signs of a word that a wrapped line begins with: the line before breaks off, small letters stand behind.

    "... and we sailed for | Lagos: nobody knew."
    """
    if candidate.signature.open or candidate.line == 0:
        return False, False
    line, above = found[candidate.line], found[candidate.line - 1]
    wrapped = above.end - above.body >= _NARROWEST or text[above.body].islower()
    joins = line.gap == 0 and wrapped
    breaks = joins and (text[above.end - 1].isalnum() or text[above.end - 1] == ",")
    return breaks, text[candidate.end : candidate.end + 2].strip()[:1].islower()


def _apart(kept: list[Candidate], names: Counter[str]) -> list[Candidate]:
    """Without doubtful labels right above or below others: of two lines, the likelier name is the label."""
    alone = {candidate.line for candidate in kept if candidate.signature.alone}
    bits: dict[int, tuple[float, int]] = {}
    for candidate in kept:
        name = candidate.written
        bits[candidate.line] = likeness(name, candidate.signature), names[fold(name)]
    sure = {line for line in alone if bits[line][0] >= _SURE}
    above = {line for line in alone if line + 1 in bits and not {line, line + 1} <= sure}
    heads = {line for line in above if line + 1 not in alone or bits[line] <= bits[line + 1]}
    below = {line + 1 for line in above - heads}
    return [candidate for candidate in kept if candidate.line not in heads | below]


def _between(
    text: str, found: list[Line], labels: list[Candidate], proposed: list[Candidate], top: Signature
) -> list[Candidate]:
    """Where nearly every line has a label, what stands in its place on the others: "A man in the gallery: ..."."""
    lines = {label.line for label in labels}
    between = range(min(lines, default=0), max(lines, default=0))
    if ":" not in top.close or len(lines) < _FEW or len(lines) <= _NEARLY * len(between):
        return []
    return [
        candidate
        for candidate in proposed
        if candidate.line in between
        and candidate.line not in lines
        and candidate.signature._replace(style=top.style) == top
        and not any(_midway(text, found, candidate))
        and described(candidate.written)
    ]


def _addresses(marks: Signature, top: Signature) -> bool:
    """Whether a name is that of whom a message is to: "ann: hello" in a log of "<bob> ..."."""
    return "<" in top.open and "<" not in marks.open


def _fields(text: str, found: list[Line], labels: Iterable[Candidate], names: Counter[str]) -> set[str]:
    """Words that never say anything: those of fields with an address or people behind: "Slides: https://..."."""
    fields: dict[str, bool] = {}
    ordered = sorted(labels, key=lambda label: label.start)
    following = [*(label.start for label in ordered[1:]), len(text)]
    for label, until in zip(ordered, following, strict=True):
        name, place = fold(label.written), (label.end, min(found[label.line].end, until))
        if fields.get(name, True):
            fields[name] = bool(_VALUE.fullmatch(text, *place)) or names[fold(text[slice(*place)])] > 1
    return {name for name, valued in fields.items() if valued}


def _defines(text: str, candidate: Candidate) -> bool:
    """Whether a line in a list only says whose initials the labels are: "Ann Lee - Orla (AL)", "AL: Ann Lee"."""
    name = candidate.written
    spelt = _WHOLE.match(text, candidate.end)
    if spelt and "".join(word[0] for word in spelt["name"].split()) == name:
        return True
    initials = _SHORT.match(text, candidate.end, candidate.end + 90)
    return initials is not None and text[candidate.name[0]] == initials[1][0]
