"""The twin of `_client` for asyncio: it awaits where that waits, and decides nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import httpx2

from ._calls import Calls
from ._operation import Operation, RequestOptions, Values, check_options
from ._response import ApiResponse, parse_response
from ._security import Authorization, are_refused
from ._settings import Settings
from ._tokens import NO_RESPONSE, TokenSource, renewal_failure, renewed_token, single_renewal

T = TypeVar("T")


class AsyncTransport(Calls):
    """Sends operations and returns typed results, without blocking the event loop."""

    def __init__(self, settings: Settings, http: httpx2.AsyncClient, defaults: Mapping[str, str] | None = None) -> None:
        """Send with `http`; `defaults` are its headers if it adds nothing else to a request."""
        super().__init__(settings, http, defaults)
        self.http = http

    def as_raw(self) -> RawAsyncTransport:
        """Return a transport that sends in the same way and gives responses."""
        return RawAsyncTransport(self.settings, self.http, self.defaults)

    async def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation` and return its result; `method` is what its user called."""
        check_options(method, options)
        response = await self.send(operation, values, options)
        return cast("T", parse_response(operation, response, self.settings.credentials))

    async def send(self, operation: Operation[Any], values: Values, options: RequestOptions) -> httpx2.Response:
        """Call `operation` and return a response with a successful status; raises what `Transport.send` raises."""
        request, authorization = await self._prepare(operation, values, options)
        attempts = self.count_attempts(operation, options)
        while True:
            self.check_open(operation.name)
            try:
                response = await self.http.send(request, follow_redirects=False)
            except NO_RESPONSE as error:
                delay = self.wait_after(operation, error, attempts)
            else:
                if response.is_success:
                    return response
                if response.status_code == 401 and are_refused(authorization):
                    request, authorization = (await self._prepare(operation, values, options))[0], ()
                    continue
                delay = self.wait_after_status(operation, response, attempts)
            await self.settings.retries.async_sleep(delay)

    async def _prepare(
        self, operation: Operation[Any], values: Values, options: RequestOptions
    ) -> tuple[httpx2.Request, Authorization]:
        credentials = self.choose_credentials(operation, options)
        authorization = [(item, item.source.current() or await self._renew(item.source)) for item in credentials]
        return self.build_request(operation, values, options, authorization), authorization

    async def _renew(self, source: TokenSource) -> str:
        """Return the next token of `source`: the one call that may do so renews it, others wait."""
        while (token := source.current()) is None:
            with single_renewal(source) as running:
                if running is not None:
                    await asyncio.wrap_future(running)
                elif source.current() is None:
                    self.check_open("request for a token")
                    try:
                        response = await self.http.send(source.renewal(), auth=None, follow_redirects=False)
                    except NO_RESPONSE as error:
                        raise renewal_failure(error) from error
                    return renewed_token(source, response)
        return token


class RawAsyncTransport(AsyncTransport):
    """Sends operations and returns responses that are not parsed yet."""

    is_raw = True

    async def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation`; what is returned is an `ApiResponse[T]`."""
        check_options(method, options)
        return cast("T", ApiResponse(operation, await self.send(operation, values, options), self.settings.credentials))
