"""Files put into a collection, taken out, looked through and read again; from as many machines at once as there are.

What was interrupted is done again: a document is there once it is whole, and a file once its document is.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from bot.documents import Document, Found, Given, Place, Taken, listed
from bot.errors import DocumentError, StoreError
from bot.index.handover import Read, Reading
from bot.index.keeping import Keep, by_full_path, examined, inside, view_of
from bot.index.milvus.asking import MilvusStore
from bot.index.milvus.rows import file_key, file_of, head_of, rows_of, word_of
from bot.index.milvus.server import DOCUMENT, SENTENCE, WORD, Facts, Row, Server, dimension, some_of
from bot.index.milvus.shelf import Shelf
from bot.index.reading import read_taken
from bot.index.store import Checked, Library
from bot.index.stored.outcomes import TEXT, Outcome
from bot.index.stored.versions import Made, glimpsed, is_same, looked_at
from bot.index.workers import each, processors

_AT_ONCE = 1 << 14
"""Sentences of the documents that are put in together; the first ones tell how long a sentence is."""
_DOCUMENTS = 64
"""Documents that are read again together."""
_TYPICAL = 16.0
"""Terms of a sentence, where there is none to tell."""
_DRIFT = 0.05
"""By how much sentences may be longer or shorter than they are weighed by before that is told."""


def opened(url: str) -> Library:
    """A collection as it is. Raises StoreError."""
    server = Server(url)
    return Library(MilvusStore(Shelf(server, _current(server))))


def _current(server: Server) -> Facts:
    facts = server.facts()
    if not is_same(Made(*json.loads(facts.made)), glimpsed()):
        raise StoreError(server.shown, "it was made by another version; --rebuild makes it anew")
    return facts


def _made() -> str:
    """By what a collection would be made now, wherever the files of our rules are."""
    return json.dumps(looked_at(glimpsed())._replace(glimpse=""))


def kept(found: Found, given: Given, keep: Keep) -> Library:
    """The documents of files, in a collection that has them as they are now.

    Raises DocumentError as reading into memory does, and StoreError where the collection cannot be used.
    """
    server = Server(keep.path)
    statuses = {one.place.path: one for one in listed(map(by_full_path, found.places))}
    before = _there(Shelf(server, _current(server))) if server.there else {}
    new = [one for path, one in statuses.items() if not (path in before and before[path].is_of(one, given.text_field))]
    words: set[str] = set()
    for some in _together(examined(new, before, given, keep)):
        for outcome, _ in some:
            if outcome.text is None and outcome.status.place.named:
                raise DocumentError(outcome.status.place.shown, outcome.said or "")
        if not server.there:
            server.make(Facts(_made(), _average([reading for _, reading in some if reading])))
        _put(server, _current(server), some, words)
    if new:
        server.settle()
    store = MilvusStore(Shelf(server, _current(server)))
    seen = view_of(list(statuses.values()), found, store.shelf.outcomes)
    if seen.faults and not store.shelf.placed:
        raise DocumentError(*seen.faults[0])
    _sweep(store.shelf)
    return Library(store, tuple(seen.skipped), seen.warnings, tuple(seen.faults))


def _there(shelf: Shelf) -> dict[str, Outcome]:
    """What came of files before, as far as nothing of that is missing."""
    whole = {head["content"] for head in shelf.heads.values() if head}
    return {path: one for path, one in shelf.outcomes.items() if one.state != TEXT or one.content in whole}


def _together(
    found: Iterable[tuple[Outcome, Reading | None]],
) -> Iterator[list[tuple[Outcome, Reading | None]]]:
    some: list[tuple[Outcome, Reading | None]] = []
    size = 0
    for outcome, reading in found:
        some.append((outcome, reading))
        size += len(reading.columns.starts) if reading else 0
        if size >= _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _average(readings: Sequence[Reading]) -> float:
    """How many terms a sentence has."""
    sizes = [len(one.segment.lengths) for one in readings]
    return sum(int(one.segment.lengths.sum()) for one in readings) / sum(sizes) if any(sizes) else _TYPICAL


def _put(server: Server, facts: Facts, some: Iterable[tuple[Outcome, Reading | None]], words: set[str]) -> None:
    """Puts in documents and what came of their files; `words` are the terms that are there already."""
    outcomes = [outcome for outcome, _ in some]
    readings = {outcome.content or "": reading for outcome, reading in some if reading}
    _put_documents(server, facts, readings, words)
    server.put(map(file_of, outcomes))


def _put_documents(
    server: Server, facts: Facts, readings: dict[str, Reading], words: set[str], *, anew: bool = False
) -> None:
    """Puts in documents, by what stands for their contents: those that are whole only if all is made `anew`."""
    keys = {facts.key(content): content for content in readings}
    heads = server.get([f"{key}d" for key in keys], "document", "data")
    whole = {one["document"] for one in heads.values() if json.loads(one["data"])}
    new = {key: readings[content] for key, content in keys.items() if anew or key not in whole}
    server.put(head_of(key, facts, {}) for key in new.keys() - whole)  # till its last row none of its rows counts
    last: list[Row] = []

    def rows() -> Iterator[Row]:
        for key, reading in new.items():
            for row in rows_of(key, keys[key], reading, facts):
                if row["kind"] == DOCUMENT:
                    last.append(row)
                else:
                    yield row

    server.put(rows())
    terms = {term for reading in new.values() for term in reading.segment.terms} - words
    server.put(word_of(term, facts) for term in sorted(terms))  # behind their sentences, with which they go again
    words |= terms
    server.put(last)


def _sweep(shelf: Shelf, *, anew: bool = False) -> None:
    """Takes out documents that no file stands for any more; where all was made anew, what is left over, too."""
    files = {one.content for one in shelf.outcomes.values()}
    gone = [key for key, head in shelf.heads.items() if (head["content"] not in files if head else anew)]
    if anew:
        made = shelf.facts.mark("made")
        gone += [row["document"] for row in shelf.server.rows(f"kind == {DOCUMENT} and who != {made}", "document")]
        shelf.server.take_out(f"kind == {WORD} and who != {made}")
    for some in some_of(gone, 100):
        _take_out(shelf.server, some)


def _take_out(server: Server, documents: list[str]) -> None:
    """Takes out documents, their heads last, and the terms that no other has."""
    of_these = f"document in {json.dumps(documents)}"
    heads = server.get([f"{one}d" for one in documents], "document", "who")
    server.put({**head_of(row["document"], Facts("", 0.0), {}), "who": row["who"]} for row in heads.values())
    marks = {mark for row in server.rows(f"{of_these} and kind == {SENTENCE}", "marks") for mark in row["marks"]}
    server.take_out(f"{of_these} and kind != {DOCUMENT}")
    for some in some_of(sorted(marks), 1000):
        left = set(some)
        for row in server.rows(f"array_contains_any(marks, {some})", "marks"):
            left.difference_update(row["marks"])
            if not left:
                break
        if left:
            server.take_out(f"key in {json.dumps([f'w{mark}' for mark in sorted(left)])}")
    server.take_out(of_these)


def forgotten(url: str, gone: str) -> int:
    """Takes files, or all in a folder, out of a collection; how many there were. Raises StoreError."""
    server = Server(url)
    facts = _current(server)
    known = inside(gone, Shelf(server, facts).outcomes)
    if known:
        for some in some_of(sorted(map(file_key, known)), 1000):
            server.take_out(f"key in {json.dumps(some)}")
        _sweep(Shelf(server, facts))
    return len(known)


def renewed(url: str, jobs: int | None) -> None:
    """Reads all documents of a collection again, by the rules of today and weighed by how long sentences are now.

    What is made anew stands beside what was there until all of it is whole. Raises StoreError.
    """
    server = Server(url)
    old = Shelf(server, server.facts())
    total, size = sum(one.total for one in old.placed), sum(one.size for one in old.placed)
    facts, words = Facts(_made(), total / size if total else _TYPICAL), set[str]()

    for some in some_of(range(len(old.placed)), _DOCUMENTS):
        documents = [old.document(at) for at in some]  # fetched here: a connection is not to be used behind a fork
        found = each(_again, documents, jobs or processors())
        both = [(old.heads[old.placed[at].key]["content"], read) for at, read in zip(some, found, strict=True)]
        readings = {content: read.reading for content, read in both if read and read.reading}
        _put_documents(server, facts, readings, words, anew=True)
    server.note(facts)
    _sweep(Shelf(server, facts), anew=True)


def _again(document: Document) -> Read:
    return read_taken(Taken(Place(document.path, document.id, named=True), document)).whole()


def checked(url: str) -> Checked:
    """Looks at everything in a collection. Raises StoreError where something of a document is missing or another."""
    server = Server(url)
    store = MilvusStore(Shelf(server, _current(server)))
    shelf = store.shelf
    terms: set[str] = set()
    for number, one in enumerate(shelf.placed):
        body, content = shelf.bodies([number])[number], shelf.heads[one.key]["content"]
        reading = Reading(shelf.document(number), body.columns, body.segment)
        terms.update(body.segment.terms)
        wanted = {row["key"]: (row["who"], row["marks"]) for row in rows_of(one.key, content, reading, shelf.facts)}
        there = server.rows(f'document == "{one.key}"', "key", "who", "marks")
        if wanted != {row["key"]: (row["who"], list(row["marks"])) for row in there}:
            raise StoreError(server.shown, f"{one.head.id} in it is damaged; --rebuild makes it anew", damaged=True)
    there_are = set(store.index.idf.beginning(""))
    if not terms <= there_are or (terms < there_are and all(shelf.heads.values())):
        raise StoreError(server.shown, "its terms are damaged; --rebuild makes it anew", damaged=True)
    return Checked(len(shelf.placed), store.index.corpus_size, len(terms), tuple(_notes(store, terms)))


def _notes(store: MilvusStore, terms: set[str]) -> Iterator[str]:
    shelf = store.shelf
    length, weighed = store.index.avgdl, shelf.facts.average
    if abs(length / weighed - 1) > _DRIFT:
        yield f"sentences have {length:.1f} terms, and are weighed as if they had {weighed:.1f}: --rebuild weighs anew"
    folded = {dimension(shelf.facts.mark("term", term)) for term in terms}
    if len(folded) < len(terms):
        yield f"{len(terms) - len(folded):,} terms share a dimension with another: they are looked at in vain"
    if parts := sum(not head for head in shelf.heads.values()):
        yield f"{parts:,} documents are not whole: they are being put in, or that was interrupted"
