"""What stands behind a cue: whether it is said by the cue's subject, or what stands before it is.

`COMPLEMENTS` is a table of small patterns, tried in order, each with a name and an example. The first that knows
decides.
"""

from collections.abc import Callable, Container
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.speakers.grammar.context import (
    Cue,
    as_said,
    by_medium,
    comes_later,
    ends_behind,
    only_when,
    pays_visit,
    read_cue,
    together,
    told_before,
)
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
    aside_end,
    gerund,
    gives,
    has_verb,
    opens_clause,
    takes_addressee,
    takes_guest,
    takes_name,
    takes_object,
    tells,
)
from bot.speakers.grammar.phrases import Phrase, head, nominal, phrase_from
from bot.speakers.grammar.sources import can_speak, has_clause
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WORD,
    WORK,
    Tokens,
)
from bot.words import ADDRESS, MANNER, SAY

_LAID = frozenset(["lay", "set"])
_ORDERED = frozenset("advise encourage instruct invite order remind tell urge warn".split())
"""Verbs that never stand without whom they are about."""
_TOLD = frozenset(["apprise", "assure", "inform", "tell"])
_OBJECT_WITHIN = 7
"""Tokens in which the head of an object is looked for."""
BEHIND, BEFORE, NEITHER = "speaker-cue-content", "content-speaker-cue", ""


def accepts(t: Tokens, at: int, lemma: str, form: str, subject: Phrase | None) -> str | None:
    """The pattern under which a cue reports: its content behind it or before its subject; None if there is none."""
    if subject and not can_speak(t, subject, lemma):
        return None
    cue = read_cue(t, at, lemma, form, subject)
    for decide in _taken_by(lemma):
        decided = decide(cue)
        if decided is not None:
            return decided or None
    return None


def _aside(c: Cue) -> str | None:
    if not c.tag & COMMA or c.quoted(c.nxt + 1, c.nxt + 2):
        return None
    end = aside_end(c.t, c.nxt)
    relative = end and c.t.low[end + 1] in ("which", "who", "whose")
    if not end or relative:  # "He said, | the dam would hold", "He said, | the dam, which is old, would hold"
        begins = not c.opener and c.form == "past" and c.lemma in SAY and c.lemma not in THAT_ONLY
        return BEHIND if begins and (relative or has_verb(c.t, c.nxt + 1)) else None
    opens = not c.opener and c.lemma in SAY and end + 2 < len(c.t.tag) and c.t.tag[end + 1] & (DETERMINER | PRONOUN)
    return BEHIND if opens or (c.lemma in OBJECT and takes_object(c.t, end + 1)) else None


def _goes_on(c: Cue) -> str | None:
    colon = any(tag & (QUOTE | COLON) for tag in c.t.tag[c.nxt + 1 : c.nxt + 3])
    if c.low != "on":
        return NEITHER
    return BEFORE if ends_behind(c) else BEHIND if c.before & QUOTE or colon else NEITHER


def _quotation(c: Cue) -> str | None:
    if c.tag & QUOTE:
        return BEHIND
    marked = (c.tag & (COMMA | COLON) or c.low == ";") and c.quoted(c.nxt + 1, c.nxt + 2)
    return (BEFORE if c.before & QUOTE else BEHIND) if marked else None


def _opening(c: Cue) -> str | None:
    if c.lemma == "propose":
        verb = next((tag for tag in c.t.tag[c.nxt + 1 : c.nxt + 9] if not tag & ADVERB), STOP)
        if c.low == "to" and verb == WORD:
            return BEHIND  # "proposed | to build a dam"
        return None
    return NEITHER if ("to", "order") in pairwise(c.t.low[c.nxt : c.nxt + 14]) else None


def _particle(c: Cue) -> str | None:
    told = phrase_from(c.t, c.nxt + 1) if c.low == "to" and c.lemma == "complain" else None
    if told and c.t.low[told[1] + 1 : told[1] + 2] in (["about"], ["of"]):  # "complained | to the council about | it"
        return BEHIND
    if c.low not in PARTICLES[c.lemma]:
        return None
    behind = c.t.tag[c.nxt + 1 : c.nxt + 2]
    if c.lemma in SAY and ends_behind(c):
        return BEFORE
    if c.lemma in _LAID and behind and behind[0] & PREPOSITION and not tells(c.t, c.nxt + 1):
        return NEITHER  # "rules set out | in the annex"
    if c.as_clause and (not behind or behind[0] & (STOP | COMMA)):
        return BEFORE
    return BEHIND if behind and behind[0] & (WORD | QUOTE) else None


def _quotation_before(c: Cue) -> str | None:
    behind = c.opener > 1 and c.before & COMMA and c.t.tag[c.opener - 2] & QUOTE  # “We wait”, | Li told them
    return BEFORE if c.opener and (c.before & QUOTE or behind) else None


def _addressee(c: Cue) -> str | None:
    if c.lemma == "order" and c.orders:
        return NEITHER
    told = takes_addressee(c.t, c.nxt) or c.lemma == "brief"
    return BEHIND if told and not (c.lemma in _TOLD and told_before(c)) else None


def _felt(c: Cue) -> str | None:
    clause = c.low != "it" or any(tag & (AUXILIARY | VERB) for tag in c.t.tag[c.nxt + 1 : c.nxt + 3])
    return None if clause else NEITHER


def _parenthesis(c: Cue) -> str | None:
    if not c.before & (QUOTE | COMMA | DASH) or c.opener < 2:
        return None
    aside = c.before & COMMA and c.form in ("base", "third")  # "The lake, scientists | believe, | is warmer."
    if c.lemma in SAY and (c.lemma not in THAT_ONLY or aside) and c.tag & (COMMA | DASH):
        return BEFORE
    if not (has_clause(c.t, c.opener - 1) or (c.lemma == "say" and only_when(c))):
        return None
    found = c.lemma in FINDINGS and c.subject and c.t.tag[head(c.t, c.subject)] & (WORK | BODY | ROLE | PRONOUN)
    told = c.lemma in SAY and (c.lemma not in THAT_ONLY or found or c.lemma in ("believe", "fear", "hope", "think"))
    if told and (c.tag & (STOP | PREPOSITION | TIME | SUBORDINATOR) or c.timed or c.goes_on):
        return BEFORE
    return BEFORE if c.lemma in _TOLD and phrase_from(c.t, c.nxt) else None


def _finding(c: Cue) -> str | None:
    return BEHIND if c.subject and c.t.tag[head(c.t, c.subject)] & WORK and takes_object(c.t, c.nxt) else None


def _answered(c: Cue) -> str | None:
    words = c.t.low[c.nxt : c.nxt + _OBJECT_WITHIN]
    told = "that" in words or not CLAIMS.isdisjoint(words)
    return None if told or c.quoted(c.nxt, c.nxt + _OBJECT_WITHIN) else NEITHER


def _judged(c: Cue) -> str | None:
    if c.lemma == "welcome" and takes_guest(c.t, c.nxt):
        return NEITHER
    bare = c.form in ("third", "base") and c.subject is None
    thing = phrase_from(c.t, c.nxt) if c.lemma == "report" else None
    if thing and c.t.low[thing[1] + 1 : thing[1] + 2] == ["to"]:  # "reported | the matter to the court"
        return NEITHER
    written = phrase_from(c.t, c.nxt + 1) if c.low in ("in", "on") else None
    behind = written[1] + 1 if written and c.t.tag[head(c.t, written)] & WORK else c.nxt  # "praised in a letter | it"
    return BEHIND if takes_object(c.t, behind) and not bare else None


def _bare_clause(c: Cue) -> str | None:
    t, at, size = c.t, c.nxt, len(c.t.tag)
    if at >= size:
        return None
    if c.opener and t.low[c.opener - 1] == "which" and (c.tag & (AUXILIARY | VERB) or c.low.endswith("ed")):
        return BEHIND  # "..., which Li said | was a lot"
    if c.low in ("less", "little", "much", "nothing"):
        return NEITHER  # "said | little | of it"
    if c.tag & PRONOUN and not c.tag & (DETERMINER | POSSESSIVE):
        return BEHIND if size - at > 3 or (c.subject and has_verb(t, at)) else None
    written = c.lemma in ("post", "read", "write") or (c.lemma == "concede" and c.tag & DETERMINER)
    if written and not (has_verb(t, at) or (c.low == "to" and c.lemma == "write")):
        return BEHIND if c.tag & PREPOSITION and tells(t, at) else NEITHER
    if c.lemma in PARTICLES and c.lemma not in CLAUSAL:
        return None
    if opens_clause(t, at) or (c.low.endswith("ing") and gerund(t, at)):
        return BEHIND
    starts = DETERMINER | CAPITAL | (0 if c.lemma in CLAUSAL else PRONOUN | NUMBER)
    if not c.tag & TIME and (c.tag & starts or (c.lemma not in CLAUSAL and nominal(t, at))):
        return BEHIND if size - at > 2 + (c.lemma in CLAUSAL) or c.quoted(at, size) else NEITHER
    return None


class Complement(NamedTuple):
    """A pattern of what stands behind a cue; `decide` gives BEHIND, BEFORE, NEITHER, or None where it does not know."""

    name: str
    example: str
    decide: Callable[[Cue], str | None]
    verbs: Container[str] | None = None
    """Those that take it; None for all."""


COMPLEMENTS = (
    Complement("as-said", "As Li said, | so it is.", lambda c: BEFORE if as_said(c) else None, SAY | OBJECT | ADDRESS),
    Complement("aside", "He mentioned, for example, | the students.", _aside),
    Complement("goes-on", 'She went on: | "We are ready."', _goes_on, {"go"}),
    Complement("thing-given", "Li gave | it.", lambda c: None if gives(c.t, c.nxt, MESSAGES) else NEITHER, GIVES_ONLY),
    Complement("quotation", 'Li said | "We are ready."', _quotation),
    Complement("opening", "Li called | the meeting | to order.", _opening, {"call", "propose"}),
    Complement(
        "agreed", "The two agreed | that trade mattered.", lambda c: NEITHER if together(c) else None, {"agree"}
    ),
    Complement(
        "name-given",
        "They called | the plan | a mistake.",
        lambda c: BEHIND if takes_name(c.t, c.nxt) else None,
        NAMING - {"refer"},
    ),
    Complement(
        "made-clear", "Li made | it clear | that China was ready.", lambda c: BEHIND if c.clear else None, {"make"}
    ),
    Complement("defined", "Levy refers | to a charge.", lambda c: NEITHER if c.defines else None, {"refer"}),
    Complement("ended", "Concluding | the visit, Li left.", lambda c: NEITHER if c.ends else None, {"conclude"}),
    Complement("visit", "Li called | on the mayor | today.", lambda c: NEITHER if pays_visit(c) else None, {"call"}),
    Complement("particle", "Li pointed | out | that China was ready.", _particle, PARTICLES),
    Complement(
        "message", "Li expressed | deep concern.", lambda c: BEHIND if gives(c.t, c.nxt, MESSAGES) else None, GIVING
    ),
    Complement("quotation-before", '"We are ready," | Li said.', _quotation_before, SAY | MANNER | ADDRESS),
    Complement("ordered", "Freed | and ordered | to return.", lambda c: NEITHER if c.passive else None, _ORDERED),
    Complement("addressee", "Li told | reporters | that China was ready.", _addressee, ADDRESS),
    Complement(
        "described-how", "Li described | how it went.", lambda c: BEHIND if c.how else None, {"describe", "discuss"}
    ),
    Complement("told-how", "Li related | how it went.", lambda c: None if c.relates else NEITHER, {"relate"}),
    Complement("claimed", "They claimed | the cup.", lambda c: NEITHER if c.wins else None, {"claim"}),
    Complement("felt", "Li found | it hard.", _felt, {"find"}),
    Complement("said-so", "Li said | this at the hall.", lambda c: NEITHER if c.said_so else None, SAY),
    Complement("clause", "Li said | that China was ready.", lambda c: BEHIND if c.low in CLAUSE else None, SAY),
    Complement(
        "uttered-that", "Li muttered | that it was late.", lambda c: BEHIND if c.utters else None, MANNER - NAMING
    ),
    Complement("colon", "Li said: | China was ready.", lambda c: BEHIND if c.colon else None, SAY),
    Complement("parenthesis", "China, | Li said, | was ready.", _parenthesis),
    Complement(
        "medium",
        'Li wrote | on the wall: | "We are ready."',
        lambda c: BEHIND if by_medium(c) else None,
        (SAY - THAT_ONLY) | MANNER,
    ),
    Complement("finding", "The study found | traces of lead.", _finding, FINDINGS),
    Complement("needs-that", "They agreed | on a date.", lambda _: NEITHER, THAT_ONLY),
    Complement("answered", "They rejected | the offer.", _answered, RESPONSES),
    Complement("judged", "Li praised | the plan.", _judged, OBJECT),
    Complement("bare-clause", "Li said | China was ready.", _bare_clause, SAY),
    Complement(
        "clause-later",
        "Li said | in Beijing | that China was ready.",
        lambda c: BEHIND if comes_later(c) else None,
        SAY,
    ),
)


@cache  # of the verbs of the lexicon alone
def _taken_by(verb: str) -> tuple[Callable[[Cue], str | None], ...]:
    return tuple(c.decide for c in COMPLEMENTS if c.verbs is None or verb in c.verbs)
