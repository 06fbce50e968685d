"""Questions that go on from the one before: what they take over from it."""

import re
from collections.abc import Container
from typing import NamedTuple

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions.understanding import Question
from bot.questions.wordings import PRONOUNS
from bot.speakers import given_gender
from bot.words import VAGUE_WEIGHT, split_words, weight

_LEANS = lazily(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|this|those|these|there|then|both|one|ones|else|too"
    r"|that(?=\W*$|\W+(?:is|was|were|are|will|would|did|does|has|have|had|mean|means|happen\w*|one|year|day|week|month|time|about|"
    r"too|in|on|at|from|to|or|and)\b)"
    r"|others?|repl(?:y|ied)|respond(?:ed)?|response|react(?:ed|ion)?|(?:dis)?agree[ds]?)\b",
    re.IGNORECASE,
)
_GOES_ON = lazily(r"(?:and|but|so|or|also|what about|how about|what else|who else|why not)\b", re.IGNORECASE)
_TOPIC = lazily(r"(?:and|but|so|what about|how about)\b(?! (?:who|what|when|where|why|how)\b)", re.IGNORECASE)
_POINTS_BACK = lazily(r"\b(?:it|that|he|she|they)\b", re.IGNORECASE)
_OTHERS = lazily(
    r"\b(?:who|anyone|anybody|someone|somebody|others?)\b.{0,30}\b(?:else|disagree[ds]?|object(?:ed|s)?|agree[ds]?)\b",
    re.IGNORECASE,
)
_REPLIES = lazily(r"\b(?:answer(?:ed)?|repl(?:y|ied)|respon(?:d(?:ed)?|se)|react(?:ed|ion)?)\b", re.IGNORECASE)
_ELSE = lazily(r"\b(?:what|anything) (?:else|more)\b", re.IGNORECASE)
_MORE = lazily(
    r"(?:(?:and|show|tell|give)(?: me)? )?(?:more|go on|continue|next|any more|anything else|what else)(?: please)?",
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
_OWN_FORM = ("overview", "speakers", "when-all")
_OF_WORDS = ("what-said", "speaker", "who-said")


class Earlier(NamedTuple):
    """The turn before: the question, and who said the sentence that was shown first."""

    question: Question
    speakers: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Whom "he", "she" or "they" means: those asked for, who spoke, or who was mentioned."""
        return self.question.speakers or self.speakers or self.question.about


def carry(question: Question, earlier: Earlier | None, grounds: Grounds) -> Question:
    """The question with what it takes over from the turn before; as it is where it stands by itself."""
    if earlier is None:
        return question if question.pronoun is None else _of_main_speaker(question, grounds)
    before = earlier.question
    if question.kind in _OWN_FORM:
        if before.kind in _OWN_FORM or not _POINTS_BACK.search(question.text):
            return question
        question = question._replace(kind=question.wanted)
    if not _leans(question, grounds.index.idf):
        return question
    if _OTHERS.search(question.text) and not question.speakers:
        return _by_others(question, earlier)
    pronoun = any(word.casefold() in PRONOUNS for word in split_words(question.text))
    people = earlier.people if pronoun or (before.saying and _TOPIC.match(question.text.strip())) else ()
    saying = question.kind == "what-said" or (
        bool(people) and before.kind in _OF_WORDS and question.wanted in ("what", "topic", "yes-no", "how", "why")
    )
    speakers = question.speakers or (people if saying else ())
    weights = _carried(question, before)
    replies = bool(_REPLIES.search(question.text))
    whole = bool(speakers) and not replies and not any(share > VAGUE_WEIGHT + 0.05 for share in weights.values())
    kind = ("speaker" if whole else "what-said") if saying or (replies and question.saying) else question.kind
    return question._replace(
        kind=kind,
        terms=weights,
        spelt={**before.spelt, **question.spelt},
        speakers=speakers,
        replies=replies,
        about=question.about or (() if saying else people),
        documents=question.documents or before.documents,
        only=() if question.content else question.speakers,
        anew=bool(_ELSE.search(question.text)),
        follows=True,
    )


def _of_main_speaker(question: Question, grounds: Grounds) -> Question:
    """With the one speaker whom "she" can mean where nobody was named before."""
    people = [name for name in grounds.main_speakers() if given_gender(tuple(name.split())) in ("", question.pronoun)]
    return question._replace(speakers=tuple(people[:1])) if people else question._replace(kind=question.wanted)


def _carried(question: Question, before: Question) -> dict[str, float]:
    """The terms with those of the question before: little beside own ones, none where a speaker is asked for anew."""
    weights = dict(question.terms)
    if (question.speakers and before.kind == "speaker") or (_ELSE.search(question.text) and not question.content):
        return weights
    factor = CARRIED if question.content else CARRIED_WHOLE
    for term, share in before.terms.items():
        if share > VAGUE_WEIGHT:
            weights.setdefault(term, share * factor)
    return weights


def _by_others(question: Question, earlier: Earlier) -> Question:
    """What anybody but the speakers before says of the same: "Who disagreed?"."""
    weights = {**earlier.question.terms, **question.terms}
    return question._replace(
        kind="who-said", terms=weights, spelt={**earlier.question.spelt, **question.spelt},
        about=(), unheard=False, others=True, speakers=earlier.people, anew=bool(_ELSE.search(question.text)),
        follows=True,
    )  # fmt: skip


def _leans(question: Question, known: Container[str]) -> bool:
    """Whether a question needs the turn before: it begins so, has a pronoun, or no word of it is in the documents."""
    bare = question.text.strip()
    heard = any(share > VAGUE_WEIGHT and term in known for term, share in question.terms.items())
    return bool(_LEANS.search(bare) or _GOES_ON.match(bare)) or not (heard or question.speakers or question.unknown)


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
