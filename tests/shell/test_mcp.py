"""The MCP server, asked by the SDK's own client: once over stdin and stdout of a real process, else in this one."""

import json
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from conftest import NOTICE, Run
from mcp import Client, MCPError, StdioServerParameters
from mcp_types import CallToolResult

from bot import Bot
from bot.shell.mcp_server import server

T = TypeVar("T")
CLOSED = "When is the museum closed?"


def asked(what: Callable[[Client], Awaitable[T]], served: Any = None) -> T:
    """What a client gets from a server, by default from one that has read the notice."""

    async def run() -> T:
        async with Client(served or server(Bot.from_text(NOTICE, "notice.txt")), read_timeout_seconds=60) as client:
            return await what(client)

    return anyio.run(run)


def called(tool: str, **arguments: Any) -> CallToolResult:
    """What a tool gives; the client holds it against the schema of the tool."""

    async def call(client: Client) -> CallToolResult:
        await client.list_tools()
        return await client.call_tool(tool, arguments)

    return asked(call)


def text_of(result: CallToolResult) -> str:
    (content,) = result.content
    return getattr(content, "text", "")


def test_over_stdin_and_stdout(notice: str) -> None:
    async def look(client: Client) -> list[Any]:
        tools, resources = await client.list_tools(), await client.list_resources()
        read = await client.read_resource(resources.resources[0].uri)
        calls = [
            await client.call_tool("ask", {"question": question, **more})
            for question, more in ((CLOSED, {}), ("Who is Modi?", {}), (CLOSED, {"speakers": ["Zog"]}))
        ]
        return [
            [tool.name for tool in tools.tools],
            [one.uri for one in resources.resources],
            read.contents[0].text,
            [call.structured_content["answered"] if not call.is_error else text_of(call) for call in calls],
        ]

    started = StdioServerParameters(command=sys.executable, args=["-m", "bot", "--mcp", "--debug", "-d", notice])
    assert asked(look, started) == [
        ["ask", "sentences", "speakers", "verify"],
        ["quoting-bot://documents/notice.txt"],
        NOTICE,
        [True, False, "nobody called 'Zog' speaks in the documents; see bot --speakers"],
    ]


def test_the_settings_in_the_readme(notice: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (given,) = re.findall("^```json\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    (settings,) = json.loads(given)["mcpServers"].values()
    assert settings["command"] == "bot"
    arguments = ["-m", "bot", *(notice if word.startswith("/") else word for word in settings["args"])]

    async def tools(client: Client) -> list[str]:
        return [tool.name for tool in (await client.list_tools()).tools]

    assert "ask" in asked(tools, StdioServerParameters(command=sys.executable, args=arguments))


def test_an_answer() -> None:
    result = called("ask", question=CLOSED, k=1, context=1)
    assert not result.is_error
    assert result.structured_content["answered"] is True
    assert [quote["text"] for quote in result.structured_content["quotes"]] == ["The museum is closed on Mondays."]
    assert "> “The museum is closed on Mondays.”\n  [1] notice.txt:7  ¶4\n" in text_of(result)


def test_a_refusal_is_an_answer_and_no_error() -> None:
    result = called("ask", question="Who is Modi?")
    assert not result.is_error
    assert result.structured_content["answered"] is False
    assert text_of(result).startswith(result.structured_content["reason"])


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        (
            "ask",
            {"question": "Who?", "speakers": ["Zog"]},
            "nobody called 'Zog' speaks in the documents; see bot --speakers",
        ),
        ("ask", {}, "'question' is a required property"),
        ("ask", {"question": "Who?", "k": 0}, "k: 0 is less than the minimum of 1"),
        ("ask", {"question": " "}, "the question is empty"),
        ("sentences", {"page": 1}, "Additional properties are not allowed ('page' was unexpected)"),
    ],
)
def test_a_mistake_is_told(tool: str, arguments: dict[str, Any], said: str) -> None:
    result = called(tool, **arguments)
    assert (result.is_error, text_of(result)) == (True, said)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (
            lambda client: client.call_tool("walk", {}),
            "there is no tool walk; there are ask, sentences, speakers, verify",
        ),
        (lambda client: client.read_resource("quoting-bot://documents/gone"), "there is no document quoting-bot://"),
    ],
)
def test_what_is_not_there(what: Callable[[Client], Awaitable[Any]], said: str) -> None:
    async def refused(client: Client) -> str:
        with pytest.raises(MCPError) as error:
            await what(client)
        return str(error.value)

    assert said in asked(refused)


def test_many_documents_are_listed_in_pages() -> None:
    async def pages(client: Client) -> list[int]:
        first = await client.list_resources()
        second = await client.list_resources(cursor=first.next_cursor)
        return [len(first.resources), len(second.resources), second.next_cursor is None]

    many = Bot.from_texts({f"{n}/é ?": f"The boat {n} sails." for n in range(201)})
    assert asked(pages, server(many)) == [200, 1, True]


def test_sentences_and_speakers() -> None:
    part = called("sentences", document="notice.txt", first=2, count=2).structured_content
    assert (part["total"], [one["number"] for one in part["sentences"]]) == (6, [2, 3])
    own = called("sentences", speakers=["Reed"]).structured_content
    assert {one["speaker"]["name"] for one in own["sentences"]} == {"Tom Reed"}
    people = called("speakers").structured_content["speakers"]
    assert [(one["name"], one["sentences"]) for one in people] == [("Ada Brown", 2), ("Tom Reed", 2)]


def test_a_check() -> None:
    result = called("verify", draft="“The ferry is early,” Ada Brown said.")
    assert [one["verdict"] for one in result.structured_content["verdicts"]] == ["altered"]
    assert "[-early-] {+late+}" in text_of(result)


def test_the_extra_that_is_not_there_is_named(run: Run, notice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anyio", None)
    monkeypatch.delitem(sys.modules, "bot.shell.mcp_server", raising=False)
    done = run("-d", notice, "--mcp")
    assert (done.status, done.err) == (2, "bot: --mcp needs the extra mcp: pip install 'quoting-bot[mcp]'\n")
