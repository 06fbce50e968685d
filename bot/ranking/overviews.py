"""Questions without words of their own: what somebody said, who speaks, what it is about, when it was."""

import re
from collections import Counter
from itertools import chain, islice, zip_longest

from bot.index import Grounds
from bot.layout import TEXT
from bot.patterns import lazily
from bot.questions import Question
from bot.ranking.features import BARE, telling
from bot.ranking.ranking import Hit
from bot.words import STOP_WORDS, terms

LONG = 12
"""Sentences of one speaker from which on the most central ones are shown rather than the first."""
_BESIDE = 4
"""Words between a name and title or office."""
_SHORT = 4
"""Terms of a sentence that tells little."""
_MANY = 1_000
"""Sentences among which the most central ones are looked for."""
_GREETED, _AFTER = 50, 5
"""Speakers whose first words are looked at, and sentences behind these."""
_GREETING = lazily(
    r"\W*(?:good (?:morning|afternoon|evening|day)|hello|hi|thank you|thanks|welcome)\b[^.]{0,30}[.!]?\W*$",
    re.IGNORECASE,
)
_HEAD = 12
"""Sentences of a document among which its author is named."""
_BYLINE = lazily(r"(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Aa]uthors?:|author:)\s+[\"'(]?[A-Z][^.!?]{1,80}$")
_SENT = "From: "
_WORD = re.compile(r"[^\W\d_]{3,}")


def overview(question: Question, grounds: Grounds) -> list[Hit]:
    """Sentences for an overview question, best first; empty for any other kind."""
    owner = grounds.collection.owner
    rows = _ROWS.get(question.kind)
    found = rows(question, grounds) if rows else []
    return [Hit(row, 0.0, {}) for row in found if not question.documents or owner[row] in question.documents]


def _of_speaker(question: Question, grounds: Grounds) -> list[int]:
    """All that the speaker says, or asks, in order, fragments last; of many sentences the most central first."""
    rows = _some(grounds.said_by(question.speakers).tolist(), grounds)
    if question.asks_question:
        rows = list(filter(grounds.collection.asks, rows)) or rows
    rows = rows if len(rows) <= LONG else _by_weight(rows, grounds)
    rows.sort(key=lambda row: _tells_little(row, grounds))
    by_name = [[row for row in rows if grounds.speaker(row) == name] for name in question.speakers]
    return [row for rank in zip_longest(*by_name) for row in rank if row is not None]


def _tells_little(row: int, grounds: Grounds) -> bool:
    """Whether a sentence is a fragment or a greeting, or only addresses somebody: "Mr. President,"."""
    words, there = grounds.collection.words(row), grounds.collection.terms_of(row)
    return telling(there) < BARE or bool(_GREETING.match(words)) or (len(there) <= _SHORT and words.endswith(","))


def _who_is(question: Question, grounds: Grounds) -> list[int]:
    """The sentences in which somebody's name stands beside title or office, those of the document itself first."""
    found: list[tuple[bool, int]] = []
    for name in question.about:
        title = {term for term in terms(grounds.roster.names[name].title or "") if term not in STOP_WORDS}
        last = terms(name)[-1]
        beside_it = sorted({row for term in title for row in grounds.index.rows_of(last, term, most=_MANY).tolist()})
        for row in beside_it[:_MANY]:
            there = grounds.collection.terms_of(row)
            beside = (there[max(0, n - _BESIDE) : n + 1 + _BESIDE] for n, term in enumerate(there) if term == last)
            if any(not title.isdisjoint(around) for around in beside):
                found.append((grounds.speaker(row) is not None, row))
    if found:
        return [row for _, row in sorted(found)]
    return [row for name in question.about for row in grounds.index.rows_of(*terms(name), most=1).tolist()]


def _one_each(question: Question, grounds: Grounds) -> list[int]:
    """The first sentence of everybody, those who say most first; of most of them the first that tells something."""
    del question
    rows = [row for _, row in grounds.people.firsts()]
    return [*(_behind_greeting(row, grounds) for row in rows[:_GREETED]), *rows[_GREETED:]]


def _behind_greeting(row: int, grounds: Grounds) -> int:
    """A sentence, or if it tells nothing one of the next of its speaker that does: what follows "Mr. President,"."""
    collection, who = grounds.collection, grounds.speaker(row)
    near = collection.near(row, 0, _AFTER)
    said = (at for at in near if grounds.speaker(at) == who and not _tells_little(at, grounds))
    return next(said, row)


def _central(question: Question, grounds: Grounds) -> list[int]:
    """How a document begins, then what has most of the words that it keeps coming back to."""
    collection = grounds.collection
    numbers = sorted(question.documents or range(len(collection.documents)))
    leads = [row for number in numbers if (row := grounds.leads[number]) is not None]
    rows = islice(chain.from_iterable(map(collection.rows, numbers)), _MANY)
    text = [row for row in rows if collection.spans[row].kind == TEXT and len(collection.terms_of(row)) > _SHORT]
    return list(dict.fromkeys([*leads, *_by_weight(text, grounds)]))


def _some(rows: list[int], grounds: Grounds) -> list[int]:
    """All rows, or of very many those of some documents, evenly chosen, and of these every so many."""
    if len(rows) > _MANY:
        of = grounds.by_document(rows)
        some = list(chain.from_iterable(of[:: -(-len(rows) // _MANY)]))
        return some[:: -(-len(some) // _MANY)]
    return rows


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
    return list(grounds.dated)


def _authored(question: Question, grounds: Grounds) -> list[int]:
    """The line of each document that names its author; where none has one, the first words of who signed or sent it."""
    collection = grounds.collection
    numbers = sorted(question.documents or range(len(collection.documents)))[:_MANY]
    heads = chain.from_iterable(collection.rows(number)[:_HEAD] for number in numbers)
    named = [row for row in heads if _BYLINE.match(collection.words(row))]
    return named or [row for row in _one_each(question, grounds)[:_GREETED] if _writes(row, grounds)]


def _writes(row: int, grounds: Grounds) -> bool:
    """Whether a sentence is known to be somebody's for having written the whole, or sent it."""
    sentence = grounds.collection.sentence(row)
    shown = sentence.evidence
    sent = shown is not None and sentence.document.text.startswith(_SENT, max(0, shown.start - len(_SENT)))
    return shown is not None and (sent or shown.kind in ("byline", "signature"))


_ROWS = {
    "speaker": _of_speaker, "speakers": _one_each, "overview": _central, "when-all": _dated, "who-is": _who_is,
    "author": _authored,
}  # fmt: skip
"""What each kind looks for."""
