"""What opens a sentence and is no word of it: the number of an item, the place and date that a story is from."""

from collections.abc import Sequence

from bot.patterns import lazily
from bot.speakers.grammar.tokens import Place, Tokens

_NUMBER = r"(?:\d{1,3}(?:[.)]|(?= (?:This|[A-Z]\w*[^\Ws])\s))|\(?[a-z\d]{1,4}\))\s+"
_DASH = r"\s?(?:--?|[–—―])\s*(?=[A-Z\"“'‘])"
_FROM = r"(?:,? \([A-Z][\w/. ]{1,20}\)|, [A-Z]{2,10})"
_PART = r"(?:, [^\s,—–]{1,20}(?: [^\s,—–]{1,20}){0,3})"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?: \d{4})?"
_CAPITALS = r"[A-Z][A-Z’'.-]{1,20}(?: [A-Z][A-Z’'.-]{1,20}){0,3}"
_NAME = r"[A-Z][\w’'.-]{1,20}(?: [A-Z\d][\w’'.-]{0,20}){0,3}"
_OPENING = lazily(
    rf"{_NUMBER}|(?:(?P<place>{_CAPITALS}(?={_PART}{{0,2}}{_FROM}?{_DASH})"
    rf"|{_NAME}(?={_PART}??(?:, {_DATE}{_FROM}?|{_FROM}){_DASH}))(?:{_PART}|{_FROM}){{0,3}}{_DASH})|{_CAPITALS}:\s+"
)
"""A place stands in capitals, or before a date or an agency: "ORLA, 3 May 1936 — | The mayor", "Orla (AFP) - | Lee"."""


def opened(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a sentence begin, and where the place that it is from ends, -1 without one."""
    found = _OPENING.match(text, start, end)
    return (found.end(), found.end("place")) if found else (start, -1)


def sentence_tokens(
    text: str, start: int, end: int, quotes: Sequence[Place] = (), names: Sequence[Place] = ()
) -> Tokens:
    """The tokens of a sentence from its first word on."""
    return Tokens(text, opened(text, start, end)[0], end, quotes, names)
