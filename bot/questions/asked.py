"""Whose words a question asks for, and whom it mentions otherwise or leaves out."""

import re
from itertools import takewhile
from typing import NamedTuple

from bot.index import Grounds, name_words, spelt_out_offices
from bot.patterns import lazily
from bot.questions.describing import described
from bot.questions.turning import ANYBODY
from bot.questions.weighing import common
from bot.questions.wordings import AUXILIARY, BEHIND, JOBS, OPINION, PRONOUNS, SAYING, doers, lemma, slots
from bot.words import (
    COUNTRY,
    STOP_WORDS,
    VAGUE_WEIGHT,
    WH_WORDS,
    Known,
    near,
    split_words,
    stems,
    synonyms,
    term_spans,
    terms,
    weight,
)

_WHO_IS = lazily(
    r"(?:who(?:['’]?s| is| was) (?:the )?|what(?:['’]?s| is) the (?:full |last )?name of (?:the )?)(.{1,80})|"
    r"what(?:['’]?s| is) (?:the )?(.{1,60}?)(?:['’]?s (?:full |last |first )?name| called)(?: again)?|"
    rf"what(?:['’]?s| is| was) (?:the )?(.{{1,60}}?)['’]?s (?:{JOBS})",
    re.IGNORECASE,
)
_WHO_IS_THE = lazily(r"who(?:['’]?s| is| was) the\b", re.IGNORECASE)
_FACT_OF = lazily(
    r"(?:(?P<asks>(?:who|what)(?:['’]?s| is| was| are| were) )(?:the|a|an|[\w-]{1,30}['’]s) |"
    r"(?:(?:and|what about|how about|any) )?(?:the )?)(?P<fact>[^,]{1,60}?) "
    r"(?:of|in|(?(asks)(?!)|(?:at|near))) (?:the )?(?P<thing>[^,]{1,60})",
    re.IGNORECASE,
    needs="of in at near",
)
_PLACE = lazily(r"\b(?:at|from|in|near) (?!home\b)([\w'’-]+)$", re.IGNORECASE, needs="at from in near")
"""Where something is asked for at the end of a question: "is there a strike in | Hamburg"."""
_NAME_OF = lazily(r"\bthe [\w'’-]+ of ([\w'’-]{4,})", re.IGNORECASE, needs="of")
"""What somebody or something is of, by which it is called: "the Bank of | England"."""
_EXCLUDING = lazily(
    r",?\b(?:except(?:ing)?(?: for)?|with the exception of|besides|barring|other than|apart from|aside from|"
    r"excluding|not (?:counting|including|named|called|by|from)|(?:leaving|setting|putting)(?: out| aside)?|"
    r"(?:if (?:we|you|i) )?(?:ignor|disregard|discount|skip|omitt?)(?:e|ing|ping)?|"
    r"(?<=everybody )but|(?<=everyone )but|(?<=anybody )but|(?<=anyone )but|(?<=all )but|(?<=else )but)"
    r" ((?:the )?[\w'’.-]{1,40}(?: [\w'’.-]{1,40}){0,4})",
    re.IGNORECASE,
    needs="except excepting exception besides barring other apart aside excluding not leaving setting putting but "
    "ignore ignoring disregard disregarding discount discounting skip skipping omit omitting",
)
_AND = lazily(r",? (?:and|or|nor) |, ")
_ASIDE = frozenset("aside apart out excepted excluded".split())
"""What may stand behind whom a question leaves out: "leaving Lane aside"."""

_PARTS = frozenset("beginning end half most part rest whole".split())
"""What is of everything: "the end of the day"."""
_BESIDE_NAME = frozenset("again cite give now ok okay please quote quotes show then well".split())
"""What may stand beside a name alone: "quote Hall", "ok Hall then"."""
_TOWARDS = frozenset("about against at for from on to with".split())
"""What stands before somebody who does not speak: "and to Moss, what did she say?"."""
_FACT_OWNED = lazily(
    r"(?:what|who)(?:['’]?s| is| was| are| were) (?:the )?[\w-]{1,30}['’]s (?P<fact>[^,]{1,40})",
    re.IGNORECASE,
    needs="s",
)
"""The fact of somebody before whom it stands: "what's the mayor's | number"."""
_ADVICE = lazily(r"how (?:to|(?:do|can|could|should|would) (?:i|we|you|one))\b", re.IGNORECASE, needs="how")
"""How a question begins that asks to be told what to do."""
_ANY = lazily(r"any ([\w-]{1,30})(?! (?:on|about|from|of)\b)(?=\W|$)", re.IGNORECASE, needs="any")
"""What a line asks for that is short for "are there any ...?"."""
_BEFORE_NOUN = frozenset("a an her his its my our the their your".split())
_LONGEST = 4
"""Words of a name in small letters that nobody has."""


class Asked(NamedTuple):
    """Whose words are asked for, and the words of the question that say so."""

    speakers: frozenset[str] = frozenset()
    named: range = range(0)
    unknown: str | None = None
    unheard: bool = False
    silent: bool = False
    pronoun: str | None = None
    by_name: bool = False


def excluding(bare: str, grounds: Grounds) -> tuple[frozenset[str], str]:
    """The speakers whose words a question does not want, and the question without the words that say so.

    "Did anyone except Lane speak?" leaves Lane out. Where nobody of that name speaks, the question stays as it is.
    """
    found = _EXCLUDING.search(bare)
    names, end = _named_at(bare, found.start(1), grounds) if found else (set(), 0)
    while names and (joins := _AND.match(bare, end)):
        more, behind = _named_at(bare, joins.end(), grounds)
        if not more:
            break
        names, end = names | more, behind
    if not found or not names:
        return frozenset(), bare
    return frozenset(names), " ".join(f"{bare[: found.start()]} {bare[end:].lstrip(',')}".split())


def _named_at(bare: str, start: int, grounds: Grounds) -> tuple[set[str], int]:
    """The speakers of the longest name that begins there, and where it ends, "aside" and the like behind it too."""
    given = bare[start:].split(" ")[: _LONGEST + 1]
    words = [word for one in given for word in name_words(one)[:1]]
    for size in range(len(words), 0, -1):
        named = [word for word in words[:size] if word != "the"]
        names = grounds.roster.exactly(named) if words[size - 1] not in STOP_WORDS else set()
        if names:
            last = size + _ASIDE.issuperset(word.rstrip(",") for word in given[size : size + 1])
            return names, start + len(" ".join(given[:last]).rstrip(","))
    return set(), start


def whose(bare: str, tokens: list[str], lows: list[str], grounds: Grounds) -> Asked:
    """Whose words a question asks for: what stands where a speaker is named, if somebody is called so."""
    missed = Asked()
    for first, last, how in slots(bare, tokens, lows):
        words = [low.removesuffix("'s") for low in lows[first : last + 1]]
        if first == last and words[0] in PRONOUNS:
            before = _named_before(lows[:first], grounds)
            return Asked(before) if before else Asked(pronoun=PRONOUNS[words[0]])
        speakers = _at_home(grounds.roster.find(words), words, grounds) if words != ["one"] else set()
        full = spelt_out_offices(words)
        if not speakers and full != words:
            speakers = grounds.roster.exactly(full) or described(full, grounds)
        name = how == "subject" and all(
            token[0].isupper() or lows[first + n] in STOP_WORDS for n, token in enumerate(tokens[first : last + 1])
        )
        bare_name = how == "subject" and _BEFORE_NOUN.isdisjoint(lows[first - 1 : first])
        called = name or (not speakers and how == "subject" and all(map(grounds.names, terms(" ".join(words)))))
        by_name = grounds.roster.names_person(words, speakers)
        describes = how == "phrase" or words[-1] in ANYBODY or any(map(grounds.roster.titled, words))
        if not speakers and (describes or (how == "subject" and not name and not (bare_name and called))):
            several = _plural(words[-1])
            words += _behind(lows[last + 1 :])
            speakers = set() if several else described(words, grounds)
        if speakers:
            return Asked(frozenset(speakers), range(first, first + len(words)), by_name=by_name)
        if (name or bare_name) and _absent(tokens[first : last + 1], grounds.index.idf):
            return Asked(unknown=re.sub(r"['’]s$", "", " ".join(tokens[first : last + 1])), unheard=True)
        if how == "subject":
            missed = Asked(unheard=True, silent=missed.silent or called)
    alone = [low for low in lows if low not in STOP_WORDS | _BESIDE_NAME]
    by_itself = 0 < len(alone) <= _LONGEST and WH_WORDS.isdisjoint(lows) and not COUNTRY.keys() >= {*alone}
    named = grounds.roster.exactly(alone) if by_itself else set()
    return Asked(frozenset(named), range(len(lows))) if named else missed


def holding(lows: list[str], at: int, grounds: Grounds) -> Asked:
    """Whose words "Which minister said ..." asks for: those of all who hold the office."""
    if lows[at] != "which":
        return Asked()
    found = holders([lows[at + 1]], grounds)
    return Asked(frozenset(found), range(at + 1, at + 2)) if found else Asked()


def holders(words: list[str], grounds: Grounds) -> set[str]:
    """Those who hold an office, of which the words may be the plural: "presidents", "deputies"."""
    last = words[-1]
    one = (last[:-3] + "y" if last.endswith("ies") else last[:-1]) if _plural(last) else last
    return grounds.roster.exactly(words) or grounds.roster.exactly([*words[:-1], one])


def _at_home(speakers: set[str], words: list[str], grounds: Grounds) -> set[str]:
    """Those of the speakers in whose documents the country stands that they are asked for by: "the Thai minister"."""
    lands = [COUNTRY[word] for word in words if word in COUNTRY]
    if not lands or len(grounds.catalog) == 1 or grounds.roster.names_person(words, speakers):
        return speakers
    there = grounds.known_in((), [land.title() for land in lands])
    return {name for name in speakers if not there.isdisjoint(grounds.known_in([name], ()))}


def who_is(bare: str, grounds: Grounds) -> frozenset[str]:
    """Of whom "Who is ..." asks, by name or office, where that is one speaker."""
    asked = _WHO_IS.fullmatch(bare)
    words = name_words(next(filter(None, asked.groups()))) if asked else []
    words = ["america" if word == "us" and "US" in bare else word for word in words]
    telling = [word for word in words if word not in STOP_WORDS]
    found = _at_home(grounds.roster.exactly(telling), telling, grounds) if words else set()
    called = _WHO_IS_THE.match(bare) and 0 < len(telling) < _LONGEST and words[-1] not in STOP_WORDS
    if not found and called:
        found = described(telling, grounds)
    return frozenset(found) if len(found) == 1 else frozenset()


def _named_before(lows: list[str], grounds: Grounds) -> frozenset[str]:
    """Whom a question names before its pronoun: "and Moss, what did she say?"; "the other judge" may be several."""
    before = [low for low in takewhile(lambda low: low not in _TOWARDS, lows) if weight(low)]
    if "other" in before:
        telling = [low for low in before if low not in STOP_WORDS]
        return frozenset(grounds.roster.exactly(telling) if telling else ())
    found = mentioned(before, grounds)
    return frozenset(found) if len(found) == 1 else frozenset()


def _behind(lows: list[str]) -> list[str]:
    """What belongs to a description behind its noun: "with the truck" in "what did the man with the truck say"."""
    if not lows or lows[0] not in BEHIND:
        return []
    return [*takewhile(lambda low: low not in AUXILIARY and lemma(low) not in SAYING, lows)]


def _plural(word: str) -> bool:
    """Whether a description is of several, who are no one speaker: "the workers"."""
    return word.endswith("s") and not word.endswith("ss")


def strange(bare: str, known: Known) -> str:
    """The fact asked for, or what it is asked of, where no document has a word of it: "the CEO of | Apple".

    Of a line that is no question, "good hotels in Ghent", the last word before the small one is what it looks for; so
    is the last one of several without a small one. Of a question how to do a thing every word is. What stands behind a
    last "in" is, too, unless it is a common word.
    """
    for found in (_PLACE.search(bare), _NAME_OF.search(bare)):
        if found and weight(found[1]) > VAGUE_WEIGHT and not (_heard(found[1], known) or common(found[1].casefold())):
            return found[1]
    words = split_words(bare)
    if _ADVICE.match(bare):
        wanted = [[word] for word in _looked_for(bare, whole=True)]
    elif asked := _FACT_OF.fullmatch(bare):
        if weight(asked["fact"].partition(" ")[0]) <= VAGUE_WEIGHT:
            return ""
        wanted = [_looked_for(part, whole=bool(asked["asks"])) for part in asked.group("fact", "thing")]
    elif asked := _FACT_OWNED.fullmatch(bare):
        wanted = [_looked_for(asked["fact"], whole=True)]
    elif asked := _ANY.match(bare):
        wanted = [_looked_for(asked[1], whole=True)]
    elif len(words) > 2 and all(weight(word) >= VAGUE_WEIGHT for word in words):
        wanted = [_looked_for(words[-1], whole=True)]
    else:
        return ""
    return next((" ".join(run) for run in wanted if run and not any(_heard(word, known) for word in run)), "")


def _looked_for(part: str, *, whole: bool) -> list[str]:
    """The telling words of a part of a question, or the last of them."""
    words = (part[start:end] for _, start, end in term_spans(part))  # "prime minister" is one
    kept = (word for word in words if word.casefold() not in _PARTS and not OPINION.fullmatch(word))
    telling = [word for word in kept if weight(word) > VAGUE_WEIGHT]
    return telling if whole else telling[-1:]


def _heard(word: str, known: Known) -> bool:
    """Whether a document has a word, one that means the same, or one spelt nearly so."""
    term = terms(word)[0]
    low = word.casefold()
    alike = not common(low) and near(low, known, stems)
    return term in known or any(other in known for other in synonyms(term)) or bool(alike)


def _absent(tokens: list[str], known: Known) -> bool:
    """Whether a run of words is a name and no document has any word of it, nor one spelt alike.

    Without capitals it is one where no word of it is a common one: "what did macron say".
    """
    capitals = [token for token in tokens if token[0].isupper() and not (token.isupper() and len(token) < 7)]
    if all(token.islower() for token in tokens) and len(tokens) < _LONGEST and not any(map(common, tokens)):
        capitals = tokens
    found = [(terms(token)[0], token.casefold().removesuffix("'s")) for token in capitals]
    return bool(capitals) and not any(term in known or near(low, known, stems) for term, low in found)


def mentioned(lows: list[str], grounds: Grounds) -> set[str]:
    """Speakers of whose name the question has a word, or who do what it asks about: "How did the chairman ..."."""
    roster = grounds.roster
    words = {word for low in lows for word in name_words(low) if len(word) > 2 and word not in STOP_WORDS}
    found = {
        name
        for word in words
        for name in roster.by_word[word]
        if weight(word) > VAGUE_WEIGHT or word.capitalize() in name.split()
    }
    return found or next(filter(None, map(roster.exactly, doers(lows))), set())
