"""A collection that is changed, from as many machines at once as there are, or looked through.

What was interrupted is done again. The sentences of a document come first, then what came of its file, then its head,
with which it is whole and is seen. A file whose document is not whole counts as one that was not read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from bot.errors import StoreError
from bot.index.elsewhere.asking import State, StoreElsewhere, called
from bot.index.elsewhere.engine import DOCUMENT, FILE, OPENING, SENTENCE, WHOLE, Engine, Where, some_of
from bot.index.elsewhere.rows import COMING, GOING, dimension, file_key, file_of, head_of, key_of, rows_of
from bot.index.handover import Reading
from bot.index.outcomes import TEXT, Outcome
from bot.index.store import Checked, Entry
from bot.index.versions import Outdated, glimpsed, is_current, looked_at

_TYPICAL = 16.0
"""Terms of a sentence, where there is none to tell."""
_DRIFT = 0.05
"""By how much sentences may be longer or shorter than they are weighed by before that is told."""
_UNDER = (OPENING, WHOLE, SENTENCE)
"""The rows of a document under its head."""
_TOGETHER = 100
"""Documents or files that are taken out together."""


class WriterElsewhere:
    """A collection that is being changed; made where it is not there. Raises StoreError."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self.path = engine, engine.path
        self._look()

    def _look(self) -> None:
        self._state = State.of(self._engine) if self._engine.there else State({}, {})

    def close(self) -> None:
        """Nothing is held."""

    def noted(self, name: str) -> object:
        return self._engine.noted.get(f"quotes.{name}")

    @contextmanager
    def change(self) -> Iterator[None]:
        self._look()
        yield

    def contents(self) -> AbstractSet[str]:
        return self._state.whole

    def outcomes(self) -> Mapping[str, Outcome]:
        files, there = self._state.files, self.contents()
        texts = {one.text for one in files.values() if one.content in there}  # of doubles one stands for all
        return {path: one for path, one in files.items() if one.state != TEXT or one.text in texts}

    def settle(
        self, entries: Iterable[Entry], fresh: Mapping[str, Reading], state: Mapping[str, Outcome], **_: object
    ) -> None:
        wanted, there, seen = {one.content for one in entries}, self.contents(), self.outcomes()
        new = {content: one for content, one in fresh.items() if content in wanted and content not in there}
        if not self._engine.there:
            make(self._engine, _average(new.values()))
        self._put(new)
        self._engine.put(file_of(one) for path, one in state.items() if self._state.files.get(path) != one)
        self._engine.put(head_of(key_of(content), content) for content in new)
        for files in some_of(sorted(map(file_key, seen.keys() - state.keys())), _TOGETHER):
            self._engine.take_out(Where([FILE], keys=files))
        gone = sorted(key for key, content in self._state.heads.items() if content != COMING and content not in wanted)
        for keys in some_of(gone, _TOGETHER):
            self._take_out(keys)
        self._engine.settle()

    def _put(self, new: Mapping[str, Reading]) -> None:
        """Puts in all of documents but that they are whole."""
        average = float(self._engine.noted["quotes.average"])
        keys = {key_of(content): one for content, one in new.items()}
        self._engine.put(head_of(key, COMING) for key in keys)
        self._engine.put(row for key, reading in keys.items() for row in rows_of(key, reading, average))

    def _take_out(self, keys: Sequence[str]) -> None:
        """Takes out documents, their heads last."""
        self._engine.put(head_of(key, GOING) for key in keys)
        self._engine.take_out(Where(_UNDER, keys))
        self._engine.take_out(Where([DOCUMENT], keys))


def make(engine: Engine, average: float, *, anew: bool = False) -> None:
    """Makes a collection by the rules of today, wherever their files are."""
    made = json.dumps(looked_at(glimpsed())._replace(glimpse=""))
    engine.make({"quotes.made": made, "quotes.average": repr(average)}, anew=anew)


def _average(readings: Iterable[Reading]) -> float:
    """How many terms a sentence has."""
    lengths = [one.segment.lengths for one in readings]
    return sum(int(one.sum()) for one in lengths) / sum(map(len, lengths)) if any(map(len, lengths)) else _TYPICAL


@contextmanager
def beside(engine: Engine) -> Iterator[WriterElsewhere]:
    """An empty collection, weighed by how long sentences are now, which takes the place of another at the end."""
    make(engine, StoreElsewhere(engine).index.avgdl, anew=True)
    yield WriterElsewhere(engine)
    engine.take_over()


def checked(engine: Engine) -> Checked:
    """Looks at everything in a collection. Raises StoreError where something of a document is missing or another."""
    store = StoreElsewhere(engine)
    if not is_current(store.noted("made")):
        raise Outdated(store.path)
    average = float(engine.noted["quotes.average"])
    if len(store.placed) < len(list(called(store.state))):
        raise StoreError(store.path, "documents in it are damaged; --rebuild makes it anew", damaged=True)
    for at, one in enumerate(store.placed):
        document, columns, inverted = store.fetched([at])[at]
        reading = Reading(document, columns, inverted.whole())
        wanted = {row["key"]: (row["who"], row["marks"]) for row in rows_of(one.key, reading, average)}
        there = engine.rows(Where(_UNDER, [one.key]), "key", "who", "marks")
        if wanted != {row["key"]: (row["who"], list(row["marks"])) for row in there}:
            raise StoreError(store.path, f"{document.id} in it is damaged; --rebuild makes it anew", damaged=True)
    return Checked(len(store.placed), store.index.corpus_size, len(store.terms), tuple(_notes(store, average)))


def _notes(store: StoreElsewhere, weighed: float) -> Iterator[str]:
    length, folded = store.index.avgdl, set(map(dimension, store.terms))
    if abs(length / weighed - 1) > _DRIFT:
        yield f"sentences have {length:.1f} terms, and are weighed as if they had {weighed:.1f}: --rebuild weighs anew"
    if len(folded) < len(store.terms):
        yield f"{len(store.terms) - len(folded):,} terms share a dimension with another: they are looked at in vain"
    if parts := len(store.state.heads) - len(store.state.whole):
        yield f"{parts:,} documents are not whole: they are being put in, or that was interrupted"
