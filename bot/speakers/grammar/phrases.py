"""Noun phrases: who stands before a verb, who behind it.

A phrase is a pair of token numbers, both included. The functions read from the verb outwards over closed classes
(determiners, prepositions, conjunctions), so that nouns and names need not be known.
"""

from bot.speakers.grammar.brackets import before_letters, opening_bracket
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.edges import CHARGES, trimmed
from bot.speakers.grammar.fields import field_before, fields, joins_offices, of_fields
from bot.speakers.grammar.function_words import LINKING
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
    NEGATION,
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
    WORK,
    Tokens,
    plural_of,
)

Phrase = tuple[int, int]

_NO_NAME = PRONOUN | AUXILIARY | CONJUNCTION | SUBORDINATOR | PREPOSITION
_NO_NOUN = _NO_NAME | RELATIVE | COMMA | STOP | COLON | DASH | OPEN | QUOTE | NEGATION | OBJECT | VERB | DETERMINER
_BEFORE_OBJECT = DETERMINER | OBJECT | PREPOSITION | ADVERB
_ENDS_NOUN, _OPENS_OTHER = PREPOSITION | RELATIVE, PREPOSITION | SUBORDINATOR
PERSON, _NOUN = ROLE | TITLE, ROLE | TITLE | WORK | BODY
NUMERALS = frozenset("two three four five six seven eight nine ten".split())
_PARTS = frozenset("all both each few many most one several some".split())
COUNTS = frozenset("two three four five latter former half".split())
_DESCRIBING = frozenset("acting disgraced embattled renowned retired self-described self-styled".split())
_DEICTIC = frozenset("earlier early each every last late later next this".split())
"""Words before a time."""
_IN_NAMES = ("against", "without")
"""Prepositions inside names: in headlines others have capitals, too."""
_ONLY_SUBJECTS = frozenset("he i she they we".split())
FARTHEST = 40
"""Tokens that a subject may stand away from its verb; bounds the work on sentences without end."""


def nominal(t: Tokens, at: int) -> bool:
    """Whether the token can be part of a noun phrase: a name, a noun, an adjective, a number; none behind the end."""
    if at >= len(t.tag):
        return False
    tag, low = t.tag[at], t.low[at]
    if at == 0 and ((tag & ADVERB and low.endswith("ly")) or (tag & CUE and low.endswith("ing"))):
        return False  # "Recently announced plans", "Speaking at the fair Mr Moss said"
    if (tag & CAPITAL and not tag & _NO_NAME) or tag & NUMBER:
        return True
    if not tag & WORD or tag & _NO_NOUN:
        return False
    if tag & ADVERB and not tag & (ROLE | TIME):  # "the | back | of the queue"
        return bool(at and t.tag[at - 1] & DETERMINER) and t.low[at + 1 : at + 2] == ["of"]
    if tag & CUE and not (tag & _NOUN or plural_of(low) & _NOUN):
        if at and t.tag[at - 1] & POSSESSIVE and CUES[low][1] in ("ing", "third"):
            return True  # "the firm's | shares"
        return at > 0 and bool(t.tag[at - 1] & DETERMINER) and not t.tag[at - 1] & PRONOUN
    if low.endswith("ing") and at:  # "Communities | living | near the site", "a report | blaming | the mill"
        behind = t.tag[at + 1] if at + 1 < len(t.tag) else 0
        if behind & (PREPOSITION if t.low[at - 1].endswith(("s", "people", "men")) else DETERMINER):
            return bool(t.tag[at - 1] & DETERMINER)
    if not (low.endswith("ed") and len(low) > 4) or describes(t, at):
        return True
    return "-" in low or (at > 0 and bool(t.tag[at - 1] & (DETERMINER | ADVERB | POSSESSIVE)))


def describes(t: Tokens, at: int) -> bool:
    """Whether a participle belongs to the name or office behind it: "retired | Gen. Moss"."""
    behind = t.tag[at + 1] if at + 1 < len(t.tag) else 0
    somebody = behind & ROLE or (behind == WORD and any(tag & CAPITAL for tag in t.tag[at + 2 : at + 3]))
    if somebody and (t.tag[at - 1] & CUE if at else not t.tag[at] & CUE):
        return True  # "says | disgruntled | customer Ann Lee", "Stranded | ferryman Ann Lee said"
    return t.low[at] in _DESCRIBING and bool(behind & (CAPITAL | ROLE | TITLE))


def phrase_ending_at(t: Tokens, last: int) -> Phrase | None:
    """The noun phrase whose last token is `last`: "the | head of the army", "Foreign Minister | Wang Yi"."""
    tag = t.tag
    if last < 0:
        return None
    if tag[last] & CLOSE:
        opening = opening_bracket(t, last)
        if opening > 1 and tag[opening - 1] & CLOSE:  # "Lake Brands (the “Company”) | (LBR)"
            opening = opening_bracket(t, opening - 1)
        inner = phrase_ending_at(t, opening - 1) if not tag[opening - 1] & CLOSE else None
        return (inner[0], last) if inner else None
    if last > 1 and t.low[last] in NUMERALS:  # "the mother of | three", "Lee of stall | nine"
        numbered = nominal(t, last - 1)
        if numbered or (t.low[last - 1] == "of" and tag[last - 2] & ROLE):
            parent = phrase_ending_at(t, last - 2 + numbered)
            return parent and (parent[0], last)
    if (tag[last] & PRONOUN and not (tag[last] & POSSESSIVE)) or (
        t.low[last] in COUNTS
        and (not last or t.low[last - 1] in ("the", "these", "those", "all") or t.tag[last - 1] & ADVERB)
    ):
        return _quantified(t, last)
    if last > 1 and t.low[last] in NUMERALS and t.low[last - 1] in ("in", "of") and tag[last - 2] & DETERMINER:
        return last - 2, last
    if not nominal(t, last) or (tag[last] & POSSESSIVE and not tag[last] & CAPITAL and last):
        return None
    first = last
    while first > 0 and last - first < FARTHEST:
        before = first - 1
        if tag[before] & DETERMINER:
            first = before
            while first and tag[first - 1] & DETERMINER and not tag[first - 1] & POSSESSIVE:
                first -= 1
            if not (_linked(t, first) or _joined(t, first)):
                break
            before = first
            first = before - 2
        elif nominal(t, before) or (tag[before] & QUOTE and first > 1 and _nickname(t, before)):
            first = before
        elif tag[before] & ADVERB and before and tag[before - 1] & DETERMINER:
            first = before - 1
            break
        elif tag[before] & ADVERB and before and tag[before - 1] & POSSESSIVE:
            first = before - 1  # "the artist's | now | former manager"
        elif _linked(t, first) or (
            t.low[before] in ("and", "&") and before and nominal(t, before - 1) and _coordinates(t, before)
        ):
            first = before - 1
        elif t.low[before] == "and" and before and (name := before_letters(t, before - 1)) >= 0:
            first = name  # "Orla Boats (OBX) | and | Vance Mills"
        elif tag[before] & COMMA and (body := of_fields(t, before, last)):
            first = body  # "the Ministry of Food, | Trade and Sport"
        elif tag[before] & CLOSE and before > 2 and tag[before - 2] & OPEN and tag[before - 3] & CAPITAL:
            first = before - 3  # "A Village Council | (VC) | member"
        else:
            break
    if first > 1 and t.low[first - 1] == "of" and t.low[first - 2] in _PARTS:  # "one | of the rowers"
        first -= 2
    counted = tag[first] & NUMBER and first > 1 and t.low[first - 1] in ("in", "of")
    if counted and tag[first - 2] & WORD:  # "six | in ten", "six | in 10 voters"
        first -= 2
        first -= first > 0 and t.low[first - 1] in ("about", "only", "nearly", "almost")
    return trimmed(t, first, last)


def _linked(t: Tokens, first: int) -> bool:
    """Whether a preposition binds what begins at `first` to a noun: "a man | for | war", "Doctors | Against | War"."""
    binds = t.low[first - 1] in LINKING or (t.low[first - 1] in _IN_NAMES and t.tag[first - 1] & t.tag[first] & CAPITAL)
    return first > 1 and bool(binds) and nominal(t, first - 2) and not t.tag[first - 2] & TIME


def _joined(t: Tokens, first: int) -> bool:
    """Whether "and" before a determiner joins what it opens: "the premier | and | the king", "Lee | and | her team"."""
    if first < 2 or t.low[first - 1] != "and" or not _coordinates(t, first - 1):
        return False
    left, right = t.tag[first - 2], t.tag[first + 1]
    if t.low[first - 2] in _ONLY_SUBJECTS:
        return True  # "she | and | another angler"
    right |= plural_of(t.low[first + 1]) & PERSON
    offices = (left & PERSON and right & PERSON) or (left & right & CAPITAL and left & right & WORD)
    others = t.low[first] == "other" and left & CAPITAL  # "Ann Lee | and | other rowers"
    return bool(offices or others or (t.tag[first] & POSSESSIVE and nominal(t, first - 2)))


def _nickname(t: Tokens, at: int) -> bool:
    return bool(t.tag[at - 1] & (CAPITAL | DETERMINER)) and t.end[at] - t.start[at] < 30


def _quantified(t: Tokens, last: int) -> Phrase:
    """A pronoun, with what it counts before it ("all three", "the two"), and whom it joins: "Moss and others"."""
    named = t.low[last] == "others" and last > 1 and t.low[last - 1] == "and" and t.tag[last - 2] & CAPITAL
    if named:
        return ((phrase_ending_at(t, last - 2) or (last, last))[0], last)
    counted = last and t.tag[last] & DETERMINER and t.tag[last - 1] & DETERMINER and t.low[last - 1] != "that"
    return (last - 1 if counted else last, last)


def _coordinates(t: Tokens, conjunction: int) -> bool:
    """Whether "and" joins two subjects rather than two clauses: no verb stands before it in its clause."""
    at = conjunction - 1
    while at >= 0 and not t.tag[at] & (COMMA | STOP | COLON | QUOTE | SUBORDINATOR):
        if t.tag[at] & (AUXILIARY | VERB | CUE) and not t.tag[at] & (ROLE | WORK | TITLE | CAPITAL):
            return False
        if t.low[at].endswith("ed") and not t.tag[at] & CAPITAL:
            return False
        at -= 1
    return True


def phrase_from(t: Tokens, first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`: "a spokeswoman for the union | at ..."."""
    tag, low, size = t.tag, t.low, len(t.tag)
    at = first
    while at < size and tag[at] & ADVERB and not tag[at] & DETERMINER and at - first < 2:
        at += 1
    more = low[at + 1 : at + 2] == ["than"] and low[at] in ("fewer", "less", "more")  # "More than | 90 miners"
    at += 2 * (more and any(tags & NUMBER for tags in tag[at + 2 : at + 3]))
    if at >= size or (tag[at] & _OPENS_OTHER and not tag[at] & CAPITAL):
        return None
    alone = tag[at] & PRONOUN and not tag[at] & POSSESSIVE
    if alone and not (tag[at] & DETERMINER and nominal(t, at + 1)):
        parted = _PARTS.intersection(t.low[max(0, first - 2) : first])  # "all of | most of ..."
        if t.low[at] in _PARTS and t.low[at + 1 : at + 2] == ["of"] and not parted:
            whole = phrase_from(t, at + 2)
            return at, whole[1] if whole else at
        within = tag[at] & DETERMINER and t.low[at + 1 : at + 2] == ["in"] and at + 2 < size and tag[at + 2] & CAPITAL
        return (at, at + 2) if within else (at, at)
    begin = first if more else at
    while at < size and tag[at] & DETERMINER:
        at += 1
    if not nominal(t, at):
        return None
    while at < size and at - begin < FARTHEST:
        verb = tag[at] == WORD and low[at][-1:] == "s" and _predicates(t, begin, at)
        if verb or (low[at] in _DEICTIC and at + 1 < size and tag[at + 1] & TIME):
            break  # "a report | last month", "Ann Lee | rounds up her story"
        if (not (tag[at] & TIME and not tag[at] & POSSESSIVE and at > begin) and nominal(t, at)) or (
            tag[at] & QUOTE and at + 1 < size and tag[at - 1] & tag[at + 1] & CAPITAL and _nickname(t, at)
        ):
            at += 1
        elif tag[at] & ADVERB and at > begin and tag[at - 1] & POSSESSIVE and nominal(t, at + 1):
            at += 1  # "the firm's recently | named chair"
        elif (
            tag[at] & PREPOSITION
            and at + 1 < size
            and (low[at] in _binds(t, begin, at) or (low[at] == "in" and low[at + 1] in CHARGES))
            and not (tag[at + 1] & TIME or low[at + 1] in ("first", "last", "length"))
            and not (tag[at + 1] & NUMBER and at + 2 < size and tag[at + 2] & TIME)
        ):
            step = at + 1
            while step < size and (tag[step] & DETERMINER or low[step] in _DEICTIC):
                step += 1
            if not nominal(t, step) or (tag[step] & TIME and not tag[step] & POSSESSIVE):
                break
            at = step
        elif low[at] in ("and", "&") and at + 1 < size and tag[at + 1] & tag[at - 1] & CAPITAL and nominal(t, at + 1):
            at += 1
        elif low[at] == "and" and at + 2 < size and low[at + 1] == "the" and tag[at - 1] & tag[at + 2] & PERSON:
            at += 2
        elif low[at] == "and" and at + 2 < size and tag[at + 1] & PERSON and joins_offices(t, at):
            at += 1  # "co-founder | and chief executive|, Ann Lee"
        elif tag[at] & COMMA and field_before(t, at) >= begin and (end := fields(t, at)):
            at = end + 1
        else:
            break
    return None if tag[begin] & TIME and begin == at - 1 else (begin, at - 1)


def _predicates(t: Tokens, begin: int, at: int) -> bool:
    """Whether a word in -s behind a bare name can only be its verb: no noun that is known, with more behind it."""
    name = t.tag[at - 1] if at > begin else 0
    named = name & CAPITAL and not (name & (PERSON | BODY | POSSESSIVE) or t.tag[begin] & DETERMINER)
    return bool(named) and not t.low[at].endswith("ss") and any(tag & _BEFORE_OBJECT for tag in t.tag[at + 1 : at + 2])


def _binds(t: Tokens, begin: int, at: int) -> tuple[str, ...]:
    """Prepositions that go on with the phrase: behind a common noun more than behind a name."""
    if t.low[at] in _IN_NAMES and t.tag[at - 1] & t.tag[at] & CAPITAL:
        return _IN_NAMES
    if t.tag[at - 1] & CAPITAL and not t.tag[at - 1] & (ROLE | TITLE | BODY):
        owned = any(tag & DETERMINER and tag & POSSESSIVE for tag in t.tag[at + 1 : at + 2])
        return () if owned else ("of",)  # "said Ann Lee | of her mill"
    by = ("by",) if t.tag[at - 1] & WORK else ()
    if t.tag[begin] & DETERMINER:
        return ("of", "for", "from", "with", "at", "in", "on", *by)
    return ("of", "for", "from", "at", *by)


def head(t: Tokens, phrase: Phrase) -> int:
    """The token of its head noun: the last one before a preposition or relative pronoun."""
    first, last = phrase
    for at in range(first + 1, last + 1):
        if t.tag[at] & _ENDS_NOUN and not t.tag[at - 1] & DETERMINER:
            return at - 1
    return last
