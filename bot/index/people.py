"""Who speaks: by name, by the words that a question may use for them, and with all that each says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple, Protocol

import numpy as np

from bot.index.columns import NONE, WIDTH, Columns
from bot.index.postings import Rows
from bot.speakers import Speaker
from bot.words import COUNTRY, STOP_WORDS, Lexicon, terms

_WORD = re.compile(r"[\w'’]+")


class Called(StrEnum):
    """What a word is of somebody."""

    NAME = "name"
    TERM = "term"
    """... of the name."""
    TITLE = "title"
    INITIALS = "initials"
    COUNTRY = "country"
    """... of the title; "" where there is one."""


class People(Protocol):
    """Everybody who speaks in some documents."""

    @property
    def speakers(self) -> Sequence[Speaker]:
        """In the order of the documents."""

    @property
    def names(self) -> Mapping[str, Speaker]:
        """The first speaker of each name."""

    def called(self, how: Called, word: str) -> AbstractSet[str]:
        """The names of those who are called so."""

    def among(self, how: Called, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that somebody is called."""

    def beginning(self, how: Called, letters: str) -> Iterable[str]:
        """What somebody is called that begins with some letters."""

    def rows(self, name: str) -> Rows:
        """All that is said under a name, in order."""

    def firsts(self) -> Iterable[tuple[str, int]]:
        """Each name with its first row, those who say most first."""


class Words:
    """What people are called in one way, each word with the names of those who are."""

    def __init__(self, people: People, how: Called) -> None:
        self._people, self._how = people, how

    def __contains__(self, word: object) -> bool:
        return bool(self[str(word)])

    def __getitem__(self, word: str) -> AbstractSet[str]:
        return self._people.called(self._how, word)

    def among(self, words: Iterable[str]) -> AbstractSet[str]:
        """Those of some words that somebody is called."""
        return self._people.among(self._how, words)

    def beginning(self, letters: str) -> Iterable[str]:
        """Those that begin with some letters."""
        return self._people.beginning(self._how, letters)


class Part(NamedTuple):
    """What somebody says in one document."""

    speaker: Speaker
    rows: Rows
    """Counted from 0."""
    mentions: frozenset[str]
    """The other words of several that stand for the name."""


def parts(columns: Columns) -> Iterator[Part]:
    """Everybody who speaks in a document, in order."""
    table = np.array(columns.attributions, np.int32).reshape(-1, WIDTH)
    speakers, mentions = table[:, 0], table[:, 5]
    said = speakers[np.array(columns.said, np.int32)]
    order = np.argsort(said, kind="stable").astype(np.int32)
    bounds = np.searchsorted(said[order], np.arange(len(columns.speakers) + 1))
    for number, speaker in enumerate(columns.speakers):
        strings = {columns.strings[one] for one in mentions[speakers == number].tolist() if one != NONE}
        rows = order[bounds[number] : bounds[number + 1]]
        yield Part(speaker, rows, frozenset(string for string in strings if " " in string))


def calls(part: Part) -> set[tuple[Called, str]]:
    """All that somebody can be called, and what it is of them."""
    found: set[tuple[Called, str]] = set()
    names: set[str] = set()
    for form in (part.speaker.name, *part.speaker.aliases):
        own = name_words(form)
        found.add((Called.INITIALS, _initials(form.split())))
        ends = {word for word in own[:1] + own[-1:] if len(word) > 2 and word != "the"}
        names.update(word for word in own if word not in STOP_WORDS or word in ends)
    for word in names:
        found.add((Called.NAME, word))
        found.update((Called.TERM, term) for term in terms(word)[:1])
    for word in set[str]().union(*map(_title_words, (part.speaker.title or "", *part.mentions))):
        found.add((Called.TITLE, COUNTRY.get(word, word)))
        if word in COUNTRY:
            found |= {(Called.COUNTRY, COUNTRY[word]), (Called.COUNTRY, "")}
    return found


class PeopleInMemory:
    """Everybody who speaks in documents that are in memory."""

    def __init__(self, found: Iterable[tuple[int, Part]]) -> None:
        """From what each says in each document, in order, with the first row of that."""
        self.names: dict[str, Speaker] = {}
        self._called: dict[Called, Lexicon[set[str]]] = {how: Lexicon() for how in Called}
        speakers: dict[Speaker, None] = {}
        rows: dict[str, list[Rows]] = {}
        for first, part in found:
            name = part.speaker.name
            speakers[part.speaker] = None
            self.names.setdefault(name, part.speaker)
            rows.setdefault(name, []).append(part.rows + np.int32(first))
            for how, word in calls(part):
                self._called[how].setdefault(word, set()).add(name)
        self.speakers = tuple(speakers)
        self._rows = {name: np.sort(np.concatenate(pieces)) for name, pieces in rows.items()}

    def called(self, how: Called, word: str) -> AbstractSet[str]:
        return self._called[how].get(word, frozenset())

    def among(self, how: Called, words: Iterable[str]) -> AbstractSet[str]:
        return self._called[how].among(words)

    def beginning(self, how: Called, letters: str) -> Iterable[str]:
        return self._called[how].beginning(letters)

    def rows(self, name: str) -> Rows:
        return self._rows.get(name, np.zeros(0, np.int32))

    def firsts(self) -> Iterable[tuple[str, int]]:
        order = sorted(self._rows, key=lambda name: -len(self._rows[name]))
        return ((name, int(self._rows[name][0])) for name in order)


def name_words(name: str) -> list[str]:
    """The words of a name in small letters, possessive endings taken off."""
    return [match.casefold().replace("’", "'").removesuffix("'s") for match in _WORD.findall(name)]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper()).casefold()


def _title_words(title: str) -> set[str]:
    """The words of a title, and the initials of its capitalised ones: "ce" for Chief Executive."""
    words = _WORD.findall(title)
    small = [word for word in words if word.islower() and word not in STOP_WORDS]
    if small:  # in "longtime Trump backer" the capitals are somebody else's
        return {*small, *(word.casefold() for word in words if word.casefold() in COUNTRY)}
    runs = (words[first : first + size] for size in (2, 3) for first in range(len(words) - size + 1))
    short = {_initials(run) for run in runs if all(word[0].isupper() for word in run)}
    return {word for word in name_words(title) if word not in STOP_WORDS} | short
