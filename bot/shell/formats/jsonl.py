"""JSON Lines for programs, as `bot --json-schema` describes them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.answers import Verdict
from bot.documents import Document
from bot.index import Sentence
from bot.shell import records
from bot.shell.counting import Counted
from bot.shell.formats import Asked


class JsonLines:
    """Shows one object a line; a question without an answer, too."""

    def answers(self, asked: Iterable[Asked]) -> Iterator[str]:
        return (_line(records.record(one.answer, one.skipped, one.id)) for one in asked)

    def sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        return (_line(records.sentence_record(sentence)) for sentence in sentences)

    def speakers(self, speakers: Iterable[Counted]) -> Iterator[str]:
        return (_line(records.counted_record(row.speaker, row.sentences, row.first, row.last)) for row in speakers)

    def verdicts(self, verdicts: Iterable[Verdict], draft: Document) -> Iterator[str]:
        from bot.shell.verdicts import record

        return (_line(record(verdict, draft)) for verdict in verdicts)


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record) + "\n"
