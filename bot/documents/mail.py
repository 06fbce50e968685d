"""E-mail (.eml, .mbox): the words of each message, below who sent it, when and on what.

A single message is its sender's where it speaks in the first person or quotes what it answers; what is only passed on,
such as a press release, is read like any other document.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source, needs
from bot.errors import DocumentError

_POSTED = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+[^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]*\n")
"""The line between the messages of a mailbox: "From ann@example.org Mon May  3 10:00:00 2021"."""
_SCRUBBED = re.compile(
    r"^-{10,}+ next part -{10,}+(?:\n(?:(?:An HTML|A non-text) attachment was scrubbed|Skipped content of type|"
    r"(?:Name|Type|Size|Desc|Url|URL)\b)[^\n]*+)*+",
    re.MULTILINE,
)
"""What an archive of a mailing list writes where an attachment was."""
_GUARDED = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us|me|mine|ours)\b", re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:>|-- ?$)|\bwrote:$", re.MULTILINE)
"""What answers and is signed."""
_WORDS = 100
"""Words for each "I" or "we", at most, in what somebody writes in their own name."""
_LAST_FIRST = re.compile(r"([\w.’'-]+), ([\w.’' -]+)")


class _Message(NamedTuple):
    """What of a message is read."""

    sender: str
    date: str
    subject: str
    body: str
    warning: str | None

    @property
    def headed(self) -> str:
        date = f"Date: {self.date}\n" if self.date else ""
        return f"From: {self.sender}\n{date}Subject: {self.subject}\n\n{self.body}"


def read_mail(source: Source) -> Extract:
    """The messages of a file, one or many, with the subject and the date of the first."""
    posted = list(_POSTED.finditer(source.data)) if _POSTED.match(source.data) else []
    starts = [match.end() for match in posted] or [0]
    ends = [*[match.start() for match in posted[1:]], len(source.data)]
    parts = (source.data[start:end] for start, end in zip(starts, ends, strict=True))
    guarded = (_GUARDED.sub(rb"\1", part) if posted else part for part in parts)
    messages = [message for part in guarded for message in _messages(part, source.name)]
    passed_on = len(messages) == 1 and not _own(messages[0].body)
    text = messages[0].body if passed_on else "\n\n\n".join(message.headed for message in messages)
    if not any(message.body for message in messages):
        raise DocumentError(source.name, "no message in it has text")
    warning = next((message.warning for message in messages if message.warning), None)
    return Extract(text, messages[0].subject or None, warning, date=_day(messages[0].date), own_lines=False)


def _own(body: str) -> bool:
    """Whether somebody writes in their own name, or answers."""
    spoken = len(_FIRST_PERSON.findall(body))
    return bool(_ANSWERS.search(body)) or _WORDS * spoken > len(body.split())


def _messages(data: bytes, name: str) -> Iterator[_Message]:
    """A message, and those that are attached to it."""
    mail = message_from_bytes(data, policy=policy.default)
    yield _message(mail, name)
    for part in mail.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            yield _message(part.get_content(), name)


def _message(mail: EmailMessage, name: str) -> _Message:
    body, warning = _body(mail, name)
    shown, address = parseaddr(_raw(mail, "From"))
    sender = _LAST_FIRST.sub(r"\2 \1", _decoded(shown)) or _decoded(address) or "Unknown sender"
    return _Message(sender, _decoded(_raw(mail, "Date")), _decoded(_raw(mail, "Subject")), body, warning)


def _raw(mail: EmailMessage, name: str) -> str:
    """A header as it was sent, in one line."""
    value = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), "")
    data = str(value).encode("utf-8", "surrogateescape")
    try:
        return " ".join(data.decode().split())
    except UnicodeDecodeError:
        return " ".join(data.decode("cp1252", "replace").split())


def _decoded(value: str) -> str:
    """A header as it is meant (RFC 2047)."""
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (LookupError, ValueError, HeaderParseError):
        return value


def _body(mail: EmailMessage, name: str) -> tuple[str, str | None]:
    """The text of a message, plain where it is there, and a warning."""
    for kind in ("text/plain", "text/html"):
        for part in _parts(mail):
            data = part.get_payload(decode=True)
            if part.get_content_type() != kind or part.is_attachment() or not isinstance(data, bytes):
                continue
            text, warning = decode(data, name, part.get_content_charset())
            text = _SCRUBBED.sub("", "\n".join(text.splitlines()))
            if kind == "text/html":
                text = _page(text, name)
            elif part.get_param("format") == "flowed":
                text = _unflowed(text)
            if text.strip():
                return text.strip(), warning
    return "", None


def _parts(mail: MIMEPart) -> Iterator[MIMEPart]:
    """A message and its parts, without those of messages that are attached to it."""
    yield mail
    if mail.get_content_maintype() == "multipart" and mail.is_multipart():
        for part in mail.iter_parts():
            yield from _parts(part)


def _page(text: str, name: str) -> str:
    try:
        from bot.documents.web import shown
    except ModuleNotFoundError as error:
        raise DocumentError(name, needs("html")) from error
    return shown(text)


def _unflowed(text: str) -> str:
    """Lines that end with a space joined with the next (RFC 3676), outside of what is quoted."""
    lines: list[str] = []
    for line in text.split("\n"):
        before = lines[-1] if lines else ""
        if before.endswith(" ") and before != "-- " and line[:1] != ">" != before[:1]:
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _day(date: str) -> str | None:
    """The day of a date header, ISO 8601."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, OverflowError):
        return None
