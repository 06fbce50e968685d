"""Nouns for who and what can speak: titles, people, bodies, and what can be read or heard.

Collected by hand from the hyponyms of "person", "group" and "document" in general dictionaries.
"""

from bot.words import SHORT_TITLES, word_set

HONORIFICS = word_set(
    """
    alh alhaj alhaji begum cde cllr clr coun cr dame datin dato datuk dr encik engr esq fr haji hajiya he hh hon jr
    lady lord madam madame mallam master maulana mian miss mme mr mrs ms mx prof puan rev sardar seri shri shrimati
    sir smt sr sra srta tengku tun ven venerable
    """
)
STYLES = word_set(
    """
    beatitude eminence excellency highness holiness ladyship lordship majesty reverence serenity
    """
)
"""What one is called with "her", "his" or "your" before it."""
MALE_TITLES = word_set(
    """
    baron bishop brother businessman chairman congressman duke emperor father fr king lord master mr policeman pope
    prince shri sir spokesman uncle
    """
)
FEMALE_TITLES = word_set(
    """
    actress aunt baroness businesswoman chairwoman congresswoman dame duchess first-lady lady madam madame miss
    begum hajiya mme mother mrs ms policewoman princess queen selectwoman sister smt spokeswoman sra srta
    """
)
TITLES = (
    STYLES
    | HONORIFICS
    | SHORT_TITLES.keys()
    | word_set(
        """
    abbess abbot activist actor actress administrator admiral adviser advisor advocate alderman alderwoman
    alumna alumnus ambassador amir analyst archbishop archdeacon artist assemblyman assemblymember assemblywoman
    attorney attorney-general aunt author ayatollah baroness bishop brigadier caliph candidate captain cardinal
    ceo cfo chair chairman chairperson chairwoman chancellor chief coach colonel commander commissioner
    comptroller congressman congresswoman constable consul coordinator corporal councillor councilman councilmember
    councilor councilwoman counsel counsellor counselor count countess dci defender defenseman delegate deputy
    detective director doctor dpm duchess duke eam earl economist emir emperor envoy father fm forester
    freeholder freshman general goalkeeper governor head host imam inspector judge justice king lawyer leader
    lieutenant lieutenant-governor magistrate maharaja major marshal mayor mec mep midfielder minister mk mla moderator
    monsignor mp negotiator nominee novelist officer ombudsman pastor patriarch pc pm pope premier president
    prime prince princess principal professor prosecutor provost queen rabbi rear rector reporter representative
    researcher reverend scientist sec secretary secretary-general selectman senator sergeant sheikh sheriff
    singer sister solicitor sophomore speaker spokesman spokesperson spokeswoman striker sultan superintendent
    supervisor taoiseach treasurer trustee tsar uncle under-secretary undersecretary vicar vice viscount
    viscountess winger
    """
    )
)
# Nouns for people.
ROLES = word_set(
    """
    academic acquaintance activist actor actress actuary adm administrator admiral adviser advisor advocate
    agent agronomist aide alderman alderwoman allies ally ambassador analyst anchor angler anthropologist
    appellant applicant archaeologist archbishop archivist artist assemblyman assemblymember assemblywoman
    assistant associate astronaut astronomer athlete attaché attendee attorney attorney-general auctioneer
    auditor aunt author ayatollah backer bailiff baker banker barista barrister bartender bassist batsman
    beautician beekeeper biologist bishop blogger bookmaker boss botanist bowler boxer boy breeder bricklayer
    brigadier broker brother buddy builder bursar businessman businesswoman butler buyer bystander campaigner
    camper candidate capt captain cardinal cardiologist carer caretaker carpenter cartoonist caseworker cashier
    cellmate ceo cfo chair chairman chairperson chairwoman champion chancellor chaplain chef chemist chief child
    chiropractor cinematographer citizen claimant classmate cleric clerk client climatologist climber co-author
    co-chair co-founder co-host co-leader co-owner coach cofounder col colleague colonel columnist commander
    commentator commissioner communist commuter companion complainant composer comptroller conductor congregant
    congressman congresswoman conservationist conservative constable constituent consul consultant contestant
    contractor convener convenor cop coroner corporal correspondent councillor councilman councilmember
    councilor councilwoman counsel counsellor counselor count counterpart countess cousin cpl creator
    criminologist critic curate curator cyclist dad dancer daughter dci dealer dean defendant defender
    defenseman delegate democrat demographer demonstrator dentist deputy dermatologist designer det detective
    developer dietitian dignitary diplomat director distiller doctor donor dpm driver drummer duke eam earl ecologist
    economist editor educator electrician emir emperor employee employer engineer entrepreneur envoy
    epidemiologist ex-minister ex-president executive executor expert eyewitness fan farmer father fellow fighter
    filmmaker finalist firefighter fisherman flatmate florist fm follower forester forward founder freeholder
    freshman friend front-runner frontrunner gardener gen general geneticist gentleman geologist girl goalkeeper
    golfer gov governor gp grandfather grandmother grocer grower guard guest guide guitarist guy gymnast
    gynaecologist gynecologist hairdresser head headmaster headmistress headteacher hiker historian holidaymaker
    homeowner host hotelier housekeeper housemate husband illustrator imam immigrant informant insider inspector
    instructor interpreter interviewer inventor investigator investor invitee janitor jeweler jockey jogger
    joiner journalist judge juror justice keeper kid king lad lady landlady landlord lawmaker lawyer leader
    lecturer legislator lexicographer liberal librarian lieutenant lifeguard linguist listener lobbyist
    locksmith lt magistrate maid maj major man manager marshal master mathematician mayor mechanic mediator
    medic medics member mep merchant meteorologist midfielder midwife milkman minister mla moderator mom monarch
    mother motorist mp musician negotiator neighbor neighbour nephew neurologist neuroscientist newcomer
    newlywed nominee novelist nun nurse nutritionist observer officer official ombudsman oncologist onlooker
    onlookers operator opponent optometrist organiser organizer ornithologist orthodontist owner paediatrician
    painter panelist panellist paralegal paramedic parent parishioner parliamentarian participant partner passenger
    passer-by pastor pathologist patient pediatrician pensioner person petitioner pharmacist philosopher photographer
    physician physicist physiotherapist pianist pilot pitcher plaintiff player playwright plumber pm poet
    policeman politician pollster pope postman postmaster premier pres presenter president priest prime prince
    princess principal prisoner producer professor programmer prosecutor protester provost psychiatrist
    psychologist publican publicist publisher pundit pupil quarterback queen rabbi radiologist rancher ranger
    rapper rapporteur reader rear receptionist recruiter rector refugee registrar relative rep reporter
    representative republican researcher resident respondent restaurateur retailer reverend reviewer rival
    roofer roommate runner sailor salesman scholar schoolmate scientist screenwriter sculptor sec secretary
    secretary-general selectman sen senator sergeant servant sgt shareholder sheikh sheriff shopkeeper shopper
    signatory singer sister skeptic skier skipper social-worker socialist sociologist soldier solicitor
    sommelier son songwriter sophomore source speaker spokesman spokesperson spokeswoman sprinter staffer
    stakeholder star statesman stateswoman statistician stenographer stranger strategist striker student stylist
    subscriber sultan
    superintendent supervisor supporter supt surfer surgeon surrogate surveyor survivor suspect swimmer tailor
    taoiseach taxpayer teacher teammate technician teen teenager tenant theorist therapist trader trainer
    translator trawlerman treasurer trustee tsar tutor typist uncle under-secretary undersecretary user vet
    veteran veterinarian vicar vice victim viewer villager virologist visitor voice volunteer voter waiter
    waitress warden whistleblower wholesaler widow wife winger winner witness woman worker writer zoologist
    """
)
# Nouns for groups, bodies and places that act.
BODIES = word_set(
    """
    academy administration agency airline alliance archdiocese army assembly association audience authority bank
    bench bloc board body brewery broadcaster bureau cabinet campaign caucus center centre chamber channel charity
    church city clergy clinic club coalition college commission committee community company congress consortium
    consulate cooperative corporation council country court crowd delegation department diocese district division
    embassy establishment executive faction factory families family federation firm force forces forum foundation
    fund government group guild hospital house industry inspectorate institute institution insurer jury kremlin lab
    laboratory lawmakers leaders league legislature lender lobby locals manufacturer media members military
    ministers ministry mission monastery museum nation navy network newspaper ngo nonprofit observatory office
    operator opposition orchestra organisation organization outlet panel paper parish parliament parliamentarians
    parties party pentagon people police presidents press prosecution public refinery regime regulator
    representative republic restaurant retailer school secretariat senate service side sides society staff startup
    state station studio sub-committee supermarket supplier syndicate synod team think-tank thinktank tribunal
    troops trust union university utility vatican venue watchdog workforce zoo
    """
)


def is_body(name: str) -> bool:
    """Whether a name ends like that of a body, of which nobody speaks as "he" or "she": "Red Cross Society"."""
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return last in BODIES or last == "international"


# Nouns for what can be read or heard.
WORKS = word_set(
    """
    account ad ads advertisement affidavit agreement analysis announcement appeal article assessment bill biography
    blog book brief briefing broadcast brochure bulletin caption charter circular column commentary communique
    communiqué complaint constitution contract data declaration decree diary directive document documents draft
    editorial email emails estimate estimates evaluation evidence figures file filing filings findings forecast guidance
    guideline guidelines headline indictment inquest inquiry inscription inspection interview investigation journal
    judgement judgment law lawsuit leaflet letter letters log magazine manifesto manual memo memoir memorandum
    message messages minutes motto note notice numbers obituary opinion order outline pamphlet paper papers
    paragraph passage petition placard placards play poem policy poll polls post posts press-release projection
    projections proposal prospectus publication questionnaire readout record records release report reports research
    resolution results review rule rules ruling sign slogan speech statement statements statistics statute story studies
    study summary survey surveys tallies tally testimony text transcript treaty tweet tweets verdict version video
    warning website wording
    """
)
LANDS = word_set(
    """
    area authority city county district emirates federation islands kingdom nations province region republic state
    states territory union zone
    """
)
"""What an office can be of, at the end of its title."""
OFFICES = word_set(
    """
    affairs agriculture arts commerce communities culture defence defense development economy education employment
    energy environment equality finance fisheries food foreign forestry health home homeland housing industry
    information innovation interior investment justice labor labour media planning police policy resources science
    security services social sport sports state technology tourism trade transport treasury urban veterans war water
    welfare women works youth
    """
)
"""What ministers and secretaries are ministers and secretaries of."""
AGENTIVE = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ian", "ians")
"""How nouns end that name somebody by what they do or are."""
