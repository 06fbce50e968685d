import io
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from bot import Bot
from bot.documents import Extract
from bot.documents.readers import read
from bot.errors import DocumentError

NEWS = "The ferry is late, Ada Brown said. The museum is closed on Mondays."
OWN = "I have seen the ferry. It is late, and we must wait."


def mail(body: str = NEWS, sender: str = "Ann Lee <ann@example.org>", **more: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = more.pop("subject", "Ferry")
    message["Date"] = "Mon, 3 May 2021 23:30:00 -0500"
    message.set_content(body, **more)
    return message


def extract(data: bytes | EmailMessage, name: str = "a.eml") -> Extract:
    return read(io.BytesIO(bytes(data)), name)


def said(path: Path) -> list[tuple[str | None, str]]:
    return [(one.speaker and one.speaker.name, one.text) for one in Bot.read(path).sentences if one.paragraph]


def test_what_is_passed_on_is_read_as_it_is() -> None:
    found = extract(mail())
    assert (found.text, found.title, found.date, found.own_lines) == (NEWS, "Ferry", "2021-05-03", False)


@pytest.mark.parametrize(
    "body", [OWN, "It is late.\n\n-- \nAnn", "> When does it sail?\n\nAt noon.", "Bob wrote:\n> So."]
)
def test_who_writes_in_their_own_name_heads_the_message(body: str) -> None:
    head = "From: Ann Lee\nDate: Mon, 03 May 2021 23:30:00 -0500\nSubject: Ferry\n\n"
    assert extract(mail(body)).text == head + body


MAILBOX = b"""From ann@example.org Mon May  3 10:00:00 2021
From: Ann Lee <ann@example.org>
Subject: Ferry
Date: Mon, 3 May 2021 10:00:00 +0000

The ferry is late.
>From noon on it sails.

From bob@example.org Tue May  4 10:00:00 2021
From: =?utf-8?q?Bob_R=C3=A1y?= <bob@example.org>
Subject: Re: Ferry

On Mon, 3 May 2021, Ann Lee wrote:
> The ferry is late.

From the pier it looks so.
"""


def test_a_mailbox_has_a_speaker_for_each_message(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(MAILBOX)
    found = [(name, text) for name, text in said(tmp_path / "all.mbox") if name]
    assert found == [
        ("Ann Lee", "The ferry is late."),
        ("Ann Lee", "From noon on it sails."),
        ("Ann Lee", "> The ferry is late."),
        ("Bob Ráy", "From the pier it looks so."),
    ]


ARCHIVE = b"""From ann at example.org  Mon May  3 10:00:00 2021
From: ann at example.org (Ann Lee)
Date: Mon, 3 May 2021 10:00:00 +0000
Subject: [ferry] Late

It is late.
-------------- next part --------------
An HTML attachment was scrubbed...
URL: <http://lists.example.org/pipermail/ferry/attachments/20210503/35d7c818/attachment.htm>

From bob at example.org  Tue May  4 10:00:00 2021
From: bob at example.org (Bob Ray)
Date: Tue, 4 May 2021 10:00:00 +0000
Subject: [ferry] Late

2021-05-03 10:00 GMT+00:00 Ann Lee <ann at example.org>:

> It is late.

I know.
"""


@pytest.mark.parametrize("name", ["2021-May.txt", "ferry.mbox", "ferry"])
def test_the_archive_of_a_mailing_list_has_its_speakers(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ARCHIVE)
    found = [(one.speaker.name, one.text) for one in Bot.read(tmp_path / name).sentences if one.speaker]
    assert found == [("Ann Lee", "It is late."), ("Ann Lee", "> It is late."), ("Bob Ray", "I know.")]


def test_plain_text_before_markup_and_text_without_attachments() -> None:
    message = mail("")
    message.add_alternative("<div>The <b>ferry</b> is late.</div><div>It rained.</div>", subtype="html")
    message.add_attachment("Attached.", filename="a.txt")
    assert extract(message).text == "The ferry is late.\n\nIt rained."
    message = mail(NEWS)
    message.add_alternative("<p>Other words.</p>", subtype="html")
    assert extract(message).text == NEWS


def test_without_the_extra_a_page_in_a_mail_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.delitem(sys.modules, "bot.documents.web", raising=False)
    with pytest.raises(DocumentError, match="it needs the extra html"):
        extract(mail("<p>The ferry is late.</p>", subtype="html"))


def test_messages_that_are_forwarded_are_their_senders() -> None:
    message = mail("See below.")
    message.add_attachment(mail(OWN, "Bob Ray <bob@example.org>"))
    text = extract(message).text
    assert text.count("From: ") == 2
    assert text.endswith(f"From: Bob Ray\nDate: Mon, 03 May 2021 23:30:00 -0500\nSubject: Ferry\n\n{OWN}")


def test_lines_that_flow_are_joined() -> None:
    flowed = "The ferry is \nlate, and it \nrains.\n\n> It is \n> said.\nSo it \n is.\n-- \nAnn\n"
    data = bytes(mail(flowed)).replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    text = extract(data).text.partition("\n\n")[2]
    assert text == "The ferry is late, and it rains.\n\n> It is \n> said.\nSo it is.\n-- \nAnn"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Ann Lee <ann@example.org>", "Ann Lee"),
        ('"Lee, Ann" <ann@example.org>', "Ann Lee"),
        ("ann at example.org (Ann Lee)", "Ann Lee"),
        ("=?iso-8859-1?Q?Ann_L=E9e?= <ann@example.org>", "Ann Lée"),
        ("Ann Lée <ann@example.org>", "Ann Lée"),
        ("ann@example.org", "ann@example.org"),
        ("=?utf-9?Q?Ann?= <ann@example.org>", "=?utf-9?Q?Ann?="),
        ("", "Unknown sender"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_who_sent_it(header: str, name: str, encoding: str) -> None:
    data = f"From: {header}\nSubject: x\n\n{OWN}".encode(encoding)
    assert extract(data).text.splitlines()[0] == f"From: {name}"


def nested(depth: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    return f"From: a@b.c\n{heads}\n{NEWS}\n".encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\n", "no message in it has text"),
        (bytes(mail(" ")), "no message in it has text"),
        (nested(20_000), "it is nested too deep"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        extract(data)
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (f"Subject: x\nDate: never\nContent-Type: text/plain; charset=nonsense\n\n{NEWS}".encode(), NEWS),
        (f"Subject: x\nDate: Mon, 99 May 99999 99:99:99 +9999\n\n{NEWS}".encode(), NEWS),
        (nested(30), NEWS),
        (MAILBOX[:139], "The ferr"),
    ],
)
def test_what_is_badly_made_is_read(data: bytes, text: str) -> None:
    assert extract(data).text.strip().endswith(text)
