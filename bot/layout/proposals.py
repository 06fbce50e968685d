"""What a turn label could be: the marks, the name and the marks again at the beginning of a line.

Nothing is believed here. Every line proposes "open NAME close", and so does every sentence start inside a line where
the marks behind are strong; times, numbers and links in the marks are put as one sign each, and what is left is the
signature that lines share. How often it comes back, and with whose names, decides later.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.layout.candidates import Candidate, Signature
from bot.layout.lines import Line, enclosed
from bot.layout.stamps import SIGN, without_stamps
from bot.words import SHORT_TITLES

_ABBREVIATED = (
    rf"(?:(?:[A-Z]\.)+(?=[\s,-]|[A-Z])|(?=[A-Za-z]{{2,4}}\.\s)(?i:dr|mrs?|ms|no|rt|st|{'|'.join(SHORT_TITLES)})\."
    r"|(?:[A-Z][A-Za-z]{1,4}|no)\."
    r"(?= [A-Z\d][\w’'-]{0,20}(?: [A-Z][\w’'-]{1,20}){0,2}(?:,[^.:?!\[\]\n]{1,40})?[:\]]))"
)
_WORD = r"[^\W_](?:(?:[\w'’@+&/\\#~]|\.(?!(?<=[a-z]\.)[A-Z]{2})|-(?!-|(?<=[A-Z]{2}-)[A-Z][a-z]*\s))*[^\W_])?"
_WORD += r"(?:(?<=s)['’](?= [A-Z]))?"
_PICTURES = r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+(?:#\d{1,5})?"
_PART = rf"(?:{_ABBREVIATED}-?|{_WORD}|{_PICTURES})"
_NAME = re.compile(
    rf"\+\d[\d -]{{6,16}}\d(?=:)|{_PART}(?:(?:  ?|\xa0)(?:[&+] )?(?!\d+[:.]\d){_PART}){{0,8}}"
    r"(?: #\d+|,? (?:[JS]r|III?|IV)\b)?"
)
"""Up to nine words, or the number of a telephone."""
_SMALL = r"[^\W_][^\W_A-Z]*+(?:['’-][^\W_A-Z]++)*+['’]?"
_SENTENCE = re.compile(
    rf"(?=[A-Z])(?![AQ](?! [a-z])(?!\w)){_SMALL}"
    rf"(?:(?: {_SMALL}){{9}}|(?: {_SMALL}){{0,8}}, [a-z](?!aid|ays|rites|rote|ske?|eplied|ommented|osted|pened))"
)
"""How most paragraphs begin: more words than a name has, or a comma behind them."""
_TWICE = re.compile(
    r"(?:[A-Z][a-z]{2,9} of )?(?P<name>[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,3})(?P=name)(?![\w'’-])"
)
"""A name beside its picture, as it is copied from a page: "Photo of Ann LeeAnn Lee"."""
_HANDLE = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
"""A name behind "@", which needs no mark behind it."""
_NICK = re.compile(r"(?!https?:)[\w`^][^\s<>@*]{0,40}?(?=\\?>\*{0,2}[ \t])")
"""A name in angle brackets, which may hold any sign."""
_NAME_ENDS = re.compile(r"[. ](?:(?<=[A-Za-z]\.)\d+|(?<= )(?:says?|said|asks?|asked|to (?:Everyone|Me)))$")
"""What a name that it caught does not have: the number of a turn ("A.12"), a verb."""
_ADDRESSED = re.compile(r" {1,2}to {1,2}.+")
"""To whom a message of a chat goes, behind whom it is from."""
_EMPHASIS = r"</?(?:b|i|p|em|li|br|strong|bullet)>"
_ELEMENT = r"</\w{1,16}>|(?<!\\)<[a-z]\w{0,15}(?: [^<>\n]{1,80})?>(?=<|[^<>\n]{1,90}</)"
"""A tag whose element is short or holds another at once: "<cite>Ann</cite>"."""
_OPEN = re.compile(
    rf"(?:{SIGN}|(?<={SIGN})\]\([^()\s]{{0,300}}\)|"
    rf"[A-Z]?\d{{1,6}}(?=[.)\]\"]|,\")|\"(?=[^\"\n]{{1,60}}\",)|<v(?:\.[\w.]+)? |"
    r"<[a-z]\w{0,15} (?:[\w:-]{1,15}=\"[^\"\n]{0,60}\" ){0,3}(?:speaker|who|name|author|user|by)=\"(?!#)|"
    rf"{_EMPHASIS}|{_ELEMENT}|"
    r"[^\w\s+\"“„«]|(?<!<)(?<!<\\)(?<!< )_|\s)*+"
    r"(?:[QA] [-–—] (?=[A-Z][^\n:?!]{1,60}:)|"
    rf"(?:(?<={SIGN} )|(?<={SIGN}\t)|(?<={SIGN}\t ))From {{1,2}}(?=[^\n:]{{1,90}}:)|"
    r"[A-Z][a-z]{2,14} (?:#?\d{1,5} )?(?:[-–—|:]|by|from) @(?=\w))?"
)
_NOTE = (
    rf"(?:\s*\((?!{SIGN}+\)|\[)[^()\n]{{0,90}}(?:\([^()\n]{{0,40}}\)[^()\n]{{0,20}})?\)"
    rf"|\s*\((?=[A-Z])[^():\n]{{1,60}}(?=:)|\s*\[(?!{SIGN}+\])[^\[\]\n]{{1,60}}\](?!\())"
)
_NOTES = re.compile(rf"{_NOTE}*+")
_TAIL, _TAIL_ENDS = (
    re.compile(
        rf",? {{1,2}}(?:[-–—/|] )?[^\W_][^\n:.?!\"“”(){{}}<>{SIGN}]{{1,90}}?{_NOTE}{{0,2}}(?= ?:(?!//)|\. ?[-–—])"
        r"|,? (?:says?|said|asks?|asked)(?=:)"
    ),
    re.compile(r"[:.](?:(?<=:)|(?<=\.) ?[-–—])"),
)
"""What may stand behind a name: a party, an office, how it is said; and what ends it."""
_RUN = re.compile(
    rf"(?:</\w{{1,16}}>|(?<=\") [\w:-]{{1,15}}=(?=\")|\[{SIGN}+\]\([^()\s]{{0,300}}\)|{SIGN}+|\]\([^()\s]{{0,300}}\)|"
    r"\.\d{1,4}(?=[:.])|[^\w\s]|_|[ \t\xa0])*+"
    r"(?:(?:says?|said|writes|wrote|asks?|asked|replied|commented|posted|opened(?: this issue)?"
    rf"|to (?:Everyone|Me)(?: \(\w+\))?)(?: (?:on |at )?{SIGN}+)?[:,]?(?=\s|$))?"
)
_FAR = " " * 10 + ":"  # what stands behind names in the head of a case
_COLON = re.compile(rf"(?<!http)(?<!https):(?!\d)[*_\]]*(?:\s*[\[(]{SIGN}+[\])])?:?")
_OPENS_SPEECH = re.compile(r"\s+[\"“‘'(\[{<…*_-]{0,3}$|[\"“‘]$")
_REMARK = re.compile(r"[.!?…][)\]]")  # "(Applause.)"
_SAYS = re.compile(r"(?:says?|said|asks?|asked)$")
_QUOTED = re.compile(r"\s+[\"“‘'„«]")
_DIRECTED = re.compile(
    r" \[(?:[^\[\]\n]|\n(?=[ \t]*\S)){1,300}\]\.?(?=\s)"
    r"| {1,2}\([^()\n]{1,120}(?:\n(?=[ \t]*\S)[^()\n]{1,120}){1,4}\)(?P<close>\.-|\.|:)(?=\s)"
)
"""How a speech of a play is said, behind the name, over one line or more: "ANN [sternly]"."""
_ASKS = re.compile(
    rf"[QA](?:(?=[ \xa0]+(?![A-Z .]{{2,30}}:|[A-Z][a-z]+(?: [A-Z][a-z]+)?:)[A-Z0-9{SIGN}\"“(\[…*—-])"
    r"|(?:[.:][*_]*|[*_]*[.:]|[ \t]{1,12}:|[ ]?[-–—])(?=\s*[^\s\d]))"
)
"""A question or an answer, with or without a mark."""
_OFFICE = re.compile(r"\s*(?:--|—|–|-|\|)\s*[A-Z][^.?!:\n]{2,100}(?:(?<=Co|Jr|Sr)\.|(?<=Inc|Ltd)\.)?$")
_IN_BRACKETS = re.compile(r"\s*\(([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\)$")
"""A name behind what it stands for: "Teku (Ann Lee)"."""
_INSIDE = re.compile(
    r"(?=[ \tA-Z])(?:(?:(?<=[.?!…)\]\"”*])(?<![A-Z]\.)(?<!Mr\.|Ms\.|Dr\.)(?<!Mrs\.)[ \t]{1,4}|[ \t]{2,40}+)(?=[A-Z*])"
    r"|[ \t](?=(?:HON|MR|MRS|MS|DR)\. [A-Z])|(?<=[a-z][.?!)])(?=[A-Z]{2,20}(?: \[[A-Z]{1,4}\])?: )"
    r"|(?<=[a-z.?!)])(?=(?:[A-Z]{2,5}\.|[A-Z]{4,10}(?: [A-Z]{4,10})?) [A-Z][A-Z'’-]{1,20}\. [A-Z]))"
)
"""Behind the end of a sentence, a wide gap, or before a title or a name in capitals."""
_NUMBERED = re.compile(r"Q\d{1,4}\.?[ \t]+(?=[A-Z])")
"""The number of a question before who asks it: "Q47 Chair: "."""
_CLOSES = re.compile(r"[:.](?:(?<=:)[ *]|(?<=\.)-|(?<=[A-Z]{2}\.) (?=[A-Z]))")
"""What labels inside a line have behind the name."""
_CAPITALS = re.compile(r"(?:[A-Z]{2,5}\.|[A-Z]{4,}) [A-Z]{2}")
"""A title and a name in capitals, which need no more than a stop behind them: "MR. LEE. "."""
_GOES_ON = frozenset(["", "."])
"""What stands behind a name in a sentence that goes on in small letters: "Moss Jr. later joked"."""
_NO_CLOSE = frozenset([",", "@", "'", "’", "/", "?", "!", "&", "%", "+", "=", "(", '"', "“", "”", "..."])
"""What stands behind a word in any sentence."""
_TAG = re.compile(rf"{_EMPHASIS}\s?|(?<=\w) [^<>\n]{{1,80}}(?=>)")
_RANK = re.compile(r"<[@+%~&]")
"""Before those who keep a channel: "<@ann>"."""
_LINK, _TIME, _NUMBER, _ASKED = (
    re.compile(r"\]\([^()\s]*\)"),
    re.compile(rf"{SIGN}+"),
    re.compile(r"\d+"),
    re.compile("[QA] -"),
)
_CLOCK = re.compile(rf"\W?{SIGN}+\W?|1\d{{9}}(?:\.\d{{1,6}})?")
_HOUR = re.compile(r":\d|\d{9}")
"""In a time that is not a day alone: what only has a day above it is dated, not said."""
BELOW = "\n"
"""A time that stands alone on the line below a name."""
_NOBODYS = re.compile(
    rf"[*-] \[ \]|<!--|\W?{SIGN}+\]? (?:\*|\*{{3}}|[=!<>-]{{2,3}})\s"
    r"|\w[\w ]{1,20}:\s+[(+]?\d[\d ()./-]{6,20}\s*?(?:\n|\Z)"
)
"""What is to be done: "- [ ] Ann: ...", remarks, events: "[10:02] * Quits: ann", numbers: "Desk: (27) 750 11"."""
_LONGEST, _OPENING, _TAILS, _CLOSING = 100, 90, 120, 500
"""Characters of a name, of the marks before it, of what follows it, and of the marks behind."""


def propose(text: str, found: list[Line]) -> list[Candidate]:
    """The candidates of all lines, in order."""
    written, text = text, without_stamps(text).replace("&lt;", r"  \<").replace("&gt;", r"  \>")
    clocks = {n for n, line in enumerate(found) if _CLOCK.fullmatch(text, line.body, line.end)}
    hours = {n for n in clocks if _HOUR.search(written, found[n].body, found[n].end)}
    candidates: list[Candidate] = []
    inside = enclosed(text, found)
    for index, line in enumerate(found):
        if index in inside or _NOBODYS.match(text, line.body):
            continue
        end = line.body
        for candidate in _read(text, index, line.body, line):
            marks = candidate.signature
            if marks.alone and clocks:
                above = not marks.open and line.gap == 0 and index - 1 in hours
                marks = marks._replace(open="T" * above + marks.open, close=marks.close + BELOW * (index + 1 in clocks))
            candidates.append(candidate._replace(signature=marks))
            end = candidate.end
        if _CLOSES.search(text, end, line.end):
            candidates += _inside(text, index, end, line)
    return candidates


def _inside(text: str, index: int, start: int, line: Line) -> Iterator[Candidate]:
    for gap in _INSIDE.finditer(text, start, line.end):
        at = gap.end()
        if at < start or not _CLOSES.search(text, at, min(line.end, at + _LONGEST + _TAILS)):
            continue
        for candidate in _read(text, index, at, line):
            marks = candidate.signature
            strong = ":" in marks.close or marks.close.startswith(".-") or _CAPITALS.match(text, *candidate.name)
            if strong and not marks.alone and not marks.open.strip("*"):
                yield candidate._replace(inside=True)
                start = candidate.end


def _read(text: str, index: int, start: int, line: Line) -> Iterator[Candidate]:
    """What the line from `start` on begins with; twice where an office could stand behind the name."""
    end = line.end
    if _SENTENCE.match(text, start, end) and not _TAIL_ENDS.search(text, start, min(end, start + _LONGEST + _TAILS)):
        return
    opening = _OPEN.match(text, start, min(end, start + _OPENING))
    at = opening.end() if opening else start
    before = text[start:at]
    asks = _ASKS.match(text, at, end) if text[at : at + 1] in ("Q", "A") else None
    if asks and not before.strip("*_ "):
        signature = Signature(0, _norm(before), "Q", alone=False)
        yield Candidate(index, start, (at, at + 1), text[at], (0, 0), asks.end(), signature)
        return
    opens = _norm(before)
    twice = _TWICE.match(text, at, min(end, at + _LONGEST))
    if twice:
        at, opens = twice.end("name"), "="
    caught = _named(text, at, min(end, at + _LONGEST), before)
    if caught is None or (written := caught.group()).isdigit():
        return
    loud = written.isupper()
    directed = _DIRECTED.match(text, caught.end()) if loud else None
    if directed:
        signature = Signature(0, opens, directed["close"] or "[]", alone=False)
        yield Candidate(index, start, caught.span(), written, directed.span(), directed.end(), signature)
        return
    cut = (_ADDRESSED if opens.endswith("From") else _NAME_ENDS).search(written)
    name = at, at + cut.start() if cut else caught.end()
    if numbered := _NUMBERED.match(text, *name):
        name = numbered.end(), name[1]
    written = text[slice(*name)]
    note = _tail(text, name[1] if cut and cut.group()[0] == " " else caught.end(), min(end, name[1] + _TAILS))
    run = _RUN.match(text, note[1], min(end, note[1] + _CLOSING))
    first, last = run.span() if run else note
    alone = not text[last:end].strip()
    marks = "" if before.endswith("@") and text[first:last] == " " else _closing(text[first:last], alone=alone)
    if not (marks or alone) and loud and text.endswith(".)", *note):  # "ANN (with a smile.) Come"
        marks = "."
    if marks is None or _runs_on(text, before, note, (first, last), marks):
        return
    indent = int(alone and line.indent > 0)
    noted = alone and not marks and note[1] > note[0]
    signature = Signature(indent, opens, "()" if noted else _norm(marks), alone)
    if not alone and _OFFICE.match(text, first, end):
        office = Signature(indent, opens, "-- OFFICE", alone=True)
        yield Candidate(index, start, name, written, note, end, office)
    yield Candidate(index, start, name, written, note, end if alone else first + len(marks), signature)
    inner = _IN_BRACKETS.match(text, *note) if alone else None
    if inner:
        marks = f"(NAME){_norm(marks)}"
        here = note[1], note[1]
        yield Candidate(index, start, inner.span(1), inner[1], here, end, signature._replace(close=marks))


def _runs_on(text: str, before: str, note: tuple[int, int], run: tuple[int, int], marks: str) -> bool:
    """Whether no label ends here: within a link, in code, in a sentence that goes on or leads to a quotation."""
    first, last = run
    linked = before.rstrip("*_").endswith("[") and "]" not in text[first:last]  # "[Ann Lee: the dam](https://...)"
    scoped = text.startswith("::", first) and text[first + 2 : first + 3].isalpha()  # "devtools::install()"
    small = text[last : last + 1].islower() and text[last - 1] != "(" and marks.strip("*_ ") in _GOES_ON
    said = _SAYS.search(text[slice(*note)]) and _QUOTED.match(text, first + len(marks))  # "Ms Essex said: “...”"
    return linked or scoped or small or bool(said)


def _named(text: str, at: int, end: int, opens: str) -> re.Match[str] | None:
    """The name behind the marks: a nick between angles, a handle behind "@", or words."""
    if "<" not in opens:
        return (_HANDLE if opens.endswith("@") else _NAME).match(text, at, end)
    name = _NICK.match(text, at, end) or _NAME.match(text, at, end)
    return None if name and f"</{name.group()}>" in text else name  # an element of a page


def _tail(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where what stands behind a name does."""
    notes = _NOTES.match(text, start, end)
    at = notes.end() if notes else start
    tail = _TAIL.match(text, at, end) if _TAIL_ENDS.search(text, at, end) else None
    return start, tail.end() if tail else at


@lru_cache(maxsize=4096)
def _closing(run: str, *, alone: bool) -> str | None:
    """Of the marks behind a name, those that close the label; None where they are none of a label's."""
    if _FAR in run:
        return None
    if alone:
        return None if _REMARK.match(run) else run.rstrip()
    marks = _OPENS_SPEECH.sub("", run)
    colon = _COLON.search(marks) if ":" in marks else None
    if colon:
        marks = marks[: colon.end()]
    if "\t" in run or (not marks and "  " in run):
        return run
    return marks if marks.strip() and marks.strip() not in _NO_CLOSE else None


@lru_cache(maxsize=4096)
def _norm(marks: str) -> str:
    """Marks without what differs from line to line."""
    if marks.isspace():
        return "TAB" if "\t" in marks else "  " if len(marks) > 1 else ""
    marks = _RANK.sub("<", _NUMBER.sub("#", _TIME.sub("T", _LINK.sub("]U", _ASKED.sub("Q -", _TAG.sub("", marks))))))
    return " ".join(marks.replace("\t", " TAB ").split())
