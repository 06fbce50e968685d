"""The speakers of a collection by every word of their names and titles: whom a question can mean."""

from collections import defaultdict
from collections.abc import Container, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from bot.index.people import Called, People, Words, name_words
from bot.words import COUNTRY, NICKNAMES, STOP_WORDS, distance, given_gender, near, terms

_KEPT = 1024
"""Words whose repaired spelling is kept."""
_KIN = 7
"""Letters that two words of one kind begin with: "prosecution", "prosecutors"."""
_TITLE = 0.4
"""What a word of a title counts beside a word of a name."""
SAME_OFFICE = {
    "premier": "pm", "boss": "chief president director head chair manager", "head": "chief president director",
    "leader": "president", "leaders": "chancellor king pm premier president queen",
    **dict.fromkeys("diplomat envoy".split(), "ambassador commissioner consul"),
    "chairman": "chair", "chairperson": "chair", "chairwoman": "chair",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesman spokeswoman",
    "captain": "skipper", "doctor": "physician surgeon", "lawyer": "attorney barrister counsel solicitor",
    "attorney": "barrister counsel lawyer solicitor",
    **dict.fromkeys("cop policeman policewoman".split(), "constable detective officer pc sergeant"),
    "politician": "congressman congresswoman councillor governor lawmaker mayor member minister mp senator",
}  # fmt: skip
"""Words for offices that people put for one another."""
_ASKERS = frozenset("interviewer journalist journalists media press reporter reporters".split())
_QUESTIONERS = frozenset(["interviewer", "journalist", "q", "question", "questioner", "reporter", "the press"])
"""Words for those who ask at an interview or a briefing, and what they are called there."""
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
    """Looks up speakers; `known` holds the terms of the documents."""

    def __init__(self, people: People, known: Container[str] = ()) -> None:
        self.names = people.names
        self.by_word, self.by_term = Words(people, Called.NAME), Words(people, Called.TERM)
        self._by_title, self._by_initials = Words(people, Called.TITLE), Words(people, Called.INITIALS)
        self._by_country = Words(people, Called.COUNTRY)
        self._known = known
        self._near = lru_cache(_KEPT)(lambda word: near(word, self.by_word))

    def find(self, words: list[str]) -> set[str]:
        """The speakers that a run of words fits best: by name, then by title; then by initials, by spelling, by kin."""
        return (
            self._voted(words)
            or self._initials(words)
            or self._misspelt(words)
            or self._sounding(words)
            or self._akin(words)
            or self._questioners(words)
        )

    def _voted(self, words: list[str]) -> set[str]:
        votes: dict[str, float] = defaultdict(float)
        for word in words:
            for name in self.by_word[word]:
                votes[name] += 1
            for name in self.titled(word):
                votes[name] += _TITLE
        for name in [name for name in votes if self._takes_part(name, votes)]:
            del votes[name]
        best = max(votes.values(), default=0.0)
        found = {name for name, vote in votes.items() if vote == best and self._takes_in(name, words)}
        full = {name for name in votes if self._has_all(name, words)}
        if best < 1:
            return found & full
        return full if found and full and full.isdisjoint(found) else found  # "the health secretary" is no other's name

    @staticmethod
    def _takes_part(name: str, others: Iterable[str]) -> bool:
        """Whether a name is of several, one of whom is among others: "Both Moss and Lee" where there is an Ann Lee."""
        own = name.split() if " and " in name else ()
        return any(other.rpartition(" ")[2] in own for other in others if " and " not in other)

    def exactly(self, words: list[str]) -> set[str]:
        """The speakers whose names and titles have every word."""
        found = self.find(words)
        return {name for name in found if self._has_all(name, words)}

    def names_person(self, words: list[str], speakers: set[str]) -> bool:
        """Whether words that stand for speakers are the name of a person, titles apart."""
        named = [word for word in words if word not in STOP_WORDS or word in self.by_word]
        return bool(speakers) and all(
            self.is_person(name)
            and name in self.by_word[words[-1]]
            and all(name in self.by_word[word] or name in self.titled(word) for word in named)
            for name in speakers
        )

    def is_person(self, name: str) -> bool:
        """Whether somebody has a title or given name, or is called by the end of a name alone, as bodies seldom are."""
        speaker = self.names[name]
        shortened = any(name.endswith(f" {alias}") for alias in speaker.aliases)
        return bool(speaker.title or given_gender(tuple(name.split()))) or shortened

    def _takes_in(self, name: str, words: list[str]) -> bool:
        """Whether the last of the words is of name or title, or all of the name among them: Ed Lee is no Ed Moss."""
        head = words[: words.index("of")] if "of" in words[1:] else words  # "president of China", "head of the union"
        last = next((word for word in reversed(head) if word not in COUNTRY), words[-1])
        own = name_words(name)
        if len(words) > 1 and _another(words[0], own):
            return False
        known = name in self.by_word[last] or name in self.titled(last)
        return known or {*words}.issuperset(own) or (last[:1] == own[-1][:1] and distance(last, own[-1], 1) < 2)

    def _has_all(self, name: str, words: list[str]) -> bool:
        """Whether a title has every word asked for: "the American president" is not the president of elsewhere."""
        return all(
            word in STOP_WORDS
            or (word in COUNTRY and self._fits(name, COUNTRY[word]))
            or name in self.titled(word)
            or name in self.by_word[word]
            for word in words
        )

    def _fits(self, name: str, country: str) -> bool:
        """Whether somebody can be that country's: by the title, or, where it has none, if the documents name it."""
        if name in self._by_country[""]:
            return name in self._by_country[country]
        return terms(country.title())[0] in self._known

    def titled(self, word: str) -> AbstractSet[str]:
        """Whom a word of a title can mean."""
        others = map(self._by_title.__getitem__, SAME_OFFICE.get(word, "").split())
        return self._by_title[COUNTRY.get(word, word)] or frozenset[str]().union(*others)

    def _initials(self, words: list[str]) -> set[str]:
        """Speakers whose name has the initials asked for."""
        if len(words) != 1 or not 2 <= len(words[0]) <= 6 or words[0] in STOP_WORDS:
            return set()
        return set(self._by_initials[words[0]])

    def _misspelt(self, words: list[str]) -> set[str]:
        """Whom the words name once those that no name has are spelt like one that is near."""
        known = [word in self.by_word or len(word) < 4 or self._is_there(word) for word in words]
        repaired = [word if ok else self._near(word) or word for word, ok in zip(words, known, strict=True)]
        return self._voted(repaired) if repaired != words else set()

    def _is_there(self, word: str) -> bool:
        """Whether the documents have a word that is no slip, then, for another: a country may be for its people."""
        return word not in COUNTRY and terms(word)[0] in self._known

    def _sounding(self, words: list[str]) -> set[str]:
        """Whose family name has the stem of a single word: Alvi for "Alvy"."""
        word = words[0] if len(words) == 1 else ""
        found = self.by_term[terms(word)[0]] if len(word) > 3 and word not in STOP_WORDS else set()
        return {name for name in found if name_words(name)[-1][:2] == word[:2]}

    def _akin(self, words: list[str]) -> set[str]:
        """Whose name has a word that begins like one of the words: "the prosecution", the prosecutors."""
        return {
            name
            for word in words
            if len(word) > _KIN
            for other in self.by_word.beginning(word[:_KIN])
            for name in self.by_word[other]
        }

    def _questioners(self, words: list[str]) -> set[str]:
        """Those who are only known for asking: "the reporters" of a briefing are its "QUESTION"."""
        asked = not _ASKERS.isdisjoint(words)
        return {name for name in self.names if name.casefold() in _QUESTIONERS} if asked else set()

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
