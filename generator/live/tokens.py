"""The tokens of the live check: from the environment variables that the generated package reads, and where they go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.credential_cases import contract_tokens, sent_credential
from generator.view import OperationView, Scheme

_SHORTEST_SECRET = 4
_MASK = "***"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A token for each security scheme that has one; shown by no `repr`."""

    by_scheme: Mapping[str, str] = field(repr=False)

    def choose(self, view: OperationView) -> tuple[str, ...] | None:
        """Return the schemes whose tokens an operation takes, `()` for none, None if a token is missing."""
        if not view.security:
            return ()
        wanted = [tuple(map(str, names)) for names in view.security]
        usable = [names for names in wanted if set(names) <= self.by_scheme.keys()]
        return max(usable, key=len) if () in usable else next(iter(usable), None)

    def mask(self, text: str) -> str:
        """Return `text` without any token, as it is or as it stands in a URL."""
        secrets = {form for token in self.by_scheme.values() for form in (token, quote(token, safe=""))}
        for secret in sorted(secrets, key=len, reverse=True):
            text = text.replace(secret, _MASK) if len(secret) >= _SHORTEST_SECRET else text
        return text


def read_tokens(schemes: Iterable[Scheme], environment: str, variables: Mapping[str, str]) -> Tokens:
    """Return the tokens of the environment: `<API>_TOKEN` for every scheme, `<API>_TOKEN_<SCHEME>` for one.

    Args:
        schemes: The security schemes of the document.
        environment: The beginning of the names of variables.
        variables: The environment.
    """
    shared = variables.get(f"{environment}_TOKEN", "")
    found = {str(scheme.name): variables.get(scheme.variable) or shared for scheme in schemes}
    return Tokens({name: token for name, token in found.items() if token})


def without_sample_tokens(
    sent: Mapping[str, Sequence[Sequence[str]]], schemes: Sequence[Scheme]
) -> dict[str, list[list[str]]]:
    """Return what a request of the contract tests sends, by location, without the tokens of these tests."""
    samples = contract_tokens(schemes)
    known = [sent_credential(scheme, samples[str(scheme.name)]) for scheme in schemes]
    return {place: [list(item) for item in items if [place, *item] not in known] for place, items in sent.items()}
