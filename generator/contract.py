"""Data of the generated contract tests: what the documentation shows, as calls, requests and responses.

Expected requests are built here from the document and not by the code that the tests examine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.arguments import read_parameters
from generator.document import Document, join_pointer, mapping, text
from generator.operations import RawOperation
from generator.schemas import SchemaCatalogue
from generator.view import Argument, GroupView, OperationView, Scheme

TOKEN = "contract-test-token"
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class ContractBuilder:
    """Builds the test data of one package."""

    document: Document
    catalogue: SchemaCatalogue
    schemes: tuple[Scheme, ...]
    base_url: str
    has_server: bool

    def build(self, groups: Sequence[GroupView], raw: Mapping[str, RawOperation]) -> dict[str, object]:
        """Return the content of `tests/examples.json`."""
        requests: list[object] = []
        responses: list[object] = []
        operations: list[object] = []
        for group in groups:
            for view in group.operations:
                name = {
                    "operation": str(view.operation_id),
                    "group": group.attribute,
                    "module": group.module,
                    "method": view.name,
                    "pointer": view.pointer,
                }
                source = raw[view.operation_id]
                found = [{**name, **case} for case in self._requests(view, source)]
                requests += found
                responses += [{**name, **case} for case in self._responses(source)]
                operations.append({**name, **self._facts(view)})
        return {
            "base_url": self.base_url,
            "token": TOKEN,
            "operations": operations,
            "requests": requests,
            "responses": responses,
            "schemas": [
                {"pointer": pointer, "model": name} for pointer, name in self.catalogue.component_names.items()
            ],
        }

    def _facts(self, view: OperationView) -> dict[str, object]:
        return {
            "constant": view.constant,
            "arguments": {argument.name: _placeholder(argument) for argument in view.arguments if argument.required},
            "needs_token": bool(view.security) and () not in view.security,
            "needs_base_url": not self.has_server
            and (view.server is None or not view.server.startswith(("http://", "https://"))),
            "errors": [status for status in view.statuses if re.fullmatch(r"[345]\d\d", status)],
            "envelope": view.envelope or "",
            "is_safe": view.is_safe,
        }

    def _requests(self, view: OperationView, raw: RawOperation) -> Iterator[dict[str, object]]:
        parameters = read_parameters(self.document, raw.item, raw.value, raw.pointer)
        values = {
            (item.location, item.wire): _examples(item.value, mapping(item.value.get("schema"))) for item in parameters
        }
        body_value, _ = self.document.resolve(raw.value.get("requestBody"), raw.pointer)
        media = mapping(mapping(body_value.get("content")).get(view.body.media_type)) if view.body else {}
        bodies = _examples(media, mapping(media.get("schema")))
        names = dict.fromkeys(name for group in (bodies, *values.values()) for name in group)
        for name in names:
            given = {key: found[name] for key, found in values.items() if name in found}
            case = self._request(view, name, given, bodies.get(name, _ABSENT), raw.pointer)
            if case is not None:
                shown = [item.pointer for item in parameters if name in values[item.location, item.wire]]
                if view.body is not None and name in bodies:
                    shown.insert(0, join_pointer(raw.pointer, "requestBody", "content", view.body.media_type))
                yield {**case, "pointer": join_pointer(shown[0], "examples", name)}

    def _request(
        self, view: OperationView, name: str, given: Mapping[tuple[str, str], object], body: object, pointer: str
    ) -> dict[str, object] | None:
        flattened = view.body is not None and view.body.flattened
        properties = dict(mapping(body)) if flattened and body is not _ABSENT else {}
        arguments: dict[str, object] = {}
        parameters: list[tuple[Argument, object]] = []
        for argument in view.arguments:
            value = given.get((argument.location, str(argument.wire)), _ABSENT)
            if argument.location == "property":
                value = properties.pop(str(argument.wire), _ABSENT)
            elif argument.location == "body":
                value = body
            elif argument.location == "server":
                value = "example"
            if value is not _ABSENT:
                arguments[argument.name] = value
                parameters.append((argument, value))
            elif argument.required:
                self.document.report(pointer, f"The example {name!r} lacks {str(argument.wire)!r}; it is not tested.")
                return None
        if view.body is not None and view.body.encoding not in ("json", "form"):
            self.document.report(pointer, f"The example {name!r} of {view.body.media_type!r} is not tested.")
            return None
        fixed = dict(view.body.fixed) if view.body else {}
        extra = {key: value for key, value in properties.items() if fixed.get(key, _ABSENT) != value}
        sent = {**fixed, **mapping(body)} if flattened else body
        return {
            "example": name,
            "arguments": arguments,
            "extra_body": extra,
            "request": self._expected(view, parameters, sent),
        }

    def _expected(
        self, view: OperationView, parameters: Sequence[tuple[Argument, object]], body: object
    ) -> dict[str, object]:
        url = view.server or self.base_url
        if view.server is not None and not view.server.startswith(("http://", "https://")):
            url = self.base_url + view.server
        path, query, headers = str(view.path), [[k, str(v)] for k, v in view.fixed_query.items()], {}
        for argument, value in parameters:
            wire = str(argument.wire)
            if argument.location == "server":
                url = url.replace("{" + wire + "}", str(value))
            elif argument.location == "path":
                path = path.replace(
                    "{" + quote(wire, safe="/{}%:@!$&'()*+,;=~") + "}",
                    ",".join(quote(_plain(item), safe="") for item in _items(value)),
                )
            elif argument.location == "query":
                query += _pairs(wire, *(argument.style or ("form", True)), value)
            elif argument.location == "header":
                headers[wire] = ",".join(_plain(item) for item in _items(value))
        for scheme in self._credentials(view):
            if scheme.location == "header":
                headers[str(scheme.parameter)] = scheme.prefix + TOKEN
            elif scheme.location == "query":
                query.append([str(scheme.parameter), scheme.prefix + TOKEN])
        has_body = view.body is not None and body is not _ABSENT and (body != {} or view.body.required)
        if has_body and view.body is not None:
            headers["Content-Type"] = str(view.body.media_type)
        return {
            "method": view.http_method,
            "url": url + path,
            "query": query,
            "headers": headers,
            "encoding": view.body.encoding if has_body and view.body else "",
            "body": _content(view, body) if has_body else None,
        }

    def _credentials(self, view: OperationView) -> list[Scheme]:
        needed = [names for names in view.security if names]
        chosen = needed[0] if needed else ()
        return [scheme for scheme in self.schemes if scheme.name in chosen and not scheme.is_basic]

    def _responses(self, raw: RawOperation) -> Iterator[dict[str, object]]:
        for status, response in mapping(raw.value.get("responses")).items():
            value, pointer = self.document.resolve(response, join_pointer(raw.pointer, "responses", status))
            for media_type, media in mapping(value.get("content")).items():
                if "json" not in str(media_type):
                    continue
                for name, example in _examples(mapping(media), mapping(mapping(media).get("schema"))).items():
                    yield {
                        "pointer": join_pointer(pointer, "content", media_type, "examples", name),
                        "example": name,
                        "status": _status(str(status)),
                        "media_type": str(media_type),
                        "body": example,
                    }


def _status(key: str) -> int:
    if key.isdigit():
        return int(key)
    return int(key[0]) * 100 if key[:1].isdigit() else 200


def _examples(owner: Mapping[str, object], schema: Mapping[str, object]) -> dict[str, object]:
    """Return the examples of a parameter or media type by name; a single one is called `example`."""
    named = {
        str(name): mapping(entry)["value"]
        for name, entry in mapping(owner.get("examples")).items()
        if "value" in mapping(entry)
    }
    if named:
        return named
    if "example" in owner:
        return {"example": owner["example"]}
    return {"example": schema["example"]} if "example" in schema else {}


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _content(view: OperationView, body: object) -> object:
    """Return a body as JSON, that of a form as its fields."""
    if view.body is None or view.body.encoding != "form":
        return body
    return [pair for name, item in mapping(body).items() for pair in _pairs(str(name), "form", True, item)]


def _pairs(wire: str, style: str, explode: bool, value: object) -> list[list[str]]:
    if isinstance(value, Mapping):
        if style == "deepObject":
            return [[f"{wire}[{key}]", _plain(item)] for key, item in value.items()]
        return [[str(key), _plain(item)] for key, item in value.items()]
    items = [_plain(item) for item in _items(value)]
    if explode:
        return [[wire, item] for item in items]
    return [[wire, {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",").join(items)]]


def _placeholder(argument: Argument) -> object:
    """Return some value for a required argument, where only the arguments' presence matters."""
    return {"int": 1, "bool": True}.get(argument.annotation, text("value"))
