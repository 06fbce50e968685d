"""What holds for any documents and any talk about them; an AssertionError says what does not."""

import re
from collections.abc import Mapping, Sequence
from time import process_time

from jsonschema import Draft202012Validator

from bot import Answer, Bot, BotError, Sentence
from bot.shell import painting, render
from bot.shell.records import record, sentence_record
from bot.shell.schema import SCHEMA

SLOW, LEAST = 50e-6, 0.3
"""Seconds of the processor that a character may take, and seconds below which nothing is slow."""
_AGAIN = 2
UNWRITTEN = frozenset(["Narrator", "Interviewer", "Interviewee"])
"""Names that may not stand in a document (README)."""
_LOOSE = re.compile(r"[\s*_\\`\[\]-]+|(?<=\])\([^()\s]*\)")
_ESCAPES = re.compile(r"\x1b\[\d*m")
_ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_answer, _sentence = (
    Draft202012Validator(schema) for schema in (SCHEMA, {"$ref": "#/$defs/listed", "$defs": SCHEMA["$defs"]})
)


class SlowError(AssertionError):
    """Something took too long, this time."""


def check(texts: Mapping[str, str], talk: Sequence[str], draft: str = "") -> Bot:
    """Reads documents, holds a talk about them twice (given in two orders), checks a draft against them.

    What is slow once may be the machine's or the collector's; what is slow each time is ours.
    """
    for _ in range(_AGAIN):
        try:
            return _checked(texts, talk, draft)
        except SlowError:
            continue
    return _checked(texts, talk, draft)


def _checked(texts: Mapping[str, str], talk: Sequence[str], draft: str) -> Bot:
    start = process_time()
    bot = Bot.from_texts(texts)
    characters = sum(map(len, texts.values()))
    _in_time(start, characters, "reading")
    assert bot.faults == (), bot.faults
    for document in bot.documents:
        _document(document.text, [one for one in bot.sentences if one.document is document])
    answers = _talk(bot, talk)
    other = Bot.from_texts(dict(reversed(texts.items())))
    assert list(map(sentence_record, other.sentences)) == list(map(sentence_record, bot.sentences)), "order: sentences"
    assert list(map(record, _talk(other, talk))) == list(map(record, answers)), "order: answers"
    start = process_time()
    verdicts = bot.verify(draft)
    _in_time(start, (characters + len(draft)) * (1 + len(verdicts)), "checking")
    for verdict in verdicts:
        assert draft[verdict.start : verdict.end] == verdict.text, "a verdict is no slice of the draft"
    return bot


def _in_time(start: float, characters: int, what: str) -> None:
    took = process_time() - start
    if took >= max(LEAST, SLOW * characters):
        raise SlowError(f"{what} took {took:.2f} s for {characters} characters")


def _document(text: str, sentences: Sequence[Sentence]) -> None:
    covered = bytearray(len(text))
    last = 0
    flat = _folded(text)
    for number, one in enumerate(sentences, 1):
        assert one.number == number, "numbers"
        assert last <= one.start < one.end, "order"
        assert text[one.start : one.end] == one.text, "slice"
        assert one.text.strip() == one.text, "white space at an end"
        assert one.line == 1 + len(re.findall(r"\r\n|\n|\r", text[: one.start])), "line"
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
        last = one.end
        _speaker(one, text, flat)
        assert not any(_sentence.iter_errors(sentence_record(one))), "schema of a sentence"
    assert all(covered[at] for at, letter in enumerate(text) if letter.isalnum()), "a letter is in no sentence"


def _speaker(one: Sentence, text: str, flat: str) -> None:
    if one.speaker is None:
        assert (one.kind, one.evidence, one.mention) == ("none", None, None), "nobody with evidence"
        return
    assert one.evidence is not None, "no evidence"
    assert one.kind in ("direct", "indirect", "mixed"), "kind"
    assert 0 <= one.evidence.start < one.evidence.end <= len(text), f"empty evidence: {one.evidence}"
    assert text[one.evidence.start : one.evidence.end].strip(), f"blank evidence: {one.evidence}"
    assert one.speaker.name.strip(" *_#"), "a blank name"
    name = one.speaker.name
    stands = _folded(name) in flat or all(_folded(each) in flat for each in name.split(" and "))
    assert name in UNWRITTEN or stands, f"not in the text: {name!r}"
    assert one.mention is None or one.mention.split(), "a blank mention"
    assert one.label is None or one.start <= one.label[0] <= one.label[1] <= one.end, "a label outside"


def _folded(text: str) -> str:
    """A text without case, white space, marks of Markdown, and hyphens: a name may be broken at a line's end."""
    return _LOOSE.sub("", text).casefold()


def _talk(bot: Bot, talk: Sequence[str]) -> list[Answer]:
    conversation = bot.conversation()
    answers = []
    for line in talk:
        start = process_time()
        try:
            answer = conversation.ask(line, k=len(line) % 5 + 1, context=len(line) % 3)
        except BotError:
            continue
        _in_time(start, sum(len(one.text) for one in bot.documents) + len(line), "an answer")
        _answered(answer)
        answers.append(answer)
    return answers


def _answered(answer: Answer) -> None:
    assert 0 <= answer.confidence <= 1, "confidence"
    assert answer.answered == bool(answer.quotes), "answered without a quote, or the other way round"
    assert answer.answered or answer.reason or answer.notice, "a refusal without a reason"
    if answer.answered:
        understood = answer.understood
        named = understood.speaker or understood.kind in ("overview", "speakers", "when-all") or understood.follows
        assert named or any(understood.terms.values()), "an answer without grounds"
    for rank, quote in enumerate(answer.quotes, 1):
        assert quote.rank == rank, "ranks"
    for quote in (*answer.quotes, *answer.nearest):
        assert quote.paragraph is not None, "page furniture is quoted"
        assert all(0 <= start < end <= len(quote.text) for start, end in quote.matched), "a match outside"
        for near in (*quote.before, *quote.after):
            assert near.document is quote.document, "a neighbour in another document"
    assert not any(_answer.iter_errors(record(answer))), "schema of an answer"
    lines = render.answer_lines(answer) if answer else render.refusal_lines(answer, ())
    shown = painting.plain(lines)
    assert not _ACTS.search(shown), "what is shown acts on the terminal"
    assert _ESCAPES.sub("", painting.coloured(lines)) == shown, "colour changes the text"
