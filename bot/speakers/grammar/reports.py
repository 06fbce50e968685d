"""Reporting clauses: who says it, by which cue, in a sentence.

A small grammar over tokens. Each pattern of `PATTERNS` has a name and an example; `reports` tries them at every cue of
a sentence and returns what it found in the order of the text. A quotation is one token here, so the same patterns
serve quoted and unquoted speech.
"""

from bot.speakers.grammar.acts import FORMS, act
from bot.speakers.grammar.beside import inserted, told_that, unlisted
from bot.speakers.grammar.clauses import CONTINUES, TOLD, Group, Report, make_report, verb_group
from bot.speakers.grammar.complements import accepts
from bot.speakers.grammar.cues import CUES, NAMING, OPINIONS, STANCES, THAT_ONLY
from bot.speakers.grammar.function_words import DECLINES
from bot.speakers.grammar.lists import with_others
from bot.speakers.grammar.modifying import no_verb
from bot.speakers.grammar.nonfinite import agent, brought_to, participle, quotes_somebody
from bot.speakers.grammar.nouns import AGENTIVE
from bot.speakers.grammar.objects import has_verb
from bot.speakers.grammar.phrases import FARTHEST, Phrase, head, phrase_from
from bot.speakers.grammar.putting import estimated, worded
from bot.speakers.grammar.reaching import named_behind, over_object
from bot.speakers.grammar.sources import (
    agrees,
    can_speak,
    described,
    farther,
    has_clause,
    is_phrase,
    of_letter,
    of_something_written,
    over_contact,
)
from bot.speakers.grammar.subjects import governed, over_adjunct, subject_before
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BE,
    BODY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    MODAL,
    NEGATION,
    OPEN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    VERB,
    WORK,
    Tokens,
)
from bot.speakers.grammar.verbless import according, opinion, punctuated
from bot.words import ADDRESS, MANNER, SAY

PATTERNS = {
    "speaker-cue-content": "Li said that China was ready.",
    "content-speaker-cue": '"We are ready," Li said.',
    "content-cue-speaker": '"We are ready," said Li.',
    "participle": "Li thanked them, adding that China was ready.",
    "coordination": "Li thanked them and said China was ready.",
    "act": "The two sides appreciated the help of China.",
    "according-to": "China is ready, according to Li.",
    "opinion": "They were of the opinion that China was ready.",
    "agent": "The plan was called a mistake by Li.",
    "colon": 'Li: "China is ready."',
    "signature": '"China is ready." - Li Keqiang',
}
_SIGN = CUE | COLON | DASH
_SOURCES = frozenset(["according", "in"])
_SIGNS = OPINIONS | STANCES | FORMS.keys() | _SOURCES | {"that"}
"""Tags and words at which a clause is looked for."""
_SHORTEST = 2
"""Tokens before ", said Moss" that may be said without a verb that is known as one."""
_VOICED = MANNER | {"complain"}
"""Verbs that take no object: ", sighed Smith"."""
_UTTERING = (
    (_VOICED | {"agree", "believe", "fear", "hope", "suspect", "think"})
    - NAMING
    - ADDRESS
    - frozenset("begin pursue resume return sing tease".split())
)
"""Of these, verbs that take nobody, either: "The dam leaks, | sighed | the mayor, Ann Moss."."""
_SAID, _SAID_OF_ALL = SAY | _UTTERING, SAY - THAT_ONLY
_INVERTED = frozenset("ask beg pledge promise swear urge vow warn".split())
"""Verbs with an object that may stand before their speaker: "..., warned Smith"; never "..., told Smith"."""


def reports(t: Tokens) -> list[Report]:
    """The reporting clauses of a sentence, in order; none for negated, future or hypothetical ones."""
    found: list[Report] = []
    signs = [at for at, (tag, low) in enumerate(zip(t.tag, t.low, strict=True)) if tag & _SIGN or low in _SIGNS]
    for at in signs:
        tag, low = t.tag[at], t.low[at]
        report: Report | None = None
        if tag & CUE and not (tag & CAPITAL and at and not _starts(t, at)):
            report = _at_cue(t, at, found)
        elif low in _SOURCES:
            report = according(t, at)
        elif tag & (COLON | DASH):
            report = punctuated(t, at)
        elif low == "that":
            report = told_that(t, at)
        elif low in OPINIONS:
            report = opinion(t, at)
        if report is None and low in STANCES:
            report = opinion(t, at)
        if report is None and low in FORMS:
            report = act(t, at)
        if report and found and report.first <= found[-1].last and report.pattern != "participle":
            same = report.source == found[-1].source and report.share > found[-1].share
            inner = not found[-1].pattern.startswith("content")
            encloses = inner and report.first < found[-1].first  # "Lee, | a vet who advised them, | said"
            if (report.quoted and not found[-1].quoted) or same or encloses:
                found[-1] = report
        elif report:
            found.append(report)
    alone = not found or all(report.act for report in found)
    beside = (unlisted(t) if '"' in t.low else inserted(t)) if alone else None
    return [beside] if beside else found


def _starts(t: Tokens, at: int) -> bool:
    return bool(t.tag[at - 1] & (QUOTE | STOP | COLON | DASH | OPEN))


def _at_cue(t: Tokens, at: int, found: list[Report]) -> Report | None:
    lemma, form = CUES[t.low[at]]
    if quotes_somebody(t, at) or t.low[at + 1 : at + 2] == ["which"] or (lemma == "propose" and "seconded" in t.low):
        return None
    if lemma == "put" and t.low[at + 1 : at + 2] == ["it"]:
        return worded(t, at)
    if lemma in ("give", "put") and (report := estimated(t, at)):
        return report
    if no_verb(t, at, form):
        return None
    group = verb_group(t, at)
    if group.tags & NEGATION and lemma == "rule" and t.low[at + 1 : at + 2] == ["out"]:  # "would not rule out a rise"
        subject = subject_before(t, group.first)
        return make_report(t, "speaker-cue-content", at, subject, subject[0], at + 1) if subject else None
    if group.tags & NEGATION or (group.infinitive and not _went_on(group)):
        return brought_to(t, at, group)
    later = "later" in group.lows  # "would later say"
    been = "been" in group.lows and form == "past" and (lemma not in SAY or "that" not in t.low[at:])
    if been or (form == "base" and group.tags & MODAL and not later):
        return None
    if form == "past" and group.tags & BE and group.tags & MODAL:  # "may be cited by the defence"
        return None
    if form == "ing" and not group.tags & BE:
        return participle(t, at, lemma, found)
    if form == "past" and group.tags & BE and not group.tags & ROLE:
        return agent(t, at, lemma)
    return _finite(t, at, lemma, form, group, found)


def _went_on(group: Group) -> bool:
    return any(low in CONTINUES for low in group.lows) and not any(low in DECLINES for low in group.lows)


def _finite(t: Tokens, at: int, lemma: str, form: str, group: Group, found: list[Report]) -> Report | None:
    first = group.first
    if first and t.low[first - 1] == "as" and form == "past" and t.low[at + 1 : at + 2] == ["by"]:
        return agent(t, at, lemma)
    subject = of_letter(t, first) or subject_before(t, first)
    then = "then" in group.lows and bool(t.tag[first - 1] & COMMA)  # "Lee offered him a seat, | then said"
    if then:
        subject = None
    written = of_something_written(t, first)
    if subject and not (
        agrees(t, subject, form, finite=group.finite) and can_speak(t, subject, lemma) and not governed(t, subject)
    ):
        subject = farther(t, first) or written or subject
    elif written and (subject is None or written[0] < subject[0]):
        subject = written  # "a statement by Tom Hall and | Ann Lee | said"
    elif subject is None and t.low[first - 1] != "who" and "who" in t.low[max(1, first - FARTHEST) : first]:
        subject = farther(t, first)
    subject = subject or over_contact(t, first)
    if subject and (not agrees(t, subject, form, finite=group.finite) or not is_phrase(t, subject, form, first)):
        if not (lemma in _SAID and t.tag[first - 1] & COMMA):
            return None
        subject = None  # "They are badly paid, | says a report |."
    met = subject and subject[1] == first - 2 and t.tag[first - 1] & COMMA and lemma not in _SAID and first == at
    doer = over_object(t, subject) if subject and met else None
    if doer:  # "Lee met the king, | thanked | him"
        pattern = accepts(t, at, lemma, form, doer)
        return make_report(t, "coordination", at, doer, first, at) if pattern else None
    if subject and form == "base" and subject[0] and t.tag[subject[0] - 1] & AUXILIARY:
        return None  # "not only do | farmers | tell"
    if subject and form == "base" and t.low[subject[0] - 1] == "that" and t.tag[subject[0] - 2] & CUE:
        return None  # "demanded that | voters | answer"
    if subject and t.low[subject[0] - 1] in ("if", "unless") and subject[0]:
        return None  # "will go if | her son | asks for it"
    if subject and not _inverts(t, at, first, lemma, subject):
        pattern = accepts(t, at, lemma, form, subject)
        if pattern:
            return make_report(t, pattern, at, subject, min(subject[0], first), at)
        if not (first and t.tag[first - 1] & (COMMA | QUOTE | DASH)):
            return None
    before = t.tag[first - 1] if first else STOP
    if (
        before & (QUOTE | COMMA | STOP | DASH | CLOSE)
        and not then
        and (form != "base" or lemma == "say")
        and (
            has_clause(t, first)
            or ((lemma == "say" or lemma in _UTTERING) and before & COMMA and first >= _SHORTEST)
            or (first == 0 and any(tag & QUOTE for tag in t.tag[at + 2 :]))
            or any(tag & QUOTE for tag in t.tag[at + 2 : at + TOLD + 4])
        )
    ):
        inverted = phrase_from(t, at + 1)
        inverted = inverted and with_others(t, named_behind(t, inverted))
        if (
            inverted
            and not (before & COMMA and _has_verb(t, at, inverted))
            and (can_speak(t, inverted, lemma) or (before & QUOTE and described(t, inverted)))
            and (before & QUOTE or first or _behind_quote(t, inverted[1]) or _apposed(t, inverted[1]))
        ):
            behind = t.tag[inverted[1] + 1] if inverted[1] + 1 < len(t.tag) else STOP
            alone = behind & STOP and (before & QUOTE or t.tag[inverted[1]] & CAPITAL)
            noun = head(t, inverted)
            agentive = t.low[noun].endswith(AGENTIVE)
            somebody = (t.tag[noun] & (CAPITAL | ROLE) or agentive) and behind & (STOP | COMMA)
            if (
                lemma in _SAID_OF_ALL
                or (lemma in _VOICED and (before & QUOTE or behind & COLON or alone))
                or (alone and before & QUOTE)
                or (lemma in _UTTERING and somebody)
                or lemma in _INVERTED
            ):
                return make_report(t, "content-cue-speaker", at, inverted, first, inverted[1])
    joined = over_adjunct(t, first - 1) if first else 0
    if (first and t.low[joined] in ("and", "but", "then")) or before & COMMA:
        pattern = accepts(t, at, lemma, form, None)
        if pattern and form != "base" and (found or then or t.tag[joined] & CONJUNCTION):
            return make_report(t, "coordination", at, None, first, at)
    return None


def _inverts(t: Tokens, at: int, first: int, lemma: str, subject: Phrase) -> bool:
    """Whether the speaker stands behind the cue and nothing else: "..., | said Jessica Calarco, | a sociologist"."""
    if first < 2 or not t.tag[first - 1] & (COMMA | QUOTE) or lemma not in _SAID:
        return False
    phrase = phrase_from(t, at + 1)
    known = CAPITAL | ROLE | BODY | WORK | PRONOUN
    if phrase is None or not t.tag[head(t, phrase)] & known or _has_verb(t, at, phrase):
        return False
    behind = phrase[1] + 1
    aside = t.tag[phrase[1]] & CAPITAL and behind < len(t.tag) and t.tag[behind] & (COMMA | STOP)
    parted = behind + 1 < len(t.tag) and t.tag[behind] & COMMA and t.tag[behind + 1] & AUXILIARY
    if lemma == "say" and first == at and parted:
        return True  # "Chad, | said the minister, | will send boats."
    if lemma == "say" and aside and not _somebody(t, subject):  # "Right now, | says Tom Hall, | boats sail."
        return True
    if subject[0] == 0 and t.tag[subject[1] + 2] & RELATIVE:
        return False  # "May, whose work it is, | said | the pupils who rowed were glad"
    bare = t.low[0].endswith("s") and not t.tag[0] & DETERMINER and not any(tag & COMMA for tag in t.tag[: first - 1])
    if (
        subject[0] == 0
        and not bare
        and not any(tag & (QUOTE | CUE | AUXILIARY | VERB | RELATIVE) for tag in t.tag[:first])
    ):
        return False  # "The FCO, the Card Federation, | has announced | the winners."
    if not has_clause(t, first):
        return False
    ends = behind >= len(t.tag) or bool(t.tag[behind] & (COMMA | STOP | OPEN)) or t.low[behind].endswith("ing")
    placed = lemma == "say" and not ends and t.tag[behind] & PREPOSITION and not has_verb(t, behind + 1)
    return bool(ends or placed) or t.low[behind] == "who"


def _has_verb(t: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether what stands behind a cue is what is said: "who run it, say | the change | is"."""
    behind = t.tag[phrase[1] + 1] if phrase[1] + 1 < len(t.tag) else STOP
    return bool(behind & (AUXILIARY | QUOTE)) and not t.tag[at - 1] & QUOTE


def _somebody(t: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase can name somebody or some body: a capital that only opens the sentence does not tell."""
    known = CAPITAL | ROLE | BODY | WORK | PRONOUN
    return phrase[0] == phrase[1] or any(t.tag[n] & known for n in range(max(1, phrase[0]), phrase[1] + 1))


def _apposed(t: Tokens, last: int) -> bool:
    """Whether an apposition and then a quotation follow: "Said Smith, who lives there, | “...”"."""
    quote = next((at for at in range(last + 2, len(t.tag)) if t.tag[at] & QUOTE), 0)
    return quote > 0 and bool(t.tag[last + 1] & COMMA and t.tag[quote - 1] & (COMMA | COLON))


def _behind_quote(t: Tokens, last: int) -> bool:
    told = last + 1 < len(t.tag) and t.low[last + 1] == "to"  # "Said the fox | to the gander, “...”"
    return any(tag & (QUOTE | COLON) for tag in t.tag[last + 1 : last + (7 if told else 4)])
