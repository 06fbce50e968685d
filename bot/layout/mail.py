"""Mail threads: who wrote each message, and whose words it quotes."""

import re
from typing import NamedTuple

from bot.layout.lines import Line
from bot.patterns import lazily


class Label(NamedTuple):
    """A turn label. `start` to `end` is nobody's words; `name` is where the speaker's name stands in it."""

    start: int
    end: int
    name: tuple[int, int]
    form: str
    alone: bool
    """On a line of its own."""
    note: tuple[int, int] = (0, 0)
    """What stands behind the name: a party, an office, who holds it."""
    stamped: bool = False
    """It has a time."""


_FROM = lazily(r"From:\s*\"?(?P<name>[^\"<>:\n]+?)\"?\s*(?:<[^>\n]*>)?$")
_HEADER = lazily(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|In-Reply-To|References):")
_QUOTE = lazily(
    r"(?:On|El|Le|Am|Il)\b[^\n]{5,90}?(?:,|\bat [\d:]+(?: [AP]M)?,?)\s+(?P<name>[^,<>\n\d]{3,60}?)\s*(?:<[^>\n]*>)?\s*"
    r"(?:wrote|escrib\S{1,4}|a écrit|schrieb|ha scritto)\s*:$"
)
_CITES = lazily(
    r"(?:[^\n]{0,120}[\d,*:\])]\s+|On [A-Z][a-z]+ |Quoting |Excerpts from )?\"?(?P<name>[A-Z][^\s\d\"<>(),:]*"
    r"(?: [^\s\d\"<>(),:]+){0,4}?)\"?"
    r"(?: ?(?:[<(\[]|['’]s message)[^\n]{0,120}(?:\n[> ]*wrote)?|\s(?:wrote|writes|said)):$"
)
"""Above words that are quoted by ">": "2021-05-03 10:00 GMT Ann Lee <ann@example.org>:", "Ann Lee writes:"."""
_WROTE, _NEAR = "wrote:", 4
_I = frozenset("He I She They We You".split())


def mail_labels(text: str, found: list[Line]) -> dict[int, Label]:
    """Messages of a mail thread: "From:" above each, "On ..., X wrote:" above what it quotes."""
    labels: dict[int, Label] = {}
    for index, line in enumerate(found if "From:" in text else ()):
        sender = _FROM.match(text, line.body, line.end)
        if sender and index + 1 < len(found) and _HEADER.match(text, found[index + 1].body):
            labels[index] = Label(line.start, line.end, sender.span("name"), "mail", alone=True)
    if labels:
        for index, line in enumerate(found):
            quoted = _QUOTE.match(text, line.body, line.end) or _cites(text, found, index)
            if quoted:
                labels[index] = Label(line.start, line.end, quoted.span("name"), "mail-quote", alone=True)
                if quoted.start() < line.start:
                    above = found[index - 1]
                    labels[index - 1] = Label(above.start, above.end, (above.start,) * 2, "mail-header", alone=True)
            elif _HEADER.match(text, line.body, line.end) and index - 1 in labels and index not in labels:
                labels[index] = Label(line.start, line.end, (line.start, line.start), "mail-header", alone=True)
    return labels


def _cites(text: str, found: list[Line], index: int) -> re.Match[str] | None:
    """Who is quoted below a line that tells so."""
    line = found[index]
    following = [after for after in found[index + 1 : index + _NEAR] if after.body < after.end]
    if text[line.end - 1] != ":" or not following or following[0].depth <= line.depth:
        return None
    above = found[index - 1] if index and text[line.body : line.end] == _WROTE else line
    named = _CITES.match(text, above.body, line.end)
    return named if named and named["name"] not in _I else None
