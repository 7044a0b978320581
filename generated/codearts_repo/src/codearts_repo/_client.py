"""The runtime: the one place where requests are sent; `_async_client` is its twin for asyncio.

Everything that decides something is free of waiting and shared: `_request` builds, `_retries` counts attempts,
`_response` and `_failure` read answers.
"""

from __future__ import annotations

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


class Transport(Calls):
    """Sends operations and returns typed results."""

    def __init__(self, settings: Settings, http: httpx2.Client, defaults: Mapping[str, str] | None = None) -> None:
        """Send with `http`; `defaults` are its headers if it adds nothing else to a request."""
        super().__init__(settings, http, defaults)
        self.http = http

    def as_raw(self) -> RawTransport:
        """Return a transport that sends in the same way and gives responses."""
        return RawTransport(self.settings, self.http, self.defaults)

    def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation` and return its result; `method` is what its user called."""
        check_options(method, options)
        response = self.send(operation, values, options)
        return cast("T", parse_response(operation, response, self.settings.credentials))

    def send(self, operation: Operation[Any], values: Values, options: RequestOptions) -> httpx2.Response:
        """Call `operation` and return a response with a successful status.

        Raises:
            ConfigurationError: The base URL or the token is missing, or the client is closed.
            ArgumentError: An argument cannot be sent.
            TransportError: There was no response.
            TokenError: The token could not be renewed.
            StatusError: The status is not 2xx.
        """
        request, authorization = self._prepare(operation, values, options)
        attempts = self.count_attempts(operation, options)
        while True:
            self.check_open(operation.name)
            try:
                response = self.http.send(request, follow_redirects=False)
            except NO_RESPONSE as error:
                delay = self.wait_after(operation, error, attempts)
            else:
                if response.is_success:
                    return response
                if response.status_code == 401 and are_refused(authorization):
                    request, authorization = self._prepare(operation, values, options)[0], ()
                    continue
                delay = self.wait_after_status(operation, response, attempts)
            self.settings.retries.sleep(delay)

    def _prepare(
        self, operation: Operation[Any], values: Values, options: RequestOptions
    ) -> tuple[httpx2.Request, Authorization]:
        credentials = self.choose_credentials(operation, options)
        authorization = [(item, item.source.current() or self._renew(item.source)) for item in credentials]
        return self.build_request(operation, values, options, authorization), authorization

    def _renew(self, source: TokenSource) -> str:
        """Return the next token of `source`: the one call that may do so renews it, others wait."""
        while (token := source.current()) is None:
            with single_renewal(source) as running:
                if running is not None:
                    running.wait()
                elif source.current() is None:
                    self.check_open("request for a token")
                    try:
                        response = self.http.send(source.renewal(), auth=None, follow_redirects=False)
                    except NO_RESPONSE as error:
                        raise renewal_failure(error) from error
                    return renewed_token(source, response)
        return token


class RawTransport(Transport):
    """Sends operations and returns responses that are not parsed yet."""

    is_raw = True

    def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation`; what is returned is an `ApiResponse[T]`."""
        check_options(method, options)
        return cast("T", ApiResponse(operation, self.send(operation, values, options), self.settings.credentials))
