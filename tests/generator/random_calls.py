"""Calls the operations of a random document, and compares what is sent and returned with what is known of it.

Requests are read here by the style tables of OpenAPI and without the generator; the only thing that is taken from a
package is its own source, to find the method of an operation and the argument of a name.
"""

from __future__ import annotations

import ast
import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from urllib.parse import quote, unquote, urlsplit

import httpx2

from tests.generator.importing import part
from tests.generator.random_documents import FORM, PARTS, Answer, Content, Operation, Parameter, RandomDocument

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a group.

    Attributes:
        arguments: (location, name in the request) → name of the argument, ("whole body", "") for a body that is one.
    """

    group: str
    name: str
    arguments: Mapping[tuple[str, str], str]


def find_methods(package: ModuleType, sources: Mapping[str, str]) -> dict[str, Method]:
    """Return the methods that send an operation, by what `Operation.key` of a random document says."""
    found: dict[str, Method] = {}
    with package.Client() as client:
        holders = [name for name, item in vars(type(client)).items() if isinstance(item, cached_property)]
        attributes = {type(getattr(client, name)).__module__.rpartition(".")[2]: name for name in holders}
    for path, text in sources.items():
        if "/groups/" in path and not path.endswith("__init__.py"):
            attribute = attributes[path.rpartition("/")[2].removesuffix(".py")]
            found |= dict(_methods(ast.parse(text), attribute))
    return found


def _methods(tree: ast.Module, attribute: str) -> Iterator[tuple[str, Method]]:
    keys: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
            name, _, path = (ast.literal_eval(item) for item in node.value.args)
            key = path.split("/")[1]
            keys[ast.unparse(node.target)] = key if key.isdigit() else name
    for function in ast.walk(tree):
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        sends = [node for node in calls if ast.unparse(node.func) == "self._transport.request"]
        if isinstance(function, ast.FunctionDef) and sends:
            constant, values = sends[0].args[:2]
            yield keys[ast.unparse(constant)], Method(attribute, function.name, dict(_arguments(values)))


def _arguments(values: ast.expr) -> Iterator[tuple[tuple[str, str], str]]:
    assert isinstance(values, ast.Call)
    for keyword in values.keywords:
        location = {"headers": "header", "cookies": "cookie"}.get(str(keyword.arg), str(keyword.arg))
        if isinstance(keyword.value, ast.Dict):
            for wire, name in zip(keyword.value.keys, keyword.value.values, strict=True):
                assert wire is not None
                yield (location, ast.literal_eval(wire)), ast.unparse(name)
        else:
            yield ("whole body", ""), ast.unparse(keyword.value)


def check_operation(package: ModuleType, random: RandomDocument, operation: Operation, method: Method) -> None:
    """Call an operation with its examples, once per response and client, and compare what is sent and returned."""
    for answer in operation.answers:
        for call in (_call, _call_async):
            sent, hint, result = call(package, operation, method, answer)
            _check_request(sent, random, operation)
            _check_result(package, operation, answer, hint, result)


def _call(
    package: ModuleType, operation: Operation, method: Method, answer: Answer
) -> tuple[httpx2.Request, Any, object]:
    """Return what is sent, the annotation of the result, and the result or the error."""
    transport = _Server(answer)
    with package.Client(http_client=httpx2.Client(transport=transport), **_client_options(package)) as client:
        function = getattr(getattr(client, method.group), method.name)
        hints = get_type_hints(function)
        try:
            result = function(**_call_arguments(package, operation, method, hints))
        except part(package, "exceptions").StatusError as error:
            result = error
    (sent,) = transport.sent
    return sent, hints["return"], result


def _call_async(
    package: ModuleType, operation: Operation, method: Method, answer: Answer
) -> tuple[httpx2.Request, Any, object]:
    """Do what `_call` does with the asynchronous client."""
    transport = _Server(answer)

    async def call() -> tuple[Any, object]:
        http = httpx2.AsyncClient(transport=transport)
        async with http, package.AsyncClient(http_client=http, **_client_options(package)) as client:
            function = getattr(getattr(client, method.group), method.name)
            hints = get_type_hints(function)
            try:
                return hints["return"], await function(**_call_arguments(package, operation, method, hints))
            except part(package, "exceptions").StatusError as error:
                return hints["return"], error

    hint, result = asyncio.run(call())
    (sent,) = transport.sent
    return sent, hint, result


def _client_options(package: ModuleType) -> dict[str, Any]:
    tokens = {name: ("u", "p") if item.is_basic else "t" for name, item in part(package, "_schemes").SCHEMES.items()}
    return {"token": tokens, "retries": package.RetryPolicy(retries=0)}


class _Server(httpx2.MockTransport):
    """Answers every request in the same way."""

    def __init__(self, answer: Answer) -> None:
        self.sent: list[httpx2.Request] = []
        super().__init__(self._handle)
        self._answer = answer

    def _handle(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        return _response(self._answer)


def _call_arguments(
    package: ModuleType, operation: Operation, method: Method, hints: Mapping[str, Any]
) -> dict[str, Any]:
    arguments: dict[str, Any] = {}
    for item in operation.parameters:
        if item.is_given:
            name = method.arguments[item.location, item.wire]
            arguments[name] = _as_model(package, item.value, hints[name])
    if operation.body is None:
        return arguments
    value = operation.body.value
    if ("whole body", "") in method.arguments:
        name = method.arguments["whole body", ""]
        return {**arguments, name: _as_model(package, value, hints[name])}
    properties = {wire: name for (location, wire), name in method.arguments.items() if location == "body"}
    arguments |= {
        name: _as_model(package, value[wire], hints[name]) for wire, name in properties.items() if wire in value
    }
    more = {wire: item for wire, item in value.items() if wire not in properties}
    return {**arguments, "extra_body": more} if more else arguments


def _as_model(package: ModuleType, value: Any, hint: Any) -> Any:
    """Return an object as the model that an argument names, where it names one."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, part(package, "_model").Model)]
    return models[0].from_wire(value) if len(models) == 1 and isinstance(value, dict) else value


def _response(answer: Answer) -> httpx2.Response:
    if answer.content is None:
        return httpx2.Response(answer.status)
    value, media_type = answer.content.value, answer.content.media_type
    if media_type == "text/plain":
        return httpx2.Response(
            answer.status, headers={"Content-Type": "text/plain; charset=utf-8"}, content=value.encode()
        )
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return httpx2.Response(answer.status, headers={"Content-Type": media_type}, content=content)


def _check_result(package: ModuleType, operation: Operation, answer: Answer, hint: Any, result: Any) -> None:
    if answer.status >= 300:
        assert type(result) is part(package, "exceptions").status_error_class(answer.status)
        if answer.content is not None and "json" in answer.content.media_type and operation.method != "HEAD":
            assert_same(result.body, answer.content.value)
    elif operation.method == "HEAD" or answer.content is None:
        assert result is None
    else:
        assert fits(result, hint), (result, hint)
        assert_same(part(package, "_model").to_wire(result), answer.content.value)


def assert_same(found: object, expected: object) -> None:
    """See that two values are the same JSON: 1 is neither 1.0 nor true."""
    assert _identity(found) == _identity(expected)


def _identity(value: object) -> object:
    if isinstance(value, dict):
        return {name: _identity(item) for name, item in value.items()}
    return [_identity(item) for item in value] if isinstance(value, list) else (type(value).__name__, repr(value))


def fits(value: object, hint: Any) -> bool:
    """Return whether a value is what an annotation says; a whole float is an integer of JSON."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in (Union, UnionType):
        return any(fits(value, item) for item in arguments)
    if origin is Literal:
        return any(value == item and (type(value) is type(item) or isinstance(value, float)) for item in arguments)
    if origin is list:
        return isinstance(value, list) and all(fits(item, arguments[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(fits(item, arguments[1]) for item in value.values())
    if origin is not None:
        return fits(value, arguments[0])
    if hint is int:
        return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value % 1 == 0)
    return isinstance(value, NoneType if hint is None else hint)


def _check_request(request: httpx2.Request, random: RandomDocument, operation: Operation) -> None:
    assert request.method == operation.method
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    _check_path(path, random, operation)
    given = [item for item in operation.parameters if item.is_given]
    pairs = [_pair(text) for text in query.split("&") if text]
    rest = _consume(pairs, [item for item in given if item.location == "query"])
    assert {name for name, _ in rest} <= {"Action", "secret token"}
    assert all(value == operation.action for name, value in rest if name == "Action")
    cookies = [_pair(text) for text in request.headers.get("Cookie", "").split("; ") if text]
    rest = _consume(cookies, [item for item in given if item.location == "cookie"])
    assert {name for name, _ in rest} <= {"secret"}
    for item in given:
        if item.location == "header":
            _check_header(request.headers[item.wire], item)
    if operation.body is not None:
        _check_body(request, operation.body)


def _check_path(path: str, random: RandomDocument, operation: Operation) -> None:
    server = random.document["servers"][0]
    base = server["url"]
    for name, variable in server.get("variables", {}).items():
        base = base.replace("{" + name + "}", variable["default"])
    start = urlsplit(base).path.rstrip("/") + ("/api/" if operation.action else f"/{operation.key}/")
    assert path.startswith(start)
    segment, *variables = path.removeprefix(start).split("/")
    assert unquote(segment) == operation.segment
    parameters = [item for item in operation.parameters if item.location == "path"]
    for raw, item in zip(variables, parameters, strict=True):
        if item.style == "json":
            assert_same(json.loads(unquote(raw)), item.value)
        else:
            assert raw == _path_text(item)


def text_of(value: object) -> str:
    """Return one value as it stands in a query or header."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _path_text(item: Parameter) -> str:
    name, value = quote(item.wire, safe=""), item.value
    is_named = item.explode and isinstance(value, dict)
    if isinstance(value, dict):
        pairs = [(quote(key, safe=""), quote(text_of(one), safe="")) for key, one in value.items()]
        parts = [f"{key}={one}" for key, one in pairs] if item.explode else [one for pair in pairs for one in pair]
    else:
        parts = [quote(text_of(one), safe="") for one in (value if isinstance(value, list) else [value])]
    if item.style == "label":
        return "." + ("." if item.explode else ",").join(parts)
    if item.style == "matrix" and item.explode:
        return "".join(f";{one}" if is_named else f";{name}={one}" for one in parts)
    return (f";{name}=" if item.style == "matrix" else "") + ",".join(parts)


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return unquote(name), value


def _consume(pairs: list[tuple[str, str]], parameters: list[Parameter]) -> list[tuple[str, str]]:
    """Return the name-value pairs that no parameter accounts for."""
    rest = list(pairs)
    for item in parameters:
        if item.style == "json":
            raw = next(value for name, value in rest if name == item.wire)
            assert_same(json.loads(unquote(raw)), item.value)
            rest.remove((item.wire, raw))
            continue
        for name, text, is_joined in _expected_pairs(item):
            same = [pair for pair in rest if pair[0] == name and (pair[1] if is_joined else unquote(pair[1])) == text]
            assert same, (item, pairs)
            rest.remove(same[0])
    return rest


def _expected_pairs(item: Parameter) -> Iterator[tuple[str, str, bool]]:
    """Yield name, value, and whether the value is joined of several, each of which is percent-encoded."""
    value = item.value
    if item.style == "deepObject":
        yield from ((f"{item.wire}[{key}]", text_of(one), False) for key, one in value.items())
    elif isinstance(value, dict | list) and item.explode:
        entries = value.items() if isinstance(value, dict) else ((item.wire, one) for one in value)
        yield from ((key, text_of(one), False) for key, one in entries)
    elif isinstance(value, dict | list):
        ones = [one for pair in value.items() for one in pair] if isinstance(value, dict) else value
        joined = _DELIMITERS.get(item.style, ",").join(quote(text_of(one), safe="") for one in ones)
        yield from [(item.wire, joined, True)] if ones else []
    else:
        yield item.wire, text_of(value), False


def _check_header(found: str, item: Parameter) -> None:
    value = item.value
    if item.style == "json":
        assert_same(json.loads(found), value)
    elif isinstance(value, dict):
        sign = "=" if item.explode else ","
        assert found == ",".join(f"{key}{sign}{text_of(one)}" for key, one in value.items())
    else:
        assert found == ",".join(map(text_of, value if isinstance(value, list) else [value]))


def _check_body(request: httpx2.Request, body: Content) -> None:
    content = request.content
    if body.value == {} and not body.is_required and not content:
        return
    if body.media_type == PARTS:
        assert _parts(request) == [(name, one) for name, item in body.value.items() for one in _part_values(item)]
        return
    assert request.headers["Content-Type"] == body.media_type
    if body.media_type == FORM:
        pairs = [_pair(text) for text in content.decode().split("&") if text]
        items = [Parameter("form", name, "form", True, item, True) for name, item in body.value.items()]
        assert _consume(pairs, items) == []
    elif "json" in body.media_type:
        assert_same(json.loads(content), body.value)
    else:
        assert content == (body.value if isinstance(body.value, bytes) else body.value.encode())


def _part_values(item: object) -> list[bytes]:
    return [
        one if isinstance(one, bytes) else text_of(one).encode() for one in (item if isinstance(item, list) else [item])
    ]


def _parts(request: httpx2.Request) -> list[tuple[str, bytes]]:
    boundary = request.headers["Content-Type"].partition("boundary=")[2].encode()
    parts = [item.removeprefix(b"\r\n").removesuffix(b"\r\n") for item in request.content.split(b"--" + boundary)[1:-1]]
    return [
        (_part_name(head.decode()), content) for head, _, content in (item.partition(b"\r\n\r\n") for item in parts)
    ]


def _part_name(head: str) -> str:
    """Return the name of a part, read as the forms of HTML write it."""
    name = re.search(r'name="([^"]*)"', head)
    assert name is not None
    return name[1].replace("%22", '"').replace("\\\\", "\\")
