"""Whose a text of one voice is, as its head or its end says.

The head of a speech or letter says whose it is ("STATEMENT BY ...", "Letter from ...", "speakers: ..."), or its end
does ("Sincerely, ..."); that it speaks in the first person says that it is one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.documents import header_end
from bot.layout import HEADING, TEXT, Layout, Span
from bot.patterns import lazily
from bot.speakers.grammar.tokens import ROLE, TAGS, TITLE

_KINDS = (
    "address|answer|comments|interview|lecture|letter|message|op-ed|opinion|"
    "remarks|reply|response|sermon|speech|statement|testimony|written evidence"
)
_HELD = frozenset(["address", "lecture", "remarks", "sermon", "speech"])
_WRITTEN = frozenset(["letter", "message", "op-ed", "opinion", "written evidence"])
_BY = lazily(
    rf"\b(?P<kind>{_KINDS})s?\b(?:[^\n.:]{{0,40}}?\s(?=by|from)|\s(?=of))(?P<way>by|from|of)\s+(?:the\s+)?"
    r"(?:[\w ]{2,30} (?:for|of) [\w ]{2,40}, (?=(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?-i:[A-Z])\w* (?-i:[A-Z])))?"
    r"(?P<name>(?-i:[A-Z])[^\n,;:\"”(]{2,80}?)"
    r"(?=\s+(?:to|on|at|in|for|regarding|about|ahead|before|after|following)\b|[\n,;:\"”(]|$)",
    re.IGNORECASE,
)
_DELIVERS = lazily(
    r"^[#*_ ]{0,5}(?P<name>[A-Z](?:[^\n,;:\"”(.]|(?<=[ .][A-Z])\.){2,80}?)"
    r"(?:['’][sS]?(?!\w)| (?:delivers|delivered|gives|gave|makes|made)\b)"
    rf"[^.:]{{0,60}}?\b(?P<kind>(?i:{_KINDS}))s?\b(?P<way>)",
    re.MULTILINE,
)
"""The same before what is named: "Minister Ann Lee delivers the opening address", "The President's remarks"."""
_BELOW = lazily(
    rf"^(?P<name>[A-Z][^\n,;:\"”(.]{{2,60}})\n\s*(?P<kind>{_KINDS})\b(?!\s+(?:by|from)\b)(?P<way>)",
    re.MULTILINE | re.IGNORECASE,
)
"""A name on a line of its own above what it is: "Ann Lee", "Speech at the opening of the bridge"."""
_SUMMARY = lazily(
    r"\bsummary of (?:what (?:was|has been) said|(?:the )?(?:remarks|comments|statement)(?: made| given)?) by "
    r"(?P<name>[^\n–—,;:(]{3,80}?)(?=\s+(?:-|to|at|on|in|during)\s|\s*[\n–—,;:(])",
    re.IGNORECASE,
)
_WHO = r" (?:assembled|gathered|involved|meeting|representing|united|who|working)"
_LAST = 4
"""Paragraphs at the end among which a letter is signed."""
_OPENING = 8
"""Sentences among which a text says in whose name it speaks."""
_WE_ALL = lazily(rf"(?:\(?[1Ii][.)]\s+)?(?:We|WE), (?P<name>(?:the )?[A-Z][^\n,;:\"”(]{{3,100}}?)(?=,|{_WHO}\b)")
"""How a communique of several begins: "We, the Foreign Ministers of the Lake States, ..."."""
_CLOSING = lazily(
    r"^(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: yours| submitted)?|"
    r"(?:best|kind|warm) regards|regards|with [a-z ]{3,40}(?:gratitude|regards|respect|sympathy|thanks|wishes)),?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
PERSON = (
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame)\.? )?{_CAPITAL}[\w.’'-]+"
    rf"(?: (?:de |van |von |der |la |bin ){{0,2}}{_CAPITAL}(?:[\w’'-]*\w)?){{1,3}}"
)
NAMES = lazily(PERSON)
_FIELDS = lazily(r"\s*(?:[a-z_-]{3,20}:[^\n]*\n(?:[ \t][^\n]+\n)*)++")
_FRONT = lazily(
    r"^(?P<field>speakers?|authors?|guests?|title):[ \t]*(?:\n[ \t]*-[ \t]+|\[)?[\"'“]?"
    rf"(?P<name>{PERSON})[\"'”]?\]?[ \t]*$(?!\n[ \t]*- )",
    re.MULTILINE,
)
"""A field of the header at the top with one name in it."""
_SIGNED = lazily(r"\s*(?:Signed,? )?([A-Z][^\n,]{2,59}[^\n,.])")
_SALUTATION = lazily(r"Dear\b[^!?\n]{2,100},$")
_ADDRESSED = lazily(r"(?:Dear\b[^!?\n]{2,100}|(?:MY|TO|To) [A-Z][^!?.\n]{2,80})[,:]\)?$")
"""How a letter that ends with a name alone begins: "Dear Madam Speaker:", "TO THE COUNCIL OF ORLA:"."""
_ALONE = lazily(r"[A-Z][A-Z’'-]+(?: [A-Z][A-Z.’'-]*){1,4}")
"""A name in capitals."""
_CHARGED = lazily(
    r" for [^\n,;:\"”(]{2,80}?(?=\s+(?:to|on|at|in|regarding|about|ahead|before|after|following)\b|[\n,;:\"”(]|$)"
)
"""What an office is for, and who holds it: "Advisor | for Trade and Sport Ann Lee |"."""
FIRST_PERSON = lazily(r"\b(?:I|we|our|my|us|me|mine|ours)\b|\bI['’]", re.IGNORECASE)
_CLOSES = (
    "faithfully", "gratitude", "regards", "respect", "sincerely", "sympathy", "thanks", "truly", "wishes",
)  # fmt: skip
_TAIL = 2000
"""Characters at the end among which a closing formula is looked for."""
HEAD, FAR = 1500, 4000
"""Characters at the beginning among which a byline is looked for; and who talks to whom."""
_FEW, _SOME = 0.1, 0.25
"""Least share of the sentences in the first person, where a header names the speaker and where nothing does."""


class Voice(NamedTuple):
    """Whose words a text is: where the name stands, and the sentences from the first to before the last."""

    name: tuple[int, int]
    first: int
    last: int
    evidence: str
    """ "byline" or "signature"."""
    spoken: bool
    """A speech rather than something written or told in other words."""


def voice(text: str, layout: Layout, spans: list[Span]) -> Voice | None:
    """The one voice of a text; None when it has several or none."""
    body = [number for number, span in enumerate(spans) if layout.blocks[span.block].kind == TEXT]
    if len(body) < 3:
        return None
    first = text[spans[body[0]].start : spans[body[0]].end]
    summary = _SUMMARY.search(text, *spans[body[0]][:2]) if "ummary of" in first.lower() else None
    if summary:
        return Voice(summary.span("name"), body[1], len(spans), "byline", spoken=False)
    for number in body[:_OPENING]:
        span = spans[number]
        group = _WE_ALL.match(text, span.start, span.end) if "we, " in text[span.start : span.end].lower() else None
        if group and not _quoting(text, body, spans):
            return Voice(group.span("name"), number, len(spans), "byline", spoken=False)
    signed = _signed(text, layout)
    closing = _closing(text) or signed
    last = next((n for n in body if closing and spans[n].start >= closing[0]), len(spans))
    speaker = next(front(text, "speaker"), None)
    byline = _headed(text, layout)
    if byline is None and closing is None and speaker is None:
        return None
    greets = _ADDRESSED if signed else _SALUTATION
    greeted = (span.end for span in spans if greets.match(text, span.start, span.end))
    start = byline.end() if byline else next(greeted, 0)
    own = [n for n in body if spans[n].start >= start and n < last and not greets.match(text, *spans[n][:2])]
    spoken = sum(bool(FIRST_PERSON.search(text, spans[n].start, spans[n].end)) for n in own)
    held = byline is not None and (byline["kind"].casefold() in _HELD or byline.end() <= _header(text))
    least = _FEW if speaker or held or signed else _SOME
    if len(own) < 3 or spoken < least * len(own) or _quoting(text, own, spans):
        return None
    if speaker:
        return Voice(speaker.span("name"), own[0], last, "byline", spoken=True)
    if byline:
        written = byline["way"].casefold() == "from" or byline["kind"].casefold() in _WRITTEN
        return Voice(_whole(text, byline), own[0], last, "byline", spoken=not written)
    return Voice(closing[1], own[0], last, "signature", spoken=False) if closing else None


def header_speaker(text: str) -> list[tuple[int, int]]:
    """Where the header names the one speaker."""
    return [match.span("name") for match in front(text, "speaker")]


def header_names(text: str) -> list[str]:
    """The names of people in the header at the top."""
    return [match.group() for match in NAMES.finditer(text, 0, _header(text))]


def _header(text: str) -> int:
    """Where the header of fields at the top ends, between rules or without; 0 where there is none."""
    fields = _FIELDS.match(text, 0, FAR)
    return header_end(text) or (fields.end() if fields else 0)


def front(text: str, field: str) -> Iterator[re.Match[str]]:
    """The fields of that name in the header at the top."""
    return (match for match in _FRONT.finditer(text, 0, _header(text)) if match["field"].startswith(field))


def in_header(text: str) -> re.Match[str] | None:
    """The byline in the header: "title: Remarks by President Lee"."""
    return _BY.search(text, 0, header_end(text))


def _headed(text: str, layout: Layout) -> re.Match[str] | None:
    """The byline in the header or in a heading at the top."""
    if titled := in_header(text):
        return titled
    for number, block in enumerate(layout.blocks[:12]):
        if block.start > HEAD or (block.kind == TEXT and block.end - block.start > 160):
            return None
        if block.kind == HEADING or (number == 0 and text[block.end - 1] not in ".!?"):
            following = layout.blocks[number + 1 : number + 2]
            goes_on = following and (following[0].kind == HEADING or text[following[0].start].islower())
            end = following[0].end if goes_on else block.end
            found = next(filter(None, (form.search(text, block.start, end) for form in (_BY, _DELIVERS, _BELOW))), None)
            if found:
                return found
    return None


def _closing(text: str) -> tuple[int, tuple[int, int]] | None:
    """Where the closing formula of a letter stands, and the name below it."""
    tail = text[-_TAIL:].casefold()
    if not any(word in tail for word in _CLOSES):
        return None
    for found in _CLOSING.finditer(text, max(0, len(text) - _TAIL)):
        name = _SIGNED.match(text, found.end())
        if name:
            return found.start(), name.span(1)
    return None


def _signed(text: str, layout: Layout) -> tuple[int, tuple[int, int]] | None:
    """The same of a letter that begins with whom it addresses and ends with a name alone."""
    blocks = layout.blocks
    if not any(_ADDRESSED.fullmatch(text, block.start, block.end) for block in blocks[:_OPENING]):
        return None
    for block in blocks[-_LAST:]:
        place = block.start, block.end
        if _ALONE.fullmatch(text, *place) or NAMES.fullmatch(text, *place):
            return block.start, place
    return None


def _whole(text: str, byline: re.Match[str]) -> tuple[int, int]:
    """The name, with the others that share it: "the Leaders of the United States, Egypt, and Qatar"."""
    start, end = byline.span("name")
    office = TAGS.get(text[start:end].rpartition(" ")[2].casefold(), 0) & (ROLE | TITLE)
    charged = _CHARGED.match(text, end) if office else None
    if charged:
        return start, charged.end()
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    several = re.match(r"(?:,? (?:and )?(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){1,6}$", rest.rstrip())
    return (start, end + len(rest.rstrip())) if several and " of " in text[start:end] else (start, end)


def _quoting(text: str, own: list[int], spans: list[Span]) -> bool:
    """Whether much of it stands in quotation marks: then it reports others."""
    return 4 * sum(text[spans[n].start] in "\"“'‘" for n in own) > len(own)
