"""Marks inside running text that nobody says: emphasis, where a link leads, a hyphen at the end of a line."""

from bot.patterns import lazily

_COMPOUND = (
    r"[a-z]+-|(?:a|and|based|by|called|century|down|for|free|friendly|half|hand|handed|in|known|led|level|like|long|made|"
    r"minded|nor|of|off|old|on|or|out|per|related|round|running|scale|speaking|term|the|time|to|up|wide|year)\b"
)
"""How a word goes on behind a hyphen that it has in the middle of a line, too: "well-known", "out-of-pocket"."""
_BROKEN = (
    rf"-(?<=[a-z]-)(?<!-[a-z]-)(?<!-[a-z]{{2}}-)(?<!-[a-z]{{3}}-)[ \t]*\r?\n[ \t]*(?=[a-z])(?!{_COMPOUND})|"
    r"(?<=[^\W_]-)[ \t]*\r?\n[ \t]*(?=[^\W_])(?!(?:and|nor|or|to)\b)"
)
"""The hyphen and the end of the line inside a word, or the end alone where the hyphen is the word's own."""
MARKS = lazily(
    r"(?=[*_!\[\]\s-])(?:"
    r"\*(?:(?<![\w*]\*)(?:\*{1,2}(?=[^\s*])|(?=[^\s*\d]|\d[^*\n]{0,200}[^\s*]\*))|(?<=[^\s*]\*)\*{0,2}(?!\w))|"
    r"_(?:(?<!\w_)_{0,2}(?=[^\s_])|(?<=[^\s_]_)_{0,2}(?!\w))|"
    rf"{_BROKEN}|"
    r"!?\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,500}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?(?: \"[^\"\n]{0,200}\")?\))"
)
"""`**Ann Moss** said, see [the report](https://...)`: without them `Ann Moss said, see the report`.

`*43` with no end is the number of an item.
"""
SIGNS = ("*", "_", "](", "-\n", "-\r")
"""A text without any of these has no such marks."""


_LEVELS = lazily(r"(?<![^\n])(?:>[ \t]?)+")
"""What stands before each line that a mail quotes."""


def unsaid(text: str) -> list[tuple[int, int]]:
    """The marks in `text`, a sentence, that nobody reads aloud."""
    marks = MARKS.finditer(text) if any(sign in text for sign in SIGNS) else ()
    levels = _LEVELS.finditer(text) if text[:1] == ">" or "\n>" in text else ()
    return sorted(mark.span() for found in (marks, levels) for mark in found)


def unmarked(text: str) -> str:
    """`text` as it is read aloud."""
    gaps = unsaid(text)
    if not gaps:
        return text
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
