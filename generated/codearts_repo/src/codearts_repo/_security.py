"""Where the token goes."""

from __future__ import annotations

from collections.abc import Sequence

from ._schemes import SCHEMES, Credential
from .exceptions import ConfigurationError


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
