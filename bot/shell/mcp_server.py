"""For assistants: the documents over MCP, on stdin and stdout, with the same objects as --json.

An assistant that quotes from here quotes what stands in the documents; where they do not answer, it is told so.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

import anyio
import mcp_types as types
from jsonschema import Draft202012Validator
from mcp import MCPError
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from bot import __version__
from bot.answers import Bot
from bot.documents import Document
from bot.errors import APP, BotError, UsageError
from bot.shell import painting, records, render, verdicts
from bot.shell.counting import counted
from bot.shell.schema import SCHEMA

_HOST = f"{APP}://documents/"
_PAGE = 200
"""Documents that one page of their list has, and sentences that are given where no number is asked for."""
_INSTRUCTIONS = (
    "Answers questions about documents by quoting them word for word, each quote with who said it and where. Give the "
    "quotes unchanged, with speaker and place. Kind indirect is the reporter's wording of what the speaker said. Where "
    "answered is false, the documents do not answer: say so."
)

_TEXT = {"type": "string", "minLength": 1}
_NAMES = {
    "type": "array",
    "items": _TEXT,
    "description": "Only what these people say; names, parts of names or titles.",
}
_Arguments = Mapping[str, Any]


class _Tool(NamedTuple):
    """What an assistant can have done: what it gives, from which arguments, and in plain text."""

    description: str
    given: dict[str, Any]
    needed: tuple[str, ...]
    result: dict[str, Any]
    run: Callable[[Bot, _Arguments], tuple[dict[str, Any], str]]

    def listed(self, name: str) -> types.Tool:
        return types.Tool(
            name=name,
            description=self.description,
            input_schema=self.takes,
            output_schema=self.result,
            annotations=types.ToolAnnotations(read_only_hint=True, open_world_hint=False),
        )

    @property
    def takes(self) -> dict[str, Any]:
        """The schema of its arguments."""
        return {
            "type": "object",
            "properties": self.given,
            "required": list(self.needed),
            "additionalProperties": False,
        }


def _ask(bot: Bot, given: _Arguments) -> tuple[dict[str, Any], str]:
    answer = bot.ask(given["question"], given.get("k", 3), given.get("speakers"), context=given.get("context", 0))
    lines = render.answer_lines(answer) if answer else render.refusal_lines(answer, bot.near_words(answer))
    return records.record(answer, bot.skipped), painting.plain(lines)


def _sentences(bot: Bot, given: _Arguments) -> tuple[dict[str, Any], str]:
    names = set(bot.named(*given["speakers"])) if given.get("speakers") else None
    wanted = given.get("document")
    found = [
        sentence
        for sentence in bot.sentences
        if (names is None or (sentence.speaker and sentence.speaker.name in names))
        and wanted in (None, sentence.document.id)
    ]
    first = given.get("first", 1)
    part = found[first - 1 : first - 1 + given.get("count", _PAGE)]
    listed = {"total": len(found), "sentences": list(map(records.sentence_record, part))}
    return listed, painting.plain(render.sentence_lines(part))


def _speakers(bot: Bot, _: _Arguments) -> tuple[dict[str, Any], str]:
    rows = list(counted(bot))
    found = [records.counted_record(row.speaker, row.sentences, row.first, row.last) for row in rows]
    return {"speakers": found}, painting.plain(render.speaker_lines(row.speaker for row in rows))


def _verify(bot: Bot, given: _Arguments) -> tuple[dict[str, Any], str]:
    draft = Document("draft", "draft", None, given["draft"], None)
    found = bot.verify(draft.text)
    text = f"{painting.plain(verdicts.lines(found, draft))}{verdicts.summary(found)}\n"
    return {"verdicts": [verdicts.record(verdict, draft) for verdict in found]}, text


def _several(name: str, of: str, **more: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list of objects that `bot --json-schema` describes."""
    properties = {**more, name: {"type": "array", "items": {"$ref": f"#/$defs/{of}"}}}
    return {"type": "object", "properties": properties, "required": list(properties), "$defs": SCHEMA["$defs"]}


_TOOLS = {
    "ask": _Tool(
        "Quote the sentences of the documents that answer a question, with who said them and where.",
        {
            "question": _TEXT,
            "k": {"type": ["integer", "null"], "minimum": 1, "description": "At most so many quotes (3); null: all."},
            "speakers": _NAMES,
            "context": {"type": "integer", "minimum": 0, "maximum": 20, "description": "Sentences around each quote."},
        },
        ("question",),
        {key: value for key, value in SCHEMA.items() if key != "$schema"},
        _ask,
    ),
    "sentences": _Tool(
        "List sentences of the documents in order, each with its speaker and how that is known.",
        {
            "document": {"type": "string", "description": "Id of the only document wanted."},
            "speakers": _NAMES,
            "first": {"type": "integer", "minimum": 1, "description": "Where to begin (1)."},
            "count": {"type": "integer", "minimum": 1, "maximum": 1000, "description": f"How many at most ({_PAGE})."},
        },
        (),
        _several("sentences", "listed", total={"type": "integer", "minimum": 0}),
        _sentences,
    ),
    "speakers": _Tool(
        "List everybody who speaks in the documents, with how much, and where first and last.",
        {},
        (),
        _several("speakers", "counted"),
        _speakers,
    ),
    "verify": _Tool(
        "Check every quotation of a text: whether the documents have it word for word, from whom the text gives it to.",
        {"draft": {"type": "string", "description": "Text or Markdown with quotations."}},
        ("draft",),
        _several("verdicts", "verdict"),
        _verify,
    ),
}  # fmt: skip


def server(bot: Bot) -> Server[Any]:
    """An MCP server that answers from what `bot` has read."""
    documents = {_HOST + quote(document.id, safe=""): document for document in bot.documents}

    async def list_tools(_: ServerRequestContext[Any], __: object) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[tool.listed(name) for name, tool in _TOOLS.items()])

    async def call_tool(_: ServerRequestContext[Any], call: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            found, text = await anyio.to_thread.run_sync(_called, bot, call.name, call.arguments or {})
        except BotError as error:
            return types.CallToolResult(content=[types.TextContent(text=render.clean(str(error)))], is_error=True)
        return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=found)

    async def list_resources(
        _: ServerRequestContext[Any], page: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        start = int(page.cursor) if page and page.cursor and page.cursor.isdigit() else 0
        listed = [
            types.Resource(uri=uri, name=document.id, title=document.title, mime_type="text/plain")
            for uri, document in list(documents.items())[start : start + _PAGE]
        ]
        more = str(start + _PAGE) if start + _PAGE < len(documents) else None
        return types.ListResourcesResult(resources=listed, next_cursor=more)

    async def read_resource(
        _: ServerRequestContext[Any], wanted: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        document = documents.get(wanted.uri)
        if document is None:
            raise MCPError(types.INVALID_PARAMS, f"there is no document {wanted.uri}")
        text = types.TextResourceContents(uri=wanted.uri, mime_type="text/plain", text=document.text)
        return types.ReadResourceResult(contents=[text])

    return Server(
        APP, version=__version__, instructions=_INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool,
        on_list_resources=list_resources, on_read_resource=read_resource,
    )  # fmt: skip


def _called(bot: Bot, name: str, arguments: _Arguments) -> tuple[dict[str, Any], str]:
    """What a tool gives, as an object and as text. Raises BotError for arguments that make no sense."""
    tool = _TOOLS.get(name)
    if tool is None:
        raise MCPError(types.INVALID_PARAMS, f"there is no tool {name}; there are {', '.join(_TOOLS)}")
    for error in Draft202012Validator(tool.takes).iter_errors(arguments):
        raise UsageError(": ".join([*map(str, error.path), error.message]))
    return tool.run(bot, arguments)


def serve(bot: Bot) -> None:
    """Serves until stdin ends."""
    anyio.run(_serve, server(bot))


async def _serve(served: Server[Any]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await served.run(incoming, outgoing, served.create_initialization_options())
