"""The speakers of a collection by every word of their names and titles: whom a question can mean."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from bot.speakers import Speaker
from bot.words import COUNTRY, NICKNAMES, STOP_WORDS, distance, given_gender, near, terms

_WORD = re.compile(r"[\w'’]+")
_KIN = 7
"""Letters that two words of one kind begin with: "prosecution", "prosecutors"."""
_TITLE = 0.4
"""What a word of a title counts beside a word of a name."""
_SAME = {
    "premier": "pm", "boss": "chief", "head": "chief", "leader": "president", "chairman": "chair",
    "chairwoman": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
}  # fmt: skip
"""Words for offices that people put for one another."""
_SHORT = {
    "ceo": "chief executive officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "cto": "chief technology officer", "vp": "vice president", "ag": "attorney general", "fm": "foreign minister",
    "da": "district attorney", "mp": "member of parliament", "mep": "member of european parliament",
    "potus": "president", "rep": "representative", "sec": "secretary", "gov": "governor",
}  # fmt: skip
"""Offices that are as often written short."""


def spelt_out_offices(words: list[str]) -> list[str]:
    """A run of words with its short forms of offices written out: "chief financial officer" for "cfo"."""
    return [full for word in words for full in _SHORT.get(word, word).split()]


class Roster:
    """Looks up speakers.

    `known` holds the terms of the documents, `mentions` the other words by which each speaker is referred to.
    """

    def __init__(
        self, speakers: Iterable[Speaker], known: Container[str] = (), mentions: Mapping[str, set[str]] | None = None
    ) -> None:
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.by_title: dict[str, set[str]] = defaultdict(set)
        self.by_term: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, Speaker] = {}
        self.countries: dict[str, set[str]] = defaultdict(set)
        self._known = known
        for speaker in speakers:
            self.names.setdefault(speaker.name, speaker)
            for form in (speaker.name, *speaker.aliases):
                for word in (own := name_words(form)):
                    if word not in STOP_WORDS or (len(word) > 2 and word in (own[0], own[-1]) and word != "the"):
                        self.by_word[word].add(speaker.name)
                        for term in terms(word)[:1]:
                            self.by_term[term].add(speaker.name)
            referred = (speaker.title or "", *(mentions or {}).get(speaker.name, ()))
            for word in set().union(*map(_title_words, referred)):
                self.by_title[COUNTRY.get(word, word)].add(speaker.name)
                if word in COUNTRY:
                    self.countries[speaker.name].add(COUNTRY[word])

    def find(self, words: list[str]) -> set[str]:
        """The speakers that a run of words fits best: by name, then by title; then by initials, by spelling, by kin."""
        return (
            self._voted(words)
            or self._initials(words)
            or self._misspelt(words)
            or self._sounding(words)
            or self._akin(words)
        )

    def _voted(self, words: list[str]) -> set[str]:
        votes: dict[str, float] = defaultdict(float)
        for word in words:
            for name in self.by_word.get(word, ()):
                votes[name] += 1
            for name in self._titled(word):
                votes[name] += _TITLE
        best = max(votes.values(), default=0.0)
        found = {name for name, vote in votes.items() if vote == best and self._takes_in(name, words)}
        if best < 1:
            found = {name for name in found if self._has_all(name, words)}
        return found

    def exactly(self, words: list[str]) -> set[str]:
        """The speakers whose names and titles have every word."""
        found = self.find(words)
        return {name for name in found if self._has_all(name, words)}

    def names_person(self, words: list[str], speakers: set[str]) -> bool:
        """Whether words that stand for speakers are the name of one person, titles apart."""
        named = [word for word in words if word not in STOP_WORDS or word in self.by_word]
        return len(speakers) == 1 and all(
            (self.names[name].title or given_gender(tuple(name.split())))
            and name in self.by_word.get(words[-1], ())
            and all(name in self.by_word.get(word, ()) or name in self._titled(word) for word in named)
            for name in speakers
        )

    def _takes_in(self, name: str, words: list[str]) -> bool:
        """Whether the last of the words is of name or title, or all of the name among them: Ed Lee is no Ed Moss."""
        last, own = words[-1], name_words(name)
        if len(words) > 1 and _another(words[0], own):
            return False
        known = name in self.by_word.get(last, ()) or name in self._titled(last)
        return known or {*words}.issuperset(own) or (last[:1] == own[-1][:1] and distance(last, own[-1], 1) < 2)

    def _has_all(self, name: str, words: list[str]) -> bool:
        """Whether a title has every word asked for: "the American president" is not the president of elsewhere."""
        return all(
            word in STOP_WORDS
            or (word in COUNTRY and self._fits(name, COUNTRY[word]))
            or name in self._titled(word)
            or name in self.by_word.get(word, ())
            for word in words
        )

    def _fits(self, name: str, country: str) -> bool:
        """Whether somebody can be that country's: by the title, or, where it has none, if the documents name it."""
        own = self.countries.get(name)
        return country in own if own else terms(country.title())[0] in self._known

    def _titled(self, word: str) -> set[str]:
        """Whom a word of a title can mean."""
        return self.by_title.get(COUNTRY.get(word, word)) or self.by_title.get(_SAME.get(word, ""), set())

    def _initials(self, words: list[str]) -> set[str]:
        """Speakers whose name has the initials asked for."""
        if len(words) != 1 or not 2 <= len(words[0]) <= 6 or words[0] in STOP_WORDS:
            return set()
        return {
            name
            for name, speaker in self.names.items()
            for form in (name, *speaker.aliases)
            if _initials(form.split()) == words[0]
        }

    def _misspelt(self, words: list[str]) -> set[str]:
        """Whom the words name once those that no name has are spelt like one that is near."""
        known = [word in self.by_word or len(word) < 4 for word in words]
        repaired = [word if ok else near(word, self.by_word) or word for word, ok in zip(words, known, strict=True)]
        return self._voted(repaired) if repaired != words else set()

    def _sounding(self, words: list[str]) -> set[str]:
        """Whose family name has the stem of a single word: Alvi for "Alvy"."""
        word = words[0] if len(words) == 1 else ""
        found = self.by_term.get(terms(word)[0], set()) if len(word) > 3 and word not in STOP_WORDS else set()
        return {name for name in found if name_words(name)[-1][:2] == word[:2]}

    def _akin(self, words: list[str]) -> set[str]:
        """Whose name has a word that begins like one of the words: "the prosecution", the prosecutors."""
        return {
            name
            for word in words
            for other, names in self.by_word.items()
            if len(word) > _KIN and word[:_KIN] == other[:_KIN]
            for name in names
        }

    def close(self, name: str) -> list[str]:
        """Up to three speakers whose names are spelt like `name`."""
        from difflib import get_close_matches

        forms = {
            form.casefold(): full
            for full, speaker in self.names.items()
            for form in (full, *speaker.aliases, *full.split())
        }
        return list(dict.fromkeys(forms[form] for form in get_close_matches(name.casefold(), list(forms), 3, 0.6)))


def _another(given: str, name: list[str]) -> bool:
    """Whether a given name is not that of a full name: Ann Reed is no Tom Reed."""
    if len(name) < 2 or given in name or not given_gender((given,)):
        return False
    full = NICKNAMES.get(given, given)
    return not any(NICKNAMES.get(word, word) == full or (len(word) < 3 and word[0] == given[0]) for word in name)


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
