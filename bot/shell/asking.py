"""The questions of a run that has several: one a line from a pipe, or a file of them with ids."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from bot.errors import BotError, DocumentError, UsageError, told


class Asking(NamedTuple):
    """A question, and what a file of questions calls it."""

    question: str
    id: str | None = None


def of_stream(stream: TextIO) -> Iterator[Asking]:
    """The questions that a pipe gives, one a line. Raises BotError when it cannot be read."""
    try:
        yield from _of_lines(stream)
    except OSError as error:
        raise BotError(f"cannot read stdin: {told(error)}") from error


def of_file(path: str) -> list[Asking]:
    """The questions of a file: JSON Lines and CSV with "question" and perhaps "id"; of other files, one a line.

    Raises DocumentError when it cannot be read, UsageError when no question is where it should be.
    """
    import csv

    suffix = os.path.splitext(path)[1].lower()
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            if suffix == ".csv":
                return list(_of_rows(csv.reader(file), path))
            return list(_of_objects(file, path) if suffix in (".jsonl", ".ndjson") else _of_lines(file))
    except FileNotFoundError as error:
        raise DocumentError(path, "there is no such file or folder") from error
    except UnicodeDecodeError as error:
        raise DocumentError(path, "it is not UTF-8") from error
    except (OSError, csv.Error) as error:
        raise DocumentError(path, told(error)) from error


def _of_lines(lines: Iterable[str]) -> Iterator[Asking]:
    return (Asking(line.strip()) for line in lines if line.strip())


def _of_rows(rows: Iterator[list[str]], path: str) -> Iterator[Asking]:
    names = [name.strip().lower() for name in next(rows, [])]
    if "question" not in names:
        raise UsageError(f"{path} has no column that is called question")
    question, name = names.index("question"), names.index("id") if "id" in names else None
    for row in rows:
        if len(row) > question and row[question].strip():
            yield Asking(row[question].strip(), row[name] if name is not None and name < len(row) else None)


def _of_objects(lines: Iterable[str], path: str) -> Iterator[Asking]:
    import json

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{path}:{number} is no JSON") from error
        question = one.get("question") if isinstance(one, dict) else one
        if not isinstance(question, str) or not question.strip():
            raise UsageError(f"{path}:{number} has no question")
        name = one.get("id") if isinstance(one, dict) else None
        yield Asking(question.strip(), None if name is None else str(name))
