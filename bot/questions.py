"""What a question asks: its kind, the speaker it names, its weighted terms, and what it carries over from before."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.places import COUNTRY
from bot.speakers import Speaker
from bot.spelling import near
from bot.terms import STOP_WEIGHT, STOP_WORDS, TOKEN, WH_WORDS, stems, terms, weight

SAYING = frozenset(
    """
    accuse acknowledge add address admit advise advocate agree announce answer apologise apologize appeal argue
    ask assert assess assure blame believe beg brag brand call caution characterise characterize cite claim
    comment compare complain compliment concede conclude condemn confess confirm congratulate consider contend
    convey credit criticise criticize declare demand deny describe detail disagree disclose dismiss dispute
    emphasise emphasize encourage estimate expect explain express fear feel hail highlight hint hope identify
    insist invite joke label lament liken list mean mention note object offer outline pledge point praise predict
    promise propose protest question quote raise recall recommend refer regard reiterate reject remark remind
    reply report request respond reveal say see speak stress suggest talk tell thank think urge view voice vow
    want warn welcome wish wonder worry write
    """.split()
)
"""Verbs whose subject is asked for as a speaker ("What did Li warn about?"), by lemma."""
_IRREGULAR = {
    "said": "say", "saw": "see", "spoke": "speak", "spoken": "speak", "told": "tell", "thought": "think",
    "felt": "feel", "meant": "mean",
    "wrote": "write", "written": "write", "begged": "beg", "referred": "refer", "admitted": "admit", "pled": "plead",
}  # fmt: skip
_AUXILIARY = frozenset("did does do has have had is was are were will would can could should may might".split())
_OPINIONS = (
    "view|views|opinion|opinions|words|position|stance|message|statement|answer|reply|response|reaction|comment|"
    "comments|remarks|take|advice|warning|thoughts"
)
_OPINION = re.compile(
    rf"\bin (?:the )?([\w' ’.-]{{1,60}}?)['’]s? (?:own )?(?:{_OPINIONS}|eyes)\b|"
    rf"([\w’'.-]{{1,40}}(?: [\w’'.-]{{1,40}})?)['’]s? (?:own )?(?:{_OPINIONS})\b",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"\b(?:stands? for|short for|mean|meaning of|abbreviation|acronym|spelt out|spelled out)\b", re.IGNORECASE
)
_LEADING = frozenset("about at by for from in of on since to under until with".split())
_ABOUT = frozenset(["on", "about", "re"])
_ANYBODY = frozenset("anybody anyone everybody everyone nobody people somebody someone they".split())
REPAIRED = 0.8
"""What a term counts whose spelling was repaired."""
_CLOSED = dict.fromkeys(STOP_WORDS | WH_WORDS, 0.0)
_OVERVIEW = re.compile(
    r"what(?:'s|’s| is| are) (?:this|it|these|the (?:\w+ )?(?:documents?|texts?|articles?|readouts?|transcripts?))"
    r"(?: all)? about|"
    r"(?:please )?summari[sz]e(?: (?:this|it|the \w+))?|(?:give me )?(?:a|an) (?:summary|overview)",
    re.IGNORECASE,
)
_WHO_SPEAKS = re.compile(
    r"who(?:'s|’s| is| are)? (?:speaks?|speaking|quoted|the speakers|talks|talking|said (?:what|anything|something))",
    re.IGNORECASE,
)
_WHEN_ALL = re.compile(
    r"when (?:was|is|did) (?:this|it|that|it all|this all)(?: (?:happen|take place|published|written|said))?",
    re.IGNORECASE,
)
_NAMED_ONLY = re.compile(
    r"(?:and|but|so|what about|how about|and what about)\s+(?:what about\s+)?(.{1,80})", re.IGNORECASE
)
_ALL_OF = re.compile(
    r"(?:please )?(?:summari[sz]e|list|quote|give me|show me|show|everything)?\s*(?:all )?(?:of )?"
    r"(?:what|that|everything)\s+(.{1,60}?)\s+"
    r"(?:said|says|told|stated|thinks)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood."""

    text: str
    kind: str
    """What is asked for: "who-said", "what-said", "who", "what", "when", "where", "why", "how", "how-many", "yes-no",
    "topic"; without words of its own "speaker" (all that one says), "speakers" (one sentence each), "overview",
    "when-all"."""
    terms: Mapping[str, float]
    speakers: tuple[str, ...] = ()
    """Names of the speakers it asks for; several when one word fits several."""
    unknown: str | None = None
    """A name asked for as a speaker that nobody has."""
    repaired: Mapping[str, str] = field(default_factory=dict)
    """Terms as they were asked -> the terms of the documents they were taken for."""
    spelt: Mapping[str, str] = field(default_factory=dict)
    """Terms -> the words of the question."""
    words: tuple[str, ...] = ()
    """Terms in the order of the question, the speaker's name left out where it is asked for."""
    follows: bool = False
    absent: tuple[str, ...] = ()
    """Names in it that no document has."""
    acronyms: tuple[str, ...] = ()
    """Words in capitals that it wants to have spelt out, or that no document has."""
    asks_question: bool = False
    """ "Who asked ...": the answer is itself a question."""

    @property
    def saying(self) -> bool:
        """Whether it asks for somebody's words."""
        return self.kind in ("what-said", "speaker")


class Roster:
    """The speakers of a collection by every word of their names and titles."""

    def __init__(self, speakers: Iterable[Speaker], known: Container[str] = ()) -> None:
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.by_title: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, Speaker] = {}
        self.places = {place for word, place in COUNTRY.items() if known and terms(word)[0] in known}
        for speaker in speakers:
            self.names.setdefault(speaker.name, speaker)
            for form in (speaker.name, *speaker.aliases):
                for word in name_words(form):
                    if word not in STOP_WORDS:
                        self.by_word[word].add(speaker.name)
            for word in name_words(speaker.title or ""):
                if word not in STOP_WORDS:
                    self.by_title[word].add(speaker.name)

    def find(self, words: list[str]) -> set[str]:
        """The speakers that a run of words fits best: by name, then by title."""
        votes: dict[str, float] = defaultdict(float)
        for word in words:
            for name in self.by_word.get(word, ()):
                votes[name] += 1
            for name in self.by_title.get(word, ()):
                votes[name] += 0.4
        best = max(votes.values(), default=0.0)
        found = {name for name, vote in votes.items() if vote == best}
        if best >= 1 or (best >= 0.4 and self._all_of(words, found)):
            return found
        return self._initials(words) or self._misspelt(words)

    def _all_of(self, words: list[str], names: set[str]) -> bool:
        """Whether the titles have every word asked for: "the American president" is not the president of elsewhere."""
        return all(
            word in STOP_WORDS
            or COUNTRY.get(word) in self.places
            or any(name in self.by_title.get(word, ()) or name in self.by_word.get(word, ()) for name in names)
            for word in words
        )

    def _initials(self, words: list[str]) -> set[str]:
        """Speakers whose name or title has the initials asked for: "CE" for the Chief Executive."""
        if len(words) != 1 or not 2 <= len(words[0]) <= 6:
            return set()
        return {
            name
            for name, speaker in self.names.items()
            for form in (name, speaker.title or "", *speaker.aliases)
            if "".join(part[0] for part in form.split() if part[0].isupper()).casefold() == words[0]
        }

    def _misspelt(self, words: list[str]) -> set[str]:
        repaired = [near(word, self.by_word) for word in words if len(word) > 3]
        return {name for word in repaired if word for name in self.by_word[word]}

    def close(self, name: str) -> list[str]:
        from difflib import get_close_matches

        forms = {
            form.casefold(): full
            for full, speaker in self.names.items()
            for form in (full, *speaker.aliases, *full.split())
        }
        return list(dict.fromkeys(forms[form] for form in get_close_matches(name.casefold(), list(forms), 3, 0.6)))


def name_words(name: str) -> list[str]:
    """The words of a name in small letters, possessive endings taken off."""
    return [match.casefold().replace("’", "'").removesuffix("'s") for match in re.findall(r"[\w'’]+", name)]


def understand(text: str, roster: Roster, known: Mapping[str, float]) -> Question:
    """Reads one question by itself. `known` are the terms of the collection with their idf."""
    bare = text.strip().rstrip("?!. ")
    tokens = [match.group() for match in TOKEN.finditer(bare)]
    lows = [token.casefold().replace("’", "'") for token in tokens]
    kind = _kind(bare, lows)
    speakers: set[str] = set()
    unknown: str | None = None
    dropped: range = range(0)
    for first, last in _slots(bare, tokens, lows, kind, roster):
        speakers = roster.find([low.removesuffix("'s") for low in lows[first : last + 1]])
        if speakers:
            dropped, unknown, kind = range(first, last + 1), None, "what-said"
            break
        if unknown is None and _absent(tokens[first : last + 1], known):
            unknown = re.sub(r"['’]s$", "", " ".join(tokens[first : last + 1]))
    if unknown:
        kind = "what-said"
    weights: dict[str, float] = {}
    order: list[str] = []
    spelt: dict[str, str] = {}
    repaired: dict[str, str] = {}
    absent: list[str] = []
    acronyms: list[str] = []
    meaning = _MEANING.search(bare)
    for n, token in enumerate(tokens):
        if n in dropped:
            continue
        term, share = terms(token)[0], weight(token)
        if share > STOP_WEIGHT and term not in known:
            closest = near(term, known) or (near(token.casefold(), known, stems) if len(token) > 8 else None)
            if not closest and token[0].isupper() and n:
                absent.append(term)
            if closest or (len(token) == 3 and near(token.casefold(), _CLOSED)):
                repaired[term] = closest or term
                term, share = closest or term, share * REPAIRED if closest else 0.0
        if token.isupper() and 1 < len(token) < 7 and (meaning or term not in known):
            acronyms.append(token)
        weights[term] = max(weights.get(term, 0.0), share)
        spelt.setdefault(term, token)
        order.append(term)
    if kind == "what-said" and speakers and not any(share > 0.45 for share in weights.values()):
        kind = "speaker"
    asks = kind == "who-said" and any(
        _lemma(low) in ("ask", "question", "wonder", "inquire", "query") for low in lows[1:4]
    )
    return Question(
        text,
        kind,
        weights,
        tuple(sorted(speakers)),
        unknown,
        repaired,
        spelt,
        tuple(order),
        absent=tuple(absent),
        acronyms=tuple(acronyms),
        asks_question=asks,
    )


def _absent(tokens: list[str], known: Mapping[str, float]) -> bool:
    """Whether a run of words is a name and no document has any word of it, nor one spelt alike."""
    capitals = [token for token in tokens if token[0].isupper() and not (token.isupper() and len(token) < 7)]
    found = [(terms(token)[0], token.casefold().removesuffix("'s")) for token in capitals]
    return bool(capitals) and not any(term in known or near(low, known, stems) for term, low in found)


def _lemma(low: str) -> str:
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in SAYING:
        return low
    for ending, added in (
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("d", ""),
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ied", "y"),
    ):
        if low.endswith(ending) and low[: -len(ending)] + added in SAYING:
            return low[: -len(ending)] + added
    return low


def _kind(bare: str, lows: list[str]) -> str:
    if not lows:
        return "topic"
    for pattern, kind in ((_OVERVIEW, "overview"), (_WHO_SPEAKS, "speakers"), (_WHEN_ALL, "when-all")):
        if pattern.fullmatch(bare):
            return kind
    first = lows[0] if lows[0] not in ("and", "but", "so", "or") or len(lows) < 2 else lows[1]
    if first in _LEADING and len(lows) > 2 and lows[lows.index(first) + 1] in WH_WORDS:
        first = lows[lows.index(first) + 1]
    rest = lows[lows.index(first) + 1 :]
    if first in ("who", "whom", "whose", "who's", "whos"):
        return "who-said" if any(_lemma(low) in SAYING for low in rest[:4]) and first == "who" else "who"
    if (
        first == "which"
        and any(_lemma(low) in SAYING for low in rest[1:4])
        and not any(low in _AUXILIARY for low in rest[:3])
    ):
        return "who-said"
    if first in ("when", "when's", "whens") or (
        rest and first in ("what", "which") and rest[0] in ("day", "date", "year", "time", "month")
    ):
        return "when"
    if first in ("where", "where's", "wheres"):
        return "where"
    if first == "how" and rest:
        if rest[0] in (
            "many",
            "much",
            "big",
            "large",
            "long",
            "old",
            "far",
            "often",
            "high",
            "tall",
            "fast",
            "cold",
            "hot",
            "wide",
        ):
            return "how-many"
        return "how"
    if first == "why":
        return "why"
    if first in _AUXILIARY:
        return "yes-no"
    return "what" if first in WH_WORDS else "topic"


def _slots(bare: str, tokens: list[str], lows: list[str], kind: str, roster: Roster) -> Iterator[tuple[int, int]]:
    """Where a question names whom it asks for: behind "according to", as subject of a verb of saying, before "view"."""
    size = len(lows)
    for n, low in enumerate(lows):
        if low == "according" and lows[n + 1 : n + 2] == ["to"]:
            yield from _name_run(tokens, lows, n + 2, size - 1)
    for pattern in (_OPINION, _ALL_OF, _NAMED_ONLY):
        named = pattern.match(bare) if pattern is not _OPINION else pattern.search(bare)
        if named is None:
            continue
        words = name_words(next(filter(None, named.groups())))
        first = next((n for n, low in enumerate(lows) if words and low.removesuffix("'s") == words[0]), None)
        if first is not None:
            yield from _name_run(tokens, lows, first, min(size - 1, first + len(words) - 1))
    for n, low in enumerate(lows[:9]):
        if low in _AUXILIARY and kind != "who-said":
            ahead = range(n + 1, min(size, n + 9))
            verb = next((v for v in ahead if _lemma(lows[v]) in SAYING and lows[v] not in STOP_WORDS), None)
            if verb is not None:
                yield from _name_run(tokens, lows, n + 1, verb - 1)
    if lows and lows[0] not in WH_WORDS | _AUXILIARY:
        on = next((n for n, low in enumerate(lows[1:4], 1) if low in _ABOUT or _lemma(low) in SAYING), None)
        if on is not None and roster.find([low.removesuffix("'s") for low in lows[:on]]):
            yield 0, on - 1


def _name_run(tokens: list[str], lows: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words of a name or title within a slot; nothing for a slot that is a pronoun or too long to be a name."""
    while (
        first <= last
        and lows[first] in STOP_WORDS | {"then", "still", "really", "exactly", "actually"}
        and not tokens[first][0].isupper()
    ):
        first += 1
    end = first
    while end <= last and (lows[end] not in STOP_WORDS or lows[end] in ("of", "the", "and", "for")):
        end += 1
    while end > first and lows[end - 1] in STOP_WORDS:
        end -= 1
    if first < end <= first + 7 and not _ANYBODY.issuperset(lows[first:end]):
        yield first, end - 1
