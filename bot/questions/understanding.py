"""What a question asks: its kind, the answer it wants, the speaker it names, and its weighted terms."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from bot.index import Grounds, name_words, spelt_out_offices
from bot.patterns import lazily
from bot.questions.scope import scope
from bot.questions.wordings import (
    ASKING,
    PRONOUNS,
    SAYING,
    asks_who_said,
    doers,
    form,
    lemma,
    measure,
    measured_as,
    slots,
    wanted,
)
from bot.words import (
    STOP_WEIGHT,
    STOP_WORDS,
    VAGUE_WEIGHT,
    WH_WORDS,
    near,
    spelt_out,
    split_words,
    stems,
    terms,
    weight,
)

SPELT_OUT = 1.5
"""What a word counts that an acronym of the question is short for."""
REPAIRED = 0.8
"""What a term counts whose spelling was repaired."""
_CLOSED = dict.fromkeys(STOP_WORDS | WH_WORDS, 0.0)
_OF_FACTS = ("who", "when", "where")
"""Answers that no words of a speaker are asked for with: "Who did she talk to?"."""
_INFLECTED = ("s", "es", "d", "ed", "ing", "er", "ers", "ly")
_MEANING = lazily(
    r"\b(?:stands? for|short for|mean|meaning of|abbreviation|acronym|spelt out|spelled out)\b", re.IGNORECASE
)


class Question(NamedTuple):
    """A question as understood."""

    text: str
    kind: str
    """What is asked for: "who-said", "what-said", or the answer wanted.

    Without words of its own "speaker" (all that one says), "speakers" (one sentence each), "overview", "when-all"."""
    wanted: str
    """The answer: "who", "what", "when", "where", "why", "how", "how-many", "yes-no", "topic"."""
    terms: Mapping[str, float]
    measure: str = ""
    """What the answer is measured in: "how-long", "how-much", ...; empty where that is not asked."""
    speakers: tuple[str, ...] = ()
    """Names of the speakers whose words it asks for; several when one word fits several."""
    about: tuple[str, ...] = ()
    """Names of the speakers that it mentions otherwise."""
    unknown: str | None = None
    """A name asked for as a speaker that no document has."""
    unheard: bool = False
    """Whether it asks for the words of somebody who is none of the speakers."""
    silent: bool = False
    """Whether it does so by name."""
    pronoun: str | None = None
    """The gender ("m", "f", "" for any) of the pronoun that it asks for as a speaker."""
    spelt: Mapping[str, str] = MappingProxyType({})
    """Terms -> the words of the question."""
    words: tuple[str, ...] = ()
    """Terms in the order of the question, the speaker's name left out where it is asked for."""
    follows: bool = False
    replies: bool = False
    """Whether it asks for what was said to the sentence shown before."""
    others: bool = False
    """Whether the words of anybody but `speakers` are asked for."""
    only: tuple[str, ...] = ()
    """Whose words alone are asked for, where it goes on by a name and nothing else."""
    own: frozenset[str] = frozenset()
    """Its own terms that tell what it is about, where it goes on from the question before."""
    line: str = ""
    """What the line was taken for, where that is not plain from the rest: "correction"."""
    strict: bool = False
    """Whether nobody but `speakers` is to be quoted."""
    anew: bool = False
    """Whether what has been shown is not wanted again: "What else did he say?"."""
    absent: tuple[str, ...] = ()
    """Names in it that no document has."""
    acronyms: tuple[str, ...] = ()
    """Words in capitals that it wants to have spelt out, or that no document has."""
    asks_question: bool = False
    """ "Who asked ...": the answer is itself a question."""
    documents: frozenset[int] = frozenset()
    """Numbers of the documents that it limits itself to; empty for all."""
    named: tuple[str, ...] = ()
    """The words by which it names the speakers whose words it asks for."""
    by_name: bool = False
    """Whether these are the name of a person rather than an office, a body or a description."""

    @property
    def saying(self) -> bool:
        """Whether it asks for the words of somebody whom it names."""
        return self.kind in ("what-said", "speaker")

    @property
    def content(self) -> int:
        """How many terms it has that tell something."""
        return sum(share > VAGUE_WEIGHT + 0.05 for share in self.terms.values())


class _Asked(NamedTuple):
    """Whose words are asked for, and the words of the question that say so."""

    speakers: frozenset[str] = frozenset()
    named: range = range(0)
    unknown: str | None = None
    unheard: bool = False
    silent: bool = False
    pronoun: str | None = None
    by_name: bool = False


def understand(text: str, grounds: Grounds) -> Question:
    """Reads one question by itself."""
    known = grounds.index.idf
    documents, bare = scope(text.strip().rstrip("?!. "), grounds.collection.documents)
    tokens = split_words(bare)
    lows = [token.casefold().replace("’", "'") for token in tokens]
    want, at = wanted(lows)
    kind = form(bare) or ("who-said" if asks_who_said(lows, want, at) else want)
    asked = _Asked() if kind != want else _whose(bare, tokens, lows, grounds)
    if want in _OF_FACTS and asked.speakers and not _tells(tokens, asked.named):
        asked = _Asked()
    if asked.speakers or asked.unknown or asked.pronoun is not None:
        kind = "what-said"
    measured = measure(lows, want, at)
    asks = kind == "who-said" and any(lemma(low) in ASKING for low in lows[at + 1 : at + 4])
    weights: dict[str, float] = {}
    order: list[str] = []
    spelt: dict[str, str] = {}
    absent: list[str] = []
    for n, token in enumerate(tokens):
        if n in asked.named:
            continue
        term, share = (terms(token)[0], 0.0) if n == measured else _weighed(token, lows[n], known)
        if asked.speakers and lemma(lows[n]) in ASKING:
            asks, share = True, min(share, VAGUE_WEIGHT)
        if share > STOP_WEIGHT and term not in known and token[0].isupper() and n:
            absent.append(term)
        weights[term] = max(weights.get(term, 0.0), share)
        spelt.setdefault(term, token)
        order.append(term)
    if not any(share > VAGUE_WEIGHT + 0.05 for share in weights.values()):
        kind = "speaker" if asked.speakers else "overview" if documents and kind in ("what", "topic") else kind
    meaning = _MEANING.search(bare)
    question = Question(
        text,
        kind,
        want,
        weights,
        measure=measured_as(lows, want, at),
        speakers=tuple(sorted(asked.speakers)),
        about=tuple(sorted(_mentioned(lows, grounds) - asked.speakers)),
        unknown=asked.unknown,
        unheard=asked.unheard,
        silent=asked.silent,
        pronoun=asked.pronoun,
        spelt=spelt,
        words=tuple(order),
        absent=tuple(absent),
        acronyms=tuple(
            token
            for token in tokens
            if token.isupper() and 1 < len(token) < 7 and (meaning or terms(token)[0] not in known)
        ),
        asks_question=asks,
        documents=documents,
        by_name=asked.by_name,
        named=tuple(lows[n].removesuffix("'s") for n in asked.named),
    )
    return _unfolded(question, grounds)


def _unfolded(question: Question, grounds: Grounds) -> Question:
    """With the words that its acronyms are short for, where the documents have them."""
    texts = [document.text for document in grounds.collection.documents] if question.acronyms else []
    found = [words for acronym in question.acronyms if (words := spelt_out(acronym, texts))]
    if not found:
        return question
    full = terms(" ".join(found))
    weights = {**question.terms, **{term: SPELT_OUT for term in full if term not in question.terms}}
    return question._replace(terms=weights, words=(*question.words, *full))


def _tells(tokens: list[str], named: range) -> bool:
    """Whether a question has a word that tells something beside the name that it asks for."""
    return any(weight(token) > VAGUE_WEIGHT for n, token in enumerate(tokens) if n not in named)


def _weighed(token: str, low: str, known: Mapping[str, float]) -> tuple[str, float]:
    """The term of a word and what it counts, its spelling repaired where no document has it."""
    term, share = terms(token)[0], weight(token)
    if share <= STOP_WEIGHT or term in known:
        return term, share
    if len(low) in (3, 4) and near(low, _CLOSED):
        return term, 0.0
    closest = near(low, known, stems) if len(low) > 4 and not _common(low) else None
    return (closest, share * REPAIRED) if closest else (term, share)


def _common(low: str) -> bool:
    """Whether a word that the documents do not have is known to be one all the same."""
    from bot.words.common_words import COMMON

    return low in COMMON or lemma(low) in SAYING or any(low.removesuffix(ending) in COMMON for ending in _INFLECTED)


def _whose(bare: str, tokens: list[str], lows: list[str], grounds: Grounds) -> _Asked:
    missed = _Asked()
    for first, last, how in slots(bare, tokens, lows):
        words = [low.removesuffix("'s") for low in lows[first : last + 1]]
        if first == last and words[0] in PRONOUNS:
            before = _mentioned(lows[:first], grounds)
            return _Asked(frozenset(before)) if len(before) == 1 else _Asked(pronoun=PRONOUNS[words[0]])
        speakers = grounds.roster.find(words)
        full = spelt_out_offices(words)
        if not speakers and full != words:
            speakers = grounds.roster.exactly(full) or grounds.described(full)
        name = how == "subject" and all(
            token[0].isupper() or lows[first + n] in STOP_WORDS for n, token in enumerate(tokens[first : last + 1])
        )
        if not speakers and how == "subject" and not name:
            speakers = grounds.described(words)
        if speakers:
            return _Asked(
                frozenset(speakers), range(first, last + 1), by_name=grounds.roster.names_person(words, speakers)
            )
        if name and _absent(tokens[first : last + 1], grounds.index.idf):
            return _Asked(unknown=re.sub(r"['’]s$", "", " ".join(tokens[first : last + 1])), unheard=True)
        if how == "subject":
            missed = _Asked(unheard=True, silent=missed.silent or name)
    return missed


def _absent(tokens: list[str], known: Mapping[str, float]) -> bool:
    """Whether a run of words is a name and no document has any word of it, nor one spelt alike."""
    capitals = [token for token in tokens if token[0].isupper() and not (token.isupper() and len(token) < 7)]
    found = [(terms(token)[0], token.casefold().removesuffix("'s")) for token in capitals]
    return bool(capitals) and not any(term in known or near(low, known, stems) for term, low in found)


def _mentioned(lows: list[str], grounds: Grounds) -> set[str]:
    """Speakers of whose name the question has a word, or who do what it asks about: "How did the chairman ..."."""
    roster = grounds.roster
    words = {word for low in lows for word in name_words(low) if len(word) > 2 and word not in STOP_WORDS}
    found = {name for word in words for name in roster.by_word.get(word, ())}
    return found or next(filter(None, map(roster.exactly, doers(lows))), set())
