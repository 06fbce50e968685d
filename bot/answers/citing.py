"""How a hit is cited: once for all documents that have it, with its neighbours where it needs them."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from bot.answers.quotes import Quote
from bot.index import Grounds
from bot.layout import TEXT
from bot.patterns import lazily
from bot.questions import Question
from bot.ranking import Hit
from bot.words import VAGUE_WEIGHT, synonyms, term_spans

MATCHED = 0.3
"""What a term must count to be shown as a match."""
SAME = 0.9
"""Share of their words that two sentences must have in common to be one and the same."""
_COMPARED = 200
"""Hits that are compared with those that are cited once these are found."""
_LEANS = lazily(
    r"\W*(?:(?:and|but|so) )?(?:they|he|she|it|this|that|these|those|such|both|yes|no|not)\b", 2
)  # re.IGNORECASE
_TURNS_BACK = 5


class _Chosen(NamedTuple):
    """A hit that is cited, with its document and words, and the ids of other documents that have it."""

    hit: Hit
    owner: int
    words: frozenset[str]
    also: dict[str, None]


def cite(question: Question, hits: Sequence[Hit], grounds: Grounds, k: int, context: int) -> tuple[Quote, ...]:
    """Up to `k` quotes, the same sentence of several documents shown once; of very many hits the first are compared.

    With `context` sentences before and after each, or with those that it cannot be understood without.
    """
    collection = grounds.collection
    chosen: list[_Chosen] = []
    left = _COMPARED
    for hit in hits:
        owner, words = collection.owner[hit.row], frozenset(collection.terms_of(hit.row))
        twin = next((one for one in chosen if one.owner != owner and _same(words, one.words)), None)
        if twin is not None:
            twin.also[collection.documents[owner].id] = None
        elif len(chosen) < k:
            chosen.append(_Chosen(hit, owner, words, {}))
        left -= len(chosen) == k
        if not left:
            break
    cited = {one.hit.row for one in chosen}
    return tuple(
        _quote(question, one, rank, grounds, context or _needed(one.hit, cited, grounds), context)
        for rank, one in enumerate(chosen, 1)
    )


def _same(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have almost the same words."""
    both = len(words & others)
    return bool(words) and both >= SAME * (len(words) + len(others) - both)


def _quote(question: Question, one: _Chosen, rank: int, grounds: Grounds, leading: int, following: int) -> Quote:
    """A hit with some sentences before and behind it."""
    hit, collection = one.hit, grounds.collection
    sentence = collection.sentence(hit.row)
    offset = (sentence.label[1] if sentence.label else sentence.start) - sentence.start
    spans = term_spans(sentence.text[offset:])
    shown = _shown(question, {term for term, _, _ in spans})
    matched = tuple((start + offset, end + offset) for term, start, end in spans if term in shown)
    own = collection.rows(collection.owner[hit.row])
    before = tuple(map(collection.sentence, range(max(own.start, hit.row - leading), hit.row)))
    after = tuple(map(collection.sentence, range(hit.row + 1, min(own.stop, hit.row + 1 + following))))
    asked = question.speakers if question.saying and not (question.others or question.replies) else ()
    aside = bool(asked) and sentence.speaker is not None and sentence.speaker.name not in asked
    return Quote(sentence, rank, round(hit.score, 4), matched, before, after, tuple(one.also), aside)


def _shown(question: Question, there: set[str]) -> set[str]:
    """The terms of a sentence that match: those of the question, and the synonyms of telling ones that are missing."""
    asked = {term for term, share in question.terms.items() if share > MATCHED}
    missing = (term for term in asked - there if question.terms[term] > VAGUE_WEIGHT)
    return asked.union(*map(synonyms, missing))


def _needed(hit: Hit, cited: Container[int], grounds: Grounds) -> int:
    """How many sentences before belong to it: back to the question it answers, or the one that "they" points to.

    None where that is cited itself.
    """
    collection, row = grounds.collection, hit.row
    first = collection.first[collection.owner[row]]
    if hit.features.get("answered"):
        speaker = grounds.speaker(row)
        asked = (at for at in range(row - 1, max(first - 1, row - _TURNS_BACK), -1) if grounds.speaker(at) != speaker)
        return row - next(asked, row)
    near = row > first and row - 1 not in cited and collection.paragraphs[row - 1] == collection.paragraphs[row]
    return int(near and collection.spans[row - 1].kind == TEXT and bool(_LEANS.match(collection.words(row))))
