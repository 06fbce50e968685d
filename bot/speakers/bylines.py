"""Texts with one voice: a speech, a letter, a statement, an interview without labels, and whose they are.

The head of such a text says whose it is ("STATEMENT BY ...", "Letter from ...", "author: ..."), or its end does
("Sincerely, ..."); that it speaks in the first person says that it is one.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from bot.layout import HEADING, TEXT, Layout, Span
from bot.patterns import lazily

_KINDS = "address|lecture|letter|message|op-ed|opinion|remarks|sermon|speech|statement|testimony|written evidence"
_WRITTEN = frozenset(["letter", "message", "op-ed", "opinion", "written evidence"])
_BY = lazily(
    rf"\b(?P<kind>{_KINDS})s?\b[^\n.:]{{0,40}}?\s(?P<way>by|from)\s+(?:the\s+)?"
    r"(?P<name>(?-i:[A-Z])[^\n,;:\"”(]{2,80}?)"
    r"(?=\s+(?:to|on|at|in|for|regarding|about|ahead|before|after|following)\b|[\n,;:\"”(]|$)",
    re.IGNORECASE,
)
_DELIVERS = lazily(
    rf"^[#*_ ]{{0,5}}(?P<name>[A-Z][^\n,;:\"”(.]{{2,80}}?)(?:['’]s?| (?:delivers|delivered|gives|gave|makes|made)\b)"
    rf"[^.:]{{0,60}}?\b(?P<kind>{_KINDS})s?\b(?P<way>)",
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
_OPENING = 8
"""Sentences among which a text says in whose name it speaks."""
_WE_ALL = lazily(rf"(?:\(?[1Ii][.)]\s+)?(?:We|WE), (?P<name>(?:the )?[A-Z][^\n,;:\"”(]{{3,100}}?)(?=,|{_WHO}\b)")
"""How a communique of several begins: "We, the Foreign Ministers of the Lake States, ..."."""
_CLOSING = lazily(
    r"^(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: yours| submitted)?|"
    r"(?:best|kind|warm) regards|regards|with (?:best|kind) (?:wishes|regards)),?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_EVENT = r"(?:[Aa]vailability|[Bb]riefing|[Cc]onference|[Cc]onversation|[Ii]nterview|[Rr]emarks|Q ?& ?A)\b"
_ANSWERS = lazily(
    rf"^(?:[^\n]*{_EVENT}[^\n]{{0,30}}? (?:with|by|of) (?P<guest>[A-Z][^\n,:;|–—]{{2,80}})|"
    rf"(?P<host>[A-Z][^\n.:;|–—]{{2,80}}?)['’]s? [^\n]{{0,40}}?{_EVENT})",
    re.MULTILINE,
)
_SIGNED = lazily(r"\s*([A-Z][^\n]{3,60})")
_SALUTATION = lazily(r"Dear\b[^!?\n]{2,100},$")
_FIRST_PERSON = lazily(r"\b(?:I|we|our|my|us|me|mine|ours)\b|\bI['’]", re.IGNORECASE)
_MARK = lazily(r"[\"“]")
_CLOSES = ("sincerely", "faithfully", "truly", "regards", "wishes", "respectfully")
_TAIL = 2000
"""Characters at the end among which a closing formula is looked for."""
_HEAD = 1500
"""Characters at the beginning among which a byline is looked for."""


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
    closing = _closing(text)
    last = next((n for n in body if closing and spans[n].start >= closing[0]), len(spans))
    byline = _headed(text, layout)
    if byline is None and closing is None:
        return None
    start = byline.end() if byline else 0
    own = [n for n in body if spans[n].start >= start and n < last and not _SALUTATION.match(text, *spans[n][:2])]
    spoken = sum(bool(_FIRST_PERSON.search(text, spans[n].start, spans[n].end)) for n in own)
    if len(own) < 3 or 4 * spoken < len(own) or _quoting(text, own, spans):
        return None
    if byline:
        written = byline["way"].casefold() == "from" or byline["kind"].casefold() in _WRITTEN
        return Voice(_whole(text, byline), own[0], last, "byline", spoken=not written)
    return Voice(closing[1], own[0], last, "signature", spoken=False) if closing else None


def answers(text: str) -> tuple[int, int] | None:
    """Where the head of a text names who answers: "Spokesperson | Ann Lee's Press Conference", "Interview with ..."."""
    found = _ANSWERS.search(text, 0, _HEAD)
    return (found.span("guest") if found["guest"] else found.span("host")) if found else None


def _headed(text: str, layout: Layout) -> re.Match[str] | None:
    """The byline in a heading at the top."""
    for number, block in enumerate(layout.blocks[:12]):
        if block.start > _HEAD or (block.kind == TEXT and block.end - block.start > 160):
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


def _whole(text: str, byline: re.Match[str]) -> tuple[int, int]:
    """The name, with the others that share it: "the Leaders of the United States, Egypt, and Qatar"."""
    start, end = byline.span("name")
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    several = re.match(r"(?:,? (?:and )?(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){1,6}$", rest.rstrip())
    return (start, end + len(rest.rstrip())) if several and " of " in text[start:end] else (start, end)


def _quoting(text: str, own: list[int], spans: list[Span]) -> bool:
    """Whether much of it stands in quotation marks: then it reports others."""
    return 4 * sum(text[spans[n].start] in "\"“'‘" for n in own) > len(own)


_FEWEST, _FEW_MARKED = 4, 2
"""Questions of an interview, and of one in the first person in which all questions are marked."""
_PLEASE = "please!"
"""What a question may end with: "Tell us about the dam, please!"."""


def interview(text: str, layout: Layout, spans: list[Span]) -> list[str]:
    """For a text of questions and answers in turn, who speaks each sentence: "question", "answer" or "".

    Each question is a short paragraph of its own that ends with a question mark; no other labels are needed. That the
    answers speak in the first person, or that all questions are marked, says that it is one.
    """
    parts = ["" for _ in spans]
    if text.count("?") + text.count(_PLEASE) < _FEW_MARKED:
        return parts
    blocks: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        blocks.setdefault(span.block, []).append(number)
    asks = {
        block
        for block, numbers in blocks.items()
        if layout.blocks[block].kind in (TEXT, HEADING) and _asks(text, [spans[n] for n in numbers])
    }
    answers = [block for block in blocks if block not in asks and layout.blocks[block].kind == TEXT]
    first = min(asks, default=0)
    marked = all(text[layout.blocks[block].start] in "*_#" for block in asks)
    if len(asks) < (_FEW_MARKED if marked else _FEWEST) or sum(block > first for block in answers) < len(asks) - 1:
        return parts
    told = [spans[n] for block in answers if block > first for n in blocks[block]]
    personal = sum(bool(_FIRST_PERSON.search(text, *span[:2])) and not _MARK.search(text, *span[:2]) for span in told)
    enough = marked and len(asks) >= _FEWEST
    if (3 * personal < len(told) and not enough) or _run(sorted(asks)) > 3:
        return parts
    for block, numbers in blocks.items():
        if block >= first and layout.blocks[block].kind in (TEXT, HEADING):
            for number in numbers:
                parts[number] = "question" if block in asks else ("answer" if layout.blocks[block].kind == TEXT else "")
    return parts


def _asks(text: str, spans: list[Span]) -> bool:
    words = text[spans[0].start : spans[-1].end].strip("*_ #")
    return words.endswith(("?", "?”", _PLEASE)) and len(words) < 320 and len(spans) < 4 and words[0] not in '"“'


def _run(blocks: list[int]) -> int:
    """The longest run of blocks without one between them."""
    longest = run = 1
    for a, b in pairwise(blocks):
        run = run + 1 if b == a + 1 else 1
        longest = max(longest, run)
    return longest
