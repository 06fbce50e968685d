"""Questions without words of their own: what somebody said, who speaks, what it is about, when it was."""

import re
from collections import Counter
from itertools import zip_longest

from bot.index import Grounds
from bot.layout import TEXT
from bot.questions import Question
from bot.ranking.ranking import Hit
from bot.words import STOP_WORDS, WANTED, terms

LONG = 12
"""Sentences of one speaker from which on the most central ones are shown rather than the first."""
_BESIDE = 4
"""Words between a name and title or office."""
_OPENING = 20
"""First sentences of a document among which it says when it was."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def overview(question: Question, grounds: Grounds) -> list[Hit]:
    """Sentences for an overview question, best first; empty for any other kind."""
    owner = grounds.collection.owner
    rows = _ROWS.get(question.kind)
    found = rows(question, grounds) if rows else []
    return [Hit(row, 0.0, {}) for row in found if not question.documents or owner[row] in question.documents]


def _of_speaker(question: Question, grounds: Grounds) -> list[int]:
    """All that the speaker says, or asks, in order; of many sentences the most central first."""
    rows = grounds.said_by(question.speakers).tolist()
    if question.asks_question:
        rows = [row for row in rows if grounds.collection.words(row).rstrip('"”’) ').endswith("?")] or rows
    rows = rows if len(rows) <= LONG else _by_weight(rows, grounds)
    by_name = [[row for row in rows if grounds.speaker(row) == name] for name in question.speakers]
    return [row for rank in zip_longest(*by_name) for row in rank if row is not None]


def _who_is(question: Question, grounds: Grounds) -> list[int]:
    """The sentences in which somebody's name stands beside title or office, those of the document itself first."""
    found: list[tuple[bool, int]] = []
    for name in question.about:
        title = {term for term in terms(grounds.roster.names[name].title or "") if term not in STOP_WORDS}
        last = terms(name)[-1]
        for row in map(int, grounds.index.rows_of(last)) if title else ():
            there = grounds.collection.terms_of(row)
            beside = (there[max(0, n - _BESIDE) : n + 1 + _BESIDE] for n, term in enumerate(there) if term == last)
            if any(not title.isdisjoint(around) for around in beside):
                found.append((grounds.speaker(row) is not None, row))
    return [row for _, row in sorted(found)]


def _one_each(question: Question, grounds: Grounds) -> list[int]:
    """The first sentence of everybody, those who say most first."""
    del question
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    for row, one in enumerate(grounds.collection.attributions):
        if one.speaker:
            first.setdefault(one.speaker.name, row)
            count[one.speaker.name] += 1
    return [first[name] for name in sorted(first, key=lambda name: (-count[name], first[name]))]


def _central(question: Question, grounds: Grounds) -> list[int]:
    """How a document begins, then what has most of the words that it keeps coming back to."""
    del question
    collection = grounds.collection
    text = [row for row, span in enumerate(collection.spans) if span.kind == TEXT and len(collection.terms_of(row)) > 4]
    leads = [
        next((row for row in text if collection.first[n] <= row < collection.first[n + 1]), None)
        for n in range(len(collection.documents))
    ]
    lead = [row for row in leads if row is not None]
    return list(dict.fromkeys([*lead, *_by_weight(text, grounds)]))


def _by_weight(rows: list[int], grounds: Grounds) -> list[int]:
    """Rows by the mean weight of their words, a word weighing how many of the rows have it."""
    words = {
        row: {
            word for word in map(str.casefold, _WORD.findall(grounds.collection.words(row))) if word not in STOP_WORDS
        }
        for row in rows
    }
    frequency = Counter(word for found in words.values() for word in found)
    return sorted(rows, key=lambda row: (-sum(frequency[word] - 1 for word in words[row]) / (8 + len(words[row])), row))


def _dated(question: Question, grounds: Grounds) -> list[int]:
    """The first sentences of each document that name a time."""
    del question
    collection = grounds.collection
    opening = (
        row
        for start, end in zip(collection.first, collection.first[1:], strict=False)
        for row in range(start, min(end, start + _OPENING))
    )
    return [row for row in opening if re.search(WANTED["when"], collection.words(row))]


_ROWS = {"speaker": _of_speaker, "speakers": _one_each, "overview": _central, "when-all": _dated, "who-is": _who_is}
"""What each kind looks for."""
