"""Who speaks, as the page shows them: a hue, a style of line and initials, so that nobody has to tell colours apart."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from bot.answers import Bot, Quote
from bot.index import Sentence
from bot.shell.page.markup import Html, tag
from bot.shell.render import clean, speaker_line
from bot.speakers import Speaker

_HUES = (215, 15, 130, 275, 45, 185, 330, 95)
_STYLES = ("solid", "dashed", "dotted", "double")
LONG = 1000
"""Units from the left of a strip to its right."""


class Person(NamedTuple):
    """A speaker as the page knows them."""

    number: int
    speaker: Speaker
    initials: str

    def badge(self) -> Html:
        name = clean(speaker_line(self.speaker))
        return tag("abbr", self.initials, class_="who", data_who=self.number, title=name)

    def strip(self, parts: Iterable[tuple[float, float]]) -> Html:
        """A strip with parts of it filled: where each begins, and how long it is, of LONG."""
        filled = (tag("rect", x=x, width=width, height=10, data_who=self.number) for x, width in parts)
        return tag("svg", *filled, viewBox=f"0 0 {LONG} 10", preserveAspectRatio="none", aria_hidden="true")


class Cast(NamedTuple):
    """Documents and the people in them, by what the page calls them."""

    bot: Bot
    people: dict[str, Person]
    """By name, in the order of the documents."""
    numbers: dict[str, int]
    """Of the documents, from 1, by id."""

    @classmethod
    def of(cls, bot: Bot) -> "Cast":
        people: dict[str, Person] = {}
        taken: Counter[str] = Counter()
        for speaker in bot.speakers:
            if speaker.name not in people:
                short = "".join(word[0] for word in clean(speaker.name).split() if word[0].isalnum())[:3].upper() or "?"
                taken[short] += 1
                initials = short if taken[short] == 1 else f"{short}{taken[short]}"
                people[speaker.name] = Person(len(people), speaker, initials)
        return cls(bot, people, {document.id: number for number, document in enumerate(bot.documents, 1)})

    def place(self, sentence: Sentence | Quote) -> str:
        """The name of a sentence within the page."""
        return f"d{self.numbers[sentence.document.id]}-{sentence.number}"

    def colours(self) -> str:
        """The rules that give everybody hue and style."""
        return "".join(
            f'[data-who="{person.number}"]{{--hue:{_HUES[person.number % len(_HUES)]};'
            f"--style:{_STYLES[person.number // len(_HUES) % len(_STYLES)]}}}\n"
            for person in self.people.values()
        )
