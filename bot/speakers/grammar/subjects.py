"""Subjects: which noun phrase a verb belongs to, over relative clauses, appositions, adjuncts and datelines."""

from functools import lru_cache

from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.phrases import (
    FARTHEST,
    PERSON,
    Phrase,
    describes,
    head,
    nominal,
    opening_bracket,
    phrase_ending_at,
    phrase_from,
    titled,
)
from bot.speakers.grammar.tokens import (
    ADVERB,
    BODY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    NUMBER,
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
    Tokens,
)

_ADJUNCTS = {"time": ["at", "the"], "point": ["at", "one"], "turn": ["in"], "first": ["at"]}
"""What may stand between a subject and its verb ("Smith | at the time | said"), by its last word."""
_EACH = frozenset(["all", "both", "each"])
"""What may stand behind a subject: "The mayor and the governor | both | said"."""
_DATELINE = 10
"""Tokens that a dateline may have."""


def subject_before(t: Tokens, verb: int) -> Phrase | None:
    """The subject of the verb group that begins at token `verb`, looking left."""
    last = _over_adjunct(t, verb - 1)
    if last > 0 and (t.low[last].endswith(("self", "selves")) or (t.low[last] in _EACH and nominal(t, last - 1))):
        last -= 1
    if last < 0:
        return None
    tag = t.tag[last]
    if tag & DASH and last > 1:
        aside = next((at for at in range(last - 1, max(0, last - FARTHEST), -1) if t.tag[at] & DASH), 0)
        return (phrase_ending_at(t, aside - 1) if aside else None) or _over_apposition(t, last)
    if tag & COMMA:
        return _over_apposition(t, last)
    if tag & RELATIVE and t.low[last] != "whose":
        return _antecedent(t, last)
    phrase = _before_relative(t, phrase_ending_at(t, last))
    return (phrase and _unclosed(t, phrase, verb)) or phrase


def _unclosed(t: Tokens, phrase: Phrase, verb: int) -> Phrase | None:
    """The name that opens a sentence before an apposition without a comma: "Ann Moss, a nurse and | a mother said"."""
    first = phrase[0]
    if not t.tag[first] & DETERMINER or phrase[1] != verb - 1 or first < 3:
        return None
    comma = _comma_before(t, first)
    opening = phrase_from(t, 0) if comma > 1 else None
    if opening is None or opening[1] != comma - 1 or not t.tag[comma] & COMMA or not t.tag[comma - 1] & CAPITAL:
        return None
    between = range(comma + 1, first)
    joined = bool(between) and t.low[first - 1] == "and" and any(t.tag[at] & PERSON for at in between)
    beside = all(t.tag[at] & ADVERB for at in between) and any(t.tag[at] & PERSON for at in range(first, verb))
    named = opening[1] > opening[0] and t.tag[opening[0]] & CAPITAL and not t.tag[opening[1]] & (TIME | BODY)
    return opening if named and (joined or beside) else None


def _before_relative(t: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The subject before a relative clause that ends at the verb: "advisers | who have run the numbers | argue"."""
    if phrase is None or t.tag[phrase[0]] & RELATIVE:
        return phrase
    for at in range(phrase[0] - 1, max(-1, phrase[0] - FARTHEST), -1):
        if t.tag[at] & (COMMA | STOP | COLON | QUOTE | DASH) or t.low[at] == "that":
            return phrase
        if t.low[at] == "who":
            own = at + 1 < phrase[0] or not t.tag[phrase[0]] & (CAPITAL | DETERMINER | PRONOUN)
            comma = at > 1 and bool(t.tag[at - 1] & COMMA)  # "Lee, | who heads the board of the bank said"
            return (phrase_ending_at(t, at - 1 - comma) or phrase) if own else phrase
    return phrase


def _over_adjunct(t: Tokens, last: int) -> int:
    """The token before a time that stands between subject and verb: "Smith | on Tuesday | said"."""
    words = _ADJUNCTS.get(t.low[last]) if last > 0 else None
    if words and last > len(words) and t.low[last - len(words) : last] == words:
        return last - len(words) - 1
    at = last
    while (
        at > 0
        and t.tag[at] & (TIME | NUMBER)
        and not (t.tag[at] & POSSESSIVE or titled(t, at - 1, at))
        and last - at < 5
    ):
        at -= 1
    if at == last or not any(t.tag[n] & TIME for n in range(at + 1, last + 1)):
        return last
    while at > 0 and t.low[at] in (
        "last",
        "this",
        "that",
        "next",
        "late",
        "early",
        "earlier",
        "later",
        "on",
        "in",
        "the",
        "every",
        "a",
        "one",
    ):
        at -= 1
    return at if at > 0 or (t.tag[0] & (CAPITAL | PRONOUN) and not t.tag[0] & TIME) else last


def _antecedent(t: Tokens, relative: int) -> Phrase | None:
    """What "who" or "which" stands for: the phrase before it, also over a comma."""
    before = relative - 1
    if before >= 0 and t.tag[before] & COMMA:
        return _over_apposition(t, before) if _comma_before(t, before) >= 0 else phrase_ending_at(t, before - 1)
    phrase = phrase_ending_at(t, before)
    if phrase is None or not t.tag[before] & CAPITAL:
        return phrase
    last = next((at + 1 for at in range(before - 1, phrase[0], -1) if t.low[at] == "and"), phrase[0])
    return (last, before) if t.tag[last] & CAPITAL else phrase


def _comma_before(t: Tokens, at: int) -> int:
    """The comma (or dash) before token `at` in the same clause, -1 if there is none."""
    here = at - 1
    while here >= 0 and at - here < FARTHEST:
        if t.tag[here] & CLOSE:
            here = opening_bracket(t, here)
        elif t.tag[here] & (COMMA | DASH):
            return here
        elif t.tag[here] & (STOP | COLON | QUOTE):
            return -1
        here -= 1
    return -1


def _over_apposition(t: Tokens, comma: int) -> Phrase | None:
    """The subject before what stands between commas: "Walsh, 42, a lecturer from York, | said"."""
    found: list[Phrase] = []
    end = comma
    for _ in range(7):
        begin = _comma_before(t, end)
        first = begin + 1
        while first < end and t.tag[first] & (CONJUNCTION | ADVERB) and not t.tag[first] & DETERMINER:
            first += 1
        apart = begin >= 0
        if first < end:
            first += begin < 0 and t.low[first] == "as" and first + 1 < end
            phrase = phrase_ending_at(t, end - 1)
            modifies = (
                bool(t.tag[first] & (RELATIVE | PREPOSITION | NUMBER | SUBORDINATOR))
                or (t.low[first].endswith(("ing", "ed")) and not describes(t, first))
                or t.low[first] in PARTICIPLES
            )
            appended = apart and (
                bool(t.tag[first] & (DETERMINER | ROLE))
                or any(t.tag[at] & ROLE for at in range(first, min(first + 5, end)))
                or (t.low[first + 1] == "of" and not t.tag[first] & CAPITAL)
            )
            timed = phrase is not None and all(t.tag[at] & (TIME | NUMBER) for at in range(phrase[0], phrase[1] + 1))
            if found and t.tag[first] & RELATIVE and apart:
                found.clear()  # "Lee, who was seen by his deputy, Ann Moss, | said"
            if phrase and not modifies and not timed:
                found.append(phrase)
                if phrase[0] > first and not appended:
                    break
            elif not (modifies or appended):
                break
        if not apart:
            break
        end = begin
    return _most_named(t, found[::-1])


def _most_named(t: Tokens, phrases: list[Phrase]) -> Phrase | None:
    """The first phrase that names somebody, without a preposition in it before one with, else the first one."""
    plain = [phrase for phrase in phrases if head(t, phrase) == phrase[1]]
    for first, last in [*plain, *phrases]:
        end = last
        if t.tag[last] & CLOSE:  # "Ann Lee (Chad)"
            end = next((at - 1 for at in range(last, first, -1) if t.tag[at] & OPEN), last)
        names = [
            at
            for at in range(first, end + 1)
            if t.tag[at] & CAPITAL and not t.tag[at] & (PERSON | POSSESSIVE | BODY | TIME)
        ]
        if names and names[-1] == end:
            return first, last
    return phrases[0] if phrases else None


def _behind_dateline(t: Tokens) -> int:
    """The token behind a place and a date that open a story: "ORLA, July 1 - | The mayor ..."; else the first."""
    for at in range(1, min(len(t.tag), _DATELINE)):
        if t.tag[at] & DASH:
            dated = any(t.tag[n] & (COMMA | TIME) for n in range(at))
            opens = t.tag[at + 1] & CAPITAL and t.tag[at + 1] & DETERMINER if at + 1 < len(t.tag) else 0
            return at + 1 if dated or opens else 0
        if not t.tag[at] & (CAPITAL | NUMBER | COMMA | OPEN | CLOSE | TIME):
            return 0
    return 0


def first_subject(t: Tokens, before: int) -> Phrase | None:
    """The subject of the sentence: the first noun phrase that no preposition or conjunction opens."""
    at, phrase = _opening(t)
    return phrase if at < before else None


@lru_cache(maxsize=4)  # every verb of a sentence asks for it
def _opening(t: Tokens) -> tuple[int, Phrase | None]:
    """The subject of the sentence, and the token at which it is found."""
    at, size = _behind_dateline(t), len(t.tag)
    while at < size:
        tag = t.tag[at]
        if tag & (QUOTE | COMMA | DASH | CONJUNCTION | ADVERB | OPEN | CLOSE) and not tag & DETERMINER:
            at += 1
            continue
        opens = tag & (PREPOSITION | SUBORDINATOR) or (t.low[at].endswith(("ing", "ed")) and not tag & ROLE)
        opens = opens or any(tags & TIME for tags in t.tag[at : at + 3])
        if opens and not (tag & DETERMINER and not any(tags & TIME for tags in t.tag[at : at + 4])):
            while at < size and not t.tag[at] & (COMMA | QUOTE):
                at += 1
            continue
        phrase = phrase_from(t, at)
        year = tag & NUMBER and at + 1 < size and t.tag[at + 1] & COMMA  # "On July 3, | 2019 |, he"
        if phrase and not year:
            return at, phrase
        at += 1
    return size, None
