"""The runtime: one place where requests are sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import httpx2

from ._failure import raise_for_status
from ._operation import Operation, RequestOptions, Values, check_options
from ._request import Settings, build_request
from ._response import ApiResponse, parse_response
from .exceptions import ArgumentError, ConfigurationError, RequestTimeoutError, TransportError

T = TypeVar("T")


class Transport:
    """Sends operations and returns typed results."""

    def __init__(self, settings: Settings, http: httpx2.Client) -> None:
        self.settings = settings
        self.http = http

    def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation` and return its result; `method` is what its user called."""
        check_options(method, options)
        response = self.send(operation, values, options)
        return cast("T", parse_response(operation, response, self.settings.token))

    def send(self, operation: Operation[T], values: Values, options: RequestOptions) -> httpx2.Response:
        """Call `operation` and return a response with a successful status.

        Raises:
            ConfigurationError: The base URL or the token is missing, or the client is closed.
            ArgumentError: An argument cannot be sent.
            TransportError: There was no response.
            StatusError: The status is not 2xx.
        """
        request = self._build(operation, values, options)
        try:
            response = self.http.send(request, follow_redirects=False)
        except httpx2.TimeoutException as error:
            raise RequestTimeoutError(f"{operation.name}: no answer in time ({type(error).__name__})") from error
        except httpx2.HTTPError as error:
            raise TransportError(f"{operation.name}: {type(error).__name__}: {self._redact(str(error))}") from error
        raise_for_status(operation, response, self.settings.token)
        return response

    def _build(self, operation: Operation[T], values: Values, options: RequestOptions) -> httpx2.Request:
        if self.http.is_closed:
            raise ConfigurationError(f"{operation.name}: the client is closed")
        try:
            return build_request(self.http, self.settings, operation, values, options)
        except httpx2.InvalidURL as error:
            raise ArgumentError(f"{operation.name}: {self._redact(str(error))}") from None
        except UnicodeEncodeError:
            raise ArgumentError(f"{operation.name}: an argument holds half of a surrogate pair") from None
        except RecursionError:
            raise ArgumentError(f"{operation.name}: an argument contains itself") from None

    def _redact(self, text: str) -> str:
        return self.settings.token.redact(text) if self.settings.token else text


class RawTransport(Transport):
    """Sends operations and returns responses that are not parsed yet."""

    def request(
        self, operation: Operation[T], values: Values, options: RequestOptions, method: Callable[..., object]
    ) -> T:
        """Call `operation`; what is returned is an `ApiResponse[T]`."""
        check_options(method, options)
        return cast("T", ApiResponse(operation, self.send(operation, values, options), self.settings.token))
