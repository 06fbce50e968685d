"""A document's text comes in; blocks (headings, turns, list items, furniture) and the sentences in them go out.

What cuts a text is loaded when it is first used: a question about documents that were read before needs none of it.
"""

from typing import TYPE_CHECKING

from bot.layout.spans import DIRECTION, FURNITURE, HEADING, LABEL, TEXT, Span
from bot.patterns import handed_on

if TYPE_CHECKING:
    from bot.layout.blocks import Block, Layout, layout
    from bot.layout.looks import HEADINGS
    from bot.layout.mail import Label
    from bot.layout.marks import MARKS, SIGNS, unmarked, unsaid
    from bot.layout.splitter import sentences

__all__ = [
    "DIRECTION",
    "FURNITURE",
    "HEADING",
    "HEADINGS",
    "LABEL",
    "MARKS",
    "SIGNS",
    "TEXT",
    "Block",
    "Label",
    "Layout",
    "Span",
    "layout",
    "sentences",
    "unmarked",
    "unsaid",
]
_HOMES = {
    "Block": "blocks",
    "HEADINGS": "looks",
    "Label": "mail",
    "Layout": "blocks",
    "MARKS": "marks",
    "SIGNS": "marks",
    "layout": "blocks",
    "sentences": "splitter",
    "unmarked": "marks",
    "unsaid": "marks",
}

__getattr__ = handed_on(__name__, _HOMES)
