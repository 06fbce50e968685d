"""Documents in, a bot that can be asked out. No printing here, and nothing is ever rewritten."""

from collections.abc import Callable, Mapping, Sequence
from os import PathLike, fspath
from typing import BinaryIO

from bot.answers.conversation import Conversation, close_to, named
from bot.answers.notices import near_words
from bot.answers.quotes import Answer, Change, Quote, Understood, Verdict
from bot.documents import Document, Given, date_of
from bot.index import Grounds, Library, Reached, Sentence, Sentences, Wanted, library
from bot.ranking import Encode, semantics_of
from bot.speakers import Speaker


class Bot:
    """Documents that can be asked; it never changes.

    Build it with `Bot.read`, `Bot.from_text` or `Bot.from_texts`.
    """

    def __init__(self, library: Library, encode: Encode | None = None) -> None:
        self._library = library
        self._semantics = semantics_of(encode)
        self.grounds = Grounds.of(library.store)

    def __repr__(self) -> str:
        return f"Bot({len(self.documents):,} documents, {len(self.sentences):,} sentences)"

    @classmethod
    def read(
        cls,
        *paths: str | PathLike[str],
        stdin: BinaryIO | None = None,
        jobs: int | None = None,
        progress: Callable[[Reached], None] | None = None,
        index: str | PathLike[str] | None = None,
        cache: bool = True,
        encode: Encode | None = None,
        text_field: str | None = None,
    ) -> "Bot":
        """Reads files and folders ("-" is `stdin`); nothing named means the bundled article.

        `jobs` processes read; without a number one for each processor where there is much to read. `progress` is
        called with how far that is. `index` is the path of a store that the files are added to, or that is asked as
        it is where nothing is named; without one, large inputs are kept in the user's cache unless `cache` is false.
        `encode` turns a list of n texts into n vectors of one length, to put the best candidates in order by meaning,
        instead of the extra `semantic`. `text_field` is the field with the text of records (JSON, CSV) that do not say
        it themselves. Raises DocumentError, and StoreError for an `index` that cannot be used.
        """
        named = [fspath(path) for path in paths]
        kept = None if index is None else fspath(index)
        return cls(library(Wanted(named, Given(stdin, text_field), kept, cache, jobs, progress)), encode)

    @classmethod
    def from_text(cls, text: str, title: str = "") -> "Bot":
        """One document from memory; offsets are into exactly this text."""
        return cls.from_texts({title: text})

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> "Bot":
        """Several documents from memory, by title."""
        from bot.index import of_documents

        return cls(of_documents(Document(title, title, None, text, date_of(text)) for title, text in texts.items()))

    @property
    def documents(self) -> Sequence[Document]:
        """By id."""
        return self.grounds.collection.documents

    @property
    def sentences(self) -> Sequence[Sentence]:
        return Sentences(self.grounds.collection)

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Everybody who speaks, in the order of the documents."""
        return self.grounds.speakers

    @property
    def skipped(self) -> Sequence[tuple[str, str]]:
        """What was left out: path (or id) and reason."""
        return self._library.skipped

    @property
    def faults(self) -> Sequence[tuple[str, str]]:
        """What was left out because of a fault of this program: id, and what it was."""
        return self._library.faults

    @property
    def warnings(self) -> Sequence[str]:
        return self._library.warnings

    def conversation(self) -> Conversation:
        """A series of questions in which each may go on from the one before."""
        return Conversation(self.grounds, self._semantics)

    def ask(
        self, question: str, k: int | None = 3, speaker: str | Sequence[str] | None = None, *, context: int = 0
    ) -> Answer:
        """Up to `k` quotes (None: all there are) that answer `question`; only those of `speaker` where given.

        Raises UsageError for an empty question or a `k` below 1, and UnknownSpeaker for a `speaker` nobody is called.
        """
        return self.conversation().ask(question, k, speaker, context=context)

    def said_by(self, *speakers: str) -> tuple[Quote, ...]:
        """All that speakers say, in the order of the documents. Raises UnknownSpeaker."""
        rows = self.grounds.said_by(self.named(*speakers)).tolist()
        return tuple(Quote(self.sentences[row], rank, 0.0, ()) for rank, row in enumerate(rows, 1))

    def verify(self, draft: str) -> tuple[Verdict, ...]:
        """A verdict on each quotation of a draft, in order: whether the documents have these words, and from whom."""
        from bot.answers.checking import verify

        return verify(draft, self.grounds)

    def near_words(self, answer: Answer) -> tuple[str, ...]:
        """Words of the documents and names that are spelt like the unmatched ones of an answer, up to three."""
        return near_words(answer, self.grounds)

    def close_to(self, name: str) -> tuple[str, ...]:
        """The full names of the speakers that a name stands for; empty where nobody is called so."""
        return close_to(self.grounds, name)

    def named(self, *speakers: str) -> tuple[str, ...]:
        """The full names of the speakers that names, parts of a name or titles stand for. Raises UnknownSpeaker."""
        return named(self.grounds, *speakers)


__all__ = ["Answer", "Bot", "Change", "Conversation", "Quote", "Understood", "Verdict"]
