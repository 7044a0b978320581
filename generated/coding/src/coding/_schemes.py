"""The security schemes of the documentation: where a token goes."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme of the documentation; two are equal when they send a token in the same way.

    Attributes:
        location: `header`, `query` or `cookie`.
        parameter: The name of the header, query parameter or cookie.
        prefix: What stands before the token.
        is_basic: Whether the token is `user:password`, to be encoded in base64.
        variable: The environment variable of its token.
    """

    location: str
    parameter: str
    prefix: str = ""
    is_basic: bool = False
    variable: str = field(default="", compare=False)

    def value(self, token: str) -> str:
        """Return what is sent for `token`."""
        encoded = base64.b64encode(token.encode()).decode() if self.is_basic else token
        return self.prefix + encoded


SCHEMES: Mapping[str, Scheme] = {
    "oauth2": Scheme("header", "Authorization", "Bearer ", False, "CODING_TOKEN_OAUTH2"),
    "token": Scheme("header", "Authorization", "token ", False, "CODING_TOKEN_TOKEN"),
    "bearer": Scheme("header", "Authorization", "Bearer ", False, "CODING_TOKEN_BEARER"),
}
"""The security schemes, by name."""
