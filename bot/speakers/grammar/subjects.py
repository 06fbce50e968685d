"""Subjects: which noun phrase a verb belongs to, over relative clauses, appositions, adjuncts and datelines."""

from functools import lru_cache

from bot.speakers.grammar.function_words import LINKING, PARTICIPLES
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
)
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
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
    VERB,
    Tokens,
    plural_of,
)

_ADJUNCTS = {"time": ["at", "the"], "point": ["at", "one"], "turn": ["in"], "first": ["at"]}
"""What may stand between a subject and its verb ("Smith | at the time | said"), by its last word."""
_EACH = frozenset(["all", "both", "each"])
"""What may stand behind a subject: "The mayor and the governor | both | said"."""
_ONLY_SUBJECTS = frozenset("he i she they we".split())
"""Pronouns that never hang on a preposition: "In May | he | left"."""
_DATELINE = 10
"""Tokens that a dateline may have."""
_NEW_CLAUSE = AUXILIARY | VERB | CUE | STOP | COLON | QUOTE | DASH | SUBORDINATOR | RELATIVE
"""What no apposition has."""


def subject_before(t: Tokens, verb: int) -> Phrase | None:
    """The subject of the verb group that begins at token `verb`, looking left."""
    last = _over_adjunct(t, verb - 1)
    if last > 0 and (t.low[last].endswith(("self", "selves")) or (t.low[last] in _EACH and nominal(t, last - 1))):
        last -= 1
    if last < 0:
        return None
    opening = opening_bracket(t, last) if t.tag[last] & CLOSE else 0
    if opening > 1 and t.tag[opening - 1] & COMMA:  # "Ann Lee, 76, (pictured) | says"
        last = opening - 1
    tag = t.tag[last]
    if tag & DASH and last > 1:
        aside = next((at for at in range(last - 1, max(0, last - FARTHEST), -1) if t.tag[at] & DASH), 0)
        return (phrase_ending_at(t, aside - 1) if aside else None) or _over_apposition(t, last)
    if tag & COMMA:
        return _over_apposition(t, last)
    if tag & RELATIVE and t.low[last] != "whose":
        return _antecedent(t, last)
    phrase = _before_relative(t, phrase_ending_at(t, last))
    return (phrase and (_unclosed(t, phrase, verb) or _listed(t, phrase))) or phrase


def _listed(t: Tokens, phrase: Phrase) -> Phrase | None:
    """A list of names that ends with a phrase: "Malta, Chile, | Peru and Mali | said", "people of A, | B and C |"."""
    first, last = phrase
    joint = any(t.low[at] == "and" and t.tag[at - 1] & t.tag[at + 1] & CAPITAL for at in range(first + 1, last))
    if not joint or t.tag[first] & (DETERMINER | PERSON):
        return None
    item = first
    while item > 1 and last - item < FARTHEST and t.tag[item - 1] & COMMA and t.tag[item - 2] & CAPITAL:
        item -= 2
        while item and t.tag[item - 1] & CAPITAL and not t.tag[item - 1] & (PREPOSITION | TIME):
            item -= 1
    if item == first or any(tag & (TIME | PERSON) for tag in t.tag[item:first]):
        return None
    if item > 1 and t.low[item - 1] in LINKING and plural_of(t.low[item - 2]) & (ROLE | BODY):
        whole = phrase_ending_at(t, item - 2)
        return whole and (whole[0], last)
    return None if item and t.tag[item - 1] & PREPOSITION else (item, last)


def _unclosed(t: Tokens, phrase: Phrase, verb: int) -> Phrase | None:
    """The name that opens a sentence, where all behind its comma tells who it is.

    No comma closes it: "Ann Moss, a nurse and a mother | said", "Lee, Director for Law, Trade and Sport at UCI | said".
    """
    if phrase[0] < 3:
        return None
    opening = phrase_from(t, _behind_dateline(t))
    if opening is None or opening[1] + 2 >= phrase[1] or opening[1] >= phrase[0] or not _is_name(t, opening):
        return None
    comma = opening[1] + 1
    if (
        not t.tag[comma] & COMMA
        or verb - comma > FARTHEST
        or any(t.tag[at] & _NEW_CLAUSE for at in range(comma + 1, verb))
    ):
        return None
    if t.low[phrase[0] - 1] == "and" and t.tag[phrase[0] - 2] & COMMA:
        return None  # "Ann Moss, a nurse, and | the mayor said"
    office = next((at for at in range(comma + 1, min(comma + 7, verb)) if t.tag[at] & PERSON), 0)
    leads = t.tag[comma + 1] & (PREPOSITION | NUMBER | CONJUNCTION) and not t.tag[comma + 1] & CAPITAL
    listed = office and t.tag[office + 1] & CAPITAL and not t.tag[office + 1] & (PERSON | BODY)
    return opening if office and not leads and not listed else None


def _is_name(t: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is the name of somebody, of two words or with a title."""
    first, last = phrase
    return first < last and bool(t.tag[first] & t.tag[last] & CAPITAL) and not t.tag[last] & (TIME | BODY | DETERMINER)


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
    while at > 0 and t.tag[at] & (TIME | NUMBER) and not t.tag[at] & POSSESSIVE and last - at < 5:
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
            ends = _ONLY_SUBJECTS if tag & PREPOSITION and not tag & SUBORDINATOR else ()
            at += 1
            while at < size and not t.tag[at] & (COMMA | QUOTE) and t.low[at] not in ends:
                at += 1
            continue
        phrase = phrase_from(t, at)
        year = tag & NUMBER and at + 1 < size and t.tag[at + 1] & COMMA  # "On July 3, | 2019 |, he"
        if phrase and not year:
            return at, phrase
        at += 1
    return size, None
