"""The tokens of a client, and which of them a request takes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ._headers import is_header_value
from ._schemes import SCHEMES, Scheme
from ._secrets import Token, redact, token_source
from ._tokens import TokenSource
from .exceptions import ConfigurationError

_HEADERS = frozenset(scheme.parameter.lower() for scheme in SCHEMES.values() if scheme.location == "header")


class Credential(NamedTuple):
    """A token that a request takes: where it goes, and where it comes from."""

    scheme: Scheme
    source: TokenSource

    def value(self, token: str) -> str:
        """Return what is sent for `token`.

        Raises:
            ConfigurationError: It cannot stand in a header.
        """
        value = self.scheme.value(token)
        if self.scheme.location == "header" and not is_header_value(value):
            raise ConfigurationError("the token must be printable ASCII without space around it")
        return value


Authorization = Sequence[tuple[Credential, str]]
"""What a request carries: each credential with the token that it has at the moment."""


class Credentials:
    """The tokens of a client by security scheme.

    Args:
        token: One for every scheme, or a mapping from the names of schemes; None reads the environment.
        preferred: The scheme to choose where there are several.

    Raises:
        ConfigurationError: A scheme is unknown, or a token cannot be sent.
    """

    __slots__ = ("_preferred", "_shared", "_sources")

    def __init__(self, token: Token | Mapping[str, Token] | None = None, preferred: str | None = None) -> None:
        own: Mapping[str, Token] = token if isinstance(token, Mapping) else {}
        for name in [*([preferred] if preferred is not None else ()), *own]:
            if name not in SCHEMES:
                raise ConfigurationError(f"unknown security scheme {name!r}; known are {sorted(SCHEMES)}")
        if token is None or token == "":
            own = {name: value for name, scheme in SCHEMES.items() if (value := os.environ.get(scheme.variable))}
            token = os.environ.get("CODING_TOKEN")
        is_shared = token is not None and token != "" and not isinstance(token, Mapping)
        self._shared = token_source(token, SCHEMES.values()) if is_shared else None
        self._sources = _spread(self._shared, token) if self._shared is not None else {}
        self._sources |= {name: token_source(item, [SCHEMES[name]]) for name, item in own.items()}
        if preferred is not None and preferred not in self._sources and self:
            raise ConfigurationError(f"auth_scheme is {preferred!r}, but there is no token for that scheme")
        self._preferred = preferred

    def __repr__(self) -> str:
        """Return the names of the schemes that have a token."""
        return f"Credentials({sorted(self._sources)})"

    def __bool__(self) -> bool:
        """Return whether there is a token."""
        return bool(self._sources) or self._shared is not None

    def redact(self, text: str) -> str:
        """Return `text` without any of the tokens, as they are and as they travel in a URL or as a password."""
        sources = [*self._sources.values(), *([] if self._shared is None else [self._shared])]
        return redact(text, [secret for source in sources for secret in source.secrets()])

    def choose(
        self, alternatives: tuple[tuple[str, ...], ...], operation: str, headers: Iterable[str]
    ) -> tuple[Credential, ...]:
        """Return the tokens that a request takes; none for a public operation, or when the caller gave them.

        Args:
            alternatives: Each the names of the schemes that it needs.
            operation: The operation, for the message.
            headers: The names of the headers that the caller gave.

        Raises:
            ConfigurationError: The operation needs a token that is not there.
        """
        if not alternatives:
            return ()
        given = _HEADERS.intersection([str(name).lower() for name in headers])
        needed = {names: [name for name in names if not _is_given(SCHEMES[name], given)] for names in alternatives}
        if any(names and not missing for names, missing in needed.items()):
            return ()
        ordered = sorted(filter(None, alternatives), key=lambda names: self._preferred not in names)
        for names in ordered:
            if not self._missing(needed[names]):
                # Schemes that put their token in the same place are one credential.
                found = {SCHEMES[name]: self._sources[name] for name in reversed(needed[names])}
                return tuple(Credential(scheme, source) for scheme, source in found.items())
        if () in alternatives:
            return ()
        raise ConfigurationError(self._explain(operation, needed[ordered[0]]))

    def _missing(self, names: Sequence[str]) -> list[str]:
        """Return the schemes that lack a token; the shared one serves one place of a request only."""
        shared = [name for name in names if name in self._sources and self._sources[name] is self._shared]
        crowded = shared if len({SCHEMES[name] for name in shared}) > 1 else []
        return [name for name in names if name not in self._sources or name in crowded]

    def _explain(self, operation: str, names: Sequence[str]) -> str:
        missing = self._missing(names)
        if len(names) == 1 and not self:
            return f"{operation} needs a token: pass token=… or set CODING_TOKEN"
        pairs = ", ".join(f"{name!r}: …" for name in missing)
        variables = " and ".join(SCHEMES[name].variable for name in missing)
        listed = " and ".join(map(repr, missing))
        return f"{operation} needs a token for {listed}: pass token=" + "{" + pairs + "}" + f" or set {variables}"


def tokens_at(location: str, authorization: Authorization) -> list[tuple[str, str]]:
    """Return what of `authorization` goes to a location: name of the parameter, and what is sent.

    Raises:
        ConfigurationError: A token cannot stand in a header.
    """
    found = [(credential, token) for credential, token in authorization if credential.scheme.location == location]
    return [(credential.scheme.parameter, credential.value(token)) for credential, token in found]


def are_refused(authorization: Authorization) -> bool:
    """Tell the sources that the server answered 401 to their tokens; return whether another try is worth it."""
    answers = [credential.source.refused(token) for credential, token in authorization]
    return any(answers)


def _is_given(scheme: Scheme, given: Collection[str]) -> bool:
    return scheme.location == "header" and scheme.parameter.lower() in given


def _spread(source: TokenSource, token: object) -> dict[str, TokenSource]:
    """Return `source` for all schemes that it can serve; one may have the `scheme` that it is made for."""
    made_for = SCHEMES.get(getattr(token, "scheme", ""))
    return {
        name: source
        for name, scheme in SCHEMES.items()
        if (scheme.is_basic or not isinstance(token, tuple)) and made_for in (None, scheme)
    }
