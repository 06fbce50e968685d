"""Names that look like other words, told by their place: "He Jianmin said", "Will he act?", "Laughs Kai."."""

import re
from functools import lru_cache

from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.tokens import (
    AUXILIARY,
    BODY,
    CUE,
    PREPOSITION,
    ROLE,
    SUBORDINATOR,
    TAGS,
    TIME,
    TITLE,
    VERB,
)
from bot.speakers.people.runs import FUNCTION
from bot.words import COUNTRY, GIVEN, PLACES

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SMALL = _DAYS | frozenset("an april do he her june may my no or see so will you".split())
"""Words of the grammar that are given or family names, too."""
_RARELY = frozenset(["an", "her", "no", "or"])
"""Of these, words that open a sentence as themselves even before a capital and a verb: "No Briton said"."""
_BESIDE = re.compile(r"[,:]?\s+([\w'’-]+)")
_AGED = re.compile(r",? \(?(?:aged )?\d{1,3}\b|, (?:who|whose|an?|the|his|her)\b")
"""What stands behind the name of somebody who is introduced."""
_BEFORE = re.compile(r"([\w'’-]+)[\s“\"‘]+$")
_TIMED = frozenset("by during early every from in last late next of since this until".split())
"""Words before a month."""
_DATE = re.compile(r" \d")
_NEVER = frozenset("& and i of the".split())
"""Words of the grammar that begin no name of a person."""
_PRONOUNS = frozenset(["he", "her", "you"])
_WHERE = frozenset("Down In Off On Out Over Under Up".split())
_WHO = re.compile(r", (?:who|whose|\d{1,3},) ")
"""Behind somebody, never behind a place."""
_PLACING = frozenset("Across Around At From In Inside Near Outside".split())
"""Before a place behind which a subject may stand: "In Orla Moss said"."""
_CONDITIONS = frozenset(["Had", "Should", "Were"])
"""Verbs that open a condition: "Had Moss said"."""
_RESUMED = frozenset([",”", ",’", ',"', ",'"])
"""Behind a quotation that a tag follows."""
_NEAR = 24
"""Characters before a run that are looked at."""


@lru_cache(maxsize=65536)
def is_ambiguous(word: str) -> bool:
    """Whether a capitalised word may be none of a name, or of one though it is a word of the grammar."""
    low = word.casefold()
    return low in SMALL or of_grammar(low) or looks_like_other(low) or low.endswith(("ed", "s"))


def first_is_name(text: str, start: int, end: int, words: list[str], *, opens: bool) -> bool | None:
    """Whether the first of the `words` of a run, which stands from `start` to `end` and `is_ambiguous`, is of a name.

    None where the place does not tell. `opens` says that a sentence or quotation may begin there.
    """
    low = words[0].casefold()
    opens = opens and text[max(0, start - 3) : start - 1] not in _RESUMED
    if low in SMALL:
        return _small(text, start, end, words, low, opens=opens)
    if len(words) > 1 and low not in GIVEN and _inverted(text, start, end):
        return False
    if len(words) > 1 and of_grammar(low) and not words[0].isupper() and _named(text, start, end, words, opens=opens):
        return True
    if not opens and len(words) > 1 and low.endswith("ly") and low not in TAGS:
        return True  # "mum | Aracely Moss |"
    if not opens or not looks_like_other(low):
        return None
    if len(words) == 1:
        return (low not in TAGS and (acts(text, end) or _AGED.match(text, end) is not None)) or None
    leads = CUES.get(low, ("", ""))[1] == "ing" and not acts(text, end)
    return False if leads and low not in GIVEN else None  # "Citing | Reuters, the paper said"


def of_grammar(low: str) -> bool:
    """Whether a word is one of the grammar that may yet be a name: "Is", "On", "Then", never "The"."""
    return bool(TAGS.get(low, 0) & FUNCTION) and not TAGS.get(low, 0) & TIME and low not in _NEVER


def _named(text: str, start: int, end: int, words: list[str], *, opens: bool) -> bool:
    """Whether a word of the grammar with a capital has no place there but in a name.

    It stands within a sentence ("the owner, | On Sokha |, said", "“Dry,” says | Yet Tan |"), or it opens one whose verb
    of saying has no other subject: "| By Lindgren | warned them".
    """
    following = words[1].casefold()
    apposed = text.startswith(", ", start - 2) and text.startswith(",", end)
    known = following in COUNTRY or following in PLACES or TAGS.get(following, 0) & (FUNCTION | BODY)
    if (known and not apposed) or TAGS.get(following, 0) & (ROLE | TITLE):
        return False
    if not opens:
        before = text[start - 2 : start - 1]
        return before in (",", "”", '"', "’", "'") or before.isalpha()
    tag = TAGS.get(words[0].casefold(), 0)
    leads = tag & PREPOSITION and not tag & SUBORDINATOR
    asks = tag & AUXILIARY and words[0] not in _CONDITIONS
    if len(words) == 2 and words[0] in _WHERE and _WHO.match(text, end):
        return True  # "| Up Moss |, who rows, said"
    short = len(words) == 2 or (len(words) == 3 and words[0] not in _PLACING)
    return short and bool(leads or asks) and _says(text, end)


def _says(text: str, end: int) -> bool:
    """Whether a finite verb of saying stands right behind, and no "to": "Is Moss | said to be ill?"."""
    behind = _BESIDE.match(text, end) if text[end : end + 1] == " " else None
    told = behind is not None and CUES.get(behind.group(1).lower(), ("", ""))[1] in ("past", "third")
    return told and behind is not None and not text.startswith(" to ", behind.end())


def _inverted(text: str, start: int, end: int) -> bool:
    """Whether a verb with a capital and a name are the tag of a quotation: "“Never!” | Laughs Moss |."."""
    before = text[max(0, start - 3) : start]
    beside = before[:1] in ("!", "?") and before[1:] in ("” ", '" ', "’ ")
    return beside and text[end : end + 1] in (",", ".")


def looks_like_other(low: str) -> bool:
    """Whether a word in small letters can be a verb, a participle, an adverb or a word of the grammar."""
    if low in COUNTRY:
        return False
    return bool(TAGS.get(low, 0) & (FUNCTION | CUE | VERB)) or low.endswith(("ed", "ing", "ly"))


def _small(text: str, start: int, end: int, words: list[str], low: str, *, opens: bool) -> bool | None:
    if low in _DAYS:
        return (opens and len(words) > 1 and acts(text, end)) or None  # "| Sunday Moss | said"
    if TAGS.get(low, 0) & TIME:
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        if (before and before.group(1).lower() in _TIMED) or _DATE.match(text, end):
            return False
    if len(words) == 1:
        tells = low not in _PRONOUNS and _says(text, end)  # "| Do | said that the lake rose"
        return not opens or tells or (low in GIVEN and acts(text, end)) or None
    following = words[1].casefold()
    if following in COUNTRY or TAGS.get(following, 0) & (FUNCTION | ROLE | BODY):
        return False if opens and low in GIVEN else None
    if not opens:
        return True
    if low in _RARELY:
        return None
    if acts(text, end):
        return None if following in GIVEN and low not in GIVEN else True
    return None


def acts(text: str, end: int) -> bool:
    """Whether a finite verb stands right behind a name that ends at `end`: "He Jianmin | said"."""
    owner = text.endswith(("'s", "’s"), 0, end)  # "Explaining | Orla's | changed plan"
    behind = _BESIDE.match(text, end) if text[end : end + 1] == " " and not owner else None
    if behind is None:
        return False
    word = behind.group(1).lower()
    tag = TAGS.get(word, 0)
    if tag & CUE:
        return CUES[word][1] in ("past", "third")
    if tag & PREPOSITION:
        return False
    return bool(tag & (VERB | AUXILIARY)) or (not tag & FUNCTION and word.endswith("ed"))


def of_grammar_before(text: str, start: int) -> str:
    """The word of the grammar with a capital right before a name that begins at `start`: "| Just | Moss"."""
    if text[start - 1 : start] != " " or not text[start - 2 : start - 1].isalpha():
        return ""
    before = text[max(0, start - _NEAR) : start].rsplit(None, 1)[-1].lstrip("“\"‘'(")
    return before if before[0].isupper() and before.isalpha() and of_grammar(before.casefold()) else ""
