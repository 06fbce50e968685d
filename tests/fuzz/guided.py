"""What a coverage-guided fuzzer finds: files to read, with talks about them and drafts; all `promises` are checked.

atheris is no dependency of the tests; it is installed by hand, on Linux:

    pip install atheris
    python tests/fuzz/guided.py -max_total_time=1800 -seed=1 -max_len=2000 [FOLDER]

The options are libFuzzer's. FOLDER keeps inputs that reach new code; what fails is written beside as "crash-...", and
`python tests/fuzz/guided.py crash-...` shows it again.
"""

import sys
from io import BytesIO
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

with atheris.instrument_imports(include=["bot"]):
    from promises import check

    from bot.documents.readers import FORMATS, read
    from bot.errors import DocumentError


ENDINGS = sorted(FORMATS)


def one(data: bytes) -> None:
    """A file of some format (its first byte tells which), then a talk and a draft, apart by a record separator."""
    file, question, more, draft = (*data[1:].split(b"\x1e"), b"", b"", b"", b"")[:4]
    ending = ENDINGS[data[0] % len(ENDINGS)] if data else ".txt"
    try:
        text = read(BytesIO(file), f"a{ending}").text
    except DocumentError:
        return
    talk = [line for line in (question.decode("utf-8", "replace"), more.decode("utf-8", "replace")) if line.strip()]
    check({f"a{ending}": text}, [*talk, "What did he say?", "more"], draft.decode("utf-8", "replace"))


def main() -> None:
    """Fuzzes until libFuzzer is told to stop."""
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
