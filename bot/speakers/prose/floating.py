"""Quotations without any clause: who signs them, whom the text beside them is about, whose turn it is."""

from bot.layout import Span
from bot.patterns import lazily
from bot.speakers.attributions import Evidence
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.subjects import first_subject
from bot.speakers.grammar.tokens import TAGS, WORK
from bot.speakers.people.registry import Entity
from bot.speakers.prose.dialogue import answerers
from bot.speakers.prose.quotations import Quotation
from bot.speakers.prose.referents import Owner, Referents

_BACK = 8
"""Sentences before a quotation in which somebody has spoken."""
_DASHES = "-–—―~"
_LINE = 80
"""Characters of a name with an office on a line of its own."""


_TURN = lazily(
    r"(?:[\"“„«]|``|'')\s?(?:(?:MR|MRS|MS|DR|SEN|REP|GOV)\.?\s)?"
    r"(?P<name>[A-Z][A-Z’'-]{2,20}(?:\s[A-Z][A-Z’'.-]{1,20}){0,2}|[A-Z][a-z]+\s[A-Z][\w’'-]+):\s(?=\S)"
)
"""A turn label that stands inside the quotation mark."""


def labelled(referents: Referents, quote: Quotation) -> Owner | None:
    """Whose turn a quotation from a transcript is: "WALLACE: Good evening."."""
    label = _TURN.match(referents.registry.text, quote.start, quote.end)
    if label is None:
        return None
    known = referents.registry.find(tuple(label["name"].split()), quote.start)
    known.called("")
    return Owner(known, Evidence("turn", *label.span("name")))


def floating(referents: Referents) -> Owner | None:
    """A quotation without any clause belongs to whoever the sentence before is about, or to whose turn it is."""
    signed = _signed(referents)
    if signed or referents.scene.current == 0:
        return signed
    if referents.scene.conversational:
        return _turn(referents)
    number = referents.scene.current - 1
    while number > 0 and referents.scene.spans[number].block in referents.scene.captions:
        number -= 1
    previous, span = referents.scene.drafts[number], referents.scene.spans[number]
    if previous.entity is not None and not _written(previous.entity):
        return _goes_on(Owner(previous.entity, previous.evidence, previous.mention))
    subject = _about(referents, span)
    if subject:
        return Owner(subject, Evidence("floating-quotation", span.start, span.end))
    before = reversed(referents.scene.drafts[max(0, number - _BACK) : number])
    spoke = next((draft for draft in before if draft.entity and not _written(draft.entity)), None)
    if spoke:
        return _goes_on(Owner(spoke.entity, spoke.evidence, spoke.mention))
    return _goes_on(referents.last) if referents.last and referents.last.entity else None


def _written(entity: Entity) -> bool:
    """Whether something is only a document by its description, which no "we" goes on from: "a Reuters report"."""
    described = entity.name if " " in entity.words[0] else ""
    return bool(TAGS.get(described.rpartition(" ")[2].casefold(), 0) & WORK)


def alone(referents: Referents, span: Span, quote: Quotation) -> Owner | None:
    """Who alone is named in the sentence of a quotation: "For Moss | the day was hard: “...”"."""
    text, scene = referents.registry.text, referents.scene
    if scene.conversational or not scene.current or not text[: quote.start].rstrip().endswith(":"):
        return None
    named = [mention for mention in scene.between(span.start, quote.start) if mention.words]
    people = {referents.registry.at(mention) for mention in named if not mention.body}
    found = next(iter(people)) if len(people) == 1 else None
    if found is None or not referents.registry.person(found):
        return None
    return Owner(found, Evidence("floating-quotation", span.start, quote.start))


def _about(referents: Referents, span: Span) -> Entity | None:
    """The person a sentence of narration is about: named in it, or "he" or "she" as its subject; never a thing."""
    opening = referents.registry.text[span.start : span.start + 4].lower().split()
    if opening and opening[0] in ("he", "she"):
        return referents.pronouns.of_sentence(opening[0], span)
    people = referents.scene.people(span.start, span.end)
    named = next((entity for entity in people if not entity.body and referents.registry.person(entity)), None)
    if named is None:
        tokens = sentence_tokens(referents.registry.text, span.start, span.end)
        subject = first_subject(tokens, len(tokens.tag))
        pronoun = tokens.low[subject[1]] if subject else ""
        named = referents.pronouns.of_sentence(pronoun, span) if pronoun in ("he", "she") else None
    return named


def _signed(referents: Referents) -> Owner | None:
    """Who signs the paragraph, behind a dash at its end or on a line below it."""
    scene = referents.scene
    behind = [number for number in scene.neighbours() if number > scene.current]
    below = max(behind, default=scene.current) + 1
    if (
        not scene.conversational
        and below < len(scene.spans)
        and scene.spans[below].end - scene.spans[below].start < _LINE
    ):
        behind.append(below)
    for number in behind:
        span = scene.spans[number]
        if referents.registry.text[span.start] in _DASHES:
            signer = scene.subject(span.start, span.end)
            if signer:
                return Owner(signer, Evidence("signature", span.start, span.end))
    return None


def _turn(referents: Referents) -> Owner | None:
    """Whose turn it is in a conversation: whom the paragraph tells about, or who answers."""
    for number in referents.scene.neighbours():
        span = referents.scene.spans[number]
        subject = _told(referents, number)
        if subject:
            return Owner(subject, Evidence("floating-quotation", span.start, span.end))
    answered = referents.scene.answered()
    called = referents.scene.called()
    for entity in [*answered, *answerers(referents.scene.before())]:
        if entity not in called and not entity.body:
            place = referents.scene.spans[referents.scene.current - 1]
            return Owner(entity, Evidence("floating-quotation", place.start, place.end))
    return None


def _told(referents: Referents, number: int) -> Entity | None:
    """Whom the narration in a sentence is about, also by a pronoun at its beginning."""
    span = referents.scene.spans[number]
    if referents.scene.quoted(span.start):
        return None
    opening = referents.registry.text[span.start : span.start + 4].lower().split()
    if opening and opening[0] in ("he", "she"):
        return referents.pronouns.antecedent(opening[0], span.start)
    return next((entity for entity in referents.scene.people(span.start, span.end) if not entity.body), None)


def _goes_on(owner: Owner) -> Owner:
    return Owner(owner.entity, owner.carried("floating-quotation"), owner.mention)
