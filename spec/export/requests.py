"""The requests that a document describes, with their documented examples and without any secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from spec.export.bodies import encode_body
from spec.export.loss import Loss, Node
from spec.export.references import inline_path_items, resolve_node
from spec.export.styles import Style, as_text, quote_path, quote_query, read_style
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object, visit_operations

BASE_URL = "baseUrl"
_UNKNOWN_HOST = "http://localhost"
_SECRET = re.compile(r"token|secret|password|api[-_]?key", re.IGNORECASE)
_UNFILLED = re.compile(r"(?<!\{)\{([^{}]+)\}(?!\})")
_SENT_ELSEWHERE = ("accept", "content-type", "authorization")


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent, as text."""

    media_type: str
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `{{name}}` in its texts is a variable that the reader fills in.

    Attributes:
        name: The operation, and its example where it has several.
        base: Its server: the variable of the document's, or the URL of its own.
        path: Below the server, with values in the place of parameters.
        query: Names and values as they are sent, percent-encoded.
        headers: Names and values.
        body: What is sent; `None` where the document has no example of it. `{{` in it is data.
    """

    operation: str
    name: str
    tag: str
    method: str
    base: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: Body | None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Requests:
    """All requests of a document, the variables that they use, and what could not be told."""

    base_url: str
    requests: tuple[Request, ...]
    losses: tuple[Loss, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The names that the reader fills in, sorted; the base URL is not one of them."""
        texts = [text for request in self.requests for text in _texts(request)]
        return tuple(sorted({name for text in texts for name in re.findall(r"\{\{(.+?)\}\}", text)} - {BASE_URL}))


def read_requests(document: Node) -> Requests:
    """One request for each operation and each example of its body, in document order."""
    document = inline_path_items(document)
    reader = _Reader(document, [])
    base_url = reader.server(document, "")
    requests = tuple(
        request
        for key, method, visit in visit_operations(document)
        for request in reader.read(key, method, visit.node, visit.pointer)
    )
    return Requests(base_url, requests, tuple(reader.losses))


def list_external(document: Node, media: Node, pointer: str) -> Iterator[Loss]:
    """The examples of a media type that stand outside of the document."""
    for name, node in as_object(media.get("examples")).items():
        if "externalValue" in resolve_node(document, node):
            yield Loss(pointer + join_pointer("examples", name), "externalValue is not read: the example is left out")


def _texts(request: Request) -> Iterator[str]:
    yield request.path
    for _, value in (*request.query, *request.headers):
        yield value


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Node
    losses: list[Loss]

    def read(self, key: str, method: str, operation: Node, pointer: str) -> Iterator[Request]:
        item = as_object(as_object(self.document["paths"])[key])
        name = str(operation.get("operationId") or f"{method.upper()} {key}")
        path, query = _address(key, operation)
        headers: list[tuple[str, str]] = []
        for parameter in self._parameters(item, operation):
            path = self._place(parameter, path, query, headers, pointer)
        path = _UNFILLED.sub(r"{{\1}}", path)
        self._authenticate(operation, query, headers)
        owner = next((node for node in (operation, item) if node.get("servers")), None)
        bodies: list[tuple[str, Body | None]] = [*self._bodies(operation, pointer)] or [("", None)]
        for label, body in bodies:
            yield Request(
                operation=name,
                name=f"{name} ({label})" if len(bodies) > 1 else name,
                tag=str(next(iter(as_list(operation.get("tags"))), "")),
                method=method.upper(),
                base=self.server(owner, pointer) if owner else f"{{{{{BASE_URL}}}}}",
                path=path,
                query=tuple(query),
                headers=(*headers, *([("Content-Type", body.media_type)] if body else [])),
                body=body,
                description=str(operation.get("summary") or ""),
            )

    def server(self, owner: Node, pointer: str) -> str:
        """The first server, with its variables at their defaults."""
        server = as_object(next(iter(as_list(owner.get("servers"))), None))
        url = str(server.get("url", ""))
        for name, variable in as_object(server.get("variables")).items():
            url = url.replace(f"{{{name}}}", str(as_object(variable).get("default", "")))
        if not re.match(r"https?://", url):
            self.losses.append(Loss(pointer + "/servers", f"no host is documented: {_UNKNOWN_HOST} is a guess"))
            url = f"{_UNKNOWN_HOST}/{url.lstrip('/')}"
        return url.rstrip("/")

    def _resolve(self, node: JSON) -> Node:
        return resolve_node(self.document, node)

    def _parameters(self, item: Node, operation: Node) -> list[Node]:
        """Those of the operation replace those of the path."""
        found = [self._resolve(node) for owner in (item, operation) for node in as_list(owner.get("parameters"))]
        return list({(node.get("in"), node.get("name")): node for node in found}.values())

    def _place(
        self, parameter: Node, path: str, query: list[tuple[str, str]], headers: list[tuple[str, str]], pointer: str
    ) -> str:
        """Adds the value of a parameter where it is sent; the path with it."""
        name, value, place = str(parameter.get("name")), self._value(parameter), parameter.get("in")
        if value is None and not parameter.get("required"):
            return path
        style = read_style(parameter, str(place))
        if "content" in parameter and value is not None:
            value, style = as_text(value), Style("simple", explode=False)
        header = _one_line(style.header_text(value))
        if place == "header" and "{{" in header and not _SECRET.search(name):
            self.losses.append(
                Loss(pointer, f"the example of {name} is a variable: it has {{{{, which would begin one")
            )
            value = None
        variable = f"{{{{{name}}}}}" if value is None or _SECRET.search(name) else ""
        match place:
            case "path":
                return path.replace(f"{{{name}}}", variable or style.path_text(name, value))
            case "query":
                sent = [(quote_query(name), variable)] if variable else style.query_pairs(name, value, quote_query)
                query.extend(sent)
            case "header" if name.lower() not in _SENT_ELSEWHERE:
                headers.append((name, variable or header))
            case "cookie":
                headers.append(("Cookie", f"{name}={variable or quote_path(style.header_text(value))}"))
        return path

    def _value(self, parameter: Node) -> JSON:
        """The first documented example, else what a constant, a default or the schema's example says."""
        media = as_object(next(iter(as_object(parameter.get("content")).values()), None))
        for carrier in (parameter, media):
            for _, value in self._examples(carrier):
                return value
        schema = self._resolve(parameter.get("schema"))
        listed = as_list(schema.get("enum"))
        return schema.get("const", schema.get("default", listed[0] if len(listed) == 1 else None))

    def _examples(self, carrier: Node) -> Iterator[tuple[str, JSON]]:
        """Named examples, else those of the schema."""
        if "example" in carrier:
            yield "example", carrier["example"]
        named = {name: self._resolve(node) for name, node in as_object(carrier.get("examples")).items()}
        yield from ((name, node["value"]) for name, node in named.items() if "value" in node)
        if "example" in carrier or named:
            return
        schema = self._resolve(carrier.get("schema"))
        values = [schema["example"]] if "example" in schema else as_list(schema.get("examples"))
        yield from ((f"example-{number}", value) for number, value in enumerate(values, 1))

    def _bodies(self, operation: Node, pointer: str) -> Iterator[tuple[str, Body]]:
        content = as_object(self._resolve(operation.get("requestBody")).get("content"))
        media_type = next((name for name in content if "json" in name), next(iter(content), ""))
        self._report_examples(operation, pointer, content, media_type)
        media = self._resolve(content.get(media_type))
        examples = list(self._examples(media)) or [("", self._constants(media))]
        for label, value in examples:
            text = encode_body(media_type, value, as_object(media.get("encoding")))
            if text is not None:
                yield label, Body(media_type, text)
            elif media_type:
                place = pointer + join_pointer("requestBody")
                self.losses.append(Loss(place, f"no body is written for {media_type}: the document has no example"))

    def _report_examples(self, operation: Node, pointer: str, content: Node, sent: str) -> None:
        """What is documented of other media types, or outside of the document."""
        reference = as_object(operation.get("requestBody")).get("$ref")
        body = reference.removeprefix("#") if isinstance(reference, str) else pointer + "/requestBody"
        for name, media in content.items():
            place = body + join_pointer("content", name)
            if name != sent and [*self._examples(self._resolve(media))]:
                self.losses.append(Loss(place, f"its examples are left out: the body is sent as {sent}"))
            self.losses.extend(list_external(self.document, self._resolve(media), place))

    def _constants(self, media: Node) -> JSON:
        """The properties that have one value only, such as an action."""
        properties = as_object(self._resolve(media.get("schema")).get("properties"))
        values: Node = {}
        for name, node in properties.items():
            schema = self._resolve(node)
            listed = as_list(schema.get("enum"))
            if "const" in schema or len(listed) == 1:
                values[name] = schema.get("const", listed[0] if listed else None)
        return values or None

    def _authenticate(self, operation: Node, query: list[tuple[str, str]], headers: list[tuple[str, str]]) -> None:
        """The first alternative of the security, each secret a variable with the name of its scheme."""
        alternatives = as_list(operation.get("security", self.document.get("security")))
        schemes = as_object(as_object(self.document.get("components")).get("securitySchemes"))
        for name in as_object(next(iter(alternatives), None)):
            scheme, secret = self._resolve(schemes.get(name)), f"{{{{{name}}}}}"
            prefix = scheme.get("x-token-prefix")
            if scheme.get("type") == "apiKey":
                sent = (str(scheme.get("name")), f"{prefix} {secret}" if isinstance(prefix, str) else secret)
                if scheme.get("in") == "query":
                    sent = (quote_query(sent[0]), f"{quote_query(f'{prefix} ')}{secret}" if prefix else secret)
                target = {"query": query, "header": headers}.get(str(scheme.get("in")))
                (headers if target is None else target).append(
                    ("Cookie", f"{sent[0]}={sent[1]}") if target is None else sent
                )
            elif scheme.get("type") != "mutualTLS":
                kind = str(scheme.get("scheme", "bearer")).capitalize() if scheme.get("type") == "http" else "Bearer"
                headers.append(("Authorization", f"{kind} {secret}"))


def _address(key: str, operation: Node) -> tuple[str, list[tuple[str, str]]]:
    """The path that is called, and the query that chooses the action."""
    path, _, query = key.partition("#")[0].partition("?")
    pairs = parse_qsl(query, keep_blank_values=True)
    name, action = operation.get("x-rpc-query-parameter"), operation.get("x-rpc-action")
    if isinstance(name, str) and isinstance(action, str) and name not in dict(pairs):
        pairs.append((name, action))
    return path, [(quote_query(key), quote_query(value)) for key, value in pairs]


def _one_line(text: str) -> str:
    return " ".join(text.split())
