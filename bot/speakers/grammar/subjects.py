"""Subjects: which noun phrase a verb belongs to, over relative clauses, appositions, adjuncts and datelines."""

from functools import lru_cache

from bot.speakers.grammar.appositions import comma_before, over_apposition, titled, unclosed
from bot.speakers.grammar.brackets import opening_bracket
from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.lists import enumerated, listed, series
from bot.speakers.grammar.nouns import AGENTIVE, OFFICES
from bot.speakers.grammar.phrases import (
    FARTHEST,
    Phrase,
    head,
    nominal,
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
    TITLE,
    VERB,
    WORD,
    WORK,
    Tokens,
    plural_of,
)

_ADJUNCTS = {"time": ["at", "the"], "point": ["at", "one"], "turn": ["in"], "first": ["at"]}
"""What may stand between a subject and its verb ("Smith | at the time | said"), by its last word."""
_EACH = frozenset(["all", "both", "each"])
"""What may stand behind a subject: "The mayor and the governor | both | said"."""
_ONLY_SUBJECTS = frozenset("he i she they we".split())
"""Pronouns that never hang on a preposition: "In May | he | left"."""
_NEW_CLAUSE = STOP | COLON | QUOTE | DASH | SUBORDINATOR | RELATIVE | CUE
_SKIPPED = QUOTE | COMMA | DASH | CONJUNCTION | ADVERB | OPEN | CLOSE
"""What may stand before the subject that opens a sentence."""
_LEADING = PREPOSITION | SUBORDINATOR
_NEAR = 12
"""Tokens between "by" and a name behind a comma that it governs."""
_BEFORE_OFFICE = OFFICES | frozenset("acting founding incoming managing outgoing presiding retired visiting".split())
"""What no clause opens with before an office: "| Housing | Minister Lee said"."""


def subject_before(t: Tokens, verb: int) -> Phrase | None:
    """The subject of the verb group that begins at token `verb`, looking left."""
    last = over_adjunct(t, verb - 1)
    if last > 0 and (
        t.low[last].endswith(("self", "selves"))
        or (t.low[last] in _EACH and (nominal(t, last - 1) or t.low[last - 1] in ("they", "we")))
    ):
        last -= 1
    if last < 0:
        return None
    joined = "and" in t.low[max(0, last - FARTHEST) : last]
    if joined and (all_named := series(t, _opening(t)[0], last + 1)):
        return all_named
    opening = opening_bracket(t, last) if t.tag[last] & CLOSE else 0
    if opening > 1 and t.tag[opening - 1] & COMMA:  # "Ann Lee, 76, (pictured) | says"
        last = opening - 1
    tag = t.tag[last]
    if tag & DASH and last > 1:
        aside = next((at for at in range(last - 1, max(0, last - FARTHEST), -1) if t.tag[at] & DASH), 0)
        return (phrase_ending_at(t, aside - 1) if aside else None) or over_apposition(t, last)
    if titled(t, last):  # "Lee, star of “Rain,” | said"
        return over_apposition(t, last)
    if tag & COMMA:
        return _over_relative(t, last) or _with_those(t, last) or over_apposition(t, last)
    if tag & RELATIVE and t.low[last] != "whose":
        return _antecedent(t, last)
    phrase = _acting(t, _before_relative(t, phrase_ending_at(t, last))) or _reduced(t, last, verb)
    if phrase is None:
        return None
    noun = verb + 1 < len(t.tag) and t.tag[verb + 1] & COMMA and t.tag[phrase[0]] & POSSESSIVE
    if noun and phrase[0] and t.tag[phrase[0] - 1] & PREPOSITION:
        return None  # "In his brief | remarks |, Lee welcomed them"
    several = t.low[phrase[0]] in ("a", "an") and plural_of(t.low[phrase[1]]) & ROLE
    if several and phrase[1] > phrase[0] + 1 and head(t, phrase) == phrase[1]:
        return phrase[1], phrase[1]  # "a date | organizers | said was lucky"
    opening = _opening(t)[0]
    return unclosed(t, opening, phrase, verb) or listed(t, phrase) or enumerated(t, opening, phrase) or phrase


def _before_relative(t: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The subject before a relative clause that ends at the verb: "advisers | who have run the numbers | argue"."""
    if phrase is None or t.tag[phrase[0]] & RELATIVE:
        return phrase
    for at in range(phrase[0] - 1, max(-1, phrase[0] - FARTHEST), -1):
        noun = at > 1 and bool(t.tag[at - 2] & DETERMINER)  # "the shot | that was touched in"
        if t.low[at] == "that" and (subject := _before_that(t, at, phrase[0])):
            return subject
        if t.tag[at] & (COMMA | STOP | COLON | QUOTE | DASH) or (t.low[at] == "that" and not noun):
            return phrase
        if t.low[at] in ("who", "whose") or (t.low[at] == "which" and at and not t.tag[at - 1] & (COMMA | PREPOSITION)):
            own = at + 1 < phrase[0] or not t.tag[phrase[0]] & (CAPITAL | DETERMINER | PRONOUN)
            comma = at > 1 and bool(t.tag[at - 1] & COMMA)  # "Lee, | who heads the board of the bank said"
            return (phrase_ending_at(t, at - 1 - comma) or phrase) if own else phrase
    return phrase


def _before_that(t: Tokens, that: int, end: int) -> Phrase | None:
    """What opens a clause and has another with "that" on it: "| A firm | that owns two mills in Orla says"."""
    verb = t.tag[that + 1] if that + 1 < len(t.tag) else STOP
    acts = verb & (AUXILIARY | VERB | CUE) or (verb == WORD and t.low[that + 1].endswith(("ed", "s")))
    subject = phrase_ending_at(t, that - 1) if acts and not verb & (DETERMINER | CAPITAL) else None
    opens = (
        subject is not None
        and not any(tag & SUBORDINATOR for tag in t.tag[that + 1 : end])
        and (not subject[0] or t.tag[subject[0] - 1] & (COMMA | QUOTE | CONJUNCTION))
    )
    return subject if opens else None


def _acting(t: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The subject over what it does: "the officer | leading the inquiry | said"; else the phrase."""
    verb = phrase[0] - 1 if phrase else 0
    if phrase is None or verb < 2 or not t.low[verb].endswith("ing") or t.tag[verb] & (CAPITAL | PREPOSITION):
        return phrase
    actor = phrase_ending_at(t, verb - 1)
    several = actor and plural_of(t.low[head(t, actor)]) & ROLE
    somebody = (
        actor
        and (t.tag[actor[0]] & DETERMINER or several)
        and not any(t.tag[n] & CAPITAL for n in range(actor[0] + 1, verb))
    )
    return actor if somebody else phrase


def _with_those(t: Tokens, comma: int) -> Phrase | None:
    """The subject over those who are of it: "Officials|, including Ann Lee, the mayor, and Tom Ray,| said"."""
    near = range(comma - 1, max(0, comma - FARTHEST), -1)
    of_it = next((at for at in near if t.low[at] == "including" or t.tag[at] & _NEW_CLAUSE), 0)
    return phrase_ending_at(t, of_it - 1 - bool(t.tag[of_it - 1] & COMMA)) if t.low[of_it] == "including" else None


def _reduced(t: Tokens, last: int, verb: int) -> Phrase | None:
    """The subject before a participle: "records | filed | on Sunday | show", "those | asked | said"."""
    if not (t.low[last].endswith("ed") or t.low[last] in PARTICIPLES) or t.tag[last] & CAPITAL:
        return None
    if last > 2 and t.low[last - 2 : last] == ["of", "those"]:  # "two | of those asked | said"
        return last - 3, last
    return phrase_ending_at(t, last - 1) if last < verb - 1 else None


def _over_relative(t: Tokens, comma: int) -> Phrase | None:
    """Who opens the sentence, where all up to the comma is of them: "Lee | who won twice, in May, | said"."""
    subject = first_subject(t, comma)
    if subject is None or comma - subject[1] > FARTHEST:
        return None
    who = subject[1] + 1
    acts = t.tag[who] & CUE and t.low[who].endswith("ing") and comma_before(t, comma) < who
    if acts and not any(tag & (QUOTE | PRONOUN | COLON) for tag in t.tag[who:comma]):
        return subject  # "Ann Lee | speaking at the fair, | said"
    if t.tag[who] & OPEN:  # "Orla Hall (OH), | who run it, | say"
        who = next((at + 1 for at in range(who, comma) if t.tag[at] & CLOSE), who)
        who += bool(t.tag[who] & COMMA) and who < comma
    elif t.tag[who] & COMMA and who < comma:
        who += 1
    if t.low[who] != "who":
        return None
    inner = comma_before(t, comma)
    beside = phrase_ending_at(t, comma - 1) if inner > who else None
    if beside and beside[0] == inner + 1 and not t.tag[subject[1]] & CAPITAL and t.tag[beside[0]] & CAPITAL:
        return beside  # "The mother of the boy who fell, | Ann Lee |, said"
    ends = QUOTE | STOP | COLON | (PRONOUN | CUE if inner > who else 0)
    return None if any(tag & ends for tag in t.tag[who + 1 : comma]) else subject


def over_adjunct(t: Tokens, last: int) -> int:
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


def governed(t: Tokens, phrase: Phrase) -> bool:
    """Whether a preposition stands before a phrase: then it is no subject."""
    before = phrase[0] - 1
    if before > 1 and t.low[before] == "and" and t.tag[before - 1] & CLOSE:
        left = phrase_ending_at(t, before - 1)  # "a study by the bank (BK) and | the union |"
        before = left[0] - 1 if left else before
    while before > 0 and t.tag[before] & DETERMINER and not t.tag[before] & PREPOSITION:
        before -= 1
    if before >= 0 and t.tag[before] & COMMA:  # "in a statement by his adviser, | Ann Lee |, said"
        near = range(before - 1, max(0, before - _NEAR), -1)
        by = next((at for at in near if t.low[at] == "by" or t.tag[at] & (COMMA | STOP | QUOTE)), 0)
        return t.low[by] == "by" and bool(t.tag[by - 1] & WORK)
    return before >= 0 and bool(t.tag[before] & PREPOSITION)


def _antecedent(t: Tokens, relative: int) -> Phrase | None:
    """What "who" or "which" stands for: the phrase before it, also over a comma."""
    before = relative - 1
    if before >= 0 and t.tag[before] & COMMA:
        if comma_before(t, before) >= 0:
            return over_apposition(t, before)
        whole = phrase_ending_at(t, before - 1)
        return _nearest_name(t, whole) if whole and t.low[relative] == "who" else whole
    phrase = phrase_ending_at(t, before)
    several = t.low[before] == "people" or plural_of(t.low[before]) & ROLE
    noun = head(t, phrase) if phrase else before
    named = (t.tag[noun] | plural_of(t.low[noun])) & (CAPITAL | ROLE | BODY)
    if several and t.low[relative] == "who" and not named:
        return before, before  # "awarded damages to | people | who say"
    return phrase


def _nearest_name(t: Tokens, phrase: Phrase) -> Phrase:
    """Who hangs on a thing, of which "who" never tells: "a big deal for | Ann Lee |, who says", else the phrase."""
    noun, last = head(t, phrase), phrase[1]
    somebody = (t.tag[noun] | plural_of(t.low[noun])) & (CAPITAL | ROLE | BODY) or t.low[noun].endswith(AGENTIVE)
    if somebody or not t.tag[last] & CAPITAL:
        return phrase
    first = last
    while t.tag[first - 1] & CAPITAL:
        first -= 1
    return first, last


def first_subject(t: Tokens, before: int) -> Phrase | None:
    """The subject of the sentence: the first noun phrase that no preposition or conjunction opens."""
    at, phrase = _opening(t)
    return phrase if at < before else None


@lru_cache(maxsize=4)  # every verb of a sentence asks for it
def _opening(t: Tokens) -> tuple[int, Phrase | None]:
    """The subject of the sentence, and the token at which it is found."""
    at, size = 0, len(t.tag)
    while at < size:
        tag = t.tag[at]
        if tag & _SKIPPED and not tag & DETERMINER:
            at += 1
            continue
        acts = t.low[at].endswith(("ing", "ed")) and not tag & ROLE
        office = t.low[at] in _BEFORE_OFFICE and at + 1 < size and t.tag[at + 1] & (ROLE | TITLE)
        opens = tag & _LEADING or (acts and not office)
        named = tag & CAPITAL and at + 1 < size and t.tag[at + 1] & PREPOSITION  # "Lee | on Tuesday said"
        opens = opens or (not named and any(tags & TIME for tags in t.tag[at : at + 3]))
        since = at and t.low[at - 1 : at + 1] == ["now", "that"]
        if since or (opens and not (tag & DETERMINER and not any(tags & TIME for tags in t.tag[at : at + 4]))):
            ends = _ONLY_SUBJECTS if tag & PREPOSITION and not tag & SUBORDINATOR else ()
            at += 1
            while at < size and not t.tag[at] & (COMMA | QUOTE) and t.low[at] not in ends:
                at += 1
            continue
        phrase = phrase_from(t, at)
        apart = at and t.tag[at - 1] & COMMA and at + 1 < size and t.tag[at + 1] & COMMA
        placed = (tag & NUMBER or "." in t.low[at]) and apart  # "On July 3, | 2019 |, he", "In Orla, | N.H. |, he"
        if phrase and not placed:
            return at, phrase
        at += 1
    return size, None
