"""Times as transcripts and chats write them: where one stands, and how many seconds it is."""

from collections.abc import Iterable
from itertools import pairwise

from bot.patterns import lazily

TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday
    """.split()
)
"""When something happens, in one word."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:\d{1,4}[-/.]\w{1,9}[-/.]\d{2,4}"
    rf"|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? \d{{4}}"
    r"|(?:Today|Yesterday)(?= at \d))"
)
_CLOCK = (
    r"-?\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,6})?(?: ?[AaPp]\.?[Mm]\b\.?)?(?:Z|[+-]\d{2}:?\d{2}\b)?(?: UTC| GMT)?"
)
_SPELT = r"(?:\d{1,3} (?:hour|minute|second)s?,? ?){1,3}|\d{1,2}h ?\d{1,2}m(?: ?\d{1,2}s)?|\d{1,2}m ?\d{1,2}s"
STAMP = rf"(?:{_DAY}(?:(?:,? at |,? |T|_){_CLOCK})?|{_CLOCK}|{_SPELT})"
"""A time, a day, or both; without brackets."""
SIGN = "\ufdd0"
"""Stands for a character of a time: one that Unicode keeps for such use, and no text has."""
_CLOCKS = lazily(r"(?P<numbers>\d{1,3}(?::\d{2}){1,3}(?:[.,]\d{1,6})?)(?: ?(?P<half>[AaPp])\.?[Mm])?")
_UNIT = lazily(r"(\d{1,3}) ?(hour|minute|second|h|m|s)")
_SECONDS = {"h": 3600, "m": 60, "s": 1}


_DATED = lazily(_DAY)
ALONE = lazily(
    rf"\\?[\[(]?(?:(?:{_DAY}(?:,? at |,? |T|_))?{_CLOCK}|{_SPELT})\\?[\])]?:?"
    rf"(?: *--> *{_CLOCK}.*| ?[-–—] ?{_CLOCK}(?: \([^()\n]*\))?)?|1\d{{9}}(?:\.\d{{1,6}})?"
)
"""A line that is nothing but a time, or from one to another; also in seconds since 1970."""
_HINT = lazily(r"\d(?::\d\d|\d{3}|[-/.]\w|\d? ?[hms])")
"""In every time; quickly looked for."""
_FIND = lazily(rf"(?=[-\dADFJMNOSTWY])(?<![^\W_]){STAMP}")


def without_stamps(text: str) -> str:
    """The text with a sign for each character of a time: patterns need to know where times stand, not how they look."""
    parts: list[str] = []
    at = 0
    while hint := _HINT.search(text, at):
        start = max(at, text.rfind("\n", at, hint.start()) + 1)
        end = text.find("\n", hint.end()) + 1 or len(text)
        parts += text[at:start], _FIND.sub(lambda stamp: SIGN * len(stamp.group()), text[start:end])
        at = end
    return "".join([*parts, text[at:]])


def times(text: str, places: Iterable[tuple[int, int]]) -> tuple[tuple[int, float], ...]:
    """From where each time holds, and how many seconds it is; `places` are labels and lines that have one.

    Two numbers are minutes and seconds; hours and minutes where days stand before them or one comes twice in a row.
    """
    found = [(start, stamp.group()) for start, end in places if (stamp := _FIND.search(text, start, end))]
    of_day = any(_DATED.match(stamp) for _, stamp in found) or any(a[1] == b[1] for a, b in pairwise(found))
    timed = ((start, seconds(stamp, of_day=of_day)) for start, stamp in found)
    return tuple((start, second) for start, second in timed if second is not None)


def seconds(stamp: str, *, of_day: bool = False) -> float | None:
    """How many seconds a stamp is; None for a day alone. Two numbers are minutes and seconds unless `of_day`."""
    clock = _CLOCKS.search(stamp)
    if clock is None:
        units = _UNIT.findall(stamp)
        return float(sum(int(number) * _SECONDS[unit[0]] for number, unit in units)) if units else None
    half = (clock["half"] or "").casefold()
    numbers = [float(number.replace(",", ".")) for number in clock["numbers"].split(":")][:3]
    if len(numbers) == 2:
        numbers = [*numbers, 0] if of_day or half else [0, *numbers]
    hours, minutes, rest = numbers
    hours = hours % 12 + 12 * (half == "p") if half else hours
    return hours * 3600 + minutes * 60 + rest
