"""Values that are looked up, and those that were last."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar, overload

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Values that were kept, until those that came later are larger than what may be kept."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: dict[_Key, tuple[_Value, int]] = {}

    def get(self, key: _Key) -> _Value | None:
        found = self._kept.get(key)
        return None if found is None else found[0]

    def keep(self, key: _Key, value: _Value, size: int) -> _Value:
        """Keeps a value of that size, in the place of the oldest ones."""
        self._kept[key] = value, size
        self._size += size
        while self._size > self._most and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            self._size -= self._kept.pop(oldest)[1]
        return value


class Looked(Sequence[_Value]):
    """A sequence whose values are looked up."""

    def __init__(self, look: Callable[[int], _Value], size: int) -> None:
        self._look, self._size = look, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> _Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Value]: ...
    def __getitem__(self, index: int | slice) -> _Value | Sequence[_Value]:
        if isinstance(index, int):
            return self._look(index if 0 <= index < self._size else range(self._size)[index])
        return list(map(self._look, range(self._size)[index]))
