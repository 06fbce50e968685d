"""The JSON objects that the program prints; `schema` has what is promised of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.answers import Answer, Quote
    from bot.index import Sentence
    from bot.speakers import Speaker


def record(answer: Answer, skipped: Sequence[tuple[str, str]] = (), name: str | None = None) -> dict[str, Any]:
    """The JSON object of an answer, with the id of its question; `bot --json-schema` describes it."""
    understood = answer.understood
    return {
        "schema": 1,
        "id": name,
        "question": answer.question,
        "understood": {
            "kind": understood.kind,
            "speaker": understood.speaker,
            "speakers": list(understood.speakers),
            "line": understood.line,
            "terms": dict(understood.terms),
            "follows": understood.follows,
            "documents": list(understood.documents),
        },
        "answered": answer.answered,
        "confidence": round(answer.confidence, 4),
        "quotes": [quote_record(quote) for quote in answer.quotes],
        "nearest": [quote_record(quote) for quote in answer.nearest],
        "unmatched": list(answer.unmatched),
        "reason": answer.reason,
        "notice": answer.notice,
        "gaps": list(answer.gaps),
        "skipped": [{"path": path, "reason": reason} for path, reason in skipped],
    }


def sentence_record(sentence: Sentence) -> dict[str, Any]:
    """The JSON object of a sentence."""
    return {"schema": 1} | _sentence_record(sentence) | {"label": list(sentence.label) if sentence.label else None}


def _sentence_record(sentence: Sentence) -> dict[str, Any]:
    evidence = sentence.evidence
    return {
        "text": sentence.text,
        "speaker": speaker_record(sentence.speaker) if sentence.speaker else None,
        "kind": sentence.kind,
        "mention": sentence.mention,
        "evidence": {"kind": evidence.kind, "start": evidence.start, "end": evidence.end} if evidence else None,
        "document": sentence.document.id,
        "title": sentence.document.title,
        "line": sentence.line,
        "paragraph": sentence.paragraph,
        "number": sentence.number,
        "page": sentence.page,
        "time": sentence.time,
        "start": sentence.start,
        "end": sentence.end,
    }


def quote_record(quote: Quote) -> dict[str, Any]:
    """The JSON object of a quote."""
    return (
        {"rank": quote.rank}
        | _sentence_record(quote.sentence)
        | {
            "matched": [list(span) for span in quote.matched],
            "score": quote.score,
            "before": [_sentence_record(sentence) for sentence in quote.before],
            "after": [_sentence_record(sentence) for sentence in quote.after],
            "also_in": list(quote.also_in),
            "aside": quote.aside,
        }
    )


def speaker_record(speaker: Speaker) -> dict[str, Any]:
    """The JSON object of a speaker."""
    return {"name": speaker.name, "title": speaker.title, "aliases": list(speaker.aliases)}


def counted_record(speaker: Speaker, sentences: int, first: Sentence, last: Sentence) -> dict[str, Any]:
    """The JSON object of a speaker with how much is theirs."""
    ends = {
        name: {"document": one.document.id, "number": one.number} for name, one in (("first", first), ("last", last))
    }
    return {"schema": 1, **speaker_record(speaker), "sentences": sentences, **ends}
