import os
import stat
import tomllib
from pathlib import Path

import pytest
from conftest import Run

from bot.shell.settings import configured, history_file, settings


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTING_BOT_DOCUMENTS", os.pathsep.join(["a.txt", "", "b"]))
    monkeypatch.setenv("QUOTING_BOT_HISTORY", "/h")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "")
    found = configured(settings())
    assert found.documents == ("a.txt", "b")
    assert found.history == "/h"
    assert (found.dumb, found.no_color, found.force_color) == (True, True, False)


def test_an_empty_environment_asks_for_nothing() -> None:
    found = configured(settings({}))
    assert (found.documents, found.history, found.dumb, found.no_color, found.force_color) == (
        (),
        "",
        False,
        False,
        False,
    )


def test_history_is_for_the_user_alone(tmp_path: Path) -> None:
    path = history_file(configured(settings({"QUOTING_BOT_HISTORY": str(tmp_path / "deep" / "history")})))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_history_lives_in_the_users_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = history_file(configured(settings({})))
    assert path.is_relative_to(tmp_path)
    assert path.parts[-2:] == ("quoting-bot", "history")


def test_a_history_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OSError, match="may not be read and written"):
        history_file(configured(settings({"QUOTING_BOT_HISTORY": str(tmp_path / "history")})))


def config(tmp_path: Path, text: str) -> dict[str, str]:
    """An environment whose settings file has a text."""
    path = tmp_path / "quoting-bot" / "config.toml"
    path.parent.mkdir()
    path.write_text(text)
    return {"XDG_CONFIG_HOME": str(tmp_path)}


def test_the_settings_file_is_read_and_the_environment_goes_before_it(run: Run, tmp_path: Path, notice: str) -> None:
    environ = config(tmp_path, f'documents = ["{notice}"]\nk = 1\ncontext = 2\n') | {"QUOTING_BOT_K": "4"}
    file = tmp_path / "quoting-bot" / "config.toml"
    assert run("--show-settings", environ=environ).out == (
        f'documents = ["{notice}"]  # {file}\n'
        "k = 4  # QUOTING_BOT_K\n"
        f"context = 2  # {file}\n"
        'color = "auto"  # default\n'
        "plain = false  # default\n"
        'history = ""  # default\n'
    )
    done = run("Is the ferry late?", "--lines", "-k", "1", environ=environ)
    assert done.out.startswith(notice)
    assert done.out.count("\n") == 1


def test_what_is_shown_is_a_settings_file(run: Run, tmp_path: Path) -> None:
    shown = run("--show-settings", environ={"QUOTING_BOT_DOCUMENTS": 'a"b', "HOME": "/nowhere"}).out
    assert tomllib.loads(shown)["documents"] == ['a"b']
    assert run("--show-settings", environ=config(tmp_path, shown)).out.count(" # default") == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kk = 1", "{file}: there is no setting kk; there are documents, k, context, color, plain, history"),
        ("k = 0", "{file}: k takes a number from 1 to 999999, not 0"),
        ("k = true", "{file}: k takes a number from 1 to 999999, not True"),
        ("documents = [1]", "{file}: documents takes paths, not [1]"),
        ('color = "pink"', "{file}: color takes auto, always or never, not 'pink'"),
        ('plain = "maybe"', "{file}: plain takes true or false, not 'maybe'"),
        ("history = 1", "{file}: history takes a path, not 1"),
        ("k = ", "{file}: Invalid value (at end of document)"),
    ],
)
def test_settings_that_make_no_sense_are_told(run: Run, tmp_path: Path, text: str, said: str) -> None:
    done = run("Who?", environ=config(tmp_path, text))
    file = tmp_path / "quoting-bot" / "config.toml"
    assert (done.status, done.out, done.err) == (2, "", f"bot: {said.format(file=file)}\n")
    assert run("Who?", environ={"QUOTING_BOT_CONTEXT": "-1"}).err == (
        "bot: QUOTING_BOT_CONTEXT: context takes a number from 0 to 999999, not '-1'\n"
    )


def test_a_settings_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "quoting-bot" / "config.toml").mkdir(parents=True)
    done = run("Who?", environ={"XDG_CONFIG_HOME": str(tmp_path)})
    file = tmp_path / "quoting-bot" / "config.toml"
    assert (done.status, done.err) == (2, f"bot: cannot read {file}: is a directory\n")
