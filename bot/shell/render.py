"""How answers look: styled lines for people. Nothing is printed here.

What a document contains never acts on a terminal: control characters are shown as U+FFFD, white space as one space.
"""

from __future__ import annotations  # so that an error message need not load what answers questions

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from bot.layout import unmarked, unsaid
from bot.patterns import lazily
from bot.shell.painting import LINK, Line, Piece

if TYPE_CHECKING:
    from bot.answers import Answer, Quote
    from bot.index import Sentence
    from bot.speakers import Speaker

_SPACE = re.compile(r"\s+")
_CONTROL = lazily(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls, marks that turn the direction of writing, halves of characters; joiners stay, since scripts need them."""
NARRATION = "The document itself"
"""Heads a quote that nobody says: the document's own narration."""
REPORTED = " (reported)"
"""Behind the speaker of indirect speech, whose words are the reporter's."""
OTHERS = "Others on this:"
"""Above the words of others than the one who was asked for."""
_MARKS = lazily(r"[\"“”„«»]|(?<!\w)[‘']")
_ALSO = 3
_LONG_WORD = 40
_BEFORE = frozenset("dame dr honorable honourable lady lord miss mr mrs ms mx prof rev sir".split())
"""Titles before a name even where no full stop shows that they are short for one."""


def clean(text: str) -> str:
    """`text` on one line, its control characters and escape sequences harmless, a word broken by its page shown so."""
    spaced = _SPACE.sub(" ", text).replace("\u00ad", "-")
    return spaced if spaced.isprintable() else _CONTROL.sub("\ufffd", spaced)


def spoken(text: str) -> str:
    """`text` on one line as it is read aloud: without the marks of emphasis and links."""
    return clean(unmarked(text))


def answer_lines(answer: Answer) -> list[Line]:
    """The quotes of an answer, each with its speaker above and its place below; what of the question has none, last."""
    lines: list[Line] = []
    own = max((quote.rank for quote in answer.quotes if not quote.aside), default=0)
    for quote in answer.quotes:
        if lines:
            lines.append([])
        if own and quote.rank == own + 1:
            lines.append([("dim", OTHERS)])
        lines += quote_lines(quote)
    return lines + [[("dim", clean(gap))] for gap in answer.gaps]


def quote_lines(quote: Quote) -> list[Line]:
    """One quote: speaker, sentence, place; its neighbours dimmed around it, the quote then marked with ">".

    A neighbour that somebody else says has that name before it.
    """
    mark = "> " if quote.before or quote.after else "  "
    reported = REPORTED if quote.kind == "indirect" else ""
    lines: list[Line] = [[("speaker", clean(speaker_line(quote.speaker))), ("dim", reported)]]
    lines += [_neighbour(sentence, quote) for sentence in quote.before]
    opening, closing = ("", "") if has_marks(quote) else ("“", "”")
    lines.append([("", mark + opening), *_matched(quote), ("", closing)])
    lines += [_neighbour(sentence, quote) for sentence in quote.after]
    lines.append([("citation", f"  [{quote.rank}] "), cited_place(quote.sentence)])
    if quote.also_in:
        lines.append([("citation", f"      also in {_few(quote.also_in, _ALSO)}")])
    return lines


def has_marks(quote: Quote) -> bool:
    """Whether a sentence has quotation marks of its own, so that ours around it would make it another's quotation."""
    return quote.kind in ("direct", "mixed") and bool(_MARKS.search(quote.words))


def _neighbour(sentence: Sentence, quote: Quote) -> Line:
    same = sentence.speaker == quote.speaker
    name = "" if same else f"{sentence.speaker.name}: " if sentence.speaker else f"({NARRATION}) "
    return [("dim", f"    {clean(name)}{spoken(sentence.words or sentence.text)}")]


def _few(ids: Sequence[str], most: int = 10) -> str:
    """The first of several things, and how many more there are."""
    more = f" and {len(ids) - most:,} more" if len(ids) > most else ""
    return clean(", ".join(ids[:most])) + more


def speaker_line(speaker: Speaker | None) -> str:
    """Name and title of a speaker, as they are addressed: "Mr. Cole", "Ann Lee, Mayor", "Justice Hall"."""
    if speaker is None:
        return NARRATION
    name, title = speaker.name, speaker.title
    if not title or name.casefold().startswith(f"{title.casefold()} "):
        return name
    before = " " not in title and (title.endswith(".") or title.casefold() in _BEFORE)
    return f"{title} {name}" if before else f"{name}, {title}"


def cited_place(sentence: Sentence) -> Piece:
    """Where a sentence stands, as a link where that is a file."""
    path = sentence.document.path
    return (f"{LINK}{path}" if path else "citation", citation(sentence))


def citation(sentence: Sentence) -> str:
    """Where a sentence stands: document and line, or page, time or paragraph where lines are not the file's own."""
    document = sentence.document
    name = clean(document.id)
    if document.own_lines:
        name = f"{name}:{sentence.line}" if name else f"line {sentence.line}"
    if sentence.time is not None:
        return f"{name} at {clock(sentence.time)}"
    if sentence.page is not None:
        return f"{name}  p. {sentence.page}"
    return f"{name}  ¶{sentence.paragraph}" if sentence.paragraph is not None else name


def clock(seconds: float) -> str:
    """Seconds as hours, minutes and seconds."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"


def _matched(quote: Quote) -> Iterator[Piece]:
    """The words of a quote, those that match the question apart."""
    text = quote.text
    at = len(text) - len(quote.words)
    spans: list[tuple[str, int, int]] = []
    for start, end in quote.matched:
        if start >= at:
            spans += [("quote", at, start), ("match", start, end)]
            at = end
    spans.append(("quote", at, len(text)))
    marks = unsaid(text)
    pieces = ((style, clean(_between(text, start, end, marks))) for style, start, end in spans)
    return iter([piece for piece in pieces if piece[1]])


def _between(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    """What stands between two offsets, without what stands inside of `marks`."""
    inside = [(max(start, first), min(end, last)) for first, last in marks if first < end and last > start]
    ends, starts = [*(first for first, _ in inside), end], [start, *(last for _, last in inside)]
    return "".join(text[first:last] for first, last in zip(starts, ends, strict=True))


def location_lines(sentences: Iterable[Sentence | Quote]) -> Iterator[Line]:
    """`path:line:column: Speaker: text` for editors."""
    for sentence in sentences:
        column = _column(sentence.document.text, sentence.start)
        said = f"{clean(sentence.speaker.name)}: " if sentence.speaker else ""
        path = clean(sentence.document.path or sentence.document.id)
        if words := spoken(sentence.words or sentence.text):
            yield [("", f"{path}:{sentence.line}:{column}: {said}{words}")]


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1; the column in bytes of UTF-8, as editors count."""
    return len(re.split(r"\r\n?|\n", text[:at])), _column(text, at)


def _column(text: str, at: int) -> int:
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return len(text[begin:at].encode("utf-8", "replace")) + 1


def sentence_lines(sentences: Iterable[Sentence]) -> Iterator[Line]:
    """Every sentence with its speaker, and how that is known."""
    for sentence in sentences:
        words = spoken(sentence.words or sentence.text)
        if not words:
            continue
        yield [
            cited_place(sentence),
            ("", "  "),
            ("speaker", clean(speaker_line(sentence.speaker))),
            ("dim", f"  {sentence.kind}"),
        ]
        yield [("", "  " + words)]
        if sentence.speaker:
            yield [("dim", "  " + clean(why_speaker(sentence)))]


def speaker_lines(speakers: Iterable[Speaker]) -> Iterator[Line]:
    """Everybody who speaks, with title and other names."""
    for speaker in speakers:
        also = f" (also {', '.join(speaker.aliases)})" if speaker.aliases else ""
        yield [("speaker", clean(speaker_line(speaker))), ("dim", clean(also))]


def refusal_lines(answer: Answer, near: Sequence[str]) -> list[Line]:
    """Why there is no answer: the reason, the words that are nowhere, and words like them that are."""
    lines: list[Line] = [[("", clean(answer.notice or answer.reason or ""))]]
    if answer.unmatched:
        lines.append([("", f"Not in the text: {_few(_whole(answer.unmatched))}.")])
    if near:
        lines.append([("", f"In the text: {clean(', '.join(near))}.")])
    return lines


def _whole(words: Iterable[str]) -> list[str]:
    """Words, cut where one has no end; signs of a script without spaces are one word where they follow each other."""
    runs = ((sign, list(run)) for sign, run in groupby(words, key=lambda word: len(word) == 1 and not word.isascii()))
    return [short(word, _LONG_WORD) for sign, run in runs for word in (["".join(run)] if sign else run)]


def short(text: str, most: int) -> str:
    """A text of at most so many signs."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def cited(quote: Quote) -> str:
    """A quote on one line, with speaker and place."""
    marks = ("", "") if has_marks(quote) else ("“", "”")
    where = f"{speaker_line(quote.speaker)}{REPORTED * (quote.kind == 'indirect')}, {citation(quote.sentence)}"
    return f"{marks[0]}{spoken(quote.words)}{marks[1]} ({clean(where)})"


def why_lines(answer: Answer, quote: Quote, *, full: bool = False) -> list[Line]:
    """How a question was understood and how the speaker of a quote is known, in plain words; `full` with numbers."""
    understood = answer.understood
    asked = _KINDS.get(understood.kind, "a sentence that answers")
    of = f" by {' or '.join(understood.speakers)}" if understood.speakers else ""
    lines = [f"Looked for: {asked}{of}."]
    if understood.follows:
        lines.append(f"It goes on from the question before: {understood.gist or answer.question}.")
    if understood.documents:
        lines.append(f"Only in {', '.join(understood.documents)}.")
    words = list(dict.fromkeys(quote.text[start:end] for start, end in quote.matched))
    if words:
        lines.append(f"Words of the question in it: {', '.join(words)}.")
    lines.append(why_speaker(quote.sentence))
    if answer:
        lines.append(f"About {round(10 * answer.confidence)} in 10 such answers are right.")
    if full:
        weights = sorted(understood.terms.items(), key=lambda item: -item[1])
        lines.append(f"Searched for: {', '.join(f'{term} {weight:g}' for term, weight in weights)}.")
        lines.append(f"Kind {understood.kind}, score {quote.score:g}, confidence {answer.confidence:.2f}.")
    return [[("", clean(line))] for line in lines]


_KINDS = {
    "what-said": "words", "speaker": "all words", "speakers": "the first words of everybody",
    "who-said": "who says it", "who": "a person", "who-is": "who somebody is", "when": "a time", "where": "a place",
    "why": "a reason", "how-many": "a number", "overview": "what it is about", "when-all": "when it was",
    "author": "who wrote it",
}  # fmt: skip
_EVIDENCE = {
    "reporting-clause": "the text says so",
    "continued-message": "the message that begins with this goes on",
    "open-quotation": "the quotation that belongs to this goes on",
    "floating-quotation": "the quotation has no clause of its own; the sentence before is about this speaker",
    "turn": "the turn is labelled so",
    "byline": "it is the author of the whole",
    "signature": "it is signed so",
    "interview": "questions and answers take turns without names, and this is a question",
}


def why_speaker(sentence: Sentence) -> str:
    """How we know who says a sentence."""
    if sentence.speaker is None or sentence.evidence is None:
        return "Nobody is quoted here: these are the document's own words."
    shown = spoken(sentence.document.text[sentence.evidence.start : sentence.evidence.end])
    meant = f" (“{sentence.mention}” is {sentence.speaker.name})" if sentence.mention else ""
    return f"Said by {sentence.speaker.name}: {_EVIDENCE[sentence.evidence.kind]}, “{shown}”{meant}."
