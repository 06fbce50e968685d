"""Reporting verbs, by what they take, and every form of each.

Sources: the classes of reporting verbs ("public", "suasive") follow Quirk, Greenbaum, Leech and Svartvik, A
Comprehensive Grammar of the English Language (1985), 16.31 to 16.33; verbs of saying, telling, manner of speaking,
advising, judging and naming follow Levin, English Verb Classes and Alternations (1993), classes 29, 33 and 37.
"""

from bot.speakers.grammar.function_words import word_set

# Verbs of saying by frame: a clause or a quotation ("said that ...", "..., he said"),
SAY = word_set(
    """
    accept acknowledge add admit advise affirm agree allege announce answer argue assert assess aver believe
    boast brag caution charge cite claim clarify comment complain concede conclude concur confess confide
    confirm contend continue counter decide declare demand deny detail disagree disclose dispute emphasise
    emphasize estimate exclaim explain fear feel find forecast fume gripe grumble highlight hint hold hope imply
    indicate insist interject joke lament maintain mention muse note object observe opine outline pledge point
    posit post pray predict proclaim promise pronounce propose protest query question quip read reaffirm reason
    recall reckon recommend recount reflect reiterate relate remark repeat reply report request resolve respond retort
    reveal rule say share show signal speculate state stipulate stress submit suggest surmise suspect swear testify
    theorise theorize think tweet underline underscore urge venture volunteer vow warn wonder worry write
    """
)
# a noun phrase ("outlined the plan", "praised the police"),
OBJECT = word_set(
    """
    accuse acknowledge admit advocate affirm allege announce apologise apologize applaud assail assert bemoan
    blame blast castigate caution cite clarify commend complain compliment concede condemn confirm congratulate
    convey criticise criticize decry defend demand denounce deny deplore deride detail disclose dismiss
    disparage dispute downplay echo emphasise emphasize encourage explain express extol fault forecast hail
    highlight honor honour invite lambast lambaste lament laud mention mock note outline pledge praise predict
    proclaim promise propose protest question reaffirm rebuke rebut recall recommend recount refute reiterate
    reject report request reveal ridicule salute slam state stress suggest thank tout underline
    underscore urge voice vow warn welcome wish
    """
)
# somebody, then a clause or "to ..." ("told them that", "urged him to"),
ADDRESS = word_set(
    """
    advise ask assure beg brief challenge command convince counsel encourage exhort implore inform instruct
    invite notify order persuade pledge promise reassure remind request swear teach tell threaten urge vow warn
    """
)
# an object and what it is said to be ("called it a mistake", "described her as brave"),
NAMING = word_set(
    """
    brand call characterise characterize compare depict describe dub label liken portray refer
    """
)
# a quotation only: manner of speaking, and what novels put beside one.
MANNER = word_set(
    """
    babble bark bawl begin bellow bleat blurt boom breathe cackle call chant chatter chide chime chirp chuckle
    coo croak croon cry demand drawl drone echo ejaculate enquire expostulate falter gasp giggle grin groan
    growl grumble grunt hiss holler howl inquire insist interpose interrupt intone laugh lisp moan mumble murmur
    mutter nod pant persist plead pray proceed purr pursue rage rasp reassure rejoin resume return roar scoff
    scold scream screech shout shriek shrug sigh sing smile snap snarl sneer sniff snort sob splutter sputter
    squeak squeal stammer stutter tease thunder wail whimper whine whisper yell yelp
    """
)
# A particle, then the content ("called for", "pointed out").
PARTICLES = {
    "allude": word_set("to"),
    "apologise": word_set("for to"),
    "apologize": word_set("for to"),
    "appeal": word_set("for to"),
    "argue": word_set("against for"),
    "ask": word_set("about for if whether"),
    "boast": word_set("about of"),
    "call": word_set("for on upon"),
    "comment": word_set("on"),
    "complain": word_set("about of"),
    "elaborate": word_set("on"),
    "go": word_set("on"),
    "hint": word_set("at"),
    "hit": word_set("out"),
    "inform": word_set("about of"),
    "joke": word_set("about"),
    "lash": word_set("out"),
    "lay": word_set("out"),
    "look": word_set("forward"),
    "make": word_set("clear"),
    "object": word_set("to"),
    "point": word_set("out to"),
    "press": word_set("for"),
    "push": word_set("back for"),
    "put": word_set("forth forward"),
    "refer": word_set("to"),
    "respond": word_set("by that"),
    "set": word_set("out"),
    "speak": word_set("about against of out"),
    "talk": word_set("about of"),
    "thank": word_set("for"),
    "warn": word_set("about against of"),
}
# What one does with words rather than says (Austin's exercitives and commissives): they count as reported speech where
# a document relays messages, elsewhere only with their words.
ACTS = word_set(
    """
    advise agree answer challenge confirm deny hold indicate invite maintain offer persuade push reflect rule
    show welcome wish
    """
)
# Verbs that report only with "that" ("agreed that"), since without it they tell what was done.
THAT_ONLY = word_set(
    """
    accept agree assess believe charge continue decide detect disagree explore fear feel find hold hope identify
    imply reflect rule share show signal suspect think
    """
)
# What a study, a report or a poll does with what it brings to light.
FINDINGS = word_set("conclude detect estimate explore find identify indicate reveal show")
OPINIONS = word_set(
    "argument assessment belief conclusion estimate hope impression judgement judgment message opinion position view"
)
STANCES = word_set(
    """
    alarmed anxious appalled concerned confident convinced delighted disappointed dismayed encouraged grateful heartened
    hopeful horrified optimistic outraged pleased proud saddened shocked thankful troubled worried
    """
)
"""What somebody is by, about or that something."""
# Verbs of giving, and the objects that make them verbs of saying ("raised concerns", "expressed hope").
GIVING = word_set(
    """
    convey deliver express extend give issue offer provide raise record send share voice
    """
)
MESSAGES = word_set(
    """
    account alarm anger answer answers apologies apology appeal appreciation assurance assurances complaint
    complaints concern concerns condolences confidence congratulations criticism description disappointment
    doubt doubts explanation fears frustration gratitude greetings hope hopes importance objection objections
    opinion optimism outrage overview point points praise presentation question questions readiness regret regrets
    remarks satisfaction scepticism skepticism sympathy talk thanks view views warning warnings wishes
    """
)
# Verbs with a preposition that also take a clause without "that".
CLAUSAL = word_set(
    """
    argue boast complain joke warn
    """
)
GIVES_ONLY = GIVING - SAY - OBJECT - ADDRESS
_PAST = {
    "admit": "admitted",
    "beg": "begged",
    "begin": "began",
    "brag": "bragged",
    "chat": "chatted",
    "concur": "concurred",
    "dub": "dubbed",
    "feel": "felt",
    "find": "found",
    "forecast": "forecast",
    "give": "gave",
    "go": "went",
    "grin": "grinned",
    "hit": "hit",
    "hold": "held",
    "label": "labelled",
    "lay": "laid",
    "make": "made",
    "nod": "nodded",
    "plead": "pleaded",
    "put": "put",
    "quip": "quipped",
    "read": "read",
    "rebut": "rebutted",
    "refer": "referred",
    "rip": "ripped",
    "say": "said",
    "send": "sent",
    "set": "set",
    "show": "showed",
    "shrug": "shrugged",
    "signal": "signalled",
    "sing": "sang",
    "slam": "slammed",
    "snap": "snapped",
    "sob": "sobbed",
    "speak": "spoke",
    "submit": "submitted",
    "swear": "swore",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "write": "wrote",
}
_OTHER_PAST = {
    "given": "give",
    "labeled": "label",
    "shown": "show",
    "signaled": "signal",
    "spoken": "speak",
    "sung": "sing",
    "written": "write",
}


def _regular(lemma: str) -> tuple[str, str, str]:
    """The third person, past and -ing form of a regular verb."""
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return lemma + ending, lemma + "ed", lemma + "ing"


def _inflected(lemmas: frozenset[str]) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for lemma in lemmas:
        third, past, gerund = _regular(lemma)
        irregular = _PAST.get(lemma, past)
        if irregular.endswith(lemma[-1] * 2 + "ed") and irregular != past:
            gerund = lemma + lemma[-1] + "ing"
        table[irregular] = (lemma, "past")
        table[third] = (lemma, "third")
        table[gerund] = (lemma, "ing")
        table.setdefault(lemma, (lemma, "base"))
    table.update({form: (lemma, "past") for form, lemma in _OTHER_PAST.items()})
    del table["state"]
    return table


CUES = _inflected(SAY | OBJECT | ADDRESS | NAMING | MANNER | GIVING | FINDINGS | frozenset(PARTICLES))
"""Every form of a reporting verb -> its lemma, and "past", "third", "ing" or "base"."""
# Cues that report whoever or whatever is their subject.
CORE = word_set(
    """
    said say saying says tell telling tells told
    """
)
