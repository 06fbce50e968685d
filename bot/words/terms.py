"""Terms: what of a word counts for finding it, the same for questions and sentences.

Case, accents, possessives and quotation marks do not count; numbers stay whole; English words are stemmed (Snowball).
"""

import re

import Stemmer

from bot.patterns import lazily
from bot.words.places import COUNTRY, PEOPLE

_NAMES = {
    "united states": "america", "united kingdom": "britain", "united nations": "un", "european union": "eu",
    "prime minister": "pm", "prime ministers": "pm",
}  # fmt: skip
"""Names of two words that are as often written short."""
_WORD = (
    r"[^\W_](?:(?<=[UuEePp])(?:nited|uropean|rime)\s+(?:[Ss]tates|[Kk]ingdom|[Nn]ations|[Uu]nion|[Mm]inisters?)\b|"
    r"(?<=[A-Za-z])\.(?:[A-Za-z]\.)+|(?<!\d)[^\W_]*(?:(?:['’\u00ad]|-\r?\n[ \t]*(?=[a-z]))[^\W\d_]+)*|\d*(?:[.,:]\d+)*)"
)
_PLAIN = r"[A-DF-OQ-TV-Za-df-oq-tv-z][A-Za-z]*(?![\w'’.\u00ad-])"
"""Most words are of plain letters, with nothing behind them that goes on; they are found a quarter faster so."""
_TOKEN = re.compile(f"{_PLAIN}|{_WORD}")
_BROKEN = lazily(r"\u00ad|-\r?\n[ \t]*")
"""Where a line ends inside a word, or may."""
_WIDE = re.compile("[\u3040-\U0010ffff]")
_TOKEN_WIDE = lazily(rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|{_WORD}")
"""Where there are characters from Kana on, each of those of Japanese, Chinese and Korean is a token."""
_SHORT = {
    "ppl": "people", "govt": "government", "dept": "department", "natl": "national", "intl": "international",
    "info": "information", "yr": "year", "yrs": "years", "hr": "hour", "hrs": "hours", "mins": "minutes", "wk": "week",
    "approx": "approximately", "pls": "please", "tmrw": "tomorrow", "tv": "television", "tvs": "televisions",
    "photo": "photograph", "photos": "photographs", "phone": "telephone", "phones": "telephones", "bday": "birthday",
    "laboratory": "lab", "laboratories": "labs",
}  # fmt: skip
"""Words that are as often written short."""
_STEMMER = Stemmer.Stemmer("english")
_STEM = _STEMMER.stemWord
_ATORY, _LONG = "atori", 10
"""What Snowball leaves of -atory, where of -ate and -ation it leaves nothing, and how long a stem is that loses it."""

# Closed-class words of English; they count little, for they are everywhere.
STOP_WORDS = frozenset(
    """
    a about after else again all also am an and any anybody anyone anything are as at be because been before being
    below between both but by can could did do does doing down during each everybody everyone everything few for
    from further had has have having he her here hers herself him himself his i if in into is it its itself just
    me more most my myself no nobody nor not of off on once only or other our ours ourselves out over own same she
    should so some somebody someone something such than that the their theirs them themselves then there these
    they this those through to too under until up very was we were will with would you your yours yourself
    yourselves 's n't 'll 're 've 'd 'm don't doesn't didn't isn't wasn't aren't weren't won't wouldn't can't
    couldn't shouldn't it's that's there's what's who's he's she's i'm us shall may might must upon whether
    """.split()
)
WH_WORDS = frozenset(
    "how what when where which who whom whose why what's who's how's when's where's whos whats hows whens".split()
)
# Words that say what kind of answer is wanted rather than what it is about (research on question sets; see the README).
VAGUE_WORDS = frozenset(
    """
    according actually already altogether amount answer anymore anyway btw call called came come comes currently
    date day describe description did eventually ever exact exactly example explain finally gave get gets give given
    gives go goes going got happen happened happening happens have is kind lately like long made make makes many
    mention mentioned moment much name named names nowadays number often overall part people place please point
    presently quotation quotations quote quotes really reason recently right said say saying says sort summarise
    summarize summary take takes talk talked talks tell tells thing things think thinks told took type types use
    used want wanted wants way ways went year years yet
    """.split()
)
_UNMARKED = frozenset(
    """
    arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt ive shouldnt thats theres theyre theyve wasnt werent
    weve wont wouldnt youre youve
    """.split()
)
"""Small words whose apostrophe is often left out."""
STOP_WEIGHT, VAGUE_WEIGHT = 0.2, 0.4
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
    """.split(),
        2,
    )
}
_SPELLING = re.compile(
    r"(?<=[a-z]{3})is(?=(?:e[ds]?|ers?|ing|ations?)$)|(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ites?|hoods?)?$)"
)
_AMERICAN = {
    "centre": "center", "centres": "centers", "theatre": "theater", "theatres": "theaters", "metre": "meter",
    "metres": "meters", "defence": "defense", "licence": "license", "offence": "offense", "programme":
    "program", "programmes": "programs", "grey": "gray", "tyre": "tire", "tyres": "tires", "cheque": "check",
    "travelled": "traveled", "travelling": "traveling", "cancelled": "canceled", "labelled": "labeled",
    "catalogue": "catalog", "dialogue": "dialog", "aeroplane": "airplane",
}  # fmt: skip
"""British spelling -> American; with _SPELLING the regular rest (organise, colour)."""


_NO_COUNTRY = frozenset("us states kingdom polish turkey jordan chad".split())
"""Words that stand for a country only among others or in capitals."""


_CAPITALS = frozenset(word for word in STOP_WORDS | WH_WORDS if len(word) > 1 and word.isalpha() and word != "us")
"""Small words that in capitals are others: WHO, IT, ALL."""


class _Memo(dict[str, str]):
    """Token -> term, computed once."""

    def __missing__(self, token: str) -> str:
        term = _term(token)
        if len(self) < 500_000:
            self[token] = term
        return term


def _term(token: str) -> str:
    low = token.casefold().replace("’", "'")
    if token.isupper() and low in _CAPITALS:
        return token
    if not low.isalpha():
        low = _BROKEN.sub("", low)
        if low[0].isdigit():
            return low.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", low) else low.rstrip(".,:")
        if "." in low:
            low = low.replace(".", "")
            return str(_STEM(COUNTRY[low])) if low in COUNTRY else low + "."
        if name := _NAMES.get(" ".join(low.split())):
            return str(_STEM(name))
        low = low.removesuffix("'s").removesuffix("'")
    if not low.isascii():
        import unicodedata

        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)) or low
    low = _SHORT.get(low, low)
    if low in _NUMBERS:
        return _NUMBERS[low]
    if token.isupper() or low not in _NO_COUNTRY:
        one = low.removesuffix("s")
        low = COUNTRY.get(low) or (PEOPLE.get(one, low) if one not in _NO_COUNTRY else low)
    american = _AMERICAN.get(low)
    if american is None and ("is" in low or "our" in low):
        american = _SPELLING.sub(lambda ending: "iz" if ending[0] == "is" else "or", low)
    stem = str(_STEM(american or low))
    return stem.removesuffix(_ATORY) if len(stem) >= _LONG else stem


_MEMO = _Memo()


def stems(words: list[str]) -> list[str]:
    """The stems of words in small letters."""
    found: list[str] = _STEMMER.stemWords(words)
    return found


def _token(text: str) -> re.Pattern[str]:
    return _TOKEN if text.isascii() or not _WIDE.search(text) else _TOKEN_WIDE


def split_words(text: str) -> list[str]:
    """The words and numbers of `text`, in order."""
    return _token(text).findall(text)


def terms(text: str) -> list[str]:
    """The terms of `text` in order, one for each word or number."""
    return list(map(_MEMO.__getitem__, split_words(text)))


def term_spans(text: str) -> list[tuple[str, int, int]]:
    """Each term with where its word stands in `text`."""
    return [(_MEMO[match.group()], match.start(), match.end()) for match in _token(text).finditer(text)]


def weight(word: str) -> float:
    """How much a word of a question counts: 0 for question words, little for stop words, half for vague ones."""
    low = word.casefold().replace("’", "'")
    low = _SHORT.get(low, low)
    base = low.partition("'")[0]
    if base in WH_WORDS:
        return 0.0
    if (base in STOP_WORDS or base in _UNMARKED or low.endswith("n't")) and word != "US":
        return STOP_WEIGHT
    return VAGUE_WEIGHT if low in VAGUE_WORDS else 1.0
