"""Tokens of OAuth 2.0 that renew themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, NoReturn

import httpx2

from ..exceptions import TokenError
from ._token_endpoint import TokenEndpoint, Tokens, parse_tokens

_REMEMBERED = 32


class _State(NamedTuple):
    tokens: Tokens
    renew_at: float | None


class RenewableTokens:
    """A `TokenSource` whose token comes from a token endpoint.

    Threads share it without a lock: what they read together is replaced together.

    Args:
        endpoint: Where the tokens come from.
        grant: `authorization_code` or `client_credentials`.
        scope: What to ask for.
        on_change: Is called with new tokens.
        leeway: Seconds before its expiry from which on a token is renewed.
        clock: Returns the seconds since the epoch.
    """

    def __init__(
        self,
        endpoint: TokenEndpoint,
        grant: str,
        scope: str | None,
        on_change: Callable[[Tokens], object] | None,
        leeway: float,
        clock: Callable[[], float],
    ) -> None:
        self.grant = grant
        self._endpoint = endpoint
        self._scope = scope
        self._on_change = on_change
        self._leeway = leeway
        self._clock = clock
        self._state: _State | None = None
        self._refused = ""
        self._hidden: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return what is no secret."""
        name, client_id = type(self).__name__, self._endpoint.client_id
        return f"{name}(client_id={client_id!r}, grant={self.grant!r}, tokens={self.tokens!r})"

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled."""
        raise TypeError("this object holds secrets and is not pickled; store tokens.to_dict()")

    @property
    def tokens(self) -> Tokens | None:
        """The present tokens. Set it to tokens from elsewhere; `on_change` is not called for these."""
        return None if self._state is None else self._state.tokens

    @tokens.setter
    def tokens(self, tokens: Tokens) -> None:
        renew_at = None
        if tokens.expires_at is not None:
            now = self._clock()
            left = tokens.expires_at - now
            # A token that lives no longer than the leeway is used nevertheless, for half of its life.
            renew_at = now + max(left - self._leeway, left / 2)
        self._hide(tokens.access_token, tokens.refresh_token)
        self._state = _State(tokens, renew_at)

    def current(self) -> str | None:
        """Return the token to send, None when it must be renewed first."""
        if self._state is None:
            return None
        tokens, renew_at = self._state
        due = renew_at if self._can_renew(tokens) else tokens.expires_at
        is_due = due is not None and self._clock() >= due
        return None if is_due or tokens.access_token == self._refused else tokens.access_token

    def renewal(self) -> httpx2.Request:
        """Return the request that renews the token.

        Raises:
            TokenError: It cannot be renewed: a user has to consent (again).
        """
        if self.grant == "client_credentials":
            return self._endpoint.request(self.grant, scope=self._scope)
        if self.tokens is None:
            raise TokenError("there is no token yet: send the user to authorization_url() and exchange the code")
        if self.tokens.refresh_token is None:
            raise TokenError("the token has expired and cannot be renewed: the user has to authorize again")
        return self._endpoint.request("refresh_token", refresh_token=self.tokens.refresh_token)

    def renewed(self, response: httpx2.Response) -> None:
        """Take the answer to `renewal`; what it does not repeat stays as it was.

        Raises:
            TokenError: The answer holds no token.
        """
        old = self.tokens
        try:
            new = self._parse(response)
        except TokenError as error:
            if error.code == "invalid_grant" and old is not None:
                self.tokens = replace(old, refresh_token=None)
            raise
        if old is not None:
            new = replace(new, refresh_token=new.refresh_token or old.refresh_token, scope=new.scope or old.scope)
        self._take(new)

    def refused(self, token: str) -> bool:
        """Learn that the server answered 401 to `token`; return whether another token can be had."""
        tokens = self.tokens
        if tokens is not None and tokens.access_token != token:
            return True
        if not self._can_renew(tokens):
            return False
        self._refused = token
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return what no message may show: these tokens, recent ones, and the secret of the client."""
        return (*self._hidden, self._endpoint.client_secret or "")

    def _can_renew(self, tokens: Tokens | None) -> bool:
        return self.grant == "client_credentials" or (tokens is not None and tokens.refresh_token is not None)

    def _parse(self, response: httpx2.Response) -> Tokens:
        return parse_tokens(response, self._clock(), self.secrets())

    def _take(self, tokens: Tokens) -> None:
        self.tokens = tokens
        if self._on_change is not None:
            self._on_change(tokens)

    def _hide(self, *secrets: str | None) -> None:
        new = [secret for secret in secrets if secret and secret not in self._hidden]
        self._hidden = (*self._hidden, *new)[-_REMEMBERED:]
