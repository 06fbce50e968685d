"""Somebody or some body, as a document builds up what it knows of them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.speakers.people.run_words import acronym
from bot.words import given_gender


@dataclass(eq=False, repr=False)
class Entity:
    """Somebody or some body, while the document is being read."""

    words: tuple[str, ...]
    """The fullest name."""
    body: bool = False
    plural: bool = False
    gender: str = ""
    """ "m", "f" or "" when nothing tells."""
    honorific: str = ""
    titles: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Offsets of its mentions, in order."""
    ends: list[int] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    person: bool = False
    """Something says that it is somebody: a title, a role, that it speaks."""
    labelled: bool = False
    """Its name is that of a turn label."""
    address: str = ""
    """ "Mr." before the name in its turn labels, which is no part of the name."""

    @property
    def name(self) -> str:
        """The fullest name; a title stands for the given name where the document has none ("Justice Scalia").

        That of a label is the family name alone: "MS. LEE", who is called Governor Lee, too, is LEE.
        """
        if len(self.words) == 1 and not self.body and not self.address:
            title = self.honorific or next((title for title in self.titles if title.count(" ") < 2), "")
            if title:
                return f"{title} {self.words[0]}"
        return " ".join(self.words)

    def names(self) -> Iterator[str]:
        """What it may be called, the fullest first."""
        yield self.name
        yield " ".join(self.words)
        yield self.name.replace(". ", ".")  # "D.Batbayar"
        yield from sorted(self.aliases, key=lambda alias: -len(alias))

    def called(self, honorific: str) -> None:
        """Notes that a turn label has the name, maybe with an honorific, which is no part of it then."""
        self.address = self.address or honorific
        self.honorific = ""

    def comes_after(self, word: str, at: int) -> bool:
        """Whether `word` at `at` stands alone before this name, which begins with it and is nobody's: "Google Play".

        Or is letters, which no other word makes longer: "MTA Photos".
        """
        nobody = not (self.body or self.gender or self.titles or given_gender(self.words))
        return nobody and self.words[0] == word and (at < self.places[0] or acronym(word))

    def near(self, at: int) -> int:
        """The offset of its last mention before `at`, -1 if there is none."""
        index = bisect_left(self.places, at)
        return self.places[index - 1] if index else -1
