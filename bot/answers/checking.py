"""Checking quotations: whether the sources have what a draft quotes word for word, from whom the draft gives it to."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from bot.answers.drafts import Claim, claims
from bot.answers.identity import is_somebody_else
from bot.answers.passages import Passage, as_quoted, elision, nearest
from bot.answers.quotes import Change, Quote, Verdict
from bot.answers.wording import Wording, words
from bot.index import Grounds
from bot.speakers import Speaker

CLOSE = 0.6
"""Share of its words that a quotation has in common with a passage that it alters; unrelated ones share a third."""
_ELLIPSIS = r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…|\.(?:\s?\.){2,}"
_LEFT_OUT = re.compile(_ELLIPSIS)
_EDITED = re.compile(rf"{_ELLIPSIS}|\[[^\[\]]{{2,200}}\]")
"""Where words were left out, and where others were put in their place: "[the mayor]"."""
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)


def verify(draft: str, grounds: Grounds) -> tuple[Verdict, ...]:
    """A verdict on each quotation of a draft, in order."""
    return tuple(_verdict(claim, draft, grounds) for claim in claims(draft))


def _verdict(claim: Claim, draft: str, grounds: Grounds) -> Verdict:
    verdict, quote, difference = _judged(
        " ".join(_SIC.sub("", draft[start:end]) for start, end in claim.parts), claim.speaker, grounds
    )
    given = claim.speaker.name if claim.speaker else None
    return Verdict(claim.start, claim.end, draft[claim.start : claim.end], given, verdict, quote, difference)


def _judged(text: str, given: Speaker | None, grounds: Grounds) -> tuple[str, Quote | None, tuple[Change, ...]]:
    """Verdict, the passage it rests on, and how the words of the two differ."""
    plain = text.replace("[", "").replace("]", "")
    for cut in (_LEFT_OUT, _EDITED) if "[" in text else (_LEFT_OUT,):
        pieces = list(_pieces(cut, text))
        passages = as_quoted(pieces, plain, grounds) if pieces else []
        if passages:
            standing, best = _best(passages, given, grounds)
            changed = best.left_out > 0 or cut is _EDITED
            verdict = "misattributed" if standing == _OTHERS else "elided" if changed else "verbatim"
            return verdict, _quote(best, 1.0, grounds), elision(pieces, text, best, grounds) if changed else ()
    quoted = Wording(words(text, 0, len(text)))
    near = nearest(quoted, text, plain, grounds, elided=bool(_LEFT_OUT.search(text)))
    if near is None:
        return "not found", None, ()
    quote = _quote(near.passage, near.closeness, grounds)
    return ("altered", quote, near.difference) if near.closeness >= CLOSE else ("not found", quote, ())


def _pieces(cut: re.Pattern[str], text: str) -> Iterator[Wording]:
    """The words between the places where `cut` finds that some were left out."""
    start = 0
    for gap in cut.finditer(text):
        yield from _piece(text, start, gap.start())
        start = gap.end()
    yield from _piece(text, start, len(text))


def _piece(text: str, start: int, end: int) -> Iterator[Wording]:
    piece = Wording(words(text, start, end))
    if piece.words:
        yield piece


_THEIRS, _UNTOLD, _OTHERS = 0, 1, 2
"""Whose words a passage is: theirs whom the draft gives it to; the sources do not tell; somebody else's."""


def _best(passages: Sequence[Passage], given: Speaker | None, grounds: Grounds) -> tuple[int, Passage]:
    """The passage to rest on and whose words it is: theirs before others', whole before cut, the first.

    Whose it is, is looked at once for each document and those who speak there.
    """
    first: dict[tuple[int, frozenset[str | None]], Passage] = {}
    for passage in sorted(passages, key=lambda passage: (passage.left_out, passage.rows.start)):
        said = frozenset(map(grounds.speaker, passage.rows))
        first.setdefault((grounds.collection.owner[passage.rows.start], said), passage)
    return min(((_standing(given, passage, grounds), passage) for passage in first.values()), key=itemgetter(0))


def _standing(given: Speaker | None, passage: Passage, grounds: Grounds) -> int:
    other = is_somebody_else(given, passage.rows, grounds) if given else None
    return _UNTOLD if other is None else _OTHERS if other else _THEIRS


def _quote(passage: Passage, score: float, grounds: Grounds) -> Quote:
    """A passage as a quote: its first sentence, and what more of them it takes up behind it."""
    sentence, *more = map(grounds.collection.sentence, passage.rows)
    inside = [(max(start, sentence.start), min(end, sentence.end)) for start, end in passage.spans]
    matched = tuple((start - sentence.start, end - sentence.start) for start, end in inside if start < end)
    return Quote(sentence, 1, round(score, 4), matched, (), tuple(more))
