"""The documents themselves: who speaks when, and every sentence with its place, its speaker and how that is known."""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from bot.documents import Document
from bot.index import Sentence
from bot.layout import FURNITURE, HEADING
from bot.shell.page.markup import Html, tag
from bot.shell.page.people import LONG, Cast
from bot.shell.render import NARRATION, citation, clean, spoken, why_speaker

_MOST = 12
"""Speakers of a document whose places are drawn."""
_KINDS = {HEADING: "paragraph heading", FURNITURE: "paragraph furniture"}


def documents(cast: Cast, answers: Container[str]) -> Iterator[Html]:
    """Each document; `answers` has the places of sentences that answer a question."""
    collection = cast.bot.grounds.collection
    for number, document in enumerate(cast.bot.documents, 1):
        rows = collection.rows(number - 1)
        sentences = [collection.sentence(row) for row in rows]
        yield tag(
            "article",
            tag("h2", clean(document.title or document.id), id=f"d{number}"),
            tag("p", clean(document.id) + (f", {document.date}" if document.date else ""), class_="dim"),
            _timeline(cast, document, sentences),
            *_paragraphs(cast, sentences, [collection.spans[row].kind for row in rows], answers),
        )


def _timeline(cast: Cast, document: Document, sentences: Sequence[Sentence]) -> Html:
    """Who speaks when: a strip for each, from the beginning of the document to its end."""
    scale = LONG / max(1, len(document.text))
    lanes: dict[str, list[tuple[float, float]]] = {}
    for name, run in groupby(sentences, key=lambda sentence: sentence.speaker.name if sentence.speaker else ""):
        said = list(run)
        start, end = said[0].start, said[-1].end
        lanes.setdefault(name, []).append((round(start * scale, 1), max(2.0, round((end - start) * scale, 1))))
    lanes.pop("", None)
    if len(lanes) < 2:
        return Html()
    most = set(sorted(lanes, key=lambda name: -sum(width for _, width in lanes[name]))[:_MOST])
    rows = (
        tag(
            "tr",
            tag("th", cast.people[name].badge(), clean(name), scope="row"),
            tag("td", cast.people[name].strip(lanes[name]), class_="strip"),
        )
        for name in lanes
        if name in most
    )
    more = f" ({len(lanes) - _MOST} more speak less)" if len(lanes) > _MOST else ""
    return tag("table", tag("caption", f"Who speaks when{more}", class_="dim"), tag("tbody", *rows))


def _paragraphs(
    cast: Cast, sentences: Sequence[Sentence], kinds: Sequence[str], answers: Container[str]
) -> Iterator[Html]:
    pairs = zip(sentences, kinds, strict=True)
    for (_, kind), group in groupby(pairs, key=lambda pair: (pair[0].paragraph, _KINDS.get(pair[1], "paragraph"))):
        parts: list[str] = []
        last = None
        for sentence, _ in group:
            if sentence.speaker and sentence.speaker.name != last:
                parts.append(cast.people[sentence.speaker.name].badge())
            last = sentence.speaker.name if sentence.speaker else None
            parts += [_sentence(cast, sentence, answers), " "]
        yield tag("p", *parts, class_=kind)


def _sentence(cast: Cast, sentence: Sentence, answers: Container[str]) -> Html:
    place = cast.place(sentence)
    label = clean(sentence.text[: len(sentence.text) - len(sentence.words)]) if sentence.label else ""
    return tag(
        "span",
        tag("span", label, class_="label") if label else "",
        spoken(sentence.words),
        id=place,
        class_="s answer" if place in answers else "s",
        data_who=cast.people[sentence.speaker.name].number if sentence.speaker else None,
        data_why=clean(why_speaker(sentence)) if sentence.speaker else f"{NARRATION}.",
        data_place=citation(sentence),
    )
