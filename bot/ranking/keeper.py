"""What a model made of texts, kept, so that each is read once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_Read = TypeVar("_Read")


class Keeper(Generic[_Read]):
    """Reads texts and keeps what they were read as, until there is enough."""

    def __init__(self, read: Callable[[list[str]], Iterable[_Read]], enough: int) -> None:
        """`read` gives one for each of the texts, in their order; `enough` is about how many are kept."""
        self._read, self._enough = read, enough
        self._known: dict[str, _Read] = {}

    def __call__(self, texts: Sequence[str]) -> list[_Read]:
        """One for each text; those not known are read in one go."""
        known = self._known
        new = [text for text in dict.fromkeys(texts) if text not in known]
        found = dict(zip(new, self._read(new), strict=True)) if new else {}
        if len(known) < self._enough:
            known.update(found)
        return [found[text] if text in found else known[text] for text in texts]
