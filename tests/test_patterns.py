"""No pattern of the house takes exponential time on any text.

Python's engine tries one way after another to match. A loop that can read the same text in two ways, and is followed
by something that fails, is tried in all of them: `(?:a+|b)*x` on n letters "a" in 2^n ways. Whether there is such a
loop is decided as Weber and Seidl do ("On the degree of ambiguity of finite automata", 1991): the pattern is an
automaton, and a loop is ambiguous if two different paths through it, read side by side, begin and end at one place.
What is never tried again once it has matched (`*+`, `(?>...)`) is no such loop, and one that goes round at most
`FEW` times is read as that many copies.
"""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as sign  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

from bot.patterns import lazily

ROOT = Path(__file__).parents[1]
FEW = 8
ALPHABET = [chr(code) for code in (*range(9, 14), *range(32, 127))] + list("\xa0…“”‘’«»。！？—–é€•\u2028漢À")
_LOOPS = (sign.MAX_REPEAT, sign.MIN_REPEAT)
_CHARACTERS = (sign.LITERAL, sign.NOT_LITERAL, sign.ANY, sign.IN)
_ZERO_WIDTH = (sign.ASSERT, sign.ASSERT_NOT, sign.AT)


class Found(NamedTuple):
    """A pattern of the house and where it stands."""

    place: str
    source: str
    flags: int


def house() -> Iterator[Found]:
    """Every pattern that is written down in a call of `re` or `lazily`, or that a table holds."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if path.stem == "__main__":
            continue
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        try:
            module = vars(importlib.import_module(name))
        except ModuleNotFoundError:  # it needs an extra that is not installed
            module = {"re": re}
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and re.match(r"re\.\w+$|lazily$", ast.unparse(call.func)):
                try:
                    given = [eval(ast.unparse(argument), module) for argument in call.args]  # noqa: S307
                except (NameError, SyntaxError):
                    continue
                if isinstance(given[0], str):
                    yield Found(
                        f"{name}:{call.lineno}", given[0], next((n for n in given[1:] if isinstance(n, int)), 0)
                    )
        for variable, value in module.items():
            yield from (Found(f"{name}.{variable}", *pattern) for pattern in _held(value))


def _held(value: object) -> Iterator[tuple[str, int]]:
    if isinstance(value, re.Pattern):
        yield value.pattern, value.flags
    elif type(value).__name__ == "_Lazy":
        yield value._source  # type: ignore[attr-defined]
    elif type(value).__name__ == "_Needing":
        yield from _held(value._pattern)  # type: ignore[attr-defined]
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _held(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _held(one)
            if isinstance(one, str) and "\\" in one:
                yield one, 0


class Automaton:
    """The automaton of a pattern. A position reads one character of its set; `after` counts the ways to the next."""

    def __init__(self, source: str, flags: int) -> None:
        self.silent: list[list[int]] = []
        self.reading: list[list[tuple[frozenset[str], int]]] = []
        tree = parser.parse(source, flags)
        self._add(tree, self._state(), tree.state.flags)
        self.positions = [(state, n) for state, ways in enumerate(self.reading) for n in range(len(ways))]
        self.reads = {(state, n): self.reading[state][n][0] for state, n in self.positions}
        self.after = {(state, n): self._next(self.reading[state][n][1]) for state, n in self.positions}

    def ambiguous(self) -> set[str]:
        """Characters that some loop can read in two ways."""
        return {"".join(sorted(shared))[:20] for loop in self._loops() for shared in self._twice(loop)}

    def _loops(self) -> set[frozenset[tuple[int, int]]]:
        reach = {position: _closure(self.after[position], self.after.__getitem__) for position in self.positions}
        return {
            frozenset(other for other in reached if position in reach[other])
            for position, reached in reach.items()
            if position in reached
        }

    def _twice(self, loop: frozenset[tuple[int, int]]) -> Iterator[frozenset[str]]:
        for position in loop:
            for other, ways in self.after[position].items():
                if other in loop and ways > 1:
                    yield self.reads[other]

        def together(pair: tuple[Any, Any]) -> list[tuple[Any, Any]]:
            return [
                (one, other)
                for one in self.after[pair[0]]
                for other in self.after[pair[1]]
                if one in loop and other in loop and self.reads[one] & self.reads[other]
            ]

        pairs = _closure([(position, position) for position in loop], together)
        before: dict[Any, list[Any]] = {}
        for pair in pairs:
            for following in together(pair):
                before.setdefault(following, []).append(pair)
        joining = _closure([pair for pair in pairs if pair[0] == pair[1]], lambda pair: before.get(pair, []))
        yield from (self.reads[a] & self.reads[b] for a, b in joining if a != b)

    def _state(self) -> int:
        self.silent.append([])
        self.reading.append([])
        return len(self.silent) - 1

    def _step(self, before: int) -> int:
        after = self._state()
        self.silent[before].append(after)
        return after

    def _next(self, state: int) -> Counter[tuple[int, int]]:
        found: Counter[tuple[int, int]] = Counter()
        waiting = [(state, frozenset([state]))]
        while waiting:
            at, seen = waiting.pop()
            found.update((at, n) for n in range(len(self.reading[at])))
            waiting += [(other, seen | {other}) for other in self.silent[at] if other not in seen]
        return found

    def _add(self, items: Any, at: int, flags: int) -> int:
        for kind, value in items:
            if kind in _CHARACTERS:
                after = self._state()
                self.reading[at].append((_characters(kind, value, flags), after))
                at = after
            elif kind is sign.SUBPATTERN:
                _, added, taken, inside = value
                at = self._add(inside, at, (flags | added) & ~taken)
            elif kind is sign.BRANCH:
                at = self._branch(value[1], at, flags)
            elif kind in _LOOPS:
                at = self._loop(*value, at, flags)
            elif kind is sign.POSSESSIVE_REPEAT:
                at = self._add(value[2], at, flags)
            elif kind is sign.ATOMIC_GROUP:
                at = self._add(value, at, flags)
        return at

    def _branch(self, branches: Any, at: int, flags: int) -> int:
        if all(branch and all(kind in _ZERO_WIDTH for kind, _ in branch) for branch in branches):
            return at
        end = self._state()
        for branch in branches:
            self.silent[self._add(branch, self._step(at), flags)].append(end)
        return end

    def _loop(self, least: int, most: int, inside: Any, at: int, flags: int) -> int:
        for _ in range(min(least, FEW)):
            at = self._add(inside, at, flags)
        if most > FEW:
            start, end = self._step(at), self._step(at)
            self.silent[self._add(inside, start, flags)] += [start, end]
            return end
        end = self._state()
        for _ in range(most - least):
            self.silent[at].append(end)
            at = self._add(inside, at, flags)
        self.silent[at].append(end)
        return end


def _closure(start: Any, following: Callable[[Any], Any]) -> set[Any]:
    found, waiting = set(start), list(start)
    while waiting:
        new = set(following(waiting.pop())) - found
        found |= new
        waiting += new
    return found


_KNOWN: dict[str, frozenset[str]] = {}


def _characters(kind: Any, value: Any, flags: int) -> frozenset[str]:
    key = f"{kind} {value} {flags & (re.DOTALL | re.IGNORECASE)}"
    if key not in _KNOWN:
        _KNOWN[key] = _read_characters(kind, value, flags)
    return _KNOWN[key]


def _read_characters(kind: Any, value: Any, flags: int) -> frozenset[str]:
    if kind is sign.LITERAL:
        return frozenset(one for one in {*ALPHABET, chr(value)} if _alike(one, chr(value), flags))
    if kind is sign.NOT_LITERAL:
        return frozenset(one for one in ALPHABET if not _alike(one, chr(value), flags))
    if kind is sign.ANY:
        return frozenset(ALPHABET) if flags & re.DOTALL else frozenset(ALPHABET) - {"\n"}
    negated = value[0][0] is sign.NEGATE
    inside = frozenset(one for one in ALPHABET if any(_within(one, *member, flags) for member in value[negated:]))
    return frozenset(ALPHABET) - inside if negated else inside


def _alike(one: str, other: str, flags: int) -> bool:
    return one == other or bool(flags & re.IGNORECASE and one.lower() == other.lower())


_CATEGORIES = {
    sign.CATEGORY_DIGIT: r"\d", sign.CATEGORY_SPACE: r"\s", sign.CATEGORY_WORD: r"\w",
    sign.CATEGORY_NOT_DIGIT: r"\D", sign.CATEGORY_NOT_SPACE: r"\S", sign.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _within(one: str, kind: Any, value: Any, flags: int) -> bool:
    forms = {one, one.lower(), one.upper()} if flags & re.IGNORECASE else {one}
    if kind is sign.LITERAL:
        return chr(value) in forms
    if kind is sign.RANGE:
        return any(value[0] <= ord(form) <= value[1] for form in forms if len(form) == 1)
    return re.match(_CATEGORIES[value], one) is not None


@pytest.mark.parametrize(
    ("source", "ambiguous"),
    [
        (r"(?:a+|b)*x", True),
        (r"(?:a|a)*x", True),
        (r"(?:a*b?)*x", True),
        (r"(?:[^()]|\n){1,90}x", True),
        (r"(?:a+b|b)*x", False),
        (r"(?:a+|b)*+x", False),
        (r"(?:a+,)*a*x", False),
        (r"(?:\w+\s+){0,2}x", False),
    ],
)
def test_the_test_can_tell(source: str, ambiguous: bool) -> None:  # noqa: FBT001
    assert bool(Automaton(source, 0).ambiguous()) is ambiguous


def test_no_loop_reads_the_same_in_two_ways() -> None:
    patterns = {(found.source, found.flags): found.place for found in house()}
    assert len(patterns) > 150
    found = {place: Automaton(*pattern).ambiguous() for pattern, place in patterns.items()}
    assert {place: shared for place, shared in found.items() if shared} == {}


def test_a_pattern_that_needs_words_is_not_compiled_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    whole = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or whole(*given))
    needing = lazily(r"(?:more|the rest),? please", re.IGNORECASE, needs="more rest")
    assert needing.fullmatch("Who was there?") is None
    assert compiled == []
    assert needing.fullmatch("THE REST, please")
    assert needing.search("give me more please")
    assert {*compiled} == {r"(?:more|the rest),? please"}
