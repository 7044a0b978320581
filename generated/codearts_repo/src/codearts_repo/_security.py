"""Where the token goes."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .exceptions import ConfigurationError


@dataclass(frozen=True, slots=True)
class Credential:
    """A security scheme of the documentation.

    Attributes:
        location: `header`, `query` or `cookie`.
        parameter: The name of the header, query parameter or cookie.
        prefix: What stands before the token.
        is_basic: Whether the token is `user:password`, to be encoded in base64.
    """

    location: str
    parameter: str
    prefix: str = ""
    is_basic: bool = False

    def value(self, token: str) -> str:
        """Return what is sent for `token`."""
        encoded = base64.b64encode(token.encode()).decode() if self.is_basic else token
        return self.prefix + encoded


class Secret:
    """A token that does not show itself."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        """Return asterisks."""
        return "'***'"

    def reveal(self) -> str:
        """Return the token."""
        return self._value

    def redact(self, text: str) -> str:
        """Return `text` without the token."""
        return text.replace(self._value, "***") if len(self._value) > 3 else text


SCHEMES: Mapping[str, Credential] = {
    "XAuthToken": Credential(
        "header",
        "X-Auth-Token",
        "",
        False,
    ),
}
"""The security schemes of the documentation, by name."""


def choose_credentials(
    alternatives: Sequence[tuple[str, ...]], preferred: str | None, has_token: bool, operation: str
) -> list[Credential]:
    """Return the credentials that a request needs; none for a public operation.

    Raises:
        ConfigurationError: the operation needs a token and there is none.
    """
    if not alternatives or (() in alternatives and not has_token):
        return []
    if not has_token:
        raise ConfigurationError(f"{operation} needs a token: pass token=… or set CODEARTS_REPO_TOKEN")
    needed = [names for names in alternatives if names]
    chosen = next((names for names in needed if preferred in names), needed[0] if needed else ())
    return [SCHEMES[name] for name in chosen]
