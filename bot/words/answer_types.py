"""What a sentence that answers has in it: a date for "when", a sum of money for "how much".

Patterns as text: most questions want none of them, and `re` keeps those that were used.
"""

_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_MAY = r"May \d{1,4}|(?:\d|by|early|in|last|late|next|of|since|this|until) May"
"""Alone it may be a wish or a name."""
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIMES = (
    rf"{_MONTHS}|{_MAY}|{_DAYS}|"
    "Christmas|Easter|Ramadan|yesterday|today|tomorrow|week|month|year|night|morning|ago"
)
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|"
    "half|third|quarter|both|several"
)
_TENS = "(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_AMOUNT = rf"(?:(?<!\d)\d[\d.,]{{0,15}}|\b(?:{_NUMBERS}|{_TENS}|an?|few|many)(?=[ -]))"
_PERIODS = "second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie)"
_PEOPLE = (
    r"[\w’'-]{1,20}(?:ers|ors|ists|ians|ees|[a-z]ants|men)|adults|children|civilians|couples|delegates|families|fans|guests|"
    "households|individuals|members|patients|people|persons|pupils|residents|souls|staff|students|troops|victims"
)
"""Who does something or belongs somewhere often ends so: "homeowners"."""
_CURRENCIES = "dollars?|pounds?|euros?|cents?|yuan|yen|rupees?|rand|francs?|shillings?|pence"
_NO_SPAN = r"(?<!\bpast )(?<!\blast )(?<!\bnext )(?<!\bfor )(?<!\bin )(?<!\bwithin )(?<!\bafter )(?<!\bevery )"
"""What no age stands behind: "in the past two months"."""
_HEIGHTS = (
    "feet|foot|ft|inch(?:es)?|(?:centi|milli|kilo)?met(?:er|re)s?|[ckm]?m|kms|miles?|yards?|"
    "storeys?|stor(?:y|ies)|floors?"
)
_LENGTHS = rf"{_HEIGHTS}|blocks?|steps?|light years?"
_WEIGHTS = "tons?|tonnes?|kgs?|kilos?|kilogram(?:me)?s?|grams?|pounds?|lbs?|ounces?|oz"
_UNITS = (
    rf"{_LENGTHS}|{_WEIGHTS}|acres?|hectares?|kilo\w{{2,9}}|lit(?:er|re)s?|gallons?|degrees?|mph|[KMGT]i?B?|people|members|"
    "%|per ?cent|[mb]illion|"
    "bags?|barrels?|bottles?|boxes|cups?|glass(?:es)?|loads?|pints?|quarts?|slices?|spoons?|spoonfuls?"
)
_BETWEEN = r"[ -]?(?:(?:square|cubic|and|a|half|to|or|\d{1,9})[ -]){0,3}"

_MONEY = (
    rf"[$€£¥₹¢₦₱₵₩]\s?\d|\b(?:CHF|CNY|EUR|GBP|INR|JPY|[KTU]?[Ss]h|RM|Rs|USD?)\.?[ $]?\d|\b[NR]\d{{1,3}},\d{{3}}"
    rf"|{_AMOUNT} (?:\w{{1,9}} )?(?:{_CURRENCIES}|%|per ?cent|[mbtr]{{1,2}}illion(?! \w+ing\b))(?!\w)"
)
_SIZE = rf"(?<![$€£¥₹.,-]){_AMOUNT}{_BETWEEN}(?:{_UNITS})(?!\w)"

REASON = (
    r"\b(?:because|since|due to|owing to|thanks to|so that|in order|therefore|as a result|reasons?"
    r"|amid|blam(?:e[ds]?|ing)|caused|driven by|prompted|in response to|for fear|(?:row|dispute|quarrel) over"
    r"|over (?:claims|fears|concerns)|(?:is|was|['’]s) why)\b"
)
"""What a reason is told with."""
WANTED = {
    "when": rf"\b(?:{_TIMES}|\d{{1,2}}[:.]\d{{2}}|(?:1[5-9]|20)\d{{2}}|[ap]\.?m)\b",
    "where": rf"\b(?:in|at|to|from|near|on) (?:the )?(?!(?:{_MONTHS}|May|{_DAYS})\b)[A-Z]",
    "how-many": rf"\d|\b(?:{_NUMBERS})\b",
    "who": r"\b[A-Z][\w’'-]{0,30} (?:(?:[A-Z]\.|al|bin|de|van) ){0,2}[A-Z][\w’'-]+",
    "why": rf"{REASON}|\bto \w",
}
"""By the answer that a question wants."""
MEASURED = {
    "how-long": rf"{_AMOUNT}\)?[ -](?:(?:and|a|more|full|whole|half|of) ){{0,3}}(?:{_PERIODS})s?\b(?![ -]old)"
    rf"|\b(?:until|till|since|through|between) |{_AMOUNT}{_BETWEEN}(?:{_LENGTHS})(?!\w)",
    "how-old": rf"{_NO_SPAN}\b\d{{1,3}}"
    r"(?: (?:day|month|week|year)s?\b(?! (?:ago|earlier|later)\b)|-(?:day|month|week|year)s?-old)"
    r"|[,(] ?\d{1,3}[,.)](?!\d)|\b(?:age|aged|are|at|is|of|turn(?:ed|ing|s)?|was|were)(?: just| only)? \d{1,3}\b"
    rf"(?![.,:]\d| [ap]\.m| (?:{_MONTHS}|May|per ?cent|[mb]illion)\b|%| feet\b"
    r"| (?!(?:as|has|his|is|was)\b)[A-Za-z]+s\b)"
    rf"|{_NO_SPAN}\b(?:{_NUMBERS})\b.{{0,12}}\b(?:years?|months?)\b|\b(?:{_TENS})\b",
    "how-big": _SIZE,
    "how-high": rf"{_MONEY}|{_SIZE}",
    "how-tall": rf"{_AMOUNT}{_BETWEEN}(?:{_HEIGHTS})(?!\w)|\d['′]",
    "how-heavy": rf"{_AMOUNT}{_BETWEEN}(?:{_WEIGHTS})(?!\w)",
    "how-hot": rf"{_AMOUNT}{_BETWEEN}degrees?(?!\w)|\d ?°",
    "how-fast": rf"{_AMOUNT}{_BETWEEN}(?:{_LENGTHS})(?: an?\b|/| per\b)|\b(?:mph|kmh|kph|knots)\b"
    r"|\d ?%|\b(?:every|per|a) (?:second|minute|hour)\b|\btimes (?:faster|quicker)\b",
    "how-many-people": rf"(?:(?<!\d)\d[\d.,]{{0,15}}|\b(?:{_NUMBERS}|{_TENS}))(?:[ -][\w’'-]{{1,20}}){{0,2}}[ -]"
    rf"(?:{_PEOPLE})\b",
    "how-far": rf"{_SIZE}|{_AMOUNT}[ -](?:{_PERIODS})s?\b",
    "how-often": r"\b(?:once|twice|every|each|times|matches|games|occasions|trips|visits|daily|weekly|monthly|yearly)\b"
    r"|\bannual(?:ly)?\b|\bper\b|\ba (?:day|week|month|year)\b",
    "how-much": _MONEY,
    "amount": rf"{_MONEY}|{_SIZE}",
    "what-share": r"\d ?%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth|majority|most|two-thirds|one in \w+)\b",
    "what-time": r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|o['’]clock|\bnoon\b|\bmidnight\b",
    "what-month": rf"\b(?:{_MONTHS}|May)\b",
    "what-colour": r"\b(?:black|white|red|green|blue|yellow|brown|gr[ae]y|orange|pink|purple|violet|golden|silver)\b",
    "what-year": r"(?<![\d.,])(?:1[0-9]|20)\d{2}s?(?![.,]?\d)\b",
}
"""By what it wants to have measured; case does not count."""

FACTS = frozenset(
    """
    age birthday birthplace born boyfriend brother built capital citizenship color colour currency daughter degree
    father forecast founded girlfriend height hobby husband inhabitants invented married mother nationality nickname
    parents pet population profession raining recipe religion rent salary siblings sister snowing son spouse surname
    ticket tickets university weather wife zodiac monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Words for what a register holds: a text that tells such a fact has the word itself, or one of its meaning."""
