"""The promise behind `--json`: JSON Schema 2020-12 of every line that the program prints as JSON.

Fields may be added within schema 1; none is renamed, retyped or removed.
"""

from typing import Any

_SPAN = {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}], "items": False, "minItems": 2}
_SENTENCE: dict[str, Any] = {
    "text": {"type": "string", "description": "The document's own characters from start to end."},
    "speaker": {"anyOf": [{"$ref": "#/$defs/speaker"}, {"type": "null"}]},
    "kind": {"enum": ["direct", "indirect", "mixed", "none"]},
    "mention": {"type": ["string", "null"], "description": "What the speaker was resolved from."},
    "evidence": {
        "anyOf": [
            {
                "type": "object",
                "properties": {"kind": {"type": "string"}, "start": {"type": "integer"}, "end": {"type": "integer"}},
                "required": ["kind", "start", "end"],
            },
            {"type": "null"},
        ]
    },
    "document": {"type": "string"},
    "title": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "paragraph": {"type": ["integer", "null"]},
    "number": {"type": "integer", "minimum": 1},
    "page": {"type": ["integer", "null"]},
    "time": {"type": ["number", "null"], "description": "Seconds from the beginning."},
    "start": {"type": "integer", "minimum": 0, "description": "In Unicode code points."},
    "end": {"type": "integer", "minimum": 0},
}
_QUOTE: dict[str, Any] = {
    "rank": {"type": "integer", "minimum": 1},
    **_SENTENCE,
    "matched": {"type": "array", "items": _SPAN, "description": "Spans of text that match the question."},
    "score": {"type": "number"},
    "before": {"type": "array", "items": {"$ref": "#/$defs/sentence"}},
    "after": {"type": "array", "items": {"$ref": "#/$defs/sentence"}},
    "also_in": {"type": "array", "items": {"type": "string"}},
    "aside": {"type": "boolean", "description": "Somebody else on what one speaker was asked about."},
}
_ANSWER: dict[str, Any] = {
    "schema": {"const": 1},
    "id": {"type": ["string", "null"], "description": "What the file of questions calls it."},
    "question": {"type": "string"},
    "understood": {
        "type": "object",
        "properties": {
            "kind": {"type": "string"},
            "speaker": {"type": ["string", "null"]},
            "speakers": {"type": "array", "items": {"type": "string"}, "description": "All whose words are asked for."},
            "line": {"enum": ["fresh", "goes-on", "shown", "correction", "several", "program"]},
            "terms": {"type": "object", "additionalProperties": {"type": "number"}},
            "follows": {"type": "boolean"},
            "documents": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["kind", "speaker", "speakers", "line", "terms", "follows", "documents"],
    },
    "answered": {"type": "boolean"},
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
    "nearest": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
    "unmatched": {"type": "array", "items": {"type": "string"}},
    "reason": {"type": ["string", "null"]},
    "notice": {"type": ["string", "null"], "description": "What the program says of itself; nothing is quoted then."},
    "gaps": {"type": "array", "items": {"type": "string"}, "description": "Of several things: why one has no answer."},
    "skipped": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"path": {"type": "string"}, "reason": {"type": "string"}},
            "required": ["path", "reason"],
        },
    },
}
_SPEAKER: dict[str, Any] = {
    "name": {"type": "string"},
    "title": {"type": ["string", "null"]},
    "aliases": {"type": "array", "items": {"type": "string"}},
}
_END = {
    "type": "object",
    "properties": {"document": {"type": "string"}, "number": {"type": "integer", "minimum": 1}},
    "required": ["document", "number"],
}
_COUNTED: dict[str, Any] = {
    "schema": {"const": 1},
    **_SPEAKER,
    "sentences": {"type": "integer", "minimum": 1},
    "first": _END,
    "last": _END,
}
_VERDICT: dict[str, Any] = {
    "schema": {"const": 1},
    "draft": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "start": {"type": "integer", "minimum": 0, "description": "Of the quotation in the draft, marks included."},
    "end": {"type": "integer", "minimum": 0},
    "text": {"type": "string"},
    "speaker": {"type": ["string", "null"], "description": "Whom the draft gives it to."},
    "verdict": {"enum": ["verbatim", "elided", "altered", "misattributed", "not found"]},
    "quote": {
        "anyOf": [{"$ref": "#/$defs/quote"}, {"type": "null"}],
        "description": "The passage of the sources, or the nearest.",
    },
    "difference": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"draft": {"type": "string"}, "source": {"type": "string"}, "same": {"type": "boolean"}},
            "required": ["draft", "source", "same"],
        },
    },
}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A line of bot --json; with --sentences, --speakers, --verify: $defs/listed, $defs/counted, $defs/verdict",
    **_object(_ANSWER),
    "$defs": {
        "quote": _object(_QUOTE),
        "sentence": _object(_SENTENCE),
        "listed": _object({"schema": {"const": 1}, **_SENTENCE, "label": {"anyOf": [_SPAN, {"type": "null"}]}}),
        "speaker": _object(_SPEAKER),
        "counted": _object(_COUNTED),
        "verdict": _object(_VERDICT),
    },
}
