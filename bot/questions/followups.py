"""Questions that go on from the one before: what they take over from it."""

import re

from bot.index import Grounds
from bot.patterns import lazily
from bot.questions.earlier import (
    Earlier,
    another,
    anybody,
    introduced,
    meant,
    of_main_speaker,
    of_nobody,
    related,
    told_apart,
)
from bot.questions.question import Question
from bot.questions.turning import SHORTENED
from bot.questions.wordings import SAYING, lemma
from bot.words import VAGUE_WEIGHT, split_words, terms, weight

_IT = (
    r"it(?! (?:takes?|took)\b.{0,20} to\b)(?! (?:(?:going to|gonna|supposed to) )?(?:be |get )?"
    r"(?:rain|snow|sunny|windy)\w*\b)"
)
"""It, where that stands for something: not in "Will it rain?" or "How long does it take to boil an egg?"."""
_LEANS = lazily(
    rf"\b(?:he|him|his|she|her|hers|they|them|their|theirs|{_IT}|its"
    r"|this(?! (?:year|month|week|weekend|season|century|morning|afternoon|evening)\b)|those|these|then|both|one|ones"
    r"|else|too"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )there(?! be\b)"
    r"|that(?=\W*$|\W+(?:be|is|was|were|are|will|would|did|does|has|have|had|mean|means|happen\w*|one|year|day|week|"
    r"month|time|about|too|in|on|at|from|to|or|and)\b)"
    r"|others?|repl(?:y|ied)|respond(?:ed)?|response|react(?:ed|ion)?|(?:dis)?agree[ds]?)\b",
    re.IGNORECASE,
)
_GOES_ON = lazily(r"(?:and|but|so|or|also|what about|how about|what else|who else|why not)\b", re.IGNORECASE)
_POINTS_BACK = lazily(r"\b(?:it|that|he|she|they)\b", re.IGNORECASE)
_PRONOUNS = r"\b(?:he|him|his|she|her|hers|they|them|their|it|its)\b"
_PRONOUN = lazily(_PRONOUNS, re.IGNORECASE)
_POINTS = lazily(rf"{_PRONOUNS}|\b(?:this|that|these|those)\b", re.IGNORECASE)
_SUBJECT = lazily(
    r"\b(?:are|can|could|did|do|does|had|has|have|is|may|might|should|was|were|will|would) (?:he|she|it|they)\b",
    re.IGNORECASE,
)
_OBJECT = lazily(
    r"\b(?:can|could|did|do|does|has|have|should|will|would)\b.{2,60}(?<!according to )(?<!\bfrom )(?<!\bby )(?<!\bof )"
    r"\b(?:him|them|her(?=\W*$|\W+(?:about|for|in|on|to|with)\b))\b",
    re.IGNORECASE,
    needs="him them her",
)
"""Whom something is done to, who does not speak: "What did Li give | her"; but of what worries him he speaks."""
_OTHERS = lazily(
    r"\bthe other (?:guy|man|one|party|person|side|woman)\b|"
    r"\b(?:who|anyone|anybody|someone|somebody|nobody|no one|others?)\b.{0,30}\b"
    r"(?:else|disagree[ds]?|object(?:ed|s)?|agree[ds]?)\b",
    re.IGNORECASE,
)
_DOES_ELSE = lazily(
    r"\bwho else (?:also |has |had |have |is |was |will |would |can )?(?!(?:dis)?agree|object)([\w-]+)",
    re.IGNORECASE,
    needs="else",
)
"""What somebody else does, rather than says: "who else | came"."""
_REPLIES = lazily(
    r"\b(?:answer(?:ed)?|repl(?:y|ied)|respon(?:d(?:ed)?|se)|react(?:ed|ion)?|(?:dis)?agree[ds]?|object(?:ed|s)?|"
    r"(?:makes?|made|say|said|says|thinks?|thought) (?:about|of|to) (?:that|this|it))\b",
    re.IGNORECASE,
)
_LASTS = lazily(r"^(?:and |but )?(?:how long|until when)\b.{1,30}\blast(?:s|ed)?\W*$", re.IGNORECASE)
_ASKER = lazily(r"\b(?:can|could|do|may|must|should|will) (?:i|we)\b", re.IGNORECASE)
"""Asks for itself; then what it wants to do is what it is about: "Can I park there?"."""
_KIN_OF = lazily(
    r"(?:and|but|so|what about|how about) (?:and )?((?:his|her|their) [\w'’ -]{1,40})",
    re.IGNORECASE,
    needs="his her their",
)
"""Asks for somebody by what they are to the one before: "and his boss"."""
_ELSE = lazily(r"\b(?:what|anything) (?:else|more)\b", re.IGNORECASE)
_LIGHT = frozenset(
    """
    again agree agreed agrees altogether back become btw consequence context detail details document effect exactly
    feel feels first further get gets getting go goes got happen happened instead know known knows later latest lot
    mean means meant next now occasion ok okay outcome people please problem purpose read really result second since
    talk third today tomorrow topic true understand went win won
    """.split()
)
"""Words that a line which goes on may have without a topic of its own: "when did that happen", "who won"."""
_STANDING_IN = frozenset("guy guys lady one ones".split())
"""Words in whose place another tells who or what: "the Korean one"."""
_BEFORE_TOPIC = frozenset(
    """
    a about an and another any at but by concerning for from in into many much of on or other re some the to what
    which whose with
    """.split()
)
"""What a topic stands behind; what stands behind a subject is what somebody does: "and how did she react?"."""
_SUBJECTS = frozenset("he she they".split())
"""Behind the verb of one of these an object stands: "does she like | dogs"."""
CARRIED, CARRIED_WHOLE = 0.2, 0.6
"""What a term of the question before counts beside terms of one's own, and where there are none."""
CARRIED_IN_ALL = 0.6
"""What they count together beside terms of one's own in a line that points at nothing: "and the harbour?"."""
_BARE, _FEW = ("when", "where", "why", "how", "how-many"), 4
"""What a line of a few words may ask without saying of what."""
_OWN_FORM = ("overview", "speakers", "when-all", "author")
_OF_WORDS = ("what-said", "speaker", "who-said")


def carry(question: Question, earlier: Earlier | None, grounds: Grounds) -> Question:
    """The question with what it takes over from the turn before; as it is where it stands by itself."""
    if earlier is None:
        question = question._replace(of_nobody=of_nobody(question))
        return question if question.pronoun is None else of_main_speaker(question, grounds)
    before = earlier.question
    for told in (another, anybody, told_apart, related, _where, introduced):
        question = told(question, earlier, grounds)
    if question.kind == "who-is":
        return question
    if question.documents and not question.words:
        elsewhere = before.speakers and question.documents.isdisjoint(grounds.known_in(before.speakers, ()))
        asked = question._replace(kind="overview") if elsewhere else before
        return asked._replace(text=question.text, documents=question.documents, follows=True)
    if question.kind in _OWN_FORM:
        if question.elsewhere or before.kind in _OWN_FORM or not _POINTS_BACK.search(question.text):
            return question
        question = question._replace(kind=question.wanted)
    telling = _telling(question)
    if not _leans(question, telling) or (question.elsewhere and telling):
        return question
    of_kin = _KIN_OF.fullmatch(question.text.strip().rstrip("?!. "))
    own = telling if of_kin or _ASKER.search(question.text) else _topic(question, telling)
    if of_kin and question.speakers:
        besides = (*before.speakers, *before.about, *earlier.speakers)  # nobody is his own boss
        others = tuple(name for name in question.speakers if name not in besides)
        question = question._replace(speakers=others, unknown=None if others else of_kin[1])
    deed = (does := _DOES_ELSE.search(question.text)) is not None and lemma(does[1].casefold()) not in SAYING
    if not deed and _OTHERS.search(question.text) and not question.speakers:
        return _by_others(question, earlier, grounds)
    gender, people = meant(question, earlier, own, grounds)
    speak = bool(people) and not _OBJECT.search(question.text)
    saying = question.saying or (
        speak and before.kind in _OF_WORDS and question.wanted in ("what", "topic", "yes-no", "how", "why")
    )
    speakers = question.speakers or (people if saying and not question.unheard else ())
    tells = telling or (question.content and _ASKER.search(question.text))
    weights = _carried(question, before, CARRIED if tells else CARRIED_WHOLE)
    if gender is not None and question.speakers:
        for name in people[:1]:
            weights.setdefault(terms(name)[-1], CARRIED_WHOLE)
    replies = bool(_REPLIES.search(question.text))
    inherits = question.wanted == "topic" and not question.asks_question
    whole = bool(speakers) and not replies and not any(share > VAGUE_WEIGHT + 0.05 for share in weights.values())
    kind = ("speaker" if whole else "what-said") if saying or (replies and question.saying) else question.kind
    return question._replace(
        kind=kind,
        wanted=before.wanted if inherits else question.wanted,
        measure=before.measure if inherits else question.measure,
        own=own,
        bare=not (telling or question.speakers or question.elsewhere)
        and question.wanted in _BARE
        and len(split_words(question.text)) <= _FEW + bool(question.measure),
        terms=weights,
        spelt={**before.spelt, **question.spelt},
        speakers=speakers,
        replies=replies,
        about=question.about or (() if saying else people),
        documents=question.documents or _still(before.documents, speakers, grounds),
        only=() if question.content else question.speakers,
        anew=deed or bool(_ELSE.search(question.text)),
        follows=True,
    )


def _still(documents: frozenset[int], speakers: tuple[str, ...], grounds: Grounds) -> frozenset[int]:
    """The documents that the talk is about, if those asked for speak in one of them."""
    elsewhere = documents and speakers and documents.isdisjoint(grounds.known_in(speakers, ()))
    return frozenset() if elsewhere else documents


def _where(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """With the documents that it can be about: "in the other one", or, behind a pronoun, the one that was shown.

    An office that several hold is, in a talk about one document, that of who speaks there.
    """
    count = len(grounds.collection.documents)
    if question.documents or count == 1:
        return question
    shown = grounds.collection.owner[earlier.row]
    if question.elsewhere:
        whole = question.wanted in ("what", "topic") and not (question.content or question.speakers)
        kind = "overview" if whole else question.kind
        return question._replace(documents=frozenset(range(count)) - {shown}, kind=kind)
    if len(question.speakers) > 1:
        rows = grounds.collection.rows(shown)
        here = [name for name in question.speakers if any(row in rows for row in grounds.said_by([name]).tolist())]
        question = question._replace(speakers=tuple(here) or question.speakers)
    telling = _telling(question)
    says = question.saying and (telling or question.pronoun is None)
    if question.speakers or question.about or says or (telling and not _PRONOUN.search(question.text)):
        return question
    known = [term for term in telling if term in grounds.index.idf]
    there = grounds.document_masks({term: 1 << n for n, term in enumerate(known)}, [earlier.row])[shown]
    stays = there or not known or (len(known) == 1 and _SUBJECT.search(question.text))
    return question._replace(documents=frozenset([shown]), stays=True) if stays else question


def _carried(question: Question, before: Question, most: float) -> dict[str, float]:
    """The terms with those of the question before: little beside own ones, none where a speaker is asked for anew."""
    weights = _dimmed(question)
    if (question.speakers and before.kind == "speaker") or (_ELSE.search(question.text) and not question.content):
        return weights
    carried = [] if before.kind in _OWN_FORM else before.telling
    if most == CARRIED and not _POINTS.search(question.text):
        most = min(most, CARRIED_IN_ALL / max(len(carried), 1))
    for term in carried:
        weights.setdefault(term, min(before.terms[term], most))
    return weights


def _dimmed(question: Question) -> dict[str, float]:
    """The terms, those vague that are no topic: "now" in "Why now?", "agree" in "Does Luke agree?"."""
    bare = _bare(question)
    dim = {
        term
        for term, word in question.spelt.items()
        if (bare and word.casefold() in _LIGHT) or word.casefold() in _STANDING_IN or _REPLIES.fullmatch(word)
    }
    return {term: min(share, VAGUE_WEIGHT) if term in dim else share for term, share in question.terms.items()}


def _by_others(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """What anybody but the speakers before says of the same: "Who disagreed?"."""
    before = earlier.question
    return question._replace(
        kind="who-said",
        own=_topic(question, _telling(question)),
        terms={**before.terms, **question.terms},
        spelt={**before.spelt, **question.spelt},
        about=(),
        unheard=False,
        others=True,
        unknown=None,
        speakers=earlier.people(grounds),
        anew=bool(_ELSE.search(question.text)),
        replies=bool(_REPLIES.search(question.text)),
        follows=True,
    )


def _telling(question: Question) -> frozenset[str]:
    """The terms of a question that tell what it is about; the name of who is asked for is none of them."""
    light = _LIGHT.union(["last"] if _LASTS.search(question.text) else ())
    return frozenset(term for term in question.telling if question.spelt.get(term, term).casefold() not in light)


def _bare(question: Question) -> bool:
    """Whether a line is a question word and little else: "and why was that?"."""
    return question.wanted in _BARE and len(split_words(question.text)) <= _FEW


def _topic(question: Question, telling: frozenset[str]) -> frozenset[str]:
    """Those of the telling terms that stand where a topic does: first, behind a small word, behind another of them."""
    found: set[str] = set()
    subject, before = "", "and"
    for word in split_words(question.text):
        term = terms(word)[0]
        topical = before in _BEFORE_TOPIC or before in found or subject in _SUBJECTS
        subject, before = before, word.casefold()
        if term in telling and topical:
            found.add(term)
            before = term
    return frozenset(found)


def _leans(question: Question, telling: frozenset[str]) -> bool:
    """Whether a question needs the turn before: it begins so, has a pronoun, or tells nothing of its own."""
    bare = question.text.strip()
    points = _LEANS.search(bare) or _GOES_ON.match(bare) or _OTHERS.search(bare)
    return bool(points or SHORTENED.fullmatch(bare.rstrip("?!. "))) or not (
        telling or question.speakers or question.unknown
    )


def gist(question: Question) -> str:
    """How a line was understood where that is not plain from its words: "Imran Khan on the pandemic"; else empty."""
    names = " or ".join(question.speakers)
    if not question.follows:
        return "" if question.by_name else names
    words = (question.spelt[term] for term in question.terms if term in question.spelt)
    content = [
        word
        for word in dict.fromkeys(words)
        if weight(word) > VAGUE_WEIGHT
        and (low := word.casefold()) not in _LIGHT | _STANDING_IN
        and lemma(low) not in SAYING
    ]
    topic = " ".join(content[:6])
    return f"{names} on {topic}" if names and topic else names or topic
