"""The turn labels of a document: which lines begin with somebody's name, in whatever way the document writes it.

A label is believed because its signature recurs, not because the document is known. The best signature says who
speaks; others join by sharing its names; then any line that begins with a known name is a label, whatever its marks.
What comes out are offsets; who is meant is decided later.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.layout.lines import Line
from bot.layout.looks import NOBODY, ROLES, TITLES, fold, likeness, style
from bot.layout.mail import Label, mail_labels
from bot.layout.proposals import Candidate, Signature, propose
from bot.layout.signatures import Grammar, grammars, loosened, spelt_out
from bot.patterns import lazily

_ADDRESSES = lazily(r"\s+(?:Mr|Madam|Mrs|Ms)\.? (?:Chair(?:man|woman)?|President|Speaker)\b")
_TITLED = frozenset([".", ":", "—", "–", "-", ".-", ".—"])
"""What stands behind a title and a name before what they say."""
_CAPITALS = 2
"""Bits of a name in capitals whose first word is not known as a given name."""
_CHANGE = lazily(r"(?<=[.!?\"”)\]] )>>(?![>\w])(?= ?[A-Z\n])|(?<=\n)>>(?= ?[A-Z])")
_Place = tuple[int, int]
"""The index of a line, and where in the text a label begins."""
_STRONG = frozenset(":;>]*-T")
"""Marks behind a known name that make it a label."""
_FEWEST = 3
"""Labels of one side of an exchange."""
_PERSON = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’-]+)+"
_CALLED = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’-]+)*"
_VALUE = lazily(
    rf"\s*(?:<?https?://\S+|[\w.-]*@\S+(?: [A-Z]| \([^()\n]*\))?|{_PERSON}|{_CALLED}(?:,(?: and| &)? {_CALLED})+)\s*"
)
_WHOLE = lazily(rf"[ \t]+(?P<name>{_PERSON})(?: \([^()\n]*\))?[ \t]*$", re.MULTILINE)
_SHORT = lazily(r"[^\n(]*\(([A-Z]{2,4})\)")


def find_labels(text: str, found: list[Line], matter: int = 0) -> tuple[list[Line], dict[int, Label]]:
    """The lines of a document, cut before each turn that begins inside one, and the labels by index of their line.

    The first lines, as many as `matter`, are its header.
    """
    labels = mail_labels(text, found)
    if labels:
        return found, labels
    proposed = [candidate for candidate in propose(text, found) if candidate.line >= matter]
    believed = grammars(text, found, proposed)
    if believed and believed[0].score > 0:
        chosen = _cast(text, found, believed, proposed)
    else:
        chosen = _one_sided(text, found, proposed) or _speech(text, proposed)
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
    return cut, labels


def _unnamed(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Where somebody else speaks and it is not said who: "DM: They keep it. >> Nice.", "?: What is it?", "_:_ Yes."."""
    if not chosen:
        return []
    taken = {at for candidate in chosen for at in range(candidate.start, candidate.end)}
    signature = Signature(0, ">>", "", alone=False)
    changes = list(_CHANGE.finditer(text, chosen[0].start)) if ">>" in text else []
    typical = Counter((text[one.start : one.name[0]], text[one.name[1] : one.end]) for one in chosen if not one.inside)
    for opening, closing in [marks for marks, _ in typical.most_common(1) if ":" in marks[1]]:
        nobody = rf"^{re.escape(opening)}\?{'{0,3}' if opening else '{1,3}'}{re.escape(closing)}(?=[ \t])"
        changes += re.finditer(nobody, text, re.MULTILINE)
    return [
        Candidate(0, mark.start(), (mark.start(), mark.start()), (0, 0), mark.end(), signature, inside=True)
        for mark in changes
        if mark.start() not in taken
    ]


def _one_sided(text: str, found: list[Line], proposed: list[Candidate]) -> list[Candidate]:
    """The labels of one side of an exchange, questions or answers, between paragraphs of the other without label."""
    groups: dict[Signature, list[Candidate]] = defaultdict(list)
    for candidate in proposed:
        name = text[slice(*candidate.name)]
        marks = candidate.signature.close[-1:]
        if not candidate.inside and marks in ("Q", ":", "]") and likeness(name, candidate.signature) > NOBODY:
            groups[loosened(candidate.signature, name)].append(candidate)
    for group in sorted(groups.values(), key=len, reverse=True):
        if len(group) < _FEWEST or len(set(spelt_out([fold(text[slice(*candidate.name)]) for candidate in group]))) > 1:
            continue
        lines = [candidate.line for candidate in group]
        apart = all(b - a > 1 for a, b in pairwise(lines))
        own, before = (sum(_asks(text, found, line - back) for line in lines) for back in (0, 1))
        if apart and 2 * max(own, before) > len(lines):
            return group
    return []


def _asks(text: str, found: list[Line], index: int) -> bool:
    return index >= 0 and text[found[index].body : found[index].end].rstrip("*_").endswith("?")


def _speech(text: str, proposed: list[Candidate]) -> list[Candidate]:
    """The one label of a speech: "THE PRESIDENT: Good morning", "Mr. PRICE. Madam Speaker, I rise"."""
    for candidate in proposed:
        name = text[slice(*candidate.name)]
        spoken = candidate.signature.close == ":" and name.isupper() and not candidate.signature.alone
        titled = candidate.signature.close in _TITLED and style(name) == "title" and not candidate.inside
        family = name.split()[-1].isupper() and all(word[0].isupper() for word in name.split())
        spoken = spoken or (titled and family and not candidate.signature.alone)
        called = spoken and candidate.start == 0 and likeness(name, candidate.signature) > _CAPITALS
        if called or (titled and (spoken or _ADDRESSES.match(text, candidate.end))):
            return [candidate]
    return []


def _cast(text: str, found: list[Line], believed: list[Grammar], proposed: list[Candidate]) -> list[Candidate]:
    """The labels: those of the best grammar, of those that share its names, and others with a known name."""
    chosen, names = _joined(text, believed)
    sure = _alike(text, chosen)
    known = _known(text, proposed, sure, names, chosen[0].signature)
    return _apart(text, _likely(text, found, sure, known, names), names)


def _joined(text: str, believed: list[Grammar]) -> tuple[list[Grammar], Counter[str]]:
    """The best grammar with those that share its names or marks, and the names of all."""
    top = believed[0]
    chosen, names = [top], Counter(top.names)
    for grammar in believed[1:]:
        marks = grammar.signature
        if _addresses(marks, top.signature):
            continue
        first = {name.split()[0] for name in names} - (TITLES if marks.open.startswith("(") else frozenset())
        shared = sum(count for name, count in grammar.names.items() if name in names or name.split()[0] in first)
        share = shared / max(1, grammar.names.total())
        same = marks.alone == top.signature.alone and grammar.score > 0.3 * top.score
        below = marks._replace(alone=top.signature.alone) == top.signature and grammar.score > 0
        if (
            (below and top.signature.open)
            or _presides(text, grammar, top)
            or (share >= 0.5 and grammar.score > -20)
            or (same and (share > 0.15 or "Q" in (marks.close, top.signature.close)))
        ):
            chosen.append(grammar)
            names += grammar.names
    return chosen, names


def _alike(text: str, chosen: list[Grammar]) -> dict[_Place, Candidate]:
    """The candidates of grammars; those of a loose one whose names are known, or written as those of the best."""
    labels: dict[_Place, Candidate] = {}
    top = chosen[0]
    styles = {style(text[slice(*candidate.name)]) for candidate in top.candidates}
    for grammar in chosen:
        for candidate in grammar.candidates:
            name = text[slice(*candidate.name)]
            if not grammar.signature.loose or fold(name) in top.names or style(name) in styles:
                labels.setdefault((candidate.line, candidate.start), candidate)
    return labels


def _known(
    text: str, proposed: list[Candidate], sure: dict[_Place, Candidate], names: Counter[str], top: Signature
) -> dict[_Place, Candidate]:
    """The other candidates with the name of somebody who speaks, or a title and a name, whatever their marks."""
    labels: dict[_Place, Candidate] = {}
    alone = Counter(text[slice(*one.name)] for one in proposed if one.signature.alone)
    for candidate in proposed:
        place = candidate.line, candidate.start
        name, marks = text[slice(*candidate.name)], candidate.signature
        if place in sure or candidate.inside or _addresses(marks, top):
            continue
        if marks.alone and not marks.open and not marks.close:
            named = names[fold(name)] or (alone[name] > 1 and _titled(name, marks, top))
            if top.alone and (named or fold(name).split()[0] in ROLES):
                labels[place] = candidate
        elif (
            (names[fold(name)] or _titled(name, marks, top))
            and (marks.open == top.open or marks.close)
            and (_STRONG & set(marks.close) or (marks.close == "." and name.isupper()))
            and (not marks.open.startswith("#") or marks.open == "#.")
        ):
            labels[place] = candidate
    return labels


def _likely(
    text: str,
    found: list[Line],
    sure: dict[_Place, Candidate],
    known: dict[_Place, Candidate],
    names: Counter[str],
) -> list[Candidate]:
    """Those whose names look like somebody's, recur, or are written as most are."""
    typical = Counter(style(text[slice(*candidate.name)]) for candidate in sure.values())
    labels = sure | known
    fields = _fields(text, found, labels.values(), names)
    kept: list[Candidate] = []
    for place, candidate in sorted(labels.items()):
        name = text[slice(*candidate.name)]
        share = typical[style(name)] / typical.total()
        bits = (
            likeness(name, candidate.signature)
            + 3 * max(0, min(2, names[fold(name)] - (place in sure)))
            + max(-3, math.log2(8 * share + 0.01))
            - 6 * candidate.midway
        )
        if bits > -2.5 and fold(name) not in fields and not _defines(text, candidate, names):
            kept.append(candidate)
    return kept


def _apart(text: str, kept: list[Candidate], names: Counter[str]) -> list[Candidate]:
    """Without labels that have nothing between them and the next: of two lines, the likelier name is the label."""
    written = {candidate: text[slice(*candidate.name)] for candidate in kept}
    bits = {one.line: (likeness(name, one.signature), names[fold(name)]) for one, name in written.items()}
    alone = {candidate.line for candidate in kept if candidate.signature.alone}
    heads = {line for line in alone if line + 1 in bits and (line + 1 not in alone or bits[line] <= bits[line + 1])}
    below = {line + 1 for line in alone - heads if line + 1 in alone}
    return [candidate for candidate in kept if candidate.line not in heads | below]


def _presides(text: str, grammar: Grammar, top: Grammar) -> bool:
    """Whether one name recurs before the marks of the others that have more in front: "BOB: ...", "- Ann: ..."."""
    marks = grammar.signature
    if len(grammar.names) > 1 or len(grammar.candidates) < _FEWEST or marks.open or marks.close != top.signature.close:
        return False
    return ":" in marks.close and likeness(text[slice(*grammar.candidates[0].name)], marks) >= 1


def _addresses(marks: Signature, top: Signature) -> bool:
    """Whether a name is that of whom a message is to: "ann: hello" in a log of "<bob> ..."."""
    return "<" in top.open and "<" not in marks.open


def _titled(name: str, marks: Signature, top: Signature) -> bool:
    """Whether a title with a name stands on a line of its own, as elsewhere before what is said: "MS. LEE."."""
    return marks.alone and marks.close == top.close and style(name) == "title" and top.style in ("title", "capitals")


def _fields(text: str, found: list[Line], labels: Iterable[Candidate], names: Counter[str]) -> set[str]:
    """Words that never say anything: those of fields with an address or people behind: "Slides: https://..."."""
    values: dict[str, list[bool]] = defaultdict(list)
    for label in labels:
        valued = not label.signature.alone and "T" not in label.signature.open
        end = found[label.line].end
        value = valued and (_VALUE.fullmatch(text, label.end, end) or names[fold(text[label.end : end])] > 1)
        values[fold(text[slice(*label.name)])].append(bool(value))
    return {name for name, valued in values.items() if all(valued)}


def _defines(text: str, candidate: Candidate, names: Counter[str]) -> bool:
    """Whether a line in a list only says whose initials the labels are: "Ann Lee - Orla (AL)", "AL: Ann Lee"."""
    name = text[slice(*candidate.name)]
    spelt = _WHOLE.match(text, candidate.end)
    if spelt and "".join(word[0] for word in spelt["name"].split()) == name:
        return True
    initials = _SHORT.match(text, candidate.end, candidate.end + 90)
    return initials is not None and names[fold(initials[1])] > 0 and text[candidate.name[0]] == initials[1][0]


def _cut(text: str, found: list[Line], turns: list[int]) -> list[Line]:
    """The lines, in pieces that begin where turns do."""
    return [part for line in found for part in _parts(text, line, turns)] if turns else found


def _parts(text: str, line: Line, turns: list[int]) -> Iterable[Line]:
    inside = turns[bisect_right(turns, line.body) : bisect_left(turns, line.end)]
    for start, end in zip((line.start, *inside), (*inside, line.end), strict=True):
        closed = start + len(text[start:end].rstrip())
        first = start == line.start
        yield line._replace(start=start, end=closed, body=line.body if first else start, gap=line.gap if first else 0)


def given_labels(text: str, found: list[Line], names: Sequence[tuple[int, int]]) -> dict[int, Label]:
    """The labels that a document's format itself tells, by index of their line; `names` is where each name stands."""
    there = {line.start: index for index, line in enumerate(found)}
    labels: dict[int, Label] = {}
    for start, end in names:
        behind = end + (end > start and text[end : end + 1] == ":")
        if start in there:
            labels[there[start]] = Label(start, behind, (start, end), "given", alone=behind >= found[there[start]].end)
    return labels
