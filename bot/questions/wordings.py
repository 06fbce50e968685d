"""How questions are worded: the kind of question, the answer it wants, and where it names whose words it asks for."""

import re
from collections.abc import Iterator

from bot.index import name_words
from bot.patterns import lazily
from bot.words import STOP_WORDS, WH_WORDS

SAYING = frozenset(
    """
    accuse acknowledge add address admit advise advocate affirm agree allege announce answer apologise apologize appeal
    argue ask assert assess assume assure blame believe beg brag brand call caution characterise characterize cite claim
    clarify comment compare complain compliment concede conclude condemn confess confirm congratulate consider contend
    convey credit criticise criticize declare defend demand deny describe detail disagree disclose dismiss dispute
    emphasise emphasize encourage estimate expect explain express fear feel foresee guess hail highlight hint hope
    identify imply inform insist invite joke justify label lament liken list maintain mean mention note object offer
    outline pledge plead point praise predict promise propose protest question quote raise react realise realize recall
    reckon recommend refer regard reiterate reject remark remember remind reply report request respond reveal say see
    speak state stress suggest suppose suspect swear talk tell testify thank think threaten underline underscore urge
    view voice vow want warn welcome wish wonder worry write
    """.split()
)
"""Verbs whose subject is asked for as a speaker ("What did Li warn about?"), by lemma."""
_IRREGULAR = {
    "said": "say", "saw": "see", "spoke": "speak", "spoken": "speak", "told": "tell", "thought": "think",
    "felt": "feel", "meant": "mean", "wrote": "write", "written": "write", "begged": "beg", "referred": "refer",
    "admitted": "admit",
}  # fmt: skip
_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("d", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ied", "y"))
AUXILIARY = frozenset("did does do has have had is was are were will would can could should may might must".split())
ASKING = frozenset("ask inquire query question wonder".split())
DO = frozenset("did does do".split())
_WITH_IS = frozenset("what's whats who's whos where's wheres when's how's hows why's whys".split())
_BE, _HAVE = frozenset("is was are were".split()), frozenset("has have had".split())
_BEFORE_VERB = frozenset(
    "actually also already currently ever exactly finally generally not now really still then all both each".split()
)
_LOOSE = STOP_WORDS | _BEFORE_VERB
"""Small words that stand around a name or title."""
_WITHIN = frozenset(["and", "for", "of", "the"])
"""Small words that names and titles have inside."""
BEHIND = frozenset("at by for from in of on who whose with".split())
"""What stands behind the noun of a description: "the man with the truck"."""
_LEADING = frozenset("about and at but by for from in of on or since so to under until with".split())
MEASURES = frozenset(
    """
    many much big large long old far often high tall fast cold hot wide soon deep heavy small low expensive common
    """.split()
)
DAYS = frozenset("day days date dates hour year years time month months week weeks".split())
PLACES_ASKED = frozenset(
    """
    cities city countries country district districts place places province provinces region regions state states street
    streets town towns village villages
    """.split()
)
"""What a place is asked for by: "in what town", "which country does he live in"."""
JOBS = "job|occupation|position|profession|role"
"""What somebody's work is asked for by."""
_AT = frozenset("at from in near on to".split())
_OPINIONS = (
    "view|views|opinion|opinions|words|position|stance|message|statement|answer|reply|response|reaction|comment|"
    "comments|remarks|take|advice|warning|thoughts|viewpoint|eyes|complaints?|concerns?|demands?|explanation|argument|"
    "objections?|problems? with|idea of|plea|promise"
)
_OPINION = lazily(
    rf"\bin (?:the )?([\w' ’.-]{{1,60}}?)(?:['’]s?|s) (?:own )?(?:{_OPINIONS})\b|"
    rf"([\w’'.-]{{1,40}}(?: [\w’'.-]{{1,40}})?)(?:['’]s?|s) (?:own )?(?:{_OPINIONS})\b",
    re.IGNORECASE,
)
OPINION = lazily(_OPINIONS.replace(" with", "").replace(" of", ""), re.IGNORECASE)
"""A word for what somebody says."""
_ASIDE = lazily(
    r", (?:(?:says|said) (?:the )?([\w' ’.-]{1,60})|(?:the )?([\w' ’.-]{1,60}?) (?:says|said|thinks|believes))$",
    re.IGNORECASE,
)
"""Who says it, at the end: "..., says the mayor"."""
_ABOUT = frozenset(["on", "about", "re"])
_ANYBODY = frozenset("anybody anyone everybody everyone nobody people somebody someone they".split())
PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "they": "", "them": "", "their": ""}
"""Pronouns for a person, with the gender they tell."""
_GISTS = frozenset(
    """
    gist going happened happening highlights new news nutshell outline overview point points recap story summarise
    summarize summary tldr
    """.split()
)
_AROUND_GIST = frozenset(
    """
    a all an article brief briefly chapter document documents file files are for give has here in interview is it key
    letter main me minutes of on page paper piece please quick readout report short so some speech text texts the these
    this thread transcript transcripts up us was what what's whats you can could make show tell write
    """.split()
)
"""Words of which a line consists that wants to know what it is all about: "give me the main points of this text"."""
_OF_GISTS = _AROUND_GIST.union(_GISTS, ["about"])
_BARE_GISTS = frozenset(
    ["so what", "tl dr", "in short"]
    + ["what are these", "what are those"]
    + [f"{what} {this}" for what in ("what is", "what's", "whats") for this in ("this", "in here", "in it", "in this")]
)
_FEW = 7
"""Words of a question that has none of its own."""
_WHAT_ABOUT = 2
"""Words of "What about ...?", which asks for something else."""
_FORMS = (
    (("who",), lazily(
        r"who(?:['’]?s| is| are)? (?:speaks?|spoke|speaking|quoted|the speakers|talks?|talking|said (?:what|anything))"
        r"(?: here)?",
        re.IGNORECASE,
    ), "speakers"),
    (("when",), lazily(
        r"when (?:was|is|did) (?:this|it|that|it all|this all)(?: (?:happen|take place|published|written|said))?",
        re.IGNORECASE,
    ), "when-all"),
    (("who",), lazily(
        r"who(?:['’]?s| is| was| are)? (?:(?:the )?(?:authors?|writers?|senders?)(?: of this(?: [a-z-]+)?)?|"
        r"(?:wrote|signed|sent|penned|published) this(?: [a-z-]+)?)",
        re.IGNORECASE,
    ), "author"),
)  # fmt: skip
"""How a question may begin, its pattern, and its kind."""
_NAMED_ONLY = lazily(
    r"(?:and|but|so|what about|how about|and what about)\s+(?:what about\s+)?(?!about\b)(.{1,80})", re.IGNORECASE
)
"""Somebody alone; "and about the fire?" is no fireman."""
_ALL_OF = lazily(
    r"(?:please )?(?:summari[sz]e|list|quote|give me|show me|show|everything)?\s*(?:all )?(?:of )?"
    rf"(?:what|that|everything)\s+(?!(?:{'|'.join(sorted(AUXILIARY))})\b)(.{{1,60}}?)\s+(?:said|says|told|stated|thinks)",
    re.IGNORECASE,
)


def lemma(low: str) -> str:
    """The base form of a verb of saying; other words as they are."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in SAYING:
        return low
    bases = (low[: -len(ending)] + added for ending, added in _ENDINGS if low.endswith(ending))
    return next((base for base in bases if base in SAYING), low)


def form(bare: str, lows: list[str]) -> str | None:
    """The kind of a question that has no words of its own: "overview", "speakers", "when-all", "author"."""
    of_all = _OF_GISTS.issuperset(lows)
    about = lows[-1:] == ["about"] and len(lows) > _WHAT_ABOUT
    if " ".join(lows) in _BARE_GISTS or (of_all and (about or not _GISTS.isdisjoint(lows))):
        return "overview"
    first = bare.partition(" ")[0].casefold() if len(lows) <= _FEW else ""
    return next(
        (kind for start, pattern, kind in _FORMS if first and first.startswith(start) and pattern.fullmatch(bare)), None
    )


def wanted(lows: list[str]) -> tuple[str, int]:
    """The answer that a question wants, from its question words, and where the first of them stands."""
    at = 0
    while at < len(lows) - 1 and lows[at] in _LEADING:
        at += 1
    first, rest = (lows[at], lows[at + 1 :]) if lows else ("", [])
    if first == "any" and len(rest) and rest[0] not in _ABOUT:
        return "yes-no", at  # "any boats?" is short for "are there any boats?"
    if first not in WH_WORDS | AUXILIARY:
        leads = at or lows[:1] == ["according"] or any(low.endswith("'s") for low in lows[:6])
        found = next((n for n, low in enumerate(lows[:12]) if low in WH_WORDS), None) if leads else None
        if found is None:
            return "topic", 0
        at, first, rest = found, lows[found], lows[found + 1 :]
    word = first.removesuffix("'s")
    if word in ("who", "whom", "whose", "whos"):
        return "who", at
    if word in ("when", "whens") or (rest and word in ("what", "which") and rest[0] in DAYS):
        return "when", at
    of_place = rest and word in ("what", "which") and rest[0] in PLACES_ASKED
    if word in ("where", "wheres") or (of_place and not _AT.isdisjoint([*lows[at - 1 : at], lows[-1]])):
        return "where", at
    if word in ("how", "hows"):
        return "how-many" if rest and rest[0] in MEASURES else "how", at
    if word in ("why", "whys"):
        return "why", at
    return ("yes-no" if first in AUXILIARY else "what"), at


def asks_who_said(lows: list[str], want: str, at: int) -> bool:
    """Whether the one who says it is asked for: "Who warned ...", "Which paper reported ..."."""
    rest = lows[at + 1 :]
    if want == "who" and lows[at] in ("who", "who's"):
        return not DO.intersection(rest[:1]) and any(lemma(low) in SAYING for low in rest[:4])
    if want == "what" and not DO.isdisjoint(rest[:1]) and not _ANYBODY.isdisjoint(rest[1:2]):
        return any(lemma(low) in SAYING for low in rest[2:4])
    return lows[at : at + 1] == ["which"] and any(
        lemma(low) in SAYING for low in rest[1:4]
    ) and not any(low in AUXILIARY for low in rest[:3])  # fmt: skip


def _governed(auxiliary: str, low: str) -> bool:
    """Whether a word is a verb of saying in the form that an auxiliary needs: "did say", "has said", "was saying".

    In a passive ("was the plan called") the subject does not speak.
    """
    base = lemma(low)
    if base not in SAYING:
        return False
    if auxiliary in _BE:
        return low != base and low.endswith("ing")
    return low != base and not low.endswith("ing") if auxiliary in _HAVE else low == base


def slots(bare: str, tokens: list[str], lows: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where a question names whose words it asks for: first and last word, and how sure that is a speaker.

    As "subject" of a verb of saying, behind "according to", before "view", with a "phrase" behind it, or by itself
    ("name").
    """
    size = len(lows)
    for n, word in enumerate(lows[:9]):
        auxiliaries = ("is", "does") if word in _WITH_IS else (word,)
        verbs = range(n + 1, min(size, n + 10)) if AUXILIARY.issuperset(auxiliaries) else ()
        governed = (v for v in verbs for low in auxiliaries if _governed(low, lows[v]))
        verb = next((v for v in governed if lows[v] not in STOP_WORDS), None)
        run = _run(tokens, lows, n + 1, verb - 1) if verb else None
        behind = lows[run[1] + 1 : verb] if run and verb else []
        if run and verb and _BEFORE_VERB.issuperset(set(behind) - AUXILIARY):
            yield *run, "subject"
            break
        if run and behind and behind[0] in BEHIND:
            yield *run, "phrase"
            break
    for n, low in enumerate(lows[:-1]):
        by = low == "by" and n > 1 and any(lemma(before) in SAYING for before in lows[n - 2 : n])
        source = n + 1 if by else n + 2 if low == "according" and lows[n + 1] == "to" else size
        run = _run(tokens, lows, source, size - 1) if source < size else None
        if run:
            yield *run, "subject"
    for pattern, how in ((_OPINION, "subject"), (_ASIDE, "subject"), (_ALL_OF, "subject"), (_NAMED_ONLY, "name")):
        named = pattern.search(bare) if pattern in (_OPINION, _ASIDE) else pattern.match(bare)
        words = name_words(next(filter(None, named.groups()), "")) if named else []
        words = words[1:] if len(words) > 1 and words[0] in WH_WORDS else words
        own = [words[0] + ending for ending in ("", "'s", "s")] if words else []
        first = next((n for n, low in enumerate(lows) if low in own), None)
        run = _run(tokens, lows, first, min(size - 1, first + len(words) - 1)) if first is not None else None
        if run and (lows[run[1]] not in AUXILIARY or tokens[run[1]][0].isupper()):
            yield *run, how
    if lows and lows[0] not in WH_WORDS | AUXILIARY:
        on = next((n for n, low in enumerate(lows[1:4], 1) if low in _ABOUT or lemma(low) in SAYING), None)
        if on is not None:
            yield 0, on - 1, "name"


def doers(lows: list[str]) -> Iterator[list[str]]:
    """What the subject behind an auxiliary verb can be, the longest first."""
    for n, low in enumerate(lows[:9]):
        if low in AUXILIARY:
            rest = [word.removesuffix("'s") for word in lows[n + 1 : n + 6] if word not in ("the", "a", "an")]
            end = next((m for m, word in enumerate(rest) if word in STOP_WORDS and word != "of"), len(rest))
            yield from (rest[:size] for size in range(end, 0, -1))
            return


def _run(tokens: list[str], lows: list[str], first: int, last: int) -> tuple[int, int] | None:
    """The words of a name or title within a slot; None for a slot that is too long to be a name."""
    small = [not token[0].isupper() for token in tokens]  # the last of "Theresa May" is no small word
    loose = [low in _LOOSE and small[n] for n, low in enumerate(lows)]
    while first <= last and loose[first]:
        if lows[first] in PRONOUNS and first == last:
            return first, first
        first += 1
    end = first
    while (
        end <= last
        and lows[end] not in WH_WORDS
        and (lows[end] not in STOP_WORDS or not small[end] or lows[end] in _WITHIN)
    ):
        end += 1
    while end > first and loose[end - 1]:
        end -= 1
    if first < end <= first + 7 and not _ANYBODY.issuperset(lows[first:end]):
        return first, end - 1
    return None
