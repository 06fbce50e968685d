"""Verbs that stand beside what is said, by what they take, and every form of a verb.

Sources: the classes of reporting verbs ("public", "suasive") follow Quirk, Greenbaum, Leech and Svartvik, A
Comprehensive Grammar of the English Language (1985), 16.31 to 16.33; verbs of saying, telling and manner of speaking
follow Levin, English Verb Classes and Alternations (1993), classes 29 and 37.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


# Verbs of saying by frame: a clause or a quotation ("said that ...", "..., he said"),
SAY = word_set(
    """
    accept acknowledge add admit advise affirm agree allege announce answer argue assert assess aver believe boast
    brag caution charge cite claim clarify comment complain concede conclude concur confess confide confirm contend
    contest continue counter decide declare demand deny detail disagree disclose dispute emphasise emphasize enquire
    estimate exclaim explain fear feel find forecast fume gripe grumble highlight hint hold hope imply indicate
    inquire insist interject joke lament maintain mention muse narrate note object observe opine outline pledge point
    posit post pray predict proclaim promise pronounce propose protest query question quip read reaffirm reason recall
    reckon recommend recount reflect regret reiterate relate remark repeat reply report request resolve respond retort
    reveal rule say share show signal specify speculate state stipulate stress submit suggest surmise suspect swear
    testify theorise theorize think tweet underline underscore urge utter venture volunteer vow warn wonder worry
    write
    """
)
# Somebody, then a clause or "to ..." ("told them that", "urged him to"),
ADDRESS = word_set(
    """
    admonish advise ask assure beg beseech brief caution challenge command convince counsel encourage enjoin entreat
    apprise exhort implore importune inform instruct invite notify order persuade pledge promise reassure remind request
    swear teach tell threaten urge vow warn
    """
)
# A quotation only: manner of speaking, and what novels put beside one.
MANNER = word_set(
    """
    babble bark bawl begin bellow bleat blurt boom bray breathe burble cackle call caw chant chatter chide chime
    chirp chuckle cluck coo croak croon crow cry demand drawl drone echo ejaculate enquire expostulate falter gabble
    gasp gibber giggle grin groan grouch grouse growl grumble grunt hiss holler hoot howl inquire insist interpose
    interrupt intone jabber laugh lilt lisp moan mumble murmur mutter nod pant persist plead pray proceed purr
    pursue rage rasp reassure rejoin resume return roar rumble scoff scold scream screech shout shriek shrug sigh
    sing smile snap snarl sneer sniff snivel snort snuffle sob splutter sputter squall squawk squeak squeal stammer
    stutter tease thunder trill trumpet twitter wail warble wheeze whimper whine whisper whoop yammer yap yell yelp
    yodel
    """
)
_PAST = {
    "admit": "admitted",
    "beg": "begged",
    "beseech": "besought",
    "begin": "began",
    "brag": "bragged",
    "chat": "chatted",
    "concur": "concurred",
    "counsel": "counselled",
    "draw": "drew",
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
    "regret": "regretted",
    "rip": "ripped",
    "say": "said",
    "seek": "sought",
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
    "undertake": "undertook",
    "write": "wrote",
    "yap": "yapped",
}
_OTHER_PAST = {
    "counseled": "counsel",
    "forecasted": "forecast",
    "given": "give",
    "labeled": "label",
    "quoth": "say",
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


def inflected(lemmas: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Every form of the verbs -> its lemma, and "past", "third", "ing" or "base"."""
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
    table.update({form: (lemma, "past") for form, lemma in _OTHER_PAST.items() if lemma in lemmas})
    return table
