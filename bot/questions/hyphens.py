"""Words that a question joins and the documents write with a hyphen or in two, and the other way about."""

from collections.abc import Iterator
from itertools import pairwise

from bot.index import Grounds
from bot.words import STOP_WEIGHT, terms, weight

_LOOKED_AT = 20
"""Sentences in which two words are looked for side by side."""
_HYPHENS = ("-", "\u2010", "\u2011")


def as_written(tokens: list[str], bare: str, grounds: Grounds) -> list[str]:
    """The words of a question as the documents write them: "email" as "e", "mail", or "health-care" as "healthcare".

    A name may have lost its apostrophe: "ohara".
    """
    known, found = grounds.index.idf, list[str]()
    for token in tokens:
        before = found[-1] if found else ""
        if before and found[-2:-1] != ["how"] and _joined(before, token, bare, grounds):
            found[-1] = before + token
        elif weight(token) > STOP_WEIGHT and terms(token)[0] not in known:
            spelt = f"{token[0]}'{token[1:]}"
            spelt_so = token.isalpha() and terms(spelt)[0] in known
            found += [spelt] if spelt_so else next(_split(token, grounds), (token,))
        else:
            found.append(token)
    return found


def _joined(one: str, other: str, bare: str, grounds: Grounds) -> bool:
    """Whether two words stand for one of the documents, which have not both of them, or that of a hyphen."""
    known = grounds.index.idf
    together = (*terms(one + other), "")[0]
    return together in known and (
        any(f"{one}{hyphen}{other}" in bare for hyphen in _HYPHENS)
        or not all(term in known for term in (*terms(one), *terms(other)))
    )


def _split(token: str, grounds: Grounds) -> Iterator[tuple[str, str]]:
    """The two words that the documents have side by side for one: with a hyphen between, or if neither is small."""
    for at in range(1, len(token)):
        one, other = token[:at], token[at:]
        pair = (*terms(one), *terms(other))
        if len(pair) == 2 and all(term in grounds.index.idf for term in pair):
            hyphened = [f"{one}{hyphen}{other}".casefold() for hyphen in _HYPHENS]
            loose = min(weight(one), weight(other)) > STOP_WEIGHT and min(len(one), len(other)) > 2
            for row in grounds.index.rows_of(*pair, most=_LOOKED_AT):
                low = grounds.collection.words(int(row)).casefold()
                if any(word in low for word in hyphened) or (
                    loose and pair in pairwise(grounds.collection.terms_of(int(row)))
                ):
                    yield one, other
