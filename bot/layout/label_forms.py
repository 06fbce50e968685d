"""The ways to write a turn label, each with a name and a line that has it."""

import re
from typing import NamedTuple

from bot.patterns import lazily

_DATE = r"(?:\d{1,4}[-/.]\w{2,9}[-/.]\d{2,4}(?:,?[ ]+|T))?"
_CLOCK = rf"{_DATE}\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[.,]\d{{1,6}})?(?:[ ]?[AaPp]\.?[Mm]\.?|Z|[+-]\d{{2}}:?\d{{2}})?"
STAMP = rf"(?:\\?[\[(]{_CLOCK}\\?[\])]|{_CLOCK})"
_NAME = r"(?P<name>[^\s:<>{}|\"?!;=\[\]][^:<>{}|\"?!;=\[\]\n]{0,97}?)"


class Label(NamedTuple):
    """A turn label. `start` to `end` is nobody's words; `name` is where the speaker's name stands in it."""

    start: int
    end: int
    name: tuple[int, int]
    form: str
    alone: bool
    """On a line of its own."""


class Form(NamedTuple):
    """One way to write a label; `example` is a line that has it."""

    name: str
    example: str
    signs: tuple[str, ...]
    """Strings of which it has one."""
    pattern: re.Pattern[str]
    sure: bool = False
    """The marks around the name leave no doubt: one candidate is enough."""
    within: int = 240
    """Characters at the beginning of a line among which the sign is looked for."""
    longest: int = 1 << 30
    """Characters of the longest line that can have it."""


def _form(
    name: str, example: str, signs: str, pattern: str, *, sure: bool = False, within: int = 240, longest: int = 1 << 30
) -> Form:
    return Form(name, example, tuple(signs.split("|")), lazily(pattern), sure, within, longest)


FORMS = (
    _form("voice", "<v Sarah>Welcome.", "<", r"<v(?:\.[\w.]+)? (?P<name>[^<>\n]{1,60})>", sure=True),
    _form("angle", "[00:04:30] <ann> hello", "<", rf"(?:{STAMP}\s*)?<[ @+%]?(?P<name>[^\s<>][^<>\n]{{0,40}})>(?=\s)"),
    _form("stamped-line", "[05-Dec-19 10:20 AM] ann#5516", "]", rf"\[{_CLOCK}\]\s+(?P<name>[^\s*<:][^:<>\n]{{0,60}})$"),
    _form(
        "name-and-time",
        "Ann Lee  00:04:45",
        ":0|:1|:2|:3|:4|:5",
        rf"[*_]{{0,3}}{_NAME}[*_]{{0,3}}:?\s*[-|]?[–—]?\s*(?:(?:Tod|Yesterd)ay at )?{STAMP}:?$",
        longest=200,
    ),
    _form(
        "name-and-title",
        "Ann Lee -- Head of Research",
        "--|—|–",
        rf"{_NAME}\s*(?:--|—|–)\s*(?=[A-Z])(?:[^.?!]|\.(?:(?<=Co\.|Jr\.|Sr\.|St\.)|(?<=Inc\.|Ltd\.)|(?<=Corp\.))){{2,100}}$",
        longest=240,
    ),
    _form(
        "colon",
        "MS. LEE: Good morning.",
        ":",
        rf"(?:{STAMP}[ \t]*[-–]?[ \t]*)?(?:(?:#{{1,6}}|[-*•–+]|\[?\d{{1,4}}[\].)]) )?(?:[QA] [-–—] )?[*_]{{0,3}}{_NAME}"
        rf"[*_]{{0,3}}\s{{0,2}}(?:{STAMP}\s?)?[*_]{{0,3}}:[*_]{{0,3}}(?=\s|$|[A-Z\"'(\[]|[“‘])(?:\s*\\?[\[(]{_CLOCK}\\?[\])])?",
    ),
    _form(
        "question-and-answer",
        "Q   What happened?",
        "Q |Q.|Q:|Q-|Q–|Q—|Q\xa0|A |A.|A:|A-|A–|A—|A\xa0",
        r"(?P<name>[QA])(?:[.:]\s*|[ ]?[-–—][ ]|[ \xa0]{2,}|\xa0|[ ](?=[A-Z“\"]))(?=\S)",
        within=2,
    ),
    _form(
        "period",
        "Senator LEE. Thank you.",
        ".",
        r"[*_]{0,3}(?P<name>(?:The )?(?:(?:(?i:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Hon|St)|[A-Z])\. |[A-Z][\w'’\-]* ){0,4}"
        r"[A-Z][\w'’\-]+(?: of [A-Z]\w+(?: [A-Z]\w+)?)?)\.[*_]{0,3}(?=\s{1,4}[A-Z\[(“\"‘—…]|\s*$)",
        within=100,
    ),
    _form(
        "stop-and-dash",
        "Hon. LEE (Orla).- Thank you.",
        ".-|–|—",
        r"(?P<name>[A-Z][^:;?!,\n]{1,140}?)(?:,[^:;?!\n]{1,80}?)?\.[ ]?[-–—]{1,2}(?=\s*\S)",
    ),
    _form(
        "dash",
        "LEE – Thank you.",
        "–|—|-",
        r"(?P<name>[A-Z][\w.’' ]{1,40}?)\s[-–—]{1,2}\s(?=[A-Z\"“‘(\[])",
        within=45,
    ),
    _form(
        "commented",
        "**ann** commented on Mar 3, 2021",
        "commented|replied|wrote|posted|opened",
        r"(?:#{1,6} )?[*_@]{0,4}(?P<name>[^\s*_:,.][^\s:,]{0,40}(?: [^\s:,]{1,20}){0,2}?)[*_]{0,3} "
        r"(?:commented|replied|wrote|posted|opened(?: this issue)?) (?:on|at) [^\n]{4,60}$",
        longest=140,
    ),
    _form("bracket", "[Ann Lee] Good morning.", "]", r"\[(?P<name>[A-Z][^\[\]\n]{1,90})\](?=\s+\S)"),
    _form("line", "Ann Lee", "", rf"(?:#{{1,6}} )?[*_]{{0,3}}{_NAME}:?[*_]{{0,3}}:?$", longest=110),
)
