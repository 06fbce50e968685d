"""The cast of a document in turns: whom its labels name, in full."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from bot.layout import HEADINGS, Label, Span
from bot.patterns import lazily
from bot.speakers.attributions import DIRECT, Evidence
from bot.speakers.bylines import header_names, header_speaker, in_header
from bot.speakers.grammar.tokens import ROLE, TAGS, TITLE
from bot.speakers.meetings import meeting
from bot.speakers.people.apposed import governed
from bot.speakers.people.forms import forms
from bot.speakers.people.registry import Entity, Registry, parse_name
from bot.speakers.prose.scene import Draft
from bot.words import GIVEN, STOP_WORDS, given_gender

_INITIALS = lazily(
    r"([A-Z][\w.'’-]++(?:[ \t]{1,4}(?:(?:de|van|von|der|la) )?[A-Z][\w.'’-]++){0,3}+)[ \t]{0,20}"
    r"(?:\(([A-Z][A-Za-z]{0,4})\)|\|[ \t]+([A-Z][A-Za-z]{1,4})[ \t]+\|)"
)
_SPELT_OUT = lazily(
    r"(?P<initials>[A-Z](?<!\w.)[A-Z]{1,3})(?: ?\(|\]?: | ?[=–—:-] )"
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?= ?[(),;\n]|$)",
    re.MULTILINE,
)
"""Initials with the name behind them: "AL (Ann Lee)", "BR = Bob Ray"."""
_OF_BODY = lazily(
    r"^[ \t]*(?:[-*•] |\d+[.)] )?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
    r"(?:,| [-–—]) [^\n(]{2,60}\((?P<initials>[A-Z]{2,4})\)",
    re.MULTILINE,
)
"""Initials behind where somebody is from: "Ann Lee - Orla Works (AL)"."""
_NAMED = lazily(r"\s*(?P<name>(?:[A-Z][\w.'’-]*[ \t]){1,4}[A-Z][\w'’-]+)(?:[ \t]?\([^()\n]{1,40}\))?\s*")
_ANSWERS = frozenset(["a", "answer", "interviewee", "guest"])
"""Labels of who answers."""
_INTRODUCES = lazily(r"\b(?:I['’]m|I am|[Mm]y name(?: is|['’]s)) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})")
_SOON = 600
"""Characters behind the first question in which the first answer begins."""
_OF = lazily(r"(?:M[Rr]s?|M[Ss])\.? (?P<name>[A-Z][A-Z’'-]+ of [A-Z][^()]+)")
"""One of several of a family name: "Mr. KING of Iowa"."""
_NICK = lazily(r"\S*[\d_\[\]|^`]\S*")
_SEVERAL = lazily(r"(?:Some|Several|An?|Many|All|Other|Opposition|SOME|SEVERAL|AN?) |.* (?:&|and|AND) |.*['’][sS]? ")
"""Who is nobody in particular, two who speak as one, and somebody's relative or part."""
_ACTS = lazily(r"\((?:(?:She|He|They|The|An?|Another) |(?P<nick>[A-Z]\w{1,20})(?: and [A-Z]\w{1,20})? [a-z])")
_LONGEST_ACT = 1500
_BEHIND = lazily(r"\s*[-–—,]\s+([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\s*")
"""A name behind an office, with a dash or comma: "PRESENTER - ANN LEE"."""
_BEHIND_NICK = lazily(r"#\d{4}$|(?<=[A-Z]) (?:asked|moved|replied|said)\b.*")
"""The number of a nick that others have, too: "ann#0042"; what somebody in capitals does: "MR. LEE | asked them"."""
_WORD = r"[A-Z][\w-]*(?:['’][A-Z]\w+)?"
_CALLED = rf"(?-i:{_WORD}(?: [A-Z]\.)?(?: {_WORD})?)"
"""A name of one word or two."""
_INTERVIEWER, _INTERVIEWEE = "Interviewer", "Interviewee"


class Cast:
    """Whom the labels of one document name."""

    def __init__(self, text: str, registry: Registry, labels: list[Label]) -> None:
        self.text = text
        self.registry = registry
        self.nicks = {text[slice(*label.name)].strip(" *@+%") for label in labels}
        self._called = {nick.casefold() for nick in self.nicks}
        self._begins = labels[0].start if labels else 0
        self._named = {mention.words: mention.start for mention in reversed(registry.mentions)} if labels else {}
        """Where each name stands for the first time."""
        self.initials = _initials(text) if labels else {}
        if labels and "Q" not in self.nicks:
            self._shorten()
        self._known: dict[tuple[str, str], tuple[Entity | None, str | None]] = {}
        self._holders: dict[str, Entity] = {}
        """Who is named in brackets behind an office: "The Prime Minister (Ann Lee)"."""

    def _shorten(self) -> None:
        """Short labels stand for the one that they begin or have the initials of: "Ann Lee: ..." and then "AL: ..."."""
        shortened: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for nick in self.nicks:
            for short in _shorts(nick):
                shortened[short].add(tuple(nick.split()))
        named: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        people = [mention.words for mention in self.registry.mentions if len(mention.words) > 1 and not mention.body]
        header = [tuple(name.split()) for name in header_names(self.text)]
        header = [words for words in header if words[-1].casefold() not in HEADINGS]  # "Orla Interviews: Ann Lee"
        for words in (*people, *header):
            for short in _shorts(" ".join(words)):
                named[short].add(words)
        for words in header:
            shortened[words[0]].add(words)
        for nick in self.nicks:
            for fitting in (shortened[nick] - {(nick,)}, named[nick] if nick.isupper() and len(nick) > 1 else set()):
                if len(fitting) == 1:
                    self.initials.setdefault(nick, next(iter(fitting)))
        for nick, words in self.initials.items():
            self.initials[nick] = self.initials.get(" ".join(words), words)

    def turn(self, label: Label) -> Draft | None:
        """The draft of every sentence of a turn; None when its label names nobody."""
        written = self.text[slice(*label.name)], self.text[slice(*label.note)]
        if written not in self._known:
            name = _BEHIND_NICK.sub("", " ".join(written[0].split()).strip(" *#"))
            self._known[written] = self._speaker(name, written[1], label.name[0]) if name else (None, None)
        entity, mention = self._known[written]
        if entity is None:
            return None
        return Draft(entity, DIRECT, Evidence("turn", *label.name), mention)

    def introduces(self, label: Label, end: int) -> bool:
        """Whether a line at the head only says who holds an office: "Chairperson: Ms Ann Lee (ANC)"."""
        behind = _NAMED.fullmatch(self.text, label.end, end)
        office = self.text[slice(*label.name)].strip(" *")
        words = parse_name(behind["name"])[1] if behind else ()
        if behind is None or not words or not TAGS.get(office.casefold(), 0) & (ROLE | TITLE):
            return False
        self.initials.setdefault(office, words)
        self._known.clear()
        self.registry.appoint(self.registry.find(words, label.end), office, label.start)
        return True

    def acts(self, start: int) -> int:
        """Where the brackets close that begin a sentence and tell what somebody does: "(She goes out. He follows.)"."""
        match = _ACTS.match(self.text, start) if self.text[start] == "(" else None
        if match is None or (match["nick"] and match["nick"].casefold() not in self._called):
            return start
        return self.text.find(")", start, start + _LONGEST_ACT) + 1

    def interviewer(self, question: Span) -> Draft:
        """The draft of a question without label: by whoever the head of the text says it is."""
        host = meeting(self.text, question.start).host
        return self._at_head((host,) if host else (), _INTERVIEWER, question)

    def interviewee(self, question: Span) -> Draft:
        """The draft of an answer without label: by whom the interview is with.

        Where the head does not tell, it is with the first person that is named before anything is `asked`; where
        nobody is, with somebody unnamed: a name further on is as often what they talk about.
        """
        asked = question.start
        found = meeting(self.text, asked)
        guests = found.guests
        introduced = None if guests else _INTRODUCES.search(self.text, asked, asked + _SOON)
        if introduced:
            guests = (introduced.span("name"),)
        elif not guests:
            named = (
                mention
                for mention in self.registry.mentions
                if mention.start < asked
                and not mention.body
                and not (found.host and found.host[0] <= mention.start < found.host[1])
                and (found.said or mention.gender or mention.title)
                and not (mention.words and governed(self.text, mention.start))
            )
            guests = tuple((mention.start, mention.end) for mention in islice(named, 1))
        return self._at_head(guests, _INTERVIEWEE, question)

    def _at_head(self, spans: Sequence[tuple[int, int]], unnamed: str, question: Span) -> Draft:
        entity = self._together(spans)
        if entity:
            return Draft(entity, DIRECT, Evidence("byline", spans[0][0], spans[-1][1]))
        shown = Evidence("interview", question.start, question.end)
        return Draft(self.registry.find((unnamed,), question.start), DIRECT, shown)

    def _together(self, spans: Sequence[tuple[int, int]]) -> Entity | None:
        """Whom the names at these places name; several as one."""
        named = ((start, parse_name(self.text[start:end])[1]) for start, end in spans)
        people = [self.registry.find(words, start) for start, words in named if words]
        if len(people) < 2:
            return people[0] if people else None
        return self.registry.find((" and ".join(dict.fromkeys(person.name for person in people)),), spans[0][0])

    def _speaker(self, name: str, note: str, at: int) -> tuple[Entity, str | None]:
        """Whom a label names, and the label where it is not the name itself."""
        label = name + note if "(" in note else name
        both = [self.initials.get(part, ()) for part in re.findall(r"\(([A-Z]\w{0,4})\)", label)]
        if len(both) > 1 and all(both):
            names = " and ".join(self.registry.find(words, at).name for words in both)
            return self.registry.find((names,), at), label
        if name.casefold() in _ANSWERS and (answering := meeting(self.text, at).guests or header_speaker(self.text)):
            return self._together(answering) or self.registry.find((name,), at), label
        inside = re.search(r"\(([^()]+)", note) or _BEHIND.fullmatch(note)
        entity = self._in_brackets(inside[1], name, at) if inside else None
        entity = entity or self._plain(name, at)
        if inside and name != entity.name:
            self._holders[name] = entity
            self._named.pop(entity.words, None)
            if len(entity.words) > 1:
                self.initials.setdefault(entity.words[-1], entity.words)
        return entity, (label if label != entity.name else None)

    def _made_up(self, entity: Entity) -> bool:
        """Whether a full name is only said by others, and begins with no given name: "Ah you are | Partial Moss"."""
        given = entity.words[0].casefold() in GIVEN or given_gender(entity.words)
        if entity.words[-1] == "I":  # "thank you, | Ann I | think"
            return True
        return not given and self._named.get(entity.words, 0) > self._begins

    def _in_brackets(self, inside: str, name: str, at: int) -> Entity | None:
        """Who holds an office, or bears a title without name: "The Chair (Ms. Lee)", "Mr. President (Ann Lee)"."""
        _, words, _ = parse_name(name)
        held, within, _ = parse_name(inside.split(",", maxsplit=1)[0])
        office = not words or name.startswith(("The ", "THE ")) or (held and len(words) < 2) or len(name) == 1
        office = office or bool(TAGS.get(name.casefold(), 0) & (ROLE | TITLE))
        known = self.initials.get(inside)
        return self.registry.find(within, at, held) if within and inside[0].isupper() and office and not known else None

    def _plain(self, name: str, at: int) -> Entity:
        if name in self._holders:
            return self._holders[name]
        if name in self.initials:
            return self.registry.find(self.initials[name], at)
        if _NICK.fullmatch(name) or _SEVERAL.match(name):
            return self.registry.find((name,), at)
        constituency = _OF.fullmatch(name)
        if constituency:
            return self.registry.find((constituency["name"],), at)
        named, _, behind = name.partition(",")
        roles = any(TAGS.get(word.casefold(), 0) & (ROLE | TITLE) for word in behind.split())
        if " " in named and (roles or name.isupper()):
            name = named  # "ANN LEE, CHANNEL 9 ANCHOR"
        title, words, _ = parse_name(name)
        if words and words[0].strip(".") in STOP_WORDS:  # "Caller from Orla", "Listener no. 4"
            return self.registry.find((name,), at)
        if all(map(str.islower, words)) or not any(map(str.isalpha, "".join(words))):  # "The Chair", "Speaker 7"
            holder = None if words else self._holder(name, at)
            return holder or self.registry.find((name,), at)
        form = forms(name)
        entity = self.registry.find(words, at, title, form[0].gender if len(form) == 1 else "")
        if len(words) == 1 and len(entity.words) > 1 and self._made_up(entity):
            entity = self.registry.alone(words, at)
        entity.called(form[0].honorific if len(form) == 1 else "")
        return entity

    def _holder(self, office: str, at: int) -> Entity | None:
        """Who holds an office, as the header says or the text; nobody who has another label, or is only talked of."""
        byline = in_header(self.text)
        title, words, _ = parse_name(byline["name"].replace("\\_", " ")) if byline else ("", (), False)
        if byline and words and title and office.casefold().endswith(title.casefold()):
            return self.registry.find(words, byline.start("name"), title)
        holder = self.registry.by_role(office, at) or self._titled(office)
        labelled = holder and any(parse_name(nick)[1] == holder.words for nick in self.nicks)
        talked = holder and len(holder.words) == 1 and holder.places[0] > self._begins
        return None if labelled or talked else holder

    def _titled(self, office: str) -> Entity | None:
        """The one who is named behind an office above the first turn: "Remarks by President Lee at a Fair"."""
        wanted = office.casefold().removeprefix("the ")
        called = rf"(?<!vice )(?<!deputy )(?<!former )\b{re.escape(wanted)}[ _\\]+(?P<name>{_CALLED})"
        people: dict[str, tuple[tuple[str, ...], int]] = {}
        for match in re.finditer(called, self.text[: self._begins], re.IGNORECASE):
            words = tuple(match["name"].split())
            words = words if words[0].casefold() in GIVEN else words[:1]  # "President Lee | Before Leaving |"
            people[words[-1]] = words, match.start("name")
        return self.registry.find(*people.popitem()[1], wanted.title()) if len(people) == 1 else None


def _initials(text: str) -> dict[str, tuple[str, ...]]:
    """Initials that the document spells out beside a name."""
    found = sorted((len(match[1]), match[2] or match[3], match[1]) for match in _INITIALS.finditer(text))
    initials = {short: tuple(name.split()) for _, short, name in found if _within(short, name)}
    for match in _OF_BODY.finditer(text):
        if _within(match["initials"], match["name"]):
            initials[match["initials"]] = tuple(match["name"].split())
    for match in _SPELT_OUT.finditer(text):
        words = tuple(match["name"].split())
        if match["initials"] == "".join(word[0] for word in words):
            initials.setdefault(match["initials"], words)
    return initials


def _within(short: str, name: str) -> bool:
    """Whether letters stand in a name in that order, from its first one on: "RRD", "Robin Ricard".

    Of one word that may be the first name alone.
    """
    letters = iter(name.casefold())
    whole = (short.isupper() and " " not in name) or all(letter in letters for letter in short.casefold())
    return short[0] == name[0] and whole


def _shorts(full: str) -> set[str]:
    """What stands for a name: the capitals that its words begin with, the first of them, all; of one, how it begins.

    "AL", "Ann Lee"; "RMG", "Robin McGhee"; "PHIL", "PHILONOUS"; "Am", "Amelia".
    """
    loud = full.isupper()
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    shorts = set() if loud and " " not in full else {initials, initials[:1]}
    if not loud:
        shorts.add("".join(filter(str.isupper, full)))
    sizes = range(3 if loud else 2, len(full) - 1) if full.isalpha() and full[0].isupper() else ()
    return shorts.union(full[:size] for size in sizes if loud or full[:size].casefold() not in GIVEN)
