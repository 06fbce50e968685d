"""What a model made of texts, kept, so that each is read once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_Read = TypeVar("_Read")


class Keeper(Generic[_Read]):
    """Reads texts and keeps what they were read as; when there is enough, it begins anew."""

    def __init__(self, read: Callable[[list[str]], Iterable[_Read]], enough: int) -> None:
        """`read` gives one for each of the texts, in their order; `enough` is about how many are kept."""
        self._read, self._enough = read, enough
        self._known: dict[str, _Read] = {}

    def __call__(self, texts: Sequence[str]) -> list[_Read]:
        """One for each text; those not known are read in one go."""
        if len(self._known) >= self._enough:
            self._known = {}
        known = self._known
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, self._read(new), strict=True))
        return [known[text] for text in texts]
