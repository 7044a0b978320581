"""Everything that a call can raise. All classes derive from `APIError`; none shows a token."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import httpx2


class APIError(Exception):
    """Base class of all errors of this package."""


class ConfigurationError(APIError):
    """The client lacks something it needs, such as the base URL or the token; nothing was sent."""


class ArgumentError(APIError, ValueError):
    """An argument cannot be sent; nothing was sent."""


class TransportError(APIError):
    """No response: the connection failed, broke or timed out. `__cause__` is what httpx2 raised."""


class RequestTimeoutError(TransportError):
    """The server did not answer within the timeout."""


class PagingError(APIError):
    """The server gives the same page, or the token of an earlier one, again: it would never come to an end."""


class TokenError(APIError):
    """There is no token: the server refused to issue or to renew it, or a user has to consent first.

    Attributes:
        code: The error code of the server, such as `invalid_grant` (RFC 6749, 5.2).
        status_code: The HTTP status of its answer.
    """

    def __init__(self, message: str, *, code: str | None = None, status_code: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.status_code = status_code


class ResponseError(APIError):
    """A response that is not a result.

    Attributes:
        operation: The operationId.
        status_code: The HTTP status.
        headers: The response headers.
        body: The decoded response body: JSON data, text, or None.
        model: The body as the type that the documentation gives for this status, or None.
        code: The error code inside the body, if there is one.
        request_id: What the server calls the request, if it says.
        response: The response of httpx2. That of a copied or unpickled error has no request, which holds the token.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        response: httpx2.Response,
        body: object = None,
        model: object = None,
        code: str | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.response = response
        self.status_code = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self.body = body
        self.model = model
        self.code = code
        self.request_id = request_id

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how the error is copied and pickled: without the request, which holds the token."""
        response = copy.copy(self.response)
        response.request = httpx2.Request(response.request.method, "")
        return _restore, (type(self), self.args), {**self.__dict__, "response": response}


def _restore(kind: type[ResponseError], arguments: tuple[object, ...]) -> ResponseError:
    return kind.__new__(kind, *arguments)


class DecodeError(ResponseError):
    """A successful response whose body is not what the documentation describes."""


class EnvelopeError(ResponseError):
    """An error inside a response with a successful status."""


class StatusError(ResponseError):
    """A response with an unsuccessful status."""


class RedirectionError(StatusError):
    """Status 3xx; redirections are not followed."""


class ClientError(StatusError):
    """Status 4xx."""


class BadRequestError(ClientError):
    """Status 400."""


class AuthenticationError(ClientError):
    """Status 401: the token is missing or not valid."""


class PermissionDeniedError(ClientError):
    """Status 403."""


class NotFoundError(ClientError):
    """Status 404."""


class ConflictError(ClientError):
    """Status 409."""


class UnprocessableEntityError(ClientError):
    """Status 422."""


class RateLimitError(ClientError):
    """Status 429."""


class ServerError(StatusError):
    """Status 5xx."""


_BY_STATUS: Mapping[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_BY_FAMILY: Mapping[int, type[StatusError]] = {3: RedirectionError, 4: ClientError, 5: ServerError}


def status_error_class(status: int) -> type[StatusError]:
    """Return the exception class for an HTTP status."""
    return _BY_STATUS.get(status) or _BY_FAMILY.get(status // 100, StatusError)
