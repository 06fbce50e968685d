"""Reporting clauses: who says it, by which cue, in a sentence.

A small grammar over tokens. Each pattern of `PATTERNS` has a name and an example; `reports` tries them at every cue of
a sentence and returns what it found in the order of the text. A quotation is one token here, so the same patterns
serve quoted and unquoted speech.
"""

from typing import NamedTuple

from bot.speakers import tokens as k
from bot.speakers.complements import accepts
from bot.speakers.lexicon import ACTS, CUES, DECLINES, MANNER, NAMING, OBJECT, OPINIONS, PARTICLES, SAY, STANCES
from bot.speakers.phrases import Phrase, first_subject, head, phrase_from, subject_before, with_participle
from bot.speakers.sources import agrees, can_speak, farther, governed, has_clause, is_phrase
from bot.speakers.tokens import Tokens


class Report(NamedTuple):
    """A reporting clause. Offsets are into the document."""

    pattern: str
    cue: tuple[int, int]
    source: Phrase | None
    """Tokens of the speaker; None when it is the subject of the clause before."""
    start: int
    end: int
    """The clause: source and cue."""
    first: int
    last: int
    """The same in tokens."""
    quoted: bool
    """A quotation stands beside it."""
    present: bool
    """The cue is a present form: "China urges"."""
    act: bool
    """The cue is an act rather than an utterance, and no words of it are given: "China invited them"."""
    thing: bool
    """The source is a thing, neither named nor somebody: "evidence shows"."""
    share: float
    """How much of the sentence is what it reports, by words."""


PATTERNS = {
    "speaker-cue-content": "Li said that China was ready.",
    "content-speaker-cue": '"We are ready," Li said.',
    "content-cue-speaker": '"We are ready," said Li.',
    "participle": "Li thanked them, adding that China was ready.",
    "coordination": "Li thanked them and said China was ready.",
    "according-to": "China is ready, according to Li.",
    "opinion": "They were of the opinion that China was ready.",
    "agent": "The plan was called a mistake by Li.",
    "colon": 'Li: "China is ready."',
    "signature": '"China is ready." - Li Keqiang',
}
_ACCORDING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"),
)
_SIGN = k.CUE | k.COLON | k.DASH
_SOURCES = frozenset(["according", "in"])
_SIGNS = OPINIONS | STANCES | _SOURCES
_STANCE_ON = [[word] for word in ("that", "by", "at", "about", "over", "for", "to", "with", "the")]
"""Tags and words at which a clause is looked for."""
_SOMEBODY = k.CAPITAL | k.ROLE | k.BODY | k.TITLE | k.PRONOUN
_PLANS = frozenset(
    "plan schedule law custom tradition protocol plans rules instructions reports needs size age".split()
)
_RELEASED = frozenset(
    """adopted approved circulated emailed issued passed posted published read release released sent signed texted
    tweeted wrote""".split()
)
_GAVE = frozenset("delivered gave had made offered provided shared".split())
_INVERTED = frozenset("ask beg pledge promise swear urge vow warn".split())
"""Verbs with an object that may stand before their speaker: "..., warned Smith"; never "..., told Smith"."""
_TOLD = 6
"""Tokens of whom something is told, before a colon and a quotation."""
_COLON_WITHIN = 14
"""Tokens of a name before a colon, with an aside."""
_ASIDE = frozenset("about after asked on speaking talking writing".split())
"""Words between a name and its colon: "Ann Lee | speaking to the radio |: ..."."""
_OVERHEARD = frozenset("heard recorded seen".split())
"""Passives with a participle: "a voice is then | heard saying"."""
_LONG = 100
"""Tokens that the end of a clause is looked for; bounds the work on sentences without end."""
_BETWEEN = frozenset("long so far as on".split())
"""Words that stand inside a verb group: "has | long | said", "went | so far as | to say"."""
_CONTINUES = frozenset("went go goes going continued continues began begun goes proceeded came".split())


def reports(t: Tokens) -> list[Report]:
    """The reporting clauses of a sentence, in order; none for negated, future or hypothetical ones."""
    found: list[Report] = []
    for at, (tag, low) in enumerate(zip(t.tag, t.low, strict=True)):
        if not tag & _SIGN and low not in _SIGNS:
            continue
        report: Report | None = None
        if tag & k.CUE and not (tag & k.CAPITAL and at and not _starts(t, at)):
            report = _at_cue(t, at, found)
        elif low in _SOURCES:
            report = _according(t, at)
        elif tag & (k.COLON | k.DASH):
            report = _punctuated(t, at)
        elif low in OPINIONS or low in STANCES:
            report = _opinion(t, at)
        if report and found and report.first <= found[-1].last and report.pattern != "participle":
            same = report.source == found[-1].source and report.share > found[-1].share
            if (report.quoted and not found[-1].quoted) or same:
                found[-1] = report
        elif report:
            found.append(report)
    unlisted = _unlisted(t) if not found and '"' in t.low else None
    return [unlisted] if unlisted else found


def announced(t: Tokens) -> Phrase | None:
    """Whose words come behind a sentence that ends with a colon: "Moss said in a note:", "issued this statement:"."""
    if not t.tag or not t.tag[-1] & k.COLON:
        return None
    for at in range(len(t.tag) - 2, max(0, len(t.tag) - _LONG), -1):
        if t.tag[at] & k.CUE and not t.tag[at] & k.WORK and CUES[t.low[at]][0] in SAY | MANNER:
            group = _verb_group(t, at)
            subject = None if group.tags & (k.NEGATION | k.MODAL) else subject_before(t, group.first)
        elif t.tag[at] & k.WORK and "following" in t.low[max(0, at - 3) : at]:
            verb = next((n for n in range(at, max(0, at - 6), -1) if t.low[n] in _RELEASED | _GAVE), 0)
            subject = subject_before(t, verb) if verb else None
        else:
            continue
        if subject and can_speak(t, subject, "note"):
            return subject
    return None


def _unlisted(t: Tokens) -> Report | None:
    """A verb of any kind between somebody and their very words: "“Never!” | she thundered", "Moss | grinned: “No.”"."""
    size = len(t.tag)
    for at in range(1, size):
        if not t.low[at].endswith("ed") or t.tag[at] & (k.CAPITAL | k.AUXILIARY | k.ROLE):
            continue
        subject = subject_before(t, at)
        if subject is None or subject[1] != at - 1 or not t.tag[at - 1] & (k.CAPITAL | k.ROLE | k.PRONOUN):
            continue
        ahead = at + 2 < size and t.tag[at + 1] & (k.COMMA | k.COLON) and _spoken(t, at + 2, ".,!?…")
        behind = subject[0] > 0 and _spoken(t, subject[0] - 1, ",!?…")
        if ahead or behind:
            pattern = "speaker-cue-content" if ahead else "content-speaker-cue"
            return _report(t, pattern, at, subject, subject[0], at)
    return _led(t)


def _led(t: Tokens) -> Report | None:
    """A clause of any kind that leads with a colon to very words: "The premier then | challenged Moss: “...”"."""
    at = next((n for n in range(1, len(t.tag) - 1) if t.tag[n] & k.COLON and t.tag[n + 1] & k.QUOTE), 0)
    subject = first_subject(t, at) if at and _spoken(t, at + 1, ".,!?…") else None
    if subject is None or subject[1] + 1 >= at or not t.tag[head(t, subject)] & (k.CAPITAL | k.ROLE | k.PRONOUN):
        return None
    verb = next((n for n in range(subject[1] + 1, at) if not t.tag[n] & k.ADVERB), at)
    follows = t.tag[verb] & (k.VERB | k.AUXILIARY | k.CUE | k.RELATIVE) or t.low[verb].endswith("ed")
    if not follows or t.low[subject[1]] in ("it", "this", "that", "there") or not can_speak(t, subject, "note"):
        return None
    large = sum(bool(tag & (k.CAPITAL | k.ROLE | k.PRONOUN)) for tag in t.tag[subject[0] : subject[1] + 1])
    return _report(t, "colon", at, subject, subject[0], at) if large > 1 or subject[0] == subject[1] else None


def _spoken(t: Tokens, at: int, ends: str) -> bool:
    """Whether a token is a quotation that ends as what is said does."""
    return bool(t.tag[at] & k.QUOTE) and t.text[t.start[at] : t.end[at]].rstrip("\"”’'»` ")[-1:] in ends


def _starts(t: Tokens, at: int) -> bool:
    return bool(t.tag[at - 1] & (k.QUOTE | k.STOP | k.COLON | k.DASH | k.OPEN))


class _Group(NamedTuple):
    """The verb group of a cue: where it begins, and what stands in it."""

    first: int
    tags: int
    infinitive: bool
    lows: tuple[str, ...]

    @property
    def finite(self) -> bool:
        return not (self.tags & k.AUXILIARY or self.infinitive)


def _verb_group(t: Tokens, at: int) -> _Group:
    first, tags, infinitive = at, 0, False
    lows: list[str] = []
    while first > 0:
        tag, low = t.tag[first - 1], t.low[first - 1]
        infinitive = infinitive or low == "to"
        helps = tag & (k.AUXILIARY | k.NEGATION) or (tag & k.ADVERB and not tag & (k.DETERMINER | k.TIME | k.CAPITAL))
        between = low in _BETWEEN and (infinitive or (low == "long" and first > 1 and t.tag[first - 2] & k.AUXILIARY))
        governs = tag & k.VERB or low in _CONTINUES or low in DECLINES or low.endswith("ed")
        if not (low == "to" or helps or between or (infinitive and governs)):
            break
        tags |= tag
        lows.append(low)
        first -= 1
    return _Group(first, tags, infinitive, tuple(lows))


def _at_cue(t: Tokens, at: int, found: list[Report]) -> Report | None:
    lemma, form = CUES[t.low[at]]
    if lemma == "propose" and "seconded" in t.low:
        return None
    if lemma == "put" and t.low[at + 1 : at + 2] == ["it"]:
        return _put(t, at)
    group = _verb_group(t, at)
    if group.tags & k.NEGATION or (group.infinitive and not _went_on(group)):
        return _brought_to(t, at, group)
    if (form == "base" and group.tags & k.MODAL) or ("been" in group.lows and form == "past"):
        return None
    if form == "ing" and not group.tags & k.BE:
        return _participle(t, at, lemma, found)
    if form == "past" and group.tags & k.BE and not group.tags & k.ROLE:
        return _agent(t, at, lemma)
    return _finite(t, at, lemma, form, group, found)


def _went_on(group: _Group) -> bool:
    return any(low in _CONTINUES for low in group.lows) and not any(low in DECLINES for low in group.lows)


def _brought_to(t: Tokens, at: int, group: _Group) -> Report | None:
    """An infinitive with the very words behind it: "was prompted to say, ..."."""
    if group.tags & (k.NEGATION | k.MODAL) or any(low in DECLINES for low in group.lows):
        return None
    behind = t.tag[at + 1 : at + 3]
    if not behind or not (
        behind[0] & k.QUOTE or (behind[0] & (k.COMMA | k.COLON) and behind[1:] and behind[1] & k.QUOTE)
    ):
        return None
    purpose = t.low[group.first] == "to"  # "Moss waved to the crowd | to say, ..."
    subject = first_subject(t, group.first) if purpose else subject_before(t, group.first)
    if subject is None or not can_speak(t, subject, "note"):
        return None
    return _report(t, "speaker-cue-content", at, subject, min(subject[0], group.first), at)


def _finite(t: Tokens, at: int, lemma: str, form: str, group: _Group, found: list[Report]) -> Report | None:
    first = group.first
    if first and t.low[first - 1] == "as" and form == "past" and t.low[at + 1 : at + 2] == ["by"]:
        return _agent(t, at, lemma)
    subject = subject_before(t, first)
    if subject and not (
        agrees(t, subject, form, finite=group.finite) and can_speak(t, subject, lemma) and not governed(t, subject)
    ):
        subject = farther(t, first) or subject
    if subject and (not agrees(t, subject, form, finite=group.finite) or not is_phrase(t, subject, form, first)):
        return None
    if subject and form == "base" and t.low[subject[0] - 1] == "that" and t.tag[subject[0] - 2] & k.CUE:
        return None  # "demanded that | voters | answer"
    if subject and not _inverts(t, at, first, lemma):
        pattern = accepts(t, at, lemma, form, subject)
        if pattern:
            return _report(t, pattern, at, subject, min(subject[0], first), at)
        if not (first and t.tag[first - 1] & (k.COMMA | k.QUOTE | k.DASH)):
            return None
    before = t.tag[first - 1] if first else k.STOP
    if (
        before & (k.QUOTE | k.COMMA | k.STOP | k.DASH | k.CLOSE)
        and (form != "base" or lemma == "say")
        and (
            has_clause(t, first)
            or (first == 0 and any(tag & k.QUOTE for tag in t.tag[at + 2 :]))
            or (before & k.COMMA and any(tag & k.QUOTE for tag in t.tag[at + 2 : at + _TOLD + 4]))
        )
    ):
        inverted = phrase_from(t, at + 1)
        if (
            inverted
            and can_speak(t, inverted, lemma)
            and (before & k.QUOTE or first or _behind_quote(t, inverted[1]) or _apposed(t, inverted[1]))
        ):
            behind = t.tag[inverted[1] + 1] if inverted[1] + 1 < len(t.tag) else k.STOP
            if (
                (lemma in SAY and (lemma not in PARTICLES or before & k.QUOTE))
                or (lemma in MANNER and (before & k.QUOTE or behind & k.COLON))
                or lemma in _INVERTED
            ):
                return _report(t, "content-cue-speaker", at, inverted, first, inverted[1])
    if (first and t.low[first - 1] in ("and", "but", "then")) or before & k.COMMA:
        pattern = accepts(t, at, lemma, form, None)
        if pattern and form != "base" and (found or before & k.CONJUNCTION):
            return _report(t, "coordination", at, None, first, at)
    return None


def _inverts(t: Tokens, at: int, first: int, lemma: str) -> bool:
    """Whether the speaker stands behind the cue and nothing else: "..., | said Jessica Calarco, | a sociologist"."""
    if lemma not in SAY or first < 3 or not t.tag[first - 1] & (k.COMMA | k.QUOTE) or not has_clause(t, first):
        return False
    phrase = phrase_from(t, at + 1)
    if phrase is None or not t.tag[phrase[1]] & (k.CAPITAL | k.ROLE | k.BODY | k.WORK | k.PRONOUN):
        return False
    behind = phrase[1] + 1
    return behind >= len(t.tag) or bool(t.tag[behind] & (k.COMMA | k.STOP | k.OPEN)) or t.low[behind].endswith("ing")


def _apposed(t: Tokens, last: int) -> bool:
    """Whether an apposition and then a quotation follow: "Said Smith, who lives there, | “...”"."""
    if not t.tag[last + 1 : last + 2] or not t.tag[last + 1] & k.COMMA:
        return False
    quote = next((at for at in range(last + 2, len(t.tag)) if t.tag[at] & k.QUOTE), 0)
    return quote > 0 and bool(t.tag[quote - 1] & (k.COMMA | k.COLON))


def _behind_quote(t: Tokens, last: int) -> bool:
    return any(tag & (k.QUOTE | k.COLON) for tag in t.tag[last + 1 : last + 4])


def _participle(t: Tokens, at: int, lemma: str, found: list[Report]) -> Report | None:
    """Its subject is that of the clause: "..., adding that", "by saying", "Welcoming the guests, ..."."""
    if at and t.low[at - 1] in _OVERHEARD:
        subject = subject_before(t, _verb_group(t, at - 1).first)
        if subject is None or not accepts(t, at, lemma, "ing", subject):
            return None
        return _report(t, "speaker-cue-content", at, subject, subject[0], at)
    before = t.tag[at - 1] if at else k.STOP
    adverb = at > 1 and bool(before & k.ADVERB)
    if adverb:
        before = t.tag[at - 2]
    written = at > 2 and _released(t, at)
    opens = before & (k.COMMA | k.QUOTE | k.DASH | k.STOP) or t.low[at - 1] in ("by", "and", "while", "in")
    if not (opens or written or at == 0):
        return None
    if accepts(t, at, lemma, "ing", None) is None and not (before & k.QUOTE):
        return None
    if found:
        return _report(t, "participle", at, None, at, at)
    subject = first_subject(t, at) if at else _behind_comma(t, at)
    if subject is None or not can_speak(t, subject, lemma):
        return None
    return _report(t, "participle", at, subject, min(at, subject[0]) if at == 0 else at, at)


def _released(t: Tokens, at: int) -> bool:
    """Whether the participle tells what a text says that somebody gave out: "released a statement | condemning"."""
    if t.tag[at - 1] & (k.COMMA | k.QUOTE | k.STOP | k.CONJUNCTION):
        return False
    for before in range(at - 1, max(0, at - 25), -1):
        if t.tag[before] & k.WORK:
            return any(low in _RELEASED for low in t.low[max(0, before - 5) : before])
        if t.tag[before] & (k.QUOTE | k.STOP | k.AUXILIARY | k.CUE):
            return False
    return False


def _behind_comma(t: Tokens, at: int) -> Phrase | None:
    for comma in range(at, min(len(t.tag), at + 40)):
        if t.tag[comma] & k.COMMA:
            phrase = phrase_from(t, comma + 1)
            if phrase:
                return phrase
    return None


def _agent(t: Tokens, at: int, lemma: str) -> Report | None:
    """A passive says who it was by only with "by"."""
    if lemma not in NAMING and lemma not in OBJECT and lemma not in SAY:
        return None
    for by in range(at + 1, min(len(t.tag), at + 14)):
        if t.tag[by] & (k.STOP | k.QUOTE | k.COMMA):
            return None
        if t.low[by] == "by":
            agent = phrase_from(t, by + 1)
            if agent and can_speak(t, agent, lemma):
                return _report(t, "agent", at, agent, at, agent[1])
            return None
    return None


def _according(t: Tokens, at: int) -> Report | None:
    for words in _ACCORDING:
        if tuple(t.low[at : at + len(words)]) == words:
            first = at + len(words)
            if t.low[first : first + 1] == ["what"]:
                cue = next((n for n in range(first + 2, len(t.tag)) if t.tag[n] & k.CUE), 0)
                source = (first + 1, cue - 1) if cue else None
            elif t.tag[first : first + 1] and t.tag[first] & k.OBJECT:
                source = (first, first)
            else:
                source = phrase_from(t, first)
                source = source and with_participle(t, source)
            if source is None or (t.low[source[1]] in _PLANS and not t.tag[source[0]] & k.DETERMINER):
                return None
            return _report(t, "according-to", at, source, at, source[1])
    if (
        t.low[at] == "in"
        and at + 2 < len(t.low)
        and t.tag[at + 1] & k.POSSESSIVE
        and t.low[at + 2] in ("words", "view", "opinion")
    ):
        return _report(t, "according-to", at, (at + 1, at + 1), at, at + 2)
    return None


def _opinion(t: Tokens, at: int) -> Report | None:
    """Opinions as nouns: "were of the | opinion | that ...", "their | assessment | was that ..."; or as adjectives."""
    low = t.low
    if low[at] in STANCES:
        return _stance(t, at)
    if low[at + 1 : at + 2] == ["that"] and low[max(0, at - 2) : at] in (["of", "the"], ["of", "an"]):
        group = _verb_group(t, at - 2)
        subject = subject_before(t, group.first)
        if group.tags & k.BE and not group.tags & k.NEGATION and subject and can_speak(t, subject, "note"):
            return _report(t, "opinion", at, subject, subject[0], at + 1)
    if low[at + 1 : at + 3] in (["was", "that"], ["is", "that"]) and at and t.tag[at - 1] & k.POSSESSIVE:
        owner = (at - 1, at - 1) if t.tag[at - 1] & k.DETERMINER else phrase_from(t, 0)
        return owner and _report(t, "opinion", at, owner, min(owner[0], at), at + 2)
    return None


def _stance(t: Tokens, at: int) -> Report | None:
    """How somebody takes something: "The minister is deeply | concerned | about the dam", "is | confident | that"."""
    group = _verb_group(t, at)
    verb = group.first - (t.low[group.first - 1] in ("remain", "remains"))
    subject = subject_before(t, verb)
    present = verb < group.first or "is" in group.lows or "are" in group.lows
    if subject is None or group.tags & (k.NEGATION | k.MODAL) or not present:
        return None
    if not can_speak(t, subject, "note") or t.low[at + 1 : at + 2] not in _STANCE_ON:
        return None
    return _report(t, "opinion", at, subject, subject[0], at)._replace(act=True)


def _put(t: Tokens, at: int) -> Report | None:
    """With what was put in words, not in a place: "As Smith | put it |, ...", "Smith | put it | bluntly: ..."."""
    subject = subject_before(t, _verb_group(t, at).first)
    if subject is None or not can_speak(t, subject, "note"):
        return None
    as_clause = subject[0] > 0 and t.low[subject[0] - 1] == "as"
    if not as_clause and not any(tag & (k.QUOTE | k.COLON) for tag in t.tag[at + 2 : at + 8]):
        return None
    return _report(t, "content-speaker-cue", at, subject, subject[0] - as_clause, at + 1)


def _punctuated(t: Tokens, at: int) -> Report | None:
    """A name, a colon and a quotation ("Smith: ...", "News - From Smith: ..."); or a quotation, a dash and a name.

    In minutes a clause may stand for the quotation: "Ann Lee, 12 Mill Lane: | Stated that the noise kept her awake."
    """
    size = len(t.tag)
    told = t.tag[at] & k.COLON and at + 1 < size and t.tag[at + 1] & k.CAPITAL and _told(t, at + 1)
    if t.tag[at] & k.COLON and at + 1 < size and at and (told or t.tag[at + 1] & k.QUOTE):
        first = next((n + 1 for n in range(at - 1, max(-1, at - 10), -1) if t.tag[n] & k.DASH), 0)
        source = phrase_from(t, first + (t.low[first] == "from")) if at - first <= _COLON_WITHIN else None
        if source and _names_speaker(t, source, at, apposed=bool(told)) and can_speak(t, source, "note"):
            return _report(t, "colon", at, source, source[0], at)
    if t.tag[at] & k.DASH and 0 < at < size - 1 and t.tag[at - 1] & k.QUOTE and t.tag[at + 1] & k.CAPITAL:
        source = phrase_from(t, at + 1)
        if source and (source[1] == size - 1 or t.tag[source[1] + 1] & (k.COMMA | k.STOP | k.OPEN | k.PREPOSITION)):
            return _report(t, "signature", at, source, at, source[1])
    return None


def _told(t: Tokens, at: int) -> bool:
    """Whether a clause without a subject tells what somebody said: "Stated that", "Asked whether"."""
    return (
        bool(t.tag[at] & k.CUE)
        and CUES[t.low[at]][1] == "past"
        and bool(accepts(t, at, CUES[t.low[at]][0], "past", None))
    )


def _names_speaker(t: Tokens, source: Phrase, colon: int, *, apposed: bool) -> bool:
    """Whether nothing stands between a name and its colon but an aside: "Ann Lee (on the dam):", "Lee, on trade:"."""
    behind = source[1] + 1
    if behind == colon:
        return True
    if apposed and t.tag[behind] & k.COMMA:
        return not any(t.tag[at] & (k.AUXILIARY | k.CUE | k.VERB) for at in range(behind, colon))
    if t.tag[behind] & k.OPEN:
        return bool(t.tag[colon - 1] & k.CLOSE)
    within = (t.tag[at] & (k.COMMA | k.AUXILIARY | k.CUE) for at in range(behind + 1, colon))
    named = t.tag[source[1]] & k.CAPITAL and not t.tag[source[1]] & k.CUE
    return bool(named) and t.low[behind] in _ASIDE and not any(within)


def _report(t: Tokens, pattern: str, at: int, source: Phrase | None, first: int, last: int) -> Report:
    last = max(last, at)
    first = min(first, at)
    quoted = any(t.tag[i] & k.QUOTE for i in (first - 2, first - 1, last + 1, last + 2) if 0 <= i < len(t.tag))
    quoted = quoted or any(
        t.tag[i] & k.COLON and t.tag[i + 1] & k.QUOTE for i in range(last + 1, min(last + _TOLD, len(t.tag) - 1))
    )
    share = _share(t, pattern, at, source, first, last)
    present = t.low[at] in CUES and CUES[t.low[at]][1] in ("third", "base")
    told = "that" in t.low[last + 1 : last + 6] or any(tag & k.PRONOUN for tag in t.tag[last + 1 : last + 2])
    thing = source is not None and not any(
        tag & _SOMEBODY for tag in t.tag[source[0] + (source[0] == 0) : source[1] + 1]
    )
    act = not quoted and not told and CUES.get(t.low[at], ("", ""))[0] in ACTS
    return Report(
        pattern,
        (t.start[at], t.end[at]),
        source,
        t.start[first],
        t.end[last],
        first,
        last,
        quoted,
        present,
        act,
        thing,
        share,
    )


def _share(t: Tokens, pattern: str, at: int, source: Phrase | None, first: int, last: int) -> float:
    """Words of the content over words of the sentence. In a subordinate clause the content ends with the clause."""
    size = t.counts
    total = size[-1] or 1
    aside = k.COMMA | k.DASH | k.OPEN | k.RELATIVE
    if pattern == "speaker-cue-content" and source is not None and t.tag[source[1] + 1] & aside:
        total -= size[at] - size[source[1] + 1]
    if pattern not in ("speaker-cue-content", "participle", "coordination"):
        return 1 - (size[last + 1] - size[first]) / total
    end = len(t.tag)
    if pattern == "speaker-cue-content" and source is not None and _subordinate(t, first, at):
        end = next(
            (
                i
                for i in range(last + 1, min(end, last + _LONG))
                if t.tag[i] & (k.COMMA | k.DASH) and not t.tag[min(i + 1, end - 1)] & k.QUOTE
            ),
            end,
        )
    return (size[end] - size[last + 1]) / total


def _subordinate(t: Tokens, first: int, at: int) -> bool:
    """Whether the clause hangs on another: "..., who said", "after he said", "what they call"."""
    if any(t.tag[i] & k.RELATIVE and t.low[i] != "that" for i in range(first, at)):
        return True
    return first > 0 and bool(
        t.tag[first - 1] & (k.SUBORDINATOR | k.RELATIVE)
        or t.low[first - 1] in ("what", "after", "before", "as", "when")
    )
