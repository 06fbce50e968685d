"""A sentence over several paragraphs: "The Lake Council, | Recalling its letter, | 1. Decides to meet in Orla;"."""

from itertools import takewhile

from bot.layout import TEXT, Span
from bot.patterns import lazily
from bot.speakers.attributions import INDIRECT, Evidence
from bot.speakers.grammar.cues import CUES, STANCES
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.phrases import head, phrase_from
from bot.speakers.grammar.tokens import BODY, ROLE, plural_of
from bot.speakers.prose.referents import Referents

_LONGEST = 120
"""Characters of who resolves, on a line of their own."""
_LEAST = 2
"""Paragraphs that go on with a sentence, at least."""
_CLAUSE = lazily(
    r"(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?(?:(?:Also|Deeply|Firmly|Further|Gravely|Strongly)\s+)?([A-Za-z][a-z]+)\b"
)
"""How a paragraph goes on: a number, an adverb, a verb."""


def resolved(referents: Referents) -> None:
    """Gives the paragraphs that go on with a sentence to whom its first line names."""
    scene = referents.scene
    text, spans = scene.registry.text, scene.spans
    for number, span in enumerate(spans[:-1]):
        if text[span.end - 1] not in ":," or span.end - span.start > _LONGEST or not _alone(spans, number):
            continue
        behind = takewhile(lambda at: _goes_on(text, spans, at), range(number + 1, len(spans)))
        clauses = list(behind)
        if len(clauses) < _LEAST:
            continue
        t = sentence_tokens(text, span.start, span.end)
        who = phrase_from(t, 0)
        noun = head(t, who) if who else 0
        if who is None or who[1] + 2 != len(t.tag) or not (t.tag[noun] | plural_of(t.low[noun])) & (BODY | ROLE):
            continue
        entity, mention = referents.resolve(t, who)
        for at in clauses if entity else ():
            draft = scene.drafts[at]
            draft.entity, draft.kind, draft.mention = entity, INDIRECT, mention
            draft.evidence = Evidence("continued-message", span.start, span.end)


def _alone(spans: list[Span], number: int) -> bool:
    """Whether a sentence is a paragraph of text by itself."""
    beside = spans[max(0, number - 1) : number] + spans[number + 1 : number + 2]
    return spans[number].kind == TEXT and all(span.block != spans[number].block for span in beside)


def _goes_on(text: str, spans: list[Span], number: int) -> bool:
    """Whether a paragraph goes on with a verb."""
    opening = _CLAUSE.match(text, spans[number].start, spans[number].end)
    low = opening[1].lower() if opening else ""
    verb = low in STANCES or CUES.get(low, ("", "past"))[1] != "past"
    return _alone(spans, number) and verb
