"""What each word of a question counts: question words nothing, small ones little, names that look like those fully."""

from bot.patterns import lazily
from bot.questions.wordings import AUXILIARY, SAYING, lemma
from bot.words import COMMON, STOP_WEIGHT, STOP_WORDS, WH_WORDS, Known, Lexicon, near, split_words, stems, terms, weight

REPAIRED = 0.8
"""What a term counts whose spelling was repaired."""
LEAST_VERBATIM = 4
"""Small words in a row that are looked for as they stand."""
_CLOSED = Lexicon((word, 0.0) for word in STOP_WORDS | WH_WORDS)
_INFLECTED = (
    ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("er", ""), ("ers", ""), ("ly", ""),
    ("ies", "y"), ("ied", "y"),
)  # fmt: skip
_QUOTED = lazily(r"[“\"]([^“”\"]{3,300})[”\"]")


def quoted(bare: str) -> frozenset[str]:
    """The words that a question puts in quotation marks, in small letters."""
    return frozenset(word.casefold() for phrase in _QUOTED.findall(bare) for word in split_words(phrase))


def verbatim(tokens: list[str], lows: list[str]) -> bool:
    """Whether a question is a run of small words and asks nothing: "to be or not to be"."""
    small = all(weight(token) <= STOP_WEIGHT for token in tokens)
    asks = not AUXILIARY.isdisjoint(lows[:2])
    return small and not asks and len(set(lows)) >= LEAST_VERBATIM and WH_WORDS.isdisjoint(lows)


def weighed(token: str, low: str, known: Known, *, inside: bool) -> tuple[str, float]:
    """The term of a word and what it counts, its spelling repaired where no document has it.

    `inside` a question a capital tells a name from the small word it looks like: "Theresa May", "the Just Fund".
    """
    term, share = terms(token)[0], weight(token)
    if share <= STOP_WEIGHT and term in known and _is_name(token, inside=inside):
        return term, 1.0
    if share <= STOP_WEIGHT or term in known:
        return term, share
    if len(low) in (3, 4) and near(low, _CLOSED):
        return term, 0.0
    closest = near(low, known, stems) if len(low) > 4 and not common(low) else None
    return (closest, share * REPAIRED) if closest else (term, share)


def _is_name(token: str, *, inside: bool) -> bool:
    """Whether its capitals tell that what looks like a small word is none."""
    return len(token) > 1 and (token.isupper() or (inside and token[0].isupper()))


def common(low: str) -> bool:
    """Whether a word that the documents do not have is known to be one all the same."""
    return (
        low in COMMON
        or lemma(low) in SAYING
        or any(low.endswith(ending) and low.removesuffix(ending) + added in COMMON for ending, added in _INFLECTED)
    )
