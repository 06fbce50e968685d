"""What a verb takes: an object, somebody told, a message given, a clause."""

from bot.speakers.grammar.cues import CUES, MESSAGES, PARTICLES
from bot.speakers.grammar.phrases import head, nominal, phrase_from
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NUMBER,
    OBJECT,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
    WORD,
    Tokens,
)

_NOT_NOUN = PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN | DETERMINER | ADVERB
_ASIDE = 12
"""Tokens behind a comma in which an aside ends; half of them where no preposition opens it."""
_LISTED = 12
"""Tokens of a list."""
_TIMED = 5
"""Tokens of a time."""
_CLAUSE_WITHIN = 12
"""Tokens in which the verb of a clause is looked for."""
CLAUSE = frozenset("that how why what whether if who where when which because there it".split())


def aside_end(t: Tokens, comma: int) -> int:
    """The comma behind an aside that opens with one: "said|, for the first time in ten years|, ..."; 0 without one."""
    behind = t.tag[comma + 1 : comma + _ASIDE]
    near = len(behind) if behind and behind[0] & (PREPOSITION | SUBORDINATOR) else _ASIDE // 2 - 1
    return next((comma + 1 + n for n, tag in enumerate(behind[:near]) if tag & COMMA), 0)


def opens_clause(t: Tokens, at: int) -> bool:
    """Whether bare nouns and a verb behind them begin at `at`: "said | talks would", "claimed | aid convoys were".

    Or a part of some: "said | not all of them were".
    """
    if t.low[at] == "not":
        return at + 3 < len(t.tag) and bool(t.tag[at + 1] & DETERMINER)
    for n in range(at, min(at + 4, len(t.tag) - 1)):
        if n > at and t.tag[n] & AUXILIARY:
            return t.low[n - 1].endswith("s")
        if not t.tag[n] & WORD or t.tag[n] & _NOT_NOUN:
            return False
    return False


def gives(t: Tokens, at: int, messages: frozenset[str]) -> bool:
    """A message given, to somebody or to all: "expressed | deep concern", "gave | the envoy | a detailed account"."""
    if at < len(t.tag) and t.tag[at] & CAPITAL | t.tag[min(at + 1, len(t.tag) - 1)] & (CAPITAL | ROLE):
        person = phrase_from(t, at)
        at = person[1] + 1 if person and messages.isdisjoint(t.low[person[0] : person[1] + 1]) else at
    for ahead in range(at, min(at + 6, len(t.tag))):
        quoted = t.tag[ahead] & QUOTE and t.text[: t.end[ahead]].rstrip("\"”’'.,").rpartition(" ")[2]
        if t.low[ahead] in messages or quoted in messages:  # "extended his | “deep condolences”"
            return True
        if t.tag[ahead] & (PREPOSITION | COMMA | STOP):
            return False
    return False


def _over_participle(t: Tokens, at: int) -> int:
    """Over a participle that belongs to the noun behind it: "warned | aggrieved | members not to march"."""
    return at + bool(t.low[at : at + 1] and t.low[at].endswith("ed") and not t.tag[at] & CUE and nominal(t, at + 1))


def takes_object(t: Tokens, at: int) -> bool:
    """Whether an object begins at `at`: "praised | the plan", "noted | with satisfaction | the plan"."""
    at = _over_participle(t, at)
    if t.low[at : at + 1] == ["with"] and t.low[at + 2 : at + 3] == ["the"] and gives(t, at + 1, MESSAGES):
        return True
    if at >= len(t.tag):
        return False
    tag = t.tag[at]
    if tag & CUE and CUES[t.low[at]][1] in ("third", "past"):
        return at + 1 < len(t.tag) and not t.tag[at + 1] & (COMMA | STOP | QUOTE)
    return bool(tag & (DETERMINER | OBJECT | NUMBER | CAPITAL | QUOTE)) or nominal(t, at) or t.low[at].endswith("ing")


_AGO = frozenset(["this", "last", "next", "earlier", "later"])
"""Words before a time: "called him | this morning"."""


def takes_name(t: Tokens, at: int) -> bool:
    """An object and something behind it: "called | the plan | a mistake"."""
    size = len(t.tag)
    if at >= size:
        return False
    obj = (at, at) if t.tag[at] & (OBJECT | QUOTE) or t.low[at] in ("it", "this", "that", "her") else phrase_from(t, at)
    if obj is None:
        return False
    behind = obj[1] + 1
    other = phrase_from(t, behind + 1) if t.low[behind : behind + 1] == ["and"] else None
    if other and t.tag[behind + 1] & DETERMINER:  # "called | the plan and the road | a mistake"
        behind = other[1] + 1
    while behind < size and t.tag[behind] & CAPITAL and t.tag[obj[1]] & (ROLE | TITLE):
        behind += 1  # "called | the French President Emmanuel Macron"
    if behind >= size:
        return False
    if any(tags & QUOTE for tags in t.tag[behind : behind + 11]):
        return True
    if t.tag[behind] & COMMA and "as" in t.low[behind : behind + _LISTED]:
        return True  # "termed | patience, care and wit | as a must"
    tag, low = t.tag[behind], t.low[behind]
    later = t.tag[behind + 1] if low in _AGO and behind + 1 < size else 0
    if (tag | later) & TIME or low in ("on", "in", "at", "and", "after", "before", "during", "when", "who"):
        return False
    return (
        bool(tag & (DETERMINER | QUOTE | CAPITAL | ADVERB))
        or low in ("as", "to", "with")
        or bool(tag & WORD and not tag & (PREPOSITION | AUXILIARY | SUBORDINATOR | CONJUNCTION))
    )


def takes_addressee(t: Tokens, at: int) -> bool:
    """Somebody told, and something told: "told | the paper | that ...", "urged | them | to ..."."""
    size, at = len(t.tag), _over_participle(t, at)
    if at >= size:
        return False
    if t.low[at] in CLAUSE or t.low[at] == "to":
        return at + 1 < size
    owns = t.tag[at] & POSSESSIVE and not (at + 1 < size and _parts(t, at + 1))  # "told | her | story", "told | her |:"
    person = (at, at) if t.tag[at] & (OBJECT | PRONOUN) and not owns else phrase_from(t, at)
    behind = t.tag[person[1] + 1] if person and person[1] + 1 < size else STOP
    if person is None or t.low[person[1]] == "truth":  # "told | the truth | about it"
        return False
    return bool(not behind & STOP and (person[1] + 2 < size or behind & QUOTE))


def _parts(t: Tokens, at: int) -> bool:
    """Whether a pronoun before `at` stands by itself."""
    return bool(t.tag[at] & (COMMA | COLON | QUOTE | DETERMINER | PRONOUN)) or t.low[at] in ("that", "to")


def has_verb(t: Tokens, at: int) -> bool:
    """Whether a noun phrase with a verb behind it begins at `at`: "wrote | the plan was ready", not "wrote | books"."""
    phrase = phrase_from(t, at)
    behind = phrase[1] + 1 if phrase else len(t.tag)
    if behind + 3 < len(t.tag) and t.tag[behind] & OPEN and t.tag[behind + 2] & CLOSE:  # "the board (BD) | rate is"
        phrase = phrase_from(t, behind + 3)
        behind = phrase[1] + 1 if phrase else behind + 3
    while behind < len(t.tag) and t.tag[behind] & ADVERB and t.low[behind].endswith("ly"):
        behind += 1
    return behind < len(t.tag) and bool(t.tag[behind] & (AUXILIARY | VERB | CUE) or t.low[behind].endswith(("ed", "s")))


def tells(t: Tokens, at: int) -> bool:
    """Whether a clause with "that" follows where something is written: "wrote | in a note | that", not "that was"."""
    that = next((n for n in range(at + 1, min(at + _CLAUSE_WITHIN, len(t.tag) - 2)) if t.low[n] == "that"), 0)
    return that > 0 and has_verb(t, that + 1)


def gerund(t: Tokens, at: int) -> bool:
    """Whether a gerund is a subject: "said | having a dam | is a good sign", not "said nothing"."""
    behind = t.tag[at + 1 : at + _CLAUSE_WITHIN]
    return not t.low[at].endswith("thing") and any(tag & AUXILIARY for tag in behind)


def following(t: Tokens, at: int, lemma: str) -> int:
    """Over adverbs, times before a particle ("spoke | on Monday | about") and "in detail"."""
    size, nxt = len(t.tag), at + 1
    closed = DETERMINER | SUBORDINATOR | PREPOSITION
    if t.low[nxt : nxt + 2] == ["once", "again"]:
        nxt += 2
    while nxt < size and t.tag[nxt] & ADVERB and not t.tag[nxt] & closed and t.low[nxt] not in CLAUSE:
        nxt += 1
    while nxt + 1 < size and t.tag[nxt] & TIME and t.low[nxt + 1] in PARTICLES.get(lemma, ()):
        nxt += 1
    nxt = _over_time(t, nxt)
    return nxt + 2 if t.low[nxt : nxt + 2] in (["in", "detail"], ["in", "part"], ["at", "length"]) else nxt


def _over_time(t: Tokens, at: int) -> int:
    """Over a time between a verb and its object: "announced | on Monday | a loss", "said | at the same time | that"."""
    end = at
    while end < len(t.tag) and end - at < _TIMED and t.tag[end] & (PREPOSITION | DETERMINER | TIME | NUMBER | WORD):
        if t.tag[end] & TIME:
            behind = t.tag[end + 1] if end + 1 < len(t.tag) else STOP
            taken = behind & DETERMINER and not behind & PRONOUN
            return end + 1 if taken else at
        if t.tag[end] & (CAPITAL | CUE | PRONOUN) or (end > at and t.tag[end] & PREPOSITION):
            return at
        end += 1
    return at


def takes_guest(t: Tokens, at: int) -> bool:
    """Whether somebody is welcomed rather than something: "welcomed | the Prime Minister | to Orla"."""
    phrase = phrase_from(t, at)
    if phrase is None or any(tag & POSSESSIVE for tag in t.tag[phrase[0] : phrase[1] + 1]):
        return False
    return any(tag & (ROLE | TITLE) for tag in t.tag[phrase[0] : head(t, phrase) + 1])


def opens(t: Tokens, subject: int) -> int:
    """The token before a subject and what it stands beside: "| As | the chair, Li, said", -1 if there is none."""
    before = subject - 1
    while before >= 0 and (nominal(t, before) or t.tag[before] & (COMMA | DETERMINER)):
        before -= 1
    return before
