"""A cue with what stands around it."""

from typing import NamedTuple

from bot.speakers.grammar.objects import CLAUSE, following, has_verb, opens
from bot.speakers.grammar.phrases import Phrase, phrase_from
from bot.speakers.grammar.sources import has_clause
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    CUE,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    Tokens,
)
from bot.words import word_set

_TOGETHER = word_set("and both councillors governments leaders members ministers parties presidents sides they two")
"""Words of subjects who decide something together."""

_LIVES = frozenset(["casualties", "life", "lives", "victims"])
"""What war and weather claim."""
_FAR, _NEAR = 40, 6
"""Tokens in which it is told what somebody is called on for."""
_OF_WHAT = frozenset(["about", "of", "to"])
"""Behind whom is told, before what."""
_CLAUSAL = AUXILIARY | VERB | CUE | QUOTE | COLON | SUBORDINATOR
"""What is in no phrase that tells only where or when."""


class Cue(NamedTuple):
    """A cue and its surroundings, by token numbers."""

    t: Tokens
    at: int
    lemma: str
    form: str
    subject: Phrase | None
    nxt: int
    """What follows the cue, adverbs left out; may be the number of tokens."""
    tag: int
    low: str
    """Of what follows; of an end, where nothing does."""
    opener: int
    """The first token of the subject and the cue."""
    before: int
    """The tag of what stands before that."""

    @property
    def as_clause(self) -> bool:
        """Whether "as" stands before the subject and its office: "..., as | press officer | Li said"."""
        before = opens(self.t, self.opener)
        return before >= 0 and self.t.low[before] == "as"

    @property
    def defines(self) -> bool:
        """Whether it tells what something means, be it ever: "A levy | refers to a charge"."""
        far = self.nxt + _FAR
        calls = "as" in self.t.low[self.nxt : far] and self.quoted(self.nxt, far)  # "refers to him as “Boss”"
        return self.form in ("third", "base") and not (calls or self.quoted(self.nxt, self.nxt + 3))

    @property
    def ends(self) -> bool:
        """Whether it takes a thing rather than a clause: "concluded | the visit"."""
        return self.low not in CLAUSE and bool(self.tag & DETERMINER)

    @property
    def colon(self) -> bool:
        """Whether a colon and something behind it follow."""
        return bool(self.tag & COLON) and self.nxt + 1 < len(self.t.tag)

    @property
    def clear(self) -> bool:
        """Whether "it clear" follows."""
        return self.t.low[self.nxt : self.nxt + 2] == ["it", "clear"]

    @property
    def how(self) -> bool:
        """Whether a clause with "how" follows: what one tells, not what several talk of."""
        told = self.t.low[self.nxt + 1 : self.nxt + 2] != ["to"] and not (self.lemma == "discuss" and together(self))
        return self.low in ("how", "what", "why") and told

    @property
    def utters(self) -> bool:
        """Whether a clause with "that" follows."""
        return self.low == "that" and has_verb(self.t, self.nxt + 1)

    @property
    def relates(self) -> bool:
        """Whether something told follows: "related | how it went", not "orders and related | papers"."""
        return self.low in CLAUSE or bool(self.tag & (COLON | COMMA | DETERMINER))

    @property
    def orders(self) -> bool:
        """Whether a thing is ordered, not somebody to do something: "ordered | a scan, which was too late"."""
        far = min(len(self.t.tag), self.nxt + _FAR)
        ends = next((n for n in range(self.nxt, far) if self.t.tag[n] & COMMA), far)
        return {"that", "to"}.isdisjoint(self.t.low[self.nxt : ends]) and not self.quoted(self.nxt, far)

    @property
    def passive(self) -> bool:
        """Whether a verb that takes somebody has nobody: "He was released and | ordered | to return"."""
        return self.subject is None and self.form == "past" and self.low == "to"

    @property
    def wins(self) -> bool:
        """Whether a thing is claimed, not that something is so: "claimed | the cup", "claimed | two lives"."""
        if not _LIVES.isdisjoint(self.t.low[self.nxt : self.nxt + _NEAR]):
            return True
        thing = self.low == "it" or (self.tag & DETERMINER and self.low not in CLAUSE)
        clause = has_verb(self.t, self.nxt) or self.quoted(self.nxt, len(self.t.tag))
        return bool(thing) and self.form != "ing" and not clause

    @property
    def timed(self) -> bool:
        """Whether a time stands behind it: "It flies, Li said | last week"."""
        return self.low in ("last", "this")

    @property
    def said_so(self) -> bool:
        """Whether what is said stands before: "Li said | this while rowing", not "said | this in itself was new"."""
        behind = self.t.tag[self.nxt + 1 : self.nxt + 7]
        ends = not behind or behind[0] & (STOP | COMMA | PREPOSITION | SUBORDINATOR)
        return (
            self.low in ("so", "this") and bool(ends) and not any(tag & (AUXILIARY | QUOTE | COLON) for tag in behind)
        )

    @property
    def goes_on(self) -> bool:
        """Whether what it tells goes on behind it: "It flies, Li said | and lands"."""
        named = self.form == "past" and self.subject and self.t.tag[self.subject[1]] & (CAPITAL | PRONOUN)
        return self.low == "and" and bool(named)

    def quoted(self, first: int, last: int) -> bool:
        """Whether a quotation stands among these tokens."""
        return any(tag & QUOTE for tag in self.t.tag[first:last])


def read_cue(t: Tokens, at: int, lemma: str, form: str, subject: Phrase | None) -> Cue:
    """The cue at token `at` with its surroundings."""
    nxt, opener = following(t, at, lemma), subject[0] if subject else at
    tag, low = (t.tag[nxt], t.low[nxt]) if nxt < len(t.tag) else (STOP, "")
    return Cue(t, at, lemma, form, subject, nxt, tag, low, opener, t.tag[opener - 1] if opener else 0)


def told_before(c: Cue) -> bool:
    """Whether what is told stands before: "The dam is old, an official | told | the paper | today, as it rained."."""
    if not c.before & COMMA or not has_clause(c.t, c.opener - 1):
        return False
    phrase = phrase_from(c.t, c.nxt)
    at = phrase[1] + 1 if phrase else len(c.t.tag)
    at += at + 1 < len(c.t.tag) and c.t.low[at] == "on" and bool(c.t.tag[at + 1] & TIME)
    while at < len(c.t.tag) - 1 and c.t.tag[at] & TIME:
        at += 1
    ends = at < len(c.t.tag) and c.t.tag[at] & (COMMA | STOP)
    return (bool(ends) and not c.quoted(at + 1, at + 2)) or _only_where(c.t, at)


def _only_where(t: Tokens, at: int) -> bool:
    """Whether nothing follows but where it was told: "an official told the paper | in an interview in May"."""
    placed = at < len(t.tag) and t.tag[at] & PREPOSITION and t.low[at] not in _OF_WHAT
    return bool(placed) and not any(tag & _CLAUSAL for tag in t.tag[at:])


def only_when(c: Cue) -> bool:
    """Whether nothing but a time stands behind a verb: "Oxen refuse the plough, Li said | on Friday."."""
    behind = c.nxt + (c.low == "on")
    return all(tag & (TIME | NUMBER | STOP) for tag in c.t.tag[behind:])


def pays_visit(c: Cue) -> bool:
    """Whether somebody is called on, and not to do something: "called | on the mayor today", "on a visit to Orla"."""
    behind = c.t.low[c.nxt : c.nxt + _FAR]
    visits = c.low in ("on", "upon") and ("to" not in behind or "visit" in behind[: behind.index("to")])
    return visits and not c.quoted(c.nxt, c.nxt + _FAR)


def ends_behind(c: Cue) -> bool:
    """Whether a verb and its particle end a sentence behind what is said: "The dam leaks, Li points | out"."""
    behind = c.t.tag[c.nxt + 1 : c.nxt + 2]
    if c.opener < 2 or not c.before & COMMA or (behind and not behind[0] & (STOP | COMMA)):
        return False
    leads = c.t.tag[0] & (SUBORDINATOR | PREPOSITION) or c.t.low[0].endswith(("ing", "ed"))
    comma = next((n for n in range(1, c.opener - 1) if c.t.tag[n] & COMMA), c.opener)
    if leads and any(tag & (AUXILIARY | VERB) for tag in c.t.tag[comma : c.opener - 1]):
        leads = 0  # "After the rain, the dam was dry, Li points | out"
    if behind and behind[0] & COMMA and has_clause(c.t, len(c.t.tag)):
        return True  # "In May, she points | out|, it closed"
    return not leads and has_clause(c.t, c.opener - 1)


def as_said(c: Cue) -> bool:
    """Whether the clause of a cue only says by whom the next one is: "| As Li told reporters |, China is ready."."""
    if c.lemma != "tell":
        return bool(c.tag & (STOP | COMMA)) and c.as_clause
    told = phrase_from(c.t, c.nxt) if c.as_clause else None
    return told is not None


def together(c: Cue) -> bool:
    """Whether a cue tells what several decided: "The two leaders | agreed | on a date."."""
    return bool(c.form == "past" and c.subject and not _TOGETHER.isdisjoint(c.t.low[c.subject[0] : c.subject[1] + 1]))


def by_medium(c: Cue) -> bool:
    """Whether very words follow where they stand: "wrote | on the wall: | “...”"."""
    if not c.tag & PREPOSITION:
        return False
    for at in range(c.nxt + 1, min(len(c.t.tag) - 1, c.nxt + 12)):
        if c.t.tag[at] & (CUE | QUOTE | STOP):
            return False
        if c.t.tag[at] & (COLON | COMMA) and c.t.tag[at + 1] & QUOTE:
            return True
    return False


def comes_later(c: Cue) -> bool:
    """Whether a clause follows some way behind: "said | in Beijing | that it was late"."""
    if c.t.tag[-1] & COLON:
        return False
    for later in range(c.nxt, min(len(c.t.tag), c.nxt + 16)):
        if c.t.tag[later] & QUOTE or (c.t.low[later] in ("that", "whether") and later + 3 < len(c.t.tag)):
            return True
        timed = 0 < later - c.nxt < 5 and c.t.tag[later - 1] & TIME
        if timed and c.t.tag[later] & PRONOUN and has_verb(c.t, later):
            return True  # "announced in July | it planned"
        if c.t.tag[later] & STOP:
            break
    placed = c.tag & (PREPOSITION | SUBORDINATOR | TIME) and len(c.t.tag) - c.nxt > 6
    return bool(c.lemma == "say" and placed)
