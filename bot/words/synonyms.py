"""Words that people put for one another: a question says "buy", the text "purchased".

Written for this project from general English: irregular forms and nouns of verbs, and groups of words of which one may
stand in the question and another in the sentence that answers it. A word may be in several groups. The best match of
a word counts once; to add all of its synonyms to the question was measured to bring in more than it finds.
"""

from collections import defaultdict
from functools import cache, lru_cache

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
_MEANINGS = """
    above over, absent absence apology,
    abroad overseas foreign international, academic university scholarly, accept take adopt, accessible
    access, accident crash collision, accuracy accurate precise exact precisely, accuse charge allege blame, achieve
    accomplish attain reach, actor actress cast, actor actress performer star, adapt adjust, add extra additional
    further, address residence, administer run manage oversee supervise, admit concede acknowledge confess,
    advantage benefit gain upside, advertise advert commercial ad, advice guidance counsel, afford affordable cheap
    inexpensive, afraid fear scared worried worry concern anxious, after following later, afternoon midday, age old
    year, agency authority bureau office, agree agreed agreement deal accord pact treaty, airline carrier, airport
    airfield, alcohol wine beer liquor drink, alien foreign, allow permit let authorize approve, always constantly,
    amazing incredible remarkable extraordinary, ancestor forefather, ancient antique old, angry furious outrage
    anger, animal pet, announce unveil reveal disclose declare, announcement statement declaration, annoy irritate
    bother, anonymous unnamed unidentified, answer reply response respond, apartment flat, apologize apology sorry
    regret, appear emerge surface, appearance look, applaud clap, applicant candidate contender nominee, appointment
    position post role, approve approval endorse, arguable debatable, argue contend claim assert maintain, argument
    dispute quarrel row debate, arrest detain apprehend catch caught custody, arrive arrival reach come came,
    artwork painting sculpture, ashamed shame embarrassed, assemble gather, assess evaluate evaluation assessment,
    asset property possession, assign allocate, asylum refuge shelter, attach fasten, attack assault strike raid,
    attack invade invasion offensive, attract draw lure appeal, audience crowd spectator viewer listener, available
    accessible, award medal trophy, aware conscious, baby infant newborn, background upbringing, bad poor terrible
    awful, bag suitcase luggage baggage, ball dance, ban embargo prohibition, band group, bank lender, bar pub
    tavern, bargain negotiate negotiation haggle, barrier obstacle hurdle, base headquarters based, basic
    fundamental essential, beach shore coast, beautiful pretty lovely, become turn, bedroom room, before previous
    prior former earlier ex, begin began start launch commence open, behavior conduct, belief faith religion, below
    under beneath, bias prejudice, bicycle bike cycle, bid offer tender, big large huge enormous size, bill invoice,
    birthday anniversary, blame fault responsible, blind sightless, blood bleed, blow hit, board committee panel,
    body corpse remains, bomb explosive explosion blast, book novel, border frontier, boring dull, born birth, boss
    manager chief head leader director executive, bottom base, brave courage courageous bravery, break broke broken
    damage destroy destruction, break rest pause, breakthrough advance, breathe breath, bribe bribery corruption
    corrupt, bride groom wedding, bridge overpass, bright brilliant, bring brought carry take took, broad wide,
    broadcast air televise, brother sister sibling, brutal cruel, brutality cruelty, budget spending expenditure,
    bug error fault, build building construct construction, bully harass harassment, burden load, burglary robbery
    theft steal rob, burial bury funeral, busy occupied, button key, buy bought purchase acquire procure, calculate
    compute, calm quiet peaceful, camp tent, campaign drive, cancel scrap abandon, cancer tumor, car vehicle
    automobile, care look, careful cautious caution, careless negligent negligence, cargo freight goods, castle
    palace fort, casual temporary, cat kitten, category class type kind, cattle cow, cause trigger drive reason due,
    ceiling limit cap maximum, celebrate celebration ceremony anniversary jubilee occasion, celebrity star famous,
    center middle heart core, ceremony ritual, certain sure confident, certificate diploma, chair chairman
    chairperson chairwoman preside,
    champion winner, chance opportunity possibility, change alter modify amend reform, chaos
    disorder turmoil unrest, chapter section, character personality, charity nonprofit, chart graph, chase pursue,
    cheat deceive fool trick, check examine inspect verify, chemical substance, child kid youngster children, choice
    option alternative, choose chose chosen pick select elect appoint, church temple mosque, circle ring, citizen
    national, city town capital municipality, class lesson, classic traditional, classroom school, clean cleaning,
    clear obvious evident plain, climb ascend, clothing clothes garment dress outfit, coach trainer manager,
    coalition alliance, coast shore seaside, code cipher, code source, cold freezing, collapse crumble, colleague
    coworker, collect gather gathering, color shade, combine merge unite, comfort console, comfortable cozy, comment
    remark, common shared joint mutual, communicate contact, company firm business corporation enterprise, compare
    comparison, compel force oblige, compensate compensation, competent capable able, complain complaint grievance,
    complete total, complex complicated, component part element piece, compose comprise consist include, computer
    machine laptop, concentrate focus, concert gig, condition string terms, conduct carry perform, confirm verify,
    confuse bewilder puzzle, congratulate congratulation, conquer defeat, consent permission, consider regard deem,
    consist made, conspiracy plot, construct erect, contact touch, contaminate taint, content satisfied, continue
    last remain persist keep, contract agreement, contrary opposite, contribution role, convenient handy, convert
    transform, convict guilty conviction, convince persuade, cook chef bake prepare, cooperation collaborate
    collaboration partnership work, copy duplicate replicate, couch sofa, country nation state, couple pair two,
    court tribunal, cover include, crazy mad insane, credible believable reliable plausible, crew team, crime
    offense wrongdoing, criminal crook offender culprit gangster, critic reviewer, critical crucial, criticize
    criticism condemn slam blast denounce, crop harvest, crowded packed busy, cry weep tear, culture cultural, cup
    mug, cure remedy, custom tradition habit, customer client buyer consumer shopper, cyclist bicycle, damaging
    harmful, dancer dance, date day, daughter son, dawn sunrise, day daily, deadly fatal lethal, debate discuss
    discussion argue, debt owe owed, debut premiere, decade ten, deceive mislead, decide decision determine, declare
    proclaim, decorate decoration adorn, dedicate devote, deduct subtract, defect flaw fault, deficit shortfall,
    degree diploma, delegate representative delegation, delete remove erase, deliberate intentional, delicious
    tasty, demand insist, democracy democratic, dense thick, deny reject refuse refute dismiss, department ministry,
    depend rely, deploy station, depressed depression, deserve merit, design layout, desk table, devastate ruin,
    device gadget tool equipment, difference differ distinct distinction, digital electronic, dinner supper,
    diplomat ambassador envoy, direct immediate, direction course, dirt dirty filthy, disabled handicapped,
    disadvantage drawback downside, disagree dispute oppose object against, disappear vanish, disappoint
    disappointed, disaster catastrophe crisis emergency, discourage deter, discriminate discrimination, dish meal,
    display exhibit exhibition, distribute distribution deliver, disturb disrupt interrupt, divide split, divorce
    separate, doctor physician medic surgeon, document file record, domestic internal, donate donation gift give
    gave contribute contribution, donor contributor, doubt skeptical suspect, drama play, draw sketch, drink drank
    beverage, driver motorist, drop quit, drug medicine medication, drug narcotic, due owing, durable lasting, dusk
    sunset, duty responsibility obligation, duty task, eager keen, eager willing, early initially originally
    beginning, earn make, earth planet, earthquake quake tremor, ease relieve, east eastern, easy simple, economy
    economic, effective efficient, elect vote, eliminate remove, embassy consulate, embrace hug, emotion feeling,
    emphasize stress underline highlight underscore, empty vacant, enable let, encounter meet face, encourage
    inspire inspiration, end ended finish conclude close stop halt, enemy foe opponent rival, energy power
    electricity, engine motor, enough sufficient, enroll enrol register, ensure guarantee, enthusiasm enthusiastic,
    entrance door gate, environment ecological green, epidemic outbreak, equal equality, era period time age, escape
    flee fled, essay article, establish found set founded, estimate reckon, ethic moral, evacuate evacuation, event
    occasion incident, evict expel remove oust, evidence proof, evil wicked, exam test, example instance, exceed
    surpass, exchange swap, exclude omit, exercise workout, expect anticipate forecast predict projection
    prediction, expensive costly dear, expert specialist, explain clarify describe, explore exploration, express
    voice, extend extension prolong, exterior outside outdoor, fabric cloth, factory plant mill, fail failure, fair
    just, faithful loyal, fake false counterfeit, fall collapse, fall fell drop decline decrease reduce cut shrink,
    false wrong incorrect misleading, family household relative, famous renowned, fan supporter, far distant
    distance, fare ticket, farm agriculture farming, fashion style, fast quick rapid speed speedy hurry, fate
    destiny, favorite preferred, feature characteristic, feature function functionality, fight fought battle combat
    conflict war, fight struggle, figure number statistic, file lodge submit, film movie picture, film shoot, find
    found discover detect, fine penalty punish punishment, fire blaze wildfire burn, fire dismiss sack, firm solid,
    first initial, fish fishing fisherman, fix repair mend solve, flag banner, flood flooding, floor story, folk
    people, food meal eat ate, football soccer, forbid ban prohibit bar block outlaw, forest wood, forever eternal
    always, form shape, formula recipe, fortunate lucky luck, foundation charity, fraud scam, fridge refrigerator,
    friend ally companion buddy, fuel gas petrol gasoline, fulfill fulfil, fun enjoyable, funny amusing humor joke,
    gallery museum, game match contest competition, garden yard, gender sex, gene genetic, get got obtain receive
    gain, give gave given provide supply offer grant, go went gone travel head, goal aim target objective purpose,
    good great excellent, govern rule reign, government administration authority, grandmother grandfather
    grandparent, grant award prize honor, grave tomb, grocery food, group organization association body, grow grew
    growth increase rise rose expand surge boost, grow plant cultivate, guitar bass, gun pistol rifle firearm, half
    fifty, handle cope deal manage, happy glad pleased delighted excited joy, harbor port, hard difficult tough, hat
    cap, hate dislike, headline title, heal recover recovery, helicopter chopper, help aid assist assistance
    support, hide conceal, high tall height, highway motorway freeway road, hire recruit employ, history historic
    past, hit strike struck, hobby pastime, holiday vacation, holy sacred, honest honesty, hope aspiration aspire
    wish, hospital clinic, host presenter, hostage captive, hot heat warm, hotel inn, house home residence dwelling,
    hungry hunger starve starvation famine, hurt injure injury wound harm, idea concept notion, ideal perfect,
    identify identity recognize, ignore neglect, illegal unlawful, illness disease sickness sick ill, immediate
    immediately instant instantly once, immigrant migrant refugee, implement carry, imply suggest, important
    importance significant crucial vital, impress impressive, improve improvement better enhance strengthen upgrade,
    independent independence, individual single, industry sector, infect infection, influence impact effect affect,
    inform tell notify, information data, inject injection, injured hurt, innovate innovation, insect bug,
    institution organization, instruct order, instruction order, intelligent clever smart, interior inside indoor,
    intermediary mediator broker, internet online web, introduce present, invent invention inventor, invest
    investment stake, investigate investigation inquiry probe, invite invitation, jacket coat, jail prison sentence
    imprison, jewel jewelry, job work employment occupation career, join enter, join participate participation
    attend membership, journey trip travel, judge justice magistrate, jump leap, kid joke, kidnap abduct abduction,
    kill killed dead die died death murder slay, king queen monarch, know knew aware understand, labor work, land
    ground soil, last final, late later recently, law legislation bill act statute, lawyer attorney solicitor
    counsel barrister, leaflet brochure pamphlet booklet, learn learnt study train, leave left depart departure
    exit, legal lawful, letter message note statement, lift raise, limit restrict restriction cap, link connection
    tie relationship relation, liquid fluid, listen hear heard, loan lend lent credit borrow, locate location place
    site, long length lengthy, lorry truck, lose lost defeat, lose lost missing, loss deficit, loud noise noisy,
    love like adore enjoy, mail post, main chief key major primary principal, majority most, make made produce
    create build built manufacture, man male gentleman men, mandatory compulsory obligatory, manufacturer maker,
    many numerous several, market marketplace, measure step action, meet met meeting talk summit conference
    gathering, member participant, mention refer cite, merchant trader, merge merger, method way approach technique,
    minister secretary, missile rocket, mix mixture blend, mock ridicule, modern contemporary, money cash fund
    funding finance dollar, monitor track, month monthly, monument memorial, motive motivation, motto slogan theme,
    mountain hill peak, move relocate transfer shift, multiple several, murder homicide, name call title, near close
    nearby, need require necessary must demand, nephew niece, new recent latest, newspaper paper daily, next
    following upcoming, night evening, nominate nomination, normal usual ordinary regular, north northern, now
    currently presently today, nuclear atomic, nurse midwife, occur happen, ocean sea, odd strange unusual weird,
    official formal, often frequently regularly, oil petroleum fuel, old elderly aged older senior, ongoing current,
    operate run, operation surgery, oral spoken, organize arrange, origin source, overturn reverse, owner proprietor,
    pace speed, package parcel, pain agony ache suffer, parent mother father mom mum dad, parliament congress
    legislature, part share portion percentage, particular specific, party faction, passenger rider traveler,
    pavement sidewalk, peace ceasefire truce, permit license, person individual people, pet dog cat, phase stage,
    phone telephone mobile tel call, picture photo image photograph, plan scheme program project initiative, plane
    aircraft airplane jet flight, player athlete sportsman, poem poet poetry, poison toxic poisonous poisoning,
    policeman police officer cop constable, politician lawmaker legislator senator congressman mp, pollution
    contamination contaminate, poor needy disadvantaged, possess own have, postpone delay, potential possible, power
    authority control, praise hail applaud commend compliment, pray prayer, pregnant pregnancy expecting, preparation
    prepare ready, preserve conserve conservation, prevent avoid avert, price cost fee charge expense, priest clergy
    pastor, prisoner inmate detainee captive, problem trouble difficulty challenge issue, profit gain earnings
    surplus, progress advance, promise pledge vow commit commitment undertake, promote promotion, prosecute
    prosecution prosecutor, prosper prosperity flourish thrive, protect protection defend guard, protester
    demonstrator activist campaigner, public open, pupil student schoolchild learner, quantity amount, question ask
    query inquire wonder, quit resign resignation step, quote quotation, rain rainfall precipitation, rally
    demonstration, ready willing prepared, rebel rebellion, rebuild reconstruct reconstruction, recession downturn,
    record recording, region area zone district, regulator watchdog, release free, remember recall, rent lease,
    replace substitute successor, report study paper research survey, reporter journalist correspondent press media,
    rescue save, resident inhabitant citizen local, restaurant cafe eatery, result outcome consequence, retire
    retirement, return back, revenge retaliation retaliate, rich wealthy affluent, ridiculous absurd, right freedom
    liberty, riot unrest, rise climb, river stream, rock stone, romance romantic, room chamber, rule regulation
    guideline, sad unhappy upset, safe safety secure security, save saving economize, scandal affair, schedule
    timetable, school college university, scientist researcher academic scholar, score point, search hunt pursue
    look, secret confidential classified, see saw watch view observe notice, seize confiscate, send sent dispatch
    ship mail deliver, serious severe grave, shelf store, ship boat vessel, shoot gun, shop store retailer, short
    brief, shortage lack scarcity, shout yell scream, show display demonstrate reveal, show performance production
    play, shut close, silence silent, silly foolish stupid, similar same alike, singer musician artist, skill ability
    talent, slim thin, slow delay, small little tiny, software program application app, soldier troop military army,
    song music tune, soon shortly, sound audio, south southern, spokesman spokeswoman spokesperson, sport athletic,
    spy espionage, storm hurricane cyclone, street road avenue, strong strength powerful, subject topic, subway
    underground metro, success successful succeed, sudden abrupt, sue lawsuit litigation, suggest propose recommend
    advise proposal, supply supplier, support back endorse favor, surprise shock astonish, survive survivor survival,
    suspend suspension, talk speak spoke speech conversation, tax levy duty tariff, taxi cab, teach taught train
    educate, teacher educator instructor lecturer professor, team side squad, teenager adolescent teen, television tv
    telly, terror terrorism terrorist, thank thanks grateful gratitude appreciate appreciation, think thought believe
    opinion view feel, thorough full, threat threaten danger risk, throw threw toss, timber wood, tired exhausted,
    toilet bathroom, trade commerce, train railway rail, trash garbage waste litter rubbish, true real genuine, trust
    confidence, try tried attempt effort, unemployed unemployment jobless, urge beg ask request plead appeal call,
    use used utilize employ apply, vaccine vaccination jab shot, value worth, verdict ruling, version release,
    victim casualty, video footage recording film, village hamlet community, violate violation breach, violent
    violence, virus covid coronavirus pandemic, visit trip tour travel went, visitor guest tourist, vote ballot poll
    election, wage pay salary earnings income, walk stroll, want wish desire seek sought, warn warning caution
    alert, weak weakness, weapon arm gun, wear clothes, weather climate, website site web, week weekly, weigh
    weight, welcome greet, west western, whole entire all, wife husband spouse partner married, win won victory
    triumph beat defeat, withdraw pull, witness bystander onlooker, woman female lady women, worker employee staff
    personnel labor, world global international worldwide, worsen deteriorate weaken, writer author novelist, year
    annual yearly, young youthful younger
"""


@cache
def _groups() -> dict[str, list[str]]:
    """The groups, words apart by single spaces, by the first letters of their words."""
    found: dict[str, list[str]] = defaultdict(list)
    for group in f"{_FORMS},{_MEANINGS},{SEATS}".split(","):
        words = group.split()
        for letter in {word[0] for word in words}:
            found[letter].append(" " + " ".join(words))
    return found


@lru_cache(10_000)
def synonyms(term: str) -> frozenset[str]:
    """The terms that may stand for a term; empty for most."""
    start = term.removesuffix("i").removesuffix("z")
    found: set[str] = set()
    for group in _groups().get(start[:1], ()):
        if f" {start}" in group and term in (same := terms(group)):
            found.update(same)
    return frozenset(found - {term})
