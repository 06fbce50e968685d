"""The people and bodies that a document names: fullest name, titles, short names, roles.

A `Registry` is made once a document. It reads runs of capitalised words, tells titles from names, and joins what names
the same: "Alvi" is Arif Alvi, "the premier" is Li Keqiang, "UCU" the University and College Union.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from bot.speakers import tokens as k
from bot.speakers.given_names import FEMALE, MALE
from bot.speakers.lexicon import FEMALE_TITLES, HONORIFICS, MALE_TITLES, TITLES
from bot.speakers.tokens import TAGS

_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|Sgt|St|Hon|Rev|Jr|Sr|Cllr|Adm|Cmdr|Supt|Det|Sec)\."
)
_CAP = rf"(?:{_ABBREVIATION}|(?:[A-Z]\.)+|(?:al|el|as|ul|abd)-[A-Z]\w+|[^\W\d_a-zß-öø-ÿ][\w'’\-¬]*)"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|af|ter|zu|y|of|for|and|the|&)"
_RUN = re.compile(rf"{_CAP}(?:[,]?(?:\s|\\?_){{1,3}}(?:{_PARTICLE}\s+){{0,3}}{_CAP})*")
_WORD = re.compile(r"[^\s_\\]+")
_FUNCTION = (
    k.DETERMINER | k.PREPOSITION | k.CONJUNCTION | k.SUBORDINATOR | k.RELATIVE | k.PRONOUN | k.AUXILIARY | k.NEGATION
)
_FUNCTION |= k.ADVERB | k.TIME | k.OBJECT
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "mp", "phd", "md", "am", "ms", "mbe", "obe", "qc", "kc"])
_NICKNAMES = {
    "alex": "alexander", "andy": "andrew", "ben": "benjamin", "bernie": "bernard", "bill": "william", "bob": "robert",
    "charlie": "charles", "chris": "christopher", "dan": "daniel", "dave": "david", "dick": "richard", "don": "donald",
    "ed": "edward", "fred": "frederick", "greg": "gregory", "jack": "john", "jeff": "jeffrey", "jen": "jennifer",
    "jim": "james", "joe": "joseph", "ken": "kenneth", "kate": "katherine", "liz": "elizabeth", "matt": "matthew",
    "mike": "michael", "nick": "nicholas", "pat": "patrick", "pete": "peter", "ray": "raymond", "rick": "richard",
    "rob": "robert", "ron": "ronald", "sam": "samuel", "steve": "steven", "sue": "susan", "ted": "edward", "tim": "timothy",
    "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william", "algy": "algernon", "beth": "elizabeth",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or some body, while the document is being read."""

    words: tuple[str, ...]
    """The fullest name."""
    body: bool = False
    plural: bool = False
    gender: str = ""
    """ "m", "f" or "" when nothing tells."""
    titles: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Offsets of its mentions, in order."""
    aliases: dict[str, None] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of capitalised words that names somebody: its title, its name, where it stands."""

    start: int
    end: int
    title: str
    words: tuple[str, ...]
    body: bool


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).strip(".,'’*")


def fold(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold().replace(".", "").replace("’", "'") for word in words)


def parse_name(run: str) -> tuple[str, tuple[str, ...], bool]:
    """Title, name and whether it is a body, of a run of capitalised words: "Foreign Minister Wang Yi"."""
    words = [bare for word in _WORD.findall(run) if (bare := _bare(word))]
    lows = [word.casefold() for word in words]
    kinds = [TAGS.get(low, 0) for low in lows]
    bodies = [
        n
        for n, kind in enumerate(kinds)
        if (kind & k.BODY and not kind & k.TITLE) or lows[n] in ("bank", "house", "times")
    ]
    titles = [n for n, low in enumerate(lows) if low in TITLES and low not in _SUFFIXES]
    last = titles[-1] if titles else -1
    if last >= 0 and last + 1 < len(words) and lows[last + 1] in ("of", "for", "the", "and"):
        return _title_of(words, lows, last)
    if bodies and bodies[-1] > last and not (len(words) == 2 and lows[0] in MALE | FEMALE):
        return "", tuple(words), True
    if last == len(words) - 1:
        named = len(words) > 1 and not titles[:-1] and (lows[-2] in MALE or lows[-2] in FEMALE)
        return ("", tuple(words), False) if named else (" ".join(words), (), False)
    honorific = last
    while honorific >= 0 and lows[honorific] in HONORIFICS:
        honorific -= 1
    return " ".join(words[: honorific + 1]), tuple(words[last + 1 :]), False


def _title_of(words: list[str], lows: list[str], last: int) -> tuple[str, tuple[str, ...], bool]:
    """ "President of the French Republic Emmanuel Macron": the name is what follows the country or body."""
    rest = len(words) - 1
    for n in range(len(words) - 1, last, -1):
        if TAGS.get(lows[n], 0) & k.BODY or lows[n] in ("of", "the", "and", "for"):
            rest = n + 1 if lows[n] not in ("of", "the", "and", "for") else n + 2
            break
    if lows[rest - 1 : rest] and len(words) - rest > 3:
        rest = len(words) - 2
    name = words[rest:]
    if len(name) < 2:
        return " ".join(words), (), False
    return " ".join(words[:rest]), tuple(name), False


class Registry:
    """Everybody named in one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions: list[Mention] = []
        self._entities: dict[tuple[str, ...], Entity] = {}
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._roles: list[tuple[int, tuple[str, ...], Entity]] | None = None
        self._read()
        self._join()

    def _read(self) -> None:
        for run in _RUN.finditer(self.text):
            for piece, start in _pieces(run.group(), run.start()):
                mention = self._mention(piece, start)
                if mention:
                    self.mentions.append(mention)

    def _mention(self, run: str, start: int) -> Mention | None:
        first = _WORD.search(run)
        while first and TAGS.get(_bare(first.group()).casefold(), 0) & _FUNCTION and not first.group().endswith("."):
            low = _bare(first.group()).casefold()
            if low in TITLES or ((low in MALE or low in FEMALE) and first.end() < len(run) and low != "in"):
                break
            run, start = run[first.end() :], start + first.end()
            run, start = run.lstrip(" \n\r\t_\\,"), start + len(run) - len(run.lstrip(" \n\r\t_\\,"))
            first = _WORD.search(run)
        if not run or first is None:
            return None
        title, words, body = parse_name(run)
        if not words and not title:
            return None
        return Mention(start, start + len(run), title, words, body)

    def _join(self) -> None:
        """One entity for every name of several words; longer forms take in shorter ones with the same last name."""
        by_core: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if len(mention.words) > 1:
                by_core[fold(mention.words)].append(mention)
        for core in sorted(by_core, key=lambda words: (-len(words), by_core[words][0].start)):
            entity = self._fuller(core) or Entity(by_core[core][0].words, body=by_core[core][0].body)
            self._entities[core] = entity
            for mention in by_core[core]:
                self._note(entity, mention)
            for word in core:
                if entity not in self._by_word[word]:
                    self._by_word[word].append(entity)
        for mention in self.mentions:
            if len(mention.words) == 1 and (entity := self._by_surname(mention.words[0], mention.start, mention.title)):
                self._note(entity, mention)

    def _fuller(self, core: tuple[str, ...]) -> Entity | None:
        plain = [word for word in core if word not in _SUFFIXES]
        for entity in self._by_word.get(plain[-1] if plain else core[-1], ()):
            longer = [word for word in fold(entity.words) if word not in _SUFFIXES]
            if entity.body and not set(plain) <= set(longer):
                continue
            if longer[-1] == plain[-1] and (_same_first(plain[0], longer[0]) or set(plain) <= set(longer)):
                return entity
            if set(plain) <= set(longer) and longer[0] == plain[0] and not entity.body:
                return entity
        return None

    def _note(self, entity: Entity, mention: Mention) -> None:
        entity.places.append(mention.start)
        if mention.title and mention.title not in entity.titles and not mention.body:
            entity.titles.append(mention.title)
        surface = " ".join(mention.words)
        if surface != entity.name:
            entity.aliases[surface] = None
        if entity.name.isupper() and not surface.isupper() and len(mention.words) >= len(entity.words):
            entity.words = mention.words
        entity.gender = entity.gender or _gender(self.text, mention)

    def _by_surname(self, word: str, at: int, title: str = "") -> Entity | None:
        """The entity that one word of a name stands for: last names before first names, the latest named before."""
        low = fold((word,))[0]
        candidates = self._by_word.get(low, ())
        if not candidates:
            return None
        gender = _title_gender(title)

        def rank(entity: Entity) -> tuple[bool, bool, bool, int]:
            folded = [part for part in fold(entity.words) if part not in _SUFFIXES]
            before = [place for place in entity.places if place < at]
            near = at - before[-1] if before else 10**9 + (entity.places[0] if entity.places else 0)
            wrong = bool(gender and entity.gender and gender != entity.gender)
            return wrong, folded[-1] != low, folded[0] != low, near

        best = min(candidates, key=rank)
        return None if best.body and not _short_for(low, best) else best

    def find(self, words: tuple[str, ...], at: int, title: str = "") -> Entity:
        """The entity that a name stands for at offset `at`, made anew when nothing longer is known."""
        core = fold(words)
        entity = self._entities.get(core)
        if entity is None and len(words) == 1:
            entity = self._by_surname(words[0], at, title) or self._acronym(words[0])
        if entity is None and len(words) > 1:
            entity = self._fuller(core)
        if entity is None:
            entity = Entity(words, places=[at])
            if title:
                entity.titles.append(title)
            entity.gender = _title_gender(title) or _given_gender(words)
            self._entities[core] = entity
        return entity

    def _acronym(self, word: str) -> Entity | None:
        if not (word.isupper() and 2 <= len(word) <= 8):
            return None
        for entity in self._entities.values():
            initials = "".join(part[0] for part in entity.words if part[0].isupper())
            if len(entity.words) > 1 and initials == word:
                return entity
        return None

    def gender(self, entity: Entity) -> str:
        return entity.gender or _given_gender(entity.words)

    def by_role(self, role: str, at: int) -> Entity | None:
        """The person whom a definite description names: "the Chinese premier", "The Minister"."""
        wanted = [_role(word) for word in re.findall(r"[\w'’\-]+", role)]
        wanted = [word for word in wanted if not TAGS.get(word, 0) & (k.DETERMINER | k.PREPOSITION) or word == "state"]
        if not wanted:
            return None
        if self._roles is None:
            self._roles = self._find_roles()
        head = _head(role)
        best: tuple[tuple[int, int], Entity] | None = None
        for place, words, entity in self._roles:
            if head not in words:
                continue
            shared = sum(word in words for word in wanted)
            near = max((p for p in entity.places if p < at), default=-place)
            key = (shared, near)
            if best is None or key > best[0]:
                best = (key, entity)
        return best[1] if best else None

    def _find_roles(self) -> list[tuple[int, tuple[str, ...], Entity]]:
        roles: list[tuple[int, tuple[str, ...], Entity]] = []
        for mention in self.mentions:
            if not mention.words or mention.body:
                continue
            entity = self.find(mention.words, mention.start, mention.title)
            for text in (mention.title, _before(self.text, mention.start), _after(self.text, mention.end)):
                words = tuple(_role(word) for word in re.findall(r"[\w'’\-]+", text))
                if any(TAGS.get(word, 0) & (k.ROLE | k.TITLE) or word in _SAME_ROLE.values() for word in words):
                    roles.append((mention.start, words, entity))
        return roles

    def title_of(self, entity: Entity) -> str | None:
        """The fullest title before or behind a mention of its name."""
        if entity.titles:
            return max(entity.titles, key=len)
        for mention in self.mentions:
            if mention.start in entity.places:
                before = _before(self.text, mention.start)
                if before:
                    return before
                after = _after(self.text, mention.end)
                if after:
                    return after
        return None


_SAME_ROLE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "premier": "minister", "pm": "minister", "congressman": "representative", "congresswoman": "representative", "rep": "representative",
    "sen": "senator", "gov": "governor", "gen": "general", "councilman": "councillor", "cllr": "councillor", "adviser": "advisor",
    "cofounder": "founder", "co-founder": "founder",
}  # fmt: skip


def _role(word: str) -> str:
    low = _bare(word).casefold()
    return _SAME_ROLE.get(low, low)


def _head(role: str) -> str:
    """The head noun of a description: the last word before a preposition."""
    words = re.findall(r"[\w'’\-]+", re.split(r"\s(?:of|for|from|at|in|on|with|who|and)\s", role, maxsplit=1)[0])
    head = _role(words[-1]) if words else ""
    if head == "head" and re.search(r"head of state", role, re.IGNORECASE):
        return "president"
    return head


_BEFORE = re.compile(r"((?:[\w'’\-]+ ){1,8})$")
_AFTER = re.compile(
    r",? \(([^()]{2,60})\)|, (?:an? |the |its |his |her |their )?([^,.;:()“”\"]{3,90})(?=[,.;:]| who\b| said\b)"
)


def _before(text: str, start: int) -> str:
    """Role words in small letters before a name: "state advocate | Yuri Gangai"."""
    match = _BEFORE.search(text, max(0, start - 90), start)
    if match is None:
        return ""
    words = match.group(1).split()
    if not TAGS.get(words[-1].casefold(), 0) & (k.ROLE | k.TITLE):
        return ""
    first = len(words) - 1
    while first > 0:
        tag = TAGS.get(words[first - 1].casefold(), k.WORD)
        if tag & (_FUNCTION | k.VERB | k.CUE) and not tag & (k.ROLE | k.TITLE):
            break
        first -= 1
    return " ".join(words[first:])


def _after(text: str, end: int) -> str:
    """A role in apposition behind a name: "Le Thu Thuy, | SeABank's Vice Chairwoman"."""
    match = _AFTER.match(text, end, end + 120)
    if match is None:
        return ""
    words = (match.group(1) or match.group(2)).split()
    head = re.split(r"\s(?:of|for|at|in|on|with|and)\s", " ".join(words), maxsplit=1)[0].split()
    if (
        not head
        or not TAGS.get(_bare(head[-1]).casefold(), 0) & (k.ROLE | k.TITLE)
        or TAGS.get(words[0].casefold(), 0) & (k.AUXILIARY | k.PREPOSITION)
    ):
        return ""
    return " ".join(words)


def _pieces(run: str, start: int) -> list[tuple[str, int]]:
    """A run cut where "and", "of", "for" or a comma joins two names rather than the parts of one."""
    if not re.search(r"\s(?:of|for|and|the|&)\s|,", run):
        return [(run, start)]
    body = any(TAGS.get(_bare(word).casefold(), 0) & (k.BODY | k.TITLE) for word in run.split())
    pattern = r",\s*(?!Jr|Sr|II)" + ("" if body else r"|\s(?:of|for|and|the|&)\s+(?:the\s+)?")
    pieces: list[tuple[str, int]] = []
    at = 0
    for match in re.finditer(pattern, run):
        pieces.append((run[at : match.start()], start + at))
        at = match.end()
    pieces.append((run[at:], start + at))
    return [(piece, place) for piece, place in pieces if piece]


def _same_first(a: str, b: str) -> bool:
    """Whether two first names can be one person's: equal, an initial, or a known short form."""
    a, b = a.strip("."), b.strip(".")
    if a == b or _NICKNAMES.get(a, a) == _NICKNAMES.get(b, b):
        return True
    return (len(a) == 1 or len(b) == 1) and a[0] == b[0]


def _short_for(low: str, entity: Entity) -> bool:
    """Whether one word can stand for a body: "American" for American Airlines, not "Bank" for the World Bank."""
    return fold(entity.words)[0] == low and not TAGS.get(low, 0) & (k.BODY | k.TITLE)


def _title_gender(title: str) -> str:
    for word in title.casefold().replace(".", "").split():
        if word in MALE_TITLES:
            return "m"
        if word in FEMALE_TITLES:
            return "f"
    return ""


def _given_gender(words: tuple[str, ...]) -> str:
    first = words[0].casefold().split("-")[0].strip(".") if words else ""
    return "m" if first in MALE else "f" if first in FEMALE else ""


def _gender(text: str, mention: Mention) -> str:
    head = text[max(0, mention.start - 12) : mention.start] + text[mention.start : mention.end]
    titles = re.findall(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|Madam|King|Queen|Prince|Princess)\b", head)
    if titles:
        return "m" if titles[0] in ("Mr", "Sir", "Lord", "King", "Prince") else "f"
    return _title_gender(mention.title) or (_given_gender(mention.words) if len(mention.words) > 1 else "")
