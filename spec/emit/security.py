"""Security schemes and requirements, OpenAPI 3.1 §4.8.27 and §4.8.30."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spec.emit.site import Node, Site
from spec.model import JSON, Location, Parameter, SecurityScheme


def emit_schemes(schemes: Iterable[SecurityScheme], names: Mapping[str, str], site: Site) -> Node:
    """`components/securitySchemes`."""
    return {names[scheme.id]: _emit_scheme(scheme, site.at(names[scheme.id])) for scheme in schemes}


def emit_requirements(alternatives: Iterable[str], names: Mapping[str, str]) -> list[JSON]:
    """`security`: each scheme is enough; which scopes an operation needs is not in the IR."""
    return [{names[scheme]: []} for scheme in alternatives]


def covering_scheme(parameter: Parameter, schemes: Iterable[SecurityScheme]) -> SecurityScheme | None:
    """The scheme that sends the same header as the parameter."""
    header = _header(parameter)
    for scheme in schemes:
        named = scheme.name.lower() if scheme.kind == "apiKey" else "authorization"
        if header and header == named and scheme.location is Location.HEADER:
            return scheme
    return None


def is_authorization(parameter: Parameter) -> bool:
    """Whether OpenAPI ignores the parameter because it is the `Authorization` header."""
    return _header(parameter) == "authorization"


def _header(parameter: Parameter) -> str:
    return parameter.property.name.lower() if parameter.location is Location.HEADER else ""


def _emit_scheme(scheme: SecurityScheme, site: Site) -> Node:
    site.note(scheme.source)
    node: Node = {"type": scheme.kind}
    if scheme.description:
        node["description"] = scheme.description
    if scheme.kind == "apiKey":
        node |= {"in": str(scheme.location), "name": scheme.name}
        if scheme.token_prefix:
            node["x-token-prefix"] = scheme.token_prefix
    elif scheme.kind == "http":
        node["scheme"] = scheme.name or "bearer"
    else:
        node["flows"] = {"authorizationCode": _emit_flow(scheme, site.at("flows", "authorizationCode"))}
    return node


def _emit_flow(scheme: SecurityScheme, site: Site) -> Node:
    for scope in scheme.scopes:
        site.at("scopes", scope.name).note(scope.source)
    scopes: Node = {scope.name: scope.description for scope in scheme.scopes}
    return {"authorizationUrl": scheme.authorization_url, "tokenUrl": scheme.token_url, "scopes": scopes}
