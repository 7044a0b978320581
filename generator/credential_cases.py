"""Data of the generated tests of authentication: which token goes where, and how OAuth 2.0 gets one."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote, urljoin

from generator.document import join_pointer, mapping, sequence, text
from generator.view import Flow, GroupView, OAuthView, OperationView, Scheme

TOKEN = "contract-test-token"
_USER = "contract-test-user"
_HOST = "example.test"
#: What RFC 6265 lets a cookie have, besides letters and digits.
COOKIE_OCTETS = "!#$%&'()*+-./:<=>?@[]^_`{|}~"


def contract_tokens(schemes: Sequence[Scheme]) -> dict[str, str]:
    """Return a token for each scheme, none like another; that of HTTP basic is `user:password`."""
    tokens = [f"{TOKEN}-{number}" if number else TOKEN for number in range(len(schemes))]
    return {
        str(scheme.name): f"{_USER}:{token}" if scheme.is_basic else token
        for scheme, token in zip(schemes, tokens, strict=True)
    }


def sent_credential(scheme: Scheme, token: str) -> list[str]:
    """Return where a token goes and what is sent: location, name, value."""
    value = base64.b64encode(token.encode()).decode() if scheme.is_basic else token
    value = scheme.prefix + value
    if scheme.location == "cookie":
        value = quote(value, safe=COOKIE_OCTETS)
    return [scheme.location, str(scheme.parameter), value]


def build_credential_cases(
    groups: Sequence[GroupView], schemes: Sequence[Scheme], examples: Mapping[str, object]
) -> list[dict[str, object]]:
    """Return a case for each combination of schemes that an operation accepts, with the first such operation.

    Args:
        groups: All operations.
        schemes: The security schemes.
        examples: The data of the other tests: what arguments operations need.
    """
    known = {str(scheme.name): scheme for scheme in schemes}
    tokens = contract_tokens(schemes)
    facts = _facts(examples)
    cases: dict[tuple[str, ...], dict[str, object]] = {}
    for view in (view for group in groups for view in group.operations):
        for names in _chosen_alternatives(view):
            sent = [sent_credential(known[name], tokens[name]) for name in names]
            places = {_place(*item) for item in sent}
            taken = {_place(item.location, str(item.wire)) for item in view.arguments}
            if names in cases or len(places) < len(sent) or places & taken:
                continue
            other = {_place(item.location, str(item.parameter)): item for item in schemes}
            absent = [
                [item.location, str(item.parameter)] for place, item in other.items() if place not in places | taken
            ]
            cases[names] = {
                **facts[str(view.operation_id)],
                "pointer": join_pointer("#/components/securitySchemes", names[0]),
                "tokens": {name: tokens[name] for name in names},
                "variables": {name: str(known[name].variable) for name in names},
                "sent": sent,
                "absent": absent,
            }
    return list(cases.values())


def build_oauth_cases(
    oauth: OAuthView | None, groups: Sequence[GroupView], examples: Mapping[str, object], base_url: str
) -> list[dict[str, object]]:
    """Return what the tests of each flow need: the documented URLs, and an operation that takes its token."""
    if oauth is None:
        return []
    facts = _facts(examples)
    values = {str(item.wire): _HOST for item in oauth.variables}
    return [
        {
            "scheme": str(flow.scheme),
            "grant": flow.grant,
            "pointer": join_pointer("#/components/securitySchemes", flow.scheme, "flows"),
            "variables": {item.name: values[str(item.wire)] for item in oauth.variables},
            "method": flow.method,
            "placement": flow.placement,
            "repeats_redirect": flow.repeats_redirect,
            "authorization_endpoint": _url(flow.authorization_endpoint, values, base_url),
            "token_endpoint": _url(flow.token_endpoint, values, base_url),
            "refresh_endpoint": _url(flow.refresh_endpoint or flow.token_endpoint, values, base_url),
            "operation": next((facts[name] for name in _served_by(flow, groups)), None),
        }
        for flow in oauth.flows
        if flow.token_endpoint and (flow.authorization_endpoint or flow.grant != "authorization_code")
    ]


def _facts(examples: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    names = ("operation", "group", "module", "method", "arguments")
    cases = [mapping(case) for case in sequence(examples["operations"])]
    return {text(case["operation"]): {name: case[name] for name in names} for case in cases}


def _chosen_alternatives(view: OperationView) -> Iterator[tuple[str, ...]]:
    """Yield the alternatives that a client with exactly their tokens chooses."""
    alternatives = [tuple(map(str, names)) for names in view.security if names]
    for names in alternatives:
        if next(known for known in alternatives if set(known) <= set(names)) == names:
            yield names


def _served_by(flow: Flow, groups: Sequence[GroupView]) -> Iterator[str]:
    for view in (view for group in groups for view in group.operations):
        if (flow.scheme,) in view.security:
            yield str(view.operation_id)


def _place(location: str, name: str, *_: str) -> tuple[str, str]:
    return location, name.lower() if location == "header" else name


def _url(url: str, values: Mapping[str, str], base_url: str) -> str:
    for name, value in values.items():
        url = url.replace("{" + name + "}", value)
    return urljoin(base_url.rstrip("/") + "/", url) if url else ""
