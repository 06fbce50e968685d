"""Who says it, and how we know: the speaker of every sentence of a document.

What finds speakers is loaded when it is first used: a question about documents that were read before needs none of it.
"""

from typing import TYPE_CHECKING

from bot.patterns import handed_on
from bot.speakers.attributions import Attribution, Evidence, Speaker

if TYPE_CHECKING:
    from bot.speakers.attributing import attribute, quoted_by
    from bot.speakers.grammar.nouns import is_body
    from bot.speakers.people.forms import parse_name
    from bot.speakers.prose.quotations import Quotation, quotations
    from bot.speakers.prose.readings import is_speech

__all__ = [
    "Attribution",
    "Evidence",
    "Quotation",
    "Speaker",
    "attribute",
    "is_body",
    "is_speech",
    "parse_name",
    "quotations",
    "quoted_by",
]
_HOMES = {
    "Quotation": "prose.quotations",
    "attribute": "attributing",
    "is_body": "grammar.nouns",
    "is_speech": "prose.readings",
    "parse_name": "people.forms",
    "quotations": "prose.quotations",
    "quoted_by": "attributing",
}

__getattr__ = handed_on(__name__, _HOMES)
