"""Reports with "put": in words ("as Smith put it"), or at a figure ("The bank put the loss at 3%"); "gave it as"."""

from bot.speakers.grammar.clauses import Report, make_report, verb_group
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.objects import opens
from bot.speakers.grammar.phrases import NUMERALS, head, phrase_from
from bot.speakers.grammar.sources import can_speak, farther
from bot.speakers.grammar.subjects import first_subject, subject_before
from bot.speakers.grammar.tokens import COLON, COMMA, CUE, DETERMINER, MODAL, NEGATION, NUMBER, PRONOUN, QUOTE, Tokens

_FIGURE_WITHIN = 8
"""Tokens behind what is estimated in which the figure stands."""


def worded(t: Tokens, at: int) -> Report | None:
    """With what was put in words, not in a place: "As Smith | put it |, ...", "Smith | put it | bluntly: ..."."""
    subject = subject_before(t, verb_group(t, at).first)
    if subject is None or not can_speak(t, subject, "note"):
        return None
    if t.low[at + 2 : at + 3] == ["to"] and "that" in t.low[at + 3 : at + _FIGURE_WITHIN]:
        return make_report(t, "speaker-cue-content", at, subject, subject[0], at)  # "put it | to the board that"
    before = opens(t, subject[0])
    as_clause = before >= 0 and t.low[before] == "as"
    if t.low[max(0, subject[0] - 2) : subject[0]] == ["is", "how"]:
        first = subject[0] - 2  # "“No,” | is how Lee puts it |"
        return make_report(t, "content-speaker-cue", at, subject, first, at + 1)
    first = before if as_clause else subject[0]
    if not as_clause and not any(tag & (QUOTE | COLON) for tag in t.tag[at + 2 : at + 8]):
        return None
    beside = any(tag & COMMA for tag in t.tag[first : subject[1]])
    whole = subject if beside else (first + as_clause, subject[1])
    return make_report(t, "content-speaker-cue", at, whole, first, at + 1)


def estimated(t: Tokens, at: int) -> Report | None:
    """With what is thought to be: "The bank | put | the loss at 3%", "Police | gave | his age as 41"."""
    loss = phrase_from(t, at + 1)
    noun = head(t, loss) if loss else 0
    behind = range(noun + 1, min(noun + _FIGURE_WITHIN, len(t.tag) - 1)) if loss else ()
    given = CUES[t.low[at]][0] == "give"
    figure = any(
        (t.low[n] == "as" and not (t.tag[n - 1] | t.tag[n + 1]) & (DETERMINER | PRONOUN))
        if given
        else (t.low[n] == "at" and _counted(t, n))
        for n in behind
    )
    group = verb_group(t, at)
    if not figure or group.infinitive or group.tags & (MODAL | NEGATION):
        return None
    subject = farther(t, group.first) or subject_before(t, group.first)
    if subject and t.tag[subject[1]] & CUE:
        subject = first_subject(t, group.first)  # "The bank in its June | report | put"
    known = subject is not None and can_speak(t, subject, "note")
    return make_report(t, "speaker-cue-content", at, subject, subject[0], at) if subject and known else None


def _counted(t: Tokens, at: int) -> bool:
    return any(tag & NUMBER for tag in t.tag[at + 1 : at + 4]) or not NUMERALS.isdisjoint(t.low[at + 1 : at + 4])
