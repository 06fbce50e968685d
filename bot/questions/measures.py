"""What the answer to a question is measured in, told from its words: a length of time, a sum, a height."""

from bot.questions.wordings import AUXILIARY, DAYS, MEASURES, PLACES_ASKED, SAYING, lemma
from bot.words import PEOPLE, STOP_WORDS

_DEGREES = {
    "long": "how-long", "old": "how-old", "often": "how-often", "much": "how-much",
    **dict.fromkeys("big large small low".split(), "how-big"),
    "high": "how-high", **dict.fromkeys("tall deep wide".split(), "how-tall"),
    "far": "how-far", "heavy": "how-heavy", "fast": "how-fast", **dict.fromkeys(["hot", "cold"], "how-hot"),
    "expensive": "how-much",
}  # fmt: skip
"""By the word behind "how"."""
_MEASURED = {
    "time": "what-time", "hour": "what-time", "month": "what-month", "year": "what-year",
    "colour": "what-colour", "color": "what-colour",
    **dict.fromkeys("percentage percent share proportion fraction".split(), "what-share"),
}  # fmt: skip
"""By the word behind "what" or "which"."""
_NOUNS = {
    "money": "how-much", "cash": "how-much", "time": "how-long", "times": "how-often",
    **dict.fromkeys("kg kilos kilograms tons tonnes".split(), "how-heavy"),
    **dict.fromkeys("feet inches km kilometers kilometres meters metres miles yards".split(), "how-far"),
    **dict.fromkeys("dollars euros".split(), "how-much"), **dict.fromkeys(["percent", "percents"], "what-share"),
    **dict.fromkeys("men people persons women".split(), "how-many-people"),
    **dict.fromkeys("seconds minutes hours days nights weeks months years decades centuries".split(), "how-long"),
}  # fmt: skip
"""By the word behind "how much" or "how many"."""
_SIZES = {
    "age": "how-old", "height": "how-tall", "distance": "how-far", "speed": "how-fast", "temperature": "how-hot",
    **dict.fromkeys("cost fee fine price salary".split(), "how-much"),
    **dict.fromkeys(["colour", "color"], "what-colour"),
}  # fmt: skip
"""By the word behind "what is the"."""
_AROUND_SIZE = AUXILIARY | {"the", "a", "his", "her", "its", "their", "final", "total", "exact"}


def measure(lows: list[str], want: str, at: int) -> int | None:
    """Where a word stands that only says what is wanted: "day" in "on what day", "town" in "in which town"."""
    measures = {"when": DAYS, "where": PLACES_ASKED, "how-many": MEASURES}.get(want, ())
    return at + 1 if any(low in measures for low in lows[at + 1 : at + 2]) else None


def measured_as(lows: list[str], want: str, at: int) -> str:
    """What the answer is measured in, by the words behind the question word: "how-long"; "" for none of these."""
    if want == "what" and lows[-1] in ("cost", "costs", "paid", "pay", "worth"):
        return "how-much"
    if want == "what":
        size = next((low for low in lows[at + 1 : at + 5] if low not in _AROUND_SIZE), "")
        if size in _SIZES:
            return _SIZES[size]
    there, noun = (*lows[at + 1 : at + 3], "", "")[:2]
    if lows[at : at + 1] not in (["how"], ["what"], ["which"]) or want == "topic":
        return ""
    if there in ("many", "much") and noun in _NOUNS:
        return _NOUNS[noun]
    if there == "many" and noun.removesuffix("s") in PEOPLE:
        return _NOUNS["people"]
    of_money = noun in AUXILIARY or noun in STOP_WORDS or not noun or lemma(noun) in SAYING
    return (
        "amount" if there == "much" and not of_money else (_DEGREES if lows[at] == "how" else _MEASURED).get(there, "")
    )
