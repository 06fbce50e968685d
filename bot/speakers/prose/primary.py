"""Which of its clauses a sentence is reported by."""

from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.tokens import (
    CAPITAL,
    COMMA,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TIME,
    WORD,
    Tokens,
)
from bot.speakers.prose.readings import LEAST, Reading
from bot.words import COUNTRY

_WHEN = frozenset(["after", "as", "when", "while"])
_OPENS = 5
"""Tokens before a clause under another that opens the sentence."""
_UNDER = _WHEN | {"before", "since", "until"}
"""Words that open a clause under another."""
_SIDES = frozenset(["countries", "country", "government", "side", "sides"]) | COUNTRY.keys()
_ASKS = frozenset("agreed allowed asked demanded invited offered ordered refused requested urged".split())
"""What is told of before the tag of whoever tells it."""
_SHOWS = frozenset(
    "indicate indicated indicates reveal revealed reveals show showed shows suggest suggested suggests".split()
)
"""What things do that tell something: "The council's findings | show | that it leaks, Moss said"."""
_SOMEBODY = CAPITAL | PRONOUN | ROLE
_TAGS = frozenset(["according-to", "content-cue-speaker", "content-speaker-cue"])
"""Clauses that stand behind what they report."""


def primary(reading: Reading, claims: dict[int, tuple[Reading, Report]], *, relays: bool) -> Report | None:
    """The clause that a sentence is reported by: its first one.

    A later one goes before it beside quotation marks around most of the sentence, or when the first only says what some
    thing shows ("Evidence shows that ..., the doctor said").
    """
    if not reading.reports:
        return None
    lead = _leading(reading)
    told = [
        report
        for report in reading.reports[lead:]
        if report.quoted
        or (
            report.share >= _least(reading, report, relays=relays, led=lead > 0)
            and (relays or not report.act)
            and not _by_the_way(reading, report)
        )
    ]
    if not told:
        return None
    if _relayed(reading, told):
        told = told[1:]
    if told[-1].pattern in ("content-cue-speaker", "content-speaker-cue") and _less(reading, told[0], told[-1]):
        return told[-1]
    if _outer(reading, told[0], told[-1]) or (told[-1].pattern in _TAGS and _embedded(reading, told[0])):
        return told[-1]
    if reading.share > 0.4:
        best = max(reading.clips, key=lambda clip: clip[2] - clip[1])
        claim = claims.get(best[0])
        if claim and claim[0] is reading:
            return told[0] if _retold(reading, told[0], claim[1]) else claim[1]
    if _side(reading, told[0]):
        return next((report for report in told if report.pattern == "content-speaker-cue"), told[0])
    return told[0]


def _by_the_way(reading: Reading, report: Report) -> bool:
    """Whether a clause under another tells what a thing shows: "When data | showed it", "data | that showed it"."""
    t, source = reading.tokens, report.source
    if t is None or source is None or report.pattern != "speaker-cue-content":
        return False
    if 0 < source[0] <= _OPENS and t.low[source[0] - 1] in ("since", "until"):
        return True  # "A week since the council | announced | its plan, trade is up."
    return (
        report.thing
        and bool(source[0])
        and (t.low[source[0] - 1] in _WHEN or t.low[source[1] + 1] in ("that", "which"))
    )


def _leading(reading: Reading) -> int:
    """How many clauses only say when: "When the court asked why and said it was late, | Moss disagreed."."""
    t = reading.tokens
    if t is None or reading.reports[0].first != 1 or t.low[0] not in _WHEN:
        return 0
    return next((n for n, report in enumerate(reading.reports) if n and _opens_main(t, report)), 0)


def _opens_main(t: Tokens, report: Report) -> bool:
    return (
        report.pattern == "speaker-cue-content" and report.source is not None and bool(t.tag[report.first - 1] & COMMA)
    )


def _relayed(reading: Reading, told: list[Report]) -> bool:
    """Whether the first clause only says who relays another: "According to Reuters, | Lee said it was late"."""
    t = reading.tokens
    if t is None or told[0].pattern != "according-to" or told[0].first or not told[1:]:
        return False
    source = told[1].source
    named = source is not None and t.tag[source[1]] & CAPITAL and not t.tag[source[0]] & DETERMINER
    return bool(named and told[1].pattern == "speaker-cue-content" and t.tag[told[1].first - 1] & COMMA)


def _embedded(reading: Reading, report: Report) -> bool:
    """Whether a clause only tells who somebody is, when, or by whom something is done: "Voters | who asked | came"."""
    t, source = reading.tokens, report.source
    if t is None or source is None or report.pattern not in ("agent", "speaker-cue-content"):
        return False
    under = source[0] and t.low[source[0] - 1] in _UNDER
    done = report.pattern == "agent" and t.low[0] != "as"
    return bool(under or done) or any(t.low[n] in ("who", "which") for n in range(source[1] + 1, report.last))


def _retold(reading: Reading, first: Report, last: Report) -> bool:
    """Whether a tag only tells who reports it: "Lee said that it is “late,” Reuters writes"."""
    t = reading.tokens
    ends = t is not None and last.last + 2 >= len(t.tag) and last.pattern == "content-speaker-cue"
    that = t is not None and t.low[first.last + 1 : first.last + 2] == ["that"]
    return ends and that


def _less(reading: Reading, first: Report, last: Report) -> bool:
    """Whether a clause only says what a thing shows or what somebody does, before the tag that ends the sentence."""
    t = reading.tokens
    behind = t.tag[last.last + 1 :] if t is not None else []
    alone = len(behind) < 2 and first.pattern == "participle"
    bare = first.pattern == "coordination" and not reading.clips  # "The talks failed and confirmed it, | Lee said"
    return first.thing or alone or bare


def _outer(reading: Reading, first: Report, last: Report) -> bool:
    """Whether the tag of a sentence without quotation tells who says all of it: "Tests show it leaks, | said Lee |"."""
    t, source = reading.tokens, last.source
    if t is None or source is None or reading.clips:
        return False
    if t.low[source[0]] in ("he", "she") and last.pattern == "content-speaker-cue":  # "Chad asked us to go, he said"
        return t.low[first.last] in _ASKS and bool(t.tag[last.first - 1] & COMMA)
    if t.low[first.last] == "pleaded" and last.first and t.tag[last.first - 1] & COMMA:
        return last.pattern in ("content-cue-speaker", "content-speaker-cue")  # "A man pleaded guilty, the court said"
    if not t.tag[source[1]] & CAPITAL:
        return False
    if last.pattern == "content-speaker-cue":  # "It is a rule | they told | us, Lee said"
        they = first.source is not None and first.first and t.tag[first.source[0]] & PRONOUN
        before = t.tag[first.first - 1]
        noun = before & (WORD | TIME | COMMA) == WORD and (not before & CUE or t.tag[first.first - 2] & DETERMINER)
        anyone = t.low[first.source[0]] in ("a", "an") if first.source else False  # "A man admitted it, Lee said"
        shows = first.source is not None and t.low[first.last] in _SHOWS and not t.tag[first.source[1]] & _SOMEBODY
        return bool(they and noun) or ((anyone or shows) and bool(t.tag[last.first - 1] & COMMA))
    return last.pattern == "content-cue-speaker" and bool(t.tag[last.first - 1] & COMMA)


def _side(reading: Reading, report: Report) -> bool:
    """Whether a clause tells what a country does, so that who speaks for it says so: "China thanks them, Xi said"."""
    source, tokens = report.source, reading.tokens
    if source is None or tokens is None or report.quoted or not report.present:
        return False
    return tokens.low[source[1]] in _SIDES


def _least(reading: Reading, report: Report, *, relays: bool, led: bool) -> float:
    """The share that must be reported: less beside marks, and where "met her and thanked her" is news."""
    if reading.clips:
        return LEAST / 3
    t = reading.tokens
    led = led or (t is not None and bool(t.tag[0] & PREPOSITION) and _opens_main(t, report))  # "In Orla, | Lee said"
    return LEAST / 2 if led or (relays and report.pattern == "coordination") else LEAST
