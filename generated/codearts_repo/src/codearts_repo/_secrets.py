"""Tokens that do not show themselves."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Iterable
from typing import NoReturn
from urllib.parse import quote, quote_plus

import httpx2

from ._schemes import Scheme
from ._tokens import TokenSource
from .exceptions import ConfigurationError, TokenError

Token = str | tuple[str, str] | TokenSource
"""The token of a scheme: a string, (user, password), or a source that renews it."""

_UNSENDABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


class Secret:
    """A token that does not show itself: a source whose token is always the same.

    Args:
        value: The token.
        is_pair: Whether it is `user:password`, whose password is a secret of its own.

    Raises:
        ConfigurationError: No request can hold the token.
    """

    __slots__ = ("_is_pair", "_value")

    def __init__(self, value: str, is_pair: bool = False) -> None:
        if _UNSENDABLE.search(value):
            raise ConfigurationError("the token holds a character that cannot be sent, such as a line end")
        self._value = value
        self._is_pair = is_pair

    def __repr__(self) -> str:
        """Return asterisks."""
        return "'***'"

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled."""
        raise TypeError("a secret is not pickled")

    def current(self) -> str:
        """Return the token."""
        return self._value

    def renewal(self) -> httpx2.Request:
        """Raise: there is nothing to renew it with."""
        raise TokenError("a token that was given as a string cannot be renewed")

    def renewed(self, response: httpx2.Response) -> None:
        """Do nothing."""

    def refused(self, token: str) -> bool:
        """Return False: another try would be refused as well."""
        return False

    def secrets(self) -> tuple[str, ...]:
        """Return the token, and the password in it."""
        return (self._value, self._value.partition(":")[2]) if self._is_pair else (self._value,)


def token_source(token: object, schemes: Collection[Scheme]) -> TokenSource:
    """Return `token` as the source of a token for one of `schemes`.

    Raises:
        ConfigurationError: It is no token, or none of `schemes` takes one of its kind.
    """
    is_basic = any(scheme.is_basic for scheme in schemes)
    if isinstance(token, tuple) and len(token) == 2 and all(isinstance(item, str) for item in token):
        if ":" in token[0]:
            raise ConfigurationError("a user name must not hold a colon")
        if not is_basic:
            raise ConfigurationError("user and password are for HTTP basic authentication only")
        return Secret(":".join(token), is_pair=True)
    if isinstance(token, str) and token:
        return Secret(token, is_pair=is_basic)
    if isinstance(token, TokenSource) and not isinstance(token, type):
        return token
    kind = "an empty string" if token == "" else type(token).__name__
    raise ConfigurationError(f"the token must be a string, (user, password) or a TokenSource, not {kind}")


def redact(text: str, secrets: Iterable[str]) -> str:
    """Return `text` without `secrets`, as they are and as they travel in a URL or as a password."""
    forms = {form for secret in secrets if len(secret) > 3 for form in _forms(secret)}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, "***")
    return text


def _forms(secret: str) -> tuple[str, ...]:
    encoded = base64.b64encode(secret.encode()).decode()
    return secret, quote(secret, safe=""), quote_plus(secret), encoded
