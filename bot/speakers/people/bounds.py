"""Where a name begins and ends, as the rest of its document tells: what else stands in its run of large words."""

from collections import Counter
from typing import NamedTuple

from bot.patterns import lazily
from bot.speakers.grammar.nouns import OFFICES
from bot.speakers.grammar.tokens import BODY, ROLE, TAGS, TITLE
from bot.speakers.people.forms import fold
from bot.speakers.people.homonyms import of_grammar_before
from bot.speakers.people.parts import bare_names
from bot.words import COUNTRY, GIVEN, PLACES, given_gender

_LETTERED = lazily(
    r"(?P<words>(?: (?:and|for|in|of|on|the|to)){1,2}(?: [A-Z][\w’'-]*){1,4}) \((?P<letters>[A-Z]{3,10})\)"
)
"""How a body's name goes on to its letters: "... | in Orla and Vance | (SMOV)"."""
_HELD_TO = (" for ", " for the ", " from ", " of ", " of the ", " to ", " to the ")
"""Before a land or a body that somebody has an office in."""
_SELDOM = frozenset("all also always both ever few just long most much near never not often once only own too".split())
"""Words that seldom open a sentence before a name: where it always has one, that is a part of it."""
_POST = lazily(r"(?P<office>[\w-]+)\s+(?:(?P<abroad>to|in|at)|of|for)\s+(?:the\s+)?(?:[A-Z]{2,4}\s+)?$")
"""An office before the place where it is held."""
_OFFICE = 30
"""Characters of an office and its preposition."""
_POSTED = (" at", " for", " in", " of", " the", " to")
"""How these end."""
_TWO_WORDS = frozenset("cape costa el hong new north saint san saudi sierra south sri st united".split())
"""With what names of places of two words begin."""


class Mention(NamedTuple):
    """A run of capitalised words that names somebody: where it stands, title, name. Offsets are into the document."""

    start: int
    end: int
    title: str
    words: tuple[str, ...]
    body: bool
    honorific: str = ""
    gender: str = ""
    label: bool = False
    """It is a turn label."""


def bounded(text: str, found: list[Mention]) -> list[Mention]:
    """The same mentions without what stands before a name in its run, and with what belongs to it around."""
    return _spelt_out(text, _grown(text, _posted(text, _behind_land(text, _bare(text, found)))))


def without_actions(text: str, found: list[Mention]) -> list[Mention]:
    """The same without the word before somebody who speaks: "[Follows | Ann round the room.]", "a Tweet | Ann Lee"."""
    labels = {fold(mention.words) for mention in found if mention.label}
    for n, mention in enumerate(found) if labels else ():
        core = fold(mention.words)
        acts = core[1:] in labels and text[mention.start - 1] in "[("
        called = bool(core[2:]) and core[1:2] in labels and core[1] in GIVEN
        if core[1:] and (acts or called) and not mention.label:
            start = text.index(mention.words[1], mention.start)
            found[n] = mention._replace(start=start, words=mention.words[1:])
    return found


def _bare(text: str, found: list[Mention]) -> list[Mention]:
    """The same without words around a name that the rest of the document does not have there."""
    parts = bare_names([mention.words for mention in found if not mention.body])
    for n, mention in enumerate(found) if parts else ():
        first, last = parts.get(mention.words, (0, 0))
        if last and not (mention.body or (first and mention.title)):
            words = mention.words[first:last]
            start = text.index(words[0], mention.start) if first else mention.start
            end = mention.end if last == len(mention.words) else text.index(words[-1], start) + len(words[-1])
            found[n] = mention._replace(start=start, end=end, words=words)
    return found


def _grown(text: str, found: list[Mention]) -> list[Mention]:
    """The same with words of the grammar that are part of a name: "| Just | Moss", where no Moss stands alone."""
    alone = ((n, one) for n, one in enumerate(found) if one.words and not (one.title or one.label))
    ahead = {n: before for n, one in alone if (before := of_grammar_before(text, one.start))}
    if not ahead:
        return found
    first = set(ahead.values())
    known = {fold(mention.words)[:2] for mention in found if mention.words[1:] and mention.words[0] in first}
    pairs = {n: (word.casefold(), fold(found[n].words)[0]) for n, word in ahead.items()}
    together = Counter(pair for pair in pairs.values() if pair[0] in _SELDOM)
    named = Counter(word for mention in found for word in fold(mention.words) if together)
    for n, pair in pairs.items():
        if pair in known or 1 < together[pair] == named[pair[1]]:
            mention, word = found[n], ahead[n]
            found[n] = mention._replace(start=mention.start - len(word) - 1, words=(word, *mention.words))
    return found


def _behind_land(text: str, found: list[Mention]) -> list[Mention]:
    """The same with who is known apart from what stands before: "envoy of Laos | Seng Moss", "Orla Bank | Ann Lee"."""
    long = [(n, mention) for n, mention in enumerate(found) if len(mention.words) > 2]
    people = {mention.words for mention in found if mention.words[1:] and not mention.body} if long else set()
    for n, mention in long:
        words = mention.words
        first = next((at for at in range(1, len(words) - 1) if words[at:] in people), 0)
        if not first or words[0].casefold() in GIVEN:
            continue
        body = TAGS.get(words[first - 1].casefold(), 0) & BODY or (first > 2 and words[first - 1].casefold() in COUNTRY)
        start = text.find(words[first], mention.start + len(" ".join(words[:first])), mention.end)
        held = text.endswith(_HELD_TO, 0, mention.start) or f"{mention.title} ".endswith(_HELD_TO)
        if start > 0 and (body or held):
            office = TAGS.get(words[0].casefold(), 0) & (ROLE | TITLE)  # "Director Press Office of Orla | Ann Lee"
            title, begin = (text[mention.start : start].strip(), mention.start) if office else (mention.title, start)
            found[n] = mention._replace(start=begin, title=title, words=words[first:], body=False)
    return found


def _posted(text: str, found: list[Mention]) -> list[Mention]:
    """The same with who holds an office somewhere apart from where: "Ambassador to | Chad | Ann Lee"."""
    kept: list[Mention] = []
    for mention in found:
        land, words = mention.title.casefold() in COUNTRY, mention.words
        before = max(0, mention.start - _OFFICE)
        ahead = text[before : mention.start].rstrip()
        ahead = ahead.rpartition(" ")[0] if ahead[-2:].isupper() else ahead  # "head of | EU | Policy"
        placed = words[1:] and (land or not mention.title) and ahead.endswith(_POSTED)
        held = _POST.search(text, before, mention.start) if placed else None
        if held and not mention.label and TAGS.get(held["office"].casefold(), 0) & (ROLE | TITLE):
            words = words if land else words[_behind_place(mention, abroad=bool(held["abroad"])) :]
            start = text.find(words[0], mention.start + len(mention.title), mention.end)
            if start > mention.start:
                office = held.start("office")
                while kept and kept[-1].end >= held.end("office"):
                    office = min(office, kept.pop().start)
                title, gender = " ".join(text[office:start].split()), mention.gender or given_gender(words)
                kept.append(Mention(office, mention.end, title, words, body=False, gender=gender))
                continue
        kept.append(mention)
    return kept


def _behind_place(mention: Mention, *, abroad: bool) -> int:
    """At which word a name begins behind the place of an office, 0 where nothing tells: "Sri Lanka | Ann Lee"."""
    low = [word.casefold() for word in mention.words]
    first = next((n for n, word in enumerate(low[:-1]) if word in GIVEN), -1)
    if first < 0 and not mention.body and (abroad or low[0] in PLACES):
        first = 1 + (low[0] in _TWO_WORDS)
    if first < 0 and len(low) > 2 and low[0] in OFFICES:
        first = 1  # "head of Policy | Ann Lee"
    return first if 0 < first < len(low) - 1 else 0


def _spelt_out(text: str, found: list[Mention]) -> list[Mention]:
    """The same with bodies as long as the letters behind them say: "Support Mission | in Libya | (SMIL)"."""
    longer = {}
    for mention in found:
        rest = _LETTERED.match(text, mention.end) if mention.body else None
        words = (*mention.words, *rest["words"].split()) if rest else ()
        if rest and rest["letters"] in ("".join(word[0] for word in words).upper(), _capitals(words)):
            longer[mention.start] = mention._replace(end=rest.end("words"), words=words)
    if not longer:
        return found
    ends = {start: mention.end for start, mention in longer.items()}
    inside = {at for start, end in ends.items() for at in range(start + 1, end)}
    return [longer.get(mention.start, mention) for mention in found if mention.start not in inside]


def _capitals(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())
