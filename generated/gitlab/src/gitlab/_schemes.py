"""The security schemes of the documentation: where the token goes."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass


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


SCHEMES: Mapping[str, Credential] = {
    "private_token": Credential("header", "PRIVATE-TOKEN", "", False),
}
"""The security schemes, by name."""
