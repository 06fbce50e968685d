"""Questions without words of their own: what somebody said, who speaks, what it is about, when it was."""

import re
from collections import Counter

from bot.index import Grounds
from bot.layout import TEXT
from bot.questions import Question
from bot.ranking.ranking import Hit
from bot.words import STOP_WORDS, WANTED

LONG = 12
"""Sentences of one speaker from which on the most central ones are shown rather than the first."""
_OPENING = 20
"""First sentences of a document among which it says when it was."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def overview(question: Question, grounds: Grounds) -> list[Hit]:
    """Sentences for an overview question, best first; empty for any other kind."""
    owner = grounds.collection.owner
    rows = {"speaker": _of_speaker, "speakers": _one_each, "overview": _central, "when-all": _dated}.get(question.kind)
    found = rows(question, grounds) if rows else []
    return [Hit(row, 0.0, {}) for row in found if not question.documents or owner[row] in question.documents]


def _of_speaker(question: Question, grounds: Grounds) -> list[int]:
    """All that the speaker says, or asks, in order; of many sentences the most central first."""
    rows = grounds.said_by(question.speakers).tolist()
    if question.asks_question:
        rows = [row for row in rows if grounds.collection.words(row).rstrip('"”’) ').endswith("?")] or rows
    return rows if len(rows) <= LONG else _by_weight(rows, grounds)


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
