"""What a line of a conversation is, told from its words alone, before anything is searched.

A line may be meant for the program ("thanks", "help", a web address), ask about what was shown ("who said that?",
"more"), correct the line before ("no, I meant Li"), or ask something.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from bot.patterns import lazily
from bot.questions.turning import OTHER, asked_anew, asks, bare_words, corrected, turned
from bot.words import STOP_WORDS

LONGEST = 2000
"""Characters of a line that are read; what is longer is no question."""


class To(Enum):
    """What a line is for."""

    HELP = auto()
    """The program: a greeting, thanks, a command, a question about the program itself."""
    SPEAKERS = auto()
    """The program: who speaks, or how many do."""
    DOCUMENTS = auto()
    """The program: which documents it has read, or how many."""
    MORE = auto()
    """What was found for the question before and has not been shown."""
    SOURCE = auto()
    """Who says what was shown, and where it stands."""
    NTH = auto()
    """One of the quotes shown, by its number."""
    CORRECTION = auto()
    """The question before with something else in its place."""
    ONLY = auto()
    """The question before, of one speaker alone."""
    QUESTION = auto()


class Line(NamedTuple):
    """A line as it is to be taken."""

    to: To
    text: str
    """What is asked, without the words that only say how the line is meant."""
    number: int = 0
    """Of the quote that is wanted, from 1; 0 is the last."""
    topic: str = ""
    """What it turns to before it asks: "the ferry" in "the ferry now. is it late"."""


_COURTESY = frozenset(
    """
    ah aha alright awesome bye cheers cool excellent fine good goodbye great haha hello hey hi hm hmm k lol nah
    never nevermind nice no nope oh ok okay omg oops perfect please really right sorry sure ta thank thanks thankyou
    thx ty understood wow yea yeah yep yes yo yup
    """.split()
)
"""Words of a talk that ask nothing..."""
_CORRECTING = frozenset("nah no nope oh oops sorry".split())
_THANKS = frozenset(["thanks", "thank you", "thx", "great", "cool", "perfect", "nice", "awesome", "hi", "hello", "hey"])
"""What may stand before a question."""
_AMONG = frozenset(
    """
    a afternoon again all and bot day evening everybody everyone for got guys have help helped helpful helps i in is it
    just later lot makes man mate mind morning much my night now one see sense so soon that thats the then there this to
    tomorrow u useful very was well worries you your
    """.split()
)
"""... and those that stand among them: "thanks, that helps"."""
_ASIDES = sorted(_COURTESY - _CORRECTING | frozenset(["also", "btw", "er", "now", "thank you", "um", "wait", "well"]))
_TALKING = (_COURTESY - _CORRECTING) | _AMONG
_TALKING |= frozenset(
    """
    another anyway different enough finally first firstly funny get idea interesting know last lastly moving new next
    one question quick random second secondly seriously strange subject sure then thing third topic true weird
    """.split()
)
"""Words of what is said before a question and is none: "not sure. who signed?"."""
_SEGMENT = lazily(r"([^,.:;!?]{1,60}?)(?:[,.:;!?-]+| -+) +")
_OPENING = lazily(
    rf"(?:(?:{'|'.join(_ASIDES)})[,.!:]* )+(?=(?:and|but|what about|how about|who|what|when|where|why|how|which|"
    r"did|does|do|is|are|was|were|has|have|had|can|will)\b)",
    re.IGNORECASE,
    needs=" ".join(_ASIDES),
)
"""What may stand before a question and is no part of it."""
_PLEASE = lazily(
    r"(?:(?<=\w),? (?:please|pls|plz|thx|btw|though|tho|mate|lol|actually|anyway|so far|at all)|"
    r"(?<=\w), (?:sorry|thanks))[.!? ]*$",
    re.IGNORECASE,
    needs="please pls plz sorry thanks thx btw though tho mate lol actually anyway far all",
)
"""What may stand behind a line and asks nothing."""
_LEAVING = r"exit|quit|q|leave|stop|clear|cls|reset|restart|logout"
_SHOWN = r"this|that|it|them|all|everything|(?:the|this|that) (?:answer|quote|talk|chat|conversation|screen)"
_COMMANDS = frozenset(["help me", *f"help menu commands settings options version {_LEAVING}".replace("|", " ").split()])
_COMMAND = lazily(
    rf"(?:save|copy|print|export|download|undo|delete|repeat)(?: (?:{_SHOWN}))?|"
    r"what can (?:you|i|this)(?: bot)? (?:do|ask)(?: you)?(?: here)?|"
    r"(?:can|could|will|would) (?:you|u) (?:please )?"
    r"(?!(?:explain|find|get|give|list|name|quote|read|remind|show|tell)\b|help (?:me|us) \w)[a-z]{1,20} "
    r"(?:me|us|my|our)\b.{0,80}|(?:who|what) are you|what is this (?:bot|tool)|"
    rf"how (?:do|can|could) i (?:{_LEAVING}|close|save|print|export|copy|search|undo|go back|start over)(?: {_SHOWN})?|"
    r"(?:show|list|print|give)(?: me)?(?: (?:all|the|your)){0,2} "
    r"(?:commands|options|settings|menu|version(?: number)?)|"
    r"(?:what|which) (?:commands|options|settings)(?: (?:are there|do you have|can i use|exist))?|"
    r"who (?:made|built|wrote) (?:you|u)|(?:are|is) (?:you|u) .{0,40}|"
    r"do (?:you|u) (?:understand|speak|work|live|sleep)\b.{0,40}|"
    r"(?:what|why|how|do|did|would|should|can|could) (?:do |would |can |could |should )?(?:you|u) "
    r"(?:actually |really )?(?:think|agree|believe|recommend|suggest|prefer|feel|like|love|hate)\b.{0,40}|"
    r"(?:is|was) (?:that|this|it) (?:really )?(?:true|correct|right|a fact|sure|certain)|got it|again|not really|"
    r"no problem|you there|how (?:are|r) (?:you|u)(?: doing)?|what(?:['’]?s| is) your name|"
    r"explain(?: (?:that|this|it))?|"
    r"why do (?:you|u) say (?:that|this|so)|what (?:time|day|date|year) is it(?: now| today)?|"
    r"how (?:do|does|can) (?:i|you|this|it) (?:use|work)(?: (?:this|it|you))?",
    re.IGNORECASE,
    needs="commands settings options menu version save copy print export download undo delete repeat you u i bot tool "
    "work use true correct right fact sure certain got again really problem there are name explain say it",
)
_NO_WORDS = lazily(
    r"(?:what(?:['’]?s| is) )?\d{1,9}(?: ?[-+*/] ?\d{1,9})+(?: ?=)?|\?+|[/\\:-]{1,2}[a-z?!]*(?: .*)?|[a-z]+\(\)|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
"""What is typed to a program, and addresses of the web."""
_SIGNS = ("()", "://", "www.", "+", "*")
_SPEAKERS = lazily(
    r"(?:please )?(?:list|show|give)(?: me)?(?: (?:all|all the|the))? speakers|(?:the )?speakers|"
    r"who are (?:all )?(?:the|these|those) (?:people|persons|speakers)(?: here)?|"
    r"how many (?:speakers|people speak|voices)(?: (?:are|speak)(?: there| here)?)?",
    re.IGNORECASE,
    needs="speakers people persons voices",
)
_FILES = lazily(
    r"(?:please )?(?:list|show|give)(?: me)?(?: (?:all|all the|the|your))? (?:documents|files)|"
    r"(?:the )?(?:documents|files)|(?:how many|what|which) (?:documents|files) "
    r"(?:are (?:there|these|loaded)(?: here)?|(?:do|have|did) you (?:have|know|read))",
    re.IGNORECASE,
    needs="documents files",
)
_SOURCE = lazily(
    r"(?:and |but )?(?:who(?:['’]?s| is| was) (?:that|this|it)(?: from| again)?|says who|"
    r"did (?:he|she|they|[\w'’-]{1,40}) (?:really |actually |literally )?(?:say|write) (?:that|this|it)"
    r"(?: (?:himself|herself|themselves|like that))?|(?:is|was|are|were) (?:that|this|those|these) (?:verbatim|"
    r"word for word|a (?:direct )?quote|(?:his|her|their|the) (?:own |exact |actual )?words)|"
    r"where(?:['’]?s| is) (?:that|this)(?: from| written)?|"
    r"(?:in |from )?(?:which|what) (?:article|doc(?:ument)?|file|text|page|paper|letter|story|line)|"
    r"what(?:['’]?s| is| was) (?:his|her|their|the) name again,? who (?:is|was) (?:that|this|it)|"
    r"what(?:['’]?s| is| was) (?:his|her) (?:full |first |last )?name(?: again)?|"
    r"(?:what(?:['’]?s| is) )?(?:the|your) sources?(?: of (?:that|this))?|sources?|citation|"
    r"(?:can|could|may) i (?:get|have|see) the (?:link|source|reference)|(?:the )?(?:link|reference)|(?:said )?by whom|"
    r"(?:cite|say|repeat) (?:that|this|it)(?: again)?|"
    r"(?:can you )?show me where(?: it says (?:that|this|so))?|verbatim|(?:the )?exact words|"
    r"where in the (?:text|document|article)|"
    r"where did you (?:get|find|read) (?:that|this|it)(?: from)?)(?: please)?",
    re.IGNORECASE,
    needs="that this it which what says source sources citation those these link reference whom where verbatim words "
    "name",
)
_LEADING = frozenset("and but from in ok sorry".split())
_ASKED = frozenset("what where which who whos whose".split())
_POINTING = frozenset("here it so that these this those".split())
_DOCUMENTS = frozenset(
    "article articles doc docs document documents file files line page paper papers source story text texts".split()
)
_SPEAKING = frozenset(
    "claim claimed claims reported reports said say says speaking spoke stated talking told words wrote writes".split()
)
_BESIDE = frozenset(
    """
    again and are bit but did do does exactly find found from he her him his i in is last made me my name of on one our
    part please pls press quote she sentence sorry stand the their them they thing three two us was we were you your
    """.split()
)
_OF_SOURCE = _POINTING | _DOCUMENTS | _SPEAKING | _BESIDE
"""Words of which a line consists that points at what was shown and asks who says it or where: "who told us that"."""
_MORE = lazily(
    r"(?:(?:(?:and|show|tell|give|any|some|yes)(?: me)?,? )?"
    r"(?:more|go (?:on|ahead)|carry on|keep going|continue|(?:next|another)(?: one| quote)?|further|what else|"
    r"(?:any|some|no)thing (?:else|more|further)|"
    r"(?:where(?:['’]?s| is) )?the rest|"
    r"what (?:else|more) (?:(?:is|was) (?:there|in (?:it|there|this))|"
    r"(?:do|did|does) (?:they|it|this|that|the (?:text|article|document)) "
    r"(?:say|discuss|mention|tell|talk about|speak of|cover))|"
    r"more quotes|what next|and then)|"
    r"(?:(?:is|was) )?(?:that|this|it)(?:['’]?s)? (?:all|everything|it)(?: of it| there is)?|"
    r"(?:is|was) there (?:any(?:thing)? )?(?:more|else))"
    r"(?: (?:of (?:that|this)|(?:from|by) (?:him|her|it|them)|i should know|to know))?(?: (?:please|pls))?",
    re.IGNORECASE,
    needs="more on ahead going continue next another further else rest all everything it then",
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5, "last": 0}
_NTH = lazily(
    rf"(?:show (?:me )?|what(?:['’]?s| is| was) )?(?:the )?({'|'.join(_ORDINALS)})(?: (?:one|quote|sentence))?,?"
    r"(?: (?:in|with) (?:its )?context)?|\[?(\d)\]?|(?:show (?:me )?)?(?:(?:that|this|it),? )?in (?:its )?context",
    re.IGNORECASE,
    needs="context 0 1st 2nd 3rd first second third fourth fifth last 1 2 3 4 5 6 7 8 9",
)
_BIDDING = lazily(
    r"(?:please |(?:can|could|would) you |i(?:['’]d| would) like to |i (?:want|need) to )?"
    r"(?:show|give|find|tell|know|explain)(?: (?:to )?(?:me|us))?(?: (?:please|again))? "
    r"(?=(?:all|everything|anything|what|who|where|when|why|how)\b)|do you know (?=(?:what|who|where|when|why|how)\b)",
    re.IGNORECASE,
    needs="show give find tell know explain",
)
"""What bids the program to answer, and is no part of the question: "show me | everything that Li said"."""
_PART = r"(?:the )?(?:bits?|lines?|parts?|quotes?|sentences|statements?|words) (?:by|from|of)"
_ONLY = lazily(
    rf"(?:(?:no|and|but|ok|okay),? )?(?:(?:show|give)(?: me)? )?(?:(?:only|just)(?: (?:{_PART}|by|from))?|"
    r"(?:filter|limit|narrow|restrict)(?: (?:it|that|them|this))?(?: down)? (?:by|to))\s+(.{1,60}?)(?:,? please)?",
    re.IGNORECASE,
    needs="only just filter limit narrow restrict",
)
_ONLY_BEHIND = lazily(
    rf"(?:{_PART} )?((?!(?:am|are|did|do|does|how|is|was|were|wh\w+)\b)[\w'’.-]{{2,40}}(?: [\w'’.-]{{2,40}})?),? only",
    re.IGNORECASE,
    needs="only",
)


def read_line(text: str) -> Line:
    """What a line is for. Words of excuse before a question are left out, and what goes beyond `LONGEST`."""
    text = text.strip()[:LONGEST]
    behind = _PLEASE.search(text)
    text = text[: behind.start()] if behind else text
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    text = _without_talk(text)
    first, rest = (*re.split(r"[!.,]+ ", text, maxsplit=1), "")[:2]
    text = rest if rest and first.casefold() in _THANKS else text
    bare = text.strip("?!. ") or text
    if _SPEAKERS.fullmatch(bare):
        return Line(To.SPEAKERS, bare)
    if _FILES.fullmatch(bare):
        return Line(To.DOCUMENTS, bare)
    typed = not bare[:1].isalnum() or any(sign in bare for sign in _SIGNS)
    command = bare.casefold() in _COMMANDS or _COMMAND.fullmatch(bare)
    if not bare_words(bare) or _courteous(bare) or command or (typed and _NO_WORDS.fullmatch(bare)):
        return Line(To.HELP, bare)
    if _MORE.fullmatch(bare):
        return Line(To.MORE, bare)
    if _SOURCE.fullmatch(bare) or _asks_source(bare):
        return Line(To.SOURCE, bare)
    if nth := _NTH.fullmatch(bare):
        return Line(To.NTH, bare, _ORDINALS[nth[1].casefold()] if nth[1] else int(nth[2] or 1))
    if (instead := corrected(bare)) is not None:
        topic, asked = turned(instead)
        if topic:
            return Line(To.QUESTION, asked, topic=topic)
        return Line(To.QUESTION if asks(instead) else To.CORRECTION, instead)
    if only := _ONLY.fullmatch(bare) or _ONLY_BEHIND.fullmatch(bare):
        return Line(To.ONLY, only[1])
    bidding = _BIDDING.match(text)
    text = text[bidding.end() :] if bidding else text
    topic, asked = turned(text)
    return Line(To.QUESTION, asked if topic else asked_anew(text), topic=topic)


def _asks_source(bare: str) -> bool:
    """Whether a line asks who says what was shown, or which document: "which of the two files is this in"."""
    words = bare_words(bare)
    words = words[1:] if words[:1] and words[0] in _LEADING else words
    asked, words = "".join(words[:1]), words[1:]
    of_document = not _DOCUMENTS.isdisjoint(words[:1] if asked == "what" else words)
    by_somebody = asked != "what" and not _SPEAKING.isdisjoint(words)
    return (
        asked in _ASKED
        and (of_document or by_somebody)
        and not _POINTING.isdisjoint(words)
        and _OF_SOURCE.issuperset(words)
    )


def _without_talk(text: str) -> str:
    """A line without the talk before what it asks: "fine. last one: | who signed?"."""
    segment = _SEGMENT.match(text)
    while segment and _is_talk(segment[1]) and not _is_talk(text[segment.end() :]):
        text = text[segment.end() :]
        segment = _SEGMENT.match(text)
    return text


def _is_talk(text: str) -> bool:
    """Whether words are talk; "the next one" is another document, "and now" a time."""
    words = bare_words(text)
    other = "one" in words and not OTHER.isdisjoint(words)
    said = not _TALKING.isdisjoint(words) and STOP_WORDS.union(_TALKING).issuperset(words)
    return said and not other and words[-1:] != ["now"]


def _courteous(bare: str) -> bool:
    """Whether a line is nothing but words of a talk: "great, thanks a lot"."""
    words = set(bare_words(bare))
    return bool(words & _COURTESY) and words <= _COURTESY | _AMONG
