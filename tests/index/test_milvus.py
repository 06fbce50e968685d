"""A collection in Milvus answers as memory does; with milvus-lite, which has the client's API in this process."""

import sys
from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from papers import TEXTS, same, write

from bot import Bot, StoreError
from bot.index import checked, forgotten, milvus, renewed
from bot.index.elsewhere import asking
from bot.index.elsewhere.rows import SENTENCE, dimension, mark, row
from bot.index.milvus import Milvus, _reason
from bot.shell.settings import settings


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"milvus://{tmp_path}/kept.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, not too new for their times to be trusted."""
    inside = tmp_path / "papers"
    for number, text in enumerate(TEXTS):
        write(inside / f"{number}.txt", text)
    return inside


def read(*paths: Path) -> Bot:
    return Bot.read(*paths, cache=False)


def test_a_collection_answers_as_memory_does(folder: Path, url: str) -> None:
    write(folder / "empty.txt", "")
    write(folder / "again.txt", TEXTS[0])
    same(Bot.read(folder, index=url), read(folder))
    same(Bot.read(folder, index=url), read(folder))
    same(Bot.read(index=url), read(*(folder / f"{number}.txt" for number in range(6))))


def test_it_gains_replaces_and_forgets(folder: Path, url: str, tmp_path: Path) -> None:
    Bot.read(folder, index=url)
    write(folder / "0.txt", "“The ferry has sailed,” said Cora Dunn, the pilot.\n", 2e9)
    write(tmp_path / "upper" / "new.txt", "Ada Brown said that zebras are late.\n")
    write(tmp_path / "upper" / "double.txt", TEXTS[1])
    Bot.read(folder / "0.txt", tmp_path / "upper" / "new.txt", tmp_path / "upper" / "double.txt", index=url)
    same(Bot.read(index=url), read(folder, tmp_path / "upper" / "new.txt"))
    assert forgotten(url, str(tmp_path / "upper")) == 2
    assert forgotten(url, str(folder / "3.txt")) == 1
    same(Bot.read(index=url), read(*(folder / f"{number}.txt" for number in (0, 1, 2, 4, 5))))
    assert checked(url).documents == 5
    assert forgotten(url, str(folder)) == 5
    assert list(Bot.read(index=url).documents) == []
    assert checked(url)[:3] == (0, 0, 0)


@pytest.mark.parametrize("most", [1, 3])
def test_terms_of_very_many_sentences(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Beyond what a request gives, the collection is looked through a few documents at a time."""
    Bot.read(folder, index=url)
    monkeypatch.setattr(asking, "_DOCUMENTS", 2)
    monkeypatch.setattr(asking, "_MANY", most)
    same(Bot.read(index=url), read(folder))


class Stopped(Exception):
    """Stands for a process that ends."""


def stopping(monkeypatch: pytest.MonkeyPatch, after: int) -> list[int]:
    """Lets so many requests that change something through; which there were."""
    from pymilvus import MilvusClient

    seen: list[int] = []
    for name in ("upsert", "delete"):
        done: Callable[..., Any] = getattr(MilvusClient, name)

        def or_end(self: Any, *what: Any, done: Callable[..., Any] = done, **more: Any) -> Any:
            seen.append(1)
            if len(seen) > after:
                raise Stopped
            return done(self, *what, **more)

        monkeypatch.setattr(MilvusClient, name, or_end)
    return seen


@pytest.mark.parametrize("after", range(0, 18, 2))
def test_what_is_interrupted_is_done_again(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """After any request a fill may end: what is there answers, and the next fill leaves no double and no loss."""
    monkeypatch.setattr("bot.index.keeping.LARGEST", 6)
    Bot.read(folder / "2.txt", index=url)
    write(folder / "2.txt", TEXTS[2] + "\nTom Reed said it was late.\n", 2e9)
    with monkeypatch.context() as patched:
        stopping(patched, after)
        with pytest.raises(Stopped):
            Bot.read(folder, index=url)
    there = {document.id: document.text for document in Bot.read(index=url).documents}
    assert there.items() <= {**{f"{number}.txt": text for number, text in enumerate(TEXTS)}, **there}.items()
    Bot.read(index=url).ask("Who said the ferry is late?")
    same(Bot.read(folder, index=url), read(folder))
    found = checked(url)
    assert found.documents == 6
    assert not any("not whole" in note for note in found.notes)


@pytest.mark.parametrize("after", range(3))
def test_what_was_half_taken_out_is_put_in_again(
    folder: Path, url: str, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    Bot.read(folder, index=url)
    with monkeypatch.context() as patched:
        stopping(patched, after)
        with pytest.raises(Stopped):
            forgotten(url, str(folder / "1.txt"))
    Bot.read(index=url).ask("Who said the ferry is late?")
    same(Bot.read(folder, index=url), read(folder))
    assert checked(url).notes == ()


@pytest.mark.parametrize("after", range(0, 16, 3))
def test_two_fill_at_once(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Between any two requests of one, another fills and forgets: nothing of either is lost."""
    from pymilvus import MilvusClient

    monkeypatch.setattr("bot.index.keeping.LARGEST", 6)
    files, passing = sorted(folder.iterdir()), folder.parent / "passing.txt"
    write(passing, "Ada Brown said that zebras are late.\n")
    put, seen = MilvusClient.upsert, list[int]()

    def with_another(self: MilvusClient, *what: Any, **more: Any) -> Any:
        seen.append(1)
        if len(seen) == after + 1:
            Bot.read(*files[:4], passing, index=url)
            forgotten(url, str(passing))
        return put(self, *what, **more)

    monkeypatch.setattr(MilvusClient, "upsert", with_another)
    Bot.read(*files[2:], index=url)
    Bot.read(*files[:2], index=url)
    assert len(seen) > after
    same(Bot.read(index=url), read(folder))
    assert not any("not whole" in note for note in checked(url).notes)


def test_of_two_who_make_a_collection_one_does(url: str) -> None:
    one, other = Milvus(url), Milvus(url)
    one.make(1.0)
    other.make(2.0)
    assert (other.noted["average"], other._name) == ("1.0", one._name)


def test_what_is_left_over_goes_when_all_is_made_anew(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Bot.read(folder / "1.txt", index=url)
    with monkeypatch.context() as patched:
        stopping(patched, 3)
        with pytest.raises(Stopped):
            Bot.read(folder / "0.txt", index=url)
    assert "1 documents are not whole" in checked(url).notes[-1]
    renewed(url, 1)
    assert checked(url).notes == ()
    same(Bot.read(index=url), read(folder / "1.txt"))


def test_a_check_finds_what_is_missing(folder: Path, url: str) -> None:
    Bot.read(folder, index=url)
    before = checked(url)
    key = Bot.read(index=url)._library.store.placed[0].key  # type: ignore[attr-defined]
    Milvus(url).take_out(key=[f"{key}s1"])
    with pytest.raises(StoreError, match="is damaged"):
        checked(url)
    renewed(url, 1)
    assert checked(url) == before


def test_how_long_sentences_are_is_told_and_weighed_anew(folder: Path, url: str, tmp_path: Path) -> None:
    Bot.read(folder, index=url)
    assert checked(url).notes == ()
    write(tmp_path / "long.txt", ("The " + "long and winding " * 30 + "road goes on. ") * 20)
    Bot.read(tmp_path / "long.txt", index=url)
    same(Bot.read(index=url), read(folder, tmp_path / "long.txt"))
    assert "--rebuild weighs anew" in checked(url).notes[0]
    renewed(url, 2)
    assert checked(url).notes == ()
    same(Bot.read(index=url), read(folder, tmp_path / "long.txt"))


def test_a_collection_of_other_rules_is_refused(folder: Path, url: str, run: Run) -> None:
    Bot.read(folder, index=url)
    server = Milvus(url)
    server._do(server._client.alter_collection_properties, properties={"quotes.made": '["another", "", "x"]'})
    refused = f"bot: cannot use the store {url}: it was made by another version; --rebuild makes it anew\n"
    assert run("--index", url, "Who speaks?").err == refused
    assert run("--index", url, "-d", str(folder), "Who speaks?").err == refused
    assert run("--index", url, "--check").err == refused


@pytest.mark.parametrize("place", ["nowhere.invalid:1", "127.0.0.1:1", "127.0.0.1:x"])
def test_where_no_server_answers(run: Run, place: str) -> None:
    done = run("--index", f"milvus://{place}/quotes", "Who speaks?", environ={"QUOTING_BOT_TOKEN": "root:secret"})
    assert done.status == 2
    assert done.err.startswith(f"bot: cannot use the store milvus://{place}/quotes: ")
    assert done.err.count("\n") == 1
    assert "secret" not in done.err


def test_where_there_is_no_collection(run: Run, url: str) -> None:
    assert run("--index", url, "Who speaks?").err == f"bot: cannot use the store {url}: there is no such collection\n"
    assert run("--index", url, "--check").status == 2


def test_a_collection_of_somebody_else_is_left_alone(folder: Path, url: str) -> None:
    Milvus(url)._client.create_collection("quotes", dimension=4)
    with pytest.raises(StoreError, match="quotes is no collection of this program"):
        Bot.read(folder, index=url)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("auth check failure, please check username and password are correct", "it does not accept the token"),
        ("Retry timeout: 60s, message=quota exceeded[reason=rate type: DMLUpsert]", "it is full"),
        ("<_MultiThreadedRendezvous: StatusCode.DEADLINE_EXCEEDED, Deadline\nExceeded>", "it does not answer in time"),
        ("request is rejected by grpc RateLimiter middleware: rate limit", "it has too much to do; try again"),
        ("something\n  else", "something else"),
    ],
)
def test_what_a_server_says_is_told_in_one_line(said: str, told: str) -> None:
    assert _reason(RuntimeError(said)) == told


def test_without_the_extra(run: Run, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    done = run("--index", url, "Who speaks?")
    wanted = "bot: an index in Milvus needs the extra milvus: pip install 'quoting-bot[milvus]'\n"
    assert (done.status, done.out, done.err) == (2, "", wanted)


def test_the_token_comes_from_the_environment(run: Run) -> None:
    known = settings({"QUOTING_BOT_TOKEN": "root:a/b@c"})
    assert known.addressed("milvus+tls://host:1/x") == "milvus+tls://root:a%2Fb%40c@host:1/x"
    assert known.addressed("milvus:///home/x.db") == "milvus:///home/x.db"
    assert known.addressed("x@y.store") == "x@y.store"
    assert not any("a/b" in line for line in known.shown())
    done = run("--index", "milvus://root:secret@host/x", "Who speaks?")
    assert done.err == "bot: a token is not to be seen in --index; put it into QUOTING_BOT_TOKEN\n"


def test_marks_and_dimensions() -> None:
    assert mark("ferri") == mark("ferri") != mark("price")
    assert 0 <= mark("\ud800") < 1 << 63
    assert all(1 <= dimension(term) < (1 << 32) - 1 for term in ("ferri", "price", "\ud800", ""))


REQUEST, RESULTS, STRING, MARKS = 64_000_000, 16_384, 65_535, 4_096
"""Bytes that a server takes or gives at once, what it finds, bytes of a string and numbers of an array: see
milvus.io/docs/limitations.md."""


def test_requests_are_such_as_a_real_server_takes(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """milvus-lite takes more: a client in between refuses that, and keeps vectors in half precision, as servers may."""
    import numpy as np
    import pymilvus

    class Strict(pymilvus.MilvusClient):  # type: ignore[misc]
        """Refuses what a server would refuse."""

        loaded = False

        def create_collection(self, *names: Any, **more: Any) -> Any:
            assert more["consistency_level"] == "Strong"
            return super().create_collection(*names, **more)

        def load_collection(self, *names: Any, **more: Any) -> None:
            self.loaded = True
            super().load_collection(*names, **more)

        def upsert(self, name: str, data: list[dict[str, Any]], **more: Any) -> Any:
            assert len({made["key"] for made in data}) == len(data)
            for made in data:
                assert len(made["data"].encode()) <= STRING
                assert len(made["key"].encode()) <= 512
                assert len(made["document"]) <= 32
                assert len(made["marks"]) <= MARKS
                assert made["vector"]
                assert all(0 <= one < 2**32 - 1 and 0 < value < 3 for one, value in made["vector"].items())
                made["vector"] = {one: float(np.float16(value)) for one, value in made["vector"].items()}
            assert len(str(data)) < REQUEST
            return super().upsert(name, data, **more)

        def _sees_all(self, more: dict[str, Any]) -> None:
            """What is not loaded cannot be asked, and a replica may not have yet what has just come in."""
            assert self.loaded
            assert more["consistency_level"] == "Strong"

        def search(self, *names: Any, **more: Any) -> Any:
            self._sees_all(more)
            assert 1 <= more["limit"] <= RESULTS
            assert len(more["data"]) * more["limit"] * 200 < REQUEST
            assert len(more["filter"]) < REQUEST
            return super().search(*names, **more)

        def query_iterator(self, *names: Any, **more: Any) -> Any:
            self._sees_all(more)
            assert more["batch_size"] <= RESULTS
            each = sum({"data": STRING, "marks": 8 * MARKS}.get(name, 64) for name in more["output_fields"])
            assert more["batch_size"] * each < REQUEST
            return super().query_iterator(*names, **more)

        def query(self, *names: Any, **more: Any) -> Any:
            self._sees_all(more)
            assert 1 <= more["limit"] <= RESULTS
            assert len(more["filter"]) < REQUEST
            each = sum({"data": STRING, "marks": 8 * MARKS}.get(name, 64) for name in more["output_fields"])
            assert more["limit"] * each < REQUEST
            return super().query(*names, **more)

        def delete(self, *names: Any, **more: Any) -> Any:
            assert 0 < len(more["filter"]) < REQUEST
            return super().delete(*names, **more)

    monkeypatch.setattr(pymilvus, "MilvusClient", Strict)
    monkeypatch.setattr(milvus, "_BEHIND", inf)  # seconds may pass here
    letters = "".join(map(chr, range(0x10000, 0x10000 + 30_000)))
    words = " ".join(f"w{number}" for number in range(5_000))
    write(
        folder / "odd.txt",
        f"{letters * 4}\n\nAda Brown said that it is late. {words}.\n\nA ferry's name is It.\n",
    )
    same(Bot.read(folder, index=url), read(folder))
    assert checked(url).documents == 7


def test_what_half_precision_makes_equal_is_told_apart(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences of nearly one length score the same to the engine, which tells of some of them first."""
    import numpy as np
    from pymilvus import MilvusClient

    put = MilvusClient.upsert

    def halved(self: MilvusClient, name: str, data: list[dict[str, Any]], **more: Any) -> Any:
        for made in data:
            made["vector"] = {one: float(np.float16(value)) for one, value in made["vector"].items()}
        return put(self, name, data, **more)

    monkeypatch.setattr(MilvusClient, "upsert", halved)
    lengths = [*((3 + 7 * at) % 40 for at in range(40)), 90_000]  # one that makes a word more count little
    write(folder / "long.txt", "\n\n".join(f"The ferry left {'again ' * length}now." for length in lengths))
    kept, wanted = (bot.grounds.index for bot in (Bot.read(folder / "long.txt", index=url), read(folder / "long.txt")))
    assert [kept.best({"left": 1.0}, n) for n in range(1, 9)] == [wanted.best({"left": 1.0}, n) for n in range(1, 9)]


def test_of_very_many_rows_some_are_put_in_at_once(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server, sent = Milvus(url), list[int]()
    largest = row(SENTENCE, "k" * 64, "d" * 32, marks=[1 << 62] * MARKS, vector=dict.fromkeys(range(MARKS), 1.0))
    size = 9 * MARKS + 8 * MARKS + STRING + 200
    monkeypatch.setattr(server, "_do", lambda _, rows: sent.append(len(rows)))
    server.put([{**largest, "data": "x" * STRING}] * 1_000)
    assert sum(sent) == 1_000
    assert max(sent) * size < REQUEST
