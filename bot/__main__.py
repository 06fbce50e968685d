"""`python -m bot` and the command `bot`."""

import sys

from bot.cli import main


def run() -> None:
    """Runs the command line and ends the process with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
