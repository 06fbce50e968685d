"""Sentences that announce words: "Moss issued the following statement:", "The chair spoke as follows:"."""

from itertools import chain

from bot.speakers.grammar.clauses import CONTINUES, FAR, verb_group
from bot.speakers.grammar.cues import CUES, MESSAGES
from bot.speakers.grammar.phrases import Phrase
from bot.speakers.grammar.sources import (
    can_speak,
    of_letter,
)
from bot.speakers.grammar.subjects import subject_before
from bot.speakers.grammar.tokens import (
    BE,
    CAPITAL,
    COLON,
    CUE,
    MODAL,
    NEGATION,
    NUMBER,
    TIME,
    VERB,
    WORK,
    Tokens,
)
from bot.words import ADDRESS, MANNER, SAY

_NAMED = MESSAGES | {"terms", "thoughts", "words"}
"""What these are, when words come: "in | these terms |:"."""
_HOLDS = frozenset("comprise comprises contain contains include included includes".split())
_VERB_WITHIN = 16
"""Tokens in which a verb stands before what points at the words that come."""


def announced(t: Tokens) -> Phrase | None:
    """Whose words come behind a sentence that ends with a colon: "Moss said in a note:", "issued this statement:"."""
    if not t.tag or not t.tag[-1] & COLON:
        return None
    near = range(len(t.tag) - 2, max(-1, len(t.tag) - FAR), -1)
    pointed = (_giver(t, at) for at in near if _points(t, at))
    told = (_teller(t, at) for at in near if t.tag[at] & CUE and not t.tag[at] & WORK and t.low[at + 1] != "to")
    return next((subject for subject in chain(pointed, told) if subject and can_speak(t, subject, "note")), None)


def _points(t: Tokens, at: int) -> bool:
    """Whether a word points at what comes: "as | follows", "the | following | note", "in | these | words", "thus"."""
    if t.low[at] in ("follows", "these", "thus"):
        return t.low[at] != "follows" or t.low[at - 1] == "as"
    named = any(tag & WORK or low in _NAMED for low, tag in zip(t.low[at + 1 : at + 4], t.tag[at + 1 :], strict=False))
    named = named or t.low[at + 1 : at + 3] == ["to", "say"]
    if t.low[at - 2] in _HOLDS:
        return False  # "The board | includes | the following bakers:"
    return (t.low[at] == "following" and t.low[at - 1] == "the") or (t.low[at] == "this" and named)


def _giver(t: Tokens, before: int) -> Phrase | None:
    """The subject of the verb nearest before a token, whatever verb it is."""
    for at in range(before - 1, max(0, before - _VERB_WITHIN), -1):
        if t.tag[at] & MODAL and not t.tag[at] & CAPITAL:
            return None  # "Members who wish to complain | may | do so at the following:"
        counted = t.low[at].endswith("s") and t.tag[at - 1] & (NUMBER | TIME)  # "held on 48-hour | holds"
        if not counted and (t.tag[at] & (CUE | VERB) or t.low[at].endswith("ed")):
            group = verb_group(t, at)
            if group.tags & BE and not t.low[at].endswith("ing"):
                return None  # "They were held | on the following charges:"
            subject = None if group.tags & (NEGATION | MODAL) else subject_before(t, group.first)
            if subject and can_speak(t, subject, "note"):
                return subject
    return None


def _teller(t: Tokens, at: int) -> Phrase | None:
    """The subject of a verb of saying or telling, not whom somebody is told by: "The court was told:"."""
    (lemma, form), group = CUES[t.low[at]], verb_group(t, at)
    told = lemma in SAY | MANNER | ADDRESS and not (lemma in ADDRESS and group.tags & BE)
    wished = group.infinitive and CONTINUES.isdisjoint(group.lows)  # "those who wish | to say |", not "went on to say"
    if not told or wished or group.tags & (NEGATION | MODAL) or (form == "ing" and not group.tags & BE):
        return None
    return of_letter(t, group.first) or subject_before(t, group.first)
