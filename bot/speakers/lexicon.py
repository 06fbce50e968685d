"""The words that the grammar of attribution knows, by class.

Sources: function words and the classes of reporting verbs ("public", "suasive") follow Quirk, Greenbaum, Leech and
Svartvik, A Comprehensive Grammar of the English Language (1985), 16.31 to 16.33; verbs of saying, telling, manner of
speaking, advising, judging and naming follow Levin, English Verb Classes and Alternations (1993), classes 29, 33 and
37; nouns for people, bodies and documents were collected by hand from their hyponyms in general dictionaries.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs of saying by frame: a clause or a quotation ("said that ...", "..., he said"),
SAY = _words(
    """
    accept acknowledge add admit advise affirm agree allege announce answer argue assert assess aver believe
    boast brag caution charge cite claim clarify comment complain concede conclude concur confess confide
    confirm contend continue counter decide declare demand deny detail disagree disclose dispute emphasise
    emphasize estimate exclaim explain fear feel find forecast fume gripe grumble highlight hint hold hope imply
    indicate insist interject joke lament maintain mention muse note object observe opine outline pledge point
    posit post pray predict proclaim promise pronounce propose protest query question quip read reaffirm reason
    recall reckon recommend recount reflect reiterate relate remark repeat reply report request resolve respond retort
    reveal rule say share show signal speculate state stipulate stress submit suggest surmise swear testify
    theorise theorize think tweet underline underscore urge venture volunteer vow warn wonder worry write
    """
)
# a noun phrase ("outlined the plan", "praised the police"),
OBJECT = _words(
    """
    accuse acknowledge admit advocate affirm allege announce apologise apologize applaud assail assert bemoan
    blame blast castigate caution cite clarify commend complain compliment concede condemn confirm congratulate
    convey criticise criticize decry defend demand denounce deny deplore deride detail disclose dismiss
    disparage dispute downplay echo emphasise emphasize encourage explain express extol fault forecast hail
    highlight honor honour invite lambast lambaste lament laud mention mock note outline pledge praise predict
    proclaim promise propose protest question reaffirm rebuke rebut recall recommend recount refute reiterate
    reject report request reveal ridicule salute slam state stress suggest thank threaten tout underline
    underscore urge voice vow warn welcome wish
    """
)
# somebody, then a clause or "to ..." ("told them that", "urged him to"),
ADDRESS = _words(
    """
    advise ask assure beg brief challenge command convince counsel encourage exhort implore inform instruct
    invite notify order persuade pledge promise reassure remind request swear teach tell threaten urge vow warn
    """
)
# an object and what it is said to be ("called it a mistake", "described her as brave"),
NAMING = _words(
    """
    brand call characterise characterize compare depict describe dub label liken portray refer
    """
)
# a quotation only: manner of speaking, and what novels put beside one.
MANNER = _words(
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
    "allude": _words("to"),
    "apologise": _words("for to"),
    "apologize": _words("for to"),
    "appeal": _words("for to"),
    "argue": _words("against for"),
    "ask": _words("about for if whether"),
    "boast": _words("about of"),
    "call": _words("for on upon"),
    "comment": _words("on"),
    "complain": _words("about of"),
    "elaborate": _words("on"),
    "go": _words("on"),
    "hint": _words("at"),
    "hit": _words("out"),
    "joke": _words("about"),
    "lash": _words("out"),
    "lay": _words("out"),
    "look": _words("forward"),
    "make": _words("clear"),
    "object": _words("to"),
    "point": _words("out to"),
    "press": _words("for"),
    "push": _words("back for"),
    "put": _words("forth forward"),
    "refer": _words("to"),
    "respond": _words("by that"),
    "set": _words("out"),
    "speak": _words("about against of out"),
    "talk": _words("about of"),
    "warn": _words("about against of"),
}
# Verbs that report only with "that" ("agreed that"), since without it they tell what was done.
# What one does with words rather than says (Austin's exercitives and commissives): they count as reported speech where
# a document relays messages, elsewhere only with their words.
ACTS = _words(
    """
    advise agree answer challenge confirm deny hold indicate invite maintain offer persuade push reflect rule
    show welcome wish
    """
)
THAT_ONLY = _words(
    """
    accept agree assess believe charge continue decide detect disagree explore fear feel find hold hope identify
    imply rule share show signal think
    """
)
# Verbs of giving, and the objects that make them verbs of saying ("raised concerns", "expressed hope").
# What a study, a report or a poll does with what it brings to light.
FINDINGS = _words("conclude detect estimate explore find identify indicate reveal show")
OPINIONS = _words(
    "argument assessment belief conclusion estimate hope impression judgement judgment message opinion position view"
)
STANCES = _words(
    """
    alarmed anxious appalled concerned confident convinced delighted disappointed dismayed encouraged grateful heartened
    hopeful horrified optimistic outraged pleased proud saddened shocked thankful troubled worried
    """
)
"""What somebody is by, about or that something."""
GIVING = _words(
    """
    convey deliver express extend give issue offer provide raise send share voice
    """
)
MESSAGES = _words(
    """
    account alarm anger answer answers apologies apology appeal appreciation assurance assurances complaint
    complaints concern concerns condolences confidence congratulations criticism description disappointment
    doubt doubts explanation fears frustration gratitude greetings hope hopes importance objection objections
    opinion optimism outrage praise question questions readiness regret regrets remarks satisfaction scepticism
    skepticism sympathy talk thanks view views warning warnings wishes
    """
)

# Verbs with a preposition that also take a clause without "that".
CLAUSAL = _words(
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
CORE = _words(
    """
    said say saying says tell telling tells told
    """
)

# Irregular past participles: behind a noun they open a reduced relative clause ("a website | run by students").
PARTICIPLES = _words(
    """
    born bought brought built chosen done drawn driven fed found given held kept known laid led left lost made meant met
    paid put run seen sent set shown sold spent spoken taken taught told understood won written
    """
)

DETERMINERS = _words(
    """
    a all an another any both each eight either every few five four half her his its many more most my neither
    nine no one other others our seven several six some such ten that the their these this those three two your
    """
)
POSSESSIVES = _words(
    """
    her his its my our their whose your
    """
)
PREPOSITIONS = _words(
    """
    about above across after against ahead along alongside amid among around as at before behind below beneath
    beside between beyond by concerning despite during except following for from in including inside into like
    near of off on onto opposite outside over past per regarding since through throughout to toward towards
    under underneath unlike until up upon via with within without
    """
)
# Prepositions that bind a second noun to the first: "a spokesman for the army".
LINKING = _words(
    """
    at for from in of on to with
    """
)
CONJUNCTIONS = _words(
    """
    & and but nor or plus yet
    """
)
SUBORDINATORS = _words(
    """
    after although as because before if once since so than that though unless until when whenever where whereas
    whether while
    """
)
RELATIVES = _words(
    """
    that which who whom whose
    """
)
SUBJECT_PRONOUNS = _words(
    """
    he i it she they we who you
    """
)
# What can stand for a whole noun phrase as a subject.
PRONOUNS = _words(
    """
    all another anyone both each everybody everyone few he i it many most nobody none one others several she
    some somebody someone they we who you
    """
)
OBJECT_PRONOUNS = _words(
    """
    her herself him himself itself me myself ourselves them themselves us yourself
    """
)
BE = _words(
    """
    'm 're 's am are aren't be been being is isn't was wasn't were weren't
    """
)
MODALS = _words(
    """
    'd 'll can can't cannot could couldn't may might mightn't must shall should shouldn't will won't would
    wouldn't
    """
)
AUXILIARIES = _words(
    """
    'd 'll 'm 're 's 've am are aren't be been being can can't cannot could couldn't did didn't do does doesn't
    don't had hadn't has hasn't have haven't having is isn't may might mightn't must shall should shouldn't was
    wasn't were weren't will won't would wouldn't
    """
)
NEGATIONS = _words(
    """
    cannot hardly n't neither never nor not without
    """
)
NEGATED = _words(
    """
    aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't wasn't weren't won't wouldn't
    """
)
# Before "to say": nothing was said.
DECLINES = _words(
    """
    able declined declines declining due expected expects failed fails going hoped hopes likely planned plans
    ready refused refuses refusing scheduled set tried trying unable unlikely wanted wants yet
    """
)
ADVERBS = _words(
    """
    again ago ahead almost already also always anyway apparently away back clearly earlier early else even ever
    famously finally first formally further furthermore here however indeed instead just lastly later meanwhile
    moreover most much never nevertheless next nonetheless often once only originally otherwise perhaps
    previously privately probably publicly quite rather recently repeatedly reportedly simply so sometimes soon
    specifically still subsequently then there thereby therefore thus today together tomorrow too twice usually
    very well yesterday yet
    """
)
TIMES = _words(
    """
    afternoon apr april aug august century dawn day days dec decade december dusk evening feb february friday
    hour hours jan january jul july jun june march midnight minute minutes moment monday month months morning
    night noon nov november oct october saturday sep sept september sunday thursday time today tomorrow tonight
    tuesday wednesday week weekend weeks year years yesterday
    """
)
# Finite verbs that bound a noun phrase.
VERBS = _words(
    """
    appeared appears arrived arrives asked ate attended became become becomes began begins believe believed
    believes bent bit bled blew bought broke brought built burst called came caught chose come comes crept dealt
    did died does drank drew drove dug ended faces fell felt finds fled flew follows forbade forgave forgot
    fought froze gave get gets go goes gone got grew had happened has heard held helped hid hung included
    includes joined kept killed knelt knew knows laid leads leapt led left lent lets lit lives lost made makes
    marked meant meet meets met needs opened paid played plays put puts ran rang received remained remains
    resigned rode rose runs sang sank sat saw seemed seems sees sent served serves shook shot showed shows
    shrank signed slept slid sold sought spent spoke sprang stands started starts stole stood stopped strode
    strove struck stuck swam swept swore takes talked taught thinks thought threw took tore tried tries trod
    turned understood urges used visited wanted wants went wept withdrew woke won wore worked works wove wrote
    """
)
HONORIFICS = _words(
    """
    cllr dame dr esq fr he hh hon jr lady lord madam madame master miss mme mr mrs ms mx prof rev shri sir smt
    sr
    """
)
MALE_TITLES = _words(
    """
    administrator alderperson assessor auditor baron bishop brother businessman chairman clerk congressman
    constable coordinator coroner councilperson duke emperor engineer father fr king librarian lord magistrate
    manager master mr planner policeman pope prince registrar selectwoman shri sir spokesman trooper uncle
    """
)
FEMALE_TITLES = _words(
    """
    actress aunt baroness businesswoman chairwoman congresswoman dame duchess first-lady lady madam madame miss
    mme mother mrs ms policewoman princess queen sister smt spokeswoman
    """
)
TITLES = _words(
    """
    activist actor actress adm admiral advocate alderman alderwoman ambassador analyst archbishop artist
    assemblyman assemblymember assemblywoman attorney attorney-general aunt author ayatollah bishop brigadier
    candidate capt captain cardinal ceo cfo chair chairman chairperson chairwoman chancellor chief cllr coach
    col colonel commander commissioner comptroller congressman congresswoman consul corporal councillor
    councilman councilmember councilor councilwoman counsel count countess cpl dame defender defenseman delegate
    deputy det detective director doctor dr duke earl economist emir emperor envoy esq father forester fr
    freeholder gen general goalkeeper gov governor he head hh hon host imam inspector jr judge justice king lady
    lawyer leader lieutenant lieutenant-governor lord lt madam madame maj major marshal master mayor mec mep
    midfielder minister miss mk mla mme moderator mp mr mrs ms mx nominee novelist officer ombudsman pastor pm pope
    premier pres president prime prince princess principal prof professor prosecutor queen rabbi rear rep
    reporter representative researcher rev reverend scientist sec secretary secretary-general selectman sen
    senator sergeant sgt sheikh sheriff shri singer sir sister smt solicitor speaker spokesman spokesperson
    spokeswoman sr striker sultan superintendent supervisor supt taoiseach treasurer trustee tsar uncle
    under-secretary undersecretary vice winger
    """
)
# Nouns for people.
ROLES = _words(
    """
    academic acquaintance activist actor actress actuary adm administrator admiral adviser advisor advocate
    agronomist aide alderman alderwoman allies ally ambassador analyst angler anthropologist applicant
    archaeologist archbishop archivist artist assemblyman assemblymember assemblywoman assistant associate
    astronaut astronomer athlete attorney attorney-general auctioneer auditor aunt author ayatollah backer
    bailiff baker banker barista barrister bartender bassist batsman beautician beekeeper biologist bishop
    blogger bookmaker boss botanist bowler boxer boy breeder bricklayer brigadier broker brother buddy builder
    bursar businessman businesswoman butler buyer bystander campaigner camper candidate capt captain cardinal
    cardiologist carer caretaker carpenter cartoonist caseworker cashier cellmate ceo cfo chair chairman
    chairperson chairwoman champion chancellor chaplain chef chemist chief child chiropractor cinematographer
    citizen classmate cleric clerk client climatologist climber co-author co-chair co-founder co-host co-leader
    co-owner coach cofounder col colleague colonel columnist commander commentator commissioner commuter
    companion composer comptroller conductor congregant congressman congresswoman conservationist consul
    consultant contestant contractor cop coroner corporal correspondent councillor councilman councilmember
    councilor councilwoman counsel counsellor counselor count counterpart countess cousin cpl creator
    criminologist critic curate curator cyclist dad dancer daughter dealer dean defendant defender defenseman
    delegate demographer demonstrator dentist deputy dermatologist designer det detective developer dietitian
    diplomat director distiller doctor donor driver drummer duke earl ecologist economist editor educator
    electrician emir emperor employee employer engineer entrepreneur envoy epidemiologist ex-minister
    ex-president executive expert eyewitness fan farmer father fighter filmmaker finalist firefighter fisherman
    flatmate florist follower forester forward founder freeholder friend front-runner frontrunner gardener gen
    general geneticist gentleman geologist girl goalkeeper golfer gov governor gp grandfather grandmother grocer
    grower guard guest guide guitarist guy gymnast gynaecologist gynecologist hairdresser head headmaster
    headmistress headteacher hiker historian holidaymaker homeowner host hotelier housekeeper housemate husband
    illustrator imam immigrant informant insider inspector instructor interpreter interviewer inventor
    investigator investor janitor jeweler jockey jogger joiner journalist judge juror justice keeper kid king
    lad lady landlady landlord lawmaker lawyer leader lecturer legislator lexicographer librarian lieutenant
    lifeguard linguist listener lobbyist locksmith lt magistrate maid maj major man manager marshal master
    mathematician mayor mechanic mediator medic medics member mep merchant meteorologist midfielder midwife
    milkman minister mla moderator mom mother motorist mp musician negotiator neighbor neighbour nephew
    neurologist neuroscientist newcomer newlywed nominee novelist nun nurse nutritionist observer officer
    official ombudsman oncologist onlooker onlookers operator opponent optometrist organiser organizer
    ornithologist orthodontist owner paediatrician painter paralegal paramedic parent parishioner participant
    partner passenger passer-by pastor pathologist patient pediatrician pensioner person pharmacist philosopher
    photographer physician physicist physiotherapist pianist pilot pitcher player playwright plumber pm poet
    policeman politician pollster pope postman postmaster premier pres presenter president priest prime prince
    princess principal prisoner producer professor programmer prosecutor protester provost psychiatrist
    psychologist publican publicist publisher pundit pupil quarterback queen rabbi radiologist rancher ranger
    rapper reader rear receptionist recruiter rector refugee registrar relative rep reporter representative
    researcher resident respondent restaurateur retailer reverend reviewer rival roofer roommate runner sailor
    salesman scholar schoolmate scientist screenwriter sculptor sec secretary secretary-general selectman sen
    senator sergeant servant sgt sheikh sheriff shopkeeper shopper singer sister skeptic skier skipper
    social-worker sociologist soldier solicitor sommelier son songwriter source speaker spokesman spokesperson
    spokeswoman sprinter staffer star statistician stenographer stranger strategist striker student stylist
    subscriber sultan superintendent supervisor supporter supt surfer surgeon surrogate surveyor survivor
    suspect swimmer tailor taoiseach teacher teammate technician teen teenager tenant theorist therapist trader
    trainer translator trawlerman treasurer trustee tsar tutor typist uncle under-secretary undersecretary user
    vet veteran veterinarian vicar vice victim viewer villager virologist visitor volunteer voter waiter
    waitress warden whistleblower wholesaler widow wife winger winner witness woman worker writer zoologist
    """
)
# Nouns for groups, bodies and places that act.
BODIES = _words(
    """
    academy administration agency airline alliance archdiocese army assembly association audience authority bank
    bloc board body broadcaster bureau cabinet campaign caucus center centre chamber charity church city clinic
    club coalition college commission committee company congress consortium consulate cooperative corporation
    council country court crowd delegation department diocese district division embassy establishment executive
    faction factory families family federation firm force forces forum foundation fund government group guild
    hospital house industry inspectorate institute institution insurer jury kremlin lab laboratory lawmakers
    leaders league legislature lender lobby locals manufacturer media members military ministers ministry
    mission monastery museum nation navy network newspaper ngo nonprofit observatory office operator opposition
    orchestra organisation organization outlet panel paper parish parliament parliamentarians parties party
    pentagon people police presidents press prosecution public regime regulator representative republic
    restaurant retailer school secretariat senate service side sides society staff startup state station studio
    sub-committee supermarket supplier syndicate synod team think-tank thinktank tribunal troops trust union
    university utility vatican venue watchdog workforce zoo
    """
)
# Nouns for what can be read or heard.
WORKS = _words(
    """
    account ad ads advertisement affidavit agreement analysis announcement appeal article assessment bill biography
    blog book brief briefing broadcast brochure bulletin caption charter circular column commentary communique
    communiqué complaint constitution contract data declaration decree diary directive document documents draft
    editorial email emails evaluation evidence figures file filing filings findings forecast guidance guideline
    guidelines headline indictment inquest inquiry inscription inspection interview investigation journal
    judgement judgment law lawsuit leaflet letter letters log magazine manifesto manual memo memoir memorandum
    message messages minutes motto note notice numbers obituary opinion order outline pamphlet paper papers
    paragraph passage petition placard placards play poem policy poll polls post posts press-release projection
    projections proposal prospectus questionnaire readout record records release report reports research
    resolution review rule rules ruling sign slogan speech statement statements statistics statute story studies
    study summary survey surveys tallies testimony text transcript treaty tweet tweets verdict version video
    warning website wording
    """
)
