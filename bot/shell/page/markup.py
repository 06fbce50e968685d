"""HTML from Python: what is given as text is always escaped, since only `tag` and `joined` make anything else."""

from collections.abc import Iterable
from html import escape

_VOID = frozenset(["br", "input", "meta", "rect"])


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *children: str | Iterable[str], **attributes: str | float | bool | None) -> Html:
    """An element; text in `children` is escaped, and so are the values of `attributes`.

    An underscore in the name of an attribute is a hyphen, one at its end is left out. True is an attribute without a
    value; False and None are none.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{given}>") if name in _VOID else Html(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: str | Iterable[str]) -> Html:
    """Children one behind the other, text among them escaped."""
    parts = (part for child in children for part in ((child,) if isinstance(child, str) else child))
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))
