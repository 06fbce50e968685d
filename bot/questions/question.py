"""A question as understood: the value that goes from wing to wing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from bot.questions.wordings import SAYING, lemma
from bot.words import VAGUE_WEIGHT


class Question(NamedTuple):
    """A question as understood."""

    text: str
    kind: str
    """What is asked for: "who-said", "what-said", or the answer wanted.

    Without words of its own "speaker" (all that one says), "speakers" (one sentence each), "overview", "when-all" and
    "author"."""
    wanted: str
    """The answer: "who", "what", "when", "where", "why", "how", "how-many", "yes-no", "topic"."""
    terms: Mapping[str, float]
    measure: str = ""
    """What the answer is measured in: "how-long", "how-much", ...; empty where that is not asked."""
    speakers: tuple[str, ...] = ()
    """Names of the speakers whose words it asks for; several when one word fits several."""
    about: tuple[str, ...] = ()
    """Names of the speakers that it mentions otherwise."""
    unknown: str | None = None
    """A name asked for as a speaker that no document has."""
    unheard: bool = False
    """Whether it asks for the words of somebody who is none of the speakers."""
    silent: bool = False
    """Whether it does so by name."""
    pronoun: str | None = None
    """The gender ("m", "f", "" for any) of the pronoun that it asks for as a speaker."""
    spelt: Mapping[str, str] = MappingProxyType({})
    """Terms -> the words of the question."""
    words: tuple[str, ...] = ()
    """Terms in the order of the question, the speaker's name left out where it is asked for."""
    of_nobody: bool = False
    """Whether it asks about a "he" or "she" who is nobody that it names."""
    follows: bool = False
    replies: bool = False
    """Whether it asks for what was said to the sentence shown before."""
    others: bool = False
    """Whether the words of anybody but `speakers` are asked for."""
    only: tuple[str, ...] = ()
    """Whose words alone are asked for, where it goes on by a name and nothing else."""
    own: frozenset[str] = frozenset()
    """Its own terms that tell what it is about, where it goes on from the question before."""
    bare: bool = False
    """Whether it goes on with nothing but a question word: "why?", "and when?"."""
    line: str = ""
    """What the line was taken for, where that is not plain from the rest: "correction"."""
    excluded: tuple[str, ...] = ()
    """Names of the speakers whose words are not wanted: "everybody but Lane"."""
    verbatim: bool = False
    """Whether it is nothing but small words, so that only they in a row are an answer: "to be or not to be"."""
    denies: bool = False
    """Whether it asks who does not speak of something, which no sentence tells."""
    strict: bool = False
    """Whether nobody but `speakers` is to be quoted."""
    anew: bool = False
    """Whether what has been shown is not wanted again: "What else did he say?"."""
    absent: str = ""
    """The fact asked for, or of what, where no document has a word of it: Apple in "Who is the CEO of Apple?"."""
    acronyms: tuple[str, ...] = ()
    """Words in capitals that it wants to have spelt out, or that no document has."""
    asks_question: bool = False
    """ "Who asked ...": the answer is itself a question."""
    documents: frozenset[int] = frozenset()
    """Numbers of the documents that it limits itself to; empty for all."""
    elsewhere: bool = False
    """Whether it asks for another document than the one shown before."""
    stays: bool = False
    """Whether these are no more than where the sentence shown before stands."""
    named: tuple[str, ...] = ()
    """The words by which it names the speakers whose words it asks for."""
    by_name: bool = False
    """Whether these are the name of a person rather than an office, a body or a description."""

    @property
    def saying(self) -> bool:
        """Whether it asks for the words of somebody whom it names."""
        return self.kind in ("what-said", "speaker")

    @property
    def telling(self) -> tuple[str, ...]:
        """The terms that count more than a vague word, in order."""
        return tuple(term for term, share in self.terms.items() if share > VAGUE_WEIGHT)

    @property
    def topic(self) -> frozenset[str]:
        """The telling terms that are not verbs of saying: nothing in "What did Li warn about?"."""
        return frozenset(term for term in self.telling if lemma(self.spelt.get(term, term).casefold()) not in SAYING)

    @property
    def content(self) -> int:
        """How many terms it has that tell something."""
        return sum(share > VAGUE_WEIGHT + 0.05 for share in self.terms.values())
