"""What calls have in common is built once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: Renewed tokens make new keys; whoever keeps everything never forgets one.
_MOST = 1024


class Memory(Generic[T]):
    """Remembers what was built, by a key that holds everything that it was built from."""

    def __init__(self) -> None:
        self._known: dict[Hashable, T] = {}

    def recall(self, key: Hashable, build: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what is known for `key`, or what `build` returns; without a key, nothing is remembered."""
        if key is None:
            return build(*args, **kwargs)
        known = self._known.get(key)
        if known is None:
            known = build(*args, **kwargs)
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = known
        return known
