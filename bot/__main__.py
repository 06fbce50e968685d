"""`python -m bot` and the command `bot`."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # what is being loaded takes Ctrl-C for its own fault
    signal.signal(signal.SIGINT, signal.SIG_DFL)
gc.set_threshold(100_000, 50, 100)  # loading makes many objects and no garbage; looking for it takes time
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads for large matrices take time to start

from bot.shell.cli import main  # noqa: E402

LEAST_MEMORY = 110_000_000
"""Bytes of address space below which numpy's libraries end the process themselves, with a status of their own."""


def run() -> NoReturn:
    """Runs the command line and ends the process with its status, at once: to take numpy apart takes time too."""
    status = 2 if _cramped() else main()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError):  # closed by the caller, or read no more
            stream.flush()
    os._exit(status)


def _cramped() -> bool:
    """Whether too little memory is allowed to load anything, which is said then."""
    try:
        from resource import RLIMIT_AS, getrlimit
    except ImportError:  # not on every system
        return False
    allowed = getrlimit(RLIMIT_AS)[0]
    cramped = 0 <= allowed < LEAST_MEMORY
    if cramped:
        with suppress(AttributeError, OSError):
            sys.stderr.write(f"bot: {allowed:,} bytes of memory are not enough; see ulimit -v\n")
    return cramped


if __name__ == "__main__":
    run()
