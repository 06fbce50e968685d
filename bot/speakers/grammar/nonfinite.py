"""Cues that are no finite verb: participles, passives, infinitives, and participles that belong to a noun."""

from itertools import pairwise

from bot.speakers.grammar.clauses import Group, Report, make_report, verb_group
from bot.speakers.grammar.complements import accepts
from bot.speakers.grammar.cues import CUES, MESSAGES, NAMING, OBJECT, THAT_ONLY
from bot.speakers.grammar.function_words import DECLINES
from bot.speakers.grammar.nouns import AGENTIVE
from bot.speakers.grammar.objects import has_verb, takes_object
from bot.speakers.grammar.phrases import Phrase, phrase_ending_at, phrase_from
from bot.speakers.grammar.reaching import before_bare_verb
from bot.speakers.grammar.sources import can_speak
from bot.speakers.grammar.subjects import first_subject, subject_before
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    MODAL,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    VERB,
    WORK,
    Tokens,
    plural_of,
)
from bot.words import SAY

RELEASED = frozenset(
    """adopted approved circulated emailed issued passed posted published read release released sent signed texted
    tweeted wrote""".split()
)
"""How something written is given out."""
_WROTE = frozenset("emailed messaged phoned texted tweeted wrote".split())
_CLAUSES = [["that"], ["he"], ["she"], ["they"]]
"""What opens a clause behind "saying": "Lee held up the bag | saying that"."""
_GREETS = frozenset("apologise apologize congratulate express extend offer thank wish".split())
"""What one writes to somebody for."""
_TAKES = frozenset("called delivered gave held issued made posted published released took used went wrote".split())
_PLACES = frozenset(
    "air conference facebook floor instagram media occasion opportunity radio stage television tv twitter".split()
)
"""How and where one begins to speak: "took | to the radio | to say"."""
_GOT = frozenset(["got", "received", "receives"])
_SENT = frozenset("cable call email letter message note telegram".split())
"""What one says something in, from afar."""
_SPEECHES = frozenset(["address", "speech", "statement"])
_QUOTES = frozenset(["cited", "cites", "quoted", "quotes", "reported", "reports"])
_QUOTED_WITHIN = 14
"""Tokens between who quotes and "as saying"."""
_THEM = frozenset(["her", "him", "them"])
_WITH = frozenset(["despite", "with"])
_APART = COMMA | STOP | QUOTE | AUXILIARY | VERB | CUE
_OVERHEARD = frozenset("heard recorded seen".split())
"""Passives with a participle: "a voice is then | heard saying"."""


def participle(t: Tokens, at: int, lemma: str, found: list[Report]) -> Report | None:
    """Its subject is that of the clause: "..., adding that", "by saying", "Welcoming the guests, ..."."""
    if at and t.low[at - 1] in _OVERHEARD:
        subject = subject_before(t, verb_group(t, at - 1).first)
        if subject is None or not accepts(t, at, lemma, "ing", subject):
            return None
        return make_report(t, "speaker-cue-content", at, subject, subject[0], at)
    if at > 1 and t.low[at - 1] == "as":
        return _quoted(t, at)
    actor = with_actor(t, at) or _acting_before(t, at)
    if actor:
        said = accepts(t, at, lemma, "ing", None)
        return make_report(t, "participle", at, actor, actor[0], at) if said else None
    before = t.tag[at - 1] if at else STOP
    before = t.tag[at - 2] if at > 1 and before & ADVERB else before
    sender = None if found else _sender(t, at)
    written = sender or (at > 2 and _released(t, at))
    opens = before & (COMMA | QUOTE | DASH | STOP) or t.low[at - 1] in ("by", "and", "while", "in")
    later = t.low[at - 1] == "after" and (t.low[at + 1 : at + 2] == ["that"] or has_verb(t, at + 1))
    told = t.low[at] == "saying" and t.low[at + 1 : at + 2] in _CLAUSES and not _of_some(t, at - 1)
    watches = lemma == "observe" and t.low[at + 1 : at + 2] not in (["that"], ["how"])  # "observing the limits"
    if watches or not (opens or later or written or at == 0 or told):
        return None
    if accepts(t, at, lemma, "ing", None) is None and not (before & QUOTE):
        return None
    if found:
        return make_report(t, "participle", at, None, at, at)
    subject = sender or (first_subject(t, at) if at else _behind_comma(t, at))
    if subject is None or not (can_speak(t, subject, lemma) or lemma == "promise"):
        return None
    if at and t.tag[subject[1] + 1] & COLON:  # "Ann Moss: theft, | maintaining a nuisance"
        return None
    if at > 3 and t.low[at - 1] == "by" and t.low[at - 2].endswith("ed") and (t.tag[at - 3] | t.tag[at - 4]) & BE:
        return None  # "The cut was justified | by arguing that it had to be"
    if at and subject[0] == subject[1] and t.low[subject[1] + 1] == "to":
        return None  # "Firms | to row more, urging"
    subject = before_bare_verb(t, subject, at) if at else subject
    return make_report(t, "participle", at, subject, min(at, subject[0]) if at == 0 else at, at)


def _sender(t: Tokens, at: int) -> Phrase | None:
    """Who sent what somebody got: "Lee received a call from | the King |, expressing his thanks"."""
    last = at - 1 - bool(at and t.tag[at - 1] & COMMA)
    sent = next((n for n in range(last - 1, max(0, last - _QUOTED_WITHIN), -1) if t.low[n] == "from"), 0)
    if sent < 2 or t.low[sent - 1] not in _SENT or _GOT.isdisjoint(t.low[max(0, sent - _QUOTED_WITHIN) : sent]):
        return None
    sender = phrase_from(t, sent + 1)
    return sender if sender and sender[1] == last else None


def with_actor(t: Tokens, at: int) -> Phrase | None:
    """Who does what a participle tells, behind "with": "with | the mayor (quietly) | calling it a mistake"."""
    last = at - 1
    while last > 0 and t.tag[last] & ADVERB and not t.tag[last] & DETERMINER:
        last -= 1
    near = t.low[at].endswith("ing") and not _WITH.isdisjoint(t.low[max(0, last - _QUOTED_WITHIN) : last])
    actor = phrase_ending_at(t, last) if near else None
    if actor is None or t.low[actor[0] - 1] not in _WITH:
        return None
    noun = actor[1]
    somebody = (t.tag[noun] | plural_of(t.low[noun])) & (CAPITAL | ROLE | PRONOUN) or t.low[noun].endswith(AGENTIVE)
    return actor if somebody and not any(tag & NUMBER for tag in t.tag[actor[0] : noun]) else None


def _acting_before(t: Tokens, at: int) -> Phrase | None:
    """Whose acting goes on behind a comma: "with | Ann Lee | marching up to him, saying"."""
    if at < 4 or not t.tag[at - 1] & COMMA or "with" not in t.low[max(0, at - _QUOTED_WITHIN) : at]:
        return None
    acts = next((n for n in range(at - 2, max(0, at - _QUOTED_WITHIN), -1) if t.tag[n] & _APART or _acts(t, n)), 0)
    return with_actor(t, acts) if _acts(t, acts) else None


def _acts(t: Tokens, at: int) -> bool:
    return t.low[at].endswith("ing") and not t.tag[at] & CAPITAL


def _of_some(t: Tokens, at: int) -> bool:
    """Whether those who say something stand before the participle: "half of the voters | saying that"."""
    return bool(t.tag[at] & (AUXILIARY | PRONOUN) or plural_of(t.low[at]) & ROLE) or t.low[at] == "percent"


def _quoted(t: Tokens, at: int) -> Report | None:
    """Who is quoted by somebody else: "the Gazette quoted | Moss | as saying", "| Moss | was quoted as saying"."""
    verb = next((n for n in range(at - 2, max(0, at - _QUOTED_WITHIN), -1) if t.low[n] in _QUOTES), 0)
    if not verb:
        return None
    group = verb_group(t, verb)
    source = subject_before(t, group.first) if group.tags & BE else phrase_from(t, verb + 1)
    them = t.low[verb + 1] in _THEM and not group.tags & BE
    if them:
        source = verb + 1, verb + 1
    if source is None or not (them or can_speak(t, source, "note")):
        return None
    first = group.first if group.tags & BE else subject[0] if (subject := subject_before(t, group.first)) else verb
    said = at + 1 < len(t.tag) and not t.tag[at + 1] & STOP and not (first and t.tag[first - 1] & QUOTE)
    return make_report(t, "speaker-cue-content" if said else "content-speaker-cue", at, source, first, at)


def quotes_somebody(t: Tokens, at: int) -> bool:
    """Whether a cue leads to the words of somebody else: "the Gazette | reported | Moss as saying"."""
    return t.low[at] in _QUOTES and ("as", "saying") in pairwise(t.low[at + 1 : at + _QUOTED_WITHIN])


def _released(t: Tokens, at: int) -> bool:
    """Whether the participle tells what somebody gave out says: "released a note | calling", "emailed us | saying"."""
    if t.tag[at - 1] & (COMMA | QUOTE | STOP | CONJUNCTION):
        return False
    if t.low[at - 1] in MESSAGES | _SPEECHES and "with" in t.low[at - 4 : at - 1]:  # "opened it with remarks | noting"
        return True
    for before in range(at - 1, max(0, at - 25), -1):
        if t.low[before] in _WROTE:
            return True
        if t.tag[before] & WORK:
            given = t.low[max(0, before - 5) : before]
            return not RELEASED.isdisjoint(given) or ("put", "out") in pairwise(given)
        if t.tag[before] & (QUOTE | STOP | AUXILIARY | CUE):
            return False
    return False


def _behind_comma(t: Tokens, at: int) -> Phrase | None:
    """The subject behind a clause that leads in: the first phrase behind a comma that has a verb behind it."""
    first: Phrase | None = None
    for comma in range(at, min(len(t.tag), at + 40)):
        phrase = phrase_from(t, comma + 1) if t.tag[comma] & COMMA else None
        if phrase and phrase[1] + 1 < len(t.tag):
            behind = phrase[1] + 1
            if t.tag[behind] & (VERB | AUXILIARY | CUE | ADVERB) or t.low[behind].endswith("ed"):
                return phrase
        first = first or phrase
    verbs = (n for n in range(at + 2, min(len(t.tag), at + 40)) if t.tag[n] & CUE and t.tag[n - 1] & COMMA)
    beside = next((subject for verb in verbs if (subject := subject_before(t, verb))), None)
    return beside or first  # "Thanking Lund, Ray and the crew, the captain, | Ann Lee |, announced"


def agent(t: Tokens, at: int, lemma: str) -> Report | None:
    """A passive says who it was by only with "by"."""
    told = lemma in NAMING | OBJECT | SAY or (lemma == "tell" and (_somebody_told(t, at) or QUOTE in t.tag[at:]))
    let = lemma == "admit" and t.low[at + 1 : at + 2] in (["into"], ["to"])
    if not told or let or lemma in THAT_ONLY | {"maintain"}:  # "a list | maintained | by the guild"
        return None
    for by in range(at + 1, min(len(t.tag), at + 14)):
        if t.tag[by] & (STOP | COMMA) or t.low[by] in ("be", "that") or (t.tag[by] & QUOTE and lemma not in NAMING):
            return None
        if t.low[by] == "by":
            agent = phrase_from(t, by + 1)
            agent = agent and _before_reason(t, agent)
            if agent and can_speak(t, agent, lemma):
                return make_report(t, "agent", at, agent, at, agent[1])
            return None
    return None


def _somebody_told(t: Tokens, at: int) -> bool:
    """Whether somebody is told something by somebody: "Guests were | told | by the cook that it was late"."""
    group = verb_group(t, at)
    guest = subject_before(t, group.first) if t.low[at + 1 : at + 2] == ["by"] and "having" not in group.lows else None
    return guest is not None and bool((t.tag[guest[1]] | plural_of(t.low[guest[1]])) & (CAPITAL | ROLE | PRONOUN))


def _before_reason(t: Tokens, agent: Phrase) -> Phrase:
    """Without what it is for: "was praised by | the king | for rowing", "thanked by | Lee | for his work"."""
    first, last = agent
    for at in range(first + 1, last):
        gerund = t.low[at] in ("for", "of") and t.low[at + 1].endswith("ing")
        if gerund or (t.low[at] == "for" and t.tag[at + 1] & POSSESSIVE):
            return first, at - 1
    return agent


def brought_to(t: Tokens, at: int, group: Group) -> Report | None:
    """An infinitive with the very words behind it: "was prompted to say, ..."."""
    must = any(low == "to" and had in ("had", "has", "have") for low, had in pairwise(group.lows))  # "they have to say"
    if must or group.tags & (NEGATION | MODAL) or any(low in DECLINES for low in group.lows):
        return None
    behind = t.tag[at + 1 : at + 3]
    sent = _sent(t, group.first) if _by_message(t, at, group) else _takes_up(t, at, group)
    if sent > 0 and behind and not behind[0] & STOP:
        subject = subject_before(t, verb_group(t, sent).first)
        known = subject is not None and can_speak(t, subject, "note")
        return make_report(t, "speaker-cue-content", at, subject, subject[0], at) if subject and known else None
    if not behind or not (behind[0] & QUOTE or (behind[0] & (COMMA | COLON) and behind[1:] and behind[1] & QUOTE)):
        return None
    purpose = t.low[group.first] == "to"  # "Moss waved to the crowd | to say, ..."
    subject = first_subject(t, group.first) if purpose else subject_before(t, group.first)
    if subject is None or not can_speak(t, subject, "note"):
        return None
    return make_report(t, "speaker-cue-content", at, subject, min(subject[0], group.first), at)


def _sent(t: Tokens, before: int) -> int:
    """The verb of giving a message to somebody before an infinitive, -1 if there is none."""
    near = range(before - 1, max(0, before - _QUOTED_WITHIN), -1)
    return next((n for n in near if t.low[n] in _WROTE or (t.low[n] == "sent" and _written(t, n, before))), -1)


def _written(t: Tokens, verb: int, before: int) -> bool:
    return any(tag & WORK for tag in t.tag[verb + 1 : before])


def _by_message(t: Tokens, at: int, group: Group) -> bool:
    """Whether an infinitive tells what a message says: "sent a letter | to congratulate | him"."""
    return t.low[at] in _GREETS and _sent(t, group.first) > 0


def _takes_up(t: Tokens, at: int, group: Group) -> int:
    """The verb by which one begins to speak, else -1: "| used | his speech to call for", "| took | to X to say"."""
    near = range(group.first - 2, max(-1, group.first - _QUOTED_WITHIN), -1)
    verb = next((n for n in near if t.low[n] in _TAKES), -1)
    between = range(verb, group.first if verb >= 0 else verb)
    placed = any(t.tag[n] & WORK or t.low[n] in _PLACES for n in between)
    told = not {"for", "that"}.isdisjoint(t.low[at + 1 : at + 4]) and accepts(t, at, CUES[t.low[at]][0], "base", None)
    greets = t.low[at] in _GREETS and takes_object(t, at + 1)  # "took | the occasion | to thank them"
    return verb if placed and (told or greets) else -1
