"""The frame of the page: what it may load (nothing), who speaks, answers to questions, the check of a draft."""

import os
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from bot.answers import Answer, Bot, Change, Quote, Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell.page.markup import Html, joined, tag
from bot.shell.page.people import LONG, Cast
from bot.shell.page.text import documents
from bot.shell.render import REPORTED, citation, clean, has_marks, speaker_line, spoken
from bot.shell.verdicts import words


def page(bot: Bot, answers: Sequence[Answer] = (), draft: Document | None = None, found: Sequence[Verdict] = ()) -> str:
    """The documents as HTML, with answers to questions, and with what was `found` of the quotations of a draft."""
    cast = Cast.of(bot)
    titles = [document.title or document.id for document in bot.documents]
    title = clean(titles[0]) if len(titles) == 1 else f"{len(titles):,} documents"
    script, style = _file("script.js"), _file("style.css") + cast.colours()
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    answering = {cast.place(quote) for answer in answers for quote in answer.quotes}
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(style)),
    )
    body = tag(
        "body",
        tag("a", "To the documents", class_="skip", href="#documents"),
        tag("header", tag("h1", title), tag("p", _counts(bot), class_="dim"), _search()),
        tag(
            "main",
            _speakers(cast),
            _answers(cast, answers),
            _check(cast, draft, found) if draft else "",
            tag("div", *documents(cast, answering), id="documents", tabindex=0, role="group", aria_label=_KEYS),
        ),
        tag("div", class_="panel", role="status", aria_live="polite"),
        tag("script", Html(script)),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


_KEYS = "The documents; arrow keys go from sentence to sentence"


def _file(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _hash(source: str) -> str:
    """What a content security policy allows a script or a style by."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _counts(bot: Bot) -> str:
    speakers = {speaker.name for speaker in bot.speakers}
    counts = ((len(bot.documents), "document"), (len(bot.sentences), "sentence"), (len(speakers), "speaker"))
    return ", ".join(f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in counts)


def _search() -> Html:
    return tag(
        "form",
        tag("label", "Find ", tag("input", type="search", autocomplete="off")),
        tag("button", "Next", type="submit"),
        tag("span", class_="dim", id="count", role="status"),
        role="search",
    )


def _speakers(cast: Cast) -> Html:
    """Everybody who speaks: how much, the first and the last place, and a box to see only theirs."""
    said: dict[str, list[Sentence]] = {name: [] for name in cast.people}
    for sentence in cast.bot.sentences:
        if sentence.speaker:
            said[sentence.speaker.name].append(sentence)
    most = max(map(len, said.values()), default=1)
    rows = (
        tag(
            "tr",
            tag(
                "td",
                tag("input", type="checkbox", value=person.number, aria_label=f"Only {clean(name)}"),
                class_="only",
            ),
            tag("th", person.badge(), clean(speaker_line(person.speaker)), scope="row"),
            tag("td", f"{len(said[name]):,}", class_="number"),
            tag("td", person.strip([(0, round(LONG * len(said[name]) / most))]), class_="strip wide"),
            tag("td", _link(cast, said[name][0], "first"), " ", _link(cast, said[name][-1], "last")),
        )
        for name, person in cast.people.items()
    )
    names = (("Only", "only"), ("Speaker", None), ("Sentences", "number"), ("Share", "wide"), ("Places", None))
    head = tag("tr", *(tag("th", name, class_=class_, scope="col") for name, class_ in names))
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    return tag("section", tag("h2", "Who speaks"), table if said else tag("p", "Nobody is quoted."))


def _link(cast: Cast, sentence: Sentence | Quote, text: str) -> Html:
    return tag("a", text, href=f"#{cast.place(sentence)}")


def _answers(cast: Cast, answers: Sequence[Answer]) -> Html:
    return joined(
        tag(
            "section",
            tag("h2", clean(answer.question)),
            *(_quote(cast, quote) for quote in answer.quotes),
            *(tag("p", clean(gap)) for gap in answer.gaps),
            tag("p", clean(answer.reason or answer.notice or "")) if not answer else "",
        )
        for answer in answers
    )


def _quote(cast: Cast, quote: Quote) -> Html:
    said = clean(speaker_line(quote.speaker)) + (REPORTED if quote.kind == "indirect" else "")
    place = tag("p", _link(cast, quote, citation(quote.sentence)), class_="place")
    words = spoken(quote.words) if has_marks(quote) else f"“{spoken(quote.words)}”"
    return tag("blockquote", tag("p", tag("strong", said), tag("br"), words), place)


def _check(cast: Cast, draft: Document, found: Sequence[Verdict]) -> Html:
    """The verdicts, and the draft with the quotations marked that they are on."""
    marked: list[str] = []
    at = 0
    for number, verdict in enumerate(found, 1):
        marked += [
            draft.text[at : verdict.start],
            tag("mark", verdict.text, id=f"q{number}", class_=verdict.verdict.replace(" ", "-")),
            tag("sup", tag("a", str(number), href=f"#v{number}", aria_label=f"Verdict {number}")),
        ]
        at = verdict.end
    entries = (tag("li", *_verdict(cast, verdict, n), id=f"v{n}") for n, verdict in enumerate(found, 1))
    return tag(
        "section",
        tag("h2", f"The quotations of {clean(draft.id)}"),
        tag("ol", *entries),
        tag("div", *marked, draft.text[at:], class_="draft"),
    )


def _verdict(cast: Cast, verdict: Verdict, number: int) -> Iterator[str]:
    yield tag("a", verdict.verdict, class_="verdict", href=f"#q{number}")
    yield f" {clean(verdict.speaker or 'nobody named')}"
    changes = [joined(part, " ") for change in verdict.difference for part in _change(change)]
    yield tag("p", *changes) if changes else tag("p", words(verdict))
    if verdict.quote:
        near = "nearest: " if verdict.verdict == "not found" else ""
        place = _link(cast, verdict.quote, citation(verdict.quote.sentence))
        yield tag("p", near, place, f" {clean(speaker_line(verdict.quote.speaker))}", class_="place")


def _change(change: Change) -> list[str]:
    if change.same:
        return [spoken(change.draft)]
    return [tag(name, spoken(said)) for name, said in (("del", change.draft), ("ins", change.source)) if said]
