"""What a question asks: its kind, the answer it wants, the speaker it names, and its weighted terms."""

import re

from bot.index import Grounds, name_words, spelt_out_offices
from bot.patterns import lazily
from bot.questions.asked import Asked, excluding, holding, mentioned, strange, who_is, whose
from bot.questions.describing import described
from bot.questions.hyphens import as_written
from bot.questions.measures import measure, measured_as
from bot.questions.question import Question
from bot.questions.scope import scope, turned_to
from bot.questions.turning import in_its_place
from bot.questions.weighing import quoted, verbatim, weighed
from bot.questions.wordings import ASKING, DO, OPINION, PRONOUNS, SAYING, asks_who_said, form, lemma, wanted
from bot.words import VAGUE_WEIGHT, split_words, terms, weight

SPELT_OUT = 1.5
"""What a word counts that an acronym of the question is short for."""
_ACRONYMS = 10
"""Acronyms of a question that are spelt out."""
SHORT_FOR = 0.8
"""What an acronym counts beside a word of what it is short for."""
_LOOKED_AT = 20
_IN_BRACKETS = lazily(r"((?:[A-Z][\w-]{1,30} (?:(?:of|and|the|for) ){0,2}){1,6})\(([A-Z]{2,7})\)")
"""A name and, in brackets, the letters that it is short for."""
_OF_FACTS = ("who", "when", "where")
"""Answers that no words of a speaker are asked for with: "Who did she talk to?"."""
_SEES_IT = [[verb, what] for verb in ("feel", "judge", "see", "view") for what in ("it", "that", "things", "this")]
"""How a question for somebody's opinion ends that has no topic of its own."""
_TYPED = {
    "abt": "about", "b4": "before", "coz": "because", "cuz": "because", "teh": "the", "thru": "through", "u": "you",
    "wat": "what", "wot": "what", "ya": "you",
}  # fmt: skip
"""How people type small words."""
_DENIES = lazily(
    r"^(?:who(?: all)?|which (?:of them|ones?|people|speakers?)) "
    r"(?:(?:did not|didn['’]?t|does not|doesn['’]?t|never|has not|hasn['’]?t) (?:even )?"
    r"(?:mention|say|speak|talk|comment|refer|address|discuss)(?:ed|s)?|"
    r"(?:said|says|had|has) (?:nothing|not a word|no word)|(?:kept|was|stayed|remained|is) (?:silent|quiet))\b",
    re.IGNORECASE,
    needs="not didn doesn hasn never nothing word silent quiet",
)
_MEANING = lazily(
    r"\b(?:stands? for|short for|mean|meaning of|abbreviation|acronym|spelt out|spelled out)\b",
    re.IGNORECASE,
    needs="stand stands short mean meaning abbreviation acronym spelt spelled",
)


def understand(text: str, grounds: Grounds, topic: str = "") -> Question:
    """Reads one question by itself; `topic` is what the line turned to before it."""
    known = grounds.index.idf
    turned = turned_to(topic, grounds)
    text, rest = _asked_of(topic, text, turned.rest, grounds)
    documents, bare, elsewhere = scope(text.strip().rstrip("?!. "), grounds)
    excluded, bare = excluding(bare, grounds)
    bare = bare.lower() if bare.isupper() and " " in bare else bare
    bare = "wh" + bare if bare.startswith("y ") else bare
    bare = f"{' '.join(_TYPED.get(word, word) for word in bare.split())} ".replace(" the us ", " the US ").rstrip()
    tokens = as_written(split_words(bare), bare, grounds)
    lows = [token.casefold().replace("’", "'") for token in tokens]
    want, at = wanted(lows)
    kind = form(bare, lows) or ("who-said" if asks_who_said(lows, want, at) else want)
    office = holding(lows, at, grounds) if kind == "who-said" else Asked()
    asked = whose(bare, tokens, lows, grounds) if kind == want else office
    if want in _OF_FACTS and asked.speakers and not _tells(tokens, asked.named):
        asked = Asked()
    if kind != "who-said" and (asked.speakers or asked.unknown or asked.pronoun is not None):
        kind = "what-said"
    measured = measure(lows, want, at)
    asks = " to know" in bare or (kind == "who-said" and any(lemma(low) in ASKING for low in lows[at + 1 : at + 4]))
    does = asked.named and not DO.isdisjoint(lows[: asked.named.start]) and not lows[asked.named[-1]].endswith("'s")
    in_marks, small = quoted(bare), verbatim(tokens, lows)
    weights: dict[str, float] = {}
    order: list[str] = []
    spelt: dict[str, str] = {}
    for n, token in enumerate(tokens):
        if n in asked.named:
            continue
        term, share = (terms(token)[0], 0.0) if n == measured else weighed(token, lows[n], known, inside=n > 0)
        if small or lows[n] in in_marks:
            share = 1.0
        of_one = asked.speakers or (asked.pronoun is not None and lows[n + 1 :] != ["for"])
        if of_one and lemma(lows[n]) in ASKING:
            asks, share = True, min(share, VAGUE_WEIGHT)
        if asked.speakers and lows[n:] in _SEES_IT:
            share = VAGUE_WEIGHT
        if asked.speakers and OPINION.fullmatch(token) and not (does and n == asked.named.stop):
            share = min(share, VAGUE_WEIGHT)
        weights[term] = max(weights.get(term, 0.0), share)
        spelt.setdefault(term, token)
        order.append(term)
    for word in split_words(rest):
        weights.setdefault(terms(word)[0], weight(word))
        spelt.setdefault(terms(word)[0], word)
    heard = (
        asked.speakers and want not in (*_OF_FACTS, "yes-no") and all(terms(tokens[n])[0] in known for n in asked.named)
    )
    unsaid = {term for term, word in spelt.items() if heard and term not in known and lemma(word.casefold()) in SAYING}
    if not any(share > VAGUE_WEIGHT + 0.05 for term, share in weights.items() if term not in unsaid):
        kind = "speaker" if asked.speakers else "overview" if documents and kind in ("what", "topic") else kind
    person = who_is(bare, grounds) if kind == want in ("who", "what") else frozenset()
    meaning = _MEANING.search(bare)
    question = Question(
        bare if elsewhere else text,
        "who-is" if person else kind,
        want,
        weights,
        measure=measured_as(lows, want, at),
        speakers=tuple(sorted(asked.speakers)),
        about=tuple(sorted(person or mentioned(lows, grounds) - asked.speakers)),
        unknown=asked.unknown,
        unheard=asked.unheard,
        silent=asked.silent,
        pronoun=asked.pronoun,
        spelt=spelt,
        words=tuple(order),
        absent="" if asked.speakers else strange(" ".join(tokens), known),
        acronyms=tuple(
            dict.fromkeys(
                token
                for token in tokens
                if token.isupper() and 1 < len(token) < 7 and (meaning or terms(token)[0] not in known)
            )
        )[:_ACRONYMS],
        asks_question=asks,
        excluded=tuple(sorted(excluded)),
        verbatim=small,
        denies=bool(_DENIES.search(bare)),
        documents=documents or turned.documents,
        elsewhere=elsewhere or turned.elsewhere,
        by_name=asked.by_name,
        named=tuple(lows[n].removesuffix("'s") for n in asked.named),
    )
    return _unfolded(question, grounds)


def _asked_of(topic: str, text: str, rest: str, grounds: Grounds) -> tuple[str, str]:
    """A question of what the line turned to before it, in place of its pronoun, and the words of that left to look for.

    "The pub now. how long has she had it" asks nothing of the pub, which is no person.
    """
    pronoun, anew = in_its_place(topic, text)
    person = (
        not PRONOUNS.get(pronoun) or grounds.roster.exactly(name_words(topic)) or described(name_words(topic), grounds)
    )
    return (anew, "") if anew and person else (text, rest)


def _unfolded(question: Question, grounds: Grounds) -> Question:
    """With the words that its acronyms are short for, and the acronyms of its words, where the documents have them."""
    full = [words for acronym in question.acronyms if (words := grounds.spelt_out(acronym))]
    found = dict.fromkeys(terms(" ".join(full)), SPELT_OUT)
    for term, share in question.terms.items():
        if share > VAGUE_WEIGHT and not question.acronyms:
            found.update(dict.fromkeys(sorted(_short_for(term, grounds)), share * SHORT_FOR))
        if share > VAGUE_WEIGHT and term not in grounds.index.idf:
            found.update(dict.fromkeys(terms(" ".join(spelt_out_offices([question.spelt[term].casefold()]))), share))
    new = {term: share for term, share in found.items() if term not in question.terms}
    return question._replace(terms={**question.terms, **new}, words=(*question.words, *terms(" ".join(full))))


def _short_for(term: str, grounds: Grounds) -> set[str]:
    """The terms of acronyms behind names that end with the word: "(CPEC)" for "corridor"."""
    rows = grounds.index.rows_of(term, most=_LOOKED_AT).tolist()
    grounds.collection.read(rows)
    return {
        terms(match[2])[0]
        for row in rows
        if "(" in (words := grounds.collection.words(row))
        for match in _IN_BRACKETS.finditer(words)
        if term == terms(match[1])[-1]
    }


def _tells(tokens: list[str], named: range) -> bool:
    """Whether a question tells something beside the name that it asks for and that somebody speaks at all."""
    beside = [token for n, token in enumerate(tokens) if n not in named]
    return any(weight(token) > VAGUE_WEIGHT and lemma(token.casefold()) not in ("speak", "talk") for token in beside)
