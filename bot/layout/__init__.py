"""A document's text comes in; blocks (headings, turns, list items, furniture) and the sentences in them go out."""

from bot.layout.blocks import DIRECTION, FURNITURE, HEADING, LABEL, TEXT, Block, Layout, layout
from bot.layout.mail import Label
from bot.layout.marks import MARKS, SIGNS
from bot.layout.sentences import Span, sentences

__all__ = [
    "DIRECTION",
    "FURNITURE",
    "HEADING",
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
]
