"""The calls that a document shows completely: the same requests that the contract tests of its package expect."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from generator.arguments import read_parameters
from generator.credential_cases import COOKIE_OCTETS, sent_credential
from generator.document import Document, mapping, sequence, text
from generator.examples import parameter_examples
from generator.live.messages import Request
from generator.live.tokens import Tokens, without_sample_tokens
from generator.operations import RawOperation, read_operations
from generator.package import read_package
from generator.view import OperationView, PackageView

#: What the name of a cookie may have besides letters and digits (RFC 9110, 5.6.2).
_TOKEN_CHARACTERS = "!#$%&'*+-.^_`|~"
_LOCATIONS = ("path", "query", "header", "cookie")


@dataclass(frozen=True, slots=True)
class Call:
    """One documented example of an operation."""

    view: OperationView
    raw: RawOperation
    request: Request
    has_token: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """An operation that is not called, and why."""

    view: OperationView
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A document with all that is decided about its package: operations, security schemes, documented requests."""

    document: Document
    package: PackageView
    requests: Mapping[str, Sequence[Mapping[str, object]]]
    raw: Mapping[str, RawOperation] = field(repr=False)

    @property
    def operations(self) -> Iterator[OperationView]:
        """The operations, in the order of the package."""
        return (view for group in self.package.groups for view in group.operations)


def read_reference(document: Mapping[str, object], name: str) -> Reference:
    """Return what the document of the API `name` says; a malformed one has less in it, but is no error."""
    source, package, examples = read_package(document, name=name)
    requests: dict[str, list[Mapping[str, object]]] = {}
    for case in sequence(examples["requests"]):
        requests.setdefault(text(mapping(case)["operation"]), []).append(mapping(mapping(case)["request"]))
    raw = {item.identifier: item for item in read_operations(Document(source.root))}
    return Reference(source, package, requests, raw)


def plan_calls(
    reference: Reference, base_url: str, tokens: Tokens, *, allow_writes: bool = False
) -> Iterator[Call | Skipped]:
    """Yield every documented call that may be sent, and each operation of which none may.

    Args:
        reference: The document.
        base_url: Where the calls go, without a final slash.
        tokens: The tokens there are.
        allow_writes: Whether operations count that change something.
    """
    for view in reference.operations:
        reason = _reason_to_skip(reference, view, tokens, allow_writes)
        if reason:
            yield Skipped(view, reason)
            continue
        schemes = tokens.choose(view) or ()
        for sent in _documented_requests(reference, view):
            request = _build_request(
                reference, view, sent, base_url, {name: tokens.by_scheme[name] for name in schemes}
            )
            yield Call(view, reference.raw[str(view.operation_id)], request, bool(schemes))


def _reason_to_skip(reference: Reference, view: OperationView, tokens: Tokens, allow_writes: bool) -> str:
    """Return why an operation is not called, empty if it is."""
    if not view.is_safe and not allow_writes:
        return "it may change something; --allow-writes calls it"
    if not _is_served(reference, view):
        return "the document names a server of its own for it"
    missing = _without_example(reference, view)
    if missing:
        return f"the documentation shows no value of {missing}"
    if not _documented_requests(reference, view):
        return "the documentation shows no complete call of it that keeps its own rules"
    if tokens.choose(view) is None:
        return f"it needs a token; {reference.package.environment}_TOKEN is for it"
    return ""


def _is_served(reference: Reference, view: OperationView) -> bool:
    """Return whether the base URL serves an operation: it does unless that has another server than the document."""
    base = reference.package.base_url
    return not _is_absolute(view.server) or base is None or str(view.server).rstrip("/") == base


def _is_absolute(server: str | None) -> bool:
    return server is not None and server.startswith(("http://", "https://"))


def _without_example(reference: Reference, view: OperationView) -> str:
    """Return which required parameter has no documented value; those of the body are part of its example."""
    raw = reference.raw[str(view.operation_id)]
    parameters = read_parameters(reference.document, raw.item, raw.value, raw.pointer)
    shown = {(item.location, item.wire) for item in parameters if parameter_examples(reference.document, item.value)}
    for argument in view.arguments:
        place = (argument.location, str(argument.wire))
        if argument.required and argument.location in _LOCATIONS and place not in shown:
            return f"{argument.location} parameter {place[1]!r}"
    return ""


def _documented_requests(reference: Reference, view: OperationView) -> Sequence[Mapping[str, object]]:
    """Return the documented requests; that of an operation that needs no argument is its method and path."""
    found = reference.requests.get(str(view.operation_id), ())
    if found or view.body is not None or any(argument.required for argument in view.arguments):
        return found
    own = "" if _is_absolute(view.server) else str(view.server or "")
    base = str(reference.package.test_base_url) + own
    query = [[name, str(value)] for name, value in view.fixed_query.items()]
    return [{"method": view.http_method, "url": f"{base}{view.path}", "query": query, "encoding": ""}]


def _build_request(
    reference: Reference, view: OperationView, sent: Mapping[str, object], base_url: str, tokens: Mapping[str, str]
) -> Request:
    """Return a request of the contract tests with another base URL and other tokens."""
    given = {
        "header": [[name, text(value)] for name, value in mapping(sent.get("headers")).items()],
        "query": [list(map(str, sequence(item))) for item in sequence(sent.get("query"))],
        "cookie": [list(map(str, sequence(item))) for item in sequence(sent.get("cookies"))],
    }
    parts = without_sample_tokens(given, reference.package.schemes)
    parts["cookie"] = [
        [quote(name, safe=_TOKEN_CHARACTERS), quote(value, safe=COOKIE_OCTETS)] for name, value in parts["cookie"]
    ]
    for scheme in reference.package.schemes:
        if str(scheme.name) in tokens:
            location, name, value = sent_credential(scheme, tokens[str(scheme.name)])
            parts[location].append([name, value])
    headers = {"Accept": str(view.accept), **dict(parts["header"])}
    if parts["cookie"]:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in parts["cookie"])
    query = urlencode([(name, value) for name, value in parts["query"]], quote_via=quote)
    address = text(sent["url"]).removeprefix(str(reference.package.test_base_url))
    url = base_url + address + (f"?{query}" if query else "")
    return Request(text(sent["method"]), url, headers, _content(sent))


def _content(sent: Mapping[str, object]) -> bytes | tuple[tuple[str, str, str], ...]:
    body, encoding = sent.get("body"), sent.get("encoding")
    if encoding == "json":
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    if encoding == "form":
        return urlencode([(str(name), str(value)) for name, value in map(sequence, sequence(body))]).encode()
    if encoding == "multipart":
        return tuple((str(name), str(value), str(kind)) for name, value, kind in map(sequence, sequence(body)))
    return text(body).encode()
