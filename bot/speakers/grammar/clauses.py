"""A reporting clause: its source, its cue, and how much of the sentence is what it reports."""

from itertools import islice
from typing import NamedTuple

from bot.speakers.grammar.cues import ACTS, CLAIMS, CORE, CUES
from bot.speakers.grammar.function_words import DECLINES
from bot.speakers.grammar.phrases import Phrase, head, phrase_from
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CAPITAL,
    COLON,
    COMMA,
    CUE,
    DASH,
    DETERMINER,
    NEGATION,
    OBJECT,
    OPEN,
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
)


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


_SOMEBODY = CAPITAL | ROLE | BODY | TITLE | PRONOUN
_HELPS, _NO_ADVERB = AUXILIARY | NEGATION, DETERMINER | TIME | CAPITAL
TOLD = 6
"""Tokens of whom something is told, before a colon and a quotation."""
_NAMED = 3
"""Words of a source that are more than a name."""
FAR = 100
"""Tokens that the end of a clause is looked for; bounds the work on sentences without end."""
_BETWEEN = frozenset("long so far as on".split())
"""Words that stand inside a verb group: "has | long | said", "went | so far as | to say"."""
_WITHIN = frozenset("all both each long since".split())
"""Words behind the first auxiliary of a verb group."""
_CLAIMS = CLAIMS - {"charge", "charges"}
_CLAUSES = frozenset(["how", "that", "whether", "why"])
_LETTERS = frozenset("address email interview letter memo message note post speech statement tweet".split())
"""In what one says what one thinks of something."""
_OBJECT_WITHIN = 16
"""Tokens of an object, before that."""
_ASIDE_WITHIN = 8
"""Tokens of what stands inside a verb group."""
_DENIES = frozenset(["denied", "denies", "deny"])
"""Before what one has not done: "denied | ever stealing it"."""
_SHOWS = frozenset(["show", "showed", "shows"])
_HAS, _DOES = frozenset(["had", "has", "have"]), frozenset(["did", "do", "does"])
_NO_ASIDE = AUXILIARY | VERB | CAPITAL | PRONOUN | QUOTE | COLON | SUBORDINATOR
CONTINUES = frozenset(
    "appeared appears began begun came continue continued continues go goes going proceeded seemed seems went".split()
)


class Group(NamedTuple):
    """The verb group of a cue: where it begins, and what stands in it."""

    first: int
    tags: int
    infinitive: bool
    lows: tuple[str, ...]

    @property
    def finite(self) -> bool:
        return not (self.tags & AUXILIARY or self.infinitive)


def verb_group(t: Tokens, at: int) -> Group:
    """The verb group that ends with the cue at token `at`."""
    first, tags, infinitive = at, 0, False
    lows: list[str] = []
    while first > 0:
        tag, low = t.tag[first - 1], t.low[first - 1]
        apart = first == at and not tag & (AUXILIARY | ADVERB)
        if apart and (perfect := _parted(t, at)):
            first = perfect + 1
            continue
        infinitive = infinitive or low == "to"
        named = tag & CAPITAL and first > 1  # "who moved in | May | complain"
        helps = (tag & _HELPS and not named) or (tag & ADVERB and not tag & _NO_ADVERB)
        within = low in _WITHIN and first > 1 and t.tag[first - 2] & AUXILIARY  # "has | long | said"
        if not (helps or within or (infinitive and _governs(tag, low))):
            break
        tags |= tag
        lows.append(low)
        first -= 1
    return Group(first, tags, infinitive, tuple(lows))


def _parted(t: Tokens, at: int) -> int:
    """Where the auxiliary stands before an aside in a verb group: "has | in a message | said", "does|, too,| say"."""
    helps = _HAS if t.low[at].endswith(("ed", "id", "ld", "en")) else _DOES
    if helps.isdisjoint(t.low[max(0, at - _ASIDE_WITHIN) : at]):
        return 0
    for n in range(at - 1, max(0, at - _ASIDE_WITHIN), -1):
        if t.low[n] in helps:
            return n if t.tag[n + 1] & (COMMA | PREPOSITION) and t.low[n + 1] != "to" else 0
        if t.tag[n] & _NO_ASIDE:
            break
    return 0


def _governs(tag: int, low: str) -> bool:
    """Whether a word stands before an infinitive in its group: "went | so far as to say", "promised | to say"."""
    known = low == "to" or low in _BETWEEN or low in CONTINUES or low in DECLINES
    return bool(known or tag & VERB or low.endswith("ed"))


def _words_behind(t: Tokens, at: int) -> bool:
    """Whether an act is about words: "denied | those claims", "confirmed | the cover was lawful"."""
    if at >= len(t.tag):
        return False
    told = not (_CLAUSES.isdisjoint(t.low[at : at + 5]) and _CLAIMS.isdisjoint(t.low[at : at + 4]))
    if told or t.tag[at] & PRONOUN or _in_words(t, at):
        return True
    phrase = phrase_from(t, at)
    if phrase is None or phrase[1] + 2 >= len(t.tag):
        return False
    verb, behind = t.tag[phrase[1] + 1 : phrase[1] + 3]
    acts = verb & (CUE | VERB) or t.low[phrase[1] + 1].endswith("ed")
    return bool(verb & AUXILIARY or (acts and behind & (DETERMINER | OBJECT)))


def _in_words(t: Tokens, at: int) -> bool:
    """Whether it is said where something is done with words: "welcomed the plan | in a separate statement"."""
    if "in" not in t.low[at : at + _OBJECT_WITHIN]:
        return False
    near = range(at, min(at + _OBJECT_WITHIN, len(t.tag) - 2))
    return any(
        t.low[n] == "in" and t.tag[n + 1] & DETERMINER and not _LETTERS.isdisjoint(t.low[n + 2 : n + 4]) for n in near
    )


def asks(t: Tokens, at: int) -> bool:
    """Whether somebody is to do something: "challenged | the agency to play its part", not "his rival to a duel"."""
    somebody = phrase_from(t, at)
    behind = somebody[1] + 1 if somebody else len(t.tag)
    return t.low[behind : behind + 1] == ["to"] and t.tag[behind + 1 : behind + 2] != [] and _bare_verb(t, behind + 1)


def _bare_verb(t: Tokens, at: int) -> bool:
    return bool(t.tag[at] & WORD) and not t.tag[at] & (DETERMINER | CAPITAL | PREPOSITION | TIME)


def _shows(t: Tokens, at: int, source: Phrase | None) -> bool:
    """Whether something shows what stands before: "The town paid twice, figures | show |", not "who hosts a show"."""
    ends = t.tag[at + 1 : at + 2] and t.tag[at + 1] & (COMMA | STOP)
    if source is None or (source[0] and t.low[source[0] - 1] == "as"):
        return False
    between = t.tag[source[1] + 1 : at]
    return bool(t.low[at] in _SHOWS and ends) and not any(tag & RELATIVE for tag in between)


def make_report(t: Tokens, pattern: str, at: int, source: Phrase | None, first: int, last: int) -> Report:
    """The clause from token `first` to `last` with its cue at `at`, and what it reports."""
    last = max(last, at)
    first = min(first, at)
    quoted = t.quoted and _beside_quotation(t, first, last)
    share = _share(t, pattern, at, source, first, last)
    lemma, form = CUES.get(t.low[at], ("", ""))
    named = source == (0, 0) and t.low[at] in CORE  # "Moss | said", not "Evidence | shows"
    thing = source is not None and not (named or _somebody(t, source))
    act = not quoted and lemma in ACTS and not _words_behind(t, last + 1)
    act = act and not (t.low[at] in _DENIES and any(low.endswith("ing") for low in t.low[last + 1 : last + 3]))
    act = act and not (_shows(t, at, source) or (lemma == "challenge" and asks(t, last + 1)))
    return Report(
        pattern,
        (t.start[at], t.end[at]),
        source,
        t.start[first],
        t.end[last],
        first,
        last,
        quoted,
        form in ("third", "base"),
        act,
        thing,
        share,
    )


def _somebody(t: Tokens, source: Phrase) -> bool:
    """Whether a source is named or somebody: by its noun, where that is something written ("country | data")."""
    noun = head(t, source)
    written = t.tag[noun] & WORK and not t.tag[noun] & _SOMEBODY
    known = CAPITAL if written else _SOMEBODY
    return any(tag & known for tag in t.tag[source[0] + (source[0] == 0) : source[1] + 1])


def _beside_quotation(t: Tokens, first: int, last: int) -> bool:
    if any(tag & QUOTE for tag in (*t.tag[max(0, first - 2) : first], *t.tag[last + 1 : last + 3])):
        return True
    return any(t.tag[n] & COLON and t.tag[n + 1] & QUOTE for n in range(last + 1, min(last + TOLD, len(t.tag) - 1)))


def _share(t: Tokens, pattern: str, at: int, source: Phrase | None, first: int, last: int) -> float:
    """Words of the content over words of the sentence. In a subordinate clause the content ends with the clause."""
    size = t.counts
    total = size[-1] or 1
    aside = COMMA | DASH | OPEN | RELATIVE
    if t.low[at] in CUES and CUES[t.low[at]][0] not in ACTS:
        aside |= PREPOSITION  # "Lee | in his speech | informed them that"
    if (
        pattern == "speaker-cue-content"
        and source is not None
        and (
            t.tag[source[1] + 1] & aside or _speaking(t, source[1] + 1) or t.tag[source[1]] & WORK
        )  # "a letter | sent in May | says"
    ):
        total -= size[at] - size[source[1] + 1]
    if pattern == "speaker-cue-content" and source is not None and source[0] == first:
        total -= max(0, size[source[1] + 1] - size[source[0]] - _NAMED)  # a long name is no less of a source
        written = t.tag[0] & PREPOSITION and any(tag & WORK for tag in t.tag[1:4])  # "In a letter to them, | Lee said"
        leads = written or t.low[0].endswith(("ed", "ing")) or "asked" in t.low[:3]
        if first > 1 and (t.tag[first - 1] & COLON or (leads and t.tag[first - 1] & COMMA)):
            total -= size[first]  # "When asked about the road, | Lee said", "It is a win: | many say"
        elif 1 < first < FAR and t.tag[first - 1] & COMMA and _office(t.tag[: first - 1]):
            total -= size[first]  # "The Minister of Trade, head of the board, | Ann Lee, said"
    if pattern not in ("speaker-cue-content", "participle", "coordination"):
        names = source if source and pattern not in ("according-to", "opinion") else (first, last)
        names = (at + 1, last) if pattern == "content-cue-speaker" else names  # "said | his aide, Ann Lee |"
        long = max(0, size[names[1] + 1] - size[names[0]] - _NAMED)
        return 1 - (size[last + 1] - size[first] - long) / max(1, total - long)
    if pattern == "coordination" and "comment" in t.low[max(0, first - _OBJECT_WITHIN) : first]:
        total -= size[first]  # "Lee declined to comment on it but | said"
    end = len(t.tag)
    if pattern == "speaker-cue-content" and first > 2 and t.low[first - 1] == "which" and t.tag[first - 2] & COMMA:
        return 1 - (size[last + 1] - size[first]) / total  # "The cuts took a tenth, which | Lee said | was a lot."
    if pattern == "speaker-cue-content" and _subordinate(t, first, at):
        ends = (
            i
            for i in range(last + 1, min(end, last + FAR))
            if t.tag[i] & (COMMA | DASH) and not t.tag[min(i + 1, end - 1)] & QUOTE
        )
        under = t.low[last + 1 : last + 2] == ["that"] and t.tag[min(last + 2, end - 1)] & SUBORDINATOR
        end = next(islice(ends, under > 0, None), end)  # "who said that although it rained, | the dam held"
    return (size[end] - size[last + 1]) / total


def _speaking(t: Tokens, at: int) -> bool:
    """Whether it is told where somebody speaks: "Ann Lee, | speaking | at the fair, said"."""
    return bool(t.tag[at] & CUE) and t.low[at].endswith("ing")


def _office(tags: list[int]) -> bool:
    """Whether tokens that open a sentence only tell what somebody is, be it the head "of the mill | that runs it"."""
    tags = tags[: next((at for at, tag in enumerate(tags) if tag & RELATIVE), len(tags))]
    opens = not tags or tags[0] & (PREPOSITION | SUBORDINATOR)
    acts = any(tag & (VERB | AUXILIARY | QUOTE | CUE) and not tag & (CAPITAL | ROLE) for tag in tags)
    return not (opens or acts) and any(tag & ROLE for tag in tags)


def _subordinate(t: Tokens, first: int, at: int) -> bool:
    """Whether the clause hangs on another: "..., who said", "after he said", "what they call"."""
    relative = next((i for i in range(at - 1, first - 1, -1) if t.tag[i] & RELATIVE and t.low[i] != "that"), at)
    if relative < at and not any(tag & COMMA for tag in t.tag[relative:at]):
        return True
    return first > 0 and bool(
        t.tag[first - 1] & (SUBORDINATOR | RELATIVE) or t.low[first - 1] in ("what", "after", "before", "as", "when")
    )
