"""What stands beside a name between commas: appositions, closed or open at their end, and lists of names."""

from bot.speakers.grammar.edges import behind_dateline
from bot.speakers.grammar.function_words import LINKING, PARTICIPLES
from bot.speakers.grammar.phrases import (
    FARTHEST,
    PERSON,
    Phrase,
    describes,
    head,
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
    OBJECT,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WORD,
    Tokens,
    plural_of,
)

_TITLE = 60
"""Characters of a title."""
_NEW_CLAUSE = AUXILIARY | VERB | CUE | STOP | COLON | QUOTE | DASH | SUBORDINATOR | RELATIVE
"""What no apposition has."""


def over_apposition(t: Tokens, comma: int) -> Phrase | None:
    """The subject before what stands between commas: "Walsh, 42, a lecturer from York, | said"."""
    found: list[Phrase] = []
    end = comma
    for _ in range(7):
        begin = comma_before(t, end)
        first = begin + 1
        while first < end and t.tag[first] & (CONJUNCTION | ADVERB) and not t.tag[first] & DETERMINER:
            first += 1
        apart = begin >= 0
        if found and begin >= 0 and t.tag[begin + 1] & CONJUNCTION:
            break  # "Thanking Lund, and the crew, the captain, Ann Lee, | said"
        if first < end:
            first += begin < 0 and t.low[first] == "as" and first + 1 < end
            told = (
                at
                for at in range(first + 1, end)
                if t.low[at] == "who" or (t.low[at] == "that" and t.tag[at - 1] & BODY)
            )
            who = next(told, end)
            phrase = phrase_ending_at(t, who - 1)  # "the vet | who saw it|, Ann Lee, said"
            modifies = (
                bool(t.tag[first] & (RELATIVE | PREPOSITION | NUMBER | SUBORDINATOR | OBJECT))
                or (t.low[first].endswith(("ing", "ed")) and not describes(t, first))
                or t.low[first] in PARTICIPLES
            )
            appended = apart and (
                bool(t.tag[first] & (DETERMINER | ROLE))
                or any(t.tag[at] & ROLE for at in range(first, min(first + 5, end)))
                or (t.low[first + 1] == "of" and not t.tag[first] & CAPITAL)
            )
            office = t.tag[phrase[0] - 1] if phrase and phrase[0] > first and not apart else 0
            if office & ROLE and not office & CAPITAL:
                modifies = False  # "After the vote council spokesman | Tom Hall |, of Orla, said"
            timed = phrase is not None and all(t.tag[at] & (TIME | NUMBER) for at in range(phrase[0], phrase[1] + 1))
            if found and t.tag[first] & RELATIVE and apart:
                if t.tag[found[-1][0] - 1] & CONJUNCTION:
                    break  # "It is Lee's, who was in bed, and | the constable, Ann Moss, | said"
                found.clear()  # "Lee, who was seen by his deputy, Ann Moss, | said"
            if phrase and not modifies and not timed:
                several = "and" in t.low[slice(*phrase)] and found[1:] and "and" not in t.low[slice(*found[-1])]
                if several and t.tag[found[-1][0]] & DETERMINER:
                    break  # "After talks with Peru, Chile and Mali, the chair, Ann Lee, | said"
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
    """The phrase that names somebody, without a preposition in it before one with, else the first one.

    The first such phrase, but behind an office the last one: "A spokesman for Trade, Law and Sport, | Ann Lee".
    """
    phrases = [(first, last) for first, last in phrases if first < last or "." not in t.low[last]]  # "Orla, | D.C."
    if phrases[1:] and _placed_body(t, *phrases[:2]):
        return phrases[0]  # "The Institute of Law at Orla University, San Vance, | said"
    plain = [phrase for phrase in phrases if head(t, phrase) == phrase[1]]
    if phrases and t.tag[phrases[0][0]] & DETERMINER and t.tag[head(t, phrases[0])] & PERSON:
        plain.reverse()
    for first, last in [*plain, *phrases]:
        end = last
        if t.tag[last] & CLOSE:  # "Ann Lee (Chad)"
            end = next((at - 1 for at in range(last, first, -1) if t.tag[at] & OPEN), last)
        names = [
            at
            for at in range(first, end + 1)
            if t.tag[at] & CAPITAL and not t.tag[at] & (PERSON | POSSESSIVE | BODY | TIME)
        ]
        king = end > first and t.tag[end] & t.tag[end - 1] & CAPITAL and not t.tag[end - 1] & (PERSON | BODY)
        if (names and names[-1] == end) or (king and t.tag[end] & PERSON and not t.tag[end] & BODY):
            return first, last
    return phrases[0] if phrases else None


def _placed_body(t: Tokens, body: Phrase, behind: Phrase) -> bool:
    """Whether a body stands before the name of a place: "The Institute of Law at Orla University|, San Vance|"."""
    noun = t.tag[head(t, body)]
    return bool(noun & BODY and not noun & PERSON and t.tag[behind[0] - 2] & BODY) and body[1] < behind[0] - 2


def unclosed(t: Tokens, start: int, phrase: Phrase, verb: int) -> Phrase | None:
    """The name that opens a sentence, where all behind its comma tells who it is.

    No comma closes it: "Ann Moss, a nurse and a mother | said", "Lee, Director for Law, Trade and Sport at UCI | said".
    """
    if phrase[0] < 3:
        return None
    opening = phrase_from(t, start)
    if opening is None or opening[1] + 2 >= phrase[1] or opening[1] >= phrase[0] or not _is_name(t, opening):
        return None
    office = t.tag[head(t, opening)]
    if t.tag[opening[0]] & DETERMINER and office & CAPITAL and office & PERSON:
        return None  # "The President of the Guild of Orla, | Ann Moss | said"
    comma = opening[1] + 1
    if (
        not t.tag[comma] & COMMA
        or verb - comma > FARTHEST
        or any(t.tag[at] & _NEW_CLAUSE for at in range(comma + 1, verb))
    ):
        return None
    if t.tag[comma + 1] & NUMBER and t.low[comma + 3] == "of":
        return opening  # "Ann Moss, 49, of Orla | said"
    if t.low[comma + 1] == "of":
        return opening  # "Ann Moss, of the auditors RSM | said"
    if _placed(t, opening, comma + 1, verb):
        return opening  # "Ann Moss of Orla, Ohio | said"
    held = next((at for at in range(comma + 1, min(comma + 7, verb)) if t.tag[at] & PERSON), 0)
    leads = t.tag[comma + 1] & (PREPOSITION | NUMBER | CONJUNCTION) and not t.tag[comma + 1] & CAPITAL
    listed = held and t.tag[held + 1] & CAPITAL and not t.tag[held + 1] & (PERSON | BODY)
    return opening if held and not leads and not listed else None


def _placed(t: Tokens, opening: Phrase, first: int, verb: int) -> bool:
    """Whether a place where somebody is from goes on with its land: "Ann Moss of Orla, | South Carolina |"."""
    land = verb - first < 4 and all(t.tag[at] & CAPITAL and not t.tag[at] & PERSON for at in range(first, verb))
    return land and any(t.low[at] in ("from", "in", "of") for at in range(*opening))


def _is_name(t: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is the name of somebody, of two words or with a title."""
    first, last = phrase
    return first < last and bool(t.tag[first] & t.tag[last] & CAPITAL) and not t.tag[last] & (TIME | BODY | DETERMINER)


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
    if not ends or len(ahead) > FARTHEST or any(t.tag[at] & (_NEW_CLAUSE | TIME) for at in ahead):
        return None
    if any(t.tag[at] & OPEN and not (t.tag[at + 1] & CAPITAL and t.tag[at + 2] & CLOSE) for at in ahead):
        return None
    commas = [at for at in ahead if t.tag[at] & COMMA]
    if not commas:
        return None
    if phrase_from(t, start) is None:
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


def series(t: Tokens, start: int, verb: int) -> Phrase | None:
    """Several who open the sentence one by one, a comma before the last: "Ann Lee, 17, Tom Ray, and Bo Moss | said".

    The last is a name: "Ann Lee, a nurse, and a mother of two, said" tells of one.
    """
    end = verb - bool(t.tag[verb - 1] & COMMA)
    near = range(end - 2, max(start + 1, end - FARTHEST), -1)
    joint = next((at for at in near if t.low[at] == "and" and t.tag[at - 1] & COMMA), 0)
    if not joint or end - start > 2 * FARTHEST or any(tag & (_NEW_CLAUSE | TIME) for tag in t.tag[start:end]):
        return None
    last = next((at - 1 for at in range(joint + 1, end) if t.tag[at] & COMMA), end - 1)
    before = next(at for at in range(start, joint) if t.tag[at] & COMMA) - 1
    opens = t.tag[before] & (CAPITAL | PERSON) and phrase_from(t, start) == (start, before)
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


def titled(t: Tokens, at: int) -> bool:
    """Whether a token is a title in quotation marks, as of a book: "author of | “Rain”"."""
    if not (t.tag[at] & QUOTE and at and t.tag[at - 1] & (POSSESSIVE | PREPOSITION)):
        return False
    words = t.text[t.start[at] : t.end[at]].strip("\"“”'‘’`,. ")
    return len(words) < _TITLE and words[:1].isupper()


def comma_before(t: Tokens, at: int) -> int:
    """The comma (or dash) before token `at` in the same clause, -1 if there is none."""
    here = at - 1
    while here >= 0 and at - here < FARTHEST:
        if t.tag[here] & CLOSE:
            here = opening_bracket(t, here)
        elif t.tag[here] & (COMMA | DASH):
            return here if t.tag[here] & COMMA or behind_dateline(t) != here + 1 else -1
        elif t.tag[here] & (STOP | COLON | QUOTE) and not titled(t, here):
            title = here > 3 and t.tag[here] & COLON and t.tag[here - 1] & t.tag[here + 1] & CAPITAL
            if not title:  # "author of Rain: The Story of Moss|, said"
                return -1
        here -= 1
    return -1
