"""Where a document names somebody: its runs of capitalised words, block by block."""

import re
from collections import Counter
from functools import lru_cache

from bot.layout import DIRECTION, FURNITURE, HEADING, Block, Layout
from bot.patterns import lazily
from bot.speakers.grammar.cues import CUES
from bot.speakers.grammar.openings import opened
from bot.speakers.grammar.tokens import DETERMINER, TAGS
from bot.speakers.people.bounds import Mention, bounded, without_actions
from bot.speakers.people.forms import Form, fold, forms
from bot.speakers.people.homonyms import SMALL, first_is_name, is_ambiguous, looks_like_other
from bot.speakers.people.matching import single_names
from bot.speakers.people.run_words import EXCLAMATIONS, JOINS, RUN
from bot.speakers.people.runs import SUFFIXES
from bot.words import GIVEN, PLACES

_SENTENCE_START = frozenset(".!?…:;\"“”‘’'«»)]\n\t*—–-•>")
_QUOTES = "\"“”„«'‘"
_ARTICLES = frozenset(["al", "el", "as", "ul"])
"""Arabic articles before a name: "al-Sisi"."""
_WORD = re.compile(r"[\w-]+")
_INNER_END = lazily(r"[a-z]{3}[.!?] [A-Z]")
"""Between two sentences, which no title has."""
_HEADLINE = 4
"""Words of more than three letters that the first line has at least, to be known as a title by their capitals alone."""
_SMALL = frozenset("a an and as at by for from in of on or the to with".split())
"""Words that are written small in a title."""
_LONGEST = 240
"""Characters of a headline."""


@lru_cache(maxsize=4096)
def _nameless(word: str) -> bool:
    """Whether a run is one word of the grammar, which is never a name: "The", "But"."""
    low = word.casefold()
    return low in TAGS and low not in SMALL and not forms(word)


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
        before = len(found)
        _scan(text, start, block.end, found, doubtful, label=False)
        _, place = opened(text, start, block.end)
        if place > 0:  # nobody is called "she" for it
            found[before:] = [one._replace(body=one.body or one.end <= place) for one in found[before:]]
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
    named = bounded(text, kept)
    return without_actions(text, sorted([*named, *titled]) if titled else named)


def _scan(text: str, start: int, end: int, found: list[Mention], doubtful: list[int], *, label: bool) -> None:
    for run in RUN.finditer(text, start, end):
        words, first = run.group(), run.start()
        if words.isalpha() and _nameless(words):
            continue
        if label and " AND " in words:  # two who speak as one
            continue
        if text[first - 1] == "-" and text[first - 3 : first - 1] in _ARTICLES:
            words, first = text[first - 3 : first] + words, first - 3
        opens = named = None
        if not label and is_ambiguous(words.split(None, 1)[0]):
            opens = _opens(text, first, start)
            named = first_is_name(text, first, run.end(), words.split(), opens=opens)
        if named is False:
            rest = words.find(" ") + 1
            opens, words, first = None, words[rest:], first + rest
        definite = " of " in words and text.startswith("the ", first - 4)
        for form in forms(words, named=named is True, definite=definite):
            if not label:
                if len(form.words) == 1:
                    doubted = form.start == 0 and named is None and _could_be_common(form)
                    if doubted and opens is None:
                        opens = _opens(text, first, start)
                    if (doubted and opens) or words.casefold() in SMALL:
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
    every = text[block.start : block.end].split()
    words = [word for word in every if len(word) > 3]
    if not block.start and len(words) > _HEADLINE and all(word[0].isupper() or word in _SMALL for word in every):
        return True
    if block.kind != HEADING and (
        text[block.start] in _QUOTES
        or block.end - block.start > _LONGEST
        or text[block.end - 1] in ".!?:,;\"”’')"
        or _INNER_END.search(text, block.start, block.end)
    ):
        return False
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


def unwrapped(text: str, layout: Layout) -> str:
    """The text with spaces for the line ends inside its paragraphs."""
    parts, at = [], 0
    for block in layout.blocks:
        if "\n" in text[block.start : block.end]:
            parts += [text[at : block.start], text[block.start : block.end].replace("\n", " ")]
            at = block.end
    return "".join([*parts, text[at:]]) if parts else text
