"""Marks of Markdown inside a line, which nobody says: emphasis, and where a link leads."""

from bot.patterns import lazily

MARKS = lazily(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\w)|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|"
    r"!?\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,500}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?(?: \"[^\"\n]{0,200}\")?\)"
)
"""`**Ann Moss** said, see [the report](https://...)`: without them `Ann Moss said, see the report`."""
SIGNS = ("*", "_", "](")
"""A text without any of these has no such marks."""
