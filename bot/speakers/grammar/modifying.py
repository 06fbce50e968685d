"""What looks like a cue and is none: a participle of the noun behind it, a noun itself."""

from bot.speakers.grammar.cues import CORE, CUES, OBJECT
from bot.speakers.grammar.phrases import COUNTS, nominal, phrase_from
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WORD,
    Tokens,
    plural_of,
)

_POINTING = frozenset(["these", "this", "those"])
_NO_VERB = PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | DETERMINER | ADVERB | TIME | CAPITAL
"""What is no verb behind a bare noun: "all rejected claims | of fraud", but "all proposed routes | cross the pass"."""


def no_verb(t: Tokens, at: int, form: str) -> bool:
    """Whether a cue in a past or third form is no verb where it stands."""
    if form == "past":
        return _modifies(t, at)
    return form == "third" and (_people(t, at) or (t.low[at] == "states" and _lands(t, at)))


def _modifies(t: Tokens, at: int) -> bool:
    """Whether a past form belongs to the noun behind it: "the | proposed | road", "both | suggested | roads are"."""
    before = at - 1
    while before > 0 and t.tag[before] & ADVERB and not t.tag[before] & DETERMINER:
        before -= 1
    if before > 0 and t.low[before - 1] == "to" and t.tag[before] == WORD and nominal(t, at + 1):
        return True  # "to develop | proposed | rules"
    counted = t.tag[before] & (DETERMINER | POSSESSIVE | NUMBER) if before >= 0 else 0
    if not counted or not nominal(t, at + 1):
        return False
    if not counted & NUMBER and not t.tag[before] & PRONOUN and t.low[before] not in COUNTS | _POINTING:
        return True
    noun = phrase_from(t, at + 1)
    if noun is None or t.tag[noun[0]] & (CAPITAL | DETERMINER) or t.low[at] in CORE:
        return False
    if any(tag & (AUXILIARY | VERB) for tag in t.tag[noun[1] + 1 : noun[1] + 2]):
        return True
    several = next((n for n in range(noun[0], noun[1] + 1) if t.low[n].endswith("s")), noun[1])
    verb = t.tag[several + 1] if several + 1 < len(t.tag) else STOP
    return CUES[t.low[at]][0] in OBJECT and bool(verb & WORD) and not verb & _NO_VERB


def _people(t: Tokens, at: int) -> bool:
    """Whether what looks like a verb is who does what stands behind it: "Harbour | advocates | hailed the plan"."""
    if not plural_of(t.low[at]) & ROLE:
        return False
    verb = next((n for n in range(at + 1, len(t.tag)) if not t.tag[n] & ADVERB), at)
    return verb > at and bool(t.tag[verb] & (AUXILIARY | VERB) or CUES.get(t.low[verb], ("", ""))[1] == "past")


def _lands(t: Tokens, at: int) -> bool:
    """Whether these are lands: "in | EU | states", "small | Gulf | states"."""
    if at < 2 or not t.tag[at - 1] & CAPITAL or not (t.tag[at - 2] & PREPOSITION or t.tag[at - 2] == WORD):
        return False
    return not (t.tag[at + 1] & DETERMINER or t.low[at + 1] == "that") if at + 1 < len(t.tag) else True
