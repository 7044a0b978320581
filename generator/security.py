"""Security schemes and requirements → where a token goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.document import Document, join_pointer, mapping, sequence, text
from generator.literal import Text
from generator.names import assign_names
from generator.view import Scheme

#: HTTP authentication that is more than a token in a header, by its name in lower case (RFC 9110, 16.4.1).
_EXCHANGES = frozenset(
    {"digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "ntlm", "oauth", "scram-sha-1", "scram-sha-256", "vapid"}
)
_ADVICE = {
    "digest": "pass an http_client with auth=httpx2.DigestAuth(…)",
    "mutualTLS": "pass an http_client with a certificate",
}


def build_schemes(document: Document, environment: str) -> tuple[Scheme, ...]:
    """Return the schemes that a token can serve; others are findings.

    Args:
        document: The document.
        environment: The beginning of the names of environment variables.
    """
    found = list(_read_schemes(document))
    names = assign_names([scheme.name for scheme in found])
    return tuple(replace(item, variable=f"{environment}_TOKEN_{names[item.name]}".upper()) for item in found)


def _read_schemes(document: Document) -> Iterator[Scheme]:
    declared = mapping(mapping(document.root.get("components")).get("securitySchemes"))
    for name, raw in declared.items():
        value, pointer = document.resolve(raw, join_pointer("#/components/securitySchemes", name))
        scheme = _scheme(str(name), value)
        kind = text(value.get("type"))
        if kind == "openIdConnect":
            document.report(pointer, "OpenID Connect is not carried out by the client; a token is sent as bearer.")
        if scheme is not None:
            yield scheme
            continue
        kind = text(value.get("scheme")).lower() or kind
        advice = f"; {_ADVICE[kind]}" if kind in _ADVICE else ""
        document.report(pointer, f"A security scheme of type {kind!r} is not sent by the client{advice}.")


def _scheme(name: str, value: Mapping[str, object]) -> Scheme | None:
    description = Text(text(value.get("description")))
    kind, scheme = text(value.get("type")), text(value.get("scheme"))
    if kind == "apiKey" and value.get("in") in ("header", "query", "cookie") and text(value.get("name")):
        prefix = text(value.get("x-token-prefix"))
        prefix = prefix + " " if prefix and not prefix.endswith(" ") else prefix
        return Scheme(Text(name), text(value["in"]), Text(text(value["name"])), Text(prefix), description)
    if kind in ("oauth2", "openIdConnect") or (kind == "http" and scheme.lower() == "bearer"):
        return Scheme(Text(name), "header", Text("Authorization"), Text("Bearer "), description)
    if kind == "http" and scheme.lower() == "basic":
        return Scheme(Text(name), "header", Text("Authorization"), Text("Basic "), description, is_basic=True)
    if kind == "http" and scheme and scheme.lower() not in _EXCHANGES:
        return Scheme(Text(name), "header", Text("Authorization"), Text(scheme + " "), description)
    return None


def build_requirements(
    document: Document, operation: Mapping[str, object], pointer: str, schemes: tuple[Scheme, ...]
) -> tuple[tuple[Text, ...], ...]:
    """Return the alternatives of an operation, each the names of the schemes it needs; `()` means no token.

    A certificate is the business of the HTTP client and no token. An alternative with another scheme that the client
    cannot serve is left out with a finding.
    """
    own = "security" in operation
    known = {scheme.name for scheme in schemes}
    declared = mapping(mapping(document.root.get("components")).get("securitySchemes"))
    alternatives: list[tuple[Text, ...]] = []
    for requirement in sequence(operation["security"] if own else document.root.get("security")):
        names = tuple(
            Text(str(name))
            for name in mapping(requirement)
            if document.resolve(declared.get(name), "#")[0].get("type") != "mutualTLS"
        )
        if known.issuperset(names):
            alternatives.append(names)
        elif own:
            document.report(join_pointer(pointer, "security"), "A security requirement names an unsupported scheme.")
        else:
            document.report("#/security", "A security requirement names an unsupported scheme.")
    return tuple(alternatives)
