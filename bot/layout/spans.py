"""What a document is cut into: the kinds of blocks, and where a sentence stands."""

from typing import NamedTuple

TEXT, HEADING, LABEL, DIRECTION, FURNITURE = "text", "heading", "label", "direction", "furniture"


class Span(NamedTuple):
    """A sentence by its offsets into the text. `block` is the index of the block it was cut from."""

    start: int
    end: int
    line: int
    block: int
    kind: str
    """That of its block, but "direction" for a stage direction between the sentences of a turn."""
