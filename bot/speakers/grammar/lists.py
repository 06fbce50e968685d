"""Several who are named one after the other: as a subject, or behind a verb."""

from bot.speakers.grammar.appositions import NEW_CLAUSE, over_apposition
from bot.speakers.grammar.function_words import LINKING
from bot.speakers.grammar.phrases import (
    FARTHEST,
    PERSON,
    Phrase,
    phrase_ending_at,
    phrase_from,
)
from bot.speakers.grammar.tokens import (
    BODY,
    CAPITAL,
    COMMA,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    QUOTE,
    ROLE,
    STOP,
    TIME,
    WORD,
    Tokens,
    plural_of,
)


def listed(t: Tokens, phrase: Phrase) -> Phrase | None:
    """A list of names that ends with a phrase: "Malta, Chile, | Peru and Mali | said", "people of A, | B and C |"."""
    first, last = phrase
    joint = any(
        t.low[at] == "and" and t.tag[at - 1] & t.tag[at + 1 + (t.low[at + 1] == "the")] & CAPITAL
        for at in range(first + 1, last)
    )
    if not joint or t.tag[first] & DETERMINER or not t.tag[first] & CAPITAL:
        return None
    item, titled = first, bool(t.tag[first] & PERSON)
    while item > 1 and last - item < FARTHEST and t.tag[item - 1] & COMMA and t.tag[item - 2] & CAPITAL:
        begin = item - 2
        while begin and t.tag[begin - 1] & CAPITAL and not t.tag[begin - 1] & (PREPOSITION | TIME):
            begin -= 1
        item, titled = begin, titled or begin < item - 2
    if item == first or (titled and not _names(t, first, last)):
        return None
    if item > 1 and t.low[item - 1] in LINKING and plural_of(t.low[item - 2]) & (ROLE | BODY):
        whole = phrase_ending_at(t, item - 2)
        return whole and (whole[0], last)
    return None if item and t.tag[item - 1] & PREPOSITION else (item, last)


def enumerated(t: Tokens, start: int, phrase: Phrase) -> Phrase | None:
    """A list that opens the sentence and ends with a phrase: "The owners, their insurers and | the guild | warned".

    Of places it is of who is there ("Sailors in Orla, | Vance and Ray | say"), of what an office is for it is of who
    holds it ("Mr Moss, Professor of Piano, | Organ and Theory | said").
    """
    first, last = phrase
    ahead = range(start, first)
    ends = first and (t.low[first - 1] == "and" or (t.tag[first - 1] & COMMA and "and" in t.low[first:last]))
    if not ends or len(ahead) > FARTHEST or any(t.tag[at] & (NEW_CLAUSE | TIME) for at in ahead):
        return None
    commas = [at for at in ahead if t.tag[at] & COMMA]
    if not commas or phrase_from(t, start) is None:
        return None
    office = next((at for at in commas if t.tag[at + 1] & PERSON and t.tag[at + 2] & PREPOSITION), 0)
    if office:
        return over_apposition(t, office)
    items = [start, *(at + 1 for at in commas if at + 1 < first), first]
    several = any(t.low[at] == "and" and t.tag[at + 1] & DETERMINER for at in range(first - 1, last))
    # "The owners, their insurers, Orla Mills and the guild"
    many = CAPITAL if len(items) + ("and" in t.low[first:last]) > 3 else 0
    crowds = (t.tag[at] & (DETERMINER | many) or t.low[at].endswith("s") for at in items[1:])
    if several and all(crowds):
        return start, last
    place = next((at for at in range(start, commas[0]) if t.tag[at] & PREPOSITION), 0)
    crowd = place > start and t.low[place - 1].endswith(("s", "men", "people"))
    known = plural_of(t.low[place - 1]) & ROLE  # "Envoys from the | oil, gas and coal trades | say"
    listed = (t.tag[at] & (CAPITAL | COMMA | NUMBER) or t.low[at] == "and" for at in range(place + 2, last + 1))
    named = t.tag[place + 1] & (CAPITAL | WORD) and (known or all(listed))
    return (start, last) if crowd and named else None


_WITH = (["accompanied", "by"], ["along", "with"], ["joined", "by"], ["together", "with"])
"""Behind who speaks, before those beside them: "Ann Lee, | together with | Tom Ray, and Bo Moss, said"."""


def series(t: Tokens, start: int, verb: int) -> Phrase | None:
    """Several who open the sentence one by one, a comma before the last: "Ann Lee, 17, Tom Ray, and Bo Moss | said".

    The last is a name: "Ann Lee, a nurse, and a mother of two, said" tells of one.
    """
    end = verb - bool(t.tag[verb - 1] & COMMA)
    near = range(end - 2, max(start + 1, end - FARTHEST), -1)
    joint = next((at for at in near if t.low[at] == "and" and t.tag[at - 1] & COMMA), 0)
    if not joint or end - start > 2 * FARTHEST or any(tag & (NEW_CLAUSE | TIME) for tag in t.tag[start:end]):
        return None
    last = next((at - 1 for at in range(joint + 1, end) if t.tag[at] & COMMA), end - 1)
    before = next(at for at in range(start, joint) if t.tag[at] & COMMA) - 1
    opens = t.tag[before] & (CAPITAL | PERSON) and phrase_from(t, start) == (start, before)
    if opens and t.low[before + 2 : before + 4] in _WITH:
        return start, before
    closed = last == end - 1 or t.tag[verb - 1] & COMMA
    named = t.tag[last] & CAPITAL and not t.tag[joint + 1] & PREPOSITION and closed
    return (start, last) if opens and named else None


def with_others(t: Tokens, phrase: Phrase) -> Phrase:
    """Somebody behind a cue with those who are named after them: "said | Ann Lee, Tom Ray, and Bo Moss |."."""
    first, last = phrase
    at, joined = last + 1, False
    while not joined and at + 1 < len(t.tag) and (t.tag[at] & COMMA or (t.low[at] == "and" and at > last + 1)):
        begin = at + 1 + (t.low[at + 1] == "and")
        joined = t.low[begin - 1] == "and"
        at = next((n for n in range(begin, len(t.tag)) if not t.tag[n] & CAPITAL), len(t.tag))
        if at == begin or not _names(t, begin, at - 1):
            return phrase
    ends = at >= len(t.tag) or t.tag[at] & (COMMA | STOP | QUOTE)
    return (first, at - 1) if joined and ends else phrase


def _names(t: Tokens, first: int, last: int) -> bool:
    """Whether a stretch of capitals is a name, with an office before it or none, rather than an office."""
    if any(tag & TIME for tag in t.tag[first : last + 1]) or t.tag[last] & PERSON:
        return False
    offices = any(tag & PERSON for tag in t.tag[first:last])
    return not offices or (not t.tag[last] & BODY and bool(t.tag[last - 1] & CAPITAL))
