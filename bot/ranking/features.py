"""How a candidate looks in the light of a question: a dozen or two of numbers, most of them between 0 and 1.

They are read from the candidate, its neighbours and the terms' document frequencies alone, so that they cost the same
at any size of collection.
"""

import math
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

from bot.index import Grounds
from bot.layout import DIRECTION, HEADING
from bot.questions import Question
from bot.ranking.counting import Counting
from bot.ranking.forms import Form
from bot.ranking.surroundings import REACH, WINDOW, Surroundings
from bot.words import NEGATIONS, NOBODY, STOP_WORDS, VAGUE_WEIGHT, WANTED, WH_WORDS, synonyms, terms

_Value = TypeVar("_Value")
PREFIX, GRAM = 4, 4
prefix = itemgetter(slice(PREFIX))
_SHORT, BARE = 5, 2
"""Words, and words that tell something the question does not, below which a sentence seldom answers by itself."""
BY_UNIT = frozenset(["how-heavy", "how-hot", "how-old", "how-tall"])
"""What nothing tells but a number with its unit."""
ASTRAY = 0.5
"""What it counts to stand close behind the sentence shown for one without a word of what the line names itself."""
_REPLIES_WITHIN = 30
"""Sentences within which a reply is looked for."""
_OWN_GROUNDS = ("asked_speaker", "about", "about_before", "near", "same", "before", "reply")
_ALIKE = ("synonym", "kin")
"""What tells that a sentence belongs to a question, and what does where it has the time or number wanted, too."""
_FILLERS = STOP_WORDS | WH_WORDS | frozenset("hm mm oh okay ok right sure thank uh um well yeah yes".split())
_LEANING = frozenset("he her his it its she their these they this those".split())
"""What a sentence opens with that is about what the one before is about."""
_JOINING = frozenset("also, and but however,".split())
_FIRST_PERSON = frozenset("i i'd i'll i'm i've my our we we'd we'll we're we've".split())


class View:
    """A question's sight of its candidates; `shown` is the row of the sentence that a follow-up goes on from."""

    def __init__(self, question: Question, grounds: Grounds, shown: int | None, rows: Sequence[int]) -> None:
        self.question, self.grounds, self.shown = question, grounds, shown
        self.idf = {term: share * grounds.index.weigh(term) for term, share in question.terms.items() if share}
        self.mass = sum(self.idf.values()) or 1.0
        self._pairs = list(dict.fromkeys(pairwise(question.words)))
        self._stems = {term: prefix(term) for term in self.idf if len(term) > PREFIX}
        telling = [term for term in self.idf if question.terms[term] > VAGUE_WEIGHT]
        self._synonyms = {term: others for term in telling if (others := synonyms(term))}
        self._typed = WANTED.get(question.wanted) if question.kind != "who-said" else None
        self._timed = self._typed and question.wanted != "who"
        self._grams = _grams(question, self.idf)
        self._counting = Counting(question)
        self._negated = _negates(question.text)
        self._form = Form(question, telling)
        self._bits = {term: 1 << n for n, term in enumerate(sorted(self.idf))}
        self._telling = _mask(self._bits, telling)
        self._own = _mask(self._bits, question.own.intersection(grounds.index.idf))
        self._rarest = self._bits[max(telling, key=self.idf.__getitem__)] if telling else 0
        self._asked = grounds.masks(self._bits, rows, *REACH)
        """The terms of the question in each candidate and around it, as a mask."""
        self._shares = _Kept(partial(_share, self.idf, self._bits, self.mass))
        grounds.collection.read(rows)
        self._near = _Kept(lambda row: Surroundings(grounds.collection, row, self._asked, self._shares))
        self._documents = grounds.document_masks(self._bits, rows)
        """The terms of the question in the whole document of each candidate."""

    def coverage(self, inside: Iterable[str]) -> float:
        """Share of the question's idf mass whose terms are there."""
        return self._shares[_mask(self._bits, inside)]

    def features(self, row: int, score: float) -> dict[str, float]:
        """The features of one candidate whose BM25 score is `score`."""
        question, collection = self.question, self.grounds.collection
        there = collection.terms_of(row)
        inside = set(there)
        near = self._near[row]
        around, window, paragraph = near.around()
        text, kind, dialogue, asks = collection.words(row), collection.kind(row), near.dialogue, near.asks
        found = {
            "bm25": score / 30,
            "coverage": self._shares[self._asked[row]],
            "around": around,
            "window": window,
            "document": self._document(collection.owner[row]),
            ("turn" if dialogue else "paragraph"): near.turn() if dialogue else paragraph,
            "bigrams": self._bigrams(there, inside),
            "grams": self._gram_share(text),
            "kin": self._kin(inside),
            "synonym": self._synonym(inside),
            "measure": float(self._counting.measures(text, inside)),
            "counted": float(self._counting.counts(there)),
            "heading": float(kind == HEADING),
            "direction": float(kind == DIRECTION),
            "answered": self._shares[near.answered],
            "turn_before": self._shares[near.turn_before],
            "before_it": self._shares[near.before & self._telling & ~self._asked[row]],
            "rarest": float(bool(self._asked[row] & self._rarest)),
            "leaning": float(_leans(text)),
            ("is_question" if question.asks_question else "question"): float(asks),
            "short": float(len(there) < _SHORT),
            "bare": float(telling(there, question.spelt) < BARE and not (near.answered and near.alone)),
            "long": math.log(1 + len(there)) / 4,
            "negated": float(self._negated and _negates(text)),
        }
        if self._typed:
            found[f"type_{question.wanted}"] = self._fits(text)
        if dialogue and question.kind != "who-said" and asks:
            found["asked_on"] = self._shares[self._asked[row]]
        found |= self._form.features(text, there, inside, self.grounds.speaker(row) or "")
        found |= self._by_speaker(row, text)
        if self.shown is not None and collection.owner[row] == collection.owner[self.shown]:
            found |= self._by_place(row, self.shown)
        return found

    def _fits(self, text: str) -> float:
        """Whether a sentence has the answer wanted, a date, a number, a name, that the question has not itself."""
        found = re.finditer(self._typed or "", text)
        return float(any(not self.idf.keys() >= {*terms(match.group())} for match in found))

    def belongs(self, row: int, found: Mapping[str, float]) -> bool:
        """Whether something of its own tells that a candidate belongs to the question.

        A telling word, its speaker, its place, or the answer behind a sentence with such a word; a word of its meaning
        too, but not where a time or a number is wanted that the sentence has not.
        """
        collection = self.grounds.collection
        dialogue, near = collection.turns[collection.owner[row]], self._near[row]
        own = self._asked[row] | near.answered | (near.turn_before if dialogue else 0)
        fits = found.get(f"type_{self.question.wanted}", 1.0) and found["measure"] >= bool(self.question.measure)
        grounds = (*_OWN_GROUNDS, *_ALIKE) if fits or not self._timed else _OWN_GROUNDS
        if not self._telling or own & self._telling or any(map(found.get, grounds)):
            return True
        behind = row > collection.first[collection.owner[row]] and self._asked[row - 1] & self._telling
        said = collection.attributions[row].speaker
        goes_on = behind and said is not None and said is collection.attributions[row - 1].speaker
        told = behind == self._telling and not (self._timed or goes_on or collection.asks(row - 1))
        return bool(behind and fits and not told)

    def _by_speaker(self, row: int, text: str) -> dict[str, float]:
        """What it counts that somebody, or the one asked for, says the sentence."""
        question, collection = self.question, self.grounds.collection
        speaker = collection.speaker(row)
        spoken, name = float(speaker is not None), speaker.name if speaker else ""
        found = {"spoken": spoken}
        if question.saying:
            found["asked_speaker"] = float(name in question.speakers)
            found["direct"] = float(collection.attributions[row].kind in ("direct", "mixed"))
            found["first_person"] = float(not _FIRST_PERSON.isdisjoint(text.casefold().replace("’", "'").split()))
        elif name in question.about:
            found["about_before" if question.follows else "about"] = 1.0
            if collection.turns[collection.owner[row]]:
                found["about_turn"] = self.coverage(terms(name))
        if question.kind == "who-said":
            found["has_speaker"] = spoken
        elif question.unheard:
            found["unheard"] = spoken
        return found

    def _by_place(self, row: int, shown: int) -> dict[str, float]:
        """Where a sentence stands from the one shown last: what follows counts most, and whoever replies to it."""
        strays = bool(self._own) and not self._asked[row] & self._own
        found = {
            "near": math.exp((1 - row + shown) / 2) * (ASTRAY if strays else 1.0) if row > shown else 0.0,
            "same": float(row == shown),
            "before": float(0 < shown - row < WINDOW),
        }
        said = self.grounds.collection.attributions
        speaker, to = said[row].speaker, said[shown].speaker
        asked = () if self.question.others else self.question.speakers
        if (
            self.question.replies
            and speaker is not None
            and shown < row < shown + _REPLIES_WITHIN
            and (speaker.name in asked if asked else speaker is not to)
        ):
            between = [said[at].speaker for at in range(shown + 1, row)]
            found["reply"] = 1 / (1 + sum(other is speaker if asked else other not in (None, to) for other in between))
        return found

    def _document(self, number: int) -> float:
        """How much of the question a whole document covers; 0 where it is the only one."""
        return self._shares[self._documents[number]] if len(self.grounds.collection.documents) > 1 else 0.0

    def _bigrams(self, there: list[str], inside: set[str]) -> float:
        both = [pair for pair in self._pairs if pair[0] in inside and pair[1] in inside]
        return len(set(pairwise(there)).intersection(both)) / len(self._pairs) if both else 0.0

    def _kin(self, inside: set[str]) -> float:
        """Share of the idf mass whose terms are missing, but not words that begin alike ("diplomat", "diplomacy")."""
        missing = [term for term in self._stems if term not in inside]
        prefixes = set(map(prefix, inside)) if missing else ()
        return sum(self.idf[term] for term in missing if self._stems[term] in prefixes) / self.mass

    def _synonym(self, inside: set[str]) -> float:
        """Share of the idf mass whose terms are missing, but not words that mean the same."""
        meant = (
            term for term, others in self._synonyms.items() if term not in inside and not others.isdisjoint(inside)
        )
        return sum(self.idf[term] for term in meant) / self.mass

    def _gram_share(self, text: str) -> float:
        low = f" {text.casefold()} "
        return sum(value for gram, value in self._grams.items() if gram in low)


class _Kept(dict[int, _Value]):
    """What a function gives for a row or a mask, computed once."""

    def __init__(self, compute: Callable[[int], _Value]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, key: int) -> _Value:
        value = self[key] = self._compute(key)
        return value


def _mask(bits: Mapping[str, int], inside: Iterable[str]) -> int:
    """The terms of the question that are there, a bit for each."""
    mask = 0
    for term in bits.keys() & inside:
        mask |= bits[term]
    return mask


def _share(idf: Mapping[str, float], bits: Mapping[str, int], mass: float, mask: int) -> float:
    """Share of the idf mass whose terms are in a mask."""
    return sum(idf[term] for term, bit in bits.items() if mask & bit) / mass


def telling(there: Iterable[str], asked: Container[str] = ()) -> int:
    """How many terms tell something: none of the small words of a talk, nor of those asked."""
    return len([term for term in there if term not in asked and term not in _FILLERS])


def _leans(text: str) -> bool:
    """Whether a sentence opens with a pronoun, behind "and" or "but" or not."""
    words = [word for word in text.casefold().lstrip("“‘\"'").split(maxsplit=2) if word not in _JOINING]
    return bool(words) and words[0] in _LEANING


def _negates(text: str) -> bool:
    words = text.casefold().replace("’", "'").split()
    return any(word in NEGATIONS or word in NOBODY or word.endswith("n't") for word in words)


def _grams(question: Question, idf: Mapping[str, float]) -> dict[str, float]:
    """The runs of letters in the words of the question, as they were typed, with their share of its idf mass."""
    found: dict[str, float] = {}
    for term, word in question.spelt.items():
        if question.terms.get(term, 0.0) > VAGUE_WEIGHT + 0.05:
            low = " " + word.casefold().replace("’", "'").removesuffix("'s") + " "
            grams = [low[at : at + GRAM] for at in range(len(low) - GRAM + 1)]
            for gram in grams:
                found[gram] = found.get(gram, 0.0) + idf[term] / len(grams)
    total = sum(found.values()) or 1.0
    return {gram: value / total for gram, value in found.items()}
