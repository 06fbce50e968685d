"""Clauses beside very words, whatever their verb: "“Never!” she thundered", "The premier challenged them: “No.”"."""

from bot.speakers.grammar.appositions import over_apposition
from bot.speakers.grammar.clauses import Report, make_report, verb_group
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.function_words import DECLINES, PARTICIPLES
from bot.speakers.grammar.nonfinite import with_actor
from bot.speakers.grammar.nouns import AGENTIVE
from bot.speakers.grammar.objects import has_verb
from bot.speakers.grammar.phrases import Phrase, head, phrase_ending_at, phrase_from
from bot.speakers.grammar.sources import can_speak
from bot.speakers.grammar.subjects import first_subject, subject_before
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CAPITAL,
    COLON,
    COMMA,
    CUE,
    DETERMINER,
    MODAL,
    NEGATION,
    OPEN,
    POSSESSIVE,
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
from bot.words import ADDRESS, MANNER, SAY

_NOBODY = frozenset(["it", "that", "there", "this"])
_LEARNT = frozenset(
    """
    allowed appeared caused demanded demonstrated determined died discovered dreamed emerged ensured expected
    figured gathered guaranteed guessed happened heard ignored imagined insured learned needed noticed
    perceived pretended proved realised realized recognised recognized remembered required seemed turned
    verified wanted wished
    """.split()
)
"""What takes "that" and is not said: what one finds out, brings about, or wants."""
_PARTICLES = [["back"], ["in"], ["off"], ["on"], ["out"], ["up"]]
"""What a verb may have with it before its speaker: "chimes | in | Moss"."""
_TAG = 10
"""Tokens of who speaks before a verb of any kind, at most."""
_COMES = frozenset(["came", "comes"])
"""Before what was uttered and by whom: "“Stop!” | came | the cry from Moss"."""
_ASIDE = 12
"""Tokens between commas behind a name."""
_WISHES = frozenset(["hoped", "tried", "trying", "wanted", "wants"])
"""Before "to ask": it was asked with the words that stand beside it."""


def told_that(t: Tokens, that: int) -> Report | None:
    """A verb of any kind between somebody and a clause with "that": "Minister Moss | furthered | that trade grows"."""
    verb = that - 1
    if verb < 1 or not t.low[verb].endswith("ed") or t.tag[verb] & (CUE | CAPITAL) or t.low[verb] in _LEARNT:
        return None
    group = verb_group(t, verb)
    subject = None if group.tags & (BE | MODAL | NEGATION) or group.infinitive else subject_before(t, group.first)
    clause = that + 1 < len(t.tag) and (t.tag[that + 1] & (DETERMINER | PRONOUN | CAPITAL) or has_verb(t, that + 1))
    if subject is None or not clause or t.low[subject[1]] in _NOBODY:
        return None
    if not t.tag[head(t, subject)] & (CAPITAL | ROLE | PRONOUN | BODY):
        return None
    return make_report(t, "speaker-cue-content", verb, subject, subject[0], verb)


def inserted(t: Tokens) -> Report | None:
    """A verb of any kind between commas, with its subject: "The wall|, Moss figured,| had been weak"."""
    for comma in range(4, len(t.tag) - 1):
        if not t.tag[comma] & COMMA or not t.low[comma - 1].endswith("ed"):
            continue
        at = comma - 1
        if t.tag[at] & (CUE | CAPITAL) or t.low[at] in _LEARNT:
            continue
        subject = phrase_ending_at(t, at - 1)
        if (
            subject is None
            or not subject[0]
            or not t.tag[subject[0] - 1] & COMMA
            or not t.tag[subject[1]] & (CAPITAL | PRONOUN | ROLE)
        ):
            continue
        behind = phrase_from(t, at + 2)
        clause = behind and behind[1] + 1 < len(t.tag) and t.tag[behind[1] + 1] & AUXILIARY
        if clause or t.tag[at + 2] & AUXILIARY:
            return make_report(t, "content-speaker-cue", at, subject, subject[0], at)
    return None


def unlisted(t: Tokens) -> Report | None:
    """A verb of any kind between somebody and their very words: "“Never!” | she thundered", "“No,” | laughs Moss"."""
    size = len(t.tag)
    for at in range(1, size):
        if t.tag[at - 1] & QUOTE:
            report = _inverted(t, at)
            if report:
                return report
        parted = t.low[at + 1 : at + 2] in _PARTICLES and (at + 2 == size or bool(t.tag[at + 2] & (STOP | COMMA)))
        described = parted or t.low[at - 1].endswith(AGENTIVE)
        if not (parted or _verbal(t, at)) or not (described or t.tag[at - 1] & (CAPITAL | ROLE | PRONOUN)):
            continue
        subject = subject_before(t, at)
        if subject is None or subject[1] != at - 1 or at - subject[0] > _TAG or t.low[at + 1 : at + 2] == ["of"]:
            continue
        ahead = at + 2 < size and t.tag[at + 1] & (COMMA | COLON) and _spoken(t, at + 2, ".,!?…")
        behind = subject[0] > 0 and _spoken(t, subject[0] - 1, ",!?…")
        if ahead or behind:
            pattern = "speaker-cue-content" if ahead else "content-speaker-cue"
            return make_report(t, pattern, at, subject, subject[0], at)
    return _led(t) or _uttered(t) or _behind(t) or _bare(t)


def _verbal(t: Tokens, at: int) -> bool:
    """Whether a token can be a verb of any kind."""
    tag, low = t.tag[at], t.low[at]
    return (low.endswith(("ed", "s")) or bool(tag & VERB)) and not tag & (
        CAPITAL | AUXILIARY | ROLE | PRONOUN | POSSESSIVE
    )


def _inverted(t: Tokens, at: int) -> Report | None:
    """A quotation, a verb of any kind and a name: "“Never!” | Laughs Moss", "“Me, too,” | chimes in Moss"."""
    opens = t.tag[at] & CAPITAL and t.low[at].endswith(("ed", "s"))
    if not _spoken(t, at - 1, ",!?…") or not (opens or _verbal(t, at)):
        return None
    name = at + 1 + (t.low[at + 1 : at + 2] in _PARTICLES)
    phrase = phrase_from(t, name) if name < len(t.tag) else None
    somebody = CAPITAL if name == at + 1 else CAPITAL | ROLE  # "“Never,” | piped up one student"
    if phrase and t.tag[phrase[0]] & DETERMINER and phrase[1] + 2 >= len(t.tag):
        somebody |= ROLE  # "“Twelve,” | corrects her son."
    if phrase is None or not (t.tag[head(t, phrase)] | t.tag[phrase[1]]) & somebody:
        return None
    giver = t.low[at] in _COMES and next((n for n in range(*phrase) if t.low[n] == "from"), 0)
    phrase = (giver + 1, phrase[1]) if giver else phrase
    ends = phrase[1] + 1 == len(t.tag) or t.tag[phrase[1] + 1] & (STOP | COMMA | OPEN | PREPOSITION)
    return make_report(t, "content-cue-speaker", at, phrase, at, phrase[1]) if ends else None


def _led(t: Tokens) -> Report | None:
    """A clause of any kind that leads with a colon to very words: "The premier then | challenged Moss: “...”"."""
    at = next((n for n in range(1, len(t.tag) - 1) if t.tag[n] & COLON and t.tag[n + 1] & QUOTE), 0)
    if not at or not _spoken(t, at + 1, ".,!?…"):
        return None
    nearest = _nearest(t, at)
    if nearest:
        return make_report(t, "colon", at, nearest, nearest[0], at)
    subject = first_subject(t, at)
    owner = subject and next((n for n in range(subject[0], subject[1]) if t.tag[n] & POSSESSIVE), None)
    if subject and owner is not None and t.tag[owner] & CAPITAL:  # "Moss's answer was blunt: “No.”"
        return make_report(t, "colon", at, (subject[0], owner), subject[0], at)
    if subject is None or not _acts(t, subject, at):
        verbs = (n for n in range(at - 1, 1, -1) if t.low[n].endswith("ed") or t.tag[n] & VERB)
        subjects = (subject_before(t, verb) for verb in verbs)
        subject = next((found for found in subjects if found and _acts(t, found, at)), None)
    if subject is None or not can_speak(t, subject, "note"):
        return None
    large = sum(bool(tag & (CAPITAL | ROLE | PRONOUN)) for tag in t.tag[subject[0] : subject[1] + 1])
    named = large > 1 or subject[0] == subject[1] or (subject[0] > 0 and t.tag[subject[1]] & CAPITAL)
    return make_report(t, "colon", at, subject, subject[0], at) if named else None


def _nearest(t: Tokens, colon: int) -> Phrase | None:
    """Who leads to a colon, though not first: "with | one user | writing back:"."""
    actors = (with_actor(t, at) for at in range(colon - 1, max(0, colon - _ASIDE), -1))
    return next((actor for actor in actors if actor), None)


def _acts(t: Tokens, subject: Phrase, before: int) -> bool:
    """Whether somebody is a subject with a verb behind it."""
    if (
        subject[1] + 1 >= before
        or t.low[subject[1]] in _NOBODY
        or not t.tag[head(t, subject)] & (CAPITAL | ROLE | PRONOUN)
    ):
        return False
    verb = next((n for n in range(subject[1] + 1, before) if not t.tag[n] & ADVERB), before)
    return bool(t.tag[verb] & (VERB | AUXILIARY | CUE | RELATIVE)) or t.low[verb].endswith("ed")


def _uttered(t: Tokens) -> Report | None:
    """A verb of saying some way before the very words: "She | had written | to her pupils, in part, “Stay.”"."""
    at = next((n for n in range(3, len(t.tag)) if t.tag[n] & QUOTE and t.tag[n - 1] & (COMMA | COLON)), 0)
    if not at or not _spoken(t, at, ".,!?…") or not t.text[t.start[at] + 1 : t.start[at] + 2].isupper():
        return None
    cue = next((n for n in range(at - 2, 0, -1) if t.tag[n] & CUE and not t.tag[n] & (CAPITAL | WORK)), 0)
    lemma, form = CUES[t.low[cue]] if cue else ("", "")
    group = verb_group(t, cue)
    if (
        lemma == "show"  # "movies and TV | shows |, “Dawn,” and"
        or lemma not in SAY | MANNER | ADDRESS
        or group.tags & (NEGATION | MODAL)
        or any(low in DECLINES for low in group.lows)
    ):
        return None
    alone = form == "ing" and not group.tags & BE
    subject = (None if alone else subject_before(t, group.first)) or first_subject(t, cue)
    if subject is None or not can_speak(t, subject, "note") or not t.tag[head(t, subject)] & (CAPITAL | ROLE | PRONOUN):
        return None
    return make_report(t, "speaker-cue-content", cue, subject, min(subject[0], cue), at - 1)


def _behind(t: Tokens) -> Report | None:
    """A clause behind very words that comes to a verb of saying: "“Who rang?” | the abbot was heard to ask |"."""
    for first in range(1, len(t.tag)):
        if not (t.tag[first - 1] & QUOTE and _spoken(t, first - 1, ",!?…")):
            continue
        subject = phrase_from(t, first)
        if subject is None or not can_speak(t, subject, "say"):
            return None
        verb = _after_aside(t, subject[1] + 1)
        beside = over_apposition(t, verb - 1) if verb > subject[1] + 1 else None
        named = beside if beside and t.tag[beside[1]] & CAPITAL else subject
        cue = verb
        while cue < len(t.tag) and not _utters(t, cue) and _helps(t, cue):
            cue += 1
        if cue >= len(t.tag) or not _utters(t, cue) or (cue == verb and t.low[cue].endswith("ing")):
            return None
        return make_report(t, "content-speaker-cue", cue, named, first, cue)
    return None


def _bare(t: Tokens) -> Report | None:
    """A quotation that ends with a comma, and only who says it behind: "“We win,” | head coach Ann Moss |, 41."."""
    at = next((n for n in range(1, len(t.tag)) if t.tag[n - 1] & QUOTE and _spoken(t, n - 1, ",")), 0)
    source = phrase_from(t, at) if at else None
    if source is None or source[0] == source[1]:
        return None
    behind = t.tag[source[1] + 1 :]
    acts = any(t.tag[n] & (AUXILIARY | CUE | QUOTE | VERB) or _verbal(t, n) for n in range(source[1] + 1, len(t.tag)))
    apposed = behind[1:] and behind[0] & COMMA and not acts
    ends = apposed or not behind or (not behind[1:] and behind[0] & STOP)
    named = all(t.tag[n] & CAPITAL and not t.tag[n] & (BODY | WORK) for n in (source[1] - 1, source[1]))
    return make_report(t, "signature", source[0], source, at, source[1]) if ends and named else None


def _utters(t: Tokens, at: int) -> bool:
    """Whether a verb is one of saying: "asked", "went | on", "wanted to | know"."""
    if t.low[at + 1 : at + 2] in _PARTICLES and _verbal(t, at):
        return at + 2 >= len(t.tag) or bool(t.tag[at + 2] & (STOP | COMMA | ADVERB))
    if t.low[at - 1 : at + 1] == ["to", "know"] or t.low[at : at + 2] == ["put", "it"]:
        return True
    lemma = CUES[t.low[at]][0] if t.tag[at] & CUE and t.low[at] not in PARTICIPLES - {"told"} else ""
    return lemma in SAY | MANNER | ADDRESS or (lemma == "go" and t.low[at + 1 : at + 2] == ["on"])


def _after_aside(t: Tokens, at: int) -> int:
    """The token behind what stands between commas: "the landlord, Ann Moss, | bellowed"."""
    if not t.tag[at : at + 1] or not t.tag[at] & COMMA:
        return at
    closing = next((n for n in range(at + 1, min(len(t.tag), at + _ASIDE)) if t.tag[n] & COMMA), -1)
    return closing + 1 if closing >= 0 else at


def _helps(t: Tokens, at: int) -> bool:
    """Whether a token leads to the verb of a clause: "was | heard | to", "kept", "would | often"."""
    tag, low = t.tag[at], t.low[at]
    if tag & NEGATION or low in DECLINES - _WISHES:
        return False
    verb = low.endswith("ed") or low in PARTICIPLES or (tag & VERB and not tag & CUE)
    return bool(
        tag & (AUXILIARY | ADVERB) or low == "to" or (verb and (not tag & CUE or t.low[at + 1 : at + 2] == ["to"]))
    )


def _spoken(t: Tokens, at: int, ends: str) -> bool:
    """Whether a token is a quotation that ends as what is said does."""
    return bool(t.tag[at] & QUOTE) and t.text[t.start[at] : t.end[at]].rstrip("\"”’'»` ")[-1:] in ends
