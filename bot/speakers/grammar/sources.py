"""Whether a noun phrase can be who says it: somebody, some body, something written, and the subject of its cue."""

from bot.speakers.grammar.appositions import of_place
from bot.speakers.grammar.cues import CORE
from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.nouns import AGENTIVE
from bot.speakers.grammar.phrases import COUNTS, FARTHEST, Phrase, head, phrase_ending_at, phrase_from
from bot.speakers.grammar.subjects import first_subject, governed
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CAPITAL,
    CLOSE,
    COMMA,
    CONJUNCTION,
    CUE,
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
from bot.words import word_set

_NEW_CLAUSE = COMMA | STOP | QUOTE | AUXILIARY | VERB | CUE | SUBORDINATOR | RELATIVE | CONJUNCTION
_APART = _NEW_CLAUSE & ~(CUE | CONJUNCTION | VERB)
"""What ends what hangs on a noun."""
_NEW_VERB = _NEW_CLAUSE & ~(COMMA | CONJUNCTION)
_SENT = frozenset(["addressed", "sent", "to"])
"""Between something written and whom it is to."""
_SHORT = 3
"""Tokens that no clause with an object has less of."""
_LONG = 12
"""Tokens that no noun phrase has."""
_PARTITIVE = frozenset("couple dozens handful hundreds majority minority number scores thousands".split())
"""Heads that count what stands behind them: "a | majority | of members"."""
_OF_THINGS = frozenset(
    """
    add advise argue call caution claim clarify conclude criticise criticize describe detail emphasise emphasize
    estimate explain find highlight insist maintain mention note observe outline propose recommend reiterate report
    say show state stress suggest tell urge warn
    """.split()
)
"""What "it" can do, which stands for something written or some body before."""
_OF_MAKERS = frozenset(["issue", "post", "record", "send", "share", "tweet", "write"])
"""What is done with something written, which does not do it itself."""
_OF_SOMEBODY = word_set(
    """
    announce apologise apologize argue assert complain concede confess contend deny dismiss grumble
    insist joke pledge regret reiterate vow warn
    """
)
"""What nobody does but somebody or some body, whatever its noun: "The brewery | denied | that its beer was thin"."""
_APT = frozenset("aware close familiar present privy".split())
"""What those are who need no name: "officials | close | to the talks"."""
_CONTACT = frozenset("he i she they we you".split())
_SUBJECTS = frozenset("he i it she they we you".split())
PLURAL = frozenset("they we i you who people police many some others several both few most two three four".split())


def can_speak(t: Tokens, phrase: Phrase, lemma: str) -> bool:
    """Whether a phrase can be who says it: somebody, some body, something written; anything for the plainest cues."""
    first, last = phrase
    tag, low = t.tag[last], t.low[last]
    if low.endswith("-old"):
        return True
    if first == last and (low == "the" or (low.count("-") > 1 and not tag & (CAPITAL | ROLE))):
        return False  # "The | proposed rules", "| state-of-the-art | reports"
    if t.low[first] == "no" and tag & NUMBER:
        return True  # "No 10"
    little = low in ("less", "little", "much") and not tag & CAPITAL
    if little or low in ("nobody", "none", "nothing", "neither") or t.low[first] in ("no", "nobody", "neither"):
        return False
    noun = head(t, phrase)
    if t.low[noun] in _PARTITIVE and t.low[noun + 1 : noun + 2] == ["of"]:
        noun = last
    if not tag & CAPITAL or not t.tag[noun] & CAPITAL:
        tag, low = t.tag[noun], t.low[noun]
    points = lemma == "point" and "out" in t.low[last + 1 : last + _LONG]
    if low in ("it", "this", "that", "which", "there") and not (lemma in _OF_THINGS or points):
        return False
    if low in ("there", "this", "that", "what", "i") and last == first and low != "i":
        return False
    if lemma in _OF_MAKERS and tag & WORK and not tag & (CAPITAL | ROLE | BODY) and low != "account":
        return False  # "A video | posted by the group | showed"
    if tag & (CAPITAL | ROLE | BODY | WORK | TITLE) or (tag & PRONOUN and low != "it"):
        return True
    if tag & CLOSE or low in COUNTS or plural_of(low) & ROLE:
        return True
    if any(t.tag[i] & (ROLE | BODY | WORK | TITLE) and not t.tag[i] & POSSESSIVE for i in range(first, noun + 1)):
        return True
    of_those = t.low[first + 1 : first + 3] == ["of", "those"]  # "several | of those present"
    acts = lemma in _OF_SOMEBODY and tag == WORD and t.tag[first] & DETERMINER and _has_verb(t, last + 1)
    return bool(of_those or acts or lemma in CORE or low == "it" or low.endswith(AGENTIVE))


def _has_verb(t: Tokens, at: int) -> bool:
    """Whether a verb stands at `at`: "the mill | announced that", not "the plan | announced today"."""
    apart = at + 2 < len(t.tag) and bool(t.tag[at] & (ADVERB | COMMA))
    if at >= len(t.tag) or not t.tag[at + apart] & CUE:
        return True
    behind = t.tag[at + apart + 1] if at + apart + 1 < len(t.tag) else STOP
    goes_on = behind & ~(ROLE | BODY | WORK) != WORD or t.low[at + apart + 1].endswith(
        "s"
    )  # not "a large | pledged sum"
    given = behind & (TIME | ADVERB | COMMA | STOP) or t.low[at + apart + 1] == "by"
    near = t.low[at : at + FARTHEST]
    given = given or (behind & PREPOSITION and "that" not in near)  # "a deal | announced in the morning"
    return goes_on and not given and not t.tag[at] & COMMA


def described(t: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase may be somebody beside very words, whatever its noun: "“Who rang?” thundered | the abbot |."."""
    noun = t.tag[head(t, phrase)]
    return bool(t.tag[phrase[0]] & DETERMINER) and noun & ~CAPITAL == WORD


def agrees(t: Tokens, subject: Phrase, form: str, *, finite: bool) -> bool:
    """Present forms need a subject of their number: "prosecutors say", "the report claims".

    `finite` is False behind an auxiliary or "to", where nothing agrees.
    """
    if form == "past" or not finite:
        return True
    if form == "third" and t.tag[subject[1]] & NUMBER and not t.tag[subject[1] - 1] & CAPITAL:
        return False  # "Moss averages 18.5 | points"
    noun = head(t, subject)
    noun -= t.low[noun] in _APT
    noun = subject[1] if t.low[noun] in _PARTITIVE and t.low[noun + 1 : noun + 2] == ["of"] else noun
    low, tag = t.low[noun], t.tag[noun]
    plural = (
        low in PLURAL
        or low.endswith("men")
        or (low.endswith("s") and not low.endswith(("ss", "us", "is")) and not tag & CAPITAL)
    )
    plural = (
        plural or any(t.low[i] in ("and", "&") for i in range(subject[0], subject[1])) or t.low[subject[0]] == "those"
    )
    if form == "base":
        said = next((at for at in range(noun + 1, min(len(t.tag), noun + FARTHEST)) if t.low[at] == "say"), noun)
        if said > noun and tag & CAPITAL and not t.tag[said - 1] & DETERMINER and (noun or t.words(0, 0).isupper()):
            return True  # "The Orla Choir | say", as in Britain; not "have a say"
        plural = plural or _people(t, subject)
        return plural or (low.endswith("s") and bool(tag & CAPITAL))
    return not plural or low == "who" or bool(tag & CAPITAL and not tag & PRONOUN)


def _people(t: Tokens, subject: Phrase) -> bool:
    """Whether a people or a kind of people opens a clause: "The Maya | say", "the poor | say they", not "the mayor"."""
    first, last = subject
    opens = not first or bool(t.tag[first - 1] & (COMMA | STOP | QUOTE | CONJUNCTION))
    known = t.tag[last] & (ROLE | TITLE | BODY | WORK | POSSESSIVE | NUMBER)
    behind = t.tag[last + 2] if last + 2 < len(t.tag) else STOP
    sure = t.low[last + 1 : last + 2] == ["say"] or any(tag & AUXILIARY for tag in t.tag[last + 3 : last + 8])
    clause = behind & (PRONOUN | COMMA | QUOTE) or t.low[last + 2 : last + 3] == ["that"]
    clause = clause or (behind & (DETERMINER | CAPITAL) and sure)
    plain = first < last == head(t, subject) and not any(tag & POSSESSIVE for tag in t.tag[first:last])
    return opens and t.low[first] == "the" and plain and not known and bool(clause)


def is_phrase(t: Tokens, subject: Phrase, form: str, verb: int) -> bool:
    """Whether a subject is one, and what looks like a verb behind it is not its noun: "Clinton's | remarks"."""
    if subject[1] != verb - 1 or form in ("past", "ing"):
        return True
    tag = t.tag[subject[1]]
    if tag == WORD and form == "third" and t.low[subject[1] - 1] == "to":
        return False  # "uses it to gather | posts"
    if form == "base" and tag == WORD and t.tag[subject[1] - 1] & PREPOSITION:
        return not t.low[subject[1]].endswith(("al", "ic", "ive", "ous"))  # "rules for | global | claims"
    if (
        form == "third"
        and tag & POSSESSIVE
        and tag & CAPITAL
        and (t.low[verb] in CORE or t.low[verb + 1 : verb + 2] == ["that"])
    ):
        return True  # "Baker's | warns that bread is dear"
    return not tag & POSSESSIVE and (not tag & DETERMINER or bool(tag & PRONOUN) or t.low[subject[1]] in COUNTS)


def farther(t: Tokens, verb: int) -> Phrase | None:
    """The subject over what hangs on it: "a textbook | for schools | explains", "Lee |, in a letter, | said"."""
    if apt := _apt(t, verb):
        return apt
    subject = first_subject(t, verb)
    if subject is None or subject[1] + 1 >= verb:
        return subject if subject and subject[1] + 1 == verb else None
    near = range(max(subject[1] + 2, verb - FARTHEST), verb - 1)
    lands = [at for at in near if of_place(t, at, at) and t.tag[at + 1] & COMMA]
    passed = {n for at in lands for n in (at - 1, at, at + 1)}  # "The sign in Orla|, N.H.,| says"
    between = [at for at in range(subject[1] + 1, verb) if at not in passed] if lands else range(subject[1] + 1, verb)
    first = between[0]
    if len(between) > 2 and t.tag[first] & COMMA and t.tag[first + 1] & PREPOSITION:
        inside = any(t.tag[at] & COMMA for at in between[1:-1])  # "Ann Lee, in her letter | said"
        if t.tag[verb - 1] & COMMA or not inside:
            return subject
    crowd = phrase_from(t, first + 1) if t.tag[subject[1]] & PRONOUN and t.low[first] in ("at", "from", "in") else None
    if crowd and crowd[1] == verb - 1:
        return subject[0], crowd[1]  # "Many | in the crowd | said"
    if t.low[first] in ("who", "whose") and subject[0] == 0:  # "Residents | who were moved out in May | complain"
        return None if any(t.tag[at] & _APART & ~(AUXILIARY | SUBORDINATOR) for at in between[1:]) else subject
    participle = t.low[first].endswith(("ed", "ing")) or t.low[first] in PARTICIPLES
    opens = participle or t.tag[first] & (PREPOSITION | ADVERB | OPEN)
    clause = (
        t.tag[at] & _NEW_CLAUSE
        and not (
            t.tag[at] & PREPOSITION and (t.low[at] == "for" or t.tag[at + 1] & NUMBER)
        )  # "Nurses hired | before 1980 | say"
        for at in between
        if not (at == first and participle) and not (t.low[at] == "and" and t.tag[at - 1] & (CAPITAL | CLOSE))
    )
    if not opens or any(clause):
        return None
    return (subject[0], verb - 1) if t.low[first : first + 2] == ["of", "those"] else subject


def _apt(t: Tokens, verb: int) -> Phrase | None:
    """Several people over what they are known by: "It is late, | people | familiar with the talks | say"."""
    near = max(0, verb - _LONG)
    begins = next((n + 1 for n in range(verb - 1, near - 1, -1) if t.tag[n] & (COMMA | QUOTE)), 0)
    apts = (n for n in range(max(begins, near) + 1, verb - 1) if t.low[n] in _APT and t.tag[n + 1] & PREPOSITION)
    apt = next(apts, 0)
    several = phrase_ending_at(t, apt - 1) if apt else None
    known = several and several[0] == begins and t.low[apt - 1].endswith(("s", "people"))
    return (begins, verb - 1) if known else None


def over_contact(t: Tokens, verb: int) -> Phrase | None:
    """The subject on which a clause hangs without "who": "Farmers | I spoke with last week | say"."""
    subject = first_subject(t, verb)
    if subject is None or subject[1] + 1 >= verb or t.low[subject[1] + 1] not in _CONTACT:
        return None
    between = range(subject[1] + 2, verb)
    verbs = (t.tag[at] & (VERB | AUXILIARY | CUE) or t.low[at].endswith("ed") for at in between)
    whole = not any(t.tag[at] & (COMMA | STOP | QUOTE | SUBORDINATOR) for at in between)
    return subject if whole and any(verbs) else None


def of_letter(t: Tokens, verb: int) -> Phrase | None:
    """Something written that opens the sentence, over whom it is to: "The message | to the king, Ann Lee, | says"."""
    near = max(1, verb - FARTHEST)
    if _SENT.isdisjoint(t.low[near:verb]) or not any(tag & WORK for tag in t.tag[near - 1 : verb]):
        return None
    subject = first_subject(t, verb)
    first = head(t, subject) if subject else 0
    if subject is None or not t.tag[first] & WORK or not first + 1 < verb < first + FARTHEST:
        return None
    between = t.tag[first + 2 : verb]
    return (subject[0], first) if t.low[first + 1] in _SENT and not any(tag & _NEW_VERB for tag in between) else None


def of_something_written(t: Tokens, verb: int) -> Phrase | None:
    """What was written, over what tells of it: "..., | a statement | issued by the office of the king | said"."""
    for at in range(verb - 2, max(0, verb - FARTHEST), -1):
        if t.tag[at] & _APART and not t.tag[at] & PREPOSITION:
            return None
        given = t.low[at + 1].endswith("ed") or t.low[at + 1] in PARTICIPLES or t.low[at + 1] == "by"
        if t.tag[at] & WORK and given:
            phrase = phrase_ending_at(t, at)
            return phrase if phrase and not governed(t, phrase) else None
    return None


def has_clause(t: Tokens, end: int) -> bool:
    """Whether what stands before token `end` has a verb, or is quoted, and so can be what is said."""
    if end > _LONG or any(
        tag & (QUOTE | VERB | AUXILIARY | CUE) or low.endswith("ed")
        for tag, low in zip(t.tag[:end], t.low, strict=False)
    ):
        return True
    if t.low[0] in _SUBJECTS and end > _SHORT:  # "They fit in a box"
        return True
    opens = not t.tag[0] & (PREPOSITION | SUBORDINATOR | ADVERB | CONJUNCTION | TIME)
    several = t.low[0].endswith("s") and not t.tag[0] & DETERMINER  # "Farmers | spray at dusk", "Cats | sleep"
    third = any(t.low[at].endswith("s") and not t.tag[at] & CAPITAL for at in range(1, end))
    return bool(opens and ((end > _SHORT and (several or third)) or (several and end == _SHORT and t.tag[1] == WORD)))
