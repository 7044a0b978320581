"""What the client knows about an operation before it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypedDict, TypeVar

import httpx2

from .exceptions import ArgumentError

if TYPE_CHECKING:
    from ._paging import Paging

T = TypeVar("T")
FileContent = bytes | tuple[str, bytes] | tuple[str, bytes, str]
"""A file to upload: its bytes, or (file name, bytes), or (file name, bytes, media type)."""


class RequestOptions(TypedDict, total=False):
    """Options of a single call.

    Attributes:
        extra_headers: Headers to add or to replace; that of a credential replaces the token.
        extra_query: Query parameters to add or to replace.
        extra_body: Properties to add to or to replace in the request body.
        timeout: Seconds, or an `httpx2.Timeout`; None waits forever.
        base_url: The server of this call.
        retries: How often the call is repeated at most when it fails in passing, even if it changes something.
    """

    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | httpx2.Timeout | None
    base_url: str
    retries: int


_OPTIONS = tuple(RequestOptions.__annotations__)


def check_options(method: Callable[..., object], options: RequestOptions) -> None:
    """See that `options` are options of a call.

    Raises:
        TypeError: An argument is unknown, as Python itself would raise it; names like it are in the message.
        ArgumentError: The timeout or the number of retries is no such number.
    """
    if not options:
        return
    for name in options:
        if name not in _OPTIONS:
            text = f"{getattr(method, '__name__', 'the call')}() got an unexpected keyword argument {name!r}"
            known = [item.name for item in signature(method).parameters.values() if item.kind is item.KEYWORD_ONLY]
            close = " or ".join(map(repr, get_close_matches(name, [*known, *_OPTIONS])))
            raise TypeError(f"{text}; did you mean {close}?" if close else text)
    retries, timeout = options.get("retries", 0), options.get("timeout")
    if type(retries) is not int or retries < 0:
        raise ArgumentError(f"retries must be a number of repetitions, not {retries!r}")
    if not (timeout is None or isinstance(timeout, httpx2.Timeout) or _is_duration(timeout)):
        raise ArgumentError(f"timeout must be a number of seconds, an httpx2.Timeout or None, not {timeout!r}")


def _is_duration(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


@dataclass(frozen=True, slots=True)
class Body:
    """How a request body is written.

    Attributes:
        media_type: The value of Content-Type.
        encoding: `json`, `form`, `multipart` or `raw`.
        fixed: Properties that every request has.
        required: Whether a request without a body is invalid.
        styles: Property of a form → style, explode and allowReserved, where they differ from the default.
        content_types: Part of a multipart body → its media type.
    """

    media_type: str
    encoding: str
    fixed: Mapping[str, Any] = field(default_factory=dict)
    required: bool = False
    styles: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    content_types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Generic[T]):
    """One operation of the documentation; `T` is what a successful call returns.

    Attributes:
        name: The operationId.
        method: The HTTP method.
        path: The path with its variables in braces.
        results: Gives status (`200`, `2XX`, `default`) → type of the response body, or media type → type; models are
            imported when it is called.
        errors: Gives the same of errors.
        server: A server of its own, with variables in braces.
        security: Alternatives; each names the security schemes that it needs.
        query: Query parameters that every request has.
        body: How the request body is written, None for none.
        styles: (location, name) → style, explode and allowReserved, where they differ from the default.
        accept: The value of Accept.
        envelope: Where an error hides inside a successful response: `response`, `status` or None.
        is_safe: Whether the operation only reads, so that repeating it does no harm.
        paging: Where its pages are; None when it has none.
    """

    name: str
    method: str
    path: str
    results: Callable[[], Mapping[str, Any]] = dict
    errors: Callable[[], Mapping[str, Any]] = dict
    server: str | None = None
    security: tuple[tuple[str, ...], ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    body: Body | None = None
    styles: Mapping[tuple[str, str], tuple[Any, ...]] = field(default_factory=dict)
    accept: str = "application/json"
    envelope: str | None = None
    is_safe: bool = False
    paging: Paging | None = None


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Values(NamedTuple):
    """The arguments of one call, by location and by their names in the request."""

    path: Mapping[str, Any] = _NOTHING
    query: Mapping[str, Any] = _NOTHING
    headers: Mapping[str, Any] = _NOTHING
    cookies: Mapping[str, Any] = _NOTHING
    server: Mapping[str, str] = _NOTHING
    body: Any = None
