"""Torn documents, talks about them, and drafts that quote them, as long as one likes.

    python tests/fuzz/torn.py --seed 1 --minutes 30 [FOLDER...]

The texts of the folders (or of the corpus and the tests' tables) are cut, spliced, shuffled and sprinkled with marks;
each round reads one to four of them and checks `promises`. What fails is printed once for each kind, made smaller,
and written to `--out`; the status is 1 then.
"""

import argparse
import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic, process_time

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from promises import check  # noqa: E402
from shapes import MARKS, small_shapes  # noqa: E402

ROOT = Path(__file__).parents[2]
WORDS = (
    "said|told|asked|wrote|Mr.|Mrs.|Dr.|the mayor|he|she|they|who|that|according to|adding|“|”|\"|'|‘|’|:|,|.|?|!|—|\n|"
    "\n\n|\r\n|\r|\t|\f|Q:|A:|Q.|Ann Lee|LEE:|[00:12]|> |- |# |1. |* |** |(|)|[applause]|U.S.|No. 5|\u2028|\x00|"
    "\x1b[31m|\u202e|é|か\u3099|漢|😀|\ufeff|\u200b|\xa0|\xad|i|I|we|Jr.|and|of|in a statement|On Monday|\\_|<b>|&amp;|"
    "http://a.b"
).split("|")
SWAPS = (
    (" ", "\n"), ("\n", " "), ("\n", "\r\n"), ("\n", "\r"), ("\n\n", "\n"), ("\n", "\n\n"), ("\n", "\n> "),
    (" ", "\xa0"), ("“", '"'), ("”", '"'), ("’", "'"), (".", ""), (":", ""),
)  # fmt: skip
FORMS = (
    "What did {name} say?", "And {name}?", "more", "What is it about?", "Who speaks?", "When was it?", "Why?",
    "Who said {words}?", "the second one, in context", "What did {name} and {name} say about {words}?", "{words}",
    "Who disagreed?", "How many {words}?", "What does {acronym} stand for?", "Did {name} say {words}?", "{torn}",
    "in the minutes of {words}", "What else did she say?", "no, {name}", "Only {name}", "Is it true that {words}?",
    "who asked about {words}", "help",
)  # fmt: skip


def sources(folders: list[Path]) -> list[str]:
    """The texts to tear."""
    if folders:
        paths = sorted(path for folder in folders for ending in ("txt", "md") for path in folder.rglob(f"*.{ending}"))
    else:
        paths = [*(ROOT / "corpus").iterdir(), *(ROOT / "tests").rglob("*.toml")]
    return [text for path in paths if (text := path.read_text("utf-8", "replace")[:60_000])]


def torn(random: Random, texts: list[str]) -> str:
    """A text that was whole once."""
    text = _piece(random, texts, random.choice((300, 1500, 6000)))
    for _ in range(random.randrange(5)):
        text = random.choice(TEARS)(random, text, texts)
    return text


def _piece(random: Random, texts: list[str], size: int) -> str:
    text = random.choice(texts)
    start = random.randrange(len(text))
    return text[start : start + random.randint(1, size)]


def _cut(random: Random, text: str, _: list[str]) -> str:
    start, end = sorted(random.randrange(len(text) + 1) for _ in "12")
    return text[:start] + text[end:]


def _splice(random: Random, text: str, texts: list[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(("", " ", "\n", "\n\n")) + _piece(random, texts, 800) + text[at:]


def _sprinkle(random: Random, text: str, _: list[str]) -> str:
    parts = list(text)
    for _ in range(random.randint(1, 1 + len(parts) // 20)):
        parts.insert(random.randrange(len(parts) + 1), random.choice((*WORDS, *MARKS)))
    return "".join(parts)


def _shuffle(random: Random, text: str, _: list[str]) -> str:
    parts = re.split(random.choice((r"(?<=\n)", r"(?<=[.!?] )", r"(?<= )")), text)
    random.shuffle(parts)
    return "".join(parts)


def _repeat(random: Random, text: str, texts: list[str]) -> str:
    unit = random.choice((_piece(random, texts, 60), random.choice(WORDS), random.choice(MARKS)))
    at = random.randrange(len(text) + 1)
    return text[:at] + unit * random.randint(2, 80) + text[at:]


def _mangle(random: Random, text: str, _: list[str]) -> str:
    return text.replace(*random.choice(SWAPS))


def _case(random: Random, text: str, _: list[str]) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _lines(random: Random, text: str, _: list[str]) -> str:
    width = random.randint(1, 90)
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _salad(random: Random, text: str, _: list[str]) -> str:
    joined = random.choice((" ", "", "\n"))
    return text[: random.randrange(200)] + joined.join(random.choices(WORDS, k=random.randint(1, 120)))


def _shape(random: Random, text: str, _: list[str]) -> str:
    return text[: random.randrange(100)] + random.choice(SHAPES).text(random.randint(10, 2000))


SHAPES = list(small_shapes())
TEARS: tuple[Callable[[Random, str, list[str]], str], ...] = (
    _cut, _splice, _sprinkle, _sprinkle, _shuffle, _repeat, _mangle, _case, _lines, _salad, _shape,
)  # fmt: skip


def talk(random: Random, texts: list[str]) -> list[str]:
    """Lines of a conversation about texts."""
    joined = " ".join(texts)
    words = re.findall(r"\w+", joined) or ["it"]
    names = re.findall(r"[A-Z][\w.]+(?: [A-Z]\w+)?", joined) or ["Ann"]

    def line() -> str:
        return random.choice(FORMS).format(
            name=random.choice(names),
            words=" ".join(random.choices(words, k=random.randint(1, 5))),
            acronym="".join(word[0] for word in random.choices(words, k=3)).upper(),
            torn=_sprinkle(random, " ".join(random.choices(words, k=4)), []),
        )

    return [line() for _ in range(random.randint(1, 6))]


def draft(random: Random, texts: list[str]) -> str:
    """A text that quotes texts, rightly or wrongly."""
    quoted = (f"{random.choice(WORDS)} said: “{_piece(random, texts, 200)}” {random.choice(WORDS)} " for _ in range(3))
    return "".join(quoted)


def rounds(random: Random, texts: list[str]) -> Iterator[tuple[dict[str, str], list[str], str]]:
    """Documents by name, a talk about them, a draft."""
    while True:
        documents = {f"d{n}.txt": torn(random, texts) for n in range(random.choice((1, 1, 2, 4)))}
        whole = list(documents.values())
        yield documents, talk(random, whole), draft(random, [text for text in whole if text] or ["x"])


def kind(error: Exception) -> str:
    """What fails alike: the last line of ours, or the promise without what it was about."""
    said = re.sub(r"[\d.]+", "N", str(error).splitlines()[0] if str(error) else "").partition(":")[0][:60]
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(frame.filename).name} {frame.name} {said}"


def smaller(
    documents: dict[str, str], lines: list[str], quoting: str, failed: str
) -> tuple[dict[str, str], list[str], str]:
    """A smaller round that fails in the same way."""

    def fails(case: tuple[dict[str, str], list[str], str]) -> bool:
        try:
            check(*case)
        except Exception as error:  # noqa: BLE001
            return kind(error) == failed
        return False

    case = documents, lines, quoting
    end = monotonic() + 20
    for fewer in ((documents, [], ""), (documents, lines, ""), (documents, [], quoting)):
        if fails(fewer):
            case = fewer
            break
    for name in documents:
        rest = {other: text for other, text in case[0].items() if other != name}
        case = (rest, *case[1:]) if rest and fails((rest, *case[1:])) else case
    for name in case[0]:
        step = max(1, len(case[0][name]) // 2)
        while step and monotonic() < end:
            at = 0
            while at < len(case[0][name]) and monotonic() < end:
                text = case[0][name]
                less = ({**case[0], name: text[:at] + text[at + step :]}, *case[1:])
                if fails(less):
                    case = less
                else:
                    at += step
            step //= 2
    return case


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--out", type=Path, default=Path("torn-failures.jsonl"))
    options = parser.parse_args()
    random, found, count = Random(options.seed), Counter[str](), Counter[str]()  # noqa: S311
    texts = sources(options.folders)
    end = monotonic() + 60 * options.minutes
    for documents, lines, quoting in rounds(random, texts):
        if monotonic() > end:
            break
        count += Counter(rounds=1, documents=len(documents), questions=len(lines))
        count["characters"] += sum(map(len, documents.values()))
        try:
            check(documents, lines, quoting)
        except Exception as error:  # noqa: BLE001
            failed = kind(error)
            found[failed] += 1
            if found[failed] == 1:
                case = smaller(documents, lines, quoting, failed)
                print(f"{failed}: {error}\n  {case}", flush=True)
                with options.out.open("a", encoding="utf-8") as out:
                    out.write(json.dumps([failed, *case]) + "\n")
    print(f"seed {options.seed}: {dict(count)}, {process_time():.0f} s of the processor; failures: {dict(found)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
