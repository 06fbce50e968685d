"""Times as transcripts and chats write them: where one stands, and how many seconds it is."""

import re

from bot.patterns import lazily

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
_PARTS = lazily(r"(?P<clock>(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,6})?)(?: ?(?P<half>[AaPp])\.?[Mm])?")
_UNIT = lazily(r"(\d{1,3}) ?(hour|minute|second|h|m|s)")
_SECONDS = {"h": 3600, "m": 60, "s": 1}


def seconds(stamp: str, *, of_day: bool = False) -> float | None:
    """How many seconds a stamp is; None for a day alone. Two numbers are minutes and seconds unless `of_day`."""
    parts = _PARTS.search(stamp)
    if parts is None:
        units = _UNIT.findall(stamp)
        return float(sum(int(number) * _SECONDS[unit[0]] for number, unit in units)) if units else None
    numbers = [float(number.replace(",", ".")) for number in re.split(":", parts["clock"])]
    half = (parts["half"] or "").casefold()
    if len(numbers) == 2:
        numbers = [*numbers, 0.0] if of_day or half else [0.0, *numbers]
    if half:
        numbers[0] = numbers[0] % 12 + 12 * (half == "p")
    return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
