"""Reporting clauses without a reporting verb: marks beside a quotation, "according to", opinions, stances."""

from bot.speakers.grammar.clauses import Report, make_report, verb_group
from bot.speakers.grammar.complements import accepts
from bot.speakers.grammar.cues import CUES, STANCES
from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.lists import with_others
from bot.speakers.grammar.phrases import Phrase, phrase_from
from bot.speakers.grammar.reaching import named_behind
from bot.speakers.grammar.sources import can_speak
from bot.speakers.grammar.subjects import first_subject, subject_before
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BE,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CUE,
    DASH,
    DETERMINER,
    MODAL,
    NEGATION,
    OBJECT,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    VERB,
    Tokens,
)

_ACCORDING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"),
)
_VIEWS = [["experience"], ["opinion"], ["view"], ["words"]]
_VIEW_WITHIN = 6
"""Tokens of whose view it is: "in | Mayor Ann Lee's | view"."""
_STANCE_ON = [[word] for word in ("that", "by", "at", "about", "over", "for", "to", "with", "the")]
"""What stands behind a stance that is told of."""
_HOLDS = frozenset("held hold holds maintains send sends sent share shared shares takes took".split())
"""What one does with an opinion: "holds | the view that"."""
_PLANS = frozenset("plan schedule law custom tradition protocol plans rules instructions needs size age".split())
_CITED = frozenset("annex appendix article chapter clause figure paragraph rule section table".split())
"""What is cited of a law or a book, which is nobody: "according to | Section 9(c) of the Act"."""
_COLON_WITHIN = 14
"""Tokens of a name before a colon, with an aside."""
_ASIDE = frozenset("about after asked on speaking talking writing".split())
"""Words between a name and its colon: "Ann Lee | speaking to the radio |: ..."."""


def according(t: Tokens, at: int) -> Report | None:
    """Whose words something is by: "| according to | Li", "in the words of Li", "in his view"."""
    for words in _ACCORDING:
        if tuple(t.low[at : at + len(words)]) == words:
            first = at + len(words)
            if t.low[first : first + 1] == ["what"]:
                cue = next((n for n in range(first + 2, len(t.tag)) if t.tag[n] & CUE), 0)
                source = (first + 1, cue - 1) if cue else None
            elif t.tag[first : first + 1] and t.tag[first] & OBJECT:
                source = (first, first)
            else:
                source = phrase_from(t, first)
                source = source and with_others(t, _with_participle(t, named_behind(t, source)))
            plan = source is None or (not t.tag[source[0]] & DETERMINER and _plans(t, source))
            if source is None or plan or t.low[source[0]] in _CITED:
                return None
            return make_report(t, "according-to", at, source, at, source[1])
    noun = at + 2 + (t.low[at + 2 : at + 3] == ["own"])
    if t.low[noun : noun + 1] in _VIEWS and t.tag[at + 1] & POSSESSIVE:
        return make_report(t, "according-to", at, (at + 1, at + 1), at, noun)
    view = next((n for n in range(at + 2, min(at + _VIEW_WITHIN, len(t.tag))) if [t.low[n]] in _VIEWS), 0)
    if view and t.tag[view - 1] & POSSESSIVE and t.tag[view - 1] & CAPITAL:
        return make_report(t, "according-to", at, (at + 1, view - 1), at, view)
    return None


def _plans(t: Tokens, source: Phrase) -> bool:
    """Whether something goes as it was to go: "according to | plan |", "according to | Plan B |"."""
    lettered = t.low[source[0]] if source[1] == source[0] + 1 and len(t.low[source[1]].rstrip(".")) == 1 else ""
    return t.low[source[1]] in _PLANS or lettered in _PLANS


def opinion(t: Tokens, at: int) -> Report | None:
    """Opinions as nouns: "were of the | opinion | that ...", "their | assessment | was that ..."; or as adjectives."""
    low = t.low
    if low[at] in STANCES:
        return _stance(t, at)
    if low[at + 1 : at + 2] == ["that"] and low[max(0, at - 2) : at] in (["of", "the"], ["of", "an"]):
        group = verb_group(t, at - 2)
        subject = subject_before(t, group.first)
        if group.tags & BE and not group.tags & NEGATION and subject and can_speak(t, subject, "note"):
            return make_report(t, "opinion", at, subject, subject[0], at + 1)
    held = next((n for n in range(at - 1, max(0, at - 5), -1) if low[n] in _HOLDS), 0)
    if held and low[at + 1 : at + 2] == ["that"]:
        group = verb_group(t, held)
        joined = group.first > 0 and t.low[group.first - 1] == "and"  # "handed over a note and | took the view that"
        ahead = first_subject(t, held) if joined else subject_before(t, group.first)
        subject = None if group.tags & (MODAL | NEGATION) or (ahead and t.low[ahead[1]] == "it") else ahead
        return make_report(t, "opinion", held, subject, subject[0], at + 1) if subject else None
    if low[at + 1 : at + 2] == ["that"] and at and t.tag[at - 1] & POSSESSIVE and t.tag[at - 1] & DETERMINER:
        return make_report(t, "opinion", at, (at - 1, at - 1), at - 1, at + 1)
    if low[at + 1 : at + 3] in (["was", "that"], ["is", "that"]) and at and t.tag[at - 1] & POSSESSIVE:
        owner = (at - 1, at - 1) if t.tag[at - 1] & DETERMINER else phrase_from(t, 0)
        return owner and make_report(t, "opinion", at, owner, min(owner[0], at), at + 2)
    return None


def _stance(t: Tokens, at: int) -> Report | None:
    """How somebody takes something: "The minister is deeply | concerned | about the dam", "is | confident | that"."""
    group = verb_group(t, at)
    verb = group.first - (t.low[group.first - 1] in ("remain", "remains"))
    subject = subject_before(t, verb)
    present = verb < group.first or "is" in group.lows or "are" in group.lows
    if subject is None or group.tags & (NEGATION | MODAL) or not present:
        return None
    if not can_speak(t, subject, "note") or t.low[at + 1 : at + 2] not in _STANCE_ON:
        return None
    return make_report(t, "opinion", at, subject, subject[0], at)._replace(act=True)


def punctuated(t: Tokens, at: int) -> Report | None:
    """A name, a colon and a quotation ("Smith: ...", "News - From Smith: ..."); or a quotation, a dash and a name.

    In minutes a clause may stand for the quotation: "Ann Lee, 12 Mill Lane: | Stated that the noise kept her awake."
    """
    size = len(t.tag)
    told = t.tag[at] & COLON and at + 1 < size and t.tag[at + 1] & CAPITAL and _told(t, at + 1)
    if t.tag[at] & COLON and at + 1 < size and at and (told or t.tag[at + 1] & QUOTE):
        first = next((n + 1 for n in range(at - 1, max(-1, at - 10), -1) if t.tag[n] & DASH), 0)
        source = phrase_from(t, first + (t.low[first] == "from")) if at - first <= _COLON_WITHIN else None
        if source and _names_speaker(t, source, at, apposed=bool(told)) and can_speak(t, source, "note"):
            return make_report(t, "colon", at, source, source[0], at)
    if t.tag[at] & DASH and 0 < at < size - 1 and t.tag[at - 1] & QUOTE and t.tag[at + 1] & CAPITAL:
        source = phrase_from(t, at + 1)
        if source and (source[1] == size - 1 or t.tag[source[1] + 1] & (COMMA | STOP | OPEN | PREPOSITION)):
            return make_report(t, "signature", at, source, at, source[1])
    return None


def _told(t: Tokens, at: int) -> bool:
    """Whether a clause without a subject tells what somebody said: "Stated that", "Asked whether"."""
    return (
        bool(t.tag[at] & CUE)
        and CUES[t.low[at]][1] == "past"
        and bool(accepts(t, at, CUES[t.low[at]][0], "past", None))
    )


def _names_speaker(t: Tokens, source: Phrase, colon: int, *, apposed: bool) -> bool:
    """Whether nothing stands between a name and its colon but an aside: "Ann Lee (on the dam):", "Lee, on trade:"."""
    behind = source[1] + 1
    if behind == colon:
        return True
    if apposed and t.tag[behind] & COMMA:
        return not any(t.tag[at] & (AUXILIARY | CUE | VERB) for at in range(behind, colon))
    if t.tag[behind] & OPEN:
        return bool(t.tag[colon - 1] & CLOSE)
    within = (t.tag[at] & (COMMA | AUXILIARY | CUE) for at in range(behind + 1, colon))
    named = t.tag[source[1]] & CAPITAL and not t.tag[source[1]] & CUE
    return bool(named) and t.low[behind] in _ASIDE and not any(within)


def _with_participle(t: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with a participle behind it and what follows to the next comma: "a database | built by The Post"."""
    first, last = phrase
    at = last + 1
    if at >= len(t.tag) or not (t.low[at].endswith("ed") or t.low[at] in PARTICIPLES):
        return phrase
    while at < len(t.tag) and not t.tag[at] & (COMMA | STOP | QUOTE | DASH | COLON | OPEN):
        last = at
        at += 1
    return first, last
