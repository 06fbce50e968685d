"""Questions that go on from the one before: what they take over from it."""

import re
from collections.abc import Container
from dataclasses import replace
from typing import NamedTuple

from bot.patterns import lazily
from bot.questions import Question
from bot.terms import TOKEN, VAGUE_WEIGHT, weight

_PRONOUN = lazily(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|those|these|there|then|both|one|ones|else|too|others?)\b",
    re.IGNORECASE,
)
_PERSON = frozenset("he she they him her his hers their them".split())
_GOES_ON = lazily(r"(?:and|but|so|or|also|what about|how about|what else|who else|why not)\b", re.IGNORECASE)
_MORE = lazily(
    r"(?:(?:and|show|tell|give)(?: me)? )?(?:more|go on|continue|next|any more|anything else|what else"
    r"(?: (?:did|does|do|was|were) (?:he|she|they|it) (?:say|add|mention|tell|think|note)\w*)?)(?: please)?",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5, "last": 0}
_NTH = lazily(
    rf"(?:show (?:me )?)?(?:the )?({'|'.join(_ORDINALS)})(?: (?:one|quote|sentence))?,?"
    r"(?: (?:in|with) (?:its )?context)?|\[?(\d)\]?",
    re.IGNORECASE,
)
CARRIED, CARRIED_WHOLE = 0.2, 0.6
"""What a term of the question before counts beside terms of one's own, and where there are none."""


class Earlier(NamedTuple):
    """The turn before: the question, and who said the sentence that was shown first."""

    question: Question
    speakers: tuple[str, ...]


def carry(question: Question, earlier: Earlier, known: Container[str]) -> Question:
    """The question with what it takes over from the turn before; as it is where it stands by itself.

    `known` holds the terms of the documents.
    """
    if question.kind in ("overview", "speakers") or not _leans(question, known):
        return question
    before = earlier.question
    lows = {match.group().casefold() for match in TOKEN.finditer(question.text)}
    own = _content(question)
    weights = dict(question.terms)
    if not (question.speakers and before.kind == "speaker"):
        for term, share in before.terms.items():
            if share > VAGUE_WEIGHT:
                weights.setdefault(term, share * (CARRIED if own else CARRIED_WHOLE))
    person = bool(lows & _PERSON)
    speakers = question.speakers or (before.speakers or earlier.speakers if person else ())
    kind = _kind(question, before, speakers, pronoun=person)
    return replace(
        question,
        kind=kind,
        terms=weights,
        spelt={**before.spelt, **question.spelt},
        speakers=tuple(speakers),
        follows=True,
    )


def _kind(question: Question, before: Question, speakers: tuple[str, ...], *, pronoun: bool) -> str:
    if question.speakers and before.kind == "speaker" and not _content(question):
        return "speaker"
    saying = before.kind in ("what-said", "speaker", "who-said")
    if (
        speakers
        and saying
        and question.kind in ("what", "topic", "yes-no", "how", "why")
        and (pronoun or question.speakers)
    ):
        return "what-said"
    return "what-said" if question.kind == "speaker" and before.kind != "speaker" else question.kind


def _content(question: Question) -> int:
    return sum(share > VAGUE_WEIGHT for share in question.terms.values())


def _leans(question: Question, known: Container[str]) -> bool:
    """Whether a question needs the turn before: it begins so, has a pronoun, or no word of it is in the documents."""
    bare = question.text.strip()
    heard = any(share > VAGUE_WEIGHT and term in known for term, share in question.terms.items())
    return bool(_PRONOUN.search(bare) or _GOES_ON.match(bare)) or not (heard or question.speakers or question.unknown)


def wants_more(text: str) -> bool:
    """Whether it only asks for further quotes: "more"."""
    return bool(_MORE.fullmatch(text.strip(" ?!.")))


def wants_nth(text: str) -> int | None:
    """Which of the quotes shown it asks for by number ("the second one, in context"): from 1, 0 is the last."""
    asked = _NTH.fullmatch(text.strip(" ?!."))
    if asked is None:
        return None
    return _ORDINALS[asked.group(1).casefold()] if asked.group(1) else int(asked.group(2))


def gist(question: Question) -> str:
    """How a follow-up was understood, in words: "Imran Khan on the pandemic"."""
    words = (question.spelt[term] for term in question.terms if term in question.spelt)
    content = [word for word in dict.fromkeys(words) if weight(word) > VAGUE_WEIGHT]
    topic = " ".join(content[:6])
    names = " or ".join(question.speakers)
    return f"{names} on {topic}" if names and topic else names or topic
