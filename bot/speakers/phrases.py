"""Noun phrases: who stands before a verb, who behind it.

A phrase is a pair of token numbers, both included. The functions read from the verb outwards over closed classes
(determiners, prepositions, conjunctions), so that nouns and names need not be known.
"""

from bot.speakers import tokens as k
from bot.speakers.lexicon import LINKING, PARTICIPLES
from bot.speakers.tokens import Tokens

Phrase = tuple[int, int]

_LIMITS = (
    k.PREPOSITION
    | k.CONJUNCTION
    | k.SUBORDINATOR
    | k.RELATIVE
    | k.AUXILIARY
    | k.COMMA
    | k.STOP
    | k.COLON
    | k.DASH
    | k.OPEN
)
_LIMITS |= k.QUOTE | k.NEGATION | k.OBJECT
_PERSON = k.ROLE | k.TITLE
_NAME_MONTHS = frozenset("april august jan june march may".split())
_OUT_OF = frozenset("three four five six seven eight nine ten".split())
_PARTS = frozenset("all both each few many most one several some".split())
COUNTS = frozenset("two three four five latter former half".split())
_DESCRIBING = frozenset("disgraced embattled renowned retired self-described self-styled".split())
_ADJUNCTS = {"time": ["at", "the"], "point": ["at", "one"], "turn": ["in"], "first": ["at"]}
"""What may stand between a subject and its verb ("Smith | at the time | said"), by its last word."""
_EACH = frozenset(["all", "both", "each"])
"""What may stand behind a subject: "The mayor and the governor | both | said"."""
_SUBORDINATES = frozenset("how if what when where whether why".split())
"""Words that open a clause and are no part of its subject: "why | critics | say"."""
_DATELINE = 10
"""Tokens that a dateline may have."""
_FARTHEST = 40
"""Tokens that a subject may stand away from its verb; bounds the work on sentences without end."""


def nominal(t: Tokens, at: int) -> bool:
    """Whether the token can be part of a noun phrase: a name, a noun, an adjective, a number."""
    tag, low = t.tag[at], t.low[at]
    if (
        tag & k.CAPITAL and not tag & (k.PRONOUN | k.AUXILIARY | k.CONJUNCTION | k.SUBORDINATOR | k.PREPOSITION)
    ) or tag & k.NUMBER:
        return True
    if not tag & k.WORD or tag & (_LIMITS | k.VERB | k.DETERMINER | k.PRONOUN):
        return False
    if tag & k.ADVERB and not tag & (k.ROLE | k.TIME):
        return False
    if tag & k.CUE and not tag & (_PERSON | k.WORK | k.BODY):
        return at > 0 and bool(t.tag[at - 1] & k.DETERMINER) and not t.tag[at - 1] & k.PRONOUN
    if not (low.endswith("ed") and len(low) > 4) or _describes(t, at):
        return True
    return "-" in low or (at > 0 and bool(t.tag[at - 1] & (k.DETERMINER | k.ADVERB | k.POSSESSIVE)))


def _describes(t: Tokens, at: int) -> bool:
    """Whether a participle belongs to the name or office behind it: "retired | Gen. Moss"."""
    behind = t.tag[at + 1] if at + 1 < len(t.tag) else 0
    return t.low[at] in _DESCRIBING and bool(behind & (k.CAPITAL | k.ROLE | k.TITLE)) and not behind & k.TIME


def phrase_ending_at(t: Tokens, last: int) -> Phrase | None:
    """The noun phrase whose last token is `last`: "the | head of the army", "Foreign Minister | Wang Yi"."""
    tag = t.tag
    if last < 0:
        return None
    if tag[last] & k.CLOSE:
        opening = _opening(t, last)
        inner = phrase_ending_at(t, opening - 1)
        return (inner[0], last) if inner else None
    if (tag[last] & k.PRONOUN and not (tag[last] & k.POSSESSIVE)) or (
        t.low[last] in COUNTS
        and (not last or t.low[last - 1] in ("the", "these", "those", "all") or t.tag[last - 1] & k.ADVERB)
    ):
        return _quantified(t, last)
    if last > 1 and t.low[last] in _OUT_OF and t.low[last - 1] in ("in", "of") and tag[last - 2] & k.DETERMINER:
        return last - 2, last
    if not nominal(t, last) or (tag[last] & k.POSSESSIVE and not tag[last] & k.CAPITAL and last):
        return None
    first = last
    while first > 0 and last - first < _FARTHEST:
        before = first - 1
        if tag[before] & k.DETERMINER:
            first = before
            while first and tag[first - 1] & k.DETERMINER and not tag[first - 1] & k.POSSESSIVE:
                first -= 1
            if not (_linked(t, first) or _beside_office(t, first)):
                break
            before = first
            first = before - 2
        elif nominal(t, before) or (tag[before] & k.QUOTE and first > 1 and _nickname(t, before)):
            first = before
        elif tag[before] & k.ADVERB and before and tag[before - 1] & k.DETERMINER:
            first = before - 1
            break
        elif _linked(t, first) or (
            t.low[before] in ("and", "&") and before and nominal(t, before - 1) and _coordinates(t, before)
        ):
            first = before - 1
        else:
            break
    if (
        first == last
        and tag[last] & k.NUMBER
        and first > 1
        and t.low[first - 1] in ("in", "of")
        and tag[first - 2] & k.WORD
    ):
        first -= 2
    return _trimmed(t, first, last)


def _opening(t: Tokens, closing: int) -> int:
    at = closing
    while at > 0 and closing - at < _FARTHEST and not t.tag[at] & k.OPEN:
        at -= 1
    return at


def _linked(t: Tokens, first: int) -> bool:
    """Whether a preposition before `first` binds it to a noun: "a spokesman | for | the army"."""
    return first > 1 and t.low[first - 1] in LINKING and nominal(t, first - 2) and not t.tag[first - 2] & k.TIME


def _beside_office(t: Tokens, first: int) -> bool:
    """Whether "and" before an office joins it to another: "the premier | and | the president"."""
    return (
        first > 1
        and t.low[first - 1] == "and"
        and bool(t.tag[first - 2] & _PERSON and t.tag[first + 1] & _PERSON)
        and _coordinates(t, first - 1)
    )


def _nickname(t: Tokens, at: int) -> bool:
    return bool(t.tag[at - 1] & k.CAPITAL) and t.end[at] - t.start[at] < 30


def _quantified(t: Tokens, last: int) -> Phrase:
    """A pronoun, with what it counts before it ("all three", "the two")."""
    return (last - 1, last) if last and t.tag[last] & k.DETERMINER and t.tag[last - 1] & k.DETERMINER else (last, last)


def _coordinates(t: Tokens, conjunction: int) -> bool:
    """Whether "and" joins two subjects rather than two clauses: no verb stands before it in its clause."""
    at = conjunction - 1
    while at >= 0 and not t.tag[at] & (k.COMMA | k.STOP | k.COLON | k.QUOTE | k.SUBORDINATOR):
        if t.tag[at] & (k.AUXILIARY | k.VERB | k.CUE) and not t.tag[at] & (k.ROLE | k.WORK | k.TITLE | k.CAPITAL):
            return False
        if t.low[at].endswith("ed") and not t.tag[at] & k.CAPITAL:
            return False
        at -= 1
    return True


def _trimmed(t: Tokens, first: int, last: int) -> Phrase | None:
    """Without what belongs elsewhere.

    A time before it ("on Tuesday | Smith"), a place behind a name ("Smith | in a speech"), the object of a preposition
    that opens the clause.
    """
    for at in range(last - 1, first - 1, -1):
        if _titled(t, at, at + 1):
            continue
        if t.tag[at] & k.TIME and not t.tag[at] & k.POSSESSIVE and (t.tag[at] & k.CAPITAL or at == first):
            first = at + 1
            break
    if first > 0 and t.tag[first - 1] & k.PREPOSITION:
        run = last
        while run > first and t.tag[run - 1] & k.CAPITAL and t.tag[run] & k.CAPITAL:
            run -= 1
        if t.tag[run] & k.CAPITAL and run > first and not t.tag[run - 1] & k.CAPITAL:
            first = run
    while first < last and t.tag[first] & (k.ADVERB | k.CONJUNCTION) and not t.tag[first] & k.DETERMINER:
        first += 1
    several = t.low[last].endswith("s") and not t.tag[last] & k.CAPITAL
    if first < last and (
        t.low[first] in _SUBORDINATES or (t.low[first] == "that" and (several or t.tag[first + 1] & k.DETERMINER))
    ):
        first += 1
    for at in range(first + 1, last):
        if (
            t.low[at] in ("in", "on", "at", "with", "from")
            and t.tag[at - 1] & k.CAPITAL
            and not t.tag[at - 1] & (k.ROLE | k.TITLE | k.BODY)
        ):
            last = at - 1
            break
    return (first, last) if first <= last else None


def subject_before(t: Tokens, verb: int) -> Phrase | None:
    """The subject of the verb group that begins at token `verb`, looking left."""
    last = _over_adjunct(t, verb - 1)
    if last > 0 and (t.low[last].endswith(("self", "selves")) or (t.low[last] in _EACH and nominal(t, last - 1))):
        last -= 1
    if last < 0:
        return None
    tag = t.tag[last]
    if tag & k.DASH and last > 1:
        aside = next((at for at in range(last - 1, max(0, last - _FARTHEST), -1) if t.tag[at] & k.DASH), 0)
        return (phrase_ending_at(t, aside - 1) if aside else None) or _over_apposition(t, last)
    if tag & k.COMMA:
        return _over_apposition(t, last)
    if tag & k.RELATIVE and t.low[last] != "whose":
        return _antecedent(t, last)
    phrase = _before_relative(t, phrase_ending_at(t, last))
    return (phrase and _unclosed(t, phrase, verb)) or phrase


def _unclosed(t: Tokens, phrase: Phrase, verb: int) -> Phrase | None:
    """The name that opens a sentence before an apposition without a comma: "Ann Moss, a nurse and | a mother said"."""
    first = phrase[0]
    if not t.tag[first] & k.DETERMINER or phrase[1] != verb - 1 or first < 3:
        return None
    comma = _comma_before(t, first)
    opening = phrase_from(t, 0) if comma > 1 else None
    if opening is None or opening[1] != comma - 1 or not t.tag[comma] & k.COMMA or not t.tag[comma - 1] & k.CAPITAL:
        return None
    between = range(comma + 1, first)
    joined = bool(between) and t.low[first - 1] == "and" and any(t.tag[at] & _PERSON for at in between)
    beside = all(t.tag[at] & k.ADVERB for at in between) and any(t.tag[at] & _PERSON for at in range(first, verb))
    named = opening[1] > opening[0] and t.tag[opening[0]] & k.CAPITAL and not t.tag[opening[1]] & (k.TIME | k.BODY)
    return opening if named and (joined or beside) else None


def _before_relative(t: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The subject before a relative clause that ends at the verb: "advisers | who have run the numbers | argue"."""
    if phrase is None or t.tag[phrase[0]] & k.RELATIVE:
        return phrase
    for at in range(phrase[0] - 1, max(-1, phrase[0] - _FARTHEST), -1):
        if t.tag[at] & (k.COMMA | k.STOP | k.COLON | k.QUOTE | k.DASH) or t.low[at] == "that":
            return phrase
        if t.low[at] == "who":
            own = at + 1 < phrase[0] or not t.tag[phrase[0]] & (k.CAPITAL | k.DETERMINER | k.PRONOUN)
            return (phrase_ending_at(t, at - 1) or phrase) if own else phrase
    return phrase


def _over_adjunct(t: Tokens, last: int) -> int:
    """The token before a time that stands between subject and verb: "Smith | on Tuesday | said"."""
    words = _ADJUNCTS.get(t.low[last]) if last > 0 else None
    if words and last > len(words) and t.low[last - len(words) : last] == words:
        return last - len(words) - 1
    at = last
    while (
        at > 0
        and t.tag[at] & (k.TIME | k.NUMBER)
        and not (t.tag[at] & k.POSSESSIVE or _titled(t, at - 1, at))
        and last - at < 5
    ):
        at -= 1
    if at == last or not any(t.tag[n] & k.TIME for n in range(at + 1, last + 1)):
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
    return at if at > 0 or (t.tag[0] & (k.CAPITAL | k.PRONOUN) and not t.tag[0] & k.TIME) else last


def _antecedent(t: Tokens, relative: int) -> Phrase | None:
    """What "who" or "which" stands for: the phrase before it, also over a comma."""
    before = relative - 1
    if before >= 0 and t.tag[before] & k.COMMA:
        return _over_apposition(t, before) if _comma_before(t, before) >= 0 else phrase_ending_at(t, before - 1)
    phrase = phrase_ending_at(t, before)
    if phrase is None or not t.tag[before] & k.CAPITAL:
        return phrase
    last = next((at + 1 for at in range(before - 1, phrase[0], -1) if t.low[at] == "and"), phrase[0])
    return (last, before) if t.tag[last] & k.CAPITAL else phrase


def _comma_before(t: Tokens, at: int) -> int:
    """The comma (or dash) before token `at` in the same clause, -1 if there is none."""
    here = at - 1
    while here >= 0 and at - here < _FARTHEST:
        if t.tag[here] & k.CLOSE:
            here = _opening(t, here)
        elif t.tag[here] & (k.COMMA | k.DASH):
            return here
        elif t.tag[here] & (k.STOP | k.COLON | k.QUOTE):
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
        while first < end and t.tag[first] & (k.CONJUNCTION | k.ADVERB) and not t.tag[first] & k.DETERMINER:
            first += 1
        apart = begin >= 0
        if first < end:
            first += begin < 0 and t.low[first] == "as" and first + 1 < end
            phrase = phrase_ending_at(t, end - 1)
            modifies = (
                bool(t.tag[first] & (k.RELATIVE | k.PREPOSITION | k.NUMBER | k.SUBORDINATOR))
                or (t.low[first].endswith(("ing", "ed")) and not _describes(t, first))
                or t.low[first] in PARTICIPLES
            )
            appended = apart and (
                bool(t.tag[first] & (k.DETERMINER | k.ROLE))
                or any(t.tag[at] & k.ROLE for at in range(first, min(first + 5, end)))
                or (t.low[first + 1] == "of" and not t.tag[first] & k.CAPITAL)
            )
            timed = phrase is not None and all(
                t.tag[at] & (k.TIME | k.NUMBER) for at in range(phrase[0], phrase[1] + 1)
            )
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
        if t.tag[last] & k.CLOSE:  # "Ann Lee (Chad)"
            end = next((at - 1 for at in range(last, first, -1) if t.tag[at] & k.OPEN), last)
        names = [
            at
            for at in range(first, end + 1)
            if t.tag[at] & k.CAPITAL and not t.tag[at] & (_PERSON | k.POSSESSIVE | k.BODY | k.TIME)
        ]
        if names and names[-1] == end:
            return first, last
    return phrases[0] if phrases else None


def phrase_from(t: Tokens, first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`: "a spokeswoman for the union | at ..."."""
    tag, size = t.tag, len(t.tag)
    at = first
    while at < size and tag[at] & k.ADVERB and not tag[at] & k.DETERMINER and at - first < 2:
        at += 1
    if at >= size or (tag[at] & (k.PREPOSITION | k.SUBORDINATOR) and not tag[at] & k.CAPITAL):
        return None
    if (
        tag[at] & k.PRONOUN
        and not tag[at] & k.POSSESSIVE
        and not (at + 1 < size and tag[at] & k.DETERMINER and nominal(t, at + 1))
    ):
        if t.low[at] in _PARTS and t.low[at + 1 : at + 2] == ["of"]:
            whole = phrase_from(t, at + 2)
            return at, whole[1] if whole else at
        within = (
            tag[at] & k.DETERMINER and t.low[at + 1 : at + 2] == ["in"] and at + 2 < size and tag[at + 2] & k.CAPITAL
        )
        return (at, at + 2) if within else (at, at)
    begin = at
    while at < size and tag[at] & k.DETERMINER:
        at += 1
    if at >= size or not nominal(t, at):
        return None
    while at < size and at - begin < _FARTHEST:
        if (
            nominal(t, at)
            and not (tag[at] & k.TIME and not tag[at] & k.POSSESSIVE and at > begin and not _titled(t, at - 1, at))
        ) or (tag[at] & k.QUOTE and at + 1 < size and tag[at - 1] & tag[at + 1] & k.CAPITAL and _nickname(t, at)):
            at += 1
        elif (
            tag[at] & k.PREPOSITION and t.low[at] in _binds(t, begin, at) and at + 1 < size and not tag[at + 1] & k.TIME
        ):
            step = at + 1
            while step < size and tag[step] & k.DETERMINER:
                step += 1
            if step >= size or not nominal(t, step):
                break
            at = step
        elif (
            t.low[at] in ("and", "&") and at + 1 < size and tag[at + 1] & tag[at - 1] & k.CAPITAL and nominal(t, at + 1)
        ):
            at += 1
        elif t.low[at] == "and" and at + 2 < size and t.low[at + 1] == "the" and tag[at - 1] & tag[at + 2] & _PERSON:
            at += 2
        else:
            break
    last = at - 1
    if tag[begin] & k.TIME and begin == last:
        return None
    return begin, last


def _titled(t: Tokens, at: int, following: int) -> bool:
    """Whether a month stands in a name: "Theresa May", "Jan Brewer"."""
    names = t.tag[at] & t.tag[following] & k.CAPITAL
    return bool(names) and (t.low[at] in _NAME_MONTHS or t.low[following] in _NAME_MONTHS)


def _binds(t: Tokens, begin: int, at: int) -> tuple[str, ...]:
    """Prepositions that go on with the phrase: behind a common noun more than behind a name."""
    if t.tag[at - 1] & k.CAPITAL and not t.tag[at - 1] & (k.ROLE | k.TITLE | k.BODY):
        return ("of",)
    by = ("by",) if t.tag[at - 1] & k.WORK else ()
    if t.tag[begin] & k.DETERMINER:
        return ("of", "for", "from", "with", "at", "in", "on", *by)
    return ("of", "for", "from", "at", *by)


def with_participle(t: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with a participle behind it and what follows to the next comma: "a database | built by The Post"."""
    first, last = phrase
    at = last + 1
    if at >= len(t.tag) or not (t.low[at].endswith("ed") or t.low[at] in PARTICIPLES):
        return phrase
    while at < len(t.tag) and not t.tag[at] & (k.COMMA | k.STOP | k.QUOTE | k.DASH | k.COLON | k.OPEN):
        last = at
        at += 1
    return first, last


def head(t: Tokens, phrase: Phrase) -> int:
    """The token of its head noun: the last one before a preposition or relative pronoun."""
    first, last = phrase
    for at in range(first + 1, last + 1):
        if t.tag[at] & (k.PREPOSITION | k.RELATIVE) and not t.tag[at - 1] & k.DETERMINER:
            return at - 1
    return last


def _behind_dateline(t: Tokens) -> int:
    """The token behind a place and a date that open a story: "ORLA, July 1 - | The mayor ..."; else the first."""
    for at in range(1, min(len(t.tag), _DATELINE)):
        if t.tag[at] & k.DASH:
            dated = any(t.tag[n] & (k.COMMA | k.TIME) for n in range(at))
            opens = t.tag[at + 1] & k.CAPITAL and t.tag[at + 1] & k.DETERMINER if at + 1 < len(t.tag) else 0
            return at + 1 if dated or opens else 0
        if not t.tag[at] & (k.CAPITAL | k.NUMBER | k.COMMA | k.OPEN | k.CLOSE | k.TIME):
            return 0
    return 0


def first_subject(t: Tokens, before: int) -> Phrase | None:
    """The subject of the sentence: the first noun phrase that no preposition or conjunction opens."""
    at, size = _behind_dateline(t), min(before, len(t.tag))
    while at < size:
        tag = t.tag[at]
        if tag & (k.QUOTE | k.COMMA | k.DASH | k.CONJUNCTION | k.ADVERB | k.OPEN | k.CLOSE) and not tag & k.DETERMINER:
            at += 1
            continue
        opens = tag & (k.PREPOSITION | k.SUBORDINATOR) or (t.low[at].endswith(("ing", "ed")) and not tag & k.ROLE)
        opens = opens or any(tags & k.TIME for tags in t.tag[at : at + 3])
        if opens and not (tag & k.DETERMINER and not any(tags & k.TIME for tags in t.tag[at : at + 4])):
            while at < size and not t.tag[at] & (k.COMMA | k.QUOTE):
                at += 1
            continue
        phrase = phrase_from(t, at)
        if phrase:
            return phrase
        at += 1
    return None
