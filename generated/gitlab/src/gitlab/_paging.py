"""Which page to ask for next, and when to stop; nothing here sends or waits.

A page that is shorter than asked for ends nothing: servers cap sizes silently, and filter what they have cut. One
request too many is better than a lost item, so without a total or a sign of the server the end is the empty page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ._model import Omit
from ._operation import Operation, Values
from ._places import MISSING, find_value, read_number
from ._response import ApiResponse
from .exceptions import ArgumentError, PagingError

Page = TypeVar("Page")


@dataclass(frozen=True, slots=True)
class Paging:
    """Where an operation has its pages.

    A place is a path of attributes (`data.total_count`), the empty path for the result itself, or `header:X-Total`; of
    several the first counts at which there is something.

    Attributes:
        kind: `offset` (counts items), `page` (counts pages) or `token` (what the page before says).
        location: Where the position is sent, `query` or `body`.
        name: The name of the position in the request.
        items: Places of the items.
        first: The position of the first page; a token has none.
        total: Places of the number of all items.
        more: Places of what is false, null or empty on the last page.
        next: Places of the token of the next page.
    """

    kind: str
    location: str
    name: str
    items: tuple[str, ...]
    first: int = 0
    total: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class Walk(Generic[Page]):
    """One way through the pages of an operation: `values` is what to send next, None after the last page."""

    def __init__(self, operation: Operation[Page], values: Values) -> None:
        """Start at the position that `values` names, otherwise at the first page.

        Raises:
            ArgumentError: The position is no number.
        """
        if operation.paging is None:
            raise TypeError(f"{operation.name} has no pages")
        self._operation, self._paging, self._start = operation, operation.paging, values
        self.values: Values | None = values
        self._position = getattr(values, self._paging.location).get(self._paging.name)
        self._asked = {repr(self._position)}
        self._seen = 0
        if self._paging.kind != "token":
            number = self._first_number()
            self._go_to(number)
            # An offset tells how many items are behind it; how many are on skipped pages is unknown.
            self._seen = number - self._paging.first if self._paging.kind == "offset" else 0
        self._before: list[Any] = []
        self._longest = 0

    def take(self, response: ApiResponse[Page]) -> tuple[Page, list[Any]]:
        """Return the result and the items of the page that was asked for, and turn to the next one.

        Raises:
            PagingError: The items are those of the page before, or the next token was asked for before.
        """
        result = response.parse()
        found = find_value(self._paging.items, response, result)
        items = list(found) if isinstance(found, list) else []
        total = read_number(find_value(self._paging.total, response, result))
        if items and items == self._before and self._must_differ(len(items), total):
            self._check_repeated(items)
            items = []
        self._before, self._longest, self._seen = items, max(self._longest, len(items)), self._seen + len(items)
        position = self._next_position(len(items), total, response, result)
        if position is None:
            self.values = None
        else:
            self._go_to(position)
        return result, items

    def _first_number(self) -> int:
        given = self._position
        number = self._paging.first if given is None or isinstance(given, Omit) else read_number(given)
        if number is None:
            raise ArgumentError(f"{self._operation.name}: {self._paging.name!r} must be a whole number, not {given!r}")
        return number

    def _go_to(self, position: Any) -> None:
        location, name = self._paging.location, self._paging.name
        given: dict[str, Any] = {location: {**getattr(self._start, location), name: position}}
        self.values, self._position = self._start._replace(**given), position
        self._asked.add(repr(position))

    def _must_differ(self, count: int, total: int | None) -> bool:
        # Pages of one item may well be equal. A token tells them apart, and a total that is no lie ends them.
        return self._paging.kind != "token" and (count > 1 or total is None or total < count)

    def _check_repeated(self, items: list[Any]) -> None:
        # Some servers give their last page for every number behind it. A full one may also be an ignored number.
        if self._paging.kind != "page" or len(items) == self._longest:
            name = f"{self._paging.name}={self._position!r}"
            raise PagingError(f"{self._operation.name}: {name} gives the same items as the page before")

    def _next_position(self, count: int, total: int | None, response: ApiResponse[Page], result: Page) -> Any:
        paging = self._paging
        if find_value(paging.more, response, result) in (False, None, "", "false"):
            return None
        if paging.kind == "token":
            token = find_value(paging.next, response, result)
            is_last = token in (MISSING, None, "") or (count == 0 and token == self._position)
            if not is_last and repr(token) in self._asked:
                raise PagingError(f"{self._operation.name}: {paging.name}={token!r} was asked for before")
            return None if is_last else token
        if count == 0 or (total is not None and count <= total <= self._seen):
            return None
        return self._position + (count if paging.kind == "offset" else 1)
