"""A sentence as the grammar sees it: what in it is quoted, who reports what, and in which way."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from bot.layout import Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, INDIRECT, MIXED
from bot.speakers.grammar.acts import FORMS
from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.cues import CUES, OPINIONS, STANCES
from bot.speakers.grammar.reports import reports
from bot.speakers.grammar.tokens import COMMA, CONJUNCTION, QUOTE, STOP, SUBORDINATOR, Place, Tokens
from bot.speakers.prose.quotations import Quotation
from bot.words import COUNTRY, word_set

_WORDS = re.compile(r"[a-z]+")
_SIGNS = CUES.keys() | FORMS.keys() | OPINIONS | STANCES | {"according", "words"}
_WHEN = frozenset(["after", "as", "when", "while"])
_OPENS = 5
"""Tokens before a clause under another that opens the sentence."""
_UNDER = _WHEN | {"before", "since", "until"}
"""Words that open a clause under another."""
_FAR = 40
_BESIDE = 4
"""Clauses on either side of a quotation that may be its own."""
_SIDES = frozenset(["countries", "country", "government", "side", "sides"]) | COUNTRY.keys()
_THOUGHTS = word_set(
    "believe conclude decide detect fear feel find guess hope reason reckon recall reflect show speculate suppose "
    "suspect think wonder worry"
)
_TAGS = frozenset(["according-to", "content-cue-speaker", "content-speaker-cue"])
"""Clauses that stand behind what they report."""
LEAST_RELAYED = 0.4
"""Share of a sentence that must be reported for the sentence to relay it."""
LEAST = 0.3
"""Share of a sentence that must be reported for the sentence to be somebody's words."""
_OPENING = lazily(
    r"(?:(?:\d{1,3}[.)]|\(?[a-z\d]{1,4}\))|"
    r"[A-Z][A-Z’'.-]{2,20}(?: [A-Z][A-Z’'.-]{1,20}){0,3}(?:, [^\s,—–]{1,20}(?: [^\s,—–]{1,20}){0,3}){0,2}"
    r"(?: \([A-Z][\w/. ]{1,20}\))? ?(?:—|–|--?)(?=\s+[A-Z\"“]))\s+"
)
"""What opens a sentence and is no word of it: the number of an item, a dateline.

"1. | Ann Lee asked for a bridge.", "ORLA, 3 May 1936 — | The mayor ..."
"""


class Reading(NamedTuple):
    """A sentence as the grammar sees it."""

    span: Span
    clips: list[tuple[int, int, int]]
    """Parts of quotations in it: number of the quotation, start, end."""
    share: float
    """How much of it stands in quotations."""
    tokens: Tokens | None
    """None where no cue stands in it."""
    reports: list[Report]


def read_sentence(text: str, span: Span, quotes: list[Quotation], names: list[Place]) -> Reading:
    """The reading of a sentence; `quotes` are the quotations of its block, in order, `names` as in `Tokens`."""
    clips = _clips(span, quotes) if quotes else []
    covered = sum([end - start for _, start, end in clips])
    share = covered / max(1, span.end - span.start)
    if covered >= span.end - span.start or not (clips or _signed(text[span.start : span.end].lower())):
        return Reading(span, clips, share, None, [])
    within = names[bisect_left(names, (span.start, 0)) : bisect_left(names, (span.end, 0))]
    opening = _OPENING.match(text, span.start, span.end)
    opens = opening.end() if opening else span.start
    tokens = Tokens(text, opens, span.end, [(start, end) for _, start, end in clips], within)
    found = reports(tokens)
    if not found and len(clips) == 1 and not quotes[clips[0][0]].opened:
        plain = Tokens(text, opens, span.end, [], within)  # "Lee said it was a win” for all."
        tokens, found = plain, reports(plain)
    return Reading(span, clips, share, tokens, found)


def _clips(span: Span, quotes: list[Quotation]) -> list[tuple[int, int, int]]:
    """The parts of quotations in a sentence."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.start)
    return [(n, max(quotes[n].start, span.start), min(quotes[n].end, span.end)) for n in range(first, last)]


def _signed(low: str) -> bool:
    """Whether a cue or the like stands in a sentence given in small letters."""
    words = low.split()
    if not _SIGNS.isdisjoint(words) or "ed that " in low:
        return True
    marked = [word for word in words if not (word.isalpha() and word.isascii())]
    return not _SIGNS.isdisjoint(_WORDS.findall(" ".join(marked)))


def aloud(text: str, reading: Reading) -> Reading:
    """Without what somebody in a tale only thinks or feels: "he wondered whether", "she admitted to herself that"."""
    told = [report for report in reading.reports if report.quoted or not _inner(text, report)]
    return reading._replace(reports=told) if len(told) < len(reading.reports) else reading


def _inner(text: str, report: Report) -> bool:
    thought = CUES.get(text[slice(*report.cue)].lower(), ("", ""))[0] in _THOUGHTS
    return thought or text.startswith((" to himself", " to herself", " to themselves"), report.cue[1])


def relays(reading: Reading) -> bool:
    """Whether a sentence relays what was said in the document's own words."""
    told = (report for report in reading.reports if not report.quoted and report.share > LEAST_RELAYED)
    return any(report.pattern != "act" or not report.act for report in told)


def claimed_by(text: str, quotes: list[Quotation], readings: list[Reading]) -> dict[int, tuple[Reading, Report]]:
    """For each quotation the clause that stands nearest to it in one of its sentences."""
    claims: dict[int, tuple[Reading, Report]] = {}
    for reading in readings:
        starts = [report.start for report in reading.reports]
        for number, start, end in reading.clips:
            beside = bisect_left(starts, start)
            near = reading.reports[max(0, beside - _BESIDE) : beside + _BESIDE]
            for report in near:
                if report.act or (len(near) > 1 and (_first_person(reading, report) or _within(reading, near, report))):
                    continue  # "Moss noted | that I had long felt that way, and “...”"
                held = claims.get(number)
                if held is None or _distance(text, report, start, end) < _distance(text, held[1], *quotes[number][:2]):
                    claims[number] = (reading, report)
    return claims


def _within(reading: Reading, near: list[Report], report: Report) -> bool:
    """Whether a clause is part of what one before it reports: "Lee said that | his aide had told him | “...”"."""
    t = reading.tokens
    outer = next((r for r in near if r.pattern == "speaker-cue-content" and r.last < report.first), None)
    if t is None or outer is None or outer.quoted or report.pattern not in ("speaker-cue-content", "act"):
        return False
    between = range(outer.last + 1, report.first)
    that = next((n for n in between if t.low[n] == "that"), None)
    return that is not None and not any(
        t.tag[n] & (CONJUNCTION | SUBORDINATOR | QUOTE | STOP) for n in between if n > that
    )


def _first_person(reading: Reading, report: Report) -> bool:
    source, tokens = report.source, reading.tokens
    return source is not None and tokens is not None and tokens.low[source[0] : source[1] + 1] in (["i"], ["we"])


def _distance(text: str, report: Report, start: int, end: int) -> int:
    """Characters between a clause and a quotation; behind it, a word between ("..., | but | she said") is far."""
    between = text[end : report.start]
    far = _FAR if report.start - end < _FAR and any(map(str.isalpha, between)) else 0
    return max(report.start - end + far, start - report.end, 0)


def primary(reading: Reading, claims: dict[int, tuple[Reading, Report]], *, relays: bool) -> Report | None:
    """The clause that a sentence is reported by: its first one.

    A later one goes before it beside quotation marks around most of the sentence, or when the first only says what some
    thing shows ("Evidence shows that ..., the doctor said").
    """
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
    if told[-1].pattern in ("content-cue-speaker", "content-speaker-cue") and _less(reading, told[0], told[-1]):
        return told[-1]
    if told[-1].pattern in _TAGS and _embedded(reading, told[0]):
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
    if t is None or not reading.reports or reading.reports[0].first != 1 or t.low[0] not in _WHEN:
        return 0
    return next((n for n, report in enumerate(reading.reports) if n and _opens_main(t, report)), 0)


def _opens_main(t: Tokens, report: Report) -> bool:
    return (
        report.pattern == "speaker-cue-content" and report.source is not None and bool(t.tag[report.first - 1] & COMMA)
    )


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
    return ends and that and first.pattern == "speaker-cue-content" and first.last < last.first


def _less(reading: Reading, first: Report, last: Report) -> bool:
    """Whether a clause only says what a thing shows or what somebody does, before the tag that ends the sentence."""
    ends = reading.tokens is not None and last.last + 2 >= len(reading.tokens.tag)
    return first.thing or (first.pattern == "participle" and first.source is not None and ends)


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
    return LEAST / 2 if led or (relays and report.pattern == "coordination") else LEAST


def is_speech(text: str, quote: Quotation) -> bool:
    """Whether a quotation is somebody's speech rather than a term or title in quotation marks."""
    inside = text[quote.start : quote.end].strip("\"“”‘’'`«» ")
    words = inside.split()
    if not words:
        return False
    ended = inside[-1] in ".!?…" or (inside[-1] == "," and (len(words) > 2 or inside[0].isupper()))
    return len(words) > 4 or not quote.closed or ended or not quote.opened


def kind_of(text: str, reading: Reading, report: Report) -> str:
    """Direct when all that is said stands in quotation marks, mixed when some of it, indirect when none."""
    clips = [(start, end) for _, start, end in reading.clips if _own_words(text[start:end])]
    if not clips:
        return INDIRECT
    others = [other for other in reading.reports if other is not report and not (other.quoted or other.act)]
    if others or _outside(text, reading, report, clips):
        return MIXED
    return DIRECT


def _outside(text: str, reading: Reading, report: Report, clips: list[tuple[int, int]]) -> bool:
    """Whether words of what is said stand outside the quotation marks."""
    if report.pattern.startswith("content") and clips[0][0] < report.start:
        before = len(_WORDS.findall(text[reading.span.start : clips[0][0]]))
        return before > 2 or (before > 0 and text[clips[0][0] :].lstrip("\"“”‘’'`«» […")[:1].islower())
    ahead = [start for start, _ in clips if start >= report.end]
    between = text[report.end : ahead[0]].rstrip("\"“”‘’'`«» […") if ahead else ""
    return not between.endswith((",", ":")) and len(_WORDS.findall(between)) > (
        3 if "told" in text[report.start : report.end] else 0
    )


def _own_words(quoted: str) -> bool:
    inside = quoted.strip("\"“”‘’'`«» ")
    words = inside.strip(",.").split()
    large = [word for word in words[inside.endswith(("!", "?")) :] if len(word) > 3]
    return bool(words) and not (len(words) > 1 and large and all(word[0].isupper() for word in large))
