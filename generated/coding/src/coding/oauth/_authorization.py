"""The part of OAuth 2.0 in which a user consents: the URL to visit, and the redirect that follows."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Mapping
from typing import NamedTuple

import httpx2

from ..exceptions import ArgumentError, TokenError
from ._endpoints import with_query


class AuthorizationRequest(NamedTuple):
    """Where to send a user, and the state that the redirect must bring back."""

    url: str
    state: str


def create_code_verifier() -> str:
    """Return a new secret for one authorization (PKCE, RFC 7636): for `authorization_url`, then for `exchange`."""
    return secrets.token_urlsafe(48)


def build_authorization_request(
    endpoint: httpx2.URL, parameters: Mapping[str, str | None], state: str | None, code_verifier: str | None
) -> AuthorizationRequest:
    """Return where to send a user (RFC 6749, 4.1.1).

    Args:
        endpoint: The authorization endpoint.
        parameters: What is None is left out.
        state: What ties the redirect to this user; a random one when None.
        code_verifier: What ties the code to this application, None for nothing.

    Raises:
        ArgumentError: `code_verifier` is none.
    """
    if code_verifier is not None and not re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", code_verifier):
        raise ArgumentError("a code_verifier has 43 to 128 letters, digits and -._~")
    state = secrets.token_urlsafe(24) if state is None else state
    sent = {name: value for name, value in parameters.items() if value is not None}
    sent |= {"response_type": "code", "state": state}
    if code_verifier is not None:
        digest = hashlib.sha256(code_verifier.encode()).digest()
        sent["code_challenge"] = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        sent["code_challenge_method"] = "S256"
    return AuthorizationRequest(str(with_query(endpoint, sent)), state)


def find_code(callback_url: str, state: str) -> str:
    """Return the code in the URL of a redirect (RFC 6749, 4.1.2).

    Raises:
        TokenError: The user refused, the URL is none or holds no code, or it does not answer the request with `state`.
    """
    try:
        found = httpx2.URL(callback_url).params
    except (httpx2.InvalidURL, UnicodeError):
        raise TokenError("the redirect is no URL") from None
    if not secrets.compare_digest(found.get("state", "").encode(), state.encode()):
        raise TokenError("the redirect has another state than the authorization request")
    if "error" in found:
        said = ": ".join(filter(None, (found["error"], found.get("error_description"))))
        raise TokenError(f"not authorized: {said}", code=found["error"])
    if not found.get("code"):
        raise TokenError("the redirect holds no code")
    return str(found["code"])
