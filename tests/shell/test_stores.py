"""What is kept, from the command line."""

from pathlib import Path

import pytest
from conftest import Run

from bot.index import caching, opening


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, for inputs of any size."""
    monkeypatch.setattr(opening, "LEAST", 0)
    monkeypatch.setattr(caching, "cache_folder", lambda: str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_cache_is_shown_and_thrown_away(run: Run, notice: str, cache: Path) -> None:
    assert run("--cache").out == ""
    assert run("-d", notice, "--no-cache", "Who said the ferry is late?").status == 0
    assert not cache.exists()
    first = run("-d", notice, "Who said the ferry is late?")
    assert run("-d", notice, "Who said the ferry is late?") == first
    (store,) = cache.iterdir()
    assert run("--cache").out == f"0.1 MB\t{notice}\t{store}\n"
    assert run("-d", notice, "--check").out == "whole: 1 documents, 6 sentences, 38 terms\n"
    assert run("-d", notice, "--rebuild", "Who said the ferry is late?") == first
    assert run("--cache=clear").err == "bot: 0.1 MB thrown away\n"
    assert list(cache.iterdir()) == []
    assert run("--cache=burn").status == 2


def test_a_cache_found_damaged_while_asking_is_thrown_away(run: Run, notice: str, cache: Path) -> None:
    run("-d", notice, "Who said the ferry is late?")
    (store,) = cache.iterdir()
    store.write_bytes(store.read_bytes().replace(b"Harbour notice\n\n", b"Harbor notices\n\n"))
    asked = run("-d", notice, "Who said the ferry is late?")
    assert (asked.status, asked.err) == (2, "bot: the cache was damaged and has been thrown away; ask again\n")
    assert run("-d", notice, "Who said the ferry is late?").status == 0


def test_a_store_by_name(run: Run, notice: str, tmp_path: Path) -> None:
    store = str(tmp_path / "kept.store")
    first = run("--index", store, "-d", notice, "Who said the ferry is late?")
    assert first.status == 0
    assert run("--index", store, "Who said the ferry is late?") == first
    assert run("--index", store, "--rebuild", "Who said the ferry is late?") == first
    assert run("--index", store, "--check").out.startswith("whole: 1 documents")
    assert run("--index", store, "--forget", notice).err == f"bot: 1 file taken out of {store}\n"
    assert run("--index", store, "--forget", notice).status == 2
    assert run("--index", store, "Who said the ferry is late?").status == 1
    assert run("--forget", notice).err == "bot: --forget takes --index PATH\n"
    assert run("--check").err == "bot: --check takes --index PATH or -d FOLDER\n"
    assert run("--index", store, "-d", "-", "Who?", data=b"Boats sail.").status == 2


def test_a_talk_reads_its_store_again(run: Run, notice: str, tmp_path: Path) -> None:
    store = str(tmp_path / "kept.store")
    run("--index", store, "-d", notice, "Who said the ferry is late?")
    talk = run("--index", store, "--plain", stdin="/reload\nWho said the ferry is late?\n", terminal="stdin stdout")
    assert "Ada Brown" in talk.out
    assert "This is a sample" not in talk.out
