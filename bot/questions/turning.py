"""How a line turns to something else: "no, I meant Li", "and Moss, what did she say?", "the ferry now. is it late"."""

import re

from bot.patterns import lazily
from bot.words import STOP_WORDS, VAGUE_WEIGHT, WH_WORDS, split_words, weight

_MEANT = r"i (?:meant?|said|want(?:ed)?(?! to\b)|was (?:asking|talking) about)"
_EXCUSE = (
    "no|nope|nah|sorry|oops|wait|actually|oh|ah|um|hm+|well|pardon|hang on|hold on|my bad|my mistake|"
    "wrong (?:guy|man|name|one|person|speaker|woman)"
)
_EXCUSING = "no nope nah sorry oops wait actually oh ah um hm hmm hmmm well pardon hang hold my wrong"
_NOT_THAT = "not (?:him|her|them|that|this|it)"
_SOMEBODY = r"(?:the )?[\w'’-]{1,40}(?: [\w'’-]{1,40}){0,2}"
_CORRECTION = lazily(
    rf"(?:(?:{_EXCUSE}),? )?(?:not (?!counting|including)|instead of |rather than ){_SOMEBODY}(?:[,.;:]| but) (.+)|"
    rf"({_SOMEBODY}), not (?!counting|including){_SOMEBODY}|"
    rf"(?:(?:{_EXCUSE}|{_NOT_THAT})[,.:;!-]*\s+)*{_MEANT}\s+(.+)|"
    rf"(?:{_EXCUSE})[,.:;!-]*\s+(.+?,? {_MEANT}(?:[,.;:] .+)?)|"
    rf"(?:(?:{_EXCUSE})(?:[,.:;!-]+\s+|\s+(?=the |{_NOT_THAT}))|(?:{_NOT_THAT})[,.:;!-]*\s+)+(.+)",
    re.IGNORECASE,
    needs=f"{_EXCUSING} not i instead rather",
)
_EXCUSES = lazily(rf"(?:(?:{_EXCUSE})[,.:;!-]*\s+){{2,4}}", re.IGNORECASE, needs=_EXCUSING)
"""Two of them are a correction, whatever comes behind: "wait no Li"."""
_AND_NOT = lazily(rf"(?: (?:itself|himself|herself|themselves))?(?:,? {_NOT_THAT})?$", re.IGNORECASE)
"""What may stand behind what is meant: "the union itself, not him"."""
_MEANT_BEHIND = lazily(rf",? {_MEANT}(?:[,.;:] *|$)", re.IGNORECASE)
ANYBODY = {
    **dict.fromkeys("boy chap dude fellow gentleman guy man".split(), "m"),
    **dict.fromkeys("girl lady woman".split(), "f"),
    **dict.fromkeys("one party person side".split(), ""),
}
"""Words that describe nobody further, with the gender they tell: "the other one, Ann Lee", "the Korean guy"."""
_NAME = 3
"""Words of a name that stands behind what is meant: "the other one, Ann Lee"."""
AWAY = r"(?:(?:and|but|now|ok|okay|so|then|(?:(?:go|going|switch) )?back to|switch to|on to|what about|how about),?\s+)"
"""How a line turns to somebody or something else, in front of that."""
_TURNING = lazily(rf"^{AWAY}+", re.IGNORECASE)
_TURNED = lazily(
    rf"(?P<away>{AWAY}+)?(?P<meant>[^,.:;!?]{{2,60}}?)"
    r"(?P<now>(?: (?:bit|part|story|thing))?(?: (?:now|then|again|next|first))?)"
    r"(?: (?:please|pls))?(?P<mark>[.:;!?-]+| -+|,) +"
    r"(?=(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|can|could|should)"
    r"(?:['’]?s)?\b)",
    re.IGNORECASE,
)
"""How it does so before a question: "the bridge now. who built it", "Sierra Leone - what does the minister say"."""
_MARKS = tuple(f"{mark} " for mark in ",.:;!?-")
OTHER = frozenset(["next", "other", "second"])
SHORTENED = lazily(
    r"(?:about|at|by|for|from|in|of|on|since|to|until|with) (?:which|what|whom?|how)\b(?: [\w'’-]+){0,2}", re.IGNORECASE
)
"""What asks for more of what was just told, without a verb: "from which ports"."""
_INSIDE = frozenset("a an and at from in of on the to with".split())
"""Small words that what a line turns to may have inside."""
_ASKED_OF = lazily(
    r"(?P<asked>.{0,200}?)\b(?P<pronoun>(?P<whose>his|their|its)|s?he|him|her|it|they|them|that|this|those|these)\b"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_MEANT_WORDS = 5
"""Words of what a line turns to."""


def corrected(bare: str) -> str | None:
    """What a line says it wants instead: "Li" of "no, I meant Li"; None where it corrects nothing."""
    excuses = _EXCUSES.match(bare)
    bare = bare[excuses.end() :] if excuses else bare
    found = _CORRECTION.fullmatch(bare)
    if not (found or excuses):
        return None
    meant = _AND_NOT.sub("", next(filter(None, found.groups())) if found else bare)
    rest = asked_anew(_MEANT_BEHIND.sub(", ", meant).strip(", "))
    head, _, named = rest.rpartition(", ")
    if len(named.split()) > _NAME or asks(named):
        return rest
    return f"{head} {named}".strip() if ANYBODY.keys().isdisjoint(bare_words(head)) else named


def turned(text: str) -> tuple[str, str]:
    """What a line turns to before it asks something, and what it asks: "the ferry", "is it late"."""
    found = _TURNED.match(text) if any(mark in text for mark in _MARKS) else None
    if found is None:
        return "", text
    words = bare_words(found["meant"])
    small = any(word in STOP_WORDS | WH_WORDS and word not in _INSIDE for word in words)
    tells = any(weight(word) > VAGUE_WEIGHT for word in words)
    other = next((word for word in words if word != "the"), "") in OTHER
    aside = other or found["away"] or found["now"] or (tells and not small and found["mark"] != ",")
    asked = text[found.end() :]
    its = found["mark"] == "," and _ASKED_OF.fullmatch(asked)  # "and Moss, what did she say?"
    return (found["meant"], asked) if aside and not its and 0 < len(words) <= _MEANT_WORDS else ("", text)


def asked_anew(text: str) -> str:
    """A question with what is named before it in place of its pronoun: "and Moss, what did she say?".

    Any other text as it is.
    """
    meant, asked = turned(text)
    if not meant and ", " in text:
        meant, _, asked = _TURNING.sub("", text, 1).partition(", ")
    return in_its_place(meant, asked)[1] or text


def in_its_place(meant: str, asked: str) -> tuple[str, str]:
    """The first pronoun of what is asked, and the question with what is meant in its place; empty where that fails."""
    asked = asked.removeprefix("and ").removeprefix("so ")
    words = [word for word in bare_words(meant) if word not in ("the", "a", "an")]
    found = _ASKED_OF.fullmatch(asked) if 0 < len(words) <= _MEANT_WORDS else None
    first, opens = "".join(bare_words(asked)[:1]), "".join(words[:1])
    if found is None or weight(opens) <= VAGUE_WEIGHT or first not in STOP_WORDS | WH_WORDS:
        return "", ""
    ending = "'s" if found["whose"] else ""
    return found["pronoun"].casefold(), f"{found['asked']}{meant}{ending}{found['rest']}"


def asks(text: str) -> bool:
    """Whether it begins with a question word."""
    return text.partition(" ")[0].casefold().strip(",") in WH_WORDS


def bare_words(bare: str) -> list[str]:
    """Its words in small letters, without apostrophes: people type "whos" and "thats"."""
    return [word.casefold().replace("’", "").replace("'", "") for word in split_words(bare)]
