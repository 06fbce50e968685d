"""Who says it, and how we know: the speaker of every sentence of a document.

What finds speakers is loaded when it is first used: a question about documents that were read before needs none of it.
"""

from typing import TYPE_CHECKING

from bot.speakers.attributions import Attribution, Evidence, Speaker

if TYPE_CHECKING:
    from bot.speakers.attributing import attribute, quoted_by
    from bot.speakers.people.forms import parse_name
    from bot.speakers.prose.quotations import Quotation, quotations
    from bot.speakers.prose.readings import is_speech

__all__ = [
    "Attribution",
    "Evidence",
    "Quotation",
    "Speaker",
    "attribute",
    "is_speech",
    "parse_name",
    "quotations",
    "quoted_by",
]
_HOMES = {
    "Quotation": "prose.quotations",
    "attribute": "attributing",
    "is_speech": "prose.readings",
    "parse_name": "people.forms",
    "quotations": "prose.quotations",
    "quoted_by": "attributing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
