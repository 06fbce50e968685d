"""How long a whole process takes to start and answer, as ratios to the least that is possible.

    python tests/bench/startup.py [COMMAND] [ROUNDS]

COMMAND is the installed `bot`, from a wheel with its compiled files; the Python beside it is what it is compared with.
The commands take turns, so that a busy machine slows all of them; the figures are medians.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

LIMITS = {"question": ("rank_bm25", 1.5), "help": ("pass", 4.0)}
"""What each run of the command is compared with, and the ratio that it must not pass."""


def main(command: str = "bot", rounds: str = "21") -> int:
    """Prints medians and ratios; 1 when a ratio passes its limit."""
    python = str(Path(command).parent / "python")
    runs = {
        "pass": [python, "-c", "pass"],
        "rank_bm25": [python, "-c", "import rank_bm25"],
        "help": [command, "--help"],
        "question": [command, "Who thanked China for its help with COVID-19?"],
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(int(rounds)):
        for name, arguments in runs.items():
            start = perf_counter()
            subprocess.run(arguments, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
            times[name].append(perf_counter() - start)
    middle = {name: median(taken) for name, taken in times.items()}
    for name, seconds in middle.items():
        print(f"{name:10} {1000 * seconds:7.1f} ms")
    ratios = {name: (middle[name] / middle[other], other, limit) for name, (other, limit) in LIMITS.items()}
    for name, (ratio, other, limit) in ratios.items():
        print(f"{name} / {other}: {ratio:.2f} (at most {limit})")
    return int(any(ratio > limit for ratio, _, limit in ratios.values()))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
