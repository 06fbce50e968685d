"""Mail threads: who wrote each message, and whose words it quotes."""

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


def mail_labels(text: str, found: list[Line]) -> dict[int, Label]:
    """Messages of a mail thread: "From:" above each, "On ..., X wrote:" above what it quotes."""
    labels: dict[int, Label] = {}
    for index, line in enumerate(found if "From:" in text else ()):
        sender = _FROM.match(text, line.body, line.end)
        if sender and index + 1 < len(found) and _HEADER.match(text, found[index + 1].body):
            labels[index] = Label(line.start, line.end, sender.span("name"), "mail", alone=True)
    if labels:
        for index, line in enumerate(found):
            quoted = _QUOTE.match(text, line.body, line.end)
            if quoted:
                labels[index] = Label(line.start, line.end, quoted.span("name"), "mail-quote", alone=True)
            elif _HEADER.match(text, line.body, line.end) and index - 1 in labels and index not in labels:
                labels[index] = Label(line.start, line.end, (line.start, line.start), "mail-header", alone=True)
    return labels
