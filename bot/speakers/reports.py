"""Reporting clauses: who says it, by which cue, in a sentence.

A small grammar over tokens. Each pattern of `PATTERNS` has a name and an example; `reports` tries them at every cue of
a sentence and returns what it found in the order of the text. A quotation is one token here, so the same patterns
serve quoted and unquoted speech.
"""

from typing import NamedTuple

from bot.speakers import tokens as k
from bot.speakers.lexicon import (
    ACTS,
    ADDRESS,
    CLAUSAL,
    CORE,
    CUES,
    DECLINES,
    FINDINGS,
    GIVES_ONLY,
    GIVING,
    MANNER,
    MESSAGES,
    NAMING,
    OBJECT,
    OPINIONS,
    PARTICIPLES,
    PARTICLES,
    SAY,
    THAT_ONLY,
)
from bot.speakers.phrases import (
    COUNTS,
    Phrase,
    first_subject,
    head,
    nominal,
    phrase_from,
    subject_before,
    with_participle,
)
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
_SOMEBODY = k.CAPITAL | k.ROLE | k.BODY | k.TITLE | k.PRONOUN
_PLANS = frozenset(
    "plan schedule law custom tradition protocol plans rules instructions reports needs size age".split()
)
_RELEASED = frozenset(
    "adopted approved circulated emailed issued passed posted published read release released sent signed texted tweeted wrote".split()
)
_BETWEEN = frozenset("long so far as on".split())
"""Words that stand inside a verb group: "has | long | said", "went | so far as | to say"."""
_CONTINUES = frozenset("went go goes going continued continues began begun goes proceeded came".split())
_CLAUSE = frozenset("that how why what whether if who where when which because there it".split())


def reports(t: Tokens) -> list[Report]:
    """The reporting clauses of a sentence, in order; none for negated, future or hypothetical ones."""
    found: list[Report] = []
    for at, tag in enumerate(t.tag):
        report: Report | None = None
        if tag & k.CUE and not (tag & k.CAPITAL and at and not _starts(t, at)):
            report = _at_cue(t, at, found)
        elif t.low[at] in ("according", "in"):
            report = _according(t, at)
        elif tag & (k.COLON | k.DASH):
            report = _punctuated(t, at)
        elif t.low[at] in OPINIONS:
            report = _opinion(t, at)
        if report and not (found and report.first <= found[-1].last and report.pattern != "participle"):
            found.append(report)
    return found


def _starts(t: Tokens, at: int) -> bool:
    return bool(t.tag[at - 1] & (k.QUOTE | k.STOP | k.COLON | k.DASH | k.OPEN))


class _Group(NamedTuple):
    """The verb group of a cue: where it begins, and what stands in it."""

    first: int
    tags: int
    infinitive: bool
    lows: tuple[str, ...]


def _verb_group(t: Tokens, at: int) -> _Group:
    first, tags, infinitive = at, 0, False
    lows: list[str] = []
    while first > 0:
        tag, low = t.tag[first - 1], t.low[first - 1]
        if low == "to":
            infinitive = True
        elif low in _BETWEEN and (infinitive or (low == "long" and first > 1 and t.tag[first - 2] & k.AUXILIARY)):
            pass
        elif not tag & (k.AUXILIARY | k.NEGATION) and not (
            tag & k.ADVERB and not tag & (k.DETERMINER | k.TIME | k.CAPITAL)
        ):
            if not infinitive or not (tag & k.VERB or low in _CONTINUES or low in DECLINES or low.endswith("ed")):
                break
        tags |= tag
        lows.append(low)
        first -= 1
    return _Group(first, tags, infinitive, tuple(lows))


def _at_cue(t: Tokens, at: int, found: list[Report]) -> Report | None:
    lemma, form = CUES[t.low[at]]
    if lemma == "propose" and "seconded" in t.low:
        return None
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
    subject = subject_before(t, group.first)
    if subject is None or not _can_speak(t, subject, "note"):
        return None
    return _report(t, "speaker-cue-content", at, subject, min(subject[0], group.first), at)


def _finite(t: Tokens, at: int, lemma: str, form: str, group: _Group, found: list[Report]) -> Report | None:
    first = group.first
    if first and t.low[first - 1] == "as" and form == "past" and t.low[at + 1 : at + 2] == ["by"]:
        return _agent(t, at, lemma)
    subject = subject_before(t, first)
    if subject and not (
        _agrees(t, subject, form, group) and _can_speak(t, subject, lemma) and not _governed(t, subject)
    ):
        subject = _farther(t, first) or subject
    if subject and (not _agrees(t, subject, form, group) or not _is_phrase(t, subject, form, first)):
        return None
    if subject and not _inverts(t, at, first, lemma):
        pattern = _accepts(t, at, lemma, form, subject)
        if pattern:
            return _report(t, pattern, at, subject, min(subject[0], first), at)
        if not (first and t.tag[first - 1] & (k.COMMA | k.QUOTE | k.DASH)):
            return None
    before = t.tag[first - 1] if first else k.STOP
    if (
        before & (k.QUOTE | k.COMMA | k.STOP | k.DASH | k.CLOSE)
        and (form != "base" or lemma == "say")
        and _clause(t, first)
    ):
        inverted = phrase_from(t, at + 1)
        if inverted and _can_speak(t, inverted, lemma) and (before & k.QUOTE or first or _behind_quote(t, inverted[1])):
            behind = t.tag[inverted[1] + 1] if inverted[1] + 1 < len(t.tag) else k.STOP
            if (
                (lemma in SAY and (lemma not in PARTICLES or before & k.QUOTE))
                or (lemma in MANNER and (before & k.QUOTE or behind & k.COLON))
                or lemma in ADDRESS
            ):
                return _report(t, "content-cue-speaker", at, inverted, first, inverted[1])
    if (first and t.low[first - 1] in ("and", "but", "then")) or before & k.COMMA:
        pattern = _accepts(t, at, lemma, form, None)
        if pattern and form != "base" and (found or before & k.CONJUNCTION):
            return _report(t, "coordination", at, None, first, at)
    return None


def _inverts(t: Tokens, at: int, first: int, lemma: str) -> bool:
    """Whether the speaker stands behind the cue and nothing else: "..., | said Jessica Calarco, | a sociologist"."""
    if lemma not in SAY or first < 3 or not t.tag[first - 1] & (k.COMMA | k.QUOTE) or not _clause(t, first):
        return False
    phrase = phrase_from(t, at + 1)
    if phrase is None or not t.tag[phrase[1]] & (k.CAPITAL | k.ROLE | k.BODY | k.WORK | k.PRONOUN):
        return False
    behind = phrase[1] + 1
    return behind >= len(t.tag) or bool(t.tag[behind] & (k.COMMA | k.STOP | k.OPEN)) or t.low[behind].endswith("ing")


def _governed(t: Tokens, phrase: Phrase) -> bool:
    """Whether a preposition stands before a phrase: then it is no subject."""
    return phrase[0] > 0 and bool(t.tag[phrase[0] - 1] & k.PREPOSITION)


def _farther(t: Tokens, verb: int) -> Phrase | None:
    """The subject over a reduced relative clause: "a textbook | published for schools | explains"."""
    subject = first_subject(t, verb)
    if subject is None or subject[1] + 1 >= verb:
        return None
    between = range(subject[1] + 1, verb)
    joined = any(
        t.tag[at]
        & (k.COMMA | k.STOP | k.QUOTE | k.AUXILIARY | k.VERB | k.CUE | k.SUBORDINATOR | k.RELATIVE | k.CONJUNCTION)
        for at in between
    )
    opens = (
        t.low[between[0]].endswith(("ed", "ing"))
        or t.low[between[0]] in PARTICIPLES
        or t.tag[between[0]] & (k.PREPOSITION | k.ADVERB)
    )
    return subject if opens and not joined else None


def _is_phrase(t: Tokens, subject: Phrase, form: str, verb: int) -> bool:
    """Whether a subject is one, and what looks like a verb behind it is not its noun: "Clinton's | remarks"."""
    if subject[1] != verb - 1 or form in ("past", "ing"):
        return True
    tag = t.tag[subject[1]]
    return not tag & k.POSSESSIVE and (not tag & k.DETERMINER or bool(tag & k.PRONOUN))


def _clause(t: Tokens, end: int) -> bool:
    """Whether what stands before token `end` has a verb, or is quoted, and so can be what is said."""
    return any(
        tag & (k.QUOTE | k.VERB | k.AUXILIARY | k.CUE) or low.endswith("ed")
        for tag, low in zip(t.tag[:end], t.low, strict=False)
    )


def _behind_quote(t: Tokens, last: int) -> bool:
    return any(tag & (k.QUOTE | k.COLON) for tag in t.tag[last + 1 : last + 4])


def _agrees(t: Tokens, subject: Phrase, form: str, group: _Group) -> bool:
    """Present forms need a subject of their number: "prosecutors say", "the report claims"."""
    if form == "past" or group.tags & k.AUXILIARY or group.infinitive:
        return True
    low, tag = t.low[head(t, subject)], t.tag[head(t, subject)]
    plural = low in (
        "they",
        "we",
        "i",
        "you",
        "who",
        "people",
        "police",
        "many",
        "some",
        "others",
        "several",
        "both",
        "few",
        "most",
        "two",
        "three",
        "four",
    ) or (low.endswith("s") and not low.endswith(("ss", "us", "is")) and not tag & k.CAPITAL)
    plural = plural or any(t.low[i] in ("and", "&") for i in range(subject[0], subject[1]))
    if form == "base":
        return plural or (low.endswith("s") and bool(tag & k.CAPITAL))
    return low not in ("they", "we", "i", "you") and (not plural or low == "who" or bool(tag & k.CAPITAL))


def _can_speak(t: Tokens, phrase: Phrase, lemma: str) -> bool:
    """Whether a phrase can be who says it: somebody, some body, something written; anything for the plainest cues."""
    first, last = phrase
    tag, low = t.tag[last], t.low[last]
    if low.endswith("-old"):
        return True
    if not tag & k.CAPITAL:
        tag, low = t.tag[head(t, phrase)], t.low[head(t, phrase)]
    if low in ("it", "this", "that", "which", "there") and lemma not in ("say", "add", "tell", "note", "call", "warn"):
        return False
    if low in ("there", "this", "that", "what", "i") and last == first and low != "i":
        return False
    if tag & (k.CAPITAL | k.ROLE | k.BODY | k.WORK | k.TITLE) or (tag & k.PRONOUN and low != "it"):
        return True
    if tag & k.CLOSE or low in COUNTS:
        return True
    if any(
        t.tag[i] & (k.ROLE | k.BODY | k.WORK | k.TITLE) and not t.tag[i] & k.POSSESSIVE for i in range(first, last + 1)
    ):
        return True
    return (
        lemma in CORE
        or low == "it"
        or low.endswith(("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ian", "ians"))
    )


def _accepts(t: Tokens, at: int, lemma: str, form: str, subject: Phrase | None) -> str | None:
    """The pattern under which what follows the cue (or stands before its subject) is its content; None if there is none."""
    if subject and not _can_speak(t, subject, lemma):
        return None
    size = len(t.tag)
    nxt = at + 1
    while (
        nxt < size
        and t.tag[nxt] & k.ADVERB
        and not t.tag[nxt] & (k.DETERMINER | k.SUBORDINATOR | k.PREPOSITION)
        and t.low[nxt] not in _CLAUSE
    ):
        nxt += 1
    while nxt + 1 < size and t.tag[nxt] & k.TIME and t.low[nxt + 1] in PARTICLES.get(lemma, ()):
        nxt += 1
    tag = t.tag[nxt] if nxt < size else k.STOP
    low = t.low[nxt] if nxt < size else ""
    opener = subject[0] if subject else at
    before = t.tag[opener - 1] if opener else 0
    after_content = bool(before & (k.QUOTE | k.COMMA | k.DASH)) and opener > 1
    aside = next((i for i in range(nxt + 1, min(nxt + 6, size)) if t.tag[i] & k.COMMA), 0) if tag & k.COMMA else 0
    if aside and not t.tag[nxt + 1] & k.QUOTE and aside + 1 < size and lemma in OBJECT and _object(t, aside + 1):
        return "speaker-cue-content"
    if t.low[nxt : nxt + 2] in (["in", "detail"], ["at", "length"]):
        nxt += 2
        tag, low = (t.tag[nxt], t.low[nxt]) if nxt < size else (k.STOP, "")
    if lemma == "go":
        goes = low == "on" and (
            before & k.QUOTE or any(tags & (k.QUOTE | k.COLON) for tags in t.tag[nxt + 1 : nxt + 3])
        )
        return "speaker-cue-content" if goes else None
    if lemma in GIVES_ONLY and not _gives(t, nxt):
        return None
    if tag & k.QUOTE or (tag & (k.COMMA | k.COLON) and nxt + 1 < size and t.tag[nxt + 1] & k.QUOTE):
        return "speaker-cue-content" if tag & k.QUOTE or not before & k.QUOTE else "content-speaker-cue"
    if lemma in NAMING and _names(t, nxt):
        return "speaker-cue-content"
    if (
        low in PARTICLES.get(lemma, ())
        and opener
        and t.low[opener - 1] == "as"
        and t.tag[nxt + 1 : nxt + 2] in ([], [k.STOP])
    ):
        return "content-speaker-cue"
    if lemma == "make" and t.low[nxt : nxt + 2] == ["it", "clear"]:
        return "speaker-cue-content"
    if (
        lemma == "call"
        and low in ("on", "upon")
        and not ("to" in t.low[nxt:] or any(tags & k.QUOTE for tags in t.tag[nxt:]))
    ):
        return None
    if low in PARTICLES.get(lemma, ()) and nxt + 1 < size and t.tag[nxt + 1] & (k.WORD | k.QUOTE):
        return "speaker-cue-content"
    if lemma in GIVING and _gives(t, nxt):
        return "speaker-cue-content"
    if before & k.QUOTE and (lemma in SAY or lemma in MANNER or lemma in ADDRESS) and opener:
        return "content-speaker-cue"
    if lemma in ADDRESS and _addresses(t, nxt):
        return "speaker-cue-content"
    if lemma in SAY and low in _CLAUSE:
        return "speaker-cue-content"
    if lemma in SAY and opener and t.low[opener - 1] == "as" and (tag & (k.STOP | k.COMMA) or nxt >= size):
        return "content-speaker-cue"
    if lemma in SAY and tag & k.COLON and nxt + 1 < size:
        return "speaker-cue-content"
    if (
        lemma in SAY
        and lemma not in THAT_ONLY
        and after_content
        and tag & (k.STOP | k.COMMA | k.PREPOSITION | k.TIME | k.DASH | k.SUBORDINATOR)
    ):
        return "content-speaker-cue"
    if lemma in ("say", "tell") and after_content and lemma == "tell" and phrase_from(t, nxt):
        return "content-speaker-cue"
    if lemma in FINDINGS and subject and t.tag[head(t, subject)] & k.WORK and _object(t, nxt):
        return "speaker-cue-content"
    if lemma in THAT_ONLY:
        return None
    if lemma in OBJECT and _object(t, nxt) and not (form in ("third", "base") and subject is None):
        return "speaker-cue-content"
    if lemma in SAY:
        return _clause_ahead(t, nxt, lemma)
    return None


def _gives(t: Tokens, at: int) -> bool:
    """A message given, to somebody or to all: "expressed | deep concern", "gave | the envoy | a detailed account"."""
    if at < len(t.tag) and t.tag[at] & k.CAPITAL | t.tag[min(at + 1, len(t.tag) - 1)] & (k.CAPITAL | k.ROLE):
        person = phrase_from(t, at)
        at = person[1] + 1 if person and t.low[person[1]] not in MESSAGES else at
    for ahead in range(at, min(at + 6, len(t.tag))):
        if t.low[ahead] in MESSAGES:
            return True
        if t.tag[ahead] & (k.PREPOSITION | k.COMMA | k.STOP):
            return False
    return False


def _object(t: Tokens, at: int) -> bool:
    if at >= len(t.tag):
        return False
    tag = t.tag[at]
    return (
        bool(tag & (k.DETERMINER | k.OBJECT | k.NUMBER | k.CAPITAL | k.QUOTE))
        or nominal(t, at)
        or t.low[at].endswith("ing")
    )


def _names(t: Tokens, at: int) -> bool:
    """An object and something behind it: "called | the plan | a mistake"."""
    size = len(t.tag)
    if at >= size:
        return False
    obj = (
        (at, at)
        if t.tag[at] & (k.OBJECT | k.QUOTE) or t.low[at] in ("it", "this", "that", "her")
        else phrase_from(t, at)
    )
    if obj is None or obj[1] + 1 >= size:
        return False
    if any(tags & k.QUOTE for tags in t.tag[obj[1] + 1 : obj[1] + 12]):
        return True
    tag, low = t.tag[obj[1] + 1], t.low[obj[1] + 1]
    if tag & k.TIME or low in ("on", "in", "at", "and", "after", "before", "during", "when", "who"):
        return False
    return (
        bool(tag & (k.DETERMINER | k.QUOTE | k.CAPITAL | k.ADVERB))
        or low in ("as", "to", "with")
        or bool(tag & k.WORD and not tag & (k.PREPOSITION | k.AUXILIARY | k.SUBORDINATOR | k.CONJUNCTION))
    )


def _addresses(t: Tokens, at: int) -> bool:
    """Somebody told, and something told: "told | the paper | that ...", "urged | them | to ..."."""
    size = len(t.tag)
    if at >= size:
        return False
    if t.low[at] in _CLAUSE or t.low[at] == "to":
        return at + 1 < size
    person = (at, at) if t.tag[at] & (k.OBJECT | k.PRONOUN) and not t.tag[at] & k.POSSESSIVE else phrase_from(t, at)
    return person is not None and person[1] + 2 < size and not t.tag[person[1] + 1] & k.STOP


def _clause_ahead(t: Tokens, at: int, lemma: str) -> str | None:
    """A clause without "that": what follows begins a noun phrase, directly or behind where and when it was said."""
    size = len(t.tag)
    if at >= size:
        return None
    tag = t.tag[at]
    if tag & k.PRONOUN and not tag & (k.DETERMINER | k.POSSESSIVE) and lemma not in THAT_ONLY and size - at > 3:
        return "speaker-cue-content"
    if lemma in ("write", "read") and not _clause_in(t, at):
        return None
    if lemma in CLAUSAL and tag & (k.DETERMINER | k.CAPITAL) and not tag & k.TIME:
        return "speaker-cue-content" if size - at > 3 else None
    if (
        lemma not in PARTICLES
        and tag & (k.DETERMINER | k.PRONOUN | k.CAPITAL | k.NUMBER)
        and not tag & k.TIME
        or (lemma not in PARTICLES and nominal(t, at) and not tag & k.TIME)
    ):
        return "speaker-cue-content" if size - at > 2 else None
    limit = min(size, at + 16)
    for later in range(at, limit):
        if t.low[later] in ("that", "whether") or t.tag[later] & k.QUOTE:
            return "speaker-cue-content"
        if t.tag[later] & k.STOP:
            break
    if lemma == "say" and tag & (k.PREPOSITION | k.SUBORDINATOR | k.TIME) and size - at > 6:
        return "speaker-cue-content"
    return None


def _clause_in(t: Tokens, at: int) -> bool:
    """Whether a noun phrase with a verb behind it begins at `at`: "wrote | the plan was ready", not "wrote | books"."""
    phrase = phrase_from(t, at)
    behind = phrase[1] + 1 if phrase else len(t.tag)
    return behind < len(t.tag) and bool(
        t.tag[behind] & (k.AUXILIARY | k.VERB | k.CUE) or t.low[behind].endswith(("ed", "s"))
    )


def _participle(t: Tokens, at: int, lemma: str, found: list[Report]) -> Report | None:
    """ "..., adding that", "by saying", "Welcoming the guests, ...": its subject is that of the clause."""
    before = t.tag[at - 1] if at else k.STOP
    adverb = at > 1 and bool(before & k.ADVERB)
    if adverb:
        before = t.tag[at - 2]
    written = at > 2 and _released(t, at)
    opens = before & (k.COMMA | k.QUOTE | k.DASH | k.STOP) or t.low[at - 1] in ("by", "and", "while", "in")
    if not (opens or written or at == 0):
        return None
    if _accepts(t, at, lemma, "ing", None) is None and not (before & k.QUOTE):
        return None
    if found:
        return _report(t, "participle", at, None, at, at)
    subject = first_subject(t, at) if at else _behind_comma(t, at)
    if subject is None or not _can_speak(t, subject, lemma):
        return None
    return _report(t, "participle", at, subject, min(at, subject[0]) if at == 0 else at, at)


def _released(t: Tokens, at: int) -> bool:
    """Whether the participle tells what a text says that somebody gave out: "released a statement on Friday | condemning"."""
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
            if agent and _can_speak(t, agent, lemma):
                return _report(t, "agent", at, agent, at, agent[1])
            return None
    return None


def _according(t: Tokens, at: int) -> Report | None:
    for words in _ACCORDING:
        if tuple(t.low[at : at + len(words)]) == words:
            source = phrase_from(t, at + len(words))
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


def released_by(t: Tokens, source: Phrase) -> Phrase:
    """Who gave out what is named: "data released by | the bank", "projections from | the agency"."""
    first, last = source
    for at in range(first + 1, last):
        if t.low[at] in ("by", "from") and t.tag[first if t.tag[first] & k.WORK else at - 1] & k.WORD:
            giver = phrase_from(t, at + 1)
            if giver and t.tag[giver[1]] & (k.CAPITAL | k.BODY) and (t.low[at] == "by" or t.tag[at - 1] & k.WORK):
                return giver
    return source


def _opinion(t: Tokens, at: int) -> Report | None:
    """ "were of the | opinion | that ...", "their | assessment | was that ..."."""
    low = t.low
    if low[at + 1 : at + 2] == ["that"] and low[max(0, at - 2) : at] in (["of", "the"], ["of", "an"]):
        group = _verb_group(t, at - 2)
        subject = subject_before(t, group.first)
        if group.tags & k.BE and not group.tags & k.NEGATION and subject and _can_speak(t, subject, "note"):
            return _report(t, "opinion", at, subject, subject[0], at + 1)
    if low[at + 1 : at + 3] in (["was", "that"], ["is", "that"]) and at and t.tag[at - 1] & k.POSSESSIVE:
        owner = (at - 1, at - 1) if t.tag[at - 1] & k.DETERMINER else phrase_from(t, 0)
        return owner and _report(t, "opinion", at, owner, min(owner[0], at), at + 2)
    return None


def _punctuated(t: Tokens, at: int) -> Report | None:
    """A name, a colon and a quotation; or a quotation, a dash and a name."""
    size = len(t.tag)
    if t.tag[at] & k.COLON and at + 1 < size and t.tag[at + 1] & k.QUOTE and 0 < at <= 9:
        source = phrase_from(t, 0)
        if source and source[1] == at - 1 and _can_speak(t, source, "note"):
            return _report(t, "colon", at, source, source[0], at)
    if t.tag[at] & k.DASH and 0 < at < size - 1 and t.tag[at - 1] & k.QUOTE and t.tag[at + 1] & k.CAPITAL:
        source = phrase_from(t, at + 1)
        if source and (source[1] == size - 1 or t.tag[source[1] + 1] & (k.COMMA | k.STOP | k.OPEN)):
            return _report(t, "signature", at, source, at, source[1])
    return None


def _report(t: Tokens, pattern: str, at: int, source: Phrase | None, first: int, last: int) -> Report:
    last = max(last, at)
    first = min(first, at)
    quoted = any(t.tag[i] & k.QUOTE for i in (first - 2, first - 1, last + 1, last + 2) if 0 <= i < len(t.tag))
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
    sizes = [
        max(1, (t.end[i] - t.start[i]) // 6) if t.tag[i] & k.QUOTE else int(bool(t.tag[i] & k.WORD))
        for i in range(len(t.tag))
    ]
    total = sum(sizes) or 1
    if pattern not in ("speaker-cue-content", "participle", "coordination"):
        return 1 - sum(sizes[first : last + 1]) / total
    end = len(sizes)
    if pattern == "speaker-cue-content" and source is not None and _subordinate(t, first, at):
        end = next(
            (
                i
                for i in range(last + 1, end)
                if t.tag[i] & (k.COMMA | k.DASH) and not t.tag[min(i + 1, end - 1)] & k.QUOTE
            ),
            end,
        )
    return sum(sizes[last + 1 : end]) / total


def _subordinate(t: Tokens, first: int, at: int) -> bool:
    """Whether the clause hangs on another: "..., who said", "after he said", "what they call"."""
    if any(t.tag[i] & k.RELATIVE and t.low[i] != "that" for i in range(first, at)):
        return True
    return first > 0 and bool(
        t.tag[first - 1] & (k.SUBORDINATOR | k.RELATIVE)
        or t.low[first - 1] in ("what", "after", "before", "as", "when")
    )
