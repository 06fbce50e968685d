"""Reading in a process of its own, for formats whose libraries a file can send into endless work or crash."""

import os
import pickle
import select
import signal
from collections.abc import Callable
from time import monotonic

from bot.documents.extracts import Extract, Source
from bot.errors import DocumentError

SECONDS = 60
"""Most processor time for one file, and most time that nothing comes back."""
MEMORY = 3 << 30
"""Most bytes of address space."""


def apart(read: Callable[[Source], Extract], source: Source) -> Extract:
    """What `read` takes from `source`, in a process that a hostile file may fill, stop or crash; this one goes on.

    Raises DocumentError. Where the system has no fork, it is read here.
    """
    if not hasattr(os, "fork"):
        return read(source)
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        _serve(sender, read, source)
    os.close(sender)
    data = b""
    try:
        data = _received(receiver)
    finally:
        os.close(receiver)
        if not data:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    result = pickle.loads(data) if data else f"it takes more than {SECONDS} seconds or {MEMORY >> 30} GB to read"  # noqa: S301 - our own
    if isinstance(result, Extract):
        return result
    raise DocumentError(source.name, result)


def _serve(sender: int, read: Callable[[Source], Extract], source: Source) -> None:
    """The other process: reads, hands back what it took or the reason why not, and ends."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        _bound()
        try:
            result: Extract | str = read(source)
        except DocumentError as error:
            result = error.reason
        except MemoryError:
            result = "there is not enough memory for it"
        with open(sender, "wb") as pipe:
            pipe.write(pickle.dumps(result))
    finally:
        os._exit(0)


def _bound() -> None:
    import resource

    for kind, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(kind, (most, hard))


def _received(receiver: int) -> bytes:
    """All that comes through a pipe; nothing where it takes too long."""
    parts: list[bytes] = []
    end = monotonic() + 2 * SECONDS
    while select.select([receiver], [], [], max(0.0, end - monotonic()))[0]:
        part = os.read(receiver, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return b""
