"""As much of jq and fzf as the README pipes into, for machines that have neither.

python standins.py jq -r FILTER | fzf --filter WORDS
"""

import json
import re
import sys
from functools import reduce
from operator import getitem


def jq(line: str, wanted: str) -> list[str]:
    """What `.NAME[] | "text with \\(.FIELD.FIELD) in it"` makes of a line."""
    name, _, text = wanted.partition(" | ")
    return [
        re.sub(r"\\\(\.([\w.]+)\)", lambda field, one=one: reduce(getitem, field[1].split("."), one), text.strip('"'))
        for one in json.loads(line)[name.strip(".[]")]
    ]


def fzf(line: str, wanted: str) -> list[str]:
    """The line if it has all words."""
    return [line.rstrip("\n")] if all(word in line for word in wanted.split()) else []


if __name__ == "__main__":
    for given in sys.stdin:
        for shown in {"jq": jq, "fzf": fzf}[sys.argv[1]](given, sys.argv[3]):
            print(shown)
