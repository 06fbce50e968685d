import os
import stat
from pathlib import Path

import pytest

from bot.shell.settings import history_file, settings


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTING_BOT_DOCUMENTS", os.pathsep.join(["a.txt", "", "b"]))
    monkeypatch.setenv("QUOTING_BOT_HISTORY", "/h")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "")
    found = settings()
    assert found.documents == ("a.txt", "b")
    assert found.history == "/h"
    assert (found.dumb, found.no_color, found.force_color) == (True, True, False)


def test_an_empty_environment_asks_for_nothing() -> None:
    found = settings({})
    assert (found.documents, found.history, found.dumb, found.no_color, found.force_color) == (
        (),
        None,
        False,
        False,
        False,
    )


def test_history_is_for_the_user_alone(tmp_path: Path) -> None:
    path = history_file(settings({"QUOTING_BOT_HISTORY": str(tmp_path / "deep" / "history")}))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_history_lives_in_the_users_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = history_file(settings({}))
    assert path.is_relative_to(tmp_path)
    assert path.parts[-2:] == ("quoting-bot", "history")


def test_a_history_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OSError, match="may not be read and written"):
        history_file(settings({"QUOTING_BOT_HISTORY": str(tmp_path / "history")}))
