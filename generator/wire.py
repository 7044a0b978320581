"""What a documented request looks like on the wire, for the contract tests.

An object or a list that travels as JSON is given as data, since the order of its properties says nothing.
Written from the style tables of OpenAPI and not with the code of generated packages, which these tests examine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from generator.view import Body, Style

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def plain_text(value: object) -> str:
    """Return a value as it stands in a query, a header or a form."""
    if isinstance(value, bool | Mapping | list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "" if value is None else str(value)


def field_content(value: object) -> object:
    """Return a value of a query or a form: as text, or as data where it travels as JSON."""
    return value if isinstance(value, Mapping | list) else plain_text(value)


def _json_content(value: object) -> object:
    return value if isinstance(value, Mapping | list) else json.dumps(value, ensure_ascii=False)


def query_fields(wire: str, value: object, style: Style) -> list[list[object]]:
    """Return the decoded name-value pairs of a query parameter or of a property of a form."""
    name, explode, _ = style
    if name == "json":
        return [[wire, _json_content(value)]]
    if name == "deepObject" and isinstance(value, Mapping | list):
        return list(_deep(wire, value))
    if isinstance(value, Mapping):
        if explode:
            return [[str(key), field_content(item)] for key, item in value.items()]
        return [[wire, _DELIMITERS.get(name, ",").join(_flat(value))]] if value else []
    if not isinstance(value, list):
        return [[wire, plain_text(value)]]
    if explode:
        return [[wire, field_content(item)] for item in value]
    return [[wire, _DELIMITERS.get(name, ",").join(map(plain_text, value))]] if value else []


def _flat(value: Mapping[object, object]) -> list[str]:
    return [part for key, item in value.items() for part in (str(key), plain_text(item))]


def _deep(wire: str, value: object) -> Iterator[list[object]]:
    if isinstance(value, Mapping | list):
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _deep(f"{wire}[{key}]", item)
    else:
        yield [wire, plain_text(value)]


def path_text(wire: str, value: object, style: Style) -> str:
    """Return a path parameter, percent-encoded."""
    name, explode, _ = style
    if name == "json":
        return quote(json.dumps(value, ensure_ascii=False, separators=(",", ":")), safe="")
    if isinstance(value, Mapping):
        pairs = [(quote(str(key), safe=""), quote(plain_text(item), safe="")) for key, item in value.items()]
        items = [f"{key}={item}" for key, item in pairs] if explode else [part for pair in pairs for part in pair]
    else:
        items = [quote(plain_text(item), safe="") for item in (value if isinstance(value, list) else [value])]
    if name == "label":
        return "." + ("." if explode else ",").join(items)
    if name == "matrix":
        key = quote(wire, safe="")
        if not explode:
            return f";{key}={','.join(items)}"
        return "".join(f";{item}" if isinstance(value, Mapping) else f";{key}={item}" for item in items)
    return ",".join(items)


def header_content(value: object, style: Style) -> object:
    """Return a header parameter: as text, or as data where it travels as JSON."""
    name, explode, _ = style
    if name == "json":
        return value if isinstance(value, Mapping | list) else json.dumps(value)
    if isinstance(value, Mapping):
        return (
            ",".join(f"{key}={plain_text(item)}" for key, item in value.items()) if explode else ",".join(_flat(value))
        )
    return ",".join(map(plain_text, value)) if isinstance(value, list) else plain_text(value)


def body_content(body: Body, value: object) -> object:
    """Return what the test expects: JSON or text as it is, the fields of a form, the parts of a multipart body."""
    if body.encoding == "form":
        return [
            pair
            for name, item in _properties(value)
            for pair in query_fields(name, item, _form_style(body, name, item))
        ]
    if body.encoding == "multipart":
        return [part for name, item in _properties(value) for part in _parts(body, name, item)]
    return value


def _properties(value: object) -> list[tuple[str, object]]:
    return [(str(name), item) for name, item in value.items()] if isinstance(value, Mapping) else []


def _form_style(body: Body, name: str, value: object) -> Style:
    default = ("json", False, False) if isinstance(value, Mapping) else ("form", True, False)
    return body.styles.get(name, default)


def _parts(body: Body, name: str, value: object) -> Iterator[list[object]]:
    """Yield name, content and media type of each part; the media type is empty where nothing asks for one."""
    for item in value if isinstance(value, list) else [value]:
        implied = "application/json" if isinstance(item, Mapping | list) else ""
        yield [name, field_content(item), body.content_types.get(name, implied)]


def is_testable(body: Body, value: object) -> bool:
    """Return whether an example of a body can be sent: that of a raw body only when it is text."""
    return body.encoding in ("json", "form", "multipart") or isinstance(value, str)
