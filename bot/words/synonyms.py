"""Words that people put for one another: a question says "buy", the text "purchased".

Written for this project from general English: irregular forms and nouns of verbs, and, one group a line of
`synonyms.txt`, words of which one may stand in the question and another in the sentence that answers it. A word may be
in several groups. The best match of a word counts once; to add all of its synonyms to the question was measured to
bring in more than it finds. `kinds.txt` has what is of a kind: who asks what somebody wore is answered by "a coat", but
not the other way about.
"""

from functools import cache, lru_cache
from os.path import dirname, splitext

from bot.words.places import SEATS
from bot.words.terms import terms

_FORMS = """
    analyze analysis, appear appearance, apply application applicant, argue argument, arise arose arisen, arrive
    arrival, assume assumption, attend attendance, awake awoke awoken, bear bore borne, become became, begin began
    begun, behave behavior, believe belief, bend bent, bind bound, bite bit bitten, blow blew blown, break broke
    broken, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen choice, cling
    clung, come came, compete competition competitor, complain complaint, conclude conclusion, consume consumption
    consumer, contain content, creep crept, deal dealt, decide decision, deep depth, define definition, describe
    description, destroy destruction, develop development, die dead death, dig dug, discover discovery, draw drew
    drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, educate education, enter entry
    entrance, exist existence, expand expansion, explain explanation, explode explosion, fall fell fallen, feed fed,
    feel felt, fight fought, find found, flee fled, fly flew flown flight, forbid forbade forbidden, forget forgot
    forgotten, forgive forgave forgiven, free freedom, freeze froze frozen, get got gotten, give gave given, go went
    gone, grind ground, grow grew grown growth, hang hung, hear heard, hide hid hidden, high height, hold held, hot
    heat, imagine imagination, inherit inheritance heir, inspect inspection, intend intention intent, introduce
    introduction, invade invasion, judge judgment, keep kept, kneel knelt, know knew known knowledge, lay laid, lead
    led, lean leant, leap leapt, learn learnt, leave left, lend lent, lie lay lain, light lit, live life alive
    lives, long length, lose lost loss, maintain maintenance, make made, marry marriage wedding wed, mean meant,
    measure measurement, meet met, move motion movement, obey obedience, occupy occupation, operate operation, pay
    paid payment, permit permission, persuade persuasion, pleased pleasure, poor poverty, produce production
    product, pronounce pronunciation, propose proposal, proud pride, prove proven proof, publish publication
    publisher, receive receipt reception recipient, refuse refusal, remove removal, require requirement, resign
    resignation, respond response, reveal revelation, revolt revolution, ride rode ridden, ring rang rung, rise rose
    risen, run ran, say said, see saw seen, see sight, seek sought, sell sold sale, send sent, serve service, sew
    sewn, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sign signature, sing sang
    sung song, sink sank sunk, sit sat, sleep slept asleep, slide slid, solve solution, speak spoke spoken speech,
    speed sped, spend spent, spin spun, spring sprang sprung, stand stood, steal stole stolen theft, stick stuck,
    sting stung, strike struck stricken, strive strove, strong strength, succeed success, survive survival, suspect
    suspicion, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach
    taught, tear tore torn, tell told, think thought, threaten threat, throw threw thrown, tour tourist tourism,
    treat treatment, true truth, understand understood, vary variety various variation, wake woke woken, wear wore
    worn, weep wept, wide width, win won, wind wound, withdraw withdrew withdrawn withdrawal, write wrote written,
    young youth
"""
"""Forms of one word that do not begin alike, or that the stemmer keeps apart."""
_LEAST = 2
"""Letters that a word has more than."""


@cache
def _groups() -> str:
    """All groups, one a line, each word behind a space."""
    with open(f"{splitext(__file__)[0]}.txt", encoding="utf-8") as file:
        meanings = file.read().splitlines()
    forms = (" ".join(words.split()) for words in f"{_FORMS},{SEATS}".split(","))
    return "".join(f" {group}\n" for group in (*forms, *meanings))


@cache
def _kinds() -> str:
    """All kinds of things, one a line, each with what is of that kind behind a colon."""
    with open(f"{dirname(__file__)}/kinds.txt", encoding="utf-8") as file:
        return f"\n{file.read()}"


@lru_cache(10_000)
def synonyms(term: str) -> frozenset[str]:
    """The terms that may stand for a term, or are of that kind; empty for most."""
    stem, groups, kinds = term.removesuffix("i").removesuffix("z"), _groups(), _kinds()
    start = f" {stem}"
    found: set[str] = set()
    at = groups.find(start) if len(start) > _LEAST else -1
    while at >= 0:
        end = groups.index("\n", at)
        same = terms(groups[groups.rfind("\n", 0, at) + 1 : end])
        if term in same:
            found.update(same)
        at = groups.find(start, end)
    at = kinds.find(f"\n{stem}") if len(start) > _LEAST else -1
    while at >= 0:
        kind, things = kinds[at + 1 : kinds.index("\n", at + 1)].split(": ")
        if terms(kind)[0] == term:
            found.update(terms(things))
        at = kinds.find(f"\n{stem}", at + 1)
    return frozenset(found - {term})
