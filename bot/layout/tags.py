"""Tags: clauses behind a quotation that only say whose it was, so that they belong to its sentence.

`“Is it shut?” Ted Hall, 45, asked the guard.` is one sentence; `“Is it shut?” Ted Hall asked that it be opened.` is
two. The verb tells, and what it takes. With a personal name any verb will do if it stands alone: `“Shut!” Hall fumed.`
"""

from bot.layout.marks import MARKS
from bot.layout.stamps import TIMES
from bot.patterns import lazily
from bot.words import ADDRESS, MANNER, SAY, inflected

_FORMS = {form: lemma for form, (lemma, kind) in inflected(SAY | ADDRESS | MANNER).items() if kind in ("past", "third")}
_TOKEN = lazily(
    r"(?:Capt|Col|Dr|Gen|Gov|Lt|Mrs?|Ms|Prof|Rep|Rev|Sen|Sgt|St|[A-Z](?:\.[A-Z])+)\.|\w+(?:[.’'-]\w+)*|[^\w\s]"
)
_FORMS |= dict.fromkeys("cabled emailed messaged phoned radioed texted typed".split(), "tell")
_PLAINEST = frozenset(["add", "ask", "reply", "say"])
_FARTHEST, _LONGEST = 14, 200
"""Tokens before the verb of a tag; characters in which a tag is looked for."""
_DETERMINERS = frozenset("a an her his my one our that the their this your".split())
_SUBJECTS = frozenset("he i it she they we you".split())
_OBJECTS = frozenset("everyone her him me nobody somebody them us".split())
_PREPOSITIONS = frozenset(
    """
    about across after along around as at before behind beside between by down during for from in inside into near of
    off on onto out outside over past round through to toward towards under until up with without
    """.split()
)
_NO_SUBJECT = _PREPOSITIONS | frozenset(
    """
    although and because but if it no nobody none nor once or since so there these those though until what when where
    whether which while who why yes yet
    """.split()
)
_MEANWHILE = frozenset("as because while".split())
"""What opens a clause that tells how things stood meanwhile: "asked | as she rowed her boat"."""
_CLAUSES = frozenset("how if that whether what when where which who why".split())
"""What opens a clause that the verb takes: then it says more."""
_THEN = [["that", time] for time in ("afternoon", "day", "evening", "morning", "night", "week", "year")]
"""What opens no clause: "wrote | that night"."""
_HELPS = frozenset("again also even finally had has have just later once only still then to wanted wants".split())
_PARTICLES = frozenset("away back down in off on out up".split())
_PASSIVES = frozenset("be been being did do does is not was were".split())
_STOPS = frozenset('.;!?…"“”«»')


def is_tag(text: str, at: int, limit: int, *, bare: bool = False) -> bool:
    """Whether the clause that begins at `at`, behind a quotation, says no more than whose that was.

    With `bare`, for what stands behind a full stop, the verb is one of the plainest, and nothing stands behind it.
    """
    tokens = _TOKEN.findall(MARKS.sub("", text[at : min(limit, at + _LONGEST)]))
    if not tokens or tokens[0].casefold() in _NO_SUBJECT:
        return False
    verb = next((n for n, token in enumerate(tokens[:_FARTHEST]) if n and _is_verb(tokens, n)), 0)
    stop = next((n for n in range(verb + 1, len(tokens)) if tokens[n] in _STOPS), len(tokens))
    if verb and _is_subject(tokens[:verb]):
        rest = tokens[verb + 1 : stop]
        if bare:
            leads = rest == [","] and tokens[stop + 1 : stop + 2] and tokens[stop + 1][0].isupper()
            return _FORMS.get(tokens[verb]) in _PLAINEST and rest[:1] in ([], [","]) and not leads
        return not _says_more(tokens[verb], rest)
    return not bare and _stands_alone(tokens)


def _is_verb(tokens: list[str], at: int) -> bool:
    return tokens[at] in _FORMS or (tokens[at] == "know" and tokens[at - 1] == "to")


def _is_subject(tokens: list[str]) -> bool:
    """A name, a pronoun or a description, also with what stands between commas behind it."""
    small = tokens[0].casefold() in _DETERMINERS
    names = max((n for n, word in enumerate(tokens) if word[0].isupper()), default=0)
    aside = False
    for n, word in enumerate(tokens[1:], 1):
        helps = word in _HELPS or word.endswith("ly")
        named = word[0].isupper() or (n < names and len(word) < 4)  # "Clara | von | der | Heide"
        if word == ",":
            aside = not aside
        elif word == "and" and tokens[n + 1 : n + 2] and tokens[n + 1] in _DETERMINERS:
            small = True  # "Hall and | his sister | shouted"
        elif (word in _PASSIVES and not aside) or not word[0].isalnum() or not (aside or small or named or helps):
            return False
    return not aside


def _says_more(verb: str, rest: list[str]) -> bool:
    """Whether the verb takes a clause, an infinitive or a thing, or leads with a colon to other words."""
    if ":" in rest:
        return True
    rest = rest[: next((n for n, word in enumerate(rest) if word == "," or _meanwhile(rest, n)), len(rest))]
    if any(word in _CLAUSES and rest[n : n + 2] not in _THEN for n, word in enumerate(rest)):
        return True
    told = _FORMS.get(verb) in ADDRESS
    for n, word in enumerate(rest):
        opens = word.casefold() in _DETERMINERS | _SUBJECTS or (word[0].isupper() and word.casefold() not in TIMES)
        if word == "to" and n + 1 < len(rest) and not _opens_phrase(rest[n + 1]):
            return True
        opens = opens and rest[n : n + 2] not in _THEN
        if opens and not (n and rest[n - 1] in _PREPOSITIONS) and not (told and n == 0) and not _named(rest, n):
            return True
    return False


def _meanwhile(rest: list[str], at: int) -> bool:
    """Whether a clause of its own begins here, with a subject: "asked | as she rowed her boat", not "known as her"."""
    after = rest[at + 1 : at + 3]
    return rest[at] in _MEANWHILE and len(after) == 2 and (after[0] in _SUBJECTS or after[0][0].isupper())


def _named(rest: list[str], at: int) -> bool:
    """Whether a capital goes on with a name or title: "told | Mayor | Cole", "told | the | Orla | Gazette"."""
    return at > 0 and rest[at][0].isupper() and (rest[at - 1][0].isupper() or rest[at - 1] in _DETERMINERS)


def _opens_phrase(word: str) -> bool:
    return word[0].isupper() or word in _DETERMINERS or word in _OBJECTS


def _stands_alone(tokens: list[str]) -> bool:
    """A name and any verb, in either order, with no more than an adverb or particle: "Hall fumed.", "Hall cut in."."""
    if tokens[0] in _DETERMINERS and tokens.count(",") > 1:  # "the mayor, | Rosa Hall |, | shot back."
        first = tokens.index(",") + 1
        second = tokens.index(",", first)
        tokens = tokens[first:second] + tokens[second + 1 :]
    stop = next((n for n, word in enumerate(tokens[:7]) if word in _STOPS or word == ","), 0)
    words = tokens[: stop - tokens[stop - 1].endswith("ly")] if stop > 1 else []
    parted = len(words) > 2 and words[-1] in _PARTICLES
    words = words[: len(words) - parted]
    if not 1 < len(words) < 5 or any(word.casefold() in _DETERMINERS | _SUBJECTS for word in words):
        return False
    verb = words[-1] if words[-1].islower() else words[0]
    return (parted or verb.endswith(("ed", "s"))) and all(word[0].isupper() for word in words if word is not verb)
