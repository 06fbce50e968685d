"""A sentence as the grammar sees it: what in it is quoted, who reports what, and in which way."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from bot.layout import Span
from bot.speakers.attributions import DIRECT, INDIRECT, MIXED
from bot.speakers.grammar.acts import FORMS
from bot.speakers.grammar.clauses import Report
from bot.speakers.grammar.cues import CUES, OPINIONS, STANCES
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.reports import reports
from bot.speakers.grammar.tokens import (
    CONJUNCTION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    Place,
    Tokens,
)
from bot.speakers.prose.quotations import Quotation
from bot.words import word_set

_WORDS = re.compile(r"[a-z]+")
_SIGNS = CUES.keys() | FORMS.keys() | OPINIONS | STANCES | {"according", "experience", "words"}
_FAR = 40
_FEW = 3
"""Words beside a quotation that may only tell when or to whom."""
_BESIDE = 4
"""Clauses on either side of a quotation that may be its own."""
_THOUGHTS = word_set(
    "believe conclude decide detect fear feel find guess hope reason reckon recall reflect show speculate suppose "
    "suspect think wonder worry"
)
LEAST_RELAYED = 0.4
"""Share of a sentence that must be reported for the sentence to relay it."""
LEAST = 0.3
"""Share of a sentence that must be reported for the sentence to be somebody's words."""


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
    tokens = sentence_tokens(text, span.start, span.end, [(start, end) for _, start, end in clips], within)
    found = reports(tokens)
    if not found and len(clips) == 1 and not quotes[clips[0][0]].opened:
        plain = sentence_tokens(text, span.start, span.end, names=within)  # "Lee said it was a win” for all."
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
    for report in reading.reports:
        if not report.quoted and report.share > LEAST_RELAYED and (report.pattern != "act" or not report.act):
            return True
    return False


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


def of_pronoun(reading: Reading, report: Report) -> bool:
    """Whether a clause is of somebody told of before: "The mayor said: (a) | He hopes | to stay."."""
    t, source = reading.tokens, report.source
    return t is not None and source is not None and t.low[source[0] : source[1] + 1] in (["he"], ["she"], ["they"])


def is_speech(text: str, quote: Quotation) -> bool:
    """Whether a quotation is somebody's speech rather than a term or title in quotation marks."""
    inside = text[quote.start : quote.end].strip("\"“”‘’'`«» ")
    return bool(inside.split()) and (_spoken(inside) or not quote.closed or not quote.opened)


def _spoken(quoted: str) -> bool:
    """Whether words in quotation marks are long enough for speech, or end like it."""
    inside = quoted.strip("\"“”‘’'`«» ")
    words = inside.split()
    ended = inside[-1:] in ("!", ".", "?", "…") or (inside[-1:] == "," and (len(words) > 2 or inside[0].isupper()))
    return len(words) > 4 or ended


def kind_of(text: str, reading: Reading, report: Report) -> str:
    """Direct when all that is said stands in quotation marks, mixed when some of it, indirect when none."""
    clips = [(start, end) for _, start, end in reading.clips if _own_words(text[start:end])]
    if not clips:
        return INDIRECT
    apart = (other for other in reading.reports if other is not report and not (other.quoted or other.act))
    others = [other for other in apart if not text.startswith("referring", other.cue[0])]
    if others or _outside(text, reading, report, clips):
        return MIXED
    return DIRECT


def _outside(text: str, reading: Reading, report: Report, clips: list[tuple[int, int]]) -> bool:
    """Whether words of what is said stand outside the quotation marks."""
    if report.pattern.startswith("content") and clips[0][0] < report.start:
        before = len(_WORDS.findall(text[reading.span.start : clips[0][0]]))
        return before > 2 or (before > 0 and text[clips[0][0] :].lstrip("\"“”‘’'`«» […")[:1].islower())
    ahead = [start for start, _ in clips if start >= report.end]
    if report.pattern == "speaker-cue-content" and not ahead and not any(_spoken(text[slice(*clip)]) for clip in clips):
        return True  # "The “candid” Lee said | that it rained"
    between = text[report.end : ahead[0]].rstrip("\"“”‘’'`«» […") if ahead else ""
    inside = text[ahead[-1] : clips[-1][1]].rstrip("\"“”‘’'`» ") if ahead else "."
    if (
        inside[-1:] not in (".", ",", "?", "!", "…")
        and len(_WORDS.findall(text[clips[-1][1] : reading.span.end])) > _FEW
    ):
        return True  # "Lee said “stop-gap” pumps | are in place at the dam"
    begun = text[ahead[0] :].lstrip("\"“‘'`« […")[:1].islower() if ahead else False
    leads = between.endswith(":") or (between.endswith(",") and not begun)
    return not leads and len(_WORDS.findall(between)) > (_FEW if "told" in text[report.start : report.end] else 0)


def _own_words(quoted: str) -> bool:
    inside = quoted.strip("\"“”‘’'`«» ")
    words = inside.strip(",.").split()
    large = [word for word in words[inside.endswith(("!", "?")) :] if len(word) > 3]
    return bool(words) and not (len(words) > 1 and large and all(word[0].isupper() for word in large))
