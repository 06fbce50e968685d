"""What stands beside a name between commas: appositions, closed or open at their end."""

from bot.speakers.grammar.brackets import opening_bracket
from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.phrases import (
    FARTHEST,
    PERSON,
    Phrase,
    describes,
    head,
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
    Tokens,
)
from bot.words import PLACES

_TITLE = 60
"""Characters of a title."""
NEW_CLAUSE = AUXILIARY | VERB | CUE | STOP | COLON | QUOTE | DASH | SUBORDINATOR | RELATIVE
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
    phrases = [phrase for phrase in phrases if not of_place(t, *phrase)] or phrases
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


def of_place(t: Tokens, first: int, last: int) -> bool:
    """Whether one word says where the place before it is, or goes on with a name: "Orla, | D.C. |", "Moss, | Jr. |"."""
    short = first == last > 1 and (t.words(first, last)[-1] == "." or "." in t.low[last] or t.low[last] in PLACES)
    return short and bool(t.tag[first - 1] & COMMA and t.tag[first - 2] & CAPITAL)


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
        or any(t.tag[at] & NEW_CLAUSE for at in range(comma + 1, verb))
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
            return here
        elif t.tag[here] & (STOP | COLON | QUOTE) and not (titled(t, here) or _title_goes_on(t, here)):
            return -1
        here -= 1
    return -1


def _title_goes_on(t: Tokens, at: int) -> bool:
    """Whether a colon stands within the title of a work: "author of Rain|:| The Story of Moss, said"."""
    return at > 3 and bool(t.tag[at] & COLON and t.tag[at - 1] & t.tag[at + 1] & CAPITAL)
