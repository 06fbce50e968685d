"""The turn labels of a transcript: which lines begin with somebody's name, in whatever way the document writes it.

A label is believed because its form recurs, not because the document is known: each form of `FORMS` proposes
candidates, and those whose names come back become labels. What comes out are offsets; who is meant is decided later.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.layout.label_forms import FORMS, Label
from bot.layout.lines import Line
from bot.layout.mail import mail_labels
from bot.patterns import lazily

_SMALL = frozenset(
    "and for from in of on the to with de del der den di du la le van von bin ibn al el y e & - – —".split()
)

# Words that head a paragraph but never speak (from style guides for minutes, press releases and mail headers).
HEADINGS = frozenset(
    """
    abstract act action actions address agenda apologies approved attendance attendees attending audio author by-line
    byline caption categories category channel chapter characters company conclusion contact contacts
    copyright correction credit credits date dated day deadline decision description details disclaimer
    discussion duration edited editor's editors' email enter epilogue episode example examples exhibit fax
    figure file filed for further guild headline hint how image important introduction issue item keywords
    language layout lecture length lesson link links list location media members messages minutes more moved
    next note notes opinion outcome part participants phone photo picture place present presenter price
    published publisher quarter range reading recommendation reference references related release reported
    resolution resolved results rule scene script season section see session slug source sources speakers step
    steps subject summary table tags task tel telephone theme ticker time tip title topic transcribed transcript
    translation type update updated url venue version video volume warning watch website what when where who why
    written
    """.split()
)
_TITLES = frozenset(
    """
    admiral ambassador attorney baroness captain cardinal chair chairman chairwoman chief colonel commissioner
    congressman congresswoman councillor councilmember dame deputy doctor dr father general gov governor hon
    judge justice king lady lieutenant lord madam major master mayor minister miss mr mrs ms officer pastor
    premier president prime prince princess prof professor queen rabbi rep representative rev reverend right
    secretary sen senator sergeant shri shrimati sir sister smt the vice
    """.split()
)

_SOMEBODY = frozenset("member participant speaker voice".split())
"""Nouns in small letters for who has no name: "Audience member"."""
_ABBREVIATED = frozenset("capt col dr gen gov hon lt mr mrs ms prof rep rev sen sgt sr st".split())


_UNNAMED = frozenset(["Moderator", "Operator", "Unidentified Analyst", "Unidentified Participant", "Unknown Speaker"])
"""Who stands without a title among names with one."""
_RUNS_ON = lazily(r"(?:^|(?<=\n)|(?<=[.!?…)\]”\"'] ))(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})$")
_FEWEST, _TURN = 4, 600
"""Turns that run on: least of them, and most characters of one."""
_LONGEST = 60
"""Characters of a name."""
_ADDRESSES = lazily(r"\s+(?:Mr|Madam|Mrs|Ms)\.? (?:Chair(?:man|woman)?|President|Speaker)\b")
"""How a speech in a chamber begins, so that one label is enough."""
_HANDLE = lazily(r"(?:u/|@)[\w.-]{2,30}")
"""What people are called in forums: "u/ann", "@ann"."""
_NUMBERED = lazily(r"[a-z]{2,9}[ _-]?\d{1,3}")
"""What a machine calls the speakers that it heard: "spk02"."""
_INITIALS = lazily(r"\(([A-Z]\w{0,4})\)$")
_NO_NAME = re.compile(r", | - |\w{3}\.$|\b(?:19|20)\d\d\b")
"""What an address, an entry of a list or a title has, and no name on a line of its own."""


def separated(text: str, found: list[Line]) -> list[Line]:
    """The lines of a document, cut before each turn where turns run on: "ANN: Welcome. BOB: Thanks. ANN: ...".

    The same few names must come back before a colon, all through the document.
    """
    names: dict[int, str] = {}
    for colon in re.finditer(":(?= )", text) if text.count(": ") > _FEWEST else ():
        match = _RUNS_ON.search(text, max(0, colon.start() - _LONGEST), colon.start())
        if match and _speaks(match["name"], nick=False):
            names[match.start("name")] = fold(match["name"])
    count = Counter(names.values())
    short = {name for name, number in count.items() if number > 1}
    turns = sorted(start for start, name in names.items() if name in short or _letters(name) in short)
    several = sum(number > 1 for number in count.values()) > 1
    if not several or len(turns) <= _FEWEST or len(text) > _TURN * len(turns):
        return found
    return [part for line in found for part in _cut(text, line, turns)]


def _letters(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _cut(text: str, line: Line, turns: list[int]) -> Iterable[Line]:
    """A line in pieces that begin where turns do; itself where none begins inside."""
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


def find_labels(text: str, found: list[Line]) -> dict[int, Label]:
    """The labels of a document, by index of their line in `found`."""
    labels = mail_labels(text, found)
    if labels:
        return labels
    candidates: dict[str, dict[int, Label]] = {}
    for index, line in enumerate(found):
        for label in _candidates(text, line):
            candidates.setdefault(label.form, {})[index] = label
    for form in FORMS:
        chosen = candidates.get(form.name, {})
        if form.name == "colon":
            chosen = _alike(text, chosen)
        if form.name in ("line", "period"):
            chosen = _with_text_behind(chosen, found, labels)
        if chosen and (form.sure or _recurs(text, found, chosen, form.name)):
            labels = chosen | labels
    if not labels:
        return {}
    if any(label.form == "question-and-answer" for label in labels.values()):  # who objects, who overrules
        others = candidates.get("colon", {})
        labels = {n: label for n, label in others.items() if _titled(text[slice(*label.name)])} | labels
    said = {fold(text[slice(*label.name)]) for label in labels.values()}
    nicks = candidates.get("angle", {})
    labels = {n: label for n, label in nicks.items() if fold(text[slice(*label.name)]) in said} | labels
    return labels | _known(text, found, labels)


def _candidates(text: str, line: Line) -> Iterable[Label]:
    size = line.end - line.body
    for form in FORMS:
        close = min(line.end, line.body + form.within)
        for sign in form.signs if size <= form.longest else ():
            if text.find(sign, line.body, close) >= 0:
                break
        else:
            continue
        match = form.pattern.match(text, line.body, line.end)
        if match is None or (form.name == "line" and _NO_NAME.search(match["name"].partition("(")[0])):
            continue
        stamped = match.start("name") > line.body + 4
        handle = form.name == "name-and-time" and match["name"][0].isalpha() and " " not in match["name"].strip()
        nick = form.name in ("angle", "commented", "stamped-line", "voice")
        if _speaks(match["name"], nick=nick or stamped or handle):
            alone = not text[match.end() : line.end].strip()
            yield Label(line.start, match.end(), match.span("name"), form.name, alone)
            if form.name in ("voice", "angle", "colon"):
                return


def _speaks(name: str, *, nick: bool) -> bool:
    """Whether `name` can be that of a speaker: capitalised words, initials, a role; or any nickname."""
    bare = re.sub(r"\([^()]*\)?", " ", name).strip(" *_.,)-–—")
    words = bare.split()
    if (
        not any(map(str.isalnum, bare))
        or fold(words[-1]) in _ABBREVIATED
        or name.rstrip().endswith(",")
        or words[0].casefold().strip(".") in HEADINGS
        or "://" in name
        or "   " in name
        or "“" in name
        or "”" in name
    ):
        return False
    if nick or _NUMBERED.fullmatch(bare) or _HANDLE.fullmatch(bare):
        return len(words) <= 5
    large = [word for word in words if word.casefold() not in _SMALL or word.isupper()]
    return (
        0 < len(large) <= 6
        and (large[0] == words[0] or words[0] in ("The", "THE"))
        and words[-1] in large
        and all(
            word[0].isupper() or word[0] in "#’'" or (n > 0 and (word.isdigit() or word in _SOMEBODY))
            for n, word in enumerate(large)
        )
    )


def fold(name: str) -> str:
    """A label's name without case, brackets, points and stars: "MR. PRICE" and "Mr Price" are one."""
    return " ".join(re.sub(r"\([^()]*\)?|\[[^\]]*\]?|[.*_,:#]", " ", name).casefold().split())


def _alike(text: str, chosen: dict[int, Label]) -> dict[int, Label]:
    """Without the few that are not in capitals, where almost all are: words that stand before a colon by chance."""
    large = {index: label for index, label in chosen.items() if text[slice(*label.name)].isupper()}
    return large if len(large) > _FEWEST and 5 * len(large) > 4 * len(chosen) else chosen


def _recurs(text: str, found: list[Line], chosen: dict[int, Label], form: str) -> bool:
    written = [text[slice(*label.name)] for label in chosen.values()]
    short = {fold(match[1]): fold(name) for name in written if (match := _INITIALS.search(name))}
    names = Counter(short.get(fold(name), fold(name)) for name in written)
    recurring = sum(count for count in names.values() if count > 1)
    if form == "question-and-answer":
        return names["q"] > 1
    if form == "line":
        enough = 2 * recurring >= len(chosen) or (recurring > 1 and all(map(_titled, written)))
        return len(chosen) > 3 and enough and len(names) > 1
    if form == "dash":
        return len(chosen) > _FEWEST and 2 * recurring >= len(chosen) and len(names) > 1
    if form == "period" and all(_ADDRESSES.match(text, label.end) for label in chosen.values()):
        return True
    if form == "period":
        titled = sum(map(_titled, written))
        return recurring > 2 and len(names) > 1 and (2 * titled > len(chosen) or 3 * len(chosen) > _heads(found))
    if form == "colon" and len(chosen) > 1 and all(_bold(text, label) for label in chosen.values()):
        return all(len(name.split()) > 1 for name in names)
    if form == "name-and-time" and len(chosen) > 2 and all(_bracketed(text, label) for label in chosen.values()):
        return True
    if len(chosen) > 2:
        return recurring > 1 or all(map(_titled, written))
    return len(chosen) == 2 and form == "colon" and _exchange(text, found, chosen)


def _bold(text: str, label: Label) -> bool:
    return text[label.name[0] - 2 : label.name[0]] in ("**", "__")


def _bracketed(text: str, label: Label) -> bool:
    """Whether a time in brackets stands behind the name: "Ann Lee (00:04:45):"."""
    return bool(set("([") & set(text[label.name[1] : label.end]))


def _exchange(text: str, found: list[Line], chosen: dict[int, Label]) -> bool:
    """Two labels alone: a question by one and the answer by the other on the next line."""
    first, second = sorted(chosen)
    names = [text[slice(*chosen[index].name)] for index in (first, second)]
    return second == first + 1 and text[found[first].end - 1] == "?" and fold(names[0]) != fold(names[1])


def _titled(name: str) -> bool:
    words = fold(name).split()
    return words[0] in _TITLES or (name.isupper() and len(name) > 1)


def _heads(found: list[Line]) -> int:
    return sum(line.gap > 0 for line in found) + 1


def _with_text_behind(chosen: dict[int, Label], found: list[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """Without candidates on a line of their own that stand before another label or at the end."""
    return {
        index: label
        for index, label in chosen.items()
        if not label.alone or (index + 1 < len(found) and index + 1 not in chosen and index + 1 not in labels)
    }


def _known(text: str, found: list[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """Lines that begin with a name already known as a label, whatever stands behind it ("SYG. I agree", "Operator")."""
    names = {text[slice(*label.name)] for label in labels.values() if len(text[slice(*label.name)]) > 1}
    more: dict[int, Label] = {}
    known = {*names, *(_UNNAMED if any(label.form == "name-and-title" for label in labels.values()) else ())}
    for index, line in enumerate(found):
        if index in labels:
            continue
        head = re.match(r"[^.:\n]{2,100}?(?=[.:](?:\s|$)|$)", text[line.body : min(line.end, line.body + 102)])
        if head and head.group() in known:
            end = line.body + head.end()
            end += text[end : end + 1] in (".", ":")
            alone = end >= line.end
            if not alone or (index + 1 < len(found) and index + 1 not in labels):
                more[index] = Label(line.start, end, (line.body, line.body + head.end()), "known", alone)
    return more
