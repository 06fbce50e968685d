"""What stands behind a cue: whether it is said by the cue's subject, or what stands before it is.

`COMPLEMENTS` is a table of small patterns, tried in order, each with a name and an example. The first that knows
decides.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from bot.speakers.grammar.cues import (
    CLAIMS,
    CLAUSAL,
    FINDINGS,
    GIVES_ONLY,
    GIVING,
    MESSAGES,
    NAMING,
    OBJECT,
    PARTICLES,
    RESPONSES,
    THAT_ONLY,
)
from bot.speakers.grammar.objects import (
    CLAUSE,
    Cue,
    following,
    gives,
    has_verb,
    opens_clause,
    takes_addressee,
    takes_guest,
    takes_name,
    takes_object,
)
from bot.speakers.grammar.phrases import Phrase, head, nominal, phrase_from
from bot.speakers.grammar.sources import can_speak, has_clause
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BODY,
    CAPITAL,
    COLON,
    COMMA,
    CUE,
    DASH,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WORD,
    WORK,
    Tokens,
)
from bot.words import ADDRESS, MANNER, SAY

_RITES = frozenset(["toast", "vote"])
"""What is proposed by custom: "a vote of thanks"."""
_TOGETHER = frozenset(
    "and both councillors governments leaders members ministers parties presidents sides they two".split()
)
"""Words of subjects who decide something together."""
_OBJECT_WITHIN = 7
"""Tokens in which the head of an object is looked for."""
BEHIND, BEFORE, NEITHER = "speaker-cue-content", "content-speaker-cue", ""


def accepts(t: Tokens, at: int, lemma: str, form: str, subject: Phrase | None) -> str | None:
    """The pattern under which a cue reports: its content behind it or before its subject; None if there is none."""
    if subject and not can_speak(t, subject, lemma):
        return None
    cue = Cue(t, at, lemma, form, subject, following(t, at, lemma))
    decisions = (complement.decide(cue) for complement in COMPLEMENTS)
    return next((decided for decided in decisions if decided is not None), None) or None


def _aside(c: Cue) -> str | None:
    if not c.tag & COMMA or c.quoted(c.nxt + 1, c.nxt + 2):
        return None
    end = next((i for i in range(c.nxt + 1, min(c.nxt + 6, len(c.t.tag))) if c.t.tag[i] & COMMA), 0)
    if not end:  # "He said, | the dam would hold"
        begins = not c.opener and c.form == "past" and c.lemma in SAY and c.lemma not in THAT_ONLY
        return BEHIND if begins and has_verb(c.t, c.nxt + 1) else None
    opens = not c.opener and c.lemma in SAY and end + 2 < len(c.t.tag) and c.t.tag[end + 1] & (DETERMINER | PRONOUN)
    return BEHIND if opens or (c.lemma in OBJECT and takes_object(c.t, end + 1)) else None


def _goes_on(c: Cue) -> str | None:
    if c.lemma != "go":
        return None
    colon = any(tag & (QUOTE | COLON) for tag in c.t.tag[c.nxt + 1 : c.nxt + 3])
    return BEHIND if c.low == "on" and (c.before & QUOTE or colon) else NEITHER


def _thing_given(c: Cue) -> str | None:
    return NEITHER if c.lemma in GIVES_ONLY and not gives(c.t, c.nxt, MESSAGES) else None


def _quotation(c: Cue) -> str | None:
    if c.tag & QUOTE:
        return BEHIND
    if (c.tag & (COMMA | COLON) or c.low == ";") and c.quoted(c.nxt + 1, c.nxt + 2):
        return BEFORE if c.before & QUOTE else BEHIND
    return None


def _opening(c: Cue) -> str | None:
    behind = c.t.low[c.nxt : c.nxt + 14] if c.lemma == "call" else []
    ordered = ["to", "order"] in map(list, pairwise(behind))
    return NEITHER if ordered or (c.lemma == "propose" and not _RITES.isdisjoint(c.t.low[c.nxt : c.nxt + 3])) else None


def _agreed(c: Cue) -> str | None:
    together = c.subject and not _TOGETHER.isdisjoint(c.t.low[c.subject[0] : c.subject[1] + 1])
    return NEITHER if c.lemma == "agree" and c.form == "past" and together else None


def _name_given(c: Cue) -> str | None:
    return BEHIND if c.lemma in NAMING and takes_name(c.t, c.nxt) else None


def _made_clear(c: Cue) -> str | None:
    return BEHIND if c.lemma == "make" and c.t.low[c.nxt : c.nxt + 2] == ["it", "clear"] else None


def _visit(c: Cue) -> str | None:
    if c.lemma != "call" or c.low not in ("on", "upon"):
        return None
    return None if "to" in c.t.low[c.nxt : c.nxt + 40] or c.quoted(c.nxt, c.nxt + 40) else NEITHER


def _particle(c: Cue) -> str | None:
    if c.low not in PARTICLES.get(c.lemma, ()):
        return None
    behind = c.t.tag[c.nxt + 1 : c.nxt + 2]
    if c.as_clause and (not behind or behind[0] & (STOP | COMMA)):
        return BEFORE
    return BEHIND if behind and behind[0] & (WORD | QUOTE) else None


def _message(c: Cue) -> str | None:
    return BEHIND if c.lemma in GIVING and gives(c.t, c.nxt, MESSAGES) else None


def _quotation_before(c: Cue) -> str | None:
    behind = c.opener > 1 and c.before & COMMA and c.t.tag[c.opener - 2] & QUOTE  # “We wait”, | Li told them
    return BEFORE if c.opener and (c.before & QUOTE or behind) and c.lemma in SAY | MANNER | ADDRESS else None


def _addressee(c: Cue) -> str | None:
    if c.lemma not in ADDRESS or not takes_addressee(c.t, c.nxt):
        return None
    return None if c.lemma == "tell" and _told_before(c) else BEHIND


def _told_before(c: Cue) -> bool:
    """Whether what is told stands before: "The dam is old, an official | told | the paper | today, as it rained."."""
    if not c.before & COMMA or not has_clause(c.t, c.opener - 1):
        return False
    phrase = phrase_from(c.t, c.nxt)
    at = phrase[1] + 1 if phrase else len(c.t.tag)
    at += at + 1 < len(c.t.tag) and c.t.low[at] == "on" and bool(c.t.tag[at + 1] & TIME)
    while at < len(c.t.tag) - 1 and c.t.tag[at] & TIME:
        at += 1
    ends = at < len(c.t.tag) and c.t.tag[at] & (COMMA | STOP)
    return bool(ends) and not c.quoted(at + 1, at + 2)


def _clause(c: Cue) -> str | None:
    return BEHIND if c.lemma in SAY and c.low in CLAUSE else None


def _as_said(c: Cue) -> str | None:
    return BEFORE if c.lemma in SAY and c.as_clause and c.tag & (STOP | COMMA) else None


def _colon(c: Cue) -> str | None:
    return BEHIND if c.lemma in SAY and c.tag & COLON and c.nxt + 1 < len(c.t.tag) else None


def _parenthesis(c: Cue) -> str | None:
    if not c.before & (QUOTE | COMMA | DASH) or c.opener < 2:
        return None
    if c.lemma in SAY and c.lemma not in THAT_ONLY and c.tag & (COMMA | DASH):
        return BEFORE
    if not (has_clause(c.t, c.opener - 1) or (c.lemma == "say" and c.nxt >= len(c.t.tag) - 1)):
        return None
    found = c.lemma in FINDINGS and c.subject and c.t.tag[head(c.t, c.subject)] & (WORK | BODY)
    told = c.lemma in SAY and (c.lemma not in THAT_ONLY or found)
    if told and c.tag & (STOP | PREPOSITION | TIME | SUBORDINATOR):
        return BEFORE
    return BEFORE if c.lemma == "tell" and phrase_from(c.t, c.nxt) else None


def _medium(c: Cue) -> str | None:
    if c.lemma not in SAY or not c.tag & PREPOSITION:
        return None
    for at in range(c.nxt + 1, min(len(c.t.tag) - 1, c.nxt + 12)):
        if c.t.tag[at] & (CUE | QUOTE | STOP):
            return None
        if c.t.tag[at] & (COLON | COMMA) and c.t.tag[at + 1] & QUOTE:
            return BEHIND
    return None


def _finding(c: Cue) -> str | None:
    found = c.lemma in FINDINGS and c.subject and c.t.tag[head(c.t, c.subject)] & WORK and takes_object(c.t, c.nxt)
    return BEHIND if found else None


def _needs_that(c: Cue) -> str | None:
    return NEITHER if c.lemma in THAT_ONLY else None


def _answered(c: Cue) -> str | None:
    if c.lemma not in RESPONSES or c.low in CLAUSE:
        return None
    words = c.t.low[c.nxt : c.nxt + _OBJECT_WITHIN]
    told = c.quoted(c.nxt, c.nxt + _OBJECT_WITHIN) or not CLAIMS.isdisjoint(words) or "that" in words
    return None if told else NEITHER


def _judged(c: Cue) -> str | None:
    if c.lemma == "welcome" and takes_guest(c.t, c.nxt):
        return NEITHER
    bare = c.form in ("third", "base") and c.subject is None
    return BEHIND if c.lemma in OBJECT and takes_object(c.t, c.nxt) and not bare else None


def _bare_clause(c: Cue) -> str | None:
    t, at, size = c.t, c.nxt, len(c.t.tag)
    if c.lemma not in SAY or at >= size:
        return None
    if c.opener and t.low[c.opener - 1] == "which" and (c.tag & (AUXILIARY | VERB) or c.low.endswith("ed")):
        return BEHIND  # "..., which Li said | was a lot"
    if c.tag & PRONOUN and not c.tag & (DETERMINER | POSSESSIVE):
        return BEHIND if size - at > 3 or (c.subject and has_verb(t, at)) else None
    if c.lemma in ("write", "read") and not has_verb(t, at):
        return NEITHER
    if c.lemma in PARTICLES and c.lemma not in CLAUSAL:
        return None
    if opens_clause(t, at):
        return BEHIND
    starts = DETERMINER | CAPITAL | (0 if c.lemma in CLAUSAL else PRONOUN | NUMBER)
    if not c.tag & TIME and (c.tag & starts or (c.lemma not in CLAUSAL and nominal(t, at))):
        return BEHIND if size - at > 2 + (c.lemma in CLAUSAL) else NEITHER
    return None


def _clause_later(c: Cue) -> str | None:
    if c.lemma not in SAY or c.t.tag[-1] & COLON:
        return None
    for later in range(c.nxt, min(len(c.t.tag), c.nxt + 16)):
        if c.t.low[later] in ("that", "whether") or c.t.tag[later] & QUOTE:
            return BEHIND
        if c.t.tag[later] & STOP:
            break
    long = len(c.t.tag) - c.nxt > 6
    return BEHIND if c.lemma == "say" and long and c.tag & (PREPOSITION | SUBORDINATOR | TIME) else None


class Complement(NamedTuple):
    """A pattern of what stands behind a cue; `decide` gives BEHIND, BEFORE, NEITHER, or None where it does not know."""

    name: str
    example: str
    decide: Callable[[Cue], str | None]


COMPLEMENTS = (
    Complement("aside", "He mentioned, for example, | the students.", _aside),
    Complement("goes-on", 'She went on: | "We are ready."', _goes_on),
    Complement("thing-given", "They gave | the children | a ball.", _thing_given),
    Complement("quotation", 'Li said | "We are ready."', _quotation),
    Complement("opening", "Li called | the meeting | to order.", _opening),
    Complement("agreed", "The two leaders agreed | that trade mattered.", _agreed),
    Complement("name-given", "They called | the plan | a mistake.", _name_given),
    Complement("made-clear", "Li made | it clear | that China was ready.", _made_clear),
    Complement("visit", "Li called | on the mayor | today.", _visit),
    Complement("particle", "Li pointed | out | that China was ready.", _particle),
    Complement("message", "Li expressed | deep concern.", _message),
    Complement("quotation-before", '"We are ready," | Li said.', _quotation_before),
    Complement("addressee", "Li told | reporters | that China was ready.", _addressee),
    Complement("clause", "Li said | that China was ready.", _clause),
    Complement("as-said", "China is ready, | as Li said.", _as_said),
    Complement("colon", "Li said: | China was ready.", _colon),
    Complement("parenthesis", "China, | Li said, | was ready.", _parenthesis),
    Complement("medium", 'Li wrote | on the wall: | "We are ready."', _medium),
    Complement("finding", "The study found | traces of lead.", _finding),
    Complement("needs-that", "They agreed | on a date.", _needs_that),
    Complement("answered", "They rejected | the offer.", _answered),
    Complement("judged", "Li praised | the plan.", _judged),
    Complement("bare-clause", "Li said | China was ready.", _bare_clause),
    Complement("clause-later", "Li said | in Beijing | that China was ready.", _clause_later),
)
