"""What a body is for, or somebody is, where that is a list: "the Ministry of Food, Trade and Sport"."""

from bot.speakers.grammar.nouns import AGENTIVE, OFFICES
from bot.speakers.grammar.tokens import BODY, CAPITAL, COMMA, POSSESSIVE, PREPOSITION, ROLE, TITLE, Tokens

_OF = ("for", "of", "on")
_FIELD, _LISTED = 3, 12
"""Tokens of a field that a body is for, and of a list of them."""


def field_before(t: Tokens, comma: int) -> int:
    """The body that the first field of a list belongs to: "the | Ministry | of Food, Trade and Sport"; -1 without."""
    at = comma - 1
    while at > 0 and t.tag[at] & CAPITAL and comma - at < _FIELD:
        at -= 1
    return at - 1 if at < comma - 1 and t.low[at] in _OF and t.tag[at - 1] & BODY and t.tag[at - 1] & CAPITAL else -1


def fields(t: Tokens, comma: int) -> int:
    """The last token of what else a body is for, from its first comma: "of Food|, Trade and Sport|"; 0 if nothing."""
    known = joined = False
    for at in range(comma, min(len(t.tag), comma + _LISTED)):
        if t.low[at] in ("and", "&"):
            joined = True
        elif not t.tag[at] & (CAPITAL if joined else COMMA | CAPITAL) or t.tag[at] & (ROLE | TITLE | POSSESSIVE):
            placed = joined and t.low[at : at + 2] == ["of", "the"]  # "Roads and Canals | of the Republic"
            return at - 1 if known or placed else 0
        known = known or t.low[at] in OFFICES
    return 0


def of_fields(t: Tokens, comma: int, last: int) -> int:
    """The body before a list of fields that ends at `last`; 0 if there is none."""
    for at in range(comma, max(0, comma - _LISTED), -1):
        if t.tag[at] & COMMA and field_before(t, at) >= 0:
            return field_before(t, at) if comma < fields(t, at) <= last else 0
        if not t.tag[at] & (COMMA | CAPITAL):
            return 0
    return 0


def joins_offices(t: Tokens, at: int) -> bool:
    """Whether "and" joins what somebody is: "co-founder | and | chief executive, Ann Lee", "vet | and | father of"."""
    somebody = t.tag[at - 1] & (ROLE | TITLE) or t.low[at - 1].endswith(AGENTIVE)
    return bool(somebody and t.tag[at + 2] & (PREPOSITION | COMMA))
