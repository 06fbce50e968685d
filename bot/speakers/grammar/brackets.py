"""Brackets: where one opens, and the name that letters in one are short for."""

from bot.speakers.grammar.tokens import CAPITAL, CLOSE, COLON, OPEN, Tokens

_FARTHEST = 40
"""Tokens between brackets; bounds the work on sentences without end."""


def opening_bracket(t: Tokens, closing: int) -> int:
    """The bracket that a closing one belongs to."""
    at = closing
    while at > 0 and closing - at < _FARTHEST and not t.tag[at] & OPEN:
        at -= 1
    return at


def before_letters(t: Tokens, closing: int) -> int:
    """The end of the name before a bracket that holds its letters, -1 without one: "Orla | Boats | (OSX: OBX)"."""
    if not t.tag[closing] & CLOSE:
        return -1
    opening = opening_bracket(t, closing)
    letters = all(tag & (CAPITAL | COLON) for tag in t.tag[opening + 1 : closing])
    return opening - 1 if opening and letters and t.tag[opening - 1] & CAPITAL else -1
