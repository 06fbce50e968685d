"""Where a document names somebody: its runs of capitalised words, block by block."""

import re
from collections import Counter
from typing import NamedTuple

from bot.layout import DIRECTION, FURNITURE, HEADING, Block, Layout
from bot.patterns import lazily
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.tokens import BODY, DETERMINER, TAGS, TITLE
from bot.speakers.people.forms import Form, fold, forms
from bot.speakers.people.homonyms import SMALL, first_is_name, is_ambiguous, looks_like_other, of_grammar_before
from bot.speakers.people.matching import single_names
from bot.speakers.people.parts import bare_names
from bot.speakers.people.run_words import EXCLAMATIONS, JOINS, RUN
from bot.speakers.people.runs import SUFFIXES
from bot.words import COUNTRY, GIVEN, PLACES

_SENTENCE_START = frozenset(".!?…:;\"“”‘’'«»)]\n\t*—–-•>")
_QUOTES = "\"“”„«'‘"
_ARTICLES = frozenset(["al", "el", "as", "ul"])
"""Arabic articles before a name: "al-Sisi"."""
_WORD = re.compile(r"[\w-]+")
_LETTERED = lazily(
    r"(?P<words>(?: (?:and|for|in|of|on|the|to)){1,2}(?: [A-Z][\w’'-]*){1,4}) \((?P<letters>[A-Z]{3,10})\)"
)
"""How a body's name goes on to its letters: "... | in Orla and Vance | (SMOV)"."""
_HELD_TO = (" for ", " for the ", " from ", " of ", " of the ", " to ", " to the ")
"""Before a land or a body that somebody has an office in."""
_INNER_END = lazily(r"[a-z]{3}[.!?] [A-Z]")
"""Between two sentences, which no title has."""
_SELDOM = frozenset("all also always both ever few just long most much near never not often once only own too".split())
"""Words that seldom open a sentence before a name: where it always has one, that is a part of it."""
_OFFICE = 30
"""Characters of an office and its preposition."""
_LONGEST = 240
"""Characters of a headline."""


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


def mentions(text: str, layout: Layout) -> list[Mention]:
    """The mentions of a document, in order. No run crosses a block or a turn label.

    What only ever opens a sentence may be a common word, and what stands in a title may be any word: both count only
    where the rest of the text names the same.
    """
    found: list[Mention] = []
    doubtful: list[int] = []
    titles: list[Block] = []
    for block in layout.blocks:
        if block.label is None and _titled(text, block):
            titles.append(block)
            continue
        start = block.start
        if block.label:
            _scan(text, *block.label.name, found, doubtful, label=True)
            start = block.label.end
        _scan(text, start, block.end, found, doubtful, label=False)
    unsure = set(doubtful)
    titled = _in_titles(text, titles, found)
    sure = {word for mention in titled for word in fold(mention.words)}
    sure.update(
        word for n, mention in enumerate(found) if n not in unsure for word in single_names(fold(mention.words))
    )
    counts = Counter(found[n].words[0] for n in doubtful)
    kept = [
        mention
        for n, mention in enumerate(found)
        if n not in unsure or fold(mention.words)[0] in sure or (counts[mention.words[0]] > 1 and _rare(mention))
    ]
    named = _spelt_out(text, _grown(text, _behind_land(text, _bare(text, kept))))
    return _without_actions(text, sorted([*named, *titled]) if titled else named)


def _without_actions(text: str, found: list[Mention]) -> list[Mention]:
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
    ahead = {n: before for n, mention in enumerate(found) if (before := _before(text, mention))}
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
        first = first or int(len(words) == 3 and words[0].casefold() in COUNTRY and _sent(text, mention.start))
        if not first or words[0].casefold() in GIVEN:
            continue
        body = TAGS.get(words[first - 1].casefold(), 0) & BODY
        start = text.find(words[first], mention.start + len(" ".join(words[:first])), mention.end)
        held = text.endswith(_HELD_TO, 0, mention.start) or f"{mention.title} ".endswith(_HELD_TO)
        if start > 0 and (body or held):
            found[n] = mention._replace(start=start, words=words[first:], body=False)
    return found


def _sent(text: str, at: int) -> bool:
    """Whether an office that is held to somewhere stands before `at`: "the | Ambassador to | Chad Ann Lee"."""
    before = text[max(0, at - _OFFICE) : at].lower().split()[-2:]
    return before[1:] in (["to"], ["of"]) and bool(TAGS.get(before[0], 0) & TITLE)


def _before(text: str, mention: Mention) -> str:
    alone = mention.words and not (mention.title or mention.label)
    return of_grammar_before(text, mention.start) if alone else ""


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


def _scan(text: str, start: int, end: int, found: list[Mention], doubtful: list[int], *, label: bool) -> None:
    for run in RUN.finditer(text, start, end):
        words, first = run.group(), run.start()
        if label and " AND " in words:  # two who speak as one
            continue
        if text[first - 1] == "-" and text[first - 3 : first - 1] in _ARTICLES:
            words, first = text[first - 3 : first] + words, first - 3
        named = None
        if not label and is_ambiguous(words.split(None, 1)[0]):
            named = first_is_name(text, first, run.end(), words.split(), opens=_opens(text, first, start))
        if named is False:
            rest = words.find(" ") + 1
            words, first = words[rest:], first + rest
        definite = " of " in words and text.startswith("the ", first - 4)
        for form in forms(words, named=named is True, definite=definite):
            if not label:
                if len(form.words) == 1:
                    opens = form.start == 0 and named is None and _opens(text, first, start)
                    if (opens and _could_be_common(form)) or words.casefold() in SMALL:
                        doubtful.append(len(found))
                elif words.isupper() and form.words and not _given(form.words):
                    continue
            found.append(Mention(first + form.start, first + form.end, *form[2:], label))


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a sentence or a quotation can begin at `at`."""
    if at == start or text[at - 1] in _SENTENCE_START:
        return True
    before = at - 2
    while before > start and text[before] == " ":  # "It rained.  | Then"
        before -= 1
    return text[max(0, before)] in _SENTENCE_START


def _could_be_common(form: Form) -> bool:
    low = form.words[0].casefold()
    return not (form.title or form.honorific or low in GIVEN or low in PLACES or form.words[0].isupper())


def lookalikes(text: str, found: list[Mention]) -> list[tuple[int, int]]:
    """Where words of names stand that look like other words: "| May | Chenoweth", "| Reading | Council"."""
    alike = set(filter(_alike, {mention.words for mention in found}))
    places: list[tuple[int, int]] = []
    for mention in found:
        if mention.words in alike:
            written = _WORD.finditer(text, mention.start, mention.end)
            places += [word.span() for word in written if word.group() in mention.words and _names(word.group())]
    return places


def _alike(words: tuple[str, ...]) -> bool:
    """Whether a name has a word that looks like another, and is not that."""
    lows = [word.casefold() for word in words if word not in JOINS]
    return any(map(looks_like_other, lows)) and (len(words) > 1 or lows[0] in SMALL or lows[0] not in TAGS)


def _names(word: str) -> bool:
    """Whether a word of a name is no word of the grammar in it: "Mac | an | tSaoir", not "Bank | of | Orla"."""
    return not word.islower() or (word not in JOINS and bool(TAGS.get(word, 0) & DETERMINER))


def _rare(mention: Mention) -> bool:
    low = mention.words[0].casefold()
    known = low in TAGS or low in EXCLAMATIONS or low.removesuffix("s") in TAGS
    return not known and not low.endswith(("ing", "ly", "ed"))


def _titled(text: str, block: Block) -> bool:
    """Whether its words begin large as in a title, so that nothing tells where a name in it ends."""
    if block.kind in (DIRECTION, FURNITURE):
        return True
    if text.count(")", block.start, block.end) > 1:  # who is there: "Ann Lee (AL), Bob Ray (BR)"
        return False
    if block.kind != HEADING and (
        text[block.start] in _QUOTES
        or block.end - block.start > _LONGEST
        or text[block.end - 1] in ".!?:,;\"”’')"
        or _INNER_END.search(text, block.start, block.end)
    ):
        return False
    words = [word for word in text[block.start : block.end].split() if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


def _in_titles(text: str, titles: list[Block], known: list[Mention]) -> list[Mention]:
    """The people in titles as far as the text goes on with their names: "Melania Trump | Roundtable Discussion"."""
    if not titles:
        return []
    first = {fold(mention.words)[0] for mention in known if mention.words}
    family = {fold(mention.words)[-1] for mention in known if mention.words} | SUFFIXES
    found: list[Mention] = []
    for block in titles:
        inside: list[Mention] = []
        _scan(text, block.start, block.end, inside, [], label=True)
        for mention in inside:
            words = fold(mention.words)
            cried = len({word.isupper() for word in mention.words if len(word) > 2}) > 1  # "ANGLE ON Ann"
            if mention.body or len(words) < 2 or cried:
                continue
            last = next((n for n in range(2, len(words)) if CUES.get(words[n], ("", ""))[1] == "third"), len(words))
            while last > 1 and words[last - 1] not in family:
                last -= 1
            alone = mention.start == block.start and (mention.end == block.end or text[mention.end] == ",")
            if len(words) < 4 and _given(mention.words) and alone:
                last = len(words)
            if last == 1 and words[0] in first and 3 * (mention.end - mention.start) > 2 * (block.end - block.start):
                last = len(words)
            if 1 < last < 5 and (mention.title or _given(mention.words) or last == len(words) < 4):
                found.append(mention._replace(words=mention.words[:last], label=False))
    return found


def _given(words: tuple[str, ...]) -> bool:
    return len(words) < 5 and words[0].casefold() in GIVEN
