"""Regular expressions that are compiled when they are first used, for those that few documents need."""

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern until it is asked for something; then it is as fast as one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
