"""What is held back until it is used: regular expressions, and what a wing hands on.

Expressions are also written so that the engine finds them quickly.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern until it is asked for something; then it is as fast as one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


class _Needing:
    """Stands for a pattern that is compiled for the first text that has one of some words."""

    def __init__(self, pattern: str, flags: int, words: Iterable[str]) -> None:
        self._pattern, self._words = _Lazy(pattern, flags), frozenset(words)

    def __getattr__(self, name: str) -> Any:
        return lambda text: None if self._words.isdisjoint(_words(text)) else getattr(self._pattern, name)(text)


@lru_cache(8)
def _words(text: str) -> frozenset[str]:
    """The runs of letters and digits of a text, in small letters."""
    return frozenset("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def lazily(pattern: str, flags: int = 0, needs: str = "") -> re.Pattern[str]:
    """As `re.compile`, later.

    With `needs`, words of which every text that it matches has one, it is not even compiled for texts without them;
    then it can `search`, `match` and `fullmatch` a whole text.
    """
    stands_in = _Needing(pattern, flags, needs.split()) if needs else _Lazy(pattern, flags)
    return cast("re.Pattern[str]", stands_in)


def behind_initial(words: Iterable[str]) -> str:
    """A pattern of `words` whose first letter has been read.

    What begins with one set of characters is looked for quickly; what begins with one of many words is not.
    """
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(rf"(?<={initial})(?:{'|'.join(endings)})" for initial, endings in rest.items())


def handed_on(wing: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """A module's `__getattr__` (PEP 562) that loads what the wing hands on when it is first asked for.

    `homes` tells in which room of the wing each name is.
    """

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {wing!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{wing}.{homes[name]}"), name)

    return load
