"""OAuth 2.0: tokens that a user grants to your application, and that renew themselves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import Unpack

import httpx2

from .._settings import DEFAULT_TIMEOUT
from .._tokens import NO_RESPONSE, renewal_failure
from ._authorization import AuthorizationRequest, build_authorization_request, create_code_verifier, find_code
from ._endpoints import choose_flow, resolve_endpoint
from ._flows import FLOWS, VARIABLES, Variables
from ._renewable import RenewableTokens
from ._token_endpoint import TokenEndpoint, Tokens

__all__ = ["FLOWS", "AuthorizationRequest", "OAuth", "Tokens", "create_code_verifier"]


class OAuth(RenewableTokens):
    """Gets and renews tokens of OAuth 2.0; pass it to a client as its token.

    It serves any number of clients, threads and tasks. The token is renewed before it expires, and once after 401.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str | None = None,
        *,
        redirect_uri: str | None = None,
        scopes: Iterable[str] = (),
        tokens: Tokens | None = None,
        on_change: Callable[[Tokens], object] | None = None,
        scheme: str | None = None,
        grant: str | None = None,
        basic_auth: bool = False,
        base_url: str | None = None,
        authorization_endpoint: str | None = None,
        token_endpoint: str | None = None,
        refresh_endpoint: str | None = None,
        leeway: float = 30.0,
        clock: Callable[[], float] = time.time,
        **variables: Unpack[Variables],
    ) -> None:
        """Prepare; nothing is sent.

        Args:
            client_id: What the server calls your application.
            client_secret: Its password; None for a public application.
            redirect_uri: Where the server sends users back to.
            scopes: What to ask for; `FLOWS` lists the documented ones.
            tokens: Tokens from before.
            on_change: Is called with new tokens, to store them.
            scheme: The security scheme; the first documented one otherwise.
            grant: `authorization_code` or `client_credentials`; the first documented one otherwise.
            basic_auth: Whether client id and secret are sent as HTTP basic authentication, and not as parameters.
            base_url: The server to which documented relative URLs belong.
            authorization_endpoint: Takes the place of the documented URL, as do the next two.
            token_endpoint: Where tokens are issued.
            refresh_endpoint: Where tokens are renewed; `token_endpoint` otherwise.
            leeway: Seconds before its expiry from which on a token is renewed.
            clock: Returns the seconds since the epoch.
            **variables: Parts of the documented URLs, such as a host name.

        Raises:
            ConfigurationError: No documented flow fits, or its URL is incomplete.
        """
        self.scheme, grant, self._flow = choose_flow(scheme, grant)
        if unknown := variables.keys() - VARIABLES.keys():
            raise TypeError(f"OAuth() got an unexpected keyword argument {min(unknown)!r}")
        self._variables = {VARIABLES[name]: str(value) for name, value in variables.items()}
        self._base_url = base_url
        self._redirect_uri = redirect_uri
        self._authorization_endpoint = authorization_endpoint or self._flow.authorization_endpoint
        refresh_endpoint = refresh_endpoint or token_endpoint or self._flow.refresh_endpoint
        url = self._resolve(token_endpoint or self._flow.token_endpoint, "token_endpoint")
        refresh_url = self._resolve(refresh_endpoint, "refresh_endpoint") if refresh_endpoint else url
        endpoint = TokenEndpoint(self._flow, url, refresh_url, client_id, client_secret, basic_auth)
        super().__init__(endpoint, grant, self._join(scopes), on_change, leeway, clock)
        if tokens is not None:
            self.tokens = tokens

    def authorization_url(
        self, *, scopes: Iterable[str] | None = None, state: str | None = None, code_verifier: str | None = None
    ) -> AuthorizationRequest:
        """Return the URL to send a user to, and the state that the redirect must bring back.

        Args:
            scopes: What to ask for, instead of the scopes of this object.
            state: A string of your own that nobody can guess; a random one otherwise.
            code_verifier: What `create_code_verifier` returned, for PKCE; pass it to `exchange` too.

        Raises:
            ConfigurationError: There is no authorization endpoint.
            ArgumentError: `code_verifier` is none.
        """
        parameters = {
            "client_id": self._endpoint.client_id,
            "redirect_uri": self._redirect_uri,
            "scope": self._scope if scopes is None else self._join(scopes),
        }
        endpoint = self._resolve(self._authorization_endpoint, "authorization_endpoint")
        return build_authorization_request(endpoint, parameters, state, code_verifier)

    def code_from(self, callback_url: str, state: str) -> str:
        """Return the code in the URL to which the server redirected the user.

        Raises:
            TokenError: The user refused, or the URL does not answer the request with `state`.
        """
        return find_code(callback_url, state)

    def exchange(
        self, code: str, *, code_verifier: str | None = None, http_client: httpx2.Client | None = None
    ) -> Tokens:
        """Get tokens for the code of a redirect, and use them from now on.

        Args:
            code: What `code_from` returned.
            code_verifier: What `authorization_url` was given.
            http_client: Sends the request; one for this request only otherwise.

        Raises:
            TokenError: The server refused.
            TransportError: There was no answer.
        """
        request = self._exchange_request(code, code_verifier)
        with httpx2.Client(timeout=DEFAULT_TIMEOUT) if http_client is None else nullcontext(http_client) as http:
            try:
                response = http.send(request, auth=None, follow_redirects=False)
            except NO_RESPONSE as error:
                raise renewal_failure(error) from error
        return self._exchanged(response)

    async def exchange_async(
        self, code: str, *, code_verifier: str | None = None, http_client: httpx2.AsyncClient | None = None
    ) -> Tokens:
        """Do what `exchange` does, without blocking the event loop."""
        request = self._exchange_request(code, code_verifier)
        async with (
            httpx2.AsyncClient(timeout=DEFAULT_TIMEOUT) if http_client is None else nullcontext(http_client)
        ) as http:
            try:
                response = await http.send(request, auth=None, follow_redirects=False)
            except NO_RESPONSE as error:
                raise renewal_failure(error) from error
        return self._exchanged(response)

    def _exchange_request(self, code: str, code_verifier: str | None) -> httpx2.Request:
        redirect_uri = self._redirect_uri if self._flow.repeats_redirect else None
        self._hide(code, code_verifier)
        return self._endpoint.request(
            "authorization_code", code=code, redirect_uri=redirect_uri, code_verifier=code_verifier
        )

    def _exchanged(self, response: httpx2.Response) -> Tokens:
        tokens = self._parse(response)
        self._take(tokens)
        return tokens

    def _join(self, scopes: Iterable[str]) -> str | None:
        return self._flow.separator.join([scopes] if isinstance(scopes, str) else scopes) or None

    def _resolve(self, url: str, hint: str) -> httpx2.URL:
        return resolve_endpoint(url, hint, self._variables, self._base_url)
