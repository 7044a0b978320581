"""Where the token goes."""

from __future__ import annotations

import base64
import re
from collections.abc import Container, Sequence
from urllib.parse import quote

from ._schemes import SCHEMES, Credential
from .exceptions import ConfigurationError

_UNSENDABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


class Secret:
    """A token that does not show itself."""

    __slots__ = ("_forms", "_value")

    def __init__(self, value: str) -> None:
        if not isinstance(value, str):
            raise ConfigurationError(f"the token must be a string, not {type(value).__name__}")
        if _UNSENDABLE.search(value):
            raise ConfigurationError("the token holds a character that cannot be sent, such as a line end")
        self._value = value
        self._forms = (value, quote(value, safe=""), base64.b64encode(value.encode()).decode())

    def __repr__(self) -> str:
        """Return asterisks."""
        return "'***'"

    def reveal(self) -> str:
        """Return the token."""
        return self._value

    def redact(self, text: str) -> str:
        """Return `text` without the token, as it is and as it travels in a URL or as a password."""
        for form in self._forms if len(self._value) > 3 else ():
            text = text.replace(form, "***")
        return text


def choose_credentials(
    alternatives: Sequence[tuple[str, ...]],
    preferred: str | None,
    has_token: bool,
    operation: str,
    given: Container[str] = (),
) -> list[Credential]:
    """Return the credentials that a request needs; none for a public operation, or when the caller gave them.

    Args:
        alternatives: Each the names of the schemes that it needs.
        preferred: The scheme to choose where there are several.
        has_token: Whether there is a token.
        operation: The operation, for the message.
        given: The headers that the caller gave, in lower case.

    Raises:
        ConfigurationError: the operation needs a token and there is none.
    """
    if not alternatives or (() in alternatives and not has_token):
        return []
    if any(names and all(_is_given(SCHEMES[name], given) for name in names) for names in alternatives):
        return []
    if not has_token:
        raise ConfigurationError(f"{operation} needs a token: pass token=… or set GITLAB_TOKEN")
    needed = [names for names in alternatives if names]
    chosen = next((names for names in needed if preferred in names), needed[0] if needed else ())
    return [SCHEMES[name] for name in chosen]


def _is_given(credential: Credential, given: Container[str]) -> bool:
    return credential.location == "header" and credential.parameter.lower() in given
