"""What is sent to the token endpoint of OAuth 2.0, and what it answers (RFC 6749, sections 4 to 6)."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import quote_plus

import httpx2

from .._failure import decode_body, find_error
from .._headers import is_header_value
from .._masking import HiddenQueryURL
from .._secrets import redact
from .._settings import USER_AGENT
from ..exceptions import TokenError
from ._endpoints import with_query
from ._flows import Flow


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the token endpoint gave; `to_dict` and `from_dict` are for storing it.

    Attributes:
        access_token: The token that requests carry.
        refresh_token: What renews it, None when it cannot be renewed.
        expires_at: Until when it is valid, in seconds since the epoch; None when the server does not say.
        scope: What it allows, when the server says.
        token_type: What the server calls its type.
        extra: Everything else in the answer.
    """

    access_token: str
    refresh_token: str | None = None
    expires_at: float | None = None
    scope: str | None = None
    token_type: str = "Bearer"
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return what is no secret."""
        refresh_token = "***" if self.refresh_token else None
        return (
            f"Tokens(access_token='***', refresh_token={refresh_token!r}, expires_at={self.expires_at!r}, "
            f"scope={self.scope!r}, token_type={self.token_type!r})"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return everything, the secrets too, as JSON data."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """Return what `to_dict` stored.

        Raises:
            TypeError: It is something else.
        """
        if not isinstance(value.get("access_token"), str):
            raise TypeError("expected what Tokens.to_dict returned, with an access_token")
        return cls(**value)


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Where tokens come from, and who asks for them.

    Attributes:
        flow: How parameters are sent.
        url: Where new tokens come from.
        refresh_url: Where tokens are renewed.
        client_id: What the server calls the application.
        client_secret: Its password, None for a public application.
        is_basic: Whether both are sent as HTTP basic authentication (RFC 6749, 2.3.1) and not among the parameters.
    """

    flow: Flow
    url: httpx2.URL = field(repr=False)
    refresh_url: httpx2.URL = field(repr=False)
    client_id: str
    client_secret: str | None = field(repr=False)
    is_basic: bool

    def request(self, grant: str, **parameters: str | None) -> httpx2.Request:
        """Return the request for tokens of `grant`; parameters that are None are left out."""
        parameters = {"grant_type": grant, **parameters}
        headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
        if self.is_basic:
            pair = f"{quote_plus(self.client_id)}:{quote_plus(self.client_secret or '')}"
            headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        else:
            parameters |= {"client_id": self.client_id, "client_secret": self.client_secret}
        sent = {name: value for name, value in parameters.items() if value is not None}
        url, method = self.refresh_url if grant == "refresh_token" else self.url, self.flow.method
        if self.flow.placement == "query":
            request = httpx2.Request(method, with_query(url, sent), headers=headers)
        elif self.flow.placement == "json":
            request = httpx2.Request(method, url, headers=headers, json=sent)
        else:
            request = httpx2.Request(method, url, headers=headers, data=sent)
        request.url = HiddenQueryURL(request.url)
        return request


def parse_tokens(response: httpx2.Response, now: float, secrets: Iterable[str]) -> Tokens:
    """Return the tokens of an answer of the token endpoint.

    Raises:
        TokenError: It holds none; the message shows none of `secrets`.
    """
    body = decode_body(response)
    data = dict(body) if isinstance(body, dict) else {}
    token = data.pop("access_token", None)
    if not response.is_success or not isinstance(token, str) or not token:
        code, description = find_error(body)
        said = ": ".join(part for part in (code, description) if part) or "the answer holds no access_token"
        text = redact(f"no token: HTTP {response.status_code}: {said}", secrets)
        raise TokenError(text, code=code, status_code=response.status_code)
    if not is_header_value(token):
        raise TokenError("the new token cannot be sent: it is more than printable ASCII")
    lifetime = _seconds(data.pop("expires_in", None))
    texts = {name: data.pop(name) for name in ("refresh_token", "scope", "token_type") if _is_text(data.get(name))}
    return Tokens(token, expires_at=None if lifetime is None else now + lifetime, **texts, extra=data)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _seconds(value: object) -> float | None:
    """Return a lifetime, which some servers send as a string, or None for anything that is none."""
    try:
        seconds = float(value) if isinstance(value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    return seconds if 0 < seconds < math.inf else None
