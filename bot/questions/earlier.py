"""The turn before, and whom a question that goes on from it can mean."""

import re
from collections import Counter
from itertools import islice
from typing import NamedTuple

from bot.index import Grounds, name_words
from bot.patterns import lazily
from bot.questions.describing import can_be, described
from bot.questions.question import Question
from bot.questions.turning import ANYBODY
from bot.questions.wordings import JOBS, PRONOUNS
from bot.words import given_gender, split_words, terms

_WHO_IS = lazily(
    r"(?:and )?(?:who(?:['’]?s| is| was) s?he(?: again)?|what(?:['’]?s| is| was) s?he(?:,? (?:an?|the) .{1,30})?|"
    r"what (?:does|did) s?he do(?: for (?:a living|work))?(?: now| today| these days)?|"
    rf"what(?:['’]?s| is| was) (?:his|her) (?:{JOBS})(?: there)?)",
    re.IGNORECASE,
    needs="he she his her",
)
_OF_ONE = lazily(
    r"\b(?:do|does|did|is|are|was|were|can|could|has|have|had|will|would)(?: s?he| (?:\w+ )?(?:his|her))\b",
    re.IGNORECASE,
    needs="he she his her",
)
"""Asks something about one person: "does she | drive", "what is her favourite film"."""
_OTHER = lazily(r"\bother\b", re.IGNORECASE)
_ANYBODY = lazily(
    rf"\bthe (other )?({'|'.join(ANYBODY)})(?=\W*$| (?:say|said|think|want|answer|reply)\b)", re.IGNORECASE
)

_THE = lazily(r"(?:(?:and|but|so|what about|how about) )+(?:the|that|his|her|their) ([\w'’ -]{1,60})", re.IGNORECASE)

_ABOUT = lazily(
    r"(?:and|but|so|what about|how about)\b(?! (?:who|what|when|where|why|how|"
    r"is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b)",
    re.IGNORECASE,
)
_ANSWERS = lazily(r"\b(?:answer(?:ed|s)?|repl(?:y|ies|ied)|respon(?:d(?:ed|s)?|se))\b", re.IGNORECASE)
_RELATED = lazily(
    r"\b(?:his|her|their) (colleague|co-?worker|counterpart|guest|host|interlocutor|opponent|partner|rival|visitor)\b",
    re.IGNORECASE,
)
"""Whoever is called so is another than the one before."""
_LOOKED_AT = 1000
"""Sentences of a document in which that other one is looked for."""


class Earlier(NamedTuple):
    """The turn before: the question, and who said the sentence that was shown first."""

    question: Question
    speakers: tuple[str, ...]
    talk: tuple[str, ...] = ()
    """Whom the talk came by before, the last one last."""
    row: int = 0
    """The sentence that was shown first."""

    def people(self, grounds: Grounds, gender: str = "", besides: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Whom "he" ("m"), "she" ("f") or "they" means: whom it asked for or mentioned, who spoke, any before.

        They speak or are named in the document that was shown. `besides` those who do not answer themselves.
        """
        asked = self.question
        groups = (asked.speakers, asked.about, self.speakers, *((name,) for name in reversed(self.talk)))
        fitting = (
            tuple(
                name
                for name in names
                if name not in besides and can_be(name, gender, grounds) and self._is_there(name, grounds)
            )
            for names in groups
        )
        return next(filter(None, fitting), ())

    def there(self, grounds: Grounds) -> list[str]:
        """The people who speak in the document that was shown, who says most first."""
        rows = grounds.collection.rows(grounds.collection.owner[self.row])
        said = Counter(filter(None, map(grounds.speaker, islice(rows, _LOOKED_AT))))
        return [name for name, _ in said.most_common() if grounds.roster.is_person(name)]

    def _is_there(self, name: str, grounds: Grounds) -> bool:
        """Whether somebody speaks or is named in the document that was shown."""
        collection = grounds.collection
        one = len(collection.documents) == 1
        return one or collection.owner[self.row] in grounds.known_in([name], [name.rsplit(maxsplit=1)[-1]])


def pronoun(text: str) -> str | None:
    """The gender ("m", "f", "" for several) of the first pronoun for people in a line."""
    return next((PRONOUNS[low] for word in split_words(text) if (low := word.casefold()) in PRONOUNS), None)


def another(question: Question, earlier: Earlier, _: Grounds) -> Question:
    """The question, with those of several speakers whom "the other minister" can mean."""
    if len(question.speakers) < 2 or not _OTHER.search(question.text):
        return question
    others = tuple(name for name in question.speakers if name not in (*earlier.question.speakers, *earlier.speakers))
    return question._replace(speakers=others or question.speakers)


def anybody(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """The question, with the one whom "the lady" or "the other guy" means: whom the talk came by last, or who else."""
    found = _ANYBODY.search(question.text)
    gender = ANYBODY[found[2].casefold()] if found else ""
    if found is None or question.speakers or not (gender or (found[1] and earlier.question.saying)):
        return question
    shown = (*earlier.question.speakers, *earlier.speakers) if found[1] else ()
    people = earlier.people(grounds, gender, shown)
    return question._replace(speakers=people[:1], kind="what-said") if people else question


def told_apart(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """The question, with the one whom "and the Dane?" means: of two the one who was not asked for before."""
    found = _THE.fullmatch(question.text.strip().rstrip("?!. "))
    if found is None or question.speakers:
        return question
    words = name_words(found[1])
    people = described(words, grounds, (*earlier.question.speakers, *earlier.speakers)) if words else ()
    rest = {term: share for term, share in question.terms.items() if term not in terms(found[1])}
    return question._replace(speakers=tuple(people), kind="what-said", terms=rest) if people else question


def related(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """The question, with the one whom "his counterpart" means: who else of the document shown is a person by name."""
    found = _RELATED.search(question.text)
    if found is None or question.speakers:
        return question
    others = tuple(
        name for name in earlier.there(grounds) if name not in (*earlier.question.speakers, *earlier.speakers)
    )
    rest = {term: share for term, share in question.terms.items() if term != terms(found[1])[0]}
    return question._replace(speakers=others, kind="what-said", terms=rest) if len(others) == 1 else question


def introduced(question: Question, earlier: Earlier, grounds: Grounds) -> Question:
    """The question, with the one of whom "who is she?" or "what is his job?" asks."""
    found = _WHO_IS.fullmatch(question.text.strip().rstrip("?!. "))
    people = earlier.people(grounds, pronoun(found.group()) or "") if found else ()
    people = tuple(filter(grounds.roster.is_person, people))[:1]
    return question._replace(kind="who-is", about=people, follows=True) if people else question


def of_nobody(question: Question) -> bool:
    """Whether a question asks about a "he" or "she" who is nobody that it names."""
    return not (question.speakers or question.about) and bool(_OF_ONE.search(question.text))


def of_main_speaker(question: Question, grounds: Grounds) -> Question:
    """The question, with the one speaker whom "she", or the body whom "they" can mean where nobody was named before."""
    main = (name for name in grounds.main_speakers() if question.pronoun or not given_gender(tuple(name.split())))
    people = [name for name in main if can_be(name, question.pronoun or "", grounds)]
    return question._replace(speakers=tuple(people[:1])) if people else question._replace(kind=question.wanted)


def meant(
    question: Question, earlier: Earlier, own: frozenset[str], grounds: Grounds
) -> tuple[str | None, tuple[str, ...]]:
    """The gender of the pronoun of a line that goes on, and whom that means; without one who speaks on of the topic."""
    gender = pronoun(question.text)
    asker = earlier.speakers if _ANSWERS.search(question.text) else ()
    if gender is None:
        goes_on = earlier.question.saying and _ABOUT.match(question.text.strip())
        people = earlier.people(grounds, "", asker) if goes_on else ()
        return None, people if _say(people, own, grounds) else ()
    people = earlier.people(grounds, gender, asker)
    if not gender:
        alone = len(people) == 1 and given_gender(tuple(people[0].split()))
        return gender, () if alone else people  # one person is no "they"
    fitting = [name for name in earlier.there(grounds) if can_be(name, gender, grounds)]
    if not people:
        main = [name for name in grounds.main_speakers() if can_be(name, gender, grounds)] or [
            name for name in fitting if given_gender(tuple(name.split())) == gender
        ]
        people = tuple(name for name in main if name not in asker)[:1]
    if own and not _say(people, own, grounds):
        saying_it = [name for name in fitting if _say((name,), own, grounds)]
        people = tuple(saying_it) if len(saying_it) == 1 else people
    return gender, people


def _say(people: tuple[str, ...], own: frozenset[str], grounds: Grounds) -> bool:
    """Whether they say something of what a line is about; of nothing they do."""
    said = grounds.said_by(people)
    return not own or any(len(grounds.index.having(term, said)) for term in own)
