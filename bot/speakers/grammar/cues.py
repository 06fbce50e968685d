"""Reporting verbs beyond those that stand beside a quotation, by what they take, and every form of all of them.

Sources: as in `bot/words/verbs.py`; verbs of advising, judging and naming follow Levin, English Verb Classes and
Alternations (1993), classes 29, 33 and 37.
"""

from bot.words import ADDRESS, MANNER, SAY, inflected, word_set

# A noun phrase ("outlined the plan", "praised the police"),
OBJECT = word_set(
    """
    accuse acknowledge admit advocate affirm allege announce apologise apologize applaud assail assert bemoan
    blame blast castigate caution cite clarify commend complain compliment condemn confirm congratulate
    convey counsel criticise criticize decry defend demand denounce deny deplore deride detail disclose dismiss
    disparage dispute downplay echo emphasise emphasize encourage explain express extol fault forecast hail
    highlight honor honour invite lambast lambaste lament laud mention mock note outline pledge praise predict
    proclaim promise propose protest question reaffirm rebuke rebut recall recommend recount refute reiterate
    reject report request reveal ridicule salute slam state stress suggest thank tout underline
    underscore urge voice vow warn welcome wish
    """
)
# An object and what it is said to be ("called it a mistake", "described her as brave"),
NAMING = word_set(
    """
    brand call characterise characterize compare depict describe dub label liken portray refer term
    """
)
# A particle, then the content ("called for", "pointed out").
PARTICLES = {
    "allude": word_set("to"),
    "apologise": word_set("for to"),
    "apologize": word_set("for to"),
    "appeal": word_set("for to"),
    "apprise": word_set("of"),
    "argue": word_set("against for"),
    "advise": word_set("against"),
    "ask": word_set("about for if whether"),
    "boast": word_set("about of"),
    "caution": word_set("against"),
    "call": word_set("for on upon"),
    "comment": word_set("on"),
    "complain": word_set("about of"),
    "elaborate": word_set("on"),
    "emphasise": word_set("on"),
    "emphasize": word_set("on"),
    "go": word_set("on"),
    "enquire": word_set("about after"),
    "hint": word_set("at"),
    "hit": word_set("out"),
    "impress": word_set("upon"),
    "inquire": word_set("about after"),
    "inform": word_set("about of"),
    "joke": word_set("about"),
    "lash": word_set("out"),
    "lay": word_set("out"),
    "look": word_set("forward"),
    "make": word_set("clear"),
    "object": word_set("to"),
    "plead": word_set("for guilty not with"),
    "point": word_set("out to"),
    "press": word_set("for"),
    "push": word_set("back for"),
    "put": word_set("forth forward"),
    "refer": word_set("to"),
    "respond": word_set("that"),
    "set": word_set("out"),
    "speak": word_set("about against of out"),
    "stress": word_set("on"),
    "talk": word_set("about of"),
    "tell": word_set("off"),
    "thank": word_set("for"),
    "undertake": word_set("to"),
    "urge": word_set("for"),
    "warn": word_set("about against of"),
}
# What one does with words rather than says (Austin's exercitives and commissives): they count as reported speech where
# a document relays messages, elsewhere only with their words.
ACTS = word_set(
    """
    advise agree answer challenge confirm deny hold indicate invite maintain offer persuade push reflect
    rule show welcome wish
    """
)
# What one does with a plan, an offer or a price: words only where the object is words, too, or their clause follows.
RESPONSES = word_set("dismiss reject")
CLAIMS = word_set(
    """
    accusation accusations allegation allegations argument arguments assertion assertions assumption charge charges
    claim claims comparison concerns criticism criticisms fears idea ideas insinuation notion report reports rumors
    rumours speculation statement statements suggestion suggestions theory view views
    """
)
# Verbs that report only with "that" ("agreed that"), since without it they tell what was done.
THAT_ONLY = word_set(
    """
    accept agree assess believe charge contest continue decide detect disagree explore fear feel find hold hope identify
    imply narrate reflect regret rule share show signal suspect think
    """
)
# What a study, a report or a poll does with what it brings to light.
FINDINGS = word_set("conclude detect discuss estimate explore find identify indicate reveal show")
OPINIONS = word_set(
    "argument assessment belief conclusion estimate hope impression judgement judgment message opinion position view"
)
STANCES = word_set(
    """
    adamant alarmed anxious appalled certain concerned confident convinced delighted disappointed dismayed doubtful
    encouraged grateful heartened hopeful horrified optimistic outraged persuaded pleased proud saddened satisfied
    sceptical shocked skeptical sure thankful troubled worried
    """
)
"""What somebody is by, about or that something."""
# Verbs of giving, and the objects that make them verbs of saying ("raised concerns", "expressed hope").
GIVING = word_set(
    """
    convey deliver express extend give issue offer provide raise record renew send share voice
    """
)
MESSAGES = word_set(
    """
    account alarm anger answer answers apologies apology appeal appreciation assurance assurances complaint
    complaints concern concerns condolences confidence congratulations criticism description disappointment
    doubt doubts explanation fears felicitations frustration gratitude greetings hope hopes importance invitation
    objection objections opinion optimism outrage overview point points praise praises presentation question
    questions readiness regret regrets remarks satisfaction scepticism skepticism solace solidarity sympathies
    sympathy talk thanks thoughts view views warning warnings wishes
    """
)
# Verbs with a preposition that also take a clause without "that".
CLAUSAL = word_set(
    """
    argue boast complain joke warn
    """
)
GIVES_ONLY = GIVING - SAY - OBJECT - ADDRESS
CUES = inflected(SAY | OBJECT | ADDRESS | NAMING | MANNER | GIVING | FINDINGS | frozenset(PARTICLES))
"""Every form of a reporting verb -> its lemma, and "past", "third", "ing" or "base"."""
for noun in ("state", "term", "terms"):
    del CUES[noun]
# Cues that report whoever or whatever is their subject.
CORE = word_set(
    """
    said say saying says tell telling tells told
    """
)
