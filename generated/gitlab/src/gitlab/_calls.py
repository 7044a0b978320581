"""What both transports share: everything about a call that is neither sending nor waiting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2

from ._failure import fail_with_status
from ._memory import Memory
from ._operation import Operation, RequestOptions, Values
from ._request import RequestBuilder
from ._retries import Attempts
from ._security import Authorization, Credential
from ._settings import Settings
from .exceptions import ArgumentError, ConfigurationError, RequestTimeoutError, TransportError


class Calls:
    """What a call needs besides sending and waiting.

    Attributes:
        settings: What all calls of a client share.
        defaults: The headers of the client of httpx2, if they are all that it adds to a request.
        is_raw: Whether calls give the response instead of the result.
    """

    is_raw = False

    def __init__(
        self, settings: Settings, http: httpx2.Client | httpx2.AsyncClient, defaults: Mapping[str, str] | None
    ) -> None:
        """Send with `http`."""
        self.settings = settings
        self.defaults = defaults
        self._http = http
        self._builder = RequestBuilder(settings, http, defaults)
        self._chosen: Memory[tuple[Credential, ...]] = Memory()

    def check_open(self, name: str) -> None:
        """See that requests can be sent: a client may be closed while a call waits.

        Args:
            name: What is about to be sent.

        Raises:
            ConfigurationError: The client is closed.
        """
        if self._http.is_closed:
            raise ConfigurationError(f"{name}: the client is closed")

    def choose_credentials(self, operation: Operation[Any], options: RequestOptions) -> tuple[Credential, ...]:
        """Return where the tokens of a call come from and where they go.

        Raises:
            ConfigurationError: One is missing.
        """
        extra = options.get("extra_headers")
        return self._chosen.recall(None if extra else operation, self._choose_credentials, operation, extra)

    def _choose_credentials(self, operation: Operation[Any], extra: object) -> tuple[Credential, ...]:
        names = (*self.settings.headers, *extra) if isinstance(extra, Mapping) else self.settings.headers
        return self.settings.credentials.choose(operation.security, operation.name, names)

    def build_request(
        self, operation: Operation[Any], values: Values, options: RequestOptions, authorization: Authorization
    ) -> httpx2.Request:
        """Return the request of a call.

        Raises:
            ArgumentError: An argument cannot be sent.
            ConfigurationError: The base URL is missing.
        """
        try:
            return self._builder.build(operation, values, options, authorization)
        except ArgumentError as error:
            if str(error).startswith(f"{operation.name}: "):
                raise
            raise ArgumentError(f"{operation.name}: {error}") from None
        except httpx2.InvalidURL as error:
            raise ArgumentError(f"{operation.name}: {self._redact(str(error))}") from None
        except UnicodeEncodeError:
            raise ArgumentError(f"{operation.name}: an argument holds half of a surrogate pair") from None
        except RecursionError:
            raise ArgumentError(f"{operation.name}: an argument contains itself") from None
        except ValueError as error:
            raise ArgumentError(f"{operation.name}: an argument cannot be sent: {self._redact(str(error))}") from None

    def count_attempts(self, operation: Operation[Any], options: RequestOptions) -> Attempts:
        """Return the attempts that a call has."""
        policy = self.settings.retries
        return Attempts(operation.name, policy, options.get("retries", policy.retries if operation.is_safe else 0))

    def wait_after(self, operation: Operation[Any], error: Exception, attempts: Attempts) -> float:
        """Return the seconds to wait before the next attempt.

        Raises:
            TransportError: There is none.
        """
        delay = attempts.after_error(error)
        if delay is not None:
            return delay
        count = f" after {attempts.number} attempts" if attempts.number > 1 else ""
        if isinstance(error, httpx2.TimeoutException):
            raise RequestTimeoutError(f"{operation.name}: no answer in time{count} ({type(error).__name__})") from error
        text = self._redact(str(error))
        raise TransportError(f"{operation.name}: {type(error).__name__}{count}: {text}") from error

    def wait_after_status(self, operation: Operation[Any], response: httpx2.Response, attempts: Attempts) -> float:
        """Return the seconds to wait before the next attempt.

        Raises:
            StatusError: There is none.
        """
        delay = attempts.after_response(response)
        if delay is None:
            fail_with_status(operation, response, self.settings.credentials)
        return delay

    def _redact(self, text: str) -> str:
        return self.settings.credentials.redact(text)
