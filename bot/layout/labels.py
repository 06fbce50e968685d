"""The turn labels of a document: which lines begin with somebody's name, in whatever way the document writes it.

A label is believed because its signature recurs, not because the document is known. What comes out are offsets; who
is meant is decided later.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.layout.candidates import Candidate, Signature
from bot.layout.choosing import choose
from bot.layout.lines import Line, ended
from bot.layout.looks import likeness, style
from bot.layout.mail import Label, mail_labels
from bot.layout.proposals import propose
from bot.layout.signatures import grammars, heads
from bot.patterns import lazily

_TITLED = frozenset([".", ":", "—", "–", "-", ".-", ".—"])
"""What stands behind a title and a name before what they say."""
_CAPITALS = 2
"""Bits of a name in capitals whose first word is not known as a given name."""
_CHANGE = lazily(r"(?<=[.!?\"”)\]] )>>(?![>\w])(?= ?[A-Z\n])|(?<=\n)>>(?= ?[A-Z])")
_EARLY = 10
"""Lines among which a speech has its label."""
_OWN = lazily(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our)\b")
_QUOTED = lazily(r"“[^“”]*”|\"[^\"\n]*\"")
_FEWEST = 3
"""Labels of one side of an exchange."""


def find_labels(text: str, found: list[Line], matter: int = 0) -> tuple[list[Line], dict[int, Label], set[int]]:
    """The lines of a document, cut before each turn that begins inside one, and the labels by index of their line.

    With them go the lines that look like turns and only hold a field, or say whose initials the labels are. The
    first lines, as many as `matter`, are the document's header.
    """
    labels = mail_labels(text, found)
    if labels:
        return found, labels, set()
    proposed = [candidate for candidate in propose(text, found) if candidate.line >= matter]
    believed = grammars(text, found, proposed)
    told: list[Candidate] = []
    if believed and believed[0].score > 0:
        chosen, told = choose(text, found, believed, proposed)
    else:
        chosen = _speech(text, found, proposed)
    chosen = (_emphasised(text, found[matter:], proposed) if len(chosen) < _FEWEST else []) or chosen
    chosen += _unnamed(text, chosen)
    cut = _cut(text, found, sorted(candidate.start for candidate in chosen if candidate.inside))
    index = {line.start: number for number, line in enumerate(cut)} | {
        line.body: number for number, line in enumerate(cut)
    }
    for candidate in chosen:
        number = index[candidate.start]
        marks = candidate.signature
        stamped = "T" in (*marks.open, *marks.close)
        labels[number] = Label(
            cut[number].start, candidate.end, candidate.name, marks.close, marks.alone, candidate.note, stamped
        )
    return cut, labels, {index[candidate.start] for candidate in told if candidate.start in index}


def _unnamed(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Where somebody else speaks and it is not said who: "DM: They keep it. >> Nice.", "?: What is it?", "_:_ Yes."."""
    if not chosen:
        return []
    signature = Signature(0, ">>", "", alone=False)
    changes = list(_CHANGE.finditer(text, chosen[0].start)) if ">>" in text else []
    typical = Counter((text[one.start : one.name[0]], text[one.name[1] : one.end]) for one in chosen if not one.inside)
    for opening, closing in [marks for marks, _ in typical.most_common(1) if ":" in marks[1]]:
        nobody = rf"^{re.escape(opening)}\?{'{0,3}' if opening else '{1,3}'}{re.escape(closing)}(?=[ \t])"
        changes += re.finditer(nobody, text, re.MULTILINE)
    taken = {at for candidate in chosen for at in range(candidate.start, candidate.end)} if changes else ()
    return [
        Candidate(0, mark.start(), (mark.start(), mark.start()), "", (0, 0), mark.end(), signature, inside=True)
        for mark in changes
        if mark.start() not in taken
    ]


def _speech(text: str, found: list[Line], proposed: list[Candidate]) -> list[Candidate]:
    """The one label of a speech: "THE PRESIDENT: Good morning", "Mr. PRICE. Madam Speaker, I rise".

    Whoever gives one speaks of themselves or to somebody: else it is a heading, "GOV. LEE: Orla opens bridge".
    """
    for candidate in proposed:
        name, marks = candidate.written, candidate.signature
        called = candidate.line < _EARLY and marks.close == ":" and likeness(name, marks) > _CAPITALS
        family = any(len(word) > 2 and word.isupper() and "." not in word for word in name.split())
        titled = marks.close in _TITLED and style(name) == "title" and not candidate.inside
        if marks.alone or heads(text, found, candidate):
            continue
        if (called and name.isupper()) or (titled and family):
            return [candidate] if _OWN.search(_QUOTED.sub("", text[candidate.end :])) else []
    return []


def _emphasised(text: str, found: list[Line], proposed: list[Candidate]) -> list[Candidate]:
    """The labels of a text that has hardly any, each the name of a person in bold: "**Ann Lee:** We sold the mill.".

    Each holds for its own paragraph; one alone before anything is said, for all.
    """
    bold = [
        candidate
        for candidate in proposed
        if candidate.signature.open.startswith(("*", "_"))
        and ":" in candidate.signature.close
        and not candidate.signature.alone
        and likeness(candidate.written, candidate.signature) > _CAPITALS
        and text[candidate.end :].lstrip()[:1].isupper()
    ]
    above = [line for line in found if bold and line.end < bold[0].start]
    if len(bold) == 1 and not bold[0].inside and not any(ended(text[line.body : line.end]) for line in above):
        return bold
    return [candidate._replace(signature=candidate.signature._replace(close="emphasis")) for candidate in bold]


def _cut(text: str, found: list[Line], turns: list[int]) -> list[Line]:
    """The lines, in pieces that begin where turns do."""
    return [part for line in found for part in _parts(text, line, turns)] if turns else found


def _parts(text: str, line: Line, turns: list[int]) -> Iterable[Line]:
    inside = turns[bisect_right(turns, line.body) : bisect_left(turns, line.end)]
    for start, end in zip((line.start, *inside), (*inside, line.end), strict=True):
        closed = start + len(text[start:end].rstrip())
        first = start == line.start
        yield line._replace(start=start, end=closed, body=line.body if first else start, gap=line.gap if first else 0)


def given_labels(
    text: str, found: list[Line], names: Sequence[tuple[int, int]]
) -> tuple[list[Line], dict[int, Label], set[int]]:
    """The same for a document whose format itself tells the labels; `names` is where each name stands."""
    there = {line.start: index for index, line in enumerate(found)}
    labels: dict[int, Label] = {}
    for start, end in names:
        behind = end + (end > start and text[end : end + 1] == ":")
        if start in there:
            labels[there[start]] = Label(start, behind, (start, end), "given", alone=behind >= found[there[start]].end)
    return found, labels, set()
