"""The documents that a question limits itself to: "in the May readout", "in the minutes of 3 June", "in notes.txt"."""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.documents import MONTHS
from bot.index import Catalog, Grounds
from bot.patterns import lazily
from bot.questions.turning import AWAY
from bot.words import STOP_WORDS, VAGUE_WEIGHT, split_words, term_spans, terms, weight

_KINDS = frozenset(
    """
    address announcement article briefing call chapter communique conference debate document email entry file hearing
    interview letter meeting memo message minutes notes page paper piece post release report readout session speech
    statement story summary text thread transcript
    """.split()
)
"""What a document can be called."""
_EVENTS = frozenset("briefing call conference debate hearing interview meeting session".split())
"""Of these, what takes place: it may itself be what is asked about, "When was the meeting?"."""
_PHRASE = lazily(
    r"\b(?:(?P<lead>during|from|in) )?the "
    r"(?P<before>(?:(?!(?:about|at|by|during|for|from|in|of|on|the) )[\w’'./-]+ ){0,6}?)"
    rf"(?P<kind>{'|'.join(sorted(_KINDS))}|press release)\b"
    r"(?P<behind>(?: (?:and|between|dated|for|from|of|on|the|with)){1,2}(?: [\w’'./,-]+){1,6})?",
    re.IGNORECASE,
)
_ONE = rf"(?:one|doc|{'|'.join(sorted(_KINDS))})s?"
_OTHER_ONE = lazily(rf"(?:(?:in|from|of) )?(?:the )?(?:other|next|second) {_ONE}", re.IGNORECASE)
_OTHER_THING = lazily(r"(?:the )?other \w", re.IGNORECASE, needs="other")
"""What every document has may be told apart by which was shown: "the other library"."""
_ELSEWHERE = lazily(
    rf"{AWAY}*(?:(?:in|from|of)\s+the other one\b|(?:(?:in|from|of)\s+)?"
    rf"(?:the other (?:doc|{'|'.join(sorted(_KINDS))})|"
    r"(?:the )?(?:next|second) (?:article|doc(?:ument)?|file|paper|text))s?\b)[.:,;]*",
    re.IGNORECASE,
)
"""Asks for another document than the one that was shown."""
_NAME = lazily(rf"(?:\b(?:about|at|from|in|of|on) )?(?:\bthe )?(?P<name>[\w’'-]{{2,40}})(?: {_ONE}\b)?", re.IGNORECASE)
_TO_IT = frozenset("about and but how is it now ok so then what".split())
"""What a line turns to a document with: "what about ...", "and ..."."""
_INSIDE = lazily(r"\b(?:in|from|of|about)\b", re.IGNORECASE)
"""Asks the same of it: "and in the other text?"; "the next text, please" asks what it is about."""
_BARE = lazily(r"[^\s\"“”‘’'(),;:!?]+")
_SEVERAL = 2
_SPACED = 8
"""Words before the last that the name of a file may have."""


class Scope(NamedTuple):
    """What a question limits itself to."""

    documents: frozenset[int]
    """Their numbers; empty for all."""
    rest: str
    """The question without the words that say so."""
    elsewhere: bool = False
    """Whether any document will do but the one shown before."""


class _Named(NamedTuple):
    """Words of a question that may name documents: where they stand, and what a document's profile must have."""

    start: int
    end: int
    words: frozenset[str]
    kind: frozenset[str]
    """What the document is called, which narrows the choice but need not be in its profile..."""
    sure: bool
    """... behind "in", "from" or "during", or beside a date."""


def scope(question: str, grounds: Grounds) -> Scope:
    """The documents that a question names by file, title, date or kind, where these are some of several."""
    catalog = grounds.catalog
    if len(catalog) > 1 and (other := _ELSEWHERE.search(question)):
        rest = " ".join(f"{question[: other.start()]} {question[other.end() :]}".split())
        inside = _INSIDE.search(other.group())
        return Scope(frozenset(), rest or ("" if inside else "what is it about"), elsewhere=True)
    if len(catalog) > 1:
        for named in _named(question, catalog):
            found = _fitting(named, catalog)
            if 0 < len(found) < len(catalog):
                rest = f"{question[: named.start]} {question[named.end :]}"
                return Scope(found, " ".join(rest.split()))
        return _called(question, grounds)
    return Scope(frozenset(), question)


def _called(question: str, grounds: Grounds) -> Scope:
    """The documents that a question calls by words of their names that no text has: "what about budget-2024"."""
    for name in _NAME.finditer(question):
        words = frozenset(terms(name["name"]))
        if weight(name["name"]) > VAGUE_WEIGHT and not any(word in grounds.index.idf for word in words):
            found = grounds.catalog.having(words)
            if 0 < len(found) < len(grounds.catalog):
                rest = f"{question[: name.start()]} {question[name.end() :]}".split()
                return Scope(found, "" if _TO_IT.issuperset(word.casefold() for word in rest) else " ".join(rest))
    return Scope(frozenset(), question)


def turned_to(topic: str, grounds: Grounds) -> Scope:
    """The documents that a line turns to: "the other one", "the May readout", those with every word of "the ferry"."""
    if not topic or len(grounds.catalog) < _SEVERAL:
        return Scope(frozenset(), topic)
    if _OTHER_ONE.fullmatch(topic):
        return Scope(frozenset(), "", elsewhere=True)
    named = scope(topic, grounds)
    if named.documents:
        return named
    words = [
        word for word in split_words(topic) if terms(word)[0] in grounds.index.idf and word.lower() not in STOP_WORDS
    ]
    found = grounds.known_in((), words)
    if 0 < len(found) < len(grounds.catalog):
        return Scope(found, "")
    return Scope(frozenset(), topic, elsewhere=bool(found) and _OTHER_THING.match(topic) is not None)


def _fitting(named: _Named, catalog: Catalog) -> frozenset[int]:
    of_kind = catalog.having(named.words | named.kind)
    if not named.words:
        return of_kind if len(of_kind) == 1 else frozenset()
    if of_kind or not named.sure:
        return of_kind
    return catalog.having(named.words) or catalog.having(named.words & _DATE)


def _named(question: str, catalog: Catalog) -> Iterator[_Named]:
    low = question.casefold()
    for start, end in _files(low):
        if catalog.called(low[start:end]):
            words = frozenset(terms(os.path.splitext(low[start:end])[0].replace("_", " ")))
            behind_in = len("in ") * low[:start].endswith("in ")
            yield _Named(start - behind_in, end, words, frozenset(), sure=True)
    for phrase in _PHRASE.finditer(question):
        kind = frozenset(terms(phrase["kind"])[-1:])
        for behind, end in _endings(phrase):
            words = _telling(phrase["before"] + behind)
            sure = bool(phrase["lead"]) or not _DATE.isdisjoint(words)
            if sure or phrase["kind"].lower() not in _EVENTS:
                yield _Named(phrase.start(), end, words, kind, sure)


def _files(low: str) -> Iterator[tuple[int, int]]:
    """Where names of files can stand: a word with a point inside, and up to a few words before it, most first."""
    words = [word.span() for word in _BARE.finditer(low)] if "." in low else []
    for n, (start, end) in enumerate(words):
        if "." in low[start:end]:
            yield from ((first, end) for first, _ in words[max(0, n - _SPACED) : n + 1])


def _endings(phrase: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What may still belong to a phrase behind the kind of document, most of it first: "of 3 June", "with France"."""
    words, first = phrase["behind"] or "", phrase.start("behind")
    for term, _, end in reversed(term_spans(words)):
        if term not in STOP_WORDS or term == "may":
            yield words[:end], first + end
    yield "", phrase.end("kind")


def _telling(words: str) -> frozenset[str]:
    return frozenset(terms(word)[0] for word in split_words(words) if word == "May" or word.lower() not in STOP_WORDS)


_DATE = frozenset(terms(" ".join(MONTHS)))
