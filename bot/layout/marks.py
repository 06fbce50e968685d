"""Marks inside running text that nobody says: emphasis, where a link leads, a hyphen at the end of a line."""

from bot.patterns import lazily

MARKS = lazily(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\w)|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|"
    r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])|"
    r"!?\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,500}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?(?: \"[^\"\n]{0,200}\")?\)"
)
"""`**Ann Moss** said, see [the report](https://...)`: without them `Ann Moss said, see the report`."""
SIGNS = ("*", "_", "](", "-\n", "-\r")
"""A text without any of these has no such marks."""


def unmarked(text: str) -> str:
    """`text` as it is read aloud."""
    return MARKS.sub("", text) if any(sign in text for sign in SIGNS) else text
