"""Stores through random lives: files are added, changed, renamed, forgotten; at the end bits turn and ends are cut off.

    python tests/fuzz/stores.py --seed 1 --minutes 30 [FOLDER...]

After each step a store by name has what its files had when they were read, and a cache what its folder has: documents,
sentences, speakers and answers equal those of a fresh build. A damaged store is refused or made anew, answers as
before, or is found damaged by a check. What fails is printed once for each kind, and the status is 1 then.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import monotonic, process_time, time

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from torn import kind, sources, talk, torn  # noqa: E402

from bot import Bot, BotError, DocumentError, StoreError  # noqa: E402
from bot.index import caching, checked, forgotten, keeping, opening, renewed  # noqa: E402
from bot.index.stored import writer  # noqa: E402
from bot.shell.records import record, sentence_record  # noqa: E402

NAMES = [f"{folder}/{name}" for folder in "abc" for name in ("one.txt", "two.md", "three.txt", "Vier é.txt")]
SEGMENTS = (1, 7, 40, 1 << 16)
STEPS, DAMAGES = 12, 12
LINES = ("What is it about?", "Who speaks?", "When was it?", "more", "Who said that?")


class Life:
    """A folder, a cache of it, a store by name, and copies of the files as that store has to have them."""

    def __init__(self, random: Random, texts: list[str], root: Path, count: Counter[str]) -> None:
        self.random, self.texts, self.count = random, texts, count
        self.folder, self.copies = root / "papers", root / "copies"
        self.cache, self.named = root / "cache", str(root / "named.store")
        caching.cache_folder = lambda: str(self.cache)
        self.folder.mkdir()
        self.told: list[str] = []

    def step(self) -> None:
        """Does one thing, then looks at both stores."""
        doing = self.random.choice(DOING)
        self.told.append(doing.__name__)
        self.count[f"step{doing.__name__}"] += 1
        keeping.LARGEST = writer.LARGEST = self.random.choice(SEGMENTS)  # type: ignore[misc]
        doing(self)
        self._look_at_cache()
        self._look_at_named()

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def free(self) -> Path:
        return self.folder / self.random.choice(NAMES)

    def write(self, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(torn(self.random, self.texts).encode("utf-8", "surrogatepass"))
        if self.random.random() < 0.8:
            os.utime(path, (time() - self.random.randrange(10, 10**6),) * 2)

    def keep(self, paths: Sequence[Path]) -> None:
        """Reads files into the store by name; one that cannot be read is refused there as it is without a store."""
        for path in paths:
            copy = self.copies / path.relative_to(self.folder)
            try:
                text = Bot.read(path, cache=False).documents[0].text
            except DocumentError as error:
                self._refused(path, str(error))
                continue
            if any(other != copy and text == known for other, known in self._texts().items()):
                continue  # which of two doubles is kept, and what is read once that is gone, hangs on the folder
            Bot.read(path, index=self.named, jobs=self.random.choice((1, 2)))
            copy.parent.mkdir(exist_ok=True, parents=True)
            shutil.copy2(path, copy)

    def forget(self, path: Path) -> None:
        if not os.path.exists(self.named):
            return
        copy = self.copies / path.relative_to(self.folder)
        gone = [one for one in self._texts() if one == copy or copy in one.parents]
        assert forgotten(self.named, str(path)) == len(gone), "what was forgotten"
        for one in gone:
            one.unlink()

    def damage(self) -> None:
        """Turns bits, cuts off, blanks and swaps parts of both stores."""
        if self._texts():
            self._damage(self.named, lambda: Bot.read(index=self.named))
            self._damage(self.named, self._write_into_it)
        if (caches := list(self.cache.glob("*"))) and self._fresh():
            self._damage(str(caches[0]), lambda: Bot.read(self.folder))

    def _damage(self, store: str, opening: Callable[[], Bot]) -> None:
        whole, bot = Path(store).read_bytes(), opening()
        lines = [*LINES, *talk(self.random, [one.text for one in bot.documents])]
        expected = _answers(bot, lines)
        for _ in range(DAMAGES):
            how, data = _damaged(self.random, whole)
            Path(store).write_bytes(data)
            Path(f"{store}-journal").unlink(missing_ok=True)
            self.count[f"damage {how}: {_told_of_damage(store, opening, lines, expected)}"] += 1
        Path(store).write_bytes(whole)

    def _write_into_it(self) -> Bot:
        """Changes the store by name, in some way that leaves it as it is in the end."""
        path = next(iter(self._texts()))
        forgotten(self.named, str(self.folder / path.relative_to(self.copies)))
        renewed(self.named, 1)
        return Bot.read(path, index=self.named)

    def _refused(self, path: Path, said: str) -> None:
        try:
            Bot.read(path, index=self.named)
        except DocumentError as error:
            refused = str(error)
        else:
            refused = "nothing"
        assert refused == said, "another refusal"

    def _texts(self) -> dict[Path, str]:
        files = sorted(path for path in self.copies.rglob("*") if path.is_file())
        return {path: Bot.read(path, cache=False).documents[0].text for path in files}

    def _look_at_cache(self) -> None:
        fresh = self._fresh()
        if fresh is None:
            return
        for _ in "12":  # the second time nothing has changed
            kept = Bot.read(self.folder, jobs=self.random.choice((1, 2)))
            self._same(kept, fresh)
            assert list(kept.documents) == list(fresh.documents), "documents"
            assert (kept.skipped, kept.warnings) == (fresh.skipped, fresh.warnings), "what was left out"

    def _fresh(self) -> Bot | None:
        try:
            return Bot.read(self.folder, cache=False)
        except DocumentError:
            return None

    def _look_at_named(self) -> None:
        texts = self._texts()
        if texts:
            self._same(Bot.read(index=self.named), Bot.read(*texts, cache=False))
            assert checked(self.named).documents == len(texts), "a check"
        elif os.path.exists(self.named):
            assert not Bot.read(index=self.named).documents, "something is left"

    def _same(self, kept: Bot, fresh: Bot) -> None:
        assert [one.id for one in kept.documents] == [one.id for one in fresh.documents], "names"
        assert list(map(sentence_record, kept.sentences)) == list(map(sentence_record, fresh.sentences)), "sentences"
        assert list(kept.speakers) == list(fresh.speakers), "speakers"
        lines = [*LINES, *talk(self.random, [one.text for one in fresh.documents])]
        assert _answers(kept, lines) == _answers(fresh, lines), "answers"
        self.count.update(compared=1, questions=2 * len(lines))


def _told_of_damage(store: str, opening: Callable[[], Bot], lines: Sequence[str], expected: list[object]) -> str:
    try:
        bot = opening()
        found = _answers(bot, lines)
    except StoreError:
        return "refused"
    if found == expected:
        return "made anew" if bot.warnings else "no harm"
    try:
        checked(store)
    except StoreError:
        return "answers otherwise, and a check finds it"
    raise AssertionError("half-read: answers otherwise, and a check finds nothing")


def _answers(bot: Bot, lines: Sequence[str]) -> list[object]:
    """What each line gets by itself and in a talk."""
    talking = bot.conversation()
    return [_said(ask, line) for line in lines for ask in (bot.ask, talking.ask)]


def _said(ask: Callable[..., object], line: str) -> object:
    try:
        return record(ask(line, 5, context=1))  # type: ignore[arg-type]
    except StoreError:
        raise
    except BotError as error:
        return str(error)


def _damaged(random: Random, whole: bytes) -> tuple[str, bytes]:
    data, at = bytearray(whole), random.randrange(len(whole))
    how = random.choice(("bit", "bit", "bits", "cut", "blank", "swap", "longer"))
    if how in ("bit", "bits"):
        for place in (at, *(random.randrange(len(whole)) for _ in range(9 * (how == "bits")))):
            data[place] ^= 1 << random.randrange(8)
    elif how == "cut":
        del data[at:]
    elif how == "blank":
        data[at : at + 512] = bytes(len(data[at : at + 512]))
    elif how == "swap":
        one, other = (random.randrange(len(whole) // 8192) * 8192 for _ in "12")
        data[one : one + 8192], data[other : other + 8192] = whole[other : other + 8192], whole[one : one + 8192]
    else:
        data += random.randbytes(random.randrange(1, 9000))
    return how, bytes(data)


def _write(life: Life) -> None:
    life.write(life.free())


def _change(life: Life) -> None:
    for path in life.files()[:1]:
        life.write(path)


def _rename(life: Life) -> None:
    if files := life.files():
        to = life.free()
        to.parent.mkdir(exist_ok=True)
        life.random.choice(files).replace(to)


def _double(life: Life) -> None:
    if files := life.files():
        to = life.free()
        to.parent.mkdir(exist_ok=True)
        if (one := life.random.choice(files)) != to:
            shutil.copy2(one, to)


def _delete(life: Life) -> None:
    if files := life.files():
        life.random.choice(files).unlink()


def _keep(life: Life) -> None:
    life.keep(life.random.sample(files := life.files(), life.random.randint(0, len(files))))


def _forget(life: Life) -> None:
    life.forget(life.random.choice((life.free(), life.free().parent)))


def _renew(life: Life) -> None:
    if os.path.exists(life.named):
        renewed(life.named, life.random.choice((1, 2)))


DOING: tuple[Callable[[Life], None], ...] = (
    _write, _write, _write, _change, _rename, _double, _delete, _keep, _keep, _keep, _forget, _renew,
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1)
    options = parser.parse_args()
    found, count, texts = Counter[str](), Counter[str](), sources(options.folders)
    opening.LEAST = 0
    end, number = monotonic() + 60 * options.minutes, options.seed * 1_000_000
    while monotonic() < end:
        number += 1
        with tempfile.TemporaryDirectory() as root:
            life = Life(Random(number), texts, Path(root), count)  # noqa: S311
            count["lives"] += 1
            try:
                for _ in range(STEPS):
                    life.step()
                life.damage()
            except Exception as error:  # noqa: BLE001
                failed = kind(error)
                found[failed] += 1
                if found[failed] == 1:
                    print(f"{failed}: life {number}, steps {life.told}: {error}", flush=True)
    print(f"seed {options.seed}: {dict(sorted(count.items()))}, {process_time():.0f} s; failures: {dict(found)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
