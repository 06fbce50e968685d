"""Words of the grammar, which are few and closed classes, and the verbs and times that bound a noun phrase.

Source: Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of the English Language (1985), chapter 2.
"""

from bot.words import word_set

# Irregular past participles: behind a noun they open a reduced relative clause ("a website | run by students").
PARTICIPLES = word_set(
    """
    beaten born bought broken brought built caught chosen done drawn driven eaten fed forgotten found frozen given grown
    held hidden kept known laid led left lent lost made meant met paid put run seen sent set shown sold spent spoken
    stolen taken taught thrown told torn understood won worn written
    """
)

DETERMINERS = word_set(
    """
    a all an another any both each eight either every few five four half her his its many more most my neither
    nine no one other others our seven several six some such ten that the their these this those three two your
    """
)
POSSESSIVES = word_set(
    """
    her his its my our their whose your
    """
)
PREPOSITIONS = word_set(
    """
    about above across after against ahead along alongside amid among around as at before behind below beneath
    beside besides between beyond by concerning despite during except following for from in including inside into like
    near of off on onto opposite outside over past per regarding since through throughout to toward towards
    under underneath unlike until up upon via with within without
    """
)
# Prepositions that bind a second noun to the first: "a spokesman for the army".
LINKING = word_set(
    """
    at for from in of on per to with
    """
)
CONJUNCTIONS = word_set(
    """
    & and but nor or plus yet
    """
)
SUBORDINATORS = word_set(
    """
    after although as because before if once since so than that though unless until when whenever where whereas
    whether while whilst
    """
)
RELATIVES = word_set(
    """
    that which who whom whose
    """
)
SUBJECT_PRONOUNS = word_set(
    """
    he i it she they we who you
    """
)
# What can stand for a whole noun phrase as a subject.
PRONOUNS = word_set(
    """
    all another anyone both each everybody everyone few he i it many most nobody none one others several she
    some somebody someone they we who you
    """
)
OBJECT_PRONOUNS = word_set(
    """
    her herself him himself itself me myself ourselves them themselves us yourself
    """
)
BE = word_set(
    """
    'm 're 's am are aren't be been being is isn't was wasn't were weren't
    """
)
MODALS = word_set(
    """
    'd 'll can can't cannot could couldn't may might mightn't must shall should shouldn't will won't would
    wouldn't
    """
)
AUXILIARIES = word_set(
    """
    'd 'll 'm 're 's 've am are aren't be been being can can't cannot could couldn't did didn't do does doesn't
    don't had hadn't has hasn't have haven't having is isn't may might mightn't must shall should shouldn't was
    wasn't were weren't will won't would wouldn't
    """
)
NEGATED = word_set(
    """
    aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't shouldn't wasn't
    weren't won't wouldn't
    """
)
# Before "to say": nothing was said.
DECLINES = word_set(
    """
    able declined declines declining due expected expects failed fails going hoped hopes likely planned plans
    ready refused refuses refusing scheduled set tried trying unable unlikely wanted wants yet
    """
)
ADVERBS = word_set(
    """
    afterward afterwards again ago ahead almost already also always anyway apparently away back clearly earlier early
    else even ever famously finally first formally formerly further furthermore here however indeed instead just
    lastly later meantime meanwhile moreover most much never nevertheless newly next nonetheless now often once only
    originally otherwise perhaps previously privately probably publicly quite rather recently repeatedly reportedly
    simply so sometimes soon specifically still subsequently then there thereby therefore thus today together tomorrow
    too twice usually very well yesterday yet
    """
)
TIMES = word_set(
    """
    afternoon apr april aug august autumn centuries century dawn day days dec decade decades december dusk
    evening feb february fortnight friday hour hours jan january jul july jun june march midday midnight
    minute minutes moment monday month months morning night noon nov november oct october saturday sep sept
    a.m p.m september spring summer sunday thursday time today tomorrow tonight tuesday wednesday week weekend weeks
    winter year years yesterday
    """
)
# Finite verbs that bound a noun phrase.
VERBS = word_set(
    """
    appeared appears arrived arrives asked ate attended became become becomes began begins believe believed
    believes bent bit bled blew bought broke brought built burst called came caught chose come comes crept dealt
    did died does drank drew drove dug ended faces fell felt finds fled flew follows forbade forgave forgot
    fought froze gave get gets go goes gone got grew had happened has heard held helped hid hung included
    includes joined kept killed knelt knew knows laid leads leapt led left lent lets lit lives lost made makes
    marked meant meet meets met needs opened paid played plays put puts quit quits ran rang received remained remains
    resigned rode rose runs sang sank sat saw seemed seems sees sent served serves shook shot showed shows spat
    shrank signed slept slid sold sought spent spoke sprang stands started starts stole stood stopped strode
    strove struck stuck swam swept swore takes talked taught thinks thought threw took tore tried tries trod
    turned understood urges used visited wanted wants went wept withdrew woke won wore worked works wove wrote
    """
)
