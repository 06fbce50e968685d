"""Who is meant where the nearest phrase is not who says it: a name behind an office, the subject of an object."""

from bot.speakers.grammar.nouns import AGENTIVE
from bot.speakers.grammar.phrases import Phrase, head, phrase_ending_at, phrase_from
from bot.speakers.grammar.sources import can_speak
from bot.speakers.grammar.subjects import governed
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BODY,
    CAPITAL,
    COMMA,
    CONJUNCTION,
    CUE,
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    RELATIVE,
    ROLE,
    STOP,
    TITLE,
    VERB,
    WORD,
    WORK,
    Tokens,
)


def named_behind(t: Tokens, source: Phrase) -> Phrase:
    """Who is told between commas behind what they are: "according to Moss's lawyer, attorney | Ann Lee |, ..."."""
    last, comma = source[1], source[1] + 1
    known = (t.tag[head(t, source)] | t.tag[last]) & (ROLE | TITLE) or t.low[last].endswith(AGENTIVE)
    somebody = known or t.tag[source[0]] & POSSESSIVE  # "his mate"
    several = t.low[last].endswith("s") and t.low[source[0]] != "one"
    if several or not somebody or t.tag[last] & CAPITAL or comma + 1 >= len(t.tag) or not t.tag[comma] & COMMA:
        return source
    named = phrase_from(t, comma + 1)
    closed = named and named[1] + 1 < len(t.tag) and t.tag[named[1] + 1] & (COMMA | STOP)
    return named if named and closed and t.tag[named[1]] & t.tag[named[1] - 1] & CAPITAL else source


def over_object(t: Tokens, phrase: Phrase) -> Phrase | None:
    """Who does something to what a phrase names: "| Lee | met | the king |, thanked him"; None if it is no object."""
    verb = phrase[0] - 1
    done = t.tag[verb] & VERB or (t.low[verb].endswith("ed") and t.low[verb] != "named")
    if verb < 1 or not done or t.tag[verb] & (CUE | CAPITAL) or t.tag[verb - 1] & (COMMA | RELATIVE):
        return None
    doer = phrase_ending_at(t, verb - 1)
    return doer if doer and can_speak(t, doer, "note") and not governed(t, doer) else None


def released_by(t: Tokens, source: Phrase) -> Phrase:
    """Who gave out what is named: "data released by | the bank", "projections from | the agency"."""
    first, last = source
    for at in range(first + 1, last):
        if t.low[at] in ("by", "from") and t.tag[first if t.tag[first] & WORK else at - 1] & WORD:
            giver = phrase_from(t, at + 1)
            if giver and t.tag[giver[1]] & (CAPITAL | BODY) and (t.low[at] == "by" or t.tag[at - 1] & WORK):
                return giver
    return source


def before_bare_verb(t: Tokens, subject: Phrase, at: int) -> Phrase:
    """The subject without a verb that looks like a noun, where there is none besides: "Miners | down tools, saying".

    So headlines are written, without article.
    """
    first, last = subject
    if t.tag[first] & (DETERMINER | PRONOUN) or any(tag & COMMA for tag in t.tag[at:]):
        return subject
    if any(t.tag[n] & (VERB | AUXILIARY) or t.low[n].endswith("ed") for n in range(first, at)):
        return subject
    head = first
    while head < last and (t.tag[head] & (POSSESSIVE | CONJUNCTION) or _of_name(t, head + 1)):
        head += 1
    return first, head


def _of_name(t: Tokens, at: int) -> bool:
    """Whether a token is of a name or names who acts, or joins such to the one before."""
    joins = t.tag[at] & CONJUNCTION and at + 1 < len(t.tag) and t.tag[at + 1] & CAPITAL
    return bool(joins or t.tag[at] & (CAPITAL | ROLE | BODY))
