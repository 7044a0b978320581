"""From a response to a result or an error."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import httpx2
from pydantic import ValidationError

from ._decoding import decode, describe_problems, documented_type
from ._failure import check_envelope, decode_body, decode_text, fail, find_request_id
from ._operation import Operation
from ._security import Credentials
from .exceptions import DecodeError

T = TypeVar("T")


class ApiResponse(Generic[T]):
    """A successful response before it is parsed.

    Attributes:
        operation: What was called.
        http_response: The response of httpx2.
    """

    def __init__(
        self, operation: Operation[T], response: httpx2.Response, credentials: Credentials | None = None
    ) -> None:
        self.operation = operation
        self.http_response = response
        self._credentials = credentials

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The response headers."""
        return self.http_response.headers

    @property
    def content(self) -> bytes:
        """The response body."""
        return self.http_response.content

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, if it says."""
        return find_request_id(self.http_response, None)

    def parse(self) -> T:
        """Return the typed result.

        Raises:
            DecodeError: The body is not what the documentation describes.
            EnvelopeError: The body reports an error.
        """
        result: T = parse_response(self.operation, self.http_response, self._credentials)
        return result


def parse_response(operation: Operation[Any], response: httpx2.Response, credentials: Credentials | None) -> Any:
    """Return the result of a response with a successful status."""
    media_type = response.headers.get("content-type", "").lower()
    expected = documented_type(operation.results, response.status_code, media_type)
    if operation.method == "HEAD" or (expected is Any and not response.content):
        return None
    if operation.envelope is not None:
        check_envelope(operation, response, credentials)
    if expected is None:
        return None
    if expected is bytes:
        return response.content
    if expected is str:
        is_json = "json" in media_type and "json" in operation.accept
        return _validate(operation, response, expected, credentials) if is_json else decode_text(response)
    if expected is Any and "json" not in (media_type or "json"):
        return decode_text(response)
    return _validate(operation, response, expected, credentials)


def _validate(
    operation: Operation[Any], response: httpx2.Response, expected: Any, credentials: Credentials | None
) -> Any:
    try:
        return decode(expected, response.content)
    except ValidationError as error:
        said = describe_problems(error, decode_body(response))
        fail(DecodeError, operation, response, f"the response is not as documented: {said}", credentials)
