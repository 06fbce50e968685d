"""What was looked up last."""

from collections.abc import Hashable
from typing import Generic, TypeVar

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
