"""What ends a message that is being relayed: the document turns to a person, to what was done, to what came later."""

from bisect import bisect_left

from bot.layout import Span
from bot.patterns import lazily
from bot.speakers.grammar.function_words import PARTICIPLES
from bot.speakers.grammar.openings import sentence_tokens
from bot.speakers.grammar.phrases import Phrase, head
from bot.speakers.grammar.subjects import first_subject
from bot.speakers.grammar.tokens import (
    ADVERB,
    AUXILIARY,
    BODY,
    CAPITAL,
    COMMA,
    MODAL,
    OBJECT,
    PREPOSITION,
    ROLE,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
    Tokens,
    plural_of,
)
from bot.speakers.people.entities import Entity
from bot.speakers.prose.scene import Scene
from bot.words import split_words

_NARRATIVE = lazily(
    r"(?:(?:[Tt]he two|[Bb]oth) (?:[Ll]eaders|[Mm]inisters|[Pp]arties|[Pp]residents|[Ss]ides)\b(?! (?:also )?"
    r"(?:are|can|enjoy|have|maintain|must|need|share|should|will)\b)|"
    r"(?:This|It) was (?:announced|agreed|decided|resolved)|"
    r"The (?:briefing|meeting|conversation|talks|call|visit|discussion|event|ceremony|vote|motion|matter)\b|"
    r"The (?:[A-Z]?[a-z]+ ){1,3}(?:(?:also |then )?(?:adjourned|adopted|approved|recessed|reconvened|voted|proceeded)|"
    r"(?:is|are) to [a-z]+)\b|"
    r"(?:[Tt]he )?(?:[A-Z]?[a-z]+ ){0,2}[A-Z]?[a-z]+s (?:also |then |unanimously )?(?:agreed|committed|resolved)\b|"
    r"(?:All|The|Three|Two) (?:[A-Z]?[a-z]+ ){1,6}?(?:abstained|arrived|joined the|left the|voted)\b|"
    r"(?:A|The) (?:[a-z]+ )?(?:debate|discussion) (?:ensued|followed|took place)\b|"
    r"They (?:also |further |then )?(?:discussed|exchanged|met|held|reviewed|covered|touched)\b|"
    r"It (?:is|was) (?:not |un)(?:immediately )?(?:clear|known)\b|[A-Z][a-z]+ (?:is|was) forecast\b|"
    r"The (?:case|hearing|inquest|inquiry|investigation|search|trial) (?:continues|goes on|is ongoing)\b|"
    r"(?:An?|The|These|This) (?:[A-Z]?[a-z-]+ ){1,4}(?:(?:was|were) (?:also )?(?:attended|broadcast|chaired|delivered"
    r"|followed|given|held|hosted|moderated|preceded|signed) |(?:also )?(?:ended|concluded|lasted|took place)\b)|"
    r"It was (?:emphasi[sz]ed|stressed|noted)|\W*\w+\W*$)"
)
_ORDER = lazily(r"(?:Additionally|Also|Finally|First|Furthermore|In addition|Lastly|Moreover|Secondly), (?=[a-z])")
_DECIDED = lazily(
    r"\b(?:AGREED|APPROVED|CARRIED|DECIDED|DEFEATED|ORDERED|RESOLVED)\b"
    r"|\b(?:Agreed|Approved|Carried|Decided|Defeated|Ordered|Resolved)(?:,| (?:by|that|to|unanimously)\b)"
)
"""What those who keep minutes write of a decision: "It was | RESOLVED | to meet again"."""
_SILENT = lazily(
    r"\b(?:could not (?:immediately )?be reached|did not (?:immediately |yet )?(?:answer|comment|reply|respond|return)|"
    r"(?:declined|declines|refused|refuses|(?:is|are|was|were) (?:due|expected|likely|scheduled|set)) to "
    r"(?:address|announce|answer|comment|disclose|discuss|elaborate|give|issue|publish|reveal|say|speak|tell)\b|"
    r"den(?:y|ies|ied) (?:it|that|them|this)\b|(?:has|have|had) (?:not|yet to|so far not) (?:yet )?"
    r"(?:answer|comment|replied|reply|respond|return)|(?:was|were) (?:not |un)(?:available|reachable)\b)"
)
"""Somebody does not speak, or will."""
_NOBODY = lazily(r"(?:No ?(?:one|body)|None) (?:at|for|from|in|of) [^.,;]{2,60}? (?:was|were|could|did|had|[a-z]+ed)\b")
"""Those who speak for a body are silent: "Nobody from the ministry was available"."""
_CREDIT = lazily(r"\.? ?\([A-Z][\w./]+(?: [A-Z][\w./]+){0,3}\)$")
_CREDITED = 50
"""Who took a picture, behind its caption, and characters in which that stands."""
_LINKS = frozenset(
    """
    additionally also another both besides further furthermore he her hers his it its likewise meanwhile moreover our
    she similarly such that their these they this those too we
    """.split()
)
"""Words that tie a sentence to what was said before it."""
_AHEAD = lazily(r"(?:After|As|Before|During|Following|In|On|At|Since|When|While|Until)\b[^,.;:“”\"]{1,80}, ")
"""What may stand before the subject of a sentence."""
_OF_ONE = frozenset("a an her his the their".split())
"""What stands before somebody in an office."""
_KNOWN = frozenset("all both her his its other our such the their these those".split())
"""What stands before those who were told of before."""
_STATES = frozenset(
    """
    accounted amounted belonged concerned consisted contained cost depended differed included involved lacked mattered
    meant needed owned remained represented required resembled seemed wanted
    """.split()
)
"""Verbs that tell how things are, not what happened."""
_HAD = lazily(r"\bhad (?:been )?[a-z]+\b")
_SAID = 3000
"""Characters of a paragraph that a message is looked for in."""
_TOLD = lazily(r"[^.,:;“”\"]{0,40}? that\b")
_TAGGED = lazily(r"[^.,:;“”\"]{0,40}")
"""Whom something is told: "told | reporters | that", "..., she told | the inquest |."."""
_HE = lazily(r"(?:He|She)\b|(?:His|Her) (?!.{0,80}\b(?:would|could|will|had|should|must)\b)")


def ends(scene: Scene, span: Span, speaker: Entity | None, *, within: bool = False) -> bool:
    """Whether the message of `speaker` does not go on in a sentence that has no sign of its own.

    One `within` it, between the speaker's own words and "..., she said", may tell what happened.
    """
    text = scene.registry.text
    return (
        told(text, span)
        or bool(_DECIDED.search(text, span.start, span.end))
        or bool(_NOBODY.match(text, span.start, span.end) or _SILENT.search(text, span.start, span.end))
        or bool(_CREDIT.search(text, max(span.start, span.end - _CREDITED), span.end))
        or span.block in scene.captions
        or _about_person(scene, span, speaker)
        or (not within and _happens(scene, span, speaker))
    )


def told(text: str, span: Span) -> bool:
    """Whether a sentence tells of the meeting, whoever spoke in it: "The two sides discussed our plans"."""
    opening = _ORDER.match(text, span.start, span.end)
    return _NARRATIVE.match(text, opening.end() if opening else span.start, span.end) is not None


def tied(scene: Scene, span: Span) -> bool:
    """Whether a sentence itself tells that it goes on with a message: "They are ...", "It would ...", "He had ...".

    Or it is about what the message was about.
    """
    tokens = sentence_tokens(scene.registry.text, span.start, span.end)
    modal = any(tag & MODAL and not (n and tag & CAPITAL) for n, tag in enumerate(tokens.tag))
    if modal or "had" in tokens.low:
        return True
    subject = first_subject(tokens, len(tokens.tag))
    last = subject[1] if subject else 0
    linked = not _LINKS.isdisjoint(tokens.low[: last + 1]) or any(tag & OBJECT for tag in tokens.tag)
    linked = linked or (subject is not None and "it" in tokens.low[last:])
    return _resumes(scene, span, tokens, subject) or (linked and not _past_event(tokens, last + 1))


def _resumes(scene: Scene, span: Span, t: Tokens, subject: Phrase | None) -> bool:
    """Whether a word of the subject was said before in the paragraph."""
    if subject is None:
        return False
    said = _said(scene, span)
    return any(len(low) > 3 and low in said for low in t.low[subject[0] : subject[1] + 1])


def _said(scene: Scene, span: Span) -> set[str]:
    """The words before a sentence in its paragraph, without those for whom something is told."""
    text, words = scene.registry.text, set[str]()
    for number in range(bisect_left(scene.spans, span) - 1, -1, -1):
        start, end, _, block, _ = scene.spans[number]
        if block != span.block or span.start - start > _SAID:
            break
        clause = scene.drafts[number].evidence
        if clause and start <= clause.start < end:
            words.update(split_words(text[start : clause.end].lower()))
            told = (_TAGGED if text[clause.start - 2 : clause.start] == ", " else _TOLD).match(text, clause.end, end)
            start = told.end() if told else clause.end
        words.update(split_words(text[start:end].lower()))
    return words


def _happens(scene: Scene, span: Span, speaker: Entity | None) -> bool:
    """Whether a sentence tells what happened, with nothing that ties it to the message: "The lab opened in 1990."."""
    tokens = sentence_tokens(scene.registry.text, span.start, span.end)
    subject = first_subject(tokens, len(tokens.tag))
    if subject is None or not _past_event(tokens, subject[1] + 1):
        return False
    opening = tokens.low[: subject[1] + 1]
    if opening[-1] in ("he", "she") or (opening[-1] == "they" and speaker and speaker.plural):
        return True
    ahead = tokens.tag[: subject[0]]
    placed = any(tag & (PREPOSITION | SUBORDINATOR) for tag in ahead) and not any(tag & TIME for tag in ahead)
    if placed or not _LINKS.isdisjoint(opening):
        return False
    return not _resumes(scene, span, tokens, subject) or _long_past(scene, span)


def _long_past(scene: Scene, span: Span) -> bool:
    """Whether the sentence before says what had been, so that what then happened is told: "had failed. | It fell"."""
    before = scene.spans[bisect_left(scene.spans, span) - 1]
    return before.block == span.block and _HAD.search(scene.registry.text, before.start, before.end) is not None


def _past_event(t: Tokens, verb: int) -> bool:
    """Whether the verb group at token `verb` is in the simple past, of no state: "arrested", "did not", "fell"."""
    while verb < len(t.tag) and t.tag[verb] & ADVERB:
        verb += 1
    if verb >= len(t.tag):
        return False
    past = t.low[verb].endswith("ed") or (t.tag[verb] & VERB and not t.low[verb].endswith("s"))
    if t.low[verb] in ("was", "were") and (done := t.low[verb + 1 : verb + 2]):  # "The pump | was stolen that winter."
        timed = any(tag & TIME or low.isdigit() for tag, low in zip(t.tag, t.low, strict=True))
        return timed and (done[0].endswith("ed") or done[0] in PARTICIPLES)
    if t.low[verb] in _STATES:
        return False
    return t.low[verb] == "did" or bool(past and not t.tag[verb] & (AUXILIARY | ROLE))


def _somebody(t: Tokens) -> bool:
    """Whether a sentence tells of somebody in an office: "A second | expert | is due in May", "Her | solicitor |"."""
    subject = first_subject(t, len(t.tag))
    if subject is None or subject[0] > 1 or t.low[subject[0]] not in _OF_ONE:
        return False
    noun = t.tag[head(t, subject)]
    return bool(noun & (ROLE | TITLE)) and not noun & (BODY | CAPITAL)


def _others(t: Tokens) -> bool:
    """Whether a sentence tells of several people who were not told of before: "Eleven | scholars | had flown in"."""
    subject = first_subject(t, len(t.tag))
    noun = head(t, subject) if subject else 0
    if subject is None or subject[0] > 0 or t.low[0] in _KNOWN or not plural_of(t.low[noun]) & ROLE:
        return False
    verb = next((n for n in range(subject[1] + 1, len(t.tag)) if not t.tag[n] & ADVERB), 0)
    return verb > 0 and not t.tag[verb] & (MODAL | COMMA) and not any(tag & OBJECT for tag in t.tag)


def _about_person(scene: Scene, span: Span, speaker: Entity | None) -> bool:
    """Whether a sentence is about a person: then the document tells of them itself.

    Behind a time or place only about the speaker: an account of what others did may go on so.
    """
    text = scene.registry.text
    if _HE.match(text, span.start):
        return True
    tokens = sentence_tokens(text, span.start, span.end)
    if _somebody(tokens) or _others(tokens):
        return True
    if speaker and speaker.words[0].startswith(("the ", "The ")):
        words = text[span.start : span.start + len(speaker.name) + 1]
        if words.lower() == speaker.name.lower() + " ":
            return True
    ahead = _AHEAD.match(text, span.start, span.end)
    start = ahead.end() if ahead else span.start
    person = scene.opening_subject(start, span.end)
    if ahead:
        return person is not None and person is speaker
    return person is not None and scene.registry.person(person)
