"""`python -m bot` and the command `bot`."""

import gc
import sys

gc.set_threshold(100_000, 50, 100)  # loading makes many objects and no garbage; looking for it takes time

from bot.cli import main  # noqa: E402


def run() -> None:
    """Runs the command line and ends the process with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
