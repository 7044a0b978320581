"""Iteration over all items of an operation, page after page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._operation import Operation, RequestOptions, Values, check_options
from ._paging import Walk
from ._response import ApiResponse

if TYPE_CHECKING:
    from ._async_client import AsyncTransport
    from ._calls import Calls
    from ._client import Transport

Item = TypeVar("Item")
Page = TypeVar("Page")


class Pages(Generic[Item, Page]):
    """All items of an operation.

    A page is fetched when its first item is asked for. Every iteration starts again with the first page.
    """

    def __init__(
        self,
        transport: Transport,
        operation: Operation[Page],
        values: Values,
        options: RequestOptions,
        method: Callable[..., object],
    ) -> None:
        """Call `operation` for each page; nothing is sent yet. `method` is what its user called."""
        _check(transport, options, method)
        self._transport, self._operation, self._values, self._options = transport, operation, values, options

    def __iter__(self) -> Iterator[Item]:
        """Yield item after item."""
        for _, items in self._walk():
            yield from items

    def pages(self) -> Iterator[Page]:
        """Yield the result of the first page, and of each further one that has items."""
        is_first = True
        for result, items in self._walk():
            if is_first or items:
                yield result
            is_first = False

    def _walk(self) -> Iterator[tuple[Page, list[Any]]]:
        walk = Walk(self._operation, self._values)
        while walk.values is not None:
            response = self._transport.send(self._operation, walk.values, self._options)
            yield walk.take(ApiResponse(self._operation, response, self._transport.settings.credentials))


class AsyncPages(Generic[Item, Page]):
    """All items of an operation, for `async for`.

    A page is fetched when its first item is asked for. Every iteration starts again with the first page.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        operation: Operation[Page],
        values: Values,
        options: RequestOptions,
        method: Callable[..., object],
    ) -> None:
        """Call `operation` for each page; nothing is sent yet. `method` is what its user called."""
        _check(transport, options, method)
        self._transport, self._operation, self._values, self._options = transport, operation, values, options

    async def __aiter__(self) -> AsyncIterator[Item]:
        """Yield item after item."""
        async for _, items in self._walk():
            for item in items:
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Yield the result of the first page, and of each further one that has items."""
        is_first = True
        async for result, items in self._walk():
            if is_first or items:
                yield result
            is_first = False

    async def _walk(self) -> AsyncIterator[tuple[Page, list[Any]]]:
        walk = Walk(self._operation, self._values)
        while walk.values is not None:
            response = await self._transport.send(self._operation, walk.values, self._options)
            yield walk.take(ApiResponse(self._operation, response, self._transport.settings.credentials))


def _check(transport: Calls, options: RequestOptions, method: Callable[..., object]) -> None:
    if transport.is_raw:
        raise TypeError("an iteration gives results and has no raw response; call the operation itself instead")
    check_options(method, options)
