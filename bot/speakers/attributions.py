"""What attribution gives for a sentence: who says it, in which way, and how we know."""

from dataclasses import dataclass
from typing import NamedTuple

DIRECT, INDIRECT, MIXED, NONE = "direct", "indirect", "mixed", "none"


@dataclass(frozen=True)
class Speaker:
    """Somebody, or some body, that a document quotes."""

    name: str
    """The fullest form in the document, without title."""
    title: str | None
    aliases: tuple[str, ...]
    """Other forms of the name that the document uses."""


@dataclass(frozen=True)
class Evidence:
    """Why a sentence has its speaker: what kind of sign it is, and from where to where it stands in the document."""

    kind: str
    """One of "reporting-clause", "continued-message", "open-quotation", "floating-quotation", "turn", "byline",
    "signature", "interview" (a question without label, by which it is one)."""
    start: int
    end: int


class Attribution(NamedTuple):
    """The speaker of one sentence; `kind` is "none" and the rest None when it is the document's own narration."""

    speaker: Speaker | None = None
    kind: str = NONE
    evidence: Evidence | None = None
    mention: str | None = None
    """The words that the speaker was resolved from ("he", "the minister"), None when it is the name itself."""
    label: tuple[int, int] | None = None
    """A turn label or time stamp inside the sentence that is nobody's words."""
