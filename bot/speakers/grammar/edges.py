"""The edges of a noun phrase: what stands at them and belongs elsewhere."""

from bot.speakers.grammar.tokens import (
    ADVERB,
    BODY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    NUMBER,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    TIME,
    TITLE,
    Tokens,
)

CHARGES = frozenset(["charge", "chief", "residence"])
"""In what somebody is: "Special Agent in Charge"."""
_IN_DATELINE = CAPITAL | NUMBER | COMMA | OPEN | CLOSE | TIME
_DATELINE = 16
"""Tokens that a dateline may have."""
_SUBORDINATES = frozenset("how if what when where whether why".split())
"""Words that open a clause and are no part of its subject: "why | critics | say"."""


def trimmed(t: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Without what belongs elsewhere.

    A time before it ("on Tuesday | Smith"), a place behind a name ("Smith | in a speech"), the object of a preposition
    that opens the clause.
    """
    number = t.low[0].isdigit() and len(t.low[0]) < 3 and first == 0 < last - 1
    if number and t.tag[1] & CAPITAL and not t.low[1].endswith("s"):
        first = 1  # a paragraph's number: "1 | Orla and Vance"
    for at in range(last - 1, first - 1, -1):
        opens = at == first or (at == first + 1 and t.low[first] in ("last", "next", "this"))
        if t.tag[at] & TIME and not t.tag[at] & POSSESSIVE and (t.tag[at] & CAPITAL or opens):
            first = at + 1
            break
    if first > 0 and t.tag[first - 1] & PREPOSITION:
        run = last
        while run > first and t.tag[run - 1] & CAPITAL and t.tag[run] & CAPITAL:
            run -= 1
        if t.tag[run] & CAPITAL and run > first and not t.tag[run - 1] & (CAPITAL | DETERMINER):
            first = run
    while first < last and t.tag[first] & (ADVERB | CONJUNCTION) and not t.tag[first] & DETERMINER:
        first += 1
    several = t.low[last].endswith("s") and not t.tag[last] & CAPITAL
    if first < last and (
        t.low[first] in _SUBORDINATES
        or (t.low[first] == "that" and (several or t.tag[first + 1] & (DETERMINER | CAPITAL)))
    ):
        first += 1
    if last - first > 2 and t.low[last] == "part" and t.low[last - 2] == "for":
        last -= 3  # "the envoys | for their part"
    for at in range(first + 1, last):
        if (
            t.low[at] in ("in", "on", "at", "with", "from")
            and t.tag[at - 1] & CAPITAL
            and not t.tag[at - 1] & (ROLE | TITLE | BODY)
        ):
            last = at - 1
            break
    return (first, last) if first <= last else None


def behind_dateline(t: Tokens) -> int:
    """The token behind a place and a date that open a story: "ORLA, July 1 - | The mayor ..."; else the first."""
    for at, tag in enumerate(t.tag[1:_DATELINE], 1):
        if tag & _IN_DATELINE:
            continue
        if tag & DASH:
            dated = any(before & (COMMA | TIME) for before in t.tag[:at]) or t.tag[at - 1] & CLOSE
            opens = t.tag[at + 1] & CAPITAL and t.tag[at + 1] & DETERMINER if at + 1 < len(t.tag) else 0
            return at + 1 if dated or opens else 0
        if tag & COLON and at < 4 and t.text[t.start[0] : t.end[at - 1]].isupper():
            return at + 1  # "ORLA: | The mayor ..."
        return 0
    return 0
