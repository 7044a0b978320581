"""Security schemes, and how OAuth 2.0 gets their tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.layout import break_call
from generator.literal import Text, join_lines, python_literal


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: where the token goes.

    Attributes:
        name: Its name in the document.
        location: `header`, `query` or `cookie`.
        parameter: The header, query parameter or cookie.
        prefix: What stands before the token.
        description: What the document says.
        is_basic: Whether the token is `user:password`, to be encoded in base64.
        variable: The environment variable of its token.
    """

    name: Text
    location: str
    parameter: Text
    prefix: Text
    description: Text
    is_basic: bool = False
    variable: str = ""

    @property
    def sent(self) -> Text:
        """Return what a request carries, for people."""
        value = f"{self.prefix}{'<user:password in base64>' if self.is_basic else '<token>'}"
        return Text(f"{self.parameter}{': ' if self.location == 'header' else '='}{value}")

    @property
    def entry(self) -> str:
        """Return the entry of this scheme in a mapping of tokens, with a placeholder."""
        return python_literal(self.name) + (': ("user", "password")' if self.is_basic else ': "…"')


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of OAuth 2.0: how one grant of a security scheme gets its tokens.

    Attributes:
        scheme: The name of the security scheme.
        grant: The grant type of RFC 6749.
        token_endpoint: The URL, variables without a default in braces; this and the others may be relative.
        authorization_endpoint: Where users are sent, empty for none.
        refresh_endpoint: Where tokens are renewed, empty for the token endpoint.
        scopes: Name → what it allows.
        separator: What stands between scopes.
        method: The method of token requests.
        placement: Where their parameters are: `form`, `query` or `json`.
        repeats_redirect: Whether the exchange of a code repeats the redirect URI.
    """

    scheme: Text
    grant: str
    token_endpoint: Text
    authorization_endpoint: Text
    refresh_endpoint: Text
    scopes: Mapping[str, str]
    separator: str
    method: str
    placement: str
    repeats_redirect: bool


@dataclass(frozen=True, slots=True)
class Variable:
    """A part of a URL that the document leaves open.

    Attributes:
        name: The keyword argument.
        wire: The name in braces.
        description: What the document says.
    """

    name: str
    wire: Text
    description: Text


@dataclass(frozen=True, slots=True)
class OAuthView:
    """How a package gets tokens by OAuth 2.0."""

    flows: tuple[Flow, ...]
    variables: tuple[Variable, ...]

    @property
    def asks_users(self) -> bool:
        """Return whether users have to consent, in the flow that is the default."""
        return self.flows[0].grant == "authorization_code"

    @property
    def construction(self) -> str:
        """Return a statement that makes an object for the default flow."""
        flow = self.flows[0]
        arguments = ['"client id"', '"client secret"']
        if self.asks_users:
            arguments.append('redirect_uri="https://app.example/callback"')
        urls = {"token_endpoint": flow.token_endpoint}
        urls |= {"authorization_endpoint": flow.authorization_endpoint} if self.asks_users else {}
        arguments += [f'{name}="https://…"' for name, url in urls.items() if not url]
        arguments += [f'{item.name}="…"' for item in self.variables if "{" + item.wire + "}" in "".join(urls.values())]
        return break_call("oauth = OAuth(", arguments)

    @property
    def some_scopes(self) -> list[str]:
        """Return the first scopes of the default flow."""
        return list(self.flows[0].scopes)[:2]

    @property
    def described_variables(self) -> str:
        """Return the section of a docstring about the variables."""
        lines = [f"    {item.name}: {join_lines(item.description) or item.wire}" for item in self.variables]
        return "\n".join(["\n\nAttributes:", *lines]) if lines else ""
