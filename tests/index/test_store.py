"""The store answers as memory does, whatever was added, changed and forgotten in between."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import QUESTIONS, TEXTS, answers, same, write

from bot import Bot, StoreError
from bot.index import caching, checked, forgotten, keeping, opening, renewed, versions
from bot.index.stored import file
from bot.index.stored.writer import Writer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, not too new for their times to be trusted."""
    inside = tmp_path / "papers"
    inside.mkdir()
    for name, text in zip(("one", "two", "three", "four", "five", "six"), TEXTS, strict=True):
        write(inside / f"{name}.txt", text)
    return inside


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, for inputs of any size."""
    monkeypatch.setattr(opening, "LEAST", 0)
    monkeypatch.setattr(caching, "cache_folder", lambda: str(tmp_path / "cache"))
    return tmp_path / "cache"


def read(*paths: Path) -> Bot:
    return Bot.read(*paths, cache=False)


def test_a_folder_is_kept_as_it_is(folder: Path, cached: Path) -> None:
    write(folder / "empty.txt", "")
    write(folder / "more" / "one.txt", TEXTS[0])
    write(folder / "more" / "two.txt", "Nobody said anything.\n")
    same(Bot.read(folder), read(folder))
    same(Bot.read(folder), read(folder))
    assert cached.stat().st_mode & 0o777 == 0o700
    (store,) = cached.iterdir()
    assert store.stat().st_mode & 0o777 == 0o600
    assert checked(str(store)).documents == 7


@pytest.mark.usefixtures("cached")
def test_what_is_unchanged_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Bot.read(folder)
    opened: list[str] = []
    monkeypatch.setattr("bot.documents.listing.opened", lambda place: opened.append(place.path))
    monkeypatch.setattr("bot.documents.gathering.opened", lambda place: opened.append(place.path))
    assert len(Bot.read(folder).documents) == len(TEXTS)
    assert opened == []


def test_what_has_changed_is_read(folder: Path, cached: Path) -> None:
    Bot.read(folder)
    write(folder / "one.txt", TEXTS[0].replace("late", "gone"), 1e9 + 1)
    write(folder / "seven.txt", "Tom Reed said that the ferry was sold.\n")
    (folder / "two.txt").unlink()
    (folder / "three.txt").rename(folder / "eight.txt")
    same(Bot.read(folder), read(folder))
    shutil.copy2(folder / "one.txt", folder / "again.txt")
    same(Bot.read(folder), read(folder))
    (folder / "again.txt").unlink()
    same(Bot.read(folder), read(folder))
    (store,) = cached.iterdir()
    checked(str(store))


@pytest.mark.usefixtures("cached")
def test_a_change_within_the_grain_of_time_is_seen(folder: Path) -> None:
    path = folder / "one.txt"
    path.write_text("Ada Brown said that it rains.\n", "utf-8")
    before = path.stat()
    Bot.read(folder)
    path.write_text("Ada Brown said that it snows.\n", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    same(Bot.read(folder), read(folder))


@pytest.mark.usefixtures("cached")
def test_the_double_of_one_that_is_gone_is_read(folder: Path) -> None:
    write(folder / "a" / "note.txt", TEXTS[4])
    Bot.read(folder)
    (folder / "five.txt").unlink()
    same(Bot.read(folder), read(folder))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_ends_alike(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Adding in any order, changing and forgetting equals reading afresh, in segments of any size."""
    root = tmp_path_factory.mktemp("any")
    store, texts = str(root / "kept.store"), [*TEXTS, TEXTS[0]]
    names = [f"{folder}/{name}.txt" for folder in "ab" for name in ("one", "two", "three")]
    step = st.tuples(st.sampled_from(names), st.integers(-1, len(texts) - 1))
    steps = data.draw(st.lists(step, min_size=1, max_size=8))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.index.stored.writer.LARGEST", data.draw(st.sampled_from([1, 6, 12, 1000])))
        for at, (name, number) in enumerate(steps):
            path = root / name
            if number >= 0:
                write(path, texts[number], 1e9 + at)
                Bot.read(path, index=store)
            elif path.exists():
                path.unlink()
                forgotten(store, str(path))
    left = sorted(path for path in root.glob("*/*.txt"))
    if left:
        kept, fresh = Bot.read(index=store), Bot.read(*left, cache=False)
        assert [one.id for one in kept.documents] == [one.id for one in fresh.documents]
        assert list(map(str, answers(kept))) == list(map(str, answers(fresh)))
        assert checked(store).documents == len(fresh.documents)


def test_a_store_by_name_gains_and_loses(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "kept.store")
    Bot.read(folder / "one.txt", index=store)
    both = Bot.read(folder / "two.txt", index=store)
    assert [one.id for one in both.documents] == ["one.txt", "two.txt"]
    same(Bot.read(index=store), both)
    assert forgotten(store, str(folder)) == 2
    assert len(Bot.read(index=store).documents) == 0
    assert not Bot.read(index=store).ask("Who speaks?")
    assert forgotten(store, str(folder)) == 0


def test_no_attribution_is_loaded_to_ask(folder: Path, tmp_path: Path) -> None:
    Bot.read(folder, index=tmp_path / "kept.store")
    code = (
        "import sys\nfrom bot import Bot\n"
        f"bot = Bot.read(index={str(tmp_path / 'kept.store')!r})\n"
        "assert bot.ask('What did Ada Brown say?')\n"
        "print([name for name in sys.modules if name.startswith(('bot.speakers.', 'bot.index.reading'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['bot.speakers.attributions']"


def test_what_is_small_loads_no_store() -> None:
    code = "import sys\nfrom bot import Bot\nBot.read().ask('Who thanked China?')\nprint([*sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "bot.index.opening" in done.stdout
    assert "bot.index.stored" not in done.stdout  # which alone loads sqlite3


def test_other_rules_make_it_anew(folder: Path, tmp_path: Path, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "kept.store"
    before = list(Bot.read(folder, index=store).sentences)
    Bot.read(folder)
    monkeypatch.setattr(versions, "is_same", lambda made, _: "old" not in made.by)
    for path in (store, *cached.iterdir()):
        with closing(Writer(str(path))) as writer, writer.change():
            writer.note("made", '["old", "", ""]')
    again = Bot.read(index=store)
    assert again.warnings == (f"{store} was made by another version and has been made anew",)
    assert list(again.sentences) == before
    assert Bot.read(index=store).warnings == ()
    again = Bot.read(folder)
    assert again.warnings == ("the cache was made by another version and has been made anew",)
    same(Bot.read(folder), read(folder))


def test_what_cannot_be_written_is_read_into_memory(folder: Path, cached: Path) -> None:
    cached.write_text("a file in the place of the folder", "utf-8")
    bot = Bot.read(folder)
    assert bot.warnings == ("nothing is kept for the next time: file exists",)
    assert len(bot.documents) == len(TEXTS)


def test_the_store_of_somebody_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    text = tmp_path / "text.db"
    text.write_text("Not a data base at all. " * 20, "utf-8")
    for path, said in ((other, "it is no store"), (text, "no store at all"), (tmp_path / "none.db", "no such file")):
        with pytest.raises(StoreError, match=said):
            Bot.read(index=path)
    for path in (other, text):
        before = path.read_bytes()
        with pytest.raises(StoreError):
            Bot.read(folder, index=path)
        assert path.read_bytes() == before


def test_two_write_and_one_reads(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = str(tmp_path / "kept.store")
    bot = Bot.read(folder / "one.txt", index=store)
    monkeypatch.setattr("bot.index.stored.file._PATIENCE", 0.1)
    with sqlite3.connect(store, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert bot.ask("Who said the ferry is late?")
        with pytest.raises(StoreError, match="another program is using it"):
            Bot.read(folder, index=store)
        other.execute("ROLLBACK")
    other.close()
    Bot.read(folder, index=store)
    with pytest.raises(StoreError, match="another program has changed it"):
        bot.ask("What did Tom Reed say?")


def test_two_add_at_the_same_time(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, examined = str(tmp_path / "kept.store"), keeping._examined

    def with_another(*arguments: Any) -> Iterator[Any]:
        monkeypatch.setattr(keeping, "_examined", examined)
        Bot.read(folder / "one.txt", folder / "two.txt", index=store)
        yield from examined(*arguments)

    monkeypatch.setattr(keeping, "_examined", with_another)
    Bot.read(folder / "two.txt", folder / "three.txt", index=store)
    kept = Bot.read(index=store)
    same(kept, read(*(folder / f"{name}.txt" for name in ("one", "two", "three"))))
    Bot.read(folder / "two.txt", index=store)
    assert kept.ask("Who said the ferry is late?"), "what adds nothing changes nothing"
    assert checked(store).documents == 3


def test_two_make_a_store_at_the_same_time(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, first = str(tmp_path / "a.store"), file._connection

    def second(path: str) -> sqlite3.Connection:
        connection = first(path)
        monkeypatch.setattr(file, "_connection", first)
        Bot.read(folder / "one.txt", index=path)
        return connection

    monkeypatch.setattr(file, "_connection", second)
    assert [one.id for one in Bot.read(folder / "two.txt", index=path).documents] == ["one.txt", "two.txt"]


def test_a_file_cut_short_is_refused(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "kept.store"
    Bot.read(folder, index=store)
    whole = store.read_bytes()
    for size in (50, 100, 8192, len(whole) // 2, len(whole) - 1):
        store.write_bytes(whole[:size])
        with pytest.raises(StoreError, match="damaged"):
            answers(Bot.read(index=store))


def test_a_turned_bit_is_noticed_or_does_no_harm(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "kept.store"
    Bot.read(folder, index=store)

    def asked() -> list[str]:
        bot = Bot.read(index=store)
        return [str(bot.ask(question)) for question in QUESTIONS]

    expected, whole = asked(), store.read_bytes()
    for at in range(0, len(whole), 1777):
        store.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        try:
            found = asked()
        except StoreError:
            continue
        if found != expected:  # a word by which something is looked up is spelt otherwise
            with pytest.raises(StoreError, match="damaged"):
                checked(str(store))


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE text SET data = zeroblob(length(data))",
        "UPDATE body SET columns = zeroblob(length(columns))",
        "UPDATE part SET rows = zeroblob(length(rows))",
        "UPDATE part SET title = CAST('King' AS BLOB)",
        "UPDATE part SET size = size + 1",
        "UPDATE term SET number = number + 1000",
        "DELETE FROM call WHERE word = (SELECT min(word) FROM call)",
        "UPDATE called SET term = CAST('x' || term AS BLOB)",
        "DELETE FROM place WHERE path = (SELECT min(path) FROM place)",
    ],
)
def test_a_check_notices_whatever_has_changed(folder: Path, tmp_path: Path, changed: str) -> None:
    store = str(tmp_path / "kept.store")
    Bot.read(folder, index=store)
    with closing(sqlite3.connect(store)) as file, file:
        file.execute(changed)
    with pytest.raises(StoreError, match="damaged"):
        checked(store)


def test_a_speaker_whom_only_a_document_still_knows_is_damage(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "kept.store")
    Bot.read(folder, index=store)
    with closing(sqlite3.connect(store)) as file, file:
        file.execute("DELETE FROM part WHERE name = CAST('Ada Brown' AS BLOB)")
        file.execute("DELETE FROM call WHERE name = CAST('Ada Brown' AS BLOB)")
    talk = Bot.read(index=store).conversation()
    assert talk.ask("Who said the ferry is late?")
    with pytest.raises(StoreError, match="damaged"):
        talk.ask("Who is she?")


@pytest.mark.usefixtures("cached")
@pytest.mark.parametrize("largest", [3, 5, 7, 9, 12])
def test_files_of_several_segments_go_at_once(folder: Path, largest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.index.keeping.LARGEST", largest)
    monkeypatch.setattr("bot.index.stored.writer.LARGEST", largest)
    files = sorted(folder.iterdir())
    for gone in combinations(files, 3):
        texts = [(path, path.read_text("utf-8")) for path in gone]
        Bot.read(folder)
        for path in gone:
            path.unlink()
        kept = Bot.read(folder)
        assert kept.warnings == ()
        assert list(kept.sentences) == list(read(folder).sentences)
        for path, text in texts:
            write(path, text)


def test_documents_that_no_file_stands_for_are_not_thrown_away(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "kept.store")
    Bot.read(folder, index=store)
    with closing(sqlite3.connect(store)) as file, file:
        file.execute("DELETE FROM place")
    with pytest.raises(StoreError, match="damaged"):
        Bot.read(folder / "one.txt", index=store)


def test_a_file_that_was_only_begun_is_gone_on_with(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "kept.store"
    with closing(sqlite3.connect(store, isolation_level=None)) as file:
        file.execute(f"PRAGMA application_id = {0x51426F74}")
    assert store.stat().st_size
    assert len(Bot.read(folder, index=store).documents) == len(TEXTS)


def test_a_damaged_cache_is_made_anew(folder: Path, cached: Path) -> None:
    Bot.read(folder)
    (store,) = cached.iterdir()
    store.write_bytes(store.read_bytes()[:9000])
    assert Bot.read(folder).warnings == ("the cache was damaged and has been made anew",)
    same(Bot.read(folder), read(folder))


def test_a_cache_that_has_lost_what_it_noted_is_made_anew(folder: Path, cached: Path) -> None:
    Bot.read(folder)
    (store,) = cached.iterdir()
    with closing(sqlite3.connect(store)) as file, file:
        file.execute("DELETE FROM meta WHERE name = 'view'")
    assert Bot.read(folder).warnings == ("the cache was damaged and has been made anew",)


def test_made_anew_it_is_the_same(folder: Path, tmp_path: Path) -> None:
    store, other = str(tmp_path / "kept.store"), tmp_path / "other.store"
    Bot.read(folder, index=store)
    renewed(store, None)
    same(Bot.read(index=store), Bot.read(folder, index=other))
    assert Bot.read(folder, index=store).warnings == ()


@pytest.mark.parametrize("after", [0.0, 0.1, 0.2, 0.25, 0.3, 0.4])
def test_ended_at_any_moment_it_goes_on(folder: Path, tmp_path: Path, after: float) -> None:
    """A run that is ended leaves a store as it was before a change or as it is after it."""
    store = str(tmp_path / "kept.store")
    Bot.read(folder / "one.txt", index=store)
    code = (
        "import sys\nimport bot.index.stored.writer as w\nfrom bot import Bot\nw.LARGEST = 3\n"
        "import bot.index.keeping as k\nk.LARGEST = 3\nprint('begun', flush=True)\n"
        f"Bot.read({str(folder)!r}, index={store!r})"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as run:
        assert run.stdout
        run.stdout.readline()
        time.sleep(after)
        run.send_signal(signal.SIGKILL)
    assert len(Bot.read(index=store).documents) in range(1, len(TEXTS) + 1)
    checked(store)
    again = Bot.read(folder, index=store)
    fresh = Bot.read(folder, index=tmp_path / "fresh.store")
    same(Bot.read(index=store), Bot.read(index=tmp_path / "fresh.store"))
    assert [one.id for one in again.documents] == [one.id for one in fresh.documents]
