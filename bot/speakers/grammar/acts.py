"""What counts as said only in a document of messages: what one thinks of something, tells somebody to do, or presents.

Sources: Austin, How to Do Things with Words (1962), lecture 12 (exercitives, commissives, behabitives).
"""

from bot.speakers.grammar.clauses import Report, asks, make_report, verb_group
from bot.speakers.grammar.cues import MESSAGES
from bot.speakers.grammar.objects import following, gives, takes_object
from bot.speakers.grammar.phrases import head, phrase_from
from bot.speakers.grammar.sources import agrees, can_speak, farther
from bot.speakers.grammar.subjects import governed, subject_before
from bot.speakers.grammar.tokens import BE, COMMA, MODAL, NEGATION, RELATIVE, STOP, Tokens
from bot.words import inflected, word_set

_VALUING = word_set(
    "appreciate consider deem expect favor favour hope oppose prefer recognise recognize regard regret seek support"
)
"""They take a thing or a clause: "regretted | the delay", "hopes | that", "considers | it a mistake"."""
_RATING = word_set("assess evaluate rate value")
_RATED = frozenset("favorably favourably highly positively".split())
"""They say what one thinks: "positively | assessed | the growth of trade"."""
_DIRECTING = word_set("charge direct entrust mandate require task")
"""They take somebody and what is to be done: "directed | the missions | to report", "tasked | them | with it"."""
_SHOWING = word_set("give present provide share")
"""They take an account of something: "shared | positive feedback", "presented | its plan"."""
_GIVING = word_set("draw launch make pay place put show")
"""They take a message: "launched | an appeal", "paid | tribute", "placed | on record | its thanks"."""
_NOTIFYING = word_set("name publish unveil")
"""Who has done it with a list has announced it: "has named | the winners", "has published | the timetable"."""
_LISTS = word_set(
    "date jury line-up lineup list longlist panel programme program route schedule shortlist timetable venue"
)
_ACCOUNTS = word_set(
    """
    achievements approach assessment details experience experiences feedback findings idea ideas information
    initiatives insights lessons perspective perspectives plan plans practices priorities progress proposal proposals
    strategy update updates vision
    """
)
_MESSAGES = word_set(
    "appeal apology appreciation attention commitment intention plea pledge promise recommendation tribute vow "
    "willingness"
)
_RECORDING = frozenset(["place", "put"])
_HAVE = frozenset(["has", "have"])
_JUDGING = frozenset(["consider", "deem", "regard"])
"""What is judged so is said to be so: "regards | the rate | as fair"."""
_ADDRESSEE_WITHIN = 12
"""Tokens in which "to" follows somebody who is directed."""
FORMS = {
    form: lemma
    for form, (lemma, kind) in inflected(_VALUING | _RATING | _DIRECTING | _SHOWING | _GIVING | _NOTIFYING).items()
    if kind in ("past", "third")
}


def act(t: Tokens, at: int) -> Report | None:
    """An act or an attitude in the simple past or present: "The sides | appreciated | the help"."""
    lemma, group = FORMS[t.low[at]], verb_group(t, at)
    if group.tags & (BE | MODAL | NEGATION) or group.infinitive or not _complete(t, following(t, at, lemma), lemma):
        return None
    if (lemma in _NOTIFYING and _HAVE.isdisjoint(group.lows)) or (lemma in _RATING and t.low[at - 1] not in _RATED):
        return None
    subject = subject_before(t, group.first)
    if subject and governed(t, subject):
        subject = farther(t, group.first)
    form = "third" if t.low[at].endswith("s") else "past"
    if subject is None or not can_speak(t, subject, "note") or not agrees(t, subject, form, finite=group.finite):
        return None
    if (group.first and t.tag[group.first - 1] & RELATIVE) or (subject[0] and t.low[subject[0] - 1] == "that"):
        return None  # "the plan, | which supports | the town", "was told that | the virus had required | them to"
    report = make_report(t, "act", at, subject, subject[0], at)
    judges = form == "third" and lemma in _JUDGING and _judged(t, at)
    told = lemma == "charge" and asks(t, at + 1)
    return report._replace(act=not (report.quoted or judges or told or lemma in _NOTIFYING | _RECORDING))


def _judged(t: Tokens, at: int) -> bool:
    """Whether a thing is said to be something: "regards | the rate | as fair", "deems | it | fair"."""
    thing = phrase_from(t, at + 1)
    behind = t.low[thing[1] + 1 : thing[1] + 2] if thing else []
    return behind in (["as"], ["to"]) or t.low[at] == "deems"


def _complete(t: Tokens, at: int, lemma: str) -> bool:
    """Whether the verb has what it takes behind it."""
    if at >= len(t.tag) or t.tag[at] & (COMMA | STOP):
        return False
    if lemma in _NOTIFYING:
        listed = phrase_from(t, at)
        noun = t.low[head(t, listed)] if listed else ""
        return noun in _LISTS or (noun.endswith("s") and t.low[at] == "the")
    if lemma in _RECORDING:
        return t.low[at : at + 2] == ["on", "record"] and gives(t, at + 2, MESSAGES | _MESSAGES)
    if lemma in _SHOWING or lemma in _GIVING:
        return gives(t, at, _ACCOUNTS if lemma in _SHOWING else _MESSAGES)
    if lemma in _DIRECTING:
        somebody = phrase_from(t, at)
        if somebody is None:
            return False
        return "to" in t.low[somebody[1] + 1 : somebody[1] + _ADDRESSEE_WITHIN] or "with" in t.low[at : somebody[1] + 2]
    return t.low[at] == "that" or (t.low[at] == "to" and lemma == "hope") or takes_object(t, at)
