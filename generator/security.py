"""Security schemes and requirements → where a token goes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import Document, join_pointer, mapping, sequence, text
from generator.literal import Text
from generator.view import Scheme


def build_schemes(document: Document) -> tuple[Scheme, ...]:
    """Return the schemes that a single token can serve; others are findings."""
    declared = mapping(mapping(document.root.get("components")).get("securitySchemes"))
    schemes: list[Scheme] = []
    for name, raw in declared.items():
        pointer = join_pointer("#/components/securitySchemes", name)
        value, pointer = document.resolve(raw, pointer)
        scheme = _scheme(str(name), value)
        if scheme is None:
            document.report(
                pointer, f"A security scheme of type {text(value.get('type'))!r} is not sent by the client."
            )
        else:
            schemes.append(scheme)
    return tuple(schemes)


def _scheme(name: str, value: Mapping[str, object]) -> Scheme | None:
    description = Text(text(value.get("description")))
    kind = text(value.get("type"))
    if kind == "apiKey" and value.get("in") in ("header", "query", "cookie") and text(value.get("name")):
        prefix = text(value.get("x-token-prefix"))
        prefix = prefix + " " if prefix and not prefix.endswith(" ") else prefix
        return Scheme(Text(name), text(value["in"]), Text(text(value["name"])), Text(prefix), description)
    if kind in ("oauth2", "openIdConnect") or (kind == "http" and text(value.get("scheme")).lower() == "bearer"):
        return Scheme(Text(name), "header", Text("Authorization"), Text("Bearer "), description)
    if kind == "http" and text(value.get("scheme")).lower() == "basic":
        return Scheme(Text(name), "header", Text("Authorization"), Text("Basic "), description, is_basic=True)
    return None


def build_requirements(
    document: Document, operation: Mapping[str, object], pointer: str, schemes: tuple[Scheme, ...]
) -> tuple[tuple[Text, ...], ...]:
    """Return the alternatives of an operation, each the names of the schemes it needs; `()` means no token.

    An alternative with a scheme that the client cannot serve is left out with a finding.
    """
    own = "security" in operation
    known = {scheme.name for scheme in schemes}
    alternatives: list[tuple[Text, ...]] = []
    for requirement in sequence(operation["security"] if own else document.root.get("security")):
        names = tuple(Text(str(name)) for name in mapping(requirement))
        if known.issuperset(names):
            alternatives.append(names)
        elif own:
            document.report(join_pointer(pointer, "security"), "A security requirement names an unsupported scheme.")
        else:
            document.report("#/security", "A security requirement names an unsupported scheme.")
    return tuple(alternatives)
