"""Texts that are built to take long: runs of marks, phrases that come again and again, brackets that stand in brackets.

Nobody writes them, but tables, forms, damaged files and people who mean no good do.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

MARKS = "! \" # $ % & ' ( ) * + , - . / : ; < = > ? @ [ \\ ] ^ _ ` { | } ~ “ ” ‘ ’ « » – — … • 。 」".split()
_ENDS = (".", "!", "?", "…", ":", ",")
_GAPS = " \t\n\xa0"
_ATOMS = (
    'said|that|,|.|:|;|as|A|Ann Lee|Mr.|Dr.|the|The|a|of|and|who|which|“|”|"|(|)|–|--|in|to|by|He|she|told|minister|'
    "ministry|added|“Yes,”|12|3.5|No. 5|U.S.|according to|a statement|is|?|!|hoping|waited|Union's|for|not|why|warned|"
    "announced|on Monday|from|Council|University|President|Ann Lee:|Q:|A:|[a]|(a)|1.|2.|b)|\n|\n\n|\n- |\n> |\n# |\t|"
    "10:02|[00:12]|all of|many|it's|we|I|said Ann,|“|was called|by the|said in a letter|speaking|www.a.b|–|Jr.|former"
).split("|")
_OWN = (
    "N{n}: It rained.\nN{n}: It snowed.\n",
    "Name N{n}\nIt rained.\n\n",
    "From: N{n} <a@b>\nTo: me\n\nIt rained.\n\n",
    "[00:{n}] N{n}: yes\n",
    "<n{n}> yes\n",
    "**N{n}**: yes\n\n",
    "N{n}\n\nN{n}\n\n",
    "Mr. N{n} Lee said that it rained. ",
    "“It rains,” said N{n}. He waited. “It snows.”\n\n",
    "The N{n} Council warned that it rained. The council said so. ",
    "# N{n}\n\nIt rained.\n\n",
    "{n}. N{n} said:\n",
    "N{n} (NN{n}) spoke. NN{n} waited.\n\n",
    "minister N{n}, the N{n} minister, ",
    "The minister of N{n} said it. ",
    "N{n} Lee and N{n} Moss said so. ",
    "On Monday, N{n} wrote:\n> N{n} wrote:\n>> yes\n",
    "“Oh, N{n}, {n}?” she asked.\n\n",
    "Page {n}\n\nIt rained.\f",
    "{n}   It rained\n",
)
_NESTED = [pair.split("_") for pair in ("(_)", "[_]", "“_”", "‘_’", "“‘_’”", '"_"', "(a _ b)", "> _\n", "**_**", "«_»")]
_FRAMES = (("Hello ", ""), ("", "x"), ("“Hello ", "\nx."), ("Ann Lee: yes\n\nBo Moss: no\n\nAnn Lee: ", " so."))
"""What stands before and behind."""


class Shape(NamedTuple):
    """A text that can be made any size: `unit` again and again, "{n}" in it the number of the time."""

    unit: str
    before: str = ""
    behind: str = ""
    nested: str = ""
    """What closes each unit, behind them all."""

    def text(self, size: int) -> str:
        """About `size` characters."""
        times = max(1, size // len(self.unit + self.nested))
        units = (self.unit.replace("{n}", str(n)) for n in range(times)) if "{n}" in self.unit else [self.unit * times]
        return self.before + "".join(units) + self.nested * times + self.behind


def small_shapes() -> Iterator[Shape]:
    """Shapes of which some thousand characters tell."""
    for number, unit in enumerate((*_units(), *_phrases(Random(13), 180))):  # noqa: S311
        yield Shape(unit, *_FRAMES[number % len(_FRAMES)])
    for gap in _GAPS:
        yield Shape(gap, "title: ", "x")
        yield Shape(f"A: b{gap * 40}")
    for opening, closing in _NESTED:
        yield Shape(opening, "Ann said ", ".", closing)


def _units() -> Iterator[str]:
    for mark in MARKS:
        yield mark
        yield f"{mark} "
        yield f"a{mark}\n"
    for end in _ENDS:
        for mark in MARKS[::3]:
            yield f"{end} {mark} "
    for atom in _ATOMS:
        yield f"{atom} "


def _phrases(random: Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield " ".join(random.choices(_ATOMS, k=random.randint(2, 7))) + " "


def large_shapes() -> Iterator[Shape]:
    """Shapes in which every unit is another, so that only many of them tell."""
    yield from map(Shape, _OWN)


def runs() -> Iterator[str]:
    """Runs of each mark and of each pair of marks, at the ends of lines and of blocks."""
    for first in MARKS:
        for second in MARKS:
            run = (first + second) * 30
            yield f"Invoice No.{run}\nDate: 3 June\n\nName.{run}5 of {run}\n\n({run}"
