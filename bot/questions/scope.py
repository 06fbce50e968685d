"""The documents that a question limits itself to: "in the May readout", "in the minutes of 3 June", "in notes.txt"."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.documents import MONTHS, Document
from bot.patterns import lazily
from bot.words import STOP_WORDS, split_words, term_spans, terms

_KINDS = frozenset(
    """
    address announcement article briefing call chapter communique conference debate document email entry file hearing
    interview letter meeting memo message minutes notes page paper piece post release report readout session speech
    statement story summary text thread transcript
    """.split()
)
"""What a document can be called."""
_PHRASE = lazily(
    r"\b(?:(?P<lead>during|from|in) )?the "
    r"(?P<before>(?:(?!(?:about|at|by|during|for|from|in|of|on|the) )[\w’'./-]+ ){0,6}?)"
    rf"(?P<kind>{'|'.join(sorted(_KINDS))}|press release)\b"
    r"(?P<behind>(?: (?:and|between|dated|for|from|of|on|the|with)){1,2}(?: [\w’'./,-]+){1,6})?",
    re.IGNORECASE,
)


class Scope(NamedTuple):
    """What a question limits itself to."""

    documents: frozenset[int]
    """Their numbers; empty for all."""
    rest: str
    """The question without the words that say so."""


class _Named(NamedTuple):
    """Words of a question that may name documents: where they stand, and what a document's profile must have."""

    start: int
    end: int
    words: frozenset[str]
    kind: frozenset[str]
    """What the document is called, which narrows the choice but need not be in its profile..."""
    sure: bool
    """... behind "in", "from" or "during", or beside a date."""


def scope(question: str, documents: Sequence[Document]) -> Scope:
    """The documents that a question names by file, title, date or kind, where these are some of several."""
    if len(documents) > 1:
        for named in _named(question, documents):
            found = _fitting(named, documents)
            if 0 < len(found) < len(documents):
                rest = f"{question[: named.start]} {question[named.end :]}"
                return Scope(frozenset(found), " ".join(rest.split()))
    return Scope(frozenset(), question)


def _fitting(named: _Named, documents: Sequence[Document]) -> list[int]:
    profiles = [_profile(document.id, document.title, document.date) for document in documents]
    fitting = [number for number, profile in enumerate(profiles) if named.words <= profile]
    of_kind = [number for number in fitting if named.kind <= profiles[number]]
    if not named.words:
        return of_kind if len(of_kind) == 1 else []
    return of_kind or (fitting if named.sure else [])


def _named(question: str, documents: Sequence[Document]) -> Iterator[_Named]:
    low = question.casefold()
    for document in documents if "." in low else ():
        at = low.find(document.id.casefold()) if "." in document.id else -1
        if at >= 0:
            start = at - len("in ") * low[:at].endswith("in ")
            words = frozenset(terms(os.path.splitext(document.id)[0].replace("_", " ")))
            yield _Named(start, at + len(document.id), words, frozenset(), sure=True)
    for phrase in _PHRASE.finditer(question):
        kind = frozenset(terms(phrase["kind"])[-1:])
        for behind, end in _endings(phrase):
            words = _telling(phrase["before"] + behind)
            yield _Named(phrase.start(), end, words, kind, sure=bool(phrase["lead"]) or not _DATE.isdisjoint(words))


def _endings(phrase: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What may still belong to a phrase behind the kind of document, most of it first: "of 3 June", "with France"."""
    words, first = phrase["behind"] or "", phrase.start("behind")
    for term, _, end in reversed(term_spans(words)):
        if term not in STOP_WORDS or term == "may":
            yield words[:end], first + end
    yield "", phrase.end("kind")


def _telling(words: str) -> frozenset[str]:
    return frozenset(terms(word)[0] for word in split_words(words) if word == "May" or word.lower() not in STOP_WORDS)


@lru_cache(10_000)
def _profile(name: str, title: str, date: str | None) -> frozenset[str]:
    """The terms of a document's name, title and date."""
    year, month, day = (date or "--").split("-")
    written = f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day else ""
    return frozenset(terms(f"{os.path.splitext(name)[0]} {title} {written}".replace("_", " ")))


_DATE = frozenset(terms(" ".join(MONTHS)))
